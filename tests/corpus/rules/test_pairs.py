"""Pairs made by hand are of two texts of one district, in the order of time, and their words stand there once."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.pairs import pairs_are_of_one_district, pairs_stand_in_their_texts_once

from ...sample import report
from .given import found

OLD = report("a", "推进试点工作。\n办好学校，办好学校。", date='"2021"')
NEW = report("b", "加快推进试点工作。")
ELSEWHERE = report("c", "推进试点工作。", district="baishi")


def pair(
    older: str = "a", words: str = "推进试点工作", newer: str = "b", again: str = "加快推进试点工作"
) -> dict[str, str]:
    return {"content/pairs.yaml": f"- {{older: {older}, words: {words}, newer: {newer}, again: {again}}}"}


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (pair(), []),
        (pair(newer="z"), ["unknown-id: there is no report 'z'"]),
        (pair(older="b", newer="a"), ["later-not-later: a is no later text of the district of b"]),
        (pair(newer="c"), ["later-not-later: c is no later text of the district of a"]),
    ],
)
def test_a_pair_is_of_two_texts_of_one_district(made: dict[str, str], told: list[str], tmp_path: Path) -> None:
    assert found(pairs_are_of_one_district, tmp_path, OLD, NEW, ELSEWHERE, made) == told


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (pair(), []),
        (pair(words="推进改革"), ["quote-missing: these words stand nowhere in a: 推进改革"]),
        (pair(words="办好学校"), ["quote-ambiguous: these words stand more than once in a: 办好学校"]),
    ],
)
def test_the_words_of_a_pair_stand_in_their_text_once(made: dict[str, str], told: list[str], tmp_path: Path) -> None:
    assert found(pairs_stand_in_their_texts_once, tmp_path, OLD, NEW, made) == told
