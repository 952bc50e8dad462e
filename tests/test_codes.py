"""The table of codes: each with an example and with what finds it, held against the code that does."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType

import pytest

from duizhao.codes.code import STAGES
from duizhao.codes.in_chinese import IN_CHINESE
from duizhao.codes.table import CODES
from duizhao.content.capture import capture_of
from duizhao.content.files import library_of, report_folders
from duizhao.content.found_report import FoundReport, found_report
from duizhao.content.left_out import NO_ASPECTS
from duizhao.content.nodes import node_of
from duizhao.content.report_file import WrittenReport, written_report
from duizhao.content.report_rules import table as reading
from duizhao.content.report_rules.table import FOUND_RULES, TEXT_RULES, WRITTEN_RULES, text_issues
from duizhao.corpus.join import join
from duizhao.corpus.rules import table as corpus_rules
from duizhao.issues import Issue
from duizhao.text.cleanup import Cleaned
from duizhao.text.lexicon import GENRE

from .conftest import TOP
from .corpus.rules.given import raised
from .sample import CASES, laid_out

RULE_ROOMS = (TOP / "duizhao" / "content" / "report_rules", TOP / "duizhao" / "corpus" / "rules")
RULES = (*reading.RULES, *corpus_rules.RULES)
NAMES = {rule.__name__ for rule in RULES}


def codes_in(tree: ast.AST) -> Iterator[str]:
    """The codes of the issues that a piece of code makes."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Issue":
            yield from (part.value for part in ast.walk(call.args[0]) if isinstance(part, ast.Constant))


def codes_made(function: Callable[..., object]) -> Iterator[str]:
    """The codes of the issues that a function of the rules makes, itself or by others of the rules that it calls."""
    tree = ast.parse(inspect.getsource(function))
    yield from codes_in(tree)
    for call in ast.walk(tree):
        called = function.__globals__.get(call.func.id) if _is_by_name(call) else None
        if isinstance(called, FunctionType) and called is not function and _is_of_the_rules(called):
            yield from codes_made(called)


def _is_by_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _is_of_the_rules(function: FunctionType) -> bool:
    return _stands_in_a_room_of_rules(Path(inspect.getfile(function)))


def _stands_in_a_room_of_rules(path: Path) -> bool:
    return any(path.is_relative_to(room) for room in RULE_ROOMS)


def codes_of(rule: str) -> set[str]:
    """The codes that a rule or a stage may find, by the table."""
    return {name for name, code in CODES.items() if rule in code.rules}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_makes_the_issues_whose_codes_name_it(rule: Callable[..., object]) -> None:
    assert codes_of(rule.__name__) == set(codes_made(rule)) != set()


def found_in_reading(top: Path) -> Iterator[tuple[str, Issue]]:
    """What each rule of reading finds in the reports of a project, with its name."""
    for folder, files in report_folders(top):
        written, _ = written_report(folder, files)
        if written is None:
            continue
        capture = capture_of(written)
        found = _found(written, capture.made) if capture.made and not text_issues(capture) else None
        for rules, given in ((WRITTEN_RULES, written), (TEXT_RULES, capture), (FOUND_RULES, found)):
            yield from ((rule.__name__, issue) for rule in rules if given for issue in rule(given))


def _found(written: WrittenReport, made: Cleaned) -> FoundReport:
    return found_report(written, made, GENRE, NO_ASPECTS)


def found_in_all(top: Path) -> Iterator[tuple[str, Issue]]:
    """What each rule of the corpus finds in a project, with its name."""
    library, _ = library_of(top)
    if library:
        corpus = join(library)
        yield from ((rule.__name__, issue) for rule in corpus_rules.RULES for issue in raised(rule, corpus))


@pytest.mark.parametrize("name", CODES)
def test_in_the_case_of_a_code_rules_find_what_they_may_and_one_that_it_names_finds_it(
    name: str, tmp_path: Path
) -> None:
    top = laid_out(tmp_path / "project", CASES / name)
    found = [(rule, issue.code) for rule, issue in (*found_in_reading(top), *found_in_all(top))]
    assert [(rule, code) for rule, code in found if code not in codes_of(rule)] == []
    if NAMES.issuperset(CODES[name].rules):
        assert {rule for rule, code in found if code == name} & set(CODES[name].rules)


def test_a_code_names_stages_and_rules_that_there_are() -> None:
    known = {*STAGES, *NAMES}
    assert [name for name, code in CODES.items() if not code.rules or not known.issuperset(code.rules)] == []


def test_a_code_that_is_found_outside_the_rules_names_a_stage_and_no_other_does() -> None:
    modules = [path for path in (TOP / "duizhao").rglob("*.py") if not _stands_in_a_room_of_rules(path)]
    found = {code for path in modules for code in codes_in(ast.parse(path.read_text("utf-8")))}
    assert found == {name for stage in STAGES for name in codes_of(stage)}


@pytest.mark.parametrize("name", CODES)
def test_an_example_shows_the_mistake_and_what_to_write_instead(name: str) -> None:
    code = CODES[name]
    assert code.wrong and code.right and code.wrong != code.right
    assert code.meaning.endswith(".") and "\n" not in code.meaning
    assert max(map(len, f"{code.wrong}\n{code.right}".split("\n"))) <= 100


def test_each_kind_of_mistake_is_told_in_chinese_too() -> None:
    assert [*IN_CHINESE] == [*CODES]
    assert [
        name for name, text in IN_CHINESE.items() if not re.fullmatch("[^\\n]*[\u3400-\u9fff][^\\n]*。", text)
    ] == []
    assert len({*IN_CHINESE.values()}) == len(CODES)


@pytest.mark.parametrize("name", ["yaml-syntax", "duplicate-key", "full-width-colon"])
def test_an_example_of_yaml_has_the_very_mistake(name: str) -> None:
    code = CODES[name]
    wrong = code.wrong if name != "full-width-colon" else f"id: t01\n{code.wrong}"
    assert [issue.code for issue in node_of(wrong, "a.yaml")[1]] == [name]
    assert node_of(code.right, "a.yaml")[1] == []
