"""An initiative's page: what it is, the statements that name it, and every mention."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..content.records import Initiative
from .context import PageContext
from .frame import TAGS, Page, deferred
from .parts.subject import Fact, SubjectView, by_district, mention_groups, subject_frame, subject_page
from .parts.threads.words import thread_view


def initiative_pages(context: PageContext) -> Iterator[Page]:
    """A page for each initiative."""
    for initiative in context.site.library.initiatives:
        frame = subject_frame(context, "initiatives", initiative.id, context.plain(initiative.name))
        yield subject_page(frame, deferred(_view, context, initiative))


def _view(context: PageContext, initiative: Initiative) -> SubjectView:
    statements = context.site.statements_of_initiative[initiative.id]
    thread = thread_view(context, "initiative", initiative.id)
    districts = (group for group in by_district(context, statements) if group.statements and not thread)
    return SubjectView(
        context.localized(initiative.name),
        context.other_name(initiative.name),
        Markup("<p>{}</p>").format(context.localized(initiative.note)),
        facts=tuple(_facts(context, initiative)),
        districts=tuple(districts),
        mentions=tuple(mention_groups(context, "initiative", initiative.id)),
        thread=thread,
    )


def _facts(context: PageContext, initiative: Initiative) -> Iterator[Fact]:
    yield Fact(context.word("initiative.kind"), context.word(f"initiative.{initiative.kind}"))
    for name, wordings in (("aliases", initiative.aliases), ("not", initiative.not_these)):
        if wordings:
            value = Markup.escape(context.words("list.zh-comma").join(wordings))
            yield Fact(context.word(f"initiative.{name}"), value, TAGS["zh"])
