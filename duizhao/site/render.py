"""Views into bytes through the templates. A template sees its frame, its view, the navigation and two functions."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator

import jinja2
from jinja2 import nodes

from ..issues import Issue
from ..pages.addresses import relative
from ..pages.context import Edition
from ..pages.markup import han_runs_named
from ..pages.views import Page
from .theme import Theme

_WORD_CALL = "word"


class TemplateIssue(Exception):
    """A template that could not be read or rendered, as an issue."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


def rendered(theme: Theme, page: Page, edition: Edition) -> bytes:
    """A page's bytes. Raises TemplateIssue with the template's file and line."""
    path = page.frame.path

    def link(target: str) -> str:
        return page.frame.base + target if page.frame.base else relative(path, target)

    def asset(name: str) -> str:
        return link(theme.assets.paths[name])

    try:
        template = theme.templates.get_template(page.template)
        html = template.render(
            frame=page.frame, view=page.view, word=edition.words, link=link, asset=asset, go=edition.path
        )
    except (jinja2.TemplateError, KeyError) as error:
        raise TemplateIssue(_issue(error, theme, page.template)) from error
    return (_tidy(html) if edition.language == "zh" else han_runs_named(_tidy(html))).encode()


def _tidy(html: str) -> str:
    """Without indents and the lines that templates leave empty; no page has text in which they would matter."""
    return re.sub(r"\n\s+", "\n", html)


def _issue(error: Exception, theme: Theme, template: str) -> Issue:
    """The issue of an error while rendering, at the innermost line of a template that it passed through."""
    passed = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    if isinstance(error, jinja2.TemplateSyntaxError):
        place, message = theme.place(error.filename or template, error.lineno), error.message or str(error)
    else:
        message = f"there is no template {error.name}" if isinstance(error, jinja2.TemplateNotFound) else str(error)
        message = f"no such word or file: {error}" if isinstance(error, KeyError) else message
        place = (
            theme.place(passed[-1].filename, passed[-1].lineno or 1)
            if passed
            else theme.place(theme.project.themes[-1] / template)
        )
    hint = "a template may use frame, view, word(key), link(path), go(page) and asset(name)"
    return Issue("template-error", place, message, hint)


def missing_words(theme: Theme) -> Iterator[Issue]:
    """Every interface word that a template names and the theme lacks, with the template's line."""
    for name in sorted(theme.templates.list_templates(extensions=["html"])):
        source, path, _ = theme.templates.loader.get_source(theme.templates, name)
        try:
            tree = theme.templates.parse(source)
        except jinja2.TemplateSyntaxError as error:
            yield Issue("template-error", theme.place(path, error.lineno), error.message or str(error))
            continue
        for key, line in _named_words(tree):
            if key not in theme.words:
                col = source.split("\n")[line - 1].find(key) + 1
                yield Issue(
                    "string-missing",
                    theme.place(path, line, max(col, 1)),
                    f"there is no interface word {key}",
                    f"add it to the theme's words.yaml: {key}: {{en: …, zh: …}}",
                )


def _named_words(tree: nodes.Template) -> Iterable[tuple[str, int]]:
    for call in tree.find_all(nodes.Call):
        if (
            isinstance(call.node, nodes.Name)
            and call.node.name == _WORD_CALL
            and call.args
            and isinstance(call.args[0], nodes.Const)
        ):
            yield call.args[0].value, call.lineno
