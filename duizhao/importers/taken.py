"""The text that was taken out of a capture, with what its form tells of the lines.

What becomes of the lines is left to `sorting`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version

# What may be lost of a page as of a Word file.
FORMULAE = "it holds formulae, of which the characters are here in one line"
REACHING = "rows of a table begin below a cell that reaches down, and so one cell later than they are printed here"


@dataclass(frozen=True, slots=True)
class Taken:
    """The text of a capture, from which the steps start.

    Of one that is a text itself, `encoding` is how its bytes spell it, and `tool` is ''. Of any other the text goes
    into a file beside it: `tool` and `version` name what took it out. Lines are counted from 1: `headings` are those
    whose form makes them headings, with their level; `outside` those that are no part of the article; `indented` is
    true where a paragraph begins with a blank and goes on in lines without one. `title` is a page's own; `furniture`
    are lines that stand on every page, `footnotes` those of notes at a page's foot; `has_notes` is true where `[2]` is
    the mark of a note by its form. `doubts` are what may be lost or mistaken, in words.
    """

    text: str
    encoding: str = ""
    tool: str = ""
    version: str = ""
    headings: Mapping[int, int] = field(default_factory=dict)
    outside: frozenset[int] = frozenset()
    furniture: frozenset[int] = frozenset()
    footnotes: frozenset[int] = frozenset()
    indented: bool = False
    title: str = ""
    has_notes: bool = False
    doubts: tuple[str, ...] = ()

    @property
    def has_broken_lines(self) -> bool:
        """True where lines may be pieces of paragraphs: in a text, and in what begins its paragraphs with blanks."""
        return self.indented or not self.tool

    @property
    def between(self) -> frozenset[int]:
        """The lines that stand between those of the text where a page ends."""
        return self.furniture | self.footnotes

    def renumbered(self, lines: Sequence[range]) -> Taken:
        """The same where each line has become those of a range."""
        return replace(
            self,
            headings={number: level for line, level in self.headings.items() for number in lines[line - 1]},
            outside=frozenset(number for line in self.outside for number in lines[line - 1]),
            furniture=frozenset(number for line in self.furniture for number in lines[line - 1]),
            footnotes=frozenset(number for line in self.footnotes for number in lines[line - 1]),
        )


def versions(library: str) -> str:
    """The versions of this program and of the library by which it reads a capture."""
    try:
        own = version("duizhao")
    except PackageNotFoundError:  # run from its folder
        own = "unreleased"
    return f"{own}, {version(library)}"


def missing(library: str) -> str:
    """What is said where a library that reads a kind of capture is not installed."""
    return f"needs {library}, which is not installed: pip install 'duizhao[import]'"
