"""The writer at every call that it makes: whatever fails there, one whole site stands, and nothing else is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from errno import EACCES, EIO, ENOSPC
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from duizhao.site.manifest import MANIFEST, manifest_of
from duizhao.site.place import PlaceError
from duizhao.site.write import recover, write_files

from ..conftest import TOP
from .faults import Door, Killed, failing, held, interrupted, killed

pytestmark = pytest.mark.long
OLDER = {"index.html": b"the older home", "gone/index.html": b"gone", "zh/index.html": "旧".encode()}
OLD = {"index.html": b"the old home", "gone/index.html": b"gone"}
NEW = {"index.html": b"the new home", "zh/index.html": "新".encode()}
NEWEST = {"index.html": b"the newest home"}
WORKSHOP = {f".site.duizhao/{name}" for name in (".gitignore", "spare")}
FOREIGN = {"gone/proof.txt": b"mine"}

FAULTS = {
    "disk full": failing(ENOSPC),
    "disk broken": failing(EIO),
    "not allowed": failing(EACCES),
    "ctrl-c": interrupted,
    "killed": killed,
}
WAYS = {"exchange": True, "steps": False}


def site_of(files: dict[str, bytes], foreign: dict[str, bytes] = FOREIGN) -> dict[str, bytes]:
    return files | {MANIFEST: manifest_of(files)} | foreign


def files_in(folder: Path) -> dict[str, Any]:
    return {name: data for name, data in held(folder).items() if data is not None}


def first_build(top: Path) -> None:
    """Nothing stands there."""


def second_build(top: Path) -> None:
    """A site stands there, with files of a person's own."""
    write_files(OLD, top / "site", Door())
    for name, data in FOREIGN.items():
        (top / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (top / "site" / name).write_bytes(data)


def third_build(top: Path) -> None:
    """A site stands there, and beside it what it has in common with the one before, where `MANY` files are few."""
    write_files(OLDER, top / "site", Door())
    second_build(top)
    write_files(OLD, top / "site", Door())
    assert (top / ".site.duizhao/spare/gone/index.html").samefile(top / "site/gone/index.html")


def after_a_kill(moment: int, exchanges: bool) -> Callable[[Path], None]:
    """A site stands there, and what is left of a build that was killed at a moment of it."""

    def begin(top: Path) -> None:
        second_build(top)
        write(top, NEW, Door(moment, killed, exchanges))

    return begin


def write(top: Path, files: dict[str, bytes], door: Door) -> bool:
    """Writes a site through a door; True where it ended well."""
    try:
        write_files(files, top / "site", door)
    except (OSError, KeyboardInterrupt, Killed):
        return False
    finally:
        door.close()
    return True


def calls_of(begin: Callable[[Path], None], top: Path, exchanges: bool) -> int:
    """How many calls a write makes that nothing disturbs."""
    begin(top)
    door = Door(exchanges=exchanges)
    assert write(top, NEW, door)
    return door.calls


def moments_of_names(top: Path, exchanges: bool) -> list[int]:
    """The calls of a second build before which a kill leaves something else behind than before the last of them."""
    second_build(top)
    door = Door(exchanges=exchanges)
    write(top, NEW, door)
    return [number for number, name in enumerate(door.names, 1) if name in ("rename", "exchange", "rmdir")]


def possible(begin: Callable[[Path], None]) -> list[dict[str, bytes]]:
    """The sites that may stand where a build began so and failed."""
    return [{}, site_of(NEW, {})] if begin is first_build else [site_of(OLD), site_of(NEW)]


def try_every_call(
    begin: Callable[[Path], None],
    fault: Callable[[Door], None],
    exchanges: bool,
    tmp_path: Path,
    has_spare: bool = False,
) -> None:
    """Begins and writes once for each call of the write, at which the fault happens; looks at what stands then."""
    calls = calls_of(begin, tmp_path / "counted", exchanges)
    assert calls > 30
    for number in range(1, calls + 1):
        top = tmp_path / str(number)
        begin(top)
        door = Door(number, fault, exchanges, halves=True)
        write(top, NEW, door)
        if exchanges:  # with no recovery at all
            assert files_in(top / "site") in possible(begin), f"call {number}"
        recover(top / "site", Door(exchanges=exchanges))
        whole = files_in(top / "site")
        assert whole in possible(begin), f"call {number}"
        if door.dead:
            assert write(top, NEWEST, Door(exchanges=exchanges))
            whole = site_of(NEWEST, {} if begin is first_build else FOREIGN)
        beside = {name for name in held(top) if not name.startswith(("site/", ".site.duizhao/spare/"))} - {"site"}
        assert beside <= ({".site.duizhao", *WORKSHOP} if has_spare else set()), f"call {number}"
        assert files_in(top / "site") == whole, f"call {number}"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("fault", FAULTS)
def test_one_whole_site_stands_whatever_fails_at_whichever_call(fault: str, way: str, tmp_path: Path) -> None:
    try_every_call(second_build, FAULTS[fault], WAYS[way], tmp_path)


@pytest.mark.parametrize("fault", ["disk full", "ctrl-c", "killed"])
def test_a_first_site_stands_whole_or_not_at_all_whatever_fails(fault: str, tmp_path: Path) -> None:
    try_every_call(first_build, FAULTS[fault], True, tmp_path)


@pytest.mark.parametrize(
    ("way", "index"),
    [
        pytest.param("exchange", 0, id="left in making"),
        pytest.param("exchange", 1, id="left whole, in wait"),
        pytest.param("exchange", 2, id="old one half deleted"),
        pytest.param("steps", 3, id="no site in its place"),
        pytest.param("steps", 4, id="old one half deleted after steps"),
    ],
)
def test_after_a_kill_one_whole_site_stands_though_the_next_build_is_killed_too(
    way: str, index: int, tmp_path: Path
) -> None:
    moment = moments_of_names(tmp_path / "noted", WAYS[way])[index]
    try_every_call(after_a_kill(moment, WAYS[way]), killed, WAYS[way], tmp_path)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("fault", FAULTS)
def test_one_whole_site_stands_whatever_fails_where_one_is_made_of_the_one_before(
    fault: str, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.site.generation.MANY", 1)
    try_every_call(third_build, FAULTS[fault], WAYS[way], tmp_path, has_spare=True)


def test_in_the_way_of_steps_there_is_a_moment_without_a_site_and_in_that_of_an_exchange_none(tmp_path: Path) -> None:
    missing = {}
    for way, exchanges in WAYS.items():
        calls = calls_of(second_build, tmp_path / way, exchanges)
        missing[way] = 0
        for number in range(1, calls + 1):
            top = tmp_path / f"{way}-{number}"
            second_build(top)
            write(top, NEW, Door(number, killed, exchanges))
            missing[way] += not (top / "site").exists()
    assert missing == {"exchange": 0, "steps": 1}


PROGRAM = """
import os, sys
from pathlib import Path
from tests.site.faults import Door
from duizhao.site.write import write_files
door = Door(int(sys.argv[1]), lambda _: os._exit(9), sys.argv[2] == "exchange", halves=True)
write_files({"index.html": b"the new home", "zh/index.html": "新".encode()}, Path(sys.argv[3]), door)
"""


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.75, 0.9])
def test_a_program_that_really_ends_there_leaves_the_same(part: float, way: str, tmp_path: Path) -> None:
    exchanges = WAYS[way]
    number = int(calls_of(second_build, tmp_path / "counted", exchanges) * part)
    second_build(tmp_path / "real")
    line = [sys.executable, "-c", PROGRAM, str(number), way, str(tmp_path / "real" / "site")]
    assert subprocess.run(line, cwd=TOP, check=False).returncode == 9
    second_build(tmp_path / "simulated")
    write(tmp_path / "simulated", NEW, Door(number, killed, exchanges, halves=True))
    assert held(tmp_path / "real") == held(tmp_path / "simulated")
    assert write(tmp_path / "real", NEWEST, Door(exchanges=exchanges))
    assert files_in(tmp_path / "real") == {f"site/{name}": data for name, data in site_of(NEWEST).items()}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("begin", [first_build, second_build], ids=lambda begin: begin.__name__)
