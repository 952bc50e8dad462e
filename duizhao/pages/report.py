"""The pages of single reports and the list of all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ..content.records import Block, Measure, Report, Statement
from ..content.vocabulary import KINDS, READINGS
from ..corpus.join import Mention, last_day
from ..text.cleanup import Piece
from .context import Edition
from .markup import Span, highlighted
from .prose import introduction
from .views import (
    Bar,
    BlockView,
    Card,
    Citation,
    Glance,
    Group,
    LedgerRow,
    Link,
    Page,
    ReportLine,
    ReportsView,
    ReportView,
    TermNote,
)


def report_pages(edition: Edition) -> Iterator[Page]:
    """The list of reports and a page for each."""
    words = edition.words
    groups = []
    for district in edition.site.library.districts:
        lines = tuple(report_line(edition, report) for report in edition.site.by_date(district.id))
        if lines:
            groups.append((edition.district(district.id), lines))
    yield Page("reports.html", edition.frame(("reports",), words("nav.reports"), "reports"), ReportsView(tuple(groups)))
    reports = [report for group in edition.site.library.districts for report in edition.site.by_date(group.id)]
    for index, report in enumerate(reports):
        previous = reports[index - 1] if index else None
        following = reports[index + 1] if index + 1 < len(reports) else None
        yield _page(edition, report, previous, following)


def report_line(edition: Edition, report: Report) -> ReportLine:
    """A report in a list."""
    words = edition.words
    district = edition.district(report.district)
    counts = tuple((words(f"kind.{kind}s"), sum(s.kind == kind for s in report.statements)) for kind in KINDS)
    link = Link(
        report.title[edition.language],
        edition.path("reports", report.id),
        zh=edition.beside(report.title),
    )
    return ReportLine(
        link,
        district.text,
        district.zh,
        words(f"report.{report.kind}"),
        edition.time(report.date),
        words("basis.inferred") if report.date_basis == "inferred" else "",
        counts,
        f"{len(report.text):,}",
    )


NAMED_AT_ONCE = 24  # more reports than this are not all named on every page: each names its own district's


def report_groups(edition: Edition, current: str = "") -> tuple[Group, ...]:
    """The reports by district, for navigation; of many, only those of the current one's district."""
    site = edition.site
    few = len(site.reports) <= NAMED_AT_ONCE
    groups = []
    for district in site.library.districts:
        reports = site.by_date(district.id)
        if reports and (few or any(report.id == current for report in reports)):
            links = tuple(edition.report(report, current=report.id == current) for report in reports)
            groups.append(Group(district.name[edition.language], edition.beside(district.name), links))
    return tuple(groups)


def _page(edition: Edition, report: Report, previous: Report | None, following: Report | None) -> Page:
    words, language = edition.words, edition.language
    frame = edition.frame(
        ("reports", report.id),
        report.title[language],
        "reports",
        (Link(words("nav.reports"), edition.path("reports")), edition.district(report.district)),
        description=words("report.description", title=report.title[language], count=len(report.statements)),
        body_class="has-bar",
    )
    blocks = tuple(_block(edition, report, block) for block in report.blocks)
    district = next(d for d in edition.site.library.districts if d.id == report.district)
    facts = (
        words(f"report.{report.kind}"),
        edition.date(report),
        words("district.of", district=district.name[language], city=district.city[language]),
        words("report.characters", count=f"{len(report.text):,}"),
        *((report.speaker[language],) if report.speaker else ()),
    )
    themes = tuple(dict.fromkeys(theme for s in report.statements for theme in s.themes))
    order = [theme.id for theme in edition.site.library.themes]
    view = ReportView(
        id=report.id,
        title=report.title[language],
        title_zh=edition.beside(report.title),
        facts=facts,
        notes=tuple(
            edition.said(note)
            for note in (report.title_note, report.date_note, report.covers_note, report.note)
            if note
        ),
        introduction=introduction(edition, f"reports/{report.id}"),
        glance=_glance(edition, report),
        blocks=blocks,
        contents=tuple(_contents(edition, report, blocks)),
        counts=tuple((kind, words(f"kind.{kind}s"), sum(s.kind == kind for s in report.statements)) for kind in KINDS),
        themes=tuple(Link(edition.theme(theme).text, theme) for theme in sorted(themes, key=order.index)),
        strip=tuple(_strip(report)),
        coverage=_coverage(edition, report),
        translated=report.translated,
        provenance=_provenance(edition, report),
        printed=_printed(edition, report),
        ledger=_ledger(edition, report.pieces, report.source),
        source_path=f"data/sources/{report.id}.txt",
        text_path=f"data/texts/{report.id}.txt",
        nav=report_groups(edition, report.id),
        terms=tuple(_terms(edition, report)),
        citation=citation(edition, report),
        previous=edition.report(previous) if previous else None,
        next=edition.report(following) if following else None,
    )
    return Page("report.html", frame, view)


