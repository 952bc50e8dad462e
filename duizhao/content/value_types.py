"""The types of values: how each is read from a node, how it is said and what it is in JSON Schema.

A key's annotation tells which one it takes. Which keys a record has is left to the records, and what is said of a
wrong value beside its type to `reader`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from ..issues import SourcePosition
from ..text.fold import is_han
from ..text.language import is_chinese, is_without_chinese
from ..text.near import first_of
from ..text.period import FORMS, Period, parse_period
from .addresses import SITE_ADDRESS, WEB_ADDRESS, as_written_by_all, is_site_address
from .nodes import Mapping, Node, Scalar, Sequence
from .schema import Bilingual
from .syntax import joined_key
from .vocabulary import ID_LETTERS, LANGUAGES

Id = Annotated[str, "id"]
StatementId = Annotated[str, "statement"]
# A statement and a block of the report at hand. Whether they are there is for its rules to say, so any text is read.
OwnStatementId = Annotated[str, "own statement"]
BlockId = Annotated[str, "block"]
English = Annotated[str, "english"]
Address = Annotated[str, "address"]
Adcode = Annotated[str, "adcode"]
WebAddress = Annotated[str, "web address"]
Confidence = Annotated[Decimal, "confidence"]
Pairs = tuple[tuple[str, str], ...]

JsonSchema = dict[str, object]

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
ID = re.compile(_ID)
# What Windows takes for a device whatever its ending, so that no folder can have the name; and how long an id may be
# for the name of its folder to fit where a name may have 255 bytes, with room for what is put before and behind it.
_DEVICE = "con|prn|aux|nul|com[0-9]|lpt[0-9]"
LONGEST_ID = 100
# What spreadsheets take for a number, a date, an hour or a truth as they open a table: 001, 1-2, 1e5, mar-1, oct4,
# 5may2020, 10am, true.
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september"
_MONTH = f"(?:{_MONTHS}|october|november|december)"
_JOINED = "(?:[0-9]{1,2}|[0-9]{4})"  # a day or a year, with no hyphen between it and the month
_BEFORE, _BEHIND = f"(?:[0-9]+-|{_JOINED})", f"(?:-[0-9]+|{_JOINED})"
_DATE = f"{_BEFORE}{_MONTH}|{_BEFORE}?{_MONTH}{_BEHIND}(?:-[0-9]+)?"
_HOUR = "(?:[01]?[0-9]|2[0-4])[ap]m"
_IN_SHEETS = f"[0-9]+(?:-[0-9]+)*|[0-9]+e-?[0-9]+|true|false|{_DATE}|{_HOUR}"
_ADCODE = "[1-9][0-9]{5}"
_WITHIN_A_REPORT = f"[{''.join(ID_LETTERS)}](?:[0-9]{{2,3}}|[1-9][0-9]{{3,4}})"
STATEMENT_WITHIN_A_REPORT = re.compile(_WITHIN_A_REPORT)
STATEMENT = re.compile(f"{_ID}/{_WITHIN_A_REPORT}")
_BLOCK = "[hp][1-9][0-9]*"
_DECIMAL = r"-?[0-9]+(?:\.[0-9]+)?"
_COUNT = "[0-9]{1,6}"
_SHARE = r"0(?:\.[0-9]+)?|1(?:\.0+)?"


class WrongValue(ValueError):
    """A node that is not of its type; with words where there is more to say than what the type takes.

    `place` is that of the part that is wrong.
    """

    def __init__(self, place: SourcePosition, message: str = "") -> None:
        super().__init__(message)
        self.place = place


class WrongLanguage(WrongValue):
    """Words in another language than is needed."""


@dataclass(frozen=True, slots=True)
class ValueType:
    """A type of value: its name in the manual, the annotation that means it, how it is said and how it is read.

    `read` raises WrongValue and never returns None. `schema` is the type in JSON Schema. It lets all pass that is
    right, and what only the program can tell, too (2021-02-30). An editor takes an unquoted 2020 or true for a number
    or a truth, which are words here, so that a schema names those beside the string.
    """

    name: str
    annotation: object
    doc: str
    read: Callable[[Node], object]
    schema: JsonSchema


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


def _english(node: Node) -> str:
    text = _text(node)
    if is_chinese(text):
        raise WrongLanguage(node.place, "the words are Chinese, and English is needed")
    return text


def _matching(pattern: re.Pattern[str]) -> Callable[[Node], str]:
    def read(node: Node) -> str:
        text = _text(node)
        if not pattern.fullmatch(text):
            raise WrongValue(node.place)
        return text

    return read


def is_kept_back(text: str) -> bool:
    """True of what has the form of an id and is none, since the system or a spreadsheet has another use for it."""
    return re.fullmatch(f"{_DEVICE}|{_IN_SHEETS}", text) is not None


def is_id(name: str) -> bool:
    """True of what may be an id."""
    return ID.fullmatch(name) is not None and not is_kept_back(name) and len(name) <= LONGEST_ID


def _id(node: Node) -> str:
    """An id names a page's folder, so that every file system must take it."""
    text = _matching(ID)(node)
    if re.fullmatch(_DEVICE, text):
        raise WrongValue(node.place, f"Windows cannot make a folder of the name {text}")
    if re.fullmatch(_IN_SHEETS, text):
        raise WrongValue(node.place, f"a spreadsheet would make a number, a date or a truth of {text}")
    if len(text) > LONGEST_ID:
        raise WrongValue(
            node.place, f"an id of {len(text)} characters; it names a folder, and has {LONGEST_ID} at most"
        )
    return text


