"""Two processes share the work, and warm a cache: what comes of it is what one makes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from errno import ENOSPC
from pathlib import Path

import pytest

from duizhao import pipeline
from duizhao.beside import beside, held_at_most
from duizhao.cache import FOLDER
from duizhao.cli import main
from duizhao.corpus.reading import read_report
from duizhao.kept import Kept, bytes_of
from duizhao.pipeline import Built, built
from duizhao.site import page_files
from duizhao.site.page_files import _Maker
from duizhao.site.page_list import list_of_pages
from duizhao.site.remembered import NEW, Remembered
from duizhao.site.spool import Spool, spool_in
from duizhao.site.why import why
from duizhao.site.write import write_files

from .sample import laid_out

pytestmark = pytest.mark.long


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "project")


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    with spool_in(tmp_path / "cache") as made:
        assert made is not None
        yield made


def contents(found: Built) -> dict[str, bytes]:
    return {path: bytes_of(file) for path, file in found.files.items()}


def made_beside(work: object, folder: Path) -> list[str]:
    with beside(work):
        pass
    return sorted(path.name for path in folder.iterdir())


def test_what_is_done_beside_is_there_when_the_body_is_left(tmp_path: Path) -> None:
    assert made_beside(lambda: (tmp_path / "made").touch(), tmp_path) == ["made"]


def test_of_an_error_beside_nothing_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert made_beside(lambda: (tmp_path / "none" / "made").touch(), tmp_path) == []
    assert capfd.readouterr() == ("", "")


def test_an_error_of_the_body_ends_what_is_done_beside(tmp_path: Path) -> None:
    waiting, _ = os.pipe()
    with pytest.raises(ValueError, match="mine"), beside(lambda: os.read(waiting, 1)):
        raise ValueError("mine")


def test_two_processes_make_the_pages_that_one_makes(top: Path, spool: Spool) -> None:
    alone, shared = built(top), built(top, spool=spool, jobs=2)
    assert shared.issues == () and contents(shared) == contents(alone) and list(shared.files) == list(alone.files)
    kept = {file.path.name[0] for file in shared.files.values() if isinstance(file, Kept)}
    assert kept == {"a", "b"}


def test_what_two_processes_have_noted_keeps_the_pages(top: Path, spool: Spool) -> None:
    for _ in range(2):
        remembered = Remembered(list_of_pages(top, top / "site"), top / "site")
        found = built(top, cache=top / FOLDER, remembered=remembered, spool=spool, jobs=2)
        write_files(found.files, top / "site")
        remembered.keep()
    pages = {path: file for path, file in found.files.items() if path.endswith(".html")}
    assert pages and all(
        isinstance(file, Kept) and Path(file.path) == top / "site" / path for path, file in pages.items()
    )


def test_of_pages_that_another_process_made_it_is_told_why(top: Path, spool: Spool) -> None:
    remembered = Remembered(list_of_pages(top, top / "site"), top / "site")
    found = built(top, cache=top / FOLDER, remembered=remembered, spool=spool, jobs=2)
    write_files(found.files, top / "site")
    remembered.keep()
    pages = [path for path in found.files if path.endswith(".html")]
    assert {page for page in pages if f"  {NEW}" not in why(top, top / "site", page)} == set()


def test_what_the_second_process_could_not_make_the_first_one_makes(
    top: Path, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid, made = os.getpid(), _Maker.made

    def failing(self: _Maker, context: object, portion: object) -> object:
        if os.getpid() != pid and self._count > 5:
            raise MemoryError
        return made(self, context, portion)

    monkeypatch.setattr(_Maker, "made", failing)
    assert contents(built(top, spool=spool, jobs=2)) == contents(built(top))


@pytest.mark.parametrize("names", ["a", "b", "ab"])
def test_where_the_disk_of_the_spool_is_full_memory_holds_the_rest(
    top: Path, spool: Spool, monkeypatch: pytest.MonkeyPatch, names: str
) -> None:
    put = Spool.put

    def full(self: Spool, data: bytes) -> Kept:
        if self._name in names and self._count > 9:
            raise OSError(28, "No space left on device")
        return put(self, data)

    monkeypatch.setattr(Spool, "put", full)
    found = built(top, spool=spool, jobs=2)
    assert contents(found) == contents(built(top))
    kinds = {type(file) for path, file in found.files.items() if path.endswith(".html")}
    # what the second process could not put there the first one makes and puts
    assert kinds == ({Kept, bytes} if "a" in names else {Kept})


LARGE = {"data/tables.zip", "data/statements.json", "data/measures.json"}


def test_large_files_lie_in_the_spool(top: Path, spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.site.spool._LARGE", 3_500)
    found = built(top, spool=spool)
    spooled = {name for name, file in found.files.items() if isinstance(file, Kept)}
    assert spooled >= LARGE and not spooled & {"data/terms.json", "data/districts.csv"}
    assert contents(found) == built(top).files


def test_a_large_file_that_is_made_as_it_was_keeps_its_place(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.site.spool._LARGE", 500)
    table, calendar = top / "site" / "data" / "statements.json", top / "site" / "targets" / "targets.ics"
    target = top / "content" / "reports" / "qinghu-2022-work-report" / "annotations.yaml"
    for number in range(2):
        assert main(["build", "--top", str(top), "--quiet"]) == 0
        if not number:
            before, was = calendar.stat(), table.read_bytes()
            target.write_text(target.read_text("utf-8").replace("themes: [jobs]", "themes: [city]"), "utf-8")
    assert calendar.stat().st_ino == before.st_ino
    assert table.read_bytes() != was


def test_two_processes_find_the_mistakes_that_one_finds(top: Path, spool: Spool) -> None:
    shutil.copytree(Path(__file__).parent.parent / "templates", top / "theme", ignore=shutil.ignore_patterns("*.md"))
    for name, words in (("district", "{{ view.nothing }}"), ("term", "{{ word('no.word') }}")):
        path = top / f"theme/{name if name == 'district' else 'subject'}.html"
        path.write_text(path.read_text("utf-8").replace("{% block main %}", "{% block main %}" + words), "utf-8")
    alone, shared = built(top), built(top, spool=spool, jobs=2)
    assert alone.issues and shared.issues == alone.issues


def test_two_processes_read_what_one_reads(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_ENOUGH", 2)
    path = top / "content/reports/baishi-2022-feature/annotations.yaml"
    path.write_text(path.read_text("utf-8").replace("quote:", "quoted:", 1), "utf-8")
    alone, shared = built(top), built(top, cache=top / FOLDER, jobs=2)
    assert alone.issues and shared.issues == alone.issues
    entries = [*(top / FOLDER / "reports").iterdir()]
    assert len(entries) == len([*(top / "content/reports").glob("*/report.md")])


@pytest.mark.parametrize("can_be_written", [True, False])
def test_many_reports_are_read_by_others_where_these_can_leave_them(
    can_be_written: bool, top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here: list[str] = []  # what is read in other processes is not noted here

    def read(folder: str, *rest: object) -> object:
        here.append(folder)
        return read_report(folder, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "_ENOUGH", 2)
    monkeypatch.setattr(pipeline, "read_report", read)
    monkeypatch.setattr(os, "access", lambda path, way: can_be_written)
    found = built(top, cache=top / FOLDER, jobs=2)
    assert found.site and not found.issues
    assert len(here) == (0 if can_be_written else len(found.site.reports))


@pytest.mark.parametrize(("within", "processes"), [(0, 2), (10**13, 2), (1, 1)])
def test_one_process_makes_the_pages_where_two_would_hold_too_much(
    within: int, processes: int, top: Path, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    forked: list[object] = []

    def copied(work: Callable[[], object]) -> AbstractContextManager[None]:
        forked.append(work)
        return beside(work)

    monkeypatch.setattr(page_files, "beside", copied)
    found = built(top, spool=spool, jobs=2, within=within)
    assert contents(found) == contents(built(top)) and len(forked) + 1 == processes


def test_what_a_process_holds_is_told_in_bytes() -> None:
    taken = bytearray(200_000_000)
    taken[::4096] = b"1" * len(taken[::4096])  # a page that nobody touched is not held
    assert 200_000_000 < held_at_most() < 100 * 10**9


def test_shares_of_a_cache_that_are_laid_together_are_all_of_it(tmp_path: Path, top: Path) -> None:
    for number in (1, 2):
        copy = tmp_path / f"machine-{number}"
        shutil.copytree(top, copy)
        with beside(lambda: main(["warm", "--top", str(copy), "--shard", f"{number}/2"])):  # noqa: B023
            pass
        shutil.copytree(copy / FOLDER, top / FOLDER, dirs_exist_ok=True)
    before = {path.relative_to(top): path.read_bytes() for path in (top / FOLDER).rglob("*") if path.is_file()}
    assert {path.parts[2] for path in before} == {".gitignore", "keys", "reports"}
    assert contents(built(top, cache=top / FOLDER)) == contents(built(top))
    after = {path.relative_to(top): path.read_bytes() for path in (top / FOLDER).rglob("*") if path.is_file()}
    assert {path for path in after if path.parts[2] in (".gitignore", "keys", "reports")} == before.keys()
    assert after.items() >= before.items()


def test_a_share_that_is_none_is_refused(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in ("3", "0/2", "3/2", "a/b", "1/0", "1/99999999999999999999", f"1/{'9' * 5000}"):
        with pytest.raises(SystemExit):
            main(["warm", "--top", str(top), "--shard", wrong])
        assert "is no share; the third of eight is --shard 3/8" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["build", "--top", str(top), "--jobs", "9"])


def test_content_that_cannot_be_read_is_told_and_nothing_is_made(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (top / "content/terms.yaml").unlink()
    (top / "content/terms.yaml").symlink_to("nowhere")
    assert main(["warm", "--top", str(top)]) == 1
    assert "content/terms.yaml" in capsys.readouterr().err and not (top / FOLDER / "reports").exists()


@pytest.mark.parametrize("command", ["warm", "build", "check"])
def test_git_does_not_see_what_a_project_remembers_whichever_command_comes_first(top: Path, command: str) -> None:
    (top / FOLDER).mkdir(parents=True)
    assert main([command, "--top", str(top)]) == 0
    assert (top / FOLDER / ".gitignore").read_text() == "*\n"


def test_entries_that_would_be_of_no_use_are_not_made(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (top / "content/terms.yaml").open("a") as file:
        file.write("x: [\n")
    assert main(["warm", "--top", str(top)]) == 1
    assert "content/terms.yaml" in capsys.readouterr().err and not (top / FOLDER / "reports").exists()


def test_what_cannot_be_remembered_is_not_said_to_be(
    top: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (top / ".cache").touch()
    assert main(["warm", "--top", str(top)]) == 3
    (top / ".cache").unlink()

    def written(path: Path, _: bytes) -> None:
        raise OSError(ENOSPC, "no space left", path)

    monkeypatch.setattr("duizhao.cache.written", written)
    assert main(["warm", "--top", str(top)]) == 3
    said = capsys.readouterr()
    assert "3 of 3 reports could not be remembered" in said.err and "are remembered" not in said.out


def test_a_spool_goes_with_its_build_and_one_that_a_killed_build_left_with_the_next(tmp_path: Path) -> None:
    left = tmp_path / "spool-left"
    left.mkdir()
    (left / "lock").touch()
    with spool_in(tmp_path) as one, spool_in(tmp_path) as two:
        assert one is not None and two is not None and not left.exists()
        files = [one.put(b"1"), one.of("b").put(b"2"), two.put(b"3")]
        assert [bytes_of(file) for file in files] == [b"1", b"2", b"3"]
    assert [*tmp_path.iterdir()] == []
    (tmp_path / "file").touch()
    with spool_in(tmp_path / "file") as none:
        assert none is None
