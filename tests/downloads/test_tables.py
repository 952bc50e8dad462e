"""The tables: the same rows in both formats, keys that hold, spans that lead back to the text."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from decimal import Decimal
from typing import Any

import pytest

from duizhao.downloads.columns import Table
from duizhao.downloads.tables import TABLES

from ..sample import sample


def rows(name: str) -> list[dict[str, str]]:
    """A table of the invented project as its CSV has it."""
    return list(csv.DictReader(io.StringIO(sample().files[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_and_json_hold_the_same_rows_in_the_same_columns(table: Table[Any]) -> None:
    listed = json.loads(sample().files[f"data/{table.name}.json"])
    assert [list(row) for row in listed] == [[column.name for column in table.columns]] * len(listed)
    for from_csv, from_json in zip(rows(table.name), listed, strict=True):
        for column in table.columns:
            value = from_json[column.name]
            said = from_csv[column.name]
            match value:
                case None:
                    assert said == ""
                case bool():
                    assert said == str(value).lower()
                case int() | float():
                    assert Decimal(said) == Decimal(str(value))
                case list():
                    assert said == ";".join(value) and column.many
                case _:
                    assert said == value


TYPES = {"string": str, "integer": int, "number": Decimal | None, "boolean": bool}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_column_has_a_name_of_its_own_and_every_value_its_type(table: Table[Any]) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    corpus = sample().site
    assert corpus is not None
    for cells in table.cells(corpus):
        for column, value in zip(table.columns, cells, strict=True):
            assert isinstance(value, tuple if column.many else TYPES[column.type]), (table.name, column.name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_key_of_a_table_is_its_own_and_what_it_names_of_others_exists(table: Table[Any]) -> None:
    mine = rows(table.name)
    keys = [tuple(row[name] for name in table.key) for row in mine]
    assert len(keys) == len(set(keys))
    for column, other in table.foreign:
        known = {row["id"] for row in rows(other)}
        assert {row[column] for row in mine if row[column]} <= known


@pytest.mark.parametrize("name", ["paragraphs", "statements", "measures", "mentions"])
def test_start_and_end_cut_the_words_out_of_the_published_text(name: str) -> None:
    words = {"paragraphs": "text", "statements": "quote", "measures": "figure", "mentions": "text"}[name]
    table = rows(name)
    assert table
    for row in table:
        of = row.get("report") or row["statement"].split("/")[0]
        text = sample().files[f"data/texts/{of}.txt"].decode()
        assert text[int(row["start"]) : int(row["end"])] == row[words]


def test_the_published_source_and_text_have_the_hashes_that_are_given() -> None:
    for row in rows("reports"):
        for column, folder in (("source_sha256", "sources"), ("text_sha256", "texts")):
            data = sample().files[f"data/{folder}/{row['id']}.txt"]
            assert hashlib.sha256(data).hexdigest() == row[column]


def test_a_measure_is_given_as_printed_and_scaled_out() -> None:
    row = next(row for row in rows("measures") if row["figure"] == "1.3万人以上")
    assert (row["operator"], row["value"], row["unit"]) == ("ge", "1.3", "万人")
    assert (row["base_value"], row["base_unit"], row["value_upper"]) == ("13000", "人", "")


def test_a_follow_up_has_its_arithmetic_and_its_searched_words() -> None:
    by_promise = {row["promise"]: row for row in rows("follow_ups")}
    done = by_promise["qinghu-2022-work-report/t01"]
    assert (done["evidence"], done["arithmetic"], done["later"]) == (
        "reported-done",
        "exceeded",
        "qinghu-2023-work-report/r01",
    )
    silent = by_promise["qinghu-2022-work-report/t02"]
    assert (silent["evidence"], silent["arithmetic"], silent["searched"]) == ("not-found", "", "养老床位")
