"""What can be told at once of what was saved, from what is at hand of the last build: mistakes, or open pages.

Nothing but folders of reports, what all reports share, what editors wrote and the theme may have changed since. What
holds of all reports together, and of a theme as a whole, a whole build finds out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePath

from .cache import Cache
from .collecting import not_looked_through
from .content.entries import odd_entries, odd_entries_below
from .content.files import library_with, report_files, shared_records, with_reports
from .content.records import Content, SharedRecords
from .content.sizes import oversized, oversized_below
from .corpus.join import join
from .corpus.likeness import Difference, difference
from .corpus.reading import ReadReport, read_from, read_report, without_mentions
from .corpus.vocabularies import Vocabularies, vocabularies_of, vocabularies_told
from .issues import Issue, by_cause
from .kept import File
from .pages.report.continued import files_of_blocks
from .pipeline import AtHand
from .project import Project, project_at
from .search.data import text_scripts, text_version
from .site.files import beside_report, contexts_of
from .site.page_files import made_by_name
from .site.theme import Theme, theme_of

# Of the reports that are read otherwise by what all share, so many are read before the open pages are made.
_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved and nothing else: the ids of reports whose files are others, and whether files are of what all
    reports share or of what editors wrote, or of the theme."""

    reports: frozenset[str] = frozenset()
    shared: bool = False
    theme: bool = False

    def __bool__(self) -> bool:
        return bool(self.reports or self.shared or self.theme)


def made_at_once(
    top: Path,
    cache: Path,
    at_hand: AtHand,
    saved: Saved,
    folders: Sequence[str],
    show: Callable[[dict[str, File]], None],
) -> tuple[Issue, ...] | None:
    """What is wrong with what was saved by itself; None where only a whole build can tell.

    Where nothing is, what is in some folders is shown as it is now, one folder after the other, as soon as it is made;
    None may also come after the first of them. What is at hand is brought up to date. Raises OSError.
    """
    library, shared = at_hand.library, at_hand.shared
    if library is None or shared is None or not at_hand.sound or _is_odd(project_at(top), saved):
        return None
    theme = _theme(top, library) if saved.theme else at_hand.theme
    if theme is None:
        return None
    names_open = [folder.rpartition("/")[2] for folder in folders]
    with not_looked_through():
        read = (
            _library_anew(top, cache, at_hand, shared, saved.reports, names_open)
            if saved.shared
            else _library(top, cache, at_hand, library, shared, saved.reports)
        )
        if read is None:
            return None
        library, issues = read
        if issues:
            return tuple(by_cause(issues))
        site = join(library, at_hand.rows)
        # What the scripts of a report say of others is of those whose pages are open, too.
        names = {*saved.reports, *names_open} & site.reports.keys()
        scripts: dict[str, File] = {path: data for name in sorted(names) for path, data in text_scripts(site, name)}
        scripts |= theme.assets.files if saved.theme else {}
        at_hand.versions |= {name: text_version(site, name, scripts) for name in names}
        at_hand.continued |= {name: files_of_blocks(site, site.reports[name]) for name in names}
        continued = {name: files for name, files in at_hand.continued.items() if files}
        contexts = contexts_of(site, theme, at_hand.versions, continued)
        scripts |= {path: data for c in contexts for name in names for path, data in beside_report(c, name)}
        at_hand.theme = theme
        for folder in folders:
            pages = made_by_name(theme, contexts, at_hand.places.get(folder, ()), folder)
            if pages is None:
                return None
            show({**scripts, **pages})
    return ()


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
        at_hand.texts.know(at_hand.read.values())
        made_at_once(top, cache, at_hand, Saved(frozenset({name})), (f"reports/{name}",), lambda _: None)


def _theme(top: Path, library: Content) -> Theme | None:
    """The theme as it was saved; None where something is wrong with it."""
    theme, wrong = theme_of(project_at(top), library.languages)
    return None if wrong else theme


