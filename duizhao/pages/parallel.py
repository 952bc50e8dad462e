"""Two reports side by side, theme by theme; a script puts others in their place."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..content.records import Report, Theme
from ..content.vocabulary import KINDS
from ..text.rewording import WHOLE_WORDS
from .context import PageContext
from .frame import Link, Page, ScriptWord
from .parts.answers import answer_words
from .parts.cells import silence_of_all, silence_of_one
from .parts.near_texts import are_few
from .parts.prose import introduction
from .parts.speaking import leading
from .parts.statements import StatementSummary, summaries


@dataclass(frozen=True, slots=True)
class VersionedChoice:
    """A report among the choices, with the version that its scripts are asked for with.

    `silent` is what is said where it states nothing, '' where that is what the page says of any report.
    """

    value: str
    text: str
    version: str
    chosen: bool
    silent: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two columns: its name, its label, the choices and the name of the report it shows at first."""

    name: str
    label: Markup
    choices: tuple[VersionedChoice, ...]
    head: Markup


@dataclass(frozen=True, slots=True)
class SideCell:
    """What the report of a side states on a theme, or why that is nothing."""

    side: str
    statements: tuple[StatementSummary, ...]
    silent: Markup


@dataclass(frozen=True, slots=True)
class ParallelRow:
    """A theme with its two cells."""

    theme: str
    link: Link
    cells: tuple[SideCell, ...]


@dataclass(frozen=True, slots=True)
class ParallelView:
    """Two reports side by side; `words` are what the script says; `silent` says why there is nothing to choose from.

    `whole_words` are those that the script takes whole where it compares two passages, with bars between.
    """

    caution: Markup
    words: tuple[ScriptWord, ...]
    sides: tuple[Side, ...]
    rows: tuple[ParallelRow, ...]
    jump: tuple[Link, ...]
    whole_words: str
    silent: Markup


def parallel_page(context: PageContext) -> Page:
    """Two reports side by side: the first two of few, of many the latest of the first two districts."""
    words = context.words
    compare = Link(context.word("nav.compare"), context.path("compare"))
    frame = context.frame(
        ("compare", "parallel"),
        words("compare.parallel"),
        "compare",
        (compare,),
        description=words("parallel.lede"),
        body_class="page-compare",
    )
    chosen = dict(zip(("left", "right"), _at_first(context) * 2, strict=False))
    view = ParallelView(
        introduction(context, "caution", frame.path),
        (
            ScriptWord("source", words("source.line")),
            ScriptWord("silent", words("silent.this")),
            ScriptWord("semicolon", words("list.semicolon")),
            ScriptWord("refusal", words("refusal")),
            ScriptWord("colon", words("list.colon")),
            ScriptWord("undated", words("time.none")),
            ScriptWord("inferred", words("time.inferred")),
            ScriptWord("inferring", words("time.inferred.doc")),
            *answer_words(words),
            *(ScriptWord(kind, words(f"kind.{kind}")) for kind in KINDS),
        ),
        tuple(_side(context, name, chosen.get(name)) for name in ("left", "right")),
        tuple(_row(context, theme, chosen) for theme in context.site.library.themes) if chosen else (),
        tuple(_place(context, theme, frame.path) for theme in context.site.library.themes) if chosen else (),
        "|".join(WHOLE_WORDS),
        silence_of_all(context),
    )
    return Page("parallel.html", frame, view)


def _at_first(context: PageContext) -> tuple[Report, ...]:
    """The reports that stand beside each other until others are chosen; one of one, none of none."""
    if are_few(context):
        return context.site.in_order[:2]
    each = [context.site.by_date(district.id) for district in context.site.library.districts]
    spoken = [reports for reports in each if reports]
    return tuple(reports[-1] for reports in spoken[:2]) if len(spoken) > 1 else spoken[0][-2:]


def _place(context: PageContext, theme: Theme, path: str) -> Link:
    return Link(context.localized(theme.name), f"{path}#{theme.id}", zh=context.other_name(theme.name))


def _side(context: PageContext, name: str, chosen: Report | None) -> Side:
    choices = (_choice(context, report, chosen=report is chosen) for report in context.site.in_order)
    head = context.marked(context.full_name(chosen)) if chosen else Markup("")
    return Side(name, context.word(f"parallel.{name}"), tuple(choices), head)


def _choice(context: PageContext, report: Report, *, chosen: bool) -> VersionedChoice:
    silent = "" if report.fully_read else silence_of_one(context, report).striptags()
    return VersionedChoice(report.id, context.full_name(report), context.versions[report.id], chosen, silent)


def _row(context: PageContext, theme: Theme, chosen: dict[str, Report]) -> ParallelRow:
    cells = (
        SideCell(
            side,
            summaries(context, sorted(leading(theme, report.statements), key=lambda one: KINDS.index(one.kind))),
            silence_of_one(context, report),
        )
        for side, report in chosen.items()
    )
    return ParallelRow(theme.id, context.theme(theme.id), tuple(cells))
