"""Charts: what may stand on one axis, and where each point lies."""

from __future__ import annotations

import random
from decimal import Decimal
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from duizhao.pages.charts import NARROW, WIDE, Chart, Sheet, _width, chart_of, charts_of, why_no_chart
from duizhao.pages.parts.many_charts import small_charts
from duizhao.pages.parts.series import axis_of, ceiling_of
from duizhao.text.quantity import quantity

from ..many import NAMES
from ..sample import context_of, report

Row = tuple[str, str, str]  # figure, period, keys of the measure


def row(figure: str, period: str, value: object, more: str = "operator: eq, aspect: increase") -> Row:
    return figure, period, f"value: {value}, {more}"


def said(*rows: Row) -> str:
    return "".join(f"招聘{figure}。\n" for figure, _, _ in rows)


def statements(*rows: Row, kind: str = "result") -> str:
    """Annotations with a statement for each row, which quotes its figure."""
    letter, time = ("r", "period") if kind == "result" else ("t", "by")
    units = [quantity(figure).base_unit for figure, _, _ in rows]
    return "statements:\n" + "".join(
        f"- {{id: {letter}{number:02}, kind: {kind}, quote: 招聘{figure}, gloss: jobs, themes: [jobs],"
        f' {time}: "{period}", period_basis: stated,'
        f" measures: [{{figure: {figure}, unit: '{unit}',"
        f" indicator: new-jobs, {keys}}}]}}\n"
        for number, ((figure, period, keys), unit) in enumerate(zip(rows, units, strict=True), 1)
    )


def chart(top: Path, *rows: Row, targets: tuple[Row, ...] = (), district: str = "qinghu") -> Chart | None:
    """The chart of new jobs in a site with a report that states these rows, and another with these targets."""
    due = statements(*targets, kind="target")
    promised = report("b", said(*targets), due, district=district, date_basis="inferred") if targets else {}
    year = max("2022", *(period[:4] for _, period, _ in rows))
    stated = report("a", said(*rows), statements(*rows), date=f'"{year}"', covers=f'"{year}"')
    context = context_of(top, stated, promised)
    return chart_of(context, context.site.library.indicators[0], context.site.observations["new-jobs"])


