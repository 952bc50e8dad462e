"""The records of the content: the shared files as they are written, and a report with all that was found in it.

How they are read is left to `files` and `report`, what a report's folder holds to `written`, joins to the corpus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..issues import SourcePosition
from ..text.lexicon import Lexicon
from ..text.modality import strength_of
from ..text.numbers import Number
from ..text.period import Period
from ..text.quantity import Quantity
from .apart import Apart, WithApart
from .broken import Broken
from .follow_up import FollowUp
from .gathered import Gathered
from .schema import Bilingual, Record, key, record
from .suggested import Suggestions
from .times import StatedTime
from .trials import HandPair, IntercoderAgreement
from .value_types import Adcode, Address, English, Id, StatementId, WebAddress
from .vocabulary import (
    ASPECTS,
    CELL_STATES,
    COMMITMENTS,
    INITIATIVE_KINDS,
    LANGUAGES,
    LEVELS,
    TERM_SOURCES,
    WORD_REASONS,
)
from .written import FrontMatter, WrittenMeasure, WrittenStatement

_FORMERLY = "ids that it had before: addresses with them lead to its page, and they are given up for ever"


@record("background")
class Background(Record):
    """What stood behind the texts for a time, by common knowledge: a plan's years, an epidemic."""

    name: Bilingual = key("its name")
    period: Period = key("its time")


@record("site")
class SiteSettings(Record):
    """What the site is called and where it lives (content/site.yaml)."""

    id: Id = key("its name in other programs: of the package of downloads, and after the @ in calendars")
    title: Bilingual = key("the site's name")
    claim: Bilingual = key("what it is, in one sentence")
    base_url: Address = key("the full address of its home page, ending in /")
    languages: tuple[str, ...] = key(
        "the languages of its pages, the first at the root; both where none is named", default=(), choices=LANGUAGES
    )
    default_language: str = key(
        "the language at the root, where `languages` does not say it; another stands under its own folder",
        default="",
        choices=LANGUAGES,
    )
    repository: WebAddress = key("the address of the files that it is made of, for the foot of its pages", default="")
    publisher: Bilingual = key("who publishes it, as citations name them")
    home_figures: tuple[Id, ...] = key(
        "the indicators of which the home page prefers a promise, of those answered equally well", default=()
    )
    readings: Bilingual | None = key(
        "how readings and translations were made, and by whom they were not reviewed; every report's page says it",
        default=None,
    )
    background: tuple[Background, ...] = key(
        "what the time line shows beside the texts: the years of plans and the like", default=()
    )

    @property
    def outward_language(self) -> str:
        """The language of what other programs read: English where the site has it."""
        return "en" if "en" in self.languages else "zh"


@record("district")
class District(Record):
    """A district 区 (content/districts.yaml)."""

    id: Id = key("its id")
    name: Bilingual = key("its name")
    city: Bilingual = key("the city it belongs to")
    adcode: Adcode = key("its code of GB/T 2260")
    note: Bilingual | None = key("what a reader must not mistake it for", default=None)
    formerly: tuple[Id, ...] = key(_FORMERLY, default=())


@record("refused cell")
class RefusedCell(Record):
    """A cell of the comparison that may not be read beside its neighbours."""

    district: Id = key("the district's id", refers_to="district")
    state: str = key("what the cell says", choices=CELL_STATES)
    because: Bilingual = key("why, in one or two sentences")
    statements: tuple[StatementId, ...] = key(
        "full ids of the statements that it speaks of, which the cell shows below it; needed where there are any",
        default=(),
    )


@record("theme")
class Theme(Record):
    """A subject of the comparison (content/themes.yaml), in the order of its rows."""

    id: Id = key("its id")
    name: Bilingual = key("its name")
    refuses: tuple[RefusedCell, ...] = key("cells that refuse to be compared", name="cells", default=())
    formerly: tuple[Id, ...] = key(_FORMERLY, default=())


@record("caution")
class Caution(Record):
    """Figures of an indicator that may not be compared with the others."""

    statements: tuple[StatementId, ...] = key("full ids of the statements that state them")
    because: Bilingual = key("why, in one or two sentences")


@record("figure elsewhere")
class Elsewhere(Record):
    """Figures of what an indicator counts that may not stand under it: their places say so instead of nothing."""

    statements: tuple[StatementId, ...] = key("full ids of the statements that state them")
    because: Bilingual = key("why they may not, in one or two sentences")


