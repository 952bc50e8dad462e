"""The page for an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from markupsafe import Markup

from .context import PageContext
from .frame import Page


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that does not exist."""

    title: Markup
    doc: Markup


def not_found_page(context: PageContext) -> Iterator[Page]:
    """The one page of a site, in its default language; it is served for any address, so its links begin at the site's
    own path on its host.
    """
    settings = context.site.library.site
    if context.language == settings.default_language:
        frame = context.frame(("404",), context.words("not-found.title"), "")
        base = urlsplit(settings.base_url).path
        frame = replace(frame, path="404.html", base=base, alternates=(), crumbs=())
        yield Page(
            "not-found.html", frame, NotFoundView(context.word("not-found.title"), context.word("not-found.doc"))
        )
