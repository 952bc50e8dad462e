"""Whether anything that a site is made of, or the site itself, has changed since the last build; read before all else.

What a build knew is told by the system's own account of each file: size, times, place on disk. Only what that account
tells apart is read and hashed. Of a site, each file and folder is asked for by its name: what came beside them, or
went, shows in the account of the folder. The list lies in the project's `.cache/`, which may be deleted at any time.
What is done where something changed is left to the pipeline.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..cache import FOLDER, begin_folder, program_files, written
from ..kept import Account, account_in
from ..project import Project

_FORMAT = 2
# Files that were changed so shortly before a build may be changed again without a trace: their account is not trusted.
_UNSETTLED = 100_000_000  # nanoseconds


@dataclass(frozen=True, slots=True)
class Seen:
    """The account of all files that a site is made of, at the beginning of a build; None of a folder.

    `now` is the file system's own time.
    """

    files: Mapping[str, Account | None]
    now: int


def said_before(project: Project, site: Path) -> list[str] | None:
    """What the last build of a site said, if nothing has changed since; else None."""
    path = _path(project, site)
    try:
        head, rows, names = path.read_bytes().split(b"\n", 2)
        known = json.loads(head)
        if (known["format"], known["python"]) != (_FORMAT, sys.version) or known["made"] != _state_of(site, names):
            return None
        seen = seen_now(project)
        if known["unsettled"] or known["inputs"] != _digest_of(seen.files.items()):
            files = json.loads(rows)
            if not _holds_the_same(files, seen):
                return None
            _write(path, seen, {name: row and row[-1] for name, row in files.items()}, site, known["said"])
        return [str(line) for line in known["said"]]
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # there is no list, or a spoilt one


def remember(project: Project, site: Path, seen: Seen, said: Iterable[str]) -> None:
    """Writes the list, if what was seen at the beginning of a build is still so at its end."""
    path = _path(project, site)
    with suppress(OSError):
        hashes = {name: _hash(name) if account else None for name, account in seen.files.items()}
        if seen_now(project).files == seen.files:
            _write(path, seen, hashes, site, list(said))
        else:
            path.unlink(missing_ok=True)


def _path(project: Project, site: Path) -> Path:
    """Where the list of a site lies: each place that a project is built into has its own."""
    return project.top / FOLDER / f"{hashlib.sha256(os.fsencode(os.path.realpath(site))).hexdigest()[:16]}.json"


def _write(path: Path, seen: Seen, hashes: Mapping[str, str | None], site: Path, said: list[str]) -> None:
    names = b"\n".join(_names_in(site))
    known = {
        "format": _FORMAT,
        "python": sys.version,
        "made": _state_of(site, names),
        "inputs": _digest_of(seen.files.items()),
        "unsettled": any(account and _is_unsettled(account, seen) for account in seen.files.values()),
        "said": said,
    }
    files = {name: [*account, hashes[name]] if account else None for name, account in seen.files.items()}
    written(path, b"\n".join((json.dumps(known).encode(), json.dumps(files).encode(), names)))


def seen_now(project: Project) -> Seen:
    """The account of every file that a site of a project is made of. Raises OSError where one cannot be told."""
    files: dict[str, Account | None] = {}
    for top in dict.fromkeys((project.content, project.top / "theme", *project.themes)):
        files |= dict(_accounts(os.path.abspath(top))) if top.is_dir() else {os.path.abspath(top): None}
    for path in program_files():
        files[path] = _account(os.stat(path))
    return Seen(files, _time_of(project.top / FOLDER))


def _accounts(folder: str) -> Iterator[tuple[str, Account | None]]:
    yield folder, None
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _accounts(entry.path)
        elif entry.is_dir():
            raise OSError(f"{entry.path} leads to a folder")
        else:
            yield entry.path, _account(entry.stat())


def _account(status: os.stat_result) -> Account:
    if not stat.S_ISREG(status.st_mode):
        raise OSError("no file")
    return account_in(status)


def _time_of(folder: Path) -> int:
    """The time that the file system gives to what is written now."""
    begin_folder(folder)
    mark = folder / f"now-{os.getpid()}"
    mark.write_bytes(b"")
    now = os.stat(mark).st_mtime_ns
    mark.unlink()
    return now


def _names_in(site: Path) -> Iterator[bytes]:
    """The path of each file and folder of a site from its top, which is named as b"". Raises OSError.

    So it does where a name has two lines: the list has one of each.
    """
    top, waiting = os.fsencode(site), [b""]
    while waiting:
        folder = waiting.pop()
        yield folder
        with os.scandir(os.path.join(top, folder)) as entries:
            for entry in entries:
                name = os.path.join(folder, entry.name)
                if b"\n" in name:
                    raise OSError(f"{entry.path!r} has a line break in its name")
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(name)
                else:
                    yield name


def _state_of(site: Path, names: bytes) -> str:
    """The hash of the accounts of a site's files and folders as they lie on disk. Raises OSError where one is gone."""
    top = os.path.join(os.fsencode(site), b"")
    accounts = [account_in(os.lstat(top + name)) for name in names.split(b"\n")]
    return hashlib.sha256(marshal.dumps(accounts, 2)).hexdigest()


def _digest_of(accounts: Iterable[tuple[str, Account | None]]) -> str:
    lines = "\n".join([f"{name}\0{account}" for name, account in accounts])
    return hashlib.sha256(lines.encode(errors="surrogateescape")).hexdigest()


def _holds_the_same(known: Mapping[str, list[object] | None], seen: Seen) -> bool:
    """True where the same files and folders are there and the files hold the same; those that moved are read."""
    if known.keys() != seen.files.keys():
        return False
    return all(_holds_as_before(name, account, known[name], seen) for name, account in seen.files.items())


def _holds_as_before(name: str, account: Account | None, before: list[object] | None, seen: Seen) -> bool:
    if account is None or before is None:
        return account is None and before is None
    if before[:-1] == [*account] and not _is_unsettled(account, seen):
        return True
    return before[0] == account[0] and before[-1] == _hash(name)


def _is_unsettled(account: Account, seen: Seen) -> bool:
    return max(account[1:3]) > seen.now - _UNSETTLED


def _hash(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
