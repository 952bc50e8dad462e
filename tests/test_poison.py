"""No words of the content or the interface become an element, an attribute or a link of a page, wherever they stand.

Every free text of an invented site is spoiled, once with what would run if it were not escaped and once with harmless
words: the two sites have the same elements and attributes on every page.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from duizhao.content.files import library_of
from duizhao.content.records import Block, Content, Prose
from duizhao.content.schema import Bilingual, Record
from duizhao.corpus.join import join
from duizhao.project import project_at
from duizhao.site.files import files_of
from duizhao.site.theme import theme_of

from .conftest import TOP
from .parsed import parsed
from .sample import laid_out

pytestmark = pytest.mark.long
SIGNS = """"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}{% raw %}javascript:x"""
HARMLESS = re.sub(r"[^\w]", "x", SIGNS)
# Free texts by which the program looks something up.
LOOKED_UP = {"modal", "unit", "adcode"}


def spoiled(value: Any, words: str) -> Any:
    """A value with these words in every free text within it; one that is absent has them alone."""
    match value:
        case Bilingual(zh, en):
            return Bilingual(f"{zh} {words}", f"{en} {words}")
        case Prose():
            return dataclasses.replace(value, text=f"{value.text}\n\nx{words}\n")
        case Block():
            translation = f"{value.translation}\n{words}" if value.translation else ""
            return dataclasses.replace(value, text=f"{value.text} {words}", translation=translation)
        case Record() | Content():
            return dataclasses.replace(value, **dict(_fields(value, words)))
        case tuple():
            return tuple(spoiled(item, words) for item in value)
    return value


def _fields(value: Record | Content, words: str) -> Any:
    keys = {key.field: key for key in getattr(value, "keys", ())}
    for field in dataclasses.fields(value):
        held, key = getattr(value, field.name), keys.get(field.name)
        free = key and not key.choices and not key.refers_to and field.name not in LOOKED_UP
        if free and key.annotation is str:
            yield field.name, f"{held} {words}".strip()
        elif free and key.annotation == tuple[str, ...]:
            yield field.name, (*held, words)
        elif free and key.annotation == Bilingual | None and held is None:
            yield field.name, Bilingual(words, words)
        elif field.name != "where":
            yield field.name, spoiled(held, words)


def _said(text: Bilingual, words: str) -> Bilingual:
    """A word of the interface, spoiled; one with a form for each number keeps its forms."""
    return text if "|" in text.zh + text.en else spoiled(text, words)


@functools.cache
def site(words: str) -> Mapping[str, bytes]:
    """The files of the invented site with these words everywhere, in the interface's words too."""
    with tempfile.TemporaryDirectory() as folder:
        library, issues = library_of(laid_out(Path(folder) / "project"))
    assert library and not issues
    theme, _ = theme_of(project_at(TOP))
    # A word of the interface is a format: its braces are doubled.
    doubled = words.replace("{", "{{").replace("}", "}}").replace("|", "")
    said = {name: dataclasses.replace(word, text=_said(word.text, doubled)) for name, word in theme.words.items()}
    files, issues = files_of(dataclasses.replace(theme, words=said), join(spoiled(library, words)))
    assert issues == []
    return files


@functools.cache
def pages(words: str) -> dict[str, Element]:
    """The pages of such a site as a browser has them."""
    return {path: parsed(data)[0] for path, data in site(words).items() if path.endswith(".html")}


def elements(page: Element) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page in order, each with the names of its attributes."""
    return [(str(node.tag), tuple(sorted(node.attrib))) for node in page.iter()]


def test_no_page_has_an_element_or_an_attribute_more() -> None:
    assert list(pages(SIGNS)) == list(pages(HARMLESS)) and len(pages(SIGNS)) > 40
    for path, page in pages(SIGNS).items():
        assert (path, elements(page)) == (path, elements(pages(HARMLESS)[path]))


def test_nothing_on_a_page_would_run() -> None:
    for path, page in pages(SIGNS).items():
        for node in page.iter():
            assert not [name for name in node.attrib if name.startswith("on") or name == "style"], path
            assert node.tag != "script" or node.get("src") or node.get("type") == "application/json", path
            links = [node.get(name, "") for name in ("href", "src", "action", "formaction", "xlink:href")]
            assert not [link for link in links if re.match(r"\s*(?:javascript|data|vbscript):", link, re.I)], path


def test_what_looks_like_a_template_is_shown_as_it_is() -> None:
    shown = {path: "".join(page.itertext()) for path, page in pages(SIGNS).items()}
    assert [path for path, text in shown.items() if "{{7*7}}" not in text or "{% raw %}" not in text] == []


def test_no_page_has_a_script_within_it_and_the_forms_of_citations_are_an_attribute_and_hold_nothing_else() -> None:
    assert [node for page in pages(SIGNS).values() for node in page.iter("script") if not node.get("src")] == []
    dialogs = {path: node for path, page in pages(SIGNS).items() for node in page.iter("dialog")}
    assert dialogs
    for path, dialog in dialogs.items():
        told = json.dumps(json.loads(dialog.get("data-forms")), ensure_ascii=False).replace('\\"', '"')
        assert SIGNS in told, path


def test_the_cards_that_come_later_have_no_element_or_attribute_more() -> None:
    held = {words: _cards(words) for words in (SIGNS, HARMLESS)}
    assert held[SIGNS] and list(held[SIGNS]) == list(held[HARMLESS])
    for name, card in held[SIGNS].items():
        assert (name, elements(card)) == (name, elements(held[HARMLESS][name]))


def _cards(words: str) -> dict[str, Element]:
    """The cards within the scripts of the invented site, by file and statement."""
    scripts = {path: data.decode() for path, data in site(words).items() if re.search(r"/cards-\d+\.js$", path)}
    return {
        f"{path}#{card.get('id')}": card
        for path, script in scripts.items()
        for card in parsed(_joined(script).encode())[0].iter("article")
    }


def _joined(script: str) -> str:
    """The markup that a script of cards brings, of the lines that it tells once."""
    lines, numbers = json.loads(script[script.index("(") + 1 : script.rindex(")")])
    return "\n".join(lines[number] for number in numbers)


@pytest.mark.parametrize(
    "name",
    ["districts", "themes", "indicators", "initiatives", "terms", "follow_ups", "reports", "prose", "site"],
)
def test_every_record_is_spoiled(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library, _ = library_of(laid_out(Path(folder) / "project"))
    assert library
    before, after = (repr(getattr(one, name)) for one in (library, spoiled(library, "SPOILED")))
    assert after.count("SPOILED") > max(1, before.count("Bilingual("))
