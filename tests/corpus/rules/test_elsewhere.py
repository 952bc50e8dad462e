"""A place that has nothing to compare knows of what is printed: figures elsewhere, and what a refusal speaks of."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.elsewhere import (
    figures_elsewhere_are_of_no_indicator,
    figures_of_an_indicator_are_found,
    refusals_name_what_they_speak_of,
)

from ...sample import report
from .given import found


def stated(figure: str, measure: str, quote: str) -> str:
    return f"""
        statements:
        - id: s01
          kind: situation
          quote: {quote}
          gloss: members
          themes: [jobs]
          measures: [{{figure: {figure}, operator: eq, aspect: level, {measure}}}]
        """


def members(more: str = "") -> dict[str, str]:
    return {
        "content/indicators.yaml": f"""
            - id: members
              name: {{zh: 党员人数, en: Members}}
              unit: 名
              theme: jobs
              {more or "stock: true"}
              definition: {{zh: 党员。, en: Members.}}
            """
    }


HAIZHU = report(
    "a",
    "共有党员6万名。",
    stated("6万名", "value: 60000, unit: 名, indicator: members, what: {zh: 党员, en: m}", "共有党员6万名"),
)


def other(what: str, figure: str = "4万名", more: str = "", quote: str = "在册党员4万名投入防控") -> dict[str, str]:
    value, unit = {"4万名": (40000, "名"), "4万人": (40000, "人"), "4个": (4, "个")}[figure]
    said = f", what: {{zh: {what}, en: m}}" if what else ""
    return report(
        "b", f"{quote}。", stated(figure, f"value: {value}, unit: {unit}{said}{more}", quote), district="baishi"
    )


def test_a_figure_of_what_an_indicator_counts_is_told_where_the_district_has_none_of_it(tmp_path: Path) -> None:
    assert found(figures_of_an_indicator_are_found, tmp_path, members(), HAIZHU, other("投入防控的在册党员")) == [
        "figure-elsewhere: 4万名 counts 党员, and members says that baishi states nothing"
    ]


def test_measure_words_that_count_the_same_are_one_unit_and_the_quote_speaks_for_a_figure_without_words(
    tmp_path: Path,
) -> None:
    parts = other("", "4万人", quote="在册党员4万人投入防控")
    assert found(figures_of_an_indicator_are_found, tmp_path, members(), HAIZHU, parts) == [
        "figure-elsewhere: 4万人 counts 党员, and members says that baishi states nothing"
    ]


def test_an_indicator_without_a_figure_is_asked_by_its_own_words(tmp_path: Path) -> None:
    parts = other("在册党员")
    assert found(figures_of_an_indicator_are_found, tmp_path / "name", members(), parts) == []
    assert found(figures_of_an_indicator_are_found, tmp_path / "words", members("words: [党员]"), parts) == [
        "figure-elsewhere: 4万名 counts 党员, and members says that baishi states nothing"
    ]


@pytest.mark.parametrize(
    "parts",
    [
        other("居民"),
        other("党员活动室", "4个", quote="党员活动室4个"),
        other("在册党员", more=", indicator: members"),
        report("b", "党员4万名。", "", district="baishi"),
    ],
)
def test_another_thing_another_unit_and_what_stands_under_an_indicator_are_no_figures_elsewhere(
    parts: dict[str, str], tmp_path: Path
) -> None:
    assert found(figures_of_an_indicator_are_found, tmp_path, members(), HAIZHU, parts) == []


def test_a_figure_that_the_indicator_names_as_elsewhere_is_known(tmp_path: Path) -> None:
    named = members("elsewhere: [{statements: [b/s01], because: {zh: 只计投入的。, en: Those at work.}}]")
    assert found(figures_of_an_indicator_are_found, tmp_path, named, HAIZHU, other("在册党员")) == []
    assert found(figures_elsewhere_are_of_no_indicator, tmp_path / "again", named, HAIZHU, other("在册党员")) == []


def test_what_is_named_as_elsewhere_is_a_statement_and_of_no_figure_of_the_indicator(tmp_path: Path) -> None:
    named = members("elsewhere: [{statements: [a/s01, b/s09], because: {zh: 不是。, en: No.}}]")
    assert found(figures_elsewhere_are_of_no_indicator, tmp_path, named, HAIZHU, other("在册党员")) == [
        "unknown-id: a/s01 states a figure of members, and stands here as one that may not",
        "unknown-id: there is no statement 'b/s09'",
    ]


def refused(statements: str = "") -> dict[str, str]:
    cell = f"district: baishi, state: not-comparable, because: {{zh: 不同。, en: Other.}}{statements}"
    return {"content/themes.yaml": f"- {{id: jobs, name: {{zh: 就业, en: Jobs}}, cells: [{{{cell}}}]}}"}


def test_a_refusal_names_what_it_speaks_of_where_there_is_anything(tmp_path: Path) -> None:
    rule = refusals_name_what_they_speak_of
    assert found(rule, tmp_path / "nothing", refused(), HAIZHU, members()) == []
    assert found(rule, tmp_path / "bare", refused(), other("党员"), members()) == [
        "refusal-bare: this says of baishi under jobs why something is not to be compared, not what"
    ]
    assert found(rule, tmp_path / "named", refused(", statements: [b/s01]"), other("党员"), members()) == []
    assert found(rule, tmp_path / "other", refused(", statements: [a/s01]"), HAIZHU, members()) == [
        "unknown-id: a/s01 is of qinghu, and this of baishi"
    ]
