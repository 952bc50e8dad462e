"""Nodes into records: what is said of keys that are unknown, absent or wrong, and which records are kept."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from duizhao.content.look_alikes import plain
from duizhao.content.nodes import node_of
from duizhao.content.reader import record_of, records_of
from duizhao.content.schema import Bilingual, Record, key, record
from duizhao.content.value_types import TYPES, Id
from duizhao.issues import Issue

from ..sample import told
from .test_value_types import REFUSED


def kind_of(annotation: object, **declared: Any) -> type[Record]:
    """A kind of record with one key, called key."""
    names = {"__annotations__": {"key": annotation}, "key": key("what it is for", **declared), "__module__": __name__}
    return record("record")(type("Made", (Record,), names))


def read(text: str, kind: type[Record]) -> tuple[Any, list[Issue]]:
    """The record in a YAML text, and the issues."""
    node, issues = node_of(text, "x.yaml")
    assert node is not None and not issues
    return record_of(node, kind)


@record("rule")
class Named(Record):
    """A record with names."""

    aliases: tuple[str, ...] = key("names", default=())
    kind: str = key("what it is", default="")


@record("record")
class Known(Record):
    """A record with an id."""

    id: Id = key("its id")


@record("box")
class Box(Record):
    """A record that holds another."""

    inner: Known = key("the inner one")
    more: tuple[Known, ...] = key("more of them", default=())


# Of values that hold others: the part that is wrong, where it is not the whole.
WRONG_PARTS = {
    "[甲, [乙]]": "[乙]",
    "[甲, '']": "''",
    "[' ']": "' '",
    "[a, B]": "B",
    "[a, nul]": "nul",
    "[a/t01, t02]": "t02",
    "{zh: 区, en: ''}": "''",
    "[jobs, 就业]": "就业",
    "{zh: 区, en: 区}": "区}",
    "{zh: what it is, en: what it is}": "what it is",
    "[p1, '']": "''",
    "[r19, '']": "''",
    "{zh: 区, en: District, fr: Arrondissement}": "fr",
    "{a: [b]}": "[b]",
}
IN_ANOTHER_LANGUAGE = ("新增就业", "[jobs, 就业]", "{zh: 区, en: 区}", "{zh: what it is, en: what it is}")


@pytest.mark.parametrize(("name", "written"), REFUSED)
def test_a_value_of_another_type_is_told_what_the_key_takes_and_is_for(name: str, written: str) -> None:
    annotation = next(kind.annotation for kind in TYPES if kind.name == name)
    text = f"key: {written}"
    found, issues = read(text, kind_of(annotation))
    wrong = WRONG_PARTS.get(written, written) if name != "text" else written
    is_full_width = any("０" <= char <= "９" for char in wrong)
    code, hint = ("look-alike", f"write it as {plain(wrong)}") if is_full_width else ("wrong-type", "what it is for")
    code = "wrong-language" if written in IN_ANOTHER_LANGUAGE else code
    assert told(issues) == [(code, f"x.yaml:1:{text.index(wrong, 5) + 1}")]
    assert issues[0].message.startswith("key")
    hint = f"put them into English (key: {hint})" if name.endswith("english") else hint
    # Where the text that is meant can be told it comes first, and what the key is for stands behind it.
    assert issues[0].hint == hint or re.fullmatch(rf"write \S.* \(key: {re.escape(hint)}\)", issues[0].hint)
    assert found is None


def test_the_missing_language_of_words_is_named() -> None:
    assert "missing: en" in read("key: {zh: 区}", kind_of(Bilingual))[1][0].message


@pytest.mark.parametrize("text", ["{}", "key:", "key: null", "key: ~"])
def test_a_required_key_that_is_absent_or_null_is_an_issue(text: str) -> None:
    found, issues = read(text, kind_of(str))
    assert [issue.code for issue in issues] == ["missing-key"]
    assert issues[0].hint == "key: what it is for"
    assert found is None


@pytest.mark.parametrize("text", ["{}", "key:", "key: null"])
def test_an_optional_key_may_be_absent_or_null(text: str) -> None:
    found, issues = read(text, kind_of(Decimal | None, default=None))
    assert issues == []
    assert found.key is None


def test_a_wrong_value_leaves_the_record_out_only_where_the_key_is_required() -> None:
    assert read("key: five", kind_of(int))[0] is None
    found, issues = read("key: five", kind_of(int, default=3))
    assert (found.key, found.where.entered("key")) == (3, "default")
    assert told(issues) == [("wrong-type", str(found.where.at("key")))] == [("wrong-type", "x.yaml:1:6")]


def test_an_unknown_key_is_named_with_the_nearest_known_one() -> None:
    _, issues = read("aliasses: [a]", Named)
    assert told(issues) == [("unknown-key", "x.yaml:1:1")]
    assert issues[0].hint == "did you mean aliases?"


def test_an_unknown_key_like_no_other_is_told_all_keys() -> None:
    assert read("zzz: 1", Named)[1][0].hint == "keys: aliases, kind"


def test_a_value_outside_its_set_is_told_the_nearest_and_all_that_are_allowed() -> None:
    found, issues = read("key: rang", kind_of(str, choices=("eq", "ge", "range")))
    assert told(issues) == [("bad-value", "x.yaml:1:6")]
    assert issues[0].hint == "did you mean range? allowed: eq, ge, range"
    assert found is None


def test_each_value_of_a_list_must_be_in_the_set() -> None:
    kind = kind_of(tuple[str, ...], choices=("title", "date"))
    assert read("key: [title, date]", kind)[1] == []
    assert told(read("key: [title, dat]", kind)[1]) == [("bad-value", "x.yaml:1:14")]
    assert told(read("key: [title, date, title]", kind)[1]) == [("bad-value", "x.yaml:1:20")]


def test_a_list_that_must_be_there_holds_something_and_one_that_may_be_need_not() -> None:
    assert told(read("key: []", kind_of(tuple[str, ...]))[1]) == [("missing-key", "x.yaml:1:6")]
    assert told(read("key: []", kind_of(tuple[str, ...], default=()))[1]) == []


@pytest.mark.parametrize("blank", ['""', '"  "', '"\u3000"', "[]"])
def test_a_text_that_must_be_there_is_more_than_blanks(blank: str) -> None:
    assert told(read(f"key: {blank}", kind_of(str))[1]) == [("missing-key", "x.yaml:1:6")]


def test_a_key_with_a_full_width_colon_in_it_is_no_unknown_key() -> None:
    _, issues = read("key：{zh: 区}", kind_of(Bilingual, default=None))
    assert told(issues) == [("full-width-colon", "x.yaml:1:4")]


def test_a_record_that_is_one_string_with_a_full_width_colon_is_told_so() -> None:
    assert told(read("inner: id：x", Box)[1]) == [("full-width-colon", "x.yaml:1:10")]


def test_a_record_that_is_no_mapping_is_told_its_keys() -> None:
    found, issues = read("- a\n- b\n", Known)
    assert told(issues) == [("wrong-type", "x.yaml:1:1")]
    assert issues[0].hint == "keys: id"
    assert found is None


def test_a_record_within_another_is_read_with_it_and_a_wrong_one_takes_it_along() -> None:
    assert read("inner: {id: a}", Box)[0] == Box(inner=Known(id="a"))
    found, issues = read("inner: {id: A}", Box)
    assert told(issues) == [("wrong-type", "x.yaml:1:13")]
    assert found is None


def test_of_a_list_within_a_record_those_that_are_whole_are_kept() -> None:
    found, issues = read("inner: {id: a}\nmore: [{id: b}, {id: C}]", Box)
    assert found.more == (Known(id="b"),)
    assert told(issues) == [("wrong-type", "x.yaml:2:22")]


@record("mixed")
class Mixed(Record):
    """A list of ids and of records."""

    later: tuple[Id | Known, ...] = key("what comes later", default=())


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("later: [a, {id: b}, c]", ("a", Known(id="b"), "c")),
        ("later: [{id: b}]", (Known(id="b"),)),
        ("later: [a]", ("a",)),
        ("later: []", ()),
        ("later:", ()),
    ],
)
def test_records_and_other_values_of_one_list_keep_their_order(text: str, read_as: tuple[object, ...]) -> None:
    found, issues = read(text, Mixed)
    assert found.later == read_as and issues == []


def test_each_item_of_a_mixed_list_has_its_place() -> None:
    found, _ = read("later: [a, {id: b}, c]", Mixed)
    assert [place.col for _, place in found.where.each("later", found.later)] == [9, 12, 21]
    assert found.later[1].where.at("id").col == 17


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("later: [a, {id: B}]", [("wrong-type", "x.yaml:1:17")]),
        ("later: [a, {}]", [("missing-key", "x.yaml:1:12")]),
        ("later: [A, {id: b}]", [("wrong-type", "x.yaml:1:9")]),
        ("later: [a, {id: b}, a]", [("bad-value", "x.yaml:1:21")]),
        ("later: [A, {id: B}]", [("wrong-type", "x.yaml:1:17"), ("wrong-type", "x.yaml:1:9")]),
        ("later: {id: b}", [("wrong-type", "x.yaml:1:8")]),
        ("later: b", [("wrong-type", "x.yaml:1:8")]),
    ],
)
def test_a_mixed_list_with_something_wrong_is_none_and_each_thing_is_told(
    text: str, wrong: list[tuple[str, str]]
) -> None:
    found, issues = read(text, Mixed)
    assert found.later == () and told(issues) == wrong


def test_of_a_list_only_the_records_that_are_whole_are_given() -> None:
    node, _ = node_of("- {id: a}\n- {id: B}\n- {id: c}\n", "x.yaml")
    assert node is not None
    found, issues = records_of(node, Known)
    assert [one.id for one in found] == ["a", "c"]
    assert told(issues) == [("wrong-type", "x.yaml:2:8")]


@pytest.mark.parametrize(("text", "wrong"), [("", []), ("id: a", [("wrong-type", "x.yaml:1:1")])])
def test_a_mapping_where_a_list_belongs_is_an_issue_unless_it_is_empty(text: str, wrong: list[tuple[str, str]]) -> None:
    node, _ = node_of(text, "x.yaml")
    assert node is not None
    found, issues = records_of(node, Known)
    assert found == ()
    assert told(issues) == wrong
