"""What is proposed for a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.files import library_of
from duizhao.content.records import Content
from duizhao.content.suggested import SuggestedStatement, Suggestions
from duizhao.suggest.making import made_for
from duizhao.text.anchor import Anchored, anchored
from duizhao.text.fold import fold_widths

from ..sample import report, written

NAME = "qinghu-2022"
BODY = """
# 一、2021年工作回顾
过去一年，我们坚持稳中求进。新增就业2.1万人，完成年度任务的105%。东湖大桥建成通车，新建改建幼儿园6所。
# 二、2022年工作安排
坚持以人民为中心，牢固树立绿色发展理念。力争新增就业2万人以上，改造老旧小区12个。推进三大平台建设，修编《东湖片区规划》。
各位代表，让我们携手前行！
"""


def library(top: Path, body: str = BODY, annotations: str = "", **keys: str) -> Content:
    found, issues = library_of(written(top, report(NAME, body, annotations, **keys)))
    assert found is not None and not issues, issues
    return found


def made(top: Path, **given: str) -> Suggestions:
    known = library(top, **given)
    return made_for(known, known.reports[0])


def by_words(suggestions: Suggestions, words: str) -> SuggestedStatement:
    return next(one for one in suggestions.statements if words in one.quote)


def test_the_kind_is_that_of_the_section(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert by_words(found, "新增就业2.1万人").kind == by_words(found, "东湖大桥").kind == "result"
    assert by_words(found, "2万人以上").kind == by_words(found, "老旧小区12个").kind == "target"
    assert by_words(found, "东湖片区规划").kind == "task"


def test_measures_are_what_the_parser_reads(tmp_path: Path) -> None:
    jobs = by_words(made(tmp_path), "2万人以上")
    (measure,) = jobs.measures
    read = (measure.figure, str(measure.value), measure.unit, measure.operator, measure.aspect)
    assert read == ("2万人以上", "20000", "人", "ge", "increase")
    assert (jobs.modal, jobs.strength) == ("力争", "soft")


def test_a_time_is_that_of_the_section_and_has_its_ground(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert (str(by_words(found, "2万人以上").by), by_words(found, "2万人以上").period_basis) == ("2022", "inferred")
    assert (str(by_words(found, "东湖大桥").period), by_words(found, "东湖大桥").by) == ("2021", None)


def test_slogans_are_not_proposed_and_their_paragraphs_hold_nothing_to_code(tmp_path: Path) -> None:
    found = made(tmp_path)
    quotes = " ".join(one.quote for one in found.statements)
    assert not any(words in quotes for words in ("稳中求进", "以人民为中心", "绿色发展理念", "携手前行"))
    assert [one.block for one in found.nothing_to_code] == ["p3"]


def test_a_label_with_a_numeral_is_a_number_that_is_no_measure(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert [(one.block, one.reason) for one in found.numbers] == [("p2", "label")]
    assert found.numbers[0].text.startswith("三大平台") and by_words(found, "三大平台").measures == ()


def test_every_quote_is_found_in_one_place_of_the_text(tmp_path: Path) -> None:
    body = "# 二、2022年工作安排\n改造东街大桥，改造西街大桥。新建学校2所。\n新建学校2所，新建医院2家。"
    known = library(tmp_path, body)
    text = fold_widths(known.reports[0].text)
    found = made_for(known, known.reports[0]).statements
    assert len(found) == 5
    assert all(isinstance(anchored(text, one.quote, one.prefix, one.suffix), Anchored) for one in found)


CODED = """
statements:
- id: t01
  kind: target
  quote: 新增就业2万人以上
  gloss: jobs
  themes: [jobs]
  measures:
  - {figure: 2万人以上, value: 20000, unit: 人, operator: ge, aspect: increase, indicator: new-jobs}
nothing_to_code: [p3]
numbers:
- {text: 三大平台, reason: label}
"""


def test_a_quote_is_without_the_number_of_its_item_and_thanks_are_none(tmp_path: Path) -> None:
    body = (
        "# 二、2022年工作安排\n一是新建学校2所。（三）加快建设滨湖步道。向关心支持青湖发展的各界人士，表示衷心的感谢！"
    )
    assert [one.quote for one in made(tmp_path, body=body).statements] == ["新建学校2所", "加快建设滨湖步道"]


def test_what_a_person_has_coded_or_set_down_is_not_proposed(tmp_path: Path) -> None:
    found = made(tmp_path, annotations=CODED)
    assert not any("2万人以上" in one.quote for one in found.statements)
    assert found.nothing_to_code == () and found.numbers == ()
    assert by_words(found, "老旧小区12个")


def test_themes_and_indicators_are_those_of_what_the_site_has_coded(tmp_path: Path) -> None:
    known = library_of(
        written(
            tmp_path,
            report(NAME, BODY, CODED),
            report(
                "qinghu-2023",
                "# 二、2023年工作安排\n新增就业3万人。",
                district="qinghu",
                date='"2023"',
                covers='"2023"',
            ),
        )
    )[0]
    assert known is not None
    (jobs,) = made_for(known, known.reports[1]).statements
    assert jobs.themes == ("jobs",) and jobs.measures[0].indicator == "new-jobs"


@pytest.mark.parametrize("body", ["青湖。", "# 工作\n各位代表，大家好！", "2022", "“”，。"])
def test_a_text_that_states_nothing_gets_no_statement(body: str, tmp_path: Path) -> None:
    assert made(tmp_path, body=body).statements == ()


def test_the_same_is_proposed_again(tmp_path: Path) -> None:
    assert made(tmp_path) == made(tmp_path)


def test_rows_of_a_table_are_no_results_and_a_row_of_years_states_nothing(tmp_path: Path) -> None:
    rows = ("指标　2021年　2022年", "生产总值（亿元）　461　486.2", "新增就业（万人）　0.8　0.9", "新建学校　12所")
    body = "# 一、2021年工作回顾\n全年新增就业2.1万人。\n" + "\n".join(rows)
    found = made(tmp_path, body=body)
    assert [one.quote for one in found.statements] == ["全年新增就业2.1万人", "新建学校　12所"]
    assert [one.block for one in found.nothing_to_code] == ["p2"]
