"""What a collation table comes to, said in one sentence.

The counts are those of its promises; how tables are laid out is left to those who show them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..content.locale import Words, time_words
from ..content.records import Report
from ..content.vocabulary import ANSWERED
from ..corpus.collation import Collation
from ..corpus.following import TrackedPromise
from ..corpus.join import Corpus
from ..corpus.tally import follow_up_tally


def result_sentence(corpus: Corpus, found: Collation, words: Words) -> str:
    """One sentence of what became of a text's promises; of a text with none later, that there is none.

    Raises WordError. A table without promises has no such sentence: why there are none is said by `silent` words.
    """
    count = len(found.promises)
    district = corpus.districts[found.report.district].name[words.language]
    report = found.report.short[words.language]
    if not found.later:
        return words("result.ahead", count=count, district=district, report=report)
    counted = follow_up_tally(found.promises)
    rest = [words(f"result.{state}", count=number) for state, number in counted.items() if state not in ANSWERED]
    made = words(
        "result.made" if found.report.fully_read else "result.marked", count=count, district=district, report=report
    )
    parts = (made, _spoken(found, counted, words), *rest)
    return words("result.whole", parts=words("list.semicolon").join(part for part in parts if part))


def _spoken(found: Collation, counted: dict[str, int], words: Words) -> str:
    """Of how many of the promises the later texts speak again, and as what; '' where none do and some are unchecked."""
    later = words("result.later", count=len(found.later))
    if not found.answered:
        return "" if counted.get("not-checked") else words("result.unspoken", later=later)
    clauses = [words(f"result.{state}", count=number) for state, number in counted.items() if state in ANSWERED]
    return words("result.spoken", later=later, answered=found.answered, clauses=words("list.comma").join(clauses))


def silence_sentence(promises: Iterable[TrackedPromise], silent: int, words: Words) -> str:
    """One sentence of how many promises of all texts are not found in any later one. Raises WordError."""
    count = len(tuple(promises))
    if count == 1:
        return words("result.silence-of-one", count=silent)
    return words("result.silence", count=silent, promises=count)


def sources(found: Collation, words: Words) -> Iterator[str]:
    """Where the promises stand, and where the later words do."""
    yield words("follow.promised-in", title=found.report.title[words.language], date=dated(found.report, words))
    for later in found.later:
        yield words("follow.said-in", title=later.title[words.language], date=dated(later, words))


def dated(report: Report, words: Words) -> str:
    """A report's date in words, with a remark where the source does not print it whole."""
    said = time_words(report.date, words.language)
    return said if report.date_basis == "printed" else words("date.inferred", date=said)
