"""No English is left on a Chinese page: not in its texts, its labels, what styles put before them, or its words."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from duizhao.pipeline import Built

from ..conftest import TOP
from ..parsed import parsed
from ..sample import sample, strings

STYLES = sorted((TOP / "templates" / "static").glob("*.css"))
TOLD = ("aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt", "content")
# English words; no initials (CBD), file names, keys of a table (re-read), addresses or pinyin, whose vowels have tones.
WORD = re.compile(r"(?<![\w./@:#{-])[A-Za-z]?[a-z]{2,}(?![\w./@:}-])")
# What is called by its English name in Chinese, too; a value of a table; and a syllable of pinyin that has no tone.
NAMES = {"Data", "Package", "BibTeX", "issue", "Markdown", "Word", "true", "billion", "Unicode", "de"}
CODES = ("code", "kbd", "script", "style", "pre")
# What programs read of a page, by codes: DC.type is Text, a language zh, a kind of page website.
REFUSED = ("refresh", "viewport", "Content-Security-Policy", "og:type")
PROGRAMS = ("DC.", "citation_")
# How a report is cited, in forms of which some are English whatever the page is in.
FORMS = "data-forms"


def english(page: Element, *, skip: bool = False) -> Iterator[str]:
    """The English words of an element and of those in it that are named as no other language, nor as code."""
    if not isinstance(page.tag, str):
        return
    skip = page.get("lang") != "zh-Hans" if page.get("lang") else skip
    for_programs = page.get("name", "").startswith(PROGRAMS) or {
        page.get("name"),
        page.get("http-equiv"),
        page.get("property"),
    } & {*REFUSED}
    if skip or page.tag in CODES or for_programs:
        return
    labels = [
        value
        for name, value in page.items()
        if name in TOLD or (name.startswith("data-") and name != FORMS and " " in value)
    ]
    if forms := page.get(FORMS):  # of what scripts and programs read, the words that a reader is shown
        told = json.loads(forms)
        labels += [*told["words"].values(), *told["kinds"].values()]
    of_ids = {page.get(name) for name in ("data-themes", "data-languages", "data-formerly", "data-changes")}
    for text in (*(label for label in labels if label not in of_ids), page.text or ""):
        yield from (word for word in WORD.findall(text) if word not in NAMES)
    for child in page:
        yield from english(child)
        yield from (word for word in WORD.findall(child.tail or "") if word not in NAMES)


def chinese_pages(built: Built) -> Iterator[tuple[str, Element]]:
    for path, data in built.files.items():
        if path.startswith("zh/") and path.endswith(".html"):
            yield path, parsed(data)[0]


@pytest.mark.long
def test_no_page_of_the_invented_site_has_english_left() -> None:
    assert {path: found for path, page in chinese_pages(sample()) if (found := list(english(page)))} == {}


@pytest.mark.long
def test_no_page_of_the_real_site_has_english_left(real: Built) -> None:
    assert {path: found for path, page in chinese_pages(real) if (found := list(english(page)))} == {}


def test_english_is_found_in_texts_and_labels_and_not_where_it_is_named() -> None:
    shown = '<html lang=zh-Hans><p title="Copy">第 No. 1 项 <b lang=en>text</b> row<a aria-label="go to">甲</a>'
    page = html5lib.parse(shown, namespaceHTMLElements=False)
    assert list(english(page)) == ["Copy", "row", "go", "to"]
    forms = html.escape(json.dumps({"words": {"copy": "Copy it"}, "kinds": {"task": "任务"}, "whole": ["No date"]}))
    dialog = html5lib.parseFragment(f'<dialog data-forms="{forms}">', namespaceHTMLElements=False)
    assert list(english(dialog[0])) == ["Copy", "it"]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_write_no_words(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    written = re.findall(r"content:\s*([^;]+);", text)
    strings_of = (one for value in written for one in re.findall(r'"((?:[^"\\]|\\.)*)"', value))
    assert [one for one in strings_of if re.search("[A-Za-z]{2}", re.sub(r"\\[0-9a-fA-F]{1,6}", "", one))] == []


def test_every_chinese_word_of_the_interface_is_chinese() -> None:
    said = {key: words["zh"] for key, words in strings().items()}
    assert {key: found for key, text in said.items() if (found := _left(text))} == {}


def _left(text: str) -> list[str]:
    plain = re.sub(r"\{[^}]*\}|`[^`]*`|<code>.*?</code>", "", text)
    return [word for word in WORD.findall(plain) if word not in NAMES]
