"""The fields of Word files: what they show is put into the file's text, what is only their code is taken out of it.

What EQ fields show is left to `equations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .equations import Pieces, shown_by
from .taken import FORMULAE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDS = frozenset(f"{_W}{name}" for name in ("br", "cr", "noBreakHyphen", "sym", "t", "tab"))
_DEEPEST = 20  # fields in each other
# Fields that Word shows without a result in the file.
_WORKED_OUT = re.compile(r"\s*(AUTONUM(?:LGL|OUT)?|EQ|GOTOBUTTON|LISTNUM|MACROBUTTON|SYMBOL)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field that has begun: its code, what stands in that and shows nothing; whether a result follows, with words.

    `choice` is what is chosen in a list to choose from.
    """

    choice: str = ""
    code: str = ""
    inner: list[Any] = field(default_factory=list)
    has_result: bool = False
    says: bool = False

    @property
    def pieces(self) -> Pieces:
        """What it shows where its result has no words."""
        return [] if self.says else [(self.choice, "")] if self.choice else shown_by(self.code)


def settle_fields(body: Any) -> Iterator[str]:
    """Puts what fields show into the text of a body, takes out what they do not, and says what may be lost."""
    told: dict[str, None] = {}
    before = ""
    shown: Any = None  # the words of a field right before
    open_ones: list[_Field] = []
    for node in [*body.iter(*_WORDS, f"{_W}fldChar", f"{_W}instrText", f"{_W}fldSimple", f"{_W}p")]:
        coded = _coded(open_ones)
        for one in open_ones[-_DEEPEST:] if node.tag in _WORDS else ():
            one.says = one.says or (one.has_result and bool(node.text))
        match node.tag.removeprefix(_W):
            case "p":
                before, shown = "", None
            case "fldSimple":
                if next(node.iter(f"{_W}t"), None) is None:
                    code = node.get(f"{_W}instr") or ""
                    told |= dict.fromkeys(_told(code))
                    before, shown = _put(node, shown_by(code), (before, shown), within=True)
            case "fldChar":
                ended = _turned(node, open_ones)
                told |= dict.fromkeys(_told(ended.code) if ended and not ended.says else ())
                if ended and ended.pieces and ended.choice:
                    node.addnext(_run(node, ended.pieces[0], ""))
                    before, shown = ended.choice, None
                elif ended:
                    before, shown = _put(node, ended.pieces, (before, shown))
            case "instrText" if coded:
                coded.code += node.text or ""
            case "instrText":
                continue
            case _ if coded:
                coded.code += node.text or ""
                coded.inner.append(node)
            case _:
                before = node.text or " "
                if shown is not None and _is_digit(shown.text[-1:]) and _is_digit(before[:1]):
                    shown.text += " "
                shown = None
    yield from told


def _coded(open_ones: list[_Field]) -> _Field | None:
    """The innermost field of whose code what comes next is."""
    return next((one for one in reversed(open_ones[-_DEEPEST:]) if not one.has_result), None)


def _turned(char: Any, open_ones: list[_Field]) -> _Field | None:
    """The field that ends here and stands in no other's code; one that is not ended takes nothing out."""
    kind = char.get(f"{_W}fldCharType")
    if kind == "begin":
        open_ones.append(_Field(_choice(char)))
    elif kind == "separate" and open_ones:
        open_ones[-1].has_result = True
    elif kind == "end" and open_ones:
        ended = open_ones.pop()
        for node in ended.inner:
            node.getparent().remove(node)
        around = _coded(open_ones)
        if around is None:
            return ended
        around.code += "".join(text for text, _ in ended.pieces)
    return None


def _choice(char: Any) -> str:
    """What is chosen where a list to choose from begins, '' of any other field."""
    entries = [one.get(f"{_W}val") or "" for one in char.iterfind(f"{_W}ffData/{_W}ddList/{_W}listEntry")]
    chosen = [
        one.get(f"{_W}val") or ""
        for name in ("result", "default")
        for one in char.iterfind(f"{_W}ffData/{_W}ddList/{_W}{name}")
    ]
    at = int(chosen[0]) if chosen and chosen[0].isdecimal() else 0
    return entries[at] if at < len(entries) else next(iter(entries), "")


def _told(code: str) -> Iterator[str]:
    """What is told of a field without a result."""
    if shown_by(code):
        yield FORMULAE
    elif found := _WORKED_OUT.match(code):
        yield f"it holds fields that only Word works out ({found[1].upper()}); what they show is not here"


def _put(node: Any, pieces: Pieces, before: tuple[str, Any], *, within: bool = False) -> tuple[str, Any]:
    """Puts what a field shows behind its end, or into it; the last words then, and where they stand if on the line."""
    runs = [_run(node, piece, "" if number else before[0]) for number, piece in enumerate(pieces)]
    for run in runs if within else reversed(runs):
        node.append(run) if within else node.addnext(run)
    if not runs:
        return before
    text, place = pieces[-1]
    return text, None if place else runs[-1][-1]


def _run(node: Any, piece: tuple[str, str], before: str) -> Any:
    """A run of words; a figure behind another, as a fraction behind a whole number, is parted from it by a blank."""
    text, place = piece
    run, about, words = (node.makeelement(f"{_W}{name}") for name in ("r", "rPr", "t"))
    if place:
        about.append(node.makeelement(f"{_W}vertAlign", {f"{_W}val": place}))
    words.text = f" {text}" if re.search("[0-9]$", before) and re.match("[0-9]", text) and not place else text
    run.extend([about, words])
    return run


def _is_digit(sign: str) -> bool:
    return re.fullmatch("[0-9]", sign) is not None
