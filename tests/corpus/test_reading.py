"""A report read, anchored and ruled: all from its own folder and what is shared, the same in whatever process."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from duizhao.content.files import report_folders, shared_records
from duizhao.corpus.reading import ReadReport, read_report
from duizhao.corpus.vocabularies import Vocabularies, vocabularies_of

from ..sample import laid_out, report, written

UNREAD = """
    - {id: r01, kind: result, quote: 甲, gloss: A, themes: [jobs], period: "2022", period_basis: stated, modal: 务必}
    - {id: r02, kind: result, quote: 乙, gloss: B, themes: [health], period: "2022", period_basis: stated}
    """
BROKEN = report("a", "甲。\n乙。\n丙。", f"statements:{UNREAD}", fully_read="true")


def shared_of(top: Path) -> Vocabularies:
    """What the reports of a project share."""
    shared, issues = shared_records(top)
    assert not issues
    return vocabularies_of(shared)


def codes(read: ReadReport) -> list[str]:
    return [issue.code for issue in read.issues]


def test_what_is_wrong_with_a_report_by_itself_is_found_in_reading_and_by_the_rules(tmp_path: Path) -> None:
    top = written(tmp_path, BROKEN)
    ((folder, files),) = report_folders(top)
    read = read_report(folder, files, shared_of(top))
    assert read.report is not None
    assert [statement.id for statement in read.report.statements] == ["r01", "r02"]
    assert codes(read) == ["quote-missing", "unknown-id", "unread"]


def test_a_report_that_cannot_be_read_is_none_and_says_why(tmp_path: Path) -> None:
    top = written(tmp_path, report("a", "甲。", source="乙。\n"))
    ((folder, files),) = report_folders(top)
    read = read_report(folder, files, shared_of(top))
    assert (read.report, codes(read)) == (None, ["text-changed"])


def test_without_all_that_is_shared_what_a_report_names_is_not_judged(tmp_path: Path) -> None:
    top = written(tmp_path, BROKEN)
    ((folder, files),) = report_folders(top)
    shared, _ = shared_records(top)
    assert codes(read_report(folder, files, vocabularies_of(shared, whole=False))) == ["quote-missing"]


def test_the_numbers_of_a_report_are_told_apart_by_the_words_that_are_shared(tmp_path: Path) -> None:
    words = {"content/numbers.yaml": "- {words: [五柳巷], reason: name, about: a lane}"}
    top = written(tmp_path, report("a", "改造五柳巷3处。", fully_read="true"), words)
    ((folder, files),) = report_folders(top)
    read = read_report(folder, files, shared_of(top)).report
    assert read is not None
    assert [(one.number.text, one.reason) for one in read.numbers] == [("五柳巷", "name"), ("3处", "")]


@pytest.mark.long
def test_a_report_is_read_in_another_process_as_in_this_one(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    vocabularies = shared_of(top)
    here = [read_report(folder, files, vocabularies) for folder, files in report_folders(top)]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        there = [pool.submit(read_report, *given, vocabularies) for given in report_folders(top)]
        assert [one.result() for one in there] == here
    again = pickle.loads(pickle.dumps(here))
    assert again == here
    assert [one.report.statements[0].where for one in again] == [one.report.statements[0].where for one in here]
