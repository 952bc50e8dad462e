"""The languages of a site: in Chinese alone nothing asks for English; in two both are whole, whichever leads."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest

from duizhao.downloads.tables import TABLES
from duizhao.issues import Issue
from duizhao.pipeline import built
from duizhao.text.modality import MODALS

from .looking import Looked, main, said, site
from .sample import SMALLEST, report, strings, told, written

pytestmark = pytest.mark.long

CHINESE = {
    "content/site.yaml": """
        id: sample
        title: 样本
        claim: {zh: 虚构的区}
        base_url: https://example.org/sample/
        languages: [zh]
        repository: https://example.org/sample.git
        publisher: 编者
        home_figures: [new-jobs]
        """,
    "content/districts.yaml": """
        - {id: qinghu, name: 青湖区, city: 云江市, adcode: "990101", note: 虚构的区}
        - {id: baishi, name: {zh: 白石区}, city: {zh: 云江市}, adcode: "990102"}
        """,
    "content/themes.yaml": "- {id: jobs, name: 就业}",
    "content/indicators.yaml": "- {id: new-jobs, name: 新增就业, unit: 人, theme: jobs, definition: 全年新增就业。}",
    "content/initiatives.yaml": "- {id: park, name: 东堤公园, kind: project, aliases: [东堤公园], districts: [qinghu],"
    " note: 公园。}",
    "content/terms.yaml": "- {id: six, zh: 六稳, pinyin: liù wěn, meaning: 六个方面稳定。}",
    "content/follow-ups.yaml": "- {promise: a/t01, later: [b/r01], evidence: reported-done, because: 所指相同。}",
    "content/strings.yaml": "nav.about: 本站说明",
    "content/prose/about.zh.md": "见[六稳](term:six)。",
}
PROMISED = report(
    "a",
    "# 一、就业\n力争新增就业100人，做好六稳，建东堤公园。",
    """
    statements:
    - {id: t01, kind: target, quote: 力争新增就业100人, themes: [jobs], by: "2022", period_basis: stated, modal: 力争,
       measures:
         [{figure: 100人, value: 100, unit: 人, operator: eq, aspect: increase, indicator: new-jobs, what: 岗位}]}
    """,
    title="甲报告",
    short="甲",
    author="张三",
)
DONE = report(
    "b",
    "# 一、就业\n新增就业110人。",
    """
    statements:
    - {id: r01, kind: result, quote: 新增就业110人, themes: [jobs], period: "2022", period_basis: stated,
       measures: [{figure: 110人, value: 110, unit: 人, operator: eq, aspect: increase, indicator: new-jobs}]}
    """,
    title="{zh: 乙报告}",
    short="乙",
    date='"2023"',
)
ENGLISH = """
    statements:
    - {id: t01, kind: target, quote: 全年新增就业100人, gloss: 100 jobs,
       quote_en: 100 jobs were added, themes: [jobs], by: "2022",
       period_basis: stated,
       measures: [{figure: 100人, value: 100, unit: 人, operator: eq, aspect: increase, indicator: new-jobs}]}
    """
# What is Chinese by itself on English pages: words that carry a commitment, names of the language and the program, and
# what English words of the interface name in Chinese.
BY_THEMSELVES = {
    "中",
    "对照",
    *MODALS,
    *re.findall("[\u4e00-\u9fff]+", "".join(both.en for both in strings().values())),
}
# What is no English though its letters are Latin: keys, a hash, names of formats, values of cells, the address of the
# invented site and ids in it.
LETTERS = {
    "Esc",
    "SHA",
    "UTF",
    "CSV",
    "Word",
    "JSON",
    "datapackage",
    "json",
    "true",
    "read",
    "https",
    "example",
    "org",
    "sample",
    "reports",
}


def chinese() -> Looked:
    return site(CHINESE, PROMISED, DONE)


def settings(languages: str, more: str = "") -> dict[str, str]:
    """The settings of the smallest site with these languages in place of a default one."""
    given = SMALLEST["content/site.yaml"].replace("default_language: en", f"languages: {languages}")
    return {"content/site.yaml": given + more}


def rows(looked: Looked, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(looked.files[f"data/{name}.csv"].decode("utf-8-sig"))))


def test_a_site_in_chinese_alone_has_no_other_pages_and_no_way_to_any() -> None:
    for path, document in chinese().pages.items():
        assert document.get("lang") == "zh-Hans" and not path.startswith(("en/", "zh/"))
        assert [part.tag for part in document.iter() if part.get("hreflang")] == []
        assert [part.tag for part in document.iter() if part.get("class") == "other-language"] == []


def words_in_latin_letters(looked: Looked) -> Iterator[tuple[str, str]]:
    """The words of three letters and more that a reader sees, but for the columns of the data in its dictionary."""
    for path, document in looked.pages.items():
        body = deepcopy(document.find("body"))
        for part in (*body.iter("script"), *(body.iter("code") if path.startswith("data/") else ())):
            part.text = ""
        yield from ((path, word) for word in re.findall("[A-Za-z]{3,}", said(body)))


def test_a_site_in_chinese_alone_shows_no_english() -> None:
    assert {word for _, word in words_in_latin_letters(chinese())} <= LETTERS


def test_no_word_of_a_chinese_site_speaks_of_english() -> None:
    for path, document in chinese().pages.items():
        told_of = said(document) if not path.startswith("data/") else ""
        assert (path, re.findall("英文|中英|译|EN", told_of)) == (path, [])


def test_the_data_of_a_chinese_site_has_its_english_columns_empty() -> None:
    looked = chinese()
    for name in ("districts", "themes", "indicators", "initiatives", "terms", "reports", "follow_ups", "measures"):
        english = [
            (key, value) for row in rows(looked, name) for key, value in row.items() if re.search("_en$|^en$", key)
        ]
        assert english and {value for _, value in english} <= {"", "[]"}
    assert [row["gloss"] for row in rows(looked, "statements")] == ["", ""]
    assert {row["translation"] for row in rows(looked, "paragraphs")} == {""}


def test_other_programs_read_a_chinese_site_in_chinese() -> None:
    files = chinese().files
    package = json.loads(files["data/datapackage.json"])
    assert (package["title"], package["contributors"][0]["title"]) == ("样本: 虚构的区", "编者")
    calendar = files["targets/targets.ics"].decode()
    assert "PRODID:-//样本//Targets//ZH" in calendar and "SUMMARY:力争新增就业100人" in calendar


def test_a_chinese_site_is_cited_by_the_chinese_standard_and_its_words_are_replaced_in_chinese() -> None:
    looked = chinese()
    assert "张三. 甲报告[R/OL]. (2022). https://example.org/sample/reports/a/." in said(
        main(looked, "reports/a/index.html")
    )
    assert said(main(looked, "about/index.html").find(".//h1")) == "本站说明"
    assert said(main(looked, "404.html").find(".//h1")) == "没有这个页面"


def test_english_that_a_chinese_site_gives_all_the_same_stands_in_its_data_and_on_no_page() -> None:
    english = {"content/themes.yaml": "- {id: jobs, name: {zh: 就业, en: Jobs}}"}
    translated = report("b", "# 一、就业\n工作。", translation="# I. Jobs\nWork.", date='"2023"')
    later = {"content/follow-ups.yaml": "- {promise: a/t01, evidence: not-found, searched: [岗位], because: 未见。}"}
    term = {"content/terms.yaml": "- {id: six, zh: 六稳, pinyin: liù wěn, en: Six fronts, meaning: 六个方面稳定。}"}
    glossed = {
        path: text.replace("themes:", "gloss: Six fronts to be stable, themes:") for path, text in PROMISED.items()
    }
    looked = site(CHINESE, english, term, glossed, translated, later)
    assert rows(looked, "themes")[0]["name_en"] == "Jobs"
    assert "Work." in [row["translation"] for row in rows(looked, "paragraphs")]
    assert {word for _, word in words_in_latin_letters(looked)} <= LETTERS
    scripts = b"".join(data for path, data in looked.files.items() if path.startswith(("reports/", "search/")))
    assert not re.search(b"Work|fronts|Jobs", scripts)


def test_a_site_in_chinese_alone_has_no_script_of_english_texts() -> None:
    paths = chinese().files.keys()
    assert "reports/a/text.zh.js" in paths and [path for path in paths if path.endswith("text.en.js")] == []


def test_a_site_in_english_alone_has_no_other_pages_and_chinese_only_of_its_content() -> None:
    given = {"content/terms.yaml": "- {id: six, zh: 六稳, pinyin: liù wěn, en: six, meaning: {zh: 义, en: meaning}}"}
    stated = report("a", "# 报告\n全年新增就业100人。", ENGLISH, "# Report\n100 jobs were added, six.")
    later = report("b", "# 报告\n新增就业110人。", date='"2023"')
    looked = site(settings("[en]"), given, stated, later)
    held = "".join((*given.values(), *stated.values(), *later.values(), *SMALLEST.values()))
    for path, document in looked.pages.items():
        assert document.get("lang") == "en" and not path.startswith(("en/", "zh/"))
        assert [part.tag for part in document.iter() if part.get("hreflang")] == []
        body = deepcopy(document.find("body"))  # the dictionary of the data is left out
        for part in (*body.iter("script"), *body.findall(".//section[@id='provenance']")):
            part.clear()
        chinese = {run for run in re.findall("[\u4e00-\u9fff]+", said(body)) if run not in held}
        assert (path, path.startswith("data/") or chinese <= BY_THEMSELVES or chinese) == (path, True)
    assert "reports/a/text.en.js" in looked.files and "reports/a/text.zh.js" in looked.files


@pytest.mark.parametrize(("languages", "root"), [("[en, zh]", "en"), ("[zh, en]", "zh")])
def test_of_two_languages_the_first_stands_at_the_root_and_both_are_whole(languages: str, root: str) -> None:
    looked = site(settings(languages), report("a", "# 一\n工作。", title="{zh: 甲, en: A}"))
    other = {"en": "zh", "zh": "en"}[root]
    tags = {"en": "en", "zh": "zh-Hans"}
    own = {path for path in looked.pages if not path.startswith(f"{other}/")}
    assert {f"{other}/{path}" for path in own - {"404.html"}} == looked.pages.keys() - own
    for path, document in looked.pages.items():
        assert document.get("lang") == tags[root if path in own else other]
        switch = [part.get("hreflang") for part in document.iter("a") if part.get("class") == "other-language"]
        assert switch == ([] if path == "404.html" else [tags[other if path in own else root]])


def test_the_default_language_stands_at_the_root_even_if_it_is_not_named_first() -> None:
    looked = site(settings("[en, zh]", "default_language: zh\n"))
    assert looked.pages["index.html"].get("lang") == "zh-Hans" and "en/index.html" in looked.pages


def test_without_languages_the_default_one_stands_at_the_root_and_there_are_two() -> None:
    assert site().pages.keys() >= {"index.html", "zh/index.html"}


def issues(top: Path, *parts: dict[str, str]) -> list[Issue]:
    return list(built(written(top, *parts)).issues)


@pytest.mark.parametrize("languages", ["[en, zh]", "[zh, en]"])
@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("content/themes.yaml", "- {id: jobs, name: 就业}", "wrong-type"),
        ("content/themes.yaml", "- {id: jobs, name: {zh: 就业}}", "wrong-type"),
        ("content/terms.yaml", "- {id: six, zh: 六稳, pinyin: liù wěn, meaning: {zh: 义, en: m}}", "missing-key"),
        ("theme/words.yaml", "mine: {zh: 我的}", "string-missing"),
    ],
)
def test_of_two_languages_english_is_demanded_whichever_leads(
    tmp_path: Path, languages: str, path: str, text: str, code: str
) -> None:
    (issue, *_) = issues(tmp_path, settings(languages), {path: text})
    assert (issue.code, issue.place.path) == (code, path)


def test_a_statement_of_a_site_in_two_languages_needs_its_gloss(tmp_path: Path) -> None:
    stated = "statements: [{id: k01, kind: task, quote: 做事, themes: [jobs], by: '2022', period_basis: stated}]"
    (issue,) = issues(tmp_path, report("a", "做事。", stated))
    assert (issue.code, issue.message) == ("missing-key", "this statement has no gloss")


@pytest.mark.parametrize(
    ("languages", "code", "message"),
    [
        ("[]", "bad-value", "languages names none"),
        ("[zh, zh]", "bad-value", "languages names zh twice"),
        ("[zh, fr]", "bad-value", "languages cannot be 'fr'"),
        (
            "[zh]\n        default_language: en",
            "bad-value",
            "default_language cannot be 'en', which is none of the site's languages",
        ),
        ("null", "missing-key", "this site names no languages"),
    ],
)
def test_languages_that_cannot_be_are_told_in_their_place(
    tmp_path: Path, languages: str, code: str, message: str
) -> None:
    found = issues(tmp_path, settings(languages))
    assert [(issue.code, issue.place.path, issue.message) for issue in found] == [(code, "content/site.yaml", message)]


def test_prose_in_a_language_that_the_site_does_not_have_is_told(tmp_path: Path) -> None:
    found = issues(tmp_path, CHINESE, PROMISED, DONE, {"content/prose/about.en.md": "Words."})
    assert told(found) == [("bad-value", "content/prose/about.en.md:1:1")]


def test_on_a_chinese_page_every_code_of_the_tables_stands_beside_its_word() -> None:
    looked = site(CHINESE, PROMISED, DONE)
    page = said(main(looked, "data/index.html"))
    described = {
        (resource["name"], field["name"]): field["description"]
        for resource in json.loads(looked.files["data/datapackage.json"])["resources"]
        for field in resource.get("schema", {}).get("fields", ())
    }
    for table in TABLES:
        for column in table.columns:
            for code in column.codes:
                beside = re.compile(rf"\b{code} [\u4e00-\u9fff]")
                assert beside.search(page), (table.name, column.name, code)
                assert beside.search(described[table.name, column.name]), (table.name, column.name, code)
