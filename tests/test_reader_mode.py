"""What programs that show a page's article alone make of a report: its text and nothing else.

readability-lxml is one of them. What is `hidden` is not shown, so it is taken away first, as a browser does.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as markup
from readability import Document

from duizhao.content.records import Report
from duizhao.pipeline import Built

from .conftest import TOP

REPORTS = sorted(path.name for path in (TOP / "content" / "reports").iterdir())


def bare(text: str) -> str:
    return re.sub(r"[\s\u2060]+", "", text)


def article(page: bytes) -> str:
    """The words of the article, as the library finds it."""
    shown = markup.document_fromstring(page.decode())
    for hidden in shown.xpath("//*[@hidden]"):
        hidden.drop_tree()
    # It leaves out headings that are links for more than a third, which those with a term in them may be.
    for link in shown.xpath("//article//*[self::h2 or self::h3 or self::h4]//a[contains(@class, 'term')]"):
        link.drop_tag()
    # In Chinese a paragraph may be shorter than what it takes for one.
    found = Document(markup.tostring(shown, encoding="unicode"), min_text_length=1).summary(html_partial=True)
    return bare(markup.fromstring(found).text_content())


def text_of(report: Report, language: str) -> str:
    """The words that the page shows at first: on English pages with the translation beside, or under a heading."""
    blocks = ((block.text, block.translation if language == "en" else "") for block in report.blocks)
    return bare("".join(text + (translation or "") for text, translation in blocks))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", REPORTS)
def test_the_article_of_a_report_page_is_its_text_and_nothing_else(real: Built, name: str, language: str) -> None:
    assert real.site
    path = Path("zh" if language == "zh" else "", "reports", name, "index.html")
    assert article(real.files[path.as_posix()]) == text_of(real.site.reports[name], language)


def test_words_that_are_hidden_or_beside_the_text_are_found_where_they_are_shown(real: Built) -> None:
    name = "tianhe-2020-work-report"
    page = real.files[f"zh/reports/{name}/index.html"]
    assert real.site
    text = text_of(real.site.reports[name], "zh")
    assert article(page.replace(b'lang="en" hidden', b'lang="en"')) != text
    assert article(page.replace(b"extra", b"main")) != text
