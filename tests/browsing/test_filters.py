"""Every filter and sort of every page leaves what it says and nothing else, by what is displayed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import quote

import pytest

from duizhao.content.locale import scope_words, unit_names
from duizhao.content.records import Report, Statement
from duizhao.content.vocabulary import KINDS
from duizhao.corpus.join import Corpus
from duizhao.pipeline import Built

from ..conftest import Watched
from ..policed import address, until
from .controls import (
    COMPARE,
    FLAGGED,
    ITEM,
    ITEMS,
    LANGUAGES,
    MARKED,
    PARALLEL,
    ROW,
    SEARCH,
    TARGETS,
    choose,
    offered,
    seen,
)
from .test_reading import REPORT

pytestmark = pytest.mark.browser


def _times(statement: Statement) -> tuple[int, ...]:
    return statement.period.years if statement.period else ()


@LANGUAGES
@pytest.mark.parametrize("theme", ["governance", "talent", "economy"])
def test_every_filter_of_the_comparison_leaves_what_it_says(
    reader: Watched, real: Built, language: str, theme: str
) -> None:
    page = reader.goto(f"{language}compare/{theme}/index.html")
    kinds = page.locator("input[name=kind]").evaluate_all("ticks => ticks.map(tick => tick.value)")
    at_first = page.locator("input[name=kind]:checked").evaluate_all("ticks => ticks.map(tick => tick.value)")
    assert set(kinds) - set(at_first) <= {"situation"}
    for kind in kinds:
        page.locator(f"input[name=kind][value={kind}]").check()
    everything = seen(page, ITEMS, ITEM)
    statements = {f"{s.report}/{s.id}": s for s in real.site.statements.values()}

    def of(item: str) -> Statement:
        report, _, name = item.rpartition(" ")[2].partition("/index.html#")
        return statements[f"{report.rpartition('/')[2]}/{name}"]

    def left(rule: Callable[[Statement], bool]) -> Counter[str]:
        return Counter(item for item in everything if rule(of(item)))

    def displayed(where: object) -> Counter[str]:
        found = Counter(seen(page, ITEMS, ITEM))
        # Nothing is left standing about nothing.
        empty = "[node.tagName, node.textContent.trim(), node.querySelectorAll('li').length]"
        assert [one for one in seen(page, ".matrix :is(tr, .says)", empty) if not one[1]] == [], where
        shown = seen(page, ".matrix tbody tr", "node.dataset.kind")
        assert shown == [kind for kind in KINDS if kind in {of(item).kind for item in found}], where
        assert (page.locator("#nothing-left").is_visible(), page.locator(".matrix").is_visible()) == (
            not found,
            bool(found),
        ), where
        return found

    assert len(everything) > 20 and {of(item).kind for item in everything} == set(kinds)
    for kind in kinds:
        page.locator(f"input[name=kind][value={kind}]").uncheck()
        assert displayed(kind) == left(lambda s, kind=kind: s.kind != kind)
        page.locator(f"input[name=kind][value={kind}]").press("Space")
        assert displayed(kind) == Counter(everything)
    for year in offered(page, "#f-year"):
        choose(page, "#f-year", year)
        found = displayed(year)
        assert found and found == left(
            lambda s, year=year: bool(_times(s)) and _times(s)[0] <= int(year) <= _times(s)[-1]
        )
    page.emulate_media(media="print")
    assert Counter(seen(page, ITEMS, ITEM)) == found
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 390, "height": 800})
    assert displayed("on a phone") == found
    page.locator(".other-language").click()
    page.wait_for_url(f"**{'/compare' if language else '/zh/compare'}/**")
    assert displayed("in the other language") == found


@LANGUAGES
def test_every_filter_of_a_report_leaves_what_it_says(reader: Watched, real: Built, language: str) -> None:
    page = reader.goto(language + REPORT)
    report = real.site.reports["tianhe-2020-work-report"]
    page.locator("input[name=reading][value=both]").check(force=True)

    def holds(rule: Callable[[Statement], bool], hidden: str = "") -> None:
        left = [s for s in report.statements if rule(s)]
        marked = {name for is_marked, name in seen(page, FLAGGED, MARKED) if is_marked}
        assert marked == {s.id for s in left if s.kind != hidden}
        told = seen(
            page, "#show .tick", "[node.querySelector('input').value, Number(node.querySelector('.count').textContent)]"
        )
        assert dict(told) == {kind: sum(s.kind == kind for s in left) for kind in KINDS}
        assert page.locator("#nothing-left").is_visible() == (not marked)

    holds(lambda s: True)
    for kind in KINDS:
        page.locator(f"input[name=show][value={kind}]").uncheck()
        holds(lambda s: True, kind)
        page.locator(f"input[name=show][value={kind}]").press("Space")
    for theme in offered(page, "#theme-filter"):
        choose(page, "#theme-filter", theme)
        holds(lambda s, theme=theme: theme in s.themes)
    # A key goes on among what is left, also while a tick has the focus.
    page.locator("input[name=show][value=target]").uncheck()
    page.keyboard.press("n")
    page.locator(".card[data-open]").wait_for()
    kept = [s for s in report.statements if s.kind != "target" and theme in s.themes]
    assert kept and address(page).partition("#")[2] in {s.id for s in kept}
    assert len(seen(page, ".card")) == 1
    page.locator(f"input[name=show][value={page.locator('.card[data-open]').get_attribute('data-kind')}]").uncheck()
    assert seen(page, ".card") == [] and "#" not in address(page)
    page.emulate_media(media="print")
    assert not page.locator("#show").is_visible()
    page.emulate_media(media="screen")
    # Back from another page the controls stand as they were left, and so does what they act on.
    ticks = "[...document.querySelectorAll('#show input, #show select')].map(one => [one.checked, one.value])"
    page.goto(reader.base + "about/index.html")
    page.go_back()
    kinds = [value for is_ticked, value in page.evaluate(ticks)[: len(KINDS)] if is_ticked]
    theme = page.locator("#theme-filter").input_value()
    there = {name for is_marked, name in seen(page, FLAGGED, MARKED) if is_marked}
    assert there == {s.id for s in report.statements if s.kind in kinds and (not theme or theme in s.themes)}


@LANGUAGES
def test_the_language_of_a_report_is_what_is_displayed(reader: Watched, language: str) -> None:
    page = reader.goto(language + REPORT)
    for reading, words in (("zh", (35, 0)), ("en", (0, 35)), ("both", (35, 35))):
        page.locator(f"input[name=reading][value={reading}]").check(force=True)
        assert (len(seen(page, ".block > .src")), len(seen(page, ".block > .tr"))) == words
        # What is marked in the one is marked in the other.
        flags = [len(seen(page, f".text {part} .flag")) > 300 for part in (".src", ".tr")]
        assert flags == [reading != "en", reading != "zh"]
        assert page.locator("#show .keys").is_visible()
    page.keyboard.press("ArrowLeft")
    assert (len(seen(page, ".block > .src")), len(seen(page, ".block > .tr"))) == (0, 35)


@LANGUAGES
def test_every_filter_of_the_targets_leaves_what_it_says(reader: Watched, real: Built, language: str) -> None:
    page = reader.goto(language + TARGETS)
    targets = {s.full_id: s for s in real.site.statements.values() if s.kind == "target"}
    rules: dict[str, Callable[[Statement, str], bool]] = {
        "#f-district": lambda s, value: real.site.reports[s.report].district == value,
        "#f-theme": lambda s, value: s.themes[0] == value,
        "#f-due": lambda s, value: bool(s.period) and s.period.last_year == int(value),
    }

    def displayed() -> list[str]:
        rows = seen(page, "#targets tbody tr", ROW)
        assert re.search(r"\d+", page.locator("form .count").inner_text())[0] == str(len(rows))
        return rows

    assert sorted(displayed()) == sorted(targets)
    for selector, rule in rules.items():
        for value in offered(page, selector):
            choose(page, selector, value)
            wanted = sorted(name for name, s in targets.items() if rule(s, value))
            assert wanted and sorted(displayed()) == wanted, value
        choose(page, selector, "")
    page.locator("#f-due").focus()
    page.keyboard.press("End")
    rows = displayed()
    assert 0 < len(rows) < len(targets)
    page.emulate_media(media="print")
    assert seen(page, "#targets tbody tr", ROW) == rows
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 390, "height": 800})
    assert displayed() == rows


@LANGUAGES
def test_every_head_of_the_targets_sorts_both_ways(reader: Watched, real: Built, language: str) -> None:
    page = reader.goto(language + TARGETS)
    at_first = seen(page, "#targets tbody tr", ROW)
    heads = page.locator("#targets thead button")
    for index in range(heads.count()):
        heads.nth(index).click()
        up = seen(page, "#targets tbody tr", f"node.cells[{index}].textContent.trim()")
        rows = seen(page, "#targets tbody tr", ROW)
        heads.nth(index).press("Enter")
        down = seen(page, "#targets tbody tr", f"node.cells[{index}].textContent.trim()")
        assert Counter(up) == Counter(down) and sorted(rows) == sorted(at_first)
        # Like stands beside like, whichever way: runs of the same words are as many as words.
        up = [word.strip("[]") for word in up]  # one that is inferred is like one that is stated
        runs = [word for place, word in enumerate(up) if not place or up[place - 1] != word]
        assert (len(runs) == len(set(runs)) or index == 1) and (up[0] != down[0].strip("[]") or len(set(up)) == 1), (
            index
        )
        assert page.locator("#targets thead [aria-sort] button").inner_text() == heads.nth(index).inner_text()
    targets = real.site.statements
    heads.nth(2).click()
    days = [targets[name].period.last_day for name in seen(page, "#targets tbody tr", ROW) if targets[name].period]
    assert days == sorted(days)
    heads.nth(1).click()
    figures = [
        targets[name].measures[0].quantity for name in seen(page, "#targets tbody tr", ROW) if targets[name].measures
    ]
    units = {one.base_unit: one.base_unit if unit_names(one.base_unit) else "" for one in figures}
    keys = [(units[one.base_unit], one.base_value is None, one.base_value or 0) for one in figures]
    assert keys == sorted(keys) and len(keys) > 40
    ordered = seen(page, "#targets tbody tr", ROW)
    page.locator(".other-language").click()
    page.wait_for_url(re.compile(r"/targets/.*\bsort=2(?:#[^#]+)?$"))
    assert seen(page, "#targets tbody tr", ROW) == ordered
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.locator("#targets thead button:visible").count() == heads.count()


def limits(site: Corpus, name: str, language: str) -> list[str]:
    """What a statement must not be read without: its scope, and why its figures may not be compared."""
    tongue = "zh" if language else "en"
    because = [caution.because[tongue] for caution in site.cautions_of[name]]
    return [*filter(None, [scope_words(site.statements[name], tongue)]), *because]


def under_themes(report: Report) -> list[str]:
    """A report's statements, once for each of their themes but for a further one that leads others of their kind."""
    led = {(one.kind, one.themes[0]) for one in report.statements}
    return [s.full_id for s in report.statements for t in s.themes if t == s.themes[0] or (s.kind, t) not in led]


