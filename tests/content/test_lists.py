"""A list that is saved again is read as far as its text is another, and comes to what it is when read anew."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.content.file_kinds import FOLLOW_UPS, NAMES
from duizhao.content.lists import ReadList, list_again, list_in
from duizhao.content.records import FollowUp, Name

LANGUAGES = ("en", "zh")
TEXT = """\
# What became of what was promised.
- promise: qinghu-2022/t01
  evidence: not-found
  searched: [养老床位]
  because: {zh: 没有提到。, en: Not spoken of.}

# The second.
- promise: qinghu-2022/k01
  later: [qinghu-2023/r01]
  evidence: reported-done
  because:
    zh: 写明完工。
    en: >
      The later report
      says so.
- promise: qinghu-2022/k02
  evidence: not-found
  searched: [东堤公园]
  because: {zh: 没有提到。, en: "Not spoken of."}
"""


def anew(text: str) -> ReadList[FollowUp]:
    return list_in.__wrapped__(text.encode(), FOLLOW_UPS, LANGUAGES)


def again(text: str, before: str = TEXT) -> ReadList[FollowUp] | None:
    return list_again(before.encode(), anew(before), text.encode(), FOLLOW_UPS, LANGUAGES)


def told(read: ReadList[FollowUp]) -> list[object]:
    """Records with the places of all that they hold."""
    return [
        (one, one.where.place, [(key, origin.place) for key, origin in one.where.keys.items()]) for one in read.records
    ]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("en: Not spoken of.}", "en: Not named.}", (False, True, True)),
        ("      says so.", "      says it twice.", (True, False, True)),
        ('"Not spoken of."', '"Not named."', (True, True, False)),
        ("# The second.", "# Another.", (False, True, True)),
        ("k02\n", "k03\n", (True, True, False)),
        ("[养老床位]", "[床位]", (False, True, True)),
    ],
)
def test_records_in_other_lines_are_the_same_ones(old: str, new: str, same: tuple[bool, ...]) -> None:
    before, text = anew(TEXT), TEXT.replace(old, new)
    found = list_again(TEXT.encode(), before, text.encode(), FOLLOW_UPS, LANGUAGES)
    assert found is not None and told(found) == told(anew(text)) and found == anew(text)
    assert tuple(a is b for a, b in zip(found.records, before.records, strict=True)) == same


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# What became", "#What became"),  # before all records
        ("", ""),  # nothing
        ("  evidence: not-found", "  evidence: notfound"),
        ("  later: [", "  later: [["),
        ("- promise: qinghu-2022/k02", "  promise: qinghu-2022/k02"),
        ("- promise: qinghu-2022/k02", "+ promise: qinghu-2022/k02"),
        ("\n\n", "\n"),
        ("zh: 写明完工。", "zh: &a 写明完工。"),
        ("en: Not spoken of.}", "en: Not\u2028spoken of.}"),
        ("en: Not spoken of.}", "en: Not spoken of."),
        ('"Not spoken of."', '"Not spoken of.'),
        ("# The second.", "..."),
    ],
)
def test_what_these_lines_do_not_tell_alone_is_read_as_a_whole(old: str, new: str) -> None:
    assert again(TEXT.replace(old, new, 1) if old else TEXT) is None


def test_of_a_list_with_something_wrong_all_is_read_again() -> None:
    wrong = TEXT.replace("not-found", "notfound", 1)
    assert anew(wrong).issues and again(TEXT, wrong) is None


def test_records_behind_a_dash_of_their_own_line_are_read_as_a_whole() -> None:
    text = "-\n  zh: 东区\n  en: East\n"
    before: ReadList[Name] = list_in.__wrapped__(text.encode(), NAMES, LANGUAGES)
    assert len(before.records) == 1 and not before.issues
    assert list_again(text.encode(), before, text.replace("East", "West").encode(), NAMES, LANGUAGES) is None


LINES = (
    *TEXT.split("\n"),
    "- x",
    "  en: |",
    "      '",
    '  "',
    "  later: [",
    "]",
    "  - a",
    "\ta: b",
    "---",
    "  # more",
    "  zh: *a",
)


@given(st.lists(st.tuples(st.integers(0, TEXT.count("\n")), st.sampled_from(LINES)), min_size=1, max_size=3))
def test_whatever_lines_are_others_it_comes_to_what_is_read_anew(edits: list[tuple[int, str]]) -> None:
    lines = TEXT.split("\n")
    for at, line in edits:
        lines[at] = line
    text = "\n".join(lines)
    found = again(text)
    assert found is None or (told(found) == told(anew(text)) and found == anew(text))
