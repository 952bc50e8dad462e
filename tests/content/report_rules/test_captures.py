"""Rules of a capture: whole steps that fit it, the text that they make, and what is given as printed."""

from __future__ import annotations

import pytest

from ..reports import FOLDER, read

_NO_ACT = "a line step needs one act: drop, metadata, heading, paragraph, apart, rows"


@pytest.mark.parametrize(
    ("clean_up", "message"),
    [
        ("{lines: [{reason: duplicate}]}", _NO_ACT),
        ('{lines: [{drop: "1", heading: "1"}]}', _NO_ACT),
        ("{lines: [{drop: one, reason: share}]}", "'one' names no lines"),
        ('{lines: [{drop: "1"}]}', "a drop step needs its reason"),
        ('{lines: [{heading: "1"}]}', "a heading step needs its level"),
        ('{lines: [{heading: "1", level: 4}]}', "a heading step needs its level"),
        ('{lines: [{metadata: "1"}]}', "a metadata step needs its fields"),
        ("{script_exceptions: {著力: 着}}", "script_exceptions change the length of the text: 著力: 着"),
    ],
)
def test_a_clean_up_step_that_cannot_be_done_is_an_issue(clean_up: str, message: str) -> None:
    found, issues = read("甲。", clean_up=clean_up)
    assert found is None
    assert [(issue.code, issue.message) for issue in issues] == [("clean-up-step", message)]


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("甲乙丙。\n丁。", "14:3", "the text has '丙。' where the steps make '。' of source.txt line 1"),
        ("甲乙\n丁。", "14:3", "the text has '' where the steps make '。' of source.txt line 1"),
        (
            "# 甲乙。\n丁。",
            "14:3",
            "the text has a heading of level 1, the steps make a paragraph of source.txt line 1",
        ),
        ("甲乙。", "14:1", "the text lacks '丁。', which the steps make of source.txt line 2"),
        ("甲乙。\n丁。\n\n戊。", "17:1", "'戊。' stands nowhere in source.txt"),
    ],
)
def test_a_text_that_the_steps_do_not_make_is_shown_where_it_differs(body: str, place: str, message: str) -> None:
    found, issues = read(body, source="甲乙。\n丁。\n", clean_up="{lines: []}")
    assert found is None
    assert [(issue.code, str(issue.place), issue.message) for issue in issues] == [
        ("text-changed", f"{FOLDER}/report.md:{place}", message)
    ]


def test_all_differences_are_told_up_to_twenty_and_the_rest_counted() -> None:
    body = "\n".join(f"甲乙丙丁第{number}段。" for number in range(30))
    source = "\n".join(f"甲乙丙戊第{number}段。" for number in range(30))
    _, issues = read(body, source=source, clean_up="{}")
    assert len(issues) == 21
    assert [issue.place.line for issue in issues] == list(range(14, 35))
    assert issues[-1].message == "and 10 more"


def test_a_count_that_is_wrong_is_pointed_at_and_the_text_is_not_compared() -> None:
    steps = '{patterns: [{apart: "〔{n}〕", as: note-mark, at: anywhere, count: 1}]}'
    _, (issue,) = read("甲乙。", source="甲〔1〕乙〔2〕。\n", clean_up=steps)
    assert (issue.code, issue.message) == ("clean-up-count", "'〔{n}〕' is found twice, and count says 1")
    assert issue.hint == "found at line 1 …甲〔1〕乙〔2〕。…; line 1 …甲〔1〕乙〔2〕。…"
    assert issue.place.col == steps.index("count: 1") + len("clean_up: ") + len("count: ") + 1


def test_radicals_that_are_miscounted_are_pointed_at() -> None:
    _, (issue,) = read("工业。", source="⼯业。\n", clean_up="{radicals: 2}")
    assert (issue.code, issue.place.col) == ("clean-up-count", len("clean_up: {radicals: ") + 1)


def test_what_a_metadata_step_takes_is_given_as_printed_and_nothing_else_is() -> None:
    steps = '{lines: [{metadata: "1", fields: [date]}]}'
    source = "2022年1月\n正文。"
    _, issues = read("正文。", source=source, clean_up=steps)
    assert [(issue.code, issue.message) for issue in issues] == [
        ("printed-mismatch", "this step takes date, and `printed` does not give it")
    ]
    _, issues = read("正文。", source=source, clean_up=steps, printed="{date: 2022年1月, title: 正文}")
    assert [(issue.code, issue.message) for issue in issues] == [
        ("printed-mismatch", "no line taken to metadata as title holds '正文'")
    ]


def test_a_word_that_is_not_as_printed_is_pointed_at_within_its_list() -> None:
    steps = '{lines: [{metadata: "1", fields: [captions, byline]}]}'
    _, issues = read("正文。", source="图一 图二\n正文。", clean_up=steps, printed="{captions: [图一, 图三]}")
    front = {issue.message: issue.place for issue in issues}
    assert {message: place.col for message, place in front.items()} == {
        "this step takes byline, and `printed` does not give it": 55,
        "no line taken to metadata as captions holds '图三'": 26,
    }


def test_what_is_given_as_printed_is_held_against_the_source_though_it_is_empty() -> None:
    _, issues = read("正文。", printed="{title: ''}")
    assert [issue.message for issue in issues] == ["no line taken to metadata as title holds ''"]
