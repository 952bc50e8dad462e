"""The commands that propose and take over: what a program suggests for a report, and what a person makes of it.

How suggestions are made and taken over is left to `suggest`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .commands import CONTENT_WRONG, FINE, InProject, UsageError, visibly
from .options import argument, option
from .replacing import ChangedMeanwhile, Replacement, bytes_of, replace_files

if TYPE_CHECKING:
    from .content.records import Content, Report
    from .content.suggested import Suggestions
    from .suggest.accepting import Taken

# So sure that hardly one is wrong.
_SURE = 0.9
# Bytes by the names that files have in a report's folder, None of one that is not there.
Files = Mapping[str, bytes | None]


class Refused(Exception):
    """Why a command does nothing, in what a person wrote."""


@dataclass(frozen=True, slots=True)
class OfReports(InProject):
    """What the commands on suggestions have in common."""

    def run(self) -> int:
        """Does it; what stands in its way is told in one line, and then nothing is written."""
        try:
            self.do()
        except (Refused, ChangedMeanwhile) as refused:
            print(visibly(f"duizhao: {refused}"), file=sys.stderr)
            return CONTENT_WRONG
        return FINE

    def do(self) -> None:
        """What the command does. Raises Refused and UsageError."""
        raise NotImplementedError

    def read(self, *names: str) -> tuple[Content, dict[str, Files]]:
        """All content, also statements that have no English yet, and the files of the reports of these names.

        The files are read first: where they are others when they are to be replaced, what was made of the content may
        be of neither. Raises Refused where the content cannot be read.
        """
        from .content.files import library_of, report_ids

        self.require_content()
        if wrong := self.not_to_be_read():
            raise Refused(f"{wrong[0].place.path}: {wrong[0].message}; `duizhao check` says more")
        files = {name: self._files(name) for name in report_ids(self.top) if name in names}
        library = library_of(self.top, not_yet=("en",))[0]
        if library is None:
            raise Refused(f"the content of {self.top} cannot be read; `duizhao check` says why")
        if strange := [one.id for one in library.reports if one.id in names and one.id not in files]:
            raise Refused(f"the folder of {strange[0]} has another name; `duizhao check` says which")
        return library, files

    def _files(self, report: str) -> Files:
        from .suggest.undoing import FOLLOW_UPS

        return {name: bytes_of(self.folder(report) / name) for name in (_ANNOTATIONS, SUGGESTIONS, FOLLOW_UPS)}

    def folder(self, report: str) -> Path:
        """The folder of a report."""
        return self.top / "content" / "reports" / report

    def text(self, report: str, name: str, files: Files) -> str:
        """What a file of a report's folder says, '' where there is none. Raises Refused where it cannot be read."""
        from .content.nodes import node_of
        from .content.suggestion_file import mistakes_in
        from .content.text_files import text_of

        data = files[name]
        path = f"content/reports/{report}/{name}"
        text, issues = text_of(path, data) if data is not None else ("", [])
        issues = mistakes_in(path, data) if name == SUGGESTIONS else issues or node_of(text or "", path)[1]
        if issues:
            first = min(issues, key=lambda issue: issue.place)
            raise Refused(f"{first.place}: {first.message}; mend it first, or what it holds would be lost")
        return text or ""

    def put(self, report: Report, suggestions: Suggestions, files: Files) -> None:
        """Writes the suggestions of a report whose files were these. Raises ChangedMeanwhile and OSError."""
        from .suggest.writing import suggestions_text

        path, made = self.folder(report.id) / SUGGESTIONS, suggestions_text(suggestions).encode()
        replace_files([Replacement(path, files[SUGGESTIONS], made)])


