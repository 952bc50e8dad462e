"""What lines go to: headings and furniture by pattern, lines joined by a rule, rows, duplicates, what is set apart."""

from __future__ import annotations

import pytest

from duizhao.text.changes import Miscount, NoDuplicate, PatternStep, StepError
from duizhao.text.cleanup import Cleaned, Steps, cleaned
from duizhao.text.line_plan import LineStep
from duizhao.text.pattern import read_pattern


def fit(act: str, text: str, count: int, at: str = "line", **how: object) -> PatternStep:
    return PatternStep(0, act, read_pattern(text, at), count, **how)  # type: ignore[arg-type]


def join(rule: str, count: int, **how: int) -> PatternStep:
    return PatternStep(0, "join", None, count, rule=rule, **how)  # type: ignore[arg-type]


def made(source: str, *lines: LineStep, patterns: tuple[PatternStep, ...] = ()) -> Cleaned:
    clean = cleaned(source, Steps(lines, patterns=patterns))
    assert clean.miscounts == ()
    return clean


def blocks(clean: Cleaned) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in clean.blocks]


def test_one_pattern_step_makes_headings_of_whole_lines() -> None:
    clean = made("一、就业\n新增4万人。\n　二、教育\n", patterns=(fit("heading", "{一}、{…}", 2, level=1),))
    assert blocks(clean) == [(1, "一、就业"), (0, "新增4万人。"), (1, "二、教育")]


def test_one_pattern_step_makes_headings_of_inline_leads_and_leaves_the_rest_a_paragraph() -> None:
    source = "（一）扩大就业。新增4万人。\n（二）办好教育。建校3所。"
    clean = made(source, patterns=(fit("heading", "（{一}）{…}。", 2, "start", level=2),))
    assert blocks(clean) == [(2, "（一）扩大就业。"), (0, "新增4万人。"), (2, "（二）办好教育。"), (0, "建校3所。")]


def test_a_pattern_leaves_alone_what_line_steps_have_taken() -> None:
    steps = (LineStep("drop", 1, 1, "site-chrome"), LineStep("heading", 2, 2, level=1))
    source = "一、首页\n二、就业\n三、教育"
    clean = made(source, *steps, patterns=(fit("heading", "{一}、{…}", 1, level=2),))
    assert blocks(clean) == [(1, "二、就业"), (2, "三、教育")]


def test_page_furniture_goes_by_pattern_and_a_sentence_is_joined_across_it() -> None:
    source = "全年新增就业\n— 1 —\n4万人。\n建校3所。\n"
    patterns = (fit("drop", "— {n} —", 1, reason="page-furniture"), join("mid-sentence", 1))
    clean = made(source, patterns=patterns)
    assert blocks(clean) == [(0, "全年新增就业4万人。"), (0, "建校3所。")]
    assert [(p.step, p.reason) for p in clean.pieces if p.fate == "dropped" and p.reason] == [
        ("drop", "page-furniture")
    ]


@pytest.mark.parametrize("end", ["。", "！", "？", "；", "：", "。”", "（完）。", "……"])
def test_a_line_that_ends_its_sentence_is_not_joined(end: str) -> None:
    assert len(made(f"甲{end}\n乙。", patterns=(join("mid-sentence", 0),)).blocks) == 2


def test_headings_and_written_paragraphs_are_not_joined() -> None:
    heading = LineStep("heading", 1, 1, level=1)
    clean = made("一、就业\n新增\n4万人。\n", heading, patterns=(join("mid-sentence", 1),))
    assert blocks(clean) == [(1, "一、就业"), (0, "新增4万人。")]
    assert len(made("甲\n乙", LineStep("paragraph", 1, 1), patterns=(join("mid-sentence", 0),)).blocks) == 2


def test_lines_without_an_indent_continue_the_line_before() -> None:
    clean = made("　　甲，\n乙，\n丙。\n　　丁。\n", patterns=(join("unindented", 2),))
    assert blocks(clean) == [(0, "甲，乙，丙。"), (0, "丁。")]


def test_a_lead_is_not_joined_and_what_follows_it_is() -> None:
    source = "一是扩大就业。新增\n4万人。"
    patterns = (fit("heading", "{一}是{…}。", 1, "start", level=3), join("mid-sentence", 1))
    assert blocks(made(source, patterns=patterns)) == [(3, "一是扩大就业。"), (0, "新增4万人。")]


def test_joined_lines_are_counted_and_looked_for_in_their_range() -> None:
    clean = cleaned("甲\n乙\n丙\n丁", Steps(patterns=(join("mid-sentence", 3, first=2, last=3),)))
    assert [block.text for block in clean.blocks] == ["甲", "乙丙", "丁"]
    (wrong,) = clean.miscounts
    assert isinstance(wrong, Miscount)
    assert str(wrong).endswith("joins to the one before is found once, and count says 3")


