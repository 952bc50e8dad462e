"""What is gathered of a report when it is read, and kept with it for who joins it to the others.

How it is gathered is left to the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

DIGITS = 24  # of the hash of what is said
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
    """Blocks and statements; where the blocks name initiatives, then where they name terms; what each of these says.

    What statements and then mentions say is told in short, by their hashes, one behind the other.
    """

    blocks: tuple[object, ...]
    statements: tuple[object, ...]
    mentions: tuple[Mention, ...]
    said: str

    @property
    def said_as(self) -> str:
        """What is told of it to who only asks what the statements and mentions say."""
        return self.said

    def each(self) -> Iterator[tuple[object, str]]:
        """The statements and then the mentions, each with the hash of what it says."""
        hashes = (self.said[at : at + DIGITS] for at in range(0, len(self.said), DIGITS))
        return zip((*self.statements, *self.mentions), hashes, strict=True)

    def where(self, stays: Callable[[Mention], bool]) -> Gathered:
        """The same with some of its mentions."""
        kept = [(one, said) for one, said in self.each() if not isinstance(one, Mention) or stays(one)]
        mentions = tuple(one for one, _ in kept if isinstance(one, Mention))
        return Gathered(self.blocks, self.statements, mentions, "".join(said for _, said in kept))
