"""Which clauses are taken together as statements."""

from __future__ import annotations

import pytest

from duizhao.suggest.parting import Stating, best_parts, right_parts

THREE = [(0, 10), (11, 21), (22, 32)]


def parts(stated: list[float], joined: list[float], least: float = 0.5) -> list[tuple[int, int]]:
    right = right_parts(THREE[: len(stated)], Stating(stated, stated), joined)
    return best_parts(right, dict.fromkeys(right, least), len(stated))


@pytest.mark.parametrize(
    ("stated", "joined", "found"),
    [
        ([0.9, 0.9, 0.9], [0.0, 0.1, 0.1], [(0, 1), (1, 2), (2, 3)]),
        ([0.9, 0.9, 0.9], [0.0, 0.9, 0.1], [(0, 2), (2, 3)]),
        ([0.9, 0.1, 0.9], [0.0, 0.9, 0.9], [(0, 1), (2, 3)]),
        ([0.1, 0.2, 0.1], [0.0, 0.5, 0.5], []),
        ([], [], []),
    ],
)
def test_clauses_are_taken_together_where_one_goes_on_with_the_other(
    stated: list[float], joined: list[float], found: list[tuple[int, int]]
) -> None:
    assert parts(stated, joined) == found


def test_a_part_is_as_likely_as_all_statements_that_it_is_alike_to() -> None:
    right = right_parts([(0, 10), (11, 14)], Stating([1.0, 1.0], [1.0, 1.0]), [0.0, 0.4])
    assert right[0, 1] == pytest.approx(1.0), (
        "the long clause is half of both together, and it is one of them by itself"
    )
    assert right[1, 2] == pytest.approx(0.6)


def test_no_part_shares_a_clause_with_another() -> None:
    found = parts([0.8, 0.8, 0.8], [0.0, 0.5, 0.5], 0.2)
    assert found and all(one[1] <= other[0] for one, other in zip(found, found[1:], strict=False))


def test_what_counts_is_proposed_sooner_than_what_does_not() -> None:
    right = right_parts(THREE[:1], Stating([0.4], [0.4]), [0.0])
    assert best_parts(right, {(0, 1): 0.35}, 1) == [(0, 1)] and best_parts(right, {(0, 1): 0.5}, 1) == []


def test_a_clause_is_the_likelier_to_state_something_where_the_one_before_it_does() -> None:
    stating = Stating(after_stated=[0.9, 0.8], after_none=[0.5, 0.2])
    assert stating.whole() == pytest.approx((0.5, 0.5 * 0.8 + 0.5 * 0.2))
    right = right_parts(THREE[:2], stating, [0.0, 0.5])
    assert right[1, 2] == pytest.approx(0.5 * 0.8 * 0.5 + 0.5 * 0.2), (
        "both state and the second is apart, or it is alone"
    )
