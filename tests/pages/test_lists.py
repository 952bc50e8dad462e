"""The lists of districts, themes, indicators, initiatives and terms, and the search by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from duizhao.pages.initiative import initiative_pages
from duizhao.pages.lists import ListView, list_pages
from duizhao.pages.parts.lists import ListRow, first_sentence
from duizhao.pages.parts.subject import SubjectView
from duizhao.pages.search import SearchView, search_page

from ..sample import context_of, report
from .statements import annotations, statement

SUBJECTS = {
    "content/initiatives.yaml": """
        - {id: park, name: {zh: 公园, en: Park}, kind: place, aliases: [公园, 东公园], districts: [qinghu],
           note: {zh: 地点。, en: A place.}}
        """,
    "content/terms.yaml": """
        - {id: grid, zh: 网格, pinyin: wǎng gé, en: grid, meaning: {zh: 义, en: meaning}}
        - {id: chain, zh: 链长, aliases: [产业链长], pinyin: liàn zhǎng, en: chain leader, level: city,
           meaning: {zh: 义, en: meaning}}
        """,
}
TEXT = report("a", "网格公园公园。\n新增100人。", annotations(statement("r01", "新增100人", figure="100人")))


def lists(top: Path, *texts: Mapping[str, str]) -> dict[str, list[tuple[str, list[tuple[str, ...]]]]]:
    """By the name of the list, its groups: title, and rows of name, remark, count and what else stands there."""
    found = {}
    for page in list_pages(context_of(top, SUBJECTS, *(texts or (TEXT,)))):
        assert isinstance(page.view, ListView)
        found[page.frame.path.split("/")[0]] = [
            (str(group.title), [_said(row) for row in group.rows]) for group in page.view.groups
        ]
    return found


def _said(row: ListRow) -> tuple[str, ...]:
    figures = (f"{one.wording}: {one.note.striptags()}" for one in row.figures)
    return tuple(map(str, filter(None, (row.link.text, row.remark, row.count, row.gist, *figures))))


def read_as(pinyin: str) -> str:
    return f'<span lang="zh-Latn-pinyin">{pinyin}</span>'


def test_every_list_names_its_subjects_with_their_counts(tmp_path: Path) -> None:
    assert lists(tmp_path) == {
        "districts": [("", [("Qinghu", "Yunjiang", "1 text"), ("Baishi", "Yunjiang", "0 texts")])],
        "themes": [("", [("Jobs", "1 statement")])],
        "indicators": [("Jobs", [("New jobs", "100 people: 2022; Qinghu")])],
        "initiatives": [("Places", [("Park", "Qinghu", "2 mentions", "A place.")])],
        "terms": [
            ("City", [("chain leader", read_as("liàn zhǎng"), "0 mentions", "meaning")]),
            ("Level not known", [("grid", read_as("wǎng gé"), "1 mention", "meaning")]),
        ],
    }


@pytest.mark.parametrize(
    ("language", "headings", "kind"), [("en", ["Places"], "Place"), ("zh", ["地点与片区"], "地点与片区")]
)
def test_one_of_a_kind_is_called_by_the_word_for_one_and_the_list_by_that_for_all(
    tmp_path: Path, language: str, headings: list[str], kind: str
) -> None:
    context = context_of(tmp_path, SUBJECTS, TEXT, language=language)
    views = {page.frame.path.split("/")[-2]: page.view for page in (*list_pages(context), *initiative_pages(context))}
    of_all, of_one = views["initiatives"], views["park"]
    assert isinstance(of_all, ListView) and isinstance(of_one, SubjectView)
    assert [str(group.title) for group in of_all.groups] == headings
    assert str(of_one.facts[0].value) == kind


def test_an_indicator_shows_its_latest_result_or_else_its_target_and_without_a_figure_that_there_is_none(
    tmp_path: Path,
) -> None:
    def shown(name: str, *said: str) -> list[tuple[str, ...]]:
        body = "".join(f"新增{figure}人。" for figure in (100, 200, 300))
        ((_, rows),) = lists(tmp_path / name, report("a", body, annotations(*said), date='"2023"'))["indicators"]
        return rows

    early, late, target = (
        statement("r01", "新增100人", figure="100人"),
        statement("r02", "新增200人", figure="200人").replace('"2022"', '"2023"'),
        statement("t01", "新增300人", figure="300人").replace('"2022"', '"2024"'),
    )
    assert shown("both", late, early, target) == [("New jobs", "200 people: 2023; Qinghu")]
    assert shown("target", target) == [("New jobs", "300 people: Target; 2024; Qinghu")]
    assert shown("none", statement("r01", "新增100人")) == [("New jobs", "0 figures")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A park. It is new.", "A park."),
        ("No. 10 Middle School. It is new.", "No. 10 Middle School."),
        ("They say “a park.” It is new.", "They say “a park.”"),
        ("Growth of 1.5% in all", "Growth of 1.5% in all"),
        ("公园。新建。", "公园。"),
        ("称为“公园。”新建。", "称为“公园。”"),
        ("公园", "公园"),
    ],
)
def test_what_a_thing_is_is_said_by_the_first_sentence_about_it(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_only_the_list_of_themes_shows_who_speaks_of_them(tmp_path: Path) -> None:
    other = report("b", "无。", "nothing_to_code: [p1]", district="baishi", fully_read="true")
    views = [page.view for page in list_pages(context_of(tmp_path, SUBJECTS, TEXT, other))]
    (seen,) = (view.glance for view in views if isinstance(view, ListView) and view.glance)
    assert [group.title for group in seen.groups] == ["Qinghu alone speaks"]
    (row,) = seen.groups[0].rows
    assert (row.theme.path, [[box.label for box in cell.boxes] for cell in row.cells]) == (
        "compare/jobs/index.html",
        [["Results, with a figure"], []],
    )


def search(top: Path, language: str) -> SearchView:
    view = search_page(context_of(top, SUBJECTS, TEXT, language=language)).view
    assert isinstance(view, SearchView)
    return view


def test_the_search_lists_what_has_a_page_with_its_other_names(tmp_path: Path) -> None:
    terms, initiatives, *_ = search(tmp_path, "en").groups
    assert [(row.link.text, [(other.text, other.lang) for other in row.others]) for row in terms.rows] == [
        ("chain leader", [("liàn zhǎng", "zh-Latn-pinyin"), ("产业链长", "zh-Hans")]),
        ("grid", [("wǎng gé", "zh-Latn-pinyin")]),
    ]
    assert [[other.text for other in row.others] for row in initiatives.rows] == [["东公园"]]


def test_on_a_chinese_page_the_english_names_are_other_names_and_the_content_s_order_is_kept(tmp_path: Path) -> None:
    terms, *_, districts = search(tmp_path, "zh").groups
    assert [row.link.text for row in terms.rows] == ["网格", "链长"]
    assert [[(other.text, other.lang) for other in row.others] for row in districts.rows] == [
        [("Qinghu", "en")],
        [("Baishi", "en")],
    ]


def test_the_examples_are_words_that_the_texts_hold(tmp_path: Path) -> None:
    assert [example.query for example in search(tmp_path, "en").examples] == ["公园", "网格"]
