"""No link, button or field stands in another, on any page, also where a term overlaps the words of a statement."""

from __future__ import annotations

from itertools import product

import html5lib
import pytest

from duizhao.pipeline import Built

from ..looking import Looked, main, site
from ..nesting import nested
from ..parsed import parsed
from ..sample import report, sample

TEXT = "甲乙丙丁戊己庚辛"
TERMS, QUOTES = ("乙丙丁戊", "丙丁", "丙丁戊己庚"), ("丙丁", "丙丁戊己", "甲乙丙", "丁", "戊己")


def looked(term: str, *quotes: str) -> Looked:
    """The paragraph of a report with a term and statements."""
    stated = "\n".join(
        f"- {{id: k0{n}, kind: task, quote: {quote}, gloss: six, without_quote_en: shared, themes: [jobs]}}"
        for n, quote in enumerate(quotes, 1)
    )
    terms = (
        f"- {{id: six, zh: {term}, pinyin: {'jiǎ ' * len(term)}, en: six, meaning: {{zh: 六项。, en: Six things.}}}}"
    )
    one = report("a", TEXT, f"statements:\n{stated}\n", "To six")
    return site({"content/terms.yaml": terms}, one)


@pytest.mark.long
@pytest.mark.parametrize(("term", "quote"), list(product(TERMS, QUOTES)))
def test_a_term_that_overlaps_a_statement_is_cut_and_holds_no_other_link(term: str, quote: str) -> None:
    result = looked(term, quote)
    for path in ("reports/a/index.html", "zh/reports/a/index.html"):
        text = next(one for one in main(result, path).iter("p") if TEXT in "".join(one.itertext()))
        assert list(nested(text)) == []
        parts = [one for one in text.iter("a") if "term" in (one.get("class") or "")]
        assert "".join("".join(part.itertext()) for part in parts) == term
        assert [part.get("tabindex") for part in parts] == [None, *["-1"] * (len(parts) - 1)]
        assert "".join("".join(mark.itertext()) for mark in text.iter("mark")) == quote
        assert len([one for one in text.iter("a") if one.get("class") == "flag"]) == 1


def test_a_term_over_two_statements_is_cut_at_each() -> None:
    text = next(one for one in main(looked("乙丙丁戊己", "甲乙丙", "丁戊", "己庚"), "reports/a/index.html").iter("p"))
    assert list(nested(text)) == []


def judged(built: Built) -> dict[str, list[object]]:
    """The pages that are not as the standard has them. A parser ends a link where another begins, and says so."""
    found: dict[str, list[object]] = {}
    for path, data in built.files.items():
        if path.endswith(".html"):
            document, errors = parsed(data)
            found[path] = [*errors[:3], *nested(document)]
    return {path: wrong for path, wrong in found.items() if wrong}


def test_no_page_of_the_invented_site_has_one_in_another() -> None:
    assert judged(sample()) == {}


@pytest.mark.long
def test_no_page_of_the_real_site_has_one_in_another(real: Built) -> None:
    assert judged(real) == {}


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<a href=x><mark><button>1</button></mark></a>", 1),
        ("<button><span tabindex=0 role=button>1</span></button>", 1),
        ("<label>x <input></label><details><summary>1</summary><a href=x>2</a></details>", 0),
        ("<details><summary>1 <a href=x>2</a></summary></details>", 1),
        ("<a href=x><input type=hidden></a><a>none</a>", 0),
    ],
)
def test_the_judge_finds_what_stands_in_another(html: str, count: int) -> None:
    assert len(list(nested(html5lib.parse(html, namespaceHTMLElements=False)))) == count
