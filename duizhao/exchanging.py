"""The commands to and from other annotation tools: a report's text with its marks goes out, marks come back.

The forms of files, and what becomes of marks, are left to `doors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .commands import UsageError, writing
from .options import argument, option
from .suggesting import SUGGESTIONS, OfReports, Refused, report_named

if TYPE_CHECKING:
    from .doors.formats import Format

FORMS = ("label-studio", "doccano", "inception", "w3c")
_FORM = "the form of the file: " + ", ".join(FORMS)


def _form(name: str) -> Format:
    from .doors.formats import FORMATS

    if not name:
        raise UsageError(f"--format is needed, one of {', '.join(FORMS)}")
    return FORMATS[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(OfReports):
    """Writes a report's text with its statements and suggestions for another annotation tool."""

    tasks: str = option("the id of the report", "", metavar="REPORT")
    format: str = option(_FORM, "", choices=FORMS)
    into: Path | None = option("a file that is not there yet (by default REPORT and the form)", None, metavar="FILE")

    def do(self) -> None:
        """Writes the file, and says how many marks it holds."""
        from .doors.proposals import task_of
        from .doors.spans import WrongFile
        from .replacing import make_file

        if not self.tasks:
            raise UsageError("--tasks is needed: the id of the report that goes out")
        form = _form(self.format)
        library, _ = self.read()
        task = task_of(library, report_named(library, self.tasks))
        path = self.into or Path(f"{task.report}.{form.ending}")
        try:
            data = form.written(task)
        except WrongFile as wrong:
            raise Refused(str(wrong)) from None
        with writing(path.parent):
            try:
                make_file(path, data)
            except FileExistsError:
                raise UsageError(f"{path} is there already; name another file with --into") from None
        print(f"{path}: {len(task.text):,} characters with {len(task.spans)} marks for {form.tool}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAnnotations(OfReports):
    """Takes what was marked in another annotation tool as suggestions for a report; nothing of it is coded yet."""

    report: str = argument("the id of the report", metavar="REPORT")
    file: str = argument("the file that the tool exported", metavar="FILE", names_file=True)
    format: str = option(_FORM, "", choices=FORMS)
    dry_run: bool = option("count what would come, and write nothing")

    def do(self) -> None:
        """Adds to suggestions.yaml what is new, and counts the rest."""
        from .doors.proposals import arrived, spans_for
        from .doors.spans import WrongFile

        form, data = _form(self.format), _bytes_of(Path(self.file))
        library, files = self.read(self.report)
        report = report_named(library, self.report)
        self.text(report.id, SUGGESTIONS, files[report.id])
        try:
            come = arrived(library, report, spans_for(report, form.read(data), form), form)
        except WrongFile as wrong:
            raise Refused(f"{self.file}: {wrong}") from None
        if not self.dry_run and come.suggestions != report.suggestions:
            self.put(report, come.suggestions, files[report.id])
        rest = f"{come.waiting} waited already, {come.coded} are coded, {come.refused} were refused before"
        print(f"{report.id}: {come.new} new suggestions; {rest}")


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file. Raises UsageError where there is none, Refused where it is too large."""
    from .doors.json_files import MOST_BYTES

    if not path.is_file():
        raise UsageError(f"{path} is no file")
    if path.stat().st_size > MOST_BYTES:
        raise Refused(f"{path}: has more than {MOST_BYTES:,} bytes, which are not read")
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path}: cannot be read: {error.strerror}") from None
