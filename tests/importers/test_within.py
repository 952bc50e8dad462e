"""What a page has within and before a text that trafilatura does not take for the article: what stays, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from .invented import BLOCKS, CLOSING, GREETING, LEADS, LINES, OPENING, PARTS, TEXT
from .made import blocks, import_of, page

UNNUMBERED = ("区里的收获", "区里的打算")
WRAPPERS = (
    ('<p><a name="_Toc1">', "</a></p>"),
    ("<center><b>", "</b></center>"),
    ("<section>", "</section>"),
    ('<h2><a href="#x">', "</a></h2>"),
    ("<p><bdi><blink>", "</blink></bdi></p>"),
    ('<div class="comment">', "</div>"),
)


def wrapped(html: str, *lines: str, begin: str, end: str) -> str:
    """The page with these of its paragraphs in other elements."""
    for line in lines:
        assert f"<p>{line}</p>" in html
        html = html.replace(f"<p>{line}</p>", f"{begin}{line}{end}")
    return html


@pytest.mark.parametrize(("begin", "end"), WRAPPERS)
def test_a_numbered_line_within_a_page_is_text_however_it_is_wrapped(begin: str, end: str, tmp_path: Path) -> None:
    html = wrapped(page(), *PARTS, begin=begin, end=end)
    assert blocks(import_of("a.html", html.encode(), tmp_path)) == BLOCKS


@pytest.mark.parametrize(("begin", "end"), WRAPPERS)
def test_short_items_and_sentences_within_a_page_are_text_however_they_are_wrapped(
    begin: str, end: str, tmp_path: Path
) -> None:
    items = ("1.新建社区食堂12家", "2.推荐民营企业进入目录30家。", "这些都是居民盼着办的事。")
    lines = [*LINES[:-1], *items, CLOSING]
    html = wrapped(page(lines), items[0], items[2], begin=begin, end=end)
    made = blocks(import_of("a.html", html.encode(), tmp_path))
    assert [text for _, text in made[-4:]] == [*items, CLOSING]


def test_headings_by_form_alone_stay_where_they_stand_over_text(tmp_path: Path) -> None:
    lines = [line for line in LINES if line not in PARTS]
    lines[5:5] = [UNNUMBERED[0]]
    lines[8:8] = [UNNUMBERED[1]]
    html = wrapped(page(lines), *UNNUMBERED, begin='<h2><a href="#x">', end="</a></h2>")
    one = import_of("a.html", html.encode(), tmp_path)
    assert [text for level, text in blocks(one) if level == 1] == [*UNNUMBERED]
    side = '<h3><a href="#y">最新动态</a></h3><ul><li><a href="#z">晴湖新闻</a></li></ul>'
    one = import_of("a.html", html.replace(f"<p>{CLOSING}", f"{side}<p>{CLOSING}").encode(), tmp_path)
    assert "最新动态" not in one.made.text
    assert "left out within the text: line 13 最新动态; line 14 晴湖新闻" in one.doubts


def test_a_first_heading_by_form_alone_is_text_and_a_title_of_any_words_is_none(tmp_path: Path) -> None:
    headline = "晴湖区把老厂房改成市民客厅 让居民在家门口办好事"
    lines = [headline, UNNUMBERED[0], *LINES[6:8], UNNUMBERED[1], *LINES[9:]]
    html = wrapped(page(lines), *UNNUMBERED, begin="<h2>", end="</h2>").replace("h1>", "h2>")
    one = import_of("晴湖2023.html", html.encode(), tmp_path)
    assert [text for level, text in blocks(one) if level == 1] == [*UNNUMBERED]
    single = html.replace("<h2>区里", "<h3>区里")
    one = import_of("晴湖2023.html", single.encode(), tmp_path)
    assert [text for level, text in blocks(one) if level == 1] == [*UNNUMBERED]
    assert headline not in one.made.text


@pytest.mark.parametrize("line", [UNNUMBERED[0], "推荐30家民营企业进入采购目录。"])
def test_a_line_that_may_be_text_and_is_left_out_within_a_page_is_told(line: str, tmp_path: Path) -> None:
    html = wrapped(page([*LINES[:-1], line, CLOSING]), line, begin="<center>", end="</center>")
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert f"left out within the text: line 13 {line}" in one.doubts


def test_a_first_heading_is_text_and_a_list_of_contents_is_none(tmp_path: Path) -> None:
    lines = [line for line in LINES if line not in (OPENING, GREETING)]
    html = wrapped(page(lines), PARTS[0], begin="<center><b>", end="</b></center>")
    assert blocks(import_of("a.html", html.encode(), tmp_path)) == BLOCKS[1:]
    contents = "".join(f'<li><a href="#x">{part}</a></li>' for part in PARTS)
    html = html.replace("</h1>", f"</h1><ul>{contents}</ul>")
    made = blocks(import_of("a.html", html.encode(), tmp_path))
    assert made == BLOCKS[1:] and (2, LEADS[0]) in made


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\\r\\n", "\\n"])
def test_a_line_of_a_page_that_a_step_breaks_moves_no_other(sign: str, tmp_path: Path) -> None:
    html = page().replace("政务公开</a>", f"政务{sign}公开</a>")
    html = html.replace(f"<p>{PARTS[1]}</p>", f"<h2>{UNNUMBERED[1]}</h2>").replace("相关链接", f"相关{sign}链接")
    one = import_of("a.html", html.encode(), tmp_path)
    made = blocks(one)
    assert made[-1] == BLOCKS[-1] and UNNUMBERED[1] in [text for level, text in made if level]
    assert not [doubt for doubt in one.doubts if doubt.startswith(("left out", "kept"))]


def test_items_and_headings_outside_of_the_article_are_told_where_they_are_left_out(tmp_path: Path) -> None:
    item, heading = "1.新建社区食堂12家。", "一、开场"
    html = page([*LINES[:4], heading, OPENING, *LINES[5:], item])
    html = wrapped(html, OPENING, item, begin="<footer>", end="</footer>")
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == BLOCKS[1:]
    assert f"left out before the text, though they may be of it: line 6 {heading}" in one.doubts
    assert f"left out behind the text: line 15 {item}" in one.doubts


def test_a_list_of_contents_with_its_pages_is_left_out_and_not_told(tmp_path: Path) -> None:
    contents = "\n".join(f"{part} {number}" for number, part in enumerate(PARTS, 1))
    one = import_of("a.txt", f"{LINES[0]}\n目录\n{contents}\n{TEXT.partition(chr(10))[2]}".encode(), tmp_path)
    assert blocks(one) == BLOCKS and not one.doubts
