"""Lists that are too long for one page: they are parted where they have to be, and every item is on one part."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, strategies as st

from duizhao.pages.parts.splits import FOLDED, split

KEYS = (lambda item: item[0], lambda item: item[1])
ITEMS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers()))


@given(ITEMS, st.integers(1, 6))
def test_every_item_is_on_exactly_one_part_that_is_not_split_and_none_has_more_than_its_room(
    items: list[tuple[str, str, int]], room: int
) -> None:
    parts = list(split(items, KEYS, room).below())
    leaves = [part for part in parts if not part.parts]
    assert sorted(item for part in leaves for item in part.items) == sorted(items)
    assert all(len(part.items) <= room for part in leaves)
    assert len({part.names for part in parts}) == len(parts)


def test_a_list_that_just_fits_stays_whole_and_one_item_more_parts_it() -> None:
    items = [("a", "x", 1), ("b", "x", 2), ("b", "y", 3)]
    assert split(items, KEYS, 3).parts == ()
    assert [part.names for part in split(items, KEYS, 2).below()] == [(), ("a",), ("b",)]


def test_a_part_that_does_not_fit_is_parted_again_and_at_last_by_number() -> None:
    items = [("a", "x", 1), ("a", "x", 2), ("a", "y", 3)]
    names = [part.names for part in split(items, KEYS, 1).below()]
    assert names == [(), ("a",), ("a", "x"), ("a", "x", "1"), ("a", "x", "2"), ("a", "y")]


@given(ITEMS, st.integers(1, 6))
def test_items_of_which_some_take_less_are_parted_by_what_they_take(
    items: list[tuple[str, str, int]], room: int
) -> None:
    def size(some: Sequence[tuple[str, str, int]]) -> int:
        return sum(item[1] != "z" for item in some)

    leaves = [part for part in split(items, KEYS, room, size=size).below() if not part.parts]
    assert sorted(item for part in leaves for item in part.items) == sorted(items)
    assert all(size(part.items) <= room for part in leaves)
    assert (len(leaves) == 1) or size(items) > room


@given(ITEMS, st.integers(1, 6), st.integers(1, 8))
def test_a_part_that_is_light_enough_is_folded_instead_of_split_and_the_whole_list_never(
    items: list[tuple[str, str, int]], room: int, fitting: int
) -> None:
    parts = list(split(items, KEYS, room, weight=lambda _: FOLDED // fitting).below())
    unfolded = list(split(items, KEYS, room).below())
    assert not parts[0].folds and not any(part.parts and part.folds for part in parts)
    for part in parts[1:]:
        below = [one for one in unfolded if one.names[: len(part.names)] == part.names and one.names != part.names]
        assert bool(part.folds) == (bool(below) and len(part.items) <= fitting)
        assert list(part.folds) in ([], [one for one in below if not one.parts])
    leaves = [one for part in parts if not part.parts for one in part.folds or (part,)]
    assert [one.items for one in leaves] == [part.items for part in unfolded if not part.parts]


@given(ITEMS, st.integers(1, 6))
def test_a_part_by_number_knows_how_many_items_of_its_list_stand_before_it(
    items: list[tuple[str, str, int]], room: int
) -> None:
    for part in split(items, KEYS, room).below():
        before = 0
        for one in part.parts:
            assert one.before == (before if len(one.names) > len(KEYS) else 0)
            before += len(one.items)
