"""Wordings in a browser: the filter by kinds of change, and the script that compares what a reader picks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st
from playwright.sync_api import Browser, Page, expect

from duizhao.pages.parts.rewording import marked_runs
from duizhao.text.rewording import WHOLE_WORDS, Rewording, reworded

from ..conftest import OVER_HTTP, TOP, Watched
from ..policed import address
from .test_page_kinds import PARTED

pytestmark = pytest.mark.browser
PAIRS = "wording/tianhe-2020-work-report/index.html"
WHOLE = "wording/tianhe-2020-work-report/tianhe-2021-seven-tasks/index.html"
LONG_TITLE = "wording/tianhe-2021-party-history/tianhe-2021-seven-tasks/index.html"
# Of both texts the numbers of the rows that are left and have words, each with the paragraph that is named last.
PLACES = """() => [0, 1].map(side => {
  let place = "";
  return [...document.querySelectorAll(".laid-out tbody tr:not([hidden])")]
    .filter(row => !row.cells[side].matches(".h, :has(.away)"))
    .map(row => [row.rowIndex, place = row.cells[side].querySelector("p a")?.textContent ?? place]);
})"""
SIDES = ("left", "right")
WORDS = st.text("加快推进建设26.5万%个老旧小区，、。（）“”ABab ５", max_size=40)


def test_a_kind_of_change_leaves_the_pairs_that_have_it_and_lives_in_the_address(watched: Watched) -> None:
    page = watched.goto(PAIRS)
    all_pairs = page.locator(".pair").count()
    shown = page.locator(".pair:visible")
    at_first = shown.count()
    assert at_first < all_pairs
    chip = page.locator(".chips label", has=page.locator("[value=number-dropped]"))
    count = int(chip.locator("b").inner_text())
    chip.click()
    expect(shown).to_have_count(count)
    assert 0 < count < all_pairs
    assert address(page).endswith("?change=number-dropped")
    assert [set(kinds.split()) & {"number-dropped"} for kinds in shown.evaluate_all(
        "nodes => nodes.map(node => node.dataset.changes)"
    )] == [{"number-dropped"}] * count  # fmt: skip
    expect(page.locator("#wording-count")).to_contain_text(str(count))
    watched.goto(f"{PAIRS}?change=number-dropped")
    expect(shown).to_have_count(count)
    watched.goto(PAIRS)
    expect(shown).to_have_count(at_first)


@OVER_HTTP
def test_no_number_of_a_long_title_stands_on_two_lines_of_a_phone(watched: Watched) -> None:
    page = watched.goto(f"zh/{LONG_TITLE}")
    for width in (320, 360, 412, 600, 800):
        page.set_viewport_size({"width": width, "height": 800})
        assert (width, page.evaluate(PARTED)) == (width, [])


@OVER_HTTP
def test_of_two_whole_texts_only_what_stands_in_both_is_left_when_asked(watched: Watched) -> None:
    page = watched.goto(WHOLE)
    shown = page.locator(".laid-out tbody tr:visible")
    whole, places = shown.count(), page.evaluate(PLACES)
    page.locator(".chips label", has=page.locator("[value=both]")).click()
    expect(page.locator(".laid-out [data-line=gone]:visible")).to_have_count(0)
    assert 0 < shown.count() < whole
    lent = page.locator(".laid-out [data-lent]")
    assert lent.count() > 0
    expect(lent.first).to_be_visible()
    for left, of_whole in zip(page.evaluate(PLACES), places, strict=True):
        assert left and set(map(tuple, left)) < set(map(tuple, of_whole))
    assert address(page).endswith("?show=both")
    page.locator(".chips label", has=page.locator('[value=""]')).click()
    expect(lent).to_have_count(0)


@OVER_HTTP
def test_two_whole_texts_are_some_twenty_screens_of_a_phone_and_the_rest_is_folded_but_on_paper(
    watched: Watched,
) -> None:
    page = watched.page
    page.set_viewport_size({"width": 360, "height": 800})
    for path in (WHOLE, f"zh/{WHOLE}"):
        watched.goto(path)
        assert 10 * 800 < page.evaluate("document.documentElement.scrollHeight") <= 20 * 800
        folded = page.locator(".stretch")
        rows = page.locator(".laid-out tbody tr")
        assert rows.filter(visible=True).count() < rows.count()
        last = folded.last.locator("tbody tr").last
        expect(last).not_to_be_visible()
        page.emulate_media(media="print")
        assert last.evaluate("row => row.checkVisibility({contentVisibilityAuto: true}) && row.clientHeight > 0")
        page.emulate_media(media="screen")
        folded.last.locator("summary").click()
        expect(last).to_be_visible()
        # A stretch says how many of its passages stand in both texts; of one with none nothing is left.
        page.locator(".chips label", has=page.locator("[value=both]")).click()
        for at in range(folded.count()):
            both = folded.nth(at).locator("tbody tr:not([data-line])").count()
            assert folded.nth(at).locator("summary small").inner_text().rstrip("处").endswith(str(both))
            expect(folded.nth(at)).to_be_visible(visible=both > 0)


@OVER_HTTP
def test_all_that_is_folded_of_two_whole_texts_is_opened_at_once(watched: Watched) -> None:
    page = watched.goto(WHOLE)
    rows = page.locator(".laid-out tbody tr")
    assert rows.filter(visible=True).count() < rows.count()
    page.locator("#open-all").click()
    assert rows.filter(visible=True).count() == rows.count()
    expect(page.locator("#open-all")).not_to_be_visible()
    expect(page.locator(".stretch summary").first).to_be_focused()
    page.goto("about:blank")
    page.go_back()
    expect(rows.last).to_be_visible()


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


PARALLEL = "compare/parallel/index.html"


@pytest.mark.parametrize(("language", "only"), [("", "only on the left"), ("zh/", "仅左边有")])
def test_any_two_passages_are_set_against_each_other_and_the_address_keeps_them(
    watched: Watched, language: str, only: str
) -> None:
    page = watched.goto(f"{language}{PARALLEL}")
    panel, sides = page.locator("#picked"), [page.locator(f"td[data-side={side}] .says > li") for side in SIDES]
    expect(panel).to_be_hidden()
    quotes, names = [], []
    for items, number in zip(sides, (3, 5), strict=True):
        link, button = items.nth(number).locator(".quote a"), items.nth(number).locator(".pick")
        quotes.append(str(link.text_content()))
        names.append(str(link.get_attribute("href")).rpartition("#")[2])
        expect(button).to_have_accessible_name(f"{'选作对照' if language else 'Compare'} {names[-1]}")
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
    assert address(page).endswith(f"left-words={names[0]}&right-words={names[1]}")
    expect(panel).to_contain_text(only)
    found = reworded(quotes[0], quotes[1])
    for side, runs in zip(SIDES, (found.old, found.new), strict=True):
        shown = panel.locator(f"[data-words-of={side}]").evaluate("element => element.innerHTML")
        assert shown == marked_runs(runs)
    page.reload()
    expect(panel.locator("[data-words-of=left]")).to_have_text(quotes[0])
    page.go_back()
    expect(panel.locator("[data-words-of=left]")).to_be_hidden()
    page.go_forward()
    expect(panel.locator("[data-words-of=right]")).to_be_visible()
    panel.locator(".go").click()
    expect(panel).to_be_hidden()
    assert "words" not in address(page)


@OVER_HTTP
def test_another_report_takes_its_passage_out_of_the_comparison(watched: Watched) -> None:
    page = watched.goto(PARALLEL)
    for side in SIDES:
        page.locator(f"td[data-side={side}] .pick").first.click()
    page.locator("#f-right").select_option("hongqiao-2018-three-focuses")
    expect(page.locator("#picked [data-words-of=right]")).to_be_hidden()
    assert "right-words" not in address(page) and "left-words" in address(page)
    page.locator("td[data-side=right] .pick").last.click()
    chosen = address(page)
    watched.page.goto(chosen)
    expect(page.locator("#picked [data-words-of=right]")).to_be_visible()
    expect(page.locator("#picked .picked-two .from").last).to_contain_text("Hongqiao")


def test_on_a_phone_the_two_passages_stand_below_each_other_at_the_foot(reader: Watched) -> None:
    page = reader.page
    page.set_viewport_size({"width": 390, "height": 844})
    reader.goto(PARALLEL)
    for side in SIDES:
        page.locator(f"td[data-side={side}] .pick").first.click()
    boxes = [page.locator(f"#picked [data-words-of={side}]").bounding_box() for side in SIDES]
    assert boxes[0] and boxes[1] and boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"] < 844
    assert page.evaluate("document.documentElement.scrollWidth") == 390
