"""What shared records name exists, and an id or a wording has one owner."""

from __future__ import annotations

from pathlib import Path

from duizhao.corpus.rules.ids import (
    aliases_have_one_owner,
    cautions_name_observations,
    districts_have_codes_of_their_own,
    former_ids_of_records_are_given_up,
    number_words_apply,
    number_words_stand_once,
    shared_records_name_records,
    subjects_have_ids_of_their_own,
)
from duizhao.pipeline import built

from ...sample import SMALLEST, report, site_of, told, written
from .given import JOBS, found, one, raised


def test_a_shared_record_names_no_district_or_theme_that_there_is_not(tmp_path: Path) -> None:
    refused = "[{district: c, state: not-comparable, because: {zh: 不同。, en: Other.}}]"
    parts = {
        "content/themes.yaml": f"- {{id: jobs, name: {{zh: 就业, en: Jobs}}, cells: {refused}}}",
        "content/indicators.yaml": """
            - {id: roads, name: {zh: 路, en: Roads}, unit: 条, theme: roads, definition: {zh: 路。, en: Roads.}}
            """,
        "content/initiatives.yaml": """
            - {id: i, name: {zh: 甲, en: A}, kind: place, aliases: [甲], districts: [d], note: {zh: 甲, en: A}}
            """,
    }
    assert found(shared_records_name_records, tmp_path, parts) == [
        "unknown-id: there is no district 'c'",
        "unknown-id: there is no theme 'roads'",
        "unknown-id: there is no district 'd'",
    ]


def test_a_figure_of_the_home_page_is_an_indicator_and_is_told_where_it_is_named(tmp_path: Path) -> None:
    settings = {"content/site.yaml": SMALLEST["content/site.yaml"] + "home_figures: [new-jobs, old-jobs]\n"}
    (issue,) = shared_records_name_records(site_of(tmp_path, settings))
    assert (issue.code, issue.message, issue.place.path) == (
        "unknown-id",
        "there is no indicator 'old-jobs'",
        "content/site.yaml",
    )
    assert SMALLEST["content/site.yaml"].count("\n") + 1 == issue.place.line


def test_a_caution_names_statements_that_observe_its_indicator(tmp_path: Path) -> None:
    indicators = """
        - id: new-jobs
          name: {zh: 新增就业, en: New jobs}
          unit: 人
          theme: jobs
          definition: {zh: 就业。, en: Jobs.}
          cautions: [{statements: [a/r01, b/r01, c/r01], because: {zh: 口径不同。, en: Another definition.}}]
        """
    parts = (
        {"content/indicators.yaml": indicators},
        report("a", "新增300人。", one("300人", f"{JOBS}, unit: 人")),
        report("b", "新增300人。", one("300人", "value: 300, unit: 人, operator: eq, aspect: increase")),
    )
    assert found(cautions_name_observations, tmp_path, *parts) == [
        "unknown-id: b/r01 states no figure of new-jobs",
        "unknown-id: c/r01 states no figure of new-jobs",
    ]


def test_one_record_may_have_a_wording_twice_and_an_initiative_one_of_a_term(tmp_path: Path) -> None:
    parts = {
        "content/terms.yaml": """
            - {id: a, zh: 碧道, aliases: [碧道], pinyin: bì dào, en: greenway, meaning: {zh: 道。, en: A way.}}
            """,
        "content/initiatives.yaml": """
            - {id: a, name: {zh: 道, en: Way}, kind: place, aliases: [碧道], districts: [qinghu], note: {zh: 道, en: W}}
            - {id: b, name: {zh: 路, en: Way}, kind: place, aliases: [碧道], districts: [qinghu], note: {zh: 路, en: W}}
            """,
    }
    assert found(aliases_have_one_owner, tmp_path, parts) == ["alias-clash: '碧道' also names a"]


def test_an_initiative_and_a_term_do_not_share_an_id(tmp_path: Path) -> None:
    shared = {
        "content/initiatives.yaml": """
            - id: same
              name: {zh: 甲, en: A}
              kind: place
              aliases: [甲地]
              districts: [qinghu]
              note: {zh: 甲。, en: A.}
            """,
        "content/terms.yaml": "- {id: same, zh: 乙词, pinyin: yǐ cí, en: b, meaning: {zh: 乙。, en: B.}}",
    }
    assert [code for code, _ in told(list(raised(subjects_have_ids_of_their_own, site_of(tmp_path, shared))))] == [
        "duplicate-id"
    ]


def test_a_word_that_is_passed_over_nowhere_is_told(tmp_path: Path) -> None:
    words = """
        - {words: [三江口, 三汇口, 口岸, 天工园], reason: name, about: places of Qinghu}
        - {words: [万户, 百万户通水], reason: label, about: a campaign}
        """
    parts = (
        {"content/numbers.yaml": words},
        report("a", "三江口新增300人，2021天工园开园，百万户通水行动收官。", one("300人", f"{JOBS}, unit: 人")),
    )
    assert found(number_words_apply, tmp_path, *parts) == [
        f"numbers-unused: {word} is passed over nowhere in the reports" for word in ("三汇口", "口岸", "万户")
    ]


def test_two_districts_do_not_share_a_code(tmp_path: Path) -> None:
    districts = {"content/districts.yaml": SMALLEST["content/districts.yaml"].replace("990102", "990101")}
    assert found(districts_have_codes_of_their_own, tmp_path / "two", districts) == [
        "duplicate-id: 990101 is also the code of qinghu"
    ]
    assert found(districts_have_codes_of_their_own, tmp_path / "own") == []


def test_a_word_that_holds_a_numeral_is_listed_once(tmp_path: Path) -> None:
    words = """
        - {words: [五柳巷, 三江口], reason: name, about: places of Qinghu}
        - {words: [双桥, 三江口], reason: idiom, about: others}
        """
    assert found(number_words_stand_once, tmp_path, {"content/numbers.yaml": words}) == [
        "duplicate-id: 三江口 stands here a second time; the first is on line 2"
    ]


def _themes(*records: str) -> dict[str, str]:
    lines = (f"- {{name: {{zh: 题{number}, en: T{number}}}, {record}}}" for number, record in enumerate(records))
    return {"content/themes.yaml": "\n".join(lines)}


def test_an_id_that_a_record_had_before_is_no_other_record_s_now_nor_formerly(tmp_path: Path) -> None:
    themes = _themes("id: jobs, formerly: [work, care]", "id: care", "id: schools, formerly: [work]")
    assert found(former_ids_of_records_are_given_up, tmp_path, themes) == [
        "id-reused: care is the id of the theme on line 2",
        "id-reused: work is already a former id of the theme on line 1",
    ]


def test_who_names_a_record_by_its_former_id_is_told_the_new_one(tmp_path: Path) -> None:
    indicator = "- {id: i, name: {zh: 甲, en: A}, unit: 人, theme: work, definition: {zh: 甲。, en: A.}}"
    parts = _themes("id: jobs, formerly: [work]") | {
        "content/indicators.yaml": indicator,
        "content/prose/about.en.md": "[Work](theme:work).",
        "content/prose/about.zh.md": "[就业](theme:work)。",
    }
    (issue,) = built(written(tmp_path, SMALLEST, parts)).issues
    assert issue.message == "there is no theme 'work'"
    assert issue.hint.startswith("it is jobs now; ")
