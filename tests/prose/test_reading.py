"""Markdown works as its readers expect, or is refused with its place: nothing of a text is lost in silence."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, strategies as st

from duizhao.pages.parts.prose_html import prose_html
from duizhao.prose.reading import written


def shown(text: str) -> str:
    """The HTML of a text in which nothing is wrong."""
    assert written(text).faults == ()
    return str(prose_html(written(text).root, str, "zh")).replace("\n", "")


def refused(text: str) -> list[tuple[int, int, str]]:
    """The places of what is wrong with a text, and how the messages end."""
    return [(fault.line, fault.col, fault.message) for fault in written(text).faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n\n- 乙\n- 丙", "<p>甲</p><ul><li>乙</li><li>丙</li></ul>"),
        ("- 甲\n乙\n- 丙", "<ul><li>甲乙</li><li>丙</li></ul>"),
        ("- 甲\n    - 乙\n- 丙", "<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>"),
        ("- 甲\n\n    乙", "<ul><li><p>甲</p><p>乙</p></li></ul>"),
        ("1. 甲\n2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("1. 甲\n1. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("1. 甲\n\n乙\n\n1. 丙", "<ol><li>甲</li></ol><p>乙</p><ol><li>丙</li></ol>"),
        ("## 题\n- 甲", '<h2 id="题">题</h2><ul><li>甲</li></ul>'),
        (r"2022\. 年度", "<p>2022. 年度</p>"),
        (r"\- 5%", "<p>- 5%</p>"),
        (r"5\*10\*3亿元", "<p>5*10*3亿元</p>"),
        ("5 * 10 * 3，2020*年", "<p>5 * 10 * 3，2020*年</p>"),
        ("**新增**4万人", "<p><strong>新增</strong>4万人</p>"),
        ("**“好”**的 *重点*，***又***", "<p><strong>“好”</strong>的 <em>重点</em>，<strong><em>又</em></strong></p>"),
        ("t_01_a 2_3_4 _甲_", "<p>t_01_a 2_3_4 <em>甲</em></p>"),
        ("甲  \n乙\\\n丙", "<p>甲<br>乙<br>丙</p>"),
        ("甲\n\n---\n\n乙\n***\n丙", "<p>甲</p><hr><p>乙</p><hr><p>丙</p>"),
        ("> 甲\n> 乙\n>\n> 丙", "<blockquote><p>甲乙</p><p>丙</p></blockquote>"),
        ("```\n  <b> **甲**\n```", "<pre><code>  &lt;b&gt; **甲**&#10;</code></pre>"),
        ("甲\n~~~text\n- 乙\n\n```\n~~~\n丙", "<p>甲</p><pre><code>- 乙&#10;&#10;```&#10;</code></pre><p>丙</p>"),
        ("`<b>` ``甲 ` 乙`` \\`", "<p><code>&lt;b&gt;</code> <code>甲 ` 乙</code> `</p>"),
        ("a < b, x<5, 甲<乙, \\<b>", "<p>a &lt; b, x&lt;5, 甲&lt;乙, &lt;b&gt;</p>"),
        ("&mdash; &lt;b&gt; &#169; AT&T &copy=1", "<p>— &lt;b&gt; © AT&amp;T &amp;copy=1</p>"),
        ("&copyright; &nosuch;", "<p>&amp;copyright; &amp;nosuch;</p>"),
        ("文[R/OL]，[2020]3号", "<p>文[R/OL]，[2020]3号</p>"),
        ("## C\\#\n\n### 甲 ###", '<h2 id="c">C#</h2><h3 id="甲">甲</h3>'),
        ('[甲](term:a "题") [乙]( <term:a> )', '<p><a href="term:a" title="题">甲</a> <a href="term:a">乙</a></p>'),
        ("(甲)[1] [乙: 丙] 乙（甲）[2]", "<p>(甲)[1] [乙: 丙] 乙（甲）[2]</p>"),
        ("(甲)[乙][1]\n\n[1]: term:a", '<p>(甲)<a href="term:a">乙</a></p>'),
        ("真好!!! 甲 == 乙，a==b==c，注*：甲[TOC]", "<p>真好!!! 甲 == 乙，a==b==c，注*：甲[TOC]</p>"),
        (r"\[TOC] \`甲 \!!! \*[甲]: 乙", "<p>[TOC] `甲 !!! *[甲]: 乙</p>"),
        ("[甲][1] [1]\n\n[1]: term:a", '<p><a href="term:a">甲</a> <a href="term:a">1</a></p>'),
        ("[1][] [1]\n\n[1]: term:a", '<p><a href="term:a">1</a> <a href="term:a">1</a></p>'),
        ("<https://x.org/?a&b>", '<p><a href="https://x.org/?a&amp;b">https://x.org/?a&amp;b</a></p>'),
        ("<a@b.cn> <term:a>", '<p><a href="mailto:a@b.cn">a@b.cn</a> <a href="term:a">term:a</a></p>'),
        ("", ""),
    ],
)
def test_what_readers_of_markdown_write_is_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_table_has_its_cells_their_sides_and_pipes_within_them() -> None:
    table = shown("甲 | 乙\n:-- | --:\n`a|b` | \\|\n**丙** | [丁](term:a)")
    assert '<th data-align="left">甲</th><th data-align="right">乙</th>' in table
    assert '<td data-align="left"><code>a|b</code></td><td data-align="right">|</td>' in table
    assert table.startswith('<div class="scroll" tabindex="0"><table class="small">')


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("文\n- 甲\n- 乙", (2, 1), "stands in a paragraph"),
        ("文\n2022. 年度", (2, 1), "stands in a paragraph"),
        ("- 甲\n\n    文\n    - 乙", (4, 5), "stands in a paragraph"),
        ("2022. 年度\n2023. 年度", (1, 1), "2022. begins an item of a list, and its number would be lost"),
        ("1. 甲\n3. 乙", (2, 1), "3. begins an item"),
        ("1) 甲\n2) 乙", (1, 1), "begins no list"),
        ("- 甲\n  - 乙\n  - 丙", (2, 3), "indented by four spaces"),
        ("- 甲\n        - 乙", (2, 9), "indented by four spaces"),
        ("- 甲\n\n  乙", (3, 3), "indented by four spaces"),
        ("- 甲\n1. 乙", (2, 1), "a list of the other kind"),
        ("- 甲\n\n1. 乙", (3, 1), "a list of the other kind"),
        ("- 甲\n-", (2, 1), "makes a heading"),
        ("- \n- 甲", (1, 1), "no words"),
        ("- ## 甲", (1, 1), "a heading stands in a list's item"),
        ("- 甲\n\n    ## 乙", (3, 5), "does not begin its line"),
        ("文 5*10*3亿元", (1, 4), "* between figures"),
        ("5亿*10%*3亿元", (1, 3), "* between figures"),
        ("a*b", (1, 2), "* between figures"),
        ("文 **甲", (1, 3), "makes nothing strong"),
        ("甲[^1]", (1, 2), "no footnotes"),
        ("    甲", (1, 5), "would make it code"),
        ("\t甲", (1, 2), "would make it code"),
        ("甲\n---", (2, 1), "makes a heading of the line above"),
        ("- 甲\n---", (2, 1), "makes a heading of the line above"),
        ("甲\n==", (2, 1), "makes a heading of the line above"),
        ("#一", (1, 1), "there is no space"),
        ("## ", (1, 1), "no words"),
        ("# 甲", (1, 1), "a single #"),
        ("  ## 甲", (1, 3), "does not begin its line"),
        ("####### 甲", (1, 1), "more than six"),
        ("## C#", (1, 5), "would be lost"),
        ("甲\n\n```\n乙", (3, 1), "not closed"),
        ("- 甲\n\n    ```\n    乙\n    ```", (3, 1), "does not begin its line"),
        ("> ```\n> 甲\n> ```", (1, 3), "in a quotation"),
        ("``` a b\n```", (1, 5), "would be lost"),
        (">5亿元", (1, 1), "no space"),
        ("甲\n> 乙", (2, 3), "within a paragraph"),
        ("> 甲\n乙", (2, 1), "within a paragraph"),
        ("> 甲\n>\n乙", (3, 1), "within a paragraph"),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |", (3, 1), "has 3 cells, its line of |---| has 2"),
        ("| 甲 | 乙 |\n|---|---|\n| 1 |\n| 1 | 2 |", (3, 1), "has 1 cells"),
        ("| 甲 | 乙 | 丙 |\n|---|---|\n| 1 | 2 |", (1, 1), "has 3 cells"),
        ("文\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", (3, 1), "a table's second line stands elsewhere"),
        ("| 甲 | 乙 |\n| 1 | 2 |", (2, 1), "no line of |---|---|"),
        ("| 甲 | 乙 |\n|---|---|", (1, 1), "no rows"),
        ("![甲](a.png)", (1, 1), "no images"),
        ("真好![甲](term:a)", (1, 3), "no images"),
        ("甲{: onclick=x}", (1, 2), "attributes"),
        ("## 甲 {#乙 .丙}", (1, 6), "attributes"),
        ("~~甲~~", (1, 1), "struck words"),
        ("- [ ] 甲", (1, 1), "struck words and lists with boxes"),
        ("[甲]: 数据来自年鉴", (1, 1), "no link uses this definition"),
        ("[甲]:\n数据", (1, 1), "no link uses this definition"),
        ("- [甲]: 数据", (1, 3), "no link uses this definition"),
        ("- 甲\n\n    [乙]: 数据", (3, 5), "no link uses this definition"),
        ("[甲][1]\n\n[1]: term:a\n[1]: term:b", (4, 1), "defined more than once"),
        ("[](term:a)", (1, 4), "no words"),
        ("[甲 [乙](term:a)](term:b)", (1, 6), "the signs of a link"),
        ("[甲](term:a", (1, 3), "the signs of a link"),
        ("[甲 [乙](term:a)][1]\n\n[1]: term:b", (3, 6), "within the words of a link"),
        ("[<https://x.org>](term:b)", (1, 19), "within the words of a link"),
        ("01. 甲", (1, 1), "01. begins an item"),
        ("甲&#8238;乙", (1, 2), "cannot be seen"),
        ("[甲]（term:a）", (1, 3), "full-width brackets"),
        ("【甲】(term:a)", (1, 3), "full-width brackets"),
        ("[甲] (term:a)", (1, 3), "a space between ] and ("),
        ("［甲］(term:a)", (1, 3), "full-width brackets"),
        ("〔甲〕（page:about）", (1, 3), "full-width brackets"),
        ("[甲］(term:a)", (1, 3), "full-width brackets"),
        ("见[甲][乙]。", (1, 4), "nothing defines the label"),
        ("见[甲][]。", (1, 4), "nothing defines the label"),
        ("- ```\n  甲", (1, 1), "in a list's item"),
        ("见(甲)[term:a]。", (1, 4), "the other way about"),
        ("见（甲）[term：a]。", (1, 4), "the other way about"),
        ("见(甲)[https://x.org/a]。", (1, 4), "the other way about"),
        ("文 `甲。", (1, 3), "opens no code"),
        ("甲 `乙`` 丙", (1, 3), "opens no code"),
        ("- `甲\n- 乙`", (1, 3), "opens no code"),
        ("文\n\n| `甲 | 乙 |\n|---|---|\n| 1 | 2 |", (3, 3), "opens no code"),
        ("[TOC]", (1, 1), "no table of contents"),
        ("文\n\n[[_TOC_]]", (3, 1), "no table of contents"),
        ("!!! note\n    甲", (1, 1), "no boxes of notes"),
        ("??? note", (1, 1), "no boxes of notes"),
        (":::tip\n甲\n:::", (1, 1), "no boxes of notes"),
        ("> [!NOTE]\n> 甲", (1, 3), "no boxes of notes"),
        ("*[HTML]: Hyper", (1, 1), "no lists of abbreviations"),
        ("甲==乙==", (1, 2), "would show their signs"),
        ("甲&#1;乙", (1, 2), "cannot be seen"),
    ],
)
def test_what_markdown_would_lose_is_refused_once_with_its_place(text: str, place: tuple[int, int], words: str) -> None:
    ((line, col, message),) = refused(text)
    assert ((line, col), words in message) == (place, True), message
    assert all(fault.hint for fault in written(text).faults)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("<b>x</b>", [(1, 1)]),
        ("甲\n<img\nsrc=x>", [(2, 1)]),
        ("x</b> <!-- x --> <?php ?> <!DOCTYPE x>", [(1, 2), (1, 7), (1, 18), (1, 27)]),
        ("> <svg/onload=x>", [(1, 3)]),
        ("- 甲\n    - <math>", [(2, 7)]),
        ("| 甲 |\n|---|\n| <a href=x> |", [(3, 3)]),
        ("## <style>", [(1, 4)]),
        ("`` ` `` <b>", [(1, 9)]),
        ("\\`<b>\\`", [(1, 3)]),
        ("[<b>](term:a)", [(1, 2)]),
        ("`<b>` ```<i>``` \\<b> <https://x.org>", []),
        ("```\n<b>\n```", []),
    ],
)
def test_html_is_refused_where_it_begins_and_code_is_none(text: str, places: list[tuple[int, int]]) -> None:
    assert [(one.line, one.col) for one in written(text).faults if one.code == "prose-html"] == places


def test_a_link_has_the_place_of_its_address_in_whatever_spelling() -> None:
    text = (
        "`[x](term:a)` [x](term:a)\n[y]( <term:b> 'z' ) <term:a> [z][1]\n\n"
        "> - [q](term:\\_c) [x](java&#115;cript:x)\n\n[1]: <term:d>"
    )
    assert [(link.href, link.line, link.col) for link in written(text).links] == [
        ("term:a", 1, 19),
        ("term:b", 2, 7),
        ("term:a", 2, 22),
        ("term:d", 6, 7),
        ("term:_c", 4, 9),
        ("javascript:x", 4, 23),
    ]


def test_a_link_has_the_place_of_an_address_on_the_line_below_its_label() -> None:
    (link,) = written("甲[乙][1]\n\n[1]:\n  <term:a>").links
    assert (link.href, link.line, link.col) == ("term:a", 4, 4)


def test_a_tab_is_one_character_of_its_line() -> None:
    assert refused("-\t甲\n\t- 乙 <b>") == [(2, 6, "<b begins an element of HTML, which prose does not pass on")]


SIGNS = st.lists(
    st.sampled_from(
        [*"甲ab1 *_`[](){}<>!&;:#-=+|\\\"'~\n\t", "\n\n", "    ", "](", "term:a", "1. ", "```\n", "<b>", "> "]
    ),
    max_size=40,
)


@given(SIGNS)
def test_what_is_not_refused_loses_no_character_of_its_words(signs: list[str]) -> None:
    text = "".join(signs)
    read = written(text)
    if not read.faults and not read.links:
        kept = [char for char in html.unescape(read.root.words) if char in "甲ab"]
        assert kept == [char for char in html.unescape(text) if char in "甲ab"] or "```" in text or "~~~" in text
