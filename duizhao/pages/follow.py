"""The collation tables 对照表, the register of silence and the table of targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..content.records import Report
from ..content.vocabulary import EVIDENCE
from ..corpus.join import Followed
from .context import Edition
from .views import FollowRow, FollowView, Group, Link, Page, TargetRow, TargetsView

CALENDAR = "targets.ics"


def follow_pages(edition: Edition) -> Iterator[Page]:
    """The first page of the follow-ups, one for each report that has a later one, the silence register, the targets."""
    words = edition.words
    followable = [
        r for d in edition.site.library.districts for r in edition.site.by_date(d.id) if edition.site.later(r)
    ]
    nav = _nav(edition, "")
    frame = edition.frame(("follow-up",), words("follow.title"), "follow-up")
    rows = [f for f in edition.site.followed.values() if f.promise.report in {r.id for r in followable}]
    yield Page(
        "follow-up-index.html",
        frame,
        FollowView(words("follow.title"), "", words("follow.introduction"), _tally(edition, rows), (), (), nav, ()),
    )
    for report in followable:
        yield _collation(edition, report)
    yield _silence(edition, [f for f in rows if f.evidence == "not-found"])
    yield _targets(edition)


def _nav(edition: Edition, current: str) -> tuple[Group, ...]:
    words = edition.words
    groups = []
    for district in edition.site.library.districts:
        reports = [r for r in edition.site.by_date(district.id) if edition.site.later(r)]
        links = tuple(
            Link(words("follow.of", report=r.short[edition.language]), edition.path("follow-up", r.id), r.id == current)
            for r in reports
        )
        groups.append(
            Group(
                district.name[edition.language],
                edition.beside(district.name),
                links,
                "" if links else words("follow.one-text"),
            )
        )
    groups.append(
        Group(
            words("follow.other"),
            "",
            (
                Link(words("silence.title"), edition.path("follow-up", "silence"), current == "silence"),
                Link(words("nav.targets"), edition.path("targets")),
            ),
        )
    )
    return tuple(groups)


def _tally(edition: Edition, rows: Sequence[Followed]) -> tuple[tuple[str, str, int], ...]:
    counted = ((e, edition.words(f"evidence.{e}"), sum(f.evidence == e for f in rows)) for e in EVIDENCE)
    return tuple(row for row in counted if row[2])


def _collation(edition: Edition, report: Report) -> Page:
    words, language = edition.words, edition.language
    later = edition.site.later(report)
    rows = [f for f in edition.site.followed.values() if f.promise.report == report.id]
    district = edition.district(report.district).text
    title = words("follow.collation", district=district, report=report.short[language])
    sources = (
        words("follow.promised-in", title=report.title[language], date=edition.date(report)),
        *(words("follow.said-in", title=r.title[language], date=edition.date(r)) for r in later),
    )
    heads = (
        (words("follow.number"), "序号"),
        (words("follow.promised", date=edition.time(report.date)), "承诺"),
        (words("follow.evidence"), "依据"),
        (words("follow.said"), "后来的表述"),
    )
    frame = edition.frame(
        ("follow-up", report.id),
        title,
        "follow-up",
        (Link(words("nav.follow-up"), edition.path("follow-up")), edition.district(report.district)),
        body_class="page-collation",
    )
    view = FollowView(
        title,
        f"{report.short.zh}承诺事项对照表" if language == "en" else "",
        words("follow.lede"),
        _tally(edition, rows),
        tuple(_groups(edition, rows)),
        heads,
        _nav(edition, report.id),
        sources,
    )
    return Page("follow-up.html", frame, view)


def _groups(edition: Edition, rows: Sequence[Followed]) -> Iterator[tuple[str, str, tuple[FollowRow, ...]]]:
    """Rows of one theme together, targets before tasks, numbered through."""
    number = 0
    for theme in edition.site.library.themes:
        mine = sorted(
            (f for f in rows if f.promise.themes[0] == theme.id),
            key=lambda f: (f.promise.kind != "target", f.promise.start),
        )
        shown = []
        for followed in mine:
            number += 1
            shown.append(_row(edition, followed, number))
        if shown:
            yield theme.name[edition.language], edition.beside(theme.name), tuple(shown)


def _row(edition: Edition, followed: Followed, number: int) -> FollowRow:
    promise, written = followed.promise, followed.follow_up
    return FollowRow(
        number,
        promise.id,
        edition.says(promise),
        edition.time(promise.period),
        followed.evidence,
        edition.words(f"evidence.{followed.evidence}"),
        edition.words(f"arithmetic.{followed.arithmetic}") if followed.arithmetic else "",
        written.because[edition.language] if written else edition.words(f"evidence.{followed.evidence}.doc"),
        written.searched if written else (),
        tuple(edition.says(s) for s in followed.later),
    )


def _silence(edition: Edition, rows: Sequence[Followed]) -> Page:
    words = edition.words
    frame = edition.frame(
        ("follow-up", "silence"),
        words("silence.title"),
        "follow-up",
        (Link(words("nav.follow-up"), edition.path("follow-up")),),
        body_class="page-collation",
    )
    heads = (
        (words("follow.number"), "序号"),
        (words("follow.promised-plain"), "承诺"),
        (words("silence.searched"), "检索词"),
    )
    view = FollowView(
        words("silence.title"),
        "",
        words("silence.lede"),
        (),
        tuple(_groups(edition, rows)),
        heads,
        _nav(edition, "silence"),
        (),
    )
    return Page("silence.html", frame, view)


def _targets(edition: Edition) -> Page:
    words, site = edition.words, edition.site
    rows = []
    for full_id, statement in site.statements.items():
        if statement.kind != "target":
            continue
        report = site.reports[statement.report]
        district = edition.district(report.district)
        evidence = site.followed[full_id].evidence
        quantity = words("list.semicolon").join(edition.quantity(m) for m in statement.measures)
        rows.append(
            TargetRow(
                edition.says(statement),
                quantity,
                district.text,
                report.district,
                district.zh,
                edition.time(statement.period),
                str(statement.period or ""),
                edition.theme(statement.themes[0]),
                statement.themes[0],
                words(f"strength.{statement.strength}"),
                statement.strength,
                words(f"evidence.{evidence}"),
                evidence,
                edition.report(report),
            )
        )
    districts = tuple(
        (d.id, d.name[edition.language]) for d in site.library.districts if any(r.district_id == d.id for r in rows)
    )
    used = {row.theme_id for row in rows}
    themes = tuple((t.id, t.name[edition.language]) for t in site.library.themes if t.id in used)
    periods = [s.period for s in site.statements.values() if s.kind == "target" and s.period]
    years = tuple(map(str, sorted({period.last_year for period in periods})))
    frame = edition.frame(("targets",), words("nav.targets"), "targets")
    calendar = edition.path("targets").removesuffix("index.html") + CALENDAR
    return Page("targets.html", frame, TargetsView(tuple(rows), districts, themes, years, calendar))
