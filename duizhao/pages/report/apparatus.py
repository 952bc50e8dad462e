"""The apparatus of a report page: where the text is from, what the clean-up made of the capture, how to cite it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...text.cleanup import STEPS, Piece
from ..addresses import public_address
from ..context import PageContext

TYPE_MARKS = {"work-report": "R/OL", "feature": "N/OL"}  # GB/T 7714-2015, appendix B; any other kind is EB/OL


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


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation of a report is made of; `plain` and `gbt7714` are whole, for readers without script.

    `online_date` is the date with strokes, as scholarly indexes want it; `script` is all of it as data.
    """

    title: str
    author: str
    publisher: str
    date: str
    online_date: str
    address: str
    plain: Markup
    gbt7714: str
    script: Markup


def provenance(context: PageContext, report: Report) -> Iterator[Provenance]:
    """Title, date and years with their ground, and the sizes and hashes of capture and text."""
    words = context.words
    date = f"{context.time(report.date)} ({words(f'basis.{report.date_basis}')})"
    for name, value in (
        ("title", words(f"basis.{report.title_basis}")),
        ("date", date),
        ("covers", context.time(report.covers)),
        *_capture(context, report),
        ("text", _size(context, report.text, report.text_sha256)),
    ):
        yield Provenance(context.word(f"provenance.{name}"), context.marked(value))


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
    printed = report.printed
    for name, text in (
        ("title", printed.title),
        ("date", printed.date),
        ("byline", printed.byline),
        ("source", printed.source),
        ("original_title", printed.original_title),
        *(("captions", caption) for caption in printed.captions),
        ("speaker", printed.speaker),
        ("occasion", printed.occasion),
        ("address", printed.address),
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
            _ground(context, step, reason),
            _samples(step, mine, report.source),
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
    """What a step made of a few characters; those that nobody sees by their code points."""
    shown = "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in before)
    return shown + (f"→{after}" if after.strip() else "")


def citation(context: PageContext, report: Report) -> Citation:
    """How a report is cited: its own author, title and date, and this site as the place where it stands."""
    settings = context.site.library.site
    author = context.plain(report.author) or report.printed.byline
    title, site = context.plain(report.title), context.plain(settings.title)
    address = public_address(settings.base_url, context.path("reports", report.id))
    plain = context.word(
        "cite.plain",
        lead=f"{author}. " if author else "",
        title=title,
        date=context.date(report),
        site=site,
        address=address,
    )
    district = context.site.districts[report.district]
    date, place = str(report.date), f"{district.city.zh}{district.name.zh}"
    chinese = report.author.zh if report.author else report.printed.byline
    type_mark = TYPE_MARKS.get(report.kind, "EB/OL")
    # GB/T 7714-2015, 8.8: author. title[type/medium]. (date). address
    gbt = f"{f'{chinese}. ' if chinese else ''}{report.title.zh}[{type_mark}]. {place}, {date}. {address}"
    script = _script(
        {
            "id": report.id,
            "title": title,
            "titleZh": report.title.zh,
            "author": author,
            "authorZh": chinese,
            "date": date,
            "type": type_mark,
            "place": place,
            "site": site,
            "address": address,
        }
    )
    return Citation(title, author, site, date, date.replace("-", "/"), address, plain, gbt, script)


def _script(data: dict[str, str]) -> Markup:
    """The data for an element that holds JSON: no < is left that could end the element."""
    return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))
