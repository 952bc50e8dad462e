"""A collation table 对照表 as pages show it: what it comes to, a strip with a mark for each promise, states, rows.

Which promises it is of is left to the pages, a row to `promises`, the ways to other tables to `text_switch`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup

from ...content.records import Report
from ...content.vocabulary import ARITHMETIC
from ...corpus.following import TrackedPromise
from ...corpus.tally import follow_up_tally
from ...text.rewording import WHOLE_WORDS
from ...text.rewording_kinds import OF_THE_LONGER, OF_THE_SHORTER
from ..context import PageContext
from ..frame import Choice, Link
from .evidence import EvidenceWord, evidence_word
from .promises import PromiseRow, height_of_row
from .screens import OPEN, Stretch, Stretched, stretched, stretched_together
from .splits import Near
from .text_switch import TextSwitch

TEMPLATE = "follow-up.html"
BODY = "has-bar page-collation"
# The states whose rows are folded, where a table has others: they say that there is nothing to read beside a promise.
FOLDED = ("not-found", "not-checked")
# Pixels of a phone that a table has above it, those of each mark of its strip and of each way to another table.
_ABOVE, _A_MARK, _A_WAY = 1_800, 8, 18


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column; `zh` is the Chinese that stands before it on a page in another language."""

    text: Markup
    zh: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A promise in the strip: the place of its row, its state with its sign, and what it says, for who cannot see.

    `elsewhere` is the page that has the row where this one leaves it out; then the mark itself is the place until the
    row comes, also under its former names.
    """

    anchor: str
    formerly: tuple[str, ...]
    elsewhere: str
    state: str
    said: str
    lang: str


@dataclass(frozen=True, slots=True)
class StripTheme:
    """The promises of a theme in the strip."""

    id: str
    name: Markup
    zh: str
    marks: tuple[Mark, ...]

    @property
    def first(self) -> str:
        """The place of the first row among them."""
        return self.marks[0].anchor


@dataclass(frozen=True, slots=True)
class State:
    """A state that promises of a table have: its word, how many have it, what it means; and the place of its rows."""

    id: str
    anchor: str
    word: EvidenceWord
    count: int
    doc: Markup


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under one heading: those of a state, or of a text; `link` leads to the text's own table.

    The page has the first `held` of them; where these are not all, `alone` is the page that has. Of those the first
    `standing` stand open, the others in stretches that are folded.
    """

    anchor: str
    state: str
    title: Markup
    sign: Markup
    link: str
    doc: Markup
    opened: bool
    rows: tuple[PromiseRow, ...]
    held: int
    standing: int
    stretches: tuple[Stretch[PromiseRow], ...] = ()
    alone: str = ""

    @property
    def here(self) -> tuple[PromiseRow, ...]:
        """The rows that stand on the page, open or folded."""
        return self.rows[: self.held]

    @property
    def shown(self) -> tuple[PromiseRow, ...]:
        """The rows of these that stand open."""
        return self.rows[: self.standing]

    @property
    def rest(self) -> tuple[PromiseRow, ...]:
        """The rows that the page leaves out."""
        return self.rows[self.held :]


@dataclass(frozen=True, slots=True)
class RestOfRows:
    """The script with the rows that a page leaves out, and the version that it is asked for with."""

    script: str
    version: str


@dataclass(frozen=True, slots=True)
class Downloads:
    """The table as files: for spreadsheets, and as a Word document in the page's language."""

    csv: str
    document: str


@dataclass(frozen=True, slots=True)
class Comparing:
    """By what a script compares wordings as the build does: words taken whole, with bars between, and two shares.

    Of the shorter and of the longer of two wordings so much must have stayed for them to be set against each other.
    """

    whole_words: str
    of_the_shorter: float
    of_the_longer: float


