"""Rules over all reports: what a follow-up says of a promise goes with the dates of the texts and the later words.

Refused is only what the records themselves deny; whether later words answer a promise is left to the editors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...content.follow_up import FollowUp
from ...content.records import Statement
from ...content.vocabulary import COMMITMENTS
from ...issues import Issue
from ...text.grammar import phrases
from ...text.numbers import numbers
from ..join import Corpus

# Statements of later texts and words that are quoted of them; None stands for a statement that is not there.
LaterWords = tuple[Statement | str | None, ...]
# Signs with which a figure is written, in words and in digits, or with which the whole of something is meant; the
# grammar of figures has others.
_OF_A_FIGURE = re.compile("[0-9０-９〇零一二两三四五六七八九十百千万亿半倍数几首第全都均各每双无%％‰]")
# Signs with which words may speak of what is done already.
_OF_WHAT_IS_DONE = re.compile("[已了过的后曾再又续前来]|基础|巩固|提前|保持")


def nothing_past_is_not_due(corpus: Corpus) -> Iterator[Issue]:
    """A promise is not said to be not due where a later text begins after the last of its times has ended."""
    for follow_up in corpus.library.follow_ups:
        promise = corpus.statements.get(follow_up.promise)
        if follow_up.evidence != "not-due" or promise is None or not corpus.comes_before_others(promise.report):
            continue
        after = _text_after(corpus, promise)
        if after:
            due = promise.times[-1].period
            message = f"the evidence is not-due, and {after} is of a day after {due}, when the promise fell due"
            hint = "say what the later texts say of it, or write not-checked; or see to the promise’s by:"
            yield Issue("evidence-disagrees", follow_up.where.at("evidence"), message, hint)


def _text_after(corpus: Corpus, promise: Statement) -> str:
    """The first later text that begins after all times of a promise, by its id; '' where there is none."""
    if promise.kind not in COMMITMENTS or not promise.times:
        return ""
    last = promise.times[-1].period.last_day
    later = corpus.later(corpus.reports[promise.report])
    return next((report.id for report in later if report.date.first_day > last), "")


def later_words_can_say_it(corpus: Corpus) -> Iterator[Issue]:
    """What later words are evidence of can be said by words of their kinds: no plan says that something is done."""
    for follow_up in corpus.library.follow_ups:
        denied = _DENIED.get(follow_up.evidence)
        named = tuple(_named(corpus, follow_up))
        if denied and named and None not in named and denied[0](named):
            _, why, hint = denied
            message = f"the evidence is {follow_up.evidence}, and {why}"
            yield Issue("evidence-disagrees", follow_up.where.at("evidence"), message, hint)


def _named(corpus: Corpus, follow_up: FollowUp) -> Iterator[Statement | str | None]:
    """What a follow-up names as later words, one by one."""
    for one in follow_up.later:
        yield corpus.statements.get(one) if isinstance(one, str) else one.quote


def _only_plan(named: LaterWords) -> bool:
    return all(
        isinstance(one, Statement) and one.kind == "target" and not _OF_WHAT_IS_DONE.search(one.quote) for one in named
    )


def _hold_no_figure(named: LaterWords) -> bool:
    for one in named:
        words = one.quote if isinstance(one, Statement) else one or ""
        if (isinstance(one, Statement) and one.measures) or _has_figure(words):
            return False
    return True


def _has_figure(words: str) -> bool:
    """True of words with a sign of a figure, or in which the parser finds one."""
    if _OF_A_FIGURE.search(words) or any(form.search(words) for _, form in phrases()):
        return True
    return any(number.quantity for number in numbers(words))


# By evidence, of which later words it cannot be, why, and a way out.
_DENIED: dict[str, tuple[Callable[[LaterWords], bool], str, str]] = {
    "reported-done": (
        _only_plan,
        "all that is named as later words is a target, which says that something is still to come",
        "name the words that say it is done, or write restated",
    ),
    "other-definition": (
        _hold_no_figure,
        "none of the later words has a figure",
        "name the words that have it, or write related-words",
    ),
}
