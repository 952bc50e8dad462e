"""The forms of citations filled as a reader's browser does it, from what a site publishes: its scripts, read as data.

It knows nothing of how forms are made; a browser test holds the scripts of the pages to it.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duizhao.content.records import Report, Statement
from duizhao.corpus.join import Corpus
from duizhao.pipeline import Built

DAY = (2026, 3, 1)
TODAY = "2026-03-01"
LEADS = {"en": "", "zh": "zh/"}
FORMS = ("GB/T 7714", "sentence", "BibTeX", "CSL-JSON")


@dataclass(frozen=True)
class Cited:
    """A report, or a statement of it, in its four forms in a language."""

    language: str
    report: Report
    statement: Statement | None
    forms: Mapping[str, str]

    @property
    def anchor(self) -> str:
        return f"#{self.statement.id}" if self.statement else ""


def script_of(site: Built, report: str, language: str) -> dict:
    """The forms of a report as its page holds them."""
    page = site.files[f"{LEADS[language]}reports/{report}/index.html"].decode()
    return json.loads(html.unescape(page.partition('data-forms="')[2].partition('"')[0]))


def filled(form: dict, values: Mapping[str, str]) -> str:
    """A form with its gaps filled; a gap with nothing to fill it is left out with what stands about it."""
    return "".join(part if isinstance(part, str) else _gap(part, form["signs"], values) for part in form["parts"])


def _gap(part: list[str], signs: Mapping[str, str], values: Mapping[str, str]) -> str:
    name, before, after = (*part, "", "")[:3]
    value = "".join(signs.get(sign, sign) for sign in values.get(name, ""))
    return f"{before}{value}{after}" if value else ""


def values_of(script: dict, statement: Statement | None) -> dict[str, str]:
    """What is put into the gaps for a statement."""
    day = {"today": TODAY, "day": ", ".join(map(str, DAY))}
    if not statement:
        return day
    block, words = statement.block, script["words"]
    place = words["paragraph"].replace("{n}", block[1:]) if block.startswith("p") else words["heading"]
    return day | {"id": statement.id, "quote": statement.quote, "gloss": statement.gloss, "place": place}


def cited(site: Built, corpus: Corpus) -> Iterator[Cited]:
    """Every report and every statement in its forms, in each language."""
    for language in corpus.library.site.languages:
        for report in corpus.library.reports:
            script = script_of(site, report.id, language)
            for statement in (None, *report.statements):
                values = values_of(script, statement)
                forms = script["forms" if statement else "whole"]
                yield Cited(
                    language,
                    report,
                    statement,
                    dict(zip(FORMS, (filled(form, values) for form in forms), strict=True)),
                )
