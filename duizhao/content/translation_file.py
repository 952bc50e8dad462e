"""The English of a report's blocks: each block of the translation stands for the one of the text at its position.

Whether it says what the Chinese says is left to the rules of the corpus.
"""

from __future__ import annotations

from .report_file import WrittenBlock, WrittenReport


def fits(written: WrittenReport) -> bool:
    """True where the translation has the headings and paragraphs of the text, in the same order."""
    return [block.level for block in written.translation or ()] == [block.level for block in written.body]


def english_of(written: WrittenReport) -> tuple[WrittenBlock | None, ...]:
    """The English of each block of the text; None of all where there is no translation, or one that does not fit."""
    blocks = written.translation if written.translation and fits(written) else (None,) * len(written.body)
    return tuple(blocks)
