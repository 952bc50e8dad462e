"""Of many texts a page names those near its own, and one page leads to all of them."""

from __future__ import annotations

import re

import pytest

from duizhao.pages.collation.page import follow_ups_page
from duizhao.pages.context import PageContext
from duizhao.pages.parts import near_texts
from duizhao.pages.parts.near_texts import NAMED_AT_ONCE, first_open, near
from duizhao.pages.report.page import report_pages
from duizhao.pages.wording.pairs import wording_pages

from ..looking import main, said as read, site
from ..sample import context_of, report
from .collations import collation_pages
from .statements import annotations, statement

COUNT = 30


def texts() -> list[dict[str, str]]:
    """A district with thirty texts, and another with two."""
    many = (f"b{number:02}" for number in range(COUNT))
    return [
        report(
            name,
            "做乙事。",
            annotations(statement("k01", "做乙事")),
            date=f'"{1990 + at}"',
            covers=f'"{1990 + at}"',
            district=district,
        )
        for district, names in (("qinghu", ("a00", "a01")), ("baishi", many))
        for at, name in enumerate(names)
    ]


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> PageContext:
    """The site of these texts, to make pages in."""
    return context_of(tmp_path_factory.mktemp("near"), *texts())


@pytest.mark.parametrize(("place", "first", "last"), [(0, 0, 12), (5, 0, 17), (20, 8, 32), (39, 27, 39)])
def test_the_texts_near_one_are_a_dozen_before_and_after_it(place: int, first: int, last: int) -> None:
    assert [*near(range(40), place)] == [*range(first, last + 1)]


def test_of_many_texts_a_table_names_those_near_it_and_leads_to_all(context: PageContext) -> None:
    tables = {page.frame.path: page.view.switch for page in collation_pages(context)}  # type: ignore[attr-defined]
    switch = tables["follow-up/b15/index.html"]
    ((named,), folded) = switch.shown, switch.folded
    assert [tab.link.path for tab in named.texts] == [f"follow-up/b{at:02}/index.html" for at in range(3, 28)]
    assert [tab.link.path for tab in named.texts if tab.link.current] == ["follow-up/b15/index.html"]
    assert (folded, str(switch.total)) == ((), "") and switch.every.path == "follow-up/index.html"


def test_one_page_leads_to_every_table(context: PageContext) -> None:
    switch = follow_ups_page(context).view.switch  # type: ignore[attr-defined]
    led = {tab.link.path for one in (*switch.shown, *switch.folded) for tab in one.texts}
    assert led == {page.frame.path for page in collation_pages(context)} and switch.every is None
    assert len(led) > NAMED_AT_ONCE


@pytest.mark.long
def test_of_many_texts_of_a_district_the_page_that_leads_to_all_folds_the_earlier() -> None:
    page = main(site(*texts()), "follow-up/index.html")
    (fold,) = (part for part in page.iter("details") if part.get("class") == "earlier")
    assert read(fold[0]) == "18 earlier texts"
    every = [link.get("href") for link in page.iter("a") if re.fullmatch(r"b\d\d/index.html", link.get("href") or "")]
    folded = [link.get("href") for link in fold.iter("a")]
    assert folded == [f"b{at:02}/index.html" for at in range(18)]
    assert [one for one in every if one not in folded][-12:] == [f"b{at:02}/index.html" for at in range(18, 30)]


@pytest.mark.parametrize(("count", "own", "since"), [(25, 24, 0), (26, 25, 14), (40, 3, 3), (40, -1, 28)])
def test_the_fold_of_earlier_texts_never_holds_the_page_s_own(count: int, own: int, since: int) -> None:
    assert first_open([at == own for at in range(count)]) == since


def test_of_many_texts_pages_of_one_name_those_near_it(context: PageContext) -> None:
    for pages, place in ((report_pages, "reports/b02/"), (wording_pages, "wording/b02/")):
        (view,) = (page.view for page in pages(context) if page.frame.path.startswith(place))
        named = [link.path.split("/")[1] for link in view.nav[0].links]  # type: ignore[attr-defined]
        assert named == [f"b{at:02}" for at in range(15)]


def test_of_few_texts_every_page_names_all(context: PageContext, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near_texts, "NAMED_AT_ONCE", COUNT + 2)
    context.site._made.clear()
    switch = next(collation_pages(context)).view.switch  # type: ignore[attr-defined]
    assert switch.every is None and str(switch.total)
    assert sum(len(one.texts) for one in (*switch.shown, *switch.folded)) == len([*collation_pages(context)])
