"""What pages are made in: the joined content in one language, with the addresses, names and links of its pages.

Words come in two forms: plain `str`, for composing and for attributes; `Markup` with foreign runs marked, for texts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from markupsafe import Markup

from ..content.locale import Words, quantity_words, time_words
from ..content.page_names import EVERYWHERE, FOOT, SECTIONS
from ..content.records import Measure, Report, Statement
from ..content.schema import Bilingual
from ..content.times import StatedTime
from ..corpus.join import Corpus
from ..corpus.threads import Mark
from ..text.period import Period
from .addresses import other_languages, page_path, public_address
from .frame import OWN_NAMES, TAGS, Alternate, Edition, Frame, Link, SectionLink
from .markup import filled, foreign

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class PageContext:
    """The joined content with the words and addresses of one language.

    `versions` are those of the reports' scripts, by report, which pages ask for them with. `continued` has the file of
    each block that does not stand on its report's first page, by report, then block.
    """

    site: Corpus
    words: Words
    versions: Mapping[str, str]
    continued: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    _made: dict[Callable[[PageContext], object], object] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def once(self, make: Callable[[PageContext], Value]) -> Value:
        """What a function makes of this context, made when it is first asked for and kept: it must not be changed."""
        return self.site.once_of(self.language, self, self._made, make)

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def bilingual(self) -> bool:
        """True where the site speaks of the reports in English too."""
        return "en" in self.site.library.languages

    def english(self, words: str | None) -> str | None:
        """English of the content, None where there is none yet; of a site without English, always."""
        return words or None if self.bilingual else None

    def plain(self, both: Bilingual | None) -> str:
        """Words of the content in the page's language, for composing and for attributes; '' for none."""
        return both[self.language] if both else ""

    def marked(self, text: str) -> Markup:
        """Words in the page's language as a text of the page, their foreign runs marked."""
        return foreign(text, self.language)

    def localized(self, both: Bilingual | None) -> Markup:
        """Words of the content in the page's language, as a text of the page."""
        return self.marked(self.plain(both))

    def word(self, key: str, **values: object) -> Markup:
        """An interface word as a text of the page; `words` gives it plain."""
        return self.marked(self.words(key, **values))

    def sentences(self, *said: Markup) -> Markup:
        """Sentences one behind another: in English with a blank between them, in Chinese without."""
        between = Markup(" ") if self.language == "en" else Markup("")
        return between.join(said)

    def other_name(self, both: Bilingual) -> str:
        """The Chinese that stands beside an English name; nothing on a Chinese page."""
        return both.zh if self.language == "en" else ""

    def other_word(self, key: str, **values: object) -> str:
        """The Chinese of an interface word that stands beside the English; nothing on a site without Chinese pages."""
        beside = self.language == "en" and "zh" in self.site.library.site.languages
        return Words(self.words.strings, "zh")(key, **values) if beside else ""

    def time(self, time: Period) -> str:
        return time_words(time, self.language)

    def plain_time_of(self, stated: Statement | Measure | Mark) -> str:
        """The times of a statement or that of a figure, for composing and drawings; in brackets where inferred."""
        return self.words("list.comma").join(map(self._plain_time, _times_of(stated))) or self.words("time.none")

    def _plain_time(self, time: StatedTime) -> str:
        said = self.time(time.period)
        return self.words("time.inferred", time=said) if time.period_basis == "inferred" else said

    def time_of(self, stated: Statement | Measure | Mark) -> Markup:
        """The same as a text of the page: one that is inferred is an element, of which the page says what it means."""
        times = self.marked(self.words("list.comma")).join(map(self._time, _times_of(stated)))
        return times or self.marked(self.words("time.none"))

    def _time(self, time: StatedTime) -> Markup:
        said = self.marked(self._plain_time(time))
        return filled('<span class="inferred">{}</span>', said) if time.period_basis == "inferred" else said

    def basis_of(self, statement: Statement) -> Markup:
        """Whether the text prints the times of a statement, each answer once; '' where it has none."""
        bases = dict.fromkeys(self.word(f"basis.{time.period_basis}") for time in statement.times)
        return self.word("list.comma").join(bases)

    def date(self, report: Report) -> str:
        """A report's date in words, with a remark where the source does not print it whole."""
        said = self.time(report.date)
        return said if report.date_basis == "printed" else self.words("date.inferred", date=said)

    def quantity(self, measure: Measure) -> str:
        """A measure's quantity in words."""
        return quantity_words(measure, self.words)

    def path(self, *parts: str) -> str:
        """The address of a page in this language: path('compare'), path('reports', 'x')."""
        return page_path(self.language, self.site.library.site.default_language, *parts)

    def statement_path(self, statement: Statement) -> str:
        return f"{self.text_path(statement.report, statement.block)}#{statement.id}"

    def block_path(self, report: str, block: str) -> str:
        return f"{self.text_path(report, block)}#{block}"

    def text_path(self, report: str, block: str) -> str:
        """The page on which a block of a report stands: the report's own, or of a very long text one that goes on."""
        files = self.continued.get(report)
        file = files.get(block) if files else None
        return self.path("reports", report, *([file] if file else ()))

    def frame(
        self,
        parts: tuple[str, ...],
        title: str,
        section: str,
        crumbs: tuple[Link, ...] = (),
        *,
        description: str = "",
        body_class: str = "",
    ) -> Frame:
        """The frame of the page at `parts`, which belongs to a section of the masthead or foot.

        Without a description of its own it is described by its title and by what the site is.
        """
        settings = self.site.library.site
        path = self.path(*parts)
        home = Link(self.localized(settings.title), self.path())
        return Frame(
            TAGS[self.language],
            path,
            title,
            description or self.words("list.stop").join(((title,) if parts else ()) + (self.plain(settings.claim),)),
            not parts,
            (home, *crumbs, Link(self.marked(title), path, current=True)) if parts else (),
            tuple(self._section(name, section, path) for name in (*SECTIONS, *EVERYWHERE)),
            tuple(self.page(name) for name in FOOT if self.site.has_page(name)),
            tuple(self._alternate(language, parts) for language in other_languages(self.language, settings.languages)),
            public_address(settings.base_url, path),
            self.word("foot.claims" if self.bilingual else "foot.claims-zh"),
            settings.repository,
            body_class,
            self._editions(parts),
            site=self.plain(settings.title),
        )

    def _section(self, name: str, section: str, path: str) -> SectionLink:
        own = self.path(name)
        current = ("page" if path == own else "true") if name == section else ""
        return SectionLink(self.word(f"nav.{name}"), own, current)

    def _alternate(self, language: str, parts: tuple[str, ...]) -> Alternate:
        settings = self.site.library.site
        path = page_path(language, settings.default_language, *parts)
        return Alternate(TAGS[language], OWN_NAMES[language], path, public_address(settings.base_url, path))

    def _editions(self, parts: tuple[str, ...]) -> tuple[Edition, ...]:
        """The page in every language, and for readers of any other; none on a site of one language."""
        settings = self.site.library.site
        if len(settings.languages) < 2:
            return ()
        by_tag = {TAGS[language]: language for language in settings.languages} | {
            "x-default": settings.default_language
        }
        paths = {tag: page_path(language, settings.default_language, *parts) for tag, language in by_tag.items()}
        return tuple(Edition(tag, public_address(settings.base_url, path)) for tag, path in paths.items())

    def block_name(self, block: str) -> str:
        """What a paragraph or a heading of a report is called: ¶24."""
        return self.words("source.block", block=block[1:]) if block[0] == "p" else self.words("source.heading")

    def page(self, name: str) -> Link:
        """A page that is one of its kind, by its name in the navigation."""
        return Link(self.word(f"nav.{name}"), self.path(name))

    def theme(self, theme_id: str) -> Link:
        return self._named(self.site.themes[theme_id].name, "themes", theme_id)

    def indicator(self, indicator_id: str) -> Link:
        return self._named(self.site.indicators[indicator_id].name, "indicators", indicator_id)

    def district(self, district_id: str) -> Link:
        return self._named(self.site.districts[district_id].name, "districts", district_id)

    def initiative(self, initiative_id: str) -> Link:
        return self._named(self.site.initiatives[initiative_id].name, "initiatives", initiative_id)

    def term(self, term_id: str) -> Link:
        term = self.site.terms[term_id]
        return self._named(Bilingual(term.zh, term.en), "terms", term_id)

    def term_name(self, term_id: str) -> str:
        term = self.site.terms[term_id]
        return self.plain(Bilingual(term.zh, term.en))

    def _named(self, name: Bilingual, *parts: str) -> Link:
        return Link(self.localized(name), self.path(*parts), zh=self.other_name(name))

    def report(self, report: Report, *, current: bool = False) -> Link:
        return Link(self.localized(report.short), self.path("reports", report.id), current=current)

    def report_of_several(self, report: Report) -> Link:
        """A report as the way to it, by its full name."""
        return Link(self.marked(self.full_name(report)), self.path("reports", report.id))

    def district_name(self, district_id: str) -> str:
        return self.plain(self.site.districts[district_id].name)

    def full_name(self, report: Report) -> str:
        """A report's name with its district's, for where reports of several districts stand in one list."""
        return self.district_name(report.district) + self.words("list.colon") + self.plain(report.short)


def _times_of(stated: Statement | Measure | Mark) -> tuple[StatedTime, ...]:
    if isinstance(stated, Statement):
        return stated.times
    return (StatedTime(stated.period, stated.period_basis),) if stated.period else ()
