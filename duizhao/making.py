"""The commands that make content: a new site, a record of one, a report from a capture.

What they write is left to `scaffold` and to `importers`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from .commands import CONTENT_WRONG, FINE, InProject, OnProject, UsageError, told, visibly, writing
from .options import argument, not_utf8, option
from .site.place import folder_at

if TYPE_CHECKING:
    from .corpus.vocabularies import Vocabularies
    from .importers.importing import Imported, Wanted
    from .importers.source import Source
    from .progress import Progress

NEW = ("site", "district", "report", "term", "indicator", "initiative")
# The options of `new` that say something of a record.
SAID = (
    *("zh", "en", "city", "city_en", "adcode", "district", "kind", "unit", "theme", "pinyin"),
    *("about_zh", "about_en", "capture", "year"),
)
# What a site and a report are told with; of a record `scaffold` says it.
_TAKEN: Mapping[str, Sequence[str]] = {"site": (), "report": ("district", "capture", "year", "top")}


@dataclass(frozen=True, slots=True)
class New(InProject):
    """Makes a site's folder, or adds a district, a report, a term, an indicator or an initiative to a site."""

    what: str = argument("what is made: " + ", ".join(NEW), metavar="WHAT", choices=NEW)
    name: str = argument(
        "a site's folder, which is not there yet or is empty; of all else its id", metavar="NAME", names_file=True
    )
    zh: str = option("its name in Chinese", "", metavar="WORDS")
    en: str = option("its name in English; a district has its id's unless this is given", "", metavar="WORDS")
    city: str = option("a district's city, in Chinese", "", metavar="WORDS")
    city_en: str = option("that city in English, where neither other districts nor pinyin tell it", "", metavar="WORDS")
    adcode: str = option("a district's code of GB/T 2260", "", metavar="CODE")
    district: str = option("the id of a report's district, or an initiative's; several with commas", "", metavar="ID")
    kind: str = option("what an initiative is", "", metavar="KIND")
    unit: str = option("an indicator's unit", "", metavar="UNIT")
    theme: str = option("the id of an indicator's theme", "", metavar="ID")
    pinyin: str = option("a term's reading, with tone marks", "", metavar="PINYIN")
    about_zh: str = option("what it means, counts or is, in Chinese", "", metavar="WORDS")
    about_en: str = option("the same in English", "", metavar="WORDS")
    capture: str = option("a report's capture: a file or an address", "", metavar="FILE", names_file=True)
    year: str = option("a report's year, where its text does not tell it", "", metavar="YEAR")

    def run(self) -> int:
        """Writes what is asked for."""
        self._require_taken()
        if self.what == "site":
            return self._site(Path(self.name))
        if wrong := not_utf8(self.name):
            raise UsageError(f"NAME {wrong}")
        self.require_content()
        return self._report() if self.what == "report" else self._record()

    def _require_taken(self) -> None:
        """Raises UsageError where something is said of a site or a report that it does not have, and would be lost."""
        if self.what in _TAKEN:
            given = [name for name in SAID if getattr(self, name)] + ["top"] * (self.top != Path())
            if strange := [name for name in given if name not in _TAKEN[self.what]]:
                takes = ", ".join(f"--{name}" for name in _TAKEN[self.what]) or "its folder alone"
                raise UsageError(f"a {self.what} has no --{strange[0].replace('_', '-')}; it takes {takes}")

    def _site(self, folder: Path) -> int:
        with writing(folder):
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise UsageError(f"{folder} is there already and is not empty; a new site needs a folder of its own")
        from .scaffold.site import new_site
        from .site.write import add_files

        with writing(folder):
            folder_at(folder)
            add_files(new_site(), folder)
        print(f"{folder}: a site without districts; say what it is in {folder / 'content' / 'site.yaml'}")
        print(f"build it: duizhao build --top {quote(str(folder))}")
        return FINE

    def _record(self) -> int:
        from .pipeline import issues_of
        from .replacing import ChangedMeanwhile
        from .scaffold.adding import add_record
        from .scaffold.records import NotAdded

        if wrong := self.not_to_be_read():
            return told(OnProject(top=self.top), wrong)
        given = {name: getattr(self, name) for name in SAID}
        try:
            with writing(self.top):
                place, issues = add_record(self.top, self.what, self.name, given, issues_of)
        except NotAdded as reason:
            raise UsageError(str(reason)) from reason
        except ChangedMeanwhile as changed:
            print(visibly(f"duizhao: {changed}"), file=sys.stderr)
            return CONTENT_WRONG
        if not issues:
            print(f"{place}: {self.what} {self.name}")
        return told(OnProject(top=self.top), issues)

    def _report(self) -> int:
        if not self.capture or not self.district:
            raise UsageError("a report needs --district ID and --capture FILE: what is published of it is its capture")
        return Import(
            (self.capture,), top=self.top, district=self.district, id=self.name, year=self.year, plain=True
        ).run()


