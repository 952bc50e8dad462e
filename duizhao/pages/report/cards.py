"""All that is known of a report's statements: on pages of their own, and in scripts for the report's.

However long a report is, its own page stays light: a script brings the cards of a hundred statements or more when one
of them is opened, and without scripts the mark in the text leads to the page that has the same, some dozens of cards
open and the rest folded. What a card says is left to `card`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...content.records import Block, Report, Statement
from ..addresses import INDEX
from ..context import PageContext
from ..frame import Link, Page
from ..parts.folds import Fold
from ..parts.screens import OPEN, lines_of
from ..parts.splits import FOLDED
from ..parts.statements import bytes_of_words
from .card import Card, card

# About how many bytes a card has beside its words.
_A_CARD = 1500
# So many pixels of a phone a card takes beside its words and its figures, and so many each figure.
_HEIGHT, _OF_A_FIGURE = 290, 40

# Blocks with statements, some dozens of these.
BlocksOfPart = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class CardsOfBlock:
    """The cards of one block, and the way to it in the text."""

    id: str
    name: Markup
    path: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CardsView:
    """A page of a report's statements, by block, and the ways to the pages beside it and to the report.

    What is more than a part stands in folds, a part in each, and none of it in `blocks`.
    """

    title: Markup
    report: Link
    blocks: tuple[CardsOfBlock, ...]
    folds: tuple[Fold[tuple[CardsOfBlock, ...]], ...]
    previous: Link | None
    following: Link | None


@dataclass(frozen=True, slots=True)
class CardsScript:
    """The cards that a script brings, in the order of the text."""

    cards: tuple[Card, ...]


def pages_of(context: PageContext, report: Report) -> tuple[tuple[BlocksOfPart, ...], ...]:
    """The blocks of a report that hold statements, in parts that fit on twenty screens, these by the pages they fill.

    A page has at least one part, and as many as are light enough to stand on it together.
    """
    pages: list[list[BlocksOfPart]] = []
    held = FOLDED
    for part in _parts_of(context, report):
        weight = sum(_weight(one) for block in part for one in context.site.statements_in_block[report.id, block.id])
        if held + weight > FOLDED:
            pages.append([])
            held = 0
        pages[-1].append(part)
        held += weight
    return tuple(map(tuple, pages))


def _weight(statement: Statement) -> int:
    return _A_CARD + bytes_of_words(statement)


def _parts_of(context: PageContext, report: Report) -> list[BlocksOfPart]:
    parts: list[list[Block]] = []
    held = OPEN
    for block in report.blocks:
        height = sum(map(_height, context.site.statements_in_block[report.id, block.id]))
        if height and held + height > OPEN:
            parts.append([])
            held = 0
        if height:
            parts[-1].append(block)
            held += height
    return [tuple(part) for part in parts]


def _height(statement: Statement) -> int:
    """About how many pixels of a phone the card of a statement takes."""
    words = 25 * (lines_of(statement.quote, 20) + lines_of(statement.gloss or "", 38))
    return _HEIGHT + words + _OF_A_FIGURE * len(statement.measures)


def page_numbers(context: PageContext, report: Report) -> Mapping[str, int]:
    """The number, from 1, of the page, and of the script, with the cards of each block with statements, by its id."""
    pages = enumerate(pages_of(context, report), 1)
    return {block.id: number for number, parts in pages for part in parts for block in part}


def cards_path(context: PageContext, report: Report, number: int) -> str:
    """The path of a page of a report's cards."""
    return context.path("reports", report.id, "statements", str(number))


def cards_pages(context: PageContext, name: str) -> Iterator[Page]:
    """The pages of a report's statements, and the scripts that bring the same cards."""
    report = context.site.reports[name]
    pages = pages_of(context, report)
    links = [_link(context, report, number, parts) for number, parts in enumerate(pages, 1)]
    crumbs = (context.page("reports"), context.district(report.district), context.report(report))
    for number, parts in enumerate(pages, 1):
        blocks = [tuple(_of_block(context, report, block) for block in part) for part in parts]
        view = CardsView(
            title=links[number - 1].text,
            report=context.report(report),
            blocks=blocks[0] if len(parts) == 1 else (),
            folds=tuple(_folds(context, parts, blocks)) if len(parts) > 1 else (),
            previous=links[number - 2] if number > 1 else None,
            following=links[number] if number < len(links) else None,
        )
        place = ("reports", report.id, "statements", str(number))
        title = str(view.title.striptags())
        count = sum(len(block.cards) for part in blocks for block in part)
        described = context.words("cards.description", title=title, count=count)
        frame = context.frame(place, title, "reports", crumbs, description=described)
        yield Page("cards.html", frame, view)
        path = _script_path(context.path("reports", report.id), number)
        cards = tuple(card for part in blocks for block in part for card in block.cards)
        yield Page("cards-script.html", replace(frame, path=path), CardsScript(cards))


def _folds(
    context: PageContext, parts: Sequence[BlocksOfPart], blocks: Sequence[tuple[CardsOfBlock, ...]]
) -> Iterator[Fold[tuple[CardsOfBlock, ...]]]:
    """The parts of a page, the first open: they are read in the order of the text."""
    for part, held in zip(parts, blocks, strict=True):
        first, last = _ends(context, part[0], part[-1])
        name = context.marked(first if first == last else context.words("cards.blocks", first=first, last=last))
        yield Fold(name, sum(len(block.cards) for block in held), part is parts[0], held)


def _script_path(report_path: str, number: int) -> str:
    """The path of a script with cards, beside the report's own page, so that links are as there."""
    return f"{report_path.removesuffix(INDEX)}cards-{number}.js"


def _link(context: PageContext, report: Report, number: int, parts: tuple[BlocksOfPart, ...]) -> Link:
    first, last = _ends(context, parts[0][0], parts[-1][-1])
    district, short = context.district_name(report.district), context.plain(report.short)
    path = cards_path(context, report, number)
    if first == last:
        return Link(context.word("cards.title-one", district=district, report=short, first=first), path)
    return Link(context.word("cards.title", district=district, report=short, first=first, last=last), path)


def _ends(context: PageContext, *blocks: Block) -> list[str]:
    return [context.words("cards.block", number=block.id[1:]) for block in blocks]


def _of_block(context: PageContext, report: Report, block: Block) -> CardsOfBlock:
    number = block.id[1:]
    name = context.word("cards.heading", number=number) if block.level else context.word("cards.block", number=number)
    cards = tuple(card(context, statement) for statement in context.site.statements_in_block[report.id, block.id])
    return CardsOfBlock(block.id, name, context.block_path(report.id, block.id), cards)
