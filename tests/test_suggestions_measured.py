"""How good suggestions are: the figures that are kept and published are those of the program, on this content."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest

from bench.suggestions.figures import FIGURES, figures_of
from bench.suggestions.intervals import agreed_figures, agreed_kinds, agreed_statements, interval
from bench.suggestions.learning import weights_of
from bench.suggestions.linking import Pair, counted, linked, report_pairs
from bench.suggestions.matching import Counted, are_alike, pairs
from bench.suggestions.trial import Taught, shipped, taught, tried
from duizhao.content.records import Content
from duizhao.content.trials import IntercoderAgreement
from duizhao.suggest.weights import NAMES, judge, probability

from .conftest import TOP

# Far above what another machine's arithmetic may change, far below what anyone would notice.
_CLOSE = 0.01


def numbers_in(value: object) -> list[float]:
    """All numbers of a value read from JSON, in its order."""
    if isinstance(value, dict):
        return [number for each in value.values() for number in numbers_in(each)]
    if isinstance(value, list):
        return [number for each in value for number in numbers_in(each)]
    return [float(value)] if isinstance(value, int | float) else []


@pytest.fixture(scope="module")
def by(real_content: Content) -> Taught:
    return taught(real_content)


@pytest.mark.long
def test_the_figures_that_are_kept_are_those_of_the_program(real_content: Content, by: Taught) -> None:
    kept = json.loads(FIGURES.read_text("utf-8"))
    found = figures_of(tried(real_content, by), linked(report_pairs(real_content)), real_content.agreement)
    assert json.loads(json.dumps(found)).keys() == kept.keys()
    assert numbers_in(found) == pytest.approx(numbers_in(kept), abs=_CLOSE)


def test_links_are_counted_from_the_likelihood_on_that_serves_best() -> None:
    pair = Pair("a", "b", frozenset({("p", "x"), ("q", "y")}), (("p", "x", {"f": 2.0}), ("q", "y", {}), ("p", "z", {})))
    assert counted(pair, {"": -3.0, "f": 2.0}) == Counted(1, 1, 2)


@pytest.mark.long
def test_the_weights_that_are_shipped_are_what_all_reports_teach(real_content: Content, by: Taught) -> None:
    learned, carried = shipped(real_content, by), judge()
    for name in NAMES:
        mine, own = getattr(learned, name), getattr(carried, name)
        assert mine.keys() == own.keys()
        assert list(mine.values()) == pytest.approx([own[key] for key in mine], abs=_CLOSE)


@pytest.mark.long
def test_no_weight_is_of_words_that_only_one_text_has(real_content: Content) -> None:
    """No rule names a text: what is weighed are shapes, places and verbs of the genre."""
    names = {word for report in real_content.reports for word in (report.district, report.title.zh)}
    names |= {district.name.zh for district in real_content.districts}
    assert [key for key in judge().stated if any(name in key for name in names)] == []


def test_a_suggestion_and_a_statement_go_together_where_half_of_each_is_covered() -> None:
    assert are_alike((0, 10), (5, 15)) and not are_alike((0, 10), (6, 16)) and not are_alike((0, 4), (0, 10))


def test_pairs_are_one_to_one_and_of_one_kind_where_that_can_be() -> None:
    proposed = [((0, 10), "task"), ((0, 9), "target")]
    coded = [((0, 10), "target"), ((20, 30), "task")]
    assert pairs(proposed, coded) == [(1, 0)]


def test_counts_come_to_precision_recall_and_f1() -> None:
    one = Counted(same=6, proposed=8, coded=12)
    assert (one.precision, one.recall, one.f1) == (0.75, 0.5, 0.6)
    assert one + Counted(1, 2, 3) == Counted(7, 10, 15)


def test_an_interval_spans_what_samples_of_reports_come_to() -> None:
    read_well, read_ill = Counted(9, 10, 10), Counted(1, 10, 10)
    low, high = interval([read_well, read_ill])
    assert (low, high) == (read_ill.f1, read_well.f1)
    assert interval([read_well] * 3) == (0.9, 0.9) == interval([read_well])


def test_two_readings_are_held_against_each_other_as_suggestions_are() -> None:
    one = IntercoderAgreement(
        report="r", first=10, second=30, paired=9, kind=8, span=7,
        figures_first=4, figures_second=6, figures_both=4, value=3,
    )  # fmt: skip
    assert (agreed_statements([one]), agreed_kinds([one]), agreed_figures([one])) == (0.45, 0.4, 0.6)
    assert agreed_kinds([one, replace(one, first=0, second=0, kind=0)]) == 0.4


def test_what_is_learned_tells_examples_apart_and_comes_to_their_share() -> None:
    examples = [({"a": 1.0}, True)] * 30 + [({"a": 1.0}, False)] * 10 + [({"b": 1.0}, False)] * 40
    weights = weights_of(examples, 10.0)
    assert probability({"a": 1.0}, weights) == pytest.approx(0.75, abs=0.01)
    assert probability({"b": 1.0}, weights) < 0.05


def test_the_slope_is_nought_at_what_is_learned() -> None:
    examples = [({"a": 1.0, "b": 0.5}, True), ({"a": 1.0}, False), ({"b": 2.0}, True), ({"c": 1.0}, False)]
    weights = weights_of(examples, 0.5)
    for name in ("a", "b", "c"):
        pull = sum(f.get(name, 0.0) * (yes - probability(f, weights)) for f, yes in examples)
        assert math.isclose(pull, weights.get(name, 0.0) / 0.5, abs_tol=0.02)


REPORTS = (
    "tianhe-2020-work-report",
    "tianhe-2021-seven-tasks",
    "tianhe-2021-party-history",
    "haizhu-2021-party-building",
    "hongqiao-2018-three-focuses",
)


def cell(figure: dict[str, Any]) -> str:
    """A figure as the page has it: F1, its share of what two readings agree on, and between what it may lie."""
    if not figure["coded"]:
        return "–"
    words = f"{figure['f1']:.2f} · {figure['share of two readings']:.0%}"
    return words + (" · {:.2f}–{:.2f}".format(*figure["interval"]) if "interval" in figure else "")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_codebook_page_has_the_figures_that_are_kept(language: str) -> None:
    kept = json.loads(FIGURES.read_text("utf-8"))
    page = (TOP / "content" / "prose" / f"codebook.{language}.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ")[1:] for line in page.split("\n") if line.startswith("| ")][1:]
    counted = [*(kept["by report"][report] for report in REPORTS), kept["together"]]
    kinds = ("target", "task", "result", "measure")
    assert rows == [[cell(one[kind]) for kind in kinds] for one in counted]
    sure = kept["as sure as"]["0.9"]
    linked_well = kept["follow-ups"]["together"]
    said = (
        f"{linked_well['f1']:.2f}",
        f"{linked_well['interval'][0]:.2f}",
        f"{linked_well['interval'][1]:.2f}",
        str(sure["proposed"]),
        str(sure["right"]),
    )
    assert all(figure in page for figure in (*said, f"{kept['calibration error']:.3f}"))
