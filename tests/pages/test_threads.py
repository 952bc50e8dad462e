"""Threads on their pages: where marks stand, that labels keep clear of each other, what is parted, the index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, strategies as st

from duizhao.corpus.threads import thread_of
from duizhao.pages import threads
from duizhao.pages.parts.threads.drawing import LEFT, MOST, RIGHT, SIZE, WIDTH, Band, Drawing, drawings
from duizhao.pages.parts.threads.strip import APART, WIDTH as WIDTH_OF_STRIP
from duizhao.pages.parts.threads.text_width import shortened, text_width

from ..corpus.test_threads import PARK, said, text
from ..looking import main, said as read, silences, site
from ..many import NAMES
from ..sample import context_of


def drawn(top: Path, *texts: dict[str, str], language: str = "en") -> list[Drawing]:
    context = context_of(top, PARK, *texts, language=language)
    thread = thread_of(context.site, "initiative", "park")
    assert thread
    return list(drawings(context, thread))


def years(drawing: Drawing) -> tuple[int, int]:
    named = [int(year.name) for year in drawing.years if year.name]
    return min(named), max(named)


TEXTS = (
    text("a", "2020-07-01", said("t01", "建5个公园", "2021"), said("r01", "有公园", "2019")),
    text("b", "2021-07-01", said("k01", "修公园"), said("s01", "看公园")),
)


def test_a_promise_runs_from_the_day_on_which_it_was_said_to_the_day_on_which_it_falls_due(tmp_path: Path) -> None:
    (drawing,) = drawn(tmp_path, *TEXTS)
    (band,) = drawing.bands
    by_kind = {mark.kind: mark for mark in band.marks}
    assert years(drawing) == (2019, 2022)  # a year more, for the promise without a date
    a_year = (RIGHT - LEFT) / 4
    start, end = (float(place) for place in by_kind["target"].run[1:].replace(" ", "H").split("H")[::2])
    assert start == pytest.approx(LEFT + 1.5 * a_year, abs=1) and end == pytest.approx(LEFT + 3 * a_year, abs=1)
    start, end = (float(place) for place in by_kind["result"].run[1:].replace(" ", "H").split("H")[::2])
    assert (start, end) == (pytest.approx(LEFT), pytest.approx(LEFT + a_year, abs=1))


def test_a_promise_without_a_date_has_no_end_and_says_so_and_what_is_told_without_one_stands_where_it_was_said(
    tmp_path: Path,
) -> None:
    ((band,),) = (drawing.bands for drawing in drawn(tmp_path, *TEXTS))
    promise, situation = (next(mark for mark in band.marks if mark.kind == kind) for kind in ("task", "situation"))
    assert (promise.sign, bool(promise.beyond)) == ("", True)
    assert promise.label.text.endswith("; no date stated") and "no date stated" in promise.name
    assert (situation.run, situation.beyond) == ("", "")
    assert situation.label.text.endswith("; no date stated")
    assert all(mark.sign for mark in band.marks if mark is not promise)


def test_kinds_are_told_by_their_shapes_and_inferred_times_by_brackets(tmp_path: Path) -> None:
    four = (("t", "建5个"), ("k", "修"), ("r", "有"), ("s", "看"))
    texts = (text("a", "2020", *(said(f"{kind}01", f"{word}公园", "2020") for kind, word in four)),)
    stated = text("b", "2021", said("r01", "成公园", "2021").replace("inferred", "stated"))
    ((band,),) = (drawing.bands for drawing in drawn(tmp_path, *texts, stated))
    shapes = {mark.kind: "".join(sign for sign in mark.sign if sign.isalpha()) for mark in band.marks}
    assert shapes == {"target": "Maaz", "task": "Mlz", "result": "Maaz", "situation": "Mhvhz"}
    assert ["h-3v" in mark.edges for mark in band.marks] == [True, True, True, True, False]


def test_a_mark_is_called_by_its_label_then_its_kind_its_time_and_who_said_it(tmp_path: Path) -> None:
    ((band,),) = (drawing.bands for drawing in drawn(tmp_path, *TEXTS))
    target = next(mark for mark in band.marks if mark.kind == "target")
    assert (target.label.text, target.path) == ("Words of the Park", "reports/a/index.html#t01")
    assert target.name == "Words of the Park; Target; By [2021]; said in Qinghu: Report, 1 July 2020"
    assert [one.label.text for one in band.texts] == ["Report, 1 July 2020", "Report, 1 July 2021"]


def test_a_chinese_page_labels_with_the_words_of_the_text(tmp_path: Path) -> None:
    ((band,),) = (drawing.bands for drawing in drawn(tmp_path, *TEXTS, language="zh"))
    assert band.marks[-1].label.text in ("建5个公园", "看公园；未写明时间", "修公园；未写明时间")


def boxes(band: Band) -> Iterator[tuple[float, float, float, float]]:
    """From where to where each label reaches across and down."""
    for label in (one.label for one in (*band.texts, *band.marks)):
        x, y, width = float(label.x), float(label.y), text_width(label.text, SIZE)
        left = x - width if label.anchor == "end" else x
        yield left, left + width, y - SIZE, y + 3


def crossing(drawing: Drawing) -> list[object]:
    """Labels that run into each other or out of the drawing, and links that lie on one another or are too low."""
    found = [box for band in drawing.bands for box in boxes(band)]
    wrong: list[object] = [box for box in found if box[0] < 0 or box[1] > WIDTH or box[3] > drawing.height]
    wrong += [(a, b) for i, a in enumerate(found) for b in found[:i] if _meet(a, b)]
    reaches = [one.reach for band in drawing.bands for one in band.marks]
    wrong += [reach for reach in reaches if float(reach.height) < 25 or float(reach.width) < 25]
    wrong += [(a, b) for a, b in pairwise(reaches) if float(a.y) + float(a.height) > float(b.y)]
    return wrong


def _meet(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


LONG = "Press on with the industrialisation, commercialisation and internationalisation of everything in the Park"


def test_the_line_of_a_text_runs_through_no_words(tmp_path: Path) -> None:
    made = (drawing for n in (1, 3) for drawing in drawn(tmp_path / str(n), *forty_years("qinghu", every=n)))
    bands = (band for one in made for band in one.bands)
    found = [(line, box) for band in bands for line in band.texts for box in boxes(band)]
    assert len(found) > 500
    broken = set()
    for one, (left, right, top, bottom) in found:
        x = float(re.findall(r"M([0-9.]+)", one.line)[0])
        runs = [(float(a), float(b)) for a, b in re.findall(r" ([0-9.]+)V([0-9.]+)", one.line)]
        assert all(a < b for a, b in runs) and all(b <= c for (_, b), (c, _) in pairwise(runs))
        if left < x < right:
            assert [run for run in runs if run[0] < bottom and top < run[1]] == [], (one, top, bottom)
        broken.add(len(runs) > 1)
    assert broken == {True, False}


def test_the_name_of_a_text_begins_or_ends_at_its_line(tmp_path: Path) -> None:
    (drawing,) = drawn(tmp_path, *forty_years("qinghu", every=9))
    named = {True: 0, False: 0}
    for one in (one for band in drawing.bands for one in band.texts):
        x, at = float(re.findall(r"M([0-9.]+)", one.line)[0]), float(one.label.x)
        goes_right = one.label.anchor == "start"
        assert abs(x - at) <= 10 and (at <= x if goes_right else at >= x), one
        named[goes_right] += 1
    assert all(named.values())


def forty_years(district: str, every: int = 1) -> Iterator[dict[str, str]]:
    """A text of each year with a promise, one without a date, and a result."""
    for year in range(1981, 2021, every):
        of_year = (
            said("k01", "建公园", str(year + year % 6), gloss=LONG),
            said("k02", "修公园"),
            said("r01", "有公园", f"{year - 1}/{year}", gloss=LONG),
        )
        short = f"{{zh: {year}年{'很' * (year % 7)}长的报告, en: 'Report {year} {'of the District ' * (year % 5)}'}}"
        yield text(
            f"{district}-{year}",
            f"{year}-0{year % 9 + 1}",
            *of_year,
            district=district,
            short=short,
        )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_forty_years_are_parted_by_decades_and_no_label_meets_another(tmp_path: Path, language: str) -> None:
    made = drawn(tmp_path, *forty_years("qinghu"), language=language)
    marks = [sum(len(band.marks) for band in drawing.bands) for drawing in made]
    assert sum(marks) == 120 and max(marks) <= MOST
    assert [crossing(drawing) for drawing in made] == [[] for _ in made]
    assert len({drawing.name for drawing in made}) > 4


def test_thirteen_districts_stand_together_as_far_as_there_is_room_each_under_its_name(tmp_path: Path) -> None:
    rows = "".join(
        f"- {{id: {name}, name: {{zh: {zh}, en: '{en}'}}, city: {{zh: 云江市, en: Yunjiang}}, adcode: '{code}'}}\n"
        for code, (name, zh, en) in enumerate(NAMES, 990101)
    )
    texts = [one for name, _, _ in NAMES for one in forty_years(name, every=20)]
    made = drawn(tmp_path, {"content/districts.yaml": rows}, *texts)
    titles = [band.title.text for drawing in made for band in drawing.bands if band.title]
    assert len(made) < len(titles) == 13
    assert all(sum(len(band.marks) for band in drawing.bands) <= MOST for drawing in made)
    assert [crossing(drawing) for drawing in made] == [[] for _ in made]


@pytest.mark.parametrize("since", ["0214", "1421", "1978", "2019"])
def test_however_many_years_there_are_their_names_keep_apart(tmp_path: Path, since: str) -> None:
    early = text("a", "2021", said("r01", "有公园", since), said("r02", "成公园", "2021"))
    (drawing,) = drawn(tmp_path, early)
    places = [float(year.middle) for year in drawing.years if year.name]
    assert len(places) > 1 and all(b - a >= text_width("2000", SIZE) for a, b in pairwise(places))
    assert all(place - 20 >= 0 and place + 20 <= WIDTH for place in places)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1), st.integers(30, 500))
def test_a_shortened_text_fits_and_is_the_beginning_of_what_it_was(text: str, room: int) -> None:
    short = shortened(text, SIZE, room)
    assert short == text or (text_width(short, SIZE) <= room and short.endswith("…") and text.startswith(short[:-1]))


def test_a_text_is_cut_between_words() -> None:
    assert shortened("planning and building", SIZE, text_width("planning and buil…", SIZE)) == "planning and…"
    assert shortened("加快规划建设进度", SIZE, text_width("加快规划…", SIZE)) == "加快规划…"


def links(part: Element) -> list[str]:
    """The addresses that a part of a page leads to, be it drawn or written."""
    return [link.get("href") or "" for link in part.iter() if link.tag.rpartition("}")[2] == "a"]


def test_below_the_drawing_stand_the_same_statements_in_words() -> None:
    page = main(site(PARK, *TEXTS), "initiatives/park/index.html")
    (drawing,) = (part for part in page.iter() if part.get("role") == "group")
    (words,) = (part for part in page.iter("ol") if "thread" in (part.get("class") or ""))
    of_statements = [href for href in links(drawing) if "#" in href]
    assert of_statements == [href for href in links(words) if "/reports/" in href] and len(of_statements) == 4
    assert all(read(link) for link in drawing.iter() if link.get("href"))
    assert [read(one).split(": ")[1].split(" words")[0] for one in words][0] == "For [2019]"


def test_the_index_lists_threads_by_theme_the_latest_first_with_their_statements_and_years() -> None:
    pond = {
        "content/initiatives.yaml": PARK["content/initiatives.yaml"]
        + """
        - {id: pond, name: {zh: 池塘, en: Pond}, kind: place, aliases: [池塘], districts: [qinghu],
           note: {zh: 地点。, en: A place.}}
        """
    }
    of_pond = (("r01", "有池塘", "2021"), ("k01", "修池塘", "2022"))
    later = text("c", "2022-07-01", *(said(*one, gloss="words of the Pond") for one in of_pond))
    page = main(site(pond, *TEXTS, later), "threads/index.html")
    (rows,) = (part for part in page.iter("ul") if part.get("class") == "threads")
    assert [(links(row)[0], read(row.find(".//summary"))) for row in rows] == [
        ("../initiatives/pond/index.html#thread", "2 statements, 2021–2022: Pond"),
        ("../initiatives/park/index.html#thread", "4 statements, 2019–2021: Park"),
    ]
    assert [len([*row.iter("ol")]) for row in rows] == [1, 1]


def test_of_a_long_thread_the_index_folds_the_latest_and_leads_to_the_rest() -> None:
    page = main(site(PARK, *forty_years("qinghu", every=8)), "threads/index.html")
    (words,) = (part for part in page.iter("ol") if "thread" in (part.get("class") or ""))
    assert len(words) == 6
    assert "and 9 more, on its page" in read(page)


JOBS = "- {id: jobs, name: {zh: 就业, en: Jobs}}"
MANY = {"pond": "池塘", "lake": "水库", "dock": "码头", "mill": "厂房", "tower": "茶楼"}


def many_threads() -> Iterator[dict[str, str]]:
    """Five places of which two texts speak, each of earlier years than of the one before it."""
    rows = (
        f"- {{id: {name}, name: {{zh: {chinese}, en: {name.title()}}}, kind: place, aliases: [{chinese}],"
        " districts: [qinghu], note: {zh: 地点。, en: A place.}}\n"
        for name, chinese in MANY.items()
    )
    yield {"content/initiatives.yaml": "".join(rows)}
    for year, verb in ((2021, "有"), (2022, "成")):
        told = (
            said(f"r0{number}", f"{verb}{chinese}", str(year - number), gloss=f"words of the {name.title()}")
            for number, (name, chinese) in enumerate(MANY.items(), 1)
        )
        yield text(f"many-{year}", f"{year + 1}-07-01", *told)


def rows_of(page: Element) -> list[str]:
    """The places whose threads a page lists."""
    (rows,) = (part for part in page.iter("ul") if part.get("class") == "threads")
    return [links(row)[0].split("/")[-2] for row in rows]


@pytest.mark.parametrize(("room", "shown"), [(10, 1), (19, 2), (20, 5)])
@pytest.mark.long
def test_of_many_threads_the_index_has_the_latest_of_a_theme_and_leads_to_a_page_with_all(
    monkeypatch: pytest.MonkeyPatch, room: int, shown: int
) -> None:
    monkeypatch.setattr(threads, "ROOM", room)
    made = site(*many_threads(), {"content/themes.yaml": f"{JOBS} # {room}\n"})  # of each room a site of its own
    index = main(made, "threads/index.html")
    every = [*MANY]
    assert rows_of(index) == every[:shown]
    ways = [link for link in index.iter("a") if (link.get("href") or "") == "jobs/index.html"]
    assert [read(link) for link in ways] == (["All 5"] if shown < 5 else [])
    assert ("threads/jobs/index.html" in made.pages) == (shown < 5)
    if shown < 5:
        page = main(made, "threads/jobs/index.html")
        assert rows_of(page) == every
        assert read(next(page.iter("h1"))) == "One matter through the years: Jobs"


def strip_marks(page: Element) -> list[Element]:
    """The marks of the only strip of a page."""
    (strip,) = (part for part in page.iter() if part.get("class") == "strip")
    return [part for part in strip if part.get("data-kind")]


def places_of(mark: Element, part: str) -> list[float]:
    """Where the parts of a mark's path begin."""
    (path,) = (one for one in mark if one.get("class") == part)
    return [float(place) for place in re.findall(r"M([0-9.]+)", str(path.get("d")))]


