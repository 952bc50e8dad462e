"""What the coding of a report says of its clauses, as examples to learn from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duizhao.content.records import Block, Content, Report, Statement
from duizhao.suggest.features import Seen, after_features, joined_features, stated_features
from duizhao.suggest.judging import seen_blocks
from duizhao.suggest.traits import is_run

from .learning import Example, weights_of
from .matching import overlap

# How freely weights may leave nought: of the few clauses that go on with others there is less to be misled by.
_STATED_STRENGTH, _JOINED_STRENGTH = 0.1, 0.3
_DISTRICTS = 2


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with its paragraphs as they are looked at, the examples that its coding gives, and names."""

    report: Report
    blocks: tuple[tuple[Block, Seen], ...]
    stated: tuple[Example, ...]
    joined: tuple[Example, ...]
    names: frozenset[str]


def read_report(report: Report, library: Content) -> ReadReport:
    """A report ready to learn from and to be proposed for."""
    blocks = tuple(seen_blocks(report, library.lexicon))
    stated: list[Example] = []
    joined: list[Example] = []
    for block, seen in blocks:
        if seen.headline:
            continue
        owners = _owners(block, seen, report.statements)
        for at, owner in enumerate(owners):
            before = after_features(seen, at, stated=at > 0 and owners[at - 1] is not None)
            stated.append((stated_features(seen, at) | before, owner is not None))
            follows = at and seen.clauses[at].sentence == seen.clauses[at - 1].sentence
            if follows and owner and owners[at - 1]:
                joined.append((joined_features(seen, at), owner == owners[at - 1]))
    return ReadReport(report, blocks, tuple(stated), tuple(joined), _names(library))


def _names(library: Content) -> frozenset[str]:
    """What a site calls its places, its initiatives and its terms: no words of the genre."""
    cities = [district.city.zh for district in library.districts]
    places = [*cities, *(district.name.zh for district in library.districts)]
    shared = [word for one in library.initiatives for word in (one.name.zh, *one.aliases)]
    terms = [word for one in library.terms for word in (one.zh, *one.aliases)]
    known = (
        *places,
        *(place[:-1] for place in places),
        *shared,
        *terms,
        *(w for n in library.number_words for w in n.words),
    )
    return frozenset(re.sub("[“”]", "", word) for word in known)


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
    return (
        weights_of([*_general(reports, [one.stated for one in reports])], _STATED_STRENGTH),
        weights_of([one for report in reports for one in report.joined], _JOINED_STRENGTH),
    )


def _general(reports: Sequence[ReadReport], examples: Sequence[Sequence[Example]]) -> Iterator[Example]:
    """The examples without runs of characters that are names, or that the texts of one district alone have."""
    districts: dict[str, set[str]] = {}
    for report, own in zip(reports, examples, strict=True):
        for name in {name for features, _ in own for name in features if is_run(name)}:
            districts.setdefault(name, set()).add(report.report.district)
    names = sorted({name for report in reports for name in report.names if name})
    named = re.compile("|".join(map(re.escape, names)) or "(?!)")
    ruled_out = {run for run, found in districts.items() if len(found) < _DISTRICTS or named.search(run)}
    for own in examples:
        for features, yes in own:
            yield {name: value for name, value in features.items() if name not in ruled_out}, yes
