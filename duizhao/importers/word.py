"""The text of a Word file: its paragraphs a line each, its tables a line each row, its headings by their styles.

What becomes of the lines is left to `sorting`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .fields import settle_fields
from .raised import has_notes, lowered, raised, raised_doubted
from .source import Refused, Source
from .taken import FORMULAE, REACHING, Taken, missing, versions

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What stands about paragraphs, rows, cells and runs and is none of them.
_ABOUT = frozenset(f"{_W}{name}" for name in ("customXml", "ins", "moveTo", "sdt", "sdtContent", "smartTag"))
# What is no text: what was taken out or moved away under revision, and what is said of text.
_NO_TEXT = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt", "sdtPr", "tblPr", "trPr"))
_PICTURES = "its pictures are not here; see whether they show a table or words"
_TOLD = {
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": _PICTURES,
    "{urn:schemas-microsoft-com:vml}imagedata": _PICTURES,
    "{urn:schemas-microsoft-com:vml}textpath": "its words that are drawn (WordArt) are not here",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "its charts are not here",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "its diagrams are not here",
    f"{_W}object": "what other programs put into it, such as a sheet, is not here",
    f"{_W}altChunk": "it takes in another file, of which nothing is here: save it once more from Word",
    f"{_MATH}oMath": FORMULAE,
    f"{_W}rt": "the readings above its characters are not here",
    f"{_W}sym": "its signs of symbol fonts are not here",
}
_REVISIONS = ("cellDel", "cellIns", "del", "ins", "moveFrom", "moveTo")
_OFF = 6  # half points from which on what is set higher or lower stands off its line
_MOST_IN_CELL = 4  # paragraphs of a cell of a table of data
_MOST_BEFORE = 60  # columns that a row leaves out
_LONGEST_BESIDE = 400  # characters of a cell with more, in a row beside such rows
# What of the form of a run or a style says that its text is not to be read.
_LEFT = {"hidden": ("vanish",), "struck-out": ("strike", "dstrike")}
_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES = ("title", "subtitle")  # styles that have an outline, and are no headings
_BETWEEN_CELLS = "\u3000"
# About what stands above and below its line, until the line is whole: characters that no Word file can hold.
_ABOVE, _BELOW, _LINE = "\x01", "\x02", "\x03"
_OFF_LINE = re.compile(f"([{_ABOVE}{_BELOW}])([^{_LINE}]*){_LINE}")


def word_taken(source: Source) -> Taken:
    """What a Word file says. Raises Refused."""
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise Refused(missing("python-docx")) from error
    from lxml.etree import LxmlError

    try:
        document = Document(io.BytesIO(source.data))
        told = [*settle_fields(document.element.body)]
        above: list[tuple[str, str]] = []
        styles = _styles(document.styles)
        lines = tuple((_in_line(text, above), level) for text, level in _blocks(document.element.body, styles))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, OSError) as error:
        raise Refused("is a Word file that cannot be read; save it once more from Word") from error
    if not any(text.strip() for text, _ in lines):
        raise Refused("holds no text; its pages may be pictures")
    return Taken(
        "".join(f"{text}\n" for text, _ in lines),
        tool="duizhao import, python-docx",
        version=versions("python-docx"),
        headings={number: level for number, (_, level) in enumerate(lines, 1) if level},
        has_notes=has_notes(above),
        doubts=tuple(dict.fromkeys((*told, *_doubts(document, styles, source.data), *raised_doubted(above)))),
    )


def _in_line(text: str, above: list[tuple[str, str]]) -> str:
    """A line with the numbers above and below it put into it; those above are added, with what stands before each."""
    whole, made, at = text.replace(f"{_LINE}{_ABOVE}", ""), "", 0
    for off in _OFF_LINE.finditer(whole):
        made += whole[at : off.start()]
        at = off.end()
        if off[1] == _BELOW:
            made += lowered(made, off[2], whole[at : at + 1])
            continue
        put = raised(made, off[2])
        above += [(made, put)] if put != off[2] else []
        made += put
    return made + whole[at:]


@dataclass(frozen=True, slots=True)
class _Styles:
    """What styles give, by their ids: the levels of headings, what their text is (of _LEFT), its place off the line.

    A level is above nought where the style is called by it, below where the style or one that it is based on has it.
    """

    levels: Mapping[str, int]
    left: Mapping[str, frozenset[str]]
    places: Mapping[str, str]


def _styles(styles: Any) -> _Styles:
    every = {style.style_id: style.element for style in styles}
    left = {kind: frozenset(own for own in every if _is_of(every[own], kind)) for kind in _LEFT}
    places = {own: place for own in every if (place := _place(every[own]))}
    return _Styles(_levels(styles), left, places)


def _blocks(parent: Any, styles: _Styles) -> Iterator[tuple[str, int]]:
    """The lines in their order, each with the level of its heading, 0 for none."""
    begun = ""
    for element in _parts(parent):
        if element.tag == f"{_W}p":
            text, boxes = _text(element, styles)
            begun += text
            if not _goes_on(element):
                level = _level(element, styles.levels)
                yield from ((line, level) for line in begun.split("\n"))
                begun = ""
            for box in boxes:
                yield from _blocks(box, styles)
        elif element.tag == f"{_W}tbl":
            yield from [(begun, 0)] if begun else []  # nothing goes on behind a table
            begun = ""
            yield from _table(element, styles)
    if begun:
        yield begun, 0


def _parts(element: Any) -> Iterator[Any]:
    """The elements within one, whatever stands about them, without those that were taken out or moved away."""
    for child in element:
        if child.tag in _ABOUT:
            yield from () if _is_prompt(child) else _parts(child)
        elif child.tag == f"{_CHOICE}AlternateContent":
            yield from (part for way in _ways(child) for part in _parts(way))
        elif isinstance(child.tag, str) and child.tag not in _NO_TEXT:
            yield child


def _is_prompt(control: Any) -> bool:
    """True of a control that asks for words and has none yet."""
    asked = control.find(f"{_W}sdtPr/{_W}showingPlcHdr")
    return asked is not None and asked.get(f"{_W}val") not in ("0", "false", "off")


def _ways(element: Any) -> Sequence[Any]:
    """Of the ways in which one thing is put for several versions of Word, the first."""
    return [*element.iterchildren(f"{_CHOICE}Choice", f"{_CHOICE}Fallback")][:1]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: how many columns its cells take, the lines of each, and whether one of them holds a table."""

    columns: int
    cells: Sequence[Sequence[tuple[str, int]]]
    nests: bool

    @property
    def filled(self) -> Sequence[Sequence[tuple[str, int]]]:
        return [held for held in self.cells if held]

    @property
    def is_of_data(self) -> bool:
        """True of a row whose cells hold a few paragraphs each."""
        return self._has_cells and max(map(len, self.filled)) <= _MOST_IN_CELL

    @property
    def may_be_of_data(self) -> bool:
        """True of a row that is one of data beside such rows, though a cell of it lists several things."""
        return self._has_cells and all(sum(len(text) for text, _ in held) <= _LONGEST_BESIDE for held in self.filled)

    @property
    def _has_cells(self) -> bool:
        return not self.nests and len(self.filled) > 1


