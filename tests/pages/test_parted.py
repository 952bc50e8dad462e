"""Pages whose lists are too long for one: everything stands on one part, and links lead to every part."""

from __future__ import annotations

import functools
import json
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from duizhao.content.schema import Bilingual
from duizhao.corpus.join import join
from duizhao.pages import indicator, initiative, silence, targets
from duizhao.pages.parts import shards, splits, subject
from duizhao.pages.parts.splits import FOLDED, ROOMS, Placed
from duizhao.pipeline import Built, built

from ..corpus.test_threads import PARK, said, text
from ..looking import Looked, main, said as read, site
from ..rows import rows_told
from ..sample import site_of, written
from ..test_weight import MOST, MOST_OF_HTML, weights

pytestmark = pytest.mark.long
FIGURE = ", measures: [{figure: %d人, value: %d, unit: 人, operator: eq, aspect: increase, indicator: new-jobs}]"
YEARS = range(2001, 2015)
SITUATED = "qinghu-2003"  # a text that states a situation as well
USUAL = dict(ROOMS)
PLACES = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
FOLDED_FEW = 25_000  # so many bytes stand folded on a page that has room for a few
ROWS_OF_A_SCRIPT = 8  # a script has rows of years of one decade and of the next
ROW = re.compile(r'<tr role="row"(?: class="item")? id="([\w.-]+)"')
SVG = "{http://www.w3.org/2000/svg}"


def texts(way: str, every: range = YEARS) -> Iterator[dict[str, str]]:
    """Texts of one district by years and of another by a few, each with a figure and four statements on one theme."""
    for district, years in (("qinghu", every), ("baishi", every[::5])):
        for year in years:
            jobs = said("r02", f"{way}出新增就业{year}人", str(year - 1), FIGURE % (year, year))
            rest = said("k01", f"{way}修公园"), said("r01", f"{way}有公园", str(year - 1))
            aim = said("t01", f"{way}建5个公园", str(year) if year % 3 else "")
            stands = [said("s01", f"{way}有树", str(year - 1))] if f"{district}-{year}" == SITUATED else []
            yield text(f"{district}-{year}", f"{year}-02", *rest, jobs, aim, *stands, district=district)
    because = "because: {zh: 没有, en: nothing}"
    told = (
        f"- {{promise: {district}-{year}/k01, evidence: not-found, searched: [无处], {because}}}\n"
        for district, years in (("qinghu", every), ("baishi", every[::5]))
        for year in years[:-1]
    )
    yield {"content/follow-ups.yaml": "".join(told)}


@contextmanager
def with_room_for_a_few() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, room in zip(ROOMS, (12, 12, 4, 4, 6, 6, 6, 6, 6, 6), strict=True):
            patch.setitem(ROOMS, name, room)
        patch.setattr(splits, "FOLDED", FOLDED_FEW)
        patch.setattr(shards, "ROWS", ROWS_OF_A_SCRIPT)
        yield


@functools.cache
def in_parts() -> Looked:
    """Such a site whose pages have room for a few; tests/browsing/test_parted.py works them."""
    with with_room_for_a_few():
        return site(PARK, *texts("分"))


def test_the_heading_of_the_ways_to_parts_says_years_only_where_there_are_any() -> None:
    with with_room_for_a_few():
        small = site(PARK, *texts("分", YEARS[:6]))
    told = set()
    for path, page in (*in_parts().pages.items(), *small.pages.items()):
        for section in page.iter("section"):
            heading, lists = section.find("h2"), [one for one in section if one.get("class") == "parts"]
            if heading is not None and lists and read(heading).startswith("By district"):
                has_years = any(len([*one.iter("a")]) > 1 for one in lists[0].iter("dd"))
                assert (path, read(heading)) == (path, "By district and year" if has_years else "By district")
                told.add(read(heading))
    assert told == {"By district", "By district and year"}


@functools.cache
def of_long_texts() -> Looked:
    """Such a site of three texts of a district: of a year that has two there is more than a page has room for."""
    ids = [f"k{number:02}" for number in range(1, 8)]
    tasks = [said(one, f"在{place}处修公园") for place, one in zip(PLACES, ids, strict=False)]
    situations = [said(f"s{number:02}", f"{place}处有树", "2000") for number, place in enumerate(PLACES, 1)]
    aims = [said(f"t{number:02}", f"在{place}处建5个公园", "2002") for number, place in enumerate(PLACES[:7], 1)]
    names = ("qinghu-2001", "qinghu-2001-2", "qinghu-2002")
    told = (
        f"- {{promise: {name}/{one}, evidence: not-found, searched: [无处], because: {{zh: 没有, en: nothing}}}}\n"
        for name in names[:2]
        for one in ids
    )
    days = dict(zip(names, ("2001-02", "2001-03", "2002-02"), strict=True))
    written_down = [text(name, day, *tasks, *situations, *aims) for name, day in days.items()]
    with with_room_for_a_few():
        return site(PARK, *written_down, {"content/follow-ups.yaml": "".join(told)})


