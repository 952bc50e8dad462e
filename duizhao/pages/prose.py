"""Pages and introductions that editors write, and the codebook's tables made from the code."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..content.vocabulary import ARITHMETIC, ASPECTS, EVIDENCE, KINDS, MODALS, OPERATORS, READINGS, STRENGTHS
from .addresses import relative
from .context import Edition
from .markup import prose_html
from .views import Link, Page, ProseView

PAGES = ("about", "method", "codebook")


def introduction(edition: Edition, name: str, source: str = "") -> Markup:
    """What editors wrote under a name, in this edition's language; nothing where they wrote nothing.

    `source` is the address of the page on which it stands, for its links; by default the page of the same name.
    """
    prose = next((p for p in edition.site.library.prose if (p.name, p.language) == (name, edition.language)), None)
    if prose is None:
        return Markup("")
    here = source or edition.path(*name.split("/"))
    return prose_html(prose.text, lambda kind, target: relative(here, reference_path(edition, kind, target)))


def reference_path(edition: Edition, kind: str, target: str) -> str:
    """The address of what prose refers to. Raises KeyError for what `check` would have reported."""
    if kind == "statement":
        return edition.statement_path(edition.site.statements[target])
    if kind == "page":
        return edition.path() if target == "home" else edition.path(target)
    return edition.path(f"{kind}s", target)


def prose_pages(edition: Edition) -> Iterator[Page]:
    """About, method and codebook; the codebook with its vocabularies and how far two readings agreed."""
    for name in PAGES:
        title = edition.words(f"nav.{name}")
        codebook = name == "codebook"
        tables = tuple(_tables(edition)) if codebook else ()
        agreement = tuple(_agreement(edition)) if codebook else ()
        view = ProseView(title, introduction(edition, name), tables, agreement)
        yield Page("prose.html", edition.frame((name,), title, name), view)


def _agreement(edition: Edition) -> Iterator[tuple[Link, tuple[str, ...]]]:
    """By report: statements of both readings, pairs, same kind, same quote, figures of both, same figure."""
    for row in edition.site.library.agreement:
        counts = (row.first, row.second, row.paired)
        shares = ((row.kind, row.paired), (row.span, row.paired))
        figures = (row.figures_first, row.figures_second)
        cells = (
            *map(str, counts),
            *(_share(*s) for s in shares),
            *map(str, figures),
            _share(row.value, row.figures_both),
        )
        yield edition.report(edition.site.reports[row.report]), cells


def _share(part: int, whole: int) -> str:
    """A count with its share of the whole: 277 (93%)."""
    return f"{part} ({100 * part // whole}%)" if whole else str(part)


def _tables(edition: Edition) -> Iterator[tuple[str, tuple[tuple[str, str, str], ...]]]:
    """Every closed vocabulary with its codes, words and meanings."""
    words = edition.words
    for name, codes in (
        ("kind", KINDS),
        ("operator", OPERATORS),
        ("aspect", ASPECTS),
        ("strength", STRENGTHS),
        ("evidence", EVIDENCE),
        ("arithmetic", ARITHMETIC),
        ("reading", READINGS),
    ):
        rows = tuple((code, words(f"{name}.{code}"), words(f"{name}.{code}.doc")) for code in codes)
        yield words(f"vocabulary.{name}"), rows
    rows = tuple((word, words(f"strength.{strength}"), "") for word, strength in MODALS.items())
    yield words("vocabulary.modal"), rows
