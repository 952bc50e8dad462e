"""Promises beside later words: the collation tables, the register of silence, the first page, the table of targets."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest

from duizhao.content.vocabulary import COMMITMENTS, EVIDENCE
from duizhao.pages.collation.page import follow_ups_page
from duizhao.pages.collation.rest import rest_of_rows
from duizhao.pages.context import PageContext
from duizhao.pages.frame import Choice
from duizhao.pages.parts.collation_parts import CollationView
from duizhao.pages.silence import silence_pages
from duizhao.pages.targets import TargetsView, targets_pages
from duizhao.pipeline import Built

from ..looking import Looked, main, said, site as site_looked_at, table_of
from ..sample import SMALLEST, context_of, report
from .collations import collation_pages
from .statements import annotations, statement

# A row as a page has it, and as a script does.
ITEM = re.compile(r'(?:<|\\u003c)tr role=\\?"row\\?" class=\\?"item\\?" id=\\?"([^"\\]+)')
LONG = "tianhe-2020-work-report"
CARE = {"content/themes.yaml": SMALLEST["content/themes.yaml"] + "\n- {id: care, name: {zh: 养老, en: Care}}\n"}
PROMISED = report(
    "a",
    "再办丙事。\n新增100人。\n做乙事。",
    annotations(
        statement("k02", "再办丙事", themes="jobs"),
        statement("t01", "新增100人", figure="100人"),
        statement("k01", "做乙事", themes="care"),
    ),
    date='"2021"',
    fully_read="true",
)
LATER = report("b", "新增99人。", annotations(statement("r01", "新增99人", figure="99人")))
FOLLOW_UPS = {
    "content/follow-ups.yaml": """
        - {promise: a/t01, later: [b/r01], evidence: reported-progress, because: {zh: 有进展。, en: Moved.}}
        - {promise: a/k01, evidence: not-found, because: {zh: 未见。, en: Nothing.}, searched: [乙事]}
        - {promise: a/k02, evidence: not-found, because: {zh: 未见。, en: Nothing.}, searched: [丙事]}
        """
}


def site(top: Path, language: str = "en") -> PageContext:
    return context_of(top, CARE, PROMISED, LATER, FOLLOW_UPS, language=language)


def collation(context: PageContext) -> CollationView:
    (page,) = collation_pages(context)
    assert isinstance(page.view, CollationView)
    return page.view


def test_promises_stand_by_state_then_theme_targets_before_tasks_numbered_through(tmp_path: Path) -> None:
    groups = collation(site(tmp_path)).groups
    assert [(group.title, [(row.number, row.anchor) for row in group.rows]) for group in groups] == [
        ("Progress reported", [(1, "t01")]),
        ("Not found", [(2, "k02"), (3, "k01")]),
    ]


def test_what_says_nothing_is_folded_unless_a_table_has_nothing_else(tmp_path: Path) -> None:
    assert [group.opened for group in collation(site(tmp_path / "a")).groups] == [True, False]
    promised = report("a", "做乙事。", annotations(statement("k01", "做乙事")), date='"2021"')
    (group,) = collation(context_of(tmp_path / "b", promised, LATER)).groups
    assert (group.state, group.opened) == ("not-checked", True)


def test_the_strip_has_a_mark_for_each_promise_by_theme_which_leads_to_its_row_and_says_what_it_is(
    tmp_path: Path,
) -> None:
    english, chinese = (collation(site(tmp_path / language, language)) for language in ("en", "zh"))
    assert [(one.id, one.first, [mark.anchor for mark in one.marks]) for one in english.strip] == [
        ("jobs", "t01", ["t01", "k02"]),
        ("care", "k01", ["k01"]),
    ]
    assert english.strip[0].marks[1].said == "Not found: the English of “<再办丙事>”"
    assert chinese.strip[0].marks[1].said == "未见：再办丙事"
    assert [(state.id, state.count) for state in english.states] == [("reported-progress", 1), ("not-found", 2)]
    assert [(choice.value, choice.text) for choice in english.themes] == [("jobs", "Jobs 2"), ("care", "Care 1")]


def test_a_row_says_the_later_words_the_evidence_and_the_ground(tmp_path: Path) -> None:
    first, second, _ = collation(site(tmp_path)).rows
    assert [item.quote for item in first.later] == ["新增99人"]
    assert (first.evidence.text, first.arithmetic, first.because) == (
        "Progress reported",
        "Stated figure is below the promised one (computed by this site from the two sentences; no text says it)",
        "Moved.",
    )
    assert (second.later, second.searched, second.arithmetic) == ((), ("丙事",), "")


def test_the_chinese_of_the_printed_tables_stands_beside_english_heads(tmp_path: Path) -> None:
    english, chinese = (collation(site(tmp_path / language, language)) for language in ("en", "zh"))
    assert [head.zh for head in english.heads] == ["序号", "承诺", "查对结果", "后文"]
    assert [head.zh for head in chinese.heads] == [""] * 4
    assert (english.title_zh, chinese.title_zh) == ("青湖区报告承诺事项对照表", "")


def test_the_last_report_of_a_district_has_no_table(tmp_path: Path) -> None:
    context = site(tmp_path)
    assert [page.frame.path for page in collation_pages(context)] == ["follow-up/a/index.html"]


def test_the_register_of_silence_is_the_same_table_narrowed_to_what_was_not_found(tmp_path: Path) -> None:
    (page,) = silence_pages(site(tmp_path))
    view = page.view
    assert isinstance(view, CollationView)
    assert [(group.title, group.link) for group in view.groups] == [("Qinghu: Report", "follow-up/a/index.html")]
    assert [(row.anchor, row.searched) for row in view.rows] == [("a.k02", ("丙事",)), ("a.k01", ("乙事",))]
    assert view.result == "Of the 3 promises that have a later text to look in, 2 are not found in any."


def test_the_first_page_is_the_table_of_the_text_of_which_most_is_followed(tmp_path: Path) -> None:
    context = site(tmp_path)
    view = follow_ups_page(context).view
    assert isinstance(view, CollationView)
    assert view.groups == collation(context).groups
    assert view.result == (
        "Qinghu’s Report makes 3 promises; the later text speaks again of 1: 1 with progress; 2 are not found."
    )
    qinghu, baishi = view.switch.shown
    assert [(tab.link.path, tab.count, tab.link.current) for tab in qinghu.texts] == [
        ("follow-up/a/index.html", 3, True)
    ]
    assert (qinghu.note, baishi.texts, baishi.note) == ("", (), "No text of this district yet")
    assert (view.switch.total, view.switch.silent) == ("3 promises followed in 1 text", 2)


@pytest.mark.long
def test_of_texts_that_are_followed_alike_the_newest_comes_first_and_one_with_none_later_last() -> None:
    def with_promises(name: str, date: str, count: int) -> dict[str, str]:
        words = [f"做{char}事" for char in "甲乙丙丁"[:count]]
        marked = (statement(f"k{at:02}", said).replace("2022", "2030") for at, said in enumerate(words, 1))
        return report(name, "。".join(words) + "。", annotations(*marked), date=f'"{date}"')

    def first(*texts: dict[str, str]) -> str:
        links = main(site_looked_at(CARE, *texts), "follow-up/index.html").iter("a")
        return next(str(link.get("href")) for link in links if link.get("aria-current"))

    older, newer, last = with_promises("a", "2019", 2), with_promises("b", "2020", 2), with_promises("c", "2021", 4)
    assert first(older, newer, last) == "b/index.html"
    assert first(with_promises("a", "2019", 3), newer, last) == "a/index.html"
    assert first(last) == "c/index.html"


def test_the_first_page_counts_every_row_of_the_follow_ups(real: Built) -> None:
    assert real.site is not None
    rows = json.loads(real.files["data/follow_ups.json"])
    page = real.files["follow-up/index.html"].decode()
    assert f"{len(rows)} promises followed in" in page
    tabs = re.findall(r'<a href="([a-z0-9-]+)/index.html"[^>]*>[^<]* <span class="num">(\d+)</span>', page)
    assert sum(int(count) for _, count in tabs) == len(rows)
    for name, count in tabs:
        here = f"follow-up/{name}/"
        found = [
            place for place, data in real.files.items() if place.startswith(here) and place.endswith((".html", ".js"))
        ]
        held = {place: ITEM.findall(real.files[place].decode()) for place in found}
        # What the page has with what its script brings, and what it has with what the pages of its states have.
        brought = held[f"{here}index.html"] + held.get(f"{here}rows.js", [])
        assert len(brought) == len(set(brought)) == int(count), name
        assert {row for rows in held.values() for row in rows} == set(brought), name
        states = [row for place, rows in held.items() if place.count("/") > 2 for row in rows]
        assert len(states) == len(set(states)) and set(held.get(f"{here}rows.js", [])) <= set(states), name


def test_a_long_table_leaves_its_last_rows_to_a_script_and_to_pages_of_their_states_which_its_marks_lead_to(
    real: Built,
) -> None:
    for language in ("", "zh/"):
        table = real.files[f"{language}follow-up/{LONG}/index.html"].decode()
        script = real.files[f"{language}follow-up/{LONG}/rows.js"].decode()
        rest = ITEM.findall(script)
        assert rest and set(rest).isdisjoint(ITEM.findall(table))
        marks = dict(re.findall(r'<a id="([a-z0-9]+)" href="([^"]+)" data-state', table))
        assert list(marks) == [row for row in re.findall(r'<a id="([a-z0-9]+)"', table) if row in rest]
        assert set(marks) == set(rest)
        for row, way in marks.items():
            page, _, place = way.partition("#")
            assert place == row in ITEM.findall(real.files[f"{language}follow-up/{LONG}/{page}"].decode())
        first = real.files[f"{language}follow-up/index.html"].decode()
        assert ITEM.findall(first) == ITEM.findall(table)
        assert re.findall('data-rest="([^"]+)"', first) == [
            f"{LONG}/{name}" for name in re.findall('data-rest="([^"]+)"', table)
        ]


def test_what_a_script_brings_is_asked_for_by_what_it_says(tmp_path: Path) -> None:
    def version(names: Sequence[str]) -> str:
        groups = tuple(group for group in collation(site(tmp_path / names[0])).groups)
        kept = tuple(replace(group, held=0, alone="x/index.html") for group in groups if group.state in names)
        rest = rest_of_rows("follow-up/a/index.html", kept)
        assert rest and rest.script == "follow-up/a/rows.js"
        return rest.version

    assert version(["not-found"]) == version(["not-found"]) != version(["reported-progress"])
    assert rest_of_rows("follow-up/a/index.html", collation(site(tmp_path / "whole")).groups) is None


def test_every_state_stands_in_the_order_of_the_vocabulary_wherever_states_stand(real: Built) -> None:
    page = real.files["follow-up/index.html"].decode()
    for pattern in (
        r'<li><a href="#[a-z-]+" data-state="([a-z-]+)">',
        r'<details class="state-group" data-state="([a-z-]+)"',
    ):
        found = re.findall(pattern, page)
        assert found == [state for state in EVIDENCE if state in found] and len(found) > 5
    for marks in re.findall(r'class="of-theme".*?</ul>', page, flags=re.DOTALL):
        states = [EVIDENCE.index(state) for state in re.findall('data-state="([a-z-]+)"', marks)]
        assert states and states == sorted(states)


def test_the_table_of_targets_offers_the_filters_that_some_target_has(tmp_path: Path) -> None:
    (page,) = targets_pages(site(tmp_path))
    view = page.view
    assert isinstance(view, TargetsView)
    (row,) = view.rows
    assert (row.district, row.theme, row.due, row.figures) == ("qinghu", "jobs", "2022", ("100 people",))
    assert (row.theme_link.path, row.district_link.path, row.report.path) == (
        "themes/jobs/index.html",
        "districts/qinghu/index.html",
        "reports/a/index.html",
    )
    assert [choice.value for choice in view.districts] == ["qinghu"]
    assert [choice.value for choice in view.themes] == ["jobs"]
    assert view.years == (Choice("2022", "2022"),)
    assert view.calendar == "targets/targets.ics"


UNMARKED = report("b", "新增99人。还要办丙事。", annotations(statement("r01", "新增99人", figure="99人")))
RELATED = """
    - promise: a/k02
      later: [{report: b, quote: 还要办丙事, en: Words}, b/r01]
      evidence: related-words
      because: {zh: 没有写办了多少。, en: How much was done is not said.}
    - {promise: a/t01, later: [b/r01], evidence: not-due, because: {zh: 未到期。, en: Not due.}}
    """


def with_related_words() -> Looked:
    """A site whose later words answer nothing, in part words that no statement marks, and one task not looked for."""
    return site_looked_at(CARE, PROMISED, UNMARKED, {"content/follow-ups.yaml": RELATED})


def rows_of(page: Element) -> dict[str | None, Element]:
    """The rows and lines of a page by their anchors."""
    return {node.get("id"): node for node in page.iter() if node.tag in ("tr", "li") and node.get("id")}


def test_later_words_that_do_not_answer_stand_at_the_right_of_their_promise_and_lead_to_their_place() -> None:
    looked = with_related_words()
    for language, evidence, outside in (
        ("", "Related words", "words outside the marked statements"),
        ("zh/", "有相关表述", "未作标注的原文"),
    ):
        row = rows_of(main(looked, f"{language}follow-up/a/index.html"))["k02"]
        _, middle, right = (cell for cell in row if cell.tag == "td")
        assert evidence in said(middle)
        assert "还要办丙事" in said(right) and outside in said(right)
        assert said(right).index("还要办丙事") < said(right).index("新增99人")
        ends = [link.get("href") for link in right.iter("a")]
        of_words = ["../../reports/b/index.html#p1", "../../reports/b/index.html#r01"]
        assert ends == [*of_words, "../../wording/a/index.html#k02"]


def test_words_that_no_statement_marks_are_a_table_of_the_downloads_and_leave_the_later_ids_as_they_were() -> None:
    looked = with_related_words()
    by_promise = {row["promise"]: row for row in table_of(looked, "follow_ups")}
    assert {name: (row["evidence"], row["later"]) for name, row in by_promise.items()} == {
        "a/k01": ("not-checked", "[]"),
        "a/k02": ("related-words", '["b/r01"]'),
        "a/t01": ("not-due", '["b/r01"]'),
    }
    assert table_of(looked, "later_words") == [
        {
            "promise": "a/k02",
            "report": "b",
            "paragraph": "p1",
            "start": "6",
            "end": "11",
            "text": "还要办丙事",
            "text_en": "Words",
            "later_place": "1",
        }
    ]


def test_a_promise_that_is_not_due_shows_the_later_words_that_there_are() -> None:
    row = rows_of(main(with_related_words(), "follow-up/a/index.html"))["t01"]
    assert "Not due" in said(row) and "新增99人" in said(row)


def test_what_nobody_has_looked_for_is_counted_and_folded_and_has_its_rows() -> None:
    page = main(with_related_words(), "follow-up/a/index.html")
    folded = [group for group in page.iter("details") if group.get("open") is None]
    assert [said(group.find("summary")) for group in folded] == ["Not checked 1"]
    (row,) = (row for row in folded[0].iter("tr") if row.get("id"))
    assert row.get("id") == "k01" and "the English of “<做乙事>”" in said(row)
    ends = [link.get("href") for link in row.iter("a")]
    assert ends == ["../../reports/a/index.html#k01", "#k01", "../../themes/care/index.html"]


def test_every_promise_of_a_text_with_a_later_one_has_one_place_on_its_page(real: Built) -> None:
    site = real.site
    for report_made in (one for one in site.library.reports if site.later(one)):
        page = real.files[f"follow-up/{report_made.id}/index.html"].decode()
        for promise in (one for one in report_made.statements if one.kind in COMMITMENTS):
            assert page.count(f' id="{promise.id}"') == 1, promise.full_id


def test_where_the_site_reckons_it_says_that_no_text_does(tmp_path: Path) -> None:
    said_so = collation(site(tmp_path / "a")).reckoned
    assert "its own arithmetic, which no text states" in said_so
    assert said_so.endswith("On this page: Stated figure is below the promised one: 1.")
    without = context_of(tmp_path / "b", CARE, PROMISED, report("b", "无。"))
    assert collation(without).reckoned == (
        "No two sentences here carry figures of one indicator, so nothing has been computed."
    )
    chinese = collation(site(tmp_path / "c", "zh"))
    assert "结果由本站得出，文本未载" in chinese.reckoned
    assert chinese.rows[0].arithmetic.endswith("（由本站据两边的句子算得，文本未载）")


def test_two_figures_that_cannot_be_computed_are_not_said_to_be(tmp_path: Path) -> None:
    later = report("b", "新增99人。", annotations(statement("r01", "新增99人", figure="99人").replace("2022", "2021")))
    first, *_ = collation(context_of(tmp_path, CARE, PROMISED, later, FOLLOW_UPS)).rows
    assert first.arithmetic == "Not computable"


AHEAD = report(
    "z",
    "新增100人。做乙事。做丙事。做丁事。",
    annotations(
        statement("t01", "新增100人", figure="100人").replace("2022", "2025"),
        statement("k01", "做乙事").replace("2022", "2024").replace("stated", "inferred"),
        statement("k02", "做丙事"),
        statement("k03", "做丁事", themes="care").replace("2022", "2023"),
    ),
)


def test_promises_of_a_last_text_that_fall_due_after_it_have_their_table_with_deadlines() -> None:
    looked = site_looked_at(CARE, AHEAD)
    page = main(looked, "follow-up/z/index.html")
    rows = [[said(cell) for cell in row] for row in page.iter("tr") if row.get("id")]
    assert [(row[0], row[-1]) for row in rows] == [
        ("No. 1", "Deadline 2025; stated"),
        ("No. 2", "Deadline [2024]; inferred"),
        ("No. 3", "Deadline 2023; stated"),
    ]
    assert [row.get("id") for row in page.iter("tr") if row.get("id")] == ["t01", "k01", "k03"]
    words = said(page)
    assert "1 further target or task of this text states no deadline" in words
    assert "No text of Qinghu later than its Report is held yet: nothing can be set beside the 3 promises" in words
    listed = {link.get("href") for link in main(looked, "follow-up/index.html").iter("a")}
    assert "z/index.html" in listed


def test_a_target_of_a_last_text_has_its_row_whenever_it_falls_due() -> None:
    text = report("a", "新增100人。", annotations(statement("t01", "新增100人", figure="100人")))
    looked = site_looked_at(CARE, text)
    assert [row["promise"] for row in table_of(looked, "follow_ups")] == ["a/t01"]
    assert "t01" in rows_of(main(looked, "follow-up/a/index.html"))


@pytest.mark.long
def test_a_last_text_of_which_nothing_falls_due_later_and_an_earlier_one_have_no_such_table() -> None:
    alone = site_looked_at(CARE, PROMISED)
    assert "follow-up/a/index.html" in alone.files  # of 2021, with promises for 2022
    due = report("a", "做乙事。", annotations(statement("k01", "做乙事", themes="care")))
    assert "follow-up/a/index.html" not in site_looked_at(CARE, due).files
    followed = site_looked_at(CARE, PROMISED, LATER, FOLLOW_UPS)
    assert "deadline" not in said(main(followed, "follow-up/a/index.html"))


def test_where_an_answer_would_stand_is_told_on_every_page_of_promises() -> None:
    written = {
        "content/prose/documents.en.md": "## Where\n\nIn plans.\n",
        "content/prose/documents.zh.md": "## 在哪里\n\n见计划。\n",
        "content/prose/follow-up.en.md": "See [documents](page:documents#where).\n",
        "content/prose/follow-up.zh.md": "见[文件](page:documents#在哪里)。\n",
    }
    begun = {path: text.replace("fully_read: true", "fully_read: false") for path, text in PROMISED.items()}
    looked = site_looked_at(CARE, begun, report("b", "无。", date='"2022"'), AHEAD | written)
    for path in ("follow-up/index.html", "follow-up/a/index.html", "follow-up/z/index.html"):
        up = "../" * path.count("/")
        assert f"{up}documents/index.html#where" in {link.get("href") for link in main(looked, path).iter("a")}


def test_every_page_of_promises_of_the_real_site_leads_to_where_an_answer_would_stand(real: Built) -> None:
    places = {"": "#where-an-answer-would-stand", "zh/": "#回应会出现在哪里"}
    for path, data in real.files.items():
        language = "zh/" if path.startswith("zh/") else ""
        name = path.removeprefix(language)
        if name.startswith("follow-up/") and "silence" not in name and name.endswith(".html"):
            assert f"documents/index.html{places[language]}" in unquote(data.decode()), path


def test_a_promise_without_a_deadline_is_not_said_to_be_due_by_any(tmp_path: Path) -> None:
    undated = statement("k02", "再办丙事").replace(' by: "2022", period_basis: stated', " modal: none")
    promised = report("a", "再办丙事。做乙事。", annotations(undated, statement("k01", "做乙事")), date='"2021"')
    rows = collation(context_of(tmp_path, promised, LATER, SILENT)).rows
    assert [row.by for row in rows] == ["no date stated", "By 2022"]


SILENT = {
    "content/follow-ups.yaml": """
        - {promise: a/k01, evidence: not-found, because: {zh: 未见。, en: Nothing.}, searched: [乙事]}
        - {promise: a/k02, evidence: not-found, because: {zh: 未见。, en: Nothing.}, searched: [丙事]}
        """
}
