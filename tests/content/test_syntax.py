"""What is meant where YAML cannot read on: the cause, at its place, with a way out."""

from __future__ import annotations

import pytest

from duizhao.content.nodes import node_of

from ..text.test_growth import grows_no_faster_than_its_text

# The text, the line and column of the cause, words of the message, words of the hint.
CAUSES = [
    ("- id: r01\n  kind:result\n  quote: x\n", "2:3", "behind the colon of kind", "write kind: result"),
    ("- id:r01\n  kind: x\n", "1:3", "behind the colon of id", "write id: r01"),
    ("-id: r01\n kind: x\n", "1:1", "behind the hyphen", "write - id: …"),
    ("a:\n\tb: 1\n", "2:1", "a tab", "two spaces"),
    ("a: %1\n", "1:4", "begins with %", 'quotes: "%1"'),
    ("- @x\n", "1:3", "begins with @", "quotes"),
    ("a: > 12\n", "1:4", "begins with >", "quotes"),
    ("a: &b c\n", "1:4", "begins with &", "quotes"),
    ("a: !b c\n", "1:4", "begins with !", "quotes"),
    ("a: [x] y\nb: 1\n", "1:4", "begins with [", "quotes"),
    ("a: b: c\n", "1:5", "the value of a holds `: `", 'quotes: "b: c"'),
    ("a: {b: c: d}\n", "1:9", "`: ` stands within a value", "quotes"),
    ("a: {b: 1 c: 2}\n", "1:11", "`: ` stands within a value", "a comma before c"),
    ("a: [1, 2\nb: 3\n", "1:4", "not closed", "close it with ]"),
    ("a: {b: [1}\n", "1:10", "another kind opened", "write ]"),
    ("a: {b: 1}}\n", "1:10", "closes a bracket that is closed", "take it away"),
    ("- a: 1\n   b: 2\n", "2:4", "another column than a", "one column"),
    ("- a: 1\nb: 2\n", "2:1", "another column than a", "one column"),
    ("a\n- b: 1\n", "1:1", "no colon stands behind a", "write a:"),
    ("a: x\nb y\nc: z\n", "2:1", "has no key", "begin it with its key"),
    ('a: "b" c\nd: "e"\n', "1:4", "end before the value does", "the whole value"),
    ('a: "C:\\Users"\n', "1:7", "\\U between double quotes is no escape", "write \\\\ for a backslash, or put"),
    ('a: "157\\% of"\n', "1:8", "\\% between double quotes is no escape", "single quotes"),
    ('a: 1\nb: "x\\dy"\n', "2:6", "\\d between", "single quotes"),
    ('- {a: "甲\\%", b: x}\n', "1:9", "\\% between", "single quotes"),
    ('a: "\\x0"\n', "1:5", "\\x between", "single quotes"),
    ('a: "b\n  c \\q"\n', "2:5", "\\q between", "single quotes"),
    ('a: "b\\"\n', "1:4", "not closed", "close it"),
    ('a: "b \\\\\\%"\n', "1:9", "\\% between", "single quotes"),
    ('a: "\\ud83d\\ude00"\n', "1:5", "\\u between", "write the character itself, 😀, in place of \\ud83d\\ude00"),
    ('a: "x \\ud83d!"\n', "1:4", "\\ud83d stands for no character", "the character itself"),
    ("a: 'it's'\n", "1:4", "end before the value does", "the whole value"),
]


@pytest.mark.parametrize(("text", "place", "message", "hint"), CAUSES)
def test_the_cause_is_told_at_its_place_with_a_way_out(text: str, place: str, message: str, hint: str) -> None:
    node, (issue,) = node_of(text, "x.yaml")
    assert node is None
    assert (issue.code, str(issue.place)) == ("yaml-syntax", f"x.yaml:{place}")
    assert message in issue.message
    assert hint in issue.hint


@pytest.mark.parametrize("text", ["a: 3 * 4\n", "a: x & y\n", "a: 'a: b'\n", "a: https://example.org/b\n", "a: b:c\n"])
def test_signs_within_a_value_are_left_alone(text: str) -> None:
    assert node_of(text, "x.yaml")[1] == []


def test_of_a_record_without_its_hyphen_one_issue_names_all_that_stands_twice() -> None:
    _, (issue,) = node_of("- id: r01\n  kind: a\n  id: r02\n  kind: b\n", "x.yaml")
    assert (issue.code, str(issue.place)) == ("duplicate-key", "x.yaml:3:3")
    assert issue.hint == "a record begins with `- `: write - id: r02"


def test_keys_that_are_pasted_twice_are_each_told() -> None:
    _, issues = node_of("id: r01\nkind: a\nquote: b\nkind: c\nquote: d\n", "x.yaml")
    assert [(issue.code, issue.place.line) for issue in issues] == [("duplicate-key", 4), ("duplicate-key", 5)]


@pytest.mark.long
@pytest.mark.parametrize("run", [" ]", "a ", "- ", "''", "{", "a: ", "[]", "\\"])
def test_a_cause_is_looked_for_in_time_that_grows_with_the_line(run: str) -> None:
    def read(text: str) -> object:
        return node_of(f"a: b\n{'a' * len(text)}{text}\n", "x.yaml")

    grows_no_faster_than_its_text(read, run, 240)
