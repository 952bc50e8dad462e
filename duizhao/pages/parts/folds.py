"""Parts that stand folded on the page of a larger one, the latest open: what each is called, how many it has.

Which parts those are is left to `splits`, and what a fold holds to the pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from ..context import PageContext
from .splits import Item, Part, names_told

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class Fold(Generic[Held]):
    """A part on the page of a larger one: its name there, how many items it has, whether it is open, what it holds."""

    name: Markup
    count: int
    opened: bool
    held: Held


def folds_of(context: PageContext, part: Part[Item], hold: Callable[[Part[Item]], Held]) -> Iterator[Fold[Held]]:
    """The folds of a part, in their order; none where its page holds its items as one list, or leads to parts."""
    for one in part.folds:
        name = context.marked(names_told(context, one.names, len(part.names)))
        yield Fold(name, len(one.items), one is part.folds[-1], hold(one))
