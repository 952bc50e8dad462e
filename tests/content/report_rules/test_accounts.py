"""Rules of what is set down as holding nothing: blocks without statements, numbers that are no quantities."""

from __future__ import annotations

from ...sample import told
from ..reports import FOLDER, read, statement


def test_a_block_that_does_not_exist_has_no_reading() -> None:
    _, issues = read("甲。", "nothing_to_code: [p1, p7]")
    assert [(issue.code, str(issue.place), issue.message) for issue in issues] == [
        (
            "unknown-id",
            f"{FOLDER}/annotations.yaml:1:23",
            "nothing_to_code names p7, and the text has no such block",
        )
    ]


def test_a_block_with_a_statement_is_not_set_down_as_holding_nothing() -> None:
    _, issues = read("甲。\n乙。", statement("quote: 乙") + "nothing_to_code: [p1, p2]\n")
    assert told(issues) == [("reading-conflict", f"{FOLDER}/annotations.yaml:3:23")]


def test_words_that_are_set_down_as_no_quantity_stand_in_the_text() -> None:
    _, issues = read("甲。", "numbers: [{text: 7处, reason: restated}]")
    assert told(issues) == [("quote-missing", f"{FOLDER}/annotations.yaml:1:18")]
