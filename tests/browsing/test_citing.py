"""Citing: what other programs read of a citation."""

from __future__ import annotations

import pytest

from ..conftest import Watched

pytestmark = pytest.mark.browser
PATH = "reports/tianhe-2020-work-report/index.html"


def bibtex(watched: Watched, quote: str) -> str:
    """The BibTeX of a statement whose quote is put in place of its own."""
    page = watched.goto(PATH)
    page.evaluate("quote => { document.querySelector('#t02 .quote').textContent = quote }", quote)
    page.evaluate("location.hash = '#t02'")
    page.locator("#t02 .cite").click()
    return page.locator("#cite-formats pre").all_inner_texts()[2]


@pytest.mark.parametrize(
    ("quote", "note"),
    [
        ("增长8.6%", r"增长8.6\%"),
        ("a & b # c _ d $ e", r"a \& b \# c \_ d \$ e"),
        ("{x}", r"\{x\}"),
        ("a~b^c\\d", r"a\textasciitilde{}b\textasciicircum{}c\textbackslash{}d"),
    ],
)
def test_bibtex_holds_a_quote_as_tex_prints_it(watched: Watched, quote: str, note: str) -> None:
    assert f"note = {{{note}}}," in bibtex(watched, quote)
