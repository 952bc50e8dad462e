"""What is gathered of a report when it is read, and kept with it for who joins it to the others.

How it is gathered is left to the corpus.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

MENTIONED = ("initiative", "term")  # what a text names, without its id


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an initiative or a term is named; start and end count in the report's text."""

    said_once: ClassVar[bool] = True

    kind: str  # of those that are mentioned
    subject: str
    report: str
    block: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """Blocks, and where they name initiatives, then where they name terms; of statements and mentions what each says.

    That is told in short, by a hash.
    """

    blocks: tuple[object, ...]
    mentions: tuple[Mention, ...]
    said: tuple[tuple[object, str], ...]

    @property
    def said_as(self) -> tuple[str, ...]:
        """What is told of it to who only asks what the statements and mentions say."""
        return tuple([said for _, said in self.said])
