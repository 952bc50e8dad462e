"""The rows of a script of rows, as `shards.js` reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from duizhao.pages.parts.shards import ShardRow


def rows_told(told: Sequence[Any]) -> Iterator[ShardRow[str]]:
    """Each with its HTML; nothing is said of a row that is so in the first of its kind."""
    words, kinds, rows = told
    assert len(words) == len({*words})
    for part, filters, keys, kind, changes in rows:
        pieces, numbers = [*kinds[kind]], [*map(int, changes.split())]
        for at, word in zip(numbers[::2], numbers[1::2], strict=True):
            assert pieces[at] != words[word]
            pieces[at] = words[word]
        named = (tuple(words[one] for one in numbers) for numbers in (filters, keys))
        yield ShardRow(words[part], *named, row="".join(pieces))
