"""A collation table as a Word document: what a district's office would print, file or send round.

What it says is left to `collation_words`; how its package is written byte for byte alike, to `word_package`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from ..content.locale import Words, scope_words, time_words
from ..content.records import Statement
from ..content.times import StatedTime
from ..corpus.collation import Collation
from ..corpus.following import TrackedPromise, UnmarkedWords
from ..corpus.join import Corpus
from .collation_words import result_sentence, sources
from .word_package import Paragraph, Row, Shell, lighten, packed, paragraph_xml, shell_of, table_xml

_LONGEST = 255  # characters that a property of a package may have
# Names that Word and WPS know everywhere; other programs put a face of their own in their place.
FACES = {"Normal": ("Calibri", "宋体"), "Title": ("Calibri", "黑体")}
# Widths of the columns in millimetres: number, promise, source, state, later words, note; they fill A4 across.
WIDTHS = (11, 70, 34, 27, 77, 52)
WIDTHS_AHEAD = (11, 150, 60, 50)


def collation_document(corpus: Corpus, found: Collation, words: Words) -> bytes:
    """The document of one table in the language of the words. Raises WordError."""
    shell, title = _shell(words.language), document_title(corpus, found, words)
    before = [Paragraph(title, style="Title"), Paragraph(result_sentence(corpus, found, words))]
    before += map(Paragraph, sources(found, words))
    if any(time.period_basis == "inferred" for one in _dated(found) for time in one.times):
        before.append(Paragraph(words("time.key")))
    rows = [Row(tuple(_heads(found, words)), head=True), *_rows(corpus, found, words)]
    settings = corpus.library.site
    after = (
        words("foot.claims" if "en" in corpus.library.languages else "foot.claims-zh"),
        f"{settings.title[words.language]} · {settings.base_url}",
    )
    parts = (
        *map(paragraph_xml, before),
        table_xml(rows, WIDTHS if found.later else WIDTHS_AHEAD),
        *(paragraph_xml(Paragraph(said)) for said in after),
    )
    properties = _properties(shell, title, settings.publisher[words.language], found, words.language)
    return packed(shell, "".join(parts), properties)


def _dated(found: Collation) -> Iterator[Statement]:
    """The statements of a table whose times it tells."""
    for followed in found.promises:
        yield followed.promise
        yield from followed.statements


def document_title(corpus: Corpus, found: Collation, words: Words) -> str:
    """What a table is called where it stands alone."""
    district = corpus.districts[found.report.district].name[words.language]
    report = found.report.short[words.language]
    return words("follow.collation" if found.later else "due.of", district=district, report=report)


@cache
def _shell(language: str) -> Shell:
    """What all documents of a language begin as: A4 across, with faces for both scripts and the language named."""
    document = Document()
    lighten(document, FACES)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(13)
    section.top_margin = section.bottom_margin = Mm(14)
    for name, (latin, han) in FACES.items():
        style = document.styles[name]
        style.font.name, style.font.size = latin, Pt(16 if name == "Title" else 9)
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), han)
    tags = f'<w:lang {nsdecls("w")} w:val="{"zh-CN" if language == "zh" else "en-GB"}" w:eastAsia="zh-CN"/>'
    normal = document.styles["Normal"]
    normal.element.rPr.append(parse_xml(tags))
    normal.paragraph_format.space_after = Pt(3)
    return shell_of(document)


def _properties(shell: Shell, title: str, publisher: str, found: Collation, language: str) -> bytes:
    """The document's own description; its dates are those of the newest text in it, so that no clock is asked."""
    newest = max(one.date.last_day for one in (found.report, *found.later))
    described = parse_xml(shell.properties)
    properties = CoreProperties(described)
    properties.title = title[:_LONGEST]
    properties.author = properties.last_modified_by = publisher[:_LONGEST]
    properties.language, properties.comments, properties.revision = language, "", 1
    properties.created = properties.modified = datetime(newest.year, newest.month, newest.day, tzinfo=UTC)
    return serialize_part_xml(described)


