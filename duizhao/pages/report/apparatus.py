"""The apparatus of a report page: where the text is from, and what the clean-up made of the capture.

How the report is cited is left to `citing`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...content.written import Printed
from ...text.characters import in_print
from ...text.cleanup import STEPS, Piece
from ..context import PageContext
from ..parts.origin import origin, removal
from ..parts.translations import missing_translation

# What is said of where a text is from, in its order; what nothing is known of and nothing is said of is left out.
PROVENANCE = (
    *("title", "date", "covers", "publisher", "address", "published", "captured", "origin-note"),
    *("source", "layer", "text", "ground", "removal", "readings", "translation"),
)


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
    """Title, date and years with their ground, where the capture is from, its size and that of the text, who read it.

    What is empty is left out.
    """
    words, known = context.words, origin(context, report)
    basis = f"{words('list.open')}{words(f'basis.{report.date_basis}')}{words('list.close')}"
    date = f"{context.time(report.date)}{basis}"
    for name, value in (
        ("title", context.word(f"basis.{report.title_basis}")),
        ("date", context.marked(date)),
        ("covers", context.marked(context.time(report.covers))),
        ("publisher", known.publisher),
        ("address", known.address),
        ("published", known.published),
        ("captured", known.captured),
        ("origin-note", known.note),
        *((name, context.marked(value)) for name, value in _capture(context, report)),
        ("text", context.marked(_size(context, report.text, report.text_sha256))),
        ("ground", known.ground),
        ("removal", removal(context)),
        ("readings", context.localized(context.site.library.site.readings)),
        ("translation", context.marked(missing_translation(context, report))),
    ):
        if value:
            yield Provenance(context.word(f"provenance.{name}"), value)


def _capture(context: PageContext, report: Report) -> Iterator[tuple[str, str]]:
    """The capture, and the text that was taken out of one that is none itself."""
    layer = report.text_layer
    if layer is None:
        yield "source", _size(context, report.source, report.source_sha256)
    else:
        yield "source", context.words("provenance.file", name=report.capture_name, sha=report.source_sha256[:16])
        yield (
            "layer",
            context.words(
                "provenance.layer-size",
                characters=f"{len(report.source):,}",
                sha=layer.sha256[:16],
                tool=layer.tool,
                version=layer.version,
            ),
        )


def _size(context: PageContext, text: str, sha: str) -> str:
    return context.words("provenance.source-size", characters=f"{len(text):,}", sha=sha[:16])


def printed_lines(context: PageContext, report: Report) -> Iterator[PrintedLine]:
    """What the capture prints of itself, where it prints it."""
    for key in Printed.keys:
        held = getattr(report.printed, key.field)
        for text in held if isinstance(held, tuple) else (held,):
            if text:
                yield PrintedLine(context.word(f"printed.{key.name}"), text)


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
            _ground(context, step, reason),
            tuple(map(in_print, _samples(step, mine, report.source))),
        )


def _ground(context: PageContext, step: str, reason: str) -> Markup:
    """Why a step was done."""
    if not reason:
        return context.word(f"step.{step}.doc")
    return context.word(f"apart.{reason}") if step == "apart" else context.word(f"reason.{reason}")


def _samples(step: str, pieces: Sequence[Piece], source: str) -> tuple[str, ...]:
    """The words that a step took out or changed; blanks are only counted."""
    if step in ("drop", "metadata"):
        return tuple(source[p.start : p.end] for p in pieces)
    if step in ("apart", "illegible"):
        return tuple(dict.fromkeys(source[p.start : p.end] for p in pieces))
    if step in ("simplified", "pinyin", "radicals", "entities", "escapes", "characters", "spacing"):
        return tuple(dict.fromkeys(_change(source[p.start : p.end], p.output) for p in pieces))
    return ()


def _change(before: str, after: str) -> str:
    """What a step made of a few characters."""
    return before + (f"→{after}" if after.strip() else "")
