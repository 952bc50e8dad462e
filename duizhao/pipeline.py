"""The pipeline: content and templates of a folder into the files of a site, or into what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .content.files import library_of
from .content.locale import WordError, Words
from .content.records import District, Indicator, Initiative, Report, Term, Theme as Subject
from .content.vocabulary import LANGUAGES
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
from .site.render import TemplateIssue, rendered
from .site.theme import Theme, theme_of
from .site.wording import wording_issues

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
    theme, wrong = theme_of(project_at(top))
    if _whole(wrong):
        wrong += wording_issues(theme)
    if library is None:
        return Built({}, (*issues, *wrong), None, theme)
    site = linked(library)
    if _whole(issues):
        issues += issues_of(site)
    if issues or wrong:
        return Built({}, (*issues, *wrong), site, theme)
    files, issues = _files(theme, site)
    return Built({} if issues else files, tuple(issues), site, theme)


def _whole(issues: list[Issue]) -> bool:
    """False where a file is left out: what it holds would only be named as missing, hundreds of times."""
    return not any(issue.code in LEAVE_OUT for issue in issues)


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
                            _owner(site, path),
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


def _owner(site: Linked, path: str) -> Place:
    """Where the record stands whose id the address of a page ends in; the site's settings where none does."""
    library = site.library
    records: list[Report | District | Subject | Indicator | Initiative | Term] = [*library.reports, *library.districts]
    records += [*library.themes, *library.indicators, *library.initiatives, *library.terms]
    places = (record.place for record in records if path.endswith(f"/{record.id}/index.html"))
    return next(places, Place("content/site.yaml"))


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