def _block(edition: Edition, report: Report, block: Block) -> BlockView:
    here = [s for s in report.statements if s.block == block.id]
    spans = [_span(edition, s, block) for s in here] + list(_term_spans(edition, report, block))
    html = highlighted(block.text, spans)
    cards = tuple(card(edition, s) for s in here)
    return BlockView(block.id, block.id[1:], block.level, html, block.translation, cards, len(here))


def _span(edition: Edition, statement: Statement, block: Block) -> Span:
    label = edition.words(
        "flag.label",
        kind=edition.words(f"kind.{statement.kind}"),
        id=statement.id,
        gloss=statement.gloss if edition.language == "en" else statement.quote,
    )
    themes = " ".join(statement.themes)
    tag = Markup('<mark class="st" data-kind="{}" data-themes="{}"{}>')
    flag = Markup('<a class="flag" href="#{}" aria-label="{}"></a>').format(statement.id, label)
    opening = tag.format(statement.kind, themes, Markup(' id="q-{}"').format(statement.id)) + flag
    again = tag.format(statement.kind, themes, Markup(' data-of="{}"').format(statement.id))
    return Span(statement.start - block.start, statement.end - block.start, opening, again, Markup("</mark>"))


def _mentions(edition: Edition, report: Report, block: Block | None = None) -> Iterator[Mention]:
    """The terms that a report, or a block of it, names, each at its first place."""
    seen: set[str] = set()
    for mention in edition.site.mentions_in.get(report.id, ()):
        here = mention.kind == "term" and (block is None or mention.block == block.id)
        if here and mention.subject not in seen:
            seen.add(mention.subject)
            yield mention


def _term_spans(edition: Edition, report: Report, block: Block) -> Iterator[Span]:
    """The first mention of each term in a block, as a link to its explanation on the page."""
    for mention in _mentions(edition, report, block):
        start, end = mention.start - block.start, mention.end - block.start
        opening = Markup('<a class="term" href="#term-{0}">').format(mention.subject)
        again = Markup('<a class="term part" href="#term-{0}" tabindex="-1">').format(mention.subject)
        yield Span(start, end, opening, again, Markup("</a>"))


def _terms(edition: Edition, report: Report) -> Iterator[TermNote]:
    """The terms that the report names, in the order of the text."""
    terms = {term.id: term for term in edition.site.library.terms}
    for mention in _mentions(edition, report):
        term = terms[mention.subject]
        path = edition.path("terms", term.id)
        yield TermNote(term.id, term.zh, term.pinyin, term.en, term.meaning[edition.language], path, mention.block)


def card(edition: Edition, statement: Statement) -> Card:
    """All that is known of one statement."""
    words, site = edition.words, edition.site
    followed = site.followed.get(statement.full_id)
    follow = follow_word = None
    if followed and site.later(site.reports[statement.report]):
        follow = Link(words("card.follow"), f"{edition.path('follow-up', statement.report)}#{statement.id}")
        follow_word = words(f"evidence.{followed.evidence}")
    headline = next((s for s in site.reports[statement.report].statements if s.id == statement.part_of), None)
    basis = words(f"basis.{statement.period_basis}")
    return Card(
        says=edition.says(statement),
        anchor=statement.id,
        block=statement.block,
        by_label=words("card.period" if statement.kind == "result" else "card.by"),
        basis=basis,
        modal=statement.modal,
        measures=tuple(edition.measure(measure) for measure in statement.measures),
        themes=tuple(edition.theme(theme) for theme in statement.themes),
        initiatives=tuple(edition.initiative(name) for name in site.initiatives_of[statement.full_id]),
        others=_others(edition, statement),
        part_of=Link(headline.gloss if edition.language == "en" else headline.quote, edition.statement_path(headline))
        if headline
        else None,
        voice=edition.said(statement.voice),
        note=edition.said(statement.note),
        follow=follow,
        follow_word=follow_word or "",
        headline=statement.headline,
    )


