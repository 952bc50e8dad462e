"""Where a capture is from, as a report's page and the table of sources say it: what it prints, and what is not known.

What the clean-up made of the capture is left to the report's apparatus.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...content.schema import Bilingual
from ..context import PageContext
from ..frame import TAGS
from ..markup import filled


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
        _printed(printed.date) or context.word("origin.unknown"),
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
