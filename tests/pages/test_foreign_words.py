"""Chinese in English words, wherever they enter a page: marked in its texts, plain where no element can stand."""

from __future__ import annotations

import functools
import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import html5lib
import pytest

from duizhao.content.locale import Words
from duizhao.content.records import Prose
from duizhao.content.schema import Bilingual
from duizhao.corpus.join import join
from duizhao.pages.context import PageContext
from duizhao.pages.kinds import pages_of
from duizhao.site.render import rendered

from ..conftest import TOP
from ..han import unmarked_runs
from ..sample import sample, strings

ENGLISH = {"gloss", "translation", "en"}  # the fields that hold English alone
TEMPLATES = sorted((TOP / "templates").glob("*.html"))


def with_chinese(value: Any) -> Any:
    """Content with a Chinese word behind all that it says in English."""
    if isinstance(value, Bilingual):
        return Bilingual(zh=value.zh, en=value.en + "力争")
    if isinstance(value, tuple):
        return tuple(map(with_chinese, value))
    if isinstance(value, dict):
        return {key: with_chinese(one) for key, one in value.items()}
    if isinstance(value, Prose):
        return replace(value, text=value.text + "\n\n力争\n")
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        one = getattr(value, field.name)
        changed[field.name] = f"{one}力争" if field.name in ENGLISH and one else with_chinese(one)
    return replace(value, **changed)


@functools.cache
def english_pages() -> dict[str, str]:
    """The English pages of the invented site, all of whose English holds Chinese, its interface words as well."""
    invented = sample().site
    assert invented is not None
    site = join(with_chinese(invented.library))
    versions = dict.fromkeys(site.reports, "version")
    context = PageContext(site, Words(with_chinese(strings()), "en"), versions)
    theme = sample().theme
    pages = (page for page in pages_of(context) if page.frame.path.endswith(".html"))
    return {page.frame.path: rendered(theme, page, context).decode() for page in pages}


def test_no_chinese_is_left_unmarked_whatever_word_holds_it() -> None:
    assert {path: runs for path, html in english_pages().items() if (runs := list(unmarked_runs(html)))} == {}


def test_no_attribute_title_or_option_holds_a_mark() -> None:
    mistakes = {}
    for path, html in english_pages().items():
        parser = html5lib.HTMLParser(strict=False)
        tree = parser.parse(html)
        marked = [value for node in tree.iter() for value in getattr(node, "attrib", {}).values() if "<span" in value]
        if parser.errors or marked or re.search("<(title|option)[^>]*>[^<]*<span|&lt;span", html):
            mistakes[path] = (parser.errors[:3], marked[:3])
    assert mistakes == {}


def test_the_pages_say_more_chinese_than_without() -> None:
    home = english_pages()["index.html"]
    title = 'Two invented districts, three short reports<span lang="zh-Hans" translate="no">力争</span>'
    assert f'<h1 class="title">{title}</h1>' in home
    assert "<title>Two Districts力争</title>" in home


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_places_a_word_in_a_text_and_a_label_in_an_attribute_a_title_or_an_option(path: Path) -> None:
    source = re.sub(r"{#.*?#}", "", path.read_text("utf-8"), flags=re.DOTALL)
    wrong = []
    for call in re.finditer(r"{{ (word|label)\(", source):
        before = re.sub(r"{%.*?%}|{{.*?}}", "", source[: call.start()], flags=re.DOTALL)
        in_tag = before.rfind("<") > before.rfind(">")
        element = re.search(r"<(\w+)[^<>]*>[^<>]*$", before)
        plain = in_tag or bool(element and element[1] in {"title", "option"})
        if (call[1] == "label") != plain:
            wrong.append(source[: call.start()].count("\n") + 1)
    assert wrong == []
