"""Lines of a PDF: where a paragraph begins, and what stands on every page within what else is taken."""

from __future__ import annotations

import io

import pytest

from duizhao.importers.pdf import pdf_taken
from duizhao.importers.pdf_columns import in_columns, unparted
from duizhao.importers.pdf_edges import footnotes, furniture
from duizhao.importers.pdf_lines import HAN, Line, Piece, _with_raised, lines_of
from duizhao.importers.pdf_paragraphs import beginnings
from duizhao.importers.sorting import sorted_lines
from duizhao.importers.source import Refused, source_of
from duizhao.importers.taken import Taken

from .invented import BODIES, LINES

LEFT, RIGHT, SIZE = 50.0, 350.0, 10.0


def lines(*rows: tuple[str, float, float]) -> list[Line]:
    """Lines under each other, each with its words and its left and right end."""
    return [
        Line(text, 0, left, right, 700.0 - 18 * number, SIZE if any(char > "\u3400" for char in text) else 7.0)
        for number, (text, left, right) in enumerate(rows)
    ]


WIDE = ("社区的居民都参加了环境整治活动，并且交出了答卷", LEFT, RIGHT)
BEGUN = ("全年城镇新增就业的人数比上年有了明显的增长，达到", LEFT + 2 * SIZE, RIGHT)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (("地区生产总值的总量达到", LEFT, RIGHT - 4 * SIZE), ("12,486.25亿元，比上年有所增长", LEFT, RIGHT)),
        (("总部项目落户，工作落", LEFT, RIGHT - 4 * SIZE), ("实“11312”总体部署，开展了行动", LEFT, RIGHT)),
        (("用于民生的支出占全年支出的", LEFT + 2 * SIZE, RIGHT), ("50.2%", LEFT, LEFT + 40)),
        (("请各位委员和列席会议的同志提出意", LEFT + 2 * SIZE, RIGHT), ("见。", LEFT, LEFT + 18)),
    ],
    ids=["number", "quotation", "digits alone", "a word and a stop"],
)
def test_a_line_that_goes_on_in_mid_sentence_begins_no_paragraph(
    before: tuple[str, float, float], line: tuple[str, float, float]
) -> None:
    page = lines(BEGUN, WIDE, before, line, BEGUN, WIDE, WIDE)
    assert beginnings(page) == {page[0], page[4]} | ({page[2]} if before[1] > LEFT else set())


def test_a_line_behind_a_short_one_that_ends_its_sentence_begins_a_paragraph() -> None:
    page = lines(WIDE, ("就业有了增长。", LEFT, LEFT + 80), ("2023年的工作要做好。", LEFT, RIGHT), WIDE)
    assert beginnings(page) == {page[0], page[2]}


def test_what_stands_on_every_page_is_left_out_of_a_glossary_and_of_what_is_dropped() -> None:
    glossary = ("名词解释", "1.口袋公园：指面积较小的公园。", "晴湖区公报", "2.社区食堂：指为居民提供实惠餐食的场所。")
    text = "\n".join((*LINES, *glossary, "分享到：", "晴湖区公报", "扫一扫"))
    furniture = frozenset((15, 18))
    steps = sorted_lines(text, Taken(text, furniture=furniture), ()).lines
    assert [step for step in steps if "apart" in step] == [
        {"apart": "13-14", "as": "glossary"},
        {"apart": "16", "as": "glossary"},
    ]
    assert [step.get("reason") for step in steps if "drop" in step].count("page-furniture") == 2


def test_a_paragraph_that_is_printed_twice_over_a_page_s_end_is_told_by_no_step() -> None:
    half = len(BODIES[0]) // 2
    again = (BODIES[0][:half], "晴湖区公报", BODIES[0][half:])
    text = (
        "\n".join(f"\u3000\u3000{line}" for line in (*LINES, BODIES[0], LINES[4])) + "\n\u3000\u3000" + "\n".join(again)
    )
    number = text.count("\n")
    steps = sorted_lines(text, Taken(text, furniture=frozenset((number,)), indented=True), ()).lines
    assert [step for step in steps if step.get("reason") == "duplicate" and "-" in str(step["drop"])] == []


def test_a_heading_that_goes_over_a_line_s_end_is_told() -> None:
    lead = "（一）坚持把发展经济的着力点放在实体经济上，加快构建具有晴湖特色的现代化产业体系。"
    paragraphs = (*LINES[:9], lead + BODIES[2], *LINES[10:])
    text = "\n".join(f"\u3000\u3000{line[:30]}\n{line[30:]}".rstrip() for line in paragraphs)
    result = sorted_lines(text, Taken(text, indented=True), ())
    number = text[: text.index(lead[:20])].count("\n") + 1
    assert [doubt for doubt in result.doubts if "go over a line's end" in doubt and f"line {number}" in doubt]


