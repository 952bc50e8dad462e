"""The table of the rules: all are in it, each says what must hold, and those of one report need nothing else."""

from __future__ import annotations

import ast
import importlib
import inspect
import pickle
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

import pytest

from duizhao.corpus import rules
from duizhao.corpus.rules.table import CORPUS_RULES, DISTRICT_RULES, REPORT_RULES, RULES, ReportRule, issues_of_report
from duizhao.pipeline import built

from ...sample import laid_out, report, site_of
from .given import TERM, one

ROOMS = [
    importlib.import_module(f"{rules.__name__}.{room.name}")
    for room in pkgutil.iter_modules(rules.__path__)
    if room.name != "table"
]


def functions_of(parameters: list[str]) -> Iterator[FunctionType]:
    """The public functions of the rooms of rules that take these parameters."""
    for room in ROOMS:
        for name, value in vars(room).items():
            public = inspect.isfunction(value) and value.__module__ == room.__name__ and not name.startswith("_")
            if public and list(inspect.signature(value).parameters) == parameters:
                yield value


def test_every_rule_says_in_its_first_line_what_must_hold() -> None:
    lines = [(rule.__doc__ or "").splitlines()[0] for rule in RULES]
    assert all(line.endswith(".") for line in lines)
    assert len(set(lines)) == len(lines)


def test_every_function_of_a_rule_s_form_is_in_the_table() -> None:
    assert set(functions_of(["report", "vocabularies"])) == set(REPORT_RULES)
    assert set(functions_of(["corpus"])) == {*CORPUS_RULES, *DISTRICT_RULES}


@pytest.mark.parametrize("rule", REPORT_RULES, ids=lambda rule: rule.__name__)
def test_a_rule_of_one_report_stands_in_a_room_that_knows_no_other_reports(rule: ReportRule) -> None:
    source = Path(inspect.getsourcefile(rule) or "").read_text("utf-8")
    imported = {node.module or "" for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
    assert not {name.split(".")[0] for name in imported} & {"join", "arithmetic", "tally"}


def test_a_report_is_ruled_from_itself_and_what_is_shared_in_whatever_process(tmp_path: Path) -> None:
    annotations = one("300套", "value: 300, unit: 套, operator: eq, aspect: increase, indicator: new-jobs")
    corpus = site_of(
        tmp_path,
        TERM,
        report("a", "新增300套。", annotations),
        report("b", "乙。\n丙。", "nothing_to_code: [p2]", fully_read="true"),
    )
    a, b, shared = pickle.loads(pickle.dumps((corpus.reports["a"], corpus.reports["b"], corpus.vocabularies)))
    assert [issue.code for issue in issues_of_report(a, shared)] == ["unit-disagrees"]
    assert [issue.code for issue in issues_of_report(b, shared)] == ["unread"]


def test_nothing_is_found_in_the_invented_project(tmp_path: Path) -> None:
    assert built(laid_out(tmp_path / "project")).issues == ()
