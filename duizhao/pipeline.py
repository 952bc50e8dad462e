"""The pipeline: content and templates of a folder into the files of a site, or into what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jinja2

from .content.files import library_with, report_folders, shared_records
from .content.locale import WordError, Words
from .content.records import Library
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
from .corpus.reading import read_report
from .corpus.rules.table import issues_over_all
from .corpus.vocabularies import vocabularies_of
from .downloads.calendar import calendar
from .downloads.files import data_files
from .issues import Issue, Place
from .pages.addresses import public_address
from .pages.context import PageContext
from .pages.kinds import pages_of
from .pages.targets import calendar_path
from .search.data import search_files, text_versions
from .site.assets import assets_of
from .site.render import TemplateIssue, environment, missing_words, rendered

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
    """What came of a folder: the site's files (path -> bytes) where nothing is wrong, and the issues."""

    files: dict[str, bytes]
    issues: tuple[Issue, ...]
    site: Linked | None


def checked(top: Path) -> tuple[Linked | None, list[Issue]]:
    """The content of a folder, joined, and everything that is wrong with it; templates are not looked at."""
    library, issues = _read(top)
    if library is None:
        return None, issues
    site = linked(library)
    ruled = list(issues_over_all(site)) if _whole(issues) else []
    return site, issues + ruled + list(_missing_vocabulary(library))


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


def built(top: Path) -> Built:
    """The site of a folder. With any issue there are no files."""
    site, issues = checked(top)
    env = environment(top / "templates")
    if site is None:
        return Built({}, tuple(issues), None)
    issues += missing_words(env, site.library.strings)
    if issues:
        return Built({}, tuple(issues), site)
    files, issues = _files(top, env, site)
    return Built({} if issues else files, tuple(issues), site)


def _files(top: Path, env: jinja2.Environment, site: Linked) -> tuple[dict[str, bytes], list[Issue]]:
    assets = assets_of(top / "templates" / "static")
    files = dict(assets.files) | data_files(site) | dict(search_files(site)) | {".nojekyll": b""}
    versions = text_versions(site, files)
    issues: list[Issue] = []
    owners: dict[str, str] = {}
    for language in LANGUAGES:
        edition = PageContext(site, Words(site.library.strings, language), versions)
        try:
            for page in pages_of(edition):
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
                    files[path] = rendered(env, page, edition, assets)
                except TemplateIssue as error:
                    issues.append(error.issue)
            files |= dict(_companions(edition))
        except WordError as error:
            issues.append(Issue("string-missing", Place("content/strings.yaml"), str(error)))
    files |= _site_files(site, files)
    return files, issues


def _companions(edition: PageContext) -> Iterator[tuple[str, bytes]]:
    """The calendar that pages of an edition offer."""
    base = edition.site.library.site.base_url
    yield (
        calendar_path(edition),
        calendar(
            edition.site,
            edition.words("targets.calendar"),
            edition.language,
            lambda full_id: public_address(base, edition.statement_path(edition.site.statements[full_id])),
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


def _missing_vocabulary(library: Library) -> Iterator[Issue]:
    for name, codes, explained in VOCABULARIES:
        for code in codes:
            for key in (f"{name}.{code}", *((f"{name}.{code}.doc",) if explained else ())):
                if key not in library.strings:
                    yield Issue(
                        "string-missing",
                        Place("content/strings.yaml"),
                        f"there is no interface word {key}",
                        "key: {en: …, zh: …}",
                    )
