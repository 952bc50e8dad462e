"""New records put into a file of annotations, every other character of it left as it stands: comments, layout, order.

The file is not written anew from its values, since no program would lay it out as its editor did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping as MappingOf
from dataclasses import replace

from ..content.nodes import Mapping, Node, Scalar, Sequence, node_of
from ..content.written import Annotations, ListedNumber, WrittenStatement
from .layout import CannotSplice, Insertion, dash, end_of, first_line, inserted, listed, plain, with_room
from .writing import in_one_line, record_text

_OPENING = "# Statements of this report, in the order of its text. Ids are permanent: a deleted one leaves a gap.\n"


def spliced(text: str, new: Annotations, starts: MappingOf[str, int]) -> str:
    """The file with what is new in it. `starts` says where statements begin in the report's text, by id.

    Raises CannotSplice where the file cannot be read, or what comes of it would not be what it held and what is new.
    """
    held = _held(text)
    new = replace(new, statements=tuple(sorted(new.statements, key=lambda one: starts[one.id])))
    insertions = [
        *_statements(text, held.get("statements"), new.statements, starts),
        *_blanks(text, held.get("nothing_to_code"), new.nothing_to_code),
        *_numbers(text, held.get("numbers"), new.numbers),
    ]
    made = _with_keys(inserted(text, insertions), held, new)
    if not _is_sum(held, new, _held(made)):
        raise CannotSplice("its layout leaves no safe place for what is new; write its lists an item a line")
    return made


def _held(text: str) -> MappingOf[str, Node]:
    """What a file holds under each key."""
    node, issues = node_of(text, "")
    if issues or not isinstance(node, Mapping):
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return {}
        raise CannotSplice("it cannot be read; `duizhao check` says why")
    return node.items


def _is_sum(before: MappingOf[str, Node], new: Annotations, after: MappingOf[str, Node]) -> bool:
    """True where all that was held is held still, in its order, with what is new and nothing else."""
    made = _held(
        _with_keys("", {}, new) if new.statements or new.nothing_to_code or new.numbers else "statements: []\n"
    )
    same = all(plain(value) == plain(after.get(name)) for name, value in before.items() if name not in made)
    return same and all(_is_sum_of_lists(before.get(name), made[name], after.get(name)) for name in made)


def _is_sum_of_lists(before: Node | None, new: Node | None, after: Node | None) -> bool:
    old, added, all_of_it = listed(before), listed(new), listed(after)
    return [one for one in all_of_it if one not in added] == old and [one for one in all_of_it if one in added] == added


def _statements(
    text: str, held: Node | None, new: Iterable[WrittenStatement], starts: MappingOf[str, int]
) -> Iterable[Insertion]:
    """Each new statement before the first that begins behind it in the report's text, else behind the last one."""
    if not isinstance(held, Sequence) or not held.items:
        return
    lines = text.split("\n")
    names = [_id(item) for item in held.items]
    indent = " " * (dash(lines, held.items[0])[1] - 1)
    for one in new:
        made = "".join(f"{indent}{line}\n" for line in record_text(one).splitlines())
        behind = next((at for at, name in enumerate(names) if starts.get(name, -1) > starts[one.id]), None)
        if behind is None:
            yield Insertion(end_of(lines, held) + 1, "\n" + made)
        else:
            yield Insertion(first_line(lines, held.items[behind]), made + "\n")


def _id(item: Node) -> str:
    name = item.items.get("id") if isinstance(item, Mapping) else None
    return name.value or "" if isinstance(name, Scalar) else ""


def _blanks(text: str, held: Node | None, new: Iterable[str]) -> Iterable[Insertion]:
    """Blocks with nothing to code behind the last of those that there are."""
    if isinstance(held, Sequence) and held.items and (names := [*new]):
        last = held.items[-1]
        if not isinstance(last, Scalar) or last.value is None:
            raise CannotSplice("its nothing_to_code holds something else than ids of blocks")
        line = text.split("\n")[last.place.line - 1]
        if line.lstrip().startswith("- "):
            indent = line[: line.index("-")]
            yield Insertion(last.place.line + 1, "".join(f"{indent}- {name}\n" for name in names))
        else:
            yield Insertion(last.place.line, "".join(f", {name}" for name in names), last.place.col + len(last.value))


def _numbers(text: str, held: Node | None, new: Iterable[ListedNumber]) -> Iterable[Insertion]:
    if isinstance(held, Sequence) and held.items:
        lines = text.split("\n")
        indent = " " * (dash(lines, held.items[0])[1] - 1)
        made = "".join(f"{indent}- {in_one_line(one)}\n" for one in new)
        if made:
            yield Insertion(end_of(lines, held) + 1, made)


def _with_keys(text: str, held: MappingOf[str, Node], new: Annotations) -> str:
    """The text with the keys that it lacks, or that hold nothing, and what is new under them."""
    parts = {
        "statements": "\n" + "\n".join(map(record_text, new.statements)) if new.statements else "",
        "nothing_to_code": f" [{', '.join(new.nothing_to_code)}]\n" if new.nothing_to_code else "",
        "numbers": "\n" + "".join(f"- {in_one_line(one)}\n" for one in new.numbers) if new.numbers else "",
    }
    for name, made in parts.items():
        node = held.get(name)
        if not made or (isinstance(node, Sequence) and node.items):
            continue
        if node is not None:
            text = _filled(text, name, made)
        else:
            text = f"{with_room(text) if text.strip() else _OPENING}{name}:{made}"
    return text


def _filled(text: str, name: str, made: str) -> str:
    """The text with what is new in the place of nothing under a key, and a comment beside that where it was."""
    found = re.search(rf"^{name}:(?:[ \t]*(?:\[\s*\]|~|null))?(?P<beside>[ \t]*(?:#.*)?)$", text, re.MULTILINE)
    if found is None:
        raise CannotSplice(f"its empty {name} stands where it cannot be filled; take it out")
    first, _, rest = made.removesuffix("\n").partition("\n")
    lines = f"\n{rest}" if rest else ""
    return f"{text[: found.start()]}{name}:{first}{found['beside']}{lines}{text[found.end() :]}"
