"""YAML: strings stay strings, places are exact, mistakes are issues with a place."""

from __future__ import annotations

import json
from itertools import product

import pytest
from hypothesis import given, strategies as st

from duizhao.content.nodes import Mapping, Scalar, Sequence, node_of
from duizhao.issues import SourcePosition
from duizhao.text.characters import strays

from ..sample import told
from ..text.test_growth import grows_no_faster_than_its_text


def issues_in(text: str) -> list[tuple[str, str]]:
    return told(node_of(text, "x.yaml")[1])


def value_of(text: str) -> str | None:
    """The value of the first key."""
    node, issues = node_of(text, "x.yaml")
    assert isinstance(node, Mapping) and not issues
    return next(iter(node.items.values())).value


@pytest.mark.parametrize(
    "value", ["no", "yes", "true", "010", "1:30", "2020-06-11", "1_000", "0x1F", "1e5", "1.50", ".5", "=", "<<", "NaN"]
)
def test_a_scalar_stays_the_string_that_it_is(value: str) -> None:
    assert value_of(f"key: {value}") == value


@pytest.mark.parametrize("value", ["", "null", "Null", "NULL", "~"])
def test_null_and_nothing_at_all_are_none(value: str) -> None:
    assert value_of(f"key: {value}") is None


@pytest.mark.parametrize("value", ["''", '""', "'null'", '"~"'])
def test_a_quoted_null_is_a_string(value: str) -> None:
    assert value_of(f"key: {value}") == value[1:-1]


READABLE = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cn", "Co"), max_codepoint=0xFFFF))


@given(READABLE.filter(lambda text: not list(strays(text))))
def test_any_text_in_quotes_comes_back_unchanged(text: str) -> None:
    assert value_of(f"key: {json.dumps(text)}") == text


def test_every_node_and_key_knows_its_line_and_column() -> None:
    node, issues = node_of("a: 一\nb:\n  - 二\n  - {c: 三}\n", "x.yaml", first_line=10)
    assert issues == []
    assert isinstance(node, Mapping)
    assert node.key_places == {"a": SourcePosition("x.yaml", 10, 1), "b": SourcePosition("x.yaml", 11, 1)}
    assert node.items["a"] == Scalar("一", SourcePosition("x.yaml", 10, 4))
    listed = node.items["b"]
    assert isinstance(listed, Sequence)
    assert listed.items[0] == Scalar("二", SourcePosition("x.yaml", 12, 5))
    inner = listed.items[1]
    assert isinstance(inner, Mapping)
    assert inner.items["c"] == Scalar("三", SourcePosition("x.yaml", 13, 9))


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n"])
def test_an_empty_document_has_nothing_in_it(text: str) -> None:
    node, issues = node_of(text, "x.yaml")
    assert issues == []
    assert node == Mapping({}, {}, SourcePosition("x.yaml"))


def test_a_key_that_stands_twice_is_an_issue_and_the_first_is_kept() -> None:
    node, issues = node_of("a: 1\nb: 2\na: 3\n", "x.yaml")
    assert told(issues) == [("duplicate-key", "x.yaml:3:1")]
    assert "the first is on line 1" in issues[0].message
    assert node.items["a"].value == "1"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c\n", "x.yaml:1:5"),
        ("a: [1, 2\n", "x.yaml:1:4"),
        ('a: "open\n', "x.yaml:1:4"),
        ("a: 1\nb: 'open\nc: 2\n", "x.yaml:2:4"),
        ('a: "open\nb: 2\nc: "closed"\n', "x.yaml:1:4"),
        ('- {a: "open, b: 1}\n- {a: "closed", b: 2}\n', "x.yaml:1:7"),
        ('a: "two\n  lines"\nb: c: d\n', "x.yaml:3:5"),
        ("a: 1\n b: 2\n", "x.yaml:2:2"),
        ("a: *nowhere\n", "x.yaml:1:4"),
        ("a: &itself [1, *itself]\n", "x.yaml:1:4"),
        ("a: 1\n--- \nb: 2\n", "x.yaml:2:1"),
        ("a: \x01\n", "x.yaml:1:1"),
    ],
)
def test_a_mistake_of_syntax_is_an_issue_at_its_place(text: str, place: str) -> None:
    node, issues = node_of(text, "x.yaml")
    assert node is None
    assert told(issues) == [("yaml-syntax", place)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name：x\nkind: y\n", "x.yaml:1:5"),
        ("kind: y\nname：x\n", "x.yaml:2:5"),
        ("- kind: y\n  name：{zh}\n", "x.yaml:2:7"),
        ("lines：\n- {drop: 3}\n", "x.yaml:1:6"),
    ],
)
def test_a_full_width_colon_after_a_key_is_named_as_such(text: str, place: str) -> None:
    assert issues_in(text) == [("full-width-colon", place)]


def test_a_full_width_colon_in_a_value_is_no_mistake() -> None:
    assert value_of("title: 红桥区：贯彻落实") == "红桥区：贯彻落实"