def test_rows_of_a_table_are_paragraphs_of_their_cells() -> None:
    clean = made("指标\n目标\n\n就业\n4万人\n学校\n3所\n", LineStep("rows", 1, 7, cells=2, join="　"))
    assert blocks(clean) == [(0, "指标　目标"), (0, "就业　4万人"), (0, "学校　3所")]
    with pytest.raises(StepError, match="lines 1-3 hold 3 that are not blank: no rows of 2"):
        cleaned("甲\n乙\n丙", Steps((LineStep("rows", 1, 3, cells=2),)))


def test_what_is_set_apart_is_out_of_the_text_and_told_with_what_it_is() -> None:
    clean = made("正文〔1〕。\n名词解释\n〔1〕甲：乙。\n", LineStep("apart", 2, 3, "glossary"))
    assert clean.text == "正文〔1〕。\n"
    assert [(p.fate, p.step, p.reason) for p in clean.pieces if p.step == "apart"] == [
        ("apart", "apart", "glossary")
    ] * 2


@pytest.mark.parametrize("duplicate", ["新增 4万人。建校", "新增4万人????建校……", "全区新增4万人"])
def test_a_duplicate_repeats_words_that_are_kept_whatever_signs_stand_about_it(duplicate: str) -> None:
    step = LineStep("drop", 1, 1, "duplicate", of=(2, 3))
    assert made(f"{duplicate}\n全区新增4万人。\n建校3所。", step).text == "全区新增4万人。\n建校3所。\n"


def test_a_duplicate_that_says_something_else_is_refused_with_the_words_that_differ() -> None:
    with pytest.raises(
        NoDuplicate, match="'5万人' is dropped as a duplicate of line 2, and does not stand there"
    ) as error:
        cleaned("新增5万人\n全区新增4万人。", Steps((LineStep("drop", 1, 1, "duplicate", of=(2, 2)),)))
    assert error.value.index == 0


def test_a_duplicate_is_of_lines_that_there_are_and_that_are_kept() -> None:
    first, second = LineStep("drop", 1, 1, "duplicate", of=(2, 2)), LineStep("drop", 2, 2, "duplicate", of=(1, 1))
    with pytest.raises(StepError, match="line 2, of which this is a duplicate, is itself not kept"):
        cleaned("甲\n甲", Steps((first, second)))
    with pytest.raises(StepError, match="there are no lines 2-2: the source has lines 1 to 1"):
        cleaned("甲", Steps((first,)))


def test_a_step_for_lines_that_there_are_not_is_told_without_counting_to_them() -> None:
    steps = tuple(LineStep("drop", 1, 9_999_999, "share") for _ in range(1000))
    with pytest.raises(StepError, match="there are no lines 1-9999999: the source has lines 1 to 1"):
        cleaned("甲", Steps(steps))


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        ("甲乙。\n甲乙，丙。", LineStep("drop", 2, 2, "share", part="甲乙")),
        ("甲乙。\n甲乙，丙。", LineStep("apart", 2, 2, "notes", part="乙")),
        ("甲乙。\n甲乙。", fit("drop", "甲乙。", 1)),
        ("甲乙。\n甲乙。", fit("apart", "甲乙。", 1)),
    ],
)
def test_a_duplicate_of_what_another_step_takes_out_is_refused(source: str, lost: LineStep | PatternStep) -> None:
    is_line = isinstance(lost, LineStep)
    lines = (LineStep("drop", 1, 1, "duplicate", of=(2, 2)), *([lost] if isinstance(lost, LineStep) else []))
    with pytest.raises(NoDuplicate, match="is dropped as a duplicate of line 2, and does not stand there"):
        cleaned(source, Steps(lines, patterns=() if is_line else (lost,)))  # type: ignore[arg-type]


def test_a_part_is_no_duplicate_of_itself() -> None:
    with pytest.raises(NoDuplicate, match="'甲乙' is dropped"):
        cleaned("甲乙，丁。", Steps((LineStep("drop", 1, 1, "duplicate", part="甲乙", of=(1, 1)),)))


def test_a_duplicate_may_hold_the_note_marks_that_are_taken_out_of_what_is_kept() -> None:
    step, marks = LineStep("drop", 1, 1, "duplicate", of=(2, 2)), fit("apart", "〔{n}〕", 1, "anywhere")
    assert made("甲〔1〕乙。\n甲〔1〕乙。", step, patterns=(marks,)).text == "甲乙。\n"


def test_a_duplicate_of_what_is_taken_to_the_description_is_one() -> None:
    steps = LineStep("drop", 1, 1, "duplicate", of=(2, 2)), LineStep("metadata", 2, 2)
    assert made("标题\n标题\n丙。", *steps).text == "丙。\n"


def test_signs_alone_are_no_duplicate_of_words() -> None:
    with pytest.raises(NoDuplicate, match="'……' is dropped"):
        cleaned("……\n甲。", Steps((LineStep("drop", 1, 1, "duplicate", of=(2, 2)),)))
