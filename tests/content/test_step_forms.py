"""Clean-up steps as they are written: which keys go together, and what is told of those that do not."""

from __future__ import annotations

import re

import pytest

from duizhao.content.manual import manual
from duizhao.content.nodes import node_of
from duizhao.content.reader import record_of
from duizhao.content.step_forms import LINE_ACTS, PATTERN_ACTS, PatternProblem, steps_of
from duizhao.content.written import CleanUp, WrittenLineStep, WrittenPattern


def clean_up(text: str) -> CleanUp:
    node, issues = node_of(text, "report.md")
    assert node is not None and issues == []
    record, issues = record_of(node, CleanUp)
    assert record is not None and issues == []
    return record


def problems(text: str) -> list[str]:
    return [problem.message for problem in steps_of(clean_up(text))[1]]


def test_the_steps_of_the_manual_s_example_are_whole() -> None:
    (example,) = re.findall(r"```yaml\nclean_up:\n(.*?)```", manual(), re.DOTALL)
    written = clean_up(example)
    steps, wrong = steps_of(written)
    assert wrong == []
    assert {act for act in PATTERN_ACTS if any(getattr(step, act) for step in written.patterns)} == set(PATTERN_ACTS)
    assert {*LINE_ACTS} - {act for act in LINE_ACTS if any(getattr(s, act) for s in written.lines)} == {"paragraph"}
    assert len(steps.characters) == 3 and steps.radicals and len(steps.patterns) == len(written.patterns)


def test_every_act_and_its_keys_are_keys_of_the_record() -> None:
    for acts, kind in ((LINE_ACTS, WrittenLineStep), (PATTERN_ACTS, WrittenPattern)):
        named = {*acts, *(key for groups in acts.values() for group in groups for key in group)}
        assert named <= {key.name for key in kind.keys}


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ('lines: [{drop: "1", level: 2, reason: share}]', "level does not go with drop"),
        ('lines: [{heading: "1", level: 4}]', "a heading step needs its level"),
        ('lines: [{apart: "1"}]', "an apart step needs its as"),
        ('lines: [{rows: "1-4"}]', "a rows step needs its cells"),
        (
            'lines: [{drop: "1", reason: duplicate}]',
            "a duplicate needs its `of`: the lines that are kept and say the same",
        ),
        ('lines: [{drop: "1", reason: share, of: "2"}]', "`of` goes with reason: duplicate"),
        ('lines: [{drop: "one", reason: share}]', "'one' names no lines"),
        (
            "patterns: [{heading: 甲, drop: 乙, count: 1}]",
            "a pattern step needs one act: spacing, illegible, apart, drop, heading, join",
        ),
        ("patterns: [{drop: 甲, count: 1}]", "a drop step needs its reason"),
        ("patterns: [{heading: 甲, count: 1}]", "a heading step needs its level"),
        ("patterns: [{spacing: 政 府, at: line, count: 1}]", "at does not go with spacing"),
        ("patterns: [{illegible: '??', lines: all, count: 1}]", "'all' names no lines"),
        ("patterns: [{illegible: '??', count: 0}]", "a step that applies nowhere is none"),
        ("radicals: 0", "a step that applies nowhere is none"),
        ("characters: [{character: 200B, count: 1}]", "200B is no character by its code point"),
        ("characters: [{character: U+D800, count: 1}]", "U+D800 is no character by its code point"),
        ("characters: [{character: U+000A, count: 1}]", "U+000A is no character by its code point"),
        ("entities: [{entity: '&ensp', count: 1}]", "&ensp is no entity of HTML that stands for one character"),
    ],
)
def test_a_step_that_is_not_whole_is_told_what_it_lacks(steps: str, message: str) -> None:
    assert problems(steps) == [message]


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        ("patterns: [{heading: '（{二}）', level: 1, count: 1}]", "there is no gap {二}"),
        ("patterns: [{spacing: 政府, count: 1}]", "there is no blank in it that could go"),
        ("patterns: [{spacing: '政{ }', count: 1}]", "a blank at its end stands between nothing"),
        ("patterns: [{illegible: 某某, count: 1}]", "words, digits and gaps are legible"),
        ("patterns: [{illegible: '{n}?', count: 1}]", "words, digits and gaps are legible"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_told_apart_from_a_step_that_is_not_whole(steps: str, message: str) -> None:
    ((problem),) = steps_of(clean_up(steps))[1]
    assert isinstance(problem, PatternProblem)
    assert message in problem.message


def test_an_entity_becomes_what_is_given_even_nothing() -> None:
    steps, _ = steps_of(clean_up("entities: [{entity: '&nbsp;', becomes: '', count: 2}, {entity: '&amp;', count: 1}]"))
    assert [step.becomes for step in steps.characters] == ["", "&"]