def ways_on(page: Element) -> Iterator[tuple[str, list[str], list[str]]]:
    """The heading of each list of ways to parts on a page, what the parts are called, and the ways to all of each."""
    for section in page.iter("section"):
        heading, lists = section.find("h2"), [one for one in section if one.get("class") == "parts"]
        if heading is not None and lists:
            ways = [read(next(one.iter("a"))) for one in lists[0].iter("dd")]
            yield read(heading), [read(one) for one in lists[0].iter("dt")], ways


BY = (
    (re.compile(r"\d{4}s?|\d{4}年(代)?"), ("year", "年份")),
    (re.compile(r"Part \d+|第\d+部分"), ("in parts", "分部分列出")),
    (re.compile(r"(Target|Task|Result|Situation)s|目标|任务|成效|情况"), ("kind", "种类")),
    (re.compile(r"Qinghu .*|Baishi .*|青湖区|白石区"), ("district", "按区", "and year", "和年份")),
)


def test_the_heading_of_the_ways_to_parts_says_what_these_are_told_apart_by() -> None:
    met = set()
    for looked in (in_parts(), of_long_texts()):
        for path, page in looked.pages.items():
            for heading, names, _ in ways_on(page):
                (ends,) = (ends for form, ends in BY if all(form.fullmatch(name) for name in names))
                assert heading.lower().endswith(ends), (path, heading, names)
                met.add((path.partition("/")[0], ends[0]))
    assert {by for _, by in met} == {"year", "in parts", "kind", "district"}
    assert {("indicators", "year"), ("data", "year"), ("verify", "year"), ("zh", "in parts")} <= met


def test_where_texts_are_listed_the_ways_to_parts_count_texts() -> None:
    for looked in (in_parts(), of_long_texts()):
        for base in ("verify", "data"):
            every = [
                one
                for path in of(looked, f"{base}/")
                for one in ways_on(looked.pages[f"{base}/{path}/index.html".replace("//", "/")])
            ]
            assert all(re.fullmatch(r"1 text|All \d+ texts", way) for _, _, ways in every for way in ways)
    whole = next(ways_on(in_parts().pages["verify/index.html"]))
    assert whole[2] == ["All 14 texts", "All 3 texts"]


@pytest.mark.parametrize(("base", "number"), [("", r"Nos\. (\d+) to (\d+)"), ("zh/", r"第(\d+)至(\d+)项")])
def test_rows_of_the_silence_register_are_numbered_through_parts_by_number(base: str, number: str) -> None:
    looked, place = of_long_texts(), f"{base}follow-up/silence/qinghu/2000s/2001/"
    pages = leaves(of(looked, place))
    assert [*pages] == ["1", "2", "3"]
    numbers, told = [], []
    for part in pages:
        page = main(looked, f"{place}{part}/index.html")
        here = [read(one) for one in page.iter("th") if one.get("class") == "n"]
        numbers += [int(re.findall(r"\d+", one)[0]) for one in here]
        heads = [read(one) for one in page.iter("h2") if re.search(number, read(one))]
        told += [int(one) for head in heads for one in re.search(number, head).groups()]  # type: ignore[union-attr]
        # What stands behind the heading is how many of these the page has.
        for head in heads:
            first, last = map(int, re.search(number, head).groups())  # type: ignore[union-attr]
            assert head.endswith(f" {last - first + 1}")
    assert numbers == [*range(1, 15)]
    assert told == [1, 6, 8, 12, 13, 14]
    scripts = scripts_of(looked, f"{base}follow-up/silence/index.html").values()
    of_script = [int(re.findall(r"\d+", shown(html.partition("</th>")[0].rpartition("</span>")[2]))[0])
                 for script in scripts for _, html in script]  # fmt: skip
    assert of_script == numbers


@pytest.fixture(scope="module")
def parted() -> Looked:
    return in_parts()


def of(looked: Looked | Built, base: str) -> dict[str, str]:
    """The pages below an address, by what leads to them from there, as their main parts' text in HTML."""
    return {
        path.removeprefix(base).removesuffix("index.html").strip("/"): looked.files[path].decode()
        for path in looked.files
        if path.startswith(base) and path.endswith("index.html")
    }


