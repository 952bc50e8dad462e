"""Policy phrases: shared by several districts, or one district's own."""

from __future__ import annotations

from pathlib import Path

from duizhao.pages.phrases import PhrasesView, phrases_page

from ..sample import context_of, report

TERMS = {
    "content/terms.yaml": "".join(
        f"- {{id: {name}, zh: {zh}, pinyin: {name}, en: {name}, meaning: {{zh: 义, en: meaning}}}}\n"
        for name, zh in (("six", "六稳"), ("grid", "网格"), ("chain", "链长"))
    )
}


def test_terms_of_several_districts_are_shared_and_those_of_one_are_its_own(tmp_path: Path) -> None:
    parts = (report("a", "六稳六稳网格网格链长。"), report("b", "六稳。", district="baishi"))
    view = phrases_page(context_of(tmp_path, TERMS, *parts)).view
    assert isinstance(view, PhrasesView)
    assert [(shared.term.zh, [cell.count for cell in shared.cells]) for shared in view.shared] == [("六稳", ["2", "1"])]
    assert [[(row.link.zh, row.count) for row in own.rows] for own in view.own] == [[("网格", "2"), ("链长", "1")], []]
    assert [own.title for own in view.own] == ["Only Qinghu", "Only Baishi"]
