"""A term's page: its reading, its English, what it means in these texts, and every mention, if need be in parts."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..content.gathered import Mention
from ..content.records import Term
from ..corpus.join import Corpus
from .context import PageContext
from .frame import TAGS, Page, deferred
from .markup import filled, foreign
from .parts.splits import Placed, near_of, part_title, place_in, places_of
from .parts.subject import (
    Fact,
    SubjectView,
    description_of,
    mention_folds,
    mention_groups,
    mention_parts,
    split_mentions,
    subject_frame,
    subject_page,
)


def term_pages(context: PageContext) -> Iterator[Page]:
    """A page for each term."""
    for name, names, _ in places_of(context.site.once(_parts)):
        term = context.site.terms[name]
        frame = subject_frame(context, "terms", term.id, context.term_name(term.id), names)
        yield subject_page(frame, deferred(_view, context, term, names))


def _parts(site: Corpus) -> dict[str, Placed[Mention]]:
    return split_mentions(site, "term", (term.id for term in site.library.terms))


def _view(context: PageContext, term: Term, names: tuple[str, ...]) -> SubjectView:
    link, base, name = context.term(term.id), ("terms", term.id), context.term_name(term.id)
    here = context.site.once(_parts)[place_in(term.id, names)]
    part = here.part
    return SubjectView(
        context.marked(part_title(context, name, names)),
        "" if names else link.zh,
        description_of(context, "terms", part_title(context, name, names), len(part.items)),
        Markup("") if names else filled("<p>{}</p>", context.localized(term.meaning)),
        facts=() if names else tuple(_facts(context, term)),
        mentions=tuple(mention_groups(context, part.items)) if part.is_one_list else (),
        mention_parts=tuple(mention_parts(context, base, part)),
        mention_folds=tuple(mention_folds(context, part)),
        near=near_of(context, base, name, here),
    )


def _facts(context: PageContext, term: Term) -> Iterator[Fact]:
    yield Fact(context.word("term.pinyin"), Markup.escape(term.pinyin), "zh-Latn-pinyin")
    if english := context.english(term.en):
        yield Fact(context.word("term.english"), foreign(english, "en"), TAGS["en"])
    if term.level:
        yield Fact(context.word("term.level"), _level(context, term))
    if term.source:
        yield Fact(context.word("term.source"), context.word(f"term-source.{term.source}"))
    if term.source_note:
        yield Fact(context.word("term.source-note"), context.localized(term.source_note))
    if term.aliases:
        aliases = context.words("list.zh-comma").join(term.aliases)
        yield Fact(context.word("initiative.aliases"), Markup.escape(aliases), TAGS["zh"])


def _level(context: PageContext, term: Term) -> Markup:
    """The level that coined a term, with a remark where no text says so."""
    level = context.words(f"level.{term.level}")
    return context.marked(context.words("level.outside", level=level) if term.level_source == "outside" else level)
