"""What no build can prove of a site, each with what stands in for proof and how much of that the site has.

What a build does prove is counted by `verify`, which shows both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from markupsafe import Markup

from ...content.vocabulary import READINGS
from ...corpus.tally import totals
from ..context import PageContext
from ..frame import Link

# What is not proved, in the order in which a reader would ask.
UNPROVED = (
    "reading",
    "overlooked",
    "absence",
    "capture",
    "translation",
    "coding",
    "alike",
    "answer",
    "truth",
    "texts",
)
# What is counted of what stands in for proof.
FACTS = (
    *("twice", "paired", "kind", "value", "suggested", "parser"),
    *READINGS,
    *("not-found", "searched", "hashes", "compared", "terms", "themes", "indicators"),
    *("cautions", "cells", "scopes", "links", "voices", "texts", "districts"),
)

Counts = Iterator[tuple[str, int, str]]


@dataclass(frozen=True, slots=True)
class Unproved:
    """A claim that no build can prove, what stands in for proof, and the counts of that with where to look."""

    claim: Markup
    instead: Markup
    facts: tuple[Link, ...]


def unproved(context: PageContext) -> Iterator[Unproved]:
    """All that no build can prove of this site; what counts nothing is left out."""
    for name in UNPROVED:
        if name == "translation" and not context.bilingual:
            continue
        counts = _COUNTS[name](context) if name in _COUNTS else iter(())
        facts = tuple(_fact(context, *counted) for counted in counts if counted[1])
        if name == "reading" and not context.site.library.agreement:
            facts = (Link(context.word("unproved.once"), context.path("codebook")), *facts)
        yield Unproved(context.word(f"unproved.{name}"), context.word(f"unproved.{name}.doc"), facts)


def _fact(context: PageContext, name: str, count: int, page: str) -> Link:
    said = 1 if count == 1 else f"{count:,}"
    return Link(context.word(f"fact.{name}", count=said), context.path(*page.split("/")))


def _readings(context: PageContext) -> Counts:
    rows = context.site.library.agreement
    yield "twice", len(rows), "codebook"
    for name in ("paired", "kind", "value"):
        yield name, sum(map(attrgetter(name), rows)), "codebook"
    counted = context.site.once(totals)
    for name in ("suggested", "parser"):
        yield name, counted.get(name, 0), "reports"


def _paragraphs(context: PageContext) -> Counts:
    for name in READINGS:
        yield name, context.site.once(totals).get(name, 0), "reports"


def _absences(context: PageContext) -> Counts:
    for name in ("not-found", "searched"):
        yield name, context.site.once(totals)[name], "follow-up/silence"


def _captures(context: PageContext) -> Counts:
    yield "hashes", len(context.site.in_order), "reports"


def _translations(context: PageContext) -> Counts:
    yield "compared", context.site.once(totals).get("compared", 0), "reports"
    yield "terms", len(context.site.library.terms), "terms"


def _codings(context: PageContext) -> Counts:
    yield "themes", len(context.site.library.themes), "themes"
    yield "indicators", len(context.site.library.indicators), "indicators"


def _comparisons(context: PageContext) -> Counts:
    library = context.site.library
    cautions = (caution for indicator in library.indicators for caution in indicator.cautions)
    yield "cautions", sum(len(caution.statements) for caution in cautions), "indicators"
    yield "cells", sum(len(theme.refuses) for theme in library.themes), "compare"
    yield "scopes", context.site.once(totals)["scopes"], "targets"


def _links(context: PageContext) -> Counts:
    yield "links", context.site.once(totals)["links"], "follow-up"


def _voices(context: PageContext) -> Counts:
    yield "voices", context.site.once(totals)["voices"], "reports"


def _texts(context: PageContext) -> Counts:
    yield "texts", len(context.site.in_order), "reports"
    yield "districts", len(context.site.library.districts), "districts"


_COUNTS: dict[str, Callable[[PageContext], Counts]] = {
    "reading": _readings,
    "overlooked": _paragraphs,
    "absence": _absences,
    "capture": _captures,
    "translation": _translations,
    "coding": _codings,
    "alike": _comparisons,
    "answer": _links,
    "truth": _voices,
    "texts": _texts,
}
