"""The real site with one of its reports so many times as long: its text over and over, with ids of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from duizhao.content.apart import apart
from duizhao.content.records import Block, Report, Statement
from duizhao.corpus.join import Corpus, join
from duizhao.pipeline import Built
from duizhao.site.files import files_of

LONG = "tianhe-2020-work-report"


def longer(real: Built, times: int) -> tuple[Corpus, dict[str, bytes]]:
    """The joined content and the files of the real site, its longest report so many times as long."""
    assert real.site and real.theme
    library = real.site.library
    reports = tuple(_repeated(report, times) if report.id == LONG else report for report in library.reports)
    site = join(replace(library, reports=reports))
    files, issues = files_of(real.theme, site)
    assert issues == []
    return site, files


def _repeated(report: Report, times: int) -> Report:
    turns = range(times)
    english = report.english_numbers.items()
    numbers_of = {_block_id(report, name, turn): numbers for turn in turns for name, numbers in english}
    return replace(
        report,
        text="\n".join(report.text for _ in turns),
        blocks=tuple(block for turn in turns for block in _blocks(report, turn)),
        statements=tuple(statement for turn in turns for statement in _statements(report, turn)),
        numbers=tuple(
            replace(one, block=_block_id(report, one.block, turn)) for turn in turns for one in report.numbers
        ),
        apart=apart(report.source, report.pieces, numbers_of),
    )


def _block_id(report: Report, name: str, turn: int) -> str:
    return f"{name[0]}{int(name[1:]) + turn * sum(block.id[0] == name[0] for block in report.blocks)}"


def _blocks(report: Report, turn: int) -> Iterator[Block]:
    shift = turn * (len(report.text) + 1)
    for block in report.blocks:
        yield replace(block, id=_block_id(report, block.id, turn), start=block.start + shift, end=block.end + shift)


def _own(name: str, turn: int) -> str:
    """The id of a statement in a turn of the text: no two have one, and each is an id that a statement may have."""
    return f"{name[0]}{int(name[1:]) + turn * 1000}" if name and turn else name


def _statements(report: Report, turn: int) -> Iterator[Statement]:
    shift, shift_en = turn * (len(report.text) + 1), turn * (_english_length(report) + 1)
    for one in report.statements:
        yield replace(
            one,
            id=_own(one.id, turn),
            formerly=() if turn else one.formerly,
            part_of=_own(one.part_of, turn),
            block=_block_id(report, one.block, turn),
            start=one.start + shift,
            end=one.end + shift,
            start_en=None if one.start_en is None else one.start_en + shift_en,
            end_en=None if one.end_en is None else one.end_en + shift_en,
            measures=tuple(replace(m, start=m.start + shift, end=m.end + shift) for m in one.measures),
        )


def _english_length(report: Report) -> int:
    """How long the English of all blocks is, a line each."""
    return sum(len(block.translation or "") + 1 for block in report.blocks) - 1
