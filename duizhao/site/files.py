"""Every file of a site: its pages as bytes, its data and what goes with them; and what is wrong with its pages.

What a page shows is left to `pages`, how it is written out to `render`, what is put on disk to `write`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from ..content.locale import Words
from ..corpus.join import Corpus
from ..corpus.reads import also_of, watched, watched_map
from ..downloads.calendar import calendar
from ..downloads.files import data_files
from ..issues import Issue
from ..pages.addresses import public_address
from ..pages.context import PageContext
from ..pages.moved import moved_paths
from ..pages.parts.statements import limits
from ..pages.report.cite_forms import citation_path, citation_script
from ..pages.report.continued import pages_of_blocks, places_path, places_script
from ..pages.targets import calendar_path
from ..progress import Watch, unwatched
from ..search.data import search_files, text_versions
from .kept import File, bytes_of
from .page_files import pages_made
from .prose_places import prose_place_issues
from .remembered import Remembered
from .sitemap import search_engine_files
from .theme import Theme

Files = dict[str, File]


def files_of(
    theme: Theme, site: Corpus, watch: Watch = unwatched, remembered: Remembered | None = None
) -> tuple[Files, list[Issue]]:
    """Every file of a site by its path, and what is wrong with its pages; pages that are remembered are not made."""
    watch("data")
    outward = Words(theme.strings, site.library.site.outward_language)
    # Pages of GitHub leaves files out of a site without .nojekyll.
    made = {**theme.assets.files, **data_files(site, outward), **dict(search_files(site)), ".nojekyll": b""}
    versions, continued = text_versions(site, made), pages_of_blocks(site)
    languages = site.library.site.languages
    contexts = tuple(PageContext(site, Words(theme.strings, language), versions, continued) for language in languages)
    watch("pages")
    read = _watched(theme, site, contexts, remembered) if remembered else contexts
    pages, issues = pages_made(theme, site, read, watch, remembered)
    issues += prose_place_issues(_Bytes(pages), contexts)
    files: Files = {**made, **pages, **{calendar_path(context): _calendar(context) for context in contexts}}
    files |= {
        citation_path(context, report): citation_script(context, report)
        for context in contexts
        for report in site.library.reports
    }
    files |= {
        places_path(context, site.reports[name]): places_script(context, site.reports[name])
        for context in contexts
        for name in {report for report, _ in continued}
    }
    moved = {path for context in contexts for path in moved_paths(context)}
    found = (path for path in files if path not in moved)
    return files | search_engine_files(site.library.site.base_url, found), issues


def _watched(
    theme: Theme, site: Corpus, contexts: Iterable[PageContext], remembered: Remembered
) -> tuple[PageContext, ...]:
    """The same contexts, of which what is read is noted."""
    seen, noter = watched(site)
    found = []
    for one in contexts:
        words = Words(watched_map(f"words.{one.language}", one.words.strings, noter), one.language)
        versions, continued = (watched_map(name, getattr(one, name), noter) for name in ("versions", "continued"))
        found.append(PageContext(seen, words, versions, continued))
        also_of(seen, one.language, found[-1])
    remembered.begin(theme, noter)
    return tuple(found)


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


def _calendar(context: PageContext) -> bytes:
    """The calendar that the pages of a language offer, each target with its address."""
    site, base = context.site, context.site.library.site.base_url
    return calendar(
        site,
        context.words("targets.calendar"),
        context.words("targets.calendar-inferred"),
        context.language,
        lambda full_id: public_address(base, context.statement_path(site.statements[full_id])),
        partial(limits, context),
    )