@LANGUAGES
def test_every_choice_of_a_parallel_report_is_what_is_shown(reader: Watched, real: Built, language: str) -> None:
    page = reader.goto(language + PARALLEL)
    for side, index in (("left", 0), ("right", 1)):
        values = page.evaluate(f"[...document.querySelector('#f-{side}').options].map(one => one.value)")
        assert len(values) == len(real.site.reports)
        other = page.locator("#f-right" if side == "left" else "#f-left").input_value()
        for value in reversed([value for value in values if value != other]):
            choose(page, f"#f-{side}", value)
            name = page.locator(f"#f-{side} option:checked").inner_text()
            until(page, f"name => document.querySelectorAll('[data-head]')[{index}].textContent.trim() === name", name)
            told = seen(page, f"td[data-side={side}] .says > li .quote a", "node.getAttribute('href')")
            names = [href.split("reports/")[1].replace("/index.html#", "/") for href in told]
            report = real.site.reports[value]
            assert sorted(names) == sorted(under_themes(report))
            words = seen(page, f"td[data-side={side}] .says > li", "node.textContent")
            for name, said in zip(names, words, strict=True):
                assert [one for one in limits(real.site, name, language) if one not in said] == []
    page.locator("#f-left").focus()
    page.keyboard.press("End")
    until(page, "location.search.includes('left=')")


