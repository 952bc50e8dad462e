"""What changes the characters of a capture before its lines are looked at, each step with the count that it asserts.

What becomes of whole lines is left to `line_plan`, how a change is traced back to `layer`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from .layer import Change, Layer, changed
from .pattern import Pattern

# What a sequence with a backslash stands for where a program wrote its own text's spelling into the page.
ESCAPES = {r"\r\n": "\n", r"\n": "\n", r"\r": "\n", r"\t": "\t", r"\"": '"', r"\/": "/"}
ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
# One without its semicolon, which browsers read all the same where it is of the old ones.
_OPEN_ENTITY = re.compile(r"&(?:[A-Za-z]{2,6}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6})")
_BLANKS = re.compile("[ \t\u00a0\u3000]+")

# Radicals of the supplement's block that are characters by themselves; those of the other block have a decomposition.
_SUPPLEMENT = dict(
    pair.split("=")
    for pair in [
        "⺎=兀",
        "⺏=尣",
        "⺐=尢",
        "⺒=巳",
        "⺓=幺",
        "⺛=旡",
        "⺜=日",
        "⺝=月",
        "⺞=歺",
        "⺟=母",
        "⺠=民",
        "⺧=牛",
        "⺩=王",
        "⺫=目",
        "⺬=示",
        "⺯=糸",
        "⺱=网",
        "⺶=羊",
        "⺷=羊",
        "⺸=羊",
        "⺹=老",
        "⻁=虎",
        "⻃=西",
        "⻄=西",
        "⻅=见",
        "⻆=角",
        "⻉=贝",
        "⻊=足",
        "⻋=车",
        "⻑=長",
        "⻒=镸",
        "⻓=长",
        "⻔=门",
        "⻕=阜",
        "⻗=雨",
        "⻘=青",
        "⻙=韦",
        "⻚=页",
        "⻛=风",
        "⻜=飞",
        "⻝=食",
        "⻞=食",
        "⻟=食",
        "⻡=首",
        "⻢=马",
        "⻣=骨",
        "⻤=鬼",
        "⻥=鱼",
        "⻦=鸟",
        "⻧=卤",
        "⻨=麦",
        "⻩=黄",
        "⻪=黾",
        "⻫=斉",
        "⻬=齐",
        "⻭=歯",
        "⻮=齿",
        "⻯=竜",
        "⻰=龙",
        "⻱=龜",
        "⻲=亀",
        "⻳=龟",
    ]
)
RADICAL = re.compile("[\u2e80-\u2fdf]")


@dataclass(frozen=True, slots=True)
class CharacterStep:
    """Every occurrence of a few characters becomes others: how many there are, and where the step is written.

    `name` is what the ledger calls it; `key` and `index` are its list and its place there.
    """

    key: str
    index: int
    name: str
    find: str
    becomes: str
    count: int


@dataclass(frozen=True, slots=True)
class RadicalStep:
    """Every radical becomes the ideograph that looks like it."""

    count: int


@dataclass(frozen=True, slots=True)
class PatternStep:
    """What fits a pattern, so often, is changed or made something of: `act` is one of the keys of a pattern step.

    `first` and `last` are the lines that are looked at, 0 for all. `reason` says why words are dropped or as what they
    are set apart; `level` is a heading's.
    """

    index: int
    act: str
    pattern: Pattern | None
    count: int
    first: int = 0
    last: int = 0
    reason: str = ""
    level: int = 0
    rule: str = ""

    def looks_at(self, line: int) -> bool:
        return not self.first or self.first <= line <= self.last

    @property
    def within_lines(self) -> bool:
        """True where it changes words of a line and leaves the line."""
        in_part = self.act in ("drop", "apart") and self.pattern is not None and self.pattern.at != "line"
        return in_part or self.act in ("spacing", "illegible")


class StepError(ValueError):
    """A clean-up step that cannot be done.

    `key` and `index` are the list in which the step is written and its place there, `within` the key of the step that
    is wrong; `hint` is a way out.
    """

    def __init__(self, index: int, message: str, *, key: str = "lines", within: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.index, self.key, self.within, self.hint = index, key, within, hint


class Miscount(StepError):
    """A step that applies another number of times than it says: `found` times."""

    def __init__(self, index: int, message: str, *, key: str, hint: str, found: int) -> None:
        super().__init__(index, message, key=key, within="count", hint=hint)
        self.found = found


class NoDuplicate(StepError):
    """Lines that are dropped as duplicates and hold other words than those they are said to repeat."""


def entity_value(entity: str) -> str:
    """The character that an entity of HTML stands for; '' where it is none."""
    is_one = ENTITY.fullmatch(entity) or _OPEN_ENTITY.fullmatch(entity)
    value = html.unescape(entity) if is_one else entity
    return "" if value == entity or len(value) != 1 else value


def ideograph(radical: str) -> str:
    """The ideograph of a radical of the two blocks of radicals; '' where none stands for it."""
    plain = _SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)
    return "" if plain == radical else plain


def without_bom(layer: Layer) -> Layer:
    """The layer without the mark that a file of Unicode may begin with."""
    return changed(layer, [Change(0, 1, "", "bom")]) if layer.text.startswith("\ufeff") else layer


def with_characters(layer: Layer, step: CharacterStep) -> tuple[Layer, Miscount | None]:
    """The layer after a step, and what is wrong with the step's count."""
    places = [at for at in _literal(step.find, layer.text) if not _goes_on(step.find, layer.text, at)]
    changes = [Change(at, at + len(step.find), step.becomes, step.name) for at in places]
    shown = shown_character(step.find)
    return changed(layer, changes), miscount(step.key, step.index, shown, step.count, layer.text, places)


