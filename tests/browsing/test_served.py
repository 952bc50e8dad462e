"""The site while it is written, in a browser: a save comes onto the page, and what is wrong with it, too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from ..sample import SMALLEST, report, written
from ..served import Served, served

pytestmark = pytest.mark.browser
NAME, EARLIER = "qinghu-2022", "qinghu-2021"
CODED = """\
statements:
- id: k01
  kind: task
  quote: 办好第九件实事，修缮南路
  gloss: a ninth thing for the people
  themes: [jobs]
  by: "2022"
  period_basis: inferred
"""
LINES = [
    f"办好第{n}件实事，修缮{street}。" for n in "一二三四五六七八九十" for street in ("东街", "西巷", "南路", "北里")
]
TEXT = "# 一、今年工作\n" + "\n".join(LINES)
# The path to the site is like the one to a report of it.
SITE = SMALLEST["content/site.yaml"].replace("/sample/\n", f"/reports/{EARLIER}/\n")
OF_2021 = report(EARLIER, TEXT, CODED.replace("2022", "2021"), date='"2021"', covers='"2021"')


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    top = tmp_path_factory.mktemp("live")
    written(top, {"content/site.yaml": SITE}, OF_2021, report(NAME, TEXT, CODED))
    with served(top, watched=True) as found:
        yield found


@pytest.fixture
def page(usual: BrowserContext, shown: Served) -> Iterator[Page]:
    page = usual.new_page()
    page.goto(f"{shown.address}reports/{NAME}/")
    yield page
    page.close()


def annotations(shown: Served, name: str = NAME) -> Path:
    return shown.top / "content" / "reports" / name / "annotations.yaml"


def saved(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_save_comes_onto_the_page_with_its_place_kept(page: Page, shown: Served) -> None:
    block = page.locator("#k01")
    page.evaluate("document.querySelector('#k01').scrollIntoView({block: 'center', behavior: 'instant'})")
    before = page.evaluate("document.querySelector('#k01').getBoundingClientRect().top")
    page.evaluate("document.body.dataset.old = ''")
    saved(annotations(shown), "quote: 办好", "quote: ")
    expect(block).to_have_text("第九件实事，修缮南路")
    page.wait_for_load_state()
    expect(page.locator("body[data-old]")).to_have_count(0)
    assert abs(page.evaluate("document.querySelector('#k01').getBoundingClientRect().top") - before) < 30
    assert page.locator(".served-panel").count() == 0


def test_a_mistake_is_shown_over_the_page_and_beside_its_sentence_and_goes_when_it_is_mended(
    page: Page, shown: Served
) -> None:
    saved(annotations(shown), "themes: [jobs]", "themes: [work]")
    panel = page.locator(".served-panel")
    expect(panel).to_contain_text("unknown-id")
    expect(panel).to_contain_text("themes: [work]")
    beside = page.locator(".block:has(#k01) + .served-note")
    expect(beside).to_contain_text("unknown-id")
    expect(page.locator("#k01")).to_be_visible()
    assert panel.locator("[lang=en]").count() == 0

    # a page in Chinese says what kind of mistake it is; what the rule says of the place is marked as English
    page.goto(f"{shown.address}zh/reports/{NAME}/")
    expect(panel).to_contain_text("所写的id没有对应的记录。")
    expect(panel.locator("span[lang=en]")).to_contain_text("work")
    saved(annotations(shown), "themes: [work]", "themes: [jobs]")
    expect(page.locator(".served-panel, .served-note")).to_have_count(0)


def test_a_mistake_in_another_report_is_beside_no_sentence_of_this_one(page: Page, shown: Served) -> None:
    saved(annotations(shown, EARLIER), "themes: [jobs]", "themes: [work]")
    expect(page.locator(".served-panel")).to_contain_text(f"{EARLIER}/annotations.yaml")
    assert page.locator(".served-note").count() == 0
    saved(annotations(shown, EARLIER), "themes: [work]", "themes: [jobs]")
    expect(page.locator(".served-panel")).to_have_count(0)
