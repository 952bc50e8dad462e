"""What is not read is nowhere counted as none: lists of texts, and what is gathered of all of them."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from duizhao.pages.parts.cells import unread_note
from duizhao.pages.parts.reports import report_line

from ..looking import main, said, site
from ..sample import context_of, report
from .statements import annotations, statement

READ = report("a", "无。", "nothing_to_code: [p1]", fully_read="true")
PARTLY = report("b", "新增100人。\n无。", annotations(statement("t01", "新增100人", figure="100人")), date='"2023"')
UNREAD = report("c", "无。", district="baishi")


def hrefs(part: Element) -> str:
    return " ".join(f"/{link.get('href', '')}" for link in part.iter("a"))


@pytest.mark.parametrize(
    ("text", "counts", "remark"),
    [
        (READ, [0, 0, 0, 0], ""),
        (PARTLY, [1, None, None, None], "Not wholly read yet"),
        (UNREAD, [None, None, None, None], "Not wholly read yet"),
    ],
)
def test_in_a_list_of_texts_what_is_not_read_is_not_counted_as_none(
    tmp_path: Path, text: dict[str, str], counts: list[int | None], remark: str
) -> None:
    context = context_of(tmp_path, text)
    line = report_line(context, context.site.in_order[0])
    assert ([count.number for count in line.counts], line.unread) == (counts, remark)


@pytest.mark.parametrize("path", ["index.html", "reports/index.html", "districts/baishi/index.html"])
def test_each_list_of_texts_says_so_in_place_of_a_number(path: str) -> None:
    rows = [row for row in main(site(READ, PARTLY, UNREAD), path).iter("tr") if "/c/" in hrefs(row)]
    assert [said(row).count("Not wholly read yet") for row in rows] == [5]


@pytest.mark.parametrize(
    ("texts", "note"),
    [
        ((), ""),
        ((READ,), ""),
        ((READ, UNREAD), "1 of 2 texts is not wholly read yet: what it says is not all here."),
        ((PARTLY, UNREAD), "2 of 2 texts are not wholly read yet: what they say is not all here."),
    ],
)
def test_what_is_gathered_of_all_texts_says_how_many_are_not_wholly_read(
    tmp_path: Path, texts: tuple[dict[str, str], ...], note: str
) -> None:
    assert unread_note(context_of(tmp_path, *texts)) == note
