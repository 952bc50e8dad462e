"""The rules over all of the content: what each lets pass, and what it finds beyond the case of its code in cases/."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from duizhao.corpus import rules as check
from duizhao.corpus.rules import PAGES, RULES, Rule
from duizhao.pipeline import built

from ..sample import laid_out, report, site_of, told


def found(rule: Rule, top: Path, *parts: Mapping[str, str]) -> list[str]:
    """The codes and messages of what one rule finds in a project."""
    return [f"{issue.code}: {issue.message}" for issue in rule(site_of(top, *parts))]


def one(figure: str, measure: str, more: str = "") -> str:
    """Annotations with one result that quotes its figure; `measure` and `more` are keys of the measure and of it."""
    return f"""
        statements:
        - id: r01
          kind: result
          quote: 新增{figure}
          gloss: words
          themes: [jobs]
          period: "2022"
          period_basis: stated
          measures: [{{figure: {figure}, {measure}}}]
          {more}
        """


def target(more: str = "") -> str:
    """Annotations with one target that quotes 甲事100人."""
    return f"""
        statements:
        - id: t01
          kind: target
          quote: 甲事100人
          gloss: words
          themes: [jobs]
          by: "2022"
          period_basis: stated
          measures: [{{figure: 100人, value: 100, unit: 人, operator: eq, aspect: level}}]
          {more}
        """


JOBS = "value: 300, operator: eq, aspect: increase, indicator: new-jobs"


def test_every_rule_says_in_its_first_line_what_must_hold() -> None:
    lines = [rule.__doc__.splitlines()[0] for rule in RULES]
    assert all(line.endswith(".") for line in lines)
    assert len(set(lines)) == len(RULES)


def test_every_function_of_the_rules_form_is_run() -> None:
    public = [
        value
        for name, value in vars(check).items()
        if callable(value) and getattr(value, "__module__", "") == check.__name__
    ]
    rules = [value for value in public if value.__code__.co_varnames[:1] == ("site",) and value is not check.issues_of]
    assert set(rules) == set(RULES)


def test_nothing_is_found_in_the_invented_project(tmp_path: Path) -> None:
    assert built(laid_out(tmp_path / "project")).issues == ()


@pytest.mark.parametrize(("figure", "unit"), [("300人", "人"), ("300名", "名"), ("300位", "位"), ("300", '""')])
def test_measure_words_that_count_the_same_agree_with_the_unit(figure: str, unit: str, tmp_path: Path) -> None:
    measure = f"{JOBS}, unit: {unit}" if unit != '""' else JOBS
    assert found(check.units_agree, tmp_path, report("a", f"新增{figure}。", one(figure, measure))) == []


def test_another_unit_does_not_agree(tmp_path: Path) -> None:
    assert found(check.units_agree, tmp_path, report("a", "新增300套。", one("300套", f"{JOBS}, unit: 套"))) == [
        "unit-disagrees: the unit is '套', and new-jobs is in '人'"
    ]


def test_every_kind_of_id_that_names_nothing_is_found(tmp_path: Path) -> None:
    refused = "[{district: c, state: not-comparable, because: {zh: 不同。, en: Other.}}]"
    parts = (
        {
            "content/themes.yaml": f"- {{id: jobs, name: {{zh: 就业, en: Jobs}}, cells: {refused}}}",
            "content/initiatives.yaml": """
                - {id: i, name: {zh: 甲, en: A}, kind: place, aliases: [甲], districts: [d], note: {zh: 甲, en: A}}
                """,
        },
        report(
            "a",
            "新增300人。",
            one("300人", f"{JOBS}, unit: 人".replace("new-jobs", "none"), "part_of: k09"),
            district="b",
        ),
    )
    assert sorted(found(check.ids_name_records, tmp_path, *parts)) == [
        "unknown-id: part_of names k09, which is no headline task of this report",
        "unknown-id: there is no district 'b'",
        "unknown-id: there is no district 'c'",
        "unknown-id: there is no district 'd'",
        "unknown-id: there is no indicator 'none'",
    ]


def test_a_part_of_a_headline_task_names_one(tmp_path: Path) -> None:
    annotations = """
        statements:
        - {id: k01, kind: task, quote: 甲, gloss: a, themes: [jobs], by: "2022", period_basis: stated, headline: true}
        - {id: k02, kind: task, quote: 乙, gloss: b, themes: [jobs], by: "2022", period_basis: stated, part_of: k01}
        - {id: k03, kind: task, quote: 丙, gloss: c, themes: [jobs], by: "2022", period_basis: stated, part_of: k02}
        """
    assert found(check.ids_name_records, tmp_path, report("a", "甲。乙。丙。", annotations)) == [
        "unknown-id: part_of names k02, which is no headline task of this report"
    ]


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
        report("b", "新增300人。", one("300人", "value: 300, unit: 人, operator: eq, aspect: level")),
    )
    assert found(check.statements_named_exist, tmp_path, *parts) == [
        "unknown-id: b/r01 states no figure of new-jobs",
        "unknown-id: c/r01 states no figure of new-jobs",
    ]


def test_a_follow_up_names_statements_that_exist(tmp_path: Path) -> None:
    follow_ups = "- {promise: a/t01, later: [b/r01], evidence: restated, because: {zh: 同。, en: Same.}}"
    assert found(check.statements_named_exist, tmp_path, {"content/follow-ups.yaml": follow_ups}) == [
        "unknown-id: there is no statement a/t01",
        "unknown-id: there is no statement b/r01",
    ]


def test_a_report_that_is_not_wholly_read_may_have_numbers_and_paragraphs_without_an_account(tmp_path: Path) -> None:
    body = "新增300人。\n乙。"
    assert found(check.whole_reports_are_read, tmp_path / "a", report("a", body)) == []
    assert found(check.whole_reports_are_read, tmp_path / "b", report("a", body, fully_read="true")) == [
        "unread: p1 has no reading: 新增300人。…",
        "unread: p2 has no reading: 乙。…",
        "number-unaccounted: p1: '300人' in …新增300人。… is no measure's figure",
    ]


def test_a_number_without_an_account_is_shown_at_its_own_column(tmp_path: Path) -> None:
    site = site_of(tmp_path, report("a", "## 一、就业\n新增300人。", "nothing_to_code: [p1]", fully_read="true"))
    assert told(list(check.whole_reports_are_read(site))) == [
        ("number-unaccounted", "content/reports/a/report.md:16:3")
    ]


def test_a_translation_is_held_to_its_quantities_where_it_stands(tmp_path: Path) -> None:
    site = site_of(tmp_path, report("a", "# 就业\n新增300人。", translation="# Jobs\n\n\n\nThere were 200 new jobs."))
    assert told(list(check.translations_keep_quantities(site))) == [
        ("translation-quantity", "content/reports/a/translation.en.md:5:1")
    ]


TERM = {
    "content/terms.yaml": """
        - id: council
          zh: 议事会
          pinyin: yì shì huì
          en: neighbours’ council
          forms: [councils of neighbours]
          meaning: {zh: 商议。, en: Talks.}
        """
}


@pytest.mark.parametrize(
    ("english", "right"),
    [
        ("The neighbours’ council met.", True),
        ("The Neighbours' Council met.", True),
        ("Two councils of neighbours met.", True),
        ("The residents’ meeting met.", False),
    ],
)
def test_a_translation_has_the_english_of_a_term_in_any_of_its_forms(english: str, right: bool, tmp_path: Path) -> None:
    said = found(check.terms_keep_their_english, tmp_path, TERM, report("a", "议事会开会。", translation=english))
    assert said == ([] if right else ["term-english: p1 has 议事会, and its English has no 'neighbours’ council'"])


def test_a_gloss_has_the_english_of_a_term_that_its_quote_names(tmp_path: Path) -> None:
    keys = 'kind: result, themes: [jobs], period: "2022", period_basis: stated'
    annotations = f"""
        statements:
        - {{id: r01, quote: 议事会开会, gloss: the meeting met, {keys}}}
        - {{id: r02, quote: 修路, gloss: roads were mended, {keys}}}
        """
    assert found(check.terms_keep_their_english, tmp_path, TERM, report("a", "议事会开会，修路。", annotations)) == [
        "term-english: r01 has 议事会, and its gloss has no 'neighbours’ council'"
    ]


def follow_up(more: str) -> dict[str, str]:
    return {"content/follow-ups.yaml": f"- {{promise: a/t01, because: {{zh: 同。, en: Same.}}, {more}}}"}


TWO = (
    report("a", "甲事100人。", target(), date='"2021"'),
    report("b", "新增300人。", one("300人", f"{JOBS}, unit: 人")),
)


@pytest.mark.parametrize(
    ("more", "fits"),
    [
        ("evidence: not-found, searched: [乙]", True),
        ("evidence: not-found", False),
        ("evidence: not-found, later: [b/r01]", False),
        ("evidence: not-found, searched: [乙], later: [b/r01]", False),
        ("evidence: not-due", True),
        ("evidence: not-due, searched: [乙]", False),
        ("evidence: not-checked", True),
        ("evidence: not-checked, later: [b/r01]", False),
        ("evidence: reported-done, later: [b/r01]", True),
        ("evidence: reported-done", False),
        ("evidence: reported-progress, later: [b/r01], searched: [乙]", False),
        ("evidence: restated, later: [b/r01]", True),
        ("evidence: other-definition, later: [b/r01]", True),
        ("evidence: other-definition", False),
    ],
)
def test_evidence_goes_with_later_words_or_with_searched_ones_or_with_neither(
    more: str, fits: bool, tmp_path: Path
) -> None:
    assert (found(check.evidence_fits, tmp_path, *TWO, follow_up(more)) == []) is fits


def test_nothing_is_not_found_where_there_is_no_later_report_to_search(tmp_path: Path) -> None:
    more = follow_up("evidence: not-found, searched: [乙]")
    assert found(check.evidence_fits, tmp_path, report("a", "甲事100人。", target()), more) == [
        "evidence-disagrees: the evidence is not-found, and there is no later report in which to search"
    ]


def test_a_follow_up_looks_only_to_later_reports_of_the_district(tmp_path: Path) -> None:
    parts = (
        report("a", "甲事100人。", target(), date='"2021"'),
        report("b", "新增300人。", one("300人", f"{JOBS}, unit: 人"), date='"2022"'),
        report("c", "新增300人。", one("300人", f"{JOBS}, unit: 人"), date='"2020"'),
        report("d", "新增300人。", one("300人", f"{JOBS}, unit: 人"), date='"2022"', district="baishi"),
        follow_up("evidence: restated, later: [b/r01, c/r01, d/r01]"),
    )
    assert found(check.follow_ups_look_forward, tmp_path, *parts) == [
        "later-not-later: c/r01 is not in a later report of the same district",
        "later-not-later: d/r01 is not in a later report of the same district",
    ]


def test_a_result_is_not_followed_up(tmp_path: Path) -> None:
    follow_ups = "- {promise: b/r01, evidence: not-checked, because: {zh: 无。, en: None.}}"
    assert found(check.follow_ups_look_forward, tmp_path, *TWO, {"content/follow-ups.yaml": follow_ups}) == [
        "later-not-later: b/r01 is a result; only targets and tasks are followed up"
    ]


@pytest.mark.parametrize(
    ("keys", "asked"),
    [({"fully_read": "true", "date": '"2021"'}, True), ({"date": '"2021"'}, False), ({"fully_read": "true"}, False)],
)
def test_a_target_is_followed_up_where_its_report_is_read_and_a_later_one_exists(
    keys: dict[str, str], asked: bool, tmp_path: Path
) -> None:
    said = found(check.promises_are_followed_up, tmp_path, report("a", "甲事100人。", target(), **keys), TWO[1])
    assert said == (["follow-up-missing: t01 is a target, and has no follow-up"] if asked else [])


def test_a_task_is_followed_up_where_it_names_an_initiative(tmp_path: Path) -> None:
    keys = 'kind: task, themes: [jobs], gloss: words, by: "2021", period_basis: stated'
    annotations = f"statements: [{{id: k01, quote: 东堤公园, {keys}}}, {{id: k02, quote: 修路, {keys}}}]"
    initiatives = """
        - id: park
          name: {zh: 东堤公园, en: Dongdi Park}
          kind: place
          aliases: [东堤公园]
          districts: [qinghu]
          note: {zh: 公园。, en: A park.}
        """
    parts = (
        report("a", "东堤公园。修路。", annotations, fully_read="true", date='"2021"'),
        TWO[1],
        {"content/initiatives.yaml": initiatives},
    )
    assert found(check.promises_are_followed_up, tmp_path, *parts) == [
        "follow-up-missing: k01 names park, and has no follow-up"
    ]


@pytest.mark.parametrize(
    ("word", "there"),
    [("5G基站", True), ("５Ｇ 基站", True), ("5g", True), ("建设5G", True), ("5G基站群", False), ("6G", False)],
)
def test_a_searched_word_is_looked_for_in_any_width_and_case(word: str, there: bool, tmp_path: Path) -> None:
    parts = (
        report("a", "甲事100人。", target(), date='"2021"'),
        report("b", "建设 ５Ｇ\n基站。"),
        follow_up(f"evidence: not-found, searched: [{word}]"),
    )
    said = found(check.searched_words_are_absent, tmp_path, *parts)
    assert said == ([f"searched-found: {word!r} does occur in b"] if there else [])


def test_a_searched_word_may_stand_in_earlier_reports_and_in_those_of_other_districts(tmp_path: Path) -> None:
    parts = (
        report("a", "甲事100人。", target(), date='"2021"'),
        report("b", "5G基站。", date='"2020"'),
        report("c", "5G基站。", date='"2022"', district="baishi"),
        follow_up("evidence: not-found, searched: [5G]"),
    )
    assert found(check.searched_words_are_absent, tmp_path, *parts) == []


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
    assert found(check.aliases_have_one_owner, tmp_path, parts) == ["alias-clash: '碧道' also names a"]


def test_a_word_that_holds_a_numeral_is_listed_once(tmp_path: Path) -> None:
    words = """
        - {words: [五柳巷, 三江口], reason: name, about: places of Qinghu}
        - {words: [双桥, 三江口], reason: idiom, about: others}
        """
    assert found(check.number_words_stand_once, tmp_path, {"content/numbers.yaml": words}) == [
        "duplicate-id: 三江口 stands here a second time; the first is on line 2"
    ]


def test_prose_may_refer_to_records_of_every_kind_and_to_pages(tmp_path: Path) -> None:
    right = ["statement:a/r01", "report:a", "indicator:new-jobs", "theme:jobs", "district:qinghu", "term:council"]
    wrong = ["statement:a/r02", "report:b", "indicator:b", "theme:b", "district:b", "term:b", "initiative:b", "page:b"]
    links = [f"[x]({name})" for name in (*right, *(f"page:{page}" for page in PAGES))]
    parts = (TERM, report("a", "新增300人。", one("300人", f"{JOBS}, unit: 人")))
    assert (
        found(check.prose_refers_to_what_exists, tmp_path, *parts, {"content/prose/about.en.md": " ".join(links)}) == []
    )
    prose = {"content/prose/about.en.md": "\n".join(f"[x]({name})" for name in wrong)}
    site = site_of(tmp_path, *parts, prose)
    assert told(list(check.prose_refers_to_what_exists(site))) == [
        ("reference-unknown", f"content/prose/about.en.md:{line}:5") for line in range(1, len(wrong) + 1)
    ]


def test_prose_may_link_outside_but_not_to_a_kind_of_record_that_there_is_not(tmp_path: Path) -> None:
    prose = {"content/prose/about.en.md": "[a](https://example.org) [b](mailto:x@example.org)\n[c](indicators:gdp)"}
    site = site_of(tmp_path, prose)
    assert told(list(check.prose_refers_to_what_exists(site))) == [
        ("reference-unknown", "content/prose/about.en.md:2:5")
    ]


def test_prose_in_a_language_that_the_site_does_not_have_is_told(tmp_path: Path) -> None:
    site = site_of(tmp_path, {"content/prose/about.fr.md": "Bonjour"})
    assert told(list(check.prose_has_a_known_language(site))) == [("bad-value", "content/prose/about.fr.md:1:1")]


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
    assert [code for code, _ in told(list(check.subjects_have_ids_of_their_own(site_of(tmp_path, shared))))] == [
        "duplicate-id"
    ]
