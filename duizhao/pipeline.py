"""The pipeline: content and templates of a folder into the files of a site, or into what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .content.files import library_of
from .content.locale import WordError, Words
from .content.vocabulary import (
    ARITHMETIC,
    ASPECTS,
    EVIDENCE,
    INITIATIVE_KINDS,
    KINDS,
    LANGUAGES,
    LEVELS,
    OPERATORS,
    PERIOD_BASES,
    READINGS,
    REPORT_KINDS,
    STRENGTHS,
)
from .corpus.join import Linked, linked
from .corpus.rules import issues_of
from .downloads.export import calendar, data_files
from .issues import Issue, Place
from .pages.compare import compare_pages
from .pages.context import Edition
from .pages.follow import CALENDAR, follow_pages
from .pages.prose import prose_pages
from .pages.report import report_pages
from .pages.search import search_pages
from .pages.site import site_pages
from .pages.subjects import subject_pages
from .pages.views import Page
from .project import project_at
from .search.data import search_files
from .site.render import TemplateIssue, missing_words, rendered
from .site.theme import Theme, theme_of

PAGE_KINDS = (site_pages, search_pages, report_pages, subject_pages, compare_pages, follow_pages, prose_pages)


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


def built(top: Path) -> Built:
    """The site of a folder. With any issue there are no files."""
    library, issues = library_of(top)
    theme, found = theme_of(project_at(top))
    issues += found
    # Where a file is left out, the rules would only name what it holds as missing, hundreds of times.
    whole = not any(issue.code in LEAVE_OUT for issue in issues)
    if whole:
        issues += missing_words(theme)
        issues += _missing_vocabulary(theme)
    if library is None:
        return Built({}, tuple(issues), None, theme)
    site = linked(library)
    if whole:
        issues += issues_of(site)
    if issues:
        return Built({}, tuple(issues), site, theme)
    files, issues = _files(theme, site)
    return Built({} if issues else files, tuple(issues), site, theme)


def _files(theme: Theme, site: Linked) -> tuple[dict[str, bytes], list[Issue]]:
    files = dict(theme.assets.files) | data_files(site) | dict(search_files(site)) | {".nojekyll": b""}
    issues: list[Issue] = []
    owners: dict[str, str] = {}
    for language in LANGUAGES:
        edition = Edition(site, Words(theme.strings, language))
        try:
            for page in _pages(edition):
                path = page.frame.path
                if path in owners:
                    issues.append(
                        Issue(
                            "address-clash",
                            Place("content/site.yaml"),
                            f"two pages claim {path}: {owners[path]} and {page.template}",
                        )
                    )
                owners[path] = page.template
                try:
                    files[path] = rendered(theme, page, edition)
                except TemplateIssue as error:
                    issues.append(error.issue)
            files |= dict(_companions(edition))
        except WordError as error:
            issues.append(_word_issue(theme, error))
    files |= _site_files(site, files)
    return files, issues


def _word_issue(theme: Theme, error: WordError) -> Issue:
    word = theme.words.get(error.key)
    place = word.place if word else theme.place(theme.project.themes[-1] / "words.yaml")
    return Issue("string-missing", place, str(error), "key: {en: …, zh: …}")


def _pages(edition: Edition) -> Iterator[Page]:
    for kind in PAGE_KINDS:
        yield from kind(edition)


def _companions(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The calendar that pages of an edition offer."""
    base = edition.site.library.site.base_url
    folder = edition.path("targets").removesuffix("index.html")
    yield (
        folder + CALENDAR,
        calendar(
            edition.site,
            edition.words("targets.calendar"),
            edition.language,
            lambda full_id: base + edition.statement_path(edition.site.statements[full_id]).replace("index.html", ""),
        ),
    )


def _site_files(site: Linked, files: dict[str, bytes]) -> dict[str, bytes]:
    """The list of addresses for search engines."""
    base = site.library.site.base_url
    pages = sorted(path for path in files if path.endswith("index.html"))
    urls = "".join(f"<url><loc>{base}{path.removesuffix('index.html')}</loc></url>\n" for path in pages)
    sitemap = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    return {
        "sitemap.xml": sitemap.encode(),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode(),
    }


# Interface words that the code names by a vocabulary: every code needs its word, and some a sentence.
VOCABULARIES: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("kind", KINDS, True),
    ("operator", OPERATORS, True),
    ("aspect", ASPECTS, True),
    ("strength", STRENGTHS, True),
    ("evidence", EVIDENCE, True),
    ("arithmetic", ARITHMETIC, True),
    ("reading", READINGS, True),
    ("report", REPORT_KINDS, False),
    ("initiative", INITIATIVE_KINDS, False),
    ("level", (*LEVELS, "unknown"), False),
    ("basis", ("printed", *PERIOD_BASES), False),
)


def _missing_vocabulary(theme: Theme) -> Iterator[Issue]:
    for name, codes, explained in VOCABULARIES:
        for code in codes:
            for key in (f"{name}.{code}", *((f"{name}.{code}.doc",) if explained else ())):
                if key not in theme.words:
                    yield _word_issue(theme, WordError(key, f"there is no interface word {key}"))
