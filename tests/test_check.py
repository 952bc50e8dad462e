"""What `check` does with the work of a build: it makes no page again, holds none, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from duizhao.cache import FOLDER
from duizhao.cli import main
from duizhao.kept import File, Kept
from duizhao.pipeline import Built, built

from .sample import files_in, laid_out
from .test_again import of_theme, put, swap

pytestmark = pytest.mark.long
ABOUT = "content/prose/about.en.md"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "project")


def checked(top: Path, monkeypatch: pytest.MonkeyPatch, *further: str) -> Mapping[str, File]:
    """What a check that finds nothing wrong made, and left unwritten."""
    made: list[Built] = []

    def noted(*given: Any, **named: Any) -> Built:
        made.append(built(*given, **named))
        return made[-1]

    with monkeypatch.context() as patch:
        patch.setattr("duizhao.pipeline.built", noted)
        assert main(["check", "--top", str(top), *further]) == 0
    (one,) = made
    return one.files


def made_anew(files: Mapping[str, File], site: Path) -> set[str]:
    """The pages that do not stand in the site."""
    pages = {name: file for name, file in files.items() if name.endswith(".html")}
    return {name for name, file in pages.items() if not isinstance(file, Kept) or Path(file.path) != site / name}


def test_no_page_that_the_last_site_has_is_made_again_and_that_site_stays_as_it_is(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["build", "--top", str(top)]) == 0
    swap(ABOUT, "all of them invented", "each of them invented")(top)
    site, (pages,) = files_in(top / "site"), (top / FOLDER).glob("*.pages")
    listed = pages.read_bytes()
    prose = {f"{name}/index.html" for name in ("about", "codebook", "method")}  # which are made together
    assert made_anew(checked(top, monkeypatch), top / "site") == prose
    assert files_in(top / "site") == site and pages.read_bytes() == listed
    # A build makes what the check made.
    assert main(["build", "--top", str(top)]) == 0
    assert "each of them invented" in (top / "site/about/index.html").read_text("utf-8")


def test_pages_of_a_site_in_another_place_are_not_taken_for_those_of_this_one(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["build", "--top", str(top)]) == 0
    out = str(top.parent / "elsewhere")
    every = {name for name in checked(top, monkeypatch) if name.endswith(".html")}
    assert made_anew(checked(top, monkeypatch, "--out", out), Path(out)) == every and len(every) > 50
    assert not Path(out).exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (swap(ABOUT, "all of them", "[all](../nowhere/index.html) of them"), "about.en.md"),
        (of_theme("district.html", "{% block main %}", "{% block main %}{{ view.nothing }}"), "district.html"),
        (put("content/strings.yaml", "nav.reports: {en: '{x}', zh: 文本}\n"), "nav.reports"),
    ],
    ids=["a link in prose", "a template", "a word"],
)
def test_what_is_wrong_with_pages_is_found_after_a_build_as_well(
    top: Path, capsys: pytest.CaptureFixture[str], change: Any, said: str
) -> None:
    assert main(["build", "--top", str(top)]) == 0
    change(top)
    assert main(["check", "--top", str(top)]) == 1
    assert said in capsys.readouterr().err


def test_where_nothing_was_built_no_page_is_held_in_memory_and_nothing_is_left_behind(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    before = files_in(top)
    files = checked(top, monkeypatch)
    assert all(isinstance(file, Kept) for name, file in files.items() if name.endswith(".html")) and len(files) > 100
    assert files_in(top) == before and [*temporary.iterdir()] == []
    # Where it cannot lie there either, memory holds it.
    temporary.rmdir()
    assert checked(top, monkeypatch).keys() == files.keys()
