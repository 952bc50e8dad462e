"""Which records of a list are broken: those in which there are issues, however many there are of either."""

from __future__ import annotations

import re

import pytest

from duizhao.content.broken import Broken, broken_in
from duizhao.content.nodes import node_of
from duizhao.issues import Issue, SourcePosition

from ..text.test_growth import UNHURRIED, seconds

ID = re.compile("[a-z0-9]+")


def broken(text: str, *places: tuple[int, int]) -> Broken:
    """The broken records of a list with issues at these lines and columns."""
    node, _ = node_of(text, "a.yaml")
    return broken_in(node, [Issue("unread", SourcePosition("a.yaml", *place), "x") for place in places], "id", ID)


TWO = "# a list\n- id: a\n  b: c\n- {id: d}\n"


@pytest.mark.parametrize(
    ("places", "ids"),
    [
        ((), ()),
        (((2, 3),), "a"),
        (((3, 6), (3, 3)), "a"),
        (((4, 3), (2, 3)), "ad"),
        (((99, 1),), "d"),
        (((1, 1), (4, 4)), "d"),
    ],
)
def test_a_record_is_broken_if_an_issue_stands_in_it(places: tuple[tuple[int, int], ...], ids: str) -> None:
    found = broken(TWO, *places)
    assert found.ids == frozenset(ids) and not found.nameless
    held = [any(found.holds(SourcePosition("a.yaml", line, 9)) for line in lines) for lines in ((2, 3), (4, 5))]
    assert held == ["a" in ids, "d" in ids]
    assert not found.holds(SourcePosition("a.yaml", 1, 1)) and not found.holds(SourcePosition("b.yaml", 2, 9))


@pytest.mark.parametrize("text", ["[]", "# none\n[]\n", "- id: [a]\n"])
def test_where_no_record_with_an_id_can_be_told_any_may_be_broken(text: str) -> None:
    found = broken(text, (1, 1), (1, 3))
    assert found.nameless and "x" in found
    assert not broken(text)


@pytest.mark.long
def test_broken_records_are_found_in_time_that_grows_with_their_number() -> None:
    def found(count: int) -> bool:
        places = [(line, 3) for line in range(1, count + 1)]
        one = broken("- {id: a}\n" * count, *places)
        return all(one.holds(SourcePosition("a.yaml", *place)) for place in places)

    first = min(seconds(lambda: found(3_000)) for _ in range(2))
    assert any(seconds(lambda: found(12_000)) < 8 * first + UNHURRIED for _ in range(4))
