"""What a follow-up says of a promise is not denied by the dates of the texts or by the kinds of the later words."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.evidence import later_words_can_say_it, nothing_past_is_not_due

from ...sample import report
from .given import JOBS, found, one, target

LATER = report("b", "新增300人。", one("300人", f"{JOBS}, unit: 人"), date='"2024-01-16"')
LATEST = report("c", "新增300人。", one("300人", f"{JOBS}, unit: 人"), date='"2026"')


def follow_up(more: str) -> dict[str, str]:
    return {"content/follow-ups.yaml": f"- {{promise: a/t01, because: {{zh: 同。, en: Same.}}, {more}}}"}


def promised(by: str = "", date: str = '"2023-01-15"') -> dict[str, str]:
    """A text with a target that falls due at a time, or at none."""
    given = target()
    line = '          by: "2022"\n          period_basis: stated\n'
    assert line in given
    return report("a", "甲事100人。", given.replace(line, line.replace("2022", by) if by else ""), date=date)


def told(after: str, by: str) -> list[str]:
    return [
        f"evidence-disagrees: the evidence is not-due, and {after} is of a day after {by}, when the promise fell due"
    ]


@pytest.mark.parametrize(
    ("by", "issues"),
    [
        ("2023", told("b", "2023")),
        ("2023-06", told("b", "2023-06")),
        ("2021/2023", told("b", "2021/2023")),
        ("2024-01-15", told("b", "2024-01-15")),
        ("2024-01-16", told("c", "2024-01-16")),
        ("2024", told("c", "2024")),
        ("2021/2025", told("c", "2021/2025")),
        ("2026", []),  # the latest text may be of any day of 2026
        ("2030", []),
        ("", []),
    ],
)
@pytest.mark.parametrize("more", ["evidence: not-due", "evidence: not-due, later: [b/r01]"])
def test_a_promise_is_not_said_to_be_not_due_where_a_later_text_begins_after_its_time(
    by: str, issues: list[str], more: str, tmp_path: Path
) -> None:
    assert found(nothing_past_is_not_due, tmp_path, promised(by), LATER, LATEST, follow_up(more)) == issues


@pytest.mark.parametrize(
    ("own", "of_figure", "issues"),
    [("2023", "2030", []), ("2021/2023", "2024", told("c", "2024")), ("", "2030", []), ("", "2023", told("b", "2023"))],
)
def test_the_last_time_of_a_promise_is_that_of_its_figures_too(
    own: str, of_figure: str, issues: list[str], tmp_path: Path
) -> None:
    (path,) = [name for name in promised(own) if name.endswith("annotations.yaml")]
    given = promised(own)
    timed = f'aspect: level, period: "{of_figure}", period_basis: stated}}]'
    given[path] = given[path].replace("aspect: level}]", timed)
    assert timed in given[path]
    assert found(nothing_past_is_not_due, tmp_path, given, LATER, LATEST, follow_up("evidence: not-due")) == issues


@pytest.mark.parametrize("more", ["evidence: not-checked", "evidence: reported-done, later: [b/r01]"])
def test_whatever_else_is_said_of_a_promise_may_be_said_when_it_has_fallen_due(more: str, tmp_path: Path) -> None:
    assert found(nothing_past_is_not_due, tmp_path, promised("2023"), LATER, LATEST, follow_up(more)) == []


def test_of_the_last_text_of_a_district_nothing_is_due(tmp_path: Path) -> None:
    parts = promised("2023"), report("b", "无。", district="baishi", date='"2026"'), follow_up("evidence: not-due")
    assert found(nothing_past_is_not_due, tmp_path, *parts) == []


def words(kind: str, quote: str, figure: str = "") -> str:
    """Annotations with one statement of a kind."""
    letter = {"target": "t", "task": "k", "result": "r", "situation": "s"}[kind]
    measures = f", measures: [{{figure: {figure}, aspect: level}}]" if figure else ""
    return f"statements:\n- {{id: {letter}01, kind: {kind}, quote: {quote}, gloss: words, themes: [jobs]{measures}}}\n"


PLAN = "reported-done, and all that is named as later words is a target, which says that something is still to come"
BARE = "other-definition, and none of the later words has a figure"


@pytest.mark.parametrize(
    ("evidence", "kind", "quote", "figure", "said"),
    [
        ("reported-done", "target", "甲事达到100人", "100人", PLAN),
        ("reported-done", "target", "为已建成的甲馆添100座", "100座", ""),
        ("reported-done", "target", "再办甲事100件", "100件", ""),
        ("reported-done", "task", "办甲事", "", ""),
        ("reported-done", "result", "办成甲事", "", ""),
        ("reported-done", "situation", "甲馆有座", "", ""),
        ("reported-progress", "target", "甲事达到100人", "100人", ""),
        ("restated", "target", "甲事达到100人", "100人", ""),
        ("restated", "result", "办成甲事", "", ""),
        ("other-definition", "task", "办好甲事", "", BARE),
        ("other-definition", "result", "甲事办成", "", BARE),
        ("other-definition", "result", "甲事办成3件", "", ""),
        ("other-definition", "result", "甲事办成九成", "", ""),
        ("other-definition", "task", "甲事全覆盖", "", ""),
        ("other-definition", "target", "甲事达到100人", "100人", ""),
        ("related-words", "task", "办好甲事", "", ""),
    ],
)
def test_later_words_are_of_kinds_that_can_say_what_they_are_evidence_of(
    evidence: str, kind: str, quote: str, figure: str, said: str, tmp_path: Path
) -> None:
    stated = words(kind, quote, figure)
    name = stated.partition("id: ")[2][:3]
    parts = promised("2023"), report("b", f"{quote}。", stated, date='"2024"')
    issues = found(later_words_can_say_it, tmp_path, *parts, follow_up(f"evidence: {evidence}, later: [b/{name}]"))
    assert issues == ([f"evidence-disagrees: the evidence is {said}"] if said else [])


@pytest.mark.parametrize(
    ("evidence", "quote", "said"),
    [
        ("reported-done", "甲事达到", ""),
        ("other-definition", "甲事达到", f"evidence-disagrees: the evidence is {BARE}"),
        ("other-definition", "100人", ""),
        ("other-definition", "对所有甲事应改尽改", ""),
        ("other-definition", "甲事规模翻番", ""),
        ("other-definition", "甲事已有廿年", ""),
        ("other-definition", "甲事居榜首", ""),
    ],
)
def test_of_words_that_no_statement_marks_only_the_signs_are_known(
    evidence: str, quote: str, said: str, tmp_path: Path
) -> None:
    named = follow_up(f"evidence: {evidence}, later: [{{report: b, quote: {quote}, en: words}}]")
    parts = promised("2023"), report("b", "甲事达到100人。", date='"2024"'), named
    assert found(later_words_can_say_it, tmp_path, *parts) == ([said] if said else [])


def test_of_a_statement_that_is_not_there_nothing_is_known(tmp_path: Path) -> None:
    named = follow_up("evidence: other-definition, later: [b/r02]")
    assert found(later_words_can_say_it, tmp_path, promised("2023"), LATER, named) == []
