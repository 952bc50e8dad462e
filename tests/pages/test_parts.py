"""What several pages show: signs of evidence, statements by district, words around a mention, references of prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.vocabulary import EVIDENCE
from duizhao.pages.context import PageContext
from duizhao.pages.parts.evidence import SIGNS, evidence_tally, evidence_word
from duizhao.pages.parts.prose import introduction
from duizhao.pages.parts.subject import MentionGroup, by_district, mention_groups

from ..sample import context_of, report
from .statements import annotations, statement

TARGET = annotations(statement("t01", "新增100人", figure="100人"))
TERM = {
    "content/terms.yaml": "- {id: six, zh: 六稳, pinyin: liù wěn, en: six, meaning: {zh: 六项。, en: Six things.}}\n"
}


def test_every_kind_of_evidence_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(EVIDENCE) and len(set(SIGNS.values())) == len(SIGNS)


def test_evidence_is_counted_in_the_order_of_the_vocabulary_and_none_is_not_said(tmp_path: Path) -> None:
    parts = (report("a", "新增100人。", TARGET, date='"2021"'), report("b", "新增100人。", TARGET))
    context = context_of(tmp_path, *parts)
    assert [word.text for word in evidence_tally(context, context.site.followed.values())] == [
        "Not due 1",
        "Not checked 1",
    ]
    assert evidence_word(context, "not-due").text == "Not due"
    assert evidence_word(context, "not-due", 1386).text == "Not due 1,386"


def test_statements_stand_under_their_districts_and_a_district_without_any_says_so(tmp_path: Path) -> None:
    context = context_of(tmp_path, report("a", "新增100人。", TARGET))
    qinghu, baishi = by_district(context, context.site.statements_of_theme["jobs"])
    assert ([item.quote for item in qinghu.statements], qinghu.silent) == (["新增100人"], "")
    assert (baishi.statements, baishi.silent) == ((), "No text of this district yet")


def mentioned(context: PageContext) -> list[MentionGroup]:
    """The mentions of the term, as a page shows them."""
    return list(mention_groups(context, context.site.mentions_of["term", "six"]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("六稳", '<mark class="hit">六稳</mark>'),
        ("前\n六稳<后>\n后", '<mark class="hit">六稳</mark>&lt;后&gt;'),
        ("前" * 30 + "六稳" + "后" * 30, "…" + "前" * 28 + '<mark class="hit">六稳</mark>' + "后" * 28 + "…"),
        ("前" * 28 + "六稳" + "后" * 28, "前" * 28 + '<mark class="hit">六稳</mark>' + "后" * 28),
    ],
)
def test_a_mention_is_shown_in_its_line_with_the_words_around_it(tmp_path: Path, text: str, words: str) -> None:
    (group,) = mentioned(context_of(tmp_path, TERM, report("a", text)))
    assert [place.words for place in group.places] == [words]


def test_mentions_stand_by_report_the_earliest_first(tmp_path: Path) -> None:
    parts = (report("a", "六稳。\n六稳。"), report("b", "六稳。", date='"2021"', short="{zh: 早, en: Early}"))
    groups = list(mentioned(context_of(tmp_path, TERM, *parts)))
    assert [(group.report.text, [place.block for place in group.places]) for group in groups] == [
        ("Qinghu: Early", ["¶1"]),
        ("Qinghu: Report", ["¶1", "¶2"]),
    ]


def test_references_of_prose_lead_from_the_page_on_which_it_stands(tmp_path: Path) -> None:
    prose = {
        "content/prose/home.en.md": "[a](theme:jobs) [b](page:compare) [c](page:home) [d](statement:a/t01)\n",
        "content/prose/themes/jobs.en.md": "[a](district:qinghu)\n",
    }
    context = context_of(tmp_path, prose, report("a", "新增100人。", TARGET))
    assert introduction(context, "home", "index.html") == (
        '<p><a href="themes/jobs/index.html">a</a> <a href="compare/index.html">b</a> '
        '<a href="index.html">c</a> <a href="reports/a/index.html#t01">d</a></p>'
    )
    assert introduction(context, "themes/jobs") == '<p><a href="../../districts/qinghu/index.html">a</a></p>'
    assert introduction(context, "about") == ""
