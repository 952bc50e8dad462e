"""What is remembered of rules hides no mistake, whatever else was wrong when it was remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from duizhao.cache import FOLDER
from duizhao.content.records import Report
from duizhao.corpus.mentions import mentions_in, mentions_kept
from duizhao.corpus.rules import table
from duizhao.pipeline import built

from .sample import laid_out

FEATURE = "content/reports/baishi-2022-feature/report.md"
FOLLOW_UPS, DISTRICTS = "content/follow-ups.yaml", "content/districts.yaml"
# Mistakes of which the follow-ups of another district know nothing; while they are there less may be said of these.
ELSEWHERE = {
    "a text that names another district": (FEATURE, "district: baishi", "district: heiyan"),
    "a text of no district": (FEATURE, "district: baishi", "district: nowhere"),
    "a text whose date is in doubt": (FEATURE, 'date: "2022"', 'date: "2012"'),
    "a text that cannot be read": (FEATURE, "kind: feature", "kind: [feature"),
    "a text that is found under another name": (FEATURE, "id: baishi-2022-feature", "id: baishi-2022-features"),
    "prose that leads nowhere": ("content/prose/about.en.md", "all of them invented", "[invented](nothing/here)"),
    "pinyin that spells something else": ("content/terms.yaml", "lín lǐ yì shì", "lín lǐ yì"),
    "a district without a code": (DISTRICTS, '"990102"', '"99"'),
}
# Mistakes of follow-ups.
OF_PROMISES = {
    "a word that does occur": (FOLLOW_UPS, "searched: [养老床位]", "searched: [东堤公园]"),
    "words that are no later ones": (
        FOLLOW_UPS,
        "later: [qinghu-2023-work-report/r01]",
        "later: [qinghu-2022-work-report/r01]",
    ),
    "evidence that does not go with the words": (FOLLOW_UPS, "evidence: not-found", "evidence: reported-done"),
}


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A project with a district more, which has no texts."""
    top = laid_out(tmp_path / "project")
    with (top / DISTRICTS).open("a", encoding="utf-8") as districts:
        districts.write(
            "- {id: heiyan, name: {zh: 黑岩区, en: Heiyan}, city: {zh: 云州市, en: Yunzhou}, adcode: '990103'}\n"
        )
    return top


def swapped(top: Path, change: tuple[str, str, str]) -> Callable[[], object]:
    """Makes a change; returns what undoes it."""
    name, old, new = change
    text = (top / name).read_text("utf-8")
    assert old in text
    (top / name).write_text(text.replace(old, new, 1), "utf-8")
    return lambda: (top / name).write_text(text, "utf-8")


def told(top: Path) -> list[str]:
    """The codes of what is wrong, which are the same by what is remembered and by what is found anew."""
    remembered, anew = built(top, cache=top / FOLDER).issues, built(top).issues
    assert remembered == anew
    return [issue.code for issue in anew]


@pytest.mark.long
@pytest.mark.parametrize("elsewhere", ELSEWHERE.values(), ids=list(ELSEWHERE))
def test_a_mistake_that_was_quiet_beside_another_is_told_when_that_one_is_mended(
    elsewhere: tuple[str, str, str], top: Path
) -> None:
    for change in OF_PROMISES.values():
        mended = swapped(top, change)
        undone = swapped(top, elsewhere)
        assert told(top)
        undone()
        assert told(top)
        mended()


@pytest.mark.long
@pytest.mark.parametrize("change", OF_PROMISES.values(), ids=list(OF_PROMISES))
def test_a_mistake_that_comes_to_a_clean_site_is_told_and_goes_when_it_is_mended(
    change: tuple[str, str, str], top: Path
) -> None:
    assert told(top) == []
    mended = swapped(top, change)
    assert told(top)
    mended()
    assert told(top) == []


def test_only_districts_of_which_something_is_another_are_looked_at_again(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[tuple[str, ...]] = []
    whole = table._finds_nothing

    def finds_nothing(corpus: table.Corpus, on_the_way: Callable[[], None]) -> bool:
        looked.append(tuple(one.promise for one in corpus.library.follow_ups))
        return whole(corpus, on_the_way)

    monkeypatch.setattr(table, "_finds_nothing", finds_nothing)
    built(top, cache=top / FOLDER)
    assert looked and all(name.startswith("qinghu-") for promises in looked for name in promises)
    looked.clear()
    swapped(top, (FEATURE, "note: {zh: 未印报名。", "note: {zh: 没有印报名。"))
    built(top, cache=top / FOLDER)
    assert looked == []
    swapped(top, (FOLLOW_UPS, "en: Both speak", "en: Both of them speak"))
    built(top, cache=top / FOLDER)
    assert len(looked) == 1


def test_where_initiatives_and_terms_are_named_is_found_anew_in_other_blocks(tmp_path: Path) -> None:
    site = built(laid_out(tmp_path / "project")).site
    assert site is not None
    every = (site.vocabularies.initiative_wordings, site.vocabularies.term_wordings)

    def kept(report: Report) -> list[object]:
        return [one for wordings in every for one in mentions_kept(report, wordings)]

    for report in site.reports.values():
        assert kept(report) == [one for wordings in every for one in mentions_in(report, wordings)]
    assert any(kept(report) for report in site.reports.values())
    for report in site.reports.values():
        assert kept(replace(report, blocks=())) == []
