"""What stood in a report's folder before suggestions were taken over, kept for one undo."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from ..replacing import Replacement, bytes_of, replace_files

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
    """Remembers how the files were, and replaces them: all or none.

    Raises ChangedMeanwhile where one is not what it was before, and OSError. The memory comes first: a program that is
    stopped before it has reached all files can be undone.
    """
    kept = [
        {"name": one.name, "before": None if one.before is None else one.before.decode(), "after": _hash(one.after)}
        for one in changes
    ]
    remembered = Replacement(memory, bytes_of(memory), json.dumps(kept, ensure_ascii=False).encode())
    replace_files((remembered, *(Replacement(folder / one.name, one.before, one.after) for one in changes)))


def undo(folder: Path, memory: Path, *, dry_run: bool = False) -> tuple[str, ...]:
    """Puts back what stood in the folder; returns the files' names. Raises CannotUndo where that loses something.

    A dry run finds out whether it can be done, and leaves all as it is.
    """
    kept, changes = _remembered(memory)
    back = []
    for name, before, after in changes:
        path, old = folder / name, None if before is None else before.encode()
        now = bytes_of(path)
        # a program that was stopped may not have reached a file, which then is as it was before
        if now != old and (now is None or _hash(now) != after):
            raise CannotUndo(f"{name} was changed since, and what was written there would be lost", name)
        back.append(Replacement(path, now, old))
    if not dry_run:
        replace_files((*back, Replacement(memory, kept, None)))
    return tuple(name for name, _, _ in changes)


def _remembered(memory: Path) -> tuple[bytes, list[tuple[str, str | None, str]]]:
    """The bytes of a memory, and what it says of each file: its name, its text before, the hash of what it became."""
    try:
        kept = memory.read_bytes()
        changes = [(one["name"], one["before"], one["after"]) for one in json.loads(kept.decode())]
        # The memory lies in a folder that may have come with someone else's project: it names nothing elsewhere.
        if not changes or not all(_is_of_the_folder(name) for name, _, _ in changes):
            raise ValueError("no memory of this folder")
    except (OSError, ValueError, TypeError, KeyError):
        raise CannotUndo("nothing was taken over here that could be undone") from None
    return kept, changes


def _is_of_the_folder(name: object) -> bool:
    """True of a file's name in a report's folder, and of the one file outside of it that takes proposals."""
    return name == FOLLOW_UPS or (isinstance(name, str) and Path(name).name == name and name not in ("", ".."))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