def report_named(library: Content, name: str) -> Report:
    known = {report.id: report for report in library.reports}
    if name not in known:
        there = f"there are {', '.join(known)}" if known else "there are none"
        raise UsageError(f"no report {name} can be read; {there}")
    return known[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggest(OfReports):
    """Proposes what reports state, with figures and times: suggestions.yaml in their folders, which is no coding."""

    reports: tuple[str, ...] = argument("the ids of the reports", metavar="REPORT")
    dry_run: bool = option("count what would be proposed, and write nothing")

    def do(self) -> None:
        """Writes the suggestions of each report, and says how many there are and how many of them are sure.

        The earliest go first: later ones answer to the promises that are suggested for them.
        """
        from .suggest.making import made_for

        names = dict.fromkeys(self.reports)
        library, files = self.read(*names)
        reports = [report_named(library, name) for name in names]
        coded = {one.id: self.text(one.id, _ANNOTATIONS, files[one.id]) for one in reports}
        for one in reports:
            self.text(one.id, SUGGESTIONS, files[one.id])
        for report in sorted(reports, key=lambda one: one.date):
            made = made_for(library, report, coded[report.id])
            known = (replace(one, suggestions=made) if one.id == report.id else one for one in library.reports)
            library = replace(library, reports=tuple(known))
            if not self.dry_run:
                self.put(report, made, files[report.id])
            for line in _counted(report, made):
                print(line)


_FOLLOW_UP = re.compile("f[0-9]+")
SUGGESTIONS, _ANNOTATIONS = "suggestions.yaml", "annotations.yaml"


def _counted(report: Report, made: Suggestions) -> Iterator[str]:
    """What is proposed, in figures."""
    from .content.vocabulary import KINDS

    kinds = Counter(one.kind for one in made.statements)
    measures = sum(len(one.measures) for one in made.statements)
    sure = sum(one.confidence >= _SURE for one in made.statements)
    listed = ", ".join(f"{kinds[kind]} {kind}s" for kind in KINDS)
    said = f"{report.id}: {len(made.statements)} statements ({listed})"
    yield f"{said}, {sure} of them as sure as {_SURE}; {measures} measures"
    rest = (
        (len(made.nothing_to_code), "paragraphs with nothing to code"),
        (len(made.numbers), "numbers that are no measures"),
        (len(made.follow_ups), "follow-ups"),
        (sum(map(len, (made.rejected, made.rejected_blanks, made.rejected_numbers))), "refused before"),
    )
    yield "  " + ", ".join(f"{many} {what}" for many, what in rest)


def _waiting(report: Report) -> Suggestions:
    """The suggestions of a report. Raises Refused where there are none for its text."""
    if report.suggestions is None:
        raise Refused(f"{report.id} has no suggestions that can be read; `duizhao suggest {report.id}` makes them")
    if report.suggestions.text_sha256 != report.text_sha256:
        raise Refused(
            f"the suggestions of {report.id} are of another text; `duizhao suggest {report.id}` makes them anew"
        )
    return report.suggestions


def _require_known(suggestions: Suggestions, names: Sequence[str], report: str) -> None:
    from .suggest.accepting import unknown_names

    if strange := unknown_names(suggestions, names):
        raise UsageError(f"nothing is suggested for {report} under {', '.join(strange)}")


def _require_evidence(names: Sequence[str], evidence: Mapping[str, str]) -> None:
    from .suggest.linking import EVIDENCE_OF_WORDS

    allowed = ", ".join(EVIDENCE_OF_WORDS)
    if bare := [name for name in names if _FOLLOW_UP.fullmatch(name)]:
        raise UsageError(f"say what {bare[0]} is evidence of, as in {bare[0]}=restated; one of {allowed}")
    if wrong := [name for name, said in evidence.items() if said not in EVIDENCE_OF_WORDS]:
        raise UsageError(f"{wrong[0]} cannot be {evidence[wrong[0]]!r}; later words are one of {allowed}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept(OfReports):
    """Takes suggestions over into annotations.yaml and follow-ups.yaml; all else in them stays as it stands."""

    report: str = argument("the id of the report", metavar="REPORT")
    names: tuple[str, ...] = argument(
        "what is taken over: g001 of a statement, p4 of a block with nothing to code, the words of a number, "
        "f001=restated of a follow-up with what it is evidence of",
        (),
        metavar="ID",
    )
    all_above: str = option("take over all that is as sure as this, such as 0.9", "", metavar="CONFIDENCE")
    because_zh: str = option("the ground of the follow-ups in Chinese, in one sentence", "", metavar="WORDS")
    because_en: str = option("the same in English", "", metavar="WORDS")
    dry_run: bool = option("list what would be taken over, and write nothing")
    undo: bool = option("put back what stood in the folder before the last time")

    def do(self) -> None:
        """Lists what is taken over, writes it, and says what a person must still write."""
        if bool(self.names) + bool(self.all_above) + self.undo != 1:
            raise UsageError("name what is taken over, or --all-above and how sure, or --undo")
        if self._because and not any(map(_FOLLOW_UP.match, self.names)):
            first = f"--because-{min(self._because)}"
            raise UsageError(f"{first} is the ground of follow-ups, and none is named, as f001=restated would be")
        if self.undo:
            self._undo()
            return
        library, held = self.read(self.report)
        report = report_named(library, self.report)
        files = held[report.id]
        if strange := [name for name in self._because if name not in library.languages]:
            raise UsageError(f"--because-{strange[0]} is in a language that the site does not have")
        taken = self._taken(report, files)
        for line in _listed(taken):
            print(line)
        if not taken:
            print(f"{report.id}: nothing that is open is as sure as {self.all_above}")
        elif not self.dry_run:
            self._write(library, report, taken, files)

    def _taken(self, report: Report, files: Files) -> Taken:
        """What is asked for and still open. Raises Refused where what is named is not, and UsageError."""
        from .suggest.accepting import taken_above, taken_by_name, unknown_names
        from .suggest.keeping import each_once, still_open

        self.text(report.id, SUGGESTIONS, files)
        suggestions = _waiting(report)
        left = still_open(report, suggestions)
        if self.names:
            evidence = dict(name.split("=", 1) for name in self.names if _FOLLOW_UP.match(name) and "=" in name)
            names = [name for name in self.names if name.partition("=")[0] not in evidence]
            _require_known(suggestions, [*names, *evidence], self.report)
            _require_evidence(names, evidence)
            if coded := unknown_names(left, [*names, *evidence]):
                said = f"{', '.join(coded)}: coded or accounted for already since this was suggested"
                raise Refused(f"{said}; `duizhao suggest {report.id}` makes the rest anew")
            return taken_by_name(left, names, evidence)
        if not re.fullmatch(r"0|0?\.[0-9]+|1(?:\.0+)?", self.all_above):
            raise UsageError(f"--all-above takes a number from 0 to 1, not {self.all_above!r}")
        sure, taken = taken_above(suggestions, self.all_above), each_once(report, taken_above(left, self.all_above))
        if many := len(sure.statements) - len(taken.statements):
            print(f"{report.id}: {many} as sure are left where they are: their words are coded, or taken with others")
        return taken

    @property
    def _because(self) -> dict[str, str]:
        """The words of the ground by language, those that are given."""
        return {name: words for name, words in (("en", self.because_en), ("zh", self.because_zh)) if words}

    @property
    def _memory(self) -> Path:
        return self.top / ".cache" / "accepted" / f"{self.report}.json"

    def _write(self, library: Content, report: Report, taken: Taken, files: Files) -> None:
        from .suggest.accepting import as_annotations, still_missing
        from .suggest.taking import CannotTake, changes_of
        from .suggest.undoing import change_files

        because = {name: self._because[name] for name in library.languages if name in self._because}
        try:
            changes = changes_of(library, report, taken, files, because)
        except CannotTake as cannot:
            raise Refused(f"{report.id}: {cannot}") from None
        change_files(self.folder(report.id), changes, self._memory)
        into = " and ".join(Path(one.name).name for one in changes if one.name != SUGGESTIONS)
        print(f"{report.id}: taken over into {into}; `duizhao accept {report.id} --undo` puts it back")
        missing = still_missing(as_annotations(report, taken).statements, library.languages, report.translated)
        there = {one.promise for one in library.follow_ups}
        promises = {one.suggested.promise for one in taken.follow_ups}
        if promises - there and len(because) < len(library.languages):
            missing.append(f"{len(promises - there)} without because, the ground in one sentence")
        for line in missing:
            print(f"  {line}: `duizhao check` asks for it")
        for promise in sorted(promises & there) if because else ():
            print(f"  {promise} has its ground in content/follow-ups.yaml already, which stays as it is")

    def _undo(self) -> None:
        from .suggest.undoing import CannotUndo, undo

        try:
            names = undo(self.folder(self.report), self._memory, dry_run=self.dry_run)
        except CannotUndo as cannot:
            raise Refused(f"{self.report}: {cannot}") from None
        are = "would be" if self.dry_run else "are"
        print(f"{self.report}: {' and '.join(Path(name).name for name in names)} {are} as they were")


def _listed(taken: Taken) -> Iterator[str]:
    """What is taken over, a line each: nothing is that was not shown."""
    yield from (f"  {one.id}  {one.confidence}  {one.kind:<9}  {one.quote}" for one in taken.statements)
    yield from (f"  {one.block}  {one.confidence}  nothing to code" for one in taken.blanks)
    yield from (f"  {one.block}  {one.confidence}  no measure: {one.text} ({one.reason})" for one in taken.numbers)
    for one, evidence in ((chosen.suggested, chosen.evidence) for chosen in taken.follow_ups):
        yield f"  {one.id}  {one.confidence}  {evidence:<9}  {one.later} on {one.promise}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject(OfReports):
    """Refuses what is suggested: it is not made again while the report's text stays as it is."""

    report: str = argument("the id of the report", metavar="REPORT")
    names: tuple[str, ...] = argument(
        "what is refused: g001 of a statement, p4 of a block with nothing to code, the words of a number, f001 of a "
        "follow-up",
        metavar="ID",
    )

    def do(self) -> None:
        """Takes them out of what is suggested, and remembers them."""
        from .suggest.accepting import refused, refused_follow_ups
        from .suggest.relating import words_by_name

        library, files = self.read(self.report)
        report = report_named(library, self.report)
        self.text(report.id, SUGGESTIONS, files[report.id])
        suggestions = _waiting(report)
        _require_known(suggestions, self.names, self.report)
        words = words_by_name(library, report, suggestions.statements)
        try:
            left = refused_follow_ups(refused(suggestions, self.names), self.names, words)
        except KeyError as gone:
            why = f"{gone.args[0]} is not there any more; `duizhao suggest {report.id}` makes the rest anew"
            raise Refused(f"{report.id}: {why}") from None
        self.put(report, left, files[report.id])
        waiting = f"{len(left.statements) + len(left.nothing_to_code) + len(left.numbers)} wait"
        waiting += f" with {len(left.follow_ups)} follow-ups" * bool(suggestions.follow_ups)
        print(f"{self.report}: {len({*self.names})} refused, {waiting}")
