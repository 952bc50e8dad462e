"""The pages of districts, themes, indicators, initiatives and terms, and the lists of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from ..content.locale import unit_words
from ..content.records import District, Indicator, Initiative, Report, Statement, Term, Theme
from ..content.vocabulary import EVIDENCE, KINDS
from ..corpus.join import Mention, Observation
from .charts import chart_of
from .context import Edition
from .prose import introduction
from .report import report_line
from .views import (
    Bar,
    CountBar,
    DistrictView,
    Figure,
    IndicatorView,
    Link,
    ListGroup,
    ListView,
    MentionGroup,
    ObservationRow,
    Page,
    SubjectView,
)


def subject_pages(edition: Edition) -> Iterator[Page]:
    """Every district, theme, indicator, initiative and term, each kind with its list."""
    library = edition.site.library
    yield _list_page(edition, "districts", _district_groups(edition))
    yield from (_district_page(edition, district) for district in library.districts)
    yield _list_page(edition, "themes", _theme_groups(edition), tuple(_bars(edition)))
    yield from (_theme_page(edition, theme) for theme in library.themes)
    yield _list_page(edition, "indicators", indicator_groups(edition))
    yield from (_indicator_page(edition, indicator) for indicator in library.indicators)
    yield _list_page(edition, "initiatives", initiative_groups(edition))
    yield from (_initiative_page(edition, initiative) for initiative in library.initiatives)
    yield _list_page(edition, "terms", term_groups(edition))
    yield from (_term_page(edition, term) for term in library.terms)


def _list_page(edition: Edition, name: str, groups: Iterable[ListGroup], bars: tuple[CountBar, ...] = ()) -> Page:
    words = edition.words
    title = words(f"nav.{name}")
    opening = Markup("<p>{}</p>").format(words(f"{name}.introduction"))
    kinds = tuple(words(f"kind.{kind}s") for kind in KINDS)
    return Page(
        "list.html", edition.frame((name,), title, name), ListView(title, "", opening, tuple(groups), bars, kinds)
    )


def _bars(edition: Edition) -> Iterator[CountBar]:
    """How many statements have each theme as their main one, by kind; the longest bar is 300 wide."""
    mains = [(s.themes[0], s.kind) for s in edition.site.statements.values()]
    longest = max((sum(theme == t.id for theme, _ in mains) for t in edition.site.library.themes), default=1) or 1
    for index, theme in enumerate(edition.site.library.themes):
        counts = tuple(mains.count((theme.id, kind)) for kind in KINDS)
        starts = [sum(counts[:place]) for place in range(len(KINDS))]
        parts = tuple(
            Bar(kind, f"{214 + 300 * start / longest:.1f}", str(22 * index), f"{300 * count / longest:.1f}", "14")
            for kind, start, count in zip(KINDS, starts, counts, strict=True)
            if count
        )
        end = f"{220 + 300 * sum(counts) / longest:.1f}"
        yield CountBar(theme.name[edition.language], str(22 * index), end, parts, counts, sum(counts))


def _district_groups(edition: Edition) -> Iterator[ListGroup]:
    rows = []
    for district in edition.site.library.districts:
        reports = edition.site.by_date(district.id)
        rows.append(
            (
                edition.district(district.id),
                district.city[edition.language],
                edition.words("count.reports", count=len(reports)),
            )
        )
    yield ListGroup("", "", tuple(rows))


def _theme_groups(edition: Edition) -> Iterator[ListGroup]:
    rows = []
    for theme in edition.site.library.themes:
        count = sum(theme.id in s.themes for s in edition.site.statements.values())
        rows.append((edition.theme(theme.id), "", edition.words("count.statements", count=count)))
    yield ListGroup("", "", tuple(rows))


def indicator_groups(edition: Edition) -> Iterator[ListGroup]:
    """Indicators by theme."""
    for theme in edition.site.library.themes:
        rows = []
        for indicator in edition.site.library.indicators:
            if indicator.theme == theme.id:
                observed = edition.site.observations[indicator.id]
                districts = dict.fromkeys(edition.site.reports[o.statement.report].district for o in observed)
                names = edition.words("list.comma").join(edition.district(name).text for name in districts)
                rows.append(
                    (edition.indicator(indicator.id), names, edition.words("count.observations", count=len(observed)))
                )
        if rows:
            yield ListGroup(theme.name[edition.language], edition.beside(theme.name), tuple(rows), theme.id)


def initiative_groups(edition: Edition) -> Iterator[ListGroup]:
    """Initiatives by kind."""
    for kind in dict.fromkeys(i.kind for i in edition.site.library.initiatives):
        rows = tuple(
            (
                Link(
                    i.name[edition.language],
                    edition.path("initiatives", i.id),
                    zh=edition.beside(i.name),
                ),
                edition.words("list.comma").join(edition.district(d).text for d in i.districts),
                edition.words(
                    "count.mentions",
                    count=sum(m.kind == "initiative" and m.subject == i.id for m in edition.site.mentions),
                ),
            )
            for i in edition.site.library.initiatives
            if i.kind == kind
        )
        yield ListGroup(edition.words(f"initiative.{kind}"), "", rows, kind)


def term_groups(edition: Edition) -> Iterator[ListGroup]:
    """Terms by the level of government that coined them, those of unknown level last."""
    levels = [
        level
        for level in ("national", "provincial", "city", "district", "")
        if any(t.level == level for t in edition.site.library.terms)
    ]
    for level in levels:
        rows = tuple(
            (
                term_link(edition, term),
                term.pinyin,
                edition.words(
                    "count.mentions",
                    count=sum(m.kind == "term" and m.subject == term.id for m in edition.site.mentions),
                ),
            )
            for term in sorted(edition.site.library.terms, key=lambda t: t.id)
            if term.level == level
        )
        yield ListGroup(edition.words(f"level.{level or 'unknown'}"), "", rows, level)


def term_link(edition: Edition, term: Term) -> Link:
    """A term by its English name with the Chinese beside it, or by its Chinese name."""
    english = edition.language == "en"
    return Link(term.en if english else term.zh, edition.path("terms", term.id), zh=term.zh if english else "")


def _theme_page(edition: Edition, theme: Theme) -> Page:
    words = edition.words
    link = edition.theme(theme.id)
    groups = tuple(_by_district(edition, [s for s in edition.site.statements.values() if theme.id in s.themes]))
    indicators = tuple(edition.indicator(i.id) for i in edition.site.library.indicators if i.theme == theme.id)
    frame = edition.frame(
        ("themes", theme.id), link.text, "themes", (Link(words("nav.themes"), edition.path("themes")),)
    )
    view = SubjectView(link.text, link.zh, (), introduction(edition, f"themes/{theme.id}"), groups, (), indicators)
    return Page("subject.html", frame, view)


def _by_district(edition: Edition, statements: Sequence[Statement]) -> Iterator[tuple[Link, str, tuple]]:
    """Statements under their districts, in time order; a district without any says so."""
    wanted = {statement.full_id for statement in statements}
    for district in edition.site.library.districts:
        reports = edition.site.by_date(district.id)
        mine = [s for report in reports for s in report.statements if s.full_id in wanted]
        silent = "" if mine else silence(edition, reports)
        yield edition.district(district.id), silent, tuple(edition.says(s) for s in mine)


def silence(edition: Edition, reports: Sequence[Report]) -> str:
    """Why a district has nothing in a place: nothing read, or nothing stated in the texts that there are."""
    if not reports:
        return edition.words("silent.no-text")
    if not all(report.fully_read for report in reports):
        return edition.words("silent.not-read")
    return edition.words("silent.one" if len(reports) == 1 else "silent.many", count=len(reports))


def _indicator_page(edition: Edition, indicator: Indicator) -> Page:
    words, language = edition.words, edition.language
    link = edition.indicator(indicator.id)
    observed = edition.site.observations[indicator.id]
    refused = {name: caution.because[language] for caution in indicator.cautions for name in caution.statements}
    rows = tuple(_observation(edition, o, refused.get(o.statement.full_id, "")) for o in observed)
    chart = chart_of(edition, indicator, [o for o in observed if o.statement.full_id not in refused])
    frame = edition.frame(
        ("indicators", indicator.id),
        link.text,
        "indicators",
        (Link(words("nav.indicators"), edition.path("indicators")),),
    )
    view = IndicatorView(
        link.text,
        link.zh,
        indicator.definition[language],
        unit_words(indicator.unit, language),
        edition.said(indicator.comparison),
        edition.theme(indicator.theme),
        rows,
        chart,
        "" if chart else words("chart.none"),
    )
    return Page("indicator.html", frame, view)


def _observation(edition: Edition, observation: Observation, refusal: str) -> ObservationRow:
    measure, statement = observation.measure, observation.statement
    district = edition.district(edition.site.reports[statement.report].district)
    what = edition.said(measure.what)
    scope = edition.said(measure.scope) or edition.words("scope.district")
    return ObservationRow(
        edition.time(measure.period),
        district.text,
        district.zh,
        edition.quantity(measure),
        measure.figure,
        edition.words(f"aspect.{measure.aspect}"),
        f"{what}{edition.words('list.semicolon')}{scope}" if what else scope,
        edition.says(statement),
        refusal,
    )


def _initiative_page(edition: Edition, initiative: Initiative) -> Page:
    words, language = edition.words, edition.language
    name = initiative.name[language]
    mentions = [m for m in edition.site.mentions if m.kind == "initiative" and m.subject == initiative.id]
    facts = [
        (words("initiative.kind"), words(f"initiative.{initiative.kind}"), ""),
        (words("initiative.aliases"), words("list.zh-comma").join(initiative.aliases), "zh"),
    ]
    if initiative.not_these:
        facts.append((words("initiative.not"), words("list.zh-comma").join(initiative.not_these), "zh"))
    frame = edition.frame(
        ("initiatives", initiative.id),
        name,
        "initiatives",
        (Link(words("nav.initiatives"), edition.path("initiatives")),),
    )
    note = Markup("<p>{}</p>").format(initiative.note[language])
    statements = [
        s for full_id, s in edition.site.statements.items() if initiative.id in edition.site.initiatives_of[full_id]
    ]
    groups = tuple(group for group in _by_district(edition, statements) if group[2])
    view = SubjectView(
        name,
        edition.beside(initiative.name),
        tuple(facts),
        note,
        groups,
        tuple(_mention_groups(edition, mentions)),
        (),
    )
    return Page("subject.html", frame, view)


def _term_page(edition: Edition, term: Term) -> Page:
    words, language = edition.words, edition.language
    link = term_link(edition, term)
    mentions = [m for m in edition.site.mentions if m.kind == "term" and m.subject == term.id]
    facts = [(words("term.pinyin"), term.pinyin, "pinyin"), (words("term.english"), term.en, "en")]
    if term.level:
        facts.append((words("term.level"), words(f"level.{term.level}"), ""))
    if term.aliases:
        facts.append((words("initiative.aliases"), words("list.zh-comma").join(term.aliases), "zh"))
    frame = edition.frame(("terms", term.id), link.text, "terms", (Link(words("nav.terms"), edition.path("terms")),))
    view = SubjectView(
        link.text,
        link.zh,
        tuple(facts),
        Markup("<p>{}</p>").format(term.meaning[language]),
        (),
        tuple(_mention_groups(edition, mentions)),
        (),
    )
    return Page("subject.html", frame, view)


def _mention_groups(edition: Edition, mentions: Sequence[Mention]) -> Iterator[MentionGroup]:
    """Mentions by report, in time order, each with the words around it."""
    by_report: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_report.setdefault(mention.report, []).append(mention)
    for report_id in sorted(by_report, key=lambda name: (edition.site.reports[name].date, name)):
        report = edition.site.reports[report_id]
        link = edition.report(report)
        places = tuple((m.block, f"{link.path}#{m.block}", _around(report.text, m)) for m in by_report[report_id])
        named = Link(f"{edition.district(report.district).text}{edition.words('list.colon')}{link.text}", link.path)
        yield MentionGroup(named, edition.time(report.date), places)


def _around(text: str, mention: Mention, width: int = 28) -> Markup:
    """The mention in its line, marked, with some characters on both sides."""
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - width)
    line_end = text.find("\n", mention.end)
    end = min(line_end if line_end >= 0 else len(text), mention.end + width)
    before = ("…" if start > 0 and text[start - 1] != "\n" else "") + text[start : mention.start]
    after = text[mention.end : end] + ("…" if end < len(text) and text[end] != "\n" else "")
    return Markup('{}<mark class="hit">{}</mark>{}').format(escape(before), mention.text, escape(after))


def _district_page(edition: Edition, district: District) -> Page:
    words, language = edition.words, edition.language
    link = edition.district(district.id)
    reports = edition.site.by_date(district.id)
    targets = tuple(_targets(edition, reports))
    followable = [r for r in reports if edition.site.later(r)]
    tally = tuple(_tally(edition, followable))
    frame = edition.frame(
        ("districts", district.id), link.text, "districts", (Link(words("nav.districts"), edition.path("districts")),)
    )
    follow_link = Link(words("district.follow"), edition.path("follow-up", followable[0].id)) if followable else None
    view = DistrictView(
        link.text,
        link.zh,
        (
            district.city[language],
            words("district.adcode", code=district.adcode),
            words("count.reports", count=len(reports)),
        ),
        edition.said(district.note),
        introduction(edition, f"districts/{district.id}"),
        tuple(report_line(edition, r) for r in reports),
        tuple(_key_figures(edition, district)),
        targets,
        tally,
        follow_link,
        "" if followable else words("follow.none"),
    )
    return Page("district.html", frame, view)


def _targets(edition: Edition, reports: Sequence[Report]):
    for theme in edition.site.library.themes:
        mine = tuple(
            edition.says(s) for r in reports for s in r.statements if s.kind == "target" and s.themes[0] == theme.id
        )
        if mine:
            yield edition.theme(theme.id), mine


def _tally(edition: Edition, reports: Sequence[Report]):
    followed = [f for f in edition.site.followed.values() if f.promise.report in {r.id for r in reports}]
    for evidence in EVIDENCE:
        count = sum(f.evidence == evidence for f in followed)
        if count:
            yield evidence, edition.words(f"evidence.{evidence}"), count


def _key_figures(edition: Edition, district: District) -> Iterator[tuple[Link, Figure]]:
    """The latest observation of each indicator that the district's texts state of the whole district."""
    for indicator in edition.site.library.indicators:
        mine = [
            o
            for o in edition.site.observations[indicator.id]
            if edition.site.reports[o.statement.report].district == district.id and o.statement.kind == "result"
        ]
        if mine:
            yield edition.indicator(indicator.id), figure(edition, mine[-1])


def figure(edition: Edition, observation: Observation) -> Figure:
    """An observation for a table cell, with its period and, where it has one, its scope."""
    measure = observation.measure
    note = edition.words("list.semicolon").join(
        filter(None, (edition.time(measure.period), edition.said(measure.scope)))
    )
    return Figure(
        edition.quantity(measure),
        measure.figure,
        edition.statement_path(observation.statement),
        observation.statement.kind,
        note,
    )
