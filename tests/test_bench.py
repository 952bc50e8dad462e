"""The bench's projects: valid, the same for the same seed, and as its README says they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.costs import Site
from bench.edits import EDITS
from bench.texts import Report
from bench.tree import reports_of, write_tree
from duizhao.cache import FOLDER
from duizhao.pipeline import built, issues_of

from .sample import files_in


def test_the_same_seed_makes_the_same_files_and_another_others(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_tree(tmp_path / name, 3, seed)
    assert files_in(tmp_path / "one") == files_in(tmp_path / "again") != files_in(tmp_path / "other")


def test_a_larger_tree_holds_the_reports_of_a_smaller_one() -> None:
    assert reports_of(30)[:12] == reports_of(12)


def test_of_what_the_search_reads_only_what_is_new_counts_as_written() -> None:
    names = ("search/start.js", "reports/a/text.zh.js", "reports/a/text.en.js", "reports/a/statements.js")
    before = Site(dict.fromkeys((*names, "search/index.html", "reports/a/cards-1.js"), (1, 1, 25)))
    after = Site({**before.files, names[0]: (2, 2, 25), "search/index.html": (3, 3, 9), "index.html": (4, 4, 9)})
    assert (after.search_written_since(before), after.search_written_since(after)) == (25, 0)
    assert after.written_since(before) == (3, 43) and Site({}).search_written_since(before) == 0


def test_one_district_has_forty_years_and_the_others_fifteen() -> None:
    years: dict[str, set[int]] = {}
    for report in reports_of(11 * 45):
        years.setdefault(report.district, set()).add(report.year)
    assert sorted(map(len, years.values())) == [15] * 10 + [40]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """The reports of the largest tree."""
    return reports_of(5000)


@pytest.mark.long
def test_however_many_reports_there_are_each_has_an_id_and_a_date_of_its_own(reports: list[Report]) -> None:
    assert len({one.id for one in reports}) == len({(one.district, one.date) for one in reports}) == 5000


@pytest.mark.long
def test_no_report_says_the_same_twice_so_that_every_quote_can_be_found(reports: list[Report]) -> None:
    for report in reports:
        for quotes in ([one.zh for one in report.said], [one.en for one in report.said]):
            assert len({*quotes}) == len(quotes), report.id


@pytest.mark.long
def test_a_tree_has_no_mistake_nor_has_it_one_after_any_edit(tmp_path: Path) -> None:
    write_tree(tmp_path, 5)
    for edit in EDITS:
        edit.make(tmp_path, 5)
        assert issues_of(tmp_path, tmp_path / FOLDER) == (), edit
    assert built(tmp_path).issues == ()  # pages and words too, with all edits
