"""What is known of each commitment: the later words on it, what they are evidence of, what may be reckoned.

Every target and task of a text that has a later one of its district has its row here, be it that nobody has looked yet.
What may be reckoned is left to `arithmetic`; ids and words that name nothing are left out, and told by the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from ..content.follow_up import FollowUp, Quotation
from ..content.records import Block, Indicator, Report, Statement
from ..content.statements import block_of
from ..content.vocabulary import COMMITMENTS
from ..text.anchor import Anchored, Candidates, anchored
from ..text.fold import Folded, fold_widths
from ..text.period import Period
from .arithmetic import arithmetic_of


@dataclass(frozen=True, slots=True)
class UnmarkedWords:
    """Words of a text that no statement marks, where they stand; start and end count in the report's text.

    `english` is '' on a site without it.
    """

    report: str
    block: str
    start: int
    end: int
    quote: str
    english: str


@dataclass(frozen=True, slots=True)
class TrackedPromise:
    """A promise with what is known of it: evidence, and arithmetic where definition and period agree, else ''.

    `later` are the later words as the follow-up names them, in its order.
    """

    said_once: ClassVar[bool] = True
    promise: Statement
    follow_up: FollowUp | None
    later: tuple[Statement | UnmarkedWords, ...]
    evidence: str
    arithmetic: str

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The later statements."""
        return tuple(one for one in self.later if isinstance(one, Statement))


def folded_texts(reports: Mapping[str, Report]) -> Callable[[str], Folded]:
    """The texts of reports by their ids, folded for anchoring, each once."""

    @cache
    def folded(report: str) -> Folded:
        return fold_widths(reports[report].text)

    return folded


def found_words(
    text: Folded, blocks: Sequence[Block], quotation: Quotation
) -> tuple[Anchored | Candidates, Block | None]:
    """Where quoted words stand in a text, and the block that holds them whole."""
    at = anchored(text, quotation.quote, quotation.prefix, quotation.suffix)
    return at, block_of(at, blocks)


def follow_ups_by_district(follow_ups: Iterable[FollowUp], reports: Mapping[str, Report]) -> dict[str, list[FollowUp]]:
    """The follow-ups by the district whose text makes the promise; by '' those whose promise is in no report."""
    found: dict[str, list[FollowUp]] = {}
    for one in follow_ups:
        promising = reports.get(one.promise.partition("/")[0])
        found.setdefault(promising.district if promising else "", []).append(one)
    return found


# Finds later words: the statement of a full id, or words of a text that no statement marks; None where there are none.
Spoken = Callable[[str | Quotation], Statement | UnmarkedWords | None]


def spoken_in(reports: Mapping[str, Report], statements: Mapping[str, Statement]) -> Spoken:
    """A function that finds the later words that a follow-up names among the reports and statements, by their ids."""
    folded = folded_texts(reports)

    def spoken(one: str | Quotation) -> Statement | UnmarkedWords | None:
        if isinstance(one, str):
            return statements.get(one)
        return _unmarked(reports[one.report], folded(one.report), one) if one.report in reports else None

    return spoken


def followed_of(
    report: Report,
    newest: Period,
    written: Mapping[str, FollowUp],
    spoken: Spoken,
    indicators: Mapping[str, Indicator],
) -> Iterator[TrackedPromise]:
    """What is known of the promises of a report, in its order; `newest` is the date of the last text of its district.

    Of that last text these are its targets, the tasks that fall due after it, and what has a follow-up: those that are
    `written`, by promise.
    """
    for promise in report.statements:
        follow_up = written.get(promise.full_id)
        if not (promise.kind in COMMITMENTS and _is_followed(promise, follow_up, report.date, newest)):
            continue
        named = follow_up.later if follow_up else ()
        later = tuple(words for one in named if (words := spoken(one)) is not None)
        evidence = follow_up.evidence if follow_up else _unwritten_evidence(promise, report.date, newest)
        stated = [one for one in later if isinstance(one, Statement)]
        yield TrackedPromise(
            promise, follow_up, later, evidence, arithmetic_of(promise, report.date, stated, indicators)
        )


def _unmarked(report: Report, text: Folded, quotation: Quotation) -> UnmarkedWords | None:
    at, block = found_words(text, report.blocks, quotation)
    if isinstance(at, Candidates) or block is None:
        return None
    return UnmarkedWords(report.id, block.id, at.start, at.end, report.text[at.start : at.end], quotation.en)


def _is_followed(promise: Statement, follow_up: FollowUp | None, stated: Period, newest: Period) -> bool:
    return promise.kind == "target" or follow_up is not None or stated < newest or falls_due_after(promise, stated)


def falls_due_after(promise: Statement, time: Period) -> bool:
    """True of a promise whose last deadline lies behind the last day of a time."""
    return any(due.period.last_day > time.last_day for due in promise.times)


def _unwritten_evidence(promise: Statement, stated: Period, newest: Period) -> str:
    """Without a follow-up: not-due where the time ends after the last text of the district, else not-checked.

    Of that last text nothing is due yet; what has no time may be looked for in any later one.
    """
    return "not-due" if stated == newest or falls_due_after(promise, newest) else "not-checked"