def _table(table: Any, styles: _Styles) -> Iterator[tuple[str, int]]:
    """A row as one line, or the lines of its cells where it is no row of data: text may be laid out by a table."""
    rows = [
        _row(row, styles) for row in _parts(table) if row.tag == f"{_W}tr" and row.find(f"{_W}trPr/{_W}del") is None
    ]
    columns = {row.columns for row in rows if row.is_of_data}
    for row in rows:
        if row.is_of_data or (row.columns in columns and row.may_be_of_data):
            yield _BETWEEN_CELLS.join(" ".join(text.strip() for text, _ in held) for held in row.cells), 0
        else:
            yield from (line for held in row.filled for line in held)


def _row(row: Any, styles: _Styles) -> _Row:
    cells = [cell for cell in _parts(row) if cell.tag == f"{_W}tc" and cell.find(f"{_W}tcPr/{_W}cellDel") is None]
    lines = [[line for line in _blocks(cell, styles) if line[0].strip()] for cell in cells]
    left_out = min(_counted(row.find(f"{_W}trPr/{_W}gridBefore")), _MOST_BEFORE)
    lines = [*([] for _ in range(left_out)), *lines]
    return _Row(
        left_out + sum(map(_span, cells)), lines, any(part.tag == f"{_W}tbl" for cell in cells for part in _parts(cell))
    )


