"""What looks like ASCII and is not: the message says so, at its place, and what to write instead."""

from __future__ import annotations

import pytest

from duizhao.content.file_kinds import DISTRICTS, THEMES
from duizhao.content.look_alikes import plain
from duizhao.content.nodes import node_of
from duizhao.content.reader import record_of, records_of
from duizhao.content.written import WrittenStatement

DISTRICT = '- {id: qinghu, name: {zh: 青湖区, en: Qinghu}, city: {zh: 云江市, en: Yunjiang}, adcode: "990101"}'
STATEMENT = "{id: t01, kind: target, quote: 就业, gloss: jobs, themes: [jobs, care], by: 2022, period_basis: stated}"


def told(text: str) -> list[tuple[str, int, str, str]]:
    """What is said of a file of districts: code, column, message and hint."""
    node, issues = node_of(text, "x.yaml")
    if node is not None:
        issues += records_of(node, DISTRICTS.record)[1]
    return [(issue.code, issue.place.col, issue.message, issue.hint) for issue in issues]


def told_of_statement(text: str) -> list[tuple[str, int, str, str]]:
    node, issues = node_of(text, "x.yaml")
    if node is not None:
        issues += record_of(node, WrittenStatement)[1]
    return [(issue.code, issue.place.col, issue.message, issue.hint) for issue in issues]


def test_what_the_mistakes_are_made_in_has_none() -> None:
    assert told(DISTRICT) == told_of_statement(STATEMENT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "message", "hint"),
    [
        ('"990101"', "９９０１０１", "adcode is written with full-width characters (９０１)", "write it as 990101"),
        ('"990101"', "“990101”", "adcode is written with typographic quotes (“”)", "write it as 990101"),
        ('"990101"', '"990101 "', "adcode is written with blanks about it", "write it as 990101"),
        (
            '"990101"',
            "\u0669\u0669\u0660101",
            "adcode is written with characters that are not ASCII (\u0669\u0660)",
            "",
        ),
        ("id: qinghu", "id: ｑinghu", "id is written with full-width characters (ｑ)", "write it as qinghu"),
        ("id: qinghu", "id: q\u0456nghu", "id is written with Cyrillic letters (\u0456)", "write it as qinghu"),
        ("id: qinghu", "id: 'qinghu'", "", ""),
    ],
)
def test_a_value_that_would_do_in_ascii_is_told_so(right: str, wrong: str, message: str, hint: str) -> None:
    text = DISTRICT.replace(right, wrong)
    value = wrong.removeprefix("id: ")
    found = told(text)
    if not message:
        assert found == []
        return
    assert [(code, col, what) for code, col, what, _ in found] == [("look-alike", text.index(value) + 1, message)]
    assert found[0][3] == hint or not hint


@pytest.mark.parametrize(
    ("right", "wrong", "at", "code"),
    [
        ("by: 2022", "by: 2022–2023", "2022–2023", "wrong-type"),
        ("by: 2022", "by: ２０２２", "２０２２", "look-alike"),
        ("by: 2022", "by: 2022－06", "2022－06", "look-alike"),
        ("by: 2022", "by: “2022”", "“2022”", "look-alike"),
        ("kind: target", "kind: “target”", "“target”", "look-alike"),
        ("kind: target", "kind: ｔarget", "ｔarget", "look-alike"),
        ("[jobs, care]", "[jobs，care]", "jobs，care", "look-alike"),
        ("[jobs, care]", "[jobs、care]", "jobs、care", "look-alike"),
        ("[jobs, care]", "［jobs， care］", "［jobs， care］", "look-alike"),
        ("id: t01, ", "id: t01，", "，", "look-alike"),
        ("kind: target, ", "kind: target，", "，", "look-alike"),
        ("kind: target", "kind：target", "：target", "full-width-colon"),
        ("kind:", "ｋind:", "ｋind", "look-alike"),
    ],
)
def test_one_wrong_character_is_one_issue_at_its_place(right: str, wrong: str, at: str, code: str) -> None:
    text = STATEMENT.replace(right, wrong)
    assert [(found, col) for found, col, _, _ in told_of_statement(text)] == [(code, text.index(at) + 1)]