def test_a_second_writer_at_any_call_of_the_first_is_told_to_wait_or_writes_a_whole_site(
    begin: Callable[[Path], None], way: str, tmp_path: Path
) -> None:
    exchanges = WAYS[way]
    calls = calls_of(begin, tmp_path / "counted", exchanges)
    refused = 0
    for number in range(1, calls + 1):
        top = tmp_path / str(number)
        begin(top)
        told: list[PlaceError] = []

        def other(_: Door, top: Path = top, told: list[PlaceError] = told) -> None:
            try:
                write(top, NEWEST, Door(exchanges=exchanges))
            except PlaceError as refusal:
                told.append(refusal)

        assert write(top, NEW, Door(number, other, exchanges))
        foreign = {} if begin is first_build else FOREIGN
        assert files_in(top) in [
            {f"site/{name}": data for name, data in site_of(files, foreign).items()} for files in (NEW, NEWEST)
        ]
        assert {path.name for path in top.iterdir()} == {"site"}
        assert [str(error).startswith("another build is writing ") for error in told] in ([], [True])
        refused += len(told)
    assert 0 < refused < calls


class Paused(Door):
    """A door of a writer in a thread of its own, which stands before call `at` until it is let go."""

    def __init__(self, at: int, exchanges: bool) -> None:
        self.reached, self.go = threading.Event(), threading.Event()
        super().__init__(at, self._pause, exchanges)

    def _pause(self, _: Door) -> None:
        self.reached.set()
        assert self.go.wait(60)


def begun(top: Path, files: dict[str, bytes], door: Paused) -> threading.Thread:
    """A writer that has come to its pause, or has ended."""

    def run() -> None:
        try:
            write(top, files, door)
        except PlaceError:
            pass
        finally:
            door.reached.set()

    thread = threading.Thread(target=run)
    thread.start()
    assert door.reached.wait(60)
    return thread


@pytest.mark.parametrize("way", WAYS)
def test_two_writers_that_stop_at_any_calls_and_go_on_in_turn_leave_a_whole_site(way: str, tmp_path: Path) -> None:
    exchanges = WAYS[way]
    files = {"index.html": b"one"}, {"index.html": b"another"}
    whole = [{f"site/{name}": data for name, data in site_of(one, {}).items()} for one in files]
    write_files(files[0], tmp_path / "counted" / "site", Door())
    counted = Door(exchanges=exchanges)
    write_files(files[0], tmp_path / "counted" / "site", counted)
    changing = ("mkdir", "open", "lock", "rename", "exchange", "unlink", "rmdir", "close")
    moments = [number for number, name in enumerate(counted.names, 1) if name in changing]
    for first, second in product(moments, moments):
        top = tmp_path / f"{first}-{second}"
        write_files(files[0], top / "site", Door())
        doors = Paused(first, exchanges), Paused(second, exchanges)
        threads = [begun(top, one, door) for one, door in zip(files, doors, strict=True)]
        for door, thread in zip(doors, threads, strict=True):
            door.go.set()
            thread.join(60)
        assert files_in(top) in whole
        assert {path.name for path in top.iterdir()} == {"site"}
