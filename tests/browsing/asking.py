"""Asking the search page's own search, and what it must find: for the tests of the search."""

from __future__ import annotations

import functools
import json
import random
import re

from playwright.sync_api import Page

from duizhao.content.records import Block, Report
from duizhao.pipeline import Built
from duizhao.search.pair_index import folded
from duizhao.text.quantity import quantity

SEARCH = "search/index.html"
# Report and block of each result, how close it is, its statements, and the runs of text that it shows.
ASK = """async ([queries, filters]) => {
  const all = [];
  for (const query of queries) {
    const found = await duizhaoSearch(query, filters);
    all.push(found.groups.flatMap(group => group.hits.map(hit =>
      ({place: [hit.report, hit.block], rank: hit.rank, statements: hit.statements, runs: hit.runs}))));
  }
  return JSON.stringify(all);
}"""


def asked(page: Page, queries: list[str], **filters: str) -> list[list[dict]]:
    """The results of each query, by the page's own search."""
    return json.loads(page.evaluate(ASK, [queries, filters]))


def places(results: list[dict]) -> set[tuple[str, str]]:
    return {tuple(result["place"]) for result in results}


def blocks(real: Built) -> list[tuple[Report, Block]]:
    return [(report, block) for report in real.site.library.reports for block in report.blocks]


fold = functools.cache(folded)


def there(real: Built, query: str) -> set[tuple[str, str]]:
    """Where the query stands in the Chinese, folded."""
    return {(r.id, b.id) for r, b in blocks(real) if fold(query) in fold(b.text)}


def holds(real: Built, result: dict, query: str) -> bool:
    """True if a run that the result shows contains the query, folded, or its statement has the same quantity."""
    if result["rank"] < 3:
        return any(fold(query) in fold(run["text"]) for run in result["runs"])
    wanted = quantity(query)
    return wanted is not None and any(
        wanted.base_value in (m.quantity.base_value, m.quantity.base_upper)
        for name in result["statements"]
        for m in real.site.statements[f"{result['place'][0]}/{name}"].measures
    )


def substrings(real: Built, count: int) -> list[str]:
    """Random cuts of two to eight characters from all texts, punctuation and parts of numbers and words included.

    Without white space, which parts the words of a query, and with two characters at least after folding.
    """
    dice, cuts = random.Random(2018), []
    every = [block.text for _, block in blocks(real)]
    weights = [len(text) for text in every]
    while len(cuts) < count:
        text = dice.choices(every, weights)[0]
        start = dice.randrange(len(text))
        cut = text[start : start + dice.randint(2, 8)]
        if not re.search(r"\s", cut) and len(folded(cut)) > 1:
            cuts.append(cut)
    return cuts


def phrases(real: Built) -> list[str]:
    """Sixty real ones: those the issue names, terms, initiatives, and figures as printed."""
    library = real.site.library
    named = ["四个出新出彩", "城中村", "攻城拔寨", "11号线", "党建", "粤菜师傅"]
    written = "".join(block.text for report in library.reports for block in report.blocks)
    # by a wording that the texts have, where the name of the term is none
    terms = [next((said for said in (t.zh, *t.aliases) if said in written), t.zh) for t in library.terms]
    aliases = [alias for initiative in library.initiatives for alias in initiative.aliases]
    figures = [m.figure for s in real.site.statements.values() for m in s.measures if len(m.figure) > 3]
    dice = random.Random(2021)
    return named + dice.sample(terms, 18) + dice.sample(aliases, 18) + dice.sample(figures, 18)
