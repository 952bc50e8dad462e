"""A collation table as a download of its own: a row for each pair of a promise and later words, for spreadsheets.

The same table as a document is left to `collation_document`, all promises of all texts to `report_tables`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ..content.records import Report, Statement
from ..content.vocabulary import ARITHMETIC, EVIDENCE, KINDS, PERIOD_BASES, STRENGTHS
from ..corpus.collation import Collation
from ..corpus.following import TrackedPromise, UnmarkedWords
from ..corpus.join import Corpus
from .columns import Column, Table, count, pair, text, texts


@dataclass(frozen=True, slots=True)
class Pair:
    """A promise with its number in its table and one of its later words, None where there are none."""

    number: int
    followed: TrackedPromise
    place: int
    later: Statement | UnmarkedWords | None


def pairs(found: Collation) -> Iterator[Pair]:
    """The promises of a table in its order, each as often as there are later words on it, and once without any."""
    for number, followed in enumerate(found.promises, 1):
        for place, later in enumerate(followed.later or (None,), 1):
            yield Pair(number, followed, place if later else 0, later)


def _statement_of(one: Pair) -> str:
    return one.later.full_id if isinstance(one.later, Statement) else ""


def _english_of(one: Pair) -> str:
    if one.later is None:
        return ""
    return one.later.gloss if isinstance(one.later, Statement) else one.later.english


def _times_of(one: Pair) -> tuple[str, ...]:
    return tuple(str(time.period) for time in one.followed.promise.times)


COLUMNS: tuple[Column[Pair], ...] = (
    count("number", "number-in-table", lambda p: p.number),
    text("promise", "statement", lambda p: p.followed.promise.full_id),
    text("kind", "kind", lambda p: p.followed.promise.kind, KINDS),
    text("theme", "main-theme", lambda p: p.followed.promise.themes[0]),
    text("paragraph", "block", lambda p: p.followed.promise.block),
    text("quote", "quote", lambda p: p.followed.promise.quote),
    text("gloss", "gloss", lambda p: p.followed.promise.gloss),
    text("period", "time", lambda p: str(p.followed.promise.period or "")),
    text("period_basis", "period-basis", lambda p: p.followed.promise.period_basis, PERIOD_BASES),
    text("strength", "strength", lambda p: p.followed.promise.strength, STRENGTHS),
    text("evidence", "evidence", lambda p: p.followed.evidence, EVIDENCE),
    text("arithmetic", "arithmetic", lambda p: p.followed.arithmetic, ARITHMETIC),
    *pair("because", "ground", lambda p: p.followed.follow_up.because if p.followed.follow_up else None),
    texts("searched", "searched", lambda p: p.followed.follow_up.searched if p.followed.follow_up else ()),
    count("later_place", "later-place", lambda p: p.place),
    text("later", "later-statement", _statement_of),
    text("later_report", "later-report", lambda p: p.later.report if p.later else ""),
    text("later_paragraph", "later-block", lambda p: p.later.block if p.later else ""),
    text("later_quote", "later-quote", lambda p: p.later.quote if p.later else ""),
    text("later_gloss", "later-gloss", _english_of),
    texts("times", "all-times", _times_of),
)


def table_name(report: str) -> str:
    """What a text's collation table is called among the downloads."""
    return f"collation-{report}"


def collation_table(found: Collation) -> Table[Pair]:
    """The download of one table."""

    def rows(one: Collation, _: Corpus, reports: Iterable[Report]) -> Iterator[Pair]:
        del reports
        return pairs(one)

    return Table(
        name=table_name(found.report.id),
        rows=partial(rows, found),
        columns=COLUMNS,
        key=("promise", "later_place"),
        foreign=(("promise", "statements"), ("later", "statements"), ("later_report", "reports"), ("theme", "themes")),
    )
