"""Prose on a page: a closed set of elements, attributes and addresses, whatever was written."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element as Node

import html5lib
import pytest
from hypothesis import given, settings, strategies as st

from duizhao.content.page_names import REFERENCE_KINDS
from duizhao.pages.parts.prose_html import heading_ids, prose_html
from duizhao.prose.addresses import Nowhere, Outside, led_to
from duizhao.prose.parsing import TAGS
from duizhao.prose.reading import written
from duizhao.prose.tree import Element

ATTRIBUTES = {
    "a": {"href", "title"},
    "th": {"data-align"},
    "td": {"data-align"},
    "table": {"class"},
    "div": {"class", "tabindex"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
# What an attacker would write, and what Markdown makes of signs.
PIECES = """
<script>alert(1)</script> <img/src=x/onerror=alert(1)> <svg/onload=alert(1)> <iframe/src=javascript:alert(1)>
<form/action=x> <a/href="javascript:alert(1)">x</a> <!-- --> <![CDATA[ ]]> <?x?> &lt;script&gt;
&#60;script&#62; &#x3c;b&#x3e; [x](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [x](java&#115;cript:alert(1))
[x](<javascript:alert(1)>) [x](&#x6A;avascript:1) [x](java\\script:alert(1)) [x](data:text/html,<script>)
[x](vbscript:x) <javascript:alert(1)> <JAVASCRIPT:x> [x][1] [1] [1][]
[x](https://x.org/"onmouseover="alert(1)) [x](term:a"onclick="x) [x](term:a "t\\"onclick=x") [x](//x.org)
[x](<a"b>) ![x](javascript:x) ![x" onerror="x](y) {:onclick=x} {#x} [x](term:a){:style=x} `<b>` ``` ~~~ ** * _
[ ] ( ) < > " ' & \\ | # - 1.
"""
DEFINITIONS = '\n\n[1]: javascript:alert(1)\n[x]: <data:text/html,x> "t"\n'
BETWEEN = ["", " ", "\n", "\n\n", "\t", "\n    ", "\n> ", "\n- ", " | ", "\n|---|---|\n", "\n\n```\n", "\x00", "\u2028"]
HOSTILE = st.lists(st.tuples(st.sampled_from(PIECES.split()), st.sampled_from(BETWEEN)), max_size=12)


def address(href: str) -> str:
    """As pages do it, but an address that check would have refused leads to an empty place."""
    meaning = led_to(href, REFERENCE_KINDS)
    if isinstance(meaning, Nowhere):
        return "#"
    return meaning.address if isinstance(meaning, Outside) else f"../{meaning.kind}s/{meaning.target}.html"


def html_of(text: str, language: str = "zh") -> str:
    return str(prose_html(written(text).root, address, language))


def nodes(html: str) -> Iterator[Node]:
    yield from list(html5lib.parseFragment(html, namespaceHTMLElements=False).iter())[1:]


def hostile(html: str) -> list[str]:
    """What in a piece of HTML is none of the elements, attributes and addresses of prose."""
    found = []
    for node in nodes(html):
        if node.tag not in TAGS | {"div", "span"}:
            found.append(str(node.tag))
        extra = set(node.attrib) - ATTRIBUTES.get(str(node.tag), {"lang"} if node.tag == "span" else set())
        found += [f"{node.tag} {name}" for name in extra]
        href = node.get("href", "#")
        if not href.startswith(("#", "../", "https://", "http://", "mailto:")):
            found.append(href)
    return found


@pytest.mark.long
@given(HOSTILE)
@settings(max_examples=300)
def test_nothing_written_brings_an_element_an_attribute_or_an_address_of_its_own(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(piece + separator for piece, separator in pieces) + DEFINITIONS
    for language in ("zh", "en"):
        assert hostile(html_of(text, language)) == []


@pytest.mark.parametrize("piece", PIECES.split())
def test_each_hostile_piece_alone_is_text_or_nothing(piece: str) -> None:
    assert hostile(html_of(piece + DEFINITIONS)) == []


@given(st.text("<>&\"'`[](){}:!*_#|\\-=+ \n\tabjs:甲", max_size=60))
@settings(max_examples=300)
def test_no_text_at_all_does(text: str) -> None:
    assert hostile(html_of(text)) == []


def test_an_element_that_is_not_of_prose_stops_the_walk() -> None:
    for tag in ("script", "img", "span", "iframe", "svg"):
        with pytest.raises(ValueError, match=tag):
            prose_html(Element("div", (Element(tag, ("x",)),)), address, "zh")


def test_a_heading_has_an_id_of_its_own_characters_and_no_two_have_one() -> None:
    root = written("## 怎样 核对\n逐字比较。\n\n## 甲\n\n## 甲\n\n## 甲_1\n\n## ——").root
    assert list(heading_ids(root)) == ["怎样-核对", "甲", "甲_1", "甲_1_1", "_1"]
    assert '<h2 id="怎样-核对">怎样 核对</h2>\n<p>逐字比较。</p>' in html_of("## 怎样 核对\n逐字比较。")


def test_chinese_in_english_prose_is_marked_and_addresses_are_not() -> None:
    marked = '<span lang="zh-Hans" translate="no">“散乱污”场所</span>'
    assert html_of("the word “散乱污”场所 [力争](term:力争) `确保`", "en") == (
        f'<p>the word {marked} <a href="../terms/力争.html"><span lang="zh-Hans" translate="no">力争</span></a> '
        '<code><span lang="zh-Hans" translate="no">确保</span></code></p>'
    )
    assert "<span" not in html_of("力争")


def test_code_between_fences_keeps_its_spaces_where_pages_lose_theirs() -> None:
    assert html_of("```\na:\n    b\n```") == "<pre><code>a:&#10;    b&#10;</code></pre>"
