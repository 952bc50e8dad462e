"""Rules of the files of a folder: its name, where its capture is from, and that a translation has the text's blocks.

What a translation says is left to the rules of the corpus, the capture to `captures`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...issues import Issue, SourcePosition
from ...text.language import is_chinese
from ..dating import (
    date_is_borne_out,
    is_captured_before,
    is_dated_otherwise,
    is_far_from_what_it_covers,
)
from ..parting import parting
from ..report_file import TEXT, TRANSLATION, WrittenBlock, WrittenReport
from ..translation_file import UNTRANSLATED, mistaken_mark
from ..value_types import is_id

_WHOLE = f"where a block has no English yet, its whole line is {UNTRANSLATED}, in a heading # {UNTRANSLATED}"


def ids_are_names_of_folders(written: WrittenReport) -> Iterator[Issue]:
    """The id of a report is the name of its folder."""
    front = written.front
    if front.id != written.name:
        message = f"the id is {front.id} and the folder is {written.name}"
        ways = (
            f"write id: {written.name}, or rename the folder" if is_id(written.name) else f"name the folder {front.id}"
        )
        hint = f"{ways}; other files and readers' links name the id"
        yield Issue("id-mismatch", front.where.at("id"), message, hint)


def dates_lie_near_what_is_covered(written: WrittenReport) -> Iterator[Issue]:
    """A text is dated at most five years before or after the years that it covers."""
    front = written.front
    if is_far_from_what_it_covers(front) and not is_dated_otherwise(front):
        wrong = "covers" if date_is_borne_out(front) else "date"
        message = f"the text is of {front.date}, and covers {front.covers}"
        hint = "correct the one that is wrong; covers: the years it looks back and forward to"
        yield Issue("date-disagrees", front.where.at(wrong), message, hint)


def captures_are_of_texts_that_there_were(written: WrittenReport) -> Iterator[Issue]:
    """A capture is no older than its text, and its publisher is said by editors only where it prints none."""
    front, origin = written.front, written.front.origin
    told = is_dated_otherwise(front) or is_far_from_what_it_covers(front)
    if is_captured_before(front) and not told:
        message = f"captured {origin.captured}, and the text is of {front.date}"
        hint = "one of the two times is wrong; a day of capture that is not known is left out"
        yield Issue("origin-disagrees", origin.where.at("captured"), message, hint)
    if origin.publisher and front.printed.source:
        message = f"the capture prints its publisher, {front.printed.source}"
        hint = "leave publisher out; what else is known of it stands in note"
        yield Issue("origin-disagrees", origin.where.at("publisher"), message, hint)


def translations_have_the_blocks_of_their_text(written: WrittenReport) -> Iterator[Issue]:
    """A translation has a block for each block of its text, of the same level and in the same order."""
    if written.translation is None or not written.body:
        return
    if not written.translation:
        hint = f"write it, or take the file away until there is some; one block without English is {UNTRANSLATED}"
        yield Issue("translation-blocks", written.place(TRANSLATION), "the translation is empty", hint)
        return
    if len(written.translation) != len(written.body):
        yield _of_another_number(written, written.translation)
        return
    for ours, theirs in zip(written.translation, written.body, strict=True):
        if ours.level != theirs.level:
            message = f"{_kind(ours)} stands where the text has {_kind(theirs)}"
            mark = f"{'#' * theirs.level} {UNTRANSLATED}".strip()
            hint = f"the text's block is {theirs.place.path}:{theirs.place.line}; without English yet it is {mark}"
            yield Issue("translation-blocks", ours.place, message, hint)
            return


def _of_another_number(written: WrittenReport, translation: Sequence[WrittenBlock]) -> Issue:
    """The issue of a translation that has more or fewer blocks than its text, where the two part."""
    at, count = parting(translation, written.body), len(translation) - len(written.body)
    blocks = "1 block" if len(translation) == 1 else f"{len(translation)} blocks"
    counts = f"the translation has {blocks}, and the text has {len(written.body)}"
    if count > 0:
        surplus = "this block is" if count == 1 else f"{count} blocks from here are"
        message = f"{counts}: {surplus} not in the text"
        hint = "one line for each heading and each paragraph of the text: join what was one, take out what is not in it"
        return Issue("translation-blocks", translation[at].place, message, hint)
    lacking = written.body[at]
    where = "before this block" if at < len(translation) else "behind this block, the last"
    place = translation[min(at, len(translation) - 1)].place
    which = f"line {lacking.place.line} of {TEXT} ({_beginning(lacking.text)})"
    message = f"{counts}: the English of {which} is missing {where}"
    mark = f"{'#' * lacking.level} {UNTRANSLATED}".strip()
    hint = f"one line for each heading and each paragraph, in the same order; without English yet it is {mark}"
    return Issue("translation-blocks", place, message, hint)


def _kind(block: WrittenBlock) -> str:
    return f"a heading of level {block.level}" if block.level else "a paragraph"


def _beginning(text: str) -> str:
    return text if len(text) <= 12 else f"{text[:12]}…"


def translations_are_english(written: WrittenReport) -> Iterator[Issue]:
    """A block of a translation is not left in Chinese; of several of them the first is told."""
    left = [b for b in written.translation or () if is_chinese(b.text) and not mistaken_mark(b)]
    if left:
        message = "this block is Chinese"
        if len(left) > 1:
            message += f", the first of {len(left)} such of {len(written.translation or ())} blocks"
        yield Issue("wrong-language", left[0].place, message, f"put it into English; {_WHOLE}")


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
