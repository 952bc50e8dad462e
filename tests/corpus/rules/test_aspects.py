"""An increase is not a level: figures of one indicator state the same of its quantity."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.aspects import aspects_agree
from duizhao.corpus.rules.units import aspects_are_held

from ...sample import report
from .given import found


def stated(aspect: str, figure: str = "300张", unit: str = "张") -> str:
    value = figure.removesuffix(unit)
    return f"""
        statements:
        - id: r01
          kind: result
          quote: 床位{figure}
          gloss: beds
          themes: [jobs]
          period: "2022"
          period_basis: stated
          measures:
          - {{figure: {figure}, value: {value}, unit: '{unit}', operator: eq, aspect: {aspect}, indicator: beds}}
        """


def beds(more: str = "", unit: str = "张") -> dict[str, str]:
    return {
        "content/indicators.yaml": f"""
            - id: beds
              name: {{zh: 床位, en: Beds}}
              unit: '{unit}'
              theme: jobs
              {more or "stock: true"}
              definition: {{zh: 床位。, en: Beds.}}
            """
    }


@pytest.mark.parametrize("aspect", ["increase", "decrease", "growth", "share", "rank"])
def test_an_indicator_of_levels_holds_no_figure_of_another_aspect(aspect: str, tmp_path: Path) -> None:
    parts = (beds("aspect: level"), report("a", "床位300张。", stated(aspect)))
    assert found(aspects_are_held, tmp_path, *parts) == [
        f"aspect-disagrees: the aspect is {aspect}, and beds holds level"
    ]


def test_an_indicator_of_changes_holds_a_rise_and_a_fall(tmp_path: Path) -> None:
    parts = (
        beds("aspect: growth", "%"),
        report("a", "床位3%。", stated("growth", "3%", "%")),
        report("b", "床位2%。", stated("decrease", "2%", "%"), district="baishi"),
    )
    assert found(aspects_are_held, tmp_path, *parts) == []


def test_figures_of_an_indicator_that_gives_no_aspect_are_alike(tmp_path: Path) -> None:
    parts = (
        beds(),
        report("a", "床位300张。", stated("level")),
        report("b", "床位200张。", stated("level", "200张")),
        report("c", "床位100张。", stated("increase", "100张")),
    )
    assert found(aspects_agree, tmp_path, *parts) == [
        "aspect-disagrees: the aspect is increase, and beds has level of a/r01"
    ]
    assert found(aspects_are_held, tmp_path / "undeclared", *parts) == []


def test_a_rise_and_a_fall_are_alike_where_no_aspect_is_given(tmp_path: Path) -> None:
    parts = (
        beds(unit="%"),
        report("a", "床位3%。", stated("growth", "3%", "%")),
        report("b", "床位2%。", stated("decrease", "2%", "%")),
    )
    assert found(aspects_agree, tmp_path, *parts) == []
