"""Lines that their writer set apart and Markdown would run together: lists, paragraphs and tables by signs not its own.

Such are the signs of Chinese typing and of what is copied from other programs: 一、 （1） ① •, two wide spaces before a
paragraph, ＃ and ｜, tabs between cells. What is wrong by Markdown's own signs is left to `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from .blocks import HEADING, ITEM, RULE, fault
from .lines import TAB, Block, Line
from .tree import Fault

_NUMBER = r"(?:[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3}|[A-Za-zＡ-Ｚａ-ｚⅠ-ⅿ])"
_SIGN = re.compile(
    rf"""[（(]{_NUMBER}[）)] | {_NUMBER}[、．）)] | [0-9]{{1,3}}\.(?![0-9]) | [A-Za-z]\.[ ] | [一二三四五六七八九十]+\.
    | [①-⒛⓪-⓿❶-➓㈠-㈩] | 第[一二三四五六七八九十百0-9]+[条章节款项][ \u3000：:、]
    | [•·‧∙●○◦■□◆◇▪▫▶►➢➤★☆※√✓✔] | (?:[–—－]|-(?!-))(?![–—－0-9])""",
    re.VERBOSE,
)
_ENDED = re.compile(r"[：:。；;！!？?…][”’」』）)]?$")
_KEPT_APART = re.compile(r"(?: {2}|\\)$")
_WIDE = re.compile("[ ]*[\u3000\xa0]+[ \u3000\xa0]*")
_SIGN_OF_MARKDOWN = re.compile(r"#{1,6} |>|[-*+] |[0-9]+\. ")
_FULL_WIDTH = re.compile("[ \u3000\xa0]*(＃+|＞|[＊＋－](?=[ \u3000])|－{3,}|｜(?=.*｜))")
_FULL_WIDTH_STRONG = re.compile("(＊＊)(?=[^＊]+＊＊)")
_LEAD = re.compile(r"\s*(?:(?:[-*+>]|\d+\.)\s+)*")
_APART = "leave a blank line before it, or end the line above with a backslash; a list is written with - or 1."


def run_together_faults(blocks: Iterable[Block], source: Sequence[str]) -> Iterator[Fault]:
    """What would run together in the blocks of a text, each kind once a block; `source` is its lines as typed."""
    for block in blocks:
        kinds = (_unknown_signs(block), _joined_items(block), _joined_paragraphs(block), _tabs(block, source))
        for found in kinds:
            yield from (one for one, _ in zip(found, range(1), strict=False))


def _unknown_signs(block: Block) -> Iterator[Fault]:
    """Signs that are Markdown's own but for their width, or for the wide space before them."""
    for line in block.lines:
        wide = _WIDE.match(line.masked)
        if wide and _SIGN_OF_MARKDOWN.match(line.masked, wide.end()):
            message = "behind a wide space the sign of a heading, list or quotation is none"
            yield fault(
                line, message, "take the space out; for the sign itself write a backslash before it", wide.end()
            )
        elif sign := _FULL_WIDTH.match(line.masked) or _FULL_WIDTH_STRONG.search(line.masked):
            message = f"{sign[1]} is full-width, and no sign of Markdown"
            yield fault(line, message, "write # > - ** | as ASCII signs; for the sign itself: &#x…;", sign.start(1))


def _joined_items(block: Block) -> Iterator[Fault]:
    for above, line in _joined(block):
        begun = _SIGN.match(line.masked, _indent(line))
        if (
            begun
            and not _FULL_WIDTH.match(line.masked)
            and (_ENDED.search(above.masked.rstrip()) or _SIGN.match(_words(above)))
        ):
            message = f"a line that begins like a list's item, {begun[0].strip()}, would run on from the line above it"
            yield fault(line, message, _APART, begun.start())


def _joined_paragraphs(block: Block) -> Iterator[Fault]:
    for _, line in _joined(block):
        if _WIDE.match(line.masked) and not _SIGN.match(_words(line)):
            message = "a line that begins like a paragraph, with a wide space, would run on from the line above it"
            yield fault(line, message, _APART)


def _tabs(block: Block, source: Sequence[str]) -> Iterator[Fault]:
    """Cells between tabs, on more than one line."""
    tabbed = [(line, place) for line in block.lines if (place := _tab(line, source[line.number - 1])) >= 0]
    if len(tabbed) > 1:
        line, place = tabbed[0]
        col = len(source[line.number - 1][:place].expandtabs(TAB))
        message = "cells between tabs are no table, and would run together"
        yield fault(line, message, "write | a | b |, and | --- | --- | as the second line", col - line.col + 1)


def _tab(line: Line, typed: str) -> int:
    """Where the first tab between words stands in a line as typed; -1 for none."""
    if "|" in line.masked or _SIGN.match(_words(line)):
        return -1
    lead = _LEAD.match(typed)
    return typed.rstrip().find("\t", lead.end() if lead else 0)


def _joined(block: Block) -> Iterator[tuple[Line, Line]]:
    """Each line of words with the one above it, with which Markdown joins it."""
    for above, line in pairwise(block.lines):
        apart = any(pattern.match(above.masked) for pattern in (HEADING, RULE)) or _KEPT_APART.search(above.text)
        if not apart and not any(pattern.match(line.masked) for pattern in (HEADING, RULE, ITEM)):
            yield above, line


def _indent(line: Line) -> int:
    return len(line.masked) - len(line.masked.lstrip(" \u3000\xa0"))


def _words(line: Line) -> str:
    item = ITEM.match(line.masked)
    return ((item[5] or "") if item else line.masked).lstrip(" \u3000\xa0")
