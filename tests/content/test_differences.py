"""What differs between a text and its steps is told with the step that mends it: pasted, the text is whole."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from hypothesis import given, strategies as st

from ..text.test_growth import grows_no_faster_than_its_text
from .reports import read


def mended(body: str, source: str, clean_up: str = "{}") -> tuple[list[str], str]:
    """The hints for a text and a capture, and the clean-up with all their lines pasted in."""
    _, issues = read(dedent(body), source=source, clean_up=clean_up)
    hints = [issue.hint for issue in issues]
    lists: dict[str, list[str]] = {}
    keys: list[str] = []
    for hint in hints:
        if listed := re.fullmatch(r"under clean_up: (\w+): paste: - (.*)", hint):
            lists.setdefault(listed[1], []).append(listed[2])
        elif single := re.fullmatch("under clean_up: paste: (.*)", hint):
            keys.append(single[1])
    return hints, "{" + ", ".join([*keys, *(f"{name}: [{', '.join(steps)}]" for name, steps in lists.items())]) + "}"


@pytest.mark.parametrize(
    ("source", "body", "steps"),
    [
        ("首页\n甲乙丙。\n", "甲乙丙。", ['lines: paste: - {drop: "1", reason: site-chrome}']),
        ("甲。\n分享\n打印\n关闭\n", "甲。", ['lines: paste: - {drop: "2-4", reason: site-chrome}']),
        ("就业\n甲。\n", "# 就业\n甲。", ['lines: paste: - {heading: "1", level: 1}']),
        ("一、\n就业\n甲。\n", "## 一、 就业\n甲。", ['lines: paste: - {heading: "1-2", level: 2, join: " "}']),
        ("新增就业\n4万人。\n", "新增就业4万人。", ['lines: paste: - {paragraph: "1-2"}']),
        (
            "扩大就业。新增4万人。\n",
            "### 扩大就业。\n新增4万人。",
            ['lines: paste: - {heading: "1", level: 3, part: "扩大就业。"}'],
        ),
        (
            "甲乙丙。【广告】丁戊己。\n",
            "甲乙丙。丁戊己。",
            ['lines: paste: - {drop: "1", reason: site-chrome, part: "【广告】"}'],
        ),
        ("全区政 府工作。\n", "全区政府工作。", ['patterns: paste: - {spacing: "政 府", count: 1}']),
        (
            "一、就业\n甲。\n二、教育\n乙。\n",
            "# 一、就业\n甲。\n# 二、教育\n乙。",
            ['patterns: paste: - {heading: "{一}、{…}", level: 1, count: 2}'],
        ),
        (
            "（一）扩大就业。新增4万人。\n（二）办好教育。建校3所。\n",
            "## （一）扩大就业。\n新增4万人。\n## （二）办好教育。\n建校3所。",
            ['patterns: paste: - {heading: "（{一}）{…}。", at: start, level: 2, count: 2}'],
        ),
        (
            "网格〔1〕员下沉。\n议事〔2〕会常开。\n",
            "网格员下沉。\n议事会常开。",
            ['patterns: paste: - {apart: "〔{n}〕", as: note-mark, at: anywhere, count: 2}'],
        ),
        (r"甲。\r\n乙。\r\n", "甲。\n乙。", [r"escapes: paste: - {escape: '\r\n', count: 2}"]),
        (
            "甲&nbsp;乙&amp;nbsp;丙。\n",
            "甲乙丙。",
            [
                'entities: paste: - {entity: "&amp;", count: 1}',
                'entities: paste: - {entity: "&nbsp;", becomes: "", count: 2}',
            ],
        ),
        (
            "&nbsp;甲&amp;乙&#24180;。\n",
            "甲&乙年。",
            [
                'entities: paste: - {entity: "&#24180;", count: 1}',
                'entities: paste: - {entity: "&amp;", count: 1}',
                'entities: paste: - {entity: "&nbsp;", becomes: "", count: 1}',
            ],
        ),
        ("甲\u200b乙\u200b。\n", "甲乙。", ["characters: paste: - {character: U+200B, count: 2}"]),
        ("全区⼯业⽤地。\n", "全区工业用地。", ["paste: radicals: 2"]),
        ("白石區(qū)修繕老街。\n", "白石区修缮老街。", ["paste: pinyin: removed", "paste: script: to-simplified"]),
        ("今年,修缮老街;明年(春)呢?\n", "今年，修缮老街；明年（春）呢？", ["paste: punctuation: full-width"]),
        ("修缮1,200户,完成。\n", "修缮1,200户，完成。", ["paste: punctuation: full-width"]),
    ],
)
def test_a_difference_names_the_step_that_mends_it(source: str, body: str, steps: list[str]) -> None:
    hints, clean_up = mended(body, source)
    assert sorted(hints) == sorted(f"under clean_up: {step}" for step in steps)
    found, issues = read(body, source=source, clean_up=clean_up)
    assert found is not None and issues == []


def test_a_messy_capture_is_mended_in_one_round_but_for_what_is_counted_in_lines_that_go() -> None:
    source = (
        "首页\n政府工作报告\n各位代表：\n一、&nbsp;回顾\n（一）就业〔1〕扩大。新增4万人。\n（二）教育改善。建校3所。\n"
        "二、安排\n名词解释\n〔1〕就业：做工。\n"
    )
    body = "各位代表：\n# 一、回顾\n## （一）就业扩大。\n新增4万人。\n## （二）教育改善。\n建校3所。\n# 二、安排"
    _, clean_up = mended(body, source)
    _, issues = read(body, source=source, clean_up=clean_up)
    assert [issue.message for issue in issues] == ["'〔{n}〕' is found once, and count says 2"]
    found, issues = read(body, source=source, clean_up=clean_up.replace("anywhere, count: 2", "anywhere, count: 1"))
    assert found is not None and issues == []


@pytest.mark.parametrize(("join", "wanted"), [("\u3000", " "), (" ", "\u3000"), (" ", ""), ("\u3000\u3000", " ")])
def test_what_a_step_puts_between_lines_is_told_as_its_join(join: str, wanted: str) -> None:
    source, body = "一、\n就业\n甲。\n", f"# 一、{wanted}就业\n甲。"
    clean_up = '{{lines: [{{heading: "1-2", level: 1, join: "{}"}}]}}'
    _, (issue,) = read(body, source=source, clean_up=clean_up.format(join))
    assert issue.hint == f'under clean_up: in the step of lines 1-2 write join: "{wanted}"'
    assert read(body, source=source, clean_up=clean_up.format(wanted))[1] == []


@pytest.mark.parametrize(
    ("source", "body", "clean_up"),
    [
        ("甲①乙。\n", "甲 乙。", '{characters: [{character: U+2460, becomes: "\u3000", count: 1}]}'),
        ("甲①乙。\n", "甲乙。", '{characters: [{character: U+2460, becomes: "\u3000", count: 1}]}'),
        ("甲&ensp;乙。\n", "甲 乙。", '{entities: [{entity: "&ensp;", becomes: "\u3000", count: 1}]}'),
    ],
)
def test_no_step_is_offered_for_characters_that_the_capture_does_not_have(
    source: str, body: str, clean_up: str
) -> None:
    hints, _ = mended(body, source, clean_up)
    assert hints and not any("count: 0" in hint or "paste" in hint for hint in hints)


def test_words_that_no_step_makes_are_told_to_be_the_source_s() -> None:
    hints, _ = mended("新增就业五万人。", "新增就业4万人。\n")
    assert hints == ["the text is the source's: put its words back, or mend the steps"]


def test_a_text_that_has_nothing_in_common_with_its_capture_is_told() -> None:
    _, issues = read("甲。", source="\n")
    assert [issue.message for issue in issues] == ["'甲。' stands nowhere in source.txt"]
    _, issues = read("", source="甲。\n")
    assert [issue.message for issue in issues] == ["the report has no text, and the steps make a block of source.txt"]
    _, issues = read("乙。", source="甲。\n乙。\n")
    assert [issue.message for issue in issues] == ["the text lacks '甲。', which the steps make of source.txt line 1"]


LINES = st.lists(
    st.sampled_from(["甲乙丙丁。", "甲乙丙。", "戊", "（一）己。庚。", "己。", "庚。", "&nbsp;", "政 府〔1〕"]),
    max_size=7,
)


@given(LINES, LINES, st.lists(st.sampled_from(["", "# ", "### "]), min_size=7, max_size=7))
def test_a_text_is_told_to_differ_where_it_does_and_only_then(
    captured: list[str], written: list[str], marks: list[str]
) -> None:
    body = [mark + line for mark, line in zip(marks, written, strict=False)]
    found, issues = read("\n".join(body), source="\n".join(captured) + "\n", clean_up="{}")
    assert (found is None) is bool(issues) is (captured != body)
    assert {issue.code for issue in issues} <= {"text-changed"}
    assert len({(issue.place, issue.message, issue.hint) for issue in issues}) == len(issues)


@pytest.mark.parametrize("run", ["甲", "甲。\n", "一是甲。乙\n", "&amp;", "〔1〕\n", "\n"])
@pytest.mark.long
def test_comparing_grows_with_the_texts(run: str) -> None:
    # From a length on at which the lines that are compared are cut: just below it the cut itself looks like a square.
    grows_no_faster_than_its_text(lambda text: read("乙\n" + text, source=text + "丙\n", clean_up="{}"), run, 4800)
