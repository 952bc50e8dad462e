"""All tables as one zip: what it holds, the same bytes again, and another where one would be too large."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from duizhao.downloads import zipped
from duizhao.downloads.tables import TABLES
from duizhao.downloads.zipped import zip_files

from ..sample import sample


def test_the_zip_holds_every_table_as_it_stands_beside_it_and_describes_them() -> None:
    files = sample().files
    with zipfile.ZipFile(io.BytesIO(files["data/tables.zip"])) as held:
        assert held.testzip() is None
        found = {name: held.read(name) for name in held.namelist()}
    package = json.loads(found.pop("datapackage.json"))
    assert found == {f"{table.name}.csv": files[f"data/{table.name}.csv"] for table in TABLES}
    assert [one["path"] for one in package["resources"]] == [f"{table.name}.csv" for table in TABLES]


def test_the_same_tables_make_the_same_bytes() -> None:
    files = {"a.csv": b"a" * 99, "b.csv": b"b"}
    assert dict(zip_files(files)) == dict(zip_files(files))


def test_who_waits_is_told_of_each_file() -> None:
    told: list[str] = []
    dict(zip_files({"a.csv": b"a", "b.csv": b"b"}, lambda stage, done=0: told.append(stage)))
    assert told == ["data"] * 2


def test_tables_that_are_too_many_for_a_zip_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "ROOM", 60)
    files = {name: name.encode() * 9 for name in ("a.csv", "b.csv", "c.csv", "d.csv")}
    made = dict(zip_files(files))
    assert [*made][:2] == ["tables.zip", "tables-2.zip"]
    held: dict[str, bytes] = {}
    for data in made.values():
        with zipfile.ZipFile(io.BytesIO(data)) as one:
            held |= {name: one.read(name) for name in one.namelist()}
    assert held == files
