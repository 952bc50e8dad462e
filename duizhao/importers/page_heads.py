"""What stands at the head or the foot of each page beside its number, in a text that was copied from a paged document.

Which lines are numbers of pages is left to `page_numbers`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from .units import is_ended, is_numbered

NUMERAL = "(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,5})"
_NO_STOP = "[^。；，！？…]"
# The head of a gazette, with its number.
_GAZETTE = re.compile(
    f"{_NO_STOP}{{0,20}}(?:公报|政报|会刊|汇编){_NO_STOP}{{0,16}}第\\s*{NUMERAL}\\s*(?:期|号){_NO_STOP}{{0,16}}"
)
_DASHES = "[-—–―─~·•|]*"
_DRESSED = (
    f"{_DASHES}\\s*(?:第\\s*)?([1-9][0-9]{{0,3}})(?:\\s*页)?(?:\\s*[,，/／]?\\s*共\\s*[0-9]{{1,4}}\\s*页)?\\s*{_DASHES}"
)
_BEHIND = re.compile(f"(.*[\u3400-\u9fff].*?)[\\s|·•]+{_DRESSED}")
_BEFORE = re.compile(f"{_DRESSED}[\\s|·•]+(.*[\u3400-\u9fff].*)")
_LONGEST = 40


def heads_beside(lines: Sequence[str], numbers: Collection[int]) -> set[int]:
    """The lines that stand beside numbers of pages, twice at least, and hardly elsewhere; those of gazettes, once."""
    heads: set[int] = set()
    if not numbers:
        return heads
    filled = [number for number, line in enumerate(lines, 1) if line.strip()]
    words = {number: _folded(lines[number - 1]) for number in filled if _may_be_head(lines[number - 1])}
    for _ in range(2):  # a head may have two lines
        of_page = heads | set(numbers)
        beside = {
            other
            for one, two in zip(filled, filled[1:], strict=False)
            for other, known in ((one, two), (two, one))
            if known in of_page and other not in of_page and other in words
        }
        counts, everywhere = Counter(words[number] for number in beside), Counter(words.values())
        # Once elsewhere, as a title stands that is the head, too.
        repeated = {head for head, count in counts.items() if 1 < count >= everywhere[head] - 1}
        heads |= {number for number in beside if words[number] in repeated or _is_of_gazette(lines, number)}
    return heads


def heads_alone(lines: Sequence[str]) -> Iterator[int]:
    """The lines that are the head of a gazette by their words, a number of a page in them or not."""
    return (number for number in range(1, len(lines) + 1) if _is_of_gazette(lines, number))


def heads_with_numbers(lines: Sequence[str]) -> Iterator[list[tuple[int, int, int]]]:
    """For each of the heads that hold a number of a page the lines with it: line, number, and characters before it."""
    groups: dict[str, list[tuple[int, int, int]]] = {}
    at = 0
    for place, line in enumerate(lines, 1):
        words = line.strip()
        if _may_be_head(words):
            if found := _BEHIND.fullmatch(words):
                groups.setdefault(found[1], []).append((place, int(found[2]), at))
            elif found := _BEFORE.fullmatch(words):
                groups.setdefault(found[2], []).append((place, int(found[1]), at))
        at += len(words)
    return iter(groups.values())


def _may_be_head(line: str) -> bool:
    words = line.strip()
    return (
        len(words) <= _LONGEST
        and re.search("[\u3400-\u9fff]", words) is not None
        and not (re.search("[。；，！？]", words) or is_ended(words) or is_numbered(words))
    )


def _is_of_gazette(lines: Sequence[str], number: int) -> bool:
    words = lines[number - 1].strip()
    return len(words) <= _LONGEST and _GAZETTE.fullmatch(words) is not None


def _folded(line: str) -> str:
    """The words of a line without blanks, each number as one sign."""
    return re.sub("[0-9０-９]+", "#", re.sub("\\s", "", line))
