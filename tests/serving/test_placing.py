"""Where on a page a mistake belongs."""

from __future__ import annotations

import pytest

from duizhao.issues import SourcePosition
from duizhao.serving.placing import PagePlace, page_place

ANNOTATIONS = """\
statements:
- id: r01
  kind: result
  quote: 建桥

# the next
- {id: t01, quote: 修路, kind: target}
nothing_to_code: [p2]
"""
REPORT = "---\nid: a\n---\n\n# 一、回顾\n\n建桥。\n\n# 二、任务\n修路。\n"
TEXTS = {
    "content/reports/a/annotations.yaml": ANNOTATIONS,
    "content/reports/a/report.md": REPORT,
    "content/reports/a/translation.en.md": "# One\n\nBridges.\n",
    "content/reports/b/annotations.yaml": "statements: [",
}


@pytest.mark.parametrize(
    ("path", "line", "place"),
    [
        ("reports/a/annotations.yaml", 3, PagePlace("a", "r01", "建桥")),
        ("reports/a/annotations.yaml", 7, PagePlace("a", "t01", "修路")),
        ("reports/a/annotations.yaml", 1, PagePlace("a")),
        ("reports/a/report.md", 7, PagePlace("a", "p1")),
        ("reports/a/report.md", 9, PagePlace("a", "h2")),
        ("reports/a/report.md", 2, PagePlace("a")),
        ("reports/a/translation.en.md", 3, PagePlace("a", "p1")),
        ("reports/a/source.txt", 3, PagePlace("a")),
        ("reports/b/annotations.yaml", 1, PagePlace("b")),
        ("themes.yaml", 1, PagePlace()),
    ],
)
def test_a_place_in_a_file_is_a_place_on_a_page(path: str, line: int, place: PagePlace) -> None:
    found = page_place(SourcePosition(f"content/{path}", line), lambda name: TEXTS.get(name, ""))
    assert found == place
