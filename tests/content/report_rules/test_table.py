"""The table of the rules of reading: all are in it, each says what must hold, and all that is broken is told."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import FunctionType

import pytest

from duizhao.content import report_rules
from duizhao.content.report_rules.table import FOUND_RULES, TEXT_RULES, WRITTEN_RULES

from ..reports import read, statement

RULES = (*WRITTEN_RULES, *TEXT_RULES, *FOUND_RULES)


def functions_of(parameter: str) -> Iterator[FunctionType]:
    """The public functions of the rooms of rules that take this parameter alone."""
    for room in pkgutil.iter_modules(report_rules.__path__):
        module = importlib.import_module(f"{report_rules.__name__}.{room.name}")
        for name, value in vars(module).items():
            public = inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
            if public and room.name != "table" and list(inspect.signature(value).parameters) == [parameter]:
                yield value


@pytest.mark.parametrize(
    ("parameter", "rules"), [("written", WRITTEN_RULES), ("capture", TEXT_RULES), ("found", FOUND_RULES)]
)
def test_every_function_of_a_rule_s_form_is_in_the_table(parameter: str, rules: tuple[FunctionType, ...]) -> None:
    assert set(functions_of(parameter)) == set(rules)


def test_every_rule_says_in_its_first_line_what_must_hold() -> None:
    lines = [(rule.__doc__ or "").splitlines()[0] for rule in RULES]
    assert all(line.endswith(".") for line in lines)
    assert len(set(lines)) == len(lines)


def test_all_that_is_wrong_with_a_report_is_told_in_one_run() -> None:
    annotations = statement("quote: 丁, modal: 确保", "target", "t01", 'period: "2021"') + "nothing_to_code: [p9]\n"
    _, issues = read("甲。\n乙。", annotations, "A.\n", id="qinghu-2021")
    assert sorted(issue.code for issue in issues) == [
        "id-mismatch",
        "quote-missing",
        "target-unmeasured",
        "time-misplaced",
        "translation-blocks",
        "unknown-id",
    ]


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({"source_sha256": "0"}, ["source-changed"]),
        ({"source": "丙。\n"}, ["text-changed"]),
        ({"clean_up": '{lines: [{drop: "7", reason: duplicate}]}'}, ["clean-up-step"]),
        ({"source_sha256": "0", "clean_up": "{lines: [{drop: one}]}"}, ["clean-up-step", "source-changed"]),
    ],
)
def test_a_text_that_does_not_stand_makes_no_report_and_the_other_files_are_looked_at(
    keys: dict[str, str], codes: list[str]
) -> None:
    found, issues = read("甲。", "statements: [{id: x}]", "# A\n", **keys)
    assert found is None
    form = {"missing-key", "translation-blocks"}
    assert sorted({issue.code for issue in issues}) == sorted({*codes, *form})
