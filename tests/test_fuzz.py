"""Hostile input; and that the fuzz finds what is wrong, and makes each case again from its number."""

from __future__ import annotations

import mmap
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from duizhao.commands import FINE

from . import fuzz
from .sample import files_in
from .spoiling import copied, spoil

pytestmark = pytest.mark.long
SEED = 5  # the same on every machine; `make soak` takes another each time
CUT_IN_A_CHARACTER = 111  # a case whose capture is asked in every encoding, tables of which are loaded for it
CASES, LOTS = 600, 8  # a minute's work of one process, in lots that whichever is free can take


@pytest.mark.parametrize("lot", range(LOTS))
def test_hostile_input_ends_with_results_and_messages(lot: int) -> None:
    count, failed = fuzz.fuzz(SEED, range(lot, CASES, LOTS))
    assert count == CASES // LOTS
    assert not failed, "\n\n".join(map(str, failed))


def test_a_case_has_its_share_of_memory_whatever_the_process_has_that_starts_it() -> None:
    with mmap.mmap(-1, fuzz.MEMORY):
        _, failed = fuzz.fuzz(SEED, [CUT_IN_A_CHARACTER])
    assert not failed, failed[0]


def test_the_fuzz_goes_on_for_its_time_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 59.0, 61.0])
    monkeypatch.setattr(fuzz, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    assert list(fuzz.numbers_for(60)) == [0, 1]


def spoilt(top: Path, number: int) -> tuple[list[str], dict[str, bytes]]:
    """What is done to a project in a case, and the files that come of it."""
    done = spoil(top, random.Random(f"{SEED}/{number}"))
    return done, files_in(top)


def test_a_case_is_made_again_from_its_seed_and_number(tmp_path: Path) -> None:
    for number in range(20):
        first, again = (spoilt(tmp_path / f"{number}{name}", number) for name in "ab")
        assert first == again


def test_a_case_that_is_kept_can_be_looked_at(tmp_path: Path) -> None:
    fuzz.case(SEED, 3, tmp_path / "kept")
    assert (tmp_path / "kept" / "content").is_dir()


def raises(_: list[str]) -> int:
    raise RecursionError("too deep")


def never_ends(_: list[str]) -> int:
    while True:
        pass


def waits(_: list[str]) -> int:
    time.sleep(1_000)
    return FINE


def takes_all_memory(_: list[str]) -> int:
    return len([bytes(1 << 28) for _ in range(1_000)])


def fails_in_silence(_: list[str]) -> int:
    print("[]")
    return 1


def names_no_place(_: list[str]) -> int:
    print('[{"code": "unread", "path": "content/site.yaml", "line": 9999, "col": 1, "message": "a", "hint": ""}]')
    return 1


@pytest.mark.parametrize(
    ("program", "words"),
    [
        (raises, "RecursionError: too deep"),
        (never_ends, "Endless"),
        (waits, "Endless"),
        (takes_all_memory, "MemoryError"),
        (fails_in_silence, "it failed without an issue"),
        (names_no_place, "there is no line for content/site.yaml:9999:1"),
    ],
)
def test_a_program_that_ends_badly_is_found_out(
    program: Callable[[list[str]], int], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fuzz, "main", program)
    monkeypatch.setattr(fuzz, "SECONDS_A_CASE", 1)
    monkeypatch.setattr(fuzz, "PATIENCE", 2)
    one = fuzz.case(SEED, 1)
    assert words in one.wrong and one.done


def test_what_is_no_file_is_doubled_as_what_it_is(tmp_path: Path) -> None:
    source = tmp_path / "a"
    (source / "b").mkdir(parents=True)
    (source / "b" / "c.md").write_text("甲", "utf-8")
    (source / "loop").symlink_to(source / "loop")
    (source / "nowhere").symlink_to("none")
    os.mkfifo(source / "pipe")
    copied(source, tmp_path / "z")
    assert (tmp_path / "z" / "b" / "c.md").read_text("utf-8") == "甲"
    assert (tmp_path / "z" / "pipe").is_fifo()
    assert {name: os.readlink(tmp_path / "z" / name) for name in ("loop", "nowhere")} == {
        "loop": str(source / "loop"),
        "nowhere": "none",
    }
