"""Suggestions taken over into the files of a report's folder, as bytes; nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..content.records import Content, Report
from ..content.report_file import ANNOTATIONS
from ..content.suggested import Suggestions
from ..content.suggestion_file import SUGGESTIONS
from ..content.written import Annotations
from ..text.anchor import Anchored, anchored
from ..text.characters import called, in_print, strays
from ..text.fold import fold_widths
from .accepting import Taken, as_annotations, ids_given, without
from .entries import spots_of
from .layout import CannotSplice, relaid
from .linking import CannotLink, answers_of, linked
from .splicing import spliced
from .undoing import FOLLOW_UPS, Change
from .writing import suggestions_text

_SHARED = "content/follow-ups.yaml"


@dataclass(frozen=True)
class Taking:
    """What is taken over, and the bytes of the annotations and the suggestions as they are; None of no file.

    `given` is what the annotations gain where a person has made more of it than was suggested.
    """

    report: Report
    taken: Taken
    annotations: bytes | None
    suggestions: bytes | None
    given: Annotations | None = None

    @cached_property
    def new(self) -> Annotations:
        """What the annotations gain."""
        return self.given or as_annotations(self.report, self.taken)

    @cached_property
    def hindrance(self) -> str:
        """Why nothing can be taken over, '' where it can."""
        if not self.report.statements_whole:
            return "something in it cannot be read or found; `duizhao check` says what"
        try:
            return "" if self._made else "nothing is left of it"
        except CannotSplice as cannot:
            return str(cannot)

    @cached_property
    def _made(self) -> bytes:
        return relaid(self.annotations, lambda text: spliced(text, self.new, self._starts()))

    def _starts(self) -> dict[str, int]:
        """Where each statement begins in the report's text, those that are new with those that there are."""
        text = fold_widths(self.report.text)
        starts = {one.id: one.start for one in self.report.statements}
        for one in self.new.statements:
            at = anchored(text, one.quote, one.prefix, one.suffix)
            starts[one.id] = at.start if isinstance(at, Anchored) else len(self.report.text)
        return starts

    def changes(self, left: bytes) -> tuple[Change, ...]:
        """The changes of both files; `left` are the suggestions that are left.

        The annotations come first: a program that is stopped between the two has lost nothing, since what is coded is
        not proposed again.
        """
        return Change(ANNOTATIONS, self.annotations, self._made), Change(SUGGESTIONS, self.suggestions, left)


class CannotTake(Exception):
    """Why nothing is taken over: the file in which it would stand, and what hinders it there."""

    def __init__(self, file: str, why: str) -> None:
        super().__init__(f"{file}: {why}")
        self.file, self.why = file, why


def changes_of(
    library: Content, report: Report, taken: Taken, files: Mapping[str, bytes | None], because: Mapping[str, str]
) -> tuple[Change, ...]:
    """What becomes of the files by which suggestions are taken over; each by its name in the report's folder.

    `because` are the words of the ground of follow-ups, by language. Raises CannotTake, and then nothing is to change.
    """
    taking = Taking(report, taken, files[ANNOTATIONS], files[SUGGESTIONS])
    suggestions = report.suggestions or Suggestions(text_sha256=report.text_sha256)
    left = Change(SUGGESTIONS, files[SUGGESTIONS], suggestions_text(without(suggestions, taken, taking.new)).encode())
    made: list[Change] = []
    if taken.has_annotations:
        if taking.hindrance:
            raise CannotTake(ANNOTATIONS, taking.hindrance)
        made += taking.changes(left.after)[:1]
    if taken.follow_ups:
        made.append(_linked(library, report, taking, files[FOLLOW_UPS], because))
    return (*made, left)


def _linked(library: Content, report: Report, taking: Taking, data: bytes | None, because: Mapping[str, str]) -> Change:
    """The change of the file of follow-ups."""
    for ground in because.values():
        if stray := next(strays(ground), None):
            raise CannotTake(_SHARED, f"{called(stray.char)} stands in the ground: {in_print(ground)}")
    try:
        answers = answers_of(library, report, taking.taken.follow_ups, ids_given(taking.taken, taking.new))
        made = relaid(data, lambda text: linked(text, answers, because, spots_of(library)))
    except (CannotLink, CannotSplice) as cannot:
        raise CannotTake(_SHARED, str(cannot)) from None
    return Change(FOLLOW_UPS, data, made)
