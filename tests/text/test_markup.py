"""Signs of Markdown and HTML in English: those that were added, and none that English has of its own."""

from __future__ import annotations

import pytest

from duizhao.text.markup import markup_in

from .test_growth import grows_no_faster_than_its_text


@pytest.mark.parametrize(
    ("english", "found"),
    [
        ("<b>Early</b> summer", [(0, "<b>")]),
        ('See <a href="x">here</a>.', [(4, '<a href="x">')]),
        ("One<br/>two<!-- three -->", [(3, "<br/>")]),
        ("Jobs&nbsp;and care, 5 &lt; 6", [(4, "&nbsp;")]),
        ("Early **summer** and **autumn**", [(6, "**summer**")]),
        ("Early __summer__", [(6, "__summer__")]),
        ("Early *summer* came", [(6, "*summer*")]),
        ("***Early*** summer", [(0, "***Early***")]),
        ("~~Early~~ summer", [(0, "~~Early~~")]),
        ("the `id` of it", [(4, "`id`")]),
        ("as [the plan](report:y) says", [(3, "[the plan](report:y)")]),
        ("as [the plan](https://x.org/a) says, ![a](b.png)", [(3, "[the plan](https://x.org/a)")]),
        ("![the plan](./a.png)", [(0, "![the plan](./a.png)")]),
        ("<b>Early</b> **summer** [x](report:y)", [(0, "<b>"), (13, "**summer**"), (24, "[x](report:y)")]),
    ],
)
def test_signs_that_the_chinese_has_not_are_found_once_a_kind(english: str, found: list[tuple[int, str]]) -> None:
    assert list(markup_in(english, "初夏。")) == found


@pytest.mark.parametrize(
    "english",
    [
        "The plan* and the budget* were passed. * Of the district.",
        "The plan* was passed. *Of the district; the budget** too. **Of the city.",
        "Marked (*) or (**) and (*) again",
        "5 * 10 * 3 and 5*10*3 and a * b*",
        "It fell by <5%, x < 5 and y > 3, <https://x.org>",
        "R&D; M&As; AT&T and P&G",
        "the list [1](2018) and [sic] (see the plan) and [2](of them)",
        "[untranslated]",
        "t_01_a and __ and ____, snake_case_words",
        "the 1990`s and so on, ~5 and ~6",
        "“One” - ‘two’ – 3 # 4 > 5 + 6 = 7 | 8",
    ],
)
def test_signs_that_english_has_of_its_own_are_left_alone(english: str) -> None:
    assert list(markup_in(english, "初夏。")) == []


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("*Early summer* of the year*", "初夏*"),
        ("**Early** summer", "＊＊初夏"),
        ("<Early>", "<初夏>"),
        ("the plan [1](a:b)", "规划[1]"),
        ("`id`", "`编号`"),
    ],
)
def test_signs_that_the_chinese_has_too_are_the_text_s(english: str, chinese: str) -> None:
    assert list(markup_in(english, chinese)) == []


@pytest.mark.parametrize("run", ["**a ", "*a ", "__a", "<a ", "[a](a:", "[a", "`", "~~a", "&", "**", "<", "![", "]("])
def test_looking_for_signs_grows_with_the_text(run: str) -> None:
    grows_no_faster_than_its_text(lambda text: list(markup_in(text, "")), run, 20_000)