def _address(node: Node) -> str:
    """What is compared with the addresses that are asked for, and stands in lists of addresses."""
    text = _text(node)
    if is_site_address(text):
        return text
    if WEB_ADDRESS.fullmatch(text) and re.fullmatch("[^?#]*/", text) and as_written_by_all(text):
        raise WrongValue(node.place, "browsers and hosts write this address otherwise")
    raise WrongValue(node.place)


def _listed(read_one: Callable[[Node], str]) -> Callable[[Node], tuple[str, ...]]:
    def read(node: Node) -> tuple[str, ...]:
        if not isinstance(node, Sequence):
            raise WrongValue(node.place)
        return tuple(read_one(item) for item in node.items)

    return read


def _decimal(node: Node) -> Decimal:
    # Decimal itself takes full-width digits, 1_000, 1e5 and NaN, too.
    return Decimal(_matching(re.compile(_DECIMAL))(node))


def _share(node: Node) -> Decimal:
    return Decimal(_matching(re.compile(_SHARE))(node))


def _count(node: Node) -> int:
    return int(_matching(re.compile(_COUNT))(node))


def _time(node: Node) -> Period:
    text = _text(node)
    try:
        return parse_period(text)
    except ValueError as error:
        raise WrongValue(node.place, f"{error}; a time is {FORMS}") from None


def _yes(node: Node) -> bool:
    return _matching(re.compile("true|false"))(node) == "true"


def _both(node: Node) -> Bilingual:
    return _words_in(node, ("zh", "en"))


def _chinese(node: Node) -> Bilingual:
    """Words of a site in Chinese alone, where they may stand by themselves."""
    return Bilingual(node.value, "") if isinstance(node, Scalar) and node.value else _words_in(node, ("zh",))


def _words_in(node: Node, needed: tuple[str, ...]) -> Bilingual:
    if not isinstance(node, Mapping):
        raise WrongValue(node.place)
    rule = f"the words must be given as {' and '.join(needed)}"
    strange = [name for name in node.items if name not in ("zh", "en")]
    if strange:
        joined = joined_key(strange[0])
        if joined and joined[0] in needed:
            name, value = joined
            message = f"no space stands behind the colon of {name}: write {name}: {value}"
            raise WrongValue(node.key_places[strange[0]], message)
        raise WrongValue(node.key_places[strange[0]], f"{rule}; unknown: {first_of(strange)}")
    given = {name: item.value or "" for name, item in node.items.items() if isinstance(item, Scalar)}
    words = {name: text for name, text in given.items() if text.strip()}
    missing = [name for name in needed if name not in words]
    if missing:
        empty = node.items.get(missing[0], node)
        raise WrongValue(empty.place, f"{rule}; missing: {', '.join(missing)}")
    en = words.get("en", "")
    if any(map(is_han, en)) and not re.search("[A-Za-z]", en) and not any(map(is_han, words["zh"])):
        raise WrongLanguage(node.items["en"].place, "zh and en are swapped")
    if is_chinese(en):
        raise WrongLanguage(node.items["en"].place, "the words under en are Chinese")
    if is_without_chinese(words["zh"]):
        raise WrongLanguage(node.items["zh"].place, "the words under zh are not Chinese")
    return Bilingual(words["zh"], en)


def _pairs(node: Node) -> Pairs:
    if not isinstance(node, Mapping):
        raise WrongValue(node.place)
    return tuple((name, _text(value)) for name, value in node.items.items())


def _schema(pattern: str, *others: str, **limits: int) -> JsonSchema:
    """A string of a pattern, or a value of one of the other types."""
    return {"type": ["string", *others] if others else "string", "pattern": f"^(?:{pattern})$", **limits}


def _schema_of_list(of_one: JsonSchema) -> JsonSchema:
    return {"type": "array", "items": of_one}


_STRINGS = ("string", "number", "boolean")
_TEXT_SCHEMA: JsonSchema = {"type": [*_STRINGS]}
_WORDS_SCHEMA = _TEXT_SCHEMA | {"minLength": 1}


def _schema_of_words(*needed: str) -> JsonSchema:
    """A mapping of languages to words, of which some must be there."""
    words: JsonSchema = {"zh": _WORDS_SCHEMA, "en": _WORDS_SCHEMA}
    return {"type": "object", "properties": words, "required": [*needed], "additionalProperties": False}