def piece(
    text: str, left: float, bottom: float, *, page: int = 0, size: float = SIZE, wide: float | None = None
) -> Piece:
    """Words that begin at a place of a page, in characters of a size; `wide` where they are not as wide as these."""
    width = sum(size if char > "\u2e80" else size / 2 for char in text) if wide is None else wide
    return Piece(Line(text, page, left, left + width, bottom, size if HAN.search(text) else 0.72 * size))


def text_page(number: int, *edges: tuple[str, float], rows: int = 12) -> list[Line]:
    """A page of text, with what stands at its edges, each at a height."""
    words = ("就业有了明显的增长，", "公园和绿道有人照看，", "学校和医院都有了新楼，", "街道上的设施都已修好，")
    text = [piece(f"{words[(number + row) % 4] * 3}", LEFT, 700.0 - 18 * row, page=number) for row in range(rows)]
    return lines_of([*text, *(piece(words, LEFT + 100, bottom, page=number, size=7.0) for words, bottom in edges)])


def told_as_furniture(*heads: str, height: float = 760.0) -> list[str]:
    pages = [text_page(number, (head, height)) for number, head in enumerate(heads)]
    return sorted(line.text for line in furniture(pages))


@pytest.mark.parametrize(
    "heads",
    [
        ("晴湖区公报", "政府工作报告", "晴湖区公报", "政府工作报告"),
        ("工作报告 第一部分", "工作报告 第一部分", "工作报告 第二部分", "工作报告 第二部分", "工作报告 第二部分"),
        ("— 1 —", "— 2 —", "— 3 —"),
        ("一", "二", "三", "四"),
        ("第一页", "第二页", "第三页"),
        ("7", "8", "9"),
        ("第1页，共3页", "第2页，共3页", "第3页，共3页"),
        ("公报 2023年第3期 1", "公报 2023年第3期 2", "公报 2023年第3期 3"),
    ],
    ids=lambda heads: heads[1],
)
@pytest.mark.parametrize("height", [760.0, 40.0], ids=["above", "below"])
def test_what_changes_with_the_pages_at_their_edges_is_no_text(heads: tuple[str, ...], height: float) -> None:
    assert told_as_furniture(*heads, height=height) == sorted(heads)


def test_numbers_of_pages_as_near_as_a_line_of_text_are_known_by_counting_or_by_their_dress() -> None:
    below = 700.0 - 18 * 12
    assert told_as_furniture("1", "2", height=below) == ["1", "2"]
    assert told_as_furniture("— 7 —", height=below) == ["— 7 —"]
    assert told_as_furniture("137", "274", height=below) == []


def test_amounts_within_the_text_of_pages_are_no_page_numbers() -> None:
    pages = [text_page(number) for number in range(3)]
    cells = [
        [*page, Line(str(1370 + 137 * number), number, 225.0, 248.0, 502.0 - 18, 7.0)]
        for number, page in enumerate(pages)
    ]
    assert furniture(cells) == set()


def test_lines_of_text_that_differ_only_in_figures_that_do_not_count_the_pages_are_no_heads() -> None:
    pages = [
        [
            Line(
                f"全区新增学位{37 * number + row}个。新建公园{37 * number + row}个。",
                number,
                50.0,
                350.0,
                700.0 - 18 * row,
                10.0,
            )
            for row in range(8)
        ]
        for number in range(1, 5)
    ]
    assert furniture(pages) == set()


def test_notes_at_the_foot_of_a_page_are_known_by_their_size_and_their_mark() -> None:
    page = [*text_page(0), Line("①口袋公园：指面积较小的公园，", 0, 50.0, 250.0, 80.0, 7.0)]
    page.append(Line("多在社区里。", 0, 50.0, 90.0, 70.0, 7.0))
    assert footnotes([page, text_page(1)], set()) == set(page[-2:])
    small = Line("全区就业有了增长。", 0, 50.0, 90.0, 70.0, 7.0)
    assert footnotes([[*text_page(0), small], text_page(1)], set()) == set()