@pytest.mark.parametrize(
    ("rows", "targets", "why"),
    [
        ([], [], "chart.none"),
        ([("100人", "2022", 100)], [], "chart.none"),
        ([("100人", "2022", 100)], [("120人", "2022", 120)], "chart.none-once"),
        ([("100人", "2022", 100), ("110人", "2022", 110)], [], "chart.none-once"),
        ([("100人", "2022", 100), ("30人", "2022-01/2022-03", 30)], [], "chart.none"),
        ([("100人", "2022", 100), ("110人", "2022", 110), ("30人", "2022-01/2022-03", 30)], [], "chart.none-once"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_why_there_is_no_chart_is_said(
    tmp_path: Path, rows: list[tuple[str, str, int]], targets: list[tuple[str, str, int]], why: str, language: str
) -> None:
    stated, due = [row(*one) for one in rows], [row(*one) for one in targets]
    promised = report("b", said(*due), statements(*due, kind="target"), date_basis="inferred") if due else {}
    told = report("a", said(*stated), statements(*stated)) if stated else {}
    context = context_of(tmp_path, told, promised, language=language)
    indicator, observed = context.site.library.indicators[0], context.site.observations["new-jobs"]
    assert charts_of(context, indicator, observed) == ()
    assert why_no_chart(context, indicator, observed) == context.word(why)


FIRST = row("100人", "2019", 100)
SECOND = row("120人", "2020", 120)


def test_two_years_of_one_district_make_a_chart_with_its_figures_in_words(tmp_path: Path) -> None:
    made = chart(tmp_path, SECOND, FIRST)
    assert [(point.tick, point.label, point.path) for point in made.points] == [
        ("2019", "100", "reports/a/index.html#r02"),
        ("2020", "120", "reports/a/index.html#r01"),
    ]
    assert "New jobs" in made.title and "Qinghu" in made.title
    assert "2019: 100" in made.description and "2020: 120" in made.description


def test_the_axis_begins_at_zero_and_ends_at_a_round_number(tmp_path: Path) -> None:
    made = chart(tmp_path, FIRST, SECOND)
    half, top = made.lines
    assert (half.label, top.label) == ("100", "200")
    base = Decimal(made.base)
    heights = {point.label: base - Decimal(point.y) for point in made.points}
    assert Decimal(half.y) == Decimal(made.points[0].y)
    assert heights["120"] / heights["100"] == pytest.approx(Decimal("1.2"), abs=Decimal("0.01"))
    assert base - Decimal(top.y) == pytest.approx(2 * heights["100"], abs=Decimal("0.2"))


def test_fractions_are_labelled_as_such_on_an_axis_that_ends_at_the_whole(tmp_path: Path) -> None:
    share = "operator: eq, aspect: share"
    made = chart(tmp_path, row("三分之一", "2019", 1, share), row("三分之二", "2020", 2, share))
    assert [point.label for point in made.points] == ["1/3", "2/3"]
    assert [line.label for line in made.lines] == ["1/2", "1"]
    base, half = Decimal(made.base), Decimal(made.lines[0].y)
    assert (base - Decimal(made.points[1].y)) / (base - half) == pytest.approx(Decimal(4) / 3, abs=Decimal("0.01"))


def test_rates_are_numbers_on_an_axis_of_numbers(tmp_path: Path) -> None:
    share = "operator: eq, aspect: share"
    made = chart(tmp_path, row("9.5/10万", "2019", "9.5", share), row("8/10万", "2020", 8, share))
    assert [point.label for point in made.points] == ["9.5", "8"]
    assert [line.label for line in made.lines] == ["5", "10"]


def test_years_stand_at_their_true_distances(tmp_path: Path) -> None:
    made = chart(tmp_path, FIRST, SECOND, row("150人", "2023", 150))
    first, second, third = (Decimal(point.x) for point in made.points)
    assert third - second == pytest.approx(3 * (second - first), abs=Decimal("0.3"))


def test_a_target_is_told_apart_from_a_result(tmp_path: Path) -> None:
    made = chart(tmp_path, FIRST, targets=(row("130人", "2022", 130),))
    assert [(point.tick, point.target) for point in made.points] == [("2019", False), ("2022", True)]


@pytest.mark.parametrize(
    "other",
    [
        row("120人", "2019", 120),
        row("120人", "2020-Q1", 120),
        row("120人", "2019/2020", 120),
        row("120人", "2020", 120, "operator: eq, aspect: level"),
        row("120人", "2020", 120, "operator: eq, aspect: increase, scope: {zh: 东街, en: East Street}"),
        row("120人", "2020", 120, "operator: eq, aspect: increase, period: 2020-06, period_basis: stated"),
        row("-120人", "2020", -120),
        row("3-5人", "2020", 3, "upper: 5, operator: range, aspect: increase"),
    ],
)
def test_nothing_is_drawn_of_figures_that_do_not_stand_on_one_axis(other: Row, tmp_path: Path) -> None:
    assert chart(tmp_path, FIRST, other) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2019-Q1", "2020-H1"),
        ("2019-01/2019-09", "2016/2020"),
        ("2019-06", "2020-06-11"),
        ("2019-01/2019-09", "2020-01/2020-06"),
        ("2019-H1", "2019-01/2019-06"),
        ("2019", "2019-01-01/2019-12-31"),
    ],
)
def test_no_figures_of_times_that_are_not_equally_long_or_are_the_same_make_a_line(
    one: str, other: str, tmp_path: Path
) -> None:
    assert chart(tmp_path, row("100人", one, 100), row("120人", other, 120)) is None


@pytest.mark.parametrize(
    ("aspect", "by", "drawn"),
    [
        ("increase", "2025", ["100", "120"]),
        ("increase", "2022", ["100", "120", "9,000"]),
        ("level", "2025", ["100", "120", "9,000"]),
    ],
)
def test_a_change_that_is_promised_in_all_by_a_later_year_stands_in_no_line_of_years(
    aspect: str, by: str, drawn: list[str], tmp_path: Path
) -> None:
    keys = f"operator: eq, aspect: {aspect}"
    rows = row("100人", "2019", 100, keys), row("120人", "2020", 120, keys)
    made = chart(tmp_path, *rows, targets=(row("9000人", by, 9000, keys),))
    assert made and [point.label for point in made.points] == drawn
    assert ("Not drawn is 1 other figure:" in made.caption) == (len(drawn) == 2)


def fall(figure: str, period: str, value: object, operator: str = "eq") -> Row:
    return row(figure, period, value, f"operator: {operator}, aspect: decrease")


def test_a_fall_stands_below_nought_in_the_line_of_the_rises(tmp_path: Path) -> None:
    made = chart(tmp_path, FIRST, fall("30人", "2020", 30), row("80人", "2021", 80))
    assert [point.label for point in made.points] == ["100", "−30", "80"]
    assert [line.label for line in made.lines] == ["−50", "0", "50", "100"]
    rise, drop, _ = (Decimal(point.y) - Decimal(made.nought) for point in made.points)
    assert drop / rise == pytest.approx(Decimal("-0.3"), abs=Decimal("0.01"))
    assert [point.dy > 0 for point in made.points] == [False, True, False]
    assert "increase. 2019: 100; 2020: −30; 2021: 80" in made.description
    assert "Falls stand below nought." in made.caption and "ot drawn" not in made.caption


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "between them. Falls stand below nought. Not drawn is 1 other figure: it differs"),
        ("zh", "其间不连线。下降画在零线以下。另有1个数字未画："),
    ],
)
def test_what_a_chart_says_below_it_is_set_as_its_language_sets_sentences(
    language: str, said: str, tmp_path: Path
) -> None:
    rows = FIRST, fall("30人", "2020", 30), row("7人", "2021", 7, "operator: eq, aspect: level")
    text = report("a", "".join(f"招聘{figure}。\n" for figure, _, _ in rows), statements(*rows))
    context = context_of(tmp_path, text, language=language)
    indicator, observed = context.site.library.indicators[0], context.site.observations["new-jobs"]
    captions = [made.caption.striptags() for made in charts_of(context, indicator, observed)]
    assert len(captions) == 2 and all(said in caption for caption in captions)


