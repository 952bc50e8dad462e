"""Mistakes in each format: sorted, each once, escaped as the format wants it."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest

from duizhao.issues import LONGEST, LONGEST_RUN, SHOWN, Issue, SourcePosition, as_github, as_json, in_order, shown

LATE = Issue("unread", SourcePosition("content/b.md", 2, 1), "p2 has no reading")
EARLY = Issue("bad-value", SourcePosition("content/a.yaml", 9, 3), "kind cannot be '项目'", "allowed: a, b")


def test_issues_come_by_place_and_each_once() -> None:
    rows = json.loads(as_json([LATE, EARLY, LATE]))
    assert [row["path"] for row in rows] == ["content/a.yaml", "content/b.md"]
    assert shown([LATE, EARLY, LATE], lambda _: None).endswith("\n\n2 issues\n")


def test_json_has_everything_that_is_known_of_an_issue() -> None:
    assert json.loads(as_json([EARLY])) == [
        {
            "code": "bad-value",
            "path": "content/a.yaml",
            "line": 9,
            "col": 3,
            "message": "kind cannot be '项目'",
            "hint": "allowed: a, b",
        }
    ]
    assert json.loads(as_json([])) == []


@pytest.mark.parametrize(
    ("path", "message", "hint", "command"),
    [
        ("a.yaml", "wrong", "", "::error file=a.yaml,line=9,col=3,title=unread::wrong\n"),
        ("a.yaml", "wrong", "a way out", "::error file=a.yaml,line=9,col=3,title=unread::wrong%0Aa way out\n"),
        ("a,b:c.yaml", "x", "", "::error file=a%2Cb%3Ac.yaml,line=9,col=3,title=unread::x\n"),
        ("50%.yaml", "50%, a: b\r\nc", "", "::error file=50%25.yaml,line=9,col=3,title=unread::50%25, a: b%0D%0Ac\n"),
    ],
)
def test_a_workflow_command_is_one_line_whatever_is_in_it(path: str, message: str, hint: str, command: str) -> None:
    assert as_github([Issue("unread", SourcePosition(path, 9, 3), message, hint)], lambda place: place.path) == command


def test_an_issue_has_a_code_of_the_table() -> None:
    with pytest.raises(KeyError, match="no such issue code: odd"):
        Issue("odd", SourcePosition("a"), "")


def cells(text: str) -> int:
    """How wide a terminal shows a text whose characters are one or two cells wide."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: ", "x"),
        ("名称：", "x"),
        ("𠮷野家，𰻞𰻞面", "𠮷"),
        ("😀👩‍🔬", "x"),
        ("２０ｱ가", "x"),
        ("\ta:\t", "x"),
        ("e\u0301a\u0308", "x"),
        ("“就业”——…", "x"),
        ("一\u2028二\x1b[31m\u202e\u200b三", "x"),
        ("字" * 300, "x" * 300),
    ],
)
def test_the_caret_stands_below_its_character_whatever_stands_before_it(before: str, after: str) -> None:
    issue = Issue("unread", SourcePosition("a", 1, len(before) + 1), "wrong")
    _, line, caret, *_ = shown([issue], lambda _: before + after).split("\n")
    seen = re.sub("[\u0301\u0308\u200d]", "", line)  # drawn over what stands before them
    at = cells(caret.removesuffix("^"))
    assert caret.endswith("^")
    assert [cells(seen[:end]) for end in range(len(seen)) if seen[end] == after[0] and cells(seen[:end]) == at] == [at]


@pytest.mark.parametrize(
    "char", ["\x00", "\x1b", "\x07", "\x9b", "\x7f", "\u202e", "\u2066", "\u2028", "\u200b", "\ud800"]
)
def test_nothing_that_steers_a_terminal_reaches_it(char: str) -> None:
    issue = Issue("unread", SourcePosition("a"), f"a{char}b", f"c{char}d")
    assert char not in shown([issue], lambda _: f"e{char}f")


