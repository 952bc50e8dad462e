"""How a report is cited: its authors, date and kind in the forms that people and programs read.

Who its authors are is left to `text.authors`. What only a reader's browser knows, the day of access and the statement
cited, is left to `cite_forms` and the scripts that fill those.
"""

from __future__ import annotations

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
    """What a report is cited by: `plain` is whole, `gbt7714` the line of that standard before the day of access.

    `authors` and `online_date` are as scholarly indexes want them, `date` is in ISO 8601; a date that the source does
    not print stands in square brackets in both, and `dated` says so in words. `lead` are the authors as a sentence
    begins with them.
    """

    title: str
    authors: tuple[str, ...]
    publisher: str
    date: str
    online_date: str
    dated: str
    address: str
    lead: str
    plain: Markup
    gbt7714: str


def citation(context: PageContext, report: Report) -> Citation:
    """How a report is cited: its own author, title and date, and this site as the place where it stands."""
    settings = context.site.library.site
    title, site = context.plain(report.title), context.plain(settings.title)
    address = public_address(settings.base_url, context.path("reports", report.id))
    authors = authors_by_line(report)
    own = english_authors(report.author.en, authors) if context.language == "en" and report.author else authors
    author = context.plain(report.author) or report.printed.byline
    lead = context.words("cite.lead", author=author) if author else ""
    return Citation(
        title=title,
        authors=tuple(indexed(name) for name in own),
        publisher=site,
        date=as_known(report, iso_date(report.date)),
        online_date=as_known(report, _online(report.date)),
        dated="" if is_printed(report) else context.words("cite.inferred"),
        address=address,
        lead=lead,
        plain=context.word("cite.plain", lead=lead, title=title, date=context.date(report), site=site, address=address),
        gbt7714=gbt7714(report, authors),
    )


def authors_by_line(report: Report) -> tuple[Name, ...]:
    """The authors by their Chinese names: as editors name them, or else as the source prints them."""
    return authors_of(report.author.zh if report.author else report.printed.byline)


def is_printed(report: Report) -> bool:
    """True where the source prints the report's date in full."""
    return report.date_basis == "printed"


def as_known(report: Report, date: str) -> str:
    """A date as catalogues write it: in square brackets where the source does not print it (ISBD, GB/T 7714-2015)."""
    return date if is_printed(report) else f"[{date}]"


def gbt7714(report: Report, authors: tuple[Name, ...]) -> str:
    """The line of GB/T 7714-2015 before the day of access: authors. title[type/medium]. (date), in a paper its name.

    A date that the source does not print stands in square brackets.
    """
    kind = KINDS.get(report.kind, ANY_KIND)
    names = ", ".join(_in_gbt(name) for name in authors[:NAMED]) + (", 等" if len(authors) > NAMED else "")
    date = as_known(report, iso_date(report.date))
    paper = f"{report.printed.source}, " if report.printed.source else ""
    where = f"{paper}{date}" if kind.in_paper else f"({date})"
    return ". ".join(filter(None, (names, f"{report.title.zh}[{kind.mark}/OL]", where)))


def csl_item(report: Report, authors: Iterable[Name]) -> dict[str, object]:
    """The report as an item of CSL-JSON, without what is known of a statement or a reader (docs.citationstyles.org)."""
    kind = KINDS.get(report.kind, ANY_KIND)
    issued: dict[str, object] = {"date-parts": [list(parts) for parts in date_parts(report.date)]}
    item: dict[str, object] = {
        "type": kind.csl,
        "title": report.title.zh,
        "author": [_in_csl(name) for name in authors],
        "issued": issued if is_printed(report) else issued | {"circa": True},
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


def indexed(name: Name) -> str:
    return name.whole or (f"{name.family}{name.given}" if name.is_han else f"{name.family}, {name.given}")


def _in_gbt(name: Name) -> str:
    """A name by GB/T 7714-2015, 8.1.1: family name first, of a foreign one in capitals with initials behind it."""
    if name.whole or name.is_han:
        return indexed(name)
    return " ".join((name.family.upper(), *(part[0].upper() for part in name.given.replace("-", " ").split())))


def _in_csl(name: Name) -> dict[str, str]:
    return {"literal": name.whole} if name.whole else {"family": name.family, "given": name.given}
