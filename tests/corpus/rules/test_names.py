"""One English name for one thing: in a report, in shared records, in prose."""

from __future__ import annotations

from pathlib import Path

from duizhao.corpus.rules.names import names_keep_their_english
from duizhao.corpus.rules.shared_names import names_are_no_other_name, prose_keeps_names, shared_records_keep_names

from ...sample import report, site_of
from .given import found, raised

NAMES = {"content/names.yaml": "- {zh: 起步区, en: first-phase area, never: [start-up area]}"}


def stated(gloss: str, scope: str, what: str, note: str = "n") -> str:
    return f"""
        statements:
        - id: r01
          kind: result
          quote: 起步区引进3家
          gloss: {gloss}
          themes: [jobs]
          period: "2022"
          period_basis: stated
          scope: {{zh: 起步区, en: {scope}}}
          note: {{zh: 起步区。, en: {note}}}
          measures:
          - {{figure: 3家, value: 3, unit: 家, operator: eq, aspect: level, what: {{zh: 起步区企业, en: {what}}}}}
        """


def told(top: Path, *parts: dict[str, str]) -> list[str]:
    return [message.removeprefix("name-english: ") for message in found(names_keep_their_english, top, NAMES, *parts)]


def test_the_right_name_is_asked_of_translation_gloss_scope_and_words_for_figures(tmp_path: Path) -> None:
    english = "In the first-phase area 3 firms settled."
    right = report(
        "a",
        "起步区引进3家。",
        stated("3 in the first-phase area", "first-phase area", "First-phase area firms"),
        english,
    )
    assert told(tmp_path / "right", right) == []
    lost = report("a", "起步区引进3家。", stated("3 in it", "the area", "its firms"), "There 3 firms settled.")
    assert told(tmp_path / "lost", lost) == [
        "the English of p1 has no 'first-phase area' for 起步区",
        "the gloss of r01 has no 'first-phase area' for 起步区",
        "scope of r01 has no 'first-phase area' for 起步区",
        "what of r01 has no 'first-phase area' for 起步区",
    ]


def test_a_wrong_name_is_told_once_with_what_is_lacking_and_in_notes_which_may_leave_the_name_out(
    tmp_path: Path,
) -> None:
    other = stated("3 in the start-up area", "first-phase area", "first-phase area firms", "The start-up area.")
    assert told(tmp_path, report("a", "起步区引进3家。", other)) == [
        "the gloss of r01 has no 'first-phase area' for 起步区, but 'start-up area'",
        "note of r01 has 'start-up area', and 起步区 is 'first-phase area'",
    ]


def test_shared_records_have_the_right_name_in_names_and_no_wrong_one_anywhere(tmp_path: Path) -> None:
    themes = "- {id: jobs, name: {zh: 起步区就业, en: Jobs there}, cells: [{district: baishi, state: not-comparable,"
    themes += " because: {zh: 不同。, en: The start-up area.}}]}"
    assert found(shared_records_keep_names, tmp_path, NAMES, {"content/themes.yaml": themes}) == [
        "name-english: name of jobs has no 'first-phase area' for 起步区",
        "name-english: because of refused cell has 'start-up area', and 起步区 is 'first-phase area'",
    ]


def test_prose_is_told_of_by_its_line_and_addresses_are_no_words(tmp_path: Path) -> None:
    prose = {
        "content/prose/about.en.md": "Of [it](https://example.org/start-up-area).\n\nThe start-up area.\n",
        "content/prose/about.zh.md": "起步区。\n",
    }
    issues = list(raised(prose_keeps_names, site_of(tmp_path, NAMES, prose)))
    assert [(issue.code, str(issue.place)) for issue in issues] == [("name-english", "content/prose/about.en.md:3:1")]


def test_no_name_is_of_two_things_and_none_is_what_is_never_said(tmp_path: Path) -> None:
    names = """
        - {zh: 东区, aliases: [东片], en: eastern zone, never: [first-phase area]}
        - {zh: 起步区, aliases: [东片], en: first-phase area}
        """
    assert found(names_are_no_other_name, tmp_path, {"content/names.yaml": names}) == [
        "alias-clash: '东片' also names 东区",
        "alias-clash: 'first-phase area' is the English of 起步区, and stands here as what is never said",
    ]


def test_a_site_in_chinese_alone_gives_no_english_and_is_asked_for_none(tmp_path: Path) -> None:
    settings = "id: s\ntitle: {zh: 样本}\nclaim: {zh: 区}\nbase_url: https://example.org/s/\nlanguages: [zh]\n"
    settings += "publisher: {zh: 编者}\n"
    parts = {
        "content/site.yaml": settings,
        "content/districts.yaml": '- {id: qinghu, name: {zh: 青湖区}, city: {zh: 云江市}, adcode: "990101"}',
        "content/themes.yaml": "- {id: jobs, name: {zh: 就业}}",
        "content/indicators.yaml": "[]",
        "content/names.yaml": "- {zh: 起步区}",
    }
    text = report("a", "起步区。", "nothing_to_code: [p1]", title="{zh: 报告}", short="{zh: 报告}")
    assert found(names_keep_their_english, tmp_path, parts, text) == []