def test_where_all_figures_fall_the_axis_goes_down_from_nought(tmp_path: Path) -> None:
    made = chart(tmp_path, fall("30人", "2019", 30), fall("20人以上", "2020", 20, "ge"))
    assert [point.label for point in made.points] == ["−30", "≤ −20"]
    labels = {line.label: Decimal(line.y) for line in made.lines}
    assert [*labels] == ["−40", "−20", "0"] and labels["0"] == Decimal(made.nought) == min(labels.values())
    assert Decimal(made.points[1].y) == labels["−20"] and "decrease. 2019: −30" in made.description


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
@pytest.mark.parametrize("seed", range(4))
def test_labels_of_falls_lie_on_no_other_and_on_no_tick(seed: int, sheet: Sheet, tmp_path: Path) -> None:
    dice = random.Random(seed)
    rows = [
        (fall if dice.random() < 0.5 else row)(f"{n}人", str(dice.randrange(1985, 2025)), n)
        for n in dice.sample(range(1_000, 10_000), 20)
    ]
    context = context_of(tmp_path, report("a", said(*rows), statements(*rows), date='"2025"', covers='"2025"'))
    made = chart_of(context, context.site.library.indicators[0], context.site.observations["new-jobs"], sheet)
    assert made and len(made.points) == 20
    boxes = _boxes(made)
    assert len(boxes) > 3 and max(line for _, _, line in boxes) < float(made.base)
    assert all(
        a[1] <= b[0] or b[1] <= a[0] or abs(a[2] - b[2]) >= 15
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
    )
    for left, right, line in boxes:
        assert [p for p in made.points if left < float(p.x) < right and line - 11 < float(p.y) < line] == []


