"""Pages that editors write, and the tables of trials on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.vocabulary import EVIDENCE
from duizhao.pages.prose import ProseView, prose_pages

from ..conftest import TOP
from ..sample import context_of, report

A_REPORT = report("first", "新增就业很多。")


@pytest.mark.parametrize(
    ("same", "pairs", "said"),
    [
        (62, 66, "62 (94%)"),
        (1, 8, "1 (13%)"),
        (1, 2, "1 (50%)"),
        (299, 300, "299 (99%)"),
        (1, 300, "1 (1%)"),
        (0, 66, "0 (0%)"),
        (66, 66, "66 (100%)"),
        (0, 0, "0"),
    ],
)
def test_a_share_is_rounded_and_all_or_nothing_is_said_only_of_all_or_nothing(
    tmp_path: Path, same: int, pairs: int, said: str
) -> None:
    assert shares(tmp_path, same, pairs, "en") == [said, said, said]
    assert shares(tmp_path, same, pairs, "zh") == [said.replace(" (", "（").replace(")", "）")] * 3


def shares(top: Path, same: int, pairs: int, language: str) -> list[str]:
    """How the codebook says that so many of so many pairs are the same: in kind, in span and in value."""
    counts = f"first: {pairs}, second: {pairs}, paired: {pairs}, kind: {same}, span: {same}"
    figures = f"figures_first: {pairs}, figures_second: {pairs}, figures_both: {pairs}, value: {same}"
    agreement = {"content/agreement.yaml": f"- {{report: first, {counts}, {figures}}}"}
    context = context_of(top / language, A_REPORT, agreement, language=language)
    (trial,) = (
        page.view.trial for page in prose_pages(context) if isinstance(page.view, ProseView) and page.view.trial
    )
    (row,) = trial.rows
    return [row.cells[place] for place in (3, 4, 7)]


@pytest.mark.parametrize(("language", "said"), [("en", "There are eight kinds of evidence"), ("zh", "查对结果分八种")])
def test_the_method_has_as_many_kinds_of_evidence_as_there_are(language: str, said: str) -> None:
    assert len(EVIDENCE) == 8
    assert said in (TOP / "content" / "prose" / f"method.{language}.md").read_text("utf-8")
