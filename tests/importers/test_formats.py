"""One invented report in every form that captures have: each gives the same text, and `check` finds no mistake."""

from __future__ import annotations

from pathlib import Path

import opencc
import pytest
from docx import Document
from playwright.sync_api import Browser

from duizhao.cli import main
from duizhao.importers.source import Refused

from .invented import BLOCKS, BODIES, LEADS, LINES, MEETING, PARTS, TEXT
from .made import blocks, import_of, page, printed, saved, site, word_file

PAGE = page().encode("gb18030").replace(b"utf-8", b"gbk")
INDENTS = "p { text-indent: 2em; margin: 0; line-height: 1.8 } h1 { text-align: center }"
ENCODINGS = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "gb18030": "gb18030", "utf-16": "utf-16", "utf-16-be": "utf-16"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_is_read_in_whatever_encoding_and_with_whatever_line_ends(
    encoding: str, end: str, tmp_path: Path
) -> None:
    data = TEXT.replace("\n", end).encode(encoding)
    one = import_of("报告.txt", data, tmp_path)
    assert (blocks(one), one.taken.encoding) == (BLOCKS, ENCODINGS[encoding])
    assert one.files["source.txt"] == data
    assert f"decode: {ENCODINGS[encoding]}".encode() in one.files["report.md"] or ENCODINGS[encoding] == "utf-8"


def test_a_text_in_big5_is_read_and_put_into_simplified_characters(tmp_path: Path) -> None:
    one = import_of("報告.txt", opencc.OpenCC("s2tw").convert(TEXT).encode("big5"), tmp_path)
    assert (blocks(one), one.taken.encoding, one.draft.whole["script"]) == (BLOCKS, "big5", "to-simplified")
    assert one.draft.printed["speaker"] == "晴湖区人民政府区长 林舟"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("报告.txt", TEXT.encode()),
        ("报告.docx", word_file()),
        ("报告.html", PAGE),
    ],
    ids=["text", "word", "page"],
)
def test_what_a_report_says_of_itself_is_found_in_every_form(name: str, data: bytes, tmp_path: Path) -> None:
    one = import_of(name, data, tmp_path)
    assert blocks(one) == BLOCKS
    assert one.draft.printed == {
        "title": "2023年晴湖区政府工作报告",
        "date": "2023年2月8日",
        "speaker": "晴湖区人民政府区长 林舟",
        "occasion": "晴湖区第六届人民代表大会第三次会议",
        "address": "各位代表：",
    }
    keys = one.draft.keys
    assert (one.id, keys["date"], keys["date_basis"], keys["covers"]) == (
        "qinghu-2023-work-report",
        "2023-02-08",
        "printed",
        "2022/2023",
    )
    assert keys["title"] == {"zh": "2023年晴湖区政府工作报告", "en": "2023 Qinghu District Government Work Report"}


def test_of_a_page_all_that_it_shows_is_accounted_for_and_only_the_article_is_text(tmp_path: Path) -> None:
    one = import_of("a.html", page().encode(), tmp_path)
    layer = one.files["source.text.txt"].decode()
    assert one.files["source.html"] == page().encode()
    assert "政务公开" in layer and "版权所有" in layer and "var article" not in layer
    assert sum(piece.end - piece.start for piece in one.made.pieces) == len(layer)
    dropped = {str(step["reason"]) for step in one.draft.steps["lines"] if "drop" in step}
    assert dropped == {"breadcrumb", "related-links", "publisher-disclaimer"}


@pytest.mark.browser
@pytest.mark.parametrize("style", ["", INDENTS], ids=["gaps", "indents"])
def test_a_pdf_that_chromium_prints_loses_its_page_furniture_and_its_line_breaks(
    browser: Browser, style: str, tmp_path: Path
) -> None:
    data = printed(browser, style)
    one = import_of("a.pdf", data, tmp_path)
    assert blocks(one) == BLOCKS
    assert one.files["source.pdf"] == data
    furniture = [step for step in one.draft.steps["lines"] if step.get("reason") == "page-furniture"]
    assert furniture and "晴湖区人民政府公报" in one.taken.text and "晴湖区人民政府公报" not in one.made.text


