"""A report that is too long for one page: its addresses lead to their places, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from duizhao.corpus.join import Corpus
from duizhao.pipeline import Built
from duizhao.site.write import write_files

from ..conftest import Watched
from ..long_report import LONG
from ..policed import follow, until
from .serving import Counter

pytestmark = pytest.mark.browser
PAGE = f"reports/{LONG}/index.html"


@pytest.fixture(scope="module")
def host(three_times: tuple[Corpus, dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("long")
    needed = ("assets/", f"reports/{LONG}/", f"zh/reports/{LONG}/")
    write_files({path: data for path, data in three_times[1].items() if path.startswith(needed)}, folder)
    server = Counter(folder)
    yield server.base
    server.close()


@pytest.mark.parametrize("language", ["", "zh/"])
def test_the_address_of_a_statement_leads_to_the_page_on_which_it_stands(
    browser: Browser, host: str, language: str
) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page(), host)
    page = watched.goto(f"{language}{PAGE}#t1002")
    page.wait_for_url("**/continued-*.html#t1002")
    page.locator("#card-t1002").wait_for()
    page.evaluate("location.hash = 't02'")
    page.wait_for_url(f"**/{LONG}/index.html#t02")
    page.locator("#card-t02").wait_for()
    context.close()
    assert watched.wrong == []


def test_a_reader_without_scripts_goes_through_the_whole_text(browser: Browser, real: Built, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host + PAGE)
    count = page.locator(".src").count()
    while page.locator(".text + .steps [rel=next]").count():
        follow(page.locator(".text + .steps [rel=next]"))
        count += page.locator(".src").count()
    context.close()
    assert real.site
    assert count == 3 * sum(not block.level for block in real.site.reports[LONG].blocks)


def test_the_other_language_opens_at_the_same_place_of_the_same_page(browser: Browser, host: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{host}reports/{LONG}/continued-2.html")
    block = page.locator(".text .block").nth(3).get_attribute("id")
    page.evaluate("id => document.getElementById(id).scrollIntoView()", block)
    page.locator(".other-language").dispatch_event("click")
    page.wait_for_url("**/zh/reports/**/continued-2.html#*")
    until(page, "document.getElementById(location.hash.slice(1))")
    context.close()
