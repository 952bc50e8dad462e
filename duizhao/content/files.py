"""Files into values: the room that reads the content from disk, all but interface words, which `words` reads.

A report's folder is handed on as bytes, so that the report can be read by itself; all else is read here. What the
values mean together is left to the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from ..issues import Issue, SourcePosition
from ..project import is_litter
from .broken import Broken
from .capture_file import is_capture
from .file_kinds import (
    AGREEMENT,
    DISTRICTS,
    FOLLOW_UPS,
    INDICATORS,
    INITIATIVES,
    NAMES,
    NUMBERS,
    PAIRS,
    SITE,
    TERMS,
    THEMES,
    FileKind,
)
from .file_names import meant_name
from .languages import languages_in, settled
from .left_out import aspects_of
from .lists import ReadList, latest, list_in, node_in
from .nodes import Node
from .reader import record_of
from .records import Content, Prose, Report, SharedRecords, SiteSettings
from .report import report_of
from .report_file import FILES, READ
from .schema import AnyRecord, kept
from .text_files import place_in, sightings, spelt_strays, text_of
from .unread import stands_in
from .value_types import is_id
from .written import FrontMatter

T = TypeVar("T")


class Remembering(Protocol):
    """Gives what is made of all that is given as bytes, remembered or made."""

    def __call__(self, made_of: Iterable[bytes], make: Callable[[], T], /) -> T: ...


def library_of(top: Path, not_yet: Collection[str] = ()) -> tuple[Content | None, list[Issue]]:
    """All content under `top`/content, and what is wrong with it; None where the site's own settings cannot be read.

    What must hold of the values together is not looked at. Of languages that are `not_yet` written nothing is demanded.
    """
    shared, issues = shared_records(top)
    lexicon, aspects = shared.lexicon, aspects_of(shared.indicators)
    languages = tuple(one for one in shared.languages if one not in not_yet)
    read = {folder: report_of(folder, files, lexicon, languages, aspects) for folder, files in report_folders(top)}
    library, found = library_with(top, shared, {folder: report for folder, (report, _) in read.items()})
    return library, issues + [issue for _, wrong in read.values() for issue in wrong] + found


def shared_records(top: Path) -> tuple[SharedRecords, list[Issue]]:
    """What all reports share, and what is wrong with it."""
    taken = _Taken()
    languages = languages_in(_node(top, SITE.path)[0])
    records = partial(_records, top, languages=languages, taken=taken)
    shared = partial(
        SharedRecords,
        languages=languages,
        districts=records(DISTRICTS),
        themes=records(THEMES),
        indicators=records(INDICATORS),
        initiatives=records(INITIATIVES),
        terms=records(TERMS),
        names=records(NAMES),
        number_words=records(NUMBERS),
    )
    return shared(broken=taken.broken), taken.issues


def report_ids(top: Path) -> tuple[str, ...]:
    """The ids of the reports, in their order: the names of their folders, but for those that no report can have."""
    return tuple(folder.name for folder in _report_folders(top) if is_id(folder.name))


def report_folders(top: Path) -> Iterator[tuple[str, dict[str, bytes]]]:
    """The folder of each report, its path from `top`, and the bytes of its files by name, in the order of names.

    Of files that were meant for one of these, and have another name, the name alone is given.
    """
    for folder in _report_folders(top):
        yield folder.relative_to(top).as_posix(), _files_in(folder)


def report_files(top: Path, name: str) -> tuple[str, dict[str, bytes]] | None:
    """The folder of one report with its files, as of all; None where there is no such report."""
    found = (folder for folder in _report_folders(top) if folder.name == name)
    return next(((folder.relative_to(top).as_posix(), _files_in(folder)) for folder in found), None)


def _files_in(folder: Path) -> dict[str, bytes]:
    found = [file for file in sorted(folder.iterdir()) if not is_litter(file.name) and file.is_file()]
    files = {file.name: file.read_bytes() for file in found if file.name in FILES or is_capture(file.name)}
    return files | {file.name: b"" for file in found if file.name not in files and meant_name(file.name, READ)}


def _report_folders(top: Path) -> list[Path]:
    reports = top / "content" / "reports"
    entries = reports.iterdir() if reports.is_dir() else ()
    folders = (entry for entry in entries if entry.is_dir() and not is_litter(entry.name))
    return sorted(folders, key=lambda entry: entry.name)


def library_with(
    top: Path, shared: SharedRecords, reports: Mapping[str, Report | None], remembered: Remembering | None = None
) -> tuple[Content | None, list[Issue]]:
    """The library of what all reports share, the reports, and all else, which is read; and what is wrong with that.

    The reports are given by their folders, None for one that cannot be read. The long lists may be `remembered`.
    """
    taken = _Taken()
    site = taken(_site(top))
    own, wrong = taken(_own_reports(reports))
    records = partial(_records, top, languages=shared.languages, taken=taken, remembered=remembered)
    follow_ups, agreement, pairs = records(FOLLOW_UPS), records(AGREEMENT), records(PAIRS)
    broken = {**shared.broken, **taken.broken, FrontMatter.called: wrong}
    library = partial(
        Content,
        **kept(shared) | {"broken": broken},
        follow_ups=follow_ups,
        reports=own,
        agreement=agreement,
        pairs=pairs,
        prose=taken(_prose(top)),
    )
    return (library(site=site) if site else None), taken.issues


def with_reports(library: Content, reports: Mapping[str, Report | None]) -> tuple[Content, list[Issue]]:
    """The library with these reports in the place of its own, and what is wrong with their ids."""
    (own, wrong), issues = _own_reports(reports)
    return replace(library, reports=own, broken={**library.broken, FrontMatter.called: wrong}), issues


def _own_reports(reports: Mapping[str, Report | None]) -> tuple[tuple[tuple[Report, ...], Broken], list[Issue]]:
    """The reports, given by their folders, those that are broken, and what is wrong with their ids."""
    own, issues = _with_ids_of_their_own(filter(None, reports.values()))
    return (own, _broken_reports(reports)), issues


def _broken_reports(reports: Mapping[str, Report | None]) -> Broken:
    """The reports that cannot be read, and those whose id is not the name of their folder: by both names."""
    names = ((folder.rsplit("/", 1)[-1], report.id if report else "") for folder, report in reports.items())
    wrong = {name for folder, own in names if folder != own for name in (folder, own)}
    return Broken(frozenset(wrong - {""}))


class _Taken:
    """Gives the value of what was read, and keeps the issues of all, and the broken records by kind."""

    def __init__(self) -> None:
        self.issues: list[Issue] = []
        self.broken: dict[str, Broken] = {}

    def __call__(self, read: tuple[T, list[Issue]]) -> T:
        self.issues += read[1]
        return read[0]


def _node(top: Path, path: str, *, required: bool = False) -> tuple[Node | None, list[Issue]]:
    """The YAML of a file; None where there is none or it cannot be read."""
    if not (top / path).is_file():
        told = required and not stands_in(top / path)
        return None, [Issue("file-missing", SourcePosition(path), f"{path} is missing")] if told else []
    return node_in((top / path).read_bytes(), path)


def _site(top: Path) -> tuple[SiteSettings | None, list[Issue]]:
    node, issues = _node(top, SITE.path, required=True)
    if node is None:
        return None, issues
    read, found = record_of(node, SITE.record, languages_in(node))
    site, wrong = settled(read) if read else (None, [])
    return site, issues + (found or wrong)  # what was not read may be what is missed


def _records(
    top: Path,
    kind: FileKind[AnyRecord],
    *,
    languages: Collection[str],
    taken: _Taken,
    remembered: Remembering | None = None,
) -> tuple[AnyRecord, ...]:
    """The records of a file, a list; a second record of one name is an issue and left out."""
    path = top / kind.path
    data = path.read_bytes() if path.is_file() else None
    make = partial(list_in, data, kind, tuple(languages))
    made_of = (kind.path.encode(), *(language.encode() for language in languages), data or b"")
    found: ReadList[AnyRecord] = remembered(made_of, make) if remembered and data else make()
    if data:
        latest(data, kind, tuple(languages), found)
    taken.broken[kind.record.called] = found.broken
    if not found.is_list and stands_in(top / kind.path):
        taken.broken[kind.record.called] = Broken(nameless=True)
    taken.issues += found.issues
    if not kind.named_by:
        return found.records
    records, twins = _each_once(found.records, kind.named_by)
    if twins:  # one of them has an id of its own that nobody knows yet
        taken.broken[kind.record.called] |= Broken(nameless=True)
    return taken((records, twins))


def _each_once(read: Iterable[AnyRecord], named_by: str) -> tuple[tuple[AnyRecord, ...], list[Issue]]:
    """The records, the first of those that share a name."""
    issues: list[Issue] = []
    first: dict[str, AnyRecord] = {}
    for record in read:
        name = getattr(record, named_by)
        known = first.setdefault(name, record)
        if known is not record:
            message = f"{name} stands here a second time; the first is on line {known.place.line}"
            hint = "make one record of the two"
            hint += ", or give one of them an id of its own" if named_by == "id" else f": a {named_by} has one"
            issues.append(Issue("duplicate-id", record.where.at(named_by), message, hint))
    return tuple(first.values()), issues


def _with_ids_of_their_own(reports: Iterable[Report]) -> tuple[tuple[Report, ...], list[Issue]]:
    """The reports; a second one of one id is an issue and left out."""
    first: dict[str, Report] = {}
    issues: list[Issue] = []
    for report in reports:
        twin = first.setdefault(report.id, report)
        if twin is not report:
            message = f"two reports have the id {report.id}; the other is {twin.place.path}"
            issues.append(Issue("duplicate-id", report.where.at("id"), message, "an id is its folder's name"))
    return tuple(first.values()), issues


def _prose(top: Path) -> tuple[tuple[Prose, ...], list[Issue]]:
    """Every <name>.<language>.md below content/prose."""
    pages: list[Prose] = []
    issues: list[Issue] = []
    root = top / "content" / "prose"
    found_files = (file for file in root.rglob("*.md") if not any(map(is_litter, file.relative_to(root).parts)))
    for file in sorted(found_files) if root.is_dir() else ():
        name, _, language = file.relative_to(root).as_posix().removesuffix(".md").rpartition(".")
        if not name:
            continue  # a README for editors, without a language
        path = file.relative_to(top).as_posix()
        text, found = text_of(path, file.read_bytes())
        issues += found
        if text is None:
            continue
        pages.append(Prose(name, language, text, path))
        told = sightings(spelt_strays(text), partial(place_in, path, text))
        issues += [Issue("odd-character", one.place, one.message, "take the spelling of it out") for one in told]
    return tuple(pages), issues
