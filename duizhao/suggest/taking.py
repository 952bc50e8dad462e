"""Suggestions taken over into the files of a report's folder, as bytes; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..content.records import Report
from ..content.report_file import ANNOTATIONS
from ..content.suggestion_file import SUGGESTIONS
from ..content.written import Annotations
from ..text.anchor import Anchored, anchored
from ..text.fold import fold_widths
from .accepting import Taken, as_annotations
from .splicing import CannotSplice, spliced
from .undoing import Change

_BOM = b"\xef\xbb\xbf"


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
        data = self.annotations or b""
        text = data.removeprefix(_BOM).decode()
        ends = "\r\n" if "\r\n" in text else "\n"
        made = spliced(text.replace("\r\n", "\n"), self.new, self._starts())
        return (_BOM if data.startswith(_BOM) else b"") + made.replace("\n", ends).encode()

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
