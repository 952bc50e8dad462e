"""The apparatus of a report page: where the text is from, and what the clean-up made of the capture.

How the report is cited is left to `citing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...text.characters import in_print
from ...text.cleanup import Piece
from ..context import PageContext
from ..parts.translations import missing_translation

STEPS = ("kept", "simplified", "pinyin", "metadata", "drop", "join-lines", "line-breaks", "blanks")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Something known of where the text is from."""

    name: Markup
    value: Markup


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """What the capture prints of itself."""

    name: Markup
    text: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One named step of the clean-up with how often it applied, to how many characters, and to which words."""

    step: Markup
    fate: Markup
    times: str
    characters: str
    doc: Markup
    samples: tuple[str, ...]


def provenance(context: PageContext, report: Report) -> Iterator[Provenance]:
    """Title, date and years with their ground, the sizes and hashes of capture and text, what lacks English."""
    words = context.words
    date = f"{context.time(report.date)} ({words(f'basis.{report.date_basis}')})"
    for name, value in (
        ("title", words(f"basis.{report.title_basis}")),
        ("date", date),
        ("covers", context.time(report.covers)),
        ("source", _size(context, report.source, report.source_sha256)),
        ("text", _size(context, report.text, report.text_sha256)),
    ):
        yield Provenance(context.word(f"provenance.{name}"), context.marked(value))
    if missing := missing_translation(context, report):
        yield Provenance(context.word("provenance.translation"), context.marked(missing))


def _size(context: PageContext, text: str, sha: str) -> str:
    return context.words("provenance.source-size", characters=f"{len(text):,}", sha=sha[:16])


def printed_lines(context: PageContext, report: Report) -> Iterator[PrintedLine]:
    """What the capture prints of itself, where it prints it."""
    printed = report.printed
    for name, text in (
        ("title", printed.title),
        ("date", printed.date),
        ("byline", printed.byline),
        ("source", printed.source),
        ("original_title", printed.original_title),
        *(("captions", caption) for caption in printed.captions),
    ):
        if text:
            yield PrintedLine(context.word(f"printed.{name}"), text)


def ledger(context: PageContext, report: Report) -> Iterator[LedgerRow]:
    """The clean-up by step, in a fixed order."""
    steps = dict.fromkeys((p.step, p.fate, p.reason) for p in report.pieces)
    for step, fate, reason in sorted(steps, key=lambda key: (STEPS.index(key[0]), key[2])):
        mine = [p for p in report.pieces if (p.step, p.fate, p.reason) == (step, fate, reason)]
        yield LedgerRow(
            context.word(f"step.{step}"),
            context.word(f"fate.{fate}"),
            f"{len(mine):,}",
            f"{sum(p.end - p.start for p in mine):,}",
            context.word(f"reason.{reason}" if reason else f"step.{step}.doc"),
            tuple(map(in_print, _samples(step, mine, report.source))),
        )


def _samples(step: str, pieces: Sequence[Piece], source: str) -> tuple[str, ...]:
    """The words that a step took out or changed; blanks are only counted."""
    if step in ("drop", "metadata"):
        return tuple(source[p.start : p.end] for p in pieces)
    if step in ("simplified", "pinyin"):
        changes = (source[p.start : p.end] + (f"→{p.output}" if p.output else "") for p in pieces)
        return tuple(dict.fromkeys(changes))
    return ()
