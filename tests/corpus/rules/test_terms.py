"""What is said of where a term's explanation is from, and what goes against it."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.terms import levels_and_documents_say_where_they_are_from

from .given import TERM, found

DOCUMENT = "source_note: {zh: 意见。, en: An opinion.}"


@pytest.mark.parametrize(
    "keys, message",
    [
        ("level: city", "a level without where it is from"),
        ("level_source: text", "where no level is from"),
        (DOCUMENT, "a document behind what is not said to be from outside the texts"),
        (f"source: text\n          {DOCUMENT}", "a document behind what is not said to be from outside the texts"),
    ],
)
def test_half_of_what_belongs_together_is_told(keys: str, message: str, tmp_path: Path) -> None:
    assert found(levels_and_documents_say_where_they_are_from, tmp_path, with_keys(keys)) == [
        f"source-misplaced: {message}"
    ]


@pytest.mark.parametrize(
    "keys",
    [
        "source: text",
        "level: city\n          level_source: text",
        f"level: city\n          level_source: outside\n          {DOCUMENT}",
        f"source: outside\n          {DOCUMENT}",
    ],
)
def test_what_is_whole_is_fine(keys: str, tmp_path: Path) -> None:
    assert found(levels_and_documents_say_where_they_are_from, tmp_path, with_keys(keys)) == []


def with_keys(keys: str) -> dict[str, str]:
    """A glossary of one term with these keys beside its own."""
    return {path: text.rstrip() + f"\n          {keys}\n" for path, text in TERM.items()}