RATES = {
    "content/indicators.yaml": "- {id: tax, name: {zh: 税收增减, en: Change of tax}, unit: '%', theme: jobs,"
    " definition: {zh: 税收。, en: Tax.}}"
}


def rate(number: int, quote: str, figure: str, aspect: str, value: str, year: str) -> str:
    keys = f"{{figure: {figure}, value: {value}, unit: '%', operator: eq, aspect: {aspect}, indicator: tax}}"
    return (
        f"- {{id: r0{number}, kind: result, quote: {quote}, gloss: tax, themes: [jobs], period: '{year}',"
        f" period_basis: stated, measures: [{keys}]}}\n"
    )


def test_a_rate_that_falls_stands_in_the_line_of_growth_whether_it_is_said_to_fall_or_printed_below_nought(
    tmp_path: Path,
) -> None:
    annotations = "statements:\n" + "".join(
        (
            rate(1, "税收增长5.0%", "5.0%", "growth", "5", "2018"),
            rate(2, "税收下降0.3%", "0.3%", "decrease", "0.3", "2019"),
            rate(3, "税收增长-2.50%", "-2.50%", "growth", "-2.5", "2020"),
            rate(4, "税收持平，增长0%", "0%", "growth", "0", "2021"),
        )
    )
    text = report("a", "税收增长5.0%。税收下降0.3%。税收增长-2.50%。税收持平，增长0%。", annotations)
    context = context_of(tmp_path, RATES, text)
    for made in charts_of(context, context.site.library.indicators[0], context.site.observations["tax"]):
        assert made.description == "growth. 2018: 5.0; 2019: −0.3; 2020: −2.50; 2021: 0"
    assert made.sheet == NARROW


def test_small_charts_have_falls_below_nought_on_the_axes_of_all(tmp_path: Path) -> None:
    rows = FIRST, fall("30人", "2020", 30)
    context = context_of(
        tmp_path,
        report("a", said(*rows), statements(*rows)),
        report("b", said(SECOND), statements(SECOND), district="baishi"),
    )
    made = small_charts(context, context.site.library.indicators[0], context.site.observations["new-jobs"])
    assert made and (made.floor, made.top) == ("−100", "200") and "from −100 to 200" in made.caption
    (qinghu,) = (one for one in made.charts if one.district.text == "Qinghu")
    rise, drop = (Decimal(point.y) - Decimal(made.nought) for point in qinghu.points)
    assert rise < 0 < drop and qinghu.said.endswith("−30")


def test_a_chart_says_how_many_figures_it_leaves_out(tmp_path: Path) -> None:
    level = "operator: eq, aspect: level"
    made = chart(
        tmp_path, FIRST, SECOND, row("7人", "2019", 7, level), row("3-5人", "2020", 3, "upper: 5, aspect: level")
    )
    assert made and "Not drawn are 2 other figures:" in made.caption
    assert "ot drawn" not in chart(tmp_path / "all", FIRST, SECOND).caption


def test_figures_of_one_thing_in_other_words_make_a_line_and_those_of_something_else_do_not(tmp_path: Path) -> None:
    def of(what: str) -> str:
        return f"operator: eq, aspect: increase, what: {{zh: {what}, en: words}}"

    said_so = row("110人", "2021", 110, of("新增的就业"))
    graduates = row("30人", "2019", 30, of("高校毕业生")), row("40人", "2022", 40, of("毕业的高校学生"))
    made = chart(tmp_path / "all", FIRST, SECOND, said_so, *graduates)
    assert made and [point.label for point in made.points] == ["100", "120", "110"]
    assert chart(tmp_path / "apart", FIRST, row("40人", "2022", 40, of("高校毕业生"))) is None
    alone = chart(tmp_path / "alone", *graduates)
    assert alone and [point.label for point in alone.points] == ["30", "40"]
    assert "Scope: words" in alone.caption and "words" in alone.description


