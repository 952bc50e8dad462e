"""Values as CSV and JSON: any text comes back, figures keep their digits."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from duizhao.downloads.columns import Value
from duizhao.downloads.formats import csv_bytes, csv_value, json_value


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_any_text_comes_back_from_the_csv(pairs: list[tuple[str, str]]) -> None:
    data = csv_bytes(["a", "b"], pairs)
    assert data.startswith(b"\xef\xbb\xbfa,b\r\n")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read == [["a", "b"], *([a, b] for a, b in pairs)]


def test_a_value_with_a_comma_a_quotation_mark_or_a_line_break_is_quoted() -> None:
    data = csv_bytes(["a", "b"], [("甲,乙", 'say "yes"'), ("一\n二", None)])
    assert data.decode("utf-8-sig") == 'a,b\r\n"甲,乙","say ""yes"""\r\n"一\n二",\r\n'


@pytest.mark.parametrize(
    ("value", "in_csv", "in_json"),
    [
        (None, "", None),
        (True, "true", True),
        (3, "3", 3),
        (Decimal("5047.40"), "5047.40", 5047.4),
        (Decimal("4E+4"), "40000", 40000),
        (("a", "b"), "a;b", ["a", "b"]),
        ((), "", []),
        ("甲", "甲", "甲"),
    ],
)
def test_a_value_is_written_in_its_own_way(value: Value, in_csv: str, in_json: object) -> None:
    assert csv_value(value) == in_csv
    written = json_value(value)
    assert written == in_json and type(written) is type(in_json)
