"""Links and words by which readers turn to further pages of a text: what stands there is not in the capture.

Frames, and pages that lead on by themselves, are left to `frames`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from .elements import is_hidden
from .frames import few, told_address
from .saying import is_prose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TURN = "(?:上|下|前|后)一?页|(?:余下|剩余)(?:全文|内容)"
_PIECE = (
    f"(?:{_TURN}|首页|末页|尾页|第一页|最后一?页|第?\\s*[0-9]{{1,3}}\\s*页|共\\s*[0-9]{{1,3}}\\s*页|[0-9]{{1,3}}|跳?转到?|GO"
    "|[\\s\\[\\]()（）【】<>《》«»‹›＜＞|/·….:：—-])"
)
_PAGER = re.compile(f"{_PIECE}++", re.IGNORECASE)
_TURNS = re.compile(_TURN)
_LONGEST, _MOST = 200, 60  # characters of a line of links, and links that are looked at
_WORDS = "see whether its text goes on there; it has to be saved whole"


def is_pager(text: str) -> bool:
    """True of a line of words by which a page is turned: 上一页 1 2 3 下一页."""
    return _TURNS.search(text) is not None and _is_of_pages(text)


def _is_of_pages(text: str) -> bool:
    """True of numbers of pages and words for them, and of nothing else."""
    words = " ".join(text[: 2 * _LONGEST].split())
    return len(words) <= _LONGEST and _PAGER.fullmatch(words) is not None


def pager_lines(lines: Sequence[str]) -> frozenset[int]:
    """The lines, counted from 1, by which a page is turned."""
    return frozenset(number for number, line in enumerate(lines, 1) if is_pager(line))


def further_told(lines: Sequence[str]) -> Iterator[str]:
    """What is told of lines that lead to further pages."""
    if found := max(pager_lines(lines), default=0):
        words = " ".join(lines[found - 1].split())
        yield f"line {found}, {words[:24]}, leads to further pages: {_WORDS}"


def further_pages_told(root: HtmlElement, address: str) -> Iterator[str]:
    """What is told of links behind the first paragraph of a page that lead to further ones."""
    links = [link for link in islice(_numbered_links(root), _MOST) if _is_of_pager(link)]
    led = [href for link in links if (href := (link.get("href") or "").strip())]
    named = list(dict.fromkeys(told_address(href, address) for href in led if not _is_of_script(href)))
    if links:
        yield f"leads to further pages, {few(named) if named else 'by a script'}: {_WORDS}"


def _numbered_links(root: HtmlElement) -> Iterator[HtmlElement]:
    """The links that are a number or a word for another page, behind the first paragraph."""
    is_behind = False
    for element in root.iter():
        if is_behind and element.tag == "a" and _is_of_pages(element.text_content()):
            yield element
        is_behind = is_behind or is_prose((element.text or "").strip()) or is_prose((element.tail or "").strip())


def _is_of_pager(link: HtmlElement) -> bool:
    """True of a link among others that count up from the first page, or that turn to the next.

    A row of numbers that lead nowhere is that of a slide show, or a calendar.
    """
    row, words, parent = link, " ".join(link.itertext()), link.getparent()
    while parent is not None:
        if is_hidden(parent):
            return False
        around = " ".join(islice(parent.itertext(), _LONGEST))
        if not _is_of_pages(around):
            break
        row, words, parent = parent, around, parent.getparent()
    numbers = list(dict.fromkeys(map(int, re.findall("(?<![0-9共])[0-9]{1,3}", words))))
    counts_up = len(numbers) > 1 and numbers[:2] == [1, 2]
    has_address = not _is_of_script(link.get("href") or "")
    turns = _TURNS.search(words) is not None
    return (counts_up and (turns or any(map(_leads, islice(row.iter("a"), _MOST))))) or (has_address and turns)


def _leads(link: HtmlElement) -> bool:
    """True of a link to an address, or to what a script of its own does."""
    return "onclick" in link.attrib or not (link.get("href") or "").strip().startswith("#")


def _is_of_script(href: str) -> bool:
    return not href.strip() or href.strip().lower().startswith(("#", "javascript:"))
