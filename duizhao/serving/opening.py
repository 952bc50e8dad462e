"""A report as it is on disk at this moment, for who edits it: its files, what they hold, where its suggestions stand.

What is done with it is left to `editing`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from ..cache import digest
from ..content.files import report_files
from ..content.records import Block, Content, Report
from ..content.report import report_of
from ..content.suggested import SuggestedStatement, Suggestions
from ..content.text_files import sightings
from ..issues import SourcePosition
from ..suggest.keeping import still_open
from ..suggest.making import proposer_of
from ..suggest.proposing import Proposer
from ..suggest.relating import earlier_reports
from ..suggest.undoing import FOLLOW_UPS
from ..text.anchor import Anchored, anchored
from ..text.characters import in_print, strays
from ..text.fold import Folded, fold_widths
from ..text.lexicon import Lexicon
from .saying import Said, word

_CONTROLS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
_LONGEST = 2_000  # characters of a field
_BESIDE = 8  # characters that are shown on either side of one


class Refused(Exception):
    """Why something that a page asks for is not done; nothing has changed then.

    `field` is the field of the form that says what cannot be, '' where it is none of them.
    """

    def __init__(self, why: Said, field: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.field = field


def in_one_line(text: str) -> str:
    """A text in one line."""
    return _CONTROLS.sub(" ", text).strip()


def said(form: Mapping[str, str], key: str) -> str:
    """What a field of a form says, in one line. Raises Refused where that is too long or has a stray character."""
    return in_one_line(whole(form, key))


def whole(form: Mapping[str, str], key: str) -> str:
    """What a field of a form says, line by line. Raises Refused as `said` does."""
    text = form.get(key, "").strip()
    if len(text) > _LONGEST:
        raise Refused(word("edit.too-long", most=f"{_LONGEST:,}", many=f"{len(text):,}"), key)
    _require_no_stray(in_one_line(text), key)
    return text


def _require_no_stray(text: str, key: str) -> None:
    """Refuses a character for which the file that holds it would be left out, with the words about it."""
    for one in sightings(strays(text), lambda offset: SourcePosition("", 1, offset + 1)):
        at = one.stray.offset
        around = in_print(text[max(at - _BESIDE, 0) : at + 1 + _BESIDE])
        raise Refused(word("edit.stray", around=around).with_english(f"{one.message}; {one.way_out}"), key)


def shown(what: str, *words: str) -> str:
    """A word for the words that something is about, by which a page says what it has shown, whatever its name is."""
    return digest(one.encode() for one in (what, *words))


@dataclass(frozen=True)
class OpenReport:
    """A report with the bytes of its files, and of the follow-ups of all, None where there is no such file.

    `known` is their hash, by which a page says what it has seen.
    """

    folder: Path
    path: str
    files: Mapping[str, bytes]
    follow_ups: bytes | None
    known: str
    report: Report
    library: Content

    def with_files(self, files: Mapping[str, bytes]) -> Report | None:
        """The report with other files, None where it cannot be read then."""
        return _read(self.path, files, self.library)[0]

    @cached_property
    def waiting(self) -> Suggestions:
        """What is suggested for its text as it is; nothing where that is of another text."""
        found = self.report.suggestions
        same = found is not None and found.text_sha256 == self.report.text_sha256
        return found if found and same else Suggestions(text_sha256=self.report.text_sha256)

    @cached_property
    def offered(self) -> Suggestions:
        """What of it is not coded, read or accounted for yet."""
        return still_open(self.report, self.waiting)

    @cached_property
    def places(self) -> dict[str, tuple[Block, int, int]]:
        """Where the suggested statements stand: by name the block, with start and end in it."""
        return {one.id: place for one in self.waiting.statements if (place := self.place(one))}

    @cached_property
    def _folded(self) -> Folded:
        return fold_widths(self.report.text)

    def place(self, one: SuggestedStatement) -> tuple[Block, int, int] | None:
        """Where the words of a statement stand: the block, with start and end in it."""
        at = anchored(self._folded, one.quote, one.prefix, one.suffix)
        return self.within(at.start, at.end) if isinstance(at, Anchored) else None

    def within(self, start: int, end: int) -> tuple[Block, int, int] | None:
        """The block that a stretch of the text lies in, and where in it."""
        found = (one for one in self.report.blocks if one.start <= start < one.end)
        return next(((one, start - one.start, min(end, one.end) - one.start) for one in found), None)

    def block(self, name: str) -> Block:
        """The block of this id. Raises Refused."""
        for one in self.report.blocks:
            if one.id == name:
                return one
        raise Refused(word("edit.no-paragraph", name=name))

    @cached_property
    def earlier(self) -> tuple[Report, ...]:
        """The earlier reports of the district, the latest of them first."""
        return tuple(reversed(earlier_reports(self.library, self.report)))

    @cached_property
    def proposer(self) -> Proposer:
        """Who proposes statements of words that a person chose."""
        return proposer_of(self.library)


def opened(top: Path, name: str, library: Content | None, last: OpenReport | None = None) -> OpenReport:
    """The report of this id as it is on disk. Raises Refused where it cannot be edited, and OSError.

    Where its files are still those of the `last` one that was opened, they are not read again.
    """
    if library is None:
        raise Refused(word("edit.no-content"))
    found = report_files(top, name)
    if found is None:
        raise Refused(word("edit.no-report", name=name))
    path, files = found
    folder = top / path
    if folder.is_symlink() or not folder.resolve().is_relative_to((top / "content").resolve()):
        raise Refused(word("edit.outside", path=path))
    if links := [name for name in files if (folder / name).is_symlink()]:
        raise Refused(word("edit.link", path=f"{path}/{links[0]}"))
    shared = folder / FOLLOW_UPS
    if shared.is_symlink():
        raise Refused(word("edit.link", path=shared.name))
    follow_ups = shared.read_bytes() if shared.is_file() else None
    known = known_of(files, follow_ups)
    if last and (last.path, last.known, _ways(last.library)) == (path, known, _ways(library)):
        return last if last.library is library else replace(last, library=library)
    report, wrong = _read(path, files, library)
    if report is None:
        raise Refused(word("edit.unreadable", path=path).with_english(wrong))
    return OpenReport(folder, path, files, follow_ups, known, report, library)


def known_of(files: Mapping[str, bytes], follow_ups: bytes | None) -> str:
    """The hash of the files of a report, and of the follow-ups of all."""
    every = [(name.encode(errors="replace"), data) for name, data in sorted(files.items())]
    return digest(part for name, data in [*every, (FOLLOW_UPS.encode(), follow_ups or b"")] for part in (name, data))


def _ways(library: Content) -> tuple[Lexicon, tuple[str, ...]]:
    """What of the content a report is read by."""
    return library.lexicon, tuple(library.languages)


def _read(path: str, files: Mapping[str, bytes], library: Content) -> tuple[Report | None, str]:
    """A report and the first thing that is wrong with it. English is not asked for yet: it may come afterwards."""
    languages = tuple(one for one in library.languages if one != "en")
    report, issues = report_of(path, files, library.lexicon, languages)
    return report, f"{issues[0].place}: {issues[0].message}" if issues else ""