def test_things_that_each_is_one_with_the_whole_make_no_line_with_each_other_in_whatever_order(tmp_path: Path) -> None:
    def of(what: str, year: int, value: int) -> Row:
        more = f"operator: eq, aspect: increase, what: {{zh: {what}, en: words}}"
        return row(f"{value}人", str(year), value, more)

    rows = [of("就业", 2018, 100), of("男性就业", 2019, 110), of("女性就业", 2020, 120), of("女性的就业", 2021, 130)]
    for number, order in enumerate(permutations(rows)):
        made = chart(tmp_path / str(number), *order)
        assert made and [point.label for point in made.points] == ["120", "130"]


@pytest.mark.parametrize(
    ("one", "other", "drawn"),
    [
        ("what: {zh: 就业军人, en: veterans}", "what: {zh: 就业战士, en: veterans}", False),
        ("scope: {zh: 城区, en: urban area}", "scope: {zh: 城区, en: the urban area}", True),
        ("scope: {zh: 城区, en: urban area}", "scope: {zh: 城内, en: urban area}", False),
    ],
)
def test_both_languages_draw_the_chart_that_the_chinese_words_make(
    one: str, other: str, drawn: bool, tmp_path: Path
) -> None:
    rows = [
        row(figure, year, figure[:3], f"operator: eq, aspect: increase, {more}")
        for figure, year, more in (("100人", "2019", one), ("120人", "2020", other))
    ]
    written = report("a", said(*rows), statements(*rows))
    for language in ("en", "zh"):
        context = context_of(tmp_path, written, language=language)
        made = chart_of(context, context.site.library.indicators[0], context.site.observations["new-jobs"])
        assert bool(made) is drawn


@pytest.mark.parametrize(
    ("one", "other"),
    [("2019-H1", "2020-01/2020-06"), ("2019", "2020-01/2020-12"), ("2020-02", "2021-02-01/2021-02-28")],
)
def test_figures_of_times_that_are_equally_long_make_a_line_however_these_are_written(
    one: str, other: str, tmp_path: Path
) -> None:
    made = chart(tmp_path, row("100人", one, 100), row("120人", other, 120))
    assert made and [point.label for point in made.points] == ["100", "120"]


def test_two_districts_at_two_times_make_no_chart(tmp_path: Path) -> None:
    assert chart(tmp_path, FIRST, targets=(row("130人", "2022", 130),), district="baishi") is None


def test_two_districts_stand_beside_each_other_only_with_the_same_kind_time_and_definition(tmp_path: Path) -> None:
    def beside(name: str, figure: str, period: str, value: int, kind: str = "result") -> Chart | None:
        rows = row("100人", "2020", 100), row(figure, period, value)
        context = context_of(
            tmp_path / name,
            report("a", said(rows[0]), statements(rows[0])),
            report("b", said(rows[1]), statements(rows[1], kind=kind), district="baishi", date_basis="inferred"),
        )
        return chart_of(context, context.site.library.indicators[0], context.site.observations["new-jobs"])

    same = beside("same", "200人", "2020", 200)
    assert {point.tick: point.label for point in same.points} == {"Qinghu": "100", "Baishi": "200"}
    written = beside("written", "200人", "2020-01/2020-12", 200)
    assert {point.label for point in written.points} == {"100", "200"}
    assert beside("later", "200人", "2021", 200) is None
    assert beside("promised", "200人", "2020", 200, "target") is None


