"""The home page: which figures stand side by side, and which are left out."""

from __future__ import annotations

from pathlib import Path

from duizhao.pages.home import HomeView, home_page

from ..sample import SMALLEST, context_of, report
from .statements import annotations, statement

ONE = report("a", "新增100人。\n新增120人。", annotations(statement("r01", "新增100人", figure="100人")))


def site(home_figures: str) -> dict[str, str]:
    return {"content/site.yaml": SMALLEST["content/site.yaml"] + f"home_figures: {home_figures}\n"}


def home(top: Path, *parts: dict[str, str]) -> HomeView:
    view = home_page(context_of(top, *parts)).view
    assert isinstance(view, HomeView)
    return view


def test_the_figures_are_those_that_the_site_names_and_every_district_has_its_cell(tmp_path: Path) -> None:
    (row,) = home(tmp_path, site("[new-jobs]"), ONE).rows
    assert row.indicator.text == "New jobs"
    assert [[figure.wording for figure in cell.figures] for cell in row.cells] == [["100 people"], []]
    assert [bool(cell.silent) for cell in row.cells] == [False, True]


def test_a_site_that_names_no_figure_shows_none(tmp_path: Path) -> None:
    assert home(tmp_path, ONE).rows == ()


def test_an_indicator_that_no_text_states_has_no_row(tmp_path: Path) -> None:
    assert home(tmp_path, site("[new-jobs]")).rows == ()


def test_the_latest_result_stands_before_the_latest_target(tmp_path: Path) -> None:
    both = annotations(statement("t01", "再增110人", figure="110人"), statement("r01", "新增100人", figure="100人"))
    (row,) = home(tmp_path, site("[new-jobs]"), report("a", "再增110人。\n新增100人。", both)).rows
    assert [figure.kind for figure in row.cells[0].figures] == ["result", "target"]


def test_a_figure_that_refuses_comparison_is_left_out(tmp_path: Path) -> None:
    refused = {
        "content/indicators.yaml": SMALLEST["content/indicators.yaml"]
        + "  cautions: [{statements: [a/r01], because: {zh: 不可比, en: not comparable}}]\n"
    }
    (row,) = home(tmp_path, site("[new-jobs]"), ONE, refused).rows
    assert [cell.figures for cell in row.cells] == [(), ()]