@pytest.mark.parametrize(
    ("wrong", "at", "code"),
    [
        ("{zh：青湖区, en: Qinghu}", "：", "full-width-colon"),
        ("{zh: 青湖区, en：Qinghu}", "：Q", "full-width-colon"),
        ("{zh: 青湖区，en: Qinghu}", "，", "look-alike"),
    ],
)
def test_words_in_two_languages_are_told_what_is_full_width(wrong: str, at: str, code: str) -> None:
    text = DISTRICT.replace("{zh: 青湖区, en: Qinghu}", wrong)
    assert [(found, col) for found, col, _, _ in told(text)] == [(code, text.index(at) + 1)]


def test_a_list_whose_mark_is_no_hyphen_is_told_so() -> None:
    node, _ = node_of("— id: jobs\n", "x.yaml")
    assert [issue.code for issue in records_of(node, THEMES.record)[1]] == ["look-alike"]


@pytest.mark.parametrize("note", ["注：见下，另见上", "“就业”", "２０年", "a – b"])
def test_words_for_readers_may_hold_all_of_these(note: str) -> None:
    text = STATEMENT[:-1] + f", note: {{zh: {note}, en: the words of {note} in full}}}}"
    assert told_of_statement(text) == []


@pytest.mark.parametrize("text", ["jobs", "2020-06", "a b", ""])
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


DISTRICTS_IN_LINES = """\
- id: qinghu
  name: {zh: 青湖区, en: Qinghu}
  city: {zh: 云江市, en: Yunjiang}
  adcode: "990101"
- id: baishi
  name: {zh: 白石区, en: Baishi}
  city: {zh: 云江市, en: Yunjiang}
  adcode: "990102"
"""


@pytest.mark.parametrize("blank", ["\u00a0", "\u2009", "\u202f", "\u3000", "\u3000\u3000"])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("- id: qinghu", "- id:□qinghu"),
        ("- id: qinghu", "-□id: qinghu"),
        ('adcode: "990101"', 'adcode:□"990101"'),
        ('"990101"', '"990101"□'),
        ('"990102"\n', '"990102"□'),
        ("{zh: 青湖区, en: Qinghu}", "{zh: 青湖区,□en: Qinghu}"),
        ("{zh: 青湖区, en: Qinghu}", "{zh: 青湖区, □en: Qinghu}"),
        ("{zh: 青湖区, en: Qinghu}", "{zh: 青湖区, en:□Qinghu}"),
        ("{zh: 青湖区, en: Qinghu}", "{zh:□青湖区, en: Qinghu}"),
        ("{zh: 青湖区, en: Qinghu}", "{□zh: 青湖区, en: Qinghu}"),
        ("{zh: 青湖区, en: Qinghu}", "{zh: 青湖区, en: Qinghu}□"),
        ("name: {zh: 青", "name:□{zh: 青"),
        ("  name: {zh: 青", "  □name: {zh: 青"),
    ],
)
def test_a_blank_that_is_no_space_is_told_at_its_place_wherever_it_stands_about_keys(
    right: str, wrong: str, blank: str
) -> None:
    assert right in DISTRICTS_IN_LINES
    text = DISTRICTS_IN_LINES.replace(right, wrong.replace("□", blank), 1)
    line = next(line for line in text.split("\n") if blank in line)
    ((code, col, message, hint),) = told(text)
    assert (code, col, message) == ("look-alike", line.index(blank) + 1, "this blank is no ASCII space")
    assert "ASCII space" in hint


def test_a_blank_that_is_no_space_is_left_alone_within_words() -> None:
    text = DISTRICT.replace("Qinghu", "Qing\u00a0hu").replace("青湖区", "\u3000青\u3000湖")
    assert told(text) == []


def test_a_blank_that_no_one_sees_is_told_by_its_code_point() -> None:
    ((code, _, message, _),) = told_of_statement(STATEMENT.replace("by: 2022", "by: 2022\u00a0"))
    assert (code, message) == ("look-alike", "by is written with blanks that are no ASCII spaces (U+00A0)")
