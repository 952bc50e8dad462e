"""The table of codes: each with an example and with what finds it, held against the code that does."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

import pytest

from duizhao.codes import CODES, STAGES
from duizhao.content.nodes import node_of
from duizhao.corpus.rules import RULES

from .conftest import TOP


def raised(tree: ast.AST) -> Iterator[str]:
    """The codes of the issues that a piece of code makes."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Issue":
            yield from (part.value for part in ast.walk(call.args[0]) if isinstance(part, ast.Constant))


def codes_of(rule: str) -> set[str]:
    return {name for name, code in CODES.items() if rule in code.rules}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_over_all_the_content_is_named_by_the_codes_that_it_finds(rule) -> None:
    assert codes_of(rule.__name__) == set(raised(ast.parse(inspect.getsource(rule))))


def test_a_code_names_stages_and_rules_that_there_are() -> None:
    known = {*STAGES, *(rule.__name__ for rule in RULES)}
    assert [name for name, code in CODES.items() if not code.rules or not known.issuperset(code.rules)] == []


def test_a_code_that_is_found_outside_the_rules_names_a_stage_and_no_other_does() -> None:
    modules = set((TOP / "duizhao").rglob("*.py")) - {TOP / "duizhao" / "corpus" / "rules.py"}
    found = {code for path in modules for code in raised(ast.parse(path.read_text("utf-8")))}
    assert found == {name for stage in STAGES for name in codes_of(stage)}


@pytest.mark.parametrize("name", CODES)
def test_an_example_shows_the_mistake_and_what_to_write_instead(name: str) -> None:
    code = CODES[name]
    assert code.wrong and code.right and code.wrong != code.right
    assert code.meaning.endswith(".") and "\n" not in code.meaning
    assert max(map(len, f"{code.wrong}\n{code.right}".split("\n"))) <= 100


@pytest.mark.parametrize("name", ["yaml-syntax", "duplicate-key", "full-width-colon"])
def test_an_example_of_yaml_has_the_very_mistake(name: str) -> None:
    code = CODES[name]
    wrong = code.wrong if name != "full-width-colon" else f"id: t01\n{code.wrong}"
    assert [issue.code for issue in node_of(wrong, "a.yaml")[1]] == [name]
    assert node_of(code.right, "a.yaml")[1] == []
