"""What accounts for each paragraph and each number of a report."""

from __future__ import annotations

from .reports import statement, whole


def test_a_paragraph_is_annotated_has_nothing_to_code_or_is_unread_and_a_heading_needs_no_reading() -> None:
    found = whole("# 一\n甲事办成。\n乙。\n丙。", statement("quote: 甲事办成") + "nothing_to_code: [p2]\n")
    assert [(block.id, block.reading) for block in found.blocks] == [
        ("h1", "nothing-to-code"),
        ("p1", "annotated"),
        ("p2", "nothing-to-code"),
        ("p3", "unread"),
    ]


def test_every_number_has_its_account_or_none() -> None:
    measure = "{figure: 500张, value: 500, unit: 张, operator: eq, aspect: increase}"
    annotations = statement(f"quote: 新增床位500张, measures: [{measure}]") + (
        "numbers:\n- {text: 7处, reason: restated}\n- {text: 3家, block: p2, reason: rhetoric}\n"
    )
    found = whole("2021年新增床位500张，改造7处、3家。\n又有3家。", annotations)
    assert [(one.number.text, one.block, one.statement, one.reason) for one in found.numbers] == [
        ("2021年", "p1", "", "date"),
        ("500张", "p1", "r01", ""),
        ("7处", "p1", "", "restated"),
        ("3家", "p1", "", ""),
        ("3家", "p2", "", "rhetoric"),
    ]
