"""The pages of themes, initiatives and terms: what it is, then statements by district and mentions by report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...content.records import Report, Statement
from ...corpus.mentions import Mention
from ..context import PageContext
from ..frame import Deferred, Frame, Link, Page
from .cells import silence
from .statements import StatementSummary, summaries
from .threads.words import ThreadView

AROUND = 28  # characters shown on both sides of a mention


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of a subject: a name, a value, and the tag of the value's language where it is not the page's."""

    name: Markup
    value: Markup
    lang: str = ""


@dataclass(frozen=True, slots=True)
class DistrictStatements:
    """The statements of a district on a subject, or why there are none."""

    district: Link
    silent: Markup
    statements: tuple[StatementSummary, ...]


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
class SubjectView:
    """A theme, initiative or term: what it is, then statements or mentions in time order by district."""

    title: Markup
    title_zh: str
    introduction: Markup
    facts: tuple[Fact, ...] = ()
    districts: tuple[DistrictStatements, ...] = ()
    mentions: tuple[MentionGroup, ...] = ()
    indicators: tuple[Link, ...] = ()
    thread: ThreadView | None = None

    @property
    def has_situations(self) -> bool:
        """True where there is something that a switch may put away."""
        drawn = (one.statement for strand in self.thread.strands for one in strand.words) if self.thread else ()
        listed = (one for group in self.districts for one in group.statements)
        return any(one.kind == "situation" for one in (*drawn, *listed))


def subject_frame(context: PageContext, kind: str, subject: str, title: str) -> Frame:
    """The frame of the page of one subject: it stands below the list of its kind."""
    return context.frame((kind, subject), title, kind, (context.page(kind),), body_class=f"page-{kind}")


def subject_page(frame: Frame, view: SubjectView | Deferred) -> Page:
    """The page of a theme, initiative or term."""
    return Page("subject.html", frame, view)


def by_district(context: PageContext, statements: Sequence[Statement]) -> Iterator[DistrictStatements]:
    """Statements under their districts, in their order; a district without any says so."""
    for district in context.site.districts:
        mine = [s for s in statements if context.site.reports[s.report].district == district]
        silent = Markup("") if mine else silence(context, context.site.by_date(district))
        yield DistrictStatements(context.district(district), silent, summaries(context, mine))


def mention_groups(context: PageContext, kind: str, subject: str) -> Iterator[MentionGroup]:
    """The mentions of an initiative or term by report, in time order, each with the words around it."""
    by_report: dict[str, list[Mention]] = {}
    for mention in context.site.mentions_of[kind, subject]:
        by_report.setdefault(mention.report, []).append(mention)
    for report_id in sorted(by_report, key=lambda name: (context.site.reports[name].date, name)):
        report = context.site.reports[report_id]
        path = context.path("reports", report_id)
        places = tuple(_place(context, report, mention) for mention in by_report[report_id])
        yield MentionGroup(Link(context.marked(context.full_name(report)), path), places)


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
    return Markup('{}<mark class="hit">{}</mark>{}').format(before, mention.text, after)
