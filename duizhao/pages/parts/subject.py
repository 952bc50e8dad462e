"""The pages of themes, initiatives and terms: what it is, then statements by district and mentions by report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from markupsafe import Markup

from ...content.gathered import Mention
from ...content.records import Report, Statement
from ...content.vocabulary import KINDS
from ...corpus.join import Corpus
from ..context import PageContext
from ..frame import Deferred, Frame, Link, Page
from ..markup import filled
from .cells import silence
from .folds import Fold, folds_of
from .screens import Stretch, Stretched, stretched, stretched_together
from .splits import (
    ROOMS,
    Key,
    Near,
    Part,
    Placed,
    Ways,
    by_text,
    latest,
    part_frame,
    part_link,
    place_in,
    placed,
    split,
    ways_of,
)
from .statements import StatementSummary, bytes_of_words, height_of_statement, summaries
from .threads.words import ThreadView

AROUND = 28  # characters shown on both sides of a mention
# About how many bytes a statement in a list has beside its words, a mention with the words around it, and a statement
# in a thread, drawn and in words: as measured of a thousand texts.
_A_STATEMENT, _A_MENTION, _IN_A_THREAD = 500, 400, 900


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of a subject: a name, a value, and the tag of the value's language where it is not the page's."""

    name: Markup
    value: Markup
    lang: str = ""


@dataclass(frozen=True, slots=True)
class DistrictStatements:
    """The statements of a district on a subject, or why there are none; where these are the latest, the `ways` to all.

    Those that the page has no room for stand folded. On the page of a part it is another part that stands in the place
    of the district.
    """

    district: Link
    silent: Markup
    statements: tuple[StatementSummary, ...]
    count: int
    ways: Ways | None = None
    folded: tuple[Stretch[StatementSummary], ...] = ()


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """A place where a report names a subject: its paragraph, the address, the words around it."""

    block: Markup
    path: str
    words: Markup


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """All places where a report names a subject."""

    report: Link
    places: tuple[MentionPlace, ...]


@dataclass(frozen=True, slots=True)
class MentionsHeld:
    """The mentions of a fold, and what its texts say in the thread of the subject."""

    groups: tuple[MentionGroup, ...]
    thread: ThreadView | None


@dataclass(frozen=True, slots=True)
class MentionPart:
    """A part of the mentions of a subject: its latest, and the ways to all of it."""

    part: Link
    groups: tuple[MentionGroup, ...]
    ways: Ways


@dataclass(frozen=True, slots=True)
class SubjectView:
    """A theme, initiative or term: what it is, then statements or mentions in time order by district.

    On the page of a part of which the parts stand there too, they are `said_folds` or `mention_folds`. `near` leads
    from a part to the others, `description` says for other sites what the page shows. `reports` is where all reports
    lie, on a page to which addresses of statements led before it was parted; `threaded` is true of one whose parts
    have their threads.
    """

    title: Markup
    title_zh: str
    description: str
    introduction: Markup
    facts: tuple[Fact, ...] = ()
    districts: tuple[DistrictStatements, ...] = ()
    mentions: tuple[MentionGroup, ...] = ()
    indicators: tuple[Link, ...] = ()
    thread: ThreadView | None = None
    mention_parts: tuple[MentionPart, ...] = ()
    said_folds: tuple[Fold[Stretched[StatementSummary]], ...] = ()
    mention_folds: tuple[Fold[MentionsHeld], ...] = ()
    near: Near | None = None
    reports: str = ""
    threaded: bool = False

    @property
    def has_situations(self) -> bool:
        """True where there is something that a switch may put away."""
        threads = (self.thread, *(fold.held.thread for fold in self.mention_folds))
        drawn = (one.statement for thread in threads if thread for strand in thread.strands for one in strand.words)
        lists = (*(group.statements for group in self.districts), *(fold.held.shown for fold in self.said_folds))
        return any(one.kind == "situation" for one in chain(drawn, *lists, *(held.items for held in self._stretches)))

    @property
    def is_folded(self) -> bool:
        """True where some statements stand in stretches that are folded."""
        return any(self._stretches)

    @property
    def _stretches(self) -> Iterator[Stretch[StatementSummary]]:
        held = (*(group.folded for group in self.districts), *(fold.held.folded for fold in self.said_folds))
        return chain.from_iterable(held)

    @property
    def has_threads(self) -> bool:
        return self.thread is not None or any(fold.held.thread for fold in self.mention_folds)