def leaves(pages: dict[str, str]) -> dict[str, str]:
    """The pages that are not parted further."""
    return {name: page for name, page in pages.items() if 'class="ways-to-parts"' not in page}


@pytest.mark.parametrize("language", ["", "zh/"])
def test_every_statement_of_a_theme_stands_on_one_part(parted: Looked, language: str) -> None:
    pages = leaves(of(parted, f"{language}themes/jobs/"))
    ids = [name for page in pages.values() for name in re.findall(r'id="((?:qinghu|baishi)-\d+\.\w+)"', page)]
    assert {*pages} == {"qinghu/2000s", "qinghu/2010s", "baishi"}
    years = [f"{district}-{year}" for district, step in (("qinghu", 1), ("baishi", 5)) for year in YEARS[::step]]
    stated = {f"{report}.{name}" for report in years for name in ("k01", "r01", "r02", "t01")}
    assert sorted(ids) == sorted(stated | {f"{SITUATED}.s01"})


@pytest.mark.parametrize(
    "base",
    ["themes/jobs/", "indicators/new-jobs/", "initiatives/park/", "zh/themes/jobs/", "targets/", "zh/targets/"]
    + ["follow-up/silence/", "verify/"],
)
def test_links_lead_from_the_first_address_to_every_part_and_back(parted: Looked, base: str) -> None:
    reached, waiting = set(), [f"{base}index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        links = re.findall(r'href="([^"#?]+)', parted.files[path].decode())
        paths = {posixpath.normpath(posixpath.join(posixpath.dirname(path), urlsplit(link).path)) for link in links}
        paths = {path if "." in path else f"{path}/index.html" for path in paths}
        assert f"{base}index.html" in paths or path == f"{base}index.html"
        waiting += [path for path in paths if path.startswith(base) and path.endswith(".html")]
    assert len(reached) > 2
    assert reached == {path for path in parted.files if path.startswith(base) and path.endswith("index.html")}


def scripts_of(looked: Looked, page: str) -> dict[str, list[tuple[str, str]]]:
    """What each script holds that a page asks for, by its path: the part of each row, and its HTML as it is drawn."""
    (asked,) = re.findall(r'data-shards="([^"]+)"', looked.files[page].decode())
    base = posixpath.dirname(page)
    paths = [posixpath.normpath(posixpath.join(base, path.partition("?v=")[0])) for path in asked.split()]
    scripts = ((path, looked.files[path].decode().strip()) for path in paths)
    told = ((path, script.removeprefix("window.duizhaoShards.take(").removesuffix(");")) for path, script in scripts)
    return {path: [(row.part, row.row) for row in rows_told(json.loads(rows))] for path, rows in told}


@pytest.mark.parametrize(("base", "row"), [("targets/", "t01"), ("zh/targets/", "t01"), ("follow-up/silence/", "k01")])
def test_every_row_stands_on_one_part_and_in_one_script_with_those_that_follow(
    parted: Looked, base: str, row: str
) -> None:
    pages = {name: page for name, page in leaves(of(parted, base)).items() if ROW.search(page)}
    scripts = scripts_of(parted, f"{base}index.html")
    held = [part for rows in scripts.values() for part, _ in rows]
    assert {*held} == {*pages}
    for name, page in pages.items():
        rows = [html for script in scripts.values() for part, html in script if part == name]
        assert [ROW.search(html)[1] for html in rows] == ROW.findall(page)  # type: ignore[index]
        assert all(shown(html) in shown(page) for html in rows)
        assert sum(any(part == name for part, _ in script) for script in scripts.values()) == 1
    # Each lies beside the page of its first part, has rows of one district, and no more than it may have.
    for path, script in scripts.items():
        assert path == f"{base}{script[0][0]}/rows.js" and len(script) <= ROWS_OF_A_SCRIPT
        assert len({part.partition("/")[0] for part, _ in script}) == 1
    assert any(len({part.split("/")[1] for part, _ in rows if "/" in part}) == 2 for rows in scripts.values())
    last = -1 if row == "k01" else None  # what the last text promises no later one could speak of
    texts = [f"{place}-{year}" for place, step in (("qinghu", 1), ("baishi", 5)) for year in YEARS[::step][:last]]
    assert sorted(ROW.search(html)[1] for rows in scripts.values() for _, html in rows) == sorted(  # type: ignore[index]
        f"{text}.{row}" for text in texts
    )
    every = {path for path in parted.files if path.startswith(base) and path.endswith("/rows.js")}
    assert {*scripts} == every and len(every) == 3
    # A part that leads to parts asks for those with rows of its own.
    own = scripts_of(parted, f"{base}qinghu/2000s/index.html")
    assert {*own} == {
        path for path, rows in scripts.items() if any(part.startswith("qinghu/2000s/") for part, _ in rows)
    }


@pytest.mark.parametrize(
    "other",
    [{"modal": "确保"}, {"themes": ("care",)}, {"scope": Bilingual("全区", "All")}, {"gloss": "Another"}],
    ids=lambda other: next(iter(other)),
)
def test_whatever_a_row_shows_its_script_is_asked_for_anew(tmp_path: Path, other: dict[str, object]) -> None:
    with with_room_for_a_few():
        before = site_of(tmp_path, PARK, *texts("分"))
        changed = before.reports["qinghu-2001"]
        statements = tuple(replace(one, **other) if one.id == "t01" else one for one in changed.statements)  # type: ignore[arg-type]
        reports = tuple(
            replace(one, statements=statements) if one is changed else one for one in before.library.reports
        )
        after = join(replace(before.library, reports=reports))
        versions, others = (targets._versions(one) for one in (before, after))
    assert versions.keys() == others.keys() and len({*versions.values()}) == 3
    assert {versions[name][0] for name in versions if versions[name] != others[name]} == {"qinghu/2000s/2001"}


def test_where_a_theme_or_a_district_is_called_otherwise_every_script_is_asked_for_anew(tmp_path: Path) -> None:
    with with_room_for_a_few():
        before = site_of(tmp_path, PARK, *texts("分"))
        for kind in ("themes", "districts"):
            first, *rest = getattr(before.library, kind)
            renamed = (replace(first, name=Bilingual("异名", "Another")), *rest)
            after = join(replace(before.library, **{kind: renamed}))
            for versions_of in (targets._versions, silence._versions):
                versions, others = versions_of(before), versions_of(after)
                assert versions.keys() == others.keys() and not {*versions.values()} & {*others.values()}


def test_what_was_checked_of_each_text_stands_on_one_part(parted: Looked) -> None:
    pages = leaves(of(parted, "verify/"))
    held = [
        path
        for page in pages.values()
        for path in re.findall(r'<th scope="row">\s*<a href="[./]*reports/([\w-]+)', page)
    ]
    assert sorted(held) == sorted(path.split("/")[1] for path in of_reports(parted)) and len(pages) > 4


@pytest.mark.parametrize("language", ["", "zh/"])
def test_a_script_says_on_which_part_of_the_comparison_each_cell_begins(parted: Looked, language: str) -> None:
    base = f"{language}compare/jobs/"
    script = parted.files[f"{base}places.js"].decode()
    told = json.loads(script.partition('["compare"]=')[2].rstrip(";\n"))
    stands = {
        name: re.findall(r'<li[^>]* id="([\w-]+\.(?:target|task|result|situation))"', page)
        for name, page in leaves(of(parted, base)).items()
    }
    assert told == {name: places for name, places in stands.items() if name} and len(told) > 4
    themes = [path.split("/")[-2] for path in parted.files if path.startswith(f"{language}compare/")
              and path.endswith("/places.js")]  # fmt: skip
    assert all("ways-to-parts" in parted.files[f"{language}compare/{theme}/index.html"].decode() for theme in themes)


def test_of_a_thousand_texts_and_300_of_a_district_no_page_is_too_heavy(parted: Looked, tmp_path: Path) -> None:
    with with_room_for_a_few():
        more = built(written(tmp_path / "more", PARK, *texts("分", range(1987, 2015))))
    counts = [len(of_reports(one)) for one in (parted, more)]
    weighed = [
        {path: (len(one.files[path]), weight) for path, weight, _ in weights(one.files)} for one in (parted, more)
    ]
    wrong = {}
    # What stands in folds is bounded by what it weighs, as a test below says.
    unfolded = (path for path in weighed[0] if b'class="fold"' not in more.files.get(path, b""))
    for path in unfolded:
        aim = 300 * 17 // 14 if "/qinghu/" in path else 1000  # 300 of one district: 14 of these 17 texts are
        for before, after, most in zip(
            weighed[0][path], weighed[1].get(path, (0, 0)), (MOST_OF_HTML, MOST), strict=True
        ):
            at_a_thousand = after + max(0, after - before) / (counts[1] - counts[0]) * (aim - counts[1])
            if at_a_thousand > most:
                wrong[path, most] = at_a_thousand
    assert wrong == {}, wrong
    assert counts == [17, 34]


def test_every_page_is_reached_from_the_first_by_links(parted: Looked) -> None:
    """But those at which a reader arrives otherwise."""
    reached, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in reached and path in parted.pages:
            reached.add(path)
            links = re.findall(r'href="([^"#?:]+)', parted.files[path].decode())
            waiting += [posixpath.normpath(posixpath.join(posixpath.dirname(path), link)) for link in links]
    assert {path for path in parted.pages if path not in reached} == {"404.html"}


def of_reports(parted: Looked | Built) -> list[str]:
    return [path for path in parted.files if re.fullmatch(r"reports/[\w-]+/index.html", path)]


def shown(html: str) -> str:
    """What is read of markup, without blanks."""
    return "".join(re.sub(r"<[^>]+>", " ", html).split())


def test_every_figure_stands_on_one_part_and_each_district_has_a_small_chart(parted: Looked) -> None:
    pages = of(parted, "indicators/new-jobs/")
    figures = [
        year for page in leaves(pages).values() for year in re.findall(r"reports/(\w+-\d+)/index.html#r02", rows(page))
    ]
    assert len(figures) == len({*figures}) == len(YEARS) + len(YEARS[::5])
    (small,) = (one for one in main(parted, "indicators/new-jobs/index.html").iter("figure"))
    assert small.get("class") == "small-charts" and len(list(small.iter(f"{SVG}svg"))) == 2
    assert len(list(small.iter(f"{SVG}circle"))) == len(figures)


def rows(page: str) -> str:
    """The bodies of the tables of figures."""
    tables = (part.partition("</table>")[0] for part in page.split("observations stacked")[1:])
    return "".join(table.partition("<tbody")[2] for table in tables)


FOLDS = (
    ("themes/jobs/qinghu/2000s/index.html", [(str(year), 4 + (year == 2003)) for year in range(2001, 2010)]),
    ("zh/themes/jobs/qinghu/2010s/index.html", [(f"{year}年", 4) for year in range(2010, 2015)]),
    ("indicators/new-jobs/qinghu/2000s/index.html", [(str(year), 1) for year in range(2001, 2010)]),
    ("zh/initiatives/park/qinghu/2010s/index.html", [(f"{year}年", 3) for year in range(2010, 2015)]),
)


@pytest.mark.parametrize(("path", "folds"), FOLDS)
def test_years_that_are_light_enough_stand_folded_on_the_page_of_their_part_the_latest_open(
    parted: Looked, path: str, folds: list[tuple[str, int]]
) -> None:
    found = [one for one in main(parted, path).iter("details") if one.get("class") == "fold"]
    heads = ["".join(one.find("summary").itertext()).split() for one in found]  # type: ignore[union-attr]
    assert heads == [[name, str(count)] for name, count in folds]
    assert [one.get("open") is not None for one in found] == [False] * (len(found) - 1) + [True]
    for head, fold in zip(heads, found, strict=True):
        said = {link.get("href", "").partition("reports/")[2].partition("/")[0] for link in fold.iter("a")}
        assert said - {""} >= {f"qinghu-{head[0].removesuffix('年')}"}
    assert sum(one.get("id") == "thread" for one in main(parted, path).iter()) == ("themes" not in path)


# Head and foot of a page, its ways and its chart, beside what stands in the folds.
OF_A_PAGE = 16_000


def test_what_an_item_weighs_is_guessed_so_well_that_no_folded_page_is_too_heavy(
    parted: Looked, tmp_path: Path
) -> None:
    with with_room_for_a_few():
        corpus = site_of(tmp_path, PARK, *texts("分"))
        of_park = subject.mention_weight(corpus, "initiative", "park")
        lists: list[tuple[str, Mapping[str, Placed[Any]], Callable[[Any], int]]] = [
            ("themes", subject.themes_in_parts(corpus), subject._weight),
            ("indicators", indicator._figures(corpus), indicator._weight),
            ("initiatives", initiative._parts(corpus), of_park),
        ]
        found = [
            (f"{kind}/{place}", sum(map(weight, one.part.items)))
            for kind, parts, weight in lists
            for place, one in parts.items()
            if one.part.folds
        ]
    assert len(found) > 5 and all(guessed <= FOLDED_FEW for _, guessed in found)
    for place, guessed in found:
        for language in ("", "zh/"):
            weighs = len(parted.files[f"{language}{place}/index.html"]) - OF_A_PAGE
            assert OF_A_PAGE + weighs / guessed * FOLDED < MOST_OF_HTML, (place, language)
