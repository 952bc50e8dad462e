"""How sure a suggestion is."""

from __future__ import annotations

import pytest

from duizhao.suggest.clauses import clauses
from duizhao.suggest.features import Seen
from duizhao.suggest.judging import Stated
from duizhao.suggest.kinds import Kind
from duizhao.suggest.numerals import quantities
from duizhao.suggest.sureness import sureness
from duizhao.suggest.tense import FUTURE
from duizhao.text.numbers import numbers

_SURE = {"": 5.0}


def sure_of(text: str, words: str, plainly: int = 2) -> float:
    seen = Seen(text, clauses(text), numbers(text), (), tense=FUTURE, press=False)
    start = text.index(words)
    figures = tuple(quantities(seen.numbers, start, start + len(words)))
    return sureness(seen, Stated(start, start + len(words), 1, Kind("task", plainly), figures, 0.9), _SURE)


@pytest.mark.parametrize(
    ("text", "words", "doubtful"),
    [
        ("改造东湖大桥，实现两岸有序衔接。", "实现两岸有序衔接", True),
        ("改造东湖大桥，实现通行能力提高20%。", "实现通行能力提高20%", False),
        ("改造东湖大桥，实现两岸有序衔接。", "改造东湖大桥", False),
        ("实现两岸有序衔接，改造东湖大桥。", "实现两岸有序衔接", False),
    ],
)
def test_nothing_that_may_be_but_a_purpose_is_surer_than_what_is_taken_over_unseen(
    text: str, words: str, doubtful: bool
) -> None:
    assert (sure_of(text, words) < 0.9) == doubtful


def test_what_no_section_tells_the_kind_of_is_not_surer_either() -> None:
    assert sure_of("改造东湖大桥。", "改造东湖大桥", plainly=1) < 0.9 < sure_of("改造东湖大桥。", "改造东湖大桥")


def test_what_lies_behind_the_last_clause_may_be_asked_about_as_well() -> None:
    assert sure_of("改造东湖大桥。", "。") > 0.9
