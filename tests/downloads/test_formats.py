"""Values as CSV and JSON: any text and any list come back, figures keep their digits, and no cell is run."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import example, given, strategies as st

from duizhao.downloads.columns import Value
from duizhao.downloads.formats import csv_bytes, csv_value, json_value

from .package_reader import table, typed

# Texts of any characters, and such as begin the way formulas do in some spreadsheet.
SIGNS = st.sampled_from(["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", " ", "'", "\ufeff", "\u200b"])
TEXTS = st.one_of(st.text(), st.builds("".join, st.lists(st.one_of(SIGNS, st.text(max_size=3)), max_size=4)))


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_any_text_comes_back_from_the_csv(pairs: list[tuple[str, str]]) -> None:
    data = csv_bytes(["a", "b"], pairs)
    assert data.startswith(b"\xef\xbb\xbfa,b\r\n")
    read = table(data, [{"name": "a", "type": "string"}, {"name": "b", "type": "string"}])
    assert [(row["a"], row["b"]) for row in read] == pairs


@given(TEXTS)
@example("=HYPERLINK(1)")
@example("-0.3%")
@example("-1+1")
def test_no_text_begins_as_a_formula_does_unless_it_is_a_number(text: str) -> None:
    cell = csv_value(text)
    bare = cell.lstrip(" \t\r\n\ufeff\u200b")
    if bare[:1] in tuple("=+-@＝＋－＠"):
        assert cell == bare and Decimal(cell.removesuffix("%")) is not None
    assert cell[:1] not in tuple("\t\r\n ")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'),
        ("+86 20 1234", "'+86 20 1234"),
        ("-2+3", "'-2+3"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        (" =1", "' =1"),
        ("＝1+1", "'＝1+1"),
        ("'tis", "''tis"),
        ("-0.3%", "-0.3%"),
        ("+12", "+12"),
        ("5-8%", "5-8%"),
        ("a=b", "a=b"),
        ("——近年", "——近年"),
        ("", ""),
    ],
)
def test_a_text_that_a_spreadsheet_would_run_stands_behind_an_apostrophe(text: str, cell: str) -> None:
    assert csv_value(text) == cell
    assert typed(cell, "string") == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_number_stays_a_number_be_it_negative(number: Decimal) -> None:
    assert Decimal(csv_value(number)) == number


@given(st.lists(TEXTS, max_size=4).map(tuple))
@example(("分;号", "b"))
@example(('"', "\\", ",", "\n", "=1"))
@example(("",))
@example(())
def test_any_list_comes_back_from_the_csv(words: tuple[str, ...]) -> None:
    data = csv_bytes(["a", "b"], [(words, "x")])
    (read,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (tuple(json.loads(read["a"])), read["b"]) == (words, "x")


def test_a_value_with_a_comma_a_quotation_mark_or_a_line_break_is_quoted() -> None:
    data = csv_bytes(["a", "b"], [("甲,乙", 'say "yes"'), ("一\n二", None)])
    assert data.decode("utf-8-sig") == 'a,b\r\n"甲,乙","say ""yes"""\r\n"一\n二",\r\n'


@pytest.mark.parametrize(
    ("value", "in_csv", "in_json"),
    [
        (None, "", None),
        (True, "true", True),
        (3, "3", 3),
        (-3, "-3", -3),
        (Decimal("-0.3"), "-0.3", -0.3),
        (Decimal("5047.40"), "5047.40", 5047.4),
        (Decimal("4E+4"), "40000", 40000),
        (("a", "b"), '["a", "b"]', ["a", "b"]),
        (("甲;乙",), '["甲;乙"]', ["甲;乙"]),
        ((), "[]", []),
        ("甲", "甲", "甲"),
    ],
)
def test_a_value_is_written_in_its_own_way(value: Value, in_csv: str, in_json: object) -> None:
    assert csv_value(value) == in_csv
    written = json_value(value)
    assert written == in_json and type(written) is type(in_json)
