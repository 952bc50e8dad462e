"""The real site in a real browser, as a reader uses it: over http under a sub-path and from a folder on disk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from duizhao.pipeline import Built

from ..conftest import OVER_HTTP, Watched
from ..policed import Policed, address, follow, until

pytestmark = pytest.mark.browser
REPORT = "reports/tianhe-2020-work-report/index.html"
KINDS = (
    "index.html",
    "reports/index.html",
    REPORT,
    "reports/tianhe-2020-work-report/statements/1/index.html",
    "districts/tianhe/index.html",
    "compare/index.html",
    "compare/education/index.html",
    "compare/parallel/index.html",
    "compare/phrases/index.html",
    "indicators/index.html",
    "indicators/gdp/index.html",
    "themes/education/index.html",
    "initiatives/index.html",
    "terms/index.html",
    "terms/liu-wen/index.html",
    "follow-up/index.html",
    "follow-up/tianhe-2020-work-report/index.html",
    "follow-up/tianhe-2020-work-report/related-words/index.html",
    "follow-up/tianhe-2021-seven-tasks/index.html",
    "follow-up/silence/index.html",
    "wording/index.html",
    "wording/tianhe-2020-work-report/index.html",
    "wording/tianhe-2020-work-report/tianhe-2021-seven-tasks/index.html",
    "targets/index.html",
    "search/index.html",
    f"search/index.html?q={quote('城中村')}",
    "verify/index.html",
    "codebook/index.html",
    "about/index.html",
    "documents/index.html",
    "timeline/index.html",
    "threads/index.html",
    "initiatives/tianhe-cbd/index.html",
    "method/index.html",
    "data/index.html",
)


BARE = "document.styleSheets.length < 3 || getComputedStyle(document.body).fontFamily === ''"


@pytest.mark.parametrize("language", ["", "zh/"])
def test_every_page_kind_opens_from_a_folder_in_its_styles_without_error_or_outside_request(
    browser: Browser, real_folder: Path, language: str
) -> None:
    """As over http, where more is asked of each (test_page_kinds): here whether all its parts are found."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    watched, bare = Watched(context.new_page(), real_folder.as_uri() + "/"), []
    for kind in KINDS:
        page = watched.goto(language + kind)
        assert page.locator("h1").count() == 1, kind
        if "?" in kind:
            page.wait_for_selector(".result")
        bare += [kind] if page.evaluate(BARE) else []
    context.close()
    assert (bare, watched.wrong, cast(Policed, browser).violations) == ([], [], [])


def test_a_highlight_opens_its_card_and_escape_closes_it(watched: Watched) -> None:
    page = watched.goto(REPORT)
    mark = page.locator(".src .st[data-kind=target]").first
    flag = mark.locator("> .flag")
    name = mark.get_attribute("id")
    card = page.locator(f"#card-{name}")
    assert card.count() == 0 and flag.get_attribute("aria-expanded") == "false"
    flag.click()
    card.wait_for()
    assert address(page).endswith(f"#{name}")
    assert flag.get_attribute("aria-expanded") == "true" and flag.get_attribute("aria-controls") == f"card-{name}"
    assert card.evaluate("node => node === document.activeElement")
    page.keyboard.press("Escape")
    assert card.count() == 0 and "#" not in address(page)
    assert flag.evaluate("node => node === document.activeElement")


def test_the_keys_n_and_p_step_through_the_statements(watched: Watched) -> None:
    page = watched.goto(REPORT)
    marks = page.locator(".src .st[id], .text :is(h2, h3) .st[id]")
    names = [mark.get_attribute("id") for mark in marks.all()[:4]]
    for key, at in (("n", 0), ("n", 1), ("n", 2), ("p", 1)):
        page.keyboard.press(key)
        until(page, f"location.hash === '#{names[at]}' && document.querySelector('#card-{names[at]}')")
    assert page.locator(".card[data-open]").count() == 1