def test_a_key_that_is_no_word_is_an_issue() -> None:
    assert issues_in("? [a, b]\n: c\n") == [("wrong-type", "x.yaml:1:3")]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('a: "\\u202Eab"\n', "x.yaml:1:4", "U+202E RIGHT-TO-LEFT OVERRIDE stands here"),
        ('a: "\\e[31m"\n', "x.yaml:1:4", "U+001B ESCAPE stands here"),
        ('a: ["b", "\\0"]\n', "x.yaml:1:10", "U+0000 NULL stands here"),
        ('a: "b\\Lc"\n', "x.yaml:1:4", "U+2028 LINE SEPARATOR stands here"),
        ('"a\\u200b": b\n', "x.yaml:1:1", "U+200B ZERO WIDTH SPACE stands here"),
    ],
)
def test_an_escape_makes_no_character_that_may_not_be_written(text: str, place: str, message: str) -> None:
    _, (issue,) = node_of(text, "x.yaml")
    assert (issue.code, str(issue.place), issue.message) == ("odd-character", place, message)


def test_half_a_pair_of_surrogates_is_no_text() -> None:
    assert issues_in('a: "\\ud800"\n') == [("yaml-syntax", "x.yaml:1:4")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a: 1\n\u3000 b: 2\nc\n", "x.yaml:2:1"),
        ("- a: 1\n－ a: 2\n", "x.yaml:2:1"),
        ("＃ a remark\na: 1\n", "x.yaml:1:1"),
        ("a: ｛zh: 区, en: District｝\n", "x.yaml:1:4"),
        ("a: “b: c”\n", "x.yaml:1:4"),
    ],
)
def test_what_only_looks_like_yaml_is_named_where_yaml_cannot_go_on(text: str, place: str) -> None:
    assert issues_in(text) == [("look-alike", place)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\nc: " + "[" * 200_000, "2:63"),
        ("- a: b\n- " + "{a: [" * 31 + "]}" * 31, "2:152"),
        ("\n".join(" " * depth + "a:" for depth in range(2_000)), "61:61"),
        ("- " * 5_000 + "a", "1:121"),
        ("? " * 5_000 + "a", "1:121"),
        ("[" * 40 + "\n" + "[" * 40, "2:21"),
    ],
)
def test_what_is_nested_deeper_than_any_record_is_refused_before_the_parser_dies_of_it(text: str, place: str) -> None:
    node, issues = node_of(text, "x.yaml")
    assert node is None
    assert told(issues) == [("too-large", f"x.yaml:{place}")]


def test_many_brackets_that_close_are_no_depth() -> None:
    items = ", ".join(["[a]", "{b: c}"] * 500)
    assert issues_in(f"a: [{items}]\nb: 'x [1] [2]'\n") == []
    assert value_of("title: '" + "[1] " * 500 + "'") == "[1] " * 500


def test_brackets_within_words_are_no_depth_even_where_they_have_no_partner() -> None:
    assert value_of("title: '" + "[1 {2 " * 500 + "'") == "[1 {2 " * 500


def test_what_is_missing_at_the_end_of_a_text_is_missing_in_its_last_line() -> None:
    assert issues_in("a: [#]") == [("yaml-syntax", "x.yaml:1:7")]
    assert issues_in("a: [b,\n  c") == [("yaml-syntax", "x.yaml:1:4")]  # the bracket that has no partner


SHORTEST = ("a", "b: ", "- ", "---", "? ", *"[]{}\"'\n:|>%*&! \t#")


def test_whatever_yaml_cannot_read_is_told_at_a_place_that_there_is() -> None:
    for parts in (parts for count in (1, 2, 3) for parts in product(SHORTEST, repeat=count)):
        text = "".join(parts)
        lines = text.split("\n")
        for issue in node_of(text, "x.yaml")[1]:
            line = lines[issue.place.line - 1 : issue.place.line]
            assert line and 1 <= issue.place.col <= len(line[0]) + 1, (text, str(issue.place))


@pytest.mark.long
@pytest.mark.parametrize("run", ["[", "{a: ", "- ", "? ", "'[' ", "[a], ", "- a\n", "a: [b]\n", '"', "&a ", "!a "])
def test_yaml_of_any_shape_is_read_in_time_that_grows_with_it(run: str) -> None:
    grows_no_faster_than_its_text(lambda text: node_of(text, "x.yaml"), run, 20_000)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10,000", "10000"),
        ("10,000,000", "10000000"),
        ("1,000,000,000,000", "1000000000000"),
        ("1,234,567.25", "1234567.25"),
        ("-3,000,000", "-3000000"),
    ],
)
def test_a_number_with_commas_in_brackets_is_one_issue_that_has_all_its_digits(written: str, meant: str) -> None:
    node, (issue,) = node_of(f"{{a: x, value: {written}, unit: y}}", "x.yaml")
    assert (issue.code, issue.message) == ("wrong-type", "value holds a comma, which parts keys")
    assert (issue.place.col, issue.hint) == (15, f"write {meant}, without separators")
    assert list(node.items) == ["a", "value", "unit"]


def test_two_numbers_with_commas_are_each_told() -> None:
    _, issues = node_of("{value: 12,000, upper: 13,000}", "x.yaml")
    assert [issue.hint for issue in issues] == [
        "write 12000, without separators",
        "write 13000, without separators",
    ]


def test_keys_of_three_digits_with_values_are_keys() -> None:
    node, issues = node_of("{a: 10, 000: x, 001: , 002: y}", "x.yaml")
    assert issues == [] and list(node.items) == ["a", "000", "001", "002"]
