"""What stood in a report's folder before suggestions were taken over, kept for one undo."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from ..replacing import replace_file

# The file of follow-ups, as it is named in the folder of a report.
FOLLOW_UPS = "../../follow-ups.yaml"


@dataclass(frozen=True, slots=True)
class Change:
    """A file by its name in a report's folder, with its bytes before and after; None of one that was not there."""

    name: str
    before: bytes | None
    after: bytes


class CannotUndo(Exception):
    """Why nothing is undone; `file` is the one that was changed since, '' where nothing is known of any."""

    def __init__(self, why: str, file: str = "") -> None:
        super().__init__(why)
        self.file = file


def change_files(folder: Path, changes: tuple[Change, ...], memory: Path) -> None:
    """Remembers how the files were, then replaces each whole. Raises OSError; the first that fails leaves the rest."""
    memory.parent.mkdir(parents=True, exist_ok=True)
    kept = [
        {"name": one.name, "before": None if one.before is None else one.before.decode(), "after": _hash(one.after)}
        for one in changes
    ]
    replace_file(memory, json.dumps(kept, ensure_ascii=False).encode())
    for one in changes:
        replace_file(folder / one.name, one.after)


def undo(folder: Path, memory: Path) -> tuple[str, ...]:
    """Puts back what stood in the folder; returns the files' names. Raises CannotUndo where that loses something."""
    try:
        kept = json.loads(memory.read_text("utf-8"))
        changes = [(one["name"], one["before"], one["after"]) for one in kept]
        # The memory lies in a folder that may have come with someone else's project: it names nothing elsewhere.
        if not changes or not all(_is_of_the_folder(name) for name, _, _ in changes):
            raise ValueError("no memory of this folder")
    except (OSError, ValueError, TypeError, KeyError):
        raise CannotUndo("nothing was taken over here that could be undone") from None
    for name, before, after in changes:
        path = folder / name
        now = path.read_bytes() if path.is_file() else None
        # a program that was stopped may not have reached a file, which then is as it was before
        if now != (None if before is None else before.encode()) and (now is None or _hash(now) != after):
            raise CannotUndo(f"{name} was changed since, and what was written there would be lost", name)
    for name, before, _ in changes:
        if before is None:
            (folder / name).unlink(missing_ok=True)
        else:
            replace_file(folder / name, before.encode())
    memory.unlink()
    return tuple(name for name, _, _ in changes)


def _is_of_the_folder(name: object) -> bool:
    """True of a file's name in a report's folder, and of the one file outside of it that takes proposals."""
    return name == FOLLOW_UPS or (isinstance(name, str) and Path(name).name == name and name not in ("", ".."))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
