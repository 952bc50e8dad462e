"""The types of values: how each is read from a node and how it is said; a key's annotation tells which one it takes.

Which keys a record has is left to the records, and what is said of a wrong value beside its type to `reader`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ..issues import Place
from ..text.period import FORMS, Period, parse_period
from .nodes import Mapping, Node, Scalar, Sequence
from .schema import Both
from .vocabulary import ID_LETTERS

Id = Annotated[str, "id"]
StatementId = Annotated[str, "statement"]
Address = Annotated[str, "address"]
Pairs = tuple[tuple[str, str], ...]

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
ID = re.compile(_ID)
ADDRESS = re.compile(r"https?://[^\s?#]+/")
_WITHIN_A_REPORT = f"[{''.join(ID_LETTERS)}][0-9]{{2,3}}"
STATEMENT_WITHIN_A_REPORT = re.compile(_WITHIN_A_REPORT)
STATEMENT = re.compile(f"{_ID}/{_WITHIN_A_REPORT}")


class WrongValue(ValueError):
    """A node that is not of its type; with words where there is more to say than what the type takes.

    `place` is that of the part that is wrong.
    """

    def __init__(self, place: Place, message: str = "") -> None:
        super().__init__(message)
        self.place = place


@dataclass(frozen=True, slots=True)
class ValueType:
    """A type of value: its name in the manual, the annotation that means it, how it is said and how it is read.

    `read` raises WrongValue and never returns None.
    """

    name: str
    annotation: object
    doc: str
    read: Callable[[Node], object]


def _text(node: Node) -> str:
    if not isinstance(node, Scalar) or node.value is None:
        raise WrongValue(node.place)
    return node.value


def _solid_text(node: Node) -> str:
    # An empty alias would be found everywhere, and an empty searched word nowhere.
    text = _text(node)
    if not text.strip():
        raise WrongValue(node.place, "an empty text in the list")
    return text


def _matching(pattern: re.Pattern[str]) -> Callable[[Node], str]:
    def read(node: Node) -> str:
        text = _text(node)
        if not pattern.fullmatch(text):
            raise WrongValue(node.place)
        return text

    return read


def _listed(read_one: Callable[[Node], str]) -> Callable[[Node], tuple[str, ...]]:
    def read(node: Node) -> tuple[str, ...]:
        if not isinstance(node, Sequence):
            raise WrongValue(node.place)
        return tuple(read_one(item) for item in node.items)

    return read


def _decimal(node: Node) -> Decimal:
    # Decimal itself takes full-width digits, 1_000, 1e5 and NaN, too.
    return Decimal(_matching(re.compile(r"-?[0-9]+(?:\.[0-9]+)?"))(node))


def _count(node: Node) -> int:
    return int(_matching(re.compile("[0-9]{1,6}"))(node))


def _time(node: Node) -> Period:
    text = _text(node)
    try:
        return parse_period(text)
    except ValueError as error:
        raise WrongValue(node.place, f"{error}; a time is {FORMS}") from None


def _yes(node: Node) -> bool:
    return _matching(re.compile("true|false"))(node) == "true"


_BOTH_NEEDED = "the words must be given as zh and en"


def _both(node: Node) -> Both:
    if not isinstance(node, Mapping):
        raise WrongValue(node.place)
    strange = [name for name in node.items if name not in ("zh", "en")]
    if strange:
        raise WrongValue(node.key_places[strange[0]], f"{_BOTH_NEEDED}; unknown: {', '.join(strange)}")
    words = {name: item.value for name, item in node.items.items() if isinstance(item, Scalar) and item.value}
    missing = [name for name in ("zh", "en") if name not in words]
    if missing:
        raise WrongValue(node.place, f"{_BOTH_NEEDED}; missing: {', '.join(missing)}")
    return Both(words["zh"], words["en"])


def _pairs(node: Node) -> Pairs:
    if not isinstance(node, Mapping):
        raise WrongValue(node.place)
    return tuple((name, _text(value)) for name, value in node.items.items())


# In the order in which the manual lists them.
TYPES: tuple[ValueType, ...] = (
    ValueType("text", str, "a text", _text),
    ValueType("texts", tuple[str, ...], "a list of texts", _listed(_solid_text)),
    ValueType("id", Id, "an id: lower-case letters, digits and single hyphens", _matching(ID)),
    ValueType("ids", tuple[Id, ...], "a list of ids", _listed(_matching(ID))),
    ValueType(
        "statement",
        StatementId,
        "a statement's full id, such as tianhe-2020-work-report/t07",
        _matching(STATEMENT),
    ),
    ValueType("statements", tuple[StatementId, ...], "a list of statements' full ids", _listed(_matching(STATEMENT))),
    ValueType("time", Period, f"a time: {FORMS}", _time),
    ValueType("address", Address, "a full address that ends in /", _matching(ADDRESS)),
    ValueType("decimal", Decimal, "a number in ASCII digits, without separators or units", _decimal),
    ValueType("count", int, "a whole number", _count),
    ValueType("yes", bool, "true or false", _yes),
    ValueType("both", Both, "words in two languages: {zh: …, en: …}", _both),
    ValueType("pairs", Pairs, "a mapping of words to words", _pairs),
)
_BY_ANNOTATION = {kind.annotation: kind for kind in TYPES}


def type_of(annotation: object) -> ValueType:
    """The type of value that an annotation means. Raises TypeError where it means none."""
    try:
        return _BY_ANNOTATION[annotation]
    except KeyError:
        raise TypeError(f"no type of value is annotated {annotation}") from None
