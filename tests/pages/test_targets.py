"""The table of targets: in which order its figures stand, as the page prints them in each language."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

from duizhao.content.records import Statement
from duizhao.pages.context import PageContext
from duizhao.pages.targets import _ranks, _row

from ..sample import context_of, report
from .statements import annotations

# Each with its unit; English has no word for 座, 家 and 台.
FIGURES = (
    *("6861座", "604家", "1753家", "20台", "300户", "4万户", "15.5%", "9.25%", "1200公里", "30公里", "2.5亿元"),
    *("5000万元", "第三位", "第一位", "7位", "全部"),
)
THINGS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"


def stated(number: int, figure: str) -> str:
    aspect = "rank" if figure[0] == "第" else "share" if figure[-1] == "%" else "level"
    return (
        f"- {{id: t{number:02}, kind: target, quote: {THINGS[number]}事项达{figure}, gloss: thing, themes: [jobs],"
        f' by: "2022", period_basis: stated, measures: [{{figure: {figure}, aspect: {aspect}}}]}}\n'
    )


def targets(top: Path, language: str) -> tuple[PageContext, tuple[Statement, ...]]:
    body = "".join(f"{thing}事项达{figure}。" for thing, figure in zip(THINGS, FIGURES, strict=True))
    text = report("a", body, annotations(*(stated(number, figure) for number, figure in enumerate(FIGURES))))
    context = context_of(top, text, language=language)
    return context, context.site.reports["a"].statements


def shown(context: PageContext, target: Statement) -> tuple[str, float]:
    """What stands about the number of a figure in its row, and that with its scale."""
    said = str(_row(context, target, 0).figures[0].striptags())
    scales = {"万": 1e4, "亿": 1e8, " million": 1e6, " billion": 1e9}
    found = re.search(r"(\d[\d,.]*)(万|亿| million| billion)?", said)
    if not found:
        return said, 0
    return said.replace(found[0], "", 1), float(found[1].replace(",", "")) * scales.get(found[2] or "", 1)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_figures_stand_by_what_is_seen_beside_them_and_of_one_kind_the_lower_first(
    tmp_path: Path, language: str
) -> None:
    context, every = targets(tmp_path, language)
    ranks = _ranks(every)
    by_rank = [shown(context, one) for one in sorted(every, key=lambda one: ranks[one.full_id])]
    runs = [(unit, [value for _, value in run]) for unit, run in groupby(by_rank, key=lambda one: one[0])]
    assert all(values == sorted(values) for _, values in runs)
    assert len({unit for unit, _ in runs}) == len(runs) < len(FIGURES)
    assert [values for unit, values in runs if unit.strip() == "家"] == [[604, 1753]]


def test_in_english_what_is_counted_by_a_measure_word_is_marked_as_chinese(tmp_path: Path) -> None:
    context, every = targets(tmp_path, "en")
    assert _row(context, every[0], 0).figures[0] == '6,861 <span lang="zh-Hans" translate="no">座</span>'
    assert shown(context, every[4]) == (" households", 300)
