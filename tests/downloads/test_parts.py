"""Tables in parts: each of one district, and all together what the whole table is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from duizhao.content.files import library_of
from duizhao.content.locale import Words
from duizhao.corpus.join import Corpus, join
from duizhao.downloads import parts
from duizhao.downloads.files import data_files
from duizhao.downloads.tables import TABLES
from duizhao.kept import bytes_of
from duizhao.pages.context import PageContext
from duizhao.pages.downloads import DownloadsView, downloads_pages

from ..sample import BASE, laid_out, strings
from ..test_again import CHANGES, require_the_same
from .package_reader import package_in
from .test_package import mistakes

OF_REPORTS = [table.name for table in TABLES if not table.whole]


@pytest.fixture
def corpus(monkeypatch: pytest.MonkeyPatch) -> Corpus:
    """The invented site, of which a part holds no more than one report."""
    monkeypatch.setattr(parts, "PART", 1)
    library, _ = library_of(BASE)
    assert library is not None
    return join(library)


def files_of(corpus: Corpus) -> dict[str, bytes]:
    return {path: bytes_of(file) for path, file in data_files(corpus, Words(strings(), "en")).items()}


def test_a_part_has_reports_of_one_district_as_many_as_it_may_hold(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    each = parts.parts_of(corpus)
    assert [name for part in each.values() for name in part] == [
        report.id for district in corpus.districts for report in corpus.library.reports if report.district == district
    ]
    assert all(len(part) == 1 for part in each.values())
    several = [district for district in corpus.districts if len(corpus.by_date(district)) > 1]
    assert several and all({district, f"{district}.2"} <= each.keys() for district in several)
    length = sum(len(report.text) for report in corpus.library.reports)
    monkeypatch.setattr(parts, "PART", length - 1)
    filled = parts.parts_of(join(corpus.library))
    assert {part: len(names) for part, names in filled.items()} == {
        district: len(corpus.by_date(district)) for district in corpus.districts if corpus.by_date(district)
    }
    monkeypatch.setattr(parts, "PART", length)
    assert parts.parts_of(join(corpus.library)) == {}


def test_the_package_of_parts_says_what_the_package_of_whole_tables_says(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = files_of(corpus)
    assert [name for name in OF_REPORTS if f"data/{name}.csv" in files or f"data/{name}.json" in files] == []
    monkeypatch.setattr(parts, "PART", 10**9)
    whole = package_in(files_of(join(corpus.library))).tables
    parted = package_in(files).tables
    assert parted.keys() == whole.keys()
    for name, rows in whole.items():
        assert sorted(map(repr, parted[name])) == sorted(map(repr, rows)), name
    for name in OF_REPORTS:
        paths = [path for path in files if path.startswith(f"data/{name}/") and path.endswith(".json")]
        assert sum(len(json.loads(files[path])) for path in paths) == len(whole[name])


@pytest.mark.long
def test_the_tool_of_the_standard_finds_parts_valid_and_one_that_was_altered_not(
    corpus: Corpus, tmp_path: Path
) -> None:
    for path, data in files_of(corpus).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert mistakes(tmp_path / "data") == []
    first = next((tmp_path / "data/statements").glob("*.csv"))
    first.write_bytes(first.read_bytes() + b"x\r\n")
    assert mistakes(tmp_path / "data") != []


def test_the_page_of_the_downloads_leads_to_every_part(corpus: Corpus) -> None:
    context = PageContext(corpus, Words(strings(), "en"), dict.fromkeys(corpus.reports, "version"))
    view = next(downloads_pages(context)).view
    assert isinstance(view, DownloadsView)
    led_to = {path for table in view.tables for file in table.files for path in (file.csv, file.json)}
    made = files_of(corpus)
    tables = {path for path in made if path.count("/") == 1 or path.split("/")[1] in OF_REPORTS}
    assert led_to == tables - {"data/datapackage.json", "data/tables.zip"}
    assert view.zip in made
    said = {table.name: table.said for table in view.tables}
    count = len(parts.parts_of(corpus))
    assert said["statements"].startswith(f"{count} parts") and said["themes"] == ""


@pytest.mark.long
def test_parts_that_are_kept_are_what_they_would_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(parts, "PART", 1)
    top = laid_out(tmp_path / "project")
    require_the_same(top)
    for change in ("a paragraph's Chinese", "a gloss"):
        CHANGES[change](top)
        require_the_same(top)
