"""The clean-up steps of front matter in their own form: which are whole, and what those that are not lack.

Whether a step fits its capture is left to the capture itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..issues import SourcePosition
from ..text.changes import ESCAPES, CharacterStep, PatternStep, RadicalStep, entity_value
from ..text.cleanup import Steps
from ..text.line_plan import LineStep
from ..text.pattern import GAP_WORDS, GAPS, Pattern, PatternError, read_pattern
from .naming import one
from .schema import Record
from .written import CleanUp, WrittenCharacter, WrittenLineStep, WrittenPattern

# The acts of a line step and of a pattern step with the keys, as written, that go with each; those in the first tuple
# must be there. A key of the second goes with no other act.
LINE_ACTS = {
    "drop": (("reason",), ("of", "part", "join")),
    "metadata": (("fields",), ("part", "join")),
    "heading": (("level",), ("part", "join")),
    "paragraph": ((), ("part", "join")),
    "apart": (("as",), ("part",)),
    "rows": (("cells",), ("join",)),
}
PATTERN_ACTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "spacing": ((), ()),
    "illegible": ((), ()),
    "apart": (("as",), ("at",)),
    "drop": (("reason",), ("at",)),
    "heading": (("level",), ("at",)),
    "join": ((), ()),
}
LEVELS = (1, 2, 3)
_LINES = re.compile(r"([0-9]{1,7})(?:-([0-9]{1,7}))?")
_CODE_POINT = re.compile("U\\+([0-9A-F]{4,6})")
_GAPS_SAID = "; ".join(f"{gap} {words}" for gap, words in GAP_WORDS.items())


@dataclass(frozen=True, slots=True)
class StepProblem:
    """What is wrong with a step as it is written: its place, the message and a way out."""

    place: SourcePosition
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PatternProblem(StepProblem):
    """What is wrong with the pattern of a step."""


def steps_of(clean_up: CleanUp) -> tuple[Steps, list[StepProblem]]:
    """The steps that are whole, and what is wrong with the others."""
    problems: list[StepProblem] = []
    characters = tuple(_characters(clean_up, problems))
    patterns = tuple(_patterns(clean_up, problems))
    lines = tuple(_lines(clean_up, problems))
    problems += _uneven_exceptions(clean_up)
    steps = Steps(
        lines=lines,
        pinyin=clean_up.pinyin == "removed",
        to_simplified=clean_up.script == "to-simplified",
        to_full_width=clean_up.punctuation == "full-width",
        exceptions=clean_up.script_exceptions,
        characters=characters,
        radicals=RadicalStep(clean_up.radicals) if clean_up.radicals else None,
        patterns=patterns,
    )
    return steps, problems


def _characters(clean_up: CleanUp, problems: list[StepProblem]) -> Iterator[CharacterStep]:
    """The steps that change single characters and short sequences, in the order in which they are done."""
    for index, step in enumerate(clean_up.characters):
        if char := _character(step):
            yield CharacterStep("characters", index, "characters", char, step.becomes, step.count)
        else:
            message = f"{step.character} is no character by its code point"
            hint = "write U+ and four to six hexadecimal digits in capitals: U+200B; line ends have steps of their own"
            problems.append(StepProblem(step.where.at("character"), message, hint))
    for index, escape in enumerate(clean_up.escapes):
        becomes = ESCAPES[escape.escape]
        yield CharacterStep("escapes", index, "escapes", escape.escape, becomes, escape.count)
    for index, entity in enumerate(clean_up.entities):
        value = entity_value(entity.entity)
        if value and "\n" not in (entity.becomes or ""):
            becomes = value if entity.becomes is None else entity.becomes
            yield CharacterStep("entities", index, "entities", entity.entity, becomes, entity.count)
        else:
            message = f"{entity.entity} is no entity of HTML that stands for one character"
            hint = "write it whole, with & and ;"
            problems.append(StepProblem(entity.where.at("entity"), message, hint))
    problems += (
        StepProblem(step.where.at("count"), "a step that applies nowhere is none", "take it out")
        for listed in (clean_up.characters, clean_up.escapes, clean_up.entities, clean_up.patterns)
        for step in listed
        if not step.count
    )
    if clean_up.where.entered("radicals") != "default" and not clean_up.radicals:
        problems.append(
            StepProblem(clean_up.where.at("radicals"), "a step that applies nowhere is none", "take it out")
        )


def _character(step: WrittenCharacter) -> str:
    """The character that a step names by its code point; '' where it names none, or a line end."""
    match = _CODE_POINT.fullmatch(step.character)
    number = int(match[1], 16) if match else 0
    surrogate = 0xD800 <= number <= 0xDFFF
    return chr(number) if 0 <= number <= 0x10FFFF and match and number != 0x0A and not surrogate else ""


def _patterns(clean_up: CleanUp, problems: list[StepProblem]) -> Iterator[PatternStep]:
    for index, step in enumerate(clean_up.patterns):
        act, found = _act(step, PATTERN_ACTS, 'for example {drop: "第{n}页", reason: page-furniture, count: 12}')
        first, last = _range(step.lines) if step.lines else (0, 0)
        if step.lines and not first:
            found.append(_no_lines(step.where.at("lines"), step.lines))
        pattern = None
        if not found and act != "join":
            pattern, found = _pattern(step, act)
        problems += found
        if not found:
            reason = step.reason or step.kind
            yield PatternStep(index, act, pattern, step.count, first, last, reason, step.level, step.join)


def _pattern(step: WrittenPattern, act: str) -> tuple[Pattern | None, list[StepProblem]]:
    """The pattern of a step, None where it cannot be read."""
    text = getattr(step, act)
    at = "anywhere" if act in ("spacing", "illegible") else step.at or "line"
    try:
        pattern = read_pattern(text, at)
    except PatternError as error:
        return None, [PatternProblem(step.where.at(act), f"{text!r}: {error}", _GAPS_SAID)]
    if act == "spacing" and (
        text[:1].isspace() or text[-1:].isspace() or text.startswith("{ }") or text.endswith("{ }")
    ):
        return None, [_misfit(step, act, "a blank at its end stands between nothing", 'for example "政{ }府"')]
    if act == "spacing" and not any(char.isspace() for char in text):
        return None, [_misfit(step, act, "there is no blank in it that could go", 'for example "政{ }府"')]
    if act == "illegible" and (any(char.isalnum() for char in text) or any(gap in text for gap in GAPS)):
        hint = "an illegible place is marked as it stands: signs such as ???? or □□"
        return None, [_misfit(step, act, "words, digits and gaps are legible", hint)]
    return pattern, []


def _misfit(step: WrittenPattern, act: str, message: str, hint: str) -> StepProblem:
    return PatternProblem(step.where.at(act), f"{getattr(step, act)!r}: {message}", hint)


def _lines(clean_up: CleanUp, problems: list[StepProblem]) -> Iterator[LineStep]:
    for step in clean_up.lines:
        act, found = _act(step, LINE_ACTS, 'for example {drop: "3-7", reason: site-chrome}')
        if act and not _range(getattr(step, act))[0]:
            found.append(_no_lines(step.where.at(act), getattr(step, act)))
        if act and step.reason == "duplicate" and not _range(step.of)[0]:
            hint = 'for example {drop: "5-7", reason: duplicate, of: "12-14"}'
            message = "a duplicate needs its `of`: the lines that are kept and say the same"
            found.append(StepProblem(step.where.at("of"), message, hint))
        if act and step.of and step.reason != "duplicate":
            message = "`of` goes with reason: duplicate"
            found.append(StepProblem(step.where.at("of"), message))
        problems += found
        if not found:
            yield _line_step(step, act)


def _line_step(step: WrittenLineStep, act: str) -> LineStep:
    first, last = _range(getattr(step, act))
    return LineStep(
        act=act,
        first=first,
        last=last,
        reason=step.reason or step.kind,
        level=step.level,
        join=step.join,
        part=step.part,
        cells=step.cells,
        of=_range(step.of) if step.of else None,
    )


def _act(
    step: WrittenLineStep | WrittenPattern, acts: dict[str, tuple[tuple[str, ...], tuple[str, ...]]], example: str
) -> tuple[str, list[StepProblem]]:
    """What a step does, '' unless it is one thing; and what is wrong with the keys beside."""
    given = [act for act in acts if getattr(step, act)]
    if len(given) != 1:
        message = f"{one(type(step))} needs one act: {', '.join(acts)}"
        return "", [StepProblem(step.place, message, example)]
    act = given[0]
    needed, allowed = acts[act]
    problems = [_lacks(step, act, key) for key in needed if not _has(step, key)]
    if act == "heading" and step.level and step.level not in LEVELS:
        problems.append(_lacks(step, act, "level"))
    others = {key for keys in acts.values() for group in keys for key in group} - {*needed, *allowed}
    problems += [
        StepProblem(step.where.at(key), f"{key} does not go with {act}")
        for key in sorted(others)
        if step.where.entered(key) != "default" and key != "of"
    ]
    return act, problems


def _lacks(step: Record, act: str, key: str) -> StepProblem:
    article = "an" if act[0] in "aeiou" else "a"
    hints = {"level": "a heading's level is 1, 2 or 3"}
    return StepProblem(step.where.at(key), f"{article} {act} step needs its {key}", hints.get(key, ""))


def _has(step: Record, name: str) -> bool:
    return any(bool(getattr(step, key.field)) for key in step.keys if key.name == name)


def _no_lines(place: SourcePosition, text: str) -> StepProblem:
    return StepProblem(place, f"{text!r} names no lines", "write one line, 3, or several, 3-7")


def _range(text: str) -> tuple[int, int]:
    """The first line and the last, (0, 0) where the words name none."""
    match = _LINES.fullmatch(text)
    return (int(match[1]), int(match[2] or match[1])) if match else (0, 0)


def _uneven_exceptions(clean_up: CleanUp) -> Iterator[StepProblem]:
    """What is said of exceptions that would change the length of the text."""
    uneven = [(word, plain) for word, plain in clean_up.script_exceptions if len(word) != len(plain)]
    if uneven:
        listed = ", ".join(f"{word}: {plain}" for word, plain in uneven)
        place = clean_up.where.at("script_exceptions")
        message = f"script_exceptions change the length of the text: {listed}"
        yield StepProblem(place, message, "one character for one character")