def test_an_address_with_a_statement_opens_its_card(watched: Watched) -> None:
    page = watched.goto(REPORT + "#t03")
    page.locator("#card-t03").wait_for()
    assert page.locator("#t03").is_visible()


def test_kinds_can_be_hidden_and_themes_singled_out(watched: Watched) -> None:
    page = watched.goto(REPORT)
    flags = page.locator(".st[data-kind=result] > .flag")
    assert flags.first.is_visible()
    page.locator("input[name=show][value=result]").uncheck()
    assert not flags.first.is_visible()
    page.locator("#theme-filter").select_option("education")
    dim = page.locator(".st[data-dim]").count()
    assert 0 < dim < page.locator(".st").count()


def test_the_comparison_keeps_its_filters_in_the_address(watched: Watched) -> None:
    page = watched.goto("compare/education/index.html")
    page.locator("#f-year").select_option("2020")
    page.locator("input[name=kind][value=task]").uncheck()
    assert "year=2020" in address(page) and "kind=target" in address(page) and "kind=task" not in address(page)
    before = page.locator(".matrix .says > li:visible").count()
    page.reload()
    assert page.locator(".matrix .says > li:visible").count() == before > 0
    assert page.locator(".matrix .says > li[data-kind=task]:visible").count() == 0


def test_a_cell_of_the_comparison_leads_to_its_sentence(watched: Watched) -> None:
    page = watched.goto("compare/economy/index.html")
    link = page.locator("tr[data-kind=result] .says .quote a").first
    words = link.inner_text()
    link.click()
    page.wait_for_selector(".card[data-open]")
    assert words in page.locator(".card[data-open]").inner_text()


# Whether the place that an address names begins below the heads that stay in view, and within the window.
HIDDEN = """place => {
  const node = document.getElementById(place);
  const row = node.closest("tr");
  const begins = (node.matches("tr") ? node.querySelector("th :is(a, div)") : node).getBoundingClientRect().top;
  const stays = one => getComputedStyle(one).position === "sticky" && one.getBoundingClientRect().top < begins;
  const heads = [document.querySelector(".masthead"), ...document.querySelectorAll("thead th")];
  if (node !== row) heads.push(row.querySelector("th"));
  const stuck = heads.filter(one => one.offsetWidth > 1 && one.offsetHeight < 300 && stays(one)
    && getComputedStyle(one.closest("thead") || one).clipPath === "none");
  const ends = stuck.map(one => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => !one.closest("tbody") || box.width > innerWidth / 2).map(([, box]) => box.bottom);
  return [begins < Math.max(...ends) - 1, begins > innerHeight - 40, scrollY > 0];
}"""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize(
    ("page_of", "place"),
    [
        ("compare/index.html", "villages"),
        ("compare/governance/index.html", "tianhe-2021-seven-tasks.task"),
        ("compare/parallel/index.html", "environment"),
    ],
)
def test_a_place_of_the_comparison_is_not_hidden_by_the_heads_that_stay(
    browser: Browser, http: str, page_of: str, place: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    if script and place == "villages":  # with a script the overview leads on; its rows are seen as they are without
        page.route("**/overview.*.js", lambda route: route.abort())
    hidden = {}
    for width in (390, 768, 1280, 1680):
        page.goto("about:blank")
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{http}{page_of}#{place}")
        hidden[width] = page.evaluate(HIDDEN, place)
    context.close()
    assert {width: found for width, found in hidden.items() if found != [False, False, True]} == {}


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("#education", "compare/education/index.html"),
        ("?theme=education", "compare/education/index.html"),
        ("?kind=target&theme=education&year=2020", "compare/education/index.html?kind=target&year=2020"),
        ("#nowhere", "compare/index.html#nowhere"),
        ("?theme=__proto__", "compare/index.html?theme=__proto__"),
    ],
)
def test_an_address_of_the_whole_table_leads_on_to_its_theme(
    watched: Watched, language: str, old: str, new: str
) -> None:
    page = watched.goto(f"{language}compare/index.html{old}")
    page.wait_for_url(f"**/{language}{new}")
    assert page.locator("h1").count() == 1
    if "education/" in new:
        assert page.locator("h1").inner_text() == ("教育" if language else "Education")
    else:
        assert page.locator(".overview tr[data-theme]:visible").count() > 20