def test_a_note_at_a_page_s_foot_is_set_apart_within_its_paragraph_and_told() -> None:
    half = len(BODIES[0]) // 2
    paragraphs = [f"\u3000\u3000{line}" for line in (*LINES[:6], BODIES[0][:half])]
    text = "\n".join(
        (
            *paragraphs,
            "\u3000\u3000①口袋公园：指面积较小的公园。",
            BODIES[0][half:],
            *(f"\u3000\u3000{line}" for line in LINES[6:]),
        )
    )
    result = sorted_lines(text, Taken(text, footnotes=frozenset((8,)), indented=True), ())
    assert {"apart": "8", "as": "notes"} in result.lines
    assert BODIES[0] in [unit.text for unit in result.body]
    assert "set apart as notes at the foot of pages: lines 8" in result.doubts


def test_a_row_of_a_table_is_a_line_of_its_own_whose_cells_are_parted() -> None:
    table = [
        piece("第1项", 50.0, 600.0), piece("748", 200.0, 600.0), piece("45", 300.0, 600.0),
        piece("第2项", 50.0, 580.0), piece("12", 200.0, 580.0), piece("9", 300.0, 580.0),
    ]  # fmt: skip
    made = lines_of([*table, piece("全区就业有了增长。", LEFT, 560.0)])
    assert [line.text for line in made] == ["第1项\u3000748\u300045", "第2项\u300012\u30009", "全区就业有了增长。"]
    assert beginnings(made) == {*made}


def test_cells_of_several_lines_are_of_their_row() -> None:
    table = [
        piece("晴湖南路改造及两侧", 50.0, 474.0), piece("绿化工程第1标段", 50.0, 456.0), piece("137", 225.0, 466.0),
        piece("区住房局", 300.0, 474.0), piece("和街道", 300.0, 456.0),
        piece("晴湖西路改造及两侧", 50.0, 432.0), piece("绿化工程第2标段", 50.0, 414.0), piece("274", 225.0, 424.0),
    ]  # fmt: skip
    assert [line.text for line in lines_of(table)] == [
        "晴湖南路改造及两侧绿化工程第1标段\u3000137\u3000区住房局和街道",
        "晴湖西路改造及两侧绿化工程第2标段\u3000274",
    ]


def test_words_of_one_line_that_pdfium_parts_are_joined_and_figures_do_not_fuse() -> None:
    parted = [piece("全区新建公园", 50.0, 600.0), piece("3", 110.0, 600.0), piece("12", 121.0, 600.0)]
    assert [line.text for line in lines_of(parted)] == ["全区新建公园3 12"]


@pytest.mark.parametrize(
    ("words", "small", "read"),
    [
        ("服务中心237个", (4,), "服务中心²37个"),
        ("服务中心[2]37个", (4, 5, 6), "服务中心[2]37个"),
        ("面积30km2左右", (6,), "面积30km²左右"),
        ("服务中心37个", (), "服务中心37个"),
    ],
)
def test_a_raised_figure_is_no_part_of_the_figure_behind_it(words: str, small: tuple[int, ...], read: str) -> None:
    def box(at: int, char: str) -> tuple[float, float, float, float]:
        bottom, height = (105.0, 4.5) if at in small else (100.0, SIZE if HAN.match(char) else 7.2)
        return 10.0 * at, bottom, 10.0 * at + 9, bottom + height

    assert (
        "".join(char for char, _ in _with_raised([(char, box(at, char)) for at, char in enumerate(words)], SIZE))
        == read
    )


def column(letter: str, left: float, top: float = 600.0) -> list[Piece]:
    words = (f"{letter}区的就业有了增长，公园和绿道", "有人照看，学校和医院也都有了", "新楼，街道的设施都已经修好。")
    return [piece(words[row % 3], left, top - 18 * row, wide=140.0) for row in range(8)]


@pytest.mark.parametrize("row_by_row", [False, True], ids=["by column", "by row"])
def test_columns_are_read_one_after_the_other_between_what_spans_both(row_by_row: bool) -> None:
    head = piece("晴湖区政府工作报告的标题是这样的", 100.0, 650.0)
    one, two = column("东", 50.0), column("西", 220.0)
    text = [piece for pair in zip(one, two, strict=True) for piece in pair] if row_by_row else [*one, *two]
    (page,) = in_columns([[head, *text]])
    assert [piece.line.text for piece in page] == [piece.line.text for piece in (head, *one, *two)]
    assert [piece.line.column for piece in page] == [0] + 8 * [1] + 8 * [2]
    made = lines_of(page)
    assert len(made) == 17 and not [line for line in made if line.is_row]


def test_three_columns_are_read_one_after_the_other() -> None:
    three = [column("东", 50.0), column("中", 220.0), column("西", 390.0)]
    text = [piece for row in zip(*three, strict=True) for piece in row]
    (page,) = in_columns([text])
    assert [piece.line.text for piece in page] == [piece.line.text for one in three for piece in one]


