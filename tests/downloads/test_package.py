"""The description of the downloads is held to their bytes, and is enough to read them by."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from frictionless import Package, system

from duizhao.content.locale import Words
from duizhao.downloads.files import data_files
from duizhao.downloads.package import text_resources
from duizhao.downloads.tables import TABLES
from duizhao.downloads.texts import TextFile

from ..pages.statements import annotations, statement
from ..sample import report, sample, site_of, strings
from .package_reader import package_in

HOSTILE = """
    - id: line
      name: {zh: "@线", en: '=HYPERLINK("https://example.org")'}
      kind: project
      aliases: ["甲;乙", "“丙”,丁"]
      districts: [qinghu]
      note: {zh: "-1+1", en: "'quoted'"}
    """


def files_of(top: Path, *parts: dict[str, str], language: str = "en") -> dict[str, bytes]:
    """The downloads of a small project."""
    return data_files(site_of(top, *parts), Words(strings(), language))


def test_the_package_has_the_name_of_its_site() -> None:
    package = json.loads(sample().files["data/datapackage.json"])
    assert package["name"] == "two-districts"
    assert package["title"] == "Two Districts: Two invented districts, three short reports"


def test_the_package_describes_every_table_and_every_text_by_its_bytes() -> None:
    package = json.loads(sample().files["data/datapackage.json"])
    described = {resource["path"]: resource for resource in package["resources"]}
    for table in TABLES:
        resource = described[f"{table.name}.csv"]
        assert [field["name"] for field in resource["schema"]["fields"]] == [column.name for column in table.columns]
        assert resource["schema"]["primaryKey"] == list(table.key)
    plain = {
        path[5:]
        for path in sample().files
        if path.startswith("data/") and path.endswith((".txt", ".csv", ".docx", ".zip"))
    }
    assert plain == described.keys()
    for path, resource in described.items():
        data = sample().files[f"data/{path}"]
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")


def test_a_program_with_nothing_but_the_package_cuts_every_quote_out_of_its_text() -> None:
    package = package_in(sample().files)
    paths = {row["id"]: row["text_path"] for row in package.tables["reports"]}
    for name, words in (("paragraphs", "text"), ("statements", "quote"), ("measures", "figure"), ("mentions", "text")):
        assert package.tables[name]
        for row in package.tables[name]:
            assert package.texts[paths[row["report"]]][row["start"] : row["end"]] == row[words]


def test_the_english_of_a_block_stands_on_the_line_of_the_block() -> None:
    package = package_in(sample().files)
    translated = {row["id"]: row["translation_path"] for row in package.tables["reports"] if row["translation_path"]}
    assert translated
    for name, path in translated.items():
        english = [row["translation"] for row in package.tables["paragraphs"] if row["report"] == name]
        assert package.texts[path].split("\n") == [*english, ""]


def test_a_text_that_is_not_the_one_described_is_told() -> None:
    path = next(path for path in sample().files if path.startswith("data/texts/"))
    with pytest.raises(ValueError, match="is not what the package describes"):
        package_in({**sample().files, path: sample().files[path] + b" "})


def test_words_that_a_list_or_a_spreadsheet_could_spoil_come_back_from_the_package(tmp_path: Path) -> None:
    files = files_of(tmp_path, {"content/initiatives.yaml": HOSTILE}, report("a", "甲;乙。“丙”,丁。"))
    (row,) = package_in(files).tables["initiatives"]
    assert row["aliases"] == ["甲;乙", "“丙”,丁"]
    assert (row["name_zh"], row["name_en"]) == ("@线", '=HYPERLINK("https://example.org")')
    assert (row["note_zh"], row["note_en"]) == ("-1+1", "'quoted'")
    assert ",'@线," in files["data/initiatives.csv"].decode()
    assert json.loads(files["data/initiatives.json"])[0]["name_zh"] == "@线"


@pytest.mark.long
def test_such_a_package_is_valid_by_the_tool_of_the_standard(tmp_path: Path) -> None:
    stated = annotations(statement("t01", "新增5-8人", figure="5-8人"))
    stated = stated.replace("value: 5-8, ", "value: 5, upper: 8, ").replace("operator: eq", "operator: range")
    files = files_of(
        tmp_path / "project",
        {"content/initiatives.yaml": HOSTILE},
        report("a", "甲;乙。“丙”,丁。\n新增5-8人。", stated),
    )
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert mistakes(tmp_path / "data") == []
    (tmp_path / "data/texts/a.txt").write_text("另一个。", "utf-8")
    assert {kind for kind, _ in mistakes(tmp_path / "data")} == {"hash-count", "byte-count"}


@pytest.mark.long
def test_a_word_that_is_none_of_a_closed_vocabulary_is_found_by_the_tool_of_the_standard(tmp_path: Path) -> None:
    files = files_of(tmp_path / "project", report("a", "无。"))
    fields = {
        (resource["name"], field["name"]): field["constraints"]["enum"]
        for resource in json.loads(files["data/datapackage.json"])["resources"]
        for field in resource.get("schema", {}).get("fields", ())
        if "constraints" in field
    }
    assert fields == {
        (table.name, column.name): list(column.codes) for table in TABLES for column in table.columns if column.codes
    }
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data.replace(b",inferred,", b",guessed,").replace(b",printed,", b",guessed,"))
    assert "constraint-error" in {kind for kind, _ in mistakes(tmp_path / "data")}


def mistakes(folder: Path) -> list[list[str]]:
    """What the tool of the standard finds wrong with a package on disk: kind and note."""
    with system.use_context(trusted=True):
        found: list[list[str]] = Package(str(folder / "datapackage.json")).validate().flatten(["type", "note"])
    return found


def test_the_dictionary_is_in_the_words_of_the_site(tmp_path: Path) -> None:
    package = package_in(files_of(tmp_path, report("a", "无。"), language="zh"))
    resources = {resource["name"]: resource for resource in package.descriptor["resources"]}
    fields = {field["name"]: field["description"] for field in resources["reports"]["schema"]["fields"]}
    assert resources["reports"]["description"] == "每行：一份报告。"
    assert fields["title_zh"] == "标题（中文）"
    assert fields["date_basis"] == "原文是否载明：printed 原文载明, inferred 推定"
    assert resources["text-a"]["title"] == "报告"


def test_a_capture_that_is_no_text_is_not_called_one_though_its_bytes_are_ascii(tmp_path: Path) -> None:
    corpus = site_of(tmp_path, report("a", "甲。"))
    (only,) = corpus.library.reports
    layer = TextFile("sources/a.text.txt", "layer", only, "甲".encode("gb18030"))
    files = (TextFile("sources/a.pdf", "source", only, b"%PDF"), layer)
    resources = list(text_resources(files, Words(strings(), "en")))
    assert [(one["format"], one.get("encoding")) for one in resources[-2:]] == [("pdf", None), ("txt", None)]