def subject_frame(context: PageContext, kind: str, subject: str, title: str, names: tuple[str, ...]) -> Frame:
    """The frame of the page of a subject, or of a part of what there is of it, below the list of its kind."""
    frame = part_frame(context, (kind, subject), title, names, (context.page(kind),), f"page-{kind}")
    return with_kind(context, frame, kind)


def with_kind(context: PageContext, frame: Frame, kind: str) -> Frame:
    """A frame whose title says of which kind its page is: what a theme is called, others may be called, too."""
    return replace(frame, title=f"{frame.title} · {context.words(f'nav.{kind}')}")


def description_of(context: PageContext, kind: str, subject: str, count: int) -> str:
    """What a page shows of its subject, for those who find it or are sent it; `count` is how much there is."""
    return context.words(f"description.{kind}" if count else "description.none", subject=subject, count=count)


def subject_page(frame: Frame, view: SubjectView | Deferred) -> Page:
    """The page of a theme, initiative or term."""
    return Page("subject.html", frame, view)


def by_district(context: PageContext, statements: Sequence[Statement]) -> Iterator[DistrictStatements]:
    """Statements under their districts, in their order; a district without any says so."""
    for district in context.site.districts:
        mine = [s for s in statements if context.site.reports[s.report].district == district]
        silent = Markup("") if mine else silence(context, context.site.by_date(district))
        yield DistrictStatements(context.district(district), silent, summaries(context, mine), len(mine))


def folded(groups: Sequence[DistrictStatements]) -> Iterator[DistrictStatements]:
    """Groups with those statements open of which all fit on twenty screens: short groups whole, of long ones alike."""
    every = stretched_together([group.statements for group in groups], height_of_statement)
    for group, held in zip(groups, every, strict=True):
        yield replace(group, statements=held.shown, folded=held.folded)


def in_parts(context: PageContext, base: tuple[str, ...], part: Part[Statement]) -> Iterator[DistrictStatements]:
    """The latest statements of each part that a part is split into; of one that is not, all. Then districts without."""
    reports = context.site.reports
    for one in part.parts or (part,):
        link = part_link(context, base, one.names)
        ways = ways_of(context, base, one) if part.parts else None
        shown = latest(one.items, lambda item: reports[item.report]) if part.parts else one.items
        yield DistrictStatements(link, Markup(""), summaries(context, _by_kind(shown)), len(one.items), ways)
    if not part.names:
        stated = {one.names[0] for one in part.parts}
        for district in context.site.districts:
            if district not in stated:
                silent = silence(context, context.site.by_date(district))
                yield DistrictStatements(context.district(district), silent, (), 0)


def in_folds(context: PageContext, part: Part[Statement]) -> Iterator[Fold[Stretched[StatementSummary]]]:
    """The statements of each part that stands folded on the page of a part, each with as many open as a page has."""
    return folds_of(context, part, lambda one: stretched(summaries(context, _by_kind(one.items)), height_of_statement))


def _by_kind(statements: Sequence[Statement]) -> list[Statement]:
    """Statements by kind, the targets first; within a kind their order stays."""
    return sorted(statements, key=lambda one: KINDS.index(one.kind))


def mention_groups(context: PageContext, mentions: Sequence[Mention]) -> Iterator[MentionGroup]:
    """Mentions of an initiative or term by report, in time order, each with the words around it."""
    by_report: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_report.setdefault(mention.report, []).append(mention)
    for report_id in sorted(by_report, key=lambda name: (context.site.reports[name].date, name)):
        report = context.site.reports[report_id]
        path = context.path("reports", report_id)
        places = tuple(_place(context, report, mention) for mention in by_report[report_id])
        yield MentionGroup(Link(context.marked(context.full_name(report)), path), places)