def _span(cell: Any) -> int:
    """How many columns a cell takes."""
    return _counted(cell.find(f"{_W}tcPr/{_W}gridSpan")) or 1


def _counted(element: Any) -> int:
    """How many columns an element names; 0 of none."""
    value = element.get(f"{_W}val") or "" if element is not None else ""
    return int(value) if re.fullmatch("[0-9]{1,3}", value) else 0


def _goes_on(paragraph: Any) -> bool:
    """True of a paragraph with which the next one is one line.

    Its end was taken out or moved away under revision, or it is the large first character of the next.
    """
    mark = paragraph.find(f"{_W}pPr/{_W}rPr")
    if mark is not None and any(mark.find(f"{_W}{name}") is not None for name in ("del", "moveFrom")):
        return True
    frame = paragraph.find(f"{_W}pPr/{_W}framePr")
    return frame is not None and frame.get(f"{_W}dropCap") in ("drop", "margin")


def _text(paragraph: Any, styles: _Styles) -> tuple[str, list[Any]]:
    """The words of a paragraph, with what was put in under revision, and the boxes of text that are fixed to it."""
    parts: list[str] = []
    boxes: list[Any] = []
    stack = [*reversed([*_parts(paragraph)])]
    while stack:
        node = stack.pop()
        match node.tag.removeprefix(_W):
            case "t":
                parts.append(node.text or "")
            case "tab" | "ptab":
                parts.append(" ")
            case "br" | "cr":
                parts.append("\n")
            case "noBreakHyphen":
                parts.append("-")
            case "txbxContent":
                boxes.append(node)
            case "r" if any(_is_left(node, paragraph, styles, kind) for kind in _LEFT):
                continue
            case "r" if off := _off_line(node, styles):
                words, inner = _text(node, styles)
                parts.append(words if "\n" in words or not words else f"{off}{words}{_LINE}")
                boxes += inner
            case _:
                if node.tag == f"{_MATH}t":
                    parts.append(node.text or "")
                if node.tag == f"{_MATH}den":
                    parts.append("/")
                stack += reversed([*_parts(node)])
    return "".join(parts).rstrip("\n"), boxes


def _is_left(run: Any, paragraph: Any, styles: _Styles, kind: str) -> bool:
    """True of text that Word hides or strikes out, by its own form, else by its style."""
    if any(run.find(f"{_W}rPr/{_W}{name}") is not None for name in _LEFT[kind]):
        return _is_of(run, kind)
    named = (run.find(f"{_W}rPr/{_W}rStyle"), paragraph.find(f"{_W}pPr/{_W}pStyle"))
    return any(style is not None and style.get(f"{_W}val") in styles.left[kind] for style in named)


def _is_of(element: Any, kind: str) -> bool:
    """True where the form of a run or a style hides its text, or strikes it out."""
    return any(_is_on(element, name) for name in _LEFT[kind])


def _off_line(run: Any, styles: _Styles) -> str:
    """The sign of what stands above the line or below it, by its own form, else by its style; '' of any other."""
    style = run.find(f"{_W}rPr/{_W}rStyle")
    by_style = styles.places.get(style.get(f"{_W}val") or "", "") if style is not None else ""
    return {"superscript": _ABOVE, "subscript": _BELOW}.get(_place(run) or by_style, "")


def _place(element: Any) -> str:
    """Where the form of a run or a style sets its text, as Word names it; '' where it does not say."""
    place = element.find(f"{_W}rPr/{_W}vertAlign")
    if place is not None:
        return place.get(f"{_W}val") or ""
    shift = element.find(f"{_W}rPr/{_W}position")
    points = shift.get(f"{_W}val") or "" if shift is not None else ""
    if not re.fullmatch("-?[0-9]{1,3}", points) or abs(int(points)) < _OFF:
        return ""
    return "superscript" if int(points) > 0 else "subscript"


def _is_on(element: Any, name: str) -> bool:
    """True where the form of a run or a style has a property that is not switched off."""
    found = element.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val") not in ("0", "false", "off")


