"""The hash of what values say: one that is remembered is the one that would be reckoned."""

from __future__ import annotations

from dataclasses import replace

from duizhao.content.gathered import Gathered
from duizhao.content.records import Report, Statement
from duizhao.corpus.mentions import mentions_in
from duizhao.corpus.observing import Observation
from duizhao.corpus.said import Said, said_in

from .test_join import joined_sample


def with_said(report: Report) -> Report:
    mentions = tuple(mentions_in(report, joined_sample().vocabularies.term_wordings))
    return replace(report, gathered=Gathered(report.blocks, report.statements, mentions, said_in(report, mentions)))


def test_what_is_remembered_of_statements_is_what_would_be_reckoned() -> None:
    corpus = joined_sample()
    plain = {name: replace(report, gathered=None) for name, report in corpus.reports.items()}
    remembered = {name: with_said(report) for name, report in plain.items()}
    assert any(report.gathered and report.gathered.mentions for report in remembered.values())
    for name, report in remembered.items():
        assert report.gathered
        every = (*report.statements, *report.gathered.mentions)
        assert [one for one, _ in report.gathered.each()] == [*every]
        some = report.gathered.where(lambda mention: mention.start % 2 == 0)
        kept = [one for one in every if isinstance(one, Statement) or one.start % 2 == 0]
        assert [*some.each()] == [(one, Said(plain).hash_of(one)) for one in kept]
        for one in every:
            assert Said(remembered).digest(one) == Said(plain).digest(one)
        assert remembered[name] == plain[name]


def test_of_statements_that_took_the_place_of_others_nothing_is_remembered() -> None:
    report = with_said(next(iter(joined_sample().reports.values())))
    others = tuple(replace(one, gloss=f"{one.gloss} and more") for one in report.statements)
    said = Said({report.id: replace(report, statements=others)})
    assert [said.digest(one) for one in others] == [
        Said({report.id: replace(report, gathered=None)}).digest(one) for one in others
    ]
    assert {said.digest(one) for one in others}.isdisjoint(said.digest(one) for one in report.statements)


def test_a_statement_that_is_not_of_the_report_is_told_by_itself() -> None:
    corpus = joined_sample()
    report = with_said(next(iter(corpus.reports.values())))
    own = report.statements[0]
    other = replace(own, gloss="other words")
    said = Said({report.id: report})
    assert said.digest(own) != said.digest(other)
    assert said.digest(other) == Said({report.id: replace(report, gathered=None)}).digest(other)


def test_a_record_that_many_hold_says_the_same_each_time() -> None:
    corpus = joined_sample()
    (one, *_) = next(rows for rows in corpus.observations.values() if rows)
    other = Observation(one.statement, replace(one.measure, unit=f"{one.measure.unit}!"))
    said = Said(corpus.reports)
    assert said.digest(one) == said.digest(Observation(one.statement, one.measure)) == said.digest((one,)[0])
    assert said.digest(one) != said.digest(other)
