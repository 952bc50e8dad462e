"""Records in which something is wrong: neither they nor what others say of them is judged further.

So one mistake is one issue, and its cause. Where it is found is left to the reader, what it keeps from being judged to
the rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..issues import Issue, SourcePosition
from .nodes import Mapping, Node, Scalar, Sequence as NodeSequence
from .value_types import is_kept_back

# Behind every place of every file.
END = SourcePosition("\U0010ffff")


@dataclass(frozen=True, slots=True)
class Broken:
    """The broken records of a kind: their ids, and where they stand, each from its beginning to before the next one's.

    Where they stand is in order, and no two overlap: they are of one list.
    `nameless` says that one has no id that can be read, so that any id may mean it.
    """

    ids: frozenset[str] = frozenset()
    nameless: bool = False
    spans: tuple[tuple[SourcePosition, SourcePosition], ...] = ()

    def __contains__(self, name: str) -> bool:
        """True where an id may mean one of them."""
        return self.nameless or name in self.ids

    def __bool__(self) -> bool:
        return self.nameless or bool(self.ids)

    def __or__(self, other: Broken) -> Broken:
        spans = tuple(sorted(self.spans + other.spans))
        return Broken(self.ids | other.ids, self.nameless or other.nameless, spans)

    def holds(self, place: SourcePosition) -> bool:
        """True where a place lies in one of them."""
        before = bisect_right(self.spans, place, key=lambda span: span[0]) - 1
        if before < 0:
            return False
        start, end = self.spans[before]
        return start.path == place.path and place < end


def broken_of(names: Iterable[str], form: re.Pattern[str]) -> Broken:
    """The broken records of these names, of which those of another form, and those kept back, are no ids."""
    ids = frozenset(names)
    readable = frozenset(name for name in ids if form.fullmatch(name) and not is_kept_back(name))
    return Broken(readable, nameless=readable != ids)


def broken_in(
    node: Node | None, issues: Sequence[Issue], named_by: str, form: re.Pattern[str], end: SourcePosition = END
) -> Broken:
    """The records of a list, which reaches to before `end`, in which there are issues.

    With issues of the list itself, or of what is none, any record may be broken.
    """
    if not isinstance(node, NodeSequence):
        return Broken(nameless=bool(issues))
    bounds = [*(item.place for item in node.items), end]
    # An issue is of the last record that begins at or before it; of none, -1, where it stands before all of them.
    hit = sorted({bisect_right(bounds, issue.place) - 1 for issue in issues} & set(range(len(node.items))))
    if issues and not hit:
        return Broken(nameless=True)
    named = broken_of((name for index in hit for name in _names(node.items[index], named_by)), form)
    return named | Broken(spans=tuple((bounds[index], bounds[index + 1]) for index in hit))


def broken_under(node: Node, key: str, issues: Sequence[Issue], named_by: str, form: re.Pattern[str]) -> Broken:
    """The records of the list under a key in which there are issues; any may be where there is no such list."""
    listed = node.items.get(key) if isinstance(node, Mapping) else None
    if not isinstance(node, Mapping) or listed is None:
        return Broken(nameless=bool(issues))
    end = min((place for place in node.key_places.values() if place > listed.place), default=END)
    return broken_in(listed, [i for i in issues if listed.place <= i.place < end], named_by, form, end)


def _names(node: Node, named_by: str) -> Iterator[str]:
    """What a record calls itself, '' where that cannot be read; and again where two records were read as one."""
    own = node.items.get(named_by) if isinstance(node, Mapping) else None
    again = [value for key, value in node.again if key == named_by] if isinstance(node, Mapping) else []
    for name in (own, *again):
        yield name.value or "" if isinstance(name, Scalar) else ""
