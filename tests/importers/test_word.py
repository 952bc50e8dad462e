"""What a Word file says, however it is put there: revisions, wrappers, boxes, formulae, tables, hidden text."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from duizhao.importers.drawn import REACHING
from duizhao.importers.source import source_of
from duizhao.importers.taken import Taken
from duizhao.importers.word import word_taken

from .invented import BLOCKS, BODIES, LINES
from .made import blocks, import_of, saved

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
BOX = "<w:txbxContent><w:p><w:r><w:t>框中的话</w:t></w:r></w:p></w:txbxContent>"
MOVED_MARK = '<w:pPr><w:rPr><w:moveFrom w:id="1" w:author="a"/></w:rPr></w:pPr>'
REVISED = "it holds revisions that nobody has accepted: what was put in is here, what was taken out is not"
PICTURES = "its pictures are not here; see whether they show a table or words"
HIDDEN = "it holds hidden text, which is not here"
STRUCK = "it holds struck-out text, which is not here"
FORMULAE = "it holds formulae, of which the characters are here in one line"


def run(words: str, form: str = "") -> str:
    return f"<w:r><w:rPr>{form}</w:rPr><w:t>{words}</w:t></w:r>"


def paragraph(*runs: str, about: str = "") -> str:
    return f"<w:p>{about}{''.join(runs)}</w:p>"


def cell(*inner: str) -> str:
    return f"<w:tc>{''.join(inner)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(cells) + '</w:tr>' for cells in rows)}</w:tbl>"


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def taken(*elements: str) -> Taken:
    """What is taken out of a Word file of these paragraphs and tables."""
    document = Document()
    document.styles.add_style("Unseen", 2).font.hidden = True
    document.styles.add_style("Struck", 2).font.strike = True
    document.styles.add_style("Note", 2).font.superscript = True
    document.styles.add_style("Index", 2).font.subscript = True
    for element in elements:
        document.element.body.insert_element_before(parse_xml(element.replace(">", f" {NAMESPACES}>", 1)), "w:sectPr")
    return word_taken(source_of("a.docx", saved(document)))


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def coded(*code: str, result: str = "") -> str:
    """A field with this code, in which other fields may stand, and what Word worked out last."""
    inner = "".join(part if part.startswith("<") else f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in code)
    return char("begin") + inner + (char("separate") + result if result else "") + char("end")


def capital(where: str) -> str:
    return f'<w:pPr><w:framePr w:dropCap="{where}" w:lines="2"/></w:pPr>'


def asking(words: str, val: str = "1") -> str:
    """A control with the words by which it asks for others, or with these."""
    about = f'<w:sdtPr><w:showingPlcHdr w:val="{val}"/></w:sdtPr>'
    return f"<w:sdt>{about}<w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"


def chosen(*entries: str, result: str = "") -> str:
    """A list of which the last entry is chosen."""
    listed = "".join(f'<w:listEntry w:val="{entry}"/>' for entry in entries)
    data = f'<w:ffData><w:ddList><w:result w:val="{len(entries) - 1}"/>{listed}</w:ddList></w:ffData>'
    return coded(" FORMDROPDOWN ", result=result).replace(
        '<w:fldChar w:fldCharType="begin"/>', f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'
    )


def wide(columns: int, *inner: str) -> str:
    return cell(f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>', *inner)


DELETED_MARK = MOVED_MARK.replace("moveFrom", "del")
FROM = f"<w:moveFrom>{run('前')}</w:moveFrom>"
BREAKS = "<w:del><w:r><w:br/><w:tab/></w:r></w:del>"
P = paragraph(run("甲"))
PAIR = (cell(P), cell(paragraph(run("乙"))))
CASES = {
    "what was moved away": ([paragraph(FROM, run("中"))], "中\n", REVISED),
    "what was moved there": ([paragraph(run("中"), f"<w:moveTo>{run('后')}</w:moveTo>")], "中后\n", REVISED),
    "a paragraph that was moved": (
        [paragraph(f"<w:moveFrom>{run('前')}</w:moveFrom>", about=MOVED_MARK), P],
        "甲\n",
        REVISED,
    ),
    "a break that was taken out": (
        [paragraph(run("前"), about=DELETED_MARK), P],
        "前甲\n",
        REVISED,
    ),
    "breaks within what was taken out": (
        [paragraph("<w:del><w:r><w:br/><w:tab/></w:r></w:del>", run("中"))],
        "中\n",
        REVISED,
    ),
    "a row that was taken out": ([table(("<w:trPr><w:del/></w:trPr>", *PAIR), PAIR)], "甲　乙\n", REVISED),
    "custom XML about paragraphs": ([f"<w:customXml>{P}<w:customXml>{P}</w:customXml></w:customXml>"], "甲\n甲\n", ""),
    "a control about paragraphs": ([control(P)], "甲\n", ""),
    "a control about a cell": (
        [table((PAIR[0], f"<w:sdt><w:sdtContent>{PAIR[1]}</w:sdtContent></w:sdt>"))],
        "甲　乙\n",
        "",
    ),
    "a control about a run": ([paragraph(control(run("甲")), run("乙"))], "甲乙\n", ""),
    "a link about a run": ([paragraph(run("甲"), f"<w:hyperlink>{run('乙')}</w:hyperlink>")], "甲乙\n", ""),
    "a table in a table": ([table((cell(P), cell(table(PAIR, PAIR), P)))], "甲\n甲　乙\n甲　乙\n甲\n", ""),
    "a table of one cell": ([table((cell(P, P, P),))], "甲\n甲\n甲\n", ""),
    "a table by which a page is laid out": ([table((cell(P), cell(*[P] * 5)))], "甲\n" * 6, ""),
    "a formula": (
        [
            paragraph(
                run("浓度"),
                "<m:oMath><m:sSub><m:e><m:r><m:t>PM</m:t></m:r></m:e><m:sub><m:r><m:t>2.5</m:t></m:r></m:sub></m:sSub></m:oMath>",
                run("下降"),
            )
        ],
        "浓度PM2.5下降\n",
        FORMULAE,
    ),
    "a fraction": (
        [
            paragraph(
                "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>"
            )
        ],
        "1/3\n",
        FORMULAE,
    ),
    "a box of text": ([paragraph(run("前"), f"<w:r><w:pict>{BOX}</w:pict></w:r>", run("后"))], "前后\n框中的话\n", ""),
    "a box for two versions of Word": (
        [
            paragraph(
                f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{BOX}</mc:Choice>"
                f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r>",
                run("后"),
            )
        ],
        "后\n框中的话\n",
        "",
    ),
    "a reading above a character": (
        [paragraph(f"<w:r><w:ruby><w:rt>{run('gàn')}</w:rt><w:rubyBase>{run('干')}</w:rubyBase></w:ruby></w:r>")],
        "干\n",
        "the readings above its characters are not here",
    ),
    "a sign of a symbol font": (
        [paragraph(run("前"), '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')],
        "前\n",
        "its signs of symbol fonts are not here",
    ),
    "a row with empty cells": (
        [table((cell(P), cell(paragraph()), cell(P)), (cell(paragraph()), cell(P), cell(P)))],
        "甲　　甲\n　甲　甲\n",
        "",
    ),
    "a picture": ([paragraph(run("前"), "<w:r><w:drawing><a:blip/></w:drawing></w:r>")], "前\n", PICTURES),
    "a picture of an older Word": (
        [paragraph(run("前"), "<w:r><w:pict><v:imagedata/></w:pict></w:r>")],
        "前\n",
        PICTURES,
    ),
    "an object of another program": (
        [paragraph(run("前"), "<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>")],
        "前\n",
        "what other programs put into it, such as a sheet, is not here",
    ),
    "a chart": (
        [paragraph(run("前"), "<w:r><w:drawing><c:chart/></w:drawing></w:r>")],
        "前\n",
        "its charts are not here",
    ),
    "another file": (
        [P, "<w:altChunk></w:altChunk>"],
        "甲\n",
        "it takes in another file, of which nothing is here: save it once more from Word",
    ),
    "text struck out": ([paragraph(run("投资"), run("20", "<w:strike/>"), run("30亿元"))], "投资30亿元\n", STRUCK),
    "text struck out twice": ([paragraph(run("投资"), run("20", "<w:dstrike/>"), run("30"))], "投资30\n", STRUCK),
    "text struck out by its style": (
        [paragraph(run("投资"), run("20", '<w:rStyle w:val="Struck"/>'), run("30亿元"))],
        "投资30亿元\n",
        STRUCK,
    ),
    "text that is struck out no more": (
        [paragraph(run("投资"), run("30", '<w:rStyle w:val="Struck"/><w:strike w:val="0"/>'), run("亿元"))],
        "投资30亿元\n",
        "",
    ),
    "a mark raised by its style": (
        [paragraph(run("投资30亿元"), run("2", '<w:rStyle w:val="Note"/>'))],
        "投资30亿元[2]\n",
        "numbers above the line are taken for marks of notes, and put in brackets: [2]",
    ),
    "a mark that is raised no more": (
        [paragraph(run("第"), run("2", '<w:rStyle w:val="Note"/><w:vertAlign w:val="baseline"/>'), run("期"))],
        "第2期\n",
        "",
    ),
    "an index lowered by its style": (
        [paragraph(run("PM"), run("2.5", '<w:rStyle w:val="Index"/>'), run("35微克"))],
        "PM2.5 35微克\n",
        "",
    ),
    "a reading above a character by a field": (
        [paragraph(run("实施"), coded(r"eq \o\ad(\s\up 8(liàn),链)"), run("长制"))],
        "实施链长制\n",
        FORMULAE,
    ),
    "a number in a circle by a field": ([paragraph(coded(r"EQ \o\ac(○,1)"), run("甲"))], "①甲\n", FORMULAE),
    "a fraction by a field": ([paragraph(run("完成"), coded(r"eq \f(1,3)"), run("以上"))], "完成1/3以上\n", FORMULAE),
    "a fraction behind a whole number": (
        [paragraph(run("2"), coded(r"eq \f(1,3)"), run("倍"))],
        "2 1/3倍\n",
        FORMULAE,
    ),
    "a fraction by a simple field": (
        [paragraph(run("前"), r'<w:fldSimple w:instr="EQ \f(1,3)"></w:fldSimple>', run("后"))],
        "前1/3后\n",
        FORMULAE,
    ),
    "a fraction by a field before a figure": (
        [paragraph(run("完成"), coded(r"eq \f(1,2)"), run("5.3%"))],
        "完成1/2 5.3%\n",
        FORMULAE,
    ),
    "two fractions by fields": (
        [paragraph(run("完成"), coded(r"eq \f(1,2)"), coded(r"eq \f(1,3)"), run("以上"))],
        "完成1/2 1/3以上\n",
        FORMULAE,
    ),
    "a fraction by a field at the end": (
        [paragraph(run("完成"), coded(r"eq \f(1,2)")), paragraph(run("5个"))],
        "完成1/2\n5个\n",
        FORMULAE,
    ),
    "an exponent by a field": ([paragraph(run("36万m"), coded(r"eq \s\up8(2)"))], "36万m²\n", FORMULAE),
    "a formula with a result": ([paragraph(coded(r"eq \\o\\ac(○,1)", result=run("①")), run("甲"))], "①甲\n", ""),
    "a formula in several runs": ([paragraph(coded("eq \\f(1", ",3)"), run("以上"))], "1/3以上\n", FORMULAE),
    "a list of contents over paragraphs": (
        [
            paragraph(char("begin"), "<w:r><w:instrText>TOC</w:instrText></w:r>", char("separate"), run("甲")),
            paragraph(coded("PAGEREF a", result=run("3")), char("end")),
        ],
        "甲\n3\n",
        "",
    ),
    "a result in the code of another field": (
        [paragraph(coded("IF ", coded("PAGE", result=run("3")), " = 3 甲 乙", result=run("乙")), run("后"))],
        "乙后\n",
        "",
    ),
    "a result in a result": ([paragraph(coded("REF a", result=coded("PAGE", result=run("3"))))], "3\n", ""),
    "a field that is not ended": (
        [paragraph(run("前"), char("begin"), "<w:r><w:instrText>PAGE</w:instrText></w:r>", run("后"))],
        "前后\n",
        "",
    ),
    "a number that Word works out": (
        [paragraph(coded("AUTONUM \\* Arabic"), run("甲"))],
        "甲\n",
        "it holds fields that only Word works out (AUTONUM); what they show is not here",
    ),
    "a field that shows nothing": ([paragraph(coded("XE 甲"), run("乙"))], "乙\n", ""),
    "a large first character": ([paragraph(run("2"), about=capital("drop")), paragraph(run("023年"))], "2023年\n", ""),
    "one in the margin": ([paragraph(run("现"), about=capital("margin")), paragraph(run("在"))], "现在\n", ""),
    "a frame about a paragraph": ([paragraph(run("甲"), about=capital("none")), P], "甲\n甲\n", ""),
    "a cell that lists several things": (
        [table(PAIR, (cell(P), cell(*[P] * 6)), PAIR)],
        "甲　乙\n甲　甲 甲 甲 甲 甲 甲\n甲　乙\n",
        "",
    ),
    "such a cell over columns": (
        [table((*PAIR, cell(P)), (cell(P), wide(2, *[P] * 6)))],
        "甲　乙　甲\n甲　甲 甲 甲 甲 甲 甲\n",
        "",
    ),
    "a page laid out below a row of data": (
        [table(PAIR, (cell(P), cell(*[paragraph(run("甲" * 100))] * 6)))],
        "甲　乙\n甲\n" + f"{'甲' * 100}\n" * 6,
        "",
    ),
    "a control that asks for words": ([paragraph(run("前"), asking("单击此处"), run("后"))], "前后\n", ""),
    "a control that asked for words": ([paragraph(run("前"), asking("答", "0"), run("后"))], "前答后\n", ""),
    "a cell that was taken out": (
        [table((cell(P), cell('<w:tcPr><w:cellDel w:id="1"/></w:tcPr>', P), cell(paragraph(run("乙")))))],
        "甲　乙\n",
        REVISED,
    ),
    "a cell that is left open before a row": (
        [table((cell(P), *PAIR), ('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', *PAIR))],
        "甲　甲　乙\n　甲　乙\n",
        REACHING,
    ),
    "a row below a cell that reaches down": (
        [
            table(
                (cell('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', P), *PAIR),
                (cell("<w:tcPr><w:vMerge/></w:tcPr>", paragraph("")), *PAIR),
            )
        ],
        "甲　甲　乙\n　甲　乙\n",
        REACHING,
    ),
    "a row beside a cell that reaches down": (
        [
            table(
                (*PAIR, cell('<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>', P)),
                (*PAIR, cell('<w:tcPr><w:vMerge w:val="continue"/></w:tcPr>', paragraph(""))),
            )
        ],
        "甲　乙　甲\n甲　乙　\n",
        "",
    ),
    "what is chosen in a list": (
        [paragraph(run("引进"), chosen("100家", "127家"), run("企业"))],
        "引进127家企业\n",
        "",
    ),
    "a paragraph whose mark is bold": (
        [paragraph(run("前"), about="<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>"), P],
        "前\n甲\n",
        "",
    ),
    "a paragraph before a table that goes on": (
        [paragraph(run("前"), about=DELETED_MARK), table(PAIR), P],
        "前\n甲　乙\n甲\n",
        REVISED,
    ),
    "a paragraph at the end that goes on": ([P, paragraph(run("后"), about=DELETED_MARK)], "甲\n后\n", REVISED),
    "what is chosen beside figures": (
        [paragraph(run("1"), chosen("0", "2"), run("7家"))],
        "127家\n",
        "",
    ),
    "what is chosen first, as nothing is": (
        [paragraph(run("引进"), chosen("100家", "127家").replace('<w:result w:val="1"/>', ""), run("企业"))],
        "引进100家企业\n",
        "",
    ),
    "what is chosen in a list of a field": (
        [paragraph(coded(" IF ", chosen("甲", "乙"), result=run("丁"))), paragraph(run("丙"))],
        "丁\n丙\n",
        "",
    ),
    "what is chosen beside a result without words": (
        [paragraph(run("引进"), chosen("100家", "127家", result=run("")), run("企业"))],
        "引进127家企业\n",
        "",
    ),
    "a result with words and without": (
        [paragraph(run("引进"), chosen("100家", "127家", result=run("127家") + run("")), run("企业"))],
        "引进127家企业\n",
        "",
    ),
    "a number in a circle before a figure": (
        [paragraph(coded(r"EQ \o\ac(○,1)"), run("5家"))],
        "①5家\n",
        FORMULAE,
    ),
    "signs of fields that never began": (
        [paragraph(char("separate"), run("甲"), char("end"), run("乙"))],
        "甲乙\n",
        "",
    ),
    "what is chosen and written": (
        [paragraph(run("引进"), chosen("100家", "127家", result=run("127家")), run("企业"))],
        "引进127家企业\n",
        "",
    ),
    "a tab to a place": ([paragraph(run("127"), "<w:r><w:ptab/></w:r>", run("35"))], "127 35\n", ""),
    "a figure set higher": (
        [paragraph(run("企业127家"), run("2", '<w:position w:val="8"/>'))],
        "企业127家[2]\n",
        "numbers above the line are taken for marks of notes, and put in brackets: [2]",
    ),
    "words that are drawn": (
        [paragraph('<w:r><w:pict><v:shape><v:textpath string="题"/></v:shape></w:pict></w:r>', run("文"))],
        "文\n",
        "its words that are drawn (WordArt) are not here",
    ),
    "hidden text": ([paragraph(run("前"), run("隐", "<w:vanish/>"), run("后"))], "前后\n", HIDDEN),
    "text hidden by its style": ([paragraph(run("前"), run("隐", '<w:rStyle w:val="Unseen"/>'))], "前\n", HIDDEN),
    "text that is shown in spite of its style": (
        [paragraph(run("前"), run("显", '<w:rStyle w:val="Unseen"/><w:vanish w:val="0"/>'))],
        "前显\n",
        "",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_word_shows_is_read_once_and_in_its_place(case: str) -> None:
    elements, text, doubt = CASES[case]
    one = taken(*elements)
    assert (one.text, one.doubts) == (text, (doubt,) if doubt else ())


def test_a_report_in_a_table_of_one_cell_is_a_report(tmp_path: Path) -> None:
    document = Document()
    held = document.add_table(1, 1).cell(0, 0)
    held.text = LINES[0]
    for line in LINES[1:]:
        held.add_paragraph(line)
    assert blocks(import_of("a.docx", saved(document), tmp_path)) == BLOCKS


def test_headings_stay_headings_within_a_control() -> None:
    heading = paragraph(run("产业"), about='<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>')
    one = taken(control(heading), paragraph(run(BODIES[0])))
    assert (one.text, one.headings) == (f"产业\n{BODIES[0]}\n", {1: 2})


@pytest.mark.parametrize(
    ("based", "outline", "level"),
    [
        ("Heading 2", "", 2),
        ("Normal", "1", 2),
        ("Heading 1", "9", 0),
        ("Heading 1", "2", 3),
        ("Normal", "", 0),
        ("Title", "", 0),
    ],
)
def test_a_style_gives_the_level_that_it_or_the_one_it_is_based_on_has(based: str, outline: str, level: int) -> None:
    document = Document()
    middle, style = document.styles.add_style("公文", 1), document.styles.add_style("公文标题", 1)
    for one, level_of_outline in ((document.styles["Title"], "0"), (style, outline)):
        if level_of_outline:
            outlined = f'<w:outlineLvl {NAMESPACES} w:val="{level_of_outline}"/>'
            one.element.get_or_add_pPr().append(parse_xml(outlined))
    middle.base_style, style.base_style = document.styles[based], middle
    document.add_paragraph("产业", style=style)
    taken_out = word_taken(source_of("a.docx", saved(document)))
    assert taken_out.headings == ({1: level} if level else {})


def test_the_heads_and_feet_of_pages_are_told_where_they_hold_words() -> None:
    document = Document()
    document.add_paragraph("甲")
    document.sections[0].footer.paragraphs[0].text = "第1页 共3页"
    assert word_taken(source_of("a.docx", saved(document))).doubts == ()
    document.sections[0].header.paragraphs[0].text = "晴湖区人民政府文件 晴府〔2023〕1号"
    told = "the heads and feet of its pages are not here: 晴湖区人民政府文件 晴府〔2023〕1号"
    assert word_taken(source_of("a.docx", saved(document))).doubts == (told,)
