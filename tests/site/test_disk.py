"""The calls of the system that Python does not have, and what is made of their failures."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EINVAL, EIO, ENOLCK, ENOSYS, ENOTSUP, EWOULDBLOCK
from pathlib import Path

import pytest

from duizhao.site import disk
from duizhao.site.disk import NO_EXCHANGE, delete_all, directly, entries, exchange, flush, lock, make_file


def test_two_folders_are_exchanged_where_the_system_can_and_left_where_it_cannot(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(name)
    try:
        exchange(tmp_path / "one", tmp_path / "other")
        held = "other"
    except OSError as error:
        assert error.errno in NO_EXCHANGE
        held = "one"
    assert (tmp_path / "one" / "name").read_text() == held


def test_an_exchange_with_what_is_not_there_says_which(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="one.*other|one"):
        exchange(tmp_path / "one", tmp_path / "other")


def test_a_system_without_the_calls_says_so_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "_libc", lambda: None)
    with pytest.raises(OSError) as raised:
        exchange(tmp_path / "one", tmp_path / "other")
    assert raised.value.errno in NO_EXCHANGE
    flush(tmp_path)


@contextmanager
def opened(path: Path) -> Iterator[int]:
    number = os.open(path, os.O_RDWR | os.O_CREAT)
    yield number
    os.close(number)


def test_a_lock_is_held_by_one_until_it_closes(tmp_path: Path) -> None:
    with opened(tmp_path / "lock") as second:
        with opened(tmp_path / "lock") as first:
            assert lock(first) and not lock(second)
        assert lock(second)


@pytest.mark.parametrize(
    ("number", "held"),
    [(EWOULDBLOCK, False), (EACCES, False), (ENOLCK, True), (ENOSYS, True), (ENOTSUP, True), (EINVAL, True)],
)
def test_a_file_system_without_locks_keeps_nobody_out(
    number: int, held: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(disk, "flock", failing)
    with opened(tmp_path / "lock") as number_of_file:
        assert lock(number_of_file) is held


def test_a_lock_that_fails_otherwise_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise OSError(EIO, os.strerror(EIO))

    monkeypatch.setattr(disk, "flock", failing)
    with opened(tmp_path / "lock") as number, pytest.raises(OSError):
        lock(number)


def test_a_write_that_fails_says_of_which_file(tmp_path: Path) -> None:
    def full(call, /, *arguments, **keys):  # type: ignore[no-untyped-def]
        if call is os.write:
            raise OSError(EIO, os.strerror(EIO))
        return call(*arguments, **keys)

    with pytest.raises(OSError) as raised:
        make_file(full, tmp_path / "a.txt", b"text")
    assert raised.value.filename == tmp_path / "a.txt"


def test_a_folder_is_deleted_and_not_what_its_links_lead_to(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "a.txt").write_text("kept")
    (tmp_path / "gone" / "deep").mkdir(parents=True)
    (tmp_path / "gone" / "link").symlink_to(tmp_path / "kept")
    assert [path for path, _ in entries(directly, tmp_path / "gone")] == ["deep", "link"]
    delete_all(directly, tmp_path / "gone")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "kept"]
