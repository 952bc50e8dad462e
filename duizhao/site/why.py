"""What a page was made from and why it was made when it last was, in words for who makes the site.

It is told from the list that `remembered` writes; nothing is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from ..corpus.reads import Read
from ..pages.addresses import INDEX
from .page_list import list_of_pages, listed


class UntoldError(Exception):
    """Nothing is known of what was asked, in words for who asked."""


def why(top: Path, place: Path, page: str) -> Iterator[str]:
    """Lines on one file of a project's site, by its path or the address of its folder. Raises UntoldError."""
    try:
        known = listed(list_of_pages(top, place))
    except (OSError, ValueError, TypeError, LookupError):
        raise UntoldError(f"nothing is remembered of {place}; build it first") from None
    by_path = {path: portion for portion in known.portions.values() for path, *_ in portion.made}
    path = next((one for one in (page, f"{page.strip('/')}/{INDEX}".lstrip("/")) if one in by_path), None)
    if path is None:
        near = get_close_matches(page, [one.removesuffix(f"/{INDEX}") for one in by_path], 3)
        hint = f"did you mean {' or '.join(near)}?" if near else "what is made anew in every build has no list"
        raise UntoldError(f"nothing is remembered of {page!r}; {hint}")
    found = by_path[path]
    yield f"{path} was last made because:"
    yield from (f"  {cause}" for cause in _grouped(found.causes))
    yield f"it was made from {len(found.reads)} answers:"
    yield from (f"  {line}" for line in _grouped(known.reads[number] for number in found.reads))


def _grouped(causes: Iterable[Read | str]) -> Iterator[str]:
    """What was read, one line for each map or report; what is said in words as it is."""
    groups: dict[str, list[str]] = {}
    for cause in causes:
        if isinstance(cause, str):
            yield cause
        else:
            of, what = _named(cause)
            groups.setdefault(of, []).append(what)
    yield from (f"{of}: {', '.join(sorted(what))}" for of, what in sorted(groups.items()))


def _named(read: Read) -> tuple[str, str]:
    """What a question is about, and what is asked of it."""
    match read:
        case ("row", table, *key):
            return _map(table), "/".join(key)
        case ("rows", table):
            return _map(table), "(which there are, in their order)"
        case ("report", report, what):
            return f"report {report}", what
        case ("field", record, what):
            return record, what
    return "what is made once for many pages", read[-1].rpartition(":")[2].lstrip("_")


def _map(name: str) -> str:
    """What a map is called: without where it is from."""
    return name.removeprefix("corpus.").rpartition(":")[2].lstrip("_")
