"""What was checked, counted."""

from __future__ import annotations

from pathlib import Path

from duizhao.corpus.tally import by_program_tally, checked, follow_up_tally, report_tally, script_doubts, totals

from ..sample import report, site_of

TASK = "kind: task, themes: [jobs], gloss: words, period_basis: stated"


def test_a_report_is_counted_by_its_paragraphs_statements_and_numbers(tmp_path: Path) -> None:
    annotations = f"""
        statements: [{{id: k01, quote: 修路, by: "2022", {TASK}}}]
        nothing_to_code: [p2]
        """
    site = site_of(tmp_path, report("a", "# 民生\n修路。\n甲。\n乙12人。", annotations))
    counts = report_tally(site.reports["a"])
    assert counts == {
        "characters": 16,
        "paragraphs": 3,
        "annotated": 1,
        "nothing-to-code": 1,
        "unread": 1,
        "targets": 0,
        "tasks": 1,
        "results": 0,
        "situations": 0,
        "undated": 0,
        "measures": 0,
        "numbers": 1,
        "unaccounted": 1,
        "translated": 0,
        "compared": 0,
    }


def test_promises_are_counted_by_evidence_in_the_vocabulary_s_order_and_none_is_not_named(tmp_path: Path) -> None:
    annotations = f"""
        statements:
        - {{id: k01, quote: 甲事, by: "2022", {TASK}}}
        - {{id: k02, quote: 乙事, by: "2022", {TASK}}}
        """
    because = "because: {zh: 无。, en: None.}"
    follow_ups = f"""
        - {{promise: a/k01, evidence: restated, later: [], {because}}}
        - {{promise: a/k02, evidence: not-due, {because}}}
        """
    site = site_of(tmp_path, report("a", "甲事。乙事。", annotations), {"content/follow-ups.yaml": follow_ups})
    assert list(follow_up_tally(site.followed.values()).items()) == [("restated", 1), ("not-due", 1)]


def test_what_the_script_conversion_may_have_got_wrong_is_told_with_its_place_in_the_block(tmp_path: Path) -> None:
    steps = {"clean_up": '{script: to-simplified, script_exceptions: {王升: 王升}, lines: [{heading: "1", level: 1}]}'}
    site = site_of(tmp_path, report("a", "# 民生\n李干看著王升。", source="民生\n李乾看著王昇。\n", **steps))
    found = [(block.id, doubt.offset, doubt.char, doubt.other) for block, doubt in script_doubts(site.reports["a"])]
    assert found == [("p1", 1, "干", "乾"), ("p1", 3, "著", "着")]


def test_what_stands_as_a_program_said_it_is_counted(tmp_path: Path) -> None:
    result = "kind: result, themes: [jobs], gloss: words"
    annotations = f"""
        statements:
        - {{id: r01, quote: 新增5家, {result}, measures: [{{figure: 5家, aspect: increase}}], entered: suggested}}
        - {{id: r02, quote: 新增6家, {result}, measures: [{{figure: 6家, value: 6, unit: 家, operator: eq}}]}}
        """
    site = site_of(tmp_path, report("a", "新增5家。\n新增6家。", annotations))
    assert by_program_tally(site.reports["a"]) == {"suggested": 1, "parser": 1}


def test_figures_are_counted_by_what_was_checked_of_them(tmp_path: Path) -> None:
    result, whole = "kind: result, themes: [jobs], gloss: words", "unit: 家, operator: eq, aspect: increase"
    annotations = f"""
        statements:
        - {{id: r01, quote: 新增5家, {result}, measures: [{{figure: 5家}}], entered: suggested}}
        - {{id: r02, quote: 新增6家, {result}, measures: [{{figure: 6家, value: 6, {whole}}}], entered: suggested}}
        - {{id: r03, quote: 新增7家, {result}, measures: [{{figure: 7家, value: 7, {whole}}}]}}
        - {{id: r04, quote: 新增8家, {result}, measures: [{{figure: 8家, value: 8, aspect: increase}}]}}
        - {{id: r05, quote: 新增9家, {result}, measures: [{{figure: 9家}}]}}
        """
    site = site_of(tmp_path, report("a", "新增5家。新增6家。新增7家。新增8家。新增9家。", annotations))
    assert checked(site.reports["a"]) == {"parsed": 3, "suggested": 1, "re-read": 1}
    assert totals(site)["figures"] == 1 and totals(site)["parser"] == 3
