"""How a report is cited: names, dates and kinds in each form, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from duizhao.pages.report.citing import Citation, citation, date_parts, iso_date
from duizhao.text.period import parse_period

from ..sample import context_of, report
from .statements import annotations, statement

ADDRESS = "https://example.org/sample/reports/a/"
TWO = "{zh: 张三、李四, en: Zhang San; Li Si}"


def cited(top: Path, language: str = "en", annotated: str = "", **keys: str) -> Citation:
    """The citation of a small report with this front matter; what it prints of itself stands on a line of its own."""
    source = ""
    for field in ("source", "byline"):
        if words := keys.pop(f"printed_{field}", ""):
            source = f"{words}\n新增100人。\n"
            keys |= {
                "printed": f"{{{field}: {words}}}",
                "clean_up": f'{{lines: [{{metadata: "1", fields: [{field}]}}]}}',
            }
    context = context_of(top, report("a", "新增100人。", annotated, source=source, **keys), language=language)
    return citation(context, context.site.reports["a"])


def csl(found: Citation) -> dict[str, Any]:
    item: dict[str, Any] = json.loads(found.script)["csl"]
    return item


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({}, "报告[R/OL]. (2022)."),
        ({"kind": "feature", "author": "{zh: 张三, en: Zhang San}"}, "张三. 报告[N/OL]. 2022."),
        ({"kind": "feature", "printed_source": "青湖报"}, "报告[N/OL]. 青湖报, 2022."),
        ({"kind": "digest", "printed_source": "某平台"}, "报告[EB/OL]. (2022)."),
        ({"date": '"2022-06-11"'}, "报告[R/OL]. (2022-06-11)."),
        ({"date": '"2022-06-11"', "date_basis": "inferred"}, "报告[R/OL]. ([2022-06-11])."),
        ({"date": "2023-Q1"}, "报告[R/OL]. (2023-01/2023-03)."),
        ({"author": TWO}, "张三, 李四. 报告[R/OL]. (2022)."),
        ({"author": "{zh: 张三、李四、王五、赵六, en: A}"}, "张三, 李四, 王五, 等. 报告[R/OL]. (2022)."),
        ({"author": "{zh: John Smith, en: John Smith}"}, "SMITH J. 报告[R/OL]. (2022)."),
        ({"author": "{zh: 区府办, en: The Office}"}, "区府办. 报告[R/OL]. (2022)."),
        ({"printed_byline": "记者 张三"}, "张三. 报告[R/OL]. (2022)."),
    ],
)
def test_a_citation_keeps_gb_t_7714(tmp_path: Path, keys: dict[str, str], line: str) -> None:
    assert cited(tmp_path, **keys).gbt7714 == f"{line} {ADDRESS}."


@pytest.mark.parametrize(
    ("language", "author", "names"),
    [
        ("en", "{zh: 谭明鹤, en: Tan Minghe}", ("Tan, Minghe",)),
        ("zh", "{zh: 谭明鹤, en: Tan Minghe}", ("谭明鹤",)),
        ("en", TWO, ("Zhang, San", "Li, Si")),
        ("zh", TWO, ("张三", "李四")),
        ("en", "{zh: 约翰·史密斯, en: John Smith}", ("Smith, John",)),
        ("en", "{zh: 区府办, en: The District Office}", ("The District Office",)),
    ],
)
def test_indexes_are_given_each_author_with_the_family_name_first(
    tmp_path: Path, language: str, author: str, names: tuple[str, ...]
) -> None:
    assert cited(tmp_path, language, author=author).authors == names


def test_without_an_author_none_is_named(tmp_path: Path) -> None:
    found = cited(tmp_path)
    assert found.authors == () and "author" not in csl(found) and json.loads(found.script)["authors"] == []


def test_the_author_that_is_only_printed_is_named_on_english_pages_too(tmp_path: Path) -> None:
    assert cited(tmp_path, printed_byline="张三").authors == ("张三",)


def test_other_programs_are_given_names_in_parts_or_whole(tmp_path: Path) -> None:
    found = cited(tmp_path, author="{zh: 谭明鹤、区府办, en: Tan Minghe; The Office}")
    assert csl(found)["author"] == [{"family": "谭", "given": "明鹤"}, {"literal": "区府办"}]
    assert json.loads(found.script)["authors"] == [
        {"name": "谭明鹤", "whole": False},
        {"name": "区府办", "whole": True},
    ]


@pytest.mark.parametrize(
    ("kind", "type_", "container"),
    [("work-report", "report", None), ("feature", "article-newspaper", "青湖报"), ("digest", "webpage", "青湖报")],
)
def test_the_type_goes_by_the_kind_of_the_text(tmp_path: Path, kind: str, type_: str, container: str | None) -> None:
    item = csl(cited(tmp_path, kind=kind, printed_source="青湖报"))
    assert (item["type"], item.get("container-title")) == (type_, container)


@pytest.mark.parametrize(
    ("time", "parts", "iso", "online"),
    [
        ("2022", [[2022]], "2022", "2022"),
        ("2022-06", [[2022, 6]], "2022-06", "2022"),
        ("2022-06-01", [[2022, 6, 1]], "2022-06-01", "2022/06/01"),
        ("2023-Q1", [[2023, 1], [2023, 3]], "2023-01/2023-03", "2023"),
        ("2023-Q4", [[2023, 10], [2023, 12]], "2023-10/2023-12", "2023"),
        ("2021-H1", [[2021, 1], [2021, 6]], "2021-01/2021-06", "2021"),
        ("2021-H2", [[2021, 7], [2021, 12]], "2021-07/2021-12", "2021"),
        ("2021/2022", [[2021], [2022]], "2021/2022", "2022"),
        ("2021-Q3/2022-Q1", [[2021, 7], [2022, 3]], "2021-07/2022-03", "2022"),
        ("2021-12-30/2022-01-02", [[2021, 12, 30], [2022, 1, 2]], "2021-12-30/2022-01-02", "2022"),
    ],
)
def test_any_date_is_one_that_other_programs_read(
    tmp_path: Path, time: str, parts: list[list[int]], iso: str, online: str
) -> None:
    assert [list(one) for one in date_parts(parse_period(time))] == parts and iso_date(parse_period(time)) == iso
    found = cited(tmp_path, date=f'"{time}"')
    assert (found.date, found.online_date, csl(found)["issued"]) == (iso, online, {"date-parts": parts})


def test_a_date_that_is_inferred_is_said_to_be(tmp_path: Path) -> None:
    found = cited(tmp_path, date_basis="inferred")
    assert csl(found)["issued"] == {"date-parts": [[2022]], "circa": True}
    assert "inferred" in json.loads(found.script)["date"] and "inferred" in found.plain


def test_the_words_of_statements_are_asked_for_where_the_search_has_them(tmp_path: Path) -> None:
    stated = annotations(statement("t01", "新增100人", figure="100人"))
    found = cited(tmp_path, annotated=stated)
    assert (found.text_script, found.statements_script) == ("reports/a/text.zh.js", "reports/a/statements.js")
    assert json.loads(found.script)["version"]
