"""Promises beside later words: the collation tables, the register of silence, the first page, the table of targets."""

from __future__ import annotations

from pathlib import Path

from duizhao.pages.collation import CollationView, collation_pages
from duizhao.pages.context import PageContext
from duizhao.pages.follow_ups import FollowUpsView, follow_ups_page
from duizhao.pages.frame import Choice
from duizhao.pages.silence import SilenceView, silence_page
from duizhao.pages.targets import TargetsView, targets_page

from ..sample import SMALLEST, context_of, report
from .statements import annotations, statement

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


def test_promises_stand_by_theme_targets_before_tasks_numbered_through(tmp_path: Path) -> None:
    groups = collation(site(tmp_path)).groups
    assert [(group.title, [(row.number, row.anchor) for row in group.rows]) for group in groups] == [
        ("Jobs", [(1, "t01"), (2, "k02")]),
        ("Care", [(3, "k01")]),
    ]


def test_a_row_says_the_later_words_the_evidence_and_the_ground(tmp_path: Path) -> None:
    first, second = collation(site(tmp_path)).groups[0].rows
    assert [item.quote for item in first.later] == ["新增99人"]
    assert (first.evidence.text, first.arithmetic, first.because) == (
        "Progress reported",
        "Stated figure is short of it",
        "Moved.",
    )
    assert (second.later, second.searched, second.arithmetic) == ((), ("丙事",), "")


def test_the_chinese_of_the_printed_tables_stands_beside_english_heads(tmp_path: Path) -> None:
    english, chinese = (collation(site(tmp_path / language, language)) for language in ("en", "zh"))
    assert [head.zh for head in english.heads] == ["序号", "承诺", "查对结果", "后文"]
    assert [head.zh for head in chinese.heads] == [""] * 4
    assert (english.title_zh, chinese.title_zh) == ("报告承诺事项对照表", "")


def test_the_last_report_of_a_district_has_no_table(tmp_path: Path) -> None:
    context = site(tmp_path)
    assert [page.frame.path for page in collation_pages(context)] == ["follow-up/a/index.html"]


def test_the_register_of_silence_holds_what_was_not_found(tmp_path: Path) -> None:
    view = silence_page(site(tmp_path)).view
    assert isinstance(view, SilenceView)
    assert [[(row.anchor, row.searched) for row in group.rows] for group in view.groups] == [
        [("k02", ("丙事",))],
        [("k01", ("乙事",))],
    ]


def test_the_first_page_leads_to_the_tables_and_explains_every_kind_of_evidence(tmp_path: Path) -> None:
    view = follow_ups_page(site(tmp_path)).view
    assert isinstance(view, FollowUpsView)
    assert [[link.path for link in group.links] for group in view.nav] == [
        ["follow-up/a/index.html"],
        [],
        ["follow-up/silence/index.html", "targets/index.html"],
    ]
    assert [bool(group.note) for group in view.nav] == [False, True, False]
    assert [word.text for word in view.evidence] == ["Not found 2", "Progress reported 1"]
    assert len(view.kinds) == 7


def test_the_table_of_targets_offers_the_filters_that_some_target_has(tmp_path: Path) -> None:
    view = targets_page(site(tmp_path)).view
    assert isinstance(view, TargetsView)
    (row,) = view.rows
    assert (row.district, row.theme, row.due, row.wording, row.evidence) == (
        "qinghu",
        "jobs",
        "2022",
        "100 people",
        "Progress reported",
    )
    assert [choice.value for choice in view.districts] == ["qinghu"]
    assert [choice.value for choice in view.themes] == ["jobs"]
    assert view.years == (Choice("2022", "2022"),)
    assert view.calendar == "targets/targets.ics"
