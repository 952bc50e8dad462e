"""The sentences of one theme: what stands in a cell, in which order, and why one is empty."""

from __future__ import annotations

from pathlib import Path

from duizhao.pages.compare_theme import Cell, CompareThemeView, compare_theme_pages

from ..sample import SMALLEST, context_of, report
from .statements import annotations, statement

CARE = {"content/themes.yaml": SMALLEST["content/themes.yaml"] + "\n- {id: care, name: {zh: 养老, en: Care}}\n"}


def compared(top: Path, *parts: dict[str, str], language: str = "en") -> dict[str, CompareThemeView]:
    """The views of the themes' pages, by their addresses."""
    found = {}
    for page in compare_theme_pages(context_of(top, *parts, language=language)):
        assert isinstance(page.view, CompareThemeView)
        found[page.frame.path] = page.view
    return found


def jobs(top: Path, *parts: dict[str, str], language: str = "en") -> CompareThemeView:
    return compared(top, *parts, language=language)[f"{'zh/' * (language == 'zh')}compare/jobs/index.html"]


def quotes(cell: Cell) -> list[str]:
    return [one.summary.quote for one in cell.statements]


def said(view: CompareThemeView, district: int = 0) -> dict[str, list[str]]:
    """The quotes of a district by kind."""
    return {row.kind: quotes(row.cells[district]) for row in view.rows}


def test_kinds_are_rows_in_their_order_and_only_those_that_are_stated(tmp_path: Path) -> None:
    stated = annotations(
        statement("k01", "做乙事"),
        statement("r02", "新增100人", figure="100人"),
        statement("t01", "再增110人", figure="110人"),
    )
    view = jobs(tmp_path, report("a", "做乙事。\n新增100人。\n再增110人。", stated))
    assert said(view) == {"target": ["再增110人"], "task": ["做乙事"], "result": ["新增100人"]}
    assert [(choice.value, choice.shown) for choice in view.kinds] == [
        ("target", True),
        ("task", True),
        ("result", True),
    ]


def test_within_a_kind_text_follows_text_and_what_has_a_figure_comes_first(tmp_path: Path) -> None:
    one = annotations(statement("r01", "甲已成"), statement("r02", "新增100人", figure="100人"))
    other = annotations(statement("r01", "乙已成"), statement("r02", "新增90人", figure="90人")).replace("2022", "2021")
    texts = report("a", "甲已成。\n新增100人。", one), report("b", "乙已成。\n新增90人。", other, date='"2021"')
    view = jobs(tmp_path, *texts)
    assert said(view) == {"result": ["新增90人", "乙已成", "新增100人", "甲已成"]}
    assert [one.place for one in view.rows[0].cells[0].statements] == ["b.result", "", "a.result", ""]


def test_a_statement_stands_under_a_further_theme_only_where_nothing_else_does(tmp_path: Path) -> None:
    stated = annotations(statement("k01", "做甲事", themes="jobs, care"), statement("k02", "做乙事", themes="jobs"))
    views = compared(tmp_path, CARE, report("a", "做甲事。\n做乙事。", stated)).values()
    assert [said(view) for view in views] == [{"task": ["做甲事", "做乙事"]}, {"task": ["做甲事"]}]
    more = annotations(statement("k01", "做甲事", themes="jobs, care"), statement("k02", "做乙事", themes="care"))
    _, care = compared(tmp_path, CARE, report("a", "做甲事。\n做乙事。", more)).values()
    assert said(care) == {"task": ["做乙事"]}


def test_no_text_is_said_to_be_silent_where_a_theme_is_a_further_one_of_what_it_states(tmp_path: Path) -> None:
    led = annotations(statement("k01", "做甲事", themes="care"), statement("r01", "办乙事", themes="jobs, care"))
    further = annotations(statement("k01", "做丙事", themes="jobs, care"), statement("k02", "做丁事"))
    texts = report("a", "做甲事。\n办乙事。", led), report("b", "做丙事。\n做丁事。", further, date='"2021"')
    _, care = compared(tmp_path, CARE, *texts).values()
    assert said(care) == {"task": ["做丙事", "做甲事"], "result": ["办乙事"]}


def test_an_empty_cell_says_why_and_so_does_a_theme_of_which_nobody_speaks(tmp_path: Path) -> None:
    read = report("b", "做甲事。", annotations(statement("k01", "做甲事")), fully_read="true")
    (row,) = jobs(tmp_path / "one", read).rows
    assert [cell.silent for cell in row.cells] == ["", "No text of this district yet"]
    silent = report("b", "无。", "nothing_to_code: [p1]", fully_read="true")
    view = jobs(tmp_path / "none", silent, report("a", "甲。", district="baishi"))
    assert view.rows == () and [one.reason for one in view.silences] == [
        "Not stated in the one text we have",
        "Not wholly read yet",
    ]


def test_what_a_refusal_speaks_of_stands_right_below_it_whatever_its_main_theme(tmp_path: Path) -> None:
    meant = ["r03", "r04"]
    named = ", ".join(f"a/{name}" for name in meant)
    cell = f"district: qinghu, state: not-comparable, because: {{zh: 不同, en: other}}, statements: [{named}]"
    parts = {
        "content/themes.yaml": f"""
            - {{id: jobs, name: {{zh: 就业, en: Jobs}}, cells: [{{{cell}}}]}}
            - {{id: roads, name: {{zh: 道路, en: Roads}}}}
            """
    }
    words = ["做第甲事", "做第乙事", "做第丙事", "做第丁事"]
    stated = [
        statement(f"r{number:02}", quote, themes="jobs" if number < 3 else "roads")
        for number, quote in enumerate(words, 1)
    ]
    task = statement("k01", "做第戊事", themes="jobs")
    text = report("a", "。\n".join([*words, "做第戊事"]) + "。", annotations(*stated, task))
    tasks, results = jobs(tmp_path, parts, text).rows
    assert quotes(results.cells[0]) == [*words[2:], *words[:2]]
    assert (tasks.cells[0].refusal, results.cells[0].refusal) == ("", "other")


def test_a_theme_leads_to_those_before_and_after_it_and_to_all(tmp_path: Path) -> None:
    first, last = compared(tmp_path, CARE, report("a", "甲。")).values()
    assert first.before is None and first.after and first.after.path == "compare/care/index.html"
    assert last.after is None and last.before and last.before.path == "compare/jobs/index.html"
    assert [[link.path for link in group.links] for group in first.jump] == [
        ["compare/jobs/index.html", "compare/care/index.html"]
    ]


def test_a_gloss_leads_on_an_english_page_and_the_quote_on_a_chinese_one(tmp_path: Path) -> None:
    stated = report("a", "做甲事。", annotations(statement("k01", "做甲事")))
    glosses = [
        jobs(tmp_path / language, stated, language=language).rows[0].cells[0].statements[0].summary.gloss
        for language in ("en", "zh")
    ]
    assert glosses == ['the English of “&lt;<span lang="zh-Hans" translate="no">做甲事</span>&gt;”', ""]
