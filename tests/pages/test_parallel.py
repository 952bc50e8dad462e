"""Two reports in parallel: which stand there at first, with one report and with none."""

from __future__ import annotations

from pathlib import Path

from duizhao.pages.parallel import ParallelView, parallel_page

from ..sample import SMALLEST, context_of, report
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


def test_a_report_is_silent_only_on_themes_that_none_of_its_statements_names(tmp_path: Path) -> None:
    themes = {"content/themes.yaml": SMALLEST["content/themes.yaml"] + "\n- {id: care, name: {zh: 养老, en: Care}}\n"}
    stated = annotations(statement("k01", "做甲事", themes="jobs, care"), statement("k02", "做丙事"))
    view = parallel(tmp_path, themes, report("a", "做甲事。\n做丙事。", stated), B)
    said = [[[item.quote for item in cell.statements] for cell in row.cells] for row in view.rows]
    assert said == [[["做甲事", "做丙事"], ["做乙事"]], [["做甲事"], []]]


def of_years(district: str, count: int) -> list[dict[str, str]]:
    """A text of a district of each of so many years, named by it."""
    return [
        report(
            f"{district}-{year}",
            "做甲事。",
            annotations(statement("k01", "做甲事", time="2030")),
            date=f'"{year}-01"',
            covers=f'"{year}"',
            district=district,
            short=f"{{zh: {year}年报告, en: Report {year}}}",
        )
        for year in range(2000, 2000 + count)
    ]


def test_of_many_reports_the_latest_of_two_districts_stand_side_by_side(tmp_path: Path) -> None:
    view = parallel(tmp_path, *of_years("qinghu", 20), *of_years("baishi", 6))
    assert [side.head for side in view.sides] == ["Qinghu: Report 2019", "Baishi: Report 2005"]
    assert [choice.value for side in view.sides for choice in side.choices if choice.chosen] == [
        "qinghu-2019",
        "baishi-2005",
    ]


def test_of_many_reports_of_one_district_the_last_two_stand_side_by_side(tmp_path: Path) -> None:
    view = parallel(tmp_path, *of_years("qinghu", 26))
    assert [side.head for side in view.sides] == ["Qinghu: Report 2024", "Qinghu: Report 2025"]


def test_one_report_stands_beside_itself(tmp_path: Path) -> None:
    view = parallel(tmp_path, A)
    assert [side.head for side in view.sides] == ["Qinghu: Report"] * 2
    assert [cell.side for cell in view.rows[0].cells] == ["left", "right"]


def test_without_reports_there_are_no_rows(tmp_path: Path) -> None:
    view = parallel(tmp_path)
    assert view.rows == () and [side.choices for side in view.sides] == [(), ()]
