"""How templates are run: as Jinja runs them, with the ways shortened that every value of every page takes.

Each value that is put into a page is escaped, and each word, link and macro called through the template's context.
Jinja asks of every one what it could be; here the few kinds that nearly all of them are go first, and the rest goes
Jinja's way. What a page holds is the same. Which templates there are is left to `theme`.
"""

from __future__ import annotations

import json
from types import FunctionType, MethodType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from ..pages.markup import escaped

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
