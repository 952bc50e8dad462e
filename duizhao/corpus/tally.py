"""What was checked, counted: the figures of the verify page and of `check`.

How the counts are named and laid out is left to those who show them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..content.left_out import check_of
from ..content.records import Block, Report
from ..content.vocabulary import EVIDENCE, KINDS
from ..text.ambiguous import Doubt, doubts, doubts_of_replaced
from .following import TrackedPromise
from .join import Corpus


def report_tally(report: Report) -> dict[str, int]:
    """What was checked of one report, counted: the figures of the verify page and of `check`."""
    paragraphs = [b for b in report.blocks if not b.level]
    kinds = {f"{kind}s": sum(s.kind == kind for s in report.statements) for kind in KINDS}
    translated = {b.id for b in report.blocks if b.translation is not None}
    return {
        "characters": len(report.text),
        "paragraphs": len(paragraphs),
        "annotated": sum(b.reading == "annotated" for b in paragraphs),
        "nothing-to-code": sum(b.reading == "nothing-to-code" for b in paragraphs),
        "unread": sum(b.reading == "unread" for b in paragraphs),
        **kinds,
        "undated": sum(not s.times for s in report.statements),
        "measures": sum(len(s.measures) for s in report.statements),
        "numbers": len(report.numbers),
        "unaccounted": sum(not n.statement and not n.reason for n in report.numbers),
        "translated": len(translated),
        "compared": sum(n.block in translated and not n.number.reason for n in report.numbers),
    }


def by_program_tally(report: Report) -> dict[str, int]:
    """What of one report stands as a program said it: statements that wait for a reading, figures entered by nobody."""
    return {
        "suggested": sum(s.entered == "suggested" for s in report.statements),
        "parser": checked(report)["parsed"],
    }


def checked(report: Report) -> Counter[str]:
    """How many figures of a report were checked in which way."""
    return Counter(check_of(one, measure) for one in report.statements for measure in one.measures)


def totals(corpus: Corpus) -> dict[str, int]:
    """What was checked of all reports and of what became of their promises, counted."""
    reports, follow_ups = corpus.in_order, corpus.library.follow_ups
    statements = [statement for report in reports for statement in report.statements]
    absent = [one for one in follow_ups if one.evidence == "not-found"]
    found: Counter[str] = Counter()
    for report in reports:
        found.update(report_tally(report) | by_program_tally(report))
    return {
        **found,
        "quotes": len(statements),
        "figures": sum(checked(report)["re-read"] for report in reports),
        "source": sum(len(report.source) for report in reports),
        "mentions": sum(len(corpus.mentions_in[report.id]) for report in reports),
        "scopes": sum(statement.scope is not None for statement in statements),
        "voices": sum(statement.voice is not None for statement in statements),
        "links": sum(len(one.later) for one in follow_ups),
        "absences": sum(len(one.searched) for one in follow_ups),
        "not-found": len(absent),
        "searched": sum(len(one.searched) for one in absent),
    }


def script_doubts(report: Report) -> Iterator[tuple[Block, Doubt]]:
    """What the conversion to Simplified characters left to decide in a report's text, each with its block.

    An exception that leaves its word as it is says that it is right.
    """
    decided = [word for word, plain in report.clean_up.script_exceptions if word == plain]
    replaced = dict(_replaced(report))
    for block in report.blocks if report.clean_up.script else ():
        here = ((at - block.start, replaced[at]) for at in range(block.start, block.end) if at in replaced)
        found = (*doubts(block.text, decided), *doubts_of_replaced(block.text, here, decided))
        yield from ((block, doubt) for doubt in sorted(found, key=lambda doubt: doubt.offset))


def _replaced(report: Report) -> Iterator[tuple[int, str]]:
    """Where a report's text has a character in place of a Traditional one, and which."""
    at = 0
    for piece in report.pieces:
        old = report.source[piece.start : piece.end]
        if piece.step == "simplified" and len(old) == len(piece.output):
            yield from ((at + shift, char) for shift, char in enumerate(old))
        at += 0 if piece.step == "metadata" else len(piece.output)


def follow_up_tally(promises: Iterable[TrackedPromise]) -> dict[str, int]:
    """How many promises have each kind of evidence, in the order of the vocabulary."""
    found = Counter(promise.evidence for promise in promises)
    return {evidence: found[evidence] for evidence in EVIDENCE if found[evidence]}
