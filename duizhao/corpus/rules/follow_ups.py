"""Rules over all reports: promises are followed up, and what is said of them can be so.

What may be reckoned of a promise is left to `corpus.arithmetic`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...content.records import Statement
from ...issues import Issue
from ...text.fold import fold_widths, occurrences
from ...text.near import some_of
from ..join import Corpus

# Whether each kind of evidence names later statements, and whether searched words; all others name later ones alone.
_NAMED = {"not-found": (False, True), "not-due": (False, False), "not-checked": (False, False)}


def follow_ups_name_statements(corpus: Corpus) -> Iterator[Issue]:
    """Every statement that a follow-up names exists."""
    for follow_up in corpus.library.follow_ups:
        promise = (follow_up.promise, follow_up.where.at("promise"))
        for name, place in (promise, *follow_up.where.each("later", follow_up.later)):
            if name not in corpus.statements and not corpus.may_be_broken(name):
                near = corpus.nearest_statement(name)
                hint = f"did you mean {near}? " * bool(near) + "full ids: report/statement"
                yield Issue("unknown-id", place, f"there is no statement {name}", hint)


def _has_a_place(corpus: Corpus, statement: Statement | None) -> bool:
    """True where the district of a statement's report exists, so that it is known what comes before and after."""
    return statement is not None and corpus.reports[statement.report].district in corpus.districts


def only_promises_are_followed_up(corpus: Corpus) -> Iterator[Issue]:
    """What a follow-up follows is a target or a task."""
    for follow_up in corpus.library.follow_ups:
        promise = corpus.statements.get(follow_up.promise)
        if promise and promise.kind == "result":
            message = f"{promise.full_id} is a result; only targets and tasks are followed up"
            hint = "name the target or task that it is the outcome of, and this result under later:"
            yield Issue("later-not-later", follow_up.where.at("promise"), message, hint)


def follow_ups_look_forward(corpus: Corpus) -> Iterator[Issue]:
    """What a follow-up names as later words stands in a later report of the same district."""
    for follow_up in corpus.library.follow_ups:
        promise = corpus.statements.get(follow_up.promise)
        allowed = {report.id for report in corpus.later(corpus.reports[promise.report])} if promise else set()
        for name, place in follow_up.where.each("later", follow_up.later if _has_a_place(corpus, promise) else ()):
            later = corpus.statements.get(name)
            if later and _has_a_place(corpus, later) and later.report not in allowed:
                message = f"{name} is not in a later report of the same district"
                hint = f"later reports: {some_of(allowed, later.report) or 'none'}"
                yield Issue("later-not-later", place, message, hint)


def evidence_fits(corpus: Corpus) -> Iterator[Issue]:
    """not-found names searched words and no later statement, not-due and not-checked neither, the rest later words."""
    for follow_up in corpus.library.follow_ups:
        needed = _NAMED.get(follow_up.evidence, (True, False))
        given = {"later": bool(follow_up.later), "searched": bool(follow_up.searched)}
        wrong = [
            f"{key}: is {'given' if has else 'missing'}"
            for (key, has), needs in zip(given.items(), needed, strict=True)
            if has != needs
        ]
        if wrong:
            message = f"the evidence is {follow_up.evidence}, and {' and '.join(wrong)}"
            hint = "not-found goes with searched:, not-due and not-checked with neither, all others with later:"
            yield Issue("evidence-disagrees", follow_up.where.at("evidence"), message, hint)


def silence_needs_a_later_report(corpus: Corpus) -> Iterator[Issue]:
    """Nothing is said to be not found where there is no later report in which to search."""
    for follow_up in corpus.library.follow_ups:
        promise = corpus.statements.get(follow_up.promise)
        unsure = corpus.library.broken["report"] or not _has_a_place(corpus, promise)
        if follow_up.evidence != "not-found" or unsure or promise is None:
            continue
        if not corpus.later(corpus.reports[promise.report]):
            message = "the evidence is not-found, and there is no later report in which to search"
            hint = "write not-due or not-checked"
            yield Issue("evidence-disagrees", follow_up.where.at("evidence"), message, hint)


def promises_are_followed_up(corpus: Corpus) -> Iterator[Issue]:
    """Where a later text exists, every target and every task that names an initiative is followed up."""
    written = {follow_up.promise for follow_up in corpus.library.follow_ups}
    broken = corpus.library.broken
    for report in corpus.library.reports:
        if not report.fully_read or not corpus.later(report) or report.id in broken["report"]:
            continue
        for s in report.statements:
            named = corpus.initiatives_of[s.full_id] if s.kind == "task" and not broken["initiative"] else ()
            missing = s.full_id not in written and s.full_id not in broken["follow-up"]
            if (s.kind == "target" or named) and missing:
                what = f"names {', '.join(named)}" if named else "is a target"
                hint = (
                    f"begin an entry of content/follow-ups.yaml with - promise: {s.full_id}; "
                    "its evidence is not-checked if nobody has looked yet"
                )
                yield Issue("follow-up-missing", s.place, f"{s.id} {what}, and has no follow-up", hint)


def searched_words_are_absent(corpus: Corpus) -> Iterator[Issue]:
    """A word that was searched for and not found occurs in no later report of the district."""

    @cache
    def folded_text(report: str) -> str:
        return fold_widths(corpus.reports[report].text, fold_case=True).text

    for follow_up in corpus.library.follow_ups:
        promise = corpus.statements.get(follow_up.promise)
        if promise is None or not follow_up.searched:
            continue
        later = corpus.later(corpus.reports[promise.report])
        for word, place in follow_up.where.each("searched", follow_up.searched):
            plain = fold_widths(word, fold_case=True).text
            for report in later:
                if any(True for _ in occurrences(plain, folded_text(report.id))):
                    message = f"{word!r} does occur in {report.id}"
                    hint = "read that sentence: it may be the later word; or search for a narrower word"
                    yield Issue("searched-found", place, message, hint)
