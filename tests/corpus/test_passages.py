"""Two texts laid out whole: each passage once, those that say the same beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.corpus.passages import LaidOutRow, Passage, laid_out, paired, passages_in

CLAUSES = st.lists(st.text("加快推进建设基地老旧小区", min_size=1, max_size=12), min_size=1, max_size=8)

STOCK = st.sampled_from(["修缮东街学校", "努力改善条件", "加强队伍建设", "增加床位"])
PARAGRAPH = st.lists(STOCK, min_size=1, max_size=4).map(lambda clauses: "，".join(clauses) + "。")


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of a text whose lines are blocks, headings with # before them."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        level, words = (1, line[2:]) if line.startswith("# ") else (0, line)
        blocks.append((f"{'h' if level else 'p'}{number}", level, start, words))
        start += len(words) + 1
    return passages_in("a", blocks)


def rows(old: str, new: str) -> tuple[LaidOutRow, ...]:
    return laid_out(passages(old), passages(new))


def said(found: tuple[LaidOutRow, ...]) -> list[tuple[str, str]]:
    return [(row.old.text if row.old else "", row.new.text if row.new else "") for row in found]


def test_clauses_that_say_the_same_stand_beside_each_other_and_the_rest_alone() -> None:
    assert said(rows("加快推进试点工作，办好学校。\n增加床位。", "推进试点工作。\n新建公园。\n增加床位。")) == [
        ("加快推进试点工作，", "推进试点工作。"),
        ("办好学校。", ""),
        ("", "新建公园。"),
        ("增加床位。", "增加床位。"),
    ]


def test_clauses_that_follow_each_other_in_both_texts_are_one_row() -> None:
    found = rows("做好六稳工作，落实六保任务。", "做好六稳工作，落实六保任务。")
    assert said(found) == [("做好六稳工作，落实六保任务。", "做好六稳工作，落实六保任务。")]


def test_what_stands_in_another_order_is_told() -> None:
    found = rows("甲甲甲乙乙。\n丙丙丙丁丁。\n戊戊戊己己。", "丙丙丙丁丁。\n戊戊戊己己。\n甲甲甲乙乙。")
    assert [(row.old.text, row.moved) for row in found if row.old] == [
        ("甲甲甲乙乙。", True),
        ("丙丙丙丁丁。", False),
        ("戊戊戊己己。", False),
    ]


# Beside each new clause of the kind the old one that it is paired with: the first of a text is 0.
@pytest.mark.parametrize(
    ("old", "new", "partners"),
    [
        ("修缮东街校舍，努力改善条件。", "新建卫生院，努力改善条件。\n修缮东街校舍，努力改善条件。", [None, 0]),
        ("新建卫生院，努力改善条件。\n修缮东街校舍，努力改善条件。", "修缮东街校舍，努力改善条件。", [1]),
        (
            "修缮东街校舍二十间，努力改善条件。",
            "新建卫生院，努力改善条件。\n修缮东街校舍三十间，努力改善条件。",
            [None, 0],
        ),
        ("努力改善条件，修缮东街校舍。", "努力改善条件，新建卫生院。\n努力改善条件，修缮东街校舍。", [None, 0]),
        ("修缮东街校舍，努力改善条件。", "修缮东街校舍。\n努力改善条件，新建医院。\n努力改善条件。", [0, None]),
        ("修缮东街校舍，加装电梯，努力改善条件。", "努力改善条件。\n修缮东街校舍，种树，努力改善条件。", [None, 0]),
        ("努力改善条件，加装电梯，修缮东街校舍。", "努力改善条件。\n努力改善条件，种树，修缮东街校舍。", [None, 0]),
        ("修缮东街校舍。\n努力改善条件。\n种树。", "努力改善条件。\n修缮东街校舍。\n努力改善条件。\n种树。", [None, 0]),
        ("努力改善条件。\n努力改善条件。", "努力改善条件。\n努力改善条件。\n努力改善条件。", [0, 1, None]),
    ],
)
def test_of_clauses_of_the_same_letters_those_beside_the_partners_of_their_neighbours_are_paired(
    old: str, new: str, partners: list[int | None]
) -> None:
    stock = [p.order for p in passages(old) if "努力改善条件" in p.text]
    pairs = {
        p.new.order: p.old and stock.index(p.old.order)
        for p in paired(passages(old), passages(new))
        if p.new and "努力改善条件" in p.new.text
    }
    assert [pairs[order] for order in sorted(pairs)] == partners


def test_of_clauses_that_are_as_like_that_one_is_paired_which_keeps_the_order() -> None:
    found = rows(
        "增加床位。\n加快推进建设东街学校三所。", "加快推进建设西街学校三所。\n增加床位。\n加快推进建设南街学校三所。"
    )
    assert said(found)[1:] == [
        ("增加床位。", "增加床位。"),
        ("加快推进建设东街学校三所。", "加快推进建设南街学校三所。"),
    ]


@given(st.lists(PARAGRAPH, min_size=1, max_size=5), PARAGRAPH, st.integers(0, 5))
def test_a_paragraph_put_in_between_moves_nothing(old: list[str], inserted: str, place: int) -> None:
    found = rows("\n".join(old), "\n".join([*old[:place], inserted, *old[place:]]))
    assert not [row for row in found if row.moved]
    assert all(row.new for row in found)


@given(st.lists(PARAGRAPH, min_size=2, max_size=5), st.integers(0, 4))
def test_a_paragraph_taken_out_moves_nothing(old: list[str], place: int) -> None:
    left = [paragraph for number, paragraph in enumerate(old) if number != place % len(old)]
    found = rows("\n".join(old), "\n".join(left))
    assert not [row for row in found if row.moved]
    assert all(row.old for row in found)


def test_texts_of_one_clause_said_a_thousand_times_are_laid_out_in_order() -> None:
    found = rows("加强队伍建设。\n" * 500, "加强队伍建设。\n" * 600)
    assert [row.moved for row in found] == [False] * 600
    assert len([row for row in found if row.is_pair]) == 500


def test_a_heading_never_stands_beside_a_clause() -> None:
    assert said(rows("# 推进试点工作\n甲。", "推进试点工作。\n乙。"))[0] == ("推进试点工作", "")


@given(CLAUSES, CLAUSES)
def test_each_text_stands_whole_each_passage_once(old: list[str], new: list[str]) -> None:
    texts = "。\n".join(old) + "。", "。\n".join(new) + "。"
    found = rows(*texts)
    left = [row.old for row in found if row.old]
    right = sorted((row.new for row in found if row.new), key=lambda passage: passage.start)
    assert "".join(passage.text for passage in left) == texts[0].replace("\n", "")
    assert "".join(passage.text for passage in right) == texts[1].replace("\n", "")


def test_a_text_without_a_sign_is_laid_out_in_parts() -> None:
    assert [len(passage.text) for passage in passages("甲" * 1_000)] == [400, 400, 200]
