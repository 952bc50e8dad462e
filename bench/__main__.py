"""`make bench`: what it costs to build synthetic projects of several sizes, and how large the sites are.

    python -m bench [SIZE …] [--peers] [--keep FOLDER] [--prove]

What is printed is a table for people; no test depends on a time in it.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .costs import Cost, Site, cost_of, site_at
from .edits import EDITS
from .peers import peers_of
from .tree import reports_of, write_tree

SIZES = (5, 100, 1000)
_HEAD = ("build", "wall s", "CPU s", "memory MB", "files", "written", "MB written", "search %")
_WIDTHS = (22, 9, 9, 11, 9, 9, 11, 9)


def main() -> None:
    """Prints a table for each size."""
    asked = _asked()
    for size in asked.sizes or SIZES:
        folder = (asked.keep or Path(tempfile.mkdtemp(prefix="bench-"))) / str(size)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            _print_all(size, folder, prove=asked.prove, peers=asked.peers, edits=not asked.cold)
        finally:
            if not asked.keep:
                shutil.rmtree(folder)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("bench", description=main.__doc__)
    parser.add_argument("sizes", type=int, nargs="*", metavar="SIZE", help=f"reports (by default {SIZES})")
    parser.add_argument("--peers", action="store_true", help="other generators on the same bodies, where installed")
    parser.add_argument("--prove", action="store_true", help="hold each build after an edit against a clean one")
    parser.add_argument("--cold", action="store_true", help="only the first build")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the projects and sites stay")
    return parser.parse_args()


def _print_all(size: int, folder: Path, *, prove: bool, peers: bool, edits: bool) -> None:
    top, out = folder / "project", folder / "site"
    write_tree(top, size)
    print(f"\n{size:,} reports")
    _print_row(_HEAD)
    before = Site({})
    for name in ("cold", "unchanged", *(edit.name for edit in EDITS)) if edits else ("cold",):
        for edit in EDITS:
            if edit.name == name:
                edit.make(top, size)
        cost = _built(top, out, folder)
        after = site_at(out)
        _print_row((name, *_figures(cost), f"{len(after.files):,}", *_written(after, before)))
        before = after
        if prove and name != "cold":
            _prove(top, out, folder)
    for path, length in before.largest(5):
        print(f"  {length / 1000:>9,.0f} kB  {path}")
    print(f"  {before.size / 1e6:>9,.1f} MB  in all, {len(before.files) / size:.1f} files a report")
    for peer in peers_of(reports_of(size), folder) if peers else ():
        if peer.cost:
            _print_row((peer.name, *_figures(peer.cost)))
        else:
            print(f"{peer.name}: {peer.missing}")


def _built(top: Path, out: Path, folder: Path) -> Cost:
    command = [sys.executable, "-m", "duizhao", "build", "--quiet", "--top", str(top), "--out", str(out)]
    return cost_of(command, folder)


def _prove(top: Path, out: Path, folder: Path) -> None:
    """Raises SystemExit where a site differs from one that is built anew."""
    clean = folder / "clean"
    shutil.rmtree(clean, ignore_errors=True)
    shutil.rmtree(folder / "copy", ignore_errors=True)
    shutil.copytree(top, folder / "copy", ignore=shutil.ignore_patterns(".cache"))
    _built(folder / "copy", clean, folder)
    wrong = list(_differences(out, clean))
    if wrong:
        raise SystemExit(f"not what a clean build makes: {', '.join(wrong[:10])}")


def _differences(one: Path, other: Path) -> Iterator[str]:
    names = {*site_at(one).files, *site_at(other).files}
    for name in sorted(names):
        paths = one / name, other / name
        if not all(map(os.path.isfile, paths)) or not filecmp.cmp(*paths, shallow=False):
            yield name


def _figures(cost: Cost) -> tuple[str, str, str]:
    return f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.memory:,.0f}"


def _written(after: Site, before: Site) -> tuple[str, str, str]:
    files, size = after.written_since(before)
    return f"{files:,}", f"{size / 1e6:,.1f}", f"{after.search_written_since(before):.2f}"


def _print_row(cells: tuple[str, ...]) -> None:
    first, *rest = zip(cells, _WIDTHS, strict=False)
    print(f"{first[0]:<{first[1]}}", *(f"{cell:>{width}}" for cell, width in rest), sep="", flush=True)


if __name__ == "__main__":
    main()
