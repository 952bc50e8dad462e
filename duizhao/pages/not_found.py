"""The page for an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from markupsafe import Markup

from ..content.locale import Words
from .addresses import NOT_FOUND, other_languages
from .context import PageContext
from .frame import TAGS, Link, Page


@dataclass(frozen=True, slots=True)
class NotFoundWords:
    """What is said of such an address in one language, with that language's home page and search; `lang` is its tag."""

    lang: str
    title: Markup
    doc: Markup
    home: Link
    search: Link


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that does not exist: in the site's default language, then in its others."""

    own: NotFoundWords
    others: tuple[NotFoundWords, ...]


def not_found_page(context: PageContext) -> Iterator[Page]:
    """The one page of a site, in all its languages; it is served for any address, so it has none of its own, and its
    links begin at the site's own path on its host.
    """
    settings = context.site.library.site
    if context.language == settings.default_language:
        frame = context.frame(("404",), context.words("not-found.title"), "")
        base = urlsplit(settings.base_url).path
        frame = replace(frame, path=NOT_FOUND, base=base, alternates=(), editions=(), crumbs=(), canonical="")
        others = (replace(context, words=Words(context.words.strings, language)) for language in _others(context))
        yield Page("not-found.html", frame, NotFoundView(_words(context), tuple(_words(other) for other in others)))


def _others(context: PageContext) -> tuple[str, ...]:
    return other_languages(context.language, context.site.library.site.languages)


def _words(context: PageContext) -> NotFoundWords:
    return NotFoundWords(
        TAGS[context.language],
        context.word("not-found.title"),
        context.word("not-found.doc"),
        Link(context.word("not-found.home"), context.path()),
        context.page("search"),
    )
