"""Words of a PDF that stand otherwise than in lines of one width below each other."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import replace

import pytest

from duizhao.importers.pdf import _taken
from duizhao.importers.pdf_boxes import boxes
from duizhao.importers.pdf_capitals import with_capitals
from duizhao.importers.pdf_lines import Line, Piece, _with_raised, lines_of, page_pieces
from duizhao.importers.pdf_over import without_watermarks
from duizhao.importers.pdf_paragraphs import beginnings
from duizhao.importers.pdf_titles import with_titles_whole
from duizhao.importers.pdf_turned import upright_page

from .test_pdf_lines import BEGUN, LEFT, RIGHT, WIDE, lines, piece

WORDS = ("first line of all", "second line")


def drawn(angle: int, shown: int, words: Sequence[tuple[str, int]] = ()) -> bytes:
    """A PDF of two lines that are turned against the clock, on a page shown turned; `words` at angles of theirs.

    Only latin letters: the fonts of pdfium have no others.
    """
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument.new()
    page = document.new_page(400, 500)
    lines = [(text, angle, 20 * number) for number, text in enumerate(WORDS)]
    for text, turned, below in (*lines, *((text, at, 90) for text, at in words)):
        thing = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 10.0)
        spelt = text.encode("utf-16-le") + b"\0\0"
        raw.FPDFText_SetText(thing, (raw.FPDF_WCHAR * (len(spelt) // 2)).from_buffer_copy(spelt))
        cosine, sine = math.cos(math.radians(turned)), math.sin(math.radians(turned))
        place = 200 + below * sine, 250 - below * cosine
        raw.FPDFPageObj_Transform(thing, cosine, sine, -sine, cosine, *place)
        raw.FPDFPage_InsertObject(page, thing)
    page.gen_content()
    page.set_rotation(shown)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pieces_of(data: bytes) -> list[Piece]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return page_pieces(upright_page(document, 0), 0)


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("shown", [0, 90, 180, 270])
def test_pages_that_are_drawn_or_shown_turned_are_read_upright(angle: int, shown: int) -> None:
    upright = [piece.line for piece in pieces_of(drawn(0, 0))]
    made = [piece.line for piece in pieces_of(drawn(angle, shown))]
    assert [line.text for line in made] == [*WORDS]
    assert made[0].bottom - made[1].bottom == pytest.approx(20, abs=0.3)
    for one, line in zip(upright, made, strict=True):
        assert (line.height, line.right - line.left) == pytest.approx((one.height, one.right - one.left), abs=0.1)


@pytest.mark.parametrize("angle", [20, 45, 90, 330])
def test_words_at_an_angle_are_told_from_the_lines_of_a_page(angle: int) -> None:
    made = pieces_of(drawn(0, 0, [("draft", angle)]))
    assert [piece.line.text for piece in made if not piece.is_turned] == [*WORDS]
    assert [piece.line.text for piece in made if piece.is_turned] == ["draft"]


def prose(page: int, rows: int = 12) -> list[Piece]:
    words = ("就业有了明显的增长，", "公园和绿道有人照看，", "学校和医院都有了新楼，", "街道上的设施都已修好，")
    return [piece(words[(page + row) % 4] * 3, LEFT, 700.0 - 18 * row, page=page) for row in range(rows)]


def test_what_stands_over_the_text_of_most_pages_is_left_out_and_told() -> None:
    large = [piece("晴湖区政府", 120.0, 600.0, page=page, size=40.0) for page in range(3)]
    turned = replace(piece("内部资料", 150.0, 500.0, page=2), is_turned=True)
    taken = _taken([[large[0], *prose(0)], [*prose(1), large[1]], [*prose(2), large[2], turned]], ())
    assert taken.furniture == {13, 26, 39, 40}
    assert taken.doubts == (
        "turned, or on most pages over the text, as watermarks are, and left out: lines 13, 26, 39-40",
    )


def test_large_words_of_one_page_are_text() -> None:
    pages = [prose(0), [piece("晴湖区政府", 120.0, 600.0, page=1, size=40.0), *prose(1)], prose(2)]
    assert without_watermarks(pages) == (pages, [[], [], []])


TABLE = [
    piece("序号", 50.0, 640.0), piece("指标", 100.0, 640.0), piece("2023年完成", 220.0, 640.0),
    piece("2", 53.0, 620.0), piece("新增学位", 100.0, 620.0), piece("5400个", 230.0, 620.0),
]  # fmt: skip


@pytest.mark.parametrize("left", [LEFT, LEFT + 20])
def test_a_paragraph_below_a_table_is_no_part_of_its_last_cell(left: float) -> None:
    made = lines_of([*TABLE, piece("十件民生实事全部办结，全区的就业有了增长。", left, 602.0, wide=280.0)])
    assert [line.text for line in made][-2:] == [
        "2\u3000新增学位\u30005400个",
        "十件民生实事全部办结，全区的就业有了增长。",
    ]
    below = lines_of([*TABLE, piece("其中小学", 230.0, 607.0)])
    assert [line.text for line in below][-1] == "2\u3000新增学位\u30005400个其中小学"


def test_a_cell_goes_on_beside_one_that_lies_close() -> None:
    close = piece("区民政", 268.0, 620.0)
    row = [*TABLE[:5], piece("优惠价就餐", 215.0, 620.0), replace(close, joint="\u3000"), piece("局", 268.0, 607.0)]
    assert lines_of(row)[-1].text.endswith("区民政局")


def test_a_number_in_a_row_of_smaller_characters_is_no_mark() -> None:
    row = [("2", (53.0, 332.0, 57.0, 339.1)), *((char, (100.0, 330.0, 109.0, 339.6)) for char in "新增学位")]
    assert [char for char, _ in _with_raised(row, 11.1)] == [*"2新增学位"]
    marked = [*row[1:], ("2", (110.0, 334.0, 113.0, 339.6))]
    assert [char for char, _ in _with_raised(marked, 11.1)] == [*"新增学位²"]


@pytest.mark.parametrize("capital", ["实", "2"])
@pytest.mark.parametrize("first", [True, False], ids=["at the page's head", "in its place"])
def test_a_drop_capital_stands_at_the_head_of_its_paragraph(capital: str, first: bool) -> None:
    large = piece(capital, LEFT, 582.0, size=28.0)
    beside = [piece(words, LEFT + 30, 600.0 - 18 * row) for row, words in enumerate(("体经济持续壮大，", "工业增长，"))]
    before, after = piece("经济运行回升向好", LEFT + 20, 618.0), piece("企业增多。", LEFT, 564.0)
    page = [large, before, *beside, after] if first else [before, large, *beside, after]
    made = lines_of(with_capitals(page))
    assert [line.text for line in made] == [
        "经济运行回升向好",
        f"{capital}体经济持续壮大，",
        "工业增长，",
        "企业增多。",
    ]
    assert [line.left for line in made] == [LEFT + 20, LEFT, LEFT, LEFT]
    assert made[1] in beginnings(made)


def test_a_large_character_beside_one_line_is_no_drop_capital() -> None:
    page = [piece("1", LEFT, 600.0, size=28.0), piece("总体要求", LEFT + 40, 600.0)]
    assert with_capitals(page) == page


SHORT = ("就业有了增长。", LEFT, LEFT + 80)
ITEM = "1.做强主导产业。实施链长制，力争工业的总产值"


@pytest.mark.parametrize(
    ("first", "rest"),
    [(LEFT, LEFT + 20), (LEFT, LEFT + 15), (LEFT + 20, LEFT + 40)],
    ids=["at the edge", "by another indent", "within the indent"],
)
@pytest.mark.parametrize("words", [ITEM, ITEM.replace("1.", "● ")], ids=["number", "bullet"])
def test_an_item_whose_later_lines_have_an_indent_is_one_paragraph(words: str, first: float, rest: float) -> None:
    page = lines(
        BEGUN, WIDE, SHORT, (words, first, RIGHT), ("突破两千亿，新增企业", rest, RIGHT), ("六十家。", rest, 150.0)
    )
    page += [replace(line, bottom=line.bottom - 200) for line in lines(BEGUN, WIDE)]
    assert beginnings(page) == {page[0], page[3], page[6]}


@pytest.mark.parametrize(
    ("left", "right"), [(100.0, 300.0), (100.0, RIGHT), (LEFT, 300.0)], ids=["both sides", "left", "right"]
)
@pytest.mark.parametrize("indent", [0.0, 20.0])
def test_a_paragraph_that_is_narrower_than_the_text_is_one(left: float, right: float, indent: float) -> None:
    indent = 20.0 if left == LEFT else indent
    box = [
        ("项目建设提速，重点项目完成投资，主体工程", left + indent, right),
        ("全部封顶，线路开工建设。新的设施都有人照看了", left, right),
        ("并且修好。", left, left + 50),
    ]
    page = lines(BEGUN, WIDE, WIDE, SHORT, *box, BEGUN, WIDE)
    assert beginnings(page) == {page[0], page[4], page[7]}


@pytest.mark.parametrize("row", ["{}：区的有关部门和街道", "{}的有关工作，落实各项政策"])
@pytest.mark.parametrize("left", [LEFT + 20, LEFT + 40])
def test_short_lines_with_an_indent_are_a_paragraph_each(row: str, left: float) -> None:
    rows = [(row.format(word), left, left + 160) for word in ("责任单位", "完成时限", "牵头领导")]
    page = lines(BEGUN, WIDE, SHORT, *rows, BEGUN, WIDE)
    assert {*page[3:7]} <= beginnings(page)


def test_a_heading_as_wide_as_the_text_is_not_joined_with_what_is_below_it() -> None:
    page = lines(BEGUN, WIDE, SHORT, ("（一）坚持稳中求进，推动发展取得新的成效", LEFT, RIGHT), BEGUN, WIDE)
    assert beginnings(page) == {page[0], page[3], page[4]}


def centred(*words: str, size: float = 20.0) -> list[Line]:
    return [
        Line(text, 0, 200 - size * len(text) / 2, 200 + size * len(text) / 2, 700.0 - 1.6 * size * row, size)
        for row, text in enumerate(words)
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("晴湖区2024年", "政府工作报告"),
        ("2 0 2 4 年 晴 湖 区 政 府", "工 作 报 告"),
        ("关于晴湖区2023年国民经济和社会发展计划", "执行情况与2024年计划草案的报告"),
        ("关于晴湖区2023年国民经济", "和社会发展计划执行情况", "与2024年计划草案的报告（草案）"),
    ],
    ids=["two lines", "wide", "plan", "three lines"],
)
def test_a_title_in_several_lines_is_one(words: tuple[str, ...]) -> None:
    (made,) = with_titles_whole(centred(*words))
    assert made.text == "".join(words).replace(" ", "")


@pytest.mark.parametrize(
    "words",
    [
        ("晴湖年鉴", "政府工作报告"),
        ("晴湖区第六届人民代表大会第四次会议文件", "政府工作报告"),
        ("2023年晴湖区政府工作报告", "关于晴湖区预算执行情况的报告"),
        ("晴湖区2024年", "工作要点"),
        ("晴湖区人民政府", "2024年晴湖区政府工作报告"),
    ],
)
def test_what_stands_above_a_title_is_no_part_of_it(words: tuple[str, ...]) -> None:
    assert [line.text for line in with_titles_whole(centred(*words))] == [*words]
    apart = [replace(line, height=20.0 - 6 * row) for row, line in enumerate(centred("晴湖区2024年", "政府工作报告"))]
    assert with_titles_whole(apart) == apart


def test_lines_of_a_box_beside_the_text_are_kept_apart_and_told() -> None:
    box = [piece(words, 400.0, 690.0 - 12 * row, size=7.0) for row, words in enumerate(("数说晴湖", "学位5400个"))]
    page = [*box, *prose(0)]
    made = lines_of(page)
    assert boxes([made]) == {*made[:2]}
    taken = _taken([page], ())
    assert taken.footnotes == {1, 2}
    assert taken.doubts == ("set in a box beside the text, and kept apart from it as a note is: lines 1-2",)


def test_small_lines_below_the_text_are_no_box() -> None:
    notes = [piece(f"说明{row}：指小的公园。", LEFT, 480.0 - 12 * row, size=7.0) for row in range(2)]
    assert boxes([lines_of([*prose(0), *notes])]) == set()
