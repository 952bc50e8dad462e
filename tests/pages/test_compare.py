"""The comparison: what stands in a cell, in which order, and why one is empty."""

from __future__ import annotations

from pathlib import Path

from duizhao.pages.compare import CELL_LIMIT, Cell, CompareView, compare_page

from ..sample import SMALLEST, context_of, report
from .statements import annotations, statement

CARE = {"content/themes.yaml": SMALLEST["content/themes.yaml"] + "\n- {id: care, name: {zh: 养老, en: Care}}\n"}


def compare(top: Path, *parts: dict[str, str], language: str = "en") -> CompareView:
    view = compare_page(context_of(top, *parts, language=language)).view
    assert isinstance(view, CompareView)
    return view


def quotes(cell: Cell) -> list[str]:
    return [item.quote for item in (*cell.strongest, *cell.rest)]


def test_targets_come_first_then_results_with_a_number_then_tasks_then_other_results(tmp_path: Path) -> None:
    text = "做乙事。\n甲已成。\n新增100人。\n再增110人。"
    stated = annotations(
        statement("k01", "做乙事"),
        statement("r01", "甲已成"),
        statement("r02", "新增100人", figure="100人"),
        statement("t01", "再增110人", figure="110人"),
    )
    cell = compare(tmp_path, report("a", text, stated)).rows[0].cells[0]
    assert quotes(cell) == ["再增110人", "新增100人", "做乙事", "甲已成"]
    assert len(cell.strongest) == CELL_LIMIT


def test_a_statement_stands_under_a_further_theme_only_where_nothing_else_does(tmp_path: Path) -> None:
    stated = annotations(statement("k01", "做甲事", themes="jobs, care"), statement("k02", "做乙事", themes="jobs"))
    jobs, care = compare(tmp_path, CARE, report("a", "做甲事。\n做乙事。", stated)).rows
    assert quotes(jobs.cells[0]) == ["做甲事", "做乙事"] and quotes(care.cells[0]) == ["做甲事"]
    more = annotations(statement("k01", "做甲事", themes="jobs, care"), statement("k02", "做乙事", themes="care"))
    _, care = compare(tmp_path, CARE, report("a", "做甲事。\n做乙事。", more)).rows
    assert quotes(care.cells[0]) == ["做乙事"]


def test_an_empty_cell_says_why(tmp_path: Path) -> None:
    read = report("b", "无。", "nothing_to_code: [p1]", fully_read="true")
    assert [cell.silent for cell in compare(tmp_path, read).rows[0].cells] == [
        "Not stated in the one text we have",
        "No text of this district yet",
    ]
    cells = compare(tmp_path, report("a", "甲。"), report("b", "甲。", district="baishi")).rows[0].cells
    assert {cell.silent for cell in cells} == {"Not wholly read yet"}


def test_a_cell_that_may_not_be_compared_says_so_in_its_place(tmp_path: Path) -> None:
    refused = {
        "content/themes.yaml": "- {id: jobs, name: {zh: 就业, en: Jobs}, cells:"
        " [{district: baishi, state: not-comparable, because: {zh: 口径不同, en: another definition}}]}"
    }
    assert [cell.refusal for cell in compare(tmp_path, refused).rows[0].cells] == ["", "another definition"]


def test_the_title_counts_the_districts(tmp_path: Path) -> None:
    one = {"content/districts.yaml": SMALLEST["content/districts.yaml"].split("\n        - {id: baishi")[0]}
    assert compare(tmp_path / "two").title == "Two districts, theme by theme"
    assert compare(tmp_path / "zh", language="zh").title == "两区对照，逐题来看"
    assert compare(tmp_path / "one", one).title == "One district, theme by theme"


def test_a_gloss_leads_on_an_english_page_and_the_quote_on_a_chinese_one(tmp_path: Path) -> None:
    stated = report("a", "做甲事。", annotations(statement("k01", "做甲事")))
    glosses = [
        compare(tmp_path / language, stated, language=language).rows[0].cells[0].strongest[0].gloss
        for language in ("en", "zh")
    ]
    assert glosses == ['the English of “&lt;<span lang="zh-Hans">做甲事</span>&gt;”', ""]


def test_what_a_refusal_speaks_of_stands_right_below_it_whatever_its_main_theme_and_is_not_folded(
    tmp_path: Path,
) -> None:
    meant = [f"r{number:02}" for number in range(6, 10)]
    named = ", ".join(f"a/{name}" for name in meant)
    cell = f"district: qinghu, state: not-comparable, because: {{zh: 不同, en: other}}, statements: [{named}]"
    parts = {
        "content/themes.yaml": f"""
            - {{id: jobs, name: {{zh: 就业, en: Jobs}}, cells: [{{{cell}}}]}}
            - {{id: roads, name: {{zh: 道路, en: Roads}}}}
            """
    }
    quotes = [f"做第{sign}事" for sign in "甲乙丙丁戊己庚辛壬"]
    stated = [
        statement(f"r{number:02}", quote, themes="jobs" if number < 6 else "roads")
        for number, quote in enumerate(quotes, 1)
    ]
    text = report("a", "。\n".join(quotes) + "。", annotations(*stated))
    (first, *_) = compare(tmp_path, parts, text).rows[0].cells
    assert [one.quote for one in first.strongest] == quotes[5:]
    assert sorted(one.quote for one in first.rest) == sorted(quotes[:5])
    assert first.refusal == "other"
