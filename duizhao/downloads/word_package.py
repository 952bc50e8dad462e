"""Tables of a Word document as its markup, and its package, alike byte for byte however often it is made.

python-docx opens the template, keeps styles, sections and properties, and writes the parts. A call of it for each cell
would take seconds for a table of some hundred rows, so that a table is one piece of markup here; and its template has
most of a megabyte of styles, so that what documents have in common is written and compressed once.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from docx.document import Document as Word
from docx.oxml.ns import qn

from .zipped import put

_TWIPS = 56.7  # in a millimetre
_BODY, _PROPERTIES = "word/document.xml", "docProps/core.xml"
# Parts of the template that a table needs nothing of, by the last word of what they are to the rest.
_OF_THE_TEMPLATE = {"stylesWithEffects", "customXml", "numbering", "thumbnail", "webSettings"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, of a cell or between tables; one that is `chinese` is so in every document, and somewhat larger."""

    text: str
    strong: bool = False
    small: bool = False
    chinese: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, each of paragraphs; a `head` stands again at the top of every page."""

    cells: tuple[tuple[Paragraph, ...], ...]
    head: bool = False


def table_xml(rows: Iterable[Row], widths: Sequence[int]) -> str:
    """A table with rules and columns of these widths in millimetres; no row of it is cut by the end of a page."""
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for side in _SIDES)
    twips = [round(width * _TWIPS) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/>'
        f"<w:tblBorders>{borders}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(_row_xml(row, twips) for row in rows)}</w:tbl>"
    )


def _row_xml(row: Row, widths: Sequence[int]) -> str:
    head = "<w:tblHeader/>" if row.head else ""
    cells = "".join(_cell_xml(cell, width) for cell, width in zip(row.cells, widths, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cell_xml(cell: Sequence[Paragraph], width: int) -> str:
    inside = "".join(map(paragraph_xml, cell)) or "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def paragraph_xml(paragraph: Paragraph) -> str:
    style = f'<w:pPr><w:pStyle w:val="{paragraph.style}"/></w:pPr>' if paragraph.style else ""
    marks = f"<w:rPr>{found}</w:rPr>" if (found := "".join(_run_marks(paragraph))) else ""
    text = escape(paragraph.text)
    return f'<w:p>{style}<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _run_marks(paragraph: Paragraph) -> Iterator[str]:
    if paragraph.chinese:
        yield '<w:rFonts w:hint="eastAsia"/>'
    if paragraph.strong:
        yield "<w:b/>"
    if paragraph.small or paragraph.chinese:
        yield f'<w:sz w:val="{16 if paragraph.small else 20}"/>'
    if paragraph.chinese:
        yield '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>'


def lighten(document: Word, styles: Collection[str]) -> None:
    """Takes out of a new document what python-docx's template holds for others: nine tenths of a package.

    Of the styles those of these ids stay, and those that a program takes for what has none.
    """
    package = document.part.package
    for rels in (package.rels, document.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype.rpartition("/")[2] in _OF_THE_TEMPLATE]:
            del rels[name]
    root = document.styles.element
    for style in root.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in styles and style.get(qn("w:default")) is None:
            root.remove(style)
        for link in style.findall(qn("w:link")):
            style.remove(link)
    for latent in root.findall(qn("w:latentStyles")):
        root.remove(latent)


@dataclass(frozen=True, slots=True)
class Shell:
    """What documents have in common: the package without a body and properties, and what stands about these there."""

    package: bytes
    before: str
    after: str
    properties: bytes


def shell_of(document: Word) -> Shell:
    """What is in common to documents that begin as this one, which has no paragraph."""
    written, out = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as given, zipfile.ZipFile(out, "w") as kept:
        for name in given.namelist():
            if name not in (_BODY, _PROPERTIES):
                put(kept, name, given.read(name))
        before, body, after = given.read(_BODY).decode().partition("<w:body>")
        properties = given.read(_PROPERTIES)
    return Shell(out.getvalue(), before + body, after, properties)


def packed(shell: Shell, body: str, properties: bytes) -> bytes:
    """The package of a document with this markup as its body, without the hour at which it was made."""
    out = io.BytesIO(shell.package)
    with zipfile.ZipFile(out, "a") as package:
        put(package, _BODY, f"{shell.before}{body}{shell.after}".encode())
        put(package, _PROPERTIES, properties)
    return out.getvalue()
