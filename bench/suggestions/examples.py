"""What the coding of a report says of its clauses, as examples to learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duizhao.content.records import Block, Report, Statement
from duizhao.suggest.features import Seen, joined_features, stated_features
from duizhao.suggest.judging import seen_blocks
from duizhao.text.lexicon import Lexicon

from .learning import Example, weights_of
from .matching import overlap

STRENGTH = 0.1


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with its paragraphs as they are looked at, and the examples that its coding gives."""

    report: Report
    blocks: tuple[tuple[Block, Seen], ...]
    stated: tuple[Example, ...]
    joined: tuple[Example, ...]


def read_report(report: Report, lexicon: Lexicon) -> ReadReport:
    """A report ready to learn from and to be proposed for."""
    blocks = tuple(seen_blocks(report, lexicon))
    stated: list[Example] = []
    joined: list[Example] = []
    for block, seen in blocks:
        owners = _owners(block, seen, report.statements)
        for at, owner in enumerate(owners):
            stated.append((stated_features(seen, at), owner is not None))
            follows = at and seen.clauses[at].sentence == seen.clauses[at - 1].sentence
            if follows and owner and owners[at - 1]:
                joined.append((joined_features(seen, at), owner == owners[at - 1]))
    return ReadReport(report, blocks, tuple(stated), tuple(joined))


def _owners(block: Block, seen: Seen, statements: Sequence[Statement]) -> list[str | None]:
    """The id of the statement that has at least half of each clause; None of a clause that none has."""
    own = [one for one in statements if one.block == block.id]
    owners: list[str | None] = []
    for clause in seen.clauses:
        span = (block.start + clause.start, block.start + clause.end)
        most = max(own, key=lambda one: overlap(span, (one.start, one.end)), default=None)
        has_it = most is not None and 2 * overlap(span, (most.start, most.end)) >= span[1] - span[0]
        owners.append(most.id if most and has_it else None)
    return owners


def learned(reports: Sequence[ReadReport]) -> tuple[dict[str, float], dict[str, float]]:
    """What these reports teach of clauses: which state something, and which go on with the one before."""
    stated = weights_of([one for report in reports for one in report.stated], STRENGTH)
    return stated, weights_of([one for report in reports for one in report.joined], STRENGTH)