def test_tables_of_a_word_file_are_rows(tmp_path: Path) -> None:
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    for cell, words in zip(
        table._cells, ("指标", "目标", "城镇新增就业人数今年要达到的目标是", "9000人以上。"), strict=True
    ):
        cell.text = words
    document.add_paragraph("以上指标均由晴湖区统计部门按照国家统一的方法核算，并在全年结束以后向社会公布结果。")
    one = import_of("a.docx", saved(document), tmp_path)
    assert "\n指标　目标\n城镇新增就业人数今年要达到的目标是　9000人以上。\n" in one.made.text


def test_headings_of_a_word_file_are_known_by_their_styles_and_numbers_of_word_are_told_as_lost(
    tmp_path: Path,
) -> None:
    document = Document()
    for line in LINES[:5]:
        document.add_paragraph(line)
    for heading, level, at in (("过去一年", 1, 0), ("产业", 2, 0), ("今后工作", 1, 2)):
        document.add_heading(heading, level)
        document.add_paragraph(BODIES[at], style="List Number" if level == 2 else None)
        document.add_paragraph(BODIES[at + 1])
    one = import_of("a.docx", saved(document), tmp_path)
    assert [block for block in blocks(one) if block[0]] == [(1, "过去一年"), (2, "产业"), (1, "今后工作")]
    assert "a paragraph is numbered or marked by Word itself" in one.doubts[0]


@pytest.mark.parametrize("wide", [24, 32])
def test_lines_that_are_broken_at_one_width_are_joined(wide: int, tmp_path: Path) -> None:
    long = [*LINES[:5], PARTS[0], *(LEADS[0] + BODIES[0] for _ in range(1)), *(body for body in BODIES for _ in "12")]
    paragraphs = [*long[:7], *(f"第{n}组工作：{line}" for n, line in enumerate(long[7:], 1))]
    broken = [line[at : at + wide] for line in paragraphs for at in range(0, len(line), wide)]
    one = import_of("a.txt", "\n".join(broken).encode(), tmp_path)
    assert [step["join"] for step in one.draft.steps["patterns"] if "join" in step] == ["mid-sentence"]
    assert BODIES[0] in [text for _, text in blocks(one)]


def test_spoilt_characters_are_mended_by_steps_with_their_counts(tmp_path: Path) -> None:
    spoilt = (
        TEXT.replace("晴湖区居民", "晴 湖区居民")
        .replace("工业", "⼯业")
        .replace("\n", "\\r\\n")
        .replace("晴湖东站", "晴湖\u200b东站")
    )
    spoilt = (
        spoilt.replace("重点项目", "重点&nbsp;项目").replace("改造", "改造〔1〕").replace("新增公办", "新增〔2〕公办")
    )
    one = import_of("a.txt", spoilt.encode(), tmp_path)
    assert blocks(one) == BLOCKS
    steps = one.draft.steps
    assert one.draft.whole["radicals"] == 1
    assert steps["escapes"] == ({"escape": "\\r\\n", "count": len(LINES)},)
    assert steps["characters"] == ({"character": "U+200B", "count": 1},)
    assert steps["entities"] == ({"entity": "&nbsp;", "becomes": "", "count": 1},)
    assert {"spacing": "晴{ }湖", "count": 1} in steps["patterns"]
    assert {"apart": "〔{n}〕", "as": "note-mark", "at": "anywhere", "count": 2} in steps["patterns"]


