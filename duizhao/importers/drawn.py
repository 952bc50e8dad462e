"""What a page shows that is no text of its elements, put into the line: values of fields, formulae, cells left open.

What its own styles hide is marked as hidden, and what they draw themselves is told. The lines are left to `page`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from ..text.numerals import SUPERSCRIPTS
from .elements import SEEN_NOT, WHOLE_WORDS, is_hidden
from .taken import FORMULAE, REACHING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WITH_VALUE = frozenset(("", "text", "number", "tel", "email", "url", "date", "month", "search"))
_WORDS = re.compile("[0-9\u3400-\u9fff]")
_UP = str.maketrans("0123456789-−", f"{SUPERSCRIPTS}⁻⁻")
_TOKEN = re.compile(r"[^{}]+|[{}]")
_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_MEDIA = re.compile(r"@media\b(.*)", re.IGNORECASE | re.DOTALL)
_ON_SCREENS = ("", "all", "screen", "only all", "only screen")
_SIMPLE = re.compile(r"(?P<tag>[A-Za-z][A-Za-z0-9]*)?(?P<sign>[.#])(?P<name>[\w-]+)")
_BESIDE = re.compile(":{1,2}(?:before|after)$")
_DRAWN = re.compile(r"content\s*:\s*([\"'])(?P<words>(?:(?!\1).){1,60})\1")
_MOST_RULES, _LONGEST_RULE, _LONGEST_SELECTOR = 4_000, 2_000, 200
_MOST_COLUMNS, _MOST_ROWS, _LONGEST = 60, 400, 60
DRAWN = "its styles write words of their own, which are no text and are not here: {}"


def draw(root: HtmlElement) -> tuple[bool, tuple[str, ...]]:
    """Puts what is shown into the lines; whether anything has changed, and what is told of."""
    rules = [*islice(_rules(root), _MOST_RULES)]
    opened = [*_open_cells(root)]
    formulae = [*_set_formulae(root)]
    changed = [*_hide(root, rules), *_fill(root), *formulae, *opened]
    told = [*([FORMULAE] if formulae else []), *([REACHING] if any(map(_begins_a_row_of_data, opened)) else [])]
    return bool(changed), (*_told(root, rules), *told)


def unread(element: HtmlElement) -> Iterator[str]:
    """What an element that is passed over shows and nobody can read: frame, or picture, where it is drawn."""
    if is_hidden(element):
        return
    if element.tag in ("iframe", "object", "embed"):
        source = (element.get("src") or element.get("data") or "").strip().lower()
        if source and not source.startswith(("about:", "javascript:", "data:")):
            yield "frame"
    elif element.tag == "canvas" or (element.tag == "svg" and _WORDS.search(element.text_content())):
        yield "picture"


def _rules(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of the page's own styles that hold on a screen."""
    heads: list[str] = []  # of what is open
    elsewhere, before = 0, ""  # how many of these hold elsewhere
    for token in _TOKEN.findall(_REMARK.sub("", "\n".join(element.text or "" for element in root.iter("style")))):
        if token == "{":
            heads.append(before.rpartition(";")[2].strip())
            elsewhere += _holds_elsewhere(heads[-1])
        elif token == "}" and heads:
            head = heads.pop()
            elsewhere -= _holds_elsewhere(head)
            if not elsewhere:
                yield from (
                    (one.strip(), before[:_LONGEST_RULE]) for one in head.split(",") if len(one) < _LONGEST_SELECTOR
                )
        before = token


def _holds_elsewhere(head: str) -> bool:
    """True of what a usual screen does not meet, as far as can be seen (print, a width), and of rules around rules."""
    if asked := _MEDIA.fullmatch(head):
        return not any(" ".join(one.lower().split()) in _ON_SCREENS for one in asked[1].split(","))
    return not head.lower().startswith(("@layer", "@supports"))


def _hide(root: HtmlElement, rules: list[tuple[str, str]]) -> Iterator[HtmlElement]:
    """Marks the runs of words in lines that a rule of the page hides, each by its class or name alone."""
    hidden = {selector for selector, declared in rules if SEEN_NOT.search(declared)}
    found = [match for selector in hidden if (match := _SIMPLE.fullmatch(selector))]
    by_name = {(match["sign"], match["name"], (match["tag"] or "").lower()) for match in found}
    for element in root.iter(*WHOLE_WORDS):
        if any((*name, tag) in by_name for name in _names(element) for tag in ("", element.tag)):
            element.set("style", f"display:none;{element.get('style') or ''}")
            yield element


