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
    assert (
        issue.hint
        == "write count: 2 if it is meant at each of these: line 1 …甲〔1〕乙〔2〕。…; line 1 …甲〔1〕乙〔2〕。…"
    )
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


TO_SIMPLIFIED = "{script: to-simplified, script_exceptions: {%s}}"


@pytest.mark.parametrize(
    ("exceptions", "message", "hint"),
    [
        ("執著: 执着", "執著 never stands in the text: it is 执著 once the script is converted", "write 执著: 执着"),
        (
            "街道: 街道",
            "街道 never stands in the text as the script conversion leaves it",
            "correct the word, or take it out",
        ),
        ("習慣: 习惯", "習慣 is 习惯 without an exception", "take it out"),
        ("执著: 执着, 执著地: 执着地", "执著地 never stands in the text as the script conversion leaves it", "correct"),
    ],
)
def test_an_exception_that_never_applies_is_told_at_its_key(exceptions: str, message: str, hint: str) -> None:
    clean_up = TO_SIMPLIFIED % exceptions
    _, (issue,) = read("执着，习惯。", source="執著，習慣。", clean_up=clean_up)
    assert (issue.code, issue.message) == ("exception-unused", message)
    assert issue.hint.startswith(hint)
    last = exceptions.split(", ")[-1]
    assert issue.place.col == len("clean_up: ") + clean_up.index(last) + 1


@pytest.mark.parametrize("exceptions", ["执著: 执着", "执著: 执着, 执着: 执着"])
def test_an_exception_that_applies_is_none_be_it_only_to_what_another_made(exceptions: str) -> None:
    assert read("执着，习惯。", source="執著，習慣。", clean_up=TO_SIMPLIFIED % exceptions)[1] == []


def test_exceptions_without_a_conversion_never_apply() -> None:
    _, (issue,) = read("执著。", source="执著。", clean_up="{script_exceptions: {执著: 执着}}")
    assert (issue.code, issue.hint.split(",")[0]) == ("exception-unused", "add script: to-simplified")


@pytest.mark.parametrize(
    ("source", "clean_up", "place", "named"),
    [
        ("甲。\n二\u200b三。", "{lines: []}", "2:2", "U+200B"),
        ("甲\x1b[0m。\n二三。", "{lines: []}", "1:2", "U+001B"),
        ("甲。\n\u202e二三。", "{script: to-simplified}", "2:1", "U+202E"),
        ("甲\u2028。\n二三\ufffe。", "{lines: []}", "1:2", "U+2028"),
        ("\ue5e5甲。\r\n二三。\r\n", "{lines: []}", "1:1", "U+E5E5"),
        ("甲\r二三。\r", "{lines: []}", "1:2", "U+000D"),
    ],
)
def test_a_capture_keeps_no_character_that_cannot_be_read(source: str, clean_up: str, place: str, named: str) -> None:
    found, issues = read("甲。\n二三。", source=source, clean_up=clean_up)
    assert found is None
    assert (issues[0].code, str(issues[0].place)) == ("odd-character", f"{FOLDER}/source.txt:{place}")
    assert issues[0].message.startswith(named) and "characters" in issues[0].hint


@pytest.mark.parametrize(
    ("source", "body", "step"),
    [
        ("甲。\r二。\r", "甲。\n二。", '{character: U+000D, becomes: "\\n", count: 2}'),
        ("甲。\u2028二。", "甲。\n二。", '{character: U+2028, becomes: "\\n", count: 1}'),
        ("甲。\x85二。", "甲。\n二。", '{character: U+0085, becomes: "\\n", count: 1}'),
        ("甲\x93二\x94三\x94。", "甲“二”三”。", '{character: U+0093, becomes: "“", count: 1}'),
        ("\ufeff\ufeff甲。", "甲。", "{character: U+FEFF, count: 1}"),
        ("甲\u3164二。", "甲二。", "{character: U+3164, count: 1}"),
    ],
)
def test_the_step_for_a_character_that_cannot_be_read_keeps_what_it_stands_for(
    source: str, body: str, step: str
) -> None:
    _, issues = read(body, source=source, clean_up="{lines: []}")
    assert issues[0].hint == f"under clean_up: characters: paste: - {step}"
    steps = [issue.hint.removeprefix("under clean_up: characters: paste: - ") for issue in issues]
    assert read(body, source=source, clean_up=f"{{characters: [{', '.join(steps)}]}}")[1] == []


@pytest.mark.parametrize("lost", ["\ufffd", "\ue5e5"])
def test_a_character_that_is_lost_is_replaced_or_marked_as_illegible_and_never_just_dropped(lost: str) -> None:
    _, issues = read("甲□。", source=f"甲{lost}。", clean_up="{lines: []}")
    assert 'becomes: "□", count: 1}' in issues[0].hint and "illegible" in issues[0].hint
    steps = f'{{character: U+{ord(lost):04X}, becomes: "□", count: 1}}'
    clean_up = f'{{characters: [{steps}], patterns: [{{illegible: "□", count: 1}}]}}'
    assert read("甲□。", source=f"甲{lost}。", clean_up=clean_up)[1] == []


def test_an_entity_that_stands_for_an_unseen_character_is_mended_in_its_own_step() -> None:
    clean_up = '{entities: [{entity: "&#x202e;", count: 1}]}'
    _, issues = read("甲。", source="甲&#x202e;。", clean_up=clean_up)
    assert issues[0].hint == 'under clean_up: in the step of &#x202e; write becomes: ""'


def test_a_character_that_a_step_drops_may_stand_in_a_capture() -> None:
    steps = '{lines: [{drop: "1", reason: site-chrome}, {drop: "2", part: "\\u200b", reason: site-chrome}]}'
    _, issues = read("甲。", source="\x00\n甲\u200b。", clean_up=steps)
    assert [issue.code for issue in issues] == ["odd-character"]  # an escape of YAML writes none, either


def test_a_line_that_is_dropped_may_hold_anything() -> None:
    steps = '{lines: [{drop: "1", reason: site-chrome}]}'
    assert read("甲。", source="\x00\u202e\ue000\n甲。", clean_up=steps)[1] == []