def _others(edition: Edition, statement: Statement) -> tuple[Link, ...]:
    """Other statements of the same indicators."""
    found: dict[str, Link] = {}
    for measure in statement.measures:
        for other in edition.site.observations.get(measure.indicator, ()):
            if other.statement.full_id != statement.full_id:
                text = f"{edition.says(other.statement).source}: {edition.quantity(other.measure)}"
                found.setdefault(other.statement.full_id, Link(text, edition.statement_path(other.statement)))
    return tuple(list(found.values())[:6])


def _glance(edition: Edition, report: Report) -> tuple[Glance, ...]:
    """Four figures of the whole district, of different themes where there are so many: the latest of each indicator."""
    latest: dict[str, tuple[Statement, Measure]] = {}
    for statement in report.statements:
        for measure in statement.measures:
            if measure.value is not None and not measure.scope:
                kept = latest.get(measure.indicator)
                if kept is None or last_day(kept[1].period) <= last_day(measure.period):
                    latest[measure.indicator] = statement, measure
    stated = [
        (indicator, *latest[indicator.id]) for indicator in edition.site.library.indicators if indicator.id in latest
    ]
    first_of_theme = {indicator.theme: indicator.id for indicator, *_ in reversed(stated)}
    chosen = sorted(stated, key=lambda item: first_of_theme[item[0].theme] != item[0].id)[:4]
    return tuple(
        Glance(
            indicator.name[edition.language],
            edition.quantity(measure),
            f"{edition.words(f'kind.{statement.kind}')}{edition.words('list.comma')}{edition.time(measure.period)}",
            statement.kind,
            edition.statement_path(statement),
        )
        for indicator, statement, measure in chosen
    )


def citation(edition: Edition, report: Report) -> Citation:
    """How a report is cited: its own author, title and date, and this site as the place where it stands."""
    library, words = edition.site.library, edition.words
    district = next(d for d in library.districts if d.id == report.district)
    author = report.author[edition.language] if report.author else report.printed.byline
    title = report.title[edition.language]
    date = edition.date(report)
    address = library.site.base_url + edition.path("reports", report.id).removesuffix("index.html")
    site = library.site.title[edition.language]
    lead = f"{author}. " if author else ""
    plain = words("cite.plain", lead=lead, title=title, date=date, site=site, address=address)
    # GB/T 7714-2015, 8.8: author. title[type/medium]. (date). address
    chinese = report.author.zh if report.author else report.printed.byline
    type_mark = "R/OL" if report.kind == "work-report" else "N/OL" if report.kind == "feature" else "EB/OL"
    gbt = f"{chinese}. " if chinese else ""
    gbt += f"{report.title.zh}[{type_mark}]. {district.city.zh}{district.name.zh}, {report.date}. {address}"
    data = {
        "id": report.id,
        "title": title,
        "titleZh": report.title.zh,
        "author": author,
        "authorZh": chinese,
        "date": str(report.date),
        "type": type_mark,
        "place": f"{district.city.zh}{district.name.zh}",
        "site": site,
        "address": address,
    }
    script = Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))  # no < is left to end the element
    return Citation(title, author, site, str(report.date), district.city[edition.language], address, plain, gbt, script)


