"""Links in rows under headings, each with a remark and a count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Term
from ..frame import Link
from ..markup import filled
from .cells import IndicatorCell


@dataclass(frozen=True, slots=True)
class ListRow:
    """A link with a remark, '' for none, a count in words, what it is in one line, and its latest figures."""

    link: Link
    remark: Markup
    count: Markup
    gist: Markup = Markup("")
    figures: tuple[IndicatorCell, ...] = ()


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Rows under a heading; without a title there is none."""

    title: Markup
    zh: str
    rows: tuple[ListRow, ...]
    anchor: str = ""


# Where a sentence ends; not within “No. 10”, and in Chinese not before a closing mark.
_ENDS = re.compile(
    r"(?<=[。！？])(?![”’）」])|(?<=[。！？][”’）」])"
    r"|(?<=[.!?])\s+(?=[A-Z“])|(?<=[.!?][”’)])\s+(?=[A-Z“])"
)


def first_sentence(text: str) -> str:
    """What a text says first: up to the end of its first sentence."""
    return _ENDS.split(text, maxsplit=1)[0]


def reading(term: Term) -> Markup:
    """How a term is read: in pinyin, whose letters are Latin also among Han characters."""
    return filled('<span lang="zh-Latn-pinyin">{}</span>', term.pinyin)
