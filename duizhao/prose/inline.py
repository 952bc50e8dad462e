"""What Markdown would pass on or lose within the lines of a block: HTML, images, notes, signs that are no emphasis.

What is wrong with whole blocks is left to `blocks`, where a link leads to those who know the site.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import entities

from .lines import Block
from .tree import Fault

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{0,31});")
AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s@:]+@[^<>\s@]+)>")
_HTML = re.compile(r"<(?=[A-Za-z/!?])(?:!--|[/!?]?[\w-]*)")
# The address of a link between angle brackets.
_BRACKETED = re.compile(r"\](?:\(|:)\s*<")
_NOTE = re.compile(r"\[\^([^\]\n]*)\]?")
# Invisible, and of use to those who set text: soft hyphen, zero-width space, joiner and non-joiner.
_INVISIBLE = "\xad\u200b\u200c\u200d"

# What is refused wherever it stands: its code, what is wrong with it, and a way out.
_REFUSED: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (
        re.compile(r"!\["),
        "prose-markdown",
        "prose has no images",
        "say what it shows, or link to it; where ! ends a sentence write \\!",
    ),
    (
        re.compile(r"~~(?=[^~\s])|^ *(?:[-*+]|\d+\.) \[[ xX]\] ", re.MULTILINE),
        "prose-markdown",
        "struck words and lists with boxes would show their signs",
        "say it in words; for the signs themselves write \\~ and \\[",
    ),
    (
        re.compile(r"\{:[^}\n]*\}|\{[ ]*[.#][^}\n]*\}(?= *$)", re.MULTILINE),
        "prose-markdown",
        "prose has no lists of attributes, and { begins one",
        "take it out; for the sign itself write \\{",
    ),
    (
        re.compile(r"^ *(?:\[TOC\]|\[toc\]|\[\[_?(?:TOC|toc)_?\]\]) *$", re.MULTILINE),
        "prose-markdown",
        "prose has no table of contents, and its sign would stand on the page",
        "take it out; for the sign itself write \\[",
    ),
    (
        re.compile(r"^ *(?:(?:!!!|\?{3}\+?|:::) *(?=[A-Za-z{])|\[!(?=[A-Za-z]+\]))", re.MULTILINE),
        "prose-markdown",
        "prose has no boxes of notes, and the signs of one would stand on the page",
        "write a quotation, `> words`; for the signs themselves write a backslash before them",
    ),
    (
        re.compile(r"^ *\*\[[^\]\n]+\]:", re.MULTILINE),
        "prose-markdown",
        "prose has no lists of abbreviations, and this line would stand on the page",
        "say it where the word stands; for the sign itself write \\*",
    ),
    (
        re.compile(r"(?<![=<>!A-Za-z0-9])==(?=[^\s=])[^=\n]*(?<=[^\s=])==(?![=A-Za-z0-9])"),
        "prose-markdown",
        "marked words would show their signs",
        "write **words**; for the sign itself write \\=",
    ),
    (
        re.compile(r"[)）]\s?\[\s*<?[A-Za-z]+[:：][^\s\[\]]+\]"),
        "reference-unknown",
        "the brackets of a link stand the other way about, and make none",
        "write [words](term:id)",
    ),
    (
        re.compile(r"(?:(?<=[0-9A-Za-z])\*+(?=[0-9A-Za-z])|(?<=[\d%％)）亿万千百十])\*(?=[\d(（]))\S*"),
        "prose-markdown",
        "* between figures or letters would make them emphasis",
        "write × for a product, or \\* for the sign itself",
    ),
    (
        re.compile(r"[\]】］〕〗」』》]\s?（\s*<?[A-Za-z]+[:：]|[】］〕〗」』》]\s?\(\s*<?[A-Za-z]+[:：]"),
        "reference-unknown",
        "full-width brackets make no link",
        "write [words](term:id), with ASCII brackets and an ASCII colon",
    ),
    (
        re.compile(r"\] +\(\s*<?[A-Za-z]+[:：]"),
        "reference-unknown",
        "a space between ] and ( makes no link",
        "write [words](term:id)",
    ),
)


def inline_faults(blocks: Iterable[Block]) -> Iterator[Fault]:
    """What is wrong within the lines of a text."""
    notes: set[str] = set()
    for block in blocks:
        text = block.masked
        found = sorted((*_html(text), *_notes(text, notes), *_refused(text), *_unseen(text)))
        for place, (_, *told) in zip(block.places(start for start, *_ in found), found, strict=True):
            yield Fault(*place, *told)


# Where in a block something is, its code, what is wrong, a way out.
_Found = tuple[int, str, str, str]


def _html(text: str) -> Iterator[_Found]:
    """Each beginning of an element; its end is told where its beginning is not."""
    addresses = {match.start() for match in AUTOLINK.finditer(text)} | {m.end() - 1 for m in _BRACKETED.finditer(text)}
    begun: set[str] = set()
    for match in _HTML.finditer(text):
        if match.start() not in addresses and match[0].replace("/", "") not in begun:
            begun.add(match[0])
            message = f"{match[0]} begins an element of HTML, which prose does not pass on"
            yield match.start(), "prose-html", message, "say it in Markdown; for < itself write \\<"


def _notes(text: str, told: set[str]) -> Iterator[_Found]:
    """Each footnote once, where its mark stands and not again where its words do."""
    for match in _NOTE.finditer(text):
        if match[1] not in told:
            told.add(match[1])
            message = f"prose has no footnotes, and {match[0][:24]} begins one"
            hint = "say it in the sentence, or behind it in brackets; for [^ itself write \\[^"
            yield match.start(), "prose-markdown", message, hint


def _refused(text: str) -> Iterator[_Found]:
    for pattern, code, message, hint in _REFUSED:
        for match in pattern.finditer(text):
            yield match.start(), code, message, hint


def _unseen(text: str) -> Iterator[_Found]:
    for match in ENTITY.finditer(text):
        if _forbidden(character(match[0])):
            yield match.start(), "prose-markdown", f"{match[0]} is a character that cannot be seen", "take it out"


def character(entity: str) -> str:
    """What an entity stands for, '' for one that browsers drop; itself where it names nothing, as &copyright; does."""
    return html.unescape(entity) if entity[1] == "#" or entity[1:] in entities.html5 else entity


def _forbidden(text: str) -> bool:
    return not text or any(unicodedata.category(char)[0] == "C" and char not in _INVISIBLE for char in text)
