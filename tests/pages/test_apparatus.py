"""What stands below a report about its source: all that the capture prints of itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from duizhao.content.written import Printed
from duizhao.pages.report.apparatus import printed_lines

from ..sample import context_of, report as written


def test_whatever_a_capture_prints_of_itself_has_its_line_in_the_order_of_the_keys(tmp_path: Path) -> None:
    context = context_of(tmp_path, written("a", "办甲事。"))
    every = {key.field: ("甲", "乙") if key.name == "captions" else key.name for key in Printed.keys}
    report = replace(context.site.in_order[0], printed=Printed(**every))
    lines = [*printed_lines(context, report)]
    texts = [text for key in Printed.keys for text in (("甲", "乙") if key.name == "captions" else (key.name,))]
    assert [line.text for line in lines] == texts
    assert [str(line.name) for line in lines][:2] == [context.words("printed.title"), context.words("printed.date")]
    assert not [*printed_lines(context, replace(report, printed=Printed()))]
