"""The tables as files: each whole, or, of a site of many reports, in parts of one district each.

How rows are written is left to `formats`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..cache import canonical, digest
from ..content.records import Report
from ..corpus.join import Corpus
from ..kept import File, KeepingAll, all_made_anew
from .columns import Table, read_text
from .formats import csv_bytes, json_rows

# The reports of a part have so many characters of text at most, or are one: rows of paragraphs and of statements take
# some ten bytes a character, and no file of a site should come near 25 MiB. A site with no more has whole tables.
PART = 400_000


@dataclass(frozen=True, slots=True)
class TableFiles:
    """A table as CSV and JSON, by their paths in the package: one file each, or one for each part, in order."""

    csv: Mapping[str, File]
    json: Mapping[str, File]


def parts_of(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """The parts of the tables that are not always whole: their names, their reports by id; none where all are whole.

    A part is called for its district, and by a number from the second on: `qinghu`, `qinghu.2`.
    """
    return corpus.once(_parts)


def _parts(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    reports = corpus.library.reports
    if sum(len(report.text) for report in reports) <= PART:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for district in corpus.districts:
        own = (report for report in reports if report.district == district)
        for number, part in enumerate(_filled(own), 1):
            found[f"{district}.{number}" if number > 1 else district] = part
    return found


def _filled(reports: Iterable[Report]) -> Iterator[tuple[str, ...]]:
    """Reports put together one after the other, as many as a part may hold."""
    part: list[str] = []
    held = 0
    for report in reports:
        if part and held + len(report.text) > PART:
            yield tuple(part)
            part, held = [], 0
        part.append(report.id)
        held += len(report.text)
    if part:
        yield tuple(part)


def files_of(corpus: Corpus, table: Table[Any]) -> dict[str, tuple[str, str]]:
    """The CSV and the JSON file of each part of a table by their paths in the package; of one that is whole, by ''."""
    parts = {} if table.whole else parts_of(corpus)
    stems = {part: f"{table.name}/{part}" for part in parts} or {"": table.name}
    return {part: (f"{stem}.csv", f"{stem}.json") for part, stem in stems.items()}


def table_files(corpus: Corpus, table: Table[Any], keeping: KeepingAll = all_made_anew) -> TableFiles:
    """The files of a table; those are kept that stand as they are to be."""
    made: dict[str, File] = {}
    files = files_of(corpus, table)
    for part, paths in files.items():
        reports = parts_of(corpus)[part] if part else None
        told = digest((canonical([column.name for column in table.columns]), canonical(reports)))
        made |= keeping(f"data {table.name} {part}", told, partial(_made, corpus, table, reports, paths))
    return TableFiles(*({path: made[f"data/{path}"] for path in paths} for paths in zip(*files.values(), strict=True)))


def _made(
    corpus: Corpus, table: Table[Any], names: Sequence[str] | None, paths: tuple[str, str]
) -> Iterator[tuple[str, bytes]]:
    columns = [column.name for column in table.columns]
    reports = None if names is None else [corpus.reports[name] for name in names]
    for report in () if table.whole else corpus.library.reports if reports is None else reports:
        read_text(report)
    rows = list(table.cells(corpus, reports))
    for path, data in zip(paths, (csv_bytes(columns, rows), json_rows(columns, rows)), strict=True):
        yield f"data/{path}", data
