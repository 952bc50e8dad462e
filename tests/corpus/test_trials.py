"""How pairing by rule does against pairs made by hand: what is met, what is right, what is not asked for."""

from __future__ import annotations

from pathlib import Path

from duizhao.corpus.trials import PairingTrial, pairing_trials

from ..sample import report, site_of


def test_doubtful_pairs_are_not_asked_for_and_are_not_wrong(tmp_path: Path) -> None:
    old = report("a", "推进试点工作。\n增加床位供给。\n办好学校食堂。\n整治河道两岸。", date='"2021"')
    new = report("b", "加快推进试点工作。\n增加床位供给。\n办好学校食堂。\n水变清了。")
    pairs = {
        "content/pairs.yaml": """
            - {older: a, words: 推进试点工作, newer: b, again: 加快推进试点工作}
            - {older: a, words: 增加床位供给, newer: b, again: 增加床位供给, doubtful: true}
            - {older: a, words: 整治河道两岸, newer: b, again: 水变清了}
            """
    }
    site = site_of(tmp_path, old, new, pairs)
    (trial,) = pairing_trials(site.library.pairs, site.reports)
    assert trial == PairingTrial("a", "b", made=2, found=3, met=1, right=2)