@pytest.mark.parametrize("char", ["\x00", "\n", "\r", "\x1b", "\x85", "\u202e", "\u2028", "\u200b", "\udcff"])
def test_a_name_of_a_file_steers_nothing_and_makes_no_line_of_its_own(char: str) -> None:
    issue = Issue("unread", SourcePosition(f"a{char}::error file=b"), f"c{char}d", f"e{char}f")
    said = shown([issue], lambda _: None)
    assert said.count("\n") == 4 and char not in said.replace("\n", "")
    command = as_github([issue], lambda place: place.path)
    assert command.count("\n") == 1 and char not in command.removesuffix("\n")
    assert as_json([issue]).isascii()


def test_what_is_not_seen_is_shown_as_it_is_in_a_line() -> None:
    issue = Issue("unread", SourcePosition("a\x1b[31m\n.md"), "b\x00", "c\x07")
    _, _, *rest = said = shown([issue], lambda _: "d\x1b").split("\n")
    assert said[:2] == ["a␛[31m␊.md:1:1: unread: b␀", "    d␛"] and rest[1] == "  hint: c␇"


def many(count: int, path: str = "content/a.yaml", code: str = "unread") -> list[Issue]:
    return [Issue(code, SourcePosition(path, line, 1), f"p{line} has no reading") for line in range(1, count + 1)]


@pytest.mark.long
def test_of_one_kind_in_one_file_the_first_are_shown_and_the_rest_counted() -> None:
    issues = [*many(99_000), *many(3, "content/b.yaml"), *many(2, code="bad-value")]
    text = shown(issues, lambda _: None)
    assert text.count(": unread: ") == SHOWN + 1 + 3 and text.count(": bad-value: ") == 2
    assert f"content/a.yaml:{SHOWN + 1}:1: unread: and {99_000 - SHOWN:,} more of this kind in this file" in text
    assert text.endswith("\n\n99005 issues\n")
    commands = as_github(issues, lambda place: place.path).splitlines()
    assert len(commands) == SHOWN + 1 + 3 + 2 and sum("98,900 more" in line for line in commands) == 1


def test_as_many_as_are_shown_need_no_count() -> None:
    assert "more of this kind" not in shown(many(SHOWN), lambda _: None)
    assert "and 1 more of this kind" in shown(many(SHOWN + 1), lambda _: None)


def test_other_programs_are_given_every_issue() -> None:
    assert len(json.loads(as_json(many(3_000)))) == 3_000


def test_a_message_that_quotes_what_runs_on_and_on_is_told_by_its_ends() -> None:
    issue = Issue("unread", SourcePosition("a"), f"value {'9' * 5_000} cannot be", f"allowed: {'x' * 5_000}")
    for text in (shown([issue], lambda _: None), as_github([issue], lambda place: place.path), as_json([issue])):
        assert len(text) < LONGEST + 500
    assert f"value {'9' * 60}… 4,920 more …{'9' * 20} cannot be" in shown([issue], lambda _: None)
    whole = Issue("unread", SourcePosition("a"), "区" * LONGEST_RUN, "paste: " + "区" * 3 * LONGEST_RUN)
    assert whole.message in shown([whole], lambda _: None) and whole.hint in shown([whole], lambda _: None)


def test_a_message_that_quotes_words_without_an_end_is_told_by_its_ends() -> None:
    issue = Issue("unread", SourcePosition("a"), f"period: {'- ' * 5_000}cannot be", f"allowed: {'x ' * 5_000}or none")
    for text in (shown([issue], lambda _: None), as_github([issue], lambda place: place.path), as_json([issue])):
        assert len(text) < 2 * LONGEST + 500
        assert text.count(" more ") == 2 and "cannot be" in text and "or none" in text


def test_issues_of_one_place_and_message_stand_in_the_order_in_which_they_were_found() -> None:
    place = SourcePosition("a.md", 2, 1)
    found = [Issue("text-changed", place, "the same", f"step {number}") for number in range(20, 0, -1)]
    assert in_order([*found, *found]) == found
