"""One language's edition of the site: addresses of its pages and the small views that pages share."""

from __future__ import annotations

from dataclasses import dataclass

from ..content.locale import Words, quantity_words, time_words
from ..content.records import Measure, Report, Statement
from ..content.schema import Both
from ..corpus.join import Linked
from ..text.period import Period
from .addresses import other_languages, page_path
from .views import Frame, Link, MeasureView, Says


@dataclass(frozen=True, slots=True)
class Edition:
    """The linked content with the words and addresses of one language."""

    site: Linked
    words: Words

    @property
    def language(self) -> str:
        return self.words.language

    def path(self, *parts: str) -> str:
        """The address of a page of this edition: path('compare'), path('reports', 'x')."""
        return page_path(self.language, self.site.library.site.default_language, *parts)

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
        """The frame of the page at `parts`."""
        settings = self.site.library.site
        path = self.path(*parts)
        paths = {
            language: page_path(language, settings.default_language, *parts)
            for language in other_languages(self.language)
        }
        alternates = tuple(
            (language, other, settings.base_url + other.removesuffix("index.html")) for language, other in paths.items()
        )
        home = Link(settings.title[self.language], self.path())
        canonical = settings.base_url + path.removesuffix("index.html")
        return Frame(
            self.language,
            path,
            title,
            description or settings.claim[self.language],
            section,
            (home, *crumbs, Link(title, path, current=True)) if parts else (),
            alternates,
            canonical,
            body_class,
        )

    def said(self, both: Both | None) -> str:
        """Words of the content in this edition's language; '' for none."""
        return both[self.language] if both else ""

    def beside(self, both: Both) -> str:
        """The Chinese that stands beside an English name; nothing in the Chinese edition."""
        return both.zh if self.language == "en" else ""

    def statement_path(self, statement: Statement) -> str:
        return f"{self.path('reports', statement.report)}#{statement.id}"

    def theme(self, theme_id: str) -> Link:
        theme = next(theme for theme in self.site.library.themes if theme.id == theme_id)
        return Link(theme.name[self.language], self.path("themes", theme_id), zh=self.beside(theme.name))

    def indicator(self, indicator_id: str) -> Link:
        indicator = next(i for i in self.site.library.indicators if i.id == indicator_id)
        return Link(
            indicator.name[self.language],
            self.path("indicators", indicator_id),
            zh=self.beside(indicator.name),
        )

    def district(self, district_id: str) -> Link:
        district = next(d for d in self.site.library.districts if d.id == district_id)
        return Link(
            district.name[self.language],
            self.path("districts", district_id),
            zh=self.beside(district.name),
        )

    def report(self, report: Report, *, current: bool = False) -> Link:
        return Link(report.short[self.language], self.path("reports", report.id), current=current)

    def full_name(self, report: Report) -> str:
        """A report's name with its district's, for where reports of several districts stand in one list."""
        return self.district(report.district).text + self.words("list.colon") + report.short[self.language]

    def initiative(self, initiative_id: str) -> Link:
        initiative = next(i for i in self.site.library.initiatives if i.id == initiative_id)
        return Link(initiative.name[self.language], self.path("initiatives", initiative_id))

    def time(self, time: Period | None) -> str:
        return time_words(time, self.language) if time else ""

    def date(self, report: Report) -> str:
        """A report's date in words, with a remark where the source does not print it whole."""
        said = self.time(report.date)
        return said if report.date_basis == "printed" else self.words("date.inferred", date=said)

    def says(self, statement: Statement) -> Says:
        """A statement as lists show it."""
        report = self.site.reports[statement.report]
        source = self.words(
            "source.line",
            district=self.district(report.district).text,
            report=report.short[self.language],
            block=statement.block[1:],
        )
        return Says(
            statement.full_id,
            statement.kind,
            self.words(f"kind.{statement.kind}"),
            statement.gloss,
            statement.quote,
            self.statement_path(statement),
            source,
            statement.block,
            self.time(statement.period),
            " ".join(map(str, statement.period.years)) if statement.period else "",
            statement.strength,
            self.said(statement.scope),
        )

    def quantity(self, measure: Measure) -> str:
        """A measure's quantity in words."""
        return quantity_words(measure.value, measure.upper, measure.unit, measure.operator, self.words)

    def measure(self, measure: Measure) -> MeasureView:
        indicator = self.indicator(measure.indicator) if measure.indicator else None
        return MeasureView(
            measure.figure,
            self.quantity(measure),
            self.words(f"aspect.{measure.aspect}"),
            self.said(measure.what),
            self.said(measure.scope),
            self.time(measure.period),
            indicator,
            measure.quantity.steps,
        )
