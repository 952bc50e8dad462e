"""Columns of many districts: from how many on they stand in a box and are chosen, and which are shown at first."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.pages.compare import compare_page
from duizhao.pages.compare_theme import CompareThemeView, compare_theme_pages
from duizhao.pages.parts.columns import are_many, chooser, shown_at_first
from duizhao.pages.phrases import phrases_page

from ..many import NAMES
from ..sample import context_of, report
from .statements import annotations, statement


def districts(count: int) -> dict[str, str]:
    rows = (
        f"- {{id: {name}, name: {{zh: {zh}, en: '{en}'}}, city: {{zh: 云江市, en: Yunjiang}}, adcode: '{code}'}}\n"
        for code, (name, zh, en) in enumerate(NAMES[:count], 990101)
    )
    return {"content/districts.yaml": "".join(rows)}


@pytest.mark.parametrize(("count", "many", "chosen"), [(1, False, False), (3, False, False), (4, True, False)])
def test_up_to_three_districts_need_no_box_and_up_to_four_no_choice(
    tmp_path: Path, count: int, many: bool, chosen: bool
) -> None:
    context = context_of(tmp_path, districts(count))
    assert are_many(context) is many and (chooser(context) is not None) is chosen
    pages = (compare_page(context), next(compare_theme_pages(context)), phrases_page(context))
    assert [page.view.many for page in pages] == [many] * 3


def test_of_five_districts_those_are_shown_at_first_whose_texts_state_the_most(tmp_path: Path) -> None:
    one = annotations(statement("k01", "做甲事"))
    two = annotations(statement("k01", "做甲事"), statement("k02", "做乙事"))
    texts = (report("a", "做甲事。", one, district="hohhot"), report("b", "做甲事。\n做乙事。", two, district="baishi"))
    context = context_of(tmp_path, districts(5), *texts)
    assert shown_at_first(context) == {"baishi", "hohhot", "qinghu", "league"}
    choice = chooser(context)
    assert choice and [(item.value, item.shown) for item in choice.choices] == [
        ("qinghu", True),
        ("hohhot", True),
        ("league", True),
        ("qianguo", False),
        ("baishi", True),
    ]
    assert (choice.count, choice.count_words) == ("4 of 5 districts shown", "{n} of 5 districts shown")


def test_cells_without_anything_are_gathered_by_their_reason_and_a_refusal_is_not_among_them(tmp_path: Path) -> None:
    because = "because: {zh: 口径不同, en: another definition}"
    refused = {
        "content/themes.yaml": "- {id: jobs, name: {zh: 就业, en: Jobs}, cells:"
        f" [{{district: league, state: not-comparable, {because}}}]}}"
    }
    texts = (
        report("a", "无。", "nothing_to_code: [p1]", fully_read="true"),
        report("b", "无。", district="hohhot"),
        report("c", "做甲事。", annotations(statement("k01", "做甲事")), district="league"),
    )
    view = next(compare_theme_pages(context_of(tmp_path, districts(5), refused, *texts))).view
    assert isinstance(view, CompareThemeView)
    (row,) = view.rows
    assert [cell.refusal for cell in row.cells] == ["", "", "another definition", "", ""]
    silences = [(silence.reason, [cell.district_id for cell in silence.cells]) for silence in row.silences]
    assert silences == [
        ("Not stated in the one text we have", ["qinghu"]),
        ("Not wholly read yet", ["hohhot"]),
        ("No text of this district yet", ["qianguo", "baishi"]),
    ]
