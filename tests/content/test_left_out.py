"""Keys of measures that are left out, in the coded reports: what is said of them stays the same."""

from __future__ import annotations

import re
from functools import cache

import pytest

from duizhao.content.files import report_folders, shared_records
from duizhao.content.left_out import aspects_of
from duizhao.content.records import Measure, Report
from duizhao.content.report import report_of

from ..conftest import TOP

REPORTS = dict(report_folders(TOP))


@cache
def reports(*left_out: str) -> tuple[Report, ...]:
    """The reports of this repository, read with these keys taken out of all of their measures."""
    shared = shared_records(TOP)[0]
    given = re.compile(rf" (?:{'|'.join(left_out)}): (?:\"[^\"]*\"|'[^']*'|[^,}}\s]+),?")
    read = []
    for folder, files in REPORTS.items():
        text = files["annotations.yaml"].decode()
        lines = [given.sub("", line) if "figure:" in line and left_out else line for line in text.split("\n")]
        data = files | {"annotations.yaml": "\n".join(lines).encode()}
        report, issues = report_of(folder, data, shared.lexicon, shared.languages, aspects_of(shared.indicators))
        assert report is not None and {issue.code for issue in issues} <= {"missing-key"}, issues[:3]
        read.append(report)
    return tuple(read)


def measures(*left_out: str) -> dict[tuple[str, int, str], Measure]:
    """The measures of all reports by statement, place and indicator."""
    every = ((s, m) for report in reports(*left_out) for s in report.statements for m in s.measures)
    return {(s.full_id, m.start, m.indicator): m for s, m in every}


@pytest.mark.long
def test_without_value_unit_and_operator_all_measures_say_the_same() -> None:
    keys = ("value", "upper", "unit", "operator")
    assert measures(*keys) == measures()
    assert {one.where.entered("operator") for one in measures(*keys).values()} == {"parser"}


@pytest.mark.long
def test_an_aspect_is_given_by_the_context_as_people_gave_it_or_asked_for() -> None:
    entered, left_out = measures(), measures("aspect")
    assert all(one.aspect == entered[key].aspect for key, one in left_out.items())
    assert len(left_out) > len(entered) / 2


@pytest.mark.long
@pytest.mark.parametrize("key", ["value", "unit", "operator"])
def test_a_key_that_is_left_out_alone_is_filled_alone(key: str) -> None:
    for one in measures(key).values():
        others = {"value", "unit", "operator"} - {key}
        assert all(one.where.entered(name) in ("person", "default") for name in others)