def _heads(found: Collation, words: Words) -> Iterator[tuple[Paragraph, ...]]:
    heads = [words("follow.number"), words("follow.promised-plain"), words("follow.source")]
    if found.later:
        heads += [words("follow.evidence"), words("follow.said"), words("follow.note")]
    else:
        heads.append(words("due.deadline"))
    return ((Paragraph(head, strong=True),) for head in heads)


def _rows(corpus: Corpus, found: Collation, words: Words) -> Iterator[Row]:
    for number, followed in enumerate(found.promises, 1):
        promise = followed.promise
        beside = _beside(corpus, followed, words) if found.later else ((Paragraph(_times(promise, words)),),)
        source = Paragraph(_source(corpus, promise, words), small=True)
        yield Row(((Paragraph(str(number)),), _said(corpus, promise, words), (source,), *beside))


def _beside(corpus: Corpus, followed: TrackedPromise, words: Words) -> tuple[tuple[Paragraph, ...], ...]:
    """The state, the later words and the note of a row."""
    state = [Paragraph(words(f"evidence.{followed.evidence}"), strong=True)]
    if followed.arithmetic:
        said = words(f"arithmetic.{followed.arithmetic}")
        own = followed.arithmetic != "indeterminate"
        state.append(Paragraph(words("follow.computed", said=said) if own else said))
    later = [part for one in followed.later for part in (*_said(corpus, one, words), _later_source(corpus, one, words))]
    return tuple(state), tuple(later), tuple(_notes(followed, words))


def _notes(followed: TrackedPromise, words: Words) -> Iterator[Paragraph]:
    written = followed.follow_up
    yield Paragraph(written.because[words.language] if written else words(f"evidence.{followed.evidence}.doc"))
    if written and written.searched:
        searched = words("list.zh-comma").join(written.searched)
        yield Paragraph(words("silence.searched") + words("list.colon") + searched)
    if followed.promise.times:
        yield Paragraph(words("card.by") + words("list.colon") + _times(followed.promise, words))


def _times(stated: Statement, words: Words) -> str:
    """The times of a statement, in brackets where they are inferred."""
    return words("list.comma").join(_time(time, words) for time in stated.times) or words("time.none")


def _time(stated: StatedTime, words: Words) -> str:
    time = time_words(stated.period, words.language)
    return words("time.inferred", time=time) if stated.period_basis == "inferred" else time


def _said(corpus: Corpus, stated: Statement | UnmarkedWords, words: Words) -> tuple[Paragraph, ...]:
    """The words themselves, their English, what they are limited to, and why their figures may not be compared."""
    english = stated.gloss if isinstance(stated, Statement) else stated.english
    said = [Paragraph(stated.quote, chinese=True)]
    if english and words.language == "en":
        said.append(Paragraph(english))
    if isinstance(stated, Statement):
        if scope := scope_words(stated, words.language):
            said.append(Paragraph(scope))
        because = dict.fromkeys(one.because[words.language] for one in corpus.cautions_of[stated.full_id])
        said += [Paragraph(words("refusal") + words("list.colon") + one) for one in because]
    return tuple(said)


def _later_source(corpus: Corpus, later: Statement | UnmarkedWords, words: Words) -> Paragraph:
    """Where later words stand, and the time of a statement."""
    said = _source(corpus, later, words)
    if isinstance(later, Statement):
        said += words("list.semicolon") + _times(later, words)
    return Paragraph(said, small=True)


def _source(corpus: Corpus, stated: Statement | UnmarkedWords, words: Words) -> str:
    """Where words stand: report, paragraph, and the id of a statement."""
    report = corpus.reports[stated.report].short[words.language]
    name = stated.id if isinstance(stated, Statement) else words("follow.unmarked")
    return words("follow.place", report=report, block=stated.block[1:], name=name)
