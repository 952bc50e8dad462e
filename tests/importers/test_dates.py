"""Days and years however a capture writes them, and of which year a report is that names several."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from duizhao.importers.dates import day_of, years_in

from .invented import BLOCKS, LINES, PARTS, TEXT, TITLE
from .made import blocks, import_of

DAY = "2023年2月8日"
HAN = "〇一二三四五六七八九"
WIDE = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")
ZEROS = ("〇", "○", "◯", "零", "Ｏ", "O", "0", "０")


def han(number: int) -> str:
    """A number below a hundred as it is said."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else HAN[tens]) + ("十" if tens else "") + (HAN[ones] if ones else "")


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)), zero=st.sampled_from(ZEROS))
def test_a_day_is_the_same_day_however_it_is_written(day: date, zero: str) -> None:
    words = f"{day.year}年{day.month}月{day.day}日"
    year = "".join(HAN[int(digit)] for digit in str(day.year)).replace("〇", zero)
    for written in (words, words.translate(WIDE), f"{year}年{han(day.month)}月{han(day.day)}日", f"{day:%Y-%m-%d}"):
        assert day_of(f"（{written}在会议上）") == day.isoformat()
    assert years_in(f"{year}年晴湖区政府工作报告") == [day.year]


def test_a_numeral_that_is_no_year_is_none() -> None:
    assert years_in("一、二〇个项目，二零二四号文件，120234家") == []
    assert day_of("二月八日") == ""


@pytest.mark.parametrize("written", ["二〇二三年二月八日", "二○二三年二月八日", "２０２３年２月８日"])
def test_a_day_in_han_numerals_or_full_width_is_a_printed_day(written: str, tmp_path: Path) -> None:
    one = import_of("a.txt", TEXT.replace(DAY, written).encode(), tmp_path)
    keys, printed = one.draft.keys, one.draft.printed
    assert (keys["date"], keys["date_basis"], printed["date"]) == ("2023-02-08", "printed", written)
    assert printed["occasion"] == "晴湖区第六届人民代表大会第三次会议"
    assert (one.doubts, blocks(one)) == ((), BLOCKS)


def test_a_printed_day_that_no_calendar_has_is_told_and_no_hindrance(tmp_path: Path) -> None:
    keys = import_of("a.txt", TEXT.replace(DAY, "2023年2月30日").encode(), tmp_path).draft.keys
    assert (keys["date"], keys["date_basis"]) == ("2023", "inferred")
    assert keys["date_note"] == {
        "zh": "原文写作“2023年2月30日”，并无此日，年份据标题推定。",
        "en": "The day that the capture prints, 2023年2月30日, does not exist; the year is that of its title.",
    }


def test_a_text_whose_years_are_all_in_han_numerals_tells_its_year(tmp_path: Path) -> None:
    body = "\n".join(LINES[4:]).replace("2023年", "二〇二三年").replace("2022年", "二〇二二年")
    assert import_of("a.txt", body.encode(), tmp_path).draft.keys["covers"] == "2022/2023"
    title = f"二〇二三年晴湖区政府工作报告\n{body.replace('二〇二三年', '今年').replace('二〇二二年', '去年')}"
    assert import_of("b.txt", title.encode(), tmp_path).described.year == 2023


UNDATED = TEXT.replace(PARTS[0], "一、今年工作回顾").replace(PARTS[1], "二、明年工作安排")


@pytest.mark.parametrize(
    ("text", "day", "year", "covers"),
    [
        (TEXT, "2022年12月28日", 2023, "2022/2023"),
        (TEXT.replace(TITLE, "政府工作报告"), "2022年12月28日", 2023, "2022/2023"),
        (TEXT, "2024年1月5日", 2023, "2022/2023"),
        (TEXT.replace(TITLE, "政府工作报告"), "2024年1月5日", 2023, "2022/2023"),
        (TEXT.replace(TITLE, "2022年晴湖区政府工作报告"), "2023年1月5日", 2022, "2022/2023"),
        (UNDATED.replace(TITLE, "政府工作报告"), "2023年2月8日", 2023, "2022/2023"),
    ],
)
def test_what_title_and_headings_print_goes_before_the_year_of_the_day(
    text: str, day: str, year: int, covers: str, tmp_path: Path
) -> None:
    one = import_of("a.txt", text.replace(DAY, day).encode(), tmp_path)
    keys = one.draft.keys
    assert (one.described.year, keys["covers"], one.id) == (year, covers, f"qinghu-{year}-work-report")
    assert (
        isinstance(keys["title"], dict) and f"{year}年" in str(keys["title"]["zh"]) and str(year) in str(keys["title"])
    )
    assert keys["date_basis"] == "printed" and str(keys["date"]).startswith(day[:4])
    is_told = any(doubt.startswith("year:") for doubt in one.doubts)
    assert is_told == (year != int(day[:4]) + ("12月" in day))


def test_a_report_of_december_that_names_no_year_is_doubted(tmp_path: Path) -> None:
    text = UNDATED.replace(TITLE, "政府工作报告").replace(DAY, "2022年12月28日")
    one = import_of("a.txt", text.encode(), tmp_path)
    assert one.described.year == 2022
    assert [doubt for doubt in one.doubts if doubt.endswith("it may be the report of the year to come")]


def test_a_year_that_is_given_goes_before_all_that_is_printed(tmp_path: Path) -> None:
    one = import_of("a.txt", TEXT.replace(DAY, "2022年12月28日").encode(), tmp_path, year="2023")
    assert (one.described.year, one.draft.keys["date"], one.doubts) == (2023, "2022-12-28", ())
    one = import_of("a.txt", TEXT.encode(), tmp_path, year="2025")
    assert (one.described.year, one.draft.keys["date"]) == (2025, "2023-02-08")
    assert "date: 2023-02-08 is printed, and --year says 2025" in one.doubts


def test_news_of_december_are_of_the_year_before_the_report(tmp_path: Path) -> None:
    news = "12月28日，晴湖区第六届人民代表大会第三次会议召开，会议听取了政府工作报告，以下是报告的全文。"
    one = import_of("a.txt", "\n".join((news, *LINES[4:])).encode(), tmp_path)
    assert (one.described.year, one.draft.keys["date"]) == (2023, "2022-12-28")