_ID_SCHEMA = _schema(f"(?!(?:{_DEVICE}|{_IN_SHEETS})$){_ID}", maxLength=LONGEST_ID)
_STATEMENT_SCHEMA = _schema(STATEMENT.pattern)
_BLOCK_SCHEMA = _schema(_BLOCK)
_MOMENT = "[0-9]{4}(?:-(?:Q[1-4]|H[12]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?))?"

# In the order in which the manual lists them.
TYPES: tuple[ValueType, ...] = (
    ValueType("text", str, "a text", _text, _TEXT_SCHEMA),
    ValueType(
        "texts",
        tuple[str, ...],
        "a list of texts",
        _listed(_solid_text),
        _schema_of_list(_TEXT_SCHEMA | {"pattern": r"\S"}),
    ),
    ValueType("english", English, "a text in English", _english, _TEXT_SCHEMA),
    ValueType(
        "texts in english",
        tuple[English, ...],
        "a list of texts in English",
        _listed(_english),
        _schema_of_list(_TEXT_SCHEMA | {"pattern": r"\S"}),
    ),
    ValueType("id", Id, "an id: lower-case letters, digits and single hyphens", _id, _ID_SCHEMA),
    ValueType("ids", tuple[Id, ...], "a list of ids", _listed(_id), _schema_of_list(_ID_SCHEMA)),
    ValueType(
        "statement",
        StatementId,
        "a statement's full id, such as qinghu-2022-work-report/t07",
        _matching(STATEMENT),
        _STATEMENT_SCHEMA,
    ),
    ValueType(
        "statements",
        tuple[StatementId, ...],
        "a list of statements' full ids",
        _listed(_matching(STATEMENT)),
        _schema_of_list(_STATEMENT_SCHEMA),
    ),
    ValueType(
        "own statement",
        OwnStatementId,
        "the id of a statement of the same report, such as t07",
        _text,
        _schema(_WITHIN_A_REPORT),
    ),
    ValueType(
        "own statements",
        tuple[OwnStatementId, ...],
        "a list of ids of the same report, such as r19",
        _listed(_solid_text),
        _schema_of_list(_schema(_WITHIN_A_REPORT)),
    ),
    ValueType(
        "block",
        BlockId,
        "the id of a block: p1, p2 … for paragraphs, h1, h2 … for headings, in the order of the text",
        _text,
        _BLOCK_SCHEMA,
    ),
    ValueType(
        "blocks", tuple[BlockId, ...], "a list of blocks' ids", _listed(_solid_text), _schema_of_list(_BLOCK_SCHEMA)
    ),
    ValueType(
        "time",
        Period,
        f"a time: {FORMS}",
        _time,
        _schema(f"{_MOMENT}(?:/{_MOMENT})?", "integer", minimum=1000, maximum=9999),
    ),
    ValueType(
        "adcode",
        Adcode,
        "a code of six ASCII digits",
        _matching(re.compile(_ADCODE)),
        _schema(_ADCODE, "integer", minimum=100000, maximum=999999),
    ),
    ValueType("address", Address, "a full address that ends in /", _address, _schema(SITE_ADDRESS.pattern)),
    ValueType(
        "web address",
        WebAddress,
        "an address that begins with https:// or http://",
        _matching(WEB_ADDRESS),
        _schema(WEB_ADDRESS.pattern),
    ),
    ValueType(
        "decimal",
        Decimal,
        "a number in ASCII digits, without separators or units",
        _decimal,
        _schema(_DECIMAL, "number"),
    ),
    ValueType(
        "confidence",
        Confidence,
        "a number from 0 to 1, such as 0.93",
        _share,
        _schema(_SHARE, "number", minimum=0, maximum=1),
    ),
    ValueType("count", int, "a whole number", _count, _schema(_COUNT, "integer", minimum=0, maximum=999999)),
    ValueType("yes", bool, "true or false", _yes, _schema("true|false", "boolean")),
    ValueType("both", Bilingual, "words in two languages: {zh: …, en: …}", _both, _schema_of_words("zh", "en")),
    ValueType(
        "pairs", Pairs, "a mapping of words to words", _pairs, {"type": "object", "additionalProperties": _TEXT_SCHEMA}
    ),
)
_BY_ANNOTATION = {kind.annotation: kind for kind in TYPES}
# On a site in Chinese alone, in place of English and of both.
_IN_ANY_LANGUAGE: dict[object, object] = {English: str, tuple[English, ...]: tuple[str, ...]}
CHINESE = ValueType(
    "words",
    Bilingual,
    "words: a text, or {zh: …}",
    _chinese,
    _schema_of_words("zh") | {"type": ["object", *_STRINGS], "minLength": 1},
)


def type_of(annotation: object, languages: Collection[str] = LANGUAGES) -> ValueType:
    """The type of value that an annotation means on a site of these languages. Raises TypeError where it means none."""
    if "en" not in languages:
        if annotation is Bilingual:
            return CHINESE
        annotation = _IN_ANY_LANGUAGE.get(annotation, annotation)
    try:
        return _BY_ANNOTATION[annotation]
    except KeyError:
        raise TypeError(f"no type of value is annotated {annotation}") from None
