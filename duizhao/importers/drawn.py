"""What a page shows that is no text of its elements, put into the line: values of fields, formulae, cells left open.

What its own styles hide is marked as hidden, and what they draw themselves is told. The lines are left to `page`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..text.numerals import SUPERSCRIPTS
from .elements import SEEN_NOT, WHOLE_WORDS, is_hidden

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WITH_VALUE = frozenset(("", "text", "number", "tel", "email", "url", "date", "month", "search"))
_WORDS = re.compile("[0-9\u3400-\u9fff]")
_UP = str.maketrans("0123456789-−", f"{SUPERSCRIPTS}⁻⁻")
_MEDIA = re.compile(r"@media(?P<asked>[^{}]*)\{(?P<rules>(?:[^{}]*\{[^{}]*\})*[^{}]*)\}", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"(?P<tag>[A-Za-z][A-Za-z0-9]*)?(?P<sign>[.#])(?P<name>[\w-]+)")
_DRAWN = re.compile(r"content\s*:\s*([\"'])(?P<words>(?:(?!\1).){1,60})\1")
_MOST_RULES, _MOST_COLUMNS, _MOST_ROWS, _LONGEST = 2_000, 60, 400, 60
REACHING = "rows of a table begin below a cell that reaches down, and so one cell later than they are printed here"
DRAWN = "its styles write words of their own, which are no text and are not here: {}"


def draw(root: HtmlElement) -> tuple[bool, tuple[str, ...]]:
    """Puts what is shown into the lines; whether anything has changed, and what is told of."""
    rules = [*_rules(root)]
    opened = [*_open_cells(root)]
    changed = [*_hide(root, rules), *_fill(root), *_set_formulae(root), *opened]
    return bool(changed), (*_told(root, rules), *([REACHING] if any(map(_begins_a_row_of_data, opened)) else []))


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
    style = _REMARK.sub("", "\n".join(element.text or "" for element in root.iter("style")))
    style = _MEDIA.sub(lambda found: "" if _is_for_others(found["asked"]) else found["rules"], style)
    for number, (selectors, declared) in enumerate(_RULE.findall(style)):
        if number == _MOST_RULES:
            return
        yield from ((one.strip(), declared) for one in selectors.split(","))


def _is_for_others(asked: str) -> bool:
    """True of a query that a usual screen does not meet, as far as can be seen: print, a width."""
    return not re.fullmatch(r"\s*(?:only\s+)?(?:screen|all)\s*", asked, re.IGNORECASE)


def _hide(root: HtmlElement, rules: list[tuple[str, str]]) -> Iterator[HtmlElement]:
    """Marks the runs of words in lines that a rule of the page hides, each by its class or name alone."""
    hidden = {selector for selector, declared in rules if SEEN_NOT.search(declared)}
    found = [match for selector in hidden if (match := _SIMPLE.fullmatch(selector))]
    by_name = {(match["sign"], match["name"], (match["tag"] or "").lower()) for match in found}
    for element in root.iter(*WHOLE_WORDS) if by_name else ():
        names = [(".", one) for one in (element.get("class") or "").split()] + [("#", element.get("id") or "")]
        if any((*name, tag) in by_name for name in names for tag in ("", element.tag)):
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
        if words and _stands_among_words(element):
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
    for table in root.iter("table"):
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table][:_MOST_ROWS]
        reach: dict[int, int] = {}  # by column, how many more rows a cell reaches into
        for row in rows:
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
    drawn: list[str] = []
    for selector, declared in rules:
        words = _DRAWN.search(declared) if re.search(":(?:before|after)$", selector) else None
        if words and _WORDS.search(words["words"]) and _is_used(root, selector):
            drawn.append(words["words"])
    if drawn:
        yield DRAWN.format("、".join(dict.fromkeys(drawn)))


def _is_used(root: HtmlElement, selector: str) -> bool:
    """True where the page has what a selector names by its last class, name or kind, or that cannot be told."""
    last = re.split(r"[\s>+~]+", re.sub(":+[-a-z]+$", "", selector))[-1]
    name = _SIMPLE.fullmatch(last)
    if name and name["sign"] == ".":
        return any(name["name"] in (one.get("class") or "").split() for one in root.iter() if isinstance(one.tag, str))
    if name:
        return any(one.get("id") == name["name"] for one in root.iter() if isinstance(one.tag, str))
    return next(root.iter(last), None) is not None if re.fullmatch("[a-z][a-z0-9]*", last) else True