@LANGUAGES
def test_a_figure_that_is_found_says_what_it_is_limited_to(reader: Watched, real: Built, language: str) -> None:
    name = "haizhu-2021-party-building/r18"
    page = reader.goto(f"{language}{SEARCH}?q={quote(real.site.statements[name].measures[0].figure)}")
    until(page, "!!document.querySelector('#results .result')")
    words = " ".join(seen(page, "#results .result", "node.textContent"))
    wanted = limits(real.site, name, language)
    assert len(wanted) >= 2 and [one for one in wanted if one not in words] == []


@LANGUAGES
def test_every_filter_of_the_search_leaves_what_it_says(reader: Watched, real: Built, language: str) -> None:
    page = reader.goto(f"{language}{SEARCH}?q={quote('发展')}")
    tell = "[node.dataset.report, node.dataset.block]"
    settled = (
        "() => !document.querySelector('#results[aria-busy]') && !!document.querySelector('#search-status').textContent"
    )

    def displayed() -> list[tuple[str, str]]:
        until(page, settled)
        found = [tuple(one) for one in seen(page, ".result", tell)]
        numbers = re.findall(r"\d+", page.locator("#search-status").inner_text())
        assert not found or str(len(found)) in numbers
        assert bool(found) != page.locator("#results > .go").is_visible()
        return found

    page.wait_for_selector(".result")
    everything, reports = displayed(), real.site.reports
    rules: dict[str, Callable[[str], object]] = {
        "#f-district": lambda report: reports[report].district,
        "#f-report": lambda report: report,
        "#f-year": lambda report: str(reports[report].date.last_year),
    }
    for selector, of in rules.items():
        for value in offered(page, selector):
            choose(page, selector, value)
            assert sorted(displayed()) == sorted(one for one in everything if of(one[0]) == value), (selector, value)
        choose(page, selector, "")
    said = {(s.report, s.block, s.kind) for s in real.site.statements.values()}
    for kind in offered(page, "#f-kind"):
        choose(page, "#f-kind", kind)
        found = displayed()
        assert set(found) <= set(everything) and all((*one, kind) in said for one in found)
        assert bool(found) == any("发展" in s.quote for s in real.site.statements.values() if s.kind == kind)
    page.locator("#q").fill("没有这样的话")
    page.wait_for_selector("#results > .go")
    page.locator("#results > .go").press("Enter")
    until(page, settled)
    assert page.locator("#f-kind").input_value() == "" and "kind=" not in address(page)
    # A filter without a query filters nothing, and says what is wanting.
    page.goto(reader.base + language + SEARCH)
    page.locator("#f-kind").select_option("task")
    until(page, "document.getElementById('search-status').textContent")


