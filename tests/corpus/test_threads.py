"""Threads: what is one, in which order its words stand, and where each stands in time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from duizhao.content.vocabulary import COMMITMENTS, ID_LETTERS
from duizhao.corpus.threads import Thread, thread_of, threads_of

from ..sample import report, site_of

PARK = {
    "content/initiatives.yaml": """
        - {id: park, name: {zh: 公园, en: Park}, kind: place, aliases: [公园], districts: [qinghu],
           note: {zh: 地点。, en: A place.}}
        """
}


FIGURE = "{figure: 5个, value: 5, unit: 个, operator: eq, aspect: level}"  # of a target, which must have one


def said(name: str, quote: str, time: str = "", more: str = "", gloss: str = "words of the Park") -> str:
    kind = ID_LETTERS[name[0]]
    key = "by" if kind in COMMITMENTS else "period"
    stated = f', {key}: "{time}", period_basis: inferred' if time else ""
    more += f", measures: [{FIGURE}]" if kind == "target" else ""
    return f"- {{id: {name}, kind: {kind}, quote: {quote}, gloss: '{gloss}', themes: [jobs]{stated}{more}}}\n"


def text(name: str, day: str, *statements: str, **keys: str) -> dict[str, str]:
    quotes = "".join(line.split("quote: ")[1].split(",")[0] + "。" for line in statements)
    return report(name, quotes, "statements:\n" + "".join(statements), date=f'"{day}"', covers=f'"{day[:4]}"', **keys)


def park(top: Path, *texts: dict[str, str]) -> Thread | None:
    return thread_of(site_of(top, PARK, *texts), "initiative", "park")


def ids(thread: Thread | None) -> list[list[str]]:
    assert thread
    return [[mark.statement.full_id for mark in strand.marks] for strand in thread.strands]


def test_words_stand_by_the_last_day_that_they_speak_of_and_without_one_by_the_day_on_which_they_were_said(
    tmp_path: Path,
) -> None:
    first = text(
        "a", "2020-06-01", said("t01", "建5个公园", "2026"), said("k01", "修公园"), said("r01", "有公园", "2019")
    )
    second = text("b", "2021-06-01", said("r01", "成公园", "2021-03"))
    assert ids(park(tmp_path, first, second)) == [["a/r01", "a/k01", "b/r01", "a/t01"]]


def test_what_two_districts_say_stands_apart_in_the_order_of_the_library(tmp_path: Path) -> None:
    first = text("a", "2020", said("r01", "有公园", "2020"), district="baishi")
    second = text("b", "2021", said("r01", "成公园", "2021"))
    thread = park(tmp_path, first, second)
    assert thread and [strand.district for strand in thread.strands] == ["qinghu", "baishi"]
    assert (thread.statements, thread.years) == (2, (2020, 2021))


def test_what_one_text_says_of_one_time_is_no_thread_and_one_statement_is_none(tmp_path: Path) -> None:
    same = text("a", "2021", said("r01", "有公园", "2020"), said("r02", "成公园", "2020"))
    open_twice = text("a", "2021", said("k01", "建公园"), said("k02", "修公园"))
    one = text("a", "2021", said("r01", "有公园", "2020"))
    assert [park(tmp_path / name, each) for name, each in (("s", same), ("o", open_twice), ("1", one))] == [None] * 3


def test_a_date_that_names_no_day_stands_in_the_middle_of_what_it_names(tmp_path: Path) -> None:
    thread = park(tmp_path, text("a", "2021", said("k01", "建公园"), said("r01", "有公园", "2020")))
    assert thread and {mark.said for mark in thread.marks} == {date(2021, 7, 2)}
    assert thread.marks[-1].end == date(2021, 7, 2)


def test_a_statement_with_figures_of_two_times_has_a_mark_at_each_and_those_of_one_time_stand_together(
    tmp_path: Path,
) -> None:
    def figure(words: str, more: str) -> str:
        keys = "unit: 人, operator: eq, aspect: increase, indicator: new-jobs"
        return f"{{figure: {words}人, value: {words}, {keys}{more}}}"

    figures = ", ".join((figure("5", ", period: 2015, period_basis: stated"), figure("9", ""), figure("7", "")))
    whole = said("r01", "从5人到9人另7人", "2020", f", measures: [{figures}]")
    thread = thread_of(
        site_of(tmp_path, text("a", "2021", whole, said("r02", "后8人", "2021", f", measures: [{figure('8', '')}]"))),
        *("indicator", "new-jobs"),
    )
    assert thread
    marks = [(str(mark.period), [str(one.value) for one in mark.measures], mark.period_basis) for mark in thread.marks]
    assert marks == [
        ("2015", ["5"], "stated"),
        ("2020", ["9", "7"], "inferred"),
        ("2021", ["8"], "inferred"),
    ]
    assert thread.statements == 2


def test_the_threads_of_a_site_are_those_of_its_indicators_and_initiatives(tmp_path: Path) -> None:
    texts = (text("a", "2020", said("r01", "有公园", "2019")), text("b", "2021", said("k01", "修公园")))
    (thread,) = threads_of(site_of(tmp_path, PARK, *texts))
    assert (thread.kind, thread.subject, thread.theme) == ("initiative", "park", "jobs")


def test_one_time_that_is_written_in_two_ways_makes_no_thread(tmp_path: Path) -> None:
    two = said("r01", "有公园", "2020"), said("r02", "成公园", "2020-01/2020-12")
    assert park(tmp_path / "same", text("a", "2021", *two)) is None
    assert park(tmp_path / "other", text("a", "2021", two[0], said("r02", "成公园", "2020-H1"))) is not None
