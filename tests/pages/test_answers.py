"""What became of a promise stands with it wherever it is listed, each later place linked."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.pages.context import PageContext
from duizhao.pages.parts.answers import answer_of

from ..sample import context_of, report
from .statements import annotations, statement

PROMISED = report(
    "a",
    "再办丙事。\n做乙事。\n做丁事。",
    annotations(statement("k01", "再办丙事"), statement("k02", "做乙事"), statement("k03", "做丁事")),
    date='"2020"',
    short="{zh: 早, en: Early}",
)
LATER = report(
    "b",
    "又办丙事，还办丙事。\n居民满意。",
    annotations(statement("r01", "又办丙事"), statement("r02", "还办丙事"), statement("k01", "居民满意")).replace(
        "2022", "2021"
    ),
    short="{zh: 晚, en: Late}",
    date='"2021-06"',
)
FOLLOW_UPS = {
    "content/follow-ups.yaml": """
        - promise: a/k01
          later: [b/r01, b/r02, {report: b, quote: 居民, en: residents}]
          evidence: restated
          because: {zh: 重申。, en: Again.}
        - {promise: a/k02, evidence: not-found, because: {zh: 未见。, en: Nothing.}, searched: [乙事]}
        """
}


@pytest.fixture
def context(tmp_path: Path) -> PageContext:
    return context_of(tmp_path, PROMISED, LATER, FOLLOW_UPS)


def told(context: PageContext, name: str) -> tuple[str, str, list[tuple[str, str]]] | None:
    answer = answer_of(context, context.site.statements[name])
    return answer and (answer.evidence, answer.path, [(link.text, link.path) for link in answer.later])


def test_later_words_are_named_by_text_then_paragraph_then_statement(context: PageContext) -> None:
    assert told(context, "a/k01") == (
        "Restated",
        "follow-up/a/index.html#k01",
        [
            ("Late, ¶1", "reports/b/index.html#r01"),
            ("r02", "reports/b/index.html#r02"),
            ("¶2", "reports/b/index.html#p2"),
        ],
    )


def test_a_promise_without_later_words_says_so_and_leads_to_its_row(context: PageContext) -> None:
    assert told(context, "a/k02") == ("Not found", "follow-up/a/index.html#k02", [])
    assert told(context, "a/k03") == ("Not due", "follow-up/a/index.html#k03", [])


def test_a_promise_of_the_last_text_is_not_due_and_a_result_has_no_answer(context: PageContext) -> None:
    assert told(context, "b/k01") == ("Not due", "follow-up/b/index.html#k01", [])
    assert told(context, "b/r01") is None
