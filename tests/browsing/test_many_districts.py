"""Many districts: tables are readable on every screen, with and without script, and their columns are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from duizhao.site.write import write_files

from ..conftest import Watched, opened
from ..many import NAMES, SIZES, many
from ..policed import address
from .axe import axe_on, broken
from .serving import Counter
from .test_focus import unseen
from .test_manners import bare, pdf_text

pytestmark = pytest.mark.browser
COMPARE, THEME, HOME, PHRASES = (
    *("compare/index.html", "compare/economy/index.html"),
    *("index.html", "compare/phrases/index.html"),
)
EVERYWHERE = (
    *(COMPARE, THEME, HOME, PHRASES, "compare/parallel/index.html", "targets/index.html", "indicators/index.html"),
    *("indicators/new-jobs/index.html", "reports/index.html", "search/index.html", "themes/jobs/index.html"),
    *("districts/index.html", "districts/league/index.html", "follow-up/index.html", "verify/index.html"),
)
AT_FIRST = ["league", "qianguo", "banner", "nanqiao"]  # those that state the most; of equals the earlier
# What is wrong with the page as it is displayed: it scrolls sideways, a cell is narrower than nine of its characters, a
# word of Latin letters or figures or a district's Chinese name is broken over lines.
UNREADABLE = r"""() => {
  const wrong = [];
  if (document.documentElement.scrollWidth > innerWidth) wrong.push("the page scrolls sideways");
  const clipped = node => {
    const away = node.closest("thead, .away");
    return away && getComputedStyle(away).clipPath !== "none";
  };
  for (const cell of document.querySelectorAll(".box :is(th, td)"))
    if (cell.checkVisibility() && !clipped(cell) && cell.offsetWidth < 9 * parseFloat(getComputedStyle(cell).fontSize))
      wrong.push(`${cell.offsetWidth} px: ${cell.textContent.trim()}`);
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const [text, parent] = [texts.currentNode, texts.currentNode.parentElement];
    if (!parent.checkVisibility() || clipped(parent)) continue;
    const named = parent.closest(".box thead :is(a, .zh), .box .td-name, .box .name, .choose .tick");
    for (const word of text.data.matchAll(named ? /[\p{L}\d]+/gu : /[\p{Script=Latin}\d.,%]+/gu)) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter(({width}) => width).map(({top}) => Math.round(top)));
      if (lines.size > 1) wrong.push(`broken: ${word[0]}`);
    }
  }
  return wrong;
}"""
# Where the corner of the table stands and where its box begins, once the box is scrolled.
CORNER = """() => {
  const box = document.querySelector(".box");
  box.scrollTo(300, 120);
  const [frame, corner] = [box, box.querySelector("thead th")].map(node => node.getBoundingClientRect());
  const side = [...box.querySelectorAll("tbody th")].map(head => head.getBoundingClientRect().left - frame.left);
  return {
    moved: [box.scrollLeft, box.scrollTop],
    corner: [corner.left - frame.left, corner.top - frame.top - box.clientTop],
    side: Math.max(...side.map(Math.abs)),
  };
}"""


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, str]]:
    """The address of each invented site, by its number of districts."""
    folder = tmp_path_factory.mktemp("many")
    for size in SIZES:
        write_files(many(size).files, folder / str(size))
    server = Counter(folder)
    yield {size: f"{server.base}{size}/" for size in SIZES}
    server.close()


@pytest.fixture
def thirteen(usual: BrowserContext, hosts: dict[int, str]) -> Iterator[Watched]:
    yield from opened(usual, hosts[13])


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("size", SIZES)
def test_tables_of_many_districts_are_readable_on_every_screen(
    browser: Browser, hosts: dict[int, str], size: int, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    wrong = {}
    for path in (COMPARE, THEME, HOME, PHRASES):
        for language in ("", "zh/"):
            page.goto(hosts[size] + language + path)
            for width in (360, 390, 721, 768, 960, 1280, 1680):
                page.set_viewport_size({"width": width, "height": 800})
                wrong[language + path, width] = page.evaluate(UNREADABLE)
    context.close()
    assert {where: found for where, found in wrong.items() if found} == {}


def test_without_their_styles_tables_of_many_districts_are_found_unreadable(
    browser: Browser, hosts: dict[int, str]
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.route("**/many.*.css", lambda route: route.abort())
    page.goto(hosts[13] + THEME)
    found = page.evaluate(UNREADABLE)
    context.close()
    assert any("px: " in wrong for wrong in found) and "broken: telecommunications" in found


@pytest.mark.parametrize("path", [COMPARE, THEME])
@pytest.mark.parametrize("chosen", [1, 3, 5, 6, 7, 13])
def test_however_many_districts_are_chosen_the_comparison_is_readable(
    thirteen: Watched, path: str, chosen: int
) -> None:
    names = ",".join(name for name, _, _ in NAMES[:chosen])
    page = thirteen.goto(f"{path}?district={names}")
    wrong = {}
    for width in (390, 721, 960, 1280, 1440, 1680):
        page.set_viewport_size({"width": width, "height": 800})
        wrong[width] = page.evaluate(UNREADABLE)
    assert {width: found for width, found in wrong.items() if found} == {}


# All Chinese names of the districts as long as those of autonomous counties are at most, and longer than any.
RENAME = """name => document.querySelectorAll(":is(.box thead, .td-name, .folded .name, .choose .tick) :is(a, .zh)")
  .forEach(node => node.closest(".voices") || node.matches(":lang(en)") || (node.textContent = name))"""


@pytest.mark.parametrize(
    "name", ["积石山保安族东乡族撒拉族自治县", "青湖高新技术产业开发区与海港经济技术开发区联合辖区"]
)
@pytest.mark.parametrize("path", ["zh/" + COMPARE, "zh/" + THEME, COMPARE])
def test_a_name_that_is_longer_than_its_column_is_torn(thirteen: Watched, path: str, name: str) -> None:
    page = thirteen.goto(path)
    page.evaluate(RENAME, name)
    wide = []
    for width in (360, 721, 992, 1100, 1190, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        if (found := page.evaluate("document.documentElement.scrollWidth")) > width:
            wide.append((width, found))
    assert wide == []


@pytest.mark.parametrize("language", ["", "zh/"])
def test_no_other_page_of_many_districts_scrolls_sideways(thirteen: Watched, language: str) -> None:
    wide = []
    for path in EVERYWHERE:
        page = thirteen.goto(language + path)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((path, width))
    assert wide == []


@pytest.mark.parametrize(("path", "width"), [(COMPARE, 1280), (THEME, 1280), (PHRASES, 390)])
def test_head_and_first_column_stay_where_a_box_scrolls(
    browser: Browser, hosts: dict[int, str], path: str, width: int
) -> None:
    # Low windows, so that every table is higher than its box.
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 300})
    page = context.new_page()
    page.goto(hosts[13] + path)
    found = page.evaluate(CORNER)
    context.close()
    assert found["moved"][0] == 300 and found["moved"][1] > 20
    assert [abs(place) < 2 for place in (*found["corner"], found["side"])] == [True] * 3


# Of each row that is not filtered away, the numbers of the columns that are displayed.
COLUMNS = """() => [...document.querySelectorAll(":is(.matrix, .overview) tr:not([hidden], .group)")].map(row => {
  const cells = [...row.querySelectorAll(":is(th, td):not(.folded, .heard)")].slice(1);
  return cells.map((cell, index) => cell.offsetParent ? index : -1).filter(index => index >= 0);
})"""


def displayed(page: Page) -> list[str]:
    """The districts whose columns are displayed, by id; every row has to show the same."""
    columns = page.evaluate(COLUMNS)
    assert all(row == columns[0] for row in columns)
    return [NAMES[index][0] for index in columns[0]]


@pytest.mark.parametrize("path", [COMPARE, THEME])
def test_columns_are_chosen_with_the_mouse_and_the_address_keeps_the_choice(thirteen: Watched, path: str) -> None:
    page = thirteen.goto(path)
    assert displayed(page) == AT_FIRST and "?" not in address(page)
    assert page.locator("#shown").inner_text() == "4 of 13 districts shown"
    page.locator("#choose summary").click()
    page.get_by_label("Hohhot").check()
    page.get_by_label("Nanqiao").uncheck()
    chosen = ["hohhot", *AT_FIRST[:3]]
    assert displayed(page) == chosen and address(page).endswith(f"?district={','.join(chosen)}")
    page.reload()
    assert displayed(page) == chosen
    if path == COMPARE:  # the choice goes along to the sentences
        page.locator("#jobs th a").click()
        page.wait_for_url("**/compare/jobs/**")
        assert displayed(page) == chosen
    page.locator(".other-language").click()
    page.wait_for_url("**/zh/**")
    assert displayed(page) == chosen
    assert page.locator("#shown").inner_text() == "共13个区，显示4个"


def test_all_or_none_may_be_chosen_and_the_first_choice_leaves_the_address(thirteen: Watched) -> None:
    page = thirteen.goto(COMPARE)
    page.locator("#choose summary").click()
    page.get_by_role("button", name="All", exact=True).click()
    assert displayed(page) == [name for name, _, _ in NAMES]
    page.get_by_role("button", name="None", exact=True).click()
    assert not page.locator("#box").is_visible()
    assert page.locator("#shown").inner_text() == "0 of 13 districts shown"
    for name in AT_FIRST:
        page.locator(f"#choose input[value={name}]").check()
    assert displayed(page) == AT_FIRST and "?" not in address(page)


def test_columns_are_chosen_with_the_keyboard(thirteen: Watched) -> None:
    page = thirteen.goto(COMPARE)
    page.locator("#choose summary").focus()
    for key in ("Enter", "Tab", "Tab", "Enter", "Tab", "Tab", "Space"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.value") == "hohhot"
    assert displayed(page) == ["hohhot"] and address(page).endswith("?district=hohhot")


@pytest.mark.parametrize("query", ["district=hohhot,port", "district=port&district=hohhot", "district=hohhot%2Cport"])
def test_an_address_chooses_columns(thirteen: Watched, query: str) -> None:
    assert displayed(thirteen.goto(f"{COMPARE}?{query}")) == ["hohhot", "port"]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("district=", AT_FIRST),
        ("district", AT_FIRST),
        ("district=nowhere", AT_FIRST),
        ("district=%00%3Cb%3E,%F0%9F%90%89,__proto__,constructor", AT_FIRST),
        ("district=" + "x," * 20_000, AT_FIRST),
        ("district=HOHHOT", AT_FIRST),
        ("district=hohhot,hohhot,,nowhere&district=hohhot", ["hohhot"]),
        ("district=%E0%A4%A", AT_FIRST),
    ],
    ids=["empty", "bare", "unknown", "strange", "long", "capitals", "doubled", "cut"],
)
def test_odd_addresses_leave_the_comparison_whole(thirteen: Watched, query: str, shown: list[str]) -> None:
    page = thirteen.goto(f"{COMPARE}?{query}")
    assert displayed(page) == shown
    assert page.locator(".overview tr[data-theme]:visible").count() == 6


@pytest.mark.parametrize("query", ["", "?district=qinghu,hohhot,baishi,heiyan,port"])
def test_on_a_phone_districts_without_statements_share_a_line(thirteen: Watched, query: str) -> None:
    page = thirteen.page
    page.set_viewport_size({"width": 390, "height": 800})
    thirteen.goto(THEME + query)
    chosen = page.locator("#choose input:checked").evaluate_all("ticks => ticks.map(tick => tick.value)")
    for row in page.locator(".matrix tbody tr").all():
        folded = row.locator(".folded .name:visible").evaluate_all("names => names.map(name => name.dataset.district)")
        cells = [
            NAMES[place][0] for place, cell in enumerate(row.locator("td:not(.folded)").all()) if cell.is_visible()
        ]
        assert not set(folded) & set(cells) and sorted(folded + cells) == sorted(chosen)
        assert all(line.locator(".name:visible").count() for line in row.locator(".folded p:visible").all())


@pytest.mark.parametrize("names", [[], ["qinghu", "hohhot", "league", "port", "qianguo", "banner", "xilin"]])
def test_what_is_chosen_is_printed_and_nothing_is_cut(thirteen: Watched, tmp_path: Path, names: list[str]) -> None:
    page = thirteen.goto(THEME + (f"?district={','.join(names)}" if names else ""))
    said = page.evaluate(
        "[...document.querySelectorAll('.matrix td:not([data-spare], .folded) .quote')].map(quote => quote.textContent)"
    )
    page.pdf(path=tmp_path / "compare.pdf", prefer_css_page_size=True)
    text = bare(pdf_text(tmp_path / "compare.pdf"))
    chosen = names or AT_FIRST
    assert [name for name, _, en in NAMES if bare(en) in text] == [name for name, _, _ in NAMES if name in chosen]
    assert len(said) > 4 and [quote for quote in set(said) if text.count(bare(quote)) < said.count(quote)] == []


@pytest.mark.parametrize("names", [[], [name for name, _, _ in NAMES]], ids=["at-first", "all"])
def test_the_overview_prints_the_districts_that_are_shown(thirteen: Watched, tmp_path: Path, names: list[str]) -> None:
    page = thirteen.goto(COMPARE + (f"?district={','.join(names)}" if names else ""))
    page.pdf(path=tmp_path / "overview.pdf", prefer_css_page_size=True)
    text = bare(pdf_text(tmp_path / "overview.pdf"))
    chosen = names or AT_FIRST
    themes = page.locator(".overview tr[data-theme] > th > a").all_text_contents()
    assert [name for name, _, en in NAMES if bare(en) in text] == [name for name, _, _ in NAMES if name in chosen]
    assert len(themes) == 6 and [theme for theme in themes if bare(theme) not in text] == []


@pytest.mark.parametrize("language", ["", "zh/"])
def test_many_districts_break_no_rule_of_wcag(thirteen: Watched, language: str) -> None:
    wrong = {}
    for path in (COMPARE, THEME, HOME, PHRASES):
        page = thirteen.goto(language + path)
        if path in (COMPARE, THEME):
            page.locator("#choose summary").click()
            page.locator("#choose button[value=all]").click()
        axe_on(page)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            wrong[path, width] = broken(page)
    assert {where: found for where, found in wrong.items() if found} == {}


@pytest.mark.parametrize("path", [COMPARE, THEME])
def test_who_goes_back_by_the_keyboard_stops_behind_no_head_of_many_districts(thirteen: Watched, path: str) -> None:
    page = thirteen.goto(path)
    page.set_viewport_size({"width": 1280, "height": 720})
    stops, hidden = unseen(page, "Shift+Tab")
    assert stops > 50 and hidden == []
