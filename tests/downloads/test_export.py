"""The downloads: tables that lead back to the text, the package that describes them, and the calendar."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from duizhao.corpus.join import Linked
from duizhao.downloads.export import TABLES, Column, Table, _csv, _csv_value, _folded, _json_value, calendar, data_files

from ..sample import report, sample, site_of


def rows(name: str) -> list[dict[str, str]]:
    """A table of the invented project as its CSV has it."""
    return list(csv.DictReader(io.StringIO(sample().files[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_and_json_hold_the_same_rows_in_the_same_columns(table: Table) -> None:
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


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_key_of_a_table_is_its_own_and_what_it_names_of_others_exists(table: Table) -> None:
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


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_any_text_comes_back_from_the_csv(pairs: list[tuple[str, str]]) -> None:
    columns = (Column("a", "string", "a"), Column("b", "string", "b"))
    table = Table("x", "a row", columns, ("a",), (), lambda site: ())
    data = _csv(table, [{"a": a, "b": b} for a, b in pairs])
    assert data.startswith(b"\xef\xbb\xbfa,b\r\n")
    read = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert read == [["a", "b"], *([a, b] for a, b in pairs)]


def test_a_value_with_a_comma_a_quotation_mark_or_a_line_break_is_quoted() -> None:
    table = Table("x", "a row", (Column("a", "string", "a"), Column("b", "string", "b")), ("a",), (), lambda site: ())
    data = _csv(table, [{"a": "甲,乙", "b": 'say "yes"'}, {"a": "一\n二", "b": None}])
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
def test_a_value_is_written_in_its_own_way(value: object, in_csv: str, in_json: object) -> None:
    assert _csv_value(value) == in_csv
    written = _json_value(value)
    assert written == in_json and type(written) is type(in_json)


def test_the_package_describes_every_table_by_its_bytes() -> None:
    package = json.loads(sample().files["data/datapackage.json"])
    assert [resource["name"] for resource in package["resources"]] == [table.name for table in TABLES]
    for resource, table in zip(package["resources"], TABLES, strict=True):
        data = sample().files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert [field["name"] for field in resource["schema"]["fields"]] == [column.name for column in table.columns]
        assert resource["schema"]["primaryKey"] == list(table.key)


def test_every_report_has_its_text_and_its_source_among_the_downloads(tmp_path: Path) -> None:
    site = site_of(tmp_path, report("a", "# 一\n甲。"))
    files = data_files(site)
    assert files["data/texts/a.txt"].decode() == "一\n甲。\n"
    assert files["data/sources/a.txt"].decode() == "一\n甲。\n"


def target(number: int, by: str) -> str:
    return f"""
        - id: t{number:02}
          kind: target
          quote: 建成{number}家
          gloss: build {number} of them; with a comma, a semicolon and a \\ in it, and long enough to be cut
          themes: [jobs]
          by: "{by}"
          period_basis: stated
          measures: [{{figure: {number}家, value: {number}, unit: 家, operator: eq, aspect: level}}]
        """


def deadlines(top: Path, *times: str) -> Linked:
    """A site with a target for each time."""
    body = "".join(f"建成{number}家。\n" for number in range(1, len(times) + 1))
    annotations = "statements:" + "".join(target(number, by) for number, by in enumerate(times, 1))
    return site_of(top, report("a", body, annotations, date='"2020-02"'))


def calendar_of(site: Linked, language: str = "en") -> str:
    return calendar(site, "Targets, 目标", language, lambda name: f"https://example.org/{name}").decode()


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize(
    ("by", "day"),
    [
        ("2020", "20201231"),
        ("2021-Q2", "20210630"),
        ("2021-02", "20210228"),
        ("2020-02", "20200229"),
        ("2000-02", "20000229"),
        ("1900-02", "19000228"),
        ("2020-06-11", "20200611"),
        ("2020-01/2020-09", "20200930"),
    ],
)
def test_a_target_stands_on_the_last_day_of_its_time(by: str, day: str, tmp_path: Path) -> None:
    lines = unfolded(calendar_of(deadlines(tmp_path, by)))
    assert [line for line in lines if line.startswith("DTSTART")] == [f"DTSTART;VALUE=DATE:{day}"]
    assert "DTSTAMP:20200229T000000Z" in lines


def test_no_line_of_the_calendar_is_longer_than_75_octets_and_unfolded_they_are_whole(tmp_path: Path) -> None:
    text = calendar_of(deadlines(tmp_path, "2020", "2021"))
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    summary = next(line for line in unfolded(text) if line.startswith("SUMMARY:"))
    assert summary == (
        "SUMMARY:build 1 of them\\; with a comma\\, a semicolon and a \\\\ in it\\, and long enough to be cut"
    )


@given(st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=("Cs",)), max_size=200))
def test_any_line_is_cut_to_75_octets_between_characters(line: str) -> None:
    cut = _folded(line)
    assert all(len(part.encode()) <= 75 for part in cut.split("\r\n"))
    assert cut.replace("\r\n ", "") == line


def test_events_have_ids_of_their_own_and_the_words_of_the_language(tmp_path: Path) -> None:
    site = deadlines(tmp_path, "2020", "2021")
    english, chinese = unfolded(calendar_of(site)), unfolded(calendar_of(site, "zh"))
    ids = [line for line in (*english, *chinese) if line.startswith("UID:")]
    assert len(ids) == len(set(ids)) == 4
    assert "SUMMARY:建成2家" in chinese and "SUMMARY:建成2家" not in english
    assert "URL:https://example.org/a/t02" in english
    assert "X-WR-CALNAME:Targets\\, 目标" in english


def test_begin_and_end_are_balanced_and_only_targets_are_events(tmp_path: Path) -> None:
    annotations = """
        statements:
        - {id: k01, kind: task, quote: 修路, gloss: mend, themes: [jobs], by: "2022", period_basis: stated}
        - {id: r01, kind: result, quote: 建桥, gloss: built, themes: [jobs], period: "2022", period_basis: stated}
        """
    lines = unfolded(calendar_of(site_of(tmp_path, report("a", "修路。建桥。", annotations))))
    assert [line for line in lines if re.match("BEGIN|END", line)] == ["BEGIN:VCALENDAR", "END:VCALENDAR"]
