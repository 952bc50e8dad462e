"""Reports in a few words, for the tests of the rooms that read them."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao.content.records import Report
from duizhao.content.report import report_of
from duizhao.issues import Issue

from ..sample import report

FOLDER = "content/reports/qinghu-2022"


def read(
    body: str, annotations: str = "", translation: str = "", aspects: Mapping[str, str] | None = None, **keys: str
) -> tuple[Report | None, list[Issue]]:
    """A report and its issues; `aspects` are those that indicators hold."""
    files = report("qinghu-2022", body, annotations, translation, **keys)
    data = {path.rsplit("/", 1)[1]: text.encode() for path, text in files.items()}
    return report_of(FOLDER, data, aspects=aspects or {})


def whole(body: str, annotations: str = "", translation: str = "", **keys: str) -> Report:
    """A report without an issue."""
    found, issues = read(body, annotations, translation, **keys)
    assert found is not None and not issues, issues
    return found


def statement(keys: str, kind: str = "result", name: str = "r01", time: str = 'period: "2021"') -> str:
    """An annotation of one statement: its own keys beside those that every statement has."""
    fixed = f"id: {name}, kind: {kind}, gloss: words, themes: [jobs], {time}, period_basis: stated"
    return f"statements:\n- {{{fixed}, {keys}}}\n"


BODY = """
    # 一、就业
    全年新增就业1.2万人。
    ## （一）养老
    建成５家。新增床位500张。
    """
