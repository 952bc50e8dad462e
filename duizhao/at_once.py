"""What can be told at once of reports that were saved, from what is at hand of the last build: mistakes, or open pages.

Nothing but folders of reports may have changed since. What it says of all reports together a whole build finds out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .cache import Cache
from .content.entries import odd_entries_below
from .content.files import report_files, with_reports
from .content.records import SharedRecords
from .content.sizes import oversized_below
from .corpus.join import join
from .corpus.reading import ReadReport, read_from, read_report
from .corpus.vocabularies import vocabularies_of, vocabularies_told
from .issues import Issue, by_cause
from .kept import File
from .pages.report.continued import files_of_blocks
from .pipeline import AtHand, uncollected
from .project import Project, project_at
from .search.data import text_scripts, text_version
from .site.files import contexts_of
from .site.page_files import made_by_name


@dataclass(frozen=True, slots=True)
class AtOnce:
    """What is wrong with reports by themselves; where nothing is, files as they are now."""

    issues: tuple[Issue, ...]
    files: Mapping[str, File]


def made_at_once(
    top: Path,
    cache: Path,
    at_hand: AtHand,
    saved: Collection[str],
    folders: Collection[str],
) -> AtOnce | None:
    """The pages in some folders as they are with the reports that were saved, by their ids; None where only a whole
    build can tell. What is at hand is brought up to date. Raises OSError.
    """
    library, theme, shared = at_hand.library, at_hand.theme, at_hand.shared
    if library is None or theme is None or shared is None or not at_hand.sound:
        return None
    project = project_at(top)
    if any(_is_odd(project, name) for name in saved):
        return None
    with uncollected(working_on=True):
        read = _read_again(top, cache, at_hand, shared, saved)
        if read is None:
            return None
        at_hand.read |= read
        library, wrong = with_reports(library, {folder: one.report for folder, one in at_hand.read.items()})
        at_hand.library = library
        issues = [*(issue for one in at_hand.read.values() for issue in one.issues), *wrong]
        if issues:
            return AtOnce(tuple(by_cause(issues)), {})
        site = join(library, at_hand.rows)
        # What the scripts of a report say of others is of those whose pages are open, too.
        names = {*saved, *(folder.rpartition("/")[2] for folder in folders)} & site.reports.keys()
        scripts: dict[str, File] = {path: data for name in sorted(names) for path, data in text_scripts(site, name)}
        at_hand.versions |= {name: text_version(site, name, scripts) for name in names}
        at_hand.continued |= {name: files_of_blocks(site, site.reports[name]) for name in saved}
        continued = {name: files for name, files in at_hand.continued.items() if files}
        contexts = contexts_of(site, theme, at_hand.versions, continued)
        wanted = {one for folder in folders for one in at_hand.places.get(folder, ())}
        pages = made_by_name(theme, contexts, wanted, folders)
    return None if pages is None else AtOnce((), {**scripts, **pages})


def rehearse(top: Path, cache: Path, at_hand: AtHand) -> None:
    """Does once what is done at each save: patterns and templates are compiled when they are first used."""
    library, shared = at_hand.library, at_hand.shared
    if library is None or shared is None or not library.reports:
        return
    name = library.reports[0].id
    with suppress(OSError):
        found = report_files(top, name)
        if found:
            read_report(*found, vocabularies_of(shared))
        made_at_once(top, cache, at_hand, (name,), (f"reports/{name}",))


def _is_odd(project: Project, name: str) -> bool:
    """True where something in the folder of a report is not to be read, which a whole build tells."""
    folder = project.content / "reports" / name
    every = (folder.is_symlink(), *odd_entries_below(project, folder), *oversized_below(project, folder))
    return any(every)


def _read_again(
    top: Path, cache: Path, at_hand: AtHand, shared: SharedRecords, saved: Collection[str]
) -> dict[str, ReadReport] | None:
    """The reports that were saved, by folder; None where one is in a folder that was not there."""
    vocabularies, remembered = vocabularies_of(shared), Cache(cache / "reports", at_hand.held)
    told = vocabularies_told(vocabularies)
    read: dict[str, ReadReport] = {}
    for name in saved:
        found = report_files(top, name)
        if found is None or found[0] not in at_hand.read:
            return None
        folder, files = found
        made_of = remembered.name(read_from(folder, files, told))
        read[folder] = remembered.named(made_of, partial(read_report, folder, files, vocabularies))
    return read
