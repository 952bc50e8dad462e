"""The commands that propose and take over: what a program suggests for a report, and what a person makes of it.

How suggestions are made and taken over is left to `suggest`.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .options import argument, option

if TYPE_CHECKING:
    from .content.records import Content, Report
    from .content.suggested import Suggestions

_FINE, _WRONG, _USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Suggest:
    """Proposes what reports state, with figures and times: suggestions.yaml in their folders, which is no coding."""

    reports: tuple[str, ...] = argument("the ids of the reports", metavar="REPORT")
    top: Path = option(
        "the project's folder, which holds content/ (by default the current folder)", Path(), metavar="FOLDER"
    )
    dry_run: bool = option("count what would be proposed, and write nothing")

    def run(self) -> int:
        """Writes the suggestions of each report, and says how many there are and how many of them are doubtful."""
        library = _library(self.top)
        if library is None:
            return _refused(f"the content of {self.top} cannot be read; `duizhao check` says why", _WRONG)
        known = {report.id: report for report in library.reports}
        if strange := [name for name in self.reports if name not in known]:
            return _refused(f"no report {strange[0]} can be read; there are {', '.join(known) or 'none'}", _USAGE)
        from .suggest.making import made_for
        from .suggest.replacing import replace_file
        from .suggest.writing import suggestions_text

        for name in self.reports:
            made = made_for(library, known[name])
            if not self.dry_run:
                path = self.top / "content" / "reports" / name / "suggestions.yaml"
                replace_file(path, suggestions_text(made).encode())
            for line in _counted(known[name], made):
                print(line)
        return _FINE


def _library(top: Path) -> Content | None:
    from .content.files import library_of

    return library_of(top)[0] if (top / "content").is_dir() else None


def _refused(message: str, code: int) -> int:
    print(f"duizhao: {message}", file=sys.stderr)
    return code


def _counted(report: Report, made: Suggestions) -> Iterator[str]:
    """What is proposed, in figures."""
    from .content.vocabulary import KINDS

    kinds = Counter(one.kind for one in made.statements)
    measures = sum(len(one.measures) for one in made.statements)
    unsure = sum(one.confidence < _UNSURE for one in made.statements)
    listed = ", ".join(f"{kinds[kind]} {kind}s" for kind in KINDS)
    yield f"{report.id}: {len(made.statements)} statements ({listed}), {unsure} of them doubtful; {measures} measures"
    rest = (
        (len(made.nothing_to_code), "paragraphs with nothing to code"),
        (len(made.numbers), "numbers that are no measures"),
        (len(made.follow_ups), "follow-ups"),
        (len(made.rejected), "refused before"),
    )
    yield "  " + ", ".join(f"{many} {what}" for many, what in rest)


# Below it a suggestion is more often wrong than right, or hardly less.
_UNSURE = 0.6
