"""What a page is told of a report that is edited on it: what waits, where it stands, how much is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..content.records import Block
from ..content.schema import Bilingual
from ..content.suggested import SuggestedStatement
from ..content.vocabulary import ASPECTS, COMMITMENTS, EVIDENCE, KINDS, OPERATORS, PERIOD_BASES, STRENGTHS
from ..suggest.linking import EVIDENCE_OF_WORDS
from .following import links_told
from .opening import OpenReport, shown

# The codes of the files, with what the theme's words for them begin with.
_CALLED = {
    "kind": KINDS,
    "basis": PERIOD_BASES,
    "strength": STRENGTHS,
    "operator": OPERATORS,
    "aspect": ASPECTS,
    "evidence": EVIDENCE_OF_WORDS,
}


def told_of(report: OpenReport, words: Mapping[str, Bilingual]) -> dict[str, object]:
    """All of it, as plain values; places count units of UTF-16 within their block, as pages do.

    `words` are those of the theme, by which codes are called.
    """
    waiting, read = report.offered, report.report
    numbers = [one for one in read.numbers if not (one.statement or one.reason)]
    rows = [*rows_of(report)]
    return {
        "report": read.id,
        "known": report.known,
        "codes": {kind: list(_called(kind, codes, words)) for kind, codes in _CALLED.items()}
        | {"outcome": list(_called("evidence", EVIDENCE, words))},
        "themes": {theme.id: {"zh": theme.name.zh, "en": theme.name.en} for theme in report.library.themes},
        "indicators": {one.id: {"zh": one.name.zh, "en": one.name.en} for one in report.library.indicators},
        "promises": sum(one.kind in COMMITMENTS for each in report.earlier for one in each.statements),
        "languages": report.library.languages,
        "suggestions": rows,
        "statements": [
            {"id": one.id, "kind": one.kind, **placed(*place)}
            for one in read.statements
            if (place := report.within(one.start, one.end))
        ],
        "left": {
            "paragraphs": [block.id for block in read.blocks if block.reading == "unread"],
            "numbers": len(numbers),
            "suggestions": len(waiting.statements) + len(waiting.nothing_to_code) + len(waiting.numbers),
            "links": sum(one["what"] == "link" for one in rows),
        },
    }


def _called(kind: str, codes: Iterable[str], words: Mapping[str, Bilingual]) -> Iterator[dict[str, str]]:
    """Codes in their order, each with its names."""
    for code in codes:
        name = words.get(f"{kind}.{code}", Bilingual(code, code))
        yield {"code": code, "zh": name.zh, "en": name.en or name.zh}


def rows_of(report: OpenReport) -> Iterator[dict[str, object]]:
    """What is suggested, in the order of the text: statements, what states nothing, and what later words answer.

    `shown` of each is a word for the words that it is about, whatever its name is.
    """
    waiting = report.offered
    rows: list[tuple[int, dict[str, object]]] = []
    for one in waiting.statements:
        if place := report.places.get(one.id):
            rows.append((place[0].start + place[1], {**told_statement(one), **placed(*place)}))
    blocks = {block.id: block for block in report.report.blocks}
    for blank in waiting.nothing_to_code:
        if block := blocks.get(blank.block):
            row = {"name": blank.block, "what": "blank", "confidence": str(blank.confidence)}
            row["shown"] = shown("blank", block.text)
            rows.append((block.start, row | placed(block, 0, len(block.text))))
    for number in waiting.numbers:
        block = blocks.get(number.block)
        if block and (at := block.text.find(number.text)) >= 0:
            row = {"name": number.text, "what": "number", "reason": number.reason, "confidence": str(number.confidence)}
            row["shown"] = shown("number", number.text, block.text)
            rows.append((block.start + at, row | placed(block, at, at + len(number.text))))
    own = {one.id: report.within(one.start, one.end) for one in report.report.statements}
    for later, link in links_told(report):
        if place := report.places.get(later) or own.get(later):
            rows.append((place[0].start + place[1], link | placed(*place)))
    yield from (row for _, row in sorted(rows, key=lambda each: each[0]))


def told_statement(one: SuggestedStatement, what: str = "statement") -> dict[str, object]:
    """A statement that is proposed, as its card shows it."""
    time = one.by if one.kind in COMMITMENTS else one.period
    return {
        "name": one.id,
        "what": what,
        "shown": shown(what, one.quote, one.prefix, one.suffix),
        "kind": one.kind,
        "quote": one.quote,
        "prefix": one.prefix,
        "suffix": one.suffix,
        "themes": one.themes,
        "time": str(time) if time else "",
        "basis": one.period_basis,
        "modal": one.modal,
        "strength": one.strength,
        "confidence": str(one.confidence),
        "measures": [
            {
                "figure": each.figure,
                "value": "" if each.value is None else f"{each.value:f}",
                "upper": "" if each.upper is None else f"{each.upper:f}",
                "unit": each.unit,
                "operator": each.operator,
                "aspect": each.aspect,
                "indicator": each.indicator,
            }
            for each in one.measures
        ],
    }


def placed(block: Block, start: int, end: int) -> dict[str, object]:
    """A place within a block."""
    return {"block": block.id, "start": _units(block.text[:start]), "end": _units(block.text[:end])}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
