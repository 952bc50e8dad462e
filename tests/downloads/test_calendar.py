"""The deadlines as a calendar: the last day of each target's time, lines that any program reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from duizhao.corpus.join import Corpus
from duizhao.downloads.calendar import calendar, fold_line

from ..sample import report, site_of


def target(number: int, by: str) -> str:
    return f"""
        - id: t{number:02}
          kind: target
          quote: 建成{number}家
          gloss: build {number} of them; with a comma, a semicolon and a \\ in it, and long enough to be cut
          themes: [jobs]
          by: "{by}"
          period_basis: stated
          measures: [{{figure: {number}家, value: {number}, unit: 家, operator: eq, aspect: level}}]
        """


def deadlines(top: Path, *times: str) -> Corpus:
    """A site with a target for each time."""
    body = "".join(f"建成{number}家。\n" for number in range(1, len(times) + 1))
    annotations = "statements:" + "".join(target(number, by) for number, by in enumerate(times, 1))
    return site_of(top, report("a", body, annotations, date='"2020-02"', date_basis="inferred"))


def calendar_of(site: Corpus, language: str = "en") -> str:
    return calendar(
        site, "Targets, 目标", "Not printed.", language, lambda statement: f"https://example.org/{statement.full_id}"
    ).decode()


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize(
    ("by", "day"),
    [
        ("2020", "20201231"),
        ("2021-Q2", "20210630"),
        ("2021-02", "20210228"),
        ("2020-02", "20200229"),
        ("2000-02", "20000229"),
        ("1900-02", "19000228"),
        ("2020-06-11", "20200611"),
        ("2020-01/2020-09", "20200930"),
    ],
)
def test_a_target_stands_on_the_last_day_of_its_time(by: str, day: str, tmp_path: Path) -> None:
    lines = unfolded(calendar_of(deadlines(tmp_path, by)))
    assert [line for line in lines if line.startswith("DTSTART")] == [f"DTSTART;VALUE=DATE:{day}"]
    assert "DTSTAMP:20200229T000000Z" in lines


def test_no_line_of_the_calendar_is_longer_than_75_octets_and_unfolded_they_are_whole(tmp_path: Path) -> None:
    text = calendar_of(deadlines(tmp_path, "2020", "2021"))
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    summary = next(line for line in unfolded(text) if line.startswith("SUMMARY:"))
    assert summary == (
        "SUMMARY:build 1 of them\\; with a comma\\, a semicolon and a \\\\ in it\\, and long enough to be cut"
    )


@given(st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=("Cs",)), max_size=200))
def test_any_line_is_cut_to_75_octets_between_characters(line: str) -> None:
    cut = fold_line(line)
    assert all(len(part.encode()) <= 75 for part in cut.split("\r\n"))
    assert cut.replace("\r\n ", "") == line


def test_events_have_ids_of_their_own_and_the_words_of_the_language(tmp_path: Path) -> None:
    site = deadlines(tmp_path, "2020", "2021")
    english, chinese = unfolded(calendar_of(site)), unfolded(calendar_of(site, "zh"))
    ids = [line for line in (*english, *chinese) if line.startswith("UID:")]
    assert len(ids) == len(set(ids)) == 4
    assert "SUMMARY:建成2家" in chinese and "SUMMARY:建成2家" not in english
    assert "URL:https://example.org/a/t02" in english
    assert "X-WR-CALNAME:Targets\\, 目标" in english


def test_a_calendar_and_its_events_are_named_for_the_site(tmp_path: Path) -> None:
    lines = unfolded(calendar_of(deadlines(tmp_path, "2020")))
    assert "PRODID:-//Sample//Targets//EN" in lines
    assert "UID:a-t01-en@sample" in lines


def test_begin_and_end_are_balanced_and_only_targets_are_events(tmp_path: Path) -> None:
    annotations = """
        statements:
        - {id: k01, kind: task, quote: 修路, gloss: mend, themes: [jobs], by: "2022", period_basis: stated}
        - {id: r01, kind: result, quote: 建桥, gloss: built, themes: [jobs], period: "2022", period_basis: stated}
        """
    lines = unfolded(calendar_of(site_of(tmp_path, report("a", "修路。建桥。", annotations))))
    assert [line for line in lines if re.match("BEGIN|END", line)] == ["BEGIN:VCALENDAR", "END:VCALENDAR"]


def test_a_deadline_that_the_text_does_not_print_says_so(tmp_path: Path) -> None:
    body, both = "建成1家。\n建成2家。\n", "statements:" + target(1, "2020") + target(2, "2021")
    site = site_of(tmp_path, report("a", body, both.replace("stated", "inferred", 1), covers='"2020"'))
    described = [line for line in unfolded(calendar_of(site)) if line.startswith("DESCRIPTION")]
    assert described == ["DESCRIPTION:建成1家\\nNot printed.", "DESCRIPTION:建成2家"]


@pytest.mark.parametrize("own", ["", 'by: "2030", period_basis: stated, '])
def test_a_target_whose_figures_have_times_of_their_own_stands_on_each(own: str, tmp_path: Path) -> None:
    body = "到2025年建成5家、到2030年建成10家。"
    annotations = (
        "statements:\n- {id: t01, kind: target, quote: 到2025年建成5家、到2030年建成10家, gloss: 5 and 10,"
        f" themes: [jobs], {own}measures: [{{figure: 5家, aspect: level, period: '2025', period_basis: inferred}},"
        " {figure: 10家, aspect: level, period: '2030', period_basis: stated}]}\n"
    )
    lines = unfolded(calendar_of(site_of(tmp_path, report("a", body, annotations, date='"2022"'))))
    days = [line.rpartition(":")[2] for line in lines if line.startswith("DTSTART")]
    assert days == ["20251231", "20301231"]
    ids = [line for line in lines if line.startswith("UID")]
    assert ids == ["UID:a-t01-20251231-en@sample", "UID:a-t01-20301231-en@sample"]
    described = [line for line in lines if line.startswith("DESCRIPTION")]
    assert ["Not printed." in line for line in described] == [True, False]
