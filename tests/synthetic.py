"""A synthetic corpus: as many reports as wanted, of the real ones' clauses in another order, with names of its own."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from duizhao.content.records import Block, Report
from duizhao.corpus.join import Corpus
from duizhao.kept import File
from duizhao.search.data import index_of, text_files, text_versions
from duizhao.text.period import parse_period

PARAGRAPHS, CLAUSES = 60, 5
# The commonest 3,755 Han characters: GB/T 2312, level 1.
COMMON = [
    bytes((0xA1 + row, 0xA1 + cell)).decode("gb2312") for row in range(15, 55) for cell in range(94 if row < 54 else 89)
]


def corpus(site: Corpus, count: int) -> Corpus:
    """The site with `count` reports instead of its own, 5,000 characters each, spread over its districts and 15 years.

    Each has a name that stands nowhere else: 第7号专属标记 in the eighth.
    """
    reports = tuple(_reports(site, count))
    in_time = sorted(reports, key=lambda report: (report.date, report.id))
    dated = {d.id: tuple(r for r in in_time if r.district == d.id) for d in site.library.districts}
    return replace(
        site,
        library=replace(site.library, reports=reports),
        reports={r.id: r for r in reports},
        in_order=tuple(r for rows in dated.values() for r in rows),
        dated=dated,
    )


def search_files(site: Corpus) -> Iterator[tuple[str, File]]:
    """The path and bytes of every script that is read by the search: the texts, and their index."""
    texts = text_files(site)
    yield from texts.items()
    yield from index_of(site, text_versions(site, texts)).items()


def _reports(site: Corpus, count: int) -> Iterator[Report]:
    dice = random.Random(5)
    clauses = [
        c for r in site.library.reports for b in r.blocks for c in re.split("(?<=[,，。;；])", b.text) if len(c) > 4
    ]
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(COMMON))))
    names = ["".join(dice.choices(COMMON, cum_weights=weights, k=dice.choice((2, 3, 3, 4)))) for _ in range(20_000)]
    districts = [d.id for d in site.library.districts]
    model = site.library.reports[0]
    for number in range(count):
        texts = ["".join(dice.choices(clauses, k=CLAUSES)) + dice.choice(names) for _ in range(PARAGRAPHS)]
        texts[number % PARAGRAPHS] += f"第{number}号专属标记"
        blocks, start = [], 0
        for place, text in enumerate(texts, 1):
            blocks.append(Block(f"p{place}", 0, start, start + len(text), text, None, "unread", model.place, None))
            start += len(text) + 1
        district = districts[number % len(districts)]
        name = f"{district}-{2005 + number % 15}-report-{number}"
        yield replace(
            model,
            id=name,
            district=district,
            date=parse_period(f"{2005 + number % 15}"),
            blocks=tuple(blocks),
            statements=(),
            text="\n".join(texts),
        )
