"""Who speaks of what: themes by texts, a box for each kind of which a text says at least something. Nothing is counted.

What stands for a district on a theme is left to `speaking`; how the columns of many districts are chosen to `columns`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set as AbstractSet
from dataclasses import dataclass

from markupsafe import Markup

from ...content.locale import count_words
from ...content.records import District, Report, Statement, Theme
from ...content.vocabulary import KINDS
from ..context import PageContext
from ..frame import Link
from .answers import Answer, answer_of_words
from .cells import are_read, silence, silence_of_one
from .columns import shown_at_first
from .speaking import by_speakers, by_telling, refusal_of, refused_statements, sentences_path, stated_on, texts_of
from .statements import leading_gloss, limits

EXAMPLES = 2  # districts of which a row quotes a sentence


@dataclass(frozen=True, slots=True)
class Box:
    """A kind of which a text holds at least one statement on a theme; `figured` if one of them holds a figure.

    `label` says both, and `path` leads to the sentences.
    """

    kind: str
    figured: bool
    label: Markup
    path: str


@dataclass(frozen=True, slots=True)
class Voice:
    """What a text says of a theme: its boxes or why there are none, and the way to what earlier texts say instead."""

    text: Markup
    boxes: tuple[Box, ...]
    silent: Markup
    unread: bool
    earlier: Link | None


@dataclass(frozen=True, slots=True)
class OverviewCell:
    """A district's voices on a theme; `refused` where its figures may not be compared."""

    district: Link
    voices: tuple[Voice, ...]
    silent: Markup
    refused: Markup
    spare: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that stands for a district in a row, in the page's language and as printed.

    `answer` is what became of a promise that later words answer.
    """

    district: Markup
    gloss: Markup
    quote: str
    path: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A theme with its cells, one a district; its name leads to its sentences. `formerly` are anchors of it, too."""

    anchor: str
    formerly: tuple[str, ...]
    theme: Link
    cells: tuple[OverviewCell, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class OverviewGroup:
    """The themes of which as many districts speak."""

    title: Markup
    rows: tuple[OverviewRow, ...]


@dataclass(frozen=True, slots=True)
class TextHead:
    """A text at the head of its column: its name, its kind, its length in words and as the width of a bar of 100."""

    link: Link
    kind: Markup
    length: Markup
    width: str
    unread: Markup


@dataclass(frozen=True, slots=True)
class OverviewHead:
    """A district at the head of its columns, with its texts; `silent` says why there is none."""

    district: Link
    texts: tuple[TextHead, ...]
    earlier: Link | None
    silent: Markup
    spare: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The overview: heads and rows by how many districts speak; spare columns are those not shown at first."""

    heads: tuple[OverviewHead, ...]
    groups: tuple[OverviewGroup, ...]


def theme_link(context: PageContext, theme: Theme, *, current: bool = False) -> Link:
    """A theme's name as the way to its sentences, side by side."""
    return Link(
        context.localized(theme.name), context.path("compare", theme.id), current, context.other_name(theme.name)
    )


def overview(context: PageContext) -> Overview:
    """The whole overview."""
    districts = context.site.library.districts
    spare = {district.id for district in districts} - shown_at_first(context)
    longest = max((len(r.text) for d in districts for r in texts_of(context, d.id).shown), default=1) or 1
    return Overview(
        tuple(_head(context, district, longest, spare=district.id in spare) for district in districts),
        tuple(_groups(context, spare)),
    )


def _head(context: PageContext, district: District, longest: int, *, spare: bool) -> OverviewHead:
    texts = texts_of(context, district.id)
    link = context.district(district.id)
    earlier = Link(context.word("compare.earlier-texts", count=texts.earlier), link.path) if texts.earlier else None
    silent = Markup("") if texts.shown else silence(context, texts.shown)
    heads = tuple(_text_head(context, report, longest) for report in texts.shown)
    return OverviewHead(link, heads, earlier, silent, spare)


def _text_head(context: PageContext, report: Report, longest: int) -> TextHead:
    return TextHead(
        context.report(report),
        context.word(f"report.{report.kind}"),
        context.word("compare.length", count=len(report.text), number=f"{len(report.text):,}"),
        f"{max(1, 100 * len(report.text) // longest)}",
        Markup("") if report.fully_read else silence_of_one(context, report),
    )


def _groups(context: PageContext, spare: AbstractSet[str]) -> Iterator[OverviewGroup]:
    for who, themes in by_speakers(context):
        yield OverviewGroup(speakers(context, who), tuple(_row(context, theme, spare) for theme in themes))


def speakers(context: PageContext, who: Sequence[str]) -> Markup:
    """The heading of the themes of which these districts, or as many others, speak."""
    every, number = len(context.site.library.districts), count_words(len(who), context.language)
    if not who:
        return context.word("compare.speak-none" if are_read(context.site.in_order) else "compare.speak-none-yet")
    if len(who) == 1:
        name = context.district_name(who[0])
        alone = _others_are_silent(context, who[0])
        return context.word("compare.speak-alone" if alone else "compare.speak-one", district=name)
    if len(who) < every:
        said = context.words("compare.speak-some", number=number)
    else:
        said = context.words("compare.speak-both") if every == 2 else context.words("compare.speak-all", number=number)
    return context.marked(said[:1].upper() + said[1:])


def _others_are_silent(context: PageContext, speaker: str) -> bool:
    """True where there are other districts, and each has texts, all of them read: of no other can words be missing."""
    others = [context.site.by_date(one.id) for one in context.site.library.districts if one.id != speaker]
    return bool(others) and all(reports and are_read(reports) for reports in others)


def _row(context: PageContext, theme: Theme, spare: AbstractSet[str]) -> OverviewRow:
    districts = context.site.library.districts
    stated = {district.id: stated_on(context, theme, district.id) for district in districts}
    cells = tuple(_cell(context, theme, d.id, stated[d.id], spare=d.id in spare) for d in districts)
    return OverviewRow(
        theme.id, theme.formerly, theme_link(context, theme), cells, tuple(_examples(context, theme, stated))
    )


def _cell(
    context: PageContext, theme: Theme, district: str, stated: Sequence[Statement], *, spare: bool
) -> OverviewCell:
    texts = texts_of(context, district)
    names = {report.id for report in texts.shown}
    only_earlier = bool(stated) and not any(s.report in names for s in stated)
    first = stated[0] if only_earlier else None
    earlier = Link(context.word("compare.earlier"), sentences_path(context, theme, first)) if first else None
    voices = (
        _voice(context, theme, report, [s for s in stated if s.report == report.id], None if place else earlier)
        for place, report in enumerate(texts.shown)
    )
    return OverviewCell(
        context.district(district),
        tuple(voices),
        Markup("") if texts.shown else silence(context, texts.shown),
        context.word("refusal") if stated and refusal_of(theme, district) else Markup(""),
        spare,
    )


def _voice(
    context: PageContext, theme: Theme, report: Report, stated: Sequence[Statement], earlier: Link | None
) -> Voice:
    return Voice(
        context.localized(report.short),
        tuple(boxes_of(context, theme, stated)),
        Markup("") if stated or earlier else silence_of_one(context, report),
        not report.fully_read,
        earlier,
    )


def boxes_of(context: PageContext, theme: Theme, stated: Sequence[Statement]) -> Iterator[Box]:
    """A box for each kind that is among these statements on a theme."""
    for kind in KINDS:
        mine = [s for s in stated if s.kind == kind]
        if mine:
            figured = any(s.measures for s in mine)
            word = context.words(f"kind.{kind}s")
            label = context.words("compare.figured", kinds=word) if figured else word
            yield Box(kind, figured, context.marked(label), sentences_path(context, theme, mine[0]))


def _examples(context: PageContext, theme: Theme, stated: dict[str, tuple[Statement, ...]]) -> Iterator[Example]:
    """A sentence each of the first districts that have one which may be read alone, rather those with a figure."""
    told = [(district, one) for district, every in stated.items() if (one := _alone(context, theme, district, every))]
    first = sorted(told, key=lambda pair: not pair[1].measures)[:EXAMPLES]
    for district, one in sorted(first, key=told.index):
        path = context.statement_path(one)
        name = context.marked(context.district_name(district))
        yield Example(name, leading_gloss(context, one), one.quote, path, answer_of_words(context, one))


def _alone(context: PageContext, theme: Theme, district: str, stated: Sequence[Statement]) -> Statement | None:
    """Of a district's statements the one that tells most, of those that nothing limits."""
    refused = refused_statements(context, refusal_of(theme, district))
    unlimited = (one for one in by_telling(stated) if one not in refused and not limits(context, one))
    return next(unlimited, None)
