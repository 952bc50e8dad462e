"""What reads the pages for the tests reads them as html5lib does, and finds wrong what that finds, and more."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib
import pytest

from .parsed import parsed
from .sample import sample

FAULTY = (
    "<p><div>a</div></p>", "<a href=x>a<a href=y>b</a>", "<table><b>x</b></table>", "<b id=1 id=2>a</b>", "&foo; a",
    "a</i>", "<p><b>x</p>", "<div>", "<div/>", '<svg><path d="x"></svg>', "<button><button>a</button></button>",
    "<ul><li>a</ul></div>", "<b><i>x</b></i>", "<table><tr>a</tr></table>",
    '<p title="a"b>c</p>', "<p <b>a</b>", "<a href=x'y>a</a>", "<br></br>", "<!doctype html>", "<html lang=zh>", "a\0",
    "<noscript><p><div>a</div></p></noscript>", "<h2>a</h3>", "<form><form></form></form>",
)  # fmt: skip
RIGHT = (
    "<ul><li>a<li>b</ul>", "<p>a<p>b", "<table><tr><th scope=row>a<td>b</table>", "<svg viewBox='0 0 1 1'><g/></svg>",
    "<noscript><p>a</p></noscript>", "<details open><summary>a</summary>b</details>", "&lt;&amp;&nbsp;&rarr;",
    "<dl><dt>a<dd>b</dl>", "<p>a<br>b<wbr></p>", "<script>if (a < b && c) d()</script>",
)  # fmt: skip


def page(body: str) -> str:
    return f'<!doctype html>\n<html lang="en"><head><title>a</title></head><body><main>{body}</main></body></html>\n'


def flat(tree: Element) -> list[tuple[object, ...]]:
    """The elements in order, each with its attributes, the text within and the text behind it."""
    shown = (node for node in tree.iter() if isinstance(node.tag, str))
    return [(node.tag, sorted(node.items()), "".join(node.itertext())) for node in shown]


def by_html5lib(text: str) -> tuple[Element, list[object]]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    return parser.parse(text), parser.errors


@pytest.mark.parametrize("body", FAULTY)
def test_what_is_wrong_is_found(body: str) -> None:
    assert parsed(page(body).encode())[1]


@pytest.mark.parametrize("body", RIGHT)
def test_what_is_right_is_read_as_it_is_written(body: str) -> None:
    tree, wrong = parsed(page(body).encode())
    assert (
        (flat(tree), list(wrong)) == (flat(by_html5lib(page(body))[0]), []) == (flat(tree), by_html5lib(page(body))[1])
    )


def test_a_page_of_each_kind_is_read_alike() -> None:
    pages = [data for path, data in sample().files.items() if path.endswith(".html")]
    for data in pages[::6]:
        assert (flat(parsed(data)[0]), []) == (flat(by_html5lib(data.decode())[0]), list(parsed(data)[1]))
