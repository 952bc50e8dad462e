"""The register of silence: the collation tables of all texts, narrowed to what is found in no later one.

Each promise stands with the words that were searched for; where they are many, on a page for each part of them. What a
row shows is left to `parts/promises`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from ..corpus.collation import in_states
from ..corpus.following import TrackedPromise
from ..corpus.join import Corpus
from ..downloads.collation_words import silence_sentence
from .context import PageContext
from .frame import Choice, Page, deferred
from .parts.collation_parts import (
    BODY,
    TEMPLATE,
    CollationView,
    Head,
    RowGroup,
    choices,
    folded,
    heads,
    states_of,
    strip,
)
from .parts.promises import PromiseRow, followable, promise_row, promises_of
from .parts.shards import ShardRow, Shards, ShardView, leaves_of_shards, shard_path, shards_of, versions_of
from .parts.splits import (
    KEYS_OF_TEXTS,
    LATEST_ROWS,
    ROOMS,
    Key,
    Near,
    Part,
    Placed,
    WayTo,
    by_text,
    latest,
    near_of,
    part_frame,
    part_title,
    place_in,
    placed,
    places_of,
    split,
    ways_to_parts,
)
from .parts.text_switch import TextSwitch, text_switch

_BASE, _LIST = ("follow-up", "silence"), "silence"


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A page that leads to the parts of a long register: the latest rows, and the shards of all.

    `result` says what all of it comes to, '' of a part; `near` leads from a part to the others. `tables` is where the
    tables of texts lie, to which addresses of rows lead that are not here.
    """

    title: Markup
    title_zh: str
    result: Markup
    switch: TextSwitch | None
    parts: tuple[WayTo, ...]
    near: Near | None
    districts: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    shards: Shards | None
    latest: Markup
    heads: tuple[Head, ...]
    rows: tuple[PromiseRow, ...]
    tables: str


def silence_pages(context: PageContext) -> Iterator[Page]:
    """The register of silence; of a long one a page for each part, and scripts with the rows of some together."""
    shards = context.site.once(_leaves_of_shards)
    for _, names, is_split in places_of(context.site.once(_parts)):
        frame = part_frame(context, _BASE, context.words("silence.title"), names, (context.page("follow-up"),), BODY)
        if is_split:
            yield Page("silence.html", frame, deferred(_way_view, context, names))
            continue
        yield Page(TEMPLATE, frame, deferred(_view, context, names))
        if "/".join(names) in shards:
            script = replace(frame, path=shard_path(context, _BASE, names))
            yield Page("silence-script.html", script, deferred(_shard, context, names))


def _parts(site: Corpus) -> dict[str, Placed[TrackedPromise]]:
    """What is found in no later text; where it is much, by district, decade and year of the texts that promise it."""
    promises = (one for report in site.in_order if site.later(report) for one in site.followed_in[report.id])
    silent = [one for one in in_states(site, promises) if one.evidence == "not-found"]
    keys: tuple[Key[TrackedPromise], ...] = by_text(lambda one: site.reports[one.promise.report])
    return placed([(_LIST, split(silent, keys, ROOMS["promises"]))])


def _versions(site: Corpus) -> dict[str, tuple[str, str]]:
    return versions_of(site, site.once(_parts)[_LIST].part, lambda one: (one, site.cautions_of[one.promise.full_id]))


def _view(context: PageContext, names: tuple[str, ...]) -> CollationView:
    """The whole register, or a part that has no parts itself."""
    here = context.site.once(_parts)[place_in(_LIST, names)]
    silent, title = here.part.items, context.words("silence.title")
    groups = tuple(folded(tuple(_groups(context, here.part))))
    rows = [row for group in groups for row in group.rows]
    themes = tuple(strip(context, rows))
    return CollationView(
        title=context.marked(part_title(context, title, names)),
        title_zh="" if names else context.other_word("silence.title"),
        result=Markup("") if names else _result(context, len(silent)),
        sources=(),
        switch=None if names else text_switch(context, None),
        strip=themes,
        states=states_of(context, silent, "table"),
        themes=choices(context, themes),
        heads=tuple(heads(context, None, ahead=False)),
        groups=groups,
        ahead=False,
        reckoned=Markup(""),
        others=Markup("") if names else context.word("silence.lede"),
        answers=Markup(""),
        downloads=None,
        silent=Markup("") if silent else context.word("silence.none"),
        near=near_of(context, _BASE, title, here),
    )


