"""axe as the tests ask it finds what axe finds out of the box."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

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


def test_the_contrast_of_each_look_is_what_axe_says_of_every_place(faulty: Page) -> None:
    faulty.evaluate("""() => {
      const main = document.querySelector("main");
      for (const _ of Array(4)) main.append(...[...main.cloneNode(true).children]);
      const [pale] = main.querySelectorAll(".pale");
      for (const over of ["background: #bbc", "position: relative; top: -1lh", "opacity: .5", "font-size: 2rem"]) {
        const box = document.createElement("div");
        box.style = over;
        box.append(pale.cloneNode(true));
        main.append(box);
      }
    }""")
    axe_on(faulty)
    every = json.loads(faulty.evaluate(ALL, EVERYTHING))
    faulty.evaluate("axe.oneOfEachLook(true)")
    each = json.loads(faulty.evaluate(ALL, EVERYTHING))
    for one, all_of_them in zip(each, every, strict=True):
        assert contrasts(one) == contrasts(all_of_them)
        others = [[rule for rule in found if rule["id"] != "color-contrast"] for found in (one, all_of_them)]
        assert others[0] == others[1]
    assert 0 < len(contrasts(each[0])) < places(each[0]) < places(every[0]) / 2


def contrasts(found: list[dict[str, Any]]) -> set[str]:
    """What axe says of colours, each saying once."""
    rules = [rule for rule in found if rule["id"] == "color-contrast"]
    return {json.dumps(node["any"][0]["data"]) for rule in rules for node in rule["nodes"]}


def places(found: list[dict[str, Any]]) -> int:
    """Of how many places axe says something of colours."""
    return sum(len(rule["nodes"]) for rule in found if rule["id"] == "color-contrast")


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