def _fill(root: HtmlElement) -> Iterator[HtmlElement]:
    """Sets the values of fields and the chosen options that stand among words as words."""
    for element in [*root.iter("input", "select")]:
        if element.tag == "input":
            words = (element.get("value") or "") if (element.get("type") or "").lower() in _WITH_VALUE else ""
        else:
            options = [*element.iter("option")]
            chosen = next((one for one in options if "selected" in one.attrib), options[0] if options else None)
            words = chosen.text_content().strip() if chosen is not None else ""
        if (words or element.tag == "select") and _stands_among_words(element):
            _put(element, words)
            yield element


def _stands_among_words(element: HtmlElement) -> bool:
    before = element.getprevious()
    parent = element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else ""
    return any(_WORDS.search(beside or "") is not None for beside in (text, element.tail))


def _put(element: HtmlElement, words: str) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "span", words, tail


def _set_formulae(root: HtmlElement) -> Iterator[HtmlElement]:
    """Sets formulae in the line: 2/3, 10⁴."""
    for element in [*root.iter("math")]:
        _put(element, _formula(element))
        yield element


def _formula(element: HtmlElement, depth: int = 0) -> str:
    """What a formula says in one line; of one that is too deep, its signs."""
    name = element.tag.rpartition(":")[2] if isinstance(element.tag, str) else ""
    if not name or name in ("annotation", "annotation-xml"):
        return ""
    inner = [_formula(child, depth + 1) for child in element if isinstance(child.tag, str)] if depth < 30 else []
    if not inner:
        return "".join(element.text_content().split())
    if name == "mfrac" and len(inner) == 2:
        return "/".join(f"({part})" if re.search("[-+−×·*/]", part) else part for part in inner)
    if name == "msup" and len(inner) == 2:
        raised = inner[1].translate(_UP)
        return inner[0] + (raised if re.fullmatch(f"[{SUPERSCRIPTS}⁻]+", raised) else f"^{inner[1]}")
    return ("√" if name in ("msqrt", "mroot") else "") + "".join(inner)


def _open_cells(root: HtmlElement) -> Iterator[HtmlElement]:
    """Puts an empty cell where a cell of a row above reaches down, so that what stands behind it keeps its column."""
    tables: defaultdict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    for row in root.iter("tr"):
        tables[next(row.iterancestors("table"), root)].append(row)
    for rows in tables.values():
        reach: dict[int, int] = {}  # by column, how many more rows a cell reaches into
        for row in rows[:_MOST_ROWS]:
            column, below = 0, {at: left - 1 for at, left in reach.items() if left > 1}
            for cell in [one for one in row if one.tag in ("td", "th")]:
                while reach.get(column) and column < _MOST_COLUMNS:
                    opened = cell.makeelement("td", {})
                    cell.addprevious(opened)
                    yield opened
                    column += 1
                for at in range(column, column + _count(cell, "colspan")):
                    if _count(cell, "rowspan") > 1:
                        below[at] = _count(cell, "rowspan") - 1
                column += _count(cell, "colspan")
            reach = below


def _begins_a_row_of_data(cell: HtmlElement) -> bool:
    """True of a cell before the first of a row that holds a few words in each: pages are laid out by tables, too."""
    others = [one for one in cell.itersiblings() if one.tag in ("td", "th")]
    return cell.getprevious() is None and bool(others) and all(len(one.text_content()) <= _LONGEST for one in others)


def _count(cell: HtmlElement, name: str) -> int:
    number = re.match(r"\s*([0-9]{1,3})", cell.get(name) or "")
    return min(max(int(number[1]), 1), _MOST_COLUMNS) if number else 1


def _told(root: HtmlElement, rules: list[tuple[str, str]]) -> Iterator[str]:
    """What is told of words that the page's styles write before or behind others."""
    drawn = [(selector, _DRAWN.search(declared)) for selector, declared in rules if _BESIDE.search(selector)]
    written = {selector: found["words"] for selector, found in drawn if found and _WORDS.search(found["words"])}
    names = {name for element in root.iter("*") for name in _names(element)} if written else set()
    if used := [words for selector, words in written.items() if _is_used(names, selector)]:
        yield DRAWN.format("、".join(dict.fromkeys(used)))


def _names(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """What selectors call an element: by its kind, its name, its classes, each with the sign of such."""
    yield from (("", element.tag), ("#", element.get("id") or ""))
    yield from ((".", one) for one in (element.get("class") or "").split())


def _is_used(names: Collection[tuple[str, str]], selector: str) -> bool:
    """True where the page has what a selector names by its last class, name or kind, or that cannot be told."""
    last = re.split(r"[\s>+~]+", _BESIDE.sub("", selector))[-1]
    if name := _SIMPLE.fullmatch(last):
        return (name["sign"], name["name"]) in names
    return ("", last) in names if re.fullmatch("[a-z][a-z0-9]*", last) else True
