"""Files replaced whole, and put back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from duizhao import replacing
from duizhao.replacing import ChangedMeanwhile
from duizhao.suggest.undoing import CannotUndo, Change, change_files, undo

from ..sample import files_in


def changed(top: Path) -> Path:
    (top / "a.yaml").write_bytes(b"old")
    changes = (Change("a.yaml", b"old", b"new"), Change("b.yaml", None, b"made"))
    change_files(top, changes, top / "memory" / "one.json")
    return top / "memory" / "one.json"


def test_what_was_changed_is_put_back_and_what_was_made_is_gone(tmp_path: Path) -> None:
    memory = changed(tmp_path)
    assert (tmp_path / "a.yaml").read_bytes() == b"new" and (tmp_path / "b.yaml").read_bytes() == b"made"
    assert undo(tmp_path, memory) == ("a.yaml", "b.yaml")
    assert (tmp_path / "a.yaml").read_bytes() == b"old" and not (tmp_path / "b.yaml").exists()
    with pytest.raises(CannotUndo, match="nothing was taken over"):
        undo(tmp_path, memory)


def test_a_dry_run_says_what_would_be_put_back_and_leaves_all_as_it_is(tmp_path: Path) -> None:
    memory = changed(tmp_path)
    before = files_in(tmp_path)
    assert undo(tmp_path, memory, dry_run=True) == ("a.yaml", "b.yaml")
    assert files_in(tmp_path) == before
    (tmp_path / "b.yaml").write_bytes(b"mine")
    with pytest.raises(CannotUndo, match=r"b\.yaml was changed since"):
        undo(tmp_path, memory, dry_run=True)


def test_what_was_written_since_it_was_read_is_not_lost_and_the_undo_before_stays(tmp_path: Path) -> None:
    memory = changed(tmp_path)
    before = files_in(tmp_path)
    with pytest.raises(ChangedMeanwhile):
        change_files(tmp_path, (Change("a.yaml", b"new", b"newer"), Change("b.yaml", None, b"mine")), memory)
    assert files_in(tmp_path) == before
    assert undo(tmp_path, memory) == ("a.yaml", "b.yaml")


def test_where_the_disk_is_full_nothing_is_changed_and_nothing_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    turns = iter(range(9))

    def full(_: int) -> None:
        if next(turns) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing.os, "fsync", full)
    changes = (Change("a.yaml", b"old", b"new"), Change("b.yaml", None, b"made"))
    with pytest.raises(OSError, match=r"No space.*b\.yaml"):
        change_files(tmp_path, changes, tmp_path / "memory" / "one.json")
    assert files_in(tmp_path) == {"a.yaml": b"old"}


def test_what_a_person_wrote_since_is_not_lost(tmp_path: Path) -> None:
    memory = changed(tmp_path)
    (tmp_path / "b.yaml").write_bytes(b"mine")
    with pytest.raises(CannotUndo, match=r"b\.yaml was changed since"):
        undo(tmp_path, memory)
    assert (tmp_path / "a.yaml").read_bytes() == b"new" and (tmp_path / "b.yaml").read_bytes() == b"mine"


def test_a_change_that_was_stopped_half_way_can_be_undone(tmp_path: Path) -> None:
    memory = changed(tmp_path)
    (tmp_path / "b.yaml").unlink()
    undo(tmp_path, memory)
    assert (tmp_path / "a.yaml").read_bytes() == b"old"


@pytest.mark.parametrize("name", ["../outside.yaml", "/outside.yaml", "in/outside.yaml", "..", "."])
@pytest.mark.parametrize("before", ["theirs", None])
def test_a_memory_that_came_from_elsewhere_reaches_no_file_outside_the_folder(
    name: str, before: str | None, tmp_path: Path
) -> None:
    outside, folder = tmp_path / "outside.yaml", tmp_path / "folder"
    (folder / "in").mkdir(parents=True)
    outside.write_bytes(b"mine")
    (folder / "in" / "outside.yaml").write_bytes(b"mine")
    named = str(outside) if name.startswith("/") else name
    memory = tmp_path / "memory.json"
    after = hashlib.sha256(b"mine").hexdigest()
    memory.write_text(json.dumps([{"name": named, "before": before, "after": after}]), "utf-8")
    with pytest.raises(CannotUndo, match="nothing was taken over"):
        undo(folder, memory)
    assert outside.read_bytes() == (folder / "in" / "outside.yaml").read_bytes() == b"mine"


@pytest.mark.parametrize("kept", ["", "[", "{}", "[1]", '[{"name": "a.yaml"}]'])
def test_a_spoilt_memory_undoes_nothing(kept: str, tmp_path: Path) -> None:
    memory = changed(tmp_path)
    memory.write_text(kept, "utf-8")
    with pytest.raises(CannotUndo, match="nothing was taken over"):
        undo(tmp_path, memory)
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
