"""Each code of an issue has a folder of its name in cases/: the files of a broken project that differ from the good.

`expected.txt` there is the whole message as it is shown.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.codes.table import CODES
from duizhao.commands import CONTENT_WRONG, FINE
from duizhao.site.write import write_files

from .links import broken_links
from .sample import BASE, CASES, laid_out, sample

FOLDERS = sorted(path.name for path in CASES.iterdir() if path.is_dir() and not path.name.startswith("_"))


@pytest.mark.long
@pytest.mark.parametrize("code", FOLDERS)
def test_a_broken_project_is_told_in_full_and_leaves_the_old_site(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = laid_out(tmp_path / "project", CASES / code)
    write_files({"index.html": b"the old site"}, top / "site")
    old = {path.name: path.read_bytes() for path in (top / "site").iterdir()}

    assert main(["--top", str(top)]) == CONTENT_WRONG
    said = capsys.readouterr()

    assert said.out == ""
    assert f": {code}: " in said.err
    assert {path.name: path.read_bytes() for path in (top / "site").iterdir()} == old
    given = {path.name for folder in (BASE, CASES / code) for path in folder.iterdir() if path.is_dir()}
    # What a build remembers lies in a folder of its own, which may go at any time.
    assert {path.name for path in top.iterdir()} - {".cache"} == given | {"site"}
    expected = CASES / code / "expected.txt"
    if os.environ.get("DUIZHAO_BLESS") == "1":
        expected.write_text(said.err, "utf-8")
    blessing = f"DUIZHAO_BLESS=1 .venv/bin/python -m pytest tests/test_cases.py -k '[{code}]'"
    assert expected.is_file(), f"there is no {expected}; make it with: {blessing}"
    assert said.err == expected.read_text("utf-8"), f"if the new message is right, bless it with: {blessing}"


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    assert set(FOLDERS) == set(CODES)


def test_the_project_that_the_cases_break_is_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    top = laid_out(tmp_path / "project")
    assert main(["check", "--top", str(top)]) == FINE
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.endswith("no issues\n")


def test_the_project_that_the_cases_break_builds_with_every_link_leading_somewhere() -> None:
    assert sample().issues == ()
    assert "reports/qinghu-2022-work-report/index.html" in sample().files
    assert list(broken_links(sample().files)) == []
