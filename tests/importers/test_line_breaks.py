"""Where lines are pieces of paragraphs: in texts and PDFs, behind line breaks of pages, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from duizhao.importers.importing import Imported

from .invented import GREETING, MEETING, OPENING, PARTS, SPEAKER, TITLE
from .made import blocks, import_of, saved

HEAD = (TITLE, MEETING, SPEAKER, GREETING)
WORKS = tuple(
    f"第{n}项工作进展顺利，全年完成投资{n + 3}.{n % 9 + 1}亿元，建成项目{n + 2}个，带动居民收入增长{n % 7 + 3}.5%，"
    "群众满意度超过九成，有关经验在全市推广，受到各方面好评。"
    for n in range(1, 25)
)
TEXTS = (OPENING, PARTS[0], *WORKS[:12], PARTS[1], *WORKS[12:])
BODY = [(int(text in PARTS), text) for text in TEXTS]
# Lines of one width that end no sentence, as the foot of a page has them.
FOOT = tuple(f"晴湖区人民政府{name}办公室值班安排和监督举报的受理范围说明" for name in "甲乙丙丁戊己庚辛壬癸")
ROW = ("新增公办幼儿园学位和社区食堂", "500个", "区教育局、区民政局、各街道办事处")


def of_page(body: str) -> str:
    return f"<html><head><meta charset=utf-8><title>x</title></head><body><h1>{TITLE}</h1>{body}</body></html>"


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def cut(line: str, width: int = 30) -> list[str]:
    return [line[at : at + width] for at in range(0, len(line), width)]


def word_of(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def joins(one: Imported) -> list[object]:
    return [step["join"] for step in one.draft.steps["patterns"] if "join" in step]


def test_even_paragraphs_of_a_page_and_the_lines_of_its_foot_are_none_of_them_joined(tmp_path: Path) -> None:
    html = of_page(paragraphs(*HEAD[1:], *(f"\u3000\u3000{text}" for text in TEXTS), *FOOT))
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == BODY and not joins(one)
    assert one.draft.printed["speaker"] == SPEAKER


def test_even_rows_of_a_table_of_a_word_file_are_paragraphs_and_none_is_joined_to_the_text_behind(
    tmp_path: Path,
) -> None:
    document = Document()
    for line in (*HEAD, *TEXTS[:6]):
        document.add_paragraph(line)
    table = document.add_table(9, 4)
    for number, row in enumerate(table.rows, 1):
        for cell, words in zip(row.cells, (str(number), *ROW), strict=True):
            cell.text = words
    for line in TEXTS[6:]:
        document.add_paragraph(line)
    one = import_of("a.docx", saved(document), tmp_path)
    rows = [(0, "\u3000".join((str(number), *ROW))) for number in range(1, 10)]
    assert blocks(one) == [*BODY[:6], *rows, *BODY[6:]] and not joins(one) and not one.doubts


WHOLE = {
    "pre": "<pre>{}</pre>",
    "span": "<div style='white-space: pre-wrap'><span>{}</span></div>",
    "normal within": "<pre style='white-space:normal'><div style='white-space:pre'>{}</div></pre>",
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"], ids=["lf", "crlf", "apart"])
@pytest.mark.parametrize("element", WHOLE)
def test_line_ends_that_a_page_shows_are_line_ends(element: str, end: str, tmp_path: Path) -> None:
    html = of_page(WHOLE[element].format(end.join((*HEAD[1:], *TEXTS))))
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == BODY and not joins(one)
    assert one.draft.printed["speaker"] == SPEAKER


BROKEN = {
    "pre": ("<pre>{}</pre>", "\n"),
    "br": ("<div>{}</div>", "<br>"),
    "br and line ends": ("<div>{}</div>", "<br>\n"),
}


@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "    "], ids=["even", "wide", "blanks"])
@pytest.mark.parametrize("element", BROKEN)
def test_lines_behind_line_breaks_are_joined_and_those_about_them_are_not(
    element: str, indent: str, tmp_path: Path
) -> None:
    around, end = BROKEN[element]
    if end != "\n" and indent.isascii():
        indent = indent.replace(" ", "&nbsp;")
    lines = [f"{indent if not at else ''}{piece}" for text in TEXTS for at, piece in enumerate(cut(text))]
    html = of_page(paragraphs(*HEAD[1:]) + around.format(end.join(lines)) + paragraphs(*FOOT))
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == BODY and joins(one) == ["unindented"]
    assert one.draft.printed["speaker"] == SPEAKER


def test_paragraphs_each_broken_by_line_breaks_are_joined_and_never_one_to_another(tmp_path: Path) -> None:
    texts = (*TEXTS[:3], TEXTS[3][:-1], *TEXTS[4:])
    broken = ("<br>".join(cut(text)) for text in texts)
    one = import_of("a.html", of_page(paragraphs(*HEAD[1:], *broken)).encode(), tmp_path)
    assert tuple(text for _, text in blocks(one)) == texts and joins(one) == ["unindented"]


@pytest.mark.parametrize("form", ["docx", "html"])
def test_paragraphs_of_which_most_are_pieces_are_joined_and_told(form: str, tmp_path: Path) -> None:
    pieces = (*HEAD, *(piece for text in TEXTS for piece in cut(text)))
    data = word_of(*pieces) if form == "docx" else of_page(paragraphs(*pieces[1:])).encode()
    one = import_of(f"a.{form}", data, tmp_path)
    assert blocks(one) == BODY and joins(one) == ["mid-sentence"]
    assert "its paragraphs are broken in mid-sentence, and are joined" in one.doubts


def test_paragraphs_of_which_many_end_in_mid_sentence_are_left_as_they_are_and_told(tmp_path: Path) -> None:
    halves = [piece for text in WORKS for piece in (text + text[:9], text[9:])]
    one = import_of("a.docx", word_of(*HEAD, OPENING, *halves), tmp_path)
    assert not joins(one) and not [step for step in one.draft.steps["lines"] if "paragraph" in step]
    assert [doubt for doubt in one.doubts if doubt.startswith("its paragraphs may be broken lines")]


@pytest.mark.parametrize("indent", ["", "\u3000\u3000"], ids=["at the margin", "indented"])
def test_notes_behind_indented_paragraphs_are_none_of_the_last(indent: str, tmp_path: Path) -> None:
    notes = ("[1]建成项目：指经过验收的项目。", "[2]群众满意度：指抽样调查的结果。")
    marked = [*TEXTS[:2], TEXTS[2].replace("项目", "项目[1]").replace("九成", "九成[2]"), *TEXTS[3:]]
    pieces = [f"{'' if at else 2 * chr(0x3000)}{piece}" for text in marked for at, piece in enumerate(cut(text))]
    one = import_of("a.txt", "\n".join((*pieces, *(indent + note for note in notes))).encode(), tmp_path)
    assert blocks(one) == BODY and joins(one) == ["unindented"]
    last = len(pieces) + 2
    assert {"apart": f"{last - 1}-{last}", "as": "notes"} in one.draft.steps["lines"]