@dataclass(frozen=True, slots=True)
class CollationView:
    """A table with what goes before it. `result` says in one sentence what it comes to, `silent` why it is empty.

    `ahead` is true where no later text is held: then deadlines stand in the place of later words. `reckoned` says what
    the site reckons of two sentences, `answers` where an answer would stand, `others` counts promises without a row.
    `rest` is None where all rows stand on the page. On the page of a part `near` leads to the others, and there is no
    switch.
    """

    title: Markup
    title_zh: str
    result: Markup
    sources: tuple[Link, ...]
    switch: TextSwitch | None
    strip: tuple[StripTheme, ...]
    states: tuple[State, ...]
    themes: tuple[Choice, ...]
    heads: tuple[Head, ...]
    groups: tuple[RowGroup, ...]
    ahead: bool
    reckoned: Markup
    others: Markup
    answers: Markup
    downloads: Downloads | None
    silent: Markup
    rest: RestOfRows | None = None
    near: Near | None = None

    @property
    def description(self) -> str:
        """What the page shows, for other sites; '' of a table without a row."""
        return str(self.result.striptags())

    @property
    def is_folded(self) -> bool:
        """True where some rows stand in stretches that are folded."""
        return any(group.stretches or group.rest for group in self.groups)

    @property
    def count(self) -> int:
        """How many rows the table has."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def rows(self) -> tuple[PromiseRow, ...]:
        """Every row, in order."""
        return tuple(row for group in self.groups for row in group.rows)

    @property
    def comparing(self) -> Comparing | None:
        """What a script needs to mark the wordings of its rows."""
        return comparing(self.rows)


def comparing(rows: Iterable[PromiseRow]) -> Comparing | None:
    """What a script needs to mark the wordings of rows; None where none has later words to set it against."""
    if not any(row.wording for row in rows):
        return None
    return Comparing("|".join(WHOLE_WORDS), OF_THE_SHORTER, OF_THE_LONGER)


def states_of(context: PageContext, promises: Sequence[TrackedPromise], anchor: str = "") -> tuple[State, ...]:
    """The states that promises have, in the order of the vocabulary; each has its place unless all have one."""
    return tuple(
        State(state, anchor or state, evidence_word(context, state), count, context.word(f"evidence.{state}.doc"))
        for state, count in follow_up_tally(promises).items()
    )


def strip(
    context: PageContext, rows: Sequence[PromiseRow], elsewhere: Mapping[str, str] = MappingProxyType({})
) -> Iterator[StripTheme]:
    """A mark for each row by theme, in the order of the rows; some rows, by their anchors, stand elsewhere."""
    for theme in context.site.library.themes:
        mine = [row for row in rows if row.theme_id == theme.id]
        if mine:
            marks = tuple(_mark(context, row, elsewhere.get(row.anchor, "")) for row in mine)
            yield StripTheme(theme.id, context.localized(theme.name), context.other_name(theme.name), marks)


def _mark(context: PageContext, row: PromiseRow, elsewhere: str) -> Mark:
    """What a promise says is Chinese on a page in another language where it has no gloss."""
    gloss = row.promise.gloss.striptags()
    said = context.words("list.colon").join((context.words(f"evidence.{row.state}"), gloss or row.promise.quote))
    foreign = context.language != "zh" and not gloss
    formerly = row.formerly if elsewhere else ()
    return Mark(row.anchor, formerly, elsewhere, row.state, said, "zh-Hans" if foreign else "")


def by_state(context: PageContext, rows: Sequence[PromiseRow]) -> Iterator[RowGroup]:
    """Rows under their states; those that say that there is nothing are folded, unless all do."""
    spoken = any(row.state not in FOLDED for row in rows)
    for state, found in groupby(rows, key=lambda row: row.state):
        group = tuple(found)
        word = evidence_word(context, state)
        doc = context.word(f"evidence.{state}.doc")
        opened = not spoken or state not in FOLDED
        yield RowGroup(state, state, word.text, word.sign, "", doc, opened, group, len(group), len(group))


def folded(groups: Sequence[RowGroup], switch: TextSwitch | None = None) -> Iterator[RowGroup]:
    """Groups of a table with those rows open of which all fit on twenty screens of a phone: short groups whole, of long
    ones alike. A group that is folded itself has the room of a page when it is opened. Above them stands the switch.
    """
    ways = sum(len(district.texts) for district in switch.shown) if switch else 0
    room = OPEN - _ABOVE - _A_MARK * sum(len(group.rows) for group in groups) - _A_WAY * ways
    every = stretched_together([group.here for group in groups if group.opened], height_of_row, max(room, 0))
    for group in groups:
        yield _cut(group, next(every)) if group.opened else as_folded(group)


def as_folded(group: RowGroup) -> RowGroup:
    """A group with as many of its rows open as a page has room for, and the others folded."""
    return _cut(group, stretched(group.here, height_of_row))


def _cut(group: RowGroup, rows: Stretched[PromiseRow]) -> RowGroup:
    return replace(group, standing=len(rows.shown), stretches=rows.folded)


def choices(context: PageContext, themes: Sequence[StripTheme]) -> tuple[Choice, ...]:
    """The themes that a table can be narrowed to, each with the number of its rows."""
    found = {theme.id: theme for theme in context.site.library.themes}
    return tuple(
        Choice(one.id, f"{context.plain(found[one.id].name)} {len(one.marks):,}", found[one.id].formerly)
        for one in themes
    )


def reckoned(context: PageContext, promises: Sequence[TrackedPromise]) -> Markup:
    """How often the site reckoned, with what outcome, and that no text says it."""
    found = [one.arithmetic for one in promises]
    counts = [
        context.words("list.colon").join((context.words(f"arithmetic.{kind}"), f"{found.count(kind):,}"))
        for kind in ARITHMETIC
        if kind in found
    ]
    if not counts:
        return context.word("follow.no-arithmetic")
    return context.word("follow.arithmetic", counts=context.words("list.semicolon").join(counts))


def heads(context: PageContext, report: Report | None, *, ahead: bool) -> Iterator[Head]:
    """The heads of the columns; the Chinese beside is the shorter one of the printed tables."""
    yield Head(context.word("follow.number"), context.other_word("follow.number"))
    promised = context.word("follow.promised", date=context.date(report)) if report else None
    yield Head(promised or context.word("follow.promised-plain"), context.other_word("follow.promised-plain"))
    if ahead:
        yield Head(context.word("due.deadline"), context.other_word("due.deadline"))
        return
    yield Head(context.word("follow.evidence"), context.other_word("follow.evidence"))
    yield Head(context.word("follow.said"), context.other_word("follow.said-short"))
