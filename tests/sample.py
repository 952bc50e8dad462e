"""Projects for the tests: the invented one of cases/_base, and smaller ones written in a few lines."""

from __future__ import annotations

import functools
import hashlib
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from duizhao.content.files import library_of
from duizhao.content.locale import Words
from duizhao.content.schema import Bilingual
from duizhao.corpus.join import Corpus, join
from duizhao.issues import Issue
from duizhao.pages.context import PageContext
from duizhao.pipeline import Built, built
from duizhao.project import project_at
from duizhao.site.theme import theme_of

from .conftest import TOP

CASES = TOP / "tests" / "cases"
BASE = CASES / "_base"


def laid_out(top: Path, *overlays: Path) -> Path:
    """The invented project in a new folder, then the overlays, which may hold a theme of their own.

    A file of an overlay takes the place of the base's; one whose name ends in .remove takes it away.
    """
    shutil.copytree(BASE, top)
    for overlay in overlays:
        for path in sorted(overlay.rglob("*")):
            target = top / path.relative_to(overlay)
            if path.suffix == ".remove":
                target.with_suffix("").unlink()
            elif path.is_file() and path.name != "expected.txt":
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
    return top


@functools.cache
def sample() -> Built:
    """The invented project, built; once for all tests."""
    with tempfile.TemporaryDirectory() as folder:
        return built(laid_out(Path(folder) / "project"))


SMALLEST = {
    "content/site.yaml": """
        id: sample
        title: {zh: 样本, en: Sample}
        claim: {zh: 虚构的区, en: Invented districts}
        base_url: https://example.org/sample/
        default_language: en
        repository: https://example.org/sample.git
        publisher: {zh: 编者, en: The editors}
        """,
    "content/districts.yaml": """
        - {id: qinghu, name: {zh: 青湖区, en: Qinghu}, city: {zh: 云江市, en: Yunjiang}, adcode: "990101"}
        - {id: baishi, name: {zh: 白石区, en: Baishi}, city: {zh: 云江市, en: Yunjiang}, adcode: "990102"}
        """,
    "content/themes.yaml": "- {id: jobs, name: {zh: 就业, en: Jobs}}",
    "content/indicators.yaml": """
        - id: new-jobs
          name: {zh: 新增就业, en: New jobs}
          unit: 人
          theme: jobs
          definition: {zh: 全年新增就业。, en: Jobs added.}
        """,
}


def report(
    name: str, body: str, annotations: str = "", translation: str = "", source: str = "", **keys: str
) -> dict[str, str]:
    """The files of a report of Qinghu of 2022 with this body; `keys` are front matter in YAML.

    The source is the body without the number signs of its headings, unless another is given.
    """
    lines = dedent(body).strip().split("\n")
    source = source or "".join(re.sub("^#+ ", "", line) + "\n" for line in lines)
    steps = [
        f'{{heading: "{number}", level: {len(mark[1])}}}'
        for number, line in enumerate(lines, 1)
        if (mark := re.match("(#+) ", line))
    ]
    front = {
        "id": name,
        "district": "qinghu",
        "kind": "work-report",
        "title": "{zh: 报告, en: Report}",
        "title_basis": "printed",
        "short": "{zh: 报告, en: Report}",
        "date": '"2022"',
        "date_basis": "printed",
        "covers": '"2022"',
        "source_sha256": hashlib.sha256(source.encode()).hexdigest(),
        "clean_up": f"{{lines: [{', '.join(steps)}]}}",
    } | keys
    folder = f"content/reports/{name}"
    files = {
        f"{folder}/source.txt": source,
        f"{folder}/report.md": "---\n" + "".join(f"{k}: {v}\n" for k, v in front.items()) + "---\n" + "\n".join(lines),
        f"{folder}/annotations.yaml": annotations,
        f"{folder}/translation.en.md": translation,
    }
    return {path: text for path, text in files.items() if text}


def written(top: Path, *parts: Mapping[str, str]) -> Path:
    """A project in a folder: the smallest (two districts, one theme, one indicator), then the given files."""
    for path, text in functools.reduce(lambda all_files, part: all_files | part, parts, SMALLEST).items():
        target = top / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text), "utf-8")
    return top


def files_in(folder: Path) -> dict[str, bytes]:
    """What lies in a folder, by its path from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def site_of(top: Path, *parts: Mapping[str, str]) -> Corpus:
    """Such a project, loaded without an issue and joined."""
    library, issues = library_of(written(top, *parts))
    assert library is not None and not issues, issues
    return join(library)


def context_of(top: Path, *parts: Mapping[str, str], language: str = "en") -> PageContext:
    """Such a project, for making pages of it in a language."""
    site = site_of(top, *parts)
    return PageContext(site, Words(strings(), language), dict.fromkeys(site.reports, "version"))


def told(issues: list[Issue]) -> list[tuple[str, str]]:
    """The issues as code and place."""
    return [(issue.code, str(issue.place)) for issue in issues]


@functools.cache
def strings() -> dict[str, Bilingual]:
    """The interface words that the package carries."""
    return theme_of(project_at(TOP))[0].strings