def beside(top: Path, count: int, figure: int) -> Chart:
    """The chart of one figure each of so many of the invented districts."""
    rows = "".join(
        f"- {{id: {name}, name: {{zh: {zh}, en: '{en}'}}, city: {{zh: 云江市, en: Yunjiang}}, adcode: '{code}'}}\n"
        for code, (name, zh, en) in enumerate(NAMES[:count], 990101)
    )
    stated = row(f"{figure}人", "2020", figure)
    texts = (report(name, said(stated), statements(stated), district=name) for name, _, _ in NAMES[:count])
    context = context_of(top, {"content/districts.yaml": rows}, *texts)
    made = chart_of(context, context.site.library.indicators[0], context.site.observations["new-jobs"])
    assert made
    return made


def test_districts_are_named_beside_each_other_where_there_is_room(tmp_path: Path) -> None:
    made = beside(tmp_path, 2, 100)
    assert sorted(point.tick for point in made.points) == ["Hohhot", "Qinghu"] and "By number" not in made.caption


@pytest.mark.parametrize("count", [3, 8, 13])
def test_districts_whose_names_would_run_together_are_numbered_and_the_caption_says_which_is_which(
    tmp_path: Path, count: int
) -> None:
    made = beside(tmp_path, count, 1200)
    assert [point.tick for point in made.points] == [str(number) for number in range(1, count + 1)]
    assert all(f" {en}" in made.caption and f"{en}: 1,200" in made.description for _, _, en in NAMES[:count])
    assert {point.label for point in made.points} == {"1,200" if count < 13 else ""}


def test_people_and_attendances_never_stand_on_one_axis(tmp_path: Path) -> None:
    assert chart(tmp_path / "people", row("5000人", "2020", 5000), row("9000名", "2021", 9000)) is not None
    assert chart(tmp_path / "mixed", row("5000人", "2020", 5000), row("9000人次", "2021", 9000)) is None


def test_a_figure_that_is_a_bound_says_so(tmp_path: Path) -> None:
    made = chart(tmp_path, FIRST, row("120人以上", "2020", 120, "operator: ge, aspect: increase"))
    assert [point.label for point in made.points] == ["100", "≥ 120"]


def test_of_several_sets_the_largest_is_drawn(tmp_path: Path) -> None:
    level = "operator: eq, aspect: level"
    others = (row("7人", "2019", 7, level), row("8人", "2020", 8, level), row("9人", "2021", 9, level))
    assert [point.label for point in chart(tmp_path, FIRST, SECOND, *others).points] == ["7", "8", "9"]


