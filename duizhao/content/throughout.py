"""The steps on characters that a capture needs throughout: what its text has, and the report's text has nowhere.

What differs besides, block by block, is left to `differences`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..text.changes import (
    ENTITY,
    ESCAPES,
    RADICAL,
    CharacterStep,
    PatternStep,
    RadicalStep,
    StepError,
    entity_value,
    ideograph,
)
from ..text.cleanup import Cleaned, Steps, cleaned
from ..text.pattern import read_pattern
from ..text.punctuation import MARKS, full_width
from ..text.script import simplified
from .mending import character_step, code_point, entity_step, escape_step, key_step, note_mark_step

NOTE_MARKS = ("〔{n}〕", "[{n}]", "［{n}］", "【{n}】")
_UNSEEN = ("Cf", "Co", "Cc", "Cn")
PINYIN = re.compile("[\u3400-\u9fff]\\([a-zü-ǜāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,8}\\)")
_COUNTED_LATER = -1


@dataclass(frozen=True, slots=True)
class Throughout:
    """What the steps and those that are missing throughout make of a capture, and each of those, ready to paste."""

    made: Cleaned
    mends: tuple[str, ...]


def throughout(source: str, steps: Steps, body: str) -> Throughout | None:
    """What comes out with the steps that are missing throughout; None where there are none, or the others break."""
    extra = Steps(
        characters=tuple(_characters(source, body)),
        radicals=_radicals(source, steps, body),
        patterns=tuple(_note_marks(source, steps, body)),
        pinyin=not steps.pinyin and bool(PINYIN.search(source)) and not PINYIN.search(body),
    )
    whole = replace(
        steps,
        characters=(*steps.characters, *extra.characters),
        radicals=steps.radicals or extra.radicals,
        patterns=(*steps.patterns, *extra.patterns),
        pinyin=steps.pinyin or extra.pinyin,
        to_simplified=steps.to_simplified or _is_traditional(source, body),
        to_full_width=steps.to_full_width or _is_half_width(source, body),
    )
    if whole == steps:
        return None
    try:
        made = cleaned(source, whole)
    except StepError:
        return None
    return Throughout(made, tuple(_mends(steps, whole, made)))


def _mends(steps: Steps, whole: Steps, made: Cleaned) -> Iterator[str]:
    """The steps that are new, with the counts at which they were found to apply."""
    found = {(wrong.key, wrong.index): wrong.found for wrong in made.miscounts}
    for step in whole.characters:
        if step.count == _COUNTED_LATER and (count := found[step.key, step.index]):
            match step.key:
                case "characters":
                    yield character_step(code_point(step.find), step.becomes, count)
                case "escapes":
                    yield escape_step(step.find, count)
                case _:
                    default = entity_value(step.find)
                    yield entity_step(step.find, step.becomes, count, default)
    if whole.radicals != steps.radicals:
        yield key_step("radicals", str(found["radicals", 0]))
    for pattern in whole.patterns[len(steps.patterns) :]:
        if pattern.pattern and (count := found["patterns", pattern.index]):
            yield note_mark_step(pattern.pattern.text, count)
    if whole.pinyin != steps.pinyin:
        yield key_step("pinyin", "removed")
    if whole.to_simplified != steps.to_simplified:
        yield key_step("script", "to-simplified")
    if whole.to_full_width != steps.to_full_width:
        yield key_step("punctuation", "full-width")


def _characters(source: str, body: str) -> Iterator[CharacterStep]:
    # A negative place, a different one for each: those that a person wrote count from nought.
    for number, (key, find, becomes) in enumerate(_missing(source, body), 1):
        yield CharacterStep(key, -number, key, find, becomes, _COUNTED_LATER)


def _missing(source: str, body: str) -> Iterator[tuple[str, str, str]]:
    """The characters that only the capture has: the list of their step, they themselves, and what they become."""
    there = {*body, "\n", "\r", "\t"}
    for char in dict.fromkeys(source[1:]):
        if char not in there and unicodedata.category(char) in _UNSEEN:
            yield "characters", char, ""
    for escape, becomes in ESCAPES.items():
        if escape in source and escape not in body:
            yield "escapes", escape, becomes
    for entity in entities_of(source):
        value = entity_value(entity)
        if value and entity not in body:
            yield "entities", entity, "" if value.isspace() and value not in body else value


def entities_of(source: str) -> list[str]:
    """The entities of HTML that stand in a text, in the order in which they are to be read."""
    # &amp; first: behind it may stand the rest of an entity that was escaped twice, &amp;nbsp;.
    found = dict.fromkeys(ENTITY.findall(source) + ENTITY.findall(source.replace("&amp;", "&")))
    return sorted(found, key=lambda entity: entity != "&amp;")


def _radicals(source: str, steps: Steps, body: str) -> RadicalStep | None:
    radicals = {char for char in RADICAL.findall(source) if ideograph(char)}
    return RadicalStep(_COUNTED_LATER) if radicals and not steps.radicals and not radicals & set(body) else None


def _note_marks(source: str, steps: Steps, body: str) -> Sequence[PatternStep]:
    missing: list[PatternStep] = []
    for mark in NOTE_MARKS:
        pattern = read_pattern(mark)
        if pattern.regex.search(source) and not pattern.regex.search(body):
            place = len(steps.patterns) + len(missing)
            missing.append(PatternStep(place, "apart", pattern, _COUNTED_LATER, reason="note-mark"))
    return missing


def _is_traditional(source: str, body: str) -> bool:
    """True where the capture is in Traditional characters and the report's text is not."""
    return simplified(source, ()) != source and simplified(body, ()) == body and bool(body)


def _is_half_width(source: str, body: str) -> bool:
    """True where the capture has half-width punctuation in Chinese and the report's text has more in full width."""
    there, wanted = (sum(text.count(mark) for mark in MARKS.values()) for text in (source, body))
    return wanted > there and full_width(source) != source and full_width(body) == body
