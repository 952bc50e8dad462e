"""Where something can be put into a YAML file, and how its lines lie, so that all else in it stays as it is.

What is put there is left to `splicing` and to `linking`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..content.nodes import Mapping, Node, Scalar, Sequence
from ..text.line_ends import with_ends_of

_BOM = b"\xef\xbb\xbf"


class CannotSplice(Exception):
    """Why nothing can be put into a file as it is laid out, and what to do."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Text to be put before a line of the file, counted from 1, or at a column of it, where one is given."""

    line: int
    text: str
    col: int = 0


def plain(node: Node | None) -> object:
    """What a node says, wherever it stands."""
    match node:
        case Mapping():
            return {name: plain(value) for name, value in node.items.items()}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.value
    return None


def relaid(data: bytes | None, change: Callable[[str], str]) -> bytes:
    """A file with its text changed: its mark at the beginning and its line ends stay as they are.

    Raises CannotSplice where it is no text, and what `change` raises.
    """
    data = data or b""
    try:
        text = data.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        raise CannotSplice("it is not in UTF-8") from None
    made = change(text.replace("\r\n", "\n"))
    return (_BOM if data.startswith(_BOM) else b"") + with_ends_of(text, made).encode()


def listed(node: Node | None) -> list[object]:
    """What the items of a list say; nothing of what is no list."""
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else []


def dash(lines: list[str], item: Node) -> tuple[int, int]:
    """The line and the column of the dash before an item, counted from 1; it may stand alone in its line."""
    at, line = item.place.line, lines[item.place.line - 1]
    col = line.rfind("-", 0, item.place.col - 1)
    if not line[: item.place.col - 1].strip():
        at -= 1
        while at > 0 and (not lines[at - 1].strip() or lines[at - 1].lstrip().startswith("#")):
            at -= 1
        line = lines[at - 1].partition("#")[0] if at else ""
        col = line.find("-") if line.strip() == "-" else -1
    if col < 0 or line[:col].strip():
        raise CannotSplice("its list stands within brackets; write an item a line")
    return at, col + 1


def first_line(lines: list[str], item: Node) -> int:
    """The first line of an item, with the lines of comment right above it."""
    line, col = dash(lines, item)
    while line > 1 and is_above(lines[line - 2], col):
        line -= 1
    return line


def is_above(line: str, col: int) -> bool:
    """True of a comment on what stands below it: one that is indented further than a dash there ends what is before."""
    told = line.lstrip()
    return told.startswith("#") and len(line) - len(told) < col


def with_room(text: str) -> str:
    """A text with an empty line at its end, behind which something further may stand."""
    whole = text if text.endswith("\n") else f"{text}\n"
    return whole if whole.endswith("\n\n") else f"{whole}\n"


def end_of(lines: list[str], held: Sequence) -> int:
    """The last line of a list: before the next key of the file, and what stands above that."""
    last = held.items[-1].place.line
    ahead = next(
        (at for at in range(last, len(lines)) if lines[at][:1].strip() and lines[at][0] not in "-#"), len(lines)
    )
    while ahead > last and (not lines[ahead - 1].strip() or lines[ahead - 1].startswith("#")):
        ahead -= 1
    return ahead


def inserted(text: str, insertions: Iterable[Insertion]) -> str:
    """The text with what is put in; of several at one place the first stands first."""
    lines = text.split("\n")
    if lines[-1]:
        lines.append("")
    in_order = sorted(insertions, key=lambda one: (one.line, one.col))
    for one in in_order[::-1]:
        at = one.line - 1
        if one.col:
            lines[at] = lines[at][: one.col - 1] + one.text + lines[at][one.col - 1 :]
        else:
            lines[at:at] = one.text.removesuffix("\n").split("\n")
    return "\n".join(lines)
