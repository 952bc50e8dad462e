"""The lists of districts, themes, indicators, initiatives and terms, and the search by name."""

from __future__ import annotations

from pathlib import Path

from duizhao.pages.lists import ListView, list_pages
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


def lists(top: Path) -> dict[str, list[tuple[str, list[tuple[str, str, str]]]]]:
    """By the name of the list, its groups: title, and rows of name, remark and count."""
    found = {}
    for page in list_pages(context_of(top, SUBJECTS, TEXT)):
        assert isinstance(page.view, ListView)
        found[page.frame.path.split("/")[0]] = [
            (str(group.title), [(str(row.link.text), str(row.remark), str(row.count)) for row in group.rows])
            for group in page.view.groups
        ]
    return found


def test_every_list_names_its_subjects_with_their_counts(tmp_path: Path) -> None:
    assert lists(tmp_path) == {
        "districts": [("", [("Qinghu", "Yunjiang", "1 text"), ("Baishi", "Yunjiang", "0 texts")])],
        "themes": [("", [("Jobs", "", "1 statement")])],
        "indicators": [("Jobs", [("New jobs", "Qinghu", "1 figure")])],
        "initiatives": [("Places", [("Park", "Qinghu", "2 mentions")])],
        "terms": [
            ("City", [("chain leader", "liàn zhǎng", "0 mentions")]),
            ("Level not known", [("grid", "wǎng gé", "1 mention")]),
        ],
    }


def test_only_the_list_of_themes_has_a_chart_and_its_longest_bar_is_300_wide(tmp_path: Path) -> None:
    views = [page.view for page in list_pages(context_of(tmp_path, SUBJECTS, TEXT))]
    (bar,) = (bar for view in views if isinstance(view, ListView) for bar in view.bars)
    assert (bar.label, bar.total, bar.counts, bar.parts[0].width) == ("Jobs", 1, (0, 0, 1, 0), "300.0")


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
