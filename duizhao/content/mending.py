"""The step that would make of a capture what a report's text has in a place, as a line ready to paste.

Where the two differ is left to `differences`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

from ..text.changes import ENTITY, ESCAPES, entity_value, ideograph
from ..text.characters import LINE, LOST, PRIVATE, RETURN, Stray, meant
from ..text.cleanup import RawBlock
from ..text.pattern import read_pattern

_NOTE_MARK = re.compile(r"([〔\[［【(（])[0-9０-９]{1,3}([〕\]］】)）])")
_UNSEEN = ("Cf", "Co", "Cc", "Cn")


def levelling(made: RawBlock, level: int) -> str:
    """For a block that is to be a heading of a level, or a paragraph (0)."""
    return _line_step(_block_keys(made.lines, level))


def joining(made: Sequence[RawBlock], wanted: str, level: int) -> str:
    """For blocks that are to be one, as wanted."""
    texts = [block.text for block in made]
    between = next((join for join in ("", " ", "\u3000") if join.join(texts) == wanted), "")
    keys = _block_keys((made[0].lines[0], made[-1].lines[-1]), level)
    return _line_step(keys | ({"join": between} if between else {}))


def parting(made: RawBlock, part: str, level: int) -> str:
    """For a part of a block's line that is to be a block by itself."""
    return _line_step(_block_keys(made.lines[:1], level) | {"part": part})


def leaving_out(made: Sequence[RawBlock]) -> str:
    """For blocks that stand one behind the other and are to be left out."""
    return _line_step({"drop": _range((made[0].lines[0], made[-1].lines[-1])), "reason": "site-chrome"})


def step_for(made: RawBlock, start: int, end: int, wanted: str, text: str) -> str:
    """For characters start..end of a block that are to be others; '' where no step changes words so.

    `text` is that of the capture, in which the count of the step is taken: what it has not, another step has made.
    """
    has = made.text[start:end]
    if not has:
        return ""
    if has.isspace() and has not in text and len(made.lines) > 1:
        return f"under clean_up: in the step of lines {_range(made.lines)} write join: {_yaml('join', wanted)}"
    if not wanted:
        return _deleting(made, start, end, text)
    entity = _entity_about(made.text, start, end)
    return _replacing(entity, entity_value(entity), text) if entity else _replacing(has, wanted, text)


def character_step(character: str, becomes: str, count: int) -> str:
    """For a character, by its code point, that is to become others, or to go."""
    given = {"becomes": becomes} if becomes else {}
    return _step("characters", {"character": character, **given, "count": count})


def odd_step(stray: Stray, source: str) -> str:
    """For a character of a capture that no text may hold, by what it is."""
    if entity := ENTITY.match(source, stray.offset):
        return f'under clean_up: in the step of {entity[0]} write becomes: ""'
    # The mark at the beginning goes by itself.
    count = source.removeprefix("\ufeff").count(stray.char)
    if stray.kind in (RETURN, LINE):
        return character_step(code_point(stray.char), "\n", count)
    if stray.kind in (PRIVATE, LOST):
        step = character_step(code_point(stray.char), "□", count)
        return f'{step}, with what it stands for in place of □; if none can tell, patterns: - {{illegible: "□", …}}'
    return character_step(code_point(stray.char), meant(stray.char), count)


def escape_step(escape: str, count: int) -> str:
    """For a sequence with a backslash that is to become what it stands for."""
    return f"under clean_up: escapes: paste: - {{escape: '{escape}', count: {count}}}"


def entity_step(entity: str, becomes: str, count: int, default: str) -> str:
    """For an entity that is to become others than those that it stands for by default, or these."""
    given = {} if becomes == default else {"becomes": becomes}
    return _step("entities", {"entity": entity, **given, "count": count})


def note_mark_step(pattern: str, count: int) -> str:
    """For marks of notes that are to be set apart."""
    return _step("patterns", {"apart": pattern, "as": "note-mark", "at": "anywhere", "count": count})


def pattern_step(pattern: str, at: str, level: int, count: int) -> str:
    """For headings of one kind."""
    place = {} if at == "line" else {"at": at}
    return _step("patterns", {"heading": pattern, **place, "level": level, "count": count})


def key_step(key: str, value: str) -> str:
    """For a step that is a single key."""
    return f"under clean_up: paste: {key}: {value}"


def code_point(char: str) -> str:
    """A character by its code point, as steps name it."""
    return f"U+{ord(char):04X}"


def _replacing(has: str, wanted: str, text: str) -> str:
    if ENTITY.fullmatch(has):
        return entity_step(has, wanted, text.count(has), entity_value(has))
    if ESCAPES.get(has) == wanted and has in text:
        return escape_step(has, text.count(has))
    if len(has) == 1 and ideograph(has) == wanted:
        return character_step(code_point(has), wanted, text.count(has))
    if len(has) == 1 and (unicodedata.category(has) in _UNSEEN or has.isspace()):
        return character_step(code_point(has), wanted, text.count(has))
    return ""


def _entity_about(text: str, start: int, end: int) -> str:
    """The entity in which a difference lies, which is shorter where the character happens to be in its name."""
    for match in ENTITY.finditer(text, max(0, start - 12), min(len(text), end + 12)):
        if match.start() <= start and end <= match.end():
            return match[0]
    return ""


def _deleting(made: RawBlock, start: int, end: int, text: str) -> str:
    has, line = made.text[start:end], made.text
    if has.isspace() and start > 0 and end < len(line):
        words = line[start - 1 : end + 1]
        return _step("patterns", {"spacing": words, "count": text.count(words)})
    if len(has) == 1 and unicodedata.category(has) in _UNSEEN:
        return character_step(code_point(has), "", text.count(has))
    # The two texts share a bracket on either side as often as not: 〔1〕甲〔 and 甲〔.
    for lo in range(max(0, start - 1), start + 1):
        if mark := _NOTE_MARK.match(line, lo):
            pattern = f"{mark[1]}{{n}}{mark[2]}"
            return note_mark_step(pattern, _count(pattern, text))
    if entity := _entity_about(line, start, end):
        return entity_step(entity, "", text.count(entity), entity_value(entity))
    if line.count(has) == 1:
        return _line_step({"drop": str(made.lines[0]), "reason": "site-chrome", "part": has})
    return ""


def _count(pattern: str, text: str) -> int:
    return sum(1 for _ in read_pattern(pattern).found(text, 0, len(text)))


def _block_keys(lines: Sequence[int], level: int) -> dict[str, object]:
    return {"heading": _range(lines), "level": level} if level else {"paragraph": _range(lines)}


def _range(lines: Sequence[int]) -> str:
    return str(lines[0]) if lines[0] == lines[-1] else f"{lines[0]}-{lines[-1]}"


def _line_step(keys: Mapping[str, object]) -> str:
    return _step("lines", keys)


def _step(listed: str, keys: Mapping[str, object]) -> str:
    """The line to paste; '' for a step that would apply nowhere, which is refused."""
    if keys.get("count") == 0:
        return ""
    pairs = (f"{key}: {_yaml(key, value)}" for key, value in keys.items())
    return f"under clean_up: {listed}: paste: - {{{', '.join(pairs)}}}"


def _yaml(key: str, value: object) -> str:
    """A value in a flow of YAML: words of the vocabulary as they are, all else in quotation marks."""
    plain = isinstance(value, int) or key in ("reason", "as", "at", "character")
    return str(value) if plain else json.dumps(value, ensure_ascii=False)