@record("indicator")
class Indicator(Record):
    """A quantity that several sentences state (content/indicators.yaml)."""

    id: Id = key("its id")
    name: Bilingual = key("its name, without direction (new jobs, not more jobs)")
    unit: str = key("its base unit, as printed without 万 and 亿")
    theme: Id = key("its theme", refers_to="theme")
    aspect: str = key(
        "what of the quantity its figures state, where they do not show it by being all alike; a fall goes with a rise",
        default="",
        choices=ASPECTS,
    )
    definition: Bilingual = key("what it counts, as far as the texts say")
    stock: bool = key("true for what is counted at a moment, so that years and months stand on one axis", default=False)
    comparison: Bilingual | None = key("what may and may not be compared", default=None)
    cautions: tuple[Caution, ...] = key("figures that refuse to be compared", default=())
    words: tuple[str, ...] = key(
        "words for what it counts, such as 党员: by them, its name and the `what` of its figures the build finds"
        " figures of it that stand under no indicator",
        default=(),
    )
    elsewhere: tuple[Elsewhere, ...] = key("figures of what it counts that may not stand under it", default=())
    formerly: tuple[Id, ...] = key(_FORMERLY, default=())


@record("initiative")
class Initiative(Record):
    """A project, programme or place that recurs (content/initiatives.yaml)."""

    id: Id = key("its id")
    name: Bilingual = key("its name")
    kind: str = key("what it is", choices=INITIATIVE_KINDS)
    aliases: tuple[str, ...] = key("every exact wording that names it")
    not_these: tuple[str, ...] = key("wordings that contain an alias and mean something else", name="not", default=())
    districts: tuple[Id, ...] = key("the districts it belongs to", refers_to="district")
    note: Bilingual = key("what it is, and what it must not be confused with")
    forms: tuple[English, ...] = key(
        "English by which translations may name a place or an institution, beside its name", default=()
    )
    never: tuple[English, ...] = key(
        "English that must not stand for it anywhere, such as another name of it", default=()
    )
    formerly: tuple[Id, ...] = key(_FORMERLY, default=())


@record("term")
class Term(Record):
    """A policy term 提法 (content/terms.yaml)."""

    id: Id = key("its id")
    zh: str = key("the term as printed, without quotation marks")
    aliases: tuple[str, ...] = key("other wordings of the same term", default=())
    not_these: tuple[str, ...] = key("wordings that contain the term and mean something else", name="not", default=())
    pinyin: str = key("its reading, with tone marks")
    en: English = key("its English, the same throughout", default="", needed_in="en")
    forms: tuple[English, ...] = key("inflected or shorter forms of the English that translations may use", default=())
    never: tuple[English, ...] = key(
        "English that must not stand for it anywhere, such as another name of it", default=()
    )
    meaning: Bilingual = key("what it means in these texts")
    source: str = key(
        "where the definition is from: the texts, or outside them; what is said of a text is the text's",
        default="",
        choices=TERM_SOURCES,
    )
    level: str = key("which level of government coined it, where that is known", default="", choices=LEVELS)
    level_source: str = key("with a level: whether the texts say so", default="", choices=TERM_SOURCES)
    source_note: Bilingual | None = key(
        "for what is from outside: the document, by name and date, where it is known for sure", default=None
    )
    formerly: tuple[Id, ...] = key(_FORMERLY, default=())


@record("name")
class Name(Record):
    """A place, an institution or a thing that is neither term nor initiative, by its one name (content/names.yaml)."""

    zh: str = key("the name as printed, without quotation marks")
    aliases: tuple[str, ...] = key("other wordings of the same name", default=())
    not_these: tuple[str, ...] = key("wordings that contain the name and mean something else", name="not", default=())
    en: English = key("its English, the same throughout", default="", needed_in="en")
    forms: tuple[English, ...] = key("inflected or shorter forms of the English that texts may use", default=())
    never: tuple[English, ...] = key(
        "English that must not stand for it anywhere, such as another name of it", default=()
    )


