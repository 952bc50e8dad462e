"""Rules over all reports: promises are followed up, and what is said of them can be so.

What may be reckoned of a promise is left to `corpus.arithmetic`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from ...content.follow_up import FollowUp, Quotation
from ...content.records import Statement
from ...content.report_rules.unfound import run_over, unfound
from ...content.vocabulary import COMMITMENTS
from ...issues import Issue, SourcePosition
from ...text import fold
from ...text.anchor import Anchored, Candidates
from ...text.near import nearest, some_of
from ..following import folded_texts, found_words
from ..join import Corpus
from ..occurrences import Occurrences

# What each kind of evidence goes with, where it is not later words alone: whether it names later words, and whether
# searched ones; None where it may.
_NAMED: dict[str, tuple[bool | None, bool]] = {
    "not-found": (False, True),
    "not-due": (None, False),
    "not-checked": (False, False),
}
# Words within quotation marks.
_QUOTED = re.compile("“([^“”]+)”|「([^「」]+)」|『([^『』]+)』")


def follow_ups_name_statements(corpus: Corpus) -> Iterator[Issue]:
    """Every statement that a follow-up names exists."""
    for follow_up in corpus.library.follow_ups:
        promise = (follow_up.promise, follow_up.where.at("promise"))
        for name, place in (promise, *_named_later(follow_up)):
            if name not in corpus.statements and not corpus.may_be_broken(name):
                near = corpus.nearest_statement(name)
                hint = f"did you mean {near}? " * bool(near) + "full ids: report/statement"
                yield Issue("unknown-id", place, f"there is no statement {name}", hint)


def _named_later(follow_up: FollowUp) -> Iterator[tuple[str, SourcePosition]]:
    """The later statements that a follow-up names, each with its place."""
    for one, place in follow_up.where.each("later", follow_up.later):
        if isinstance(one, str):
            yield one, place


def follow_ups_quote_reports(corpus: Corpus) -> Iterator[Issue]:
    """Every text that a follow-up quotes exists."""
    for follow_up in corpus.library.follow_ups:
        for quotation in follow_up.quotations:
            name = quotation.report
            if name not in corpus.reports and name not in corpus.library.broken["report"]:
                near = nearest(name, corpus.reports)
                hint = f"did you mean {near}? " * bool(near) + "a report’s id is the name of its folder"
                yield Issue("unknown-id", quotation.where.at("report"), f"there is no report {name}", hint)


def quotations_stand_in_their_text_once(corpus: Corpus) -> Iterator[Issue]:
    """Words that a follow-up quotes stand in one place of the later text, within one block, and are quoted once."""
    folded = folded_texts(corpus.reports)
    for follow_up in corpus.library.follow_ups:
        seen: set[Quotation] = set()
        for quotation in follow_up.quotations:
            report = corpus.reports.get(quotation.report)
            if quotation in seen:
                message = "later: quotes the same words twice"
                yield Issue("bad-value", quotation.where.at("quote"), message, "quote them once")
            elif report is not None:
                at, block = found_words(folded(report.id), report.blocks, quotation)
                if isinstance(at, Candidates):
                    yield unfound(quotation, at, report.blocks, report.text)
                elif block is None:
                    yield run_over(quotation)
            seen.add(quotation)


def quotations_are_of_unmarked_words(corpus: Corpus) -> Iterator[Issue]:
    """Words that a follow-up quotes of a later text stand in no statement, which it would name instead."""
    folded = folded_texts(corpus.reports)
    for follow_up in corpus.library.follow_ups:
        promise = _commitment(corpus, follow_up)
        later = {report.id: report for report in corpus.later(corpus.reports[promise.report])} if promise else {}
        for quotation in follow_up.quotations:
            report = later.get(quotation.report)
            at = found_words(folded(report.id), report.blocks, quotation)[0] if report else None
            if report and isinstance(at, Anchored):
                marked = [s.full_id for s in report.statements if s.start < at.end and at.start < s.end]
                if marked:
                    message = f"the words stand, at least in part, in the statement {marked[0]}"
                    hint = f"name {marked[0]} under later:, and quote what is outside it"
                    yield Issue("bad-value", quotation.where.at("quote"), message, hint)


def _commitment(corpus: Corpus, follow_up: FollowUp) -> Statement | None:
    """The promise of a follow-up, where it is one and it is known which texts come after it."""
    promise = corpus.statements.get(follow_up.promise)
    known = promise and promise.kind in COMMITMENTS and corpus.comes_before_others(promise.report)
    return promise if known else None


def only_promises_are_followed_up(corpus: Corpus) -> Iterator[Issue]:
    """What a follow-up follows is a target or a task."""
    for follow_up in corpus.library.follow_ups:
        promise = corpus.statements.get(follow_up.promise)
        if promise and promise.kind not in COMMITMENTS:
            message = f"{promise.full_id} is a {promise.kind}; only targets and tasks are followed up"
            hint = f"name the target or task that it is the outcome of, and this {promise.kind} under later:"
            yield Issue("later-not-later", follow_up.where.at("promise"), message, hint)


def follow_ups_look_forward(corpus: Corpus) -> Iterator[Issue]:
    """What a follow-up names as later words stands in a later report of the same district."""
    for follow_up in corpus.library.follow_ups:
        promise = _commitment(corpus, follow_up)
        if promise is None:
            continue
        allowed = {report.id for report in corpus.later(corpus.reports[promise.report])}
        for report, place in _spoken_later(corpus, follow_up):
            if report not in allowed:
                message = f"{report} is no later report of the same district than {promise.report}"
                hint = f"later reports: {some_of(allowed, report) or 'none'}"
                yield Issue("later-not-later", place, message, hint)


def _spoken_later(corpus: Corpus, follow_up: FollowUp) -> Iterator[tuple[str, SourcePosition]]:
    """The reports that have the later words of a follow-up, each with its place; what is not there is left out."""
    for name, place in _named_later(follow_up):
        if name in corpus.statements:
            yield corpus.statements[name].report, place
    for quotation in follow_up.quotations:
        if quotation.report in corpus.reports:
            yield quotation.report, quotation.where.at("report")


def _answered_backwards(corpus: Corpus) -> set[str]:
    """The reports whose promises are said to be answered where nothing can be: told once, and nothing after it."""
    told = set()
    for follow_up in corpus.library.follow_ups:
        promise = _commitment(corpus, follow_up)
        if promise:
            later = {report.id for report in corpus.later(corpus.reports[promise.report])}
            told |= {promise.report for report, _ in _spoken_later(corpus, follow_up) if report not in later}
    return told


def evidence_fits(corpus: Corpus) -> Iterator[Issue]:
    """not-found names searched words and cites nothing, not-checked neither, not-due may cite, the rest do."""
    for follow_up in corpus.library.follow_ups:
        amiss = keys_amiss(follow_up.evidence, bool(follow_up.later), bool(follow_up.searched))
        wrong = [f"{key}: is {'given' if has else 'missing'}" for key, has in amiss.items()]
        if wrong:
            message = f"the evidence is {follow_up.evidence}, and {' and '.join(wrong)}"
            hint = (
                "not-found goes with searched:, not-checked with neither, all others with later:, "
                "which not-due may do without; related-words is for later words that do not answer"
            )
            yield Issue("evidence-disagrees", follow_up.where.at("evidence"), message, hint)


def keys_amiss(evidence: str, later: bool, searched: bool) -> dict[str, bool]:
    """Which of `later` and `searched` do not go with the evidence, by name whether each is given."""
    needed = _NAMED.get(evidence, (True, False))
    given = {"later": later, "searched": searched}
    return {
        name: has
        for (name, has), needs in zip(given.items(), needed, strict=True)
        if needs is not None and has != needs
    }


def silence_needs_a_later_report(corpus: Corpus) -> Iterator[Issue]:
    """Nothing is said to be not found where there is no later report in which to search."""
    backwards = _answered_backwards(corpus)
    for follow_up in corpus.library.follow_ups:
        promise = _commitment(corpus, follow_up)
        if follow_up.evidence != "not-found" or corpus.library.broken["report"] or promise is None:
            continue
        if not corpus.later(corpus.reports[promise.report]) and promise.report not in backwards:
            message = "the evidence is not-found, and there is no later report in which to search"
            hint = "write not-due or not-checked"
            yield Issue("evidence-disagrees", follow_up.where.at("evidence"), message, hint)


def promises_are_followed_up(corpus: Corpus) -> Iterator[Issue]:
    """Where a later text exists, every target and every task that names an initiative is followed up."""
    missing = list(_not_followed_up(corpus))
    if len(missing) > _misnamed_promises(corpus):
        yield from missing


def _misnamed_promises(corpus: Corpus) -> int:
    """How many follow-ups name no promise: so many that have none are probably meant by them."""
    promises = (corpus.statements.get(follow_up.promise) for follow_up in corpus.library.follow_ups)
    return sum(promise is None or promise.kind not in COMMITMENTS for promise in promises)


def _not_followed_up(corpus: Corpus) -> Iterator[Issue]:
    """The issues of promises that have no follow-up."""
    written = {follow_up.promise for follow_up in corpus.library.follow_ups}
    broken = corpus.library.broken
    for report in corpus.library.reports:
        is_whole = report.fully_read and report.id not in broken["report"]
        if not is_whole or not corpus.comes_before_others(report.id) or not corpus.later(report):
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


def silence_quotes_nothing(corpus: Corpus) -> Iterator[Issue]:
    """The Chinese sentence of a not-found follow-up quotes no words that a later text has."""
    quoted = (
        (promise.report, follow_up.where.at("because"), "".join(words))
        for follow_up, promise in _followed(corpus, corpus.library.follow_ups)
        if follow_up.evidence == "not-found"
        for words in _QUOTED.findall(follow_up.because.zh)
    )
    for (place, words), found in groupby(_occurring(corpus, quoted), key=itemgetter(0, 1)):
        message = f"the evidence is not-found, and its sentence quotes {words!r}, which {next(found)[2]} has"
        hint = "write related-words, and those words under later:; or leave them out of the sentence"
        yield Issue("evidence-disagrees", place, message, hint)


def _folded(words: str) -> str:
    return fold.folded_text(words, fold_case=True)


def searched_words_are_absent(corpus: Corpus) -> Iterator[Issue]:
    """A word that was searched for and not found occurs in no later report of the district."""
    for place, word, report in searched_and_found(corpus, corpus.library.follow_ups):
        message = f"{word!r} does occur in {report}"
        hint = "read that sentence: it may be the later word; or search for a narrower word"
        yield Issue("searched-found", place, message, hint)


def searched_and_found(corpus: Corpus, follow_ups: Iterable[FollowUp]) -> Iterator[tuple[SourcePosition, str, str]]:
    """The place of each word that was searched for and does occur, the word, and the later report that has it."""
    searched = (
        (promise.report, follow_up.where.at("searched", number), word)
        for follow_up, promise in _followed(corpus, follow_ups)
        for number, word in enumerate(follow_up.searched)
    )
    return _occurring(corpus, searched)


def _followed(corpus: Corpus, follow_ups: Iterable[FollowUp]) -> Iterator[tuple[FollowUp, Statement]]:
    """Those of some follow-ups that are of what a report does promise, with that."""
    every = ((follow_up, _commitment(corpus, follow_up)) for follow_up in follow_ups)
    return ((follow_up, promise) for follow_up, promise in every if promise is not None)


def _occurring(
    corpus: Corpus, asked: Iterable[tuple[str, SourcePosition, str]]
) -> Iterator[tuple[SourcePosition, str, str]]:
    """Of words that are asked for at places, for reports, those that occur in later ones, with each of these."""
    of_districts: dict[str, list[tuple[str, SourcePosition, str]]] = {}
    for one in asked:
        of_districts.setdefault(corpus.reports[one[0]].district, []).append(one)
    for district, mine in of_districts.items():
        reports = corpus.by_date(district)
        folded = {word: _folded(word) for *_, word in mine}
        occurrences = Occurrences([_folded(report.text) for report in reports], folded.values())
        for report, place, word in mine:
            for at in occurrences.of(folded[word], corpus.later_from[report]):
                yield place, word, reports[at].id
