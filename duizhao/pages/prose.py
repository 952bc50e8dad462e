"""Pages that editors write, with the codebook's tables made from the code and the sources made from the reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..content.page_names import WRITTEN
from ..content.records import Report
from ..content.trials import IntercoderAgreement
from ..content.vocabulary import ARITHMETIC, ASPECTS, EVIDENCE, KINDS, OPERATORS, READINGS, STRENGTHS
from ..corpus.trials import pairing_trials
from ..text.modality import MODALS
from .context import PageContext
from .frame import Link, Page
from .parts.origin import OriginView, origin
from .parts.prose import introduction
from .parts.reports import way_to_texts
from .parts.splits import latest_texts

# The closed vocabularies that the codebook explains.
VOCABULARIES = (
    ("kind", KINDS),
    ("operator", OPERATORS),
    ("aspect", ASPECTS),
    ("strength", STRENGTHS),
    ("evidence", EVIDENCE),
    ("arithmetic", ARITHMETIC),
    ("reading", READINGS),
)
PAIRING = ("made", "met", "found", "right")
AGREEMENT = ("first", "second", "paired", "kind", "span", "figures-first", "figures-second", "value")


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code of a vocabulary with its word and its meaning; '' for an English one on a site without English."""

    code: Markup
    name: Markup
    doc: Markup


@dataclass(frozen=True, slots=True)
class VocabularyTable:
    """A closed vocabulary: its title as a heading and as a label, and its codes."""

    title: Markup
    label: str
    rows: tuple[CodeRow, ...]


@dataclass(frozen=True, slots=True)
class TrialRow:
    """How something was tried on a text or two, a cell for each column."""

    of: Link
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrialTable:
    """What a trial says: `id` names its section, `first` what its rows are of."""

    id: str
    title: Markup
    doc: Markup
    first: Markup
    columns: tuple[Markup, ...]
    rows: tuple[TrialRow, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """Where the capture of a report is from."""

    report: Link
    origin: OriginView


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page that editors wrote: the codebook with its vocabularies, `about` with where each text is from.

    `trial` is how far two readings agreed (codebook), or how pairing by rule does (method). `all_reports` leads to all
    texts where the sources are those of the latest.
    """

    title: Markup
    html: Markup
    tables: tuple[VocabularyTable, ...]
    trial: TrialTable | None
    sources: tuple[SourceRow, ...]
    all_reports: Link | None = None


def prose_pages(context: PageContext) -> Iterator[Page]:
    """The pages that editors write; of those by choice, the ones that they wrote."""
    reports = context.site.in_order
    shown = latest_texts(reports)
    for name in filter(context.site.has_page, WRITTEN):
        codebook = name == "codebook"
        view = ProseView(
            context.word(f"nav.{name}"),
            introduction(context, name),
            tuple(_tables(context)) if codebook else (),
            _trial(context, name),
            tuple(_sources(context, shown)) if name == "about" else (),
            way_to_texts(context, len(reports)) if name == "about" and len(shown) < len(reports) else None,
        )
        yield Page("prose.html", context.frame((name,), context.words(f"nav.{name}"), name), view)


def _trial(context: PageContext, name: str) -> TrialTable | None:
    """The table of the trial that a page reports; None where it reports none, or nothing was tried."""
    word = context.word
    if name == "codebook" and (rows := tuple(_agreement(context, row) for row in context.site.library.agreement)):
        columns = tuple(word(f"agreement.{column}") for column in AGREEMENT)
        title, doc = word("agreement.title"), word("agreement.doc")
        return TrialTable("agreement", title, doc, word("table.report"), columns, rows)
    if name == "method" and (rows := tuple(_pairing(context))):
        columns = tuple(word(f"pairing.{column}") for column in PAIRING)
        title, doc = word("pairing.title"), word("pairing.doc")
        return TrialTable("pairing", title, doc, word("pairing.texts"), columns, rows)
    return None


def _agreement(context: PageContext, row: IntercoderAgreement) -> TrialRow:
    cells = (
        str(row.first),
        str(row.second),
        str(row.paired),
        _share(context, row.kind, row.paired),
        _share(context, row.span, row.paired),
        str(row.figures_first),
        str(row.figures_second),
        _share(context, row.value, row.figures_both),
    )
    return TrialRow(context.report_of_several(context.site.reports[row.report]), cells)


def _pairing(context: PageContext) -> Iterator[TrialRow]:
    """Each two texts of which pairs were made by hand."""
    for trial in pairing_trials(context.site.library.pairs, context.site.reports):
        old, new = context.site.reports[trial.older], context.site.reports[trial.newer]
        pair = context.words("laid-out.pair", old=context.plain(old.short), new=context.plain(new.short))
        name = context.words("list.colon").join((context.district_name(old.district), pair))
        link = Link(context.marked(name), context.path("wording", old.id, new.id))
        cells = (
            str(trial.made),
            _share(context, trial.met, trial.made),
            str(trial.found),
            _share(context, trial.right, trial.found),
        )
        yield TrialRow(link, cells)


def _sources(context: PageContext, reports: Sequence[Report]) -> Iterator[SourceRow]:
    """Reports with where their captures are from."""
    for report in reports:
        yield SourceRow(context.report_of_several(report), origin(context, report))


def _share(context: PageContext, part: int, whole: int) -> str:
    """A count with its share of the whole: 277 (93%). All or nothing is said only of all or nothing."""
    if not whole:
        return str(part)
    rounded = (200 * part + whole) // (2 * whole)
    share = min(max(rounded, 1), 99) if 0 < part < whole else rounded
    return f"{part}{context.words('list.open')}{share}%{context.words('list.close')}"


def _tables(context: PageContext) -> Iterator[VocabularyTable]:
    """Every closed vocabulary with its codes, words and meanings."""
    for name, codes in VOCABULARIES:
        rows = (
            CodeRow(
                context.marked(context.english(code) or ""),
                context.word(f"{name}.{code}"),
                context.word(f"{name}.{code}.doc"),
            )
            for code in codes
        )
        yield _table(context, name, tuple(rows))
    modals = (
        CodeRow(context.marked(word), context.word(f"strength.{strength}"), Markup(""))
        for word, strength in MODALS.items()
    )
    yield _table(context, "modal", tuple(modals))


def _table(context: PageContext, name: str, rows: tuple[CodeRow, ...]) -> VocabularyTable:
    title = context.words(f"vocabulary.{name}")
    return VocabularyTable(context.marked(title), title, rows)
