"""Highlights: whatever the spans, the text stays as it is and the tags nest; and what Markup is made of."""

from __future__ import annotations

import ast
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st
from markupsafe import Markup, escape

from duizhao.pages.markup import Span, filled, foreign, highlighted

from ..conftest import TOP
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


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("The word 力争 (“strive”).", 'The word <span lang="zh-Hans" translate="no">力争</span> (“strive”).'),
        ("8.6% (近三年), a & b", '8.6% <span lang="zh-Hans" translate="no">(近三年)</span>, a &amp; b'),
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


MAKES = ("Markup", "filled")
MADE_OF_VALUES = {
    # The lines of code within prose, of which each sign was escaped before.
    "pages/parts/prose_html.py": 1,
    # What was escaped one by one, and pieces that stand in the code; what is between them is the tags of spans.
    "pages/markup.py": 2,
}


@given(st.text(), st.text() | st.integers(), st.text().map(Markup))
def test_values_are_filled_in_as_markup_fills_them_in(one: str, two: object, three: Markup) -> None:
    html = '<a title="{}">{}</a>{}'
    assert filled(html, one, two, three) == Markup(html).format(one, two, three)
    assert isinstance(filled("<br>"), Markup)


@pytest.mark.parametrize("values", [(), ("a",), ("a", "b", "c")])
def test_values_are_as_many_as_there_are_places(values: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="zip"):
        filled("<i>{}</i>{}", *values)


def test_markup_is_made_of_constants_and_values_come_in_escaped() -> None:
    found: dict[str, int] = {}
    for path in sorted((TOP / "duizhao").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            made = isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MAKES
            if made and not isinstance(call.args[0], ast.Constant | ast.Name):
                name = path.relative_to(TOP / "duizhao").as_posix()
                found[name] = found.get(name, 0) + 1
    assert found == MADE_OF_VALUES


def test_no_template_calls_a_value_safe() -> None:
    templates = {path.name: path.read_text("utf-8") for path in (TOP / "templates").glob("*.html")}
    unsafe = re.compile(r"\|\s*safe|autoescape|Markup")
    assert [name for name, text in templates.items() if unsafe.search(text)] == []
