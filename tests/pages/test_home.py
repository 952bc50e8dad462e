"""The home page: which promise stands there with its later words, and what there is without any."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.pages.home import HomeView, home_page

from ..sample import SMALLEST, context_of, report
from .statements import annotations, statement

OTHER = """
- id: places
  name: {zh: 学位, en: Places}
  unit: 人
  theme: jobs
  definition: {zh: 学位。, en: Places.}
"""
TARGETS = annotations(
    statement("t01", "再增110人", figure="110人"),
    statement("t02", "再招120人", figure="120人").replace("new-jobs", "places"),
    statement("k01", "做甲事"),
)
PROMISED = report("a", "再增110人。\n再招120人。\n做甲事。", TARGETS, date='"2021"')
LATER = report(
    "b",
    "新增100人。\n已招90人。\n继续做甲事。",
    annotations(
        statement("r01", "新增100人", figure="100人"),
        statement("r02", "已招90人", figure="90人").replace("new-jobs", "places"),
        statement("k01", "继续做甲事"),
    ),
)
INDICATORS = {"content/indicators.yaml": SMALLEST["content/indicators.yaml"].replace("\n        ", "\n") + OTHER}


def followed(*rows: tuple[str, str, str]) -> dict[str, str]:
    """Follow-ups: of each the promise, the evidence and the later words."""
    because = "because: {zh: 见后文。, en: See the later text.}"
    lines = (f"- {{promise: a/{one}, evidence: {kind}, later: [b/{later}], {because}}}\n" for one, kind, later in rows)
    return {"content/follow-ups.yaml": "".join(lines)}


def home(top: Path, *parts: dict[str, str], language: str = "en") -> HomeView:
    view = home_page(context_of(top, *parts, language=language)).view
    assert isinstance(view, HomeView)
    return view


def chosen(top: Path, *parts: dict[str, str]) -> str:
    """The quote of the promise that the home page shows."""
    answered = home(top, INDICATORS, PROMISED, LATER, *parts).answered
    assert answered
    return answered.promise.quote


def test_a_promise_stands_there_with_its_later_words_and_the_way_to_its_row(tmp_path: Path) -> None:
    answered = home(tmp_path, INDICATORS, PROMISED, LATER, followed(("t01", "other-definition", "r01"))).answered
    assert answered
    assert (answered.promise.quote, [one.quote for one in answered.later]) == ("再增110人", ["新增100人"])
    assert answered.evidence.text == "Other definition" and answered.because == "See the later text."
    assert answered.row.path == "follow-up/a/index.html#t01"


def test_what_is_answered_by_a_result_with_a_figure_comes_before_what_is_not(tmp_path: Path) -> None:
    rows = followed(("t01", "reported-progress", "k01"), ("t02", "other-definition", "r02"))
    assert chosen(tmp_path, rows) == "再招120人"


def test_of_such_promises_the_best_evidence_comes_first(tmp_path: Path) -> None:
    rows = followed(("t01", "other-definition", "r01"), ("t02", "reported-done", "r02"))
    assert chosen(tmp_path, rows) == "再招120人"


def test_of_equals_the_one_is_taken_whose_indicator_the_site_names(tmp_path: Path) -> None:
    rows = followed(("t01", "other-definition", "r01"), ("t02", "other-definition", "r02"))
    named = {"content/site.yaml": SMALLEST["content/site.yaml"] + "home_figures: [places]\n"}
    assert chosen(tmp_path / "named", rows, named) == "再招120人"
    other = {"content/site.yaml": SMALLEST["content/site.yaml"] + "home_figures: [new-jobs]\n"}
    assert chosen(tmp_path / "other", rows, other) == "再增110人"


@pytest.mark.parametrize(
    "rows", [(), (("k01", "restated", "k01"),)], ids=["nothing-followed", "no-promise-with-a-figure"]
)
def test_without_an_answered_promise_with_a_figure_none_is_shown(
    tmp_path: Path, rows: tuple[tuple[str, str, str], ...]
) -> None:
    assert home(tmp_path, INDICATORS, PROMISED, LATER, followed(*rows) if rows else {}).answered is None


def test_the_overview_in_small_leads_to_the_sentences_and_is_not_there_without_any(tmp_path: Path) -> None:
    seen = home(tmp_path / "some", INDICATORS, PROMISED).glance
    assert seen and [row.theme.path for group in seen.groups for row in group.rows] == ["compare/jobs/index.html"]
    assert home(tmp_path / "none", report("a", "甲。")).glance is None
