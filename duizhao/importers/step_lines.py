"""The steps of a report's clean-up in its file, changed in place: comments, order and layout of all else stay.

Which steps are to change is left to `aligning`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from ..content.yaml_words import in_yaml
from .aligning import Alignment, NotAligned

_FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters start..end of a file, and what comes in their place."""

    start: int
    end: int
    words: str


def front_end(text: str) -> int:
    """Where the text behind the front matter begins. Raises NotAligned where there is none."""
    end = text.find(f"\n{_FENCE}", len(_FENCE) - 1) if text.startswith(_FENCE) else -1
    if end < 0:
        raise NotAligned("report.md has no front matter between two lines ---")
    return end + 1 + len(_FENCE)


def with_lines(text: str, change: Alignment) -> str:
    """The file with other steps by line."""
    clean_up = _clean_up(text)
    lines = _value(clean_up, "lines")
    if lines is None:
        return _with_key(text, clean_up, change) if change.come else text
    items = _items(lines, "lines")
    gone = set(change.gone)
    left = [item for index, item in enumerate(items) if index not in gone]
    if not left and not change.come:
        return _edited(text, [_without_key(text, clean_up, "lines")])
    indent = " " * _indent(text, items[0])
    edits = [_without(text, items[index]) for index in gone]
    for first, step in change.come:
        behind = next((item for item in items if _first_line(item) > first), None)
        at = _line_start(text, behind) if behind is not None else _line_end(text, items[-1])
        edits.append(_Edit(at, at, f"{indent}- {in_yaml(step)}\n"))
    return _edited(text, edits)


def with_counts(text: str, counts: Mapping[tuple[str, int], int]) -> str:
    """The file with other counts, by the key of the list and the place in it; what counts none goes."""
    clean_up = _clean_up(text)
    edits: list[_Edit] = []
    for key in {key for key, _ in counts}:
        value = _value(clean_up, key)
        if isinstance(value, yaml.ScalarNode):
            edits.append(_Edit(value.start_mark.index, value.end_mark.index, str(counts[key, 0])))
            continue
        items = _items(value, key)
        found = {index: count for (name, index), count in counts.items() if name == key}
        if len(items) == sum(count == 0 for count in found.values()):
            edits.append(_without_key(text, clean_up, key))
            continue
        for index, count in found.items():
            node = _value(items[index], "count")
            if not count or node is None:
                edits.append(_without(text, items[index]))
            else:
                edits.append(_Edit(node.start_mark.index, node.end_mark.index, str(count)))
    return _edited(text, edits)


def _clean_up(text: str) -> yaml.MappingNode:
    """The node of the clean-up; its marks count from the beginning of the file, the fence before it included."""
    root = yaml.compose(text[: front_end(text) - len(_FENCE)], Loader=yaml.SafeLoader)
    node = _value(root, "clean_up") if root is not None else None
    if not isinstance(node, yaml.MappingNode) or (node.flow_style and node.value):
        raise NotAligned("clean_up stands in braces; write each of its keys on a line of its own")
    return node


def _value(node: yaml.Node, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _items(node: yaml.Node | None, key: str) -> list[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode) or node.flow_style or not node.value:
        raise NotAligned(f"the steps under {key} stand in brackets; begin each with - on a line of its own")
    return list(node.value)


def _first_line(item: yaml.Node) -> int:
    """The first line of the capture that a step names."""
    for key in ("drop", "metadata", "heading", "paragraph", "apart", "rows"):
        value = _value(item, key)
        if value is not None and str(value.value).split("-")[0].isdecimal():
            return int(str(value.value).split("-")[0])
    return 0


def _with_key(text: str, clean_up: yaml.MappingNode, change: Alignment) -> str:
    """The file with steps by line, of which there was none."""
    steps = "".join(f"    - {in_yaml(step)}\n" for _, step in change.come)
    if not clean_up.value:
        start = clean_up.start_mark.index
        return f"{text[:start].rstrip(' ')}\n  lines:\n{steps.rstrip()}{text[clean_up.end_mark.index :]}"
    indent = " " * clean_up.start_mark.column
    at = _line_end(text, clean_up.value[-1][1])
    nested = "".join(f"{indent}{line[2:]}\n" for line in steps.splitlines())
    return f"{text[:at]}{indent}lines:\n{nested}{text[at:]}"


def _without(text: str, item: yaml.Node) -> _Edit:
    return _Edit(_line_start(text, item), _line_end(text, item), "")


def _without_key(text: str, clean_up: yaml.MappingNode, key: str) -> _Edit:
    name, value = next(pair for pair in clean_up.value if pair[0].value == key)
    if len(clean_up.value) == 1:
        return _Edit(_line_start(text, name) - 1, _line_end(text, value), " {}\n")
    return _Edit(_line_start(text, name), _line_end(text, value), "")


def _line_start(text: str, node: yaml.Node) -> int:
    return text.rfind("\n", 0, node.start_mark.index) + 1


def _indent(text: str, item: yaml.Node) -> int:
    """How far the sign before an item stands in."""
    start = _line_start(text, item)
    return text.index("-", start) - start


def _line_end(text: str, node: yaml.Node) -> int:
    """Where the line behind the last word of a node begins: a node in blocks ends only where the next one begins."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return text.find("\n", node.end_mark.index - 1) + 1


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    """The text with all edits done, the last first, so that those at one place stay in their order."""
    for _, edit in sorted(enumerate(edits), key=lambda one: (one[1].start, one[1].end, one[0]), reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text
