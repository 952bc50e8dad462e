"""How a report is cited: its authors, date and kind in the forms that people and programs read.

Who its authors are is left to `text.authors`. What only a reader's browser knows, the day of access and the statement
cited, is put in by the script `cite.js`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report
from ...text.authors import Name, authors_of, english_authors
from ...text.period import Moment, Period
from ..addresses import public_address
from ..context import PageContext


@dataclass(frozen=True, slots=True)
class CitedKind:
    """What a kind of text is called: its type in CSL, its mark in GB/T 7714-2015 (appendix B), whether in a paper."""

    csl: str
    mark: str
    in_paper: bool = False


KINDS = {"work-report": CitedKind("report", "R"), "feature": CitedKind("article-newspaper", "N", in_paper=True)}
ANY_KIND = CitedKind("webpage", "EB")
NAMED = 3  # GB/T 7714-2015, 8.1.2: of more authors the first three are named


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation of a report is made of; `plain` and `gbt7714` are whole, for readers without script.

    `authors` and `online_date` are as scholarly indexes want them, `date` is in ISO 8601, `script` is all as data.
    The words of statements are read from the two scripts (paths) that the search reads too: they weigh too much to
    come with every page.
    """

    title: str
    authors: tuple[str, ...]
    publisher: str
    date: str
    online_date: str
    address: str
    plain: Markup
    gbt7714: str
    script: Markup
    text_script: str
    statements_script: str


def citation(context: PageContext, report: Report) -> Citation:
    """How a report is cited: its own author, title and date, and this site as the place where it stands."""
    settings = context.site.library.site
    title, site = context.plain(report.title), context.plain(settings.title)
    address = public_address(settings.base_url, context.path("reports", report.id))
    authors = authors_of(report.author.zh if report.author else report.printed.byline)
    own = english_authors(report.author.en, authors) if context.language == "en" and report.author else authors
    author = context.plain(report.author) or report.printed.byline
    lead = f"{author}. " if author else ""
    said = context.date(report)
    plain = context.word("cite.plain", lead=lead, title=title, date=said, site=site, address=address)
    gbt = gbt7714(report, authors)
    return Citation(
        title=title,
        authors=tuple(_indexed(name) for name in own),
        publisher=site,
        date=iso_date(report.date),
        online_date=_online(report.date),
        address=address,
        plain=plain,
        gbt7714=f"{gbt}. {address}.",
        script=_script(
            {
                "id": report.id,
                "address": address,
                "site": site,
                "lead": lead,
                "title": title,
                "titleZh": report.title.zh,
                "date": said,
                "gbt": gbt,
                "authors": [_in_bibtex(name) for name in authors],
                "year": report.date.last_year,
                "csl": csl_item(report, authors),
                "version": context.versions[report.id],
            }
        ),
        text_script=f"reports/{report.id}/text.zh.js",
        statements_script=f"reports/{report.id}/statements.js",
    )


def gbt7714(report: Report, authors: tuple[Name, ...]) -> str:
    """The line of GB/T 7714-2015 before the day of access: authors. title[type/medium]. (date), in a paper its name.

    A date that the source does not print stands in square brackets.
    """
    kind = KINDS.get(report.kind, ANY_KIND)
    names = ", ".join(_in_gbt(name) for name in authors[:NAMED]) + (", 等" if len(authors) > NAMED else "")
    date = iso_date(report.date)
    date = date if report.date_basis == "printed" else f"[{date}]"
    paper = f"{report.printed.source}, " if report.printed.source else ""
    where = f"{paper}{date}" if kind.in_paper else f"({date})"
    return ". ".join(filter(None, (names, f"{report.title.zh}[{kind.mark}/OL]", where)))


def csl_item(report: Report, authors: Iterable[Name]) -> dict[str, object]:
    """The report as an item of CSL-JSON, without what the script puts in (docs.citationstyles.org)."""
    kind = KINDS.get(report.kind, ANY_KIND)
    issued: dict[str, object] = {"date-parts": [list(parts) for parts in date_parts(report.date)]}
    item: dict[str, object] = {
        "type": kind.csl,
        "title": report.title.zh,
        "author": [_in_csl(name) for name in authors],
        "issued": issued if report.date_basis == "printed" else issued | {"circa": True},
        "language": "zh-CN",
    }
    # In a report, styles take a container for the book that it is a chapter of.
    if report.printed.source and kind.csl != "report":
        item["container-title"] = report.printed.source
    return item if item["author"] else {name: value for name, value in item.items() if name != "author"}


def date_parts(period: Period) -> tuple[tuple[int, ...], ...]:
    """One date, or the two ends of a time, each as year, month and day as far as known.

    A quarter and a half are their first and last months: CSL knows seasons, and a quarter is none.
    """
    ends = _parts(period.start, last=False), _parts(period.end, last=True)
    return tuple(dict.fromkeys(ends))


def _parts(moment: Moment, *, last: bool) -> tuple[int, ...]:
    if moment.half or moment.quarter:
        return moment.year, (moment.last_day if last else moment.first_day).month
    return tuple(filter(None, (moment.year, moment.month, moment.day)))


def iso_date(period: Period) -> str:
    """A time in ISO 8601: 2022, 2022-06-11, and 2023-01/2023-03 for a quarter."""
    return "/".join("-".join(f"{part:02}" for part in parts) for parts in date_parts(period))


def _online(period: Period) -> str:
    """A date as scholarly indexes read it: a day with strokes, of anything longer the year in which it ends."""
    parts = date_parts(period)
    whole = len(parts) == 1 and len(parts[0]) == 3
    return "/".join(f"{part:02}" for part in parts[0]) if whole else str(period.last_year)


def _indexed(name: Name) -> str:
    return name.whole or (f"{name.family}{name.given}" if name.is_han else f"{name.family}, {name.given}")


def _in_gbt(name: Name) -> str:
    """A name by GB/T 7714-2015, 8.1.1: family name first, of a foreign one in capitals with initials behind it."""
    if name.whole or name.is_han:
        return _indexed(name)
    return " ".join((name.family.upper(), *(part[0].upper() for part in name.given.replace("-", " ").split())))


def _in_csl(name: Name) -> dict[str, str]:
    return {"literal": name.whole} if name.whole else {"family": name.family, "given": name.given}


def _in_bibtex(name: Name) -> dict[str, object]:
    """A name as BibTeX has it; one that is `whole` must not be taken apart at its spaces, its commas or an `and`."""
    return {"name": _indexed(name), "whole": bool(name.whole)}


def _script(data: dict[str, object]) -> Markup:
    """The data for an element that holds JSON: no < is left that could end the element."""
    return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))
