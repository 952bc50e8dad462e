"""Views into bytes through the templates. A template sees its frame, its view, the navigation and two functions."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import jinja2
from jinja2 import nodes

from ..issues import Issue, Place
from ..pages.addresses import relative
from ..pages.context import PageContext
from ..pages.frame import Page
from .assets import Assets

_WORD_CALLS = ("word", "label")  # a word as a text, and as an attribute, a title or an option


class TemplateIssue(Exception):
    """A template that could not be read or rendered, as an issue."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


def environment(folder: Path) -> jinja2.Environment:
    """The templates of a folder: what is not defined is an error, everything is escaped."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def rendered(env: jinja2.Environment, page: Page, edition: PageContext, assets: Assets) -> bytes:
    """A page's bytes. Raises TemplateIssue with the template's file and line."""
    path = page.frame.path

    def link(target: str) -> str:
        return page.frame.base + target if page.frame.base else relative(path, target)

    def asset(name: str) -> str:
        return link(assets.paths[name])

    try:
        template = env.get_template(page.template)
        html = template.render(
            frame=page.frame,
            view=page.view,
            word=edition.word,
            label=edition.words,
            link=link,
            asset=asset,
            page=edition.path,
        )
    except (jinja2.TemplateError, KeyError) as error:
        raise TemplateIssue(_issue(error, page.template)) from error
    return _tidy(html).encode()


def _tidy(html: str) -> str:
    """Without indents and the lines that templates leave empty; no page has text in which they would matter."""
    return re.sub(r"\n\s+", "\n", html)


def _issue(error: Exception, template: str) -> Issue:
    """The issue of an error while rendering, with the innermost line of a template that it passed through."""
    line, name = getattr(error, "lineno", None), getattr(error, "name", None) or template
    if isinstance(error, jinja2.TemplateNotFound):
        line, message = 1, f"there is no template {error.name}"
    else:
        message = f"no such word or file: {error}" if isinstance(error, KeyError) else str(error)
    if line is None:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename.endswith(".html"):
                line, name = frame.lineno, Path(frame.filename).name
    return Issue(
        "template-error",
        Place(f"templates/{name}", line or 1),
        message,
        "a template may use frame, view, word(key), label(key), link(path), page(name) and asset(name)",
    )


def missing_words(env: jinja2.Environment, strings: Mapping[str, object]) -> Iterator[Issue]:
    """Every interface word that a template names and the content lacks, with the template's line."""
    for name in sorted(env.list_templates(extensions=["html"])):
        source = env.loader.get_source(env, name)[0]
        try:
            tree = env.parse(source)
        except jinja2.TemplateSyntaxError as error:
            yield Issue("template-error", Place(f"templates/{name}", error.lineno), error.message or str(error))
            continue
        for key, line in _named_words(tree):
            if key not in strings:
                col = source.split("\n")[line - 1].find(key) + 1
                yield Issue(
                    "string-missing",
                    Place(f"templates/{name}", line, max(col, 1)),
                    f"there is no interface word {key}",
                    "add it to content/strings.yaml: key: {en: …, zh: …}",
                )


def _named_words(tree: nodes.Template) -> Iterable[tuple[str, int]]:
    for call in tree.find_all(nodes.Call):
        if (
            isinstance(call.node, nodes.Name)
            and call.node.name in _WORD_CALLS
            and call.args
            and isinstance(call.args[0], nodes.Const)
        ):
            yield call.args[0].value, call.lineno
