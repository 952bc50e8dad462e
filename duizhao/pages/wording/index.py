"""The first page of the wordings: the ways to the promises that were said again, and to texts laid out whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from ...content.records import Report
from ...corpus.join import Corpus
from ..context import PageContext
from ..frame import Group, Link, Page, deferred
from ..parts.splits import (
    ROOMS,
    Near,
    Placed,
    WayTo,
    near_of,
    part_title,
    place_in,
    places_of,
    texts_in_parts,
    ways_above,
    ways_to_parts,
)
from ..parts.text_switch import navigation
from .laid_out import laid_out_links
from .pairs import found_words

# Parts lie behind a name of their own: wording/ holds the pages of texts by their ids.
_LIST, _BASE = "wording", ("wording", "of")


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

    title: Markup
    districts: tuple[ComparedDistrict, ...]
    nav: tuple[Group, ...]
    parts: tuple[WayTo, ...] = ()
    near: Near | None = None


def wordings_pages(context: PageContext) -> Iterator[Page]:
    """The first page: the texts whose promises were said again, and the texts that can be laid out whole.

    Of many texts they stand on pages of parts, to which it leads.
    """
    title = context.words("wording.title")
    for _, names, is_split in places_of(context.site.once(_parts)):
        place = (*_BASE, *names) if names else (_LIST,)
        above = (context.page("follow-up"), *((_whole(context),) if names else ()))
        crumbs = (*above, *ways_above(context, _BASE, title, names)[1:])
        own = part_title(context, title, names)
        said = "" if names else context.words("wording.lede")
        body = "" if names or is_split else "has-bar"
        frame = context.frame(place, own, "follow-up", crumbs, description=said, body_class=body)
        yield Page("wordings.html", frame, deferred(_view, context, names))


def _parts(site: Corpus) -> dict[str, Placed[str]]:
    reports = [report.id for report in site.in_order if site.later(report)]
    return texts_in_parts(site, _LIST, reports, ROOMS["texts"])


def _whole(context: PageContext) -> Link:
    return Link(context.word("wording.title"), context.path(_LIST))


def _view(context: PageContext, names: tuple[str, ...]) -> WordingsView:
    here, title = context.site.once(_parts)[place_in(_LIST, names)], context.words("wording.title")
    reports = [context.site.reports[one] for one in here.part.items] if not here.part.parts else []
    districts = (_district(context, district.id, reports) for district in context.site.library.districts)
    near = near_of(context, _BASE, title, here)
    return WordingsView(
        context.marked(part_title(context, title, names)),
        tuple(one for one in districts if one.texts),
        () if names or here.part.parts else navigation(context),
        ways_to_parts(context, _BASE, here.part),
        replace(near, whole=_whole(context)) if near and len(names) == 1 else near,
    )


def _district(context: PageContext, district: str, reports: Sequence[Report]) -> ComparedDistrict:
    name = context.district(district)
    mine = [report for report in reports if report.district == district]
    return ComparedDistrict(
        name.text,
        name.zh,
        tuple(ComparedText(wording_link(context, report), found_words(context, report)) for report in mine),
        tuple(laid_out_links(context, district, {report.id for report in mine})),
    )


def wording_link(context: PageContext, report: Report) -> Link:
    """The way to the wordings of a text's promises."""
    return Link(context.localized(report.short), context.path("wording", report.id))
