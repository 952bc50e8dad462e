"""Annotations in a few words, for the tests of pages."""

from __future__ import annotations


def statement(name: str, quote: str, *, themes: str = "jobs", figure: str = "", more: str = "") -> str:
    """One statement as written: its id says its kind; a figure is one of new jobs, in people; `more` are further keys.

    Its gloss quotes it between < and >, since Chinese alone is no English.
    """
    kind = {"t": "target", "k": "task", "r": "result"}[name[0]]
    time = "period" if kind == "result" else "by"
    value = figure.removesuffix("人")
    keys = f"value: {value}, unit: 人, operator: eq, aspect: increase, indicator: new-jobs"
    measures = f", measures: [{{figure: {figure}, {keys}}}]" if figure else ""
    return (
        f"- {{id: {name}, kind: {kind}, quote: {quote}, gloss: the English of “<{quote}>”, themes: [{themes}],"
        f' {time}: "2022",'
        f" period_basis: stated{measures}{more}}}\n"
    )


def annotations(*statements: str) -> str:
    """A file of annotations."""
    return "statements:\n" + "".join(statements)
