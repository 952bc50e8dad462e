"""A record put on disk, and taken away again where the content would have mistakes by it.

What the record holds is left to `additions`, how it is written to `records`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ..content.files import shared_records
from ..issues import Issue, SourcePosition, is_left_out
from ..replacing import ChangedMeanwhile, Replacement, bytes_of, replace_files
from .additions import ADDITIONS, addition
from .records import NotAdded, with_record


def add_record(
    top: Path, what: str, name: str, given: Mapping[str, str], issues_of: Callable[[Path], tuple[Issue, ...]]
) -> tuple[str, tuple[Issue, ...]]:
    """Where a record was put, path and line, and the mistakes that the content would have by it: then it was not.

    `issues_of` says what is wrong with the content of a folder. Raises NotAdded where it cannot be put
    there, ChangedMeanwhile where somebody else writes the file, and OSError where the disk fails.
    """
    kind = ADDITIONS[what].kind
    path = top / kind.path
    before = bytes_of(path)  # before all that is read of it
    shared, wrong = shared_records(top)
    if is_left_out(wrong):
        raise NotAdded("the shared files have mistakes, which come first: duizhao check shows them")
    data, line = with_record(kind, before or b"", addition(what, name, given, shared), shared.languages)
    known = {_said(issue) for issue in issues_of(top)}
    replace_files([Replacement(path, before, data)])
    taken_back = Replacement(path, data, before)
    try:
        issues = tuple(one for one in issues_of(top) if _said(one) not in known and not _is_older(one, kind.path))
    except BaseException:
        _take_back(taken_back)
        raise
    if issues:
        _take_back(taken_back)
    return f"{kind.path}:{line}", issues


def _said(issue: Issue) -> tuple[str, SourcePosition, str]:
    """What tells a mistake from others: not its way out, which may name records that have come since."""
    return issue.code, issue.place, issue.message


def _is_older(issue: Issue, path: str) -> bool:
    """True of an id elsewhere that no record has: a further one in a file of records takes none away."""
    return issue.code == "unknown-id" and issue.place.path != path


def _take_back(record: Replacement) -> None:
    try:
        replace_files([record])
    except ChangedMeanwhile as changed:
        said = f"{changed.path} was changed while the record was looked at, which stands there now"
        raise NotAdded(f"{said}, with mistakes by it: duizhao check shows them") from None
