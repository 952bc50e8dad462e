"""The pipeline: content and templates of a folder into the files of a site, or into what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from .content.files import library_with, report_folders, shared_records
from .content.locale import WordError, Words
from .content.records import Library
from .content.vocabulary import LANGUAGES
from .corpus.join import Linked, linked
from .corpus.reading import read_report
from .corpus.rules.table import issues_over_all
from .corpus.vocabularies import vocabularies_of
from .downloads.calendar import calendar
from .downloads.files import data_files
from .issues import Issue, Place
from .pages.addresses import public_address
from .pages.context import PageContext
from .pages.frame import Page
from .pages.kinds import pages_of
from .pages.targets import calendar_path
from .project import project_at
from .search.data import search_files, text_versions
from .site.render import TemplateIssue, rendered
from .site.theme import Theme, theme_of
from .site.wording import wording_issues


class Watch(Protocol):
    """Who is told of a stage as it begins or goes on, and of how much of it is done."""

    def __call__(self, stage: str, done: int = 0) -> None: ...


# What leaves a file, or a report, out of the library.
LEAVE_OUT = (
    "yaml-syntax",
    "full-width-colon",
    "file-missing",
    "not-utf8",
    "front-matter",
    "source-changed",
    "clean-up-step",
    "text-changed",
)


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a folder: the site's files (path -> bytes) where nothing is wrong, and the issues.

    `site` is its content, joined; None where the site's own settings cannot be read.
    """

    files: dict[str, bytes]
    issues: tuple[Issue, ...]
    site: Linked | None
    theme: Theme


def _unwatched(stage: str, done: int = 0) -> None:
    """Nobody waits."""


def built(top: Path, watch: Watch = _unwatched) -> Built:
    """The site of a folder. With any issue there are no files. `watch` is told of each stage as it begins."""
    watch("read")
    library, issues = _read(top)
    theme, wrong = theme_of(project_at(top), library.languages if library else LANGUAGES)
    if _whole(wrong):
        watch("words")
        wrong += wording_issues(theme)
    if library is None:
        return Built({}, (*issues, *wrong), None, theme)
    watch("join")
    site = linked(library)
    if _whole(issues):
        watch("rules")
        issues += issues_over_all(site)
    if issues or wrong:
        return Built({}, (*issues, *wrong), site, theme)
    files, issues = _files(theme, site, watch)
    return Built({} if issues else files, tuple(issues), site, theme)


def _read(top: Path) -> tuple[Library | None, list[Issue]]:
    """The content of a folder, each report by itself, and what is wrong with what is read."""
    shared, issues = shared_records(top)
    vocabularies = vocabularies_of(shared, whole=_whole(issues))
    read = [read_report(folder, files, vocabularies) for folder, files in report_folders(top)]
    library, found = library_with(top, shared, (one.report for one in read if one.report))
    return library, issues + [issue for one in read for issue in one.issues] + found


def _whole(issues: list[Issue]) -> bool:
    """False where a file is left out: what it holds would only be named as missing, hundreds of times."""
    return not any(issue.code in LEAVE_OUT for issue in issues)


def _files(theme: Theme, site: Linked, watch: Watch) -> tuple[dict[str, bytes], list[Issue]]:
    """Every file of a site, and what is wrong with its pages."""
    watch("data")
    files = {**theme.assets.files, **data_files(site), **dict(search_files(site)), ".nojekyll": b""}
    versions = text_versions(site, files)
    issues: list[Issue] = []
    owners: dict[str, str] = {}
    contexts = tuple(
        PageContext(site, Words(theme.strings, language), versions) for language in site.library.site.languages
    )
    watch("pages")
    for context, page in _pages(theme, contexts, issues):
        watch("render", len(owners))
        path = page.frame.path
        if path in owners:
            message = f"two pages claim {path}: {owners[path]} and {page.template}"
            issues.append(Issue("address-clash", _owner(site, path), message))
        owners[path] = page.template
        try:
            files[path] = rendered(theme, page, context)
        except TemplateIssue as error:
            issues.append(error.issue)
        watch("pages")
    files |= {path: data for context in contexts for path, data in _companions(context)}
    return files | _site_files(site, files), issues


def _pages(theme: Theme, contexts: Iterable[PageContext], issues: list[Issue]) -> Iterator[tuple[PageContext, Page]]:
    """Every page with its context, one at a time: no more than one has to be held beside the bytes."""
    for context in contexts:
        try:
            for page in pages_of(context):
                yield context, page
        except WordError as error:
            issues.append(_word_issue(theme, error))


def _owner(site: Linked, path: str) -> Place:
    """Where the record stands whose id the address of a page ends in; the site's settings where none does."""
    name = path.removesuffix("/index.html").rpartition("/")[2]
    known = (site.reports, site.districts, site.themes, site.indicators, site.initiatives, site.terms)
    places = (records[name].place for records in known if name in records)
    return next(places, Place("content/site.yaml"))


def _word_issue(theme: Theme, error: WordError) -> Issue:
    word = theme.words.get(error.key)
    place = word.place if word else theme.place(theme.project.themes[-1] / "words.yaml")
    return Issue("string-missing", place, str(error), "key: {en: …, zh: …}")


def _companions(context: PageContext) -> Iterator[tuple[str, bytes]]:
    """The calendar that the pages of a language offer."""
    base = context.site.library.site.base_url
    yield (
        calendar_path(context),
        calendar(
            context.site,
            context.words("targets.calendar"),
            context.language,
            lambda full_id: public_address(base, context.statement_path(context.site.statements[full_id])),
        ),
    )


def _site_files(site: Linked, files: dict[str, bytes]) -> dict[str, bytes]:
    """The list of addresses for search engines."""
    base = site.library.site.base_url
    pages = sorted(path for path in files if path.endswith("index.html"))
    urls = "".join(f"<url><loc>{public_address(base, path)}</loc></url>\n" for path in pages)
    sitemap = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    return {
        "sitemap.xml": sitemap.encode(),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode(),
    }
