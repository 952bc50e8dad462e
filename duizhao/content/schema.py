"""How a record is declared: once, as a frozen class whose fields are the keys that a person writes.

Which values a key takes is told by its annotation (`value_types`); reading is left to `reader`, the format manual to
`manual`. A field without `key` is no key: it is worked out by the code.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection
from dataclasses import MISSING, Field, dataclass, field, fields
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
    overload,
)

from ..issues import SourcePosition
from .where import NOWHERE, Where

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in Chinese and in English; '' in English where a site without it gives none."""

    zh: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Key:
    """A key as declared: its name as written, the field that holds it, what it says and what it takes.

    A key takes values of `annotation`, or, where `of` is given, a record or (`many`) a list of records of that kind.
    Where it is `mixed` both may stand in its list: what `annotation` takes, and records. `refers_to` is the kind of
    record whose ids it takes. A key that is `needed_in` a language is required on a site that has the language.
    """

    name: str
    field: str
    doc: str
    required: bool
    choices: tuple[str, ...]
    annotation: object
    of: type[Record] | None
    many: bool
    mixed: bool
    refers_to: str
    needed_in: str

    def required_in(self, languages: Collection[str]) -> bool:
        """True where the key must be there on a site of these languages."""
        return self.required or self.needed_in in languages


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records have. Two that say the same are equal, wherever they stand.

    `called` is what messages and the manual call the kind; `keys` are in the order in which the manual lists them.
    """

    called: ClassVar[str]
    keys: ClassVar[tuple[Key, ...]]
    where: Where = field(default=NOWHERE, compare=False, repr=False)

    @property
    def place(self) -> SourcePosition:
        """Where the record begins."""
        return self.where.place


AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class _Declared:
    doc: str
    name: str
    choices: tuple[str, ...]
    refers_to: str
    needed_in: str


@overload
def key(doc: str, *, name: str = "", choices: tuple[str, ...] = (), refers_to: str = "") -> Any: ...
@overload
def key(
    doc: str, *, default: T, name: str = "", choices: tuple[str, ...] = (), refers_to: str = "", needed_in: str = ""
) -> T: ...
def key(
    doc: str,
    *,
    default: Any = MISSING,
    name: str = "",
    choices: tuple[str, ...] = (),
    refers_to: str = "",
    needed_in: str = "",
) -> Any:
    """A field that a person writes: what it says, in the manual's words; without a default it must be there.

    `name` is the key as written where the field cannot have that name; `choices` is the closed vocabulary; `refers_to`
    is the kind of record, as it is called, whose ids are taken; `needed_in` is the language of the sites on which it
    must be there all the same.
    """
    return field(default=default, metadata={"key": _Declared(doc, name, choices, refers_to, needed_in)})


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(key, field))
def record(called: str) -> Callable[[type[AnyRecord]], type[AnyRecord]]:
    """Makes a class a kind of record: what messages and the manual call it; its docstring begins with the manual's."""

    def declared(cls: type[AnyRecord]) -> type[AnyRecord]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        made.called = called
        hints = get_type_hints(made, include_extras=True)
        made.keys = tuple(_key(one, hints[one.name]) for one in fields(made) if "key" in one.metadata)
        return made

    return declared


def doc_of(kind: type[Record]) -> str:
    """What a kind of record is, in one line: the first paragraph of its docstring."""
    return " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split())


def kept(one: DataclassInstance) -> dict[str, Any]:
    """The fields of a value by name, to make one of them that says more."""
    return {each.name: getattr(one, each.name) for each in fields(one)}


def _key(one: Field[Any], hint: Any) -> Key:
    declared: _Declared = one.metadata["key"]
    given = [part for part in get_args(hint) if part is not NoneType] if get_origin(hint) in (Union, UnionType) else []
    annotation = given[0] if len(given) == 1 else hint
    item = _item_of(annotation)
    records = [part for part in _parts_of(item) if _is_record(part)]
    others = [part for part in _parts_of(item) if not _is_record(part)]
    mixed = bool(records and others)
    if mixed:
        annotation = tuple[others[0], ...]  # type: ignore[valid-type]
    of = records[0] if records else annotation if _is_record(annotation) else None
    name = declared.name or one.name
    return Key(
        name=name,
        field=one.name,
        doc=declared.doc,
        required=one.default is MISSING,
        choices=declared.choices,
        annotation=annotation,
        of=of,
        many=bool(records),
        mixed=mixed,
        refers_to=declared.refers_to,
        needed_in=declared.needed_in,
    )


def _item_of(annotation: Any) -> Any:
    """What the items of a list are; None of what is no list."""
    parts = get_args(annotation)
    return parts[0] if get_origin(annotation) is tuple and len(parts) == 2 and parts[1] is ... else None


def _parts_of(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def _is_record(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Record)
