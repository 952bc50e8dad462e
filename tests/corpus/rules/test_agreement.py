"""The counts of two readings are of a report that exists, and none exceeds what it counts among."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.agreement import agreements_are_among_pairs, reports_read_twice_exist

from ...sample import report
from .given import found

COUNTS = {
    "first": 9,
    "second": 8,
    "paired": 7,
    "kind": 7,
    "span": 6,
    "figures_first": 5,
    "figures_second": 5,
    "figures_both": 4,
    "value": 4,
}


def agreement(**counts: int) -> dict[str, str]:
    """The agreement of two readings of report a, with some of its counts changed."""
    rows = ", ".join(f"{name}: {count}" for name, count in (COUNTS | counts).items())
    return {"content/agreement.yaml": f"- {{report: a, {rows}}}"}


def test_a_report_that_was_read_twice_exists(tmp_path: Path) -> None:
    assert found(reports_read_twice_exist, tmp_path / "with", report("a", "甲。"), agreement()) == []
    assert found(reports_read_twice_exist, tmp_path / "without", report("b", "甲。"), agreement()) == [
        "unknown-id: there is no report 'a'"
    ]


@pytest.mark.parametrize(
    "counts", [{"kind": 8}, {"span": 8}, {"second": 6}, {"first": 6}, {"value": 5}, {"figures_both": 3}]
)
def test_no_more_agreements_than_pairs(counts: dict[str, int], tmp_path: Path) -> None:
    assert found(agreements_are_among_pairs, tmp_path / "as-counted", report("a", "甲。"), agreement()) == []
    assert found(agreements_are_among_pairs, tmp_path / "changed", report("a", "甲。"), agreement(**counts)) == [
        "bad-value: a: more agreements than there are pairs"
    ]
