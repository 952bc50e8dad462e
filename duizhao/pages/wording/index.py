"""The first page of the wordings: the ways to the promises that were said again, and to texts laid out whole."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ..context import PageContext
from ..frame import Group, Link, Page
from ..parts.text_switch import navigation
from .laid_out import laid_out_links
from .pairs import is_said_again


@dataclass(frozen=True, slots=True)
class ComparedText:
    """A text with the way to the wordings of its promises, and what was found there."""

    link: Link
    found: Markup


@dataclass(frozen=True, slots=True)
class ComparedDistrict:
    """The texts of a district that have later ones, and its pairs of texts laid out whole."""

    title: Markup
    zh: str
    texts: tuple[ComparedText, ...]
    pairs: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WordingsView:
    """The first page of the wordings."""

    districts: tuple[ComparedDistrict, ...]
    nav: tuple[Group, ...]


def wordings_page(context: PageContext) -> Page:
    """The first page: the texts whose promises were said again, and the texts that can be laid out whole."""
    districts = (_district(context, district.id) for district in context.site.library.districts)
    view = WordingsView(tuple(one for one in districts if one.texts), navigation(context))
    crumbs = (context.page("follow-up"),)
    frame = context.frame(("wording",), context.words("wording.title"), "follow-up", crumbs, body_class="has-bar")
    return Page("wordings.html", frame, view)


def _district(context: PageContext, district: str) -> ComparedDistrict:
    name = context.district(district)
    reports = [report for report in context.site.by_date(district) if context.site.later(report)]
    return ComparedDistrict(
        name.text,
        name.zh,
        tuple(ComparedText(wording_link(context, report), _found(context, report)) for report in reports),
        tuple(laid_out_links(context, district)),
    )


def wording_link(context: PageContext, report: Report) -> Link:
    """The way to the wordings of a text's promises."""
    return Link(context.localized(report.short), context.path("wording", report.id))


def _found(context: PageContext, report: Report) -> Markup:
    pairs = context.site.rewordings_in[report.id]
    return context.word("wording.found", count=len(pairs), again=str(sum(map(is_said_again, pairs))))
