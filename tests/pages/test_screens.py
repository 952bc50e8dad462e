"""How much of a page stands open: what fits on twenty screens, all of the rest folded behind it, in its order."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, strategies as st

from duizhao.pages.collation.page import collation_pages_of
from duizhao.pages.parts.collation_parts import CollationView
from duizhao.pages.parts.screens import OPEN, STRETCH, WIDE, Stretched, lines_of, rooms_of, stretched
from duizhao.pages.parts.subject import SubjectView
from duizhao.pages.targets import targets_pages
from duizhao.pages.theme import theme_pages

from ..sample import context_of, report
from .statements import annotations, statement

HEIGHTS = st.lists(st.integers(1, 5_000), max_size=60)


def own(height: int) -> int:
    return height


def test_lines_are_as_many_as_the_words_fill() -> None:
    assert [lines_of("天" * count, 18) for count in (0, 1, 18, 19)] == [0, 1, 1, 2]


@given(HEIGHTS, st.integers(0, 20_000), st.integers(0, 40_000))
def test_nothing_is_lost_and_as_much_stands_open_as_fits(heights: list[int], room: int, wide: int) -> None:
    held: Stretched[int] = stretched(heights, own, room, wide)
    assert [*held.shown, *(item for stretch in held.folded for item in stretch.items)] == heights
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


def said(count: int, words: str) -> dict[str, str]:
    """A report with so many targets, each of these words behind its figure."""
    quotes = [f"再增{100 + number}人{words}" for number in range(count)]
    stated = (
        statement(f"t{n:02}", quote, figure=quote.partition("人")[0][2:] + "人") for n, quote in enumerate(quotes, 1)
    )
    return report("a", "\n".join(f"{quote}。" for quote in quotes), annotations(*stated))


def test_rows_of_long_words_go_on_over_more_pages_than_short_ones(tmp_path: Path) -> None:
    for words, pages in (("", 1), ("，并且继续做好各项工作" * 12, 5)):
        context = context_of(tmp_path / str(pages), said(60, words))
        assert len(list(targets_pages(context))) >= pages
        assert (len(list(targets_pages(context))) == 1) == (pages == 1)


def test_of_a_theme_as_many_statements_stand_open_as_fit(tmp_path: Path) -> None:
    for words, is_folded in (("", False), ("，并且继续做好各项工作" * 12, True)):
        context = context_of(tmp_path / str(is_folded), said(60, words))
        view = next(page.view for page in theme_pages(context) if page.frame.path == "themes/jobs/index.html")
        assert isinstance(view, SubjectView) and view.is_folded == is_folded
        held = view.districts[0]
        quotes = [one.quote for one in (*held.statements, *(one for part in held.folded for one in part.items))]
        assert len(quotes) == len(set(quotes)) == held.count == 60


def test_of_a_table_each_state_has_its_share_open(tmp_path: Path) -> None:
    later = report("b", "无。", date='"2021"')
    context = context_of(tmp_path, said(60, "，并且继续做好各项工作" * 12), later)
    page = next(page for page in collation_pages_of(context, "a") if page.template == "follow-up.html")
    assert isinstance(page.view, CollationView) and page.view.is_folded
    for group in page.view.groups:
        rows = (*group.shown, *(row for part in group.stretches for row in part.items))
        assert rows == group.here and (group.shown or not group.rows)
