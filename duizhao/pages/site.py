"""The home page, the downloads, what was verified, and the page for an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from markupsafe import Markup

from ..corpus.tally import follow_up_tally, report_tally
from ..downloads.tables import TABLES
from .context import Edition
from .prose import introduction
from .report import report_line
from .subjects import figure
from .views import DataView, Figure, HomeView, Link, ListView, Page, VerifyView

# The figures of the home page, by indicator: those that most texts state, and one that each district states alone.
HOME_FIGURES = (
    "population",
    "gdp",
    "high-tech-firms",
    "new-jobs",
    "micro-wishes-collected",
    "party-members",
    "office-buildings",
)


def site_pages(edition: Edition) -> Iterator[Page]:
    """The pages that are one of their kind."""
    yield _home(edition)
    yield _data(edition)
    yield _verify(edition)
    if edition.language == edition.site.library.site.default_language:
        yield _not_found(edition)


def _home(edition: Edition) -> Page:
    words, site, language = edition.words, edition.site, edition.language
    settings = site.library.site
    districts = tuple(edition.district(d.id) for d in site.library.districts)
    known = {indicator.id for indicator in site.library.indicators}
    rows = tuple(
        (edition.indicator(name), tuple(_home_cell(edition, name, d.id) for d in site.library.districts))
        for name in HOME_FIGURES
        if name in known and site.observations[name]
    )
    ways = tuple(
        (Link(words(f"way.{name}"), edition.path(*path)), words(f"way.{name}.doc"))
        for name, path in (
            ("read", ("reports",)),
            ("compare", ("compare",)),
            ("follow", ("follow-up",)),
            ("search", ("search",)),
        )
    )
    reports = tuple(report_line(edition, r) for d in site.library.districts for r in site.by_date(d.id))
    title = settings.title[language]
    frame = replace(edition.frame((), title, "home"), crumbs=())
    return Page(
        "home.html",
        frame,
        HomeView(settings.claim[language], introduction(edition, "home", frame.path), districts, rows, ways, reports),
    )


def _home_cell(edition: Edition, name: str, district: str) -> tuple[Figure, ...]:
    """A district's latest result of an indicator and its latest target; those that refuse comparison are left out."""
    indicator = next(i for i in edition.site.library.indicators if i.id == name)
    refused = {statement for caution in indicator.cautions for statement in caution.statements}
    mine = [o for o in edition.site.observations[name] if o.statement.full_id not in refused]
    mine = [o for o in mine if edition.site.reports[o.statement.report].district == district]
    chosen = [[o for o in mine if (o.statement.kind == "result") == past][-1:] for past in (True, False)]
    return tuple(figure(edition, o) for group in chosen for o in group)


def _data(edition: Edition) -> Page:
    words = edition.words
    frame = edition.frame(("data",), words("nav.data"), "data")
    resources = tuple(
        (
            t.name,
            t.doc,
            f"data/{t.name}.csv",
            f"data/{t.name}.json",
            words("count.columns", count=len(t.columns)),
            tuple((c.name, "list" if c.many else c.type, c.doc) for c in t.columns),
        )
        for t in TABLES
    )
    texts = tuple(
        Link(r.short[edition.language], f"data/texts/{r.id}.txt", count=f"{len(r.text):,}")
        for r in edition.site.library.reports
    )
    return Page(
        "data.html",
        frame,
        DataView(introduction(edition, "data", frame.path), resources, texts, "data/datapackage.json"),
    )


def _verify(edition: Edition) -> Page:
    words, site = edition.words, edition.site
    reports = [r for d in site.library.districts for r in site.by_date(d.id)]
    tallies = [report_tally(report) for report in reports]
    columns = tuple(tallies[0]) if tallies else ()
    rows = tuple(
        (edition.report(r), tuple(f"{value:,}" for value in tally.values()))
        for r, tally in zip(reports, tallies, strict=True)
    )
    everything = [s for r in reports for s in r.statements]
    searched = [(f, word) for f in site.library.follow_ups for word in f.searched]
    totals = (
        (words("verify.quotes"), f"{len(everything):,}"),
        (words("verify.figures"), f"{sum(len(s.measures) for s in everything):,}"),
        (words("verify.characters"), f"{sum(len(r.source) for r in reports):,}"),
        (words("verify.numbers"), f"{sum(len(r.numbers) for r in reports):,}"),
        (words("verify.mentions"), f"{len(site.mentions):,}"),
        (words("verify.links"), f"{sum(len(f.later) for f in site.library.follow_ups):,}"),
        (words("verify.absences"), f"{len(searched):,}"),
    )
    waivers = tuple(
        (
            f"{edition.district(r.district).text} · {r.short[edition.language]} ¶{n.block}",
            n.number.text,
            words(f"number.{n.reason}"),
        )
        for r in reports
        for n in r.numbers
        if n.reason and n.reason != n.number.reason
    )
    frame = edition.frame(("verify",), words("nav.verify"), "verify")
    return Page(
        "verify.html",
        frame,
        VerifyView(
            introduction(edition, "verify", frame.path),
            totals,
            tuple((e, words(f"evidence.{e}"), count) for e, count in follow_up_tally(site).items()),
            rows,
            tuple(words(f"tally.{name}") for name in columns),
            waivers,
        ),
    )


def _not_found(edition: Edition) -> Page:
    """Served for any address, so its links begin at the site's own path on its host."""
    words = edition.words
    frame = edition.frame(("404",), words("not-found.title"), "")
    base = urlsplit(edition.site.library.site.base_url).path
    frame = replace(frame, path="404.html", base=base, alternates=(), crumbs=())
    return Page(
        "not-found.html",
        frame,
        ListView(words("not-found.title"), "", Markup("<p>{}</p>").format(words("not-found.doc")), ()),
    )
