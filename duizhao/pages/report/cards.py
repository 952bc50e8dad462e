"""All that is known of a report's statements, some dozens at a time: as pages, and in scripts for its own page.

However long a report is, its own page stays light: a script brings the cards of several parts when one of them is
opened, and without scripts the mark in the text leads to the page of its part. What a card says is left to `card`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...content.records import Block, Report
from ..addresses import INDEX
from ..context import PageContext
from ..frame import Link, Page
from .card import Card, card

# A part ends with the block that brings it to so many cards.
CARDS_OF_A_PART = 30
# So many parts are in one script, at some four hundred bytes a card: of a common report all.
PARTS_OF_A_SCRIPT = 4


@dataclass(frozen=True, slots=True)
class CardsOfBlock:
    """The cards of one block, and the way to it in the text."""

    id: str
    name: Markup
    path: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CardsView:
    """A part of a report's statements, by block, and the ways to the parts beside it and to the report."""

    title: Markup
    report: Link
    blocks: tuple[CardsOfBlock, ...]
    previous: Link | None
    following: Link | None


@dataclass(frozen=True, slots=True)
class CardsScript:
    """The cards that a script brings, in the order of the text."""

    cards: tuple[Card, ...]


def parts_of(context: PageContext, report: Report) -> tuple[tuple[Block, ...], ...]:
    """The blocks of a report that hold statements, in parts of some dozens of statements."""
    here = context.site.statements_in_block
    parts: list[list[Block]] = []
    held = CARDS_OF_A_PART
    for block in report.blocks:
        count = len(here[report.id, block.id])
        if count and held >= CARDS_OF_A_PART:
            parts.append([])
            held = 0
        if count:
            parts[-1].append(block)
            held += count
    return tuple(map(tuple, parts))


def part_numbers(context: PageContext, report: Report) -> Mapping[str, int]:
    """The number of the part, from 1, that holds the cards of each block with statements, by the block's id."""
    return {block.id: n for n, part in enumerate(parts_of(context, report), 1) for block in part}


def cards_path(context: PageContext, report: Report, number: int) -> str:
    """The path of the page with a part of a report's cards."""
    return context.path("reports", report.id, "statements", str(number))


def script_number(part: int) -> int:
    """The number, from 1, of the script that brings the cards of a part."""
    return -(-part // PARTS_OF_A_SCRIPT)


def cards_pages(context: PageContext, name: str) -> Iterator[Page]:
    """A page for each part of a report's statements, and the scripts that bring them: of the same cards."""
    report = context.site.reports[name]
    parts = parts_of(context, report)
    links = [_link(context, report, number, part) for number, part in enumerate(parts, 1)]
    crumbs = (context.page("reports"), context.district(report.district), context.report(report))
    cards: list[Card] = []
    for number, part in enumerate(parts, 1):
        view = _view(context, report, part, links, number)
        place = ("reports", report.id, "statements", str(number))
        frame = context.frame(place, str(view.title.striptags()), "reports", crumbs)
        yield Page("cards.html", frame, view)
        cards += [card for block in view.blocks for card in block.cards]
        if number % PARTS_OF_A_SCRIPT == 0 or number == len(parts):
            path = _script_path(context.path("reports", report.id), script_number(number))
            yield Page("cards-script.html", replace(frame, path=path), CardsScript(tuple(cards)))
            cards.clear()


def _view(
    context: PageContext, report: Report, part: tuple[Block, ...], links: Sequence[Link], number: int
) -> CardsView:
    """The cards of the part with a number; the links lead to all parts."""
    return CardsView(
        title=links[number - 1].text,
        report=context.report(report),
        blocks=tuple(_of_block(context, report, block) for block in part),
        previous=links[number - 2] if number > 1 else None,
        following=links[number] if number < len(links) else None,
    )


def _script_path(report_path: str, number: int) -> str:
    """The path of a script with cards, beside the report's own page, so that links are as there."""
    return f"{report_path.removesuffix(INDEX)}cards-{number}.js"


def _link(context: PageContext, report: Report, number: int, part: tuple[Block, ...]) -> Link:
    first, last = (context.words("cards.block", number=block.id[1:]) for block in (part[0], part[-1]))
    title, path = context.plain(report.short), cards_path(context, report, number)
    if len(part) == 1:
        return Link(context.word("cards.title-one", title=title, first=first), path)
    return Link(context.word("cards.title", title=title, first=first, last=last), path)


def _of_block(context: PageContext, report: Report, block: Block) -> CardsOfBlock:
    number = block.id[1:]
    name = context.word("cards.heading", number=number) if block.level else context.word("cards.block", number=number)
    cards = tuple(card(context, statement) for statement in context.site.statements_in_block[report.id, block.id])
    return CardsOfBlock(block.id, name, context.block_path(report.id, block.id), cards)
