"""The search for a figure in a real browser: what is read as which quantity, and what is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from duizhao.content.locale import unit_names
from duizhao.pipeline import Built
from duizhao.search.data import by_name, plain_digits
from duizhao.text.lexicon import BEFORE, LATIN_UNITS, UNITS
from duizhao.text.quantity import quantity

from ..conftest import Watched
from .asking import SEARCH, asked

pytestmark = pytest.mark.browser

EVERY = (*UNITS, *LATIN_UNITS)
ALL = by_name({*EVERY, ""})


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A search page that has read a figure."""
    context = browser.new_context()
    watched = Watched(context.new_page(), site)
    watched.goto(SEARCH).evaluate("duizhaoSearch('8%')")
    yield watched.page
    assert watched.wrong == []
    context.close()


def read(page: Page, queries: Iterable[str], units: dict[str, list[str]] = ALL) -> list[tuple[str, list[str]] | None]:
    """Value and units of each query as the page reads it, of texts that have these units."""
    look = "([queries, units]) => queries.map(query => duizhaoFigure.figureOf(query, units))"
    found: list[dict[str, Any] | None] = page.evaluate(look, [list(queries), units])
    return [one and (one["value"], one["units"]) for one in found]


NUMBERS = ("5", "12", "3.50", "0.05", "1,234", "12345.67", "１２", "３．５", "五", "十二", "三十五", "三点五", "两")
SCALES = ("", "万", "亿", "万亿", "千万", "百万", "千亿", "百亿")
MEASURED = (
    *(
        "元",
        "人",
        "%",
        "％",
        "平方米",
        "㎡",
        "m²",
        "㎥",
        "㎞",
        "公里",
        "千米",
        "公顷",
        "亩",
        "家",
        "千瓦时",
        "千瓦",
        "kW",
    ),
    *("千伏", "吨", "个百分点", "百分点", "小时", "千克", "倍", "平方公里", "km²", "户", "人次", "米", "天", ""),
)
FIGURES = [*map("".join, product(NUMBERS, SCALES, MEASURED))]
FIGURES += [
    before + figure
    for before in ("", "约", "近", "超过", "超", "-", "－", "−", "﹣", "‐", "‑", "‒", "负", "负约", "约负", *BEFORE)
    for figure in (
        "5亿元",
        "12.5%",
        "3000家",
        "五万人",
        "五万余人",
        "200多万人",
        "百分之十二",
        "12.5万㎡",
        "3000千瓦时",
    )
]
FIGURES += [
    "零下5℃",
    "5亿元以上",
    "5亿元左右",
    "3000余家",
    "200余万人",
    "5000多万元",
    "30日内",
    "5%以内",
    "5亿元以下",
    "百分之十二点五",
    "12.5个百分点",
]


def test_a_figure_is_read_in_the_browser_as_it_is_in_a_text(page: Page) -> None:
    told = [one for one in map(quantity, FIGURES) if one and one.base_value is not None]
    different = [
        (one.figure, found)
        for one, found in zip(told, read(page, [one.figure for one in told]), strict=True)
        if (found is None and re.match("[^零一二三五十两]*$", one.figure))
        or (found and (found[0] != plain_digits(one.base_value or 0) or one.base_unit not in (found[1] or [""])))
    ]
    assert different == [] and len(told) > 2000


def test_whatever_stands_before_a_figure_it_is_read(page: Page) -> None:
    signs = ("-", "－", "﹣", "−", "‐", "‑", "‒", "–", "负", "零下")
    for figure in ("5亿元", "五亿元", "5%", "百分之五", "五万人"):
        [(value, units)] = [one for one in read(page, [figure]) if one]
        assert read(page, [sign + figure for sign in signs]) == [(f"-{value}", units)] * len(signs), figure
        assert read(page, [f"约{figure}", f"{figure}左右。", f"{figure}."]) == [(value, units)] * 3, figure


def test_every_unit_is_read_behind_a_number_whatever_other_word_it_begins_like(page: Page) -> None:
    wanted = [quantity(f"50{unit}") for unit in EVERY]
    found = read(page, [f"50{unit}" for unit in EVERY])
    lost = [
        one.figure
        for one, figure in zip(wanted, found, strict=True)
        if one and (figure is None or figure[0] != plain_digits(one.base_value or 0) or one.base_unit not in figure[1])
    ]
    assert lost == []


