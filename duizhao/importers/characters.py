"""The clean-up steps on characters and words that a capture asks for, and its text once they are done.

What becomes of its lines is left to `sorting`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..content.mending import code_point
from ..content.throughout import NOTE_MARKS, PINYIN, entities_of
from ..content.yaml_words import Value
from ..text.changes import ESCAPES, RADICAL, CharacterStep, entity_value, ideograph, with_characters, without_bom
from ..text.characters import LINE, LOST, PRIVATE, RETURN, meant, strays
from ..text.layer import layer_of
from ..text.pattern import read_pattern
from ..text.punctuation import full_width
from ..text.script import simplified

Step = dict[str, Value]

_HAN = re.compile("[\u3400-\u9fff]")
# Control characters between lines or between cells, as programs write them: none may bring together what they part.
_BETWEEN = {**dict.fromkeys("\x0b\x0c\x1c\x1d\x1e", "\n"), "\x07": "\u3000"}
# Forms of signs that stand for those which Chinese is written with: halves of a width, small and turned ones.
_FORMS = dict(zip("｡｢｣､︐︒︓︔︕︖﹐﹑﹒﹔﹕﹖﹗﹙﹚﹪", "。「」、，。：；！？，、.；：？！（）%", strict=True))
_KNOWN = "[{n}]"  # as numbers above the line are put into it
_MARK_NUMBERS = re.compile("[0-9０-９]+")
# Signs that stand for characters that were lost on the way: runs of question marks, where Chinese has none.
_QUESTION_MARKS = re.compile(r"\?{2,}")
_SPACED = re.compile(
    "(?<=[\u4e00-\u9fff])(?:[ \u00a0]{1,2}(?=[\u4e00-\u9fff])|\u3000(?=[\u4e00-\u9fff]\u3000[\u4e00-\u9fff]\u3000))"
)
_STRUCK = re.compile("~~[^~\n]{1,200}~~")  # in Markdown
_TURNED = re.compile("[\u202d\u202e]")
_SPLIT = re.compile("([\u4e00-\u9fff])[ \u00a0](?=([\u4e00-\u9fff]))")
_PROSE, _ELSEWHERE, _MOST_SPLIT = 40, 2, 12
# A title that is set wide, each of its characters by itself.
_BLANKS = "[ \u3000]"
_WIDE = f"[0-9\u4e00-\u9fff](?:{_BLANKS}{{1,3}}[0-9\u4e00-\u9fff])"
_SET_WIDE = re.compile(f"^{_BLANKS}*({_WIDE}{{3,24}}){_BLANKS}*\r?$", re.MULTILINE)
# The line of two or three above one that is longer, with which it is one title.
_ABOVE_WIDE = re.compile(f"^{_BLANKS}*({_WIDE}{{1,2}}){_BLANKS}*\r?\n(?={_SET_WIDE.pattern})", re.MULTILINE)
# What such words are, in which the only digits are those of a year.
_WIDE_WORDS = re.compile("(?:[\u4e00-\u9fff]|(?:19|20)[0-9]{2}年)+")


@dataclass(frozen=True, slots=True)
class CharacterSteps:
    """What is done to characters: the lists of steps as they are written, each with a count to be found; the text.

    `keys` are the steps that are a single key.
    """

    text: str
    characters: tuple[Step, ...]
    escapes: tuple[Step, ...]
    entities: tuple[Step, ...]
    patterns: tuple[Step, ...]
    keys: Step
    doubts: tuple[str, ...]


def character_steps(source: str, signs: tuple[Step, ...] = (), *, has_notes: bool = False) -> CharacterSteps:
    """The steps that the text of a capture asks for, and those on `signs` of the language that it is written in.

    `has_notes` is true where `[2]` is known for the mark of a note.
    """
    entities = tuple(_entities(source))
    escapes: tuple[Step, ...] = tuple({"escape": escape, "count": 1} for escape in ESCAPES if escape in source)
    characters = (*_characters(source), *signs)
    text = _changed(source, characters, escapes, entities)
    patterns = tuple(_patterns(text, has_notes=has_notes))
    return CharacterSteps(
        text, characters, escapes, entities, patterns, _keys(source, text), tuple(_doubts(source, text))
    )


def lines_after(source: str, steps: CharacterSteps) -> list[range]:
    """For each line of the text of a capture the lines that it becomes, counted from 1: a step may end lines."""
    lines = source.split("\n")
    if len(lines) == steps.text.count("\n") + 1:
        return [range(number, number + 1) for number in range(1, len(lines) + 1)]
    ranges: list[range] = []
    for line in lines:
        made = _changed(line, steps.characters, steps.escapes, steps.entities)
        start = ranges[-1].stop if ranges else 1
        ranges.append(range(start, start + made.count("\n") + 1))
    return ranges


def _characters(source: str) -> Iterator[Step]:
    """The characters that no text may hold, each once."""
    kinds = {stray.char: stray.kind for stray in strays(source.removeprefix("\ufeff"))}
    bare_return = re.search("\r(?!\n)", source)
    for char, kind in kinds.items():
        if kind == RETURN and not bare_return:
            continue
        becomes = _becomes(char, kind)
        yield {"character": code_point(char), **({"becomes": becomes} if becomes else {}), "count": 1}
    for char, becomes in _FORMS.items():
        if char in source:
            yield {"character": code_point(char), "becomes": becomes, "count": 1}


def _becomes(char: str, kind: str) -> str:
    """What stands where a character that no text may hold stood; '' of most."""
    if kind in (RETURN, LINE):
        return "\n"
    return "□" if kind in (PRIVATE, LOST) else _BETWEEN.get(char) or meant(char)


def _entities(source: str) -> Iterator[Step]:
    for entity in entities_of(source):
        value = entity_value(entity)
        if value and value != "\n":
            gone = (
                {"becomes": ""} if value.isspace() or value == "\ufeff" or unicodedata.category(value) == "Cf" else {}
            )
            yield {"entity": entity, **gone, "count": 1}


def _changed(source: str, *steps: tuple[Step, ...]) -> str:
    """The text after the steps, in the order in which the build does them."""
    layer = without_bom(layer_of(source))
    for listed in steps:
        for step in listed:
            find, becomes = _literal(step)
            layer, _ = with_characters(layer, CharacterStep("characters", 0, "characters", find, becomes, 0))
    return RADICAL.sub(lambda radical: ideograph(radical[0]) or radical[0], layer.text)


def _literal(step: Step) -> tuple[str, str]:
    """What a step looks for, and what it puts there."""
    if "escape" in step:
        return str(step["escape"]), ESCAPES[str(step["escape"])]
    if "entity" in step:
        entity = str(step["entity"])
        return entity, str(step.get("becomes", entity_value(entity)))
    return chr(int(str(step["character"])[2:], 16)), str(step.get("becomes", ""))


def _patterns(text: str, *, has_notes: bool) -> Iterator[Step]:
    for words in dict.fromkeys(match[1] for wide in (_SET_WIDE, _ABOVE_WIDE) for match in wide.finditer(text)):
        if _WIDE_WORDS.fullmatch("".join(words.split())):
            yield {"spacing": "{ }".join(words.split()), "count": 1}
    for words in _split_words(text):
        yield {"spacing": "{ }".join(words), "count": 1}
    for mark in NOTE_MARKS:
        if _is_of_notes(mark, text, is_known=has_notes and mark == _KNOWN):
            yield {"apart": mark, "as": "note-mark", "at": "anywhere", "count": 1}
    for run in sorted(set(_QUESTION_MARKS.findall(text)), key=len, reverse=True)[:1]:
        if len(run) >= 2:
            yield {"illegible": run, "count": 1}
    if "□" in text:
        yield {"illegible": "□", "count": 1}


def _split_words(text: str) -> list[str]:
    """Pairs of characters between which a blank stands in a paragraph, and none elsewhere in the text: 政 府."""
    prose = (line for line in text.split("\n") if len(line) >= _PROSE and "。" in line)
    found = dict.fromkeys(match[1] + match[2] for line in prose for match in _SPLIT.finditer(line))
    split = [pair for pair in found if text.count(pair) >= _ELSEWHERE]
    return split if len(split) <= _MOST_SPLIT else []


def _is_of_notes(mark: str, text: str, *, is_known: bool) -> bool:
    """True of marks whose numbers count up from one, as notes do and years in brackets do not, and of known ones."""
    pattern = read_pattern(mark)
    numbers = [int(_MARK_NUMBERS.findall(match[0])[0]) for match in pattern.regex.finditer(text)]
    first = list(dict.fromkeys(numbers))
    rising = sum(one < two for one, two in zip(first, first[1:], strict=False))
    if is_known:
        return max(first, default=500) < 500
    return len(first) >= 2 and first[0] <= 2 and max(first) < 500 and rising >= 0.7 * (len(first) - 1)


def _keys(source: str, text: str) -> Step:
    keys: Step = {}
    radicals = sum(1 for char in RADICAL.findall(source) if ideograph(char))
    if radicals:
        keys["radicals"] = radicals
    if PINYIN.search(text):
        keys["pinyin"] = "removed"
    if full_width(text) != text:
        keys["punctuation"] = "full-width"
    if _is_traditional(text):
        keys["script"] = "to-simplified"
    return keys


def _is_traditional(text: str) -> bool:
    """True where one Chinese character of fifty or more is one that Simplified Chinese does not have."""
    plain = simplified(text, ())
    changed = sum(1 for old, new in zip(text, plain, strict=True) if old != new)
    return changed * 50 > len(_HAN.findall(text))


def _doubts(source: str, text: str) -> Iterator[str]:
    if _TURNED.search(source):
        yield "signs turn the direction of writing in it, so that what is shown there stands here the other way round"
    if struck := len(_STRUCK.findall(text)):
        what = "words stand" if struck == 1 else f"{struck} runs of words stand"
        yield f"{what} between ~~, as what is struck out does in Markdown, and are here: take them out of the file"
    spaced = len(_SPACED.findall(text))
    if spaced > 30:
        yield f"{spaced} blanks stand between Chinese characters; a step (spacing) takes out those that are not meant"
