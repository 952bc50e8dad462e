"""How templates are run: as Jinja runs them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from hypothesis import given, strategies as st
from markupsafe import Markup

from duizhao.pages.markup import escaped
from duizhao.pages.parts.shards import ShardRow
from duizhao.site.templating import Templates, lines_once, rows_once

from ..rows import rows_told


class Shown:
    """Something that says itself how it is shown."""

    def __html__(self) -> str:
        return "<i>shown</i>"


@pytest.mark.parametrize("value", ["plain", "a < b & c > 'd' \"e\"", Markup("<b>x</b>"), Shown(), 3, None, ["<"]])
def test_a_value_is_escaped_as_jinja_escapes_it(value: object) -> None:
    assert escaped(value) == jinja2.Environment(autoescape=True).from_string("{{ value }}").render(value=value)


CALLS = """{% macro inner(one, two="<2>") %}{{ one }}{{ two }}{{ caller() if caller is defined else "" }}{% endmacro -%}
{{ inner("<1>") }} {{ inner("a", two="b") }} {% call inner("c") %}<p>{% endcall %}
{% for one in rows %}{{ loop.index }}{{ said(one, again=true) }}{{ inner(loop.cycle("x", "y")) }}{% endfor %}
{{ asks() }} {{ super_of.upper() }} {{ dict(a=1).a }} {{ range(3) | list }} {{ namespace(b="<").b }}"""


@jinja2.pass_context
def asks(context: jinja2.runtime.Context) -> str:
    return f"<{context['name']}>"


def test_what_a_template_calls_is_called_as_jinja_calls_it() -> None:
    values = {
        "rows": ["<", Markup("<br>")],
        "said": lambda one, again: Markup("<em>{}</em>").format(one) if again else "",
        "asks": asks,
        "name": "name",
        "super_of": "up",
    }
    own, plain = (kind(autoescape=True).from_string(CALLS) for kind in (Templates, jinja2.Environment))
    assert own.render(values) == plain.render(values)


def test_an_error_keeps_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("1\n2\n{{ nothing.at_all }}")
    made = Templates(loader=jinja2.FileSystemLoader(tmp_path), undefined=jinja2.StrictUndefined)
    with pytest.raises(jinja2.UndefinedError) as raised:
        made.get_template("a.html").render()
    lines = [entry.lineno + 1 for entry in raised.traceback if str(entry.path).endswith("a.html")]
    assert lines == [3]


def test_a_line_that_stands_twice_is_told_once() -> None:
    lines, numbers = lines_once("<p>a</p>\n<p>b</p>\n\n<p>a</p>\n")
    assert (lines, numbers) == (["<p>a</p>", "<p>b</p>"], [0, 1, 0])


PIECES = st.text(st.sampled_from("<a href='\"./#t01>字 \n\u3000\xa0"), max_size=20)


@given(st.lists(st.tuples(PIECES, st.lists(PIECES, max_size=2))))
def test_rows_that_say_once_what_they_have_in_common_are_what_they_were(
    rows: list[tuple[str, list[str]]],
) -> None:
    given_rows = [ShardRow(f"part {html}", (html,), tuple(keys), html) for html, keys in rows]
    told = rows_once(given_rows, lambda html, end: f"<tr>{html}{end}", "</tr>")
    assert [*rows_told(told)] == [replace(row, row=re.sub("[ \n]+", " ", f"<tr>{row.row}</tr>")) for row in given_rows]


def test_rows_that_differ_in_their_number_alone_are_said_as_one_and_that_number() -> None:
    rows = [ShardRow("east/2020", ("east",), (), number) for number in ("t01", "t02")]
    words, kinds, told = rows_once(rows, lambda number: f'<tr id="{number}"><td>jobs</td></tr>')
    assert kinds == [["<", "tr id=", '"', "t01", '"><', "td", ">", "jobs", "</", "td", "></", "tr", ">"]]
    assert told == [(0, [1], [], 0, ""), (0, [1], [], 0, "3 2")] and words == ["east/2020", "east", "t02"]
