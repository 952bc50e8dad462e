"""What became of a wording in another: tables of what readers see, and what holds of any two."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given, strategies as st

from duizhao.text.numbers import numbers
from duizhao.text.rewording import Rewording, Run, reworded
from duizhao.text.rewording_kinds import CHANGES, Wording, changes_of

SIGNS = {"stayed": "{}", "gone": "[-{}-]", "came": "{{+{}+}}", "moved": "~{}~"}
WORDS = st.text("加快推进建设26.5万%个老旧小区，、。（）“”ABab ５", max_size=40)


def told(old: str, new: str, found: Rewording) -> tuple[str, ...]:
    return changes_of(Wording(old, numbers(old)), Wording(new, numbers(new)), found)


def _drawn(runs: tuple[Run, ...]) -> str:
    return "".join(SIGNS[run.fate].format(run.text) for run in runs)


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("深入实施文化惠民工程", "深入实施文化惠民工程", "深入实施文化惠民工程", "深入实施文化惠民工程"),
        ("扎实推进市域治理", "加快推进市域治理", "[-扎实-]推进市域治理", "{+加快+}推进市域治理"),
        ("加快建设金融城", "加快建成金融城", "加快[-建设-]金融城", "加快{+建成+}金融城"),
        (
            "年内完成26个老旧小区微改造",
            "全面完成88个老旧小区微改造",
            "[-年内-]完成[-26-]个老旧小区微改造",
            "{+全面+}完成{+88+}个老旧小区微改造",
        ),
        ("完成投资126亿元", "完成投资26亿元", "完成投资[-126亿元-]", "完成投资{+26亿元+}"),
        (
            "推进肿瘤、口腔、骨科三所医学中心和区第二人民医院建设",
            "推进区第二人民医院和肿瘤、口腔、骨科等医学中心建设",
            "推进肿瘤、口腔、骨科[-三所-]医学中心[-和-]~区第二人民医院~建设",
            "推进~区第二人民医院~{+和+}肿瘤、口腔、骨科{+等+}医学中心建设",
        ),
        ("增长８％", "增长8%", "增长８％", "增长8%"),
        ("推广5G应用", "推广6G应用", "推广[-5G-]应用", "推广{+6G+}应用"),
        ("", "新写", "", "{+新写+}"),
    ],
)
def test_figures_words_and_what_moved_are_marked_whole(old: str, new: str, before: str, after: str) -> None:
    found = reworded(old, new)
    assert (_drawn(found.old), _drawn(found.new)) == (before, after)


def test_what_stays_is_counted_without_signs() -> None:
    found = reworded("扎实推进“市域”治理", "加快推进市域治理")
    assert (found.kept, found.letters) == (6, 8)


def test_wordings_too_long_to_compare_are_other_words_and_not_waited_for() -> None:
    old, new = "甲乙丙丁" * 1_000, "丙丁戊己" * 1_000
    assert told(old, new, reworded(old, new)) == ("other-words",)


def test_one_character_alone_between_changes_does_not_stay() -> None:
    assert _drawn(reworded("甲的乙", "丙的丁").old) == "[-甲的乙-]"


@given(WORDS, WORDS)
def test_the_runs_are_the_whole_of_both_wordings(old: str, new: str) -> None:
    found = reworded(old, new)
    letters = "".join(old.split()), "".join(new.split())
    if all(letters):
        assert ("".join(run.text for run in found.old), "".join(run.text for run in found.new)) == (old, new)
    assert 0 <= found.kept <= found.letters


@given(WORDS, WORDS)
def test_what_stayed_reads_the_same_on_both_sides_in_the_same_order(old: str, new: str) -> None:
    found = reworded(old, new)
    stayed = [_stayed(runs) for runs in (found.old, found.new)]
    assert stayed[0] == stayed[1]


def _stayed(runs: tuple[Run, ...]) -> str:
    return "".join("".join(normalize("NFKC", run.text).split()) for run in runs if run.fate == "stayed")


@given(WORDS)
def test_a_wording_beside_itself_is_word_for_word(words: str) -> None:
    found = reworded(words, words)
    assert found.word_for_word
    assert found.kept == found.letters
    assert told(words, words, found) == ("word-for-word",)


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("完成26个小区改造", "完成88个小区改造", ("number-changed",)),
        ("三所医学中心规划建设", "医学中心规划建设", ("number-dropped",)),
        ("实施“技工”工程", "实施“技工”三项工程", ("number-added",)),
        ("年内建成创新创业基地", "建成创新创业基地", ("deadline-gone",)),
        ("建成创新创业基地", "2025年建成创新创业基地", ("deadline-added",)),
        ("2023年底前完成小区改造", "2025年底前完成小区改造", ("deadline-changed",)),
        ("小区改造多于往年", "小区改造多于同期", ("reworded",)),
        ("新增就业4万人以上", "新增就业4万人", ("bound",)),
        ("推进试点工作开展", "启动试点工作开展", ("verb",)),
        ("扎实推进试点工作", "加快推进试点工作", ("adverb",)),
        ("推进区二院和口腔中心", "推进口腔中心和区二院", ("order",)),
        ("推进老区试点", "推进新区试点", ("reworded",)),
        ("完善防控机制，确保疫情不反弹", "加强粮食安全保障", ("other-words",)),
        ("投资5047.4亿元", "投资5047.4亿元。", ("word-for-word",)),
    ],
)
def test_kinds_of_change_are_told_by_rule(old: str, new: str, changes: tuple[str, ...]) -> None:
    assert told(old, new, reworded(old, new)) == changes


@given(WORDS, WORDS)
def test_any_two_wordings_have_a_kind_of_change_and_in_one_order(old: str, new: str) -> None:
    found = told(old, new, reworded(old, new))
    assert found
    assert list(found) == sorted(found, key=CHANGES.index)
