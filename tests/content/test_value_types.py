"""Types of values: which each takes and refuses, and that an annotation tells the type."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from duizhao.content.nodes import Mapping, Node, node_of
from duizhao.content.schema import Bilingual
from duizhao.content.value_types import TYPES, WrongValue, type_of
from duizhao.text.period import parse_period

BY_NAME = {kind.name: kind for kind in TYPES}


def as_node(written: str) -> Node:
    node, issues = node_of(f"key: {written}", "x.yaml")
    assert isinstance(node, Mapping) and not issues
    return node.items["key"]


def read(kind: str, written: str) -> object:
    """The value that a type reads from a YAML text."""
    return BY_NAME[kind].read(as_node(written))


# type | as written | as read
TAKEN = [
    ("text", "4万人以上", "4万人以上"),
    ("text", "010", "010"),
    ("texts", "[甲, 乙]", ("甲", "乙")),
    ("texts", "[]", ()),
    ("id", "new-jobs-2", "new-jobs-2"),
    ("id", "con-1", "con-1"),
    ("id", "com10", "com10"),
    ("id", "a" * 100, "a" * 100),
    ("ids", "[a, b-c]", ("a", "b-c")),
    ("statement", "tianhe-2020-work-report/t07", "tianhe-2020-work-report/t07"),
    ("statements", "[a/t01, a/k123]", ("a/t01", "a/k123")),
    ("own statement", "t07", "t07"),
    ("own statements", "[r19, k003]", ("r19", "k003")),
    ("block", "p12", "p12"),
    ("blocks", "[p1, h2]", ("p1", "h2")),
    ("time", "2020", parse_period("2020")),
    ("time", "2020-06", parse_period("2020-06")),
    ("time", "2020-06-11", parse_period("2020-06-11")),
    ("time", "2021-Q1", parse_period("2021-Q1")),
    ("time", "2019-01/2020-06", parse_period("2019-01/2020-06")),
    ("decimal", "40000", Decimal(40000)),
    ("decimal", "-0.30", Decimal("-0.30")),
    ("count", "12", 12),
    ("confidence", "0.93", Decimal("0.93")),
    ("confidence", "1.00", Decimal("1.00")),
    ("yes", "true", True),
    ("yes", "false", False),
    ("english", "jobs 就业", "jobs 就业"),
    ("texts in english", "[jobs, '“就业” by name']", ("jobs", "“就业” by name")),
    ("both", "{zh: 区, en: District}", Bilingual("区", "District")),
    *(
        ("id", name, name)
        for name in ("may", "am", "oct", "mar100", "may4-movement", "1mar-works", "24th-meeting", "30am")
    ),
    *(("id", name, name) for name in ("dec1a", "a-dec1", "marx1", "new-oct4", "e5", "5g", "1e5-jobs", "4a", "true-1")),
    ("pairs", "{著力: 着力}", (("著力", "着力"),)),
    ("adcode", "440106", "440106"),
    ("adcode", "'990101'", "990101"),
    ("address", "https://example.org/duizhao/", "https://example.org/duizhao/"),
    ("address", "https://example.org/", "https://example.org/"),
    ("address", "http://127.0.0.1:8080/~a/b.c/", "http://127.0.0.1:8080/~a/b.c/"),
    ("address", "http://[::1]:8080/", "http://[::1]:8080/"),
    ("address", "https://example.org/%E6%8A%A5%E5%91%8A/a%20b/", "https://example.org/%E6%8A%A5%E5%91%8A/a%20b/"),
    ("address", "https://xn--fsqu00a.example/", "https://xn--fsqu00a.example/"),
    ("address", "https://example.org/.a/..b/", "https://example.org/.a/..b/"),
    ("web address", "https://example.org/files.git?at=1#top", "https://example.org/files.git?at=1#top"),
    ("web address", "https://example.org/报告/1.html", "https://example.org/报告/1.html"),
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
    *(("id", name) for name in ("con", "aux", "nul", "prn", "com1", "lpt9", "com0", "a" * 101)),
    *(("id", name) for name in ("001", "2022", "1-2", "1e5", "2e-5", "mar-1", "1-sept", "1-mar-2020", "true", "false")),
    *(("id", name) for name in ("oct4", "dec1", "sept2", "mar2021", "1mar", "5may2020", "12december", "2021mar")),
    *(("id", name) for name in ("mar1-2021", "mar-1-2021", "5may-2020", "5-may20", "10am", "09pm", "23pm")),
    ("ids", "[a, nul]"),
    ("english", "新增就业"),
    ("texts in english", "[jobs, 就业]"),
    ("both", "{zh: 区, en: 区}"),
    ("both", "{zh: what it is, en: what it is}"),
    ("adcode", "12"),
    ("adcode", "4401060"),
    ("adcode", "044010"),
    ("adcode", "44010a"),
    ("adcode", "４４０１０６"),
    ("ids", "a"),
    ("ids", "[a, B]"),
    ("statement", "t07"),
    ("statement", "a/x07"),
    ("statement", "a/t7"),
    ("statement", "a/t０７"),
    ("statements", "[a/t01, t02]"),
    ("own statement", "[t07]"),
    ("own statements", "r19"),
    ("own statements", "[r19, '']"),
    ("block", "[p12]"),
    ("blocks", "p1"),
    ("blocks", "[p1, '']"),
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
    *(("confidence", text) for text in ("1.2", "-0.1", "93%", "90", "０.5")),
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
    ("address", 'https://example.org/a"b/'),
    ("address", "https://example.org\\a/"),
    ("address", "https://user@example.org/"),
    ("address", "https://example.org/a/?b/"),
    ("address", "https://example.org/报告/"),
    ("address", "https://例子.example/"),
    ("address", "https://example.org//a/"),
    ("address", "https://example.org//"),
    ("address", "https://example.org/a/../b/"),
    ("address", "https://example.org/./a/"),
    ("address", "https://example.org/%2E%2e/a/"),
    ("address", "https://example.org/100%/"),
    ("address", "https://[/"),
    ("address", "https://example..org/"),
    ("address", "https://example.org:99999/"),
    ("web address", "https://example.org/<b>"),
    ("web address", "https://user@example.org/"),
    ("web address", "javascript:alert(1)"),
    ("web address", "https:///nowhere"),
    ("web address", "https://example.org/two words"),
    ("pairs", "[a, b]"),
    ("pairs", "{a: [b]}"),
]


@pytest.mark.parametrize(("kind", "written", "value"), TAKEN)
def test_a_type_takes_its_values(kind: str, written: str, value: object) -> None:
    assert read(kind, written) == value


@pytest.mark.parametrize(("kind", "written"), REFUSED)
def test_a_type_refuses_all_else(kind: str, written: str) -> None:
    with pytest.raises(WrongValue):
        read(kind, written)


def test_every_type_is_taken_and_refused_above() -> None:
    assert {kind for kind, _, _ in TAKEN} == set(BY_NAME) == {kind for kind, _ in REFUSED}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_decimal_is_read_exactly(value: Decimal) -> None:
    assert read("decimal", f"'{value:f}'") == value


def test_the_missing_language_of_words_is_named() -> None:
    with pytest.raises(WrongValue, match="missing: en"):
        read("both", "{zh: 区}")


def test_an_annotation_tells_the_type() -> None:
    assert [type_of(kind.annotation) for kind in TYPES] == list(TYPES)
    assert type_of(tuple[str, ...]).name == "texts"


@pytest.mark.parametrize("annotation", [float, list[str], tuple[str, str], object])
def test_an_annotation_that_means_no_type_is_a_mistake_of_the_code(annotation: object) -> None:
    with pytest.raises(TypeError, match="no type of value is annotated"):
        type_of(annotation)


@pytest.mark.parametrize("text", ["青湖区", "{zh: 青湖区}"])
def test_words_of_a_site_in_chinese_alone_may_stand_without_english(text: str) -> None:
    kind = type_of(Bilingual, ("zh",))
    assert kind.read(as_node(text)) == Bilingual("青湖区", "")
    assert kind.read(as_node("{zh: 青湖区, en: Qinghu}")) == Bilingual("青湖区", "Qinghu")
    with pytest.raises(WrongValue):
        type_of(Bilingual, ("zh", "en")).read(as_node(text))


@pytest.mark.parametrize("text", ["{en: Qinghu}", "{zh: 青湖区, fr: Qinghu}", "''", "[青湖区]", "{zh: ''}"])
def test_words_of_a_site_in_chinese_alone_still_have_to_be_chinese_words(text: str) -> None:
    with pytest.raises(WrongValue):
        type_of(Bilingual, ("zh",)).read(as_node(text))
