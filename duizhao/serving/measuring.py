"""The measures of a statement as a person has typed them on a page: each is held against its figure, key by key.

What a figure says is left to `text.quantity`, where a measure is written to `editing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ..content.records import Block, Content, Report
from ..content.vocabulary import ASPECTS, OPERATORS, PERIOD_BASES
from ..content.written import WrittenMeasure
from ..suggest.marks import Mark, marked
from ..suggest.measuring import aspect_of
from ..text.aspect import aspect_denied, of_one_kind
from ..text.fold import fold_widths, folded_text, occurrences
from ..text.numbers import Number
from ..text.period import Period, parse_period
from ..text.quantity import Quantity, quantity
from ..text.units import count_alike
from .opening import Refused, said
from .saying import Said, no_code, word

# The fields of a measure: the first of a form is m0.figure, m0.value and so on.
FIELDS = ("figure", "value", "upper", "unit", "operator", "aspect", "indicator", "time", "basis")
_MOST = 40
_BETWEEN = re.compile(r"[\s,，]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a statement: where they begin in their block, and the numbers of that."""

    quote: str
    block: Block
    start: int
    numbers: tuple[Number, ...]


def words_of(report: Report, quote: str, block: Block, start: int) -> Words:
    """Words that begin at `start` of a block of a report."""
    own = tuple(one.number for one in report.numbers if one.block == block.id and not one.number.reason)
    return Words(quote, block, start, own)


def measures_typed(words: Words, library: Content, form: Mapping[str, str]) -> tuple[WrittenMeasure, ...]:
    """The measures that a form gives for a statement. Raises Refused with the field that is wrong."""
    count = form.get("measures", "")
    if not (count.isascii() and count.isdigit() and len(count) < 3 and int(count) <= _MOST):
        raise Refused(word("edit.many-figures", most=_MOST))
    rows = [_Row(at, {name: said(form, f"m{at}.{name}") for name in FIELDS}) for at in range(int(count))]
    spans = _spans(words, rows)
    return tuple(_measure(words, library, row, span) for row, span in zip(rows, spans, strict=True))


@dataclass(frozen=True, slots=True)
class _Row:
    """What the form says of a measure, by the names of its fields."""

    at: int
    said: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.said[name]

    def refused(self, name: str, why: Said) -> Refused:
        return Refused(why, f"m{self.at}.{name}")


def _spans(words: Words, rows: Iterable[_Row]) -> Iterator[tuple[int, int]]:
    """Where the figure of each row stands in the quote: of several places the first that no row before it has."""
    quote, taken = fold_widths(words.quote), set[tuple[int, int]]()
    for row in rows:
        figure = folded_text(row["figure"])
        if not figure:
            raise row.refused("figure", word("edit.figure-empty"))
        places = [quote.span(found, found + len(figure)) for found in occurrences(figure, quote.text)]
        if not places:
            raise row.refused("figure", word("edit.figure-nowhere", figure=row["figure"]))
        cut = {place: found for place in places if (found := _cut_out_of(words, place))}
        if len(cut) == len(places):
            raise row.refused("figure", word("edit.figure-cut", figure=cut[places[0]]))
        whole = [place for place in places if place not in cut]
        found_at = next((place for place in whole if place not in taken), whole[0])
        taken.add(found_at)
        yield found_at


def _cut_out_of(words: Words, place: tuple[int, int]) -> str:
    """The longer number of the text that a place is part of, '' where there is none."""
    part = words.start + place[0], words.start + place[1]
    return next((one.text for one in words.numbers if _cuts(part, (one.start, one.end))), "")


def _cuts(part: tuple[int, int], whole: tuple[int, int]) -> bool:
    return part[0] < whole[1] and whole[0] < part[1] and (whole[0] < part[0] or part[1] < whole[1])