@pytest.mark.parametrize(
    "written",
    [
        ("125000㎡", "125000平方米", "125,000 m²", "12.5万平米", "125 thousand m2", "125,000 square metres"),
        ("5000㎥", "5000立方米", "5,000 m³", "5千立方米", "5000 cubic metres"),
        ("12㎞", "12公里", "12千米", "12 km", "12 KM", "12 kilometres"),
        ("3000千瓦时", "3000kWh", "3000 KWH", "3,000 kilowatt-hours"),
        ("5千克", "5公斤", "5 kg"),
        ("2个百分点", "2百分点", "2 percentage points"),
        ("5个工作日", "5工作日", "5 working days"),
    ],
    ids=lambda written: written[0],
)
def test_a_unit_is_found_however_it_is_written(page: Page, written: tuple[str, ...]) -> None:
    for figure in filter(None, map(quantity, written)):
        units = by_name({figure.base_unit})
        assert read(page, written, units) == [(plain_digits(figure.base_value or 0), [figure.base_unit])] * len(written)


def test_only_a_thing_that_is_counted_stands_for_a_measure_word(page: Page) -> None:
    texts = by_name({"家", "个", "千瓦", "倍", "元", "天"})
    counted = ["535 firms", "535 companies", "12 schools", "3 places"]
    assert [one and one[1] for one in read(page, counted, texts)] == [["个", "家"]] * 4
    others = ["11 minutes", "11 May", "5 tonnes", "5 kg", "12 mu", "12 pct", "3 of", "1st", "5 kilograms", "8 across",
              "7 square", "5 dollars", "5 gigabytes", "9 this", "5*", "11日"]  # fmt: skip
    assert [query for query, one in zip(others, read(page, others, texts), strict=True) if one] == []
    assert read(page, ["3 millions", "3 million"], texts) == [("3000000", [])] * 2


def test_no_name_of_a_unit_is_a_thing_that_is_counted(page: Page) -> None:
    names = sorted({name for unit in EVERY for name in (unit, *unit_names(unit))})
    found = read(page, [f"5 {name}" for name in names], by_name({"架"}))
    assert [name for name, one in zip(names, found, strict=True) if one] == ["架"] and len(names) > 60


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        ("元", ("¥535", "￥535", "RMB 535", "CNY 535", "人民币535", "535元", "535元人民币", "535人民币", "535 rmb")),
        ("元", ("约人民币535元左右", "人民币约535", "¥535元", "RMB 535 yuan")),
        ("美元", ("$535", "US$535", "＄535", "US$ 535", "USD 535", "535美元", "535 US dollars", "535美金", "535 usd")),
        ("欧元", ("€535", "EUR 535", "535欧元", "535 euros", "€535 euros")),
        ("港元", ("HK$535", "HKD 535", "535港元", "535港币", "港元535")),
        ("英镑", ("£535", "535英镑")),
    ],
)  # fmt: skip
def test_a_sign_of_money_asks_for_its_unit(page: Page, unit: str, written: tuple[str, ...]) -> None:
    assert [one and one[0] for one in read(page, written)] == ["535"] * len(written)
    for one in read(page, written):
        assert one and unit in one[1] and set(one[1]) <= set(ALL.get(unit, [unit]))
    others = by_name({"家", "人", "日元"})
    assert read(page, written, others) == [None] * len(written)


def test_money_of_two_kinds_is_no_figure(page: Page) -> None:
    queries = ["$504,740 million yuan", "RMB 5 million US dollars", "¥5 people", "€5亿元", "NT$5", "$5%"]
    assert read(page, queries) == [None] * len(queries)


def test_a_sum_in_another_money_does_not_find_yuan(page: Page) -> None:
    queries = [
        "$504,740 million",
        "€504,740 million",
        "RMB 504,740 million",
        "¥504,740,000,000",
        "504740 million yuan.",
    ]
    found = [any(one["rank"] == 3 for one in results) for results in asked(page, queries)]
    assert found == [False, False, True, True, True]


def test_a_place_in_an_order_is_no_count(page: Page, real: Built) -> None:
    ranked = [s for s in real.site.statements.values() if {m.quantity.operator for m in s.measures} == {"rank"}]
    ends = {f"{m.quantity.base_value}" for s in ranked for m in s.measures}
    every = asked(page, [end + unit for end in ends for unit in ("位", " places", "")])
    found = {(one["place"][0], name) for results in every for one in results for name in one["statements"]}
    assert found & {(s.report, s.id) for s in ranked} == set() and ranked
