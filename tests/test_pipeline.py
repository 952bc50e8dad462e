"""The order of the pipeline: what is still looked at where something cannot be read."""

from __future__ import annotations

import cProfile
import gc
import subprocess
import sys
import weakref
from pathlib import Path
from textwrap import dedent

import pytest

from duizhao.content.files import report_files, shared_records
from duizhao.corpus.join import join
from duizhao.corpus.reading import read_report
from duizhao.corpus.rows import Rows
from duizhao.corpus.vocabularies import vocabularies_of
from duizhao.pipeline import AtHand, built
from duizhao.text.english import english_numbers
from duizhao.text.numbers import numbers

from .sample import laid_out, report


def test_a_report_that_cannot_be_read_keeps_no_other_from_being_ruled(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    read = report("baishi-2023", "甲。\n乙。", "nothing_to_code: [p2]", fully_read="true", district="qingpu")
    for path, text in read.items():
        (top / path).parent.mkdir(exist_ok=True)
        (top / path).write_text(text, "utf-8")
    (top / "content/reports/baishi-2022-feature/source.txt").write_text("edited", "utf-8")
    assert {issue.code for issue in built(top).issues} == {"source-changed", "unknown-id", "unread"}


@pytest.mark.parametrize("name", ["districts", "themes", "indicators", "terms", "numbers"])
def test_where_a_shared_file_cannot_be_read_no_report_is_told_that_it_names_nothing(name: str, tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    (top / "content" / f"{name}.yaml").write_text("- {id: [", "utf-8")
    assert {issue.code for issue in built(top).issues} == {"yaml-syntax"}


def test_the_numbers_of_each_block_are_found_once_and_those_of_each_translation(tmp_path: Path) -> None:
    # The invented project has a page of every kind and a block of every kind, and is small enough to be profiled.
    numbers.cache_clear()
    english_numbers.cache_clear()
    profile = cProfile.Profile()
    result = profile.runcall(built, laid_out(tmp_path / "project"))
    assert result.issues == () and result.site is not None
    calls = {entry.code: entry.callcount for entry in profile.getstats()}
    blocks = [block for report in result.site.library.reports for block in report.blocks]
    translated = [block for block in blocks if block.translation]
    assert 0 < len(translated) < len(blocks)
    assert calls[numbers.__wrapped__.__code__] == len({block.text for block in blocks})
    glosses = {one.gloss for report in result.site.library.reports for one in report.statements if one.gloss}
    glosses = {gloss for gloss in glosses if any(map(str.isdigit, gloss))}  # the others have no number in digits
    assert calls[english_numbers.__wrapped__.__code__] == len({block.translation for block in translated} | glosses)


class _Ring:
    """Something in a cycle, which only the collector takes away."""

    def __init__(self) -> None:
        self.own = self


@pytest.mark.parametrize("at_work", [True, False])
def test_what_is_in_cycles_goes_before_a_build_that_is_one_of_many_and_the_collector_is_left_as_it_was(
    tmp_path: Path, *, at_work: bool
) -> None:
    top, before, thresholds = laid_out(tmp_path / "project"), gc.isenabled(), gc.get_threshold()
    gone, seen = weakref.ref(_Ring()), dict[str, tuple[bool, bool]]()

    def watch(stage: str, done: int = 0) -> None:
        seen.setdefault(stage, (gone() is None, gc.isenabled()))

    try:
        (gc.enable if at_work else gc.disable)()
        assert not built(top, watch, at_hand=AtHand(rows=Rows())).issues
        left = gc.isenabled(), gc.get_threshold()
    finally:
        (gc.enable if before else gc.disable)()
    assert left == (at_work, thresholds)
    assert seen["read"] == (True, False) and seen["pages"] == (True, True)


def kept_around(work: str, *, kept: bool) -> list[int]:
    """How much is kept from the collector in a program of its own: before some work, when it is told there, after it.

    The program has kept all that it had from it before, or nothing.
    """
    program = f"""
        import gc
        from duizhao.collecting import uncollected, uncollected_until_written
        if {kept}:
            gc.freeze()
        print(gc.get_freeze_count())
        {work}
        print(gc.get_freeze_count())
    """
    told = subprocess.run([sys.executable, "-c", dedent(program)], capture_output=True, check=True, text=True).stdout
    return [*map(int, told.split())]


@pytest.mark.parametrize("kept", [True, False])
def test_what_a_program_kept_from_the_collector_itself_is_not_given_back_to_it(*, kept: bool) -> None:
    before, after = kept_around("with uncollected() as settled: settled()", kept=kept)
    assert [before > 0, after > before // 2] == [kept] * 2


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_built_to_be_written_is_looked_through_when_it_is_written_and_no_sooner(*, kept: bool) -> None:
    work = """with uncollected_until_written():
            with uncollected() as settled:
                settled()
                made = [[number] for number in range(10_000)]
            print(gc.get_freeze_count())"""
    before, later, after = kept_around(work, kept=kept)
    assert [later - before > 10_000, after > before // 2] == [not kept, kept]


def test_nothing_that_is_read_is_left_in_a_cycle_as_the_collector_does_not_look_at_it(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    result = built(top)
    assert result.site is not None
    vocabularies = vocabularies_of(shared_records(top)[0])

    def read_again() -> int:
        """How many things only the collector can take away after the reading."""
        assert result.site is not None
        for name in result.site.reports:
            found = report_files(top, name)
            assert found is not None and not read_report(*found, vocabularies).issues
        join(result.site.library)
        return gc.collect()

    gc.collect()
    gc.disable()
    try:
        read_again()
        assert read_again() == 0
    finally:
        gc.enable()
