"""When a statement is due, or what time it is of: by its words, then by its section and the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from duizhao.content.files import library_of
from duizhao.content.records import Report
from duizhao.suggest.timing import timed
from duizhao.text.period import parse_period

from ..sample import report, written

BACK, AHEAD = "一、2023年工作回顾", "二、2024年工作安排"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """A report of January 2024."""
    body = f"# {BACK}\n新增就业2万人。\n# {AHEAD}\n新增就业3万人。"
    top: Path = tmp_path_factory.mktemp("timing")
    files = written(top, report("qinghu-2024", body, date='"2024-01-20"', covers='"2023"'))
    found, issues = library_of(files)
    assert found is not None and not issues
    return found.reports[0]


def time_of(report: Report, words: str, kind: str, section: str, before: str = "") -> str:
    found = timed(report, words, before, kind, section)
    return f"{found.period} {found.basis}" if found.period else ""


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("较2020年增长30%", "2023 inferred"),
        ("比2019年翻一番", "2023 inferred"),
        ("是2019年的1.5倍", "2023 inferred"),
        ("与2021年同期相比增长5%", "2023 inferred"),
        ("从2019年的3家增加到5家", "2023 inferred"),
        ("在2022年增长8%的基础上再增5%", "2023 inferred"),
        ("2021年较2020年增长30%", "2021 stated"),
        ("从2019年的3家增加到2022年的5家", "2019/2022 stated"),
        ("2019—2021年新增23家", "2019/2021 stated"),
        ("截至2022年底共有23家", "2022 stated"),
        ("印发《道路规划（2021-2030年）》", "2023 inferred"),
        ("1—11月减税12亿元", "2023-01/2023-11 inferred"),
        ("去年1—11月减税12亿元", "2023-01/2023-11 inferred"),
        ("2022年1—11月减税12亿元", "2022-01/2022-11 stated"),
        ("一季度增长6%", "2023-Q1 inferred"),
        ("去年一季度增长6%", "2023-Q1 inferred"),
        ("前三季度增长5.2%", "2023-Q1/2023-Q3 inferred"),
        ("上半年增长5%", "2023-H1 inferred"),
        ("2021年以来新增23家", "2021/2023 inferred"),
        ("自2021年以来新增23家", "2021/2023 inferred"),
        ("“十四五”期间累计投入12亿元", "2021/2023 inferred"),
        ("“十四五”前三年累计投入12亿元", "2021/2023 inferred"),
        ("“十三五”期间累计投入12亿元", "2016/2020 inferred"),
        ("近五年累计投入12亿元", "2019/2023 inferred"),
        ("五年来新增12家", "2019/2023 inferred"),
        ("闲置近10年的楼宇盘活", "2023 inferred"),
        ("新增12家", "2023 inferred"),
    ],
)
def test_a_result_is_of_the_time_that_its_words_name_or_its_section(words: str, time: str, given: Report) -> None:
    assert time_of(given, words, "result", BACK) == time


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("力争到2025年森林覆盖率达到45%", "2025 stated"),
        ("到2030年城区面貌焕然一新", "2030 stated"),
        ("2027年前建成通车", "2027 stated"),
        ("增加到2026年的50家", "2026 stated"),
        ("较2023年增长5%", "2024 inferred"),
        ("在2023年增长8%的基础上增长5%", "2024 inferred"),
        ("三年内新建学校30所", "2026 inferred"),
        ("用3年时间新增100家", "2026 inferred"),
        ("今后五年新增10家", "2028 inferred"),
        ("到“十四五”末新增学位3500个", "2025 inferred"),
        ("“十四五”期间新增学位3500个", "2025 inferred"),
        ("年底前完成3项", "2024 inferred"),
        ("完成3项", "2024 inferred"),
    ],
)
def test_a_promise_is_due_when_its_words_say_or_its_section(words: str, time: str, given: Report) -> None:
    assert time_of(given, words, "target", AHEAD) == time


def test_words_before_in_the_sentence_tell_where_its_own_tell_nothing(given: Report) -> None:
    assert time_of(given, "新建学校30所", "target", AHEAD, "到2026年，") == "2026 stated"
    assert time_of(given, "新建学校30所", "result", BACK, "前三季度，") == "2023-Q1/2023-Q3 inferred"


def test_months_are_of_the_year_of_the_text_where_they_are_over_when_it_is_given(given: Report) -> None:
    later = replace(given, date=parse_period("2024-06-11"))
    assert time_of(later, "一季度增长6%", "result", BACK) == "2024-Q1 inferred"
    assert time_of(later, "1—5月新增3家", "result", BACK) == "2024-01/2024-05 inferred"
    assert time_of(later, "前三季度增长5.2%", "result", BACK) == "2023-Q1/2023-Q3 inferred"
    assert time_of(replace(given, date=parse_period("2024-09-27")), "三年内建成", "target", AHEAD) == "2027 inferred"