@dataclass(frozen=True, slots=True)
class Import(InProject):
    """Makes reports of captures: texts, pages, Word files and PDFs as they were found."""

    captures: tuple[str, ...] = argument(
        "files, or addresses that begin with https://; nothing else is fetched", metavar="FILE", names_file=True
    )
    district: str = option("the id of the district that they are of", "", metavar="ID")
    id: str = option("the id of the report, where that of district, year and kind is not wanted", "", metavar="ID")
    year: str = option("the year, where the text does not tell it", "", metavar="YEAR")
    dry_run: bool = option("write nothing, only print what would be written")
    plain: bool = option("make no steps by line: every line is a paragraph")

    def run(self) -> int:
        """Imports what can be imported, and says why not of all else."""
        self.require_content()
        from .content.files import shared_records
        from .corpus.vocabularies import vocabularies_of
        from .importers.importing import Wanted
        from .issues import is_left_out

        if unread := self.not_to_be_read():
            return told(OnProject(top=self.top), unread)
        shared, wrong = shared_records(self.top)
        if is_left_out(wrong):
            return told(OnProject(top=self.top), wrong)
        districts = {one.id: one for one in shared.districts}
        if self.district not in districts:
            there = f"content/districts.yaml has: {', '.join(districts) or 'none'}"
            named = f"there is no district {self.district!r}" if self.district else "--district is needed"
            raise UsageError(f"{named}; {there}; duizhao new district adds one")
        if (self.id or self.year) and len(self.captures) > 1:
            raise UsageError("--id and --year go with one capture, and here are several")
        if self.year and not re.fullmatch("(?:19|20)[0-9]{2}", self.year):
            raise UsageError(f"--year {self.year!r} is no year")
        if self.id and not re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", self.id):
            raise UsageError(f"--id {self.id!r} is no id: lower-case letters, digits and single hyphens")
        wanted = Wanted(districts[self.district], self.id, self.year, self.plain)
        with writing(self.top), closing(OnProject(top=self.top).progress()) as progress:
            refused = self._imported(wanted, vocabularies_of(shared), progress)
        return CONTENT_WRONG if refused else FINE

    def _imported(self, wanted: Wanted, vocabularies: Vocabularies, progress: Progress) -> int:
        """Imports one capture after the other; returns how many were refused."""
        from .importers.importing import imported
        from .importers.source import Refused

        done: list[tuple[str, str]] = []
        refused = 0
        for number, name in enumerate(self.captures, 1):
            progress("import", number)
            try:
                one = imported(_source(name), wanted, vocabularies)
                lines = self._put(one, done)
            except Refused as reason:
                refused += 1
                progress.clear()
                print(visibly(f"{name}: refused: {reason}"), file=sys.stderr, flush=True)
                continue
            done.append((one.id, one.files["report.md"].decode()))
            progress.clear()
            print("\n".join(map(visibly, lines)), flush=True)
        if len(self.captures) > 1:
            print(f"{len(done)} of {len(self.captures)} imported, {refused} refused")
        if done and not self.dry_run:
            self._check()
        return refused

    def _check(self) -> None:
        """Says whether the content as a whole has mistakes, which a new report may bring to light in other files."""
        from .cache import FOLDER
        from .pipeline import issues_of

        count = len(issues_of(self.top, self.top / FOLDER))
        found = "1 mistake" if count == 1 else f"{count} mistakes"
        at = "" if self.top == Path() else f" --top {quote(str(self.top))}"
        print(f"the content has {found if count else 'no mistakes'}; duizhao check{at} says more")

    def _put(self, one: Imported, done: Sequence[tuple[str, str]]) -> list[str]:
        """Writes a report, unless nothing is to be written; returns what is said of it."""
        from .importers.folder import held_in, require_free, written_folder
        from .importers.source import Refused
        from .importers.telling import told as told_of

        taken = {name for name, _ in done}
        if one.id in taken:
            raise Refused(f"would be {one.id}, as another of these captures is; give it an id of its own with --id")
        text = "\n".join(block.text for block in one.made.blocks)
        held = list(held_in(self.top, text, sha256(one.source.data).hexdigest(), done if self.dry_run else ()))
        require_free(self.top, one.id, held)
        place = f"content/reports/{one.id}"
        if not self.dry_run:
            written_folder(self.top, one.id, one.files)
        return [*told_of(one, held), f"  {'would be' if self.dry_run else 'wrote':<9}{place}: {', '.join(one.files)}"]


@dataclass(frozen=True, slots=True)
class Sync(InProject):
    """Brings the clean-up steps of a report and its text into line after headings were changed in one of them."""

    report: str = argument("the report's id", metavar="REPORT")
    keep: str = option("which of the two was changed and stays as it is", "text", choices=("text", "steps"))
    dry_run: bool = option("write nothing, only print what would change")

    def run(self) -> int:
        """Writes the report's file anew; of the text, only what is a heading changes."""
        self.require_content()
        from .content.files import shared_records
        from .content.report_file import TEXT
        from .importers.aligning import NotAligned
        from .importers.folder import files_in, rewritten
        from .importers.source import Refused
        from .importers.syncing import synced

        folder = f"content/reports/{self.report}"
        if not re.fullmatch("[a-z0-9-]+", self.report) or not (self.top / folder / TEXT).is_file():
            raise UsageError(f"there is no report {self.report!r}: {folder}/{TEXT} is not there")
        if wrong := self.not_to_be_read():
            return told(OnProject(top=self.top), wrong)
        languages = tuple(shared_records(self.top)[0].languages)
        with writing(self.top):
            files = files_in(self.top, self.report)
            try:
                done = synced(folder, files, languages, self.keep)
                if done.lines and not self.dry_run:
                    rewritten(self.top, self.report, files[TEXT], done.data)
            except (NotAligned, Refused) as reason:
                print(f"{folder}/{TEXT}: not changed: {reason}", file=sys.stderr)
                return CONTENT_WRONG
        print("\n".join((f"{folder}/{TEXT}: {_changed(done.lines, self.dry_run)}", *done.shown)))
        return FINE


def _changed(lines: int, dry: bool) -> str:
    if not lines:
        return "steps and text are in line"
    many = "1 line" if lines == 1 else f"{lines} lines"
    return f"{many} {'would change' if dry else 'changed'}; duizhao check looks at the rest"


def _source(name: str) -> Source:
    from .importers.source import source_at
    from .importers.web import is_address, source_from

    return source_from(name) if is_address(name) else source_at(Path(name))
