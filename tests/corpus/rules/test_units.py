"""A measure's unit is held to that of its indicator."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.units import units_agree

from ...sample import report
from .given import JOBS, found, one


@pytest.mark.parametrize(("figure", "unit"), [("300人", "人"), ("300名", "名"), ("300位", "位"), ("300", '""')])
def test_measure_words_that_count_the_same_agree_with_the_unit(figure: str, unit: str, tmp_path: Path) -> None:
    measure = f"{JOBS}, unit: {unit}" if unit != '""' else JOBS
    assert found(units_agree, tmp_path, report("a", f"新增{figure}。", one(figure, measure))) == []


def test_another_unit_does_not_agree(tmp_path: Path) -> None:
    assert found(units_agree, tmp_path, report("a", "新增300套。", one("300套", f"{JOBS}, unit: 套"))) == [
        "unit-disagrees: the unit is '套', and new-jobs is in '人'"
    ]


def test_attendances_are_not_people(tmp_path: Path) -> None:
    measure = "value: 9000, unit: 人次, operator: eq, aspect: increase, indicator: new-jobs"
    assert found(units_agree, tmp_path, report("a", "新增9000人次。", one("9000人次", measure))) == [
        "unit-disagrees: the unit is '人次', and new-jobs is in '人'"
    ]
