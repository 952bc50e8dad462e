"""The tables: the same rows in both formats, keys that hold, spans that lead back to the text."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from duizhao.corpus.join import Corpus
from duizhao.downloads.columns import Table, Value
from duizhao.downloads.tables import TABLES

from ..looking import site as looked_at, table_of
from ..pages.statements import annotations, statement
from ..sample import SMALLEST, report, sample, site_of
from .package_reader import package_in

# The columns that other programs knew first, which a new one may follow and none may shift.
FIRST = {
    "reports": "id district kind title_zh title_en date date_basis covers source_sha256 text_sha256 paragraphs "
    "characters path",
    "statements": "id report district kind headline paragraph start end quote gloss themes modal strength period "
    "period_basis initiatives",
    "measures": "statement figure start end operator value value_upper unit base_value base_unit aspect indicator "
    "period what_zh what_en check",
    "indicators": "id name_zh name_en unit theme definition_zh definition_en comparison_zh comparison_en",
    "terms": "id zh aliases not pinyin en meaning_zh meaning_en level",
    "mentions": "subject report paragraph start end text",
}


def rows(name: str) -> list[dict[str, str]]:
    """A table of the invented project as its CSV has it."""
    return list(csv.DictReader(io.StringIO(sample().files[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_and_json_hold_the_same_rows_in_the_same_columns(table: Table[Any]) -> None:
    listed = json.loads(sample().files[f"data/{table.name}.json"], parse_float=Decimal)
    assert [list(row) for row in listed] == [[column.name for column in table.columns]] * len(listed)
    assert package_in(sample().files).tables[table.name] == listed


TYPES = {"string": str, "integer": int | None, "number": Decimal | None, "boolean": bool, "array": tuple}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_column_has_a_name_of_its_own_and_every_value_its_type(table: Table[Any]) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    corpus = sample().site
    assert corpus is not None
    for cells in table.cells(corpus):
        for column, value in zip(table.columns, cells, strict=True):
            assert isinstance(value, TYPES[column.type]), (table.name, column.name)
            assert not column.codes or value in ("", *column.codes), (table.name, column.name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_key_of_a_table_is_its_own_and_what_it_names_of_others_exists(table: Table[Any]) -> None:
    tables = package_in(sample().files).tables
    mine = tables[table.name]
    keys = [tuple(row[name] for name in table.key) for row in mine]
    assert len(keys) == len(set(keys))
    for column, other in table.foreign:
        known = {row["id"] for row in tables[other]}
        assert {row[column] for row in mine if row[column]} <= known


TWICE = report(
    "a",
    "就业和培训各5人。推动修路。",
    """
    statements:
    - {id: t01, kind: target, quote: 就业和培训各5人, gloss: 5 for each, themes: [jobs],
       measures: [
       {figure: 5人, aspect: level, what: {zh: 就业, en: jobs}},
       {figure: 5人, aspect: level, what: {zh: 培训, en: courses}},
       {figure: 5人, aspect: increase}, {figure: 5人, aspect: increase}]}
    - {id: k01, kind: task, quote: 推动修路, gloss: mend roads, themes: [jobs]}
    """,
    date='"2021"',
)
LATER_TWICE = report(
    "b",
    "推动修路，路已修好。",
    """
    statements:
    - {id: k01, kind: task, quote: 推动修路, gloss: mend roads, themes: [jobs]}
    - {id: r01, kind: result, quote: 推动修路, gloss: roads are mended, themes: [jobs]}
    """,
)
SAID_TWICE = {
    "content/follow-ups.yaml": """
        - promise: a/k01
          later:
          - b/r01
          - {report: b, quote: 路已修好, en: mended}
          - b/k01
          - {report: b, quote: 路已修好, en: Roads are mended}
          evidence: restated
          because: {zh: 同样的话。, en: The same words.}
        - {promise: a/t01, evidence: not-checked, because: {zh: 没有查。, en: Not looked for.}}
        """
}


def test_keys_tell_rows_apart_whatever_is_entered_twice() -> None:
    looked = looked_at(TWICE, LATER_TWICE, SAID_TWICE)
    tables = package_in(looked.files).tables
    for table in TABLES:
        keys = [tuple(row[name] for name in table.key) for row in tables[table.name]]
        assert len(keys) == len(set(keys)), table.name
        assert all(value not in ("", None) for key in keys for value in key), table.name
    assert [row["number"] for row in tables["measures"]] == [1, 2, 3, 4]
    assert [row["later_place"] for row in tables["rewordings"]] == [1, 2, 3, 4]
    assert [row["later_place"] for row in tables["later_words"]] == [2, 4]
    collated = [row for row in table_of(looked, "collations/collation-a") if row["promise"] == "a/k01"]
    assert [(row["later_place"], row["later"]) for row in collated] == [
        ("1", "b/r01"),
        ("2", ""),
        ("3", "b/k01"),
        ("4", ""),
    ]


def test_a_column_that_is_there_stays_where_it_is_and_new_ones_come_after() -> None:
    columns = {table.name: [column.name for column in table.columns] for table in TABLES}
    for name, first in FIRST.items():
        assert columns[name][: len(first.split())] == first.split()


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
        '["qinghu-2023-work-report/r01"]',
    )
    silent = by_promise["qinghu-2022-work-report/t02"]
    assert (silent["evidence"], silent["arithmetic"], silent["searched"]) == ("not-found", "", '["养老床位"]')


def cells(corpus: Corpus, name: str) -> list[dict[str, Value]]:
    """The rows of a table of a small project."""
    (table,) = (table for table in TABLES if table.name == name)
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.cells(corpus)]


CAUTIONED = SMALLEST["content/indicators.yaml"].rstrip() + (
    "\n          cautions: [{statements: [a/t01], because: {zh: 口径不同。, en: Counted otherwise.}}]\n"
)


def test_a_measure_can_be_read_without_its_statement(tmp_path: Path) -> None:
    stated = annotations(
        statement(
            "t01",
            "新增3-5万人",
            figure="3-5万人",
            more=", voice: {zh: 专家, en: An expert}, scope: {zh: 某街, en: A street}"
            ", note: {zh: 存疑。, en: A doubt.}",
        ).replace("value: 3-5万, ", "value: 30000, upper: 50000, ")
    ).replace("operator: eq", "operator: range")
    corpus = site_of(tmp_path, report("a", "力争新增3-5万人。", stated), {"content/indicators.yaml": CAUTIONED})
    (row,) = cells(corpus, "measures")
    (whole,) = cells(corpus, "statements")
    assert (row["value"], row["value_upper"], row["unit"]) == (3, 5, "万人")
    assert (row["base_value"], row["base_upper"], row["base_unit"]) == (30000, 50000, "人")
    assert (row["report"], row["district"], row["kind"], row["period_basis"]) == ("a", "qinghu", "target", "stated")
    for said in (row, whole):
        assert (said["voice_zh"], said["voice_en"]) == ("专家", "An expert")
        assert (said["scope_zh"], said["scope_en"]) == ("某街", "A street")
        assert (said["note_zh"], said["note_en"]) == ("存疑。", "A doubt.")
        assert (said["cautions_zh"], said["cautions_en"]) == (("口径不同。",), ("Counted otherwise.",))
    assert cells(corpus, "cautions") == [
        {
            "indicator": "new-jobs",
            "statement": "a/t01",
            "because_zh": "口径不同。",
            "because_en": "Counted otherwise.",
        }
    ]


def test_a_measure_s_own_scope_and_time_with_its_basis_go_before_its_statement_s(tmp_path: Path) -> None:
    own = 'aspect: increase, period: "2021", period_basis: inferred, scope: {zh: 某村, en: A village}'
    stated = annotations(
        statement("r01", "新增5人", figure="5人", more=", scope: {zh: 某街, en: A street}").replace(
            "aspect: increase", own
        )
    )
    (row,) = cells(site_of(tmp_path, report("a", "新增5人。", stated)), "measures")
    assert (row["scope_en"], row["period"], row["period_basis"]) == ("A village", "2021", "inferred")


def test_a_caution_of_one_indicator_says_nothing_of_a_measure_of_another(tmp_path: Path) -> None:
    stated = annotations(
        statement("t01", "新增5人", figure="5人").replace("indicator: new-jobs", "what: {zh: 人, en: people}")
    )
    corpus = site_of(tmp_path, report("a", "新增5人。", stated), {"content/indicators.yaml": CAUTIONED})
    assert [row["cautions_zh"] for row in cells(corpus, "measures")] == [()]
    assert [row["cautions_zh"] for row in cells(corpus, "statements")] == [("口径不同。",)]


def test_a_statement_names_the_headline_task_that_it_stands_under(tmp_path: Path) -> None:
    stated = annotations(
        statement("k01", "做乙事", more=", headline: true"), statement("k02", "办丙事", more=", part_of: k01")
    )
    corpus = site_of(tmp_path, report("a", "做乙事。\n办丙事。", stated))
    assert [row["part_of"] for row in cells(corpus, "statements")] == ["", "a/k01"]


def test_a_theme_that_refuses_to_be_compared_says_so_with_its_ground(tmp_path: Path) -> None:
    refused = "[{district: qinghu, state: not-comparable, because: {zh: 口径不同。, en: Counted otherwise.}}]"
    themes = f"- {{id: jobs, name: {{zh: 就业, en: Jobs}}, cells: {refused}}}"
    (row,) = cells(site_of(tmp_path, {"content/themes.yaml": themes}), "refusals")
    assert list(row.values()) == ["jobs", "qinghu", "not-comparable", "口径不同。", "Counted otherwise.", ()]
