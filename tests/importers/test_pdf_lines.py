"""Lines of a PDF: where a paragraph begins, and what stands on every page within what else is taken."""

from __future__ import annotations

import pytest

from duizhao.importers.pdf import _beginnings, _Line
from duizhao.importers.sorting import sorted_lines
from duizhao.importers.taken import Taken

from .invented import BODIES, LINES

LEFT, RIGHT, SIZE = 50.0, 350.0, 10.0


def lines(*rows: tuple[str, float, float]) -> list[_Line]:
    """Lines under each other, each with its words and its left and right end."""
    return [
        _Line(text, 0, left, right, 700.0 - 18 * number, SIZE if any(char > "\u3400" for char in text) else 7.0)
        for number, (text, left, right) in enumerate(rows)
    ]


WIDE = ("社区的居民都参加了环境整治活动，并且交出了答卷", LEFT, RIGHT)
BEGUN = ("全年城镇新增就业的人数比上年有了明显的增长，达到", LEFT + 2 * SIZE, RIGHT)


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (("地区生产总值的总量达到", LEFT, RIGHT - 4 * SIZE), ("12,486.25亿元，比上年有所增长", LEFT, RIGHT)),
        (("总部项目落户，工作落", LEFT, RIGHT - 4 * SIZE), ("实“11312”总体部署，开展了行动", LEFT, RIGHT)),
        (("用于民生的支出占全年支出的", LEFT + 2 * SIZE, RIGHT), ("50.2%", LEFT, LEFT + 40)),
        (("请各位委员和列席会议的同志提出意", LEFT + 2 * SIZE, RIGHT), ("见。", LEFT, LEFT + 18)),
    ],
    ids=["number", "quotation", "digits alone", "a word and a stop"],
)
def test_a_line_that_goes_on_in_mid_sentence_begins_no_paragraph(
    before: tuple[str, float, float], line: tuple[str, float, float]
) -> None:
    page = lines(BEGUN, WIDE, before, line, BEGUN, WIDE, WIDE)
    assert _beginnings(page) == {page[0], page[4]} | ({page[2]} if before[1] > LEFT else set())


def test_a_line_behind_a_short_one_that_ends_its_sentence_begins_a_paragraph() -> None:
    page = lines(WIDE, ("就业有了增长。", LEFT, LEFT + 80), ("2023年的工作要做好。", LEFT, RIGHT), WIDE)
    assert _beginnings(page) == {page[0], page[2]}


def test_what_stands_on_every_page_is_left_out_of_a_glossary_and_of_what_is_dropped() -> None:
    glossary = ("名词解释", "1.口袋公园：指面积较小的公园。", "晴湖区公报", "2.社区食堂：指为居民提供实惠餐食的场所。")
    text = "\n".join((*LINES, *glossary, "分享到：", "晴湖区公报", "扫一扫"))
    furniture = frozenset((15, 18))
    steps = sorted_lines(text, Taken(text, furniture=furniture), ()).lines
    assert [step for step in steps if "apart" in step] == [
        {"apart": "13-14", "as": "glossary"},
        {"apart": "16", "as": "glossary"},
    ]
    assert [step.get("reason") for step in steps if "drop" in step].count("page-furniture") == 2


def test_a_paragraph_that_is_printed_twice_over_a_page_s_end_is_told_by_no_step() -> None:
    half = len(BODIES[0]) // 2
    again = (BODIES[0][:half], "晴湖区公报", BODIES[0][half:])
    text = (
        "\n".join(f"\u3000\u3000{line}" for line in (*LINES, BODIES[0], LINES[4])) + "\n\u3000\u3000" + "\n".join(again)
    )
    number = text.count("\n")
    steps = sorted_lines(text, Taken(text, furniture=frozenset((number,)), indented=True), ()).lines
    assert [step for step in steps if step.get("reason") == "duplicate" and "-" in str(step["drop"])] == []


def test_a_heading_that_goes_over_a_line_s_end_is_told() -> None:
    lead = "（一）坚持把发展经济的着力点放在实体经济上，加快构建具有晴湖特色的现代化产业体系。"
    paragraphs = (*LINES[:9], lead + BODIES[2], *LINES[10:])
    text = "\n".join(f"\u3000\u3000{line[:30]}\n{line[30:]}".rstrip() for line in paragraphs)
    result = sorted_lines(text, Taken(text, indented=True), ())
    number = text[: text.index(lead[:20])].count("\n") + 1
    assert [doubt for doubt in result.doubts if "go over a line's end" in doubt and f"line {number}" in doubt]
