"""What the tests of the rules are given: annotations in a few words, and what a rule says of a project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from duizhao.corpus.join import Corpus
from duizhao.corpus.rules.table import REPORT_RULES, Rule
from duizhao.issues import Issue

from ...sample import site_of


def raised(rule: Rule, corpus: Corpus) -> Iterator[Issue]:
    """What one rule finds: in each report, or over all."""
    if rule in REPORT_RULES:
        for report in corpus.library.reports:
            yield from rule(report, corpus.vocabularies)
    else:
        yield from rule(corpus)


def found(rule: Rule, top: Path, *parts: Mapping[str, str]) -> list[str]:
    """The codes and messages of what one rule finds in a project."""
    return [f"{issue.code}: {issue.message}" for issue in raised(rule, site_of(top, *parts))]


def one(figure: str, measure: str, more: str = "") -> str:
    """Annotations with one result that quotes its figure; `measure` and `more` are keys of the measure and of it."""
    return f"""
        statements:
        - id: r01
          kind: result
          quote: 新增{figure}
          gloss: words
          themes: [jobs]
          period: "2022"
          period_basis: stated
          measures: [{{figure: {figure}, {measure}}}]
          {more}
        """


def target(more: str = "") -> str:
    """Annotations with one target that quotes 甲事100人."""
    return f"""
        statements:
        - id: t01
          kind: target
          quote: 甲事100人
          gloss: words
          themes: [jobs]
          by: "2022"
          period_basis: stated
          measures: [{{figure: 100人, value: 100, unit: 人, operator: eq, aspect: level}}]
          {more}
        """


JOBS = "value: 300, operator: eq, aspect: increase, indicator: new-jobs"


TERM = {
    "content/terms.yaml": """
        - id: council
          zh: 议事会
          pinyin: yì shì huì
          en: neighbours’ council
          forms: [councils of neighbours]
          meaning: {zh: 商议。, en: Talks.}
        """
}
