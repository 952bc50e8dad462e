"""The real site as a value: determinism, the data contract, and figures recomputed from the data."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from frictionless import Package, system

from duizhao.content.manual import manual
from duizhao.downloads.tables import TABLES
from duizhao.pipeline import Built
from duizhao.site.manifest import MANIFEST, manifest_of
from duizhao.site.write import write_files
from duizhao.text.lexicon import IDIOMS, NAMES, NOT_UNITS, Lexicon
from duizhao.text.numbers import numbers
from duizhao.text.quantity import quantity

from .conftest import TOP
from .downloads.package_reader import package_in

CONTRACT = {
    "reports": "id district kind title_zh title_en date date_basis covers source_sha256 text_sha256 paragraphs "
    "characters path short_zh short_en title_basis title_note_zh title_note_en date_note_zh date_note_en "
    "covers_note_zh covers_note_en speaker_zh speaker_en author_zh author_en note_zh note_en fully_read "
    "printed_title printed_date printed_byline printed_source text_path translation_path source_path "
    "publisher_zh publisher_en web_address captured shown_as origin_note_zh origin_note_en",
    "paragraphs": "report id kind level start end text translation reading",
    "statements": "id report district kind headline paragraph start end quote gloss themes modal strength period "
    "period_basis initiatives part_of voice_zh voice_en scope_zh scope_en note_zh note_en cautions_zh cautions_en "
    "formerly quote_en start_en end_en without_quote_en",
    "measures": "statement figure start end operator value value_upper unit base_value base_unit aspect indicator "
    "period what_zh what_en check base_upper signed_value report district kind period_basis voice_zh voice_en "
    "scope_zh scope_en note_zh note_en cautions_zh cautions_en number",
    "follow_ups": "promise later evidence arithmetic because_zh because_en searched",
    "mentions": "subject report paragraph start end text kind",
    "cautions": "indicator statement because_zh because_en",
    "refusals": "theme district state because_zh because_en statements",
    "elsewhere": "indicator statement because_zh because_en",
    "later_words": "promise report paragraph start end text text_en later_place",
    "rewordings": "promise report start end kept characters changes later_place",
    "terms": "id zh aliases not pinyin en meaning_zh meaning_en level forms source level_source source_note_zh "
    "source_note_en formerly",
}


def rows(built: Built, name: str) -> list[dict[str, str]]:
    """A table as its CSV has it."""
    return list(csv.DictReader(io.StringIO(built.files[f"data/{name}.csv"].decode("utf-8-sig"))))


@pytest.mark.long
def test_two_builds_with_other_hash_seeds_are_the_same_bytes(real: Built, tmp_path: Path) -> None:
    other = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    done = subprocess.run(
        [sys.executable, "build.py", "--quiet", "--out", str(tmp_path / "site")],
        cwd=TOP,
        env=os.environ | {"PYTHONHASHSEED": other},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    written = real.files | {MANIFEST: manifest_of(real.files)}
    assert sums_of(tmp_path / "site") == {path: hashlib.sha256(data).hexdigest() for path, data in written.items()}


def sums_of(folder: Path) -> dict[str, str]:
    """The hash of each file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_second_build_leaves_no_file_of_the_first(real: Built, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_files({"gone/index.html": b"old"}, folder)
    write_files({"index.html": b"new"}, folder)
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert held == {"index.html", MANIFEST}


@pytest.mark.parametrize("name", CONTRACT)
def test_a_table_has_the_columns_of_the_contract(real: Built, name: str) -> None:
    wanted = CONTRACT[name].split()
    data = real.files[f"data/{name}.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == wanted
    for row in json.loads(real.files[f"data/{name}.json"]):
        assert list(row) == wanted


def test_every_term_says_where_its_definition_and_its_level_are_from(real: Built) -> None:
    terms = rows(real, "terms")
    assert [row["id"] for row in terms if not row["source"] or bool(row["level"]) != bool(row["level_source"])] == []
    notes = {row["id"]: row["source_note_en"] for row in terms}
    assert "31 July 2018" in notes["liu-wen"] and "17 April 2020" in notes["liu-bao"]
    assert "August 2019" in notes["you-you-shan-yu"]


def test_every_term_and_every_initiative_is_named_in_a_text(real: Built) -> None:
    named = {row["subject"] for row in rows(real, "mentions")}
    assert [row["id"] for name in ("terms", "initiatives") for row in rows(real, name) if row["id"] not in named] == []


def test_every_text_says_on_what_ground_it_is_shown_and_what_its_capture_leaves_open(real: Built) -> None:
    for row in rows(real, "reports"):
        assert row["shown_as"] and row["origin_note_en"] and row["origin_note_zh"]
        page = real.files[f"{row['path']}index.html"].decode()
        assert page.count("not known.") >= 2 and "help of machines" in page
        assert "can ask for its removal" in page


def test_csv_and_json_hold_the_same_rows(real: Built) -> None:
    read = package_in(real.files)
    for table in TABLES:
        assert read.tables[table.name] == json.loads(real.files[f"data/{table.name}.json"], parse_float=Decimal)


@pytest.mark.long
def test_the_data_package_and_every_table_in_it_are_valid(real: Built, tmp_path: Path) -> None:
    write_files({path: data for path, data in real.files.items() if path.startswith("data/")}, tmp_path / "site")
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "site" / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])[:5]