def _measure(words: Words, library: Content, row: _Row, span: tuple[int, int]) -> WrittenMeasure:
    """One measure; what the form leaves out of value, unit and operator is what the figure says."""
    start, end = words.start + span[0], words.start + span[1]
    own = next((one.quantity for one in words.numbers if (one.start, one.end) == (start, end)), None)
    read = own or quantity(words.quote[slice(*span)])  # its sentence may say more than the figure alone
    if read is None:
        raise row.refused("figure", word("edit.figure-unread", figure=row["figure"]))
    _require_agreed(row, read)
    mark, time, basis = marked(words.quote, *span) or Mark(), *_time(row)
    aspect = _aspect(row, read, words.block.text, start)
    _require_of_indicator(row, library, read, aspect)
    return WrittenMeasure(
        figure=words.quote[slice(*span)],
        prefix=mark.prefix,
        suffix=mark.suffix,
        value=read.base_value,
        upper=read.base_upper,
        unit=read.base_unit,
        operator=read.operator,
        aspect=aspect,
        indicator=row["indicator"],
        period=time,
        period_basis=basis,
    )


def _require_agreed(row: _Row, read: Quantity) -> None:
    """Refuses what is typed beside a figure and is not what the figure says: the double entry."""
    if row["operator"] not in (*OPERATORS, ""):
        raise row.refused("operator", no_code(row["operator"], OPERATORS))
    says = {"value": read.base_value, "upper": read.base_upper, "unit": read.base_unit, "operator": read.operator}
    for name, found in says.items():
        typed: object = _number(row, name) if name in ("value", "upper") else row[name]
        if row[name] and typed != found:
            raise row.refused(name, _says_otherwise(row, name, f"{found:f}" if isinstance(found, Decimal) else found))


def _says_otherwise(row: _Row, name: str, found: str | None) -> Said:
    """What is said where a figure does not say what was typed beside it."""
    figure, typed = row["figure"], row[name]
    if not found:
        return word("edit.figure-silent", figure=figure, typed=typed)
    if name != "operator":
        return word("edit.figure-says", figure=figure, found=found, typed=typed)
    return word("edit.figure-says", figure=figure, found=word(f"operator.{found}"), typed=word(f"operator.{typed}"))


def _number(row: _Row, name: str) -> Decimal | None:
    try:
        found = Decimal(_BETWEEN.sub("", row[name])) if row[name] else None
    except InvalidOperation:
        found = Decimal("NaN")
    if found is not None and not found.is_finite():
        raise row.refused(name, word("edit.no-number", text=row[name]))
    return found


def _aspect(row: _Row, read: Quantity, text: str, start: int) -> str:
    """What of the quantity it states: as it is chosen, else as the words before the figure say."""
    if row["aspect"] not in (*ASPECTS, ""):
        raise row.refused("aspect", no_code(row["aspect"], ASPECTS))
    chosen = row["aspect"] or aspect_of(text[:start], read.base_unit, read.operator)
    if told := aspect_denied(chosen, text, start, read.base_unit, read.operator):
        meant = tuple(word(f"aspect.{one}") for one in told.aspects)
        said = f"{told.words}{row['figure']}"
        raise row.refused("aspect", word("edit.aspect", words=said, meant=meant, chosen=word(f"aspect.{chosen}")))
    return chosen


def _require_of_indicator(row: _Row, library: Content, read: Quantity, aspect: str) -> None:
    """Refuses an indicator that there is not, or of another unit or aspect."""
    name = row["indicator"]
    own = next((one for one in library.indicators if one.id == name), None)
    if own is None:
        if name:
            raise row.refused("indicator", word("edit.no-indicator", name=name))
        return
    if read.operator != "coverage" and not count_alike(read.base_unit, own.unit):
        raise row.refused("indicator", word("edit.indicator-unit", name=name, unit=own.unit, other=read.base_unit))
    if own.aspect and not of_one_kind(aspect, own.aspect):
        held, other = word(f"aspect.{own.aspect}"), word(f"aspect.{aspect}")
        raise row.refused("indicator", word("edit.indicator-aspect", name=name, aspect=held, other=other))


def _time(row: _Row) -> tuple[Period | None, str]:
    """The time of a figure, where it is another than its statement's, and its basis."""
    try:
        time = parse_period(row["time"]) if row["time"] else None
    except ValueError:
        raise row.refused("time", word("edit.no-time", text=row["time"])) from None
    if row["basis"] not in (*PERIOD_BASES, ""):
        raise row.refused("basis", no_code(row["basis"], PERIOD_BASES))
    return time, (row["basis"] or PERIOD_BASES[-1]) if time else ""
