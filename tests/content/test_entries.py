"""Shapes: which values each type takes, and what is said of keys that are unknown, absent or wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from duizhao.content.entries import TYPES, Entry, Field, Shape, entries_of, entry_of
from duizhao.content.nodes import node_of
from duizhao.content.schema import Both
from duizhao.issues import Issue
from duizhao.text.period import parse_period

from ..sample import told


def entry(text: str, *fields: Field) -> tuple[Entry, list[Issue]]:
    """The record in a YAML text, of a shape with these keys, and the issues."""
    node, issues = node_of(text, "x.yaml")
    assert node is not None and not issues
    return entry_of(node, Shape("record", "A record.", fields), issues), issues


# type | as written | as read
TAKEN = [
    ("text", "4万人以上", "4万人以上"),
    ("text", "010", "010"),
    ("texts", "[甲, 乙]", ("甲", "乙")),
    ("texts", "[]", ()),
    ("id", "new-jobs-2", "new-jobs-2"),
    ("ids", "[a, b-c]", ("a", "b-c")),
    ("statement", "tianhe-2020-work-report/t07", "tianhe-2020-work-report/t07"),
    ("statements", "[a/t01, a/k123]", ("a/t01", "a/k123")),
    ("time", "2020", parse_period("2020")),
    ("time", "2020-06", parse_period("2020-06")),
    ("time", "2020-06-11", parse_period("2020-06-11")),
    ("time", "2021-Q1", parse_period("2021-Q1")),
    ("time", "2019-01/2020-06", parse_period("2019-01/2020-06")),
    ("decimal", "40000", Decimal(40000)),
    ("decimal", "-0.30", Decimal("-0.30")),
    ("count", "12", 12),
    ("yes", "true", True),
    ("yes", "false", False),
    ("both", "{zh: 区, en: District}", Both("区", "District")),
    ("pairs", "{著力: 着力}", (("著力", "着力"),)),
    ("address", "https://example.org/duizhao/", "https://example.org/duizhao/"),
]
REFUSED = [
    ("text", "[a]"),
    ("text", "{a: b}"),
    ("texts", "甲"),
    ("texts", "[甲, [乙]]"),
    ("texts", "[甲, '']"),
    ("texts", "[' ']"),
    ("id", "New-jobs"),
    ("id", "new--jobs"),
    ("id", "新"),
    ("id", "-a"),
    ("ids", "a"),
    ("ids", "[a, B]"),
    ("statement", "t07"),
    ("statement", "a/x07"),
    ("statement", "a/t7"),
    ("statement", "a/t０７"),
    ("statements", "[a/t01, t02]"),
    ("time", "2020-13"),
    ("time", "2020-6"),
    ("time", "2020-06-32"),
    ("time", "2021-02-29"),
    ("time", "2021/2020"),
    ("time", "2021-Q5"),
    ("time", "2020年"),
    ("time", "２０２０"),
    ("time", "2020/2021/2022"),
    ("decimal", "4万"),
    ("decimal", "40,000"),
    ("decimal", "4_0"),
    ("decimal", "4e4"),
    ("decimal", "NaN"),
    ("decimal", "Infinity"),
    ("decimal", "４０"),
    ("count", "-1"),
    ("count", "1.0"),
    ("count", "１"),
    ("yes", "yes"),
    ("yes", "True"),
    ("both", "区"),
    ("both", "{zh: 区}"),
    ("both", "{zh: 区, en: ''}"),
    ("both", "{zh: 区, en: District, fr: Arrondissement}"),
    ("address", "https://example.org/duizhao"),
    ("address", "example.org/"),
    ("pairs", "[a, b]"),
    ("pairs", "{a: [b]}"),
]


@pytest.mark.parametrize(("kind", "given_text", "value"), TAKEN)
def test_a_type_takes_its_values(kind: str, given_text: str, value: object) -> None:
    read, issues = entry(f"key: {given_text}", Field("key", kind, "a key"))
    assert issues == []
    assert read["key"] == value
    assert read.whole


@pytest.mark.parametrize(("kind", "given_text"), REFUSED)
def test_a_type_refuses_all_else_and_says_what_it_takes(kind: str, given_text: str) -> None:
    read, issues = entry(f"key: {given_text}", Field("key", kind, "what the key is for"))
    assert told(issues) == [("wrong-type", "x.yaml:1:6")]
    assert issues[0].message.startswith("key")
    assert issues[0].hint == "what the key is for"
    assert read["key"] is None


def test_every_type_is_taken_and_refused_above() -> None:
    assert {kind for kind, _, _ in TAKEN} == set(TYPES) == {kind for kind, _ in REFUSED}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_decimal_is_read_exactly(value: Decimal) -> None:
    read, issues = entry(f"key: '{value:f}'", Field("key", "decimal", "a key"))
    assert issues == []
    assert read["key"] == value


def test_the_missing_language_of_words_is_named() -> None:
    _, issues = entry("name: {zh: 区}", Field("name", "both", "its name"))
    assert "missing: en" in issues[0].message


@pytest.mark.parametrize("text", ["{}", "key:", "key: null", "key: ~"])
def test_a_required_key_that_is_absent_or_null_is_an_issue(text: str) -> None:
    read, issues = entry(text, Field("key", "text", "what it is for", required=True))
    assert [issue.code for issue in issues] == ["missing-key"]
    assert issues[0].hint == "key: what it is for"
    assert not read.whole


@pytest.mark.parametrize("text", ["{}", "key:", "key: null"])
def test_an_optional_key_may_be_absent_or_null(text: str) -> None:
    read, issues = entry(text, Field("key", "text", "a key"))
    assert issues == []
    assert read["key"] is None
    assert read.whole


def test_a_wrong_value_leaves_a_record_whole_only_where_it_is_optional() -> None:
    fields = (Field("must", "yes", "a key", required=True), Field("may", "yes", "a key"))
    assert entry("{must: true, may: 5}", *fields)[0].whole
    assert not entry("{must: 5, may: true}", *fields)[0].whole


def test_an_unknown_key_is_named_with_the_nearest_known_one() -> None:
    _, issues = entry("aliasses: [a]", Field("aliases", "texts", "names"), Field("kind", "text", "what it is"))
    assert told(issues) == [("unknown-key", "x.yaml:1:1")]
    assert issues[0].hint == "did you mean aliases?"


def test_an_unknown_key_like_no_other_is_told_all_keys() -> None:
    _, issues = entry("zzz: 1", Field("aliases", "texts", "names"), Field("kind", "text", "what it is"))
    assert issues[0].hint == "keys: aliases, kind"


def test_a_value_outside_its_set_is_told_the_nearest_and_all_that_are_allowed() -> None:
    field = Field("operator", "text", "how", choices=("eq", "ge", "range"))
    read, issues = entry("operator: rang", field)
    assert told(issues) == [("bad-value", "x.yaml:1:11")]
    assert issues[0].hint == "did you mean range? allowed: eq, ge, range"
    assert read["operator"] is None


def test_each_value_of_a_list_must_be_in_the_set() -> None:
    field = Field("fields", "texts", "which", choices=("title", "date"))
    assert entry("fields: [title, date]", field)[1] == []
    assert [issue.code for issue in entry("fields: [title, dat]", field)[1]] == ["bad-value"]


def test_a_key_with_a_full_width_colon_in_it_is_no_unknown_key() -> None:
    _, issues = entry("key：{zh: 区}", Field("key", "both", "a key"))
    assert told(issues) == [("full-width-colon", "x.yaml:1:4")]


def test_a_record_that_is_one_string_with_a_full_width_colon_is_told_so() -> None:
    inner = Shape("inner", "An inner record.", (Field("id", "id", "its id"),))
    _, issues = entry("inner: id：x", Field("inner", "shape", "the inner one", of=inner))
    assert told(issues) == [("full-width-colon", "x.yaml:1:10")]


def test_a_record_that_is_no_mapping_is_told_its_keys() -> None:
    node, issues = node_of("- a\n- b\n", "x.yaml")
    read = entry_of(node, Shape("district", "A district.", (Field("id", "id", "its id"),)), issues)
    assert told(issues) == [("wrong-type", "x.yaml:1:1")]
    assert issues[0].hint == "keys: id"
    assert not read.whole


def test_of_a_list_only_the_records_that_are_whole_are_given() -> None:
    node, issues = node_of("- {id: a}\n- {id: B}\n- {id: c}\n", "x.yaml")
    read = entries_of(node, Shape("record", "A record.", (Field("id", "id", "its id", required=True),)), issues)
    assert [one["id"] for one in read] == ["a", "c"]
    assert told(issues) == [("wrong-type", "x.yaml:2:8")]


def test_a_mapping_where_a_list_belongs_is_an_issue_unless_it_is_empty() -> None:
    shape = Shape("record", "A record.", (Field("id", "id", "its id"),))
    node, issues = node_of("", "x.yaml")
    assert entries_of(node, shape, issues) == () and issues == []
    node, issues = node_of("id: a", "x.yaml")
    assert entries_of(node, shape, issues) == ()
    assert told(issues) == [("wrong-type", "x.yaml:1:1")]


def test_a_value_has_its_own_place_and_an_absent_one_the_record_s() -> None:
    read, _ = entry("\nid: a\n", Field("id", "id", "its id"), Field("note", "text", "a note"))
    assert str(read.at("id")) == "x.yaml:2:5"
    assert read.at("note") == read.place


def test_words_are_given_in_either_language() -> None:
    assert Both("区", "District")["zh"] == "区"
    assert Both("区", "District")["en"] == "District"
