"""What a wrong value was meant for, written as it would be taken."""

from __future__ import annotations

from decimal import Decimal

import pytest

from duizhao.content import vocabulary
from duizhao.content.nodes import Mapping, Scalar
from duizhao.content.schema import Bilingual
from duizhao.content.suggestions import choice_for, suggestion
from duizhao.content.value_types import Adcode, Address, BlockId, Id, StatementId, type_of
from duizhao.issues import SourcePosition
from duizhao.text.period import Period

from ..sample import strings

MEANT = [
    (Decimal, "1.2万", "12000"),
    (Decimal, "71.54亿", "7154000000"),
    (Decimal, "12,000人", "12000"),
    (Decimal, "1.2E+04", "12000"),
    (Decimal, "5%", "5"),
    (Decimal, "3-5个", ""),  # two ends are no value
    (Decimal, "many", ""),
    (int, "12.0", "12"),
    (Period, "2021年", '"2021"'),
    (Period, "2021年度", '"2021"'),
    (Period, "2021.0", '"2021"'),
    (Period, "2022/1/12", '"2022-01-12"'),
    (Period, "2022.1.12", '"2022-01-12"'),
    (Period, "20220112", '"2022-01-12"'),
    (Period, "2022年1月", '"2022-01"'),
    (Period, "2022-01-12 00:00:00", '"2022-01-12"'),
    (Period, "2021-2022", '"2021/2022"'),
    (Period, "2021年至2022年", '"2021/2022"'),
    (Period, "2021–2022", '"2021/2022"'),
    (Period, "2022/2021", '"2021/2022"'),
    (Period, "2021年上半年", '"2021-H1"'),
    (Period, "2021年第四季度", '"2021-Q4"'),
    (Period, "Q4 2021", '"2021-Q4"'),
    (Period, "十四五", '"2021/2025"'),
    (Period, "2022-02-30", '"2022-02-28" or "2022-02"'),
    (Period, "01/12/2022", '"2022-01-12" or "2022-12-01"'),
    (Period, "13/1/2022", '"2022-01-13"'),
    (Period, "1/1/2022", '"2022-01-01"'),
    (Period, "13/13/2022", ""),
    (Period, "2022-13-30", ""),
    (bool, "yes", "true"),
    (bool, "是", "true"),
    (bool, "否", "false"),
    (bool, "perhaps", ""),
    (Id, "new_jobs", "new-jobs"),
    (Id, "New Jobs", "new-jobs"),
    (Id, "就业", ""),
    (tuple[Id, ...], "jobs, care", "[jobs, care]"),
    (tuple[BlockId, ...], "P2", "[p2]"),
    (tuple[str, ...], "养老床位、床位", "[养老床位, 床位]"),
    (StatementId, "qinghu-2022#t01", "qinghu-2022/t01"),
    (StatementId, "t01", "<report>/t01 with the id of its report"),
    (Adcode, "990101000000", "990101"),
    (Address, "example.org", "https://example.org/"),
    (Address, "https://example.org/报告", "https://example.org/%E6%8A%A5%E5%91%8A/"),
    (Address, "https://例子.example:8080/a/", "https://xn--fsqu00a.example:8080/a/"),
    (Address, "https://straße.example/", "https://xn--strae-oqa.example/"),
    (Address, "https://example.org/a//b/.././c", "https://example.org/a/c/"),
    (Address, "https://example.org/%2e%2e/100% a/", "https://example.org/100%25%20a/"),
    (Address, "https://[/", ""),
    (Bilingual, "青湖", "{zh: 青湖, en: …}"),
]


@pytest.mark.parametrize(("annotation", "text", "meant"), MEANT)
def test_a_value_is_suggested_as_it_would_be_taken(annotation: object, text: str, meant: str) -> None:
    assert suggestion(type_of(annotation), Scalar(text, SourcePosition("x.yaml"))) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ({"zh": "青湖"}, "{zh: 青湖, en: …}"),
        ({"en": "青湖", "zh": "Qinghu"}, "{zh: 青湖, en: Qinghu}"),
        ({"cn": "青湖", "en": "Qinghu"}, "{zh: 青湖, en: Qinghu}"),
        ({"zh": "青湖: 一个区", "en": ""}, "{zh: …, en: …}"),
    ],
)
def test_words_in_two_languages_are_suggested_each_under_its_own(written: dict[str, str], meant: str) -> None:
    place = SourcePosition("x.yaml")
    node = Mapping({name: Scalar(text, place) for name, text in written.items()}, dict.fromkeys(written, place), place)
    assert suggestion(type_of(Bilingual), node) == meant


NAMED = {
    "kind": vocabulary.KINDS,
    "operator": vocabulary.OPERATORS,
    "aspect": vocabulary.ASPECTS,
    "evidence": vocabulary.EVIDENCE,
    "basis": vocabulary.PERIOD_BASES,
}
CHINESE_NAMES = [
    (choices, code, strings()[f"{family}.{code}"].zh)
    for family, choices in NAMED.items()
    for code in choices
    if f"{family}.{code}" in strings()
]


@pytest.mark.parametrize(("choices", "code", "name"), CHINESE_NAMES)
def test_a_code_is_suggested_for_the_chinese_name_that_pages_show(
    choices: tuple[str, ...], code: str, name: str
) -> None:
    assert choice_for(name, choices) == code


@pytest.mark.parametrize(
    ("text", "code"), [(">=", "ge"), ("≥", "ge"), ("不超过", "le"), ("GE", "ge"), ("aprox", "approx"), ("?", "")]
)
def test_an_operator_is_suggested_for_its_sign(text: str, code: str) -> None:
    assert choice_for(text, vocabulary.OPERATORS) == code


def test_every_word_that_is_known_stands_for_a_code_of_some_vocabulary() -> None:
    closed = {
        code
        for value in vars(vocabulary).values()
        if isinstance(value, tuple)
        for code in value
        if isinstance(code, str)
    }
    assert set(vocabulary.SAID_FOR) <= closed
