"""What the command line gives for a district, a term, an indicator or an initiative, as the record that it makes.

Where the record goes is left to `records`, what must hold of all records together to the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from ..content.file_kinds import DISTRICTS, INDICATORS, INITIATIVES, TERMS, FileKind
from ..content.records import District, SharedRecords
from ..content.yaml_words import Value
from ..text.romanised import NoPinyin, city_name, pinyin
from . import adcodes
from .records import NotAdded, in_order_of

Given = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Addition:
    """A kind of record that can be added: the file it goes to, the options that say it, and what is made of them."""

    kind: FileKind[Any]
    options: tuple[str, ...]
    values: Callable[[str, Given, SharedRecords], Mapping[str, Value | None]]
    example: str


def addition(what: str, name: str, given: Given, shared: SharedRecords) -> dict[str, Value]:
    """The record of an id, from what is given beside it. Raises NotAdded."""
    made = ADDITIONS[what]
    if strange := [option for option, value in given.items() if value and option not in made.options]:
        article = "an" if what.startswith("i") else "a"
        raise NotAdded(f"{article} {what} has no --{strange[0].replace('_', '-')}; it takes {_said(made.options)}")
    try:
        return in_order_of(made.kind, made.values(name, given, shared), _languages(shared.languages))
    except NotAdded as lacking:
        raise NotAdded(f"{lacking}; for example: duizhao new {what} {made.example}") from None


def _languages(languages: Collection[str]) -> tuple[str, ...]:
    return tuple(languages)


def _said(options: tuple[str, ...]) -> str:
    return ", ".join(f"--{option.replace('_', '-')}" for option in options)


def _district(name: str, given: Given, shared: SharedRecords) -> Mapping[str, Value | None]:
    if given["adcode"]:
        _require_adcode(given["adcode"], shared.districts)
    english = given["en"] or name.replace("-", " ").title()
    return {
        "id": name,
        "name": {"zh": given["zh"], "en": english},
        "city": {"zh": given["city"], "en": given["city_en"] or _english_city(given["city"], shared)},
        "adcode": given["adcode"],
    }


def _require_adcode(adcode: str, districts: Collection[District]) -> None:
    if wrong := adcodes.wrong_with(adcode):
        raise NotAdded(f"--adcode {adcode}: {wrong}")
    if other := next((one.id for one in districts if one.adcode == adcode), ""):
        raise NotAdded(f"--adcode {adcode} is that of {other}")


def _english_city(chinese: str, shared: SharedRecords) -> str:
    """A city's name in English as the other districts have it, else by its pinyin."""
    known = next((one.city.en for one in shared.districts if one.city.zh == chinese and one.city.en), "")
    if known or not chinese or "en" not in shared.languages:
        return known
    try:
        return city_name(chinese)
    except NoPinyin as missing:
        raise NotAdded(f"--city-en is needed: {missing}") from missing


def _term(name: str, given: Given, shared: SharedRecords) -> Mapping[str, Value | None]:
    try:
        reading = given["pinyin"] or (pinyin(given["zh"]) if given["zh"] else "")
    except NoPinyin as missing:
        raise NotAdded(f"--pinyin is needed: {missing}") from missing
    return {"id": name, "zh": given["zh"], "pinyin": reading, "en": given["en"] or None, "meaning": _about(given)}


def _indicator(name: str, given: Given, shared: SharedRecords) -> Mapping[str, Value | None]:
    return {
        "id": name,
        "name": _both(given),
        "unit": given["unit"],
        "theme": given["theme"],
        "definition": _about(given),
    }


def _initiative(name: str, given: Given, shared: SharedRecords) -> Mapping[str, Value | None]:
    return {
        "id": name,
        "name": _both(given),
        "kind": given["kind"],
        "aliases": (given["zh"],) if given["zh"] else (),
        "districts": tuple(filter(None, given["district"].replace("，", ",").split(","))),
        "note": _about(given),
    }


def _both(given: Given) -> Value:
    return {"zh": given["zh"], "en": given["en"]}


def _about(given: Given) -> Value:
    return {"zh": given["about_zh"], "en": given["about_en"]}


ADDITIONS = {
    "district": Addition(
        DISTRICTS,
        ("zh", "en", "city", "city_en", "adcode"),
        _district,
        "yantian --zh 盐田区 --city 深圳市 --adcode 440308",
    ),
    "term": Addition(
        TERMS,
        ("zh", "en", "pinyin", "about_zh", "about_en"),
        _term,
        "six-guarantees --zh 六保 --en 'the six guarantees' --pinyin 'liù bǎo' --about-zh … --about-en …",
    ),
    "indicator": Addition(
        INDICATORS,
        ("zh", "en", "unit", "theme", "about_zh", "about_en"),
        _indicator,
        "street-libraries --zh 街道图书馆 --en 'street libraries' --unit 座 --theme ID --about-zh … --about-en …",
    ),
    "initiative": Addition(
        INITIATIVES,
        ("zh", "en", "kind", "district", "about_zh", "about_en"),
        _initiative,
        "east-station --zh 东站枢纽 --en 'the East Station hub' --kind project --district ID --about-zh … --about-en …",
    ),
}
