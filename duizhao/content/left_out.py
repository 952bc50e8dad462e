"""Keys of a measure that a person may leave out: the figure gives its value, unit and operator, the words its aspect.

Whether what is written agrees with them is left to the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from ..text.aspect import aspect_denied, only_aspect
from ..text.quantity import Quantity
from .records import Indicator
from .where import Origin, Where
from .written import WrittenMeasure, WrittenStatement

# What a figure says by itself, which is what a person enters beside it.
READ_BY_PARSER = ("value", "upper", "unit", "operator")
# Indicators by their ids, each with the aspect that its figures state; those that say none are left out.
Aspects = Mapping[str, str]
NO_ASPECTS: Aspects = MappingProxyType({})


def aspects_of(indicators: Iterable[Indicator]) -> Aspects:
    """What the figures of indicators state, of those that say it."""
    return {one.id: one.aspect for one in indicators if one.aspect}


def is_written(measure: WrittenMeasure, name: str) -> bool:
    """True where a person gave a value for a key, be it an empty one; a record made by code says it by its value."""
    return getattr(measure, name) not in (None, "") or measure.where.entered(name) == "person"


def check_of(statement: WrittenStatement, measure: WrittenMeasure) -> str:
    """What was checked of a figure: `parsed` where nobody entered all that it says, else `re-read`.

    `suggested` where what is entered is a program's, of a statement that a person accepted and nobody has read again.
    """
    if any(measure.where.entered(name) == "parser" for name in READ_BY_PARSER):
        return "parsed"
    return "suggested" if statement.entered == "suggested" else "re-read"


def aspect_given(measure: WrittenMeasure, text: str, start: int, read: Quantity, aspects: Aspects) -> str:
    """The aspect of a measure whose figure starts there: as written, else by its words, else its indicator's.

    "" where nothing gives one: a count of which nothing is said is a total or an addition, and a person knows which.
    """
    if measure.aspect:
        return measure.aspect
    said = only_aspect(text, start, read.base_unit, read.operator)
    held = aspects.get(measure.indicator, "")
    return said or ("" if aspect_denied(held, text, start, read.base_unit, read.operator) else held)


def filled(measure: WrittenMeasure, read: Quantity, aspect: str) -> WrittenMeasure:
    """A measure with what was left out of it, entered by the parser and standing where the figure does."""
    says = (read.base_value, read.base_upper, read.base_unit, read.operator)
    given: dict[str, Any] = {**dict(zip(READ_BY_PARSER, says, strict=True)), "aspect": aspect}
    stated = {name: value for name, value in given.items() if value not in (None, "")}
    left_out = {name: value for name, value in stated.items() if not is_written(measure, name)}
    if not left_out:
        return measure
    origin = Origin(measure.where.at("figure"), "parser")
    keys = {**measure.where.keys, **dict.fromkeys(left_out, origin)}
    return replace(measure, **left_out, where=Where(measure.where.place, keys))
