"""What editors wrote, as it stands on pages."""

from __future__ import annotations

from markupsafe import Markup

from ..addresses import relative
from ..context import PageContext
from ..markup import prose_html


def introduction(context: PageContext, name: str, source: str = "") -> Markup:
    """What editors wrote under a name, in the page's language; nothing where they wrote nothing.

    `source` is the address of the page on which it stands, for its links; by default the page of the same name.
    """
    language = context.language
    prose = context.site.prose.get((name, language))
    if prose is None:
        return Markup("")
    here = source or context.path(*name.split("/"))
    return prose_html(prose.text, lambda kind, target: relative(here, reference_path(context, kind, target)), language)


def reference_path(context: PageContext, kind: str, target: str) -> str:
    """The address of what prose refers to. Raises KeyError for what `check` would have reported."""
    if kind == "statement":
        return context.statement_path(context.site.statements[target])
    if kind == "page":
        return context.path() if target == "home" else context.path(target)
    return context.path(f"{kind}s", target)
