"""Of what a page of a PDF draws, second copies of characters and words that are struck out are none of its text."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser

from duizhao.importers.pdf_drawn import Char, is_set_from_above, once_each, strokes, struck_out
from duizhao.importers.source import Refused

from .invented import BLOCKS
from .made import blocks, import_of, printed

SIZE = 10.0


def row(words: str, left: float = 50.0, bottom: float = 700.0) -> list[Char]:
    """The characters of a line, as wide as they are high, digits half as wide."""
    chars: list[Char] = []
    for char in words:
        width = SIZE / 2 if char.isascii() else SIZE
        chars.append((char, (left, bottom, left + 0.9 * width, bottom + (1.0 if char == "." else 9.0))))
        left += width
    return chars


def words(chars: list[Char]) -> str:
    return "".join(char for char, _ in chars)


@pytest.mark.parametrize(("right", "down"), [(0.5, -0.5), (1.2, 0.0), (0.0, 1.5), (-1.0, -1.0)])
def test_of_a_character_that_is_drawn_twice_at_nearly_one_place_one_is_left(right: float, down: float) -> None:
    line = "达到112.2亿元，人人满意"
    left = once_each([row(line), row(line, 50.0 + right, 700.0 + down)], SIZE)
    assert [words(one) for one in left] == [line, ""]


def test_the_same_characters_beside_and_below_each_other_stay() -> None:
    lines = [row("人人人1111..", bottom=bottom) for bottom in (700.0, 685.0)]
    assert once_each(lines, SIZE) == lines


@pytest.mark.parametrize(("right", "down"), [(2.5, 0.0), (0.0, 2.5), (-2.5, 0.5), (0.5, -2.5)])
def test_the_same_character_a_quarter_of_its_height_away_stays(right: float, down: float) -> None:
    rows = [row("1"), row("1", 50.0 + right, 700.0 + down)]
    assert once_each(rows, SIZE) == rows


def test_blanks_stay_wherever_they_are() -> None:
    rows = [row(" 1 "), row(" ")]
    assert once_each(rows, SIZE) == rows


def test_a_stroke_through_another_line_strikes_out_none_of_this() -> None:
    line = row("达到480.1亿元")
    assert struck_out(line, [(50.0, 689.0, 150.0, 689.5), (50.0, 719.0, 150.0, 719.5)]) == set()
    assert struck_out([], [(50.0, 689.0, 150.0, 689.5)]) == set()


@pytest.mark.parametrize(("height", "is_out"), [(4.5, True), (3.0, True), (-1.0, False), (0.5, False), (9.5, False)])
def test_a_stroke_through_the_middle_strikes_out_and_one_below_or_above_does_not(height: float, is_out: bool) -> None:
    line = row("达到480.1亿元")
    stroke = (70.0, 700.0 + height, 95.0, 700.5 + height)
    left = [char for at, (char, _) in enumerate(line) if at not in struck_out(line, [stroke])]
    assert "".join(left) == ("达到亿元" if is_out else "达到480.1亿元")


def test_of_what_a_page_draws_a_box_and_a_dash_are_no_strokes() -> None:
    boxes = [(40.0, 690.0, 200.0, 715.0), (72.0, 704.0, 74.0, 704.4), (70.0, 704.0, 95.0, 704.5)]

    class Drawn:
        """What a page draws."""

        def get_objects(self, **_: object) -> list[SimpleNamespace]:
            return [SimpleNamespace(get_bounds=partial(boxes.__getitem__, at)) for at in range(len(boxes))]

    assert strokes(Drawn(), SIZE) == boxes[2:]


def test_a_page_that_is_set_in_columns_from_above_is_known() -> None:
    columns = [one for left in (90.0, 70.0) for at in range(40) for one in row("字", left, 700.0 - 10 * at)]
    assert is_set_from_above(columns, SIZE) and not is_set_from_above(row("字" * 80), SIZE)
    lines = [one for at in range(30) for one in row("全区八项工作", bottom=700.0 - 15 * at)]
    assert not is_set_from_above(lines, SIZE)


@pytest.mark.browser
@pytest.mark.parametrize("style", ["h1, p { text-shadow: 1px 1px #999 }", "p { text-shadow: 0 0 1px red }"])
def test_a_printed_page_with_shadows_is_read_once(browser: Browser, style: str, tmp_path: Path) -> None:
    assert blocks(import_of("a.pdf", printed(browser, style), tmp_path)) == BLOCKS


@pytest.mark.browser
def test_a_page_printed_from_above_is_refused_with_a_way_out(browser: Browser, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="save its text as .txt"):
        import_of("a.pdf", printed(browser, "html { writing-mode: vertical-rl }"), tmp_path, year="2023")


@pytest.mark.browser
def test_words_of_a_printed_page_that_are_struck_out_are_left_out_and_told(browser: Browser, tmp_path: Path) -> None:
    one = import_of("a.pdf", printed(browser, "", ("486.2", "<s>480.1</s>486.2")), tmp_path)
    assert blocks(one) == BLOCKS and one.doubts == ("words that are struck out are not here: page 1",)
