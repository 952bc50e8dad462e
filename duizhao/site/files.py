"""Every file of a site: its pages as bytes, its data and what goes with them; and what is wrong with its pages.

What a page shows is left to `pages`, how it is written out to `render`, what is put on disk to `write`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from ..content.locale import WordError, Words
from ..corpus.join import Corpus
from ..downloads.calendar import calendar
from ..downloads.files import data_files
from ..issues import Issue
from ..pages.addresses import INDEX, public_address
from ..pages.context import PageContext
from ..pages.frame import Page
from ..pages.kinds import pages_of
from ..pages.moved import moved_paths
from ..pages.parts.statements import limits
from ..pages.report.cite_forms import citation_path, citation_script
from ..pages.report.continued import pages_of_blocks, places_path, places_script
from ..pages.targets import calendar_path
from ..progress import Watch, unwatched
from ..search.data import search_files, text_versions
from .clashes import Clashes
from .prose_places import prose_place_issues
from .render import TemplateIssue, rendered
from .sitemap import search_engine_files
from .theme import Theme

Files = dict[str, bytes]


def files_of(theme: Theme, site: Corpus, watch: Watch = unwatched) -> tuple[Files, list[Issue]]:
    """Every file of a site by its path, and what is wrong with its pages."""
    watch("data")
    outward = Words(theme.strings, site.library.site.outward_language)
    # Pages of GitHub leaves files out of a site without .nojekyll.
    files = {**theme.assets.files, **data_files(site, outward), **dict(search_files(site)), ".nojekyll": b""}
    versions = text_versions(site, files)
    continued = pages_of_blocks(site)
    contexts = tuple(
        PageContext(site, Words(theme.strings, language), versions, continued)
        for language in site.library.site.languages
    )
    watch("pages")
    pages, issues = _pages(theme, site, contexts, watch)
    issues += prose_place_issues(pages, contexts)
    files |= pages | {calendar_path(context): _calendar(context) for context in contexts}
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


def _pages(theme: Theme, site: Corpus, contexts: Iterable[PageContext], watch: Watch) -> tuple[Files, list[Issue]]:
    """The pages of every language; one that cannot be rendered is an issue, and so is one at another's address."""
    files: Files = {}
    issues: list[Issue] = []
    templates: dict[str, str] = {}
    clashes = Clashes(site)
    for context, page in _views(theme, contexts, issues):
        path = page.frame.path
        watch("render", len(templates))
        if path in templates:
            clashes.add_address(path)
        templates[path] = page.template
        try:
            files[path] = rendered(theme, page, context)
            if path.endswith(INDEX):
                clashes.add_page(path, files[path])
        except TemplateIssue as error:
            issues.append(error.issue)
        watch("pages", len(templates))
    return files, issues + clashes.issues()


def _views(theme: Theme, contexts: Iterable[PageContext], issues: list[Issue]) -> Iterator[tuple[PageContext, Page]]:
    """Every page with its context, one at a time: no more than one has to be held beside the bytes.

    The languages go side by side, so that what is found out for a page serves the same page in the next one. A word
    that is missing ends the pages of its language, and is added to the issues.
    """
    under_way = [(context, pages_of(context)) for context in contexts]
    while under_way:
        for one in tuple(under_way):
            context, pages = one
            try:
                yield context, next(pages)
            except StopIteration:
                under_way.remove(one)
            except WordError as error:
                issues.append(_word_issue(theme, error))
                under_way.remove(one)


def _word_issue(theme: Theme, error: WordError) -> Issue:
    word = theme.words.get(error.key)
    place = word.place if word else theme.place(theme.folders[-1] / "words.yaml")
    return Issue("string-missing", place, str(error), "key: {en: …, zh: …}")


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