def test_without_script_an_old_address_leads_to_the_row_that_links_on(browser: Browser, http: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(http + "compare/index.html#environment")
    row = page.locator("#environment")
    box = row.locator("th").bounding_box()
    assert box and 0 < box["y"] < 800
    row.locator("th a").click()
    page.wait_for_url("**/compare/environment/**")
    context.close()


@pytest.mark.parametrize("language", ["", "zh/"])
def test_every_box_of_the_overview_leads_to_a_statement_of_its_kind_and_text(
    watched: Watched, real: Built, language: str
) -> None:
    page = watched.goto(f"{language}compare/index.html")
    boxes = page.locator(".overview .mark").evaluate_all(
        "nodes => nodes.map(node => [new URL(node.href).pathname, decodeURIComponent(node.hash.slice(1)),"
        " node.dataset.kind, 'figured' in node.dataset])"
    )
    assert len(boxes) > 140 and {kind for _, _, kind, _ in boxes} == {"target", "task", "result", "situation"}
    statements = {s.full_id: s for s in real.site.statements.values()}
    for path, place, kind, figured in boxes:
        theme = path.split("/compare/")[1].split("/")[0]
        html = real.files[f"{language}compare/{theme}/index.html"].decode()
        report = place.rpartition(".")[0]
        there = set(re.findall(rf"reports/({re.escape(report)})/index\.html#([tkrs]\d+)", html))
        mine = [s for name, one in there if (s := statements[f"{name}/{one}"]).kind == kind]
        assert f'id="{place}"' in html and mine and figured == any(s.measures for s in mine), place


def test_a_box_shows_the_sentences_even_of_a_kind_that_is_put_away_at_first(watched: Watched) -> None:
    page = watched.goto("compare/index.html")
    page.locator("#talent .mark[data-kind=situation]").first.click()
    page.wait_for_url("**/compare/talent/**")
    item = page.locator("tr[data-kind=situation] .says > li[id]").first
    assert item.is_visible() and page.locator("input[value=situation]").is_checked()


@pytest.mark.parametrize(("language", "name", "said"), [("", "Hongqiao", "31 office buildings"), ("zh/", "红桥区", "")])
def test_any_two_reports_can_be_read_in_parallel(watched: Watched, language: str, name: str, said: str) -> None:
    page = watched.goto(f"{language}compare/parallel/index.html")
    shown = f"document.querySelectorAll('[data-head]')[1].textContent.includes('{name}')"
    page.locator("#f-right").select_option("hongqiao-2018-three-focuses")
    until(page, shown)
    cell = page.locator("td[data-side=right]").filter(has_text="红桥区投入使用的商务楼宇总量达31座")
    assert cell.count() == 1 and said in cell.inner_text()
    address = cell.locator(".quote a").first.get_attribute("href")
    assert f"../../reports/hongqiao-2018-three-focuses/index.html#{address.split('#')[1]}" == address
    page.reload()
    until(page, shown)


@pytest.mark.parametrize("language", ["", "zh/"])
def test_a_chosen_report_reads_as_one_that_was_there_from_the_start(watched: Watched, language: str) -> None:
    page = watched.goto(f"{language}compare/parallel/index.html")
    words = "cells => cells.map(cell => cell.innerText)"
    first = page.locator("td[data-side=left]").evaluate_all(words)
    whole = page.locator("td[data-side=left]").evaluate_all("cells => cells.map(cell => cell.innerHTML.trim().length)")
    page.locator("#f-left").select_option("hongqiao-2018-three-focuses")
    until(page, "document.querySelector('[data-head]').textContent.match(/Hongqiao|红桥/)")
    page.locator("#f-left").select_option("tianhe-2020-work-report")
    until(page, "document.querySelector('[data-head]').textContent.match(/2020/)")
    assert page.locator("td[data-side=left]").evaluate_all(words) == first and len(whole) > 20
    kinds = page.locator("td[data-side=left] .says").evaluate_all(
        "lists => lists.map(list => [...list.children].map(item => item.dataset.kind))"
    )
    order = ["target", "task", "result", "situation"]
    assert all(one == sorted(one, key=order.index) for one in kinds)
    assert page.locator("td[data-side=left] .from .inferred[title]").count() > 50


@pytest.mark.parametrize(
    ("kind", "place"),
    [
        ("compare", "row.talent"),
        ("compare/parallel", "renewal"),
        ("compare/talent", "haizhu-2021-party-building.result"),
        ("targets", "tianhe-2020-work-report.t20"),
        ("themes/education", "tianhe-2021-seven-tasks.t02"),
    ],
)
def test_a_list_in_the_other_language_opens_at_what_is_read(watched: Watched, kind: str, place: str) -> None:
    page = watched.goto(f"{kind}/index.html")
    page.evaluate("name => document.getElementById(name).scrollIntoView()", place)
    link = page.locator(".other-language").bounding_box()
    assert link and page.evaluate("scrollY") > 100
    page.mouse.click(link["x"] + 5, link["y"] + 5)  # Playwright's own click scrolls, and so moves what is read
    page.wait_for_url(f"**/zh/{kind}/**")
    assert address(page).endswith(f"#{place}")
    box = page.locator(f"[id='{place}']").bounding_box()
    assert box and 0 <= box["y"] < 400


@OVER_HTTP
def test_a_report_is_never_beside_itself(watched: Watched) -> None:
    page = watched.goto("compare/parallel/index.html")
    chosen = "[...document.querySelectorAll('[data-parallel] select')].map(one => one.value)"
    barred = "s => [...document.querySelector(s).options].filter(one => one.disabled).map(one => one.value)"
    left, right = page.evaluate(chosen)
    assert page.evaluate(barred, "#f-left") == [right] and page.evaluate(barred, "#f-right") == [left]
    page.locator("#f-left").select_option("haizhu-2021-party-building")
    assert page.evaluate(barred, "#f-right") == ["haizhu-2021-party-building"]
    twice = "haizhu-2021-party-building"
    page = watched.goto(f"compare/parallel/index.html?left={twice}&right={twice}")
    until(page, "document.querySelector('[data-head]').textContent.includes('Haizhu')")
    left, right = page.evaluate(chosen)
    assert left == twice != right


@pytest.mark.parametrize("language", ["", "zh/"])
def test_only_the_themes_of_which_both_speak_can_be_left(watched: Watched, language: str) -> None:
    page = watched.goto(f"{language}compare/parallel/index.html?right=hongqiao-2018-three-focuses")
    until(page, "document.querySelectorAll('[data-head]')[1].textContent.match(/Hongqiao|红桥/)")
    both = "rows => rows.filter(row => row.querySelectorAll('td .says').length === 2).map(row => row.id)"
    rows = page.locator(".parallel tbody tr")
    speaking = rows.evaluate_all(both)
    page.locator("input[name=both]").check()
    seen = "rows => rows.filter(row => row.checkVisibility()).map(row => row.id)"
    assert rows.evaluate_all(seen) == speaking and 3 < len(speaking) < rows.count() and "both=on" in address(page)
    page.locator(".jump summary").click()
    ways = page.locator(".jump a:visible").evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert ways == speaking
    page.reload()
    shown = "[...document.querySelectorAll('.parallel tbody tr')].filter(row => row.checkVisibility()).length"
    until(page, f"{shown} === {len(speaking)}")
    page.evaluate("location.hash = '#villages'")
    until(page, "document.getElementById('villages').checkVisibility()")
    assert not page.locator("input[name=both]").is_checked() and "both" not in address(page)


PLACES = "results => results.map(({ dataset }) => [dataset.report, dataset.block])"


@pytest.mark.parametrize("language", ["", "zh/"])
@pytest.mark.parametrize("query", ["四个出新出彩", "城中村", "攻城拔寨", "11号线", "5047.4亿元"])
def test_the_search_finds_every_passage_with_the_words(watched: Watched, real, language: str, query: str) -> None:
    page = watched.goto(f"{language}search/index.html?q={quote(query)}")
    page.wait_for_selector(".result")
    found = {tuple(place) for place in page.locator(".result").evaluate_all(PLACES)}
    there = {(r.id, b.id) for r in real.site.library.reports for b in r.blocks if query in b.text}
    assert found == there and there


def test_the_targets_can_be_filtered_and_sorted(watched: Watched) -> None:
    page = watched.goto("targets/index.html")
    rows = page.locator("#targets tbody tr:visible")
    everything = rows.count()
    page.locator("#f-due").select_option("2025")
    assert 0 < rows.count() < everything and "due=2025" in address(page)
    page.locator("#f-due").select_option("")
    page.locator("#targets thead button").nth(2).click()
    keys = [row.get_attribute("data-due") for row in rows.all()]
    assert keys == sorted(keys)


def test_the_language_switch_keeps_page_and_fragment(watched: Watched) -> None:
    page = watched.goto(REPORT + "#t03")
    page.locator(".other-language").click()
    page.wait_for_url(f"**/zh/{REPORT}#t03")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.locator("#card-t03").wait_for()
    assert page.locator("#t03").is_visible()


def test_the_colour_scheme_is_kept_from_page_to_page(browser: Browser, http: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(http + "index.html")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("input[name=theme][value=dark]").check(force=True)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(http + "compare/index.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark != light
    context.close()


def test_without_script_all_content_is_there_and_sentence_and_card_lead_to_each_other(
    browser: Browser, http: str, real: Built
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(http + REPORT)
    report = real.site.reports["tianhe-2020-work-report"]
    assert page.locator(".src:visible").count() == page.locator(".tr:visible").count() == 35
    assert page.locator(".terms dt:visible").count() > 20
    assert page.locator("#theme-filter").is_hidden()
    page.locator("#t02 > .flag").click()
    page.wait_for_url("**/statements/**#t02")
    page.locator("#t02 .gloss").wait_for()
    page.locator("#t02 .close").click()
    page.wait_for_url(f"**/{REPORT}#t02")
    page.locator("#t02").get_by_role("link").first.wait_for()
    follow(page.locator(".st > .flag").first)
    cards = cards_unfolded(page)
    while page.locator("a[rel=next]").count():
        follow(page.locator("a[rel=next]"))
        cards += cards_unfolded(page)
    assert cards == len(report.statements)
    page.goto(http + "compare/index.html")
    assert page.locator(".overview tr[data-theme]:visible").count() == len(real.site.library.themes)
    page.goto(http + "compare/education/index.html")
    everything = page.locator(".says > li").count()
    assert page.locator(".says > li:visible").count() == everything > 20
    page.goto(http + "search/index.html")
    assert page.locator(".rows li:visible").count() > 20
    context.close()


def cards_unfolded(page: Page) -> int:
    """How many cards a page has in view, once all its folds are opened."""
    for fold in page.locator(".fold:not([open]) > summary").all()[::-1]:
        fold.click()
    return page.locator(".card:visible").count()


def test_an_address_that_does_not_exist_has_a_page_with_a_way_home(browser: Browser, http: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(http + "404.html")
    assert page.locator("main a").first.get_attribute("href").startswith("/")
    context.close()
