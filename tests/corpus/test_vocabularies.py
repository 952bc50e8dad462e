"""What reports are read by: it is another where a report may be read otherwise, and the same where it may not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from duizhao.content.files import shared_records
from duizhao.corpus.vocabularies import vocabularies_of, vocabularies_told
from duizhao.pipeline import built

from ..conftest import TOP
from ..sample import laid_out
from ..test_again import CHANGES, swap

OTHERWISE = {
    "an alias",
    "an initiative that goes",
    "a term that goes",
    "a name",
    "a theme more",
    "the themes in another order",
}
THE_SAME = {
    "a district's name",
    "a district's note",
    "a theme's name",
    "a cell that refuses",
    "a former id",
    "a definition",
    "a caution",
    "a term's meaning",
    "evidence",
    "prose",
}


def told(top: Path) -> bytes:
    shared, issues = shared_records(top)
    assert not issues
    return vocabularies_told(vocabularies_of(shared))


@pytest.mark.parametrize("name", sorted(OTHERWISE | THE_SAME))
def test_what_no_report_is_read_by_is_not_among_it(tmp_path: Path, name: str) -> None:
    top = laid_out(tmp_path / "project")
    before = told(top)
    CHANGES[name](top)
    assert (told(top) != before) is (name in OTHERWISE)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/indicators.yaml", "unit: 张", "unit: 个"),
        ("content/site.yaml", "default_language: en", "default_language: zh\nlanguages: [zh]"),
        ("content/terms.yaml", "en: ", "forms: [a form]\n  en: "),
    ],
)
def test_units_forms_and_languages_are_read_by(tmp_path: Path, file: str, old: str, new: str) -> None:
    top = laid_out(tmp_path / "project")
    before = told(top)
    swap(file, old, new)(top)
    assert told(top) != before


@pytest.mark.long
def test_they_are_told_the_same_in_every_process(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    CHANGES["a name"](top)
    program = (
        "import sys; from pathlib import Path; from duizhao.content.files import shared_records;"
        "from duizhao.corpus.vocabularies import *;"
        "sys.stdout.buffer.write(vocabularies_told(vocabularies_of(shared_records(Path(sys.argv[1]))[0])))"
    )
    for seed in ("1", "2"):
        again = subprocess.run(
            [sys.executable, "-c", program, top], capture_output=True, check=True, cwd=TOP, env={"PYTHONHASHSEED": seed}
        )
        assert again.stdout == told(top)


@pytest.mark.long
def test_where_they_are_the_same_no_report_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top, cache = laid_out(tmp_path / "project"), tmp_path / "cache"
    assert not built(top, cache=cache).issues
    read: list[object] = []
    monkeypatch.setattr("duizhao.pipeline.read_report", lambda *given: read.append(given))
    for name in ("a theme's name", "a term's meaning", "a caution"):
        CHANGES[name](top)
        assert not built(top, cache=cache).issues
    assert read == []
