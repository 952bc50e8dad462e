"""The records of the content, frozen.

How they are read is left to `load`; how they are joined to `link`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..issues import Place
from ..text.cleanup import Piece
from ..text.figures import Number, Quantity
from ..text.period import Period
from .schema import Both
from .vocabulary import strength_of


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What the site is called, where it lives and which of its languages stands at the root."""

    title: Both
    claim: Both
    base_url: str
    default_language: str
    repository: str
    publisher: Both


@dataclass(frozen=True, slots=True)
class District:
    """A district 区 with its code of GB/T 2260."""

    id: str
    name: Both
    city: Both
    adcode: str
    note: Both | None
    place: Place


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """A cell of the comparison whose figures may not stand beside its neighbours', and why."""

    district: str
    because: Both
    place: Place


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject under which statements of all districts are held side by side."""

    id: str
    name: Both
    refuses: tuple[RefusedCell, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Caution:
    """Statements (full ids) whose figures for an indicator may not be compared with the others, and why."""

    statements: tuple[str, ...]
    because: Both
    place: Place


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantity that several sentences state, with its base unit and what it counts."""

    id: str
    name: Both
    unit: str
    theme: str
    definition: Both
    stock: bool
    comparison: Both | None
    cautions: tuple[Caution, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Initiative:
    """A project, programme or place that recurs, with the exact words that name it and those that only look alike."""

    id: str
    name: Both
    kind: str
    aliases: tuple[str, ...]
    not_these: tuple[str, ...]
    districts: tuple[str, ...]
    note: Both
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """A policy term 提法 with its reading, its English and what it means in these texts."""

    id: str
    zh: str
    aliases: tuple[str, ...]
    not_these: tuple[str, ...]
    pinyin: str
    en: str
    forms: tuple[str, ...]
    meaning: Both
    level: str
    place: Place


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What later words say of a promise: full ids of statements, kind of evidence, ground, words searched."""

    promise: str
    later: tuple[str, ...]
    evidence: str
    because: Both
    searched: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity within a statement, found and read again: start and end count in the report's text.

    `value`, `upper` and `unit` are as entered (scaled out); `quantity` is what the parser made of the figure.
    """

    figure: str
    start: int
    end: int
    quantity: Quantity
    operator: str
    value: Decimal | None
    upper: Decimal | None
    unit: str
    aspect: str
    indicator: str
    period: Period | None
    what: Both | None
    scope: Both | None
    place: Place


@dataclass(frozen=True, slots=True)
class Statement:
    """A target, task or result that a report states; start and end count code points in the report's text."""

    report: str
    id: str
    kind: str
    quote: str
    gloss: str
    themes: tuple[str, ...]
    period: Period | None
    period_basis: str
    modal: str
    measures: tuple[Measure, ...]
    headline: bool
    part_of: str
    voice: Both | None
    scope: Both | None
    note: Both | None
    block: str
    start: int
    end: int
    place: Place

    @property
    def full_id(self) -> str:
        return f"{self.report}/{self.id}"

    @property
    def strength(self) -> str:
        return strength_of(self.modal)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level 1 or 2) or paragraph (level 0); start and end count code points in the report's text."""

    id: str
    level: int
    start: int
    end: int
    text: str
    translation: str
    reading: str
    source_lines: tuple[int, ...]
    place: Place
    translation_place: Place | None


@dataclass(frozen=True, slots=True)
class Printed:
    """What the capture prints of itself."""

    title: str
    date: str
    byline: str
    source: str
    original_title: str
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountedNumber:
    """A number of the text, and what accounts for it: a measure (its statement's id) or a reason why it is none."""

    number: Number
    block: str
    statement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report in its own words, anchored and read: nothing else is needed for it but the shared vocabularies."""

    id: str
    district: str
    kind: str
    title: Both
    title_basis: str
    title_note: Both | None
    short: Both
    speaker: Both | None
    author: Both | None
    date: Period
    date_basis: str
    date_note: Both | None
    covers: Period
    covers_note: Both | None
    note: Both | None
    fully_read: bool
    printed: Printed
    source_sha256: str
    text_sha256: str
    source: str
    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    numbers: tuple[CountedNumber, ...]
    translated: bool
    place: Place

    def block(self, block_id: str) -> Block:
        """The block with this id. Raises KeyError."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two independent readings of a report compare: counts of statements and of figures.

    Statements are paired where their quotes overlap by half or more; of the pairs, how many have the same kind and the
    same span; of the figures that both entered, how many have the same value, unit and operator.
    """

    report: str
    first: int
    second: int
    paired: int
    kind: int
    span: int
    figures_first: int
    figures_second: int
    figures_both: int
    value: int
    place: Place


@dataclass(frozen=True, slots=True)
class Prose:
    """A page or an introduction that editors wrote in Markdown: its name (about, districts/tianhe), by language."""

    name: str
    language: str
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Library:
    """All that the content holds, as values; what is joined from it stands in `link`."""

    site: SiteSettings
    strings: dict[str, Both]
    districts: tuple[District, ...]
    themes: tuple[Theme, ...]
    indicators: tuple[Indicator, ...]
    initiatives: tuple[Initiative, ...]
    terms: tuple[Term, ...]
    follow_ups: tuple[FollowUp, ...]
    reports: tuple[Report, ...]
    agreement: tuple[Agreement, ...]
    prose: tuple[Prose, ...]