def test_the_descriptor_keeps_the_rules_of_data_package_v2(real: Built) -> None:
    # https://datapackage.org/standard/data-package/ , data-resource/ , table-schema/ (version 2.0)
    package = json.loads(real.files["data/datapackage.json"])
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert "profile" not in package and package["resources"]
    assert all(licence.get("name") or licence.get("path") for licence in package["licenses"])
    assert all(
        contributor.get("title") and isinstance(contributor["roles"], list) for contributor in package["contributors"]
    )
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names) and names[: len(TABLES)] == [table.name for table in TABLES]
    followed = sum(bool(promises) for promises in real.site.followed_in.values())
    assert len(names) == len(TABLES) + 1 + 3 * len(real.site.library.reports) + 3 * followed
    for resource in package["resources"]:
        assert re.fullmatch(r"[-a-z0-9._]+", resource["name"])
        assert "profile" not in resource and "data" not in resource
        assert not resource["path"].startswith(("/", "."))
        data = real.files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(data) and resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
    for resource in package["resources"][: len(TABLES)]:
        assert resource["type"] == "table"
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        assert {field["type"] for field in fields.values()} <= {"string", "integer", "number", "boolean", "array"}
        assert isinstance(resource["schema"]["primaryKey"], list) and set(resource["schema"]["primaryKey"]) <= set(
            fields
        )
        for key in resource["schema"].get("foreignKeys", []):
            assert isinstance(key["fields"], list) and set(key["fields"]) <= set(fields)
            assert key["reference"]["resource"] in names and isinstance(key["reference"]["fields"], list)


def test_offsets_in_the_tables_cut_the_words_out_of_the_texts(real: Built) -> None:
    package = package_in(real.files)
    paths = {row["id"]: row["text_path"] for row in package.tables["reports"]}
    texts = {name: package.texts[path] for name, path in paths.items()}
    for name, words in (("paragraphs", "text"), ("statements", "quote"), ("measures", "figure"), ("mentions", "text")):
        for row in package.tables[name]:
            assert texts[row["report"]][row["start"] : row["end"]] == row[words]
    for row in package.tables["reports"]:
        assert hashlib.sha256(texts[row["id"]].encode()).hexdigest() == row["text_sha256"]


def test_the_promise_of_the_home_page_stands_in_the_data_with_its_later_words(real: Built) -> None:
    home = real.files["index.html"].decode()
    linked = re.findall(r'href="reports/([\w-]+)/index\.html#([tkrs]\d+)"', home)
    statements = {row["id"]: row for row in rows(real, "statements")}
    promise, *later = [f"{report}/{name}" for report, name in linked]
    (row,) = (row for row in rows(real, "follow_ups") if row["promise"] == promise)
    assert later and set(later) <= set(json.loads(row["later"]))
    for name in (promise, *later):
        assert statements[name]["quote"] in home and statements[name]["gloss"][1:] in html.unescape(home)
        figures = [one for one in rows(real, "measures") if one["statement"] == name and one["value"]]
        for one in figures:
            again = quantity(one["figure"])
            assert again is not None and again.base_value == Decimal(one["base_value"])
        assert figures or name != promise
    assert f'href="follow-up/{promise.replace("/", "/index.html#")}"' in home


def test_figures_of_the_comparison_stand_in_the_sentences_they_link_to(real: Built) -> None:
    pages = {theme.id: real.files[f"compare/{theme.id}/index.html"].decode() for theme in real.site.library.themes}
    texts = {row["id"]: row for row in rows(real, "statements")}
    checked = 0
    for row in rows(real, "measures"):
        statement = texts[row["statement"]]
        compare = pages[json.loads(statement["themes"])[0]]
        address = f"../../reports/{statement['report']}/index.html#{statement['id'].split('/')[1]}"
        assert f'{address}">{statement["quote"]}</a>' in compare.replace("&#34;", '"')
        checked += 1
    assert checked > 100


def test_a_reference_table_of_indicators_joins_more_than_one_observation(real: Built) -> None:
    joined = [name for name, observed in real.site.observations.items() if len(observed) > 1]
    assert len(real.site.observations) >= 20 and len(joined) >= 10


def test_every_target_has_a_measure_and_every_result_with_a_number_too(real: Built) -> None:
    for report in real.site.library.reports:
        for statement in report.statements:
            if statement.kind == "target":
                assert statement.measures, statement.full_id
        unaccounted = [n for n in report.numbers if not n.statement and not n.reason]
        assert unaccounted == [], report.id


def test_each_word_that_holds_a_numeral_stands_once_and_is_found_whole(real: Built) -> None:
    words = [(word, record.reason) for record in real.site.library.number_words for word in record.words]
    assert len({word for word, _ in words} | {*NAMES, *IDIOMS, *NOT_UNITS}) == len(
        words + [*NAMES, *IDIOMS, *NOT_UNITS]
    )
    lexicon = Lexicon(tuple(words))
    for word, reason in words:
        found = [(number.text, number.reason) for number in numbers(f"把{word},", lexicon)]
        assert found == ([(word, reason)] if word in lexicon.reasons else [])


def test_the_pieces_of_each_capture_leave_no_character_out(real: Built) -> None:
    for report in real.site.library.reports:
        position = 0
        for piece in report.pieces:
            assert piece.start == position
            position = piece.end
        assert position == len(report.source)
        assert report.source.encode() == (TOP / "content" / "reports" / report.id / "source.txt").read_bytes()


def test_the_manual_is_what_the_code_says() -> None:
    assert (TOP / "content" / "README.md").read_text("utf-8") == manual(), (
        "python -m duizhao.content.manual > content/README.md"
    )
