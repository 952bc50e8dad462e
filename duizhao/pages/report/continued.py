"""The stretches of a text that is too long for one page: which blocks stand on which page, and the ways between them.

The address of the first stretch is the report's. What stands on a page is left to `page`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ...content.records import Block, Report, Statement
from ...corpus.join import Corpus
from ...search.pair_index import script
from ..addresses import INDEX, folder_of
from ..context import PageContext
from ..frame import Link

# Bytes of a text as a page has it: its words, and the marks of its statements. A third of that is left once compressed.
OF_ONE_PAGE, OF_A_STRETCH = 180_000, 140_000
_OF_A_STATEMENT = 300
_HEADING_FIRST = 3  # how much nearer than a heading a paragraph has to be, for a stretch to begin with it

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text: its number from 1, its blocks with their statements, and the ways to all stretches."""

    number: int
    blocks: Blocks
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]

    @property
    def file(self) -> str:
        return file_name(self.number)

    @property
    def count(self) -> int:
        return len(self.links)

    @property
    def previous(self) -> Link | None:
        return self.links[self.number - 2] if self.number > 1 else None

    @property
    def following(self) -> Link | None:
        return self.links[self.number] if self.number < self.count else None


@dataclass(frozen=True, slots=True)
class TextSize:
    """In how many stretches a text stands, and how many statements it has."""

    stretches: int
    statements: int


def sizes_of_texts(site: Corpus) -> dict[str, TextSize]:
    """By report: all that its pages are listed by."""
    every = site.library.reports
    return {one.id: TextSize(len(blocks_of_stretches(site, one)), len(one.statements)) for one in every}


def pages_of_blocks(site: Corpus) -> Mapping[str, Mapping[str, str]]:
    """By report in several stretches, the file of each block that does not stand on its first page."""
    found = ((report.id, files_of_blocks(site, report)) for report in site.library.reports)
    return {report: files for report, files in found if files}


def files_of_blocks(site: Corpus, report: Report) -> Mapping[str, str]:
    """The same of one report."""
    divided = blocks_of_stretches(site, report)
    return {block.id: file_name(number) for number, blocks in enumerate(divided[1:], 2) for block in blocks}


def file_name(number: int) -> str:
    """The file of a stretch: they lie in one folder, so that what is linked from one is linked alike from all."""
    return INDEX if number == 1 else f"continued-{number}.html"


def stretches(context: PageContext, report: Report) -> Iterator[Stretch]:
    """The stretches of a report's text, one where it is short enough."""
    divided = blocks_of_stretches(context.site, report)
    links = tuple(_link(context, report, number, blocks) for number, blocks in enumerate(divided, 1))
    for number, blocks in enumerate(divided, 1):
        here = (s for block in blocks for s in context.site.statements_in_block[report.id, block.id])
        yield Stretch(number, blocks, tuple(here), links)


def _link(context: PageContext, report: Report, number: int, blocks: Blocks) -> Link:
    numbers = [block.id[1:] for block in blocks if not block.level] or [""]
    said = context.word("report.stretch", number=number, first=numbers[0], last=numbers[-1])
    return Link(said, context.block_path(report.id, blocks[0].id).partition("#")[0])


def blocks_of_stretches(site: Corpus, report: Report) -> tuple[Blocks, ...]:
    """The blocks of each stretch, which are about as long as each other and begin with a heading where one is near."""
    sizes = [_size(site, report, block) for block in report.blocks]
    starts = [0, *accumulate(sizes)]
    count = 1 if starts[-1] <= OF_ONE_PAGE else -(-starts[-1] // OF_A_STRETCH)
    cuts = [0]
    for number in range(1, count):
        wanted = starts[-1] * number / count
        places = [at for at in range(cuts[-1] + 1, len(sizes)) if not report.blocks[at - 1].level]
        if places:
            cuts.append(min(places, key=lambda at: _away(report.blocks[at], starts[at], wanted)))
    return tuple(report.blocks[start:end] for start, end in pairwise([*cuts, len(sizes)]))


def _away(block: Block, start: int, wanted: float) -> float:
    return abs(start - wanted) / (_HEADING_FIRST if block.level else 1)


def _size(site: Corpus, report: Report, block: Block) -> int:
    words = len(block.text.encode()) + len((block.translation or "").encode())
    return words + _OF_A_STATEMENT * len(site.statements_in_block[report.id, block.id])


def places_path(context: PageContext, report: Report) -> str:
    """The path of the script that says on which page a place of the text stands."""
    return f"{folder_of(context.path('reports', report.id))}places.js"


def places_script(context: PageContext, report: Report) -> bytes:
    """The file of each block and statement of a text in several stretches: what is cited keeps the report's address."""
    site = context.site
    files = {
        name: file_name(number)
        for number, blocks in enumerate(blocks_of_stretches(site, report), 1)
        for block in blocks
        for name in (block.id, *_names(site, report, block))
    }
    return script("duizhaoPlaces", report.id, files)


def _names(site: Corpus, report: Report, block: Block) -> Iterator[str]:
    for statement in site.statements_in_block[report.id, block.id]:
        yield from (statement.id, *statement.formerly)
