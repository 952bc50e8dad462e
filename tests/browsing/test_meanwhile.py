"""A form that is open on a page while files change on disk: nothing goes onto other words, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from duizhao.content.files import library_of
from duizhao.suggest.making import made_for
from duizhao.suggest.writing import suggestions_text

from ..sample import report, written
from ..served import Served, served
from .test_editing import select

pytestmark = pytest.mark.browser
NAME = "qinghu-2022"
BODY = """
# 一、2021年工作回顾
新增就业2.1万人。东湖大桥建成通车。
# 二、2022年工作安排
力争新增就业2万人以上，改造老旧小区12个。
"""
BEHIND = BODY.replace("东湖大桥", "西湖隧道建成通车。东湖大桥")


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Served]:
    suggested(written(tmp_path, report(NAME, BODY)))
    with served(tmp_path, edit=True) as found:
        assert found.live.state.issues == ()
        yield found


@pytest.fixture
def page(browser: Browser, shown: Served) -> Iterator[Page]:
    window = browser.new_context(viewport={"width": 1280, "height": 900})
    window.set_default_timeout(10_000)
    page = window.new_page()
    page.goto(f"{shown.address}reports/{NAME}/")
    expect(page.locator(".edit-left")).to_be_visible()
    yield page
    window.close()  # with all in it: a page that is closed while it loads itself again stays open


def suggested(top: Path) -> None:
    """What `duizhao suggest` writes for the report as it is."""
    library = library_of(top)[0]
    assert library
    text = suggestions_text(made_for(library, library.reports[0]))
    (top / "content" / "reports" / NAME / "suggestions.yaml").write_text(text, "utf-8")


def built_again(page: Page, shown: Served) -> None:
    """The site is built as after a save, and the page has heard of it."""
    with page.expect_response("**/told.js*"):
        shown.live.rebuild()
    page.wait_for_timeout(50)  # the script that came has run


def annotations(shown: Served) -> str:
    path = shown.top / "content" / "reports" / NAME / "annotations.yaml"
    return path.read_text("utf-8") if path.is_file() else ""


def opened(page: Page, quote: str) -> Locator:
    """The form of the suggestion with these words."""
    for _ in range(8):
        page.keyboard.press("j")
        if page.locator(".edit-bar blockquote").first.inner_text() == quote:
            break
    page.keyboard.press("e")
    form = page.locator(".edit-form")
    expect(form.locator("[name=quote]")).to_have_value(quote)
    return form


def test_a_form_follows_its_suggestion_to_another_name(page: Page, shown: Served) -> None:
    form = opened(page, "东湖大桥建成通车")
    form.locator("[name=themes]").fill("jobs")
    form.locator("[name=gloss]").fill("The East Lake bridge is open.")
    written(shown.top, report(NAME, BEHIND))
    suggested(shown.top)
    built_again(page, shown)
    # what has changed is told once, and nothing is written before it is sent again
    form.locator("[name=gloss]").press("Enter")
    expect(page.locator(".edit-said")).to_contain_text("changed on disk meanwhile: nothing was written")
    assert annotations(shown) == ""
    form.locator("[name=gloss]").press("Enter")
    expect(page.locator(".edit-said")).to_contain_text("Written")
    assert "quote: 东湖大桥建成通车\n  gloss: The East Lake bridge is open." in annotations(shown)


def test_a_form_of_words_that_are_gone_is_never_written_and_keeps_what_was_typed(page: Page, shown: Served) -> None:
    form = opened(page, "东湖大桥建成通车")
    form.locator("[name=themes]").fill("jobs")
    form.locator("[name=gloss]").fill("The East Lake bridge is open.")
    written(shown.top, report(NAME, BODY.replace("东湖大桥", "西湖隧道")))
    suggested(shown.top)
    built_again(page, shown)
    for said in ("changed on disk meanwhile", "are others on disk now"):
        form.locator("[name=gloss]").press("Enter")
        expect(page.locator(".edit-said")).to_contain_text(said)
    expect(form.locator("[name=gloss]")).to_have_value("The East Lake bridge is open.")
    assert annotations(shown) == ""
    # left, the form gives way to the report as it is
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)


def test_words_that_were_selected_are_not_taken_from_another_place(page: Page, shown: Served) -> None:
    select(page, "改造老旧小区12个")
    page.keyboard.press("c")
    form = page.locator(".edit-form")
    form.locator("[name=themes]").fill("jobs")
    form.locator("[name=gloss]").fill("twelve estates")
    written(shown.top, report(NAME, BODY.replace("力争新增就业2万人以上", "力争城镇新增就业超过2万人")))
    built_again(page, shown)
    for said in ("changed on disk meanwhile", "are others on disk now"):
        form.locator("[name=gloss]").press("Enter")
        expect(page.locator(".edit-said")).to_contain_text(said)
    expect(form.locator("[name=gloss]")).to_have_value("twelve estates")
    assert annotations(shown) == ""


@pytest.mark.parametrize(("many", "said"), [(2_001, "At most 2,000 characters"), (70_000, "more than 64 KB")])
def test_a_text_that_is_too_long_is_told_at_its_field_and_stays(
    many: int, said: str, page: Page, shown: Served
) -> None:
    form = opened(page, "东湖大桥建成通车")
    form.locator("[name=themes]").fill("jobs")
    form.locator("[name=gloss]").fill("a" * many)
    form.locator("[name=gloss]").press("Enter")
    expect(form.locator("label:has([name=gloss]) .edit-wrong")).to_contain_text(said)
    assert len(form.locator("[name=gloss]").input_value()) == many and annotations(shown) == ""
    form.locator("[name=gloss]").fill("open")
    form.locator("[name=gloss]").press("Enter")
    expect(page.locator(".edit-said")).to_contain_text("Written: r01")
