"""Wordings in a browser: the filter by kinds of change, and the script that compares what a reader picks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st
from playwright.sync_api import Browser, Page, expect

from duizhao.text.rewording import WHOLE_WORDS, Rewording, reworded

from ..conftest import TOP, Watched

pytestmark = pytest.mark.browser
PAIRS = "wording/tianhe-2020-work-report/index.html"
WHOLE = "wording/tianhe-2020-work-report/tianhe-2021-seven-tasks/index.html"
WORDS = st.text("加快推进建设26.5万%个老旧小区，、。（）“”ABab ５", max_size=40)


def test_a_kind_of_change_leaves_the_pairs_that_have_it_and_lives_in_the_address(watched: Watched) -> None:
    page = watched.goto(PAIRS)
    all_pairs = page.locator("#wordings > .pair").count()
    shown = page.locator("#wordings > .pair:visible")
    expect(shown).to_have_count(all_pairs)
    chip = page.locator(".chips label", has=page.locator("[value=number-dropped]"))
    count = int(chip.locator("b").inner_text())
    chip.click()
    expect(shown).to_have_count(count)
    assert 0 < count < all_pairs
    assert page.url.endswith("?change=number-dropped")
    assert [set(kinds.split()) & {"number-dropped"} for kinds in shown.evaluate_all(
        "nodes => nodes.map(node => node.dataset.changes)"
    )] == [{"number-dropped"}] * count  # fmt: skip
    expect(page.locator("#wording-count")).to_contain_text(str(count))
    watched.goto(f"{PAIRS}?change=number-dropped")
    expect(shown).to_have_count(count)


def test_of_two_whole_texts_only_what_stands_in_both_is_left_when_asked(watched: Watched) -> None:
    page = watched.goto(WHOLE)
    shown = page.locator("#laid-out tbody tr:visible")
    whole = shown.count()
    page.locator(".chips label", has=page.locator("[value=both]")).click()
    expect(page.locator("#laid-out [data-line=gone]:visible")).to_have_count(0)
    assert 0 < shown.count() < whole
    assert page.url.endswith("?show=both")


@pytest.fixture(scope="module")
def scripted(browser: Browser) -> Page:
    page = browser.new_page()
    page.add_script_tag(path=str(TOP / "templates" / "static" / "rewording.js"))
    return page


def by_script(page: Page, old: str, new: str) -> dict[str, object]:
    return page.evaluate(
        "([old, anew, words]) => window.duizhaoRewording.reworded(old, anew, words)", [old, new, list(WHOLE_WORDS)]
    )


def as_told(found: Rewording) -> dict[str, object]:
    sides = ([{"text": run.text, "fate": run.fate} for run in runs] for runs in (found.old, found.new))
    return {**dict(zip(("old", "new"), sides, strict=True)), "kept": found.kept, "letters": found.letters}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("扎实推进市域治理", "加快推进市域治理"),
        ("推进肿瘤、口腔、骨科三所医学中心和区第二人民医院建设", "推进区第二人民医院和肿瘤、口腔、骨科等医学中心建设"),
        ("增长８％，𠀀字", "增长 8%，𠀀字"),
        ("", "新写"),
    ],
)
def test_the_script_marks_what_the_build_marks(scripted: Page, old: str, new: str) -> None:
    assert by_script(scripted, old, new) == as_told(reworded(old, new))


def test_the_script_marks_any_two_wordings_as_the_build_does(scripted: Page) -> None:
    @settings(max_examples=150, deadline=None, database=None)
    @given(WORDS, WORDS)
    def holds(old: str, new: str) -> None:
        assert by_script(scripted, old, new) == as_told(reworded(old, new))

    holds()