def themes_in_parts(site: Corpus) -> dict[str, Placed[Statement]]:
    """What the texts say of each theme, by district, decade and year of the texts."""
    reports, room = site.reports, ROOMS["statements"]
    keys: tuple[Key[Statement], ...] = by_text(lambda one: reports[one.report])
    told = ((theme.id, site.statements_of_theme[theme.id]) for theme in site.library.themes)
    return placed((name, split(statements, keys, room, weight=_weight)) for name, statements in told)


def _weight(statement: Statement) -> int:
    """About how many bytes a statement in a list has."""
    return _A_STATEMENT + bytes_of_words(statement)


def theme_part_path(context: PageContext, theme: str, district: str) -> str:
    """Where all that the texts of a district say of a theme stands."""
    here = context.site.once(themes_in_parts)
    return context.path("themes", theme, *((district,) if place_in(theme, (district,)) in here else ()))


def split_mentions(
    site: Corpus, kind: str, subjects: Iterable[str], room: str = "mentions"
) -> dict[str, Placed[Mention]]:
    """The mentions of subjects by district, decade and year of the texts, where they are too many for one page."""
    reports, places = site.reports, {report.id: place for place, report in enumerate(site.in_order)}
    keys: tuple[Key[Mention], ...] = by_text(lambda one: reports[one.report])
    by_subject = (
        (subject, sorted(site.mentions_of[kind, subject], key=lambda one: places[one.report])) for subject in subjects
    )
    parts = (
        (one, split(mentions, keys, ROOMS[room], weight=mention_weight(site, kind, one)))
        for one, mentions in by_subject
    )
    return placed(parts)


def mention_weight(site: Corpus, kind: str, subject: str) -> Callable[[Mention], int]:
    """About how many bytes a mention of a subject has, with its share of what the thread of an initiative says."""
    in_thread = len(site.statements_of_initiative[subject]) if kind == "initiative" else 0
    each = _A_MENTION + _IN_A_THREAD * in_thread // max(1, len(site.mentions_of[kind, subject]))
    return lambda _: each


def mention_parts(context: PageContext, base: tuple[str, ...], part: Part[Mention]) -> Iterator[MentionPart]:
    """The parts that a part of the mentions is split into, each with its latest."""
    reports = context.site.reports
    for one in part.parts:
        link = part_link(context, base, one.names)
        shown = latest(one.items, lambda mention: reports[mention.report])
        yield MentionPart(link, tuple(mention_groups(context, shown)), ways_of(context, base, one))


def mention_folds(
    context: PageContext, part: Part[Mention], thread: Callable[[tuple[str, ...]], ThreadView | None] = lambda _: None
) -> Iterator[Fold[MentionsHeld]]:
    """The mentions of each part that stands folded on the page of a part, with the thread of its names."""
    return folds_of(
        context, part, lambda one: MentionsHeld(tuple(mention_groups(context, one.items)), thread(one.names))
    )


def _place(context: PageContext, report: Report, mention: Mention) -> MentionPlace:
    name = context.marked(context.block_name(mention.block))
    return MentionPlace(name, context.block_path(report.id, mention.block), _around(report.text, mention))


def _around(text: str, mention: Mention) -> Markup:
    """The mention in its line, marked, with some characters on both sides."""
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - AROUND)
    line_end = text.find("\n", mention.end)
    end = min(line_end if line_end >= 0 else len(text), mention.end + AROUND)
    before = ("…" if start > 0 and text[start - 1] != "\n" else "") + text[start : mention.start]
    after = text[mention.end : end] + ("…" if end < len(text) and text[end] != "\n" else "")
    return filled('{}<mark class="hit">{}</mark>{}', before, mention.text, after)