def _levels(styles: Iterable[Any]) -> Mapping[str, int]:
    """The levels of headings that styles give, by their ids."""
    elements = {style.style_id: (style.name or "", style.element) for style in styles}
    found: dict[str, int] = {}
    for own in elements:
        known, at = set[str](), own
        while at in elements and at not in known:
            known.add(at)
            name, element = elements[at]
            if name.lower() in _TITLES:
                break
            named, outline = _STYLE.search(name), _outline(element)
            if named or outline is not None:
                found[own] = int(named[1]) * (1 if at == own else -1) if named else -(outline or 0)
                break
            based = element.find(f"{_W}basedOn")
            at = based.get(f"{_W}val") if based is not None else ""
    return found


def _outline(element: Any) -> int | None:
    """The level that the outline of a paragraph or a style says, 0 for text; None where it says nothing."""
    outline = element.find(f"{_W}pPr/{_W}outlineLvl")
    value = outline.get(f"{_W}val") if outline is not None else None
    if not value or not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < 9 else 0


def _level(paragraph: Any, styles: Mapping[str, int]) -> int:
    """The level of a heading by its style or its outline, 0 of any other paragraph."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    level = styles.get(style.get(f"{_W}val") or "", 0) if style is not None else 0
    own = _outline(paragraph)
    return level if level > 0 else own if own is not None else -level


def _is_numbered(paragraph: Any, styles: Collection[str]) -> bool:
    about = paragraph.find(f"{_W}pPr")
    if about is None:
        return False
    style = about.find(f"{_W}pStyle")
    named = style.get(f"{_W}val") if style is not None else None
    return about.find(f"{_W}numPr") is not None or (named in styles and bool(_words(paragraph).strip()))


def _words(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))


def _doubts(document: Any, styles: _Styles, data: bytes) -> Iterator[str]:
    body = document.element.body
    lists = {style.style_id for style in document.styles if style.element.find(f".//{_W}numPr") is not None}
    numbered = sum(_is_numbered(paragraph, lists) for paragraph in body.iter(f"{_W}p"))
    if numbered:
        times = "a paragraph is" if numbered == 1 else f"{numbered} paragraphs are"
        yield f"{times} numbered or marked by Word itself; its numbers and marks are no text and are not here"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
    for part, words in (("word/footnotes.xml", "footnotes"), ("word/endnotes.xml", "endnotes")):
        if part in names and next(body.iter(f"{_W}{words[:-1]}Reference"), None) is not None:
            yield f"its {words} are not here"
    if next(body.iter(*(f"{_W}{name}" for name in _REVISIONS)), None) is not None:
        yield "it holds revisions that nobody has accepted: what was put in is here, what was taken out is not"
    runs = [(run, paragraph) for paragraph in body.iter(f"{_W}p") for run in paragraph.iter(f"{_W}r")]
    for kind in _LEFT:
        if any(_is_left(run, paragraph, styles, kind) and run.find(f"{_W}t") is not None for run, paragraph in runs):
            yield f"it holds {kind} text, which is not here"
    yield from dict.fromkeys(doubt for name, doubt in _TOLD.items() if any(map(_is_own, body.iter(name))))
    if any(map(_begins_below, body.iter(f"{_W}tr"))):
        yield REACHING
    yield from _margins_doubted(document)


def _begins_below(row: Any) -> bool:
    """True of a row whose first column is left out, or that of a cell which reaches down from the row above."""
    merged = next((cell.find(f"{_W}tcPr/{_W}vMerge") for cell in _parts(row) if cell.tag == f"{_W}tc"), None)
    reaches = merged is not None and merged.get(f"{_W}val") != "restart"
    return reaches or row.find(f"{_W}trPr/{_W}gridBefore") is not None


def _is_own(element: Any) -> bool:
    """True of what is not the picture by which Word shows an object of another program."""
    return element.tag.endswith("}object") or next(element.iterancestors(f"{_W}object"), None) is None


def _margins_doubted(document: Any) -> Iterator[str]:
    """What is said of heads and feet of pages that hold more than numbers of pages."""
    found: dict[str, None] = {}
    for part in document.part.package.iter_parts():
        if re.fullmatch("/word/(?:header|footer)[0-9]*\\.xml", str(part.partname)):
            words = "".join(element.text or "" for element in part.element.iter(f"{_W}t"))
            if len(re.findall("[\u3400-\u9fff]", re.sub("第.{0,4}页|共.{0,4}页", "", words))) > 1:
                found[f"{words[:24]}{'…' if len(words) > 24 else ''}"] = None
    if found:
        yield f"the heads and feet of its pages are not here: {'; '.join(list(found)[:4])}"