@pytest.mark.parametrize("char", "\x0b\x0c\x1c\x1d\x1e", ids=ord)
def test_a_control_character_between_lines_ends_a_line(char: str, tmp_path: Path) -> None:
    one = import_of("a.txt", TEXT.replace(f"\n{PARTS[1]}", f"{char}{PARTS[1]}").encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert one.draft.steps["characters"] == ({"character": f"U+{ord(char):04X}", "becomes": "\n", "count": 1},)


def test_a_control_character_between_cells_parts_their_figures(tmp_path: Path) -> None:
    lines = (*LINES[:-1], "指标\x072021年\x072022年", "生产总值\x07461\x07486.2\x07", LINES[-1])
    one = import_of("a.txt", "\n".join(lines).encode(), tmp_path)
    rows = ["指标\u30002021年\u30002022年", "生产总值\u3000461\u3000486.2"]
    assert blocks(one) == [*BLOCKS[:-1], *((0, row) for row in rows), BLOCKS[-1]]


def test_what_stands_about_a_report_is_left_out_and_its_glossary_is_set_apart(tmp_path: Path) -> None:
    head = "您的位置：首页 > 政务公开\n来源：晴湖日报\n政府工作报告\n"
    tail = (
        "名词解释\n1.口袋公园：指面积较小、就近可达的公园。\n2.社区食堂：指为居民提供实惠餐食的场所。\n"
        "分享到：\n扫一扫在手机打开当前页\n相关链接\n2021年政府工作报告\n2020年政府工作报告\n"
    )
    one = import_of("a.txt", f"{head}{TEXT}{tail}".encode(), tmp_path)
    assert blocks(one) == BLOCKS and one.draft.printed["source"] == "晴湖日报"
    reasons = [step.get("reason", step.get("as", "")) for step in one.draft.steps["lines"]]
    assert [reason for reason in reasons if reason] == ["breadcrumb", "duplicate", "glossary", "share", "related-links"]


def test_a_text_that_is_printed_twice_is_kept_once(tmp_path: Path) -> None:
    one = import_of("a.txt", f"{TEXT}{LINES[6]}\n{CLOSING_TWICE}\n".encode(), tmp_path)
    assert [text for _, text in blocks(one)].count(BODIES[0]) == 1
    assert {"drop": "13-14", "reason": "duplicate", "of": "7"} not in one.draft.steps["lines"]
    assert [step for step in one.draft.steps["lines"] if step.get("reason") == "duplicate"] == [
        {"drop": "13", "reason": "duplicate", "of": "7"},
        {"drop": "14", "reason": "duplicate", "of": "12"},
    ]


CLOSING_TWICE = LINES[-1]


def test_a_text_without_a_day_is_dated_by_its_parts_by_its_file_or_by_who_imports_it(tmp_path: Path) -> None:
    body = "\n".join(LINES[4:])
    parts = import_of("a.txt", body.encode(), tmp_path)
    assert (parts.described.year, parts.draft.keys["date_basis"]) == (2023, "inferred")
    bare = body.replace(PARTS[0], "").replace(PARTS[1], "").replace("2023年", "").replace("2022年", "")
    assert import_of("晴湖2019.txt", bare.encode(), tmp_path).draft.keys["date"] == "2019"
    assert import_of("a.txt", bare.encode(), tmp_path, year="2018").draft.keys["date"] == "2018"
    with pytest.raises(Refused, match="--year"):
        import_of("a.txt", bare.encode(), tmp_path)


def test_a_text_that_hardly_names_its_district_is_doubted(tmp_path: Path) -> None:
    one = import_of("a.txt", TEXT.replace("晴湖", "远山").encode(), tmp_path)
    assert [doubt for doubt in one.doubts if doubt.startswith("district: 晴湖 is not named in it; 远山区")]


def test_plainly_every_line_is_a_paragraph(tmp_path: Path) -> None:
    one = import_of("a.txt", TEXT.encode(), tmp_path, plain=True)
    assert blocks(one) == [(0, line) for line in LINES] and not one.draft.steps["lines"]


def test_an_english_less_site_is_given_no_english(tmp_path: Path) -> None:
    site(tmp_path)
    settings = tmp_path / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("languages: [en, zh]", "languages: [zh]"), "utf-8")
    one = import_of("a.txt", TEXT.encode(), tmp_path)
    assert one.draft.keys["title"] == {"zh": "2023年晴湖区政府工作报告"}


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", TEXT.encode("gb18030")), ("a.docx", word_file()), ("a.html", page().encode())],
    ids=["text", "word", "page"],
)
def test_what_was_imported_passes_check_at_once(name: str, data: bytes, tmp_path: Path) -> None:
    top = site(tmp_path / "site")
    (tmp_path / name).write_bytes(data)
    assert main(["import", str(tmp_path / name), "--district", "qinghu", "--top", str(top)]) == 0
    assert main(["check", "--top", str(top)]) == 0
    report = (top / "content/reports/qinghu-2023-work-report/report.md").read_text("utf-8")
    assert "fully_read" not in report and MEETING not in report.split("\n---\n")[1]


@pytest.mark.parametrize(
    ("sign", "form"), [("。", "｡"), ("。", "︒"), ("，", "﹐"), ("；", "﹔"), ("%", "﹪"), ("：", "﹕")]
)
def test_forms_of_signs_are_the_signs_that_chinese_is_written_with(sign: str, form: str, tmp_path: Path) -> None:
    assert blocks(import_of("a.txt", TEXT.replace(sign, form).encode(), tmp_path)) == BLOCKS
