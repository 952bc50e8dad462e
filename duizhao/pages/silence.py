"""The register of silence: the collation tables of all texts, narrowed to what is found in no later one.

Each promise stands with the words that were searched for. What a row shows is left to `parts/promises`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from ..corpus.collation import in_states
from ..corpus.following import TrackedPromise
from ..downloads.collation_words import silence_sentence
from .context import PageContext
from .frame import Page
from .parts.collation_parts import BODY, TEMPLATE, CollationView, RowGroup, choices, heads, states_of, strip
from .parts.promises import followable, promise_row, promises_of
from .parts.text_switch import text_switch


def silence_page(context: PageContext) -> Page:
    """The register of silence."""
    frame = context.frame(
        ("follow-up", "silence"),
        context.words("silence.title"),
        "follow-up",
        (context.page("follow-up"),),
        body_class=BODY,
    )
    return Page(TEMPLATE, frame, _view(context))


def _view(context: PageContext) -> CollationView:
    promises = promises_of(context, followable(context))
    silent = [one for one in in_states(context.site, promises) if one.evidence == "not-found"]
    groups = tuple(_groups(context, silent))
    rows = [row for group in groups for row in group.rows]
    themes = tuple(strip(context, rows))
    return CollationView(
        title=context.word("silence.title"),
        title_zh=context.other_word("silence.title"),
        result=context.marked(silence_sentence(promises, len(silent), context.words)) if promises else Markup(""),
        sources=(),
        switch=text_switch(context, None),
        strip=themes,
        states=states_of(context, silent, "table"),
        themes=choices(context, themes),
        heads=tuple(heads(context, None, ahead=False)),
        groups=groups,
        ahead=False,
        reckoned=Markup(""),
        others=context.word("silence.lede"),
        answers=Markup(""),
        downloads=None,
        silent=Markup("") if silent else context.word("silence.none"),
    )


def _groups(context: PageContext, promises: Sequence[TrackedPromise]) -> Iterator[RowGroup]:
    """The promises under their texts, numbered through."""
    numbered = enumerate(promises, 1)
    for name, group in groupby(numbered, key=lambda one: one[1].promise.report):
        report = context.site.reports[name]
        rows = tuple(promise_row(context, one, number, alone=False) for number, one in group)
        title, path = context.marked(context.full_name(report)), context.path("follow-up", name)
        yield RowGroup(f"of-{name}", "not-found", title, Markup(""), path, Markup(""), True, rows, len(rows))
