"""What kinds of change a promise and its later words hold, by what the later words are."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rewordings import Places, rewordings_of

from ..pages.statements import annotations, statement
from ..sample import report, site_of


@pytest.mark.parametrize(
    ("promised", "later", "name", "changes"),
    [
        ("发生安全事故0起", "全年发生安全事故2起", "r01", ("number-changed", "promise-result")),
        ("发生安全事故0起", "全年发生安全事故2起", "s01", ("number-changed", "promise-result")),
        ("建成创新创业基地", "全年建成创新创业基地", "k02", ("deadline-added",)),
        ("年底前建成创新创业基地", "上半年建成创新创业基地", "r01", ("deadline-gone", "promise-result")),
        ("年底前建成创新创业基地", "上半年建成创新创业基地", "k02", ("deadline-changed",)),
        ("年底前建成创新创业基地", "建成创新创业基地", "r01", ("deadline-gone", "promise-result")),
        ("全年建成创新创业基地", "全年建成创新创业基地", "r01", ("word-for-word", "promise-result")),
    ],
)
def test_a_time_of_words_that_commit_to_nothing_is_no_deadline(
    promised: str, later: str, name: str, changes: tuple[str, ...], tmp_path: Path
) -> None:
    follow_up = f"- {{promise: a/k01, later: [b/{name}], evidence: related-words, because: {{zh: 同。, en: Same.}}}}"
    site = site_of(
        tmp_path,
        report("a", f"{promised}。", annotations(statement("k01", promised)), date='"2021"'),
        report("b", f"{later}。", annotations(statement(name, later))),
        {"content/follow-ups.yaml": follow_up},
    )
    (found,) = rewordings_of(site.followed.values(), Places(site.reports))
    assert found.changes == changes
