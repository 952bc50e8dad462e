"""Highlights: whatever the spans, the text stays as it is and the tags nest; and prose from Markdown."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st
from markupsafe import Markup, escape

from duizhao.pages.markup import Span, foreign, highlighted, prose_html

from ..han import unmarked_runs


class Reader(HTMLParser):
    """The text of a run of marks, and what of it stands in the marks of each span, by the span's number."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.open: list[str] = []
        self.parts: dict[str, list[str]] = {}
        self.openings: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given_attributes = dict(attributes)
        name = given_attributes.get("id") or given_attributes["data-of"]
        self.open.append(name)
        self.openings.append((name, "id" in given_attributes))
        self.parts.setdefault(name, []).append("")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()  # an IndexError is a tag that was never opened

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in self.open:
            self.parts[name][-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(str(html))  # a Markup would escape what it is added to
    reader.close()
    return reader


def span(name: object, start: int, end: int) -> Span:
    tag = '<mark {}="{}">'
    return Span(start, end, Markup(tag).format("id", name), Markup(tag).format("data-of", name), Markup("</mark>"))


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """A text and any spans of it that are not empty: apart, nested, crossing, equal."""
    text = draw(st.text("新增4万人<&>\"'\n", min_size=1, max_size=16))
    ends = st.integers(0, len(text))
    bounds = draw(st.lists(st.tuples(ends, ends).filter(lambda pair: pair[0] < pair[1]), max_size=7))
    return text, [span(number, start, end) for number, (start, end) in enumerate(bounds)]


@given(marked())
def test_the_text_within_the_marks_is_the_text(given_marks: tuple[str, list[Span]]) -> None:
    text, spans = given_marks
    assert read(highlighted(text, spans)).text == text


@given(marked())
def test_every_mark_is_closed(given_marks: tuple[str, list[Span]]) -> None:
    assert read(highlighted(*given_marks)).open == []


@given(marked())
def test_the_parts_of_a_span_are_its_slice_of_the_text_and_none_is_empty(given_marks: tuple[str, list[Span]]) -> None:
    text, spans = given_marks
    parts = read(highlighted(text, spans)).parts
    assert {name: "".join(runs) for name, runs in parts.items()} == {
        str(number): text[one.start : one.end] for number, one in enumerate(spans)
    }
    assert all(run for runs in parts.values() for run in runs)


@given(marked())
def test_only_the_first_part_of_a_span_has_its_opening(given_marks: tuple[str, list[Span]]) -> None:
    first: dict[str, bool] = {}
    for name, is_opening in read(highlighted(*given_marks)).openings:
        assert is_opening == (name not in first)
        first[name] = True


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([], "新增4万人&lt;b&gt;"),
        ([span("a", 2, 5)], '新增<mark id="a">4万人</mark>&lt;b&gt;'),
        (
            [span("b", 2, 4), span("a", 0, 5)],
            '<mark id="a">新增<mark id="b">4万</mark>人</mark>&lt;b&gt;',
        ),
        (
            [span("a", 0, 4), span("b", 2, 5)],
            '<mark id="a">新增<mark id="b">4万</mark></mark><mark data-of="b">人</mark>&lt;b&gt;',
        ),
        ([span("a", 0, 2), span("b", 0, 2)], '<mark id="a"><mark id="b">新增</mark></mark>4万人&lt;b&gt;'),
        ([span("a", 0, 2), span("b", 2, 3)], '<mark id="a">新增</mark><mark id="b">4</mark>万人&lt;b&gt;'),
    ],
)
def test_spans_nest_and_one_that_crosses_is_cut(spans: list[Span], html: str) -> None:
    assert highlighted("新增4万人<b>", spans) == html


def prose(text: str, language: str = "zh") -> str:
    return prose_html(text, lambda kind, target: f"../{kind}s/{target}.html", language)


def test_a_reference_becomes_an_address() -> None:
    assert prose("See [it](term:liu-wen), [that](statement:a-2020/t07) and [a site](https://example.org/).") == (
        '<p>See <a href="../terms/liu-wen.html">it</a>, <a href="../statements/a-2020/t07.html">that</a>'
        ' and <a href="https://example.org/">a site</a>.</p>'
    )


def test_a_line_break_between_two_han_characters_is_taken_out_and_no_other() -> None:
    assert prose("两个区，\n三份报告。") == "<p>两个区，三份报告。</p>"
    assert prose("two\ndistricts") == "<p>two\ndistricts</p>"
    assert prose("两个区\n\n三份报告") == "<p>两个区</p>\n<p>三份报告</p>"


def test_a_heading_keeps_its_own_line_and_has_an_id_of_its_own_characters() -> None:
    assert prose("## 怎样 核对\n逐字比较。") == '<h2 id="怎样-核对">怎样 核对</h2>\n<p>逐字比较。</p>'


def test_two_headings_of_one_wording_have_two_ids() -> None:
    assert 'id="甲"' in prose("## 甲\n\n## 甲") and 'id="甲_1"' in prose("## 甲\n\n## 甲")


def test_a_table_keeps_its_rows_and_can_be_scrolled() -> None:
    html = prose("甲 | 乙\n--- | ---\n一 | 二\n三 | 四\n")
    assert html.startswith('<div class="scroll" tabindex="0"><table class="small">')
    assert html.endswith("</table></div>")
    assert html.count("<tr>") == 3


def test_chinese_in_english_prose_is_marked_and_its_code_and_addresses_are_not() -> None:
    marked = '<span lang="zh-Hans">“散乱污”场所</span>'
    assert prose("the word “散乱污”场所 [力争](term:力争) `确保`", "en") == (
        f'<p>the word {marked} <a href="../terms/力争.html"><span lang="zh-Hans">力争</span></a> '
        '<code><span lang="zh-Hans">确保</span></code></p>'
    )
    assert "<span" not in prose("力争")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("The word 力争 (“strive”).", 'The word <span lang="zh-Hans">力争</span> (“strive”).'),
        ("8.6% (近三年), a & b", '8.6% <span lang="zh-Hans">(近三年)</span>, a &amp; b'),
        ("no Chinese <b>", "no Chinese &lt;b&gt;"),
        ("", ""),
    ],
)
def test_a_run_of_han_characters_in_english_is_marked_as_chinese(text: str, html: str) -> None:
    assert foreign(text, "en") == html
    assert foreign(text, "zh") == escape(text)


PARTS = ["六稳", "GDP ", "<b>", '"', "'", "5047.4亿元", " & ", "，", "(", ")", "“", "-"]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=12)


@given(TEXTS)
def test_marking_runs_changes_nothing_of_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    assert foreign(text, "en").striptags() == escape(text).striptags()
    assert re.sub("<[^>]*>", "", foreign(text, "en")) == escape(text)


@given(TEXTS)
def test_no_run_is_left_unmarked(parts: list[str]) -> None:
    html = foreign("".join(parts), "en")
    assert list(unmarked_runs(f'<p lang="en">{html}</p>')) == []
    assert bool(list(unmarked_runs(str(escape("".join(parts)))))) == ("<span" in html)


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("<p>The word 力争</p>", ["力争"]),
        ('<p>The word <span lang="zh-Hans">力争</span>.<br>完</p>', ["完"]),
        ('<html lang="zh-Hans"><p>力争 <i lang="en">稳</i></p>', ["稳"]),
        ('<title>对照</title><option>对照</option><svg><text>对照</text></svg><a title="对照"></a>', []),
    ],
)
def test_the_judge_finds_what_is_unmarked(html: str, runs: list[str]) -> None:
    assert list(unmarked_runs(html)) == runs