@pytest.mark.parametrize(
    "rows",
    [
        (row("1.2345万人", "2010", 12345), row("5312.8亿人", "2020", 531280000000)),
        (row("5312.8亿人", "2010-11", 531280000000), row("1436.79亿人", "2020-12", 143679000000)),
        (FIRST, SECOND, row("123456789012人", "2020-06/2021-11", 123456789012)),
        (row("123456789012人", "2010-01-31", 123456789012), row("123456789013人", "2010-02-28", 123456789013)),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_no_label_reaches_out_of_the_drawing(
    rows: tuple[Row, ...], sheet: Sheet, language: str, tmp_path: Path
) -> None:
    context = context_of(tmp_path, report("a", said(*rows), statements(*rows)), language=language)
    made = chart_of(context, context.site.library.indicators[0], context.site.observations["new-jobs"], sheet)
    before = {"start": 0, "middle": 0.5, "end": 1}
    for point in made.points if made else ():
        for label, anchor in ((point.label, point.anchor), (point.tick, "middle")):
            left = float(point.x) - _width(label) * before[anchor]
            assert left >= 0 and left + _width(label) <= sheet.width, (label, point)


def test_a_chart_is_drawn_on_a_narrow_sheet_too_with_the_same_points_and_ticks_on_two_lines(tmp_path: Path) -> None:
    rows = (row("3400人", "2015", 3400), row("5000人", "2019", 5000), row("5300人", "2020", 5300))
    context = context_of(tmp_path, report("a", said(*rows), statements(*rows)))
    wide, narrow = charts_of(context, context.site.library.indicators[0], context.site.observations["new-jobs"])
    assert (wide.sheet, narrow.sheet) == (WIDE, NARROW)
    assert [(p.label, p.tick, p.y) for p in narrow.points] == [(p.label, p.tick, p.y) for p in wide.points]
    assert [p.line for p in wide.points] == [1, 1, 1] and [p.line for p in narrow.points] == [1, 2, 1]


def _boxes(made: Chart) -> list[tuple[float, float, float]]:
    """Of each label that is drawn from where to where it reaches, and its line."""
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}
    lefts = [(p, float(p.x) - _width(p.label) * before[p.anchor]) for p in made.points if p.label]
    return [(left, left + _width(p.label), float(p.y) + p.dy) for p, left in lefts]


@pytest.mark.parametrize("seed", range(6))
def test_of_many_figures_no_label_lies_on_another_or_on_a_point(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    drawn = sorted(dice.sample(range(10_000, 100_000), 60))
    dice.shuffle(drawn)
    keys = "operator: eq, aspect: level"
    told, due = (
        [row(f"{n}人", str(dice.randrange(1985, 2025)), n, keys) for n in some] for some in (drawn[:35], drawn[35:])
    )
    made = chart(tmp_path, *told, targets=tuple(due))
    assert made and len(made.points) == 60 and "are left out" in made.caption
    boxes = _boxes(made)
    assert len(boxes) > 5
    for left, right, line in boxes:
        under = [p for p in made.points if left < float(p.x) < right and line - 11 < float(p.y) < line]
        assert under == []
    assert all(
        a[1] <= b[0] or b[1] <= a[0] or abs(a[2] - b[2]) >= 15
        for number, a in enumerate(boxes)
        for b in boxes[number + 1 :]
    )


def test_a_label_without_room_above_its_point_stands_to_a_side_of_it(tmp_path: Path) -> None:
    values = {"2000": 30_000, "2001": 50_000, "2002": 59_000, "2030": 90_000}
    made = chart(tmp_path, *(row(f"{value}人", year, value) for year, value in values.items()))
    assert [point.label for point in made.points] == ["30,000", "50,000", "59,000", "90,000"]
    assert made.points[1].anchor == "end"  # above its point it would lie on the next


def test_there_is_no_chart_of_nothing(tmp_path: Path) -> None:
    assert chart(tmp_path, FIRST) is None


@given(st.decimals(min_value=0, max_value=10**14, places=2))
def test_the_top_of_the_axis_is_a_round_number_not_far_above_the_greatest_value(top: Decimal) -> None:
    ceiling = ceiling_of(top)
    assert top <= ceiling
    assert len(ceiling.normalize().as_tuple().digits) <= 2
    if top:
        assert ceiling <= 2 * top


@given(st.integers(1, 3000), st.integers(2, 999))
def test_the_top_of_an_axis_of_fractions_is_the_least_whole_that_none_is_above(top: int, of: int) -> None:
    ceiling = ceiling_of(Decimal(top), f"1/{of}")
    assert ceiling % of == 0 and ceiling - of < top <= ceiling


@given(st.lists(st.decimals(min_value=-(10**12), max_value=10**12, places=2), min_size=1, max_size=8))
def test_an_axis_holds_nought_and_all_values_between_a_few_lines_at_equal_distances(values: list[Decimal]) -> None:
    axis = axis_of(values, "人")
    assert axis.floor <= min(*values, Decimal(0)) and max(*values, Decimal(0)) <= axis.top
    assert all(0 <= axis.share(value) <= 1 for value in values)
    lines = axis.lines
    assert lines[-1] == axis.top and (lines[0] == axis.floor or not axis.floor) and len(lines) <= 5
    assert {after - before for before, after in pairwise(lines)} <= {axis.step}
    assert (Decimal(0) in lines) == (min(values) < 0)
