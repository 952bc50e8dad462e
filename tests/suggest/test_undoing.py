"""Files replaced whole, and put back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from duizhao.suggest import replacing
from duizhao.suggest.replacing import replace_file
from duizhao.suggest.undoing import CannotUndo, Change, change_files, undo


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


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_where_the_disk_fails_the_old_file_stands_and_nothing_beside_it(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing.os, step, full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("a.yaml", b"old")]
    assert os.listdir(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("kept", ["", "[", "{}", "[1]", '[{"name": "a.yaml"}]'])
def test_a_spoilt_memory_undoes_nothing(kept: str, tmp_path: Path) -> None:
    memory = changed(tmp_path)
    memory.write_text(kept, "utf-8")
    with pytest.raises(CannotUndo, match="nothing was taken over"):
        undo(tmp_path, memory)
    assert (tmp_path / "a.yaml").read_bytes() == b"new"
