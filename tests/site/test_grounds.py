"""What answers rest on: the same ground is the same answer, and what rests on one is not asked again."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from duizhao.cache import FOLDER
from duizhao.corpus.join import Corpus
from duizhao.corpus.reads import Read, Watch
from duizhao.pipeline import built
from duizhao.site.grounds import _GROUNDS, ground_of, grounds_of
from duizhao.site.page_list import list_of_pages
from duizhao.site.remembered import Remembered
from duizhao.site.write import write_files

from ..sample import laid_out, sample
from ..test_again import CHANGES

EARLIER, LATER = "qinghu-2022-work-report", "qinghu-2023-work-report"


def corpus() -> Corpus:
    site = sample().site
    assert site is not None
    return site


def grounds(**others: str) -> dict[str, str]:
    site = corpus()
    return grounds_of(
        site, dict.fromkeys(site.reports, "as before") | {k.replace("_", "-"): v for k, v in others.items()}
    )


def test_the_maps_that_rest_on_a_ground_are_maps_of_the_corpus() -> None:
    assert _GROUNDS.keys() <= {one.name for one in fields(Corpus)}


@pytest.mark.parametrize(
    ("read", "ground"),
    [
        (("report", EARLIER, "short"), f"report {EARLIER}"),
        (("row", "corpus.statements", f"{EARLIER}/t01"), f"report {EARLIER}"),
        (("row", "corpus.blocks", EARLIER, "p1"), f"report {EARLIER}"),
        (("row", "corpus.followed", f"{EARLIER}/t01"), f"district of {EARLIER}"),
        (("row", "corpus.dated", "qinghu"), ""),
        (("rows", "corpus.statements"), ""),
        (("field", "library", "follow_ups"), ""),
    ],
)
def test_a_question_rests_on_what_its_answer_is_made_of(read: Read, ground: str) -> None:
    assert ground_of(read) == ground


def test_another_report_is_another_ground_for_itself_and_for_what_its_district_promised() -> None:
    before, now = grounds(), grounds(**{LATER.replace("-", "_"): "another"})
    other = {name for name in before if before[name] != now[name]}
    assert other == {f"report {LATER}", f"cautions of {LATER}", f"district of {LATER}", f"district of {EARLIER}"}


def test_other_follow_ups_are_another_ground_for_what_was_promised_alone() -> None:
    site = corpus()
    origins = dict.fromkeys(site.reports, "as before")
    fewer = replace(site, library=replace(site.library, follow_ups=site.library.follow_ups[1:]))
    before, now = grounds_of(site, origins), grounds_of(fewer, origins)
    assert {name.partition(" ")[0] for name in before if before[name] != now[name]} == {"district"}


def test_what_indicators_say_of_figures_is_another_ground_for_why_these_are_not_compared_alone() -> None:
    site = corpus()
    origins = dict.fromkeys(site.reports, "as before")
    silent = tuple(replace(one, cautions=()) for one in site.library.indicators)
    other = tuple(replace(one, cautions=("some",)) for one in site.library.indicators)
    before, now = (
        grounds_of(replace(site, library=replace(site.library, indicators=every)), origins)  # type: ignore[arg-type]
        for every in (silent, other)
    )
    assert {name.rpartition(" ")[0] for name in before if before[name] != now[name]} == {"cautions of", "district of"}


def test_what_a_report_was_read_from_may_be_unknown_then_nothing_rests_on_it() -> None:
    assert grounds_of(corpus(), {}) == {}


def test_of_reports_that_are_the_same_nothing_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = laid_out(tmp_path / "project")
    asked: list[Read] = []
    whole = Watch.digest

    def digest(self: Watch, read: Read) -> str:
        asked.append(read)
        return whole(self, read)

    def build() -> None:
        remembered = Remembered(list_of_pages(top, top / "site"), top / "site")
        found = built(top, cache=top / FOLDER, remembered=remembered)
        write_files(found.files, top / "site")
        remembered.keep()

    build()
    monkeypatch.setattr(Watch, "digest", digest)
    CHANGES["a gloss"](top)
    build()
    resting = [read for read in asked if ground_of(read)]
    assert resting and {ground_of(read).rpartition(" ")[2] for read in resting} <= {EARLIER, LATER}
    asked.clear()
    build()
    assert [read for read in asked if ground_of(read)] == []
