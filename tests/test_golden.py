"""The invented two-district site as it should come out: first what is known of it, then its pages.

Two goldens, so that a failure says which of the two changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import pytest

from duizhao.corpus.join import Corpus

from .conftest import TOP
from .sample import sample

GOLDEN = TOP / "tests" / "golden"
PAGES = {
    "home.html": "index.html",
    "home.zh.html": "zh/index.html",
    "reports.html": "reports/index.html",
    "report.html": "reports/qinghu-2022-work-report/index.html",
    "report.zh.html": "zh/reports/baishi-2022-feature/index.html",
    "cards.html": "reports/qinghu-2022-work-report/statements/1/index.html",
    "compare.html": "compare/index.html",
    "compare.zh.html": "zh/compare/index.html",
    "compare-theme.html": "compare/jobs/index.html",
    "follow-up.html": "follow-up/qinghu-2022-work-report/index.html",
    "silence.zh.html": "zh/follow-up/silence/index.html",
    "targets.html": "targets/index.html",
    "parallel.html": "compare/parallel/index.html",
    "phrases.html": "compare/phrases/index.html",
    "district.html": "districts/qinghu/index.html",
    "theme.html": "themes/jobs/index.html",
    "theme.zh.html": "zh/themes/jobs/index.html",
    "indicator.html": "indicators/new-jobs/index.html",
    "initiative.html": "initiatives/dongdi-park/index.html",
    "term.html": "terms/neighbours-deliberate/index.html",
    "list.html": "themes/index.html",
    "follow-up-index.html": "follow-up/index.html",
    "wordings.html": "wording/index.html",
    "wording.html": "wording/qinghu-2022-work-report/index.html",
    "laid-out.zh.html": "zh/wording/qinghu-2022-work-report/qinghu-2023-work-report/index.html",
    "search.html": "search/index.html",
    "verify.html": "verify/index.html",
    "timeline.html": "timeline/index.html",
    "threads.html": "threads/index.html",
    "data.html": "data/index.html",
    "codebook.html": "codebook/index.html",
    "not-found.html": "404.html",
}
BLESSING = "if the new output is right, bless it with: DUIZHAO_BLESS=1 .venv/bin/python -m pytest tests/test_golden.py"


def held_to(name: str, text: str) -> None:
    """Compares the text with the golden file of this name, or writes it where goldens are being blessed."""
    path = GOLDEN / name
    if os.environ.get("DUIZHAO_BLESS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.is_file(), BLESSING
    assert text == path.read_text("utf-8"), BLESSING


def outline(site: Corpus) -> Iterator[str]:
    """What is known of a site, one fact a line."""
    for report in site.library.reports:
        yield f"report {report.id} {report.district} {report.date} ({report.date_basis}), {len(report.text)} characters"
        for piece in report.pieces:
            if piece.step != "kept":
                yield f"  {piece.start}-{piece.end} {piece.fate} {piece.step} {piece.reason} {piece.output!r}"
        for block in report.blocks:
            yield f"  {block.id} level {block.level} {block.start}-{block.end} {block.reading} {block.text!r}"
        for s in report.statements:
            initiatives = ", ".join(site.initiatives_of[s.full_id])
            yield f"  {s.id} {s.block} {s.start}-{s.end} {s.quote!r} {s.strength} {s.period} {s.themes} {initiatives}"
            for m in s.measures:
                printed = f"{m.quantity.value} {m.quantity.unit}"
                yield f"    {m.figure!r} {m.operator} {m.value} {m.unit} {m.aspect} {m.indicator} printed {printed}"
        for n in report.numbers:
            yield f"  number {n.block} {n.number.text!r} {n.statement or n.reason}"
    for name, rows in site.observations.items():
        yield f"indicator {name}: " + ", ".join(f"{o.statement.full_id} {o.measure.period}" for o in rows)
    for m in site.mentions:
        yield f"{m.kind} {m.subject}: {m.report} {m.block} {m.start}-{m.end} {m.text!r}"
    for full_id, f in site.followed.items():
        later = ", ".join(s.full_id for s in f.statements)
        yield f"promise {full_id}: {f.evidence} {f.arithmetic} [{later}]"


def test_what_is_known_of_the_invented_site_is_as_it_was() -> None:
    assert sample().site is not None
    held_to("outline.txt", "\n".join(outline(sample().site)) + "\n")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_invented_site_is_as_it_was(name: str) -> None:
    html = sample().files[PAGES[name]].decode()
    held_to(name, re.sub(r"(assets/[a-z-]+)\.[0-9a-f]{10}", r"\1", html))
