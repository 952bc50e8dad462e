"""What a page says of itself to those who find it or are sent it: its title and its description."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element

import pytest

from duizhao.pipeline import Built

from ..looking import Looked, said, site
from ..parsed import parsed
from ..sample import SMALLEST, report
from .statements import annotations, statement

# Of a theme, an indicator, a term and an initiative of one name.
ALIKE = {
    "content/themes.yaml": "[{id: jobs, name: {zh: 新增就业, en: New jobs}}, {id: rest, name: {zh: 其他, en: Rest}}]",
    "content/terms.yaml": """
        - {id: work, zh: 新增就业, pinyin: xīnzēng jiùyè, en: New jobs, meaning: {zh: 就业。, en: Jobs.}}
        """,
    "content/initiatives.yaml": """
        - {id: drive, name: {zh: 新增就业, en: New jobs}, kind: project, aliases: [就业], districts: [qinghu],
           note: {zh: 就业。, en: Jobs.}}
        """,
}
PROMISED = statement("t01", "新增就业100人", figure="100人").replace("the English", "New jobs as the English")
STATED = annotations(PROMISED, statement("k01", "再做乙事"))
TARGET = statement("t01", "新增100人", figure="100人")
PAGES = {
    "themes/jobs": ("New jobs · Themes", "New jobs: 2 statements in the reports on this theme, by district."),
    "compare/jobs": (
        "New jobs · Compare",
        "New jobs: 2 statements of the districts side by side, in their own words.",
    ),
    "indicators/new-jobs": (
        "New jobs · Indicators",
        "New jobs: 1 figure in the reports, with the sentence that states it.",
    ),
    "terms/work": ("New jobs · Glossary", "New jobs: what the term means in the reports, and 1 mention of it."),
    "initiatives/drive": ("New jobs · Initiatives", "New jobs: what the reports say of it, with 1 mention."),
    "districts/qinghu": (
        "Qinghu",
        "Qinghu: 1 report, with its targets, its latest figures and what became of its promises.",
    ),
    "districts/baishi": ("Baishi", "Baishi: nothing in the reports yet."),
    "themes/rest": ("Rest · Themes", "Rest: nothing in the reports yet."),
}


def told(page: Element) -> tuple[str, str]:
    """The title and the description of a page; what other sites are told is the same."""
    metas = {one.get("name") or one.get("property") or "": one.get("content") or "" for one in page.iter("meta")}
    (title,) = page.iter("title")
    assert title.text == f"{metas['og:title']} · {metas['og:site_name']}"
    assert metas["og:description"] == metas["description"]
    return metas["og:title"], metas["description"]


@pytest.fixture(scope="module")
def looked() -> Looked:
    return site(ALIKE, report("a", "新增就业100人。再做乙事。", STATED))


@pytest.mark.parametrize("place", PAGES)
def test_a_page_tells_its_kind_and_what_it_shows(looked: Looked, place: str) -> None:
    assert told(looked.pages[f"{place}/index.html"]) == PAGES[place]


LISTS = ("compare", "compare/phrases", "compare/parallel", "timeline", "threads", "wording", "reports")


@pytest.mark.parametrize("place", (*LISTS, "districts", "themes", "indicators", "initiatives", "terms"))
def test_a_list_is_described_by_what_it_says_of_itself(looked: Looked, place: str) -> None:
    page = looked.pages[f"{place}/index.html"]
    _, description = told(page)
    said_of_itself = [said(part) for part in page.iter() if "lede" in (part.get("class") or "").split()]
    assert any(description in words for words in said_of_itself)


@pytest.mark.parametrize(
    ("place", "described"),
    [
        ("codebook", "Codebook. Invented districts"),
        ("zh/codebook", "标注手册。虚构的区"),
        ("follow-up/silence", "Silence register. Invented districts"),
    ],
)
def test_a_page_that_says_nothing_of_itself_is_described_by_its_title_and_the_site(
    looked: Looked, place: str, described: str
) -> None:
    assert told(looked.pages[f"{place}/index.html".lstrip("/")])[1] == described


def test_pages_of_one_name_are_told_apart_in_every_language(looked: Looked) -> None:
    for base in ("", "zh/"):
        every = [told(looked.pages[f"{base}{place}/index.html"]) for place in PAGES]
        for alike in zip(*every, strict=True):
            assert len(set(alike)) == len(every)


def test_no_two_real_pages_of_subjects_have_one_title_or_one_description(real: Built) -> None:
    titles, descriptions = Counter[str](), Counter[str]()
    for title, description in _of_subjects({path: bytes(data) for path, data in real.files.items()}):
        titles[title] += 1
        descriptions[description] += 1
    assert [one for one, count in (titles + descriptions).items() if count > 1] == []


def _of_subjects(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    place = re.compile(r"(zh/)?(indicators|terms|themes|initiatives|districts|compare)/(?!phrases)[^/]+/index\.html")
    heads = [data.partition(b"<body")[0] for path, data in files.items() if place.fullmatch(path)]
    return [told(parsed(head + b"<body></body></html>")[0]) for head in heads if b"refresh" not in head]


def test_a_site_is_called_by_its_title_in_titles_in_what_is_shared_and_in_its_calendar() -> None:
    named = SMALLEST["content/site.yaml"].replace("en: Sample", 'en: "Districts, A & B"')
    looked_at = site({"content/site.yaml": named}, report("a", "新增100人。", annotations(TARGET)))
    for place, head in (("themes/jobs", "Jobs · Themes · "), ("targets", "Targets · "), ("", "")):
        page = looked_at.pages[f"{place}/index.html".lstrip("/")]
        (title,) = page.iter("title")
        (shared,) = (one.get("content") for one in page.iter("meta") if one.get("property") == "og:site_name")
        assert (title.text, shared) == (f"{head}Districts, A & B", "Districts, A & B")
    calendars = {path: data.decode().splitlines()[3] for path, data in looked_at.files.items() if ".ics" in path}
    assert calendars == {
        "targets/targets.ics": "X-WR-CALNAME:Districts\\, A & B targets",
        "zh/targets/targets.ics": "X-WR-CALNAME:样本：目标期限",
    }
