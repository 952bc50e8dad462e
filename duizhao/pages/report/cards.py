"""All that is known of a report's statements, some dozens at a time: as pages, and as scripts for its own page.

However long a report is, its own page stays light: a script fetches the cards of a part when one of them is opened, and
without scripts the mark in the text leads to the page of that part. What a card says is left to `card`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...content.records import Block, Report
from ..addresses import INDEX
from ..context import PageContext
from ..frame import Link, Page, deferred
from .card import Card, card

# A part ends with the block that brings it to so many cards.
CARDS_OF_A_PART = 30


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


def cards_pages(context: PageContext) -> Iterator[Page]:
    """A page and a script for each part of each report's statements."""
    for report in context.site.in_order:
        parts = parts_of(context, report)
        links = [_link(context, report, number, part) for number, part in enumerate(parts, 1)]
        home = context.path("reports", report.id)
        for index, part in enumerate(parts):
            around = (links[index - 1] if index else None, *links[index : index + 2])
            view = deferred(_view, context, report, tuple(block.id for block in part), around)
            crumbs = (context.page("reports"), context.district(report.district), context.report(report))
            place = ("reports", report.id, "statements", str(index + 1))
            frame = context.frame(place, str(links[index].text.striptags()), "reports", crumbs)
            yield Page("cards.html", frame, view)
            yield Page("cards-script.html", replace(frame, path=script_path(home, index + 1)), view)


def _view(
    context: PageContext, report: Report, blocks: tuple[str, ...], links: tuple[Link | None, Link, *tuple[Link, ...]]
) -> CardsView:
    """The cards of some blocks; the links lead to the part before, this one and the one behind, where there is one."""
    previous, own, *following = links
    return CardsView(
        title=own.text,
        report=context.report(report),
        blocks=tuple(_of_block(context, report, context.site.blocks[report.id, block]) for block in blocks),
        previous=previous,
        following=following[0] if following else None,
    )


def script_path(report_path: str, number: int) -> str:
    """The path of the script with a part of the cards, beside the report's own page, so that links are as there."""
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
