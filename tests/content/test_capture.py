"""From the steps of front matter to what they make of a capture."""

from __future__ import annotations

from .reports import whole


def test_two_parts_of_one_line_give_each_its_own_metadata() -> None:
    last = '{metadata: "1", part: (来源 日报), fields: [source]}'
    first = '{metadata: "1", part: 记者 林禾, fields: [byline]}'
    source, printed = "记者 林禾正文。(来源 日报)", "{byline: 林禾, source: 日报}"
    found = whole("正文。", source=source, clean_up=f"{{lines: [{last}, {first}]}}", printed=printed)
    assert (found.printed.byline, found.printed.source) == ("林禾", "日报")
