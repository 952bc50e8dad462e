"""How much of a page stands open: what fits on twenty screens, all of the rest folded behind it, in its order."""

from __future__ import annotations

from hypothesis import given, strategies as st

from duizhao.pages.parts.screens import OPEN, STRETCH, WIDE, Stretched, lines_of, rooms_of, stretched

HEIGHTS = st.lists(st.integers(1, 5_000), max_size=60)


def own(height: int) -> int:
    return height


def test_lines_are_as_many_as_the_words_fill() -> None:
    assert [lines_of("天" * count, 18) for count in (0, 1, 18, 19)] == [0, 1, 1, 2]


@given(HEIGHTS, st.integers(0, 20_000), st.integers(0, 40_000))
def test_nothing_is_lost_and_as_much_stands_open_as_fits(heights: list[int], room: int, wide: int) -> None:
    held: Stretched[int] = stretched(heights, own, room, wide)
    assert [*held.shown, *(item for stretch in held.folded for item in stretch.items)] == heights
    assert held.count == len(heights)
    assert sum(held.shown) <= room or len(held.shown) == 1
    assert not held.folded or sum(held.shown) + held.folded[0].items[0] > room or len(held.shown) == 1
    numbers = [(stretch.first, stretch.last) for stretch in held.folded]
    assert [first for first, _ in numbers] == [
        last + 1 for last in (len(held.shown), *(last for _, last in numbers[:-1]))
    ][: len(numbers)]
    assert [stretch.on_phones for stretch in held.folded[1:]] == [False] * len(held.folded[1:])
    for stretch in held.folded:
        if stretch.on_phones:
            assert sum(held.shown) + sum(stretch.items) <= wide
        else:
            assert sum(stretch.items) <= STRETCH or len(stretch.items) == 1


@given(HEIGHTS, st.integers(0, 20_000))
def test_several_lists_share_a_page_short_ones_whole_and_long_ones_alike(heights: list[int], room: int) -> None:
    rooms = list(rooms_of(heights, room))
    for place, all_of_it in enumerate((room, round(room * WIDE))):
        shares = [one[place] for one in rooms]
        assert sum(shares) <= all_of_it and all(map(int.__le__, shares, heights))
        assert shares == heights or sum(shares) > all_of_it - len(heights)
        cut = [share for share, height in zip(shares, heights, strict=True) if share < height]
        whole = [share for share, height in zip(shares, heights, strict=True) if share == height]
        assert not cut or (max(cut) - min(cut) <= 1 + len(cut) and max(whole, default=0) <= max(cut) + len(heights))


def test_what_fits_is_left_as_it_is() -> None:
    assert stretched([OPEN // 2, OPEN // 2], own) == Stretched((OPEN // 2, OPEN // 2))
