"""What templates see: frozen views, one for each page kind, and the small ones they share.

Views hold words that are ready to be placed; how they come about is left to `pages`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site: `path` from the site's top, with a fragment where wanted."""

    text: str
    path: str
    current: bool = False
    zh: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Links under a heading, for navigation."""

    title: str
    zh: str
    links: tuple[Link, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a page: where it is, what it is called, and the ways to other pages.

    `alternates` are the other languages, each with the page's path and its full address.
    """

    language: str
    path: str
    title: str
    description: str
    section: str
    crumbs: tuple[Link, ...]
    alternates: tuple[tuple[str, str, str], ...]
    canonical: str
    body_class: str = ""
    base: str = ""


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure as cards and tables show it; `steps` is how the parser read the figure."""

    figure: str
    said: str
    aspect: str
    what: str
    scope: str
    period: str
    indicator: Link | None
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Says:
    """A statement as lists show it: its words, its gloss, where it stands."""

    id: str
    kind: str
    kind_word: str
    gloss: str
    quote: str
    path: str
    source: str
    block: str
    period: str
    years: str
    strength: str
    scope: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that is known of one statement."""

    says: Says
    anchor: str
    block: str
    by_label: str
    basis: str
    modal: str
    measures: tuple[MeasureView, ...]
    themes: tuple[Link, ...]
    initiatives: tuple[Link, ...]
    others: tuple[Link, ...]
    part_of: Link | None
    voice: str
    note: str
    follow: Link | None
    follow_word: str
    headline: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """A heading or paragraph with its highlights, its English and the cards of its statements."""

    id: str
    number: str
    level: int
    html: Markup
    translation: str
    cards: tuple[Card, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of the coverage strip, in units of its view box."""

    kind: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Glance:
    """One figure of the row at a report's head."""

    label: str
    said: str
    note: str
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One named step of the clean-up with how often it applied, to how many characters, and to which words."""

    step: str
    fate: str
    times: str
    characters: str
    doc: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term as a report page explains it in place."""

    id: str
    zh: str
    pinyin: str
    en: str
    meaning: str
    path: str
    block: str


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation of a report is made of; `plain` and `gbt7714` are whole, for readers without script."""

    title: str
    author: str
    publisher: str
    date: str
    place: str
    address: str
    plain: str
    gbt7714: str
    script: Markup


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report page."""

    id: str
    title: str
    title_zh: str
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    introduction: Markup
    glance: tuple[Glance, ...]
    blocks: tuple[BlockView, ...]
    contents: tuple[tuple[int, Link], ...]
    counts: tuple[tuple[str, str, int], ...]
    themes: tuple[Link, ...]
    strip: tuple[Bar, ...]
    coverage: str
    translated: bool
    provenance: tuple[tuple[str, str], ...]
    printed: tuple[tuple[str, str], ...]
    ledger: tuple[LedgerRow, ...]
    source_path: str
    text_path: str
    nav: tuple[Group, ...]
    terms: tuple[TermNote, ...]
    citation: Citation
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table cell with its statement, or the reason why there is none."""

    said: str
    figure: str
    path: str
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    claim: str
    introduction: Markup
    districts: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[tuple[Figure, ...], ...]], ...]
    ways: tuple[tuple[Link, str], ...]
    reports: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list."""

    link: Link
    district: str
    district_zh: str
    kind: str
    date: str
    basis: str
    counts: tuple[tuple[str, int], ...]
    characters: str


@dataclass(frozen=True, slots=True)
class CountBar:
    """A row of the chart of statements by theme: its place, its parts by kind, its total."""

    label: str
    y: str
    end: str
    parts: tuple[Bar, ...]
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ListView:
    """A page that lists things under headings."""

    title: str
    title_zh: str
    introduction: Markup
    groups: tuple[ListGroup, ...]
    bars: tuple[CountBar, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListGroup:
    """A heading with its rows: each a link, a note and a count."""

    title: str
    zh: str
    rows: tuple[tuple[Link, str, str], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ReportsView:
    """The list of reports."""

    groups: tuple[tuple[Link, tuple[ReportLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the comparison: the strongest statements, the rest, or why there are none."""

    district: str
    zh: str
    strongest: tuple[Says, ...]
    rest: tuple[Says, ...]
    silent: str
    refusal: str


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A theme with its cells, one a district."""

    anchor: str
    theme: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """The comparison of themes and districts."""

    caution: Markup
    districts: tuple[tuple[Link, str], ...]
    rows: tuple[CompareRow, ...]
    others: tuple[Link, ...]
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParallelView:
    """Two reports side by side; `choices` are all reports: id, name, version of their scripts."""

    caution: Markup
    choices: tuple[tuple[str, str, str], ...]
    left: str
    right: str
    rows: tuple[tuple[str, Link, tuple[Says, ...], tuple[Says, ...]], ...]
    silent: str


@dataclass(frozen=True, slots=True)
class PhrasesView:
    """Policy terms by district: those that several share and those of one alone."""

    districts: tuple[Link, ...]
    shared: tuple[tuple[Link, str, tuple[str, ...]], ...]
    own: tuple[tuple[Link, tuple[tuple[Link, str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class ObservationRow:
    """One observation of an indicator."""

    period: str
    district: str
    district_zh: str
    said: str
    figure: str
    aspect: str
    scope: str
    says: Says
    refusal: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a chart: its place in the view box, its label and whether it is a target."""

    x: str
    y: str
    label: str
    tick: str
    target: bool
    path: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart drawn at build time, with its title, its description and where its axis and lines lie."""

    id: str
    title: str
    description: str
    points: tuple[Point, ...]
    base: str
    lines: tuple[tuple[str, str], ...]
    legend: str


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator page."""

    title: str
    title_zh: str
    definition: str
    unit: str
    comparison: str
    theme: Link
    rows: tuple[ObservationRow, ...]
    chart: Chart | None
    no_chart: str


@dataclass(frozen=True, slots=True)
class SubjectView:
    """A theme, initiative or term page: what it is, then statements or mentions in time order by district."""

    title: str
    title_zh: str
    facts: tuple[tuple[str, str, str], ...]
    introduction: Markup
    groups: tuple[tuple[Link, str, tuple[Says, ...]], ...]
    mentions: tuple[MentionGroup, ...]
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """Where a report names a subject: each place with the words around it."""

    report: Link
    date: str
    places: tuple[tuple[str, str, Markup], ...]


@dataclass(frozen=True, slots=True)
class DistrictView:
    """A district page."""

    title: str
    title_zh: str
    facts: tuple[str, ...]
    note: str
    introduction: Markup
    reports: tuple[ReportLine, ...]
    figures: tuple[tuple[Link, Figure], ...]
    targets: tuple[tuple[Link, tuple[Says, ...]], ...]
    followed: tuple[tuple[str, str, int], ...]
    follow_link: Link | None
    follow_note: str


@dataclass(frozen=True, slots=True)
class FollowRow:
    """A promise, the later words, and what stands between them."""

    number: int
    anchor: str
    promise: Says
    by: str
    evidence: str
    evidence_word: str
    arithmetic: str
    because: str
    searched: tuple[str, ...]
    later: tuple[Says, ...]


@dataclass(frozen=True, slots=True)
class FollowView:
    """The collation table 对照表 of one report, or the register of silence over all."""

    title: str
    title_zh: str
    introduction: str
    tally: tuple[tuple[str, str, int], ...]
    groups: tuple[tuple[str, str, tuple[FollowRow, ...]], ...]
    heads: tuple[tuple[str, str], ...]
    nav: tuple[Group, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target in the table of targets; `sort` holds the keys that the table is sorted by."""

    says: Says
    said: str
    district: str
    district_id: str
    district_zh: str
    by: str
    by_key: str
    theme: Link
    theme_id: str
    strength: str
    strength_id: str
    evidence: str
    evidence_id: str
    report: Link


@dataclass(frozen=True, slots=True)
class TargetsView:
    """Every target."""

    rows: tuple[TargetRow, ...]
    districts: tuple[tuple[str, str], ...]
    themes: tuple[tuple[str, str], ...]
    years: tuple[str, ...]
    calendar: str


@dataclass(frozen=True, slots=True)
class VerifyView:
    """What was checked in this build, and what was waived."""

    introduction: Markup
    totals: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, str, int], ...]
    reports: tuple[tuple[Link, tuple[str, ...]], ...]
    columns: tuple[str, ...]
    waivers: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ProseView:
    """A page that editors wrote, with tables made from the code where it has any."""

    title: str
    html: Markup
    tables: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]
    agreement: tuple[tuple[Link, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """The downloads with their dictionary."""

    introduction: Markup
    resources: tuple[tuple[str, str, str, str, str, tuple[tuple[str, str, str], ...]], ...]
    texts: tuple[Link, ...]
    package: str


@dataclass(frozen=True, slots=True)
class NameGroup:
    """A heading with its rows: each a link, the other names it is found by with their languages, and a count."""

    title: str
    rows: tuple[tuple[Link, tuple[tuple[str, str], ...], str], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page; without script it is the list of what can be looked up by name.

    The choices of the filters are pairs of id and name; those of reports have their district as well.
    """

    districts: tuple[tuple[str, str], ...]
    reports: tuple[tuple[str, str, str], ...]
    themes: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]
    groups: tuple[NameGroup, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: its frame, its template and its view."""

    template: str
    frame: Frame
    view: object
