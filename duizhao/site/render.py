"""Views into bytes through the templates. A template sees its frame, its view, and functions for words and addresses.

Which files a site has is left to `files`, which template a page takes to its builder.
"""

from __future__ import annotations

import re
import traceback

import jinja2

from ..content.locale import WordError
from ..issues import Issue
from ..pages.addresses import public_address, relative
from ..pages.context import PageContext
from ..pages.frame import Page
from .theme import UNREADABLE, Theme, unreadable

# What a template raises by its own fault: all that it calls is given to it, and its view only holds values.
MISTAKES = (
    *(jinja2.TemplateError, WordError, LookupError, AttributeError, TypeError),
    *UNREADABLE,
)
HINT = "a template may use frame, view, word(key), label(key), link(path), page(name), asset(name), address(name)"
# What Jinja says of an attribute that a view does not have.
_LACKING = re.compile(r"'duizhao\.[\w.]*?(\w+) object' has no attribute '(\w+)'")


class TemplateIssue(Exception):
    """A template that could not be read or rendered, as an issue."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


def rendered(theme: Theme, page: Page, context: PageContext, view: object = None) -> bytes:
    """A page's bytes; its view may be given. Raises TemplateIssue with the template's file and line."""
    path, view = page.frame.path, page.view if view is None else view

    def link(target: str) -> str:
        return page.frame.base + target if page.frame.base else relative(path, target)

    def asset(name: str) -> str:
        return link(theme.assets.paths[name])

    def address(name: str) -> str:
        return public_address(context.site.library.site.base_url, theme.assets.paths[name])

    try:
        template = theme.templates.get_template(page.template)
        html = template.render(
            frame=page.frame,
            view=view,
            word=context.word,
            label=context.words,
            link=link,
            asset=asset,
            address=address,
            page=context.path,
        )
    except MISTAKES as error:
        raise TemplateIssue(_issue(error, theme, page.template)) from error
    return _tidy(html).encode()


def _tidy(html: str) -> str:
    """Without indents and the lines that templates leave empty; no page has text in which they would matter."""
    return re.sub(r"\n\s+", "\n", html)


def _issue(error: Exception, theme: Theme, template: str) -> Issue:
    """The issue of an error while rendering, at the innermost line of a template that it passed through."""
    passed = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = theme.place(error.filename or theme.template(template), error.lineno)
    elif passed:
        place = theme.place(passed[-1].filename, passed[-1].lineno or 1)
    else:
        place = theme.place(theme.template(template))
    if isinstance(error, WordError):
        return Issue("string-missing", place, str(error), "add it to the theme's words.yaml")
    lacking = _LACKING.fullmatch(str(error))
    if lacking:
        kind, name = lacking.groups()
        place = theme.place_of(place, f".{name}")
        hint = f"what it has stands with the class {kind} in duizhao/pages/"
        return Issue("template-error", place, f"{kind}, which this page is given, has no {name!r}", hint)
    return Issue("template-error", place, _message(error), HINT)


def _message(error: Exception) -> str:
    match error:
        case jinja2.TemplateNotFound(name=name):
            return f"there is no template {name}"
        case jinja2.TemplateError():
            return error.message or type(error).__name__
        case KeyError():
            return f"no such word or file: {error}"
        case RecursionError() | MemoryError() | SyntaxError():
            return unreadable(error)
    return f"{type(error).__name__}: {error}"
