"""What editors wrote, as it stands on pages.

How prose is read is left to the wing of that name, how it is written out to `prose_html`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from ...content.page_names import REFERENCE_KINDS
from ...prose.addresses import Outside, Reference, led_to
from ...prose.reading import written
from ..addresses import relative
from ..context import PageContext
from .prose_html import prose_html
from .statements import limits

# The pages that show a text of another name than their own.
SHOWN_ON: dict[str, tuple[tuple[str, ...], ...]] = {
    "home": ((),),
    "caution": (("compare",), ("compare", "parallel")),
}


def introduction(context: PageContext, name: str, source: str = "") -> Markup:
    """What editors wrote under a name, in the page's language; nothing where they wrote nothing.

    `source` is the address of the page on which it stands, for its links; by default the page of the same name.
    """
    prose = context.site.prose.get((name, context.language))
    if prose is None:
        return Markup("")
    here = source or context.path(*name.split("/"))

    def address(href: str) -> str:
        match led_to(href, REFERENCE_KINDS):
            case Outside(outside):
                return outside
            case Reference() as reference:
                return relative(here, reference_path(context, reference, here))
        raise ValueError(f"{prose.path}: {href!r} leads nowhere")

    return prose_html(written(prose.text).root, address, context.language, partial(_remark, context))


def _remark(context: PageContext, href: str) -> str:
    """What a statement that prose links to must not be read without; '' of any other link."""
    match led_to(href, REFERENCE_KINDS):
        case Reference("statement", target):
            return limits(context, context.site.statements[target])
    return ""


def pages_with(context: PageContext, name: str) -> Iterator[str]:
    """The paths of the pages that show what editors wrote under a name, and of some that need not be there."""
    yield from (context.path(*parts) for parts in SHOWN_ON.get(name, (tuple(name.split("/")),)))
    if name == "follow-up":
        yield from (context.path(name, report.id) for report in context.site.in_order)


def reference_path(context: PageContext, reference: Reference, here: str) -> str:
    """The address of what prose on the page `here` refers to. Raises KeyError for what `check` would have reported."""
    page = _page_path(context, reference.kind, reference.target) if reference.kind else here
    return f"{page.partition('#')[0]}#{reference.fragment}" if reference.fragment else page


def _page_path(context: PageContext, kind: str, target: str) -> str:
    if kind == "statement":
        return context.statement_path(context.site.statements[target])
    if kind == "page":
        return context.path() if target == "home" else context.path(target)
    return context.path(f"{kind}s", target)
