"""HTML made in code: a block's text with its highlights nested, and text that is escaped.

Templates place what is made here and never say that something is safe. Prose is left to `parts/prose_html`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

_TO_ESCAPE = re.compile("[&<>'\"]").search


def escaped(value: Any) -> str:
    """A value as a page holds it; what is Markup already is the page's own. Quicker than to make Markup of each."""
    kind = type(value)
    if kind is Markup or (kind is str and not _TO_ESCAPE(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


def filled(html: str, *values: object) -> Markup:
    """HTML that stands in the code, a value escaped in the place of each {}: a quarter of what `Markup.format` takes.

    Raises ValueError where there are more places than values, or fewer.
    """
    pieces = iter(_pieces(html))
    made = [next(pieces)]
    for value, piece in zip(values, pieces, strict=True):
        made += (escaped(value), piece)
    return Markup("".join(made))


@lru_cache(maxsize=256)
def _pieces(html: str) -> tuple[str, ...]:
    return tuple(html.split("{}"))


@dataclass(frozen=True, slots=True)
class Span:
    """A highlighted run of a block, start..end within the block's text, with the tag that opens it and what closes it.

    `opening` is used for its first part and `again` for parts that follow where another span cuts through it.
    """

    start: int
    end: int
    opening: Markup
    again: Markup
    closing: Markup


def highlighted(text: str, spans: Iterable[Span]) -> Markup:
    """The text with its spans as nested tags; a span that crosses another is cut where the other ends."""
    out: list[str] = []
    position = 0
    open_spans: list[Span] = []
    waiting = sorted(spans, key=_outer_first)
    while waiting or open_spans:
        if open_spans and (not waiting or open_spans[-1].end <= waiting[0].start):
            inner = open_spans.pop()
            out += (escaped(text[position : inner.end]), inner.closing)
            position = inner.end
            continue
        span = waiting.pop(0)
        if open_spans and span.end > open_spans[-1].end:
            cut = open_spans[-1].end
            rest = Span(cut, span.end, span.again, span.again, span.closing)
            waiting = sorted([*waiting, rest], key=_outer_first)
            span = Span(span.start, cut, span.opening, span.again, span.closing)
        out += (escaped(text[position : span.start]), span.opening)
        position = span.start
        open_spans.append(span)
    out.append(escaped(text[position:]))
    return Markup("".join(out))


def parted(span: Span, edges: Sequence[int]) -> Iterator[Span]:
    """A span cut at edges, which are in order: so that none of what begins or ends there stands in a part of it.

    A link of one span would otherwise hold the link with which another opens.
    """
    start, opening = span.start, span.opening
    for edge in (*edges[bisect_right(edges, span.start) : bisect_left(edges, span.end)], span.end):
        yield Span(start, edge, opening, span.again, span.closing)
        start, opening = edge, span.again


def _outer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


_HAN_RUN = re.compile(r"[《“(]?[\u3400-\u9fff〇][\u3400-\u9fff〇、，。；：《》“”…0-9.%,·()（）-]*(?<![,.(·“-])")


def han_spans(text: str) -> Iterator[Span]:
    """The runs of Han characters within English, each to be marked as Chinese."""
    opening = Markup('<span lang="zh-Hans" translate="no">')
    for run in _HAN_RUN.finditer(text):
        yield Span(run.start(), run.end(), opening, opening, Markup("</span>"))


def unbroken(start: int, end: int) -> Span:
    """A run over whose end no line is broken: a figure with its unit."""
    opening = Markup('<span class="nw">')
    return Span(start, end, opening, opening, Markup("</span>"))


@lru_cache(maxsize=4096)  # the words of the interface come again and again
def foreign(text: str, language: str) -> Markup:
    """The text escaped, and on a page that is not in Chinese each run of Han characters marked as Chinese.

    No machine is to translate such a run: it is quoted for what its characters are.

    Readers' voices and line breaking go by `lang`; words of the content quote Chinese in the midst of English. It is
    for texts of the page only: an attribute, a title or an option can hold no element.
    """
    if language == "zh" or not _HAN_RUN.search(text):
        return escape(text)
    return highlighted(text, han_spans(text))
