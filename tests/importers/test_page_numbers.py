"""Numbers of pages in lines of their own are none of a text, and part no paragraph; numbers of its parts stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.importers.page_numbers import page_numbers

from .invented import BLANKS, BLOCKS, BODIES, LINES, OPENING, PARTS, TITLE, WRAPPED, wrapped
from .made import blocks, import_of, page

LONG = [OPENING, PARTS[0], *(f"第{n}组的{BODIES[n % 4]}{BODIES[(n + 1) % 4]}" for n in range(1, 13)), PARTS[1], *BODIES]
SURE = ["- {} -", "— {} —", "第{}页", "第 {} 页 共 12 页", "第{}页/共12页", "Page {} of 12", "·{}·", "－{}－"]
COUNTING = ["{}", "[{}]", "（{}）", "P{}", "{}/12", "{}页"]


@pytest.mark.parametrize("form", SURE)
def test_a_number_of_a_page_by_its_words_or_dress_is_left_out(form: str, tmp_path: Path) -> None:
    one = import_of("a.txt", "\n".join((*LINES[:7], form.format(3), *LINES[7:])).encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert {"drop": "8", "reason": "page-furniture"} in one.draft.steps["lines"]
    assert "taken for numbers of pages, by their words or dashes: line 8" in one.doubts


@pytest.mark.parametrize("form", [*SURE, *COUNTING])
def test_a_paragraph_over_the_end_of_a_page_is_whole(form: str, tmp_path: Path) -> None:
    lines = [TITLE]
    for place, words in enumerate(LONG):
        number = {4: 1, 7: 2, 10: 3}.get(place)
        lines += [words[:50], form.format(number), words[50:]] if number else [words]
    one = import_of("a.txt", "\n".join(lines).encode(), tmp_path)
    assert [words for _, words in blocks(one)] == LONG
    counted = "taken for numbers of pages, as they count up: lines 7, 12, 17"
    assert (counted in one.doubts) == (form in COUNTING)


@pytest.mark.parametrize("form", [*SURE, *COUNTING])
def test_numbers_among_broken_lines_part_no_paragraph(form: str, tmp_path: Path) -> None:
    lines = [TITLE]
    for words in (f"\u3000\u3000{words}" for words in LONG):
        for at in range(0, len(words), 30):
            lines += [words[at : at + 30]] + ([form.format(len(lines) // 25)] if len(lines) % 25 == 0 else [])
    one = import_of("a.txt", "\n".join(lines).encode(), tmp_path)
    assert "".join(words for _, words in blocks(one)) == "".join(LONG)


@pytest.mark.parametrize("form", COUNTING)
def test_numbers_that_part_no_sentence_may_be_those_of_parts_and_stay(form: str) -> None:
    lines = [words for number, body in enumerate(LONG, 1) for words in (form.format(number), body)]
    assert not page_numbers(lines).counting


@pytest.mark.parametrize(
    "lines",
    [
        [
            "1",
            "新建社区食堂12家，服务居民8600户",
            "2",
            "改造老旧小区23个，惠及居民",
            "3",
            "区住建局",
        ],  # rows of a table
        ["一", *LONG[2:5], "二", *LONG[5:8]],
        ["01", LONG[2][:50], "02", LONG[3][:50]],
        ["3", f"{LONG[2]}和其他", "1", f"{LONG[3]}和其他", "2018"],
        ["486.2", "5.3%", "2023年"],
    ],
)
def test_other_numbers_in_lines_of_their_own_are_none_of_pages(lines: list[str]) -> None:
    found = page_numbers(lines)
    assert not found.sure | found.counting


def test_a_mark_alone_in_its_line_begins_no_note(tmp_path: Path) -> None:
    lines = [*LINES[:6], "[1]", *LINES[6:8], "[2]", *LINES[8:10], "[3]", *LINES[10:]]
    one = import_of("a.txt", "\n".join(lines).encode(), tmp_path)
    assert [block for block in blocks(one) if block in BLOCKS] == BLOCKS


HEAD = "晴湖区人民政府公报　2024年第1期"
# What stands at the end of a page and the beginning of the next, and its number.
PAGE_ENDS = {
    "a head behind the number": ["{}", HEAD],
    "a head before a number in dashes": [HEAD, "- {} -"],
    "a head of another paper": ["政务通报", "第{}页"],
    "a head of two lines": ["{}", "晴湖区政府办公室编", HEAD],
    "a head and a foot": ["晴湖区政府办公室编", "{}", HEAD],
    "a head in the line of the number": [f"{HEAD}　{{}}"],
    "a number before the head": ["— {} — 政务通报"],
    "blank lines about them": ["", "{}", "", HEAD, ""],
}


def paged(ends: list[str], places: tuple[int, ...]) -> str:
    """The text with pages that end in mid-sentence in the paragraphs at these places."""
    lines = [TITLE]
    for place, words in enumerate(LONG):
        page = [end.format(places.index(place) + 1) for end in ends] if place in places else []
        lines += [words[:50], *page, words[50:]] if page else [words]
    return "\n".join(lines)


@pytest.mark.parametrize("case", PAGE_ENDS)
def test_what_stands_beside_the_numbers_of_pages_is_left_out_with_them(case: str, tmp_path: Path) -> None:
    one = import_of("a.txt", paged(PAGE_ENDS[case], (4, 7, 10)).encode(), tmp_path)
    assert [words for _, words in blocks(one)] == LONG
    assert any(doubt.startswith("taken for heads or feet of pages: lines ") for doubt in one.doubts)


@pytest.mark.parametrize("end", [["{}", HEAD], [HEAD, "- {} -"], [HEAD]])
def test_the_head_of_a_gazette_is_known_where_there_is_one(end: list[str], tmp_path: Path) -> None:
    one = import_of("a.txt", paged(end, (4,)).encode(), tmp_path)
    assert "".join(words for _, words in blocks(one)).replace("1", "", 1).count("公报") == 0


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["区住建局", "第1页", LONG[2], "区民政局", "第2页", LONG[3]], {2, 5}),  # other words each time
        (["各位代表：", "第1页", LONG[2], "各位代表：", "第2页", LONG[3]], {2, 5}),  # a greeting
        ([*(w for n in range(1, 5) for w in (str(n), "新建食堂", "区民政局"))], set()),  # rows of a table
        (
            ["区民政局", "第1页", "区民政局", LONG[2], "区民政局", LONG[3], "区民政局"],
            {2},
        ),  # what stands elsewhere, too
        ([LONG[2], HEAD, LONG[3]], set()),  # between sentences
    ],
)
def test_other_lines_beside_numbers_are_no_heads(lines: list[str], numbers: set[int]) -> None:
    assert page_numbers(lines).all == numbers


@pytest.mark.parametrize("about", [["{}"], ["", "{}", ""]])
@pytest.mark.parametrize("indent", ["", BLANKS])
def test_one_number_alone_within_a_paragraph_of_broken_lines_is_one_of_a_page(
    about: list[str], indent: str, tmp_path: Path
) -> None:
    lines = wrapped(indent, "").splitlines()
    broken = next(place for place, line in enumerate(lines) if place > 12 and len(line) == 30)
    lines[broken + 1 : broken + 1] = [end.format(3) for end in about]
    one = import_of("a.txt", "\n".join((TITLE, *lines)).encode(), tmp_path)
    assert [words for _, words in blocks(one)] == list(WRAPPED)
    assert any(doubt.startswith("taken for numbers of pages, as they part paragraphs: line") for doubt in one.doubts)


def test_figures_in_lines_of_their_own_among_broken_lines_stay() -> None:
    broken = wrapped(BLANKS, "").splitlines()
    table = ["指标", "单位", "2023", "个", "14", "家", "23"]
    assert not page_numbers([*broken, *table, *broken]).all


@pytest.mark.parametrize(
    ("before", "figures", "behind"),
    [
        ("改造老旧小区", ["23"], "个，惠及居民"),
        ("即", ["2025"], "年底前全线贯通"),
        ("增加到", ["48"], "，"),
        ("总值达到486.", ["2"], "亿元，"),
        ("建成投用的重点项目中第", ["3"], "批"),
        ("建成公园和绿道的数量增加了", ["40", "23"], "并且"),  # do not count up
        ("在新的一年里力争到", ["2035"], "基本"),
    ],
)
@pytest.mark.parametrize("indent", ["", BLANKS])
def test_figures_in_lines_of_their_own_within_a_paragraph_stay(
    before: str, figures: list[str], behind: str, indent: str
) -> None:
    lines = wrapped(indent, "").splitlines()
    among = [words for words in lines if len(words.strip()) == 30][: len(figures)]
    for figure, line in zip(figures, among, strict=True):
        place = lines.index(line)
        full = f"{BODIES[0][:30]}{before}"[-30:]
        lines[place : place + 1] = [line, full, figure, f"{behind}{BODIES[1][:20]}"]
    found = page_numbers(lines)
    assert not found.all
    assert {lines[line - 1] for line in found.kept} <= set(figures)


def test_a_figure_within_a_paragraph_that_stays_is_told(tmp_path: Path) -> None:
    lines = wrapped(BLANKS, "").splitlines()
    broken = next(place for place, line in enumerate(lines) if place > 12 and len(line) == 30)
    lines[broken + 1 : broken + 2] = ["23", f"个{lines[broken + 1]}"]
    one = import_of("a.txt", "\n".join((TITLE, *lines)).encode(), tmp_path)
    assert f"numbers of pages or figures, kept: line {broken + 3}" in one.doubts
    assert "".join(words for _, words in blocks(one)).count("23个") == "".join(WRAPPED).count("23个") + 1


PART = "这一部分说明今年各街道实施的工作安排，资金和责任都已经明确，" * 4


@pytest.mark.parametrize("form", COUNTING)
def test_numbers_of_parts_of_which_one_holds_a_subheading_stay(form: str) -> None:
    lines = [words for number in range(1, 9) for words in (form.format(number), f"{PART[:-1]}。")]
    lines.insert(4, "关于进一步优化营商环境和服务企业的若干举措")
    assert not page_numbers(lines).all


def test_numbers_of_the_rows_of_a_table_and_of_names_stay() -> None:
    row = "实施老旧小区改造和加装电梯以及完善社区服务设施的工程项目"
    rows = [words for number in range(1, 20) for words in (str(number), row * 3, "区住建局")]
    schools = [words for number in range(1, 7) for words in (f"新建学校 {number}", PART[:-1])]
    assert not page_numbers(rows).all | page_numbers(schools).all


@pytest.mark.parametrize("mark", ["— 一 —", "·二·", "—— 2023 ——", "- 1998 -", "—十—", "~ 2035~"])
def test_marks_of_sections_and_years_in_dashes_are_none_of_pages(mark: str, tmp_path: Path) -> None:
    assert not page_numbers([*LINES[:7], mark, *LINES[7:]]).all


@pytest.mark.parametrize("words", ["第一页", "— 1 —", "Page 1"])
def test_a_heading_is_no_number_of_a_page(words: str, tmp_path: Path) -> None:
    assert page_numbers([LINES[0], words, *LINES[4:]]).sure == {2}
    html = page().replace(f"<p>{PARTS[1]}</p>", f"<h2>{words}</h2><p>{PARTS[1]}</p>")
    assert words in [block for _, block in blocks(import_of("a.html", html.encode(), tmp_path))]


def test_numbers_that_count_up_with_another_among_them_stay_and_are_told() -> None:
    lines = [TITLE]
    for place, words in enumerate(LONG):
        number = {4: 1, 6: 23, 7: 2, 10: 3}.get(place)
        lines += [words[:50], str(number), words[50:]] if number else [words]
    found = page_numbers(lines)
    assert (found.all, {lines[line - 1] for line in found.kept}) == (frozenset(), {"1", "2", "3"})
