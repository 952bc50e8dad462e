"""Two reports in parallel: which stand there at first, with one report and with none."""

from __future__ import annotations

from pathlib import Path

from duizhao.pages.parallel import ParallelView, parallel_page

from ..sample import context_of, report
from .statements import annotations, statement

A = report("a", "做甲事。", annotations(statement("k01", "做甲事")))
B = report("b", "做乙事。", annotations(statement("k01", "做乙事")), district="baishi", short="{zh: 乙, en: Other}")


def parallel(top: Path, *parts: dict[str, str]) -> ParallelView:
    view = parallel_page(context_of(top, *parts)).view
    assert isinstance(view, ParallelView)
    return view


def test_the_first_two_reports_stand_side_by_side(tmp_path: Path) -> None:
    view = parallel(tmp_path, A, B)
    assert [side.head for side in view.sides] == ["Qinghu: Report", "Baishi: Other"]
    assert [[choice.chosen for choice in side.choices] for side in view.sides] == [[True, False], [False, True]]
    assert [[item.quote for item in cell.statements] for cell in view.rows[0].cells] == [["做甲事"], ["做乙事"]]


def test_one_report_stands_beside_itself(tmp_path: Path) -> None:
    view = parallel(tmp_path, A)
    assert [side.head for side in view.sides] == ["Qinghu: Report"] * 2
    assert [cell.side for cell in view.rows[0].cells] == ["left", "right"]


def test_without_reports_there_are_no_rows(tmp_path: Path) -> None:
    view = parallel(tmp_path)
    assert view.rows == () and [side.choices for side in view.sides] == [(), ()]
