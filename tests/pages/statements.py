"""Annotations in a few words, for the tests of pages."""

from __future__ import annotations

from duizhao.content.vocabulary import COMMITMENTS, ID_LETTERS


def statement(
    name: str, quote: str, *, themes: str = "jobs", figure: str = "", more: str = "", time: str = "2022"
) -> str:
    """One statement as written: its id says its kind; a figure is one of new jobs, in people; `more` are further keys.

    Its gloss quotes it between < and >, since Chinese alone is no English.
    """
    kind = ID_LETTERS[name[0]]
    key = "by" if kind in COMMITMENTS else "period"
    value = figure.removesuffix("人")
    keys = f"value: {value}, unit: 人, operator: eq, aspect: increase, indicator: new-jobs"
    measures = f", measures: [{{figure: {figure}, {keys}}}]" if figure else ""
    return (
        f"- {{id: {name}, kind: {kind}, quote: {quote}, gloss: the English of “<{quote}>”, themes: [{themes}],"
        f' {key}: "{time}",'
        f" period_basis: stated{measures}{more}}}\n"
    )


def annotations(*statements: str) -> str:
    """A file of annotations."""
    return "statements:\n" + "".join(statements)
