"""The pages of every language as bytes, one portion after another; those that are remembered stay as they stand.

Which pages there are is left to `pages.kinds`, what of them is remembered to `remembered`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..content.locale import WordError
from ..corpus.join import Corpus
from ..corpus.reads import Read
from ..issues import Issue
from ..kept import File
from ..pages.addresses import INDEX
from ..pages.context import PageContext
from ..pages.frame import Page
from ..pages.kinds import Portion, portions_of
from ..progress import Watch
from .clashes import Clashes, doubled_ids
from .remembered import MadePage, Remembered, name_of, noting, told_of
from .render import TemplateIssue, rendered
from .theme import Theme


@dataclass(slots=True)
class _Pages:
    """The pages that are made, and what is wrong with them."""

    theme: Theme
    clashes: Clashes
    watch: Watch
    remembered: Remembered | None
    files: dict[str, File] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    _last: dict[str, tuple[object, object, dict[Read, None]]] = field(default_factory=dict)

    def add(self, context: PageContext, portion: Portion) -> None:
        """Adds a portion, remembered or made. Raises WordError where an interface word is missing."""
        name = told = ""
        if self.remembered:
            name, told = name_of(portion, context.language), told_of(portion.page)
            known = self.remembered.known(name, told)
            if known is not None:
                for made, file in known:
                    self._take(made, file)
                return
        wrong = len(self.issues)
        with noting(self.remembered) as noted:
            every = [self._made(context, page, noted) for page in portion.make()]
        if self.remembered and len(self.issues) == wrong:
            self.remembered.add(name, told, noted, filter(None, every))

    def _made(self, context: PageContext, page: Page, noted: dict[Read, None]) -> MadePage | None:
        """A page that is made, None where it cannot be rendered."""
        view = self._view(context, page, noted)
        self.watch("render", len(self.files))
        path = page.frame.path
        try:
            html = rendered(self.theme, page, context, view)
        except TemplateIssue as error:
            self.issues.append(error.issue)
            return None
        finally:
            self.watch("pages", len(self.files))
        made = MadePage(path, doubled_ids(html) if path.endswith(INDEX) else ())
        self._take(made, html)
        return made

    def _view(self, context: PageContext, page: Page, noted: dict[Read, None]) -> object:
        """The view of a page; two pages of a language, one after the other, may show one, which is then made once."""
        shown, view, read = self._last.get(context.language, (None, None, {}))
        if page.shown is shown:
            noted.update(read)
            return view
        view = page.view  # first: it is read for what is noted
        self._last[context.language] = page.shown, view, dict(noted)
        return view

    def _take(self, made: MadePage, file: File) -> None:
        if made.path in self.files:
            self.clashes.add_address(made.path)
        self.files[made.path] = file
        self.clashes.add_doubled(made.path, made.doubled)


def pages_made(
    theme: Theme, site: Corpus, contexts: Iterable[PageContext], watch: Watch, remembered: Remembered | None
) -> tuple[dict[str, File], list[Issue]]:
    """The pages of every language; one that cannot be rendered is an issue, and so is one at another's address.

    The languages go side by side, so that what is found out for a page serves the same page in the next one. A word
    that is missing ends the pages of its language.
    """
    pages = _Pages(theme, Clashes(site), watch, remembered)
    under_way: dict[str, tuple[PageContext, Iterator[Portion]]] = {
        context.language: (context, portions_of(context)) for context in contexts
    }
    while under_way:
        for language, (context, portions) in tuple(under_way.items()):
            try:
                pages.add(context, next(portions))
            except StopIteration:
                del under_way[language]
            except WordError as error:
                pages.issues.append(_word_issue(theme, error))
                del under_way[language]
    return pages.files, pages.issues + pages.clashes.issues()


def _word_issue(theme: Theme, error: WordError) -> Issue:
    word = theme.words.get(error.key)
    place = word.place if word else theme.place(theme.folders[-1] / "words.yaml")
    return Issue("string-missing", place, str(error), "key: {en: …, zh: …}")