@LANGUAGES
@pytest.mark.parametrize("path", [COMPARE, TARGETS, REPORT])
def test_where_filters_leave_nothing_a_line_says_so_and_shows_all(reader: Watched, language: str, path: str) -> None:
    page = reader.goto(language + path)
    items = {COMPARE: ITEMS, TARGETS: "#targets tbody tr", REPORT: f"{FLAGGED} > .flag"}[path]
    everything = len(seen(page, items))
    line = page.locator("#nothing-left")
    assert not line.is_visible()
    if path == TARGETS:
        pairs = [(theme, due) for theme in offered(page, "#f-theme") for due in offered(page, "#f-due")]
        for theme, due in pairs:
            choose(page, "#f-theme", theme)
            choose(page, "#f-due", due)
            if not seen(page, items):
                break
    else:
        name = "kind" if path == COMPARE else "show"
        for kind in KINDS:
            tick = page.locator(f"input[name={name}][value={kind}]")
            if tick.count() and tick.is_checked():
                tick.press("Space")
    assert seen(page, items) == [] and line.is_visible() and line.inner_text().strip()
    assert page.locator("main table.matrix, main table.targets").locator("visible=true").count() == 0
    page.emulate_media(media="print")
    assert line.is_visible() == (path != REPORT) and not line.locator("button").is_visible()
    page.emulate_media(media="screen")
    line.locator("button").press("Enter")
    assert not line.is_visible() and len(seen(page, items)) == everything and "=" not in address(page)
