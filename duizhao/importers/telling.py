"""What is printed of an import: what was read, what was found, and what whoever imports has to look at.

What all this is made of is left to `importing`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..text.cleanup import APART, DROPPED
from .importing import Imported

_SHOWN = 12
_FORMS = {"text": "text", "html": "page", "docx": "Word file", "pdf": "PDF"}
_KINDS = {"work-report": "a work report", "digest": "a digest", "feature": "a feature"}


def told(one: Imported, held: Iterable[str] = ()) -> Iterator[str]:
    """The lines that say what became of a capture; the first is its name."""
    yield one.source.name
    yield f"  read     {_read(one)}"
    yield from _titled("found", _found(one))
    doubts = [*held, *one.doubts]
    shown = doubts[:_SHOWN] + ([f"and {len(doubts) - _SHOWN} more"] if len(doubts) > _SHOWN else [])
    yield from _titled("unsure", shown)


def _titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"  {'' if number else title:<9}{line}"


def _read(one: Imported) -> str:
    text = one.taken.text
    form = _FORMS[one.source.kind]
    spelt = f" in {one.taken.encoding.upper()}" if one.taken.encoding else f" by {one.taken.tool.rpartition(', ')[2]}"
    lost = len(text) - sum(piece.end - piece.start for piece in one.made.pieces)
    lines = text.count("\n") + (not text.endswith("\n"))
    return f"{form}{spelt}: {_counted(lines, 'line')}, {_counted(len(text), 'character')}, {lost} lost"


def _found(one: Imported) -> Iterator[str]:
    keys, printed = one.draft.keys, one.draft.printed
    title = keys["title"]
    dated = f"{keys['date']} ({keys['date_basis']})"
    yield f"{_KINDS[one.described.kind]} of {one.described.year}, {dated}; covers {keys['covers']}"
    yield f"title: {title['zh'] if isinstance(title, dict) else title} ({keys['title_basis']})"
    for name in ("speaker", "occasion", "source", "byline"):
        if name in printed:
            yield f"{name}: {printed[name]}"
    levels = Counter(block.level for block in one.made.blocks)
    headings = sum(count for level, count in levels.items() if level)
    by_level = "/".join(str(levels[level]) for level in (1, 2, 3) if levels[level])
    of = f" ({by_level} by level)" if headings and len(levels) > 2 else ""
    chars = sum(len(block.text) for block in one.made.blocks)
    yield (
        f"{_counted(headings, 'heading')}{of}, {_counted(levels[0], 'paragraph')},"
        f" {_counted(chars, 'character')} of text"
    )
    yield from _aside(one)
    yield from _changes(one)


def _aside(one: Imported) -> Iterator[str]:
    """How many characters are left out or set apart, by the reason."""
    sizes: Counter[tuple[str, str]] = Counter()
    for piece in one.made.pieces:
        if piece.fate in (DROPPED, APART) and piece.reason:
            sizes[piece.fate, piece.reason] += piece.end - piece.start
    for fate, words in ((DROPPED, "left out"), (APART, "set apart")):
        told = ", ".join(f"{reason} {size:,}" for (of, reason), size in sizes.items() if of == fate)
        if told:
            yield f"{words} (characters): {told}"


def _changes(one: Imported) -> Iterator[str]:
    """The steps that change characters or put lines together."""
    steps = one.draft.steps
    whole = [name for name in ("radicals", "pinyin", "punctuation", "script") if name in one.draft.whole]
    listed = [f"{name} ({len(steps[name])})" for name in ("characters", "escapes", "entities") if steps.get(name)]
    joins = [f"{step['count']} lines joined" for step in steps["patterns"] if "join" in step]
    illegible = [f"{step['count']} places illegible" for step in steps["patterns"] if "illegible" in step]
    if told := [*whole, *listed, *joins, *illegible]:
        yield f"steps: {', '.join(told)}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