def _is_odd(project: Project, saved: Saved) -> bool:
    """True where something that was saved is not to be read, which a whole build tells."""
    if saved.shared or saved.theme:
        wrong = (*odd_entries(project, reports=False), *oversized(project, reports=False))
        if wrong:
            return True
    folders = [project.content / "reports" / name for name in saved.reports]
    return any(
        folder.is_symlink() or any(odd_entries_below(project, folder)) or any(oversized_below(project, folder))
        for folder in folders
    )


def _read_again(
    top: Path, cache: Path, at_hand: AtHand, vocabularies: Vocabularies, names: Collection[str]
) -> list[Issue] | None:
    """What is wrong with all reports, after those of these ids were read and took their places at hand.

    None where one is in a folder that was not there.
    """
    remembered, told = Cache(cache / "reports", at_hand.held), vocabularies_told(vocabularies)
    for name in names:
        found = report_files(top, name)
        if found is None or found[0] not in at_hand.read:
            return None
        folder, files = found
        made_of = remembered.name(read_from(folder, files, told))
        at_hand.read[folder] = remembered.named(made_of, partial(read_report, folder, files, vocabularies))
    return [issue for one in at_hand.read.values() for issue in one.issues]


def _library(
    top: Path, cache: Path, at_hand: AtHand, library: Content, shared: SharedRecords, names: Collection[str]
) -> tuple[Content, list[Issue]] | None:
    """The library with the reports that were saved, and what is wrong with them and their ids."""
    issues = _read_again(top, cache, at_hand, vocabularies_of(shared), names)
    if issues is None:
        return None
    library, wrong = with_reports(library, {folder: one.report for folder, one in at_hand.read.items()})
    at_hand.library = library
    return library, issues + wrong


def _library_anew(
    top: Path, cache: Path, at_hand: AtHand, before: SharedRecords, saved: Collection[str], opened: Collection[str]
) -> tuple[Content, list[Issue]] | None:
    """The same with all that is no report read again, and the reports that are read otherwise by it.

    Of many these are those that were saved or are `opened`, and the first few; the others follow with the whole build.
    What is wrong with what they share is told alone, and nothing at hand is another by it.
    """
    shared, wrong = shared_records(top)
    vocabularies = vocabularies_of(shared)
    differing = difference(vocabularies_of(before), vocabularies)
    others = _read_otherwise(at_hand, differing)
    wanted = dict.fromkeys((*sorted(others & {*opened}), *sorted(others)))
    names = {*saved, *islice(wanted, _AT_ONCE)}
    issues = [] if wrong else _read_again(top, cache, at_hand, vocabularies, names)
    if issues is None:
        return None
    waiting = others - names
    if not issues and not wrong:
        left = _as_they_wait(at_hand, waiting, differing)
        if left is None:
            return None
        at_hand.read |= left
    reports = {folder: one.report for folder, one in at_hand.read.items()}
    library, found = library_with(top, shared, reports, Cache(cache / "lists", at_hand.lists))
    if library is None:
        return None
    if not wrong and not found:
        at_hand.shared, at_hand.library, at_hand.waiting = shared, library, waiting
    return library, [*wrong, *issues, *found]


def _as_they_wait(
    at_hand: AtHand, waiting: Collection[str], differing: Difference | None
) -> dict[str, ReadReport] | None:
    """Reports that wait, by folder, without mentions of what is gone; None where they may name it otherwise."""
    if differing is None:
        return None if waiting else {}
    if not differing.gone:
        return {}
    own = {folder: one for folder, one in at_hand.read.items() if PurePath(folder).name in waiting}
    declared = differing.of_annotations()
    if not all(at_hand.texts.is_alike(one, declared) for one in own.values()):
        return None
    left = {folder: without_mentions(one, differing.gone) for folder, one in own.items()}
    for folder, one in own.items():
        at_hand.texts.take_over(one, left[folder])
    return left


def _read_otherwise(at_hand: AtHand, differing: Difference | None) -> frozenset[str]:
    """The ids of the reports, by their folders, that are not read the same by what they share now, or still wait."""
    if differing == Difference():
        return at_hand.waiting
    own = (PurePath(folder).name for folder, one in at_hand.read.items() if not at_hand.texts.is_alike(one, differing))
    return at_hand.waiting | frozenset(own)