def with_ideographs(layer: Layer, step: RadicalStep) -> tuple[Layer, Miscount | None]:
    """The layer with ideographs for radicals, and what is wrong with their count."""
    found = [(match.start(), ideograph(match[0])) for match in RADICAL.finditer(layer.text)]
    known = [Change(at, at + 1, plain, "radicals") for at, plain in found if plain]
    places = [change.start for change in known]
    wrong = miscount("radicals", 0, "a radical that an ideograph stands for", step.count, layer.text, places)
    return changed(layer, known), wrong


def with_pattern(layer: Layer, step: PatternStep, skipped: Collection[int]) -> tuple[Layer, Miscount | None]:
    """The layer after a step within lines, and what is wrong with the step's count; `skipped` lines are passed over."""
    changes: list[Change] = []
    places: list[int] = []
    for line, start, end in lines_of(layer.text):
        if line not in skipped and step.looks_at(line) and step.pattern:
            overlap = 1 if step.act == "spacing" else 0
            for lo, hi in step.pattern.found(layer.text, start, end, overlap=overlap):
                places.append(lo)
                changes += _change(layer.text, step, lo, hi)
    name = step.pattern.text if step.pattern else ""
    return changed(layer, changes), miscount("patterns", step.index, repr(name), step.count, layer.text, places)


def lines_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Each line, counted from 1, with where it begins and ends without the blanks about it."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        lead = len(line) - len(line.lstrip())
        yield number, start + lead, max(start + lead, start + len(line.rstrip()))
        start += len(line) + 1


def miscount(key: str, index: int, name: str, count: int, text: str, places: Sequence[int]) -> Miscount | None:
    """What is said of a step that applies oftener or less often than it says; the first places are told."""
    if len(places) == count:
        return None
    times = f"{name} is found {_times(len(places))}, and count says {count}"
    shown = "; ".join(_place(text, at) for at in places[:5])
    more = f"; and {len(places) - 5} more" if len(places) > 5 else ""
    hint = f"write count: {len(places)} if it is meant at each of these: {shown}{more}"
    hint = hint if places else "look how the capture spells it, and in which lines it is looked for"
    return Miscount(index, times, key=key, hint=hint, found=len(places))


def shown_character(text: str) -> str:
    """A character that may be invisible, by its code point and name; other words as they are."""
    if len(text) == 1 and not text.isascii():
        return f"U+{ord(text):04X} {unicodedata.name(text, '(no name)')}"
    return repr(text)


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _place(text: str, at: int) -> str:
    """A place of the text in words: its line, and the characters about it."""
    line, begin = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    about = text[max(begin, at - 6) : min(at + 8, end if end >= 0 else len(text))]
    return f"line {line} …{''.join(char if char.isprintable() else ' ' for char in about)}…"


def _literal(find: str, text: str) -> Iterator[int]:
    """Where the words stand, one place behind the other."""
    at = text.find(find)
    while at >= 0:
        yield at
        at = text.find(find, at + len(find))


def _goes_on(find: str, text: str, at: int) -> bool:
    """True of an entity without its semicolon where a longer one stands, or one with it."""
    if not _OPEN_ENTITY.fullmatch(find):
        return False
    following = text[at + len(find) : at + len(find) + 1]
    longer_number = find[1] == "#" and following.isascii() and following.isalnum()
    return longer_number or bool(ENTITY.match(text, at))


def _change(text: str, step: PatternStep, start: int, end: int) -> Iterator[Change]:
    match step.act:
        case "spacing":
            for blank in _BLANKS.finditer(text, start, end):
                yield Change(*blank.span(), "", "spacing")
        case "illegible":
            yield Change(start, end, text[start:end], "illegible")
        case act:
            yield Change(start, end, "", act, step.reason)
