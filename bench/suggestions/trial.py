"""The suggestions of each report held against its coding, by what was learned from the other reports alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from duizhao.content.records import Content, Measure, Statement
from duizhao.content.vocabulary import KINDS
from duizhao.suggest.judging import stated_in
from duizhao.suggest.likeness import likeness_of
from duizhao.suggest.proposing import Placed, Proposer
from duizhao.suggest.sureness import sureness_features
from duizhao.suggest.weights import Judge

from .examples import ReadReport, learned, read_report
from .learning import Example, weights_of
from .linking import linked_weights, report_pairs
from .matching import Counted, pairs

_SURENESS_STRENGTH = 0.06


@dataclass(frozen=True, slots=True)
class Tried:
    """What was proposed for a report, what is coded, and which go together (places in both)."""

    report: str
    proposed: tuple[Placed, ...]
    coded: tuple[Statement, ...]
    pairs: tuple[tuple[int, int], ...]

    def is_right(self, at: int) -> bool:
        """True of a proposed statement that is coded with the same kind."""
        return any(a == at and self.proposed[a].statement.kind == self.coded[b].kind for a, b in self.pairs)

    def counted(self, kind: str) -> Counted:
        """How many statements of a kind are proposed, coded and both."""
        same = sum(self.is_right(at) and one.statement.kind == kind for at, one in enumerate(self.proposed))
        return Counted(same, sum(one.statement.kind == kind for one in self.proposed), _of_kind(self.coded, kind))

    @property
    def measures(self) -> Counted:
        """The same of measures, by place and value."""
        proposed = {key for one in self.proposed for key in _measured(one)}
        coded = {(m.start, m.end, m.quantity.operator, m.quantity.base_value) for m in self._coded_measures()}
        return Counted(len(proposed & coded), len(proposed), len(coded))

    def _coded_measures(self) -> Iterator[Measure]:
        return (measure for statement in self.coded for measure in statement.measures)


def _of_kind(coded: Sequence[Statement], kind: str) -> int:
    return sum(statement.kind == kind for statement in coded)


def _measured(one: Placed) -> Iterator[tuple[object, ...]]:
    """Place and value of each measure of a suggested statement."""
    for measure in one.statement.measures:
        within = one.statement.quote.index(measure.prefix + measure.figure + measure.suffix) + len(measure.prefix)
        start = one.start + within
        yield start, start + len(measure.figure), measure.operator, measure.value


@dataclass(frozen=True, slots=True)
class Taught:
    """Each report as it is read, the judge that all others make of it, and what that judge proposes for it.

    Of the latter each statement is an example: what it looks like, and whether it is right.
    """

    reports: tuple[ReadReport, ...]
    judges: tuple[Judge, ...]
    rights: tuple[tuple[Example, ...], ...]


def taught(library: Content) -> Taught:
    """What the reports teach of each other: most of the work, for `tried` and `shipped` both."""
    read = tuple(read_report(report, library) for report in library.reports)
    judges = tuple(_judge([one for one in read if one is not own]) for own in read)
    rights = (tuple(_right_examples(own, judge)) for own, judge in zip(read, judges, strict=True))
    return Taught(read, judges, tuple(rights))


def tried(library: Content, by: Taught) -> tuple[Tried, ...]:
    """Each report with what was proposed for it by the others."""
    found = []
    for at, (own, judge) in enumerate(zip(by.reports, by.judges, strict=True)):
        others = [example for other, examples in enumerate(by.rights) if other != at for example in examples]
        sure = replace(judge, right=weights_of(others, _SURENESS_STRENGTH))
        found.append(_tried(own, library, sure))
    return tuple(found)


def shipped(library: Content, by: Taught) -> Judge:
    """The judge that the package carries: what all reports teach, of sureness what each says of the others."""
    right = weights_of([example for examples in by.rights for example in examples], _SURENESS_STRENGTH)
    return replace(_judge(by.reports), right=right, linked=linked_weights(report_pairs(library)))


def _judge(read: Sequence[ReadReport]) -> Judge:
    stated, joined = learned(read)
    return Judge(stated, joined, {}, {})


def _right_examples(own: ReadReport, judge: Judge) -> Iterator[Example]:
    """Each statement proposed for a report by a judge, with whether it is right."""
    proposed, features = [], []
    for block, seen in own.blocks:
        for stated in stated_in(seen, judge):
            proposed.append(((block.start + stated.start, block.start + stated.end), stated.kind.name))
            features.append(sureness_features(seen, stated))
    coded = [((one.start, one.end), one.kind) for one in own.report.statements]
    right = {a for a, b in pairs(proposed, coded) if proposed[a][1] == coded[b][1]}
    yield from ((one, at in right) for at, one in enumerate(features))


def _tried(own: ReadReport, library: Content, judge: Judge) -> Tried:
    others = [report for report in library.reports if report.id != own.report.id]
    known = likeness_of(library.themes, library.indicators, others)
    proposed = tuple(Proposer(judge, library.lexicon, known).placed(own.report))
    coded = own.report.statements
    spans = [((one.start, one.end), one.statement.kind) for one in proposed]
    return Tried(own.report.id, proposed, coded, tuple(pairs(spans, [((s.start, s.end), s.kind) for s in coded])))


def together(trials: Sequence[Tried]) -> dict[str, Counted]:
    """Statements by kind, statements whatever their kind, and measures, of all trials."""
    found = {kind: sum((one.counted(kind) for one in trials), Counted()) for kind in KINDS}
    found["statement"] = Counted(
        sum(len(one.pairs) for one in trials),
        sum(len(one.proposed) for one in trials),
        sum(len(one.coded) for one in trials),
    )
    return found | {"measure": sum((one.measures for one in trials), Counted())}


def calibration_error(trials: Sequence[Tried], bins: int = 10) -> float:
    """How far confidences lie from the share that is right, on average over ten equal steps of confidence."""
    scored = [
        (float(one.statement.confidence), trial.is_right(at))
        for trial in trials
        for at, one in enumerate(trial.proposed)
    ]
    total = 0.0
    for step in range(bins):
        own = [(sure, right) for sure, right in scored if step / bins <= sure < (step + 1) / bins]
        if own:
            total += abs(sum(sure for sure, _ in own) - sum(right for _, right in own))
    return total / max(1, len(scored))


def precision_above(trials: Sequence[Tried], threshold: float) -> Counted:
    """Of the statements that are as sure as the threshold, how many are right."""
    own = [
        trial.is_right(at)
        for trial in trials
        for at, one in enumerate(trial.proposed)
        if one.statement.confidence >= threshold
    ]
    return Counted(sum(own), len(own), 0)