def _result(context: PageContext, silent: int) -> Markup:
    promises = promises_of(context, followable(context))
    return context.marked(silence_sentence(promises, silent, context.words)) if promises else Markup("")


def _way_view(context: PageContext, names: tuple[str, ...]) -> SilenceView:
    here, title = context.site.once(_parts)[place_in(_LIST, names)], context.words("silence.title")
    part, reports, library = here.part, context.site.reports, context.site.library
    shown = latest(part.items, lambda one: reports[one.promise.report], min(LATEST_ROWS, ROOMS["promises"]))
    districts = Counter(reports[one.promise.report].district for one in part.items)
    themes = Counter(one.promise.themes[0] for one in part.items)
    return SilenceView(
        context.marked(part_title(context, title, names)),
        "" if names else context.other_word("silence.title"),
        Markup("") if names else _result(context, len(part.items)),
        None if names else replace(text_switch(context, None), shown=(), folded=()),
        ways_to_parts(context, _BASE, part),
        near_of(context, _BASE, title, here),
        tuple(
            Choice(d.id, f"{context.plain(d.name)} {districts[d.id]:,}", d.formerly)
            for d in library.districts
            if districts[d.id]
        ),
        tuple(
            Choice(t.id, f"{context.plain(t.name)} {themes[t.id]:,}", t.formerly)
            for t in library.themes
            if themes[t.id]
        ),
        shards_of(context, _BASE, part, context.site.once(_versions)),
        context.word("parted.latest", n=len(shown), all=f"{len(part.items):,}"),
        tuple(heads(context, None, ahead=False)),
        tuple(promise_row(context, one, number, alone=False) for number, one in enumerate(shown, 1)),
        "" if names else context.path("follow-up"),
    )


def _leaves_of_shards(site: Corpus) -> dict[str, tuple[Part[TrackedPromise], ...]]:
    return leaves_of_shards(site.once(_parts)[_LIST].part)


def _shard(context: PageContext, names: tuple[str, ...]) -> ShardView[PromiseRow]:
    return ShardView(
        tuple(
            ShardRow("/".join(leaf.names), (leaf.names[0], row.theme_id), (), row)
            for leaf in context.site.once(_leaves_of_shards)["/".join(names)]
            for number, one in enumerate(leaf.items, leaf.before + 1)
            for row in [promise_row(context, one, number, alone=False)]
        )
    )


def _groups(context: PageContext, part: Part[TrackedPromise]) -> Iterator[RowGroup]:
    """The promises of a part under their texts, numbered through; of a part by number a text may have but some here."""
    numbered = enumerate(part.items, part.before + 1)
    for name, group in groupby(numbered, key=lambda one: one[1].promise.report):
        report = context.site.reports[name]
        rows = tuple(promise_row(context, one, number, alone=False) for number, one in group)
        title, path = context.full_name(report), context.path("follow-up", name)
        if len(part.names) > KEYS_OF_TEXTS:
            title += context.words("list.aside") + _numbers(context, rows[0].number, rows[-1].number)
        said = context.marked(title)
        yield RowGroup(f"of-{name}", "not-found", said, Markup(""), path, Markup(""), True, rows, len(rows), len(rows))


def _numbers(context: PageContext, first: int, last: int) -> str:
    if first == last:
        return context.words("list.stretch-of-one", first=first)
    return context.words("list.stretch", first=first, last=last)
