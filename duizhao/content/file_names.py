"""Names of files that are near to one which is read: other endings, capitals, singular for plural, copies.

Which names are read where, and what is said of the others, is left to `unread` and `report_file`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from ..project import is_litter

# What people keep for one another beside the files of a program, by its name before the first full stop.
_FOR_PEOPLE = frozenset({"readme", "license", "licence", "notice", "changelog", "contributing"})
# What systems, mail programs and people put behind the name of a second file of one name.
_COPY = re.compile(r"(?:[ _-]*(?:copy|副本|拷贝|复件|(?:final|new|old|v)[0-9]*|最终版?|定稿|[（(][0-9]+[)）]))+$")


def is_for_people(name: str) -> bool:
    """True of README.md and the like, which may stand anywhere and are not read."""
    return name.partition(".")[0].casefold() in _FOR_PEOPLE


def meant_name(name: str, known: Iterable[str]) -> str:
    """The name that is read and nearest to one that is not, '' where none is near."""
    by_stem = {_stem(each): each for each in reversed(tuple(known))}
    near = get_close_matches(_stem(name), by_stem, 1, 0.8)
    return by_stem[near[0]] if near else ""


def stand_in(name: str, present: Collection[str], known: Collection[str]) -> bool:
    """True where a file that is absent has another in its place: one that is not read, of a name near to its own."""
    others = (other for other in present if other not in known and not is_litter(other))
    return name not in present and any(meant_name(other, known) == name for other in others)


def _stem(name: str) -> str:
    stem = name.casefold().partition(".")[0]
    return _COPY.sub("", stem).strip().replace("_", "-")
