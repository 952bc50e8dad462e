"""Where a capture is from, as a report's page and the table of sources say it: what it prints, and what is not known.

What the clean-up made of the capture is left to the report's apparatus.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...content.schema import Bilingual
from ..context import PageContext
from ..frame import TAGS
from ..markup import filled

# With what a meeting begins behind the day on which it was held.
_AT = ("在", "于")
# What a line says of a day of publication, or has beside it: a time of day, the publisher.
_OF_PUBLICATION = re.compile("发布|发表|刊发|刊登|来源|时间|[0-9][:：][0-9]")


@dataclass(frozen=True, slots=True)
class OriginView:
    """What is known of a capture's publisher, address and days; ground and note are empty where none is given."""

    publisher: Markup
    address: Markup
    published: Markup
    captured: Markup
    ground: Markup
    note: Markup


def origin(context: PageContext, report: Report) -> OriginView:
    """Where a report's capture is from; what nobody knows is said to be unknown."""
    printed, known = report.printed, report.origin
    return OriginView(
        _printed(printed.source) or _known(context, known.publisher) or context.word("origin.unknown"),
        _address(known.web_address) or context.word("origin.unknown"),
        _published(context, report),
        context.marked(context.time(known.captured)) if known.captured else context.word("origin.not-recorded"),
        context.word(f"ground.{known.shown_as}") if known.shown_as else Markup(""),
        context.localized(known.note),
    )


def _printed(words: str) -> Markup:
    """Words as the capture prints them; nothing for none."""
    return filled('<span lang="{}" translate="no">{}</span>', TAGS["zh"], words) if words else Markup("")


def _known(context: PageContext, words: Bilingual | None) -> Markup:
    """What editors know though the capture does not print it."""
    return context.word("origin.not-printed", words=context.plain(words)) if words else Markup("")


def _published(context: PageContext, report: Report) -> Markup:
    """The day of publication where the capture prints one; where the day that it prints is of something else, that.

    A day beside a meeting is that on which the text was given there. Of any other day of a work report nothing says of
    what it is, unless its line says that it was published; what the press prints is the day of its publication.
    """
    day = report.printed.date
    if not day:
        return context.word("origin.unknown")
    line = next((piece.output for piece in report.pieces if piece.step == "metadata" and day in piece.output), "")
    meeting, behind = report.printed.occasion, line.partition(day)[2].lstrip()
    if (meeting and meeting in line) or behind.startswith(_AT):
        return context.word("origin.given", day=day)
    if report.kind == "work-report" and not _OF_PUBLICATION.search(line):
        return context.word("origin.undetermined", day=day)
    return _printed(day)


def _address(address: str) -> Markup:
    """An address that leads to itself; nothing for none."""
    return filled('<a href="{}">{}</a>', address, address) if address else Markup("")


def removal(context: PageContext) -> Markup:
    """Where one asks for a text to be taken out: the repository that the site names; nothing where it names none."""
    repository = context.site.library.site.repository
    if not repository:
        return Markup("")
    link = filled('<a href="{}">{}</a>', repository, context.word("origin.repository"))
    return context.word("origin.removal.doc") + Markup(" ") + link
