"""What is gathered of a report when it is read, and kept with it for who joins it to the others.

How it is gathered is left to the corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an initiative or a term is named; start and end count in the report's text."""

    said_once: ClassVar[bool] = True

    kind: str  # initiative or term
    subject: str
    report: str
    block: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """Statements with what each says, hashed; blocks, and where they name initiatives, then where they name terms."""

    said: tuple[tuple[object, str], ...]
    blocks: tuple[object, ...]
    mentions: tuple[Mention, ...]
