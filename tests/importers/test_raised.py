"""Numbers above and below the line: marks of notes, exponents, indices; none becomes a digit of a figure beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, strategies as st

from duizhao.importers.importing import Imported
from duizhao.importers.raised import lowered, raised
from duizhao.text.numbers import numbers

from .invented import BLOCKS, CLOSING, LINES
from .made import blocks, import_of, page, saved


@pytest.mark.parametrize(
    ("before", "words", "put"),
    [
        ("社区服务中心", "2", "[2]"),
        ("“一湖两带”", " 3 ", "[3]"),
        ("服务中心", "1，2", "[1][2]"),
        ("服务中心", "注1", "[注1]"),
        ("培育项目15", "4", "[4]"),
        ("GDP", "2", "[2]"),
        ("5G", "3", "[3]"),
        ("森林1200km", "2", "²"),
        ("森林1200 m", "2", "²"),
        ("库容3万m", "3", "³"),
        ("库容3万m", "4", "[4]"),
        ("建筑1200米", "2", "²"),
        ("建筑1200平方米", "2", "[2]"),
        ("占地3.2×10", "4", "⁴"),
        ("项目110", "4", "[4]"),
        ("每立方米s", "-1", "⁻¹"),
        ("服务中心", "[2]", "[2]"),
        ("服务中心", "①", "①"),
        ("晴湖", "®", "®"),
    ],
)
def test_a_number_above_the_line_is_an_exponent_or_the_mark_of_a_note(before: str, words: str, put: str) -> None:
    assert raised(before, words) == put


@given(st.integers(1, 999), st.integers(1, 9999), st.sampled_from(["中心", "15", "第3", "10", "30km", "米", "GDP"]))
def test_no_number_above_the_line_is_a_digit_of_a_figure(note: int, count: int, before: str) -> None:
    words = f"新建{before}{raised(f'新建{before}', str(note))}{count}个"
    assert f"{count}个" in [words[one.start : one.end] for one in numbers(words)]


@pytest.mark.parametrize(
    ("before", "words", "behind", "put"),
    [
        ("CO", "2", "减排", "2"),
        ("CO", "2", "37万吨", "2 "),
        ("PM", "2.5", "浓度", "2.5"),
        ("37", "2", "吨", " 2"),
    ],
)
def test_a_number_below_the_line_is_parted_from_a_figure(before: str, words: str, behind: str, put: str) -> None:
    assert lowered(before, words, behind) == put


# Words of a paragraph in pieces; those behind ^ stand above the line.
PIECES = (
    *("建成社区服务中心", "^1", "37个，培育“一湖两带”", "^2", "项目15", "^3", "个，森林1200km", "^2"),
    *("，改造厂房8600m", "^2", "，各方面都反映良好。"),
)
READ = "建成社区服务中心37个，培育“一湖两带”项目15个，森林1200km²，改造厂房8600m²，各方面都反映良好。"


def of_page(folder: Path) -> Imported:
    words = "".join(f"<sup>{piece[1:]}</sup>" if piece[0] == "^" else f"<span>{piece}</span>" for piece in PIECES)
    return import_of("a.html", page().replace(f"<p>{CLOSING}", f"<p>{words}</p><p>{CLOSING}").encode(), folder)


def of_styled_page(folder: Path) -> Imported:
    style = "font-size:60%;vertical-align: super"
    words = "".join(f"<span style='{style}'>{piece[1:]}</span>" if piece[0] == "^" else piece for piece in PIECES)
    return import_of("a.html", page().replace(f"<p>{CLOSING}", f"<p>{words}</p><p>{CLOSING}").encode(), folder)


def of_word_file(folder: Path) -> Imported:
    document = Document()
    for line in LINES[:-1]:
        document.add_paragraph(line)
    paragraph = document.add_paragraph()
    for piece in PIECES:
        paragraph.add_run(piece.removeprefix("^")).font.superscript = piece[0] == "^"
    document.add_paragraph(CLOSING)
    return import_of("a.docx", saved(document), folder)


@pytest.mark.parametrize("read", [of_page, of_styled_page, of_word_file])
def test_marks_of_notes_above_the_line_are_set_apart_and_told(read: Callable[[Path], Imported], tmp_path: Path) -> None:
    one = read(tmp_path)
    assert blocks(one) == [*BLOCKS[:-1], (0, READ), BLOCKS[-1]]
    told = "numbers above the line are taken for marks of notes, and put in brackets: [1], [2], [3]"
    assert told in one.doubts
    assert {"apart": "[{n}]", "as": "note-mark", "at": "anywhere", "count": 3} in one.draft.steps["patterns"]


def test_a_number_above_the_line_in_several_runs_is_one_number(tmp_path: Path) -> None:
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    paragraph = document.add_paragraph("以上所列的服务中心")
    for words, is_above in (
        ("1", True),
        ("2", True),
        ("37个，均由晴湖区各有关部门核实，并在年底以前公布结果。", False),
    ):
        paragraph.add_run(words).font.superscript = is_above
    one = import_of("a.docx", saved(document), tmp_path)
    assert "服务中心[12]37个" in one.taken.text and "服务中心37个" in one.made.text


def test_a_year_in_brackets_stays_where_a_number_stands_above_the_line(tmp_path: Path) -> None:
    words = "按照晴府[2022]5号文件，建成社区服务中心<sup>1</sup>37个，群众满意度达到98%，各方面都反映良好。"
    one = import_of("a.html", page().replace(f"<p>{CLOSING}", f"<p>{words}</p><p>{CLOSING}").encode(), tmp_path)
    assert "按照晴府[2022]5号文件，建成社区服务中心[1]37个" in one.made.text
