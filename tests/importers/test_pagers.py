"""Further pages of a text are told, with their addresses where a page names them; links of other kinds are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.importers.pagers import is_pager

from .invented import BLOCKS, LINES, TITLE
from .made import blocks, import_of

HEAD = f"<!doctype html><meta charset=utf-8><title>{TITLE}</title><h1>{TITLE}</h1>"
ALL = "".join(f"<p>{line}</p>" for line in LINES[1:])
NUMBERED = "<b>1</b> <a href=b_1.html>2</a> <a href=b_2.html>3</a>"
PAGERS = {
    "the first of several": (f"<div>{NUMBERED} <a href=b_1.html>下一页</a></div>", "b_1.html or b_2.html"),
    "one in the middle": ("<p><a href=b.html>上一页</a> <a href=b_2.html>下一页</a></p>", "b.html or b_2.html"),
    "the last": ("<p>[<a href=b.html>上页</a>]</p>", "b.html"),
    "numbers alone": (f"<div>{NUMBERED}</div>", "b_1.html or b_2.html"),
    "items of a list": (
        "<ul><li>1</li><li><a href=b_1.html>2</a></li><li><a href=b_1.html>后一页</a></li></ul>",
        "b_1.html",
    ),
    "how many there are": ("<p>共2页 第1页 <a href=b_1.html>下一页 »</a></p>", "b_1.html"),
    "what is left": ("<p><a href=b_1.html>余下全文</a></p>", "b_1.html"),
    "numbers with a script each": ("<p><a href='#'>1</a><a href='#' onclick='go(2)'>2</a></p>", "by a script"),
    "numbers and a word": ("<p><a href='#'>1</a><a href='#'>2</a><a href='#'>下一页</a></p>", "by a script"),
    "a script": ("<p><a href='#'>1</a><a href='javascript:go(2)'>2</a></p>", "by a script"),
}


@pytest.mark.parametrize("case", PAGERS)
def test_links_to_further_pages_are_told(case: str, tmp_path: Path) -> None:
    links, told = PAGERS[case]
    one = import_of("a.html", (HEAD + ALL + links).encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert f"leads to further pages, {told}: " in "\n".join(one.doubts)


@pytest.mark.parametrize(
    "links",
    [
        "<p>上一篇：<a href=a.html>2022年政府工作报告</a> 下一篇：<a href=c.html>2024年政府工作报告</a></p>",
        "<p><a href=1.html>1</a>. <a href=1.html>2022年政府工作报告</a></p>",
        "<table><tr><td><a href=1.html>1</a></td><td>周日</td></tr></table>",
        "<p><a href='javascript:back()'>上一页</a></p>",  # of the browser's history
        f"<div style='display:none'>{NUMBERED}</div>",
        "<ul><li><a href='#'>1</a></li><li><a href='#'>2</a></li><li><a href='#'>3</a></li></ul>",  # of a slide show
        "<div><a href='#d1'>1</a> <a href='#d2'>2</a> <a href='#d3'>3</a></div>",
    ],
)
def test_other_links_are_told_as_none_to_further_pages(links: str, tmp_path: Path) -> None:
    one = import_of("a.html", (HEAD + ALL + links).encode(), tmp_path)
    assert not any("further pages" in doubt for doubt in one.doubts)


@pytest.mark.parametrize(
    "line", ["1 2 3 下一页", "上一页 1 2 3", "首页 上一页 [1] [2] 下一页 尾页", "第2页 共3页　后一页"]
)
def test_such_a_line_of_a_copied_text_is_told_and_left_out(line: str, tmp_path: Path) -> None:
    lines = (*LINES[:9], line, *LINES[9:])
    one = import_of("a.txt", "\n".join(lines).encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert any(doubt.startswith("line 10, ") and "leads to further pages" in doubt for doubt in one.doubts)


@pytest.mark.parametrize("line", ["1 2 3", "首页", "下一页的内容", "第2页", "1" * 150 + "。"])
def test_other_lines_turn_no_page(line: str) -> None:
    assert not is_pager(line)
