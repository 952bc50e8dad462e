"""Closed vocabularies: each stands once, and those that lean on one another agree."""

from __future__ import annotations

import ast

import pytest

from duizhao.content import vocabulary
from duizhao.content.vocabulary import ID_LETTERS, KINDS, NUMBER_REASONS, OPERATORS, STRENGTHS
from duizhao.text import numbers, quantity
from duizhao.text.modality import MODALS

from ..conftest import TOP

VOCABULARIES = {name: value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, tuple)}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_code_stands_in_its_vocabulary_twice(name: str) -> None:
    assert len(set(VOCABULARIES[name])) == len(VOCABULARIES[name])


def test_no_other_module_of_the_package_writes_a_vocabulary_out_again() -> None:
    sets = {frozenset(codes): name for name, codes in VOCABULARIES.items() if len(codes) > 2 and name != "OPERATORS"}
    found = []
    for path in sorted((TOP / "duizhao").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))) if path.name != "vocabulary.py" else ():
            if isinstance(node, ast.Tuple | ast.List | ast.Set):
                words = frozenset(one.value for one in node.elts if isinstance(one, ast.Constant))
                found += [(path.name, sets[words])] if len(words) == len(node.elts) and words in sets else []
    assert found == []


def test_the_operators_are_those_that_a_figure_can_have() -> None:
    assert OPERATORS is quantity.OPERATORS


def test_a_number_may_be_listed_for_every_reason_that_the_reader_of_texts_gives() -> None:
    assert set(numbers.REASONS) - {""} <= set(NUMBER_REASONS)


def test_the_letter_of_an_id_tells_the_kind() -> None:
    assert tuple(ID_LETTERS.values()) == KINDS


def test_a_modal_word_is_of_a_known_strength() -> None:
    assert set(MODALS.values()) < set(STRENGTHS)
