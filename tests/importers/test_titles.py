"""A title is whole in however many lines it is set; what a page puts above a title is no part of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from .invented import BLOCKS, LINES, MEETING, SPEAKER, TITLE
from .made import blocks, import_of, saved

REST = (MEETING, SPEAKER, *LINES[3:])
IN_LINES = [
    ("晴湖区2023年", "政府工作报告"),
    ("晴湖区", "2023年政府工作报告"),
    ("某市晴湖区", "2023年", "政府工作报告"),
    ("二〇二三年", "晴湖区政府工作报告"),
    ("2023年晴湖区政府", "工作报告"),
    ("2023年晴湖区政府工作", "报告"),
    ("政府工", "作报告"),
    ("晴湖区人民检察院", "工作报告"),
    ("关于晴湖区2022年国民经济和社会发展计划", "执行情况与2023年计划草案的报告"),
    ("晴湖区2022年国民经济和社会发展计划执行情况与", "2023年计划草案的报告"),
    ("晴湖区2022年国民经济和社会发展", "计划执行情况的报告"),
    ("关于晴湖区2022年预算执行情况（含决算", "）的报告"),
    ("晴湖区2022年预算执行情况", "和2023年预算草案的报告"),
    ("关于2022年晴湖区预算执行情况和", "2023年预算草案的报告（书面）"),
    ("晴湖区政府工作报告", "（2023年）"),
    ("晴湖区2023年", "政府工作报告", "（审议稿）"),
    ("晴湖区人民政府2023年", "政府工作报告"),
    ("晴湖区人民", "政府工作报告"),
    ("晴湖区2022年国民经济和社会发展计划", "执行情况与2023年国民经济和社会发展", "计划草案的报告"),
    ("某市晴湖区2022年预算执行情况及", "2023年预算（草案）报告"),
    ("晴湖区“十四五”规划", "实施情况的报告"),
    ("关于晴湖区", "2022年预算执行情况和2023年预算草案的报告"),
    ("晴湖区第六届人民代表大会常务委员会", "工作报告"),
]


@pytest.mark.parametrize("lines", IN_LINES)
def test_a_title_in_several_lines_is_one(lines: tuple[str, ...], tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((*lines, *REST)).encode(), tmp_path)
    assert one.draft.printed["title"] == "".join(lines)
    assert {"metadata": f"1-{len(lines)}", "fields": ("title",)} in one.draft.steps["lines"]
    assert f"title: lines 1-{len(lines)} are taken for one" in one.doubts
    assert blocks(one) == BLOCKS


@pytest.mark.parametrize("lines", [IN_LINES[0], IN_LINES[6]])
def test_so_is_one_of_a_page_and_of_a_word_file(lines: tuple[str, ...], tmp_path: Path) -> None:
    html = f"<h1>{'<br>'.join(lines)}</h1>" + "".join(f"<p>{line}</p>" for line in REST)
    document = Document()
    for line in (*lines, *REST):
        document.add_paragraph(line)
    for name, data in (("a.html", html.encode()), ("a.docx", saved(document))):
        assert import_of(name, data, tmp_path).draft.printed["title"] == "".join(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("晴 湖 区 政 府", "工 作 报 告"),
        ("政 府", "工 作 报 告"),
        ("政　府", "工　作　报　告"),
        ("　　政 府", "　　工 作 报 告 "),
        ("2 0 2 3 年 晴 湖 区 政 府", "工 作 报 告"),
        ("晴 湖 区 2 0 2 3 年", "政 府 工 作 报 告"),
    ],
)
def test_a_title_that_is_set_wide_in_two_lines_is_one(lines: tuple[str, ...], tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((*lines, *REST)).encode(), tmp_path)
    assert one.draft.printed["title"] == "".join("".join(lines).split())


@pytest.mark.parametrize(
    "line",
    [
        *(
            "首页",
            "晴湖区人民政府",
            "晴湖区人民政府办公室",
            "晴湖区政府网",
            "2023年2月",
            "关于我们",
            "打印",
            "晴湖日报",
        ),
        *("晴湖区2023年两会专题", "关于印发工作报告的通知", "晴湖区人民政府文件", "首页 > 政务公开", "当前位置："),
        "打印本页",
    ],
)
@pytest.mark.parametrize("title", [TITLE, "政府工作报告", "工作情况报告"])
def test_another_line_above_a_title_is_none_of_it(line: str, title: str, tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((line, title, *REST)).encode(), tmp_path)
    assert one.draft.printed["title"] == title


def test_the_name_of_a_site_above_a_heading_is_none_of_it(tmp_path: Path) -> None:
    html = "<p>晴湖区</p><h1>政府工作报告</h1>" + "".join(f"<p>{line}</p>" for line in REST)
    assert import_of("a.html", html.encode(), tmp_path).draft.printed["title"] == "政府工作报告"


@pytest.mark.parametrize(
    "menu",
    [
        *(
            "社区服务",
            "城市建设",
            "乡镇街道",
            "晴湖区概况",
            "关于晴湖",
            "走进晴湖区",
            "县区联播",
            "城区风采",
            "政府机构和",
        ),
        *(
            "规划计划和",
            "政协委员、",
            "省市要情",
            "市县区",
            "乡镇",
            "旅游景区",
            "2023年重点工作",
            "教育工作",
            "数字晴湖区",
        ),
        *(
            "东湖区\n西湖区\n南湖县",
            "2023年\n2022年\n2021年",
            "首页\n2021年",
            "要闻动态\n南湖县",
            "历史沿革\n2022年",
            "社会",
        ),
    ],
)
@pytest.mark.parametrize("title", ["政府工作报告", "2023年政府工作报告", "工作报告"])
def test_items_of_a_menu_above_a_title_are_none_of_it(menu: str, title: str, tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join(("首页", *menu.split(), title, *REST)).encode(), tmp_path)
    assert one.draft.printed["title"] == title


@pytest.mark.parametrize("above", ["晴湖区第六届人民代表大会第三次会议文件（一）", "晴湖区人民政府"])
@pytest.mark.parametrize("lines", [("晴湖区", "2023年政府工作报告"), ("2023年", "晴湖区政府工作报告")])
def test_what_stands_above_a_title_takes_no_line_of_it(above: str, lines: tuple[str, str], tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((above, *lines, *REST)).encode(), tmp_path)
    assert one.draft.printed["title"] == "".join(lines)


def test_the_years_of_a_menu_change_nothing_of_the_year_of_a_report(tmp_path: Path) -> None:
    menu = "".join(f"<li>{item}</li>" for item in ("首页", "2023年", "2022年", "2021年"))
    text = "".join(f"<p>{line}</p>" for line in LINES[3:])
    one = import_of("a.html", f"<ul>{menu}</ul><div>政府工作报告</div>{text}".encode(), tmp_path)
    assert (one.id, one.draft.printed["title"]) == ("qinghu-2023-work-report", "政府工作报告")


def test_a_place_that_begins_as_a_word_for_and_goes_on_no_title(tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join(("奋进新征程的一年", "和平区2023年政府工作报告", *REST)).encode(), tmp_path)
    assert one.draft.printed["title"] == "和平区2023年政府工作报告"


def test_figures_beside_each_other_are_no_words_set_wide(tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((*LINES[:-1], "甲 3 5 8", "3 5 8 9", LINES[-1])).encode(), tmp_path)
    assert "甲 3 5 8\n3 5 8 9\n" in one.made.text


def test_headings_of_two_levels_are_one_title(tmp_path: Path) -> None:
    html = "<h1>晴湖区2023年</h1><h2>政府工作报告</h2>" + "".join(f"<p>{line}</p>" for line in REST)
    assert import_of("a.html", html.encode(), tmp_path).draft.printed["title"] == "晴湖区2023年政府工作报告"


@pytest.mark.parametrize(
    ("line", "is_told"), [("奋进新征程", True), ("首页 > 公开", False), ("打印", False), ("晴湖要闻", False)]
)
def test_a_line_above_a_title_that_may_be_of_it_is_told(line: str, is_told: bool, tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((line, TITLE, *REST)).encode(), tmp_path)
    assert any(doubt.startswith(f"left out before the text: line 1, {line}") for doubt in one.doubts) == is_told


@pytest.mark.parametrize(("above", "item"), [("东湖区", "西湖区"), ("2022年", "2021年")])
def test_so_is_a_place_or_a_year_below_another(above: str, item: str, tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((above, item, TITLE, *REST)).encode(), tmp_path)
    assert f"left out before the text: line 2, {item}…" in one.doubts
