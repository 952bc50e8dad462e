"""The measures of a statement: each figure as the parser reads it, with what of the quantity it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..content.suggested import SuggestedMeasure
from ..text.aspect import PERCENTAGES, said_aspect
from ..text.numbers import Number
from .likeness import Likeness
from .marks import confidence, marked

# Figures that the parser takes for quantities are that nearly always where their clause states something.
_SURE = 0.97
_LOOKED_AT = 24


def measures_of(
    text: str, start: int, end: int, figures: Sequence[Number], known: Likeness, likely: float
) -> Iterator[SuggestedMeasure]:
    """The measures of the statement at start..end of a block's text."""
    quote = text[start:end]
    for figure in figures:
        read = figure.quantity
        if read is None:
            continue
        aspect = aspect_of(text[: figure.start], read.base_unit, read.operator)
        mark = marked(quote, figure.start - start, figure.end - start)
        if mark is None:
            continue
        about = text[max(start, figure.start - _LOOKED_AT) : min(end, figure.end + _LOOKED_AT // 4)]
        yield SuggestedMeasure(
            figure=figure.text,
            prefix=mark.prefix,
            suffix=mark.suffix,
            value=read.base_value,
            upper=read.base_upper,
            unit=read.base_unit,
            operator=read.operator,
            aspect=aspect,
            indicator=known.indicator_of(about, read.base_unit, aspect),
            confidence=confidence(_SURE * likely),
        )


def aspect_of(before: str, unit: str, operator: str) -> str:
    """What of a quantity a figure states, by the words before it; what nothing is said of is a share or a level."""
    said = said_aspect(before[-40:], unit, operator)
    if said:
        return said.aspects[0]
    return "share" if unit in PERCENTAGES or operator in ("coverage", "ratio") else "level"
