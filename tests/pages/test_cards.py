"""Cards: which other statements of an indicator stand on that of a statement."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.pages.context import PageContext
from duizhao.pages.report.card import OTHERS_SHOWN, card

from ..sample import context_of, report
from .statements import annotations, statement


def said(district: str, *years: int) -> list[dict[str, str]]:
    """A text of a district of each year, which states how many jobs are new."""
    return [
        report(
            f"{district}-{year}",
            f"新增就业{year}人。",
            annotations(statement("r01", f"新增就业{year}人", figure=f"{year}人")).replace('"2022"', f'"{year}"'),
            date=f'"{year + 1}-01"',
            covers=f'"{year}"',
            district=district,
        )
        for year in years
    ]


def others(context: PageContext, name: str) -> list[str]:
    """The texts to which the other figures on a statement's card lead."""
    return [one.path.split("/")[1] for one in card(context, context.site.statements[f"{name}/r01"]).others]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> PageContext:
    """Forty years of one district, thirteen of another, and two of these years of a third."""
    districts = {"qinghu": range(1980, 2020), "baishi": range(2007, 2020), "heiyan": (2015, 2019)}
    city = "city: {zh: 云江市, en: Yunjiang}"
    rows = "".join(
        f"- {{id: {name}, name: {{zh: {zh}, en: {name.title()}}}, {city}, adcode: '{code}'}}\n"
        for code, (name, zh) in enumerate({"qinghu": "青湖区", "baishi": "白石区", "heiyan": "黑岩区"}.items(), 990101)
    )
    texts = [one for district, years in districts.items() for one in said(district, *years)]
    return context_of(tmp_path_factory.mktemp("cards"), {"content/districts.yaml": rows}, *texts)


@pytest.mark.parametrize("year", [1980, 1999, 2012, 2019])
def test_a_card_shows_what_its_own_district_says_of_an_indicator_in_the_years_about_it(
    context: PageContext, year: int
) -> None:
    shown = others(context, f"qinghu-{year}")
    assert len(shown) == OTHERS_SHOWN and f"qinghu-{year}" not in shown
    assert all(one.startswith("qinghu-") and abs(int(one[-4:]) - year) <= 8 for one in shown)


def test_where_a_district_says_little_a_card_shows_what_others_say_in_these_years_too(context: PageContext) -> None:
    shown = others(context, "heiyan-2015")
    assert len(shown) == OTHERS_SHOWN and "heiyan-2019" in shown
    assert all(int(one[-4:]) >= 2012 for one in shown)


def test_of_few_statements_a_card_shows_all_others(tmp_path: Path) -> None:
    few = context_of(tmp_path, *said("qinghu", 2019, 2021), *said("baishi", 1990))
    assert sorted(others(few, "qinghu-2019")) == ["baishi-1990", "qinghu-2021"]
