"""The fields of Word files: what they show is put into the file's text, what is only their code is taken out of it.

What EQ fields show is left to `equations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .equations import shown_by

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDS = frozenset(f"{_W}{name}" for name in ("br", "cr", "noBreakHyphen", "sym", "t", "tab"))
_DEEPEST = 20  # fields in each other
FORMULAE = "it holds formulae, of which the characters are here in one line"
# Fields that Word shows without a result in the file.
_WORKED_OUT = re.compile(r"\s*(AUTONUM(?:LGL|OUT)?|EQ|GOTOBUTTON|LISTNUM|MACROBUTTON|SYMBOL)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field that has begun: its code, what stands in that and shows nothing; whether a result follows, with words."""

    code: str = ""
    inner: list[Any] = field(default_factory=list)
    has_result: bool = False
    says: bool = False


def settle_fields(body: Any) -> Iterator[str]:
    """Puts what fields show into the text of a body, takes out what they do not, and says what may be lost."""
    told: dict[str, None] = {}
    before = ""
    open_ones: list[_Field] = []
    for node in [*body.iter(*_WORDS, f"{_W}fldChar", f"{_W}instrText", f"{_W}fldSimple", f"{_W}p")]:
        coded = _coded(open_ones)
        for one in open_ones[-_DEEPEST:] if node.tag in _WORDS else ():
            one.says = one.says or (one.has_result and bool(node.text))
        match node.tag.removeprefix(_W):
            case "p":
                before = ""
            case "fldSimple":
                if next(node.iter(f"{_W}t"), None) is None:
                    told |= dict.fromkeys(_put(node, node.get(f"{_W}instr") or "", before, within=True))
            case "fldChar":
                code = _turned(node, open_ones)
                told |= dict.fromkeys(_put(node, code, before) if code else ())
            case "instrText" if coded:
                coded.code += node.text or ""
            case "instrText":
                continue
            case _ if coded:
                coded.code += node.text or ""
                coded.inner.append(node)
            case _:
                before = node.text or " "
    yield from told


def _coded(open_ones: list[_Field]) -> _Field | None:
    """The innermost field of whose code what comes next is."""
    return next((one for one in reversed(open_ones[-_DEEPEST:]) if not one.has_result), None)


def _turned(char: Any, open_ones: list[_Field]) -> str:
    """The code of a field without a result that ends here, '' of any other; one that is not ended takes nothing out."""
    kind = char.get(f"{_W}fldCharType")
    if kind == "begin":
        open_ones.append(_Field())
    elif kind == "separate" and open_ones:
        open_ones[-1].has_result = True
    elif kind == "end" and open_ones:
        ended = open_ones.pop()
        for node in ended.inner:
            node.getparent().remove(node)
        around = _coded(open_ones)
        if around is None:
            return "" if ended.says else ended.code
        around.code += "" if ended.says else "".join(text for text, _ in shown_by(ended.code))
    return ""


def _put(node: Any, code: str, before: str, *, within: bool = False) -> Iterator[str]:
    """Puts what a field shows behind its end, or into it; yields what is told of it."""
    pieces = shown_by(code)
    if pieces:
        yield FORMULAE
    elif found := _WORKED_OUT.match(code):
        yield f"it holds fields that only Word works out ({found[1].upper()}); what they show is not here"
    for piece in pieces if within else reversed(pieces):
        run = _run(node, piece, before if piece is pieces[0] else "")
        node.append(run) if within else node.addnext(run)


def _run(node: Any, piece: tuple[str, str], before: str) -> Any:
    """A run of words; a figure behind another, as a fraction behind a whole number, is parted from it by a blank."""
    text, place = piece
    run, about, words = (node.makeelement(f"{_W}{name}") for name in ("r", "rPr", "t"))
    if place:
        about.append(node.makeelement(f"{_W}vertAlign", {f"{_W}val": place}))
    words.text = f" {text}" if re.search("[0-9]$", before) and re.match("[0-9]", text) and not place else text
    run.extend([about, words])
    return run
