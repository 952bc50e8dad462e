"""An initiative's page: what it is, the statements and mentions of it; where they are many, on pages of their own."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..content.gathered import Mention
from ..content.records import Initiative
from ..corpus.join import Corpus
from .context import PageContext
from .frame import TAGS, Page, deferred
from .markup import filled
from .parts.splits import Placed, near_of, part_title, place_in, places_of
from .parts.subject import (
    Fact,
    SubjectView,
    by_district,
    description_of,
    mention_folds,
    mention_groups,
    mention_parts,
    split_mentions,
    subject_frame,
    subject_page,
)
from .parts.threads.words import thread_of_fold, thread_view


def initiative_pages(context: PageContext) -> Iterator[Page]:
    """A page for each initiative, and for each part of one that the texts name too often for one page."""
    for name, names, _ in places_of(context.site.once(_parts)):
        initiative = context.site.initiatives[name]
        frame = subject_frame(context, "initiatives", initiative.id, context.plain(initiative.name), names)
        yield subject_page(frame, deferred(_view, context, initiative, names))


def _parts(site: Corpus) -> dict[str, Placed[Mention]]:
    return split_mentions(site, "initiative", (one.id for one in site.library.initiatives), "threads")


def _view(context: PageContext, initiative: Initiative, names: tuple[str, ...]) -> SubjectView:
    base, name = ("initiatives", initiative.id), context.plain(initiative.name)
    here = context.site.once(_parts)[place_in(initiative.id, names)]
    part = here.part
    thread = thread_view(context, "initiative", initiative.id, names) if part.is_one_list else None
    statements = () if part.parts or names else context.site.statements_of_initiative[initiative.id]
    groups = by_district(context, statements) if statements and not thread else ()
    return SubjectView(
        context.marked(part_title(context, name, names)),
        "" if names else context.other_name(initiative.name),
        description_of(context, "initiatives", part_title(context, name, names), len(part.items)),
        Markup("") if names else filled("<p>{}</p>", context.localized(initiative.note)),
        facts=() if names else tuple(_facts(context, initiative)),
        districts=tuple(group for group in groups if group.statements),
        mentions=tuple(mention_groups(context, part.items)) if part.is_one_list else (),
        thread=thread,
        mention_parts=tuple(mention_parts(context, base, part)),
        mention_folds=tuple(
            mention_folds(context, part, lambda fold: thread_of_fold(context, "initiative", initiative.id, fold))
        ),
        near=near_of(context, base, name, here),
        threaded=not names,
    )


def _facts(context: PageContext, initiative: Initiative) -> Iterator[Fact]:
    yield Fact(context.word("initiative.kind"), context.word(f"initiative-kind.{initiative.kind}"))
    for name, wordings in (("aliases", initiative.aliases), ("not", initiative.not_these)):
        if wordings:
            value = Markup.escape(context.words("list.zh-comma").join(wordings))
            yield Fact(context.word(f"initiative.{name}"), value, TAGS["zh"])
