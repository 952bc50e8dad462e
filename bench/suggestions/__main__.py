"""python -m bench.suggestions: how good suggestions are; --write keeps the figures and the weights that are shipped."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from duizhao.content.files import library_of
from duizhao.suggest.weights import FILE, NAMES, Judge

from .figures import FIGURES, figures_of
from .linking import linked, report_pairs
from .trial import shipped, taught, tried


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.suggestions", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the weights and the figures")
    write = parser.parse_args().write
    library, _ = library_of(Path())
    if library is None:
        parser.error("no content can be read here")
    by = taught(library)
    figures = figures_of(tried(library, by), linked(report_pairs(library)), library.agreement)
    print(json.dumps(figures, indent=2))
    if write:
        FIGURES.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
        FILE.write_text(weights_text(shipped(library, by)), "utf-8")


def weights_text(judge: Judge) -> str:
    """The weights as they are shipped: a line each, so that what changed is seen."""
    named = {name: getattr(judge, name) for name in NAMES}
    return json.dumps(named, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    main()
