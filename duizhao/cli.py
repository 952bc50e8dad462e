"""The command line: build, check, and the text that clean-up steps make, for editors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .content.files import line_at
from .corpus.tally import follow_up_tally, report_tally
from .issues import Issue, shown
from .pipeline import built
from .site.write import write_files

FINE, CONTENT_WRONG = 0, 1  # 2 is argparse's, for a wrong command line


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; returns the exit code: 0 fine, 1 something is wrong in the content, 2 in the command line."""
    parser = argparse.ArgumentParser(prog="build.py", description="Builds the site of a project's content/ into site/.")
    parser.add_argument(
        "command",
        nargs="?",
        default="build",
        choices=("build", "check"),
        help="build: write the site (the default); check: only look for mistakes and count what was checked",
    )
    parser.add_argument(
        "--top", type=Path, default=Path(), metavar="FOLDER", help="the project's folder, which holds content/"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FOLDER", help="where the site goes (by default site/ in the project's folder)"
    )
    given = parser.parse_args(arguments)
    if not (given.top / "content").is_dir():
        parser.error(f"{given.top.resolve()} holds no folder content/; name the project's folder with --top")
    out = given.out or given.top / "site"
    if given.command == "build" and not _is_free(out):
        parser.error(f"{out} holds something else than a site, which would be lost; name another folder with --out")
    return _check(given.top) if given.command == "check" else _build(given.top, out)


def _is_free(out: Path) -> bool:
    """True for a folder that is not there, is empty, or holds a site that was built before."""
    return not out.exists() or (out.is_dir() and (not any(out.iterdir()) or (out / "sitemap.xml").is_file()))


def _build(top: Path, out: Path) -> int:
    result = built(top)
    if result.issues:
        return _wrong(top, result.issues)
    write_files(result.files, out)
    pages = sum(name.endswith(".html") for name in result.files)
    print(f"{out}: {pages} pages, {len(result.files)} files, {sum(map(len, result.files.values())) / 1e6:.1f} MB")
    return FINE


def _check(top: Path) -> int:
    result = built(top)
    site = result.site
    if site:
        for report in site.library.reports:
            print(report.id)
            for name, count in report_tally(report).items():
                print(f"  {name:<16}{count:>8,}")
        print("follow-ups")
        for evidence, count in follow_up_tally(site).items():
            print(f"  {evidence:<18}{count:>6,}")
    if result.issues:
        return _wrong(top, result.issues)
    print("no issues")
    return FINE


def _wrong(top: Path, issues: Sequence[Issue]) -> int:
    print(shown(issues, line_at(top)), file=sys.stderr, end="")
    return CONTENT_WRONG
