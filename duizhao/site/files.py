"""Every file of a site: its pages as bytes, its data and what goes with them; and what is wrong with its pages.

What a page shows is left to `pages`, how it is written out to `render`, what is put on disk to `write`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from ..cache import Cache
from ..content.locale import Words
from ..content.records import Statement
from ..content.vocabulary import LANGUAGES
from ..corpus.join import Corpus
from ..corpus.reads import Watch as Noter, also_of, watched, watched_map
from ..downloads.calendar import calendar, deadlines
from ..downloads.files import data_files
from ..issues import Issue
from ..kept import File, KeepingAll, all_made_anew, bytes_of
from ..pages.addresses import public_address
from ..pages.context import PageContext
from ..pages.moved import moved_paths
from ..pages.parts.speaking import places_scripts
from ..pages.parts.statements import limits, source_line
from ..pages.report.continued import pages_of_blocks, places_path, places_script
from ..pages.targets import calendar_path
from ..progress import Watch, unwatched
from ..search.data import index_of, keys_remembered, text_files, text_versions
from ..search.pair_index import Document, Keyed, keyed
from .page_files import First, pages_made
from .prose_places import prose_place_issues
from .remembered import Remembered
from .sitemap import search_engine_files
from .spool import Spool, spooling
from .theme import Theme

Files = dict[str, File]


def files_of(
    theme: Theme,
    site: Corpus,
    watch: Watch = unwatched,
    remembered: Remembered | None = None,
    cache: Path | None = None,
    spool: Spool | None = None,
    jobs: int = 1,
    within: int = 0,
    first: First | None = None,
    origins: Mapping[str, str] = MappingProxyType({}),
    grounds: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Files, list[Issue]]:
    """Every file of a site by its path, and what is wrong with its pages; pages that are remembered are not made.

    Those that come `first` are shown with what they need beside them, before anything else is made. What texts are
    looked up by is looked for in the cache, where there is one. Pages and large files lie in the spool, where there is
    one, and two processes make the pages with more than one of `jobs` and memory `within` so many bytes. `origins` are
    hashes of what each report says, by id, `grounds` those of what answers rest on, by name.
    """
    watch("data")
    outward = site.library.site.outward_language
    if remembered:
        remembered.grounds = grounds
    seen, words, noter = _watched(theme, site, remembered)
    # Where much may stay little is large, and what is made as it was keeps its place in the last site.
    anew = not (remembered and remembered.knows_any)
    keeping = spooling(remembered.files if remembered else all_made_anew, spool if anew else None)
    # Pages of GitHub leaves files out of a site without .nojekyll.
    made: Files = {**theme.assets.files, **text_files(seen, keeping), ".nojekyll": b""}
    versions, continued = text_versions(site, made), pages_of_blocks(site)
    contexts = contexts_of(site, theme, versions, continued)
    if remembered:
        remembered.contexts = contexts
    watch("pages")
    read = _seeing(contexts, seen, words, noter) if noter else contexts
    shown = replace(first, show=lambda own: first.show({**made, **own})) if first else None
    pages, issues = pages_made(theme, site, read, watch, remembered, spool, jobs, within, shown)
    watch("data")
    made |= _index(seen, versions, keeping, cache, origins, watch)
    data = data_files(seen, words[outward], keeping, watch)
    issues += prose_place_issues(_Bytes(pages), contexts)
    files: Files = {**made, **data, **pages}
    for context in read:
        files |= _of_language(context, continued, keeping)
    moved = {path for context in contexts for path in moved_paths(context)}
    found = (path for path in files if path not in moved)
    return files | search_engine_files(site.library.site.base_url, found), issues


def contexts_of(
    site: Corpus, theme: Theme, versions: Mapping[str, str], continued: Mapping[str, Mapping[str, str]]
) -> tuple[PageContext, ...]:
    """What pages are made in, for each language of the site."""
    languages = site.library.site.languages
    return tuple(PageContext(site, Words(theme.strings, language), versions, continued) for language in languages)


def _index(
    seen: Corpus,
    versions: Mapping[str, str],
    keeping: KeepingAll,
    cache: Path | None,
    origins: Mapping[str, str],
    watch: Watch,
) -> Mapping[str, File]:
    """The scripts of the index by which the texts are searched."""
    known = Cache(cache / "keys") if cache else None
    keys = keys_remembered(known, origins, seen.library.languages) if known else keyed

    def looked_up(document: Document) -> Keyed:
        watch("data")
        return keys(document)

    made = index_of(seen, versions, keeping, looked_up)
    if known:
        known.sweep()
    return made


def _watched(
    theme: Theme, site: Corpus, remembered: Remembered | None
) -> tuple[Corpus, Mapping[str, Words], Noter | None]:
    """The joined content and the words of each language, and who notes what is read of them, where it is."""
    strings = dict.fromkeys(LANGUAGES, theme.strings)
    if remembered is None:
        return site, {language: Words(own, language) for language, own in strings.items()}, None
    seen, noter = watched(site)
    words = {one: Words(watched_map(f"words.{one}", own, noter), one) for one, own in strings.items()}
    remembered.begin(theme, noter)
    return seen, words, noter


def _seeing(
    contexts: Iterable[PageContext], seen: Corpus, words: Mapping[str, Words], noter: Noter
) -> tuple[PageContext, ...]:
    """The same contexts, of which what is read is noted."""
    found = []
    for one in contexts:
        versions, continued = (watched_map(name, getattr(one, name), noter) for name in ("versions", "continued"))
        found.append(PageContext(seen, words[one.language], versions, continued))
        also_of(seen, one.language, found[-1])
    return tuple(found)


def _of_language(context: PageContext, continued: Iterable[str], keeping: KeepingAll) -> Files:
    """What goes with the pages of a language: the calendar, and the scripts that find places."""
    files = {
        **keeping(f"calendar {context.language}", "", partial(_calendars, context)),
        **keeping(f"places of sentences {context.language}", "", partial(places_scripts, context)),
    }
    for name in continued:
        files |= keeping(f"places {name} {context.language}", "", partial(_places, context, name))
    return files


def beside_report(context: PageContext, name: str) -> Iterator[tuple[str, bytes]]:
    """The scripts that lie beside the page of a report and are made with it: where the places of a long one are."""
    if context.continued.get(name):
        yield from _places(context, name)


def _places(context: PageContext, name: str) -> Iterator[tuple[str, bytes]]:
    report = context.site.reports[name]
    yield places_path(context, report), places_script(context, report)


class _Bytes(Mapping[str, bytes]):
    """What files hold, read where they are kept."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def __getitem__(self, path: str) -> bytes:
        return bytes_of(self._files[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _calendars(context: PageContext) -> Iterator[tuple[str, bytes]]:
    """The calendar that the pages of a language offer, each target with its address; none without a deadline."""
    if not any(deadlines(context.site)):
        return
    base = context.site.library.site.base_url
    yield (
        calendar_path(context),
        calendar(
            context.site,
            context.words("targets.calendar", site=context.plain(context.site.library.site.title)),
            context.words("targets.calendar-inferred"),
            context.language,
            lambda statement: public_address(base, context.statement_path(statement)),
            partial(_source_and_limits, context),
        ),
    )


def _source_and_limits(context: PageContext, target: Statement) -> str:
    """What stands below a target's words among those of all districts: what limits them, and whose they are."""
    return "\n".join(filter(None, (limits(context, target), source_line(context, target))))
