"""A new site: it builds as it is, and what its files say of keys is what the reader takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from duizhao.content.file_kinds import FILE_KINDS, FileKind
from duizhao.content.nodes import node_of
from duizhao.content.reader import records_of
from duizhao.pipeline import built
from duizhao.scaffold.site import new_site
from duizhao.site.write import add_files

from ..links import broken_links

LISTS = [kind for kind in FILE_KINDS if kind.many]


def test_a_new_site_builds_with_no_district_and_no_link_that_leads_nowhere(tmp_path: Path) -> None:
    add_files(new_site(), tmp_path)
    result = built(tmp_path)
    assert result.issues == () and result.site is not None
    assert (result.site.library.districts, result.site.library.reports) == ((), ())
    assert "index.html" in result.files and list(broken_links(result.files)) == []
    assert "<code>content/prose/about.en.md</code>" in result.files["about/index.html"].decode()


def test_a_file_of_every_kind_stands_there_and_leads_to_its_schema() -> None:
    files = new_site()
    paths = {kind.path for kind in FILE_KINDS if "<" not in kind.path}
    assert paths <= files.keys()
    for path in paths:
        line = files[path].decode().split("\n")[0]
        assert line.removeprefix("# yaml-language-server: $schema=../") in files


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.name)
def test_a_record_in_comments_has_all_keys_of_its_kind_and_no_others(kind: FileKind[Any]) -> None:
    _, _, example = new_site()[kind.path].decode().partition("\n#\n")
    node, issues = node_of(re.sub("^# ", "", example, flags=re.MULTILINE), kind.path)
    assert node is not None and not issues
    wrong = {issue.code for issue in records_of(node, kind.record)[1]}
    assert wrong <= {"wrong-type", "bad-value"}  # … is no id
    assert [line[4:].split(":")[0] for line in example.splitlines()] == [key.name for key in kind.record.keys]


def test_what_is_made_is_left_out_of_the_repository() -> None:
    assert new_site()[".gitignore"] == b"/site/\n/.site.duizhao/\n/.cache/\n"