@pytest.mark.long
def test_the_strip_of_a_crowded_thread_shows_all_its_years_and_its_signs_keep_apart() -> None:
    page = main(site(PARK, *forty_years("qinghu")), "threads/index.html")
    marks = {mark.get("data-kind"): mark for mark in strip_marks(page)}
    assert len(strip_marks(page)) == len(marks) == 2 and "are drawn once" in read(page)
    a_year = (WIDTH_OF_STRIP - 10) / (2025 - 1980 + 1)
    results = sorted(places_of(marks["result"], "tip"))
    assert results[0] < 5 + 3 * a_year and results[-1] > WIDTH_OF_STRIP - 6 * a_year
    assert all(b - a >= APART - 0.1 for a, b in pairwise(results)) and len(results) > 15
    # A promise without a date runs on to the end: from the first of them there is one line.
    (begun,) = places_of(marks["task"], "run")
    assert begun < 5 + 2 * a_year and str(marks["task"][0].get("d")).endswith(f"H{WIDTH_OF_STRIP - 5:.1f}")


def test_a_strip_with_room_has_every_mark_for_itself() -> None:
    page = main(site(PARK, *forty_years("qinghu", every=8)), "threads/index.html")
    assert len(strip_marks(page)) == 15 and "are drawn once" not in read(page)


def test_of_promises_of_one_kind_that_overlap_one_line_is_drawn_and_no_dash_lies_in_the_gap_of_another() -> None:
    years = ("2021", "2022", "2023")
    texts = [text(f"a{year}", year, said("k01", "建公园", str(int(year) + 2), gloss="the Park")) for year in years]
    alone = text("b", "2030", said("k01", "修公园", "2031", gloss="the Park"))
    page = main(site(PARK, *texts, alone), "threads/index.html")
    marks = strip_marks(page)
    assert len(marks) == 4 and all(part.get("d") for mark in marks for part in mark if part.get("class") == "tip")
    runs = [str(part.get("d")) for mark in marks for part in mark if part.get("class") == "run"]
    (first, last), alone_run = (sorted(map(float, re.findall(r"[MH]([0-9.]+)", run))) for run in runs)
    assert last - first > alone_run[1] - alone_run[0] and last < alone_run[0]


def test_without_threads_the_index_says_so() -> None:
    assert silences(site(), "threads/index.html") == ["No text yet"]
