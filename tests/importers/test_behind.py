"""What stands behind the last paragraph of a report: what is text all the same, what is set apart, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from .invented import BLOCKS, CLOSING, LINES, PARTS, TEXT
from .made import blocks, import_of, page, saved

ANNEX = ("附件", "2023年民生实事", "1.新增公办幼儿园学位1500个。", "2.新建社区食堂12家。", "3.改造老旧小区23个")
FOOT = ("主办：晴湖区人民政府办公室　承办：晴湖区政务服务数据管理局", "网站标识码：4403990001", "网站地图　联系我们")
ENDS = {
    "annex": ANNEX,
    "annex of a name": ("附件：2023年民生实事", *ANNEX[2:]),
    "annex with parts": ("附件1", "2023年民生实事", "（一）教育。", "新增公办幼儿园学位1500个。"),
    "items with half stops": ("今年还要办好三件事：", "1、新建幼儿园9所；", "2、改造老旧小区23个。"),
    "table": ("附表", "指标　2022年　2023年", "城镇新增就业（人）　8800　9000", "新增学位（个）　1200　1500"),
    "verse": ("晴湖水暖春来早，", "万象更新气象新。"),
    "a part with a sentence": ("三、政府自身建设", "我们要过紧日子，压减一般性支出5%。"),
}


def word_of(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


@pytest.mark.parametrize("form", ["txt", "docx", "html"])
@pytest.mark.parametrize("end", ENDS)
def test_short_lines_that_end_a_report_are_text_and_told(end: str, form: str, tmp_path: Path) -> None:
    lines = [*LINES, *ENDS[end]]
    data = {"txt": "\n".join(lines).encode(), "docx": word_of(*lines), "html": page(lines).encode()}[form]
    one = import_of(f"a.{form}", data, tmp_path)
    made = blocks(one)
    assert [text for _, text in made[-len(ENDS[end]) - 1 :]] == [CLOSING, *ENDS[end]]
    assert any(doubt.startswith("kept behind the last paragraph: line") for doubt in one.doubts)


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_the_foot_of_a_page_behind_an_annex_is_none_of_it(form: str, tmp_path: Path) -> None:
    lines = [*LINES, *ANNEX, "分享到：", *FOOT]
    one = import_of(f"a.{form}", "\n".join(lines).encode() if form == "txt" else word_of(*lines), tmp_path)
    assert [text for _, text in blocks(one)[-len(ANNEX) :]] == list(ANNEX)
    assert not [doubt for doubt in one.doubts if doubt.startswith("left out")]


@pytest.mark.parametrize("line", ["抄送：区委办公室。", "附件：2023年重点项目表.docx", "2月9日印发", *FOOT])
def test_what_a_page_or_an_office_puts_behind_a_text_is_left_out_and_not_told(line: str, tmp_path: Path) -> None:
    one = import_of("a.txt", f"{TEXT}{line}\n".encode(), tmp_path)
    assert blocks(one) == BLOCKS and not one.doubts


def test_other_lines_behind_a_text_are_left_out_and_told_however_short(tmp_path: Path) -> None:
    one = import_of("a.txt", f"{TEXT}民生为本\n项目为先\n".encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert "left out behind the text: line 13 民生为本; line 14 项目为先" in one.doubts


def test_headings_far_from_any_sentence_behind_a_text_do_not_make_it_longer(tmp_path: Path) -> None:
    menu = "\n".join(("走进晴湖", "政务公开", "政务服务", "互动交流", "数据开放", "欢迎您常来晴湖看看。"))
    assert blocks(import_of("a.txt", f"{TEXT}{menu}\n".encode(), tmp_path)) == BLOCKS


SHORT_NOTES = ("晴湖产业园：指区东部的产业园区。", "口袋公园：指小型公园绿地。", "社区食堂：指为老年人助餐的食堂。")
LONG = "，由区人民政府批准设立并由所在街道负责日常管理和运营维护，每年接受区人大代表的专题视察。"
PLACES = ("晴湖产业园二期", "口袋公园6个", "社区食堂12家")


@pytest.mark.parametrize("behind", [(), FOOT], ids=["alone", "foot"])
@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("long", [False, True], ids=["short", "long"])
@pytest.mark.parametrize("mark", ["[{}]", "〔{}〕", "［{}］", "【{}】"])
def test_notes_whose_marks_stand_in_the_text_are_set_apart(
    mark: str, long: bool, count: int, behind: tuple[str, ...], tmp_path: Path
) -> None:
    text = TEXT
    for number, place in enumerate(PLACES[:count], 1):
        text = text.replace(place, f"{place[:4]}{mark.format(number)}{place[4:]}")
    notes = [f"{mark.format(number)}{note}" for number, note in enumerate(SHORT_NOTES[:count], 1)]
    notes = [note[:-1] + LONG for note in notes] if long else notes
    one = import_of("a.txt", "\n".join((*text.splitlines(), *notes, *behind)).encode(), tmp_path)
    assert blocks(one) == BLOCKS
    steps = one.draft.steps
    assert {"apart": f"13-{12 + count}", "as": "notes"} in steps["lines"]
    assert {"apart": mark.format("{n}"), "as": "note-mark", "at": "anywhere", "count": count} in steps["patterns"]


def test_marks_at_the_beginning_of_lines_before_more_text_are_no_notes(tmp_path: Path) -> None:
    lines = [*LINES[:6], "[1]" + LINES[6], "[2]" + LINES[7], *LINES[8:]]
    assert blocks(import_of("a.txt", "\n".join(lines).encode(), tmp_path)) == BLOCKS
    assert PARTS[1] in [text for _, text in BLOCKS]


@pytest.mark.parametrize("heading", [(), ("注：",)])
@pytest.mark.parametrize("count", [2, 3])
def test_notes_below_marks_alone_in_the_last_lines_are_set_apart(
    count: int, heading: tuple[str, ...], tmp_path: Path
) -> None:
    text = TEXT
    for number, place in enumerate(PLACES[:count], 1):
        text = text.replace(place, f"{place[:4]}[{number}]{place[4:]}")
    notes = [line for number, note in enumerate(SHORT_NOTES[:count], 1) for line in (f"[{number}]", note[:-1] + LONG)]
    one = import_of("a.txt", "\n".join((*text.splitlines(), *heading, *notes)).encode(), tmp_path)
    assert blocks(one) == BLOCKS


def test_marks_alone_above_the_last_paragraphs_that_stand_nowhere_in_the_text_are_no_notes(tmp_path: Path) -> None:
    lines = [*LINES, "[1]", SHORT_NOTES[0][:-1] + LONG, "[2]", SHORT_NOTES[1][:-1] + LONG]
    one = import_of("a.txt", "\n".join(lines).encode(), tmp_path)
    assert SHORT_NOTES[0][:-1] + LONG in [text for _, text in blocks(one)]
