"""Rules of the files of a folder: the id is the folder's name, and a translation has the blocks of its text.

What a translation says is left to the rules of the corpus, the capture to `captures`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...issues import Issue, SourcePosition
from ..report_file import TRANSLATION, WrittenReport
from ..translation_file import UNTRANSLATED, mistaken_mark

_WHOLE = f"where a block has no English yet, its whole line is {UNTRANSLATED}, in a heading # {UNTRANSLATED}"


def ids_are_names_of_folders(written: WrittenReport) -> Iterator[Issue]:
    """The id of a report is the name of its folder."""
    front = written.front
    if front.id != written.name:
        message = f"the id is {front.id} and the folder is {written.name}"
        hint = "make the two alike; other files and readers' links name the id"
        yield Issue("id-mismatch", front.where.at("id"), message, hint)


def translations_have_the_blocks_of_their_text(written: WrittenReport) -> Iterator[Issue]:
    """A translation has a block for each block of its text, of the same level and in the same order."""
    if written.translation is None:
        return
    for ours, theirs in zip(written.translation, written.body, strict=False):
        if ours.level != theirs.level:
            message = f"a block of level {ours.level} stands where the text has one of level {theirs.level}"
            mark = f"{'#' * theirs.level} {UNTRANSLATED}".strip()
            hint = f"the text's block is {theirs.place.path}:{theirs.place.line}; without English yet it is {mark}"
            yield Issue("translation-blocks", ours.place, message, hint)
            return
    if len(written.translation) != len(written.body):
        message = f"{len(written.translation)} blocks, and the text has {len(written.body)}"
        hint = (
            "one line for each heading and each paragraph, in the same order; "
            f"a line {UNTRANSLATED} for each without English yet"
        )
        yield Issue("translation-blocks", written.place(TRANSLATION), message, hint)


def marks_of_untranslated_blocks_stand_alone(written: WrittenReport) -> Iterator[Issue]:
    """A block of a translation is English, or the whole of it is the mark of one that has none yet."""
    for block in written.translation or ():
        if not block.text.strip():
            yield Issue("translation-mark", block.place, "this heading says nothing", _WHOLE)
        elif mistaken := mistaken_mark(block):
            words, at = mistaken
            message = f"{words!r} is neither English nor the mark {UNTRANSLATED} of a block without any"
            if words == UNTRANSLATED:
                message = f"the mark {UNTRANSLATED} stands beside other words"
            place = SourcePosition(block.place.path, block.place.line, block.place.col + at)
            yield Issue("translation-mark", place, message, _WHOLE)
