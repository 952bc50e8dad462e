"""The pipeline: content and templates of a folder into the files of a site, or into what is wrong with them.

Here is the order and nothing else; what is done at each stage is left to its room.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .content.files import library_with, report_folders, shared_records
from .content.records import Content
from .content.sizes import oversized
from .content.vocabulary import LANGUAGES
from .corpus.join import Corpus, join
from .corpus.reading import read_report
from .corpus.rules.table import issues_over_all
from .corpus.vocabularies import vocabularies_of
from .issues import Issue, is_left_out
from .progress import Watch, unwatched
from .project import project_at
from .site.files import files_of
from .site.theme import Theme, theme_of
from .site.wording import wording_issues


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a folder: the site's files (path -> bytes) where nothing is wrong, and the issues.

    `site` is its content, joined; None where the site's own settings cannot be read. `theme` is None where a file is
    too large to be read.
    """

    files: dict[str, bytes]
    issues: tuple[Issue, ...]
    site: Corpus | None
    theme: Theme | None


def built(top: Path, watch: Watch = unwatched) -> Built:
    """The site of a folder. With any issue there are no files. `watch` is told of each stage as it begins."""
    watch("read")
    project = project_at(top)
    large = tuple(oversized(project))
    if large:  # told alone: they are not read, and all that they hold would be missed
        return Built({}, large, None, None)
    library, issues = _read(top)
    theme, wrong = theme_of(project, library.languages if library else LANGUAGES)
    if not is_left_out(wrong):
        watch("words")
        wrong += wording_issues(theme)
    if library is None:
        return Built({}, (*issues, *wrong), None, theme)
    watch("join")
    site = join(library)
    if not is_left_out(issues):
        watch("rules")
        issues += issues_over_all(site)
    if issues or wrong:
        return Built({}, (*issues, *wrong), site, theme)
    files, issues = files_of(theme, site, watch)
    return Built({} if issues else files, tuple(issues), site, theme)


def _read(top: Path) -> tuple[Content | None, list[Issue]]:
    """The content of a folder, each report by itself, and what is wrong with what is read."""
    shared, issues = shared_records(top)
    vocabularies = vocabularies_of(shared, whole=not is_left_out(issues))
    read = [read_report(folder, files, vocabularies) for folder, files in report_folders(top)]
    library, found = library_with(top, shared, (one.report for one in read if one.report))
    return library, issues + [issue for one in read for issue in one.issues] + found
