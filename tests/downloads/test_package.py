"""The description of the downloads is held to their bytes."""

from __future__ import annotations

import hashlib
import json

from duizhao.downloads.tables import TABLES

from ..sample import sample


def test_the_package_has_the_name_of_its_site() -> None:
    package = json.loads(sample().files["data/datapackage.json"])
    assert package["name"] == "two-districts"
    assert package["title"] == "Two Districts: Two invented districts, three short reports"


def test_the_package_describes_every_table_by_its_bytes() -> None:
    package = json.loads(sample().files["data/datapackage.json"])
    assert [resource["name"] for resource in package["resources"]] == [table.name for table in TABLES]
    for resource, table in zip(package["resources"], TABLES, strict=True):
        data = sample().files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert [field["name"] for field in resource["schema"]["fields"]] == [column.name for column in table.columns]
        assert resource["schema"]["primaryKey"] == list(table.key)
