"""Quotes made unique by what stands beside them, and confidences as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..text.anchor import Anchored, anchored
from ..text.fold import Folded, fold_widths

# So much of the text beside a quote is enough to tell it from any other place, or it cannot be told.
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """What must stand before or behind words for them to be found in one place: mostly nothing."""

    prefix: str = ""
    suffix: str = ""


def marked(text: str, start: int, end: int, folded: Folded | None = None) -> Mark | None:
    """The shortest mark by which words are found at start..end and nowhere else; None where there is none."""
    folded = folded or fold_widths(text)
    quote = text[start:end]
    for size in range(_LONGEST + 1):
        before, after = text[max(0, start - size) : start], text[end : end + size]
        for mark in (Mark(prefix=before), Mark(suffix=after)) if size else (Mark(),):
            within = "\n" not in mark.prefix + mark.suffix
            if within and anchored(folded, quote, mark.prefix, mark.suffix) == Anchored(start, end):
                return mark
    return None


def confidence(share: float) -> Decimal:
    """A confidence as it is written: of two digits, and never certain."""
    return Decimal(f"{min(max(share, 0.0), 0.99):.2f}")
