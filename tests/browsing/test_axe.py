"""axe as the tests ask it finds what axe finds out of the box."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .axe import EVERYTHING, axe_on, broken, rules_of_colours

pytestmark = pytest.mark.browser
FAULTY = """<!doctype html><html><title>无</title><style>
body { background: #fff; color: rgb(0 0 0 / .9) }
.pale { color: #bbb } .warm { color: hsl(0.5turn 60% 70%) } .new { color: oklch(80% .1 200) }
.odd { color: color(xyz 1 0 0) }
.see { background: rgba(9, 9, 9, .3); opacity: .8 } .blend { mix-blend-mode: multiply; background: #c8c8c8 }
.shadow { text-shadow: 0 0 2px #999 } .image { background: linear-gradient(#eee, #ccc) } .red a { color: #a33 }
</style><main><h1>甲</h1><img src="data:,"><input><p class="pale">甲乙丙 pale</p><p class="warm">warm</p>
<p class="new">new</p><p class="odd">odd</p><div class="see"><p class="pale">pale again</p><p>dark</p>
<div class="blend"><p class="warm">warm again</p></div></div><p class="shadow">shadow</p><p class="image">image</p>
<p class="red">words and <a href="#a" style="text-decoration: none">a link</a></p><button></button>
<ul><p>no item</p></ul><table><tr><td headers="none">1</td></tr></table><p lang="xx-none">语</p></main></html>"""
# All that axe says of a page: of every rule whether it is broken, kept or cannot be told, where, and of what colours.
ALL = """async runOnly => {
  const {violations, passes, incomplete, inapplicable} = await axe.run(document, {runOnly});
  return JSON.stringify([violations, passes, incomplete, inapplicable]);
}"""


@pytest.fixture
def faulty(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_content(FAULTY)
    yield page
    page.context.close()


def test_what_axe_says_of_a_page_is_what_it_says_out_of_the_box(faulty: Page) -> None:
    axe_on(faulty)
    quick = json.loads(faulty.evaluate(ALL, EVERYTHING))
    again = json.loads(faulty.evaluate(ALL, EVERYTHING))
    faulty.evaluate(Axe().axe_script)
    assert quick == again == json.loads(faulty.evaluate(ALL, EVERYTHING))
    ratios = [node["any"][0]["data"]["contrastRatio"] for rule in quick[0] for node in rule["nodes"]
              if rule["id"] == "color-contrast"]  # fmt: skip
    assert len(ratios) >= 5 and len(set(ratios)) >= 4


def test_what_is_broken_is_told_with_its_place(faulty: Page) -> None:
    axe_on(faulty)
    found = broken(faulty)
    assert {"color-contrast", "image-alt", "label", "button-name", "list"} <= {rule for rule, _, _ in found}
    assert ["image-alt", '<img src="data:,">'] in [row[:2] for row in found]
    of_colours = {rule for rule, _, _ in broken(faulty, rules_of_colours(faulty))}
    assert of_colours == {"color-contrast", "link-in-text-block"}


def test_colours_that_change_are_asked_anew(faulty: Page) -> None:
    axe_on(faulty)
    before = broken(faulty)
    faulty.add_style_tag(content="* { color: #000 !important; background: #fff !important; opacity: 1 !important }")
    after = broken(faulty)
    assert "color-contrast" in {rule for rule, _, _ in before} - {rule for rule, _, _ in after}