@record("number words")
class NumberWords(Record):
    """Words of these places in which a numeral counts nothing (content/numbers.yaml), beside those of the genre."""

    words: tuple[str, ...] = key("the words; one without a numeral is no unit for a number before it")
    reason: str = key("why the numeral counts nothing", choices=WORD_REASONS)
    about: str = key("what the words are, for editors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(WrittenMeasure):
    """A measure found and read again: start and end count in the report's text, `figure` is as the text has it.

    `value`, `upper` and `unit` are as entered (scaled out); `quantity` is what the parser made of the figure. A period,
    with its basis, or a scope that is not entered is the statement's.
    """

    start: int
    end: int
    quantity: Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(WrittenStatement):
    """A statement where it stands: start and end count code points in the report's text, `quote` is as the text has it.

    `start_en` and `end_en` count those of the English of all blocks, a line each; None where it has no words there.
    `period` is its own time, under whichever key it is written, and `times` are all that it has, from the first to the
    last: of what promises its deadlines, those of its figures among them; of anything else its own, or else those of
    its figures. `modal` is the word that carries it, as a person says where
    the words do not show it, and `modal_of_words` what its sentence gives by the codebook's rule.
    """

    report: str
    block: str
    start: int
    end: int
    start_en: int | None = None
    end_en: int | None = None
    measures: tuple[Measure, ...]
    modal_of_words: str
    times: tuple[StatedTime, ...] = ()

    @property
    def full_id(self) -> str:
        return f"{self.report}/{self.id}"

    @property
    def former_ids(self) -> tuple[str, ...]:
        """The full ids that it had before."""
        return tuple(f"{self.report}/{name}" for name in self.formerly)

    @property
    def strength(self) -> str:
        """How strongly it commits; "" of what is no commitment."""
        return strength_of(self.modal) if self.kind in COMMITMENTS else ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (level 1 to 3) or paragraph (level 0), from start to end of the text, in code points.

    The translation and its place are None where it has no English yet.
    """

    id: str
    level: int
    start: int
    end: int
    text: str
    translation: str | None
    reading: str
    place: SourcePosition
    translation_place: SourcePosition | None


@dataclass(frozen=True, slots=True)
class AccountedNumber:
    """A number of the text, and what accounts for it: a measure (its statement's id) or a reason why it is none."""

    number: Number
    block: str
    statement: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(WithApart, FrontMatter):
    """A report in its own words, anchored and read: nothing else is needed for it but the shared vocabularies.

    `capture_data` are the bytes of its capture, `layer_data` those of its text layer, empty where they are its `source`
    in UTF-8. `illegible` places cannot be read there, of `broken` statements something is not found.
    Of what is not whole nothing can be said to be missing.
    """

    text_sha256: str
    capture_name: str
    capture_data: bytes
    layer_data: bytes
    text: str
    illegible: tuple[tuple[int, int], ...]
    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    numbers: tuple[AccountedNumber, ...]
    apart: Apart
    broken: Broken
    statements_whole: bool
    numbers_whole: bool
    suggestions: Suggestions | None = None
    gathered: Gathered | None = field(default=None, compare=False, repr=False)  # None where nobody did

    @property
    def translated(self) -> bool:
        """True where a block has English, be it one of many."""
        return any(block.translation is not None for block in self.blocks)

    def block(self, block_id: str) -> Block:
        """The block with this id. Raises KeyError."""
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)


@dataclass(frozen=True, slots=True)
class Prose:
    """A page or an introduction that editors wrote in Markdown: its name (about, districts/qinghu), by language."""

    name: str
    language: str
    text: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedRecords:
    """What all reports share: beside its own folder, all that is needed to read and to rule one of them.

    `languages` are those that words are demanded in; `broken` are, by what their kind is called, the records in which
    something is wrong, be they among the others or left out.
    """

    languages: tuple[str, ...]
    broken: Mapping[str, Broken]
    districts: tuple[District, ...]
    themes: tuple[Theme, ...]
    indicators: tuple[Indicator, ...]
    initiatives: tuple[Initiative, ...]
    terms: tuple[Term, ...]
    names: tuple[Name, ...]
    number_words: tuple[NumberWords, ...]

    @property
    def lexicon(self) -> Lexicon:
        """The words by which the numbers of these reports are told apart."""
        return Lexicon(tuple((word, one.reason) for one in self.number_words for word in one.words))

    def is_broken(self, place: SourcePosition) -> bool:
        """True where a place lies in a broken record."""
        return any(one.holds(place) for one in self.broken.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Content(SharedRecords):
    """All that the content holds, as values; what is joined from it stands in `corpus.join`."""

    site: SiteSettings
    follow_ups: tuple[FollowUp, ...]
    reports: tuple[Report, ...]
    agreement: tuple[IntercoderAgreement, ...]
    pairs: tuple[HandPair, ...]
    prose: tuple[Prose, ...]