def test_heads_on_both_sides_of_a_page_are_of_no_column() -> None:
    heads = [piece("晴湖区公报", 50.0, 700.0), piece("第3期", 330.0, 700.0)]
    (page,) = in_columns([[*heads, *column("东", 50.0), *column("西", 220.0)]])
    assert [piece.line.column for piece in page] == 2 * [0] + 8 * [1] + 8 * [2]


def test_cells_of_sentences_among_text_of_full_width_are_rows() -> None:
    wide = [piece("全区的就业有了明显的增长，" * 2, 50.0, 900.0 - 18 * row, wide=310.0) for row in range(12)]
    cells = [piece for pair in zip(column("东", 50.0), column("西", 220.0), strict=True) for piece in pair]
    assert in_columns([[*wide, *cells]]) == [[*wide, *cells]]


def test_figures_of_cells_that_lie_close_are_parted() -> None:
    assert [line.text for line in lines_of([piece("第1项指标 748 45", 50.0, 600.0)])] == [
        "第1项指标 748 45".replace(" ", "\u3000")
    ]
    assert [line.text for line in lines_of([piece("到2023年达到 748", 50.0, 600.0)])] == ["到2023年达到 748"]


def test_the_close_rows_of_a_table_part_no_paragraph() -> None:
    text = [Line("全区的就业有了明显的增长，", 0, LEFT, RIGHT, 900.0 - 21 * row, SIZE) for row in range(10)]
    table = [Line(f"第{row}项", 0, LEFT, LEFT + 30, 680.0 - 12 * row, 0.7 * SIZE) for row in range(20)]
    begun = beginnings([*text, *table])
    assert [line for line in text if line in begun] == text[:1]


def test_lines_of_a_column_have_its_margin() -> None:
    (page,) = in_columns([[*column("东", 50.0), *column("西", 220.0)]])
    made = lines_of(page)
    assert beginnings(made) == {made[0]}


def test_cells_of_a_table_are_no_columns() -> None:
    names = [piece("晴湖路综合改造及两侧绿化工程", 50.0, 600.0 - 18 * row) for row in range(9)]
    bureaus = [piece("区住房建设局会同各街道办事处", 220.0, 600.0 - 18 * row) for row in range(9)]
    page = [piece for pair in zip(names, bureaus, strict=True) for piece in pair]
    assert in_columns([page]) == [page]


def test_columns_that_cannot_be_told_apart_are_told() -> None:
    over = [piece("晴湖区的公园和绿道都有了人照看", 120.0, 595.0 - 36 * row) for row in range(4)]
    page = lines_of([*column("东", 50.0), *over, *column("西", 220.0)])
    assert unparted([page]) == [1]
    assert unparted([text_page(0, rows=24)]) == []


def pdf_with_picture(side: float) -> bytes:
    """A PDF of a page of words and one that has a picture alone, so many points wide and high."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument.new()
    words, seen = document.new_page(500, 500), document.new_page(500, 500)
    text = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 10.0)
    spelt = ("abcdefgh " * 12).encode("utf-16-le") + b"\0\0"
    raw.FPDFText_SetText(text, (raw.FPDF_WCHAR * (len(spelt) // 2)).from_buffer_copy(spelt))
    raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 20, 250)
    raw.FPDFPage_InsertObject(words, text)
    words.gen_content()
    picture = pypdfium2.PdfImage.new(document)
    picture.set_bitmap(pypdfium2.PdfBitmap.new_native(4, 4, raw.FPDFBitmap_BGR))
    picture.set_matrix(pypdfium2.PdfMatrix().scale(side, side))
    seen.insert_obj(picture)
    seen.gen_content()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_page_that_is_a_picture_among_pages_of_text_is_told() -> None:
    told = "pictures, whose words are not read: page 2"
    assert pdf_taken(source_of("a.pdf", pdf_with_picture(300.0))).doubts == (told,)
    assert pdf_taken(source_of("a.pdf", pdf_with_picture(20.0))).doubts == ()


def test_a_refusal_for_want_of_paragraphs_names_what_may_have_been_mistaken() -> None:
    text = "".join(f"\u3000\u3000{line[:12]}\n" for line in LINES)
    with pytest.raises(Refused, match="hardly a paragraph of Chinese stands in it .may be set in columns"):
        sorted_lines(text, Taken(text, indented=True, doubts=("may be set in columns that cannot be told apart",)), ())