def _contents(edition: Edition, report: Report, blocks: Sequence[BlockView]) -> Iterator[tuple[int, Link]]:
    """The headings with the number of statements below each, up to the next heading of its level or above."""
    path = edition.path("reports", report.id)
    for index, block in enumerate(report.blocks):
        if not block.level:
            continue
        below = 0
        for other, view in zip(report.blocks[index:], blocks[index:], strict=True):
            if other is not block and other.level and other.level <= block.level:
                break
            below += view.count
        text = block.translation if edition.language == "en" and block.translation else block.text
        yield (
            block.level,
            Link(
                text,
                f"{path}#{block.id}",
                count=str(below),
                zh="" if text is not block.text or edition.language == "zh" else "zh",
            ),
        )


def _strip(report: Report) -> Iterator[Bar]:
    """Each block as wide as its text; within it, how much of it the statements of each kind cover."""
    total = max(1, len(report.text))
    for block in report.blocks:
        x, width = 1000 * block.start / total, 1000 * max(1, block.end - block.start) / total
        if block.level:
            continue
        yield Bar("none", f"{x:.1f}", "0", f"{max(width - 1.2, 1):.1f}", "28")
        top = 28.0
        for kind in reversed(KINDS):
            covered: set[int] = set()
            for s in report.statements:
                if s.block == block.id and s.kind == kind:
                    covered.update(range(s.start, s.end))
            height = 28 * len(covered) / max(1, block.end - block.start)
            if height:
                top = max(0.0, top - height)
                yield Bar(kind, f"{x:.1f}", f"{top:.1f}", f"{max(width - 1.2, 1):.1f}", f"{min(height, 28):.1f}")


def _coverage(edition: Edition, report: Report) -> str:
    paragraphs = [block for block in report.blocks if not block.level]
    readings = {name: sum(b.reading == name for b in paragraphs) for name in READINGS}
    return edition.words(
        "report.coverage",
        all=len(paragraphs),
        annotated=readings["annotated"],
        empty=readings["nothing-to-code"],
        unread=readings["unread"],
    )


def _provenance(edition: Edition, report: Report) -> tuple[tuple[str, str], ...]:
    words = edition.words
    return (
        (words("provenance.title"), words(f"basis.{report.title_basis}")),
        (words("provenance.date"), f"{edition.time(report.date)} ({words(f'basis.{report.date_basis}')})"),
        (words("provenance.covers"), edition.time(report.covers)),
        (
            words("provenance.source"),
            words("provenance.source-size", characters=f"{len(report.source):,}", sha=report.source_sha256[:16]),
        ),
        (
            words("provenance.text"),
            words("provenance.source-size", characters=f"{len(report.text):,}", sha=report.text_sha256[:16]),
        ),
    )


def _printed(edition: Edition, report: Report) -> tuple[tuple[str, str], ...]:
    printed = report.printed
    rows = [(name, getattr(printed, name)) for name in ("title", "date", "byline", "source", "original_title")]
    rows += [("captions", caption) for caption in printed.captions]
    return tuple((edition.words(f"printed.{name}"), value) for name, value in rows if value)


def _ledger(edition: Edition, pieces: Sequence[Piece], source: str) -> tuple[LedgerRow, ...]:
    """The clean-up by step, in a fixed order; the words that a step took out are shown, blanks are only counted."""
    words = edition.words
    rows = []
    steps = tuple(dict.fromkeys((p.step, p.fate, p.reason) for p in pieces))
    order = ("kept", "simplified", "pinyin", "metadata", "drop", "join-lines", "line-breaks", "blanks")
    for step, fate, reason in sorted(steps, key=lambda key: (order.index(key[0]), key[2])):
        mine = [p for p in pieces if (p.step, p.fate, p.reason) == (step, fate, reason)]
        samples: tuple[str, ...] = ()
        if step in ("drop", "metadata"):
            samples = tuple(source[p.start : p.end] for p in mine)
        elif step in ("simplified", "pinyin"):
            samples = tuple(
                dict.fromkeys(
                    f"{source[p.start : p.end]}→{p.output}" if p.output else source[p.start : p.end] for p in mine
                )
            )
        doc = words(f"reason.{reason}") if reason else words(f"step.{step}.doc")
        rows.append(
            LedgerRow(
                words(f"step.{step}"),
                words(f"fate.{fate}"),
                f"{len(mine):,}",
                f"{sum(p.end - p.start for p in mine):,}",
                doc,
                samples,
            )
        )
    return tuple(rows)
