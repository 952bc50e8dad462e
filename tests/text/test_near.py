"""Names that are near to one that is none: what is meant, and how few are named and compared."""

from __future__ import annotations

import pytest

from duizhao.text import near
from duizhao.text.near import COMPARED, NAMED, did_you_mean, first_of, nearest, some_of

from .test_growth import UNHURRIED, seconds


@pytest.mark.parametrize(
    ("given", "meant"), [("qinghou", "qinghu"), ("jbos", "jobs"), ("Jobs", "jobs"), ("x", ""), ("", "")]
)
def test_the_nearest_is_the_one_that_was_meant_and_none_where_none_is_near(given: str, meant: str) -> None:
    assert nearest(given, {"baishi", "qinghu", "jobs"}) == meant
    assert did_you_mean(given, {"baishi", "qinghu", "jobs"}) == (f"did you mean {meant}? " if meant else "")


def test_a_few_are_all_named_in_their_order() -> None:
    assert some_of({"c", "a", "b"}, "x") == first_of("abc") == "a, b, c"
    assert some_of(()) == first_of(()) == ""


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ("d2500x", "d2498, d2499, d2500, d2501, d2502, d2503 and 4,994 more"),
        ("a", "d0000, d0001, d0002, d0003, d0004, d0005 and 4,994 more"),
        ("z", "d4994, d4995, d4996, d4997, d4998, d4999 and 4,994 more"),
    ],
)
def test_of_thousands_those_about_the_wrong_one_are_named_and_the_others_counted(given: str, named: str) -> None:
    assert some_of({f"d{number:04}" for number in range(5_000)}, given) == named
    assert named.count(", d") == NAMED - 1


def test_what_a_person_wrote_is_named_in_the_order_in_which_it_stands() -> None:
    assert first_of([f"k{number}" for number in range(9, 0, -1)]) == "k9, k8, k7, k6, k5, k4 and 3 more"


def test_of_thousands_the_nearest_is_found_among_those_that_begin_alike() -> None:
    assert nearest("d2500x", [f"d{number:04}" for number in range(5_000)]) == "d2500"


def test_however_many_names_there_are_no_more_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    monkeypatch.setattr(near, "get_close_matches", lambda given, names, *_: compared.append(len(names)) or [])
    for count in (3, COMPARED, COMPARED + 1, 50 * COMPARED):
        nearest("d2", [f"d{number}" for number in range(count)])
    assert compared == [3, COMPARED, COMPARED, COMPARED]


@pytest.mark.long
def test_a_name_of_a_megabyte_is_compared_by_its_beginning() -> None:
    known = [f"d{number}" * 10 for number in range(COMPARED)]
    short = min(seconds(lambda: nearest("d" * 200, known)) for _ in range(2))
    assert any(seconds(lambda: nearest("d" * 1_000_000, known)) < 4 * short + UNHURRIED for _ in range(4))
