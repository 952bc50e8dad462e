"""No text makes a function of the text wing run away: twice the text takes about twice the time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings, strategies as st

from duizhao.content.lists import list_in
from duizhao.content.text_files import template_of
from duizhao.corpus.translation import difference
from duizhao.text.anchor import anchored
from duizhao.text.changes import CharacterStep, PatternStep, RadicalStep
from duizhao.text.cleanup import Steps, cleaned
from duizhao.text.english import english_numbers
from duizhao.text.fold import fold_widths, occurrences
from duizhao.text.language import is_chinese, is_without_chinese
from duizhao.text.line_plan import LineStep
from duizhao.text.numbers import numbers
from duizhao.text.pattern import read_pattern
from duizhao.text.quantity import quantity

pytestmark = pytest.mark.long

# What a hostile text repeats: beginnings of figures, of dates and of lists that never come to their end.
RUNS = """
十 一 百 万 零 一十 三百 亿万 二五 第 第一 前 几 数 半 上 超 约 负 零下 壹拾 拾 百分之 分之 十分之一 年 月 个 多 来
1 1- 1+ 1, ,111 1. 1: 1/ 1× 1、 1和 1至 1% 1年 1万 1元2角 1亿2千 １ － - % . ½ A A1 A+ 1A ① Ⅲ [1] 《 《一 “ “一 “” "
一、 一至 一年 2020- 2020年 一村 三区 第1、 一届 一次、 三中、 1月、 万元 十来 2比 单位:
一个 每一 一点 第二 一个、 一个多 二轮 百校
二十七 三千五 一千几百 千余 1亿2千 百分之七八 5日 由5日 8点至 80、 1:15 比1: 三亿元 三亿元产业 9.5/10万 倒数第三
不 不得 没有 未 不得累计 不得少于 不得少于1 大于或等于 1(含 1(含) 1(含1)以上 1墩 1墩以上 过5亿元 产值过 2019、 2019和
种植 种植2000 更新路灯 更新路灯2000 分别1, 分别1,2 公示不得 增加为
"""
GAPPED = (" ", "1 ", "1 000 ", "1 000—", "\n", "1\n", "一 ", "约 ")
ENGLISH = (
    "1,",
    "1",
    "-1",
    "1,111",
    "one ",
    "one hundred ",
    "a hundred ",
    "twenty-",
    "1 to ",
    "a ",
    "and ",
    "1 million ",
)


# What is kept of texts that were read before: a call is timed as the first one.
KEPT = (cleaned, english_numbers, numbers, quantity, list_in)


def seconds(function: Callable[[], object]) -> float:
    """The time of the processor for a first call, without the collector's rounds over all that tests keep in memory."""
    for one in KEPT:
        one.cache_clear()
    gc.disable()
    try:
        began = time.process_time()
        function()
        return time.process_time() - began
    finally:
        gc.enable()


UNHURRIED = 0.06  # seconds that any text may take: below them a clock says little


def grows_no_faster_than_its_text(function: Callable[[str], object], run: str, length: int) -> None:
    """Four times the text may take eight times the time, and not the sixteen of a loop in a loop.

    The least of several times is compared on both sides: other work on the machine can only add to one.
    """
    short, long = ((run * size)[:size] for size in (length, 4 * length))
    taken = seconds(lambda: function(long))
    if taken < UNHURRIED:
        return
    bound = 8 * min(seconds(lambda: function(short)) for _ in range(3)) + UNHURRIED
    assert taken < bound or any(seconds(lambda: function(long)) < bound for _ in range(7))


@pytest.mark.parametrize("run", (*RUNS.split(), *GAPPED))
def test_numbers_and_quantities_grow_with_their_text(run: str) -> None:
    grows_no_faster_than_its_text(numbers, run, 600)
    grows_no_faster_than_its_text(quantity, run, 600)


@pytest.mark.parametrize("run", ["“", "‘", "(", "](", "`", "《", "A", "a’", "https://", "1 "])
def test_telling_a_language_grows_with_the_text(run: str) -> None:
    grows_no_faster_than_its_text(lambda text: is_chinese(f"{text}甲"), run, 60_000)
    grows_no_faster_than_its_text(is_without_chinese, run, 60_000)


@pytest.mark.parametrize("run", ["&#0", "&#x0", "&a", "&#", "\\N{A", "\\u202"])
def test_looking_for_what_a_template_spells_grows_with_it(run: str) -> None:
    grows_no_faster_than_its_text(lambda text: template_of("a.html", text.encode()), run, 20_000)


@given(st.text("1一十百万零,.-+:、第年月 \n“”半几A×", min_size=1, max_size=4))
@settings(max_examples=12, deadline=None)
def test_numbers_grow_with_any_repeated_text(run: str) -> None:
    grows_no_faster_than_its_text(numbers, run, 600)


@pytest.mark.parametrize("run", ENGLISH)
def test_english_numbers_grow_with_their_text(run: str) -> None:
    grows_no_faster_than_its_text(english_numbers, run, 4000)


@pytest.mark.parametrize("run", ["-", "百分之", "一十", "1,", "1", "三百"])
def test_comparing_a_translation_grows_with_its_text(run: str) -> None:
    grows_no_faster_than_its_text(lambda text: difference(text, numbers(text), "7 firms " + text), run, 400)


def test_no_figure_is_longer_than_a_figure_can_be() -> None:
    for run in ("1", "一", "1,1", "二五", "亿", "1万"):
        read = [number for number in numbers(run * 3000) if not number.reason]
        assert all(number.end - number.start <= 200 for number in read)


@pytest.mark.parametrize("quote", ["甲乙丙戊", "甲", "甲乙丙丁"])
def test_looking_for_a_quote_grows_with_text_and_quote(quote: str) -> None:
    text = fold_widths("甲乙丙丁" * 20_000)
    grows_no_faster_than_its_text(lambda wanted: anchored(text, wanted), quote, 10_000)


def test_a_needle_that_overlaps_itself_is_found_at_every_place() -> None:
    assert list(occurrences("一二一", "一二一二一二一")) == [0, 2, 4]
    grows_no_faster_than_its_text(lambda text: list(occurrences(text[: len(text) // 2], text)), "一", 20_000)


@given(st.text("一二", min_size=1, max_size=4), st.text("一二", max_size=30))
def test_every_occurrence_is_found_and_nothing_else(needle: str, haystack: str) -> None:
    places = [at for at in range(len(haystack)) if haystack.startswith(needle, at)]
    assert list(occurrences(needle, haystack)) == places


@pytest.mark.parametrize("run", ["区(qu)", "区", "區\n", "\n", "區(", "(qu)", "區,", "(", ")", "1,"])
def test_cleaning_grows_with_the_capture(run: str) -> None:
    steps = Steps((), pinyin=True, to_simplified=True, to_full_width=True)
    grows_no_faster_than_its_text(lambda source: cleaned(source, steps), run, 4000)


@pytest.mark.parametrize(
    ("act", "pattern", "at", "run"),
    [
        ("heading", "{一}是{…}。", "start", "一是甲。乙\n"),
        ("heading", "{一}是{…}。", "anywhere", "一是甲。乙"),
        ("heading", "{一}是{…}。", "anywhere", "一是甲，"),
        ("drop", "第{n}页", "line", "第1页\n"),
        ("apart", "〔{n}〕", "anywhere", "甲〔1〕"),
        ("spacing", "{汉}{ }{汉}", "anywhere", "甲 "),
        ("illegible", "????", "anywhere", "????"),
    ],
)
def test_pattern_steps_grow_with_the_capture(act: str, pattern: str, at: str, run: str) -> None:
    steps = Steps(patterns=(PatternStep(0, act, read_pattern(pattern, at), 1, level=1),))
    grows_no_faster_than_its_text(lambda source: cleaned(source, steps), run, 4000)


@pytest.mark.parametrize("rule", ["mid-sentence", "unindented"])
def test_joining_grows_with_the_lines(rule: str) -> None:
    steps = Steps(patterns=(PatternStep(0, "join", None, 1, rule=rule),))
    grows_no_faster_than_its_text(lambda source: cleaned(source, steps), "甲\n", 1500)


@pytest.mark.parametrize("run", ["&amp;", r"\n", "⼯", "\u200b", "甲"])
def test_steps_on_characters_grow_with_the_capture(run: str) -> None:
    finds = (("&amp;", "&"), (r"\n", "\n"), ("\u200b", ""))
    characters = tuple(CharacterStep("characters", n, "characters", *find, 1) for n, find in enumerate(finds))
    steps = Steps(characters=characters, radicals=RadicalStep(1))
    grows_no_faster_than_its_text(lambda source: cleaned(source, steps), run, 4000)


def test_parts_of_one_line_grow_with_their_number() -> None:
    def clean(source: str) -> object:
        parts = (f"<{number}>" for number in range(source.count("甲")))
        steps = tuple(LineStep("drop", 1, 1, "share", part=part) for part in parts)
        return cleaned("甲".join(step.part for step in steps), Steps(steps))

    grows_no_faster_than_its_text(clean, "甲", 500)


def test_cleaning_grows_with_the_number_of_steps() -> None:
    def clean(source: str) -> object:
        lines = range(1, source.count("\n"), 2)
        return cleaned(source, Steps(tuple(LineStep("drop", line, line, "x") for line in lines)))

    grows_no_faster_than_its_text(clean, "区\n", 2000)
