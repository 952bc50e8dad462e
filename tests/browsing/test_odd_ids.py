"""Records called like the properties that every object has, or like pages: filters and search take them as others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from duizhao.site.write import write_files

from ..conftest import Watched, opened
from ..looking import site
from ..pages.statements import annotations, statement
from ..policed import until
from ..sample import report
from .controls import ITEM, ITEMS, SEARCH, seen
from .serving import Counter

pytestmark = pytest.mark.browser
ODD = ("constructor", "search", "index")


def _files() -> dict[str, str]:
    districts = "".join(
        f'- {{id: {name}, name: {{zh: {zh}, en: {en}}}, city: {{zh: 云江市, en: Yunjiang}}, adcode: "99010{code}"}}\n'
        for code, (name, zh, en) in enumerate(
            [("constructor", "青湖区", "Qinghu"), ("search", "白石区", "Baishi"), ("index", "黑岩区", "Heiyan")], 1
        )
    )
    themes = "".join(f"- {{id: {name}, name: {{zh: 主题{name}, en: Theme of {name}}}}}\n" for name in ("jobs", *ODD))
    return {"content/districts.yaml": districts, "content/themes.yaml": themes}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("odd")
    reports = [
        report(name, f"推进{name}事。", annotations(statement("k01", f"推进{name}事", themes=name)), district=name)
        for name in ODD
    ]
    write_files(site(_files(), *reports).files, folder)
    server = Counter(folder)
    yield server.base
    server.close()


@pytest.fixture
def odd(usual: BrowserContext, host: str) -> Iterator[Watched]:
    yield from opened(usual, host)


@pytest.mark.parametrize("name", ODD)
def test_the_comparison_leads_to_the_theme_that_is_asked_for(odd: Watched, name: str) -> None:
    page = odd.goto(f"compare/index.html?theme={name}")
    page.wait_for_url(f"**/compare/{name}/**")
    (shown,) = seen(page, ITEMS, ITEM)
    assert f"reports/{name}/" in shown


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("by", ["district", "theme", "report"])
def test_the_search_finds_what_is_asked_for_of_it_alone(odd: Watched, by: str, name: str) -> None:
    page = odd.goto(f"{SEARCH}?q=推进&{by}={name}")
    until(page, "document.querySelectorAll('.result').length === 1")
    assert page.locator(".result").get_attribute("data-report") == name
