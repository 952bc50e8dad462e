"""How templates are run: as Jinja runs them, with the ways shortened that every value of every page takes.

Each value that is put into a page is escaped, and each word, link and macro called through the template's context.
Jinja asks of every one what it could be; here the few kinds that nearly all of them are go first, and the rest goes
Jinja's way. What a page holds is the same. Which templates there are is left to `theme`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from ..pages.markup import escaped

if TYPE_CHECKING:
    from ..pages.parts.shards import ShardRow

# As the module of a compiled template begins, on one line, so that the numbers of its lines stay.
_BEGINS = "from jinja2.runtime import "


def scripted(value: Any) -> Markup:
    """A value of plain values as a script that is a file of its own holds it; within a page it may not stand."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(said)


def lines_once(html: str) -> tuple[list[str], list[int]]:
    """The lines of a script's HTML, each of them once, and the numbers of those that it is, in their order.

    What many cards have in common is so said once; empty lines are left out.
    """
    places: dict[str, int] = {}
    numbers = [places.setdefault(line, len(places)) for line in str(html).split("\n") if line]
    return list(places), numbers


# What a row is taken apart into: what one row has other than the next, words, an attribute, a name in an address. Words
# that are a key or a filter as well are so one word.
_PIECES = re.compile(r"""["<>#/.]+|[^"<>#/.]+""")
# What a template has between its tags; other white space is of the words.
_BLANKS = re.compile("[ \n]+")
# What a script of rows says: its words, the kinds of rows as the pieces of the first of each, and the rows. A row is
# the number of the word that is its part, those of its filters and of its keys, its kind, and where it differs from the
# first of it: the place of a piece and the number of the word that stands there instead, in turns, as one string that a
# reader takes apart where the row is shown.
_Rows = tuple[list[str], list[list[str]], list[tuple[int, list[int], list[int], int, str]]]


def rows_once(rows: Sequence[ShardRow[Any]], drawn: Callable[..., str], *further: object) -> _Rows:
    """The rows of a script, what they have in common said once; `drawn` gives the HTML of one."""
    words: dict[str, int] = {}
    kinds: dict[int, tuple[int, list[str]]] = {}

    def said(one: str) -> int:
        return words.setdefault(one, len(words))

    told = []
    for one in rows:
        pieces = _PIECES.findall(_BLANKS.sub(" ", drawn(one.row, *further)).strip(" "))
        kind, first = kinds.setdefault(len(pieces), (len(kinds), pieces))
        others = [at for at, piece in enumerate(pieces) if piece != first[at]]
        changes = " ".join(f"{at} {said(pieces[at])}" for at in others)
        told.append((said(one.part), [*map(said, one.filters)], [*map(said, one.keys)], kind, changes))
    return list(words), [first for _, first in kinds.values()], told


class _Context(Context):
    """A context that calls a macro, and a function that asks for nothing of Jinja's, at once."""

    def call(_self, _called: Any, /, *args: Any, **values: Any) -> Any:
        kind = type(_called)
        if kind is Macro or (kind in _FUNCTIONS and not hasattr(_called, "jinja_pass_arg")):
            values.pop("_block_vars", None)
            values.pop("_loop_vars", None)
            return _called(*args, **values)
        return super().call(_called, *args, **values)


_FUNCTIONS = frozenset({FunctionType, MethodType})


class Templates(jinja2.Environment):
    """An environment whose templates are run in this way."""

    context_class = _Context

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        made = super()._generate(source, name, filename, defer_init)
        first, rest = made.split("\n", 1)
        if not first.startswith(_BEGINS):
            raise RuntimeError(f"this version of Jinja compiles templates in another way: {first}")
        return f"{first}; from {escaped.__module__} import {escaped.__name__} as escape\n{rest}"
