"""New statements put into a file: all else in it stays to the last character."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.content.written import Annotations, ListedNumber, WrittenStatement
from duizhao.suggest.splicing import CannotSplice, spliced

HAND_WRITTEN = """\
# Kept by hand.
statements:

# The bridge comes first.
- id: k01
  kind: task   # not a target
  quote: 改造东湖大桥
  themes: [jobs]

- {id: k03, kind: task, quote: 建设滨湖步道, themes: [jobs]}

nothing_to_code: [p1,
  p9]

# Labels.
numbers:
  - {text: 三大平台, reason: label}
# the end
"""
STARTS = {"k01": 10, "k02": 50, "k03": 100, "k04": 200}


def task(name: str, quote: str = "修好路灯") -> WrittenStatement:
    return WrittenStatement(id=name, kind="task", quote=quote, themes=("jobs",), entered="suggested")


NEW = Annotations(statements=(WrittenStatement(id="k02", kind="task", quote="修好路灯", themes=("jobs",)),))
BLANK = Annotations(nothing_to_code=("p4",))
NUMBER = Annotations(numbers=(ListedNumber(text="五级书记", reason="label"),))


def lines_added(before: str, after: str) -> list[str]:
    """The lines of a text that are new in it, where all the old ones are still there in their order."""
    old, added = iter(before.split("\n")), []
    waiting = next(old)
    for line in after.split("\n"):
        if line == waiting:
            waiting = next(old, "\0")
        else:
            added.append(line)
    assert waiting == "\0", f"lost: {waiting!r}"
    return added


def test_a_statement_stands_before_the_first_that_begins_behind_it_in_the_text() -> None:
    made = spliced(HAND_WRITTEN, Annotations(statements=(task("k02"),)), STARTS)
    assert made.index("id: k01") < made.index("id: k02") < made.index("id: k03")
    assert [line for line in lines_added(HAND_WRITTEN, made) if line] == [
        "- id: k02",
        "  kind: task",
        "  quote: 修好路灯",
        "  themes: [jobs]",
        "  entered: suggested",
    ]


def test_the_last_statement_stands_behind_all_others_and_before_the_next_key() -> None:
    made = spliced(HAND_WRITTEN, Annotations(statements=(task("k04"),)), STARTS)
    assert made.index("id: k03") < made.index("id: k04") < made.index("nothing_to_code")


def test_a_comment_stays_with_the_statement_that_it_stands_above() -> None:
    made = spliced(HAND_WRITTEN, Annotations(statements=(task("k02"),)), STARTS | {"k02": 1})
    assert "# The bridge comes first.\n- id: k01" in made and made.index("id: k02") < made.index("# The bridge")


def test_several_at_one_place_stand_in_the_order_of_the_text() -> None:
    starts = STARTS | {"k05": 60, "k06": 70}
    made = spliced(HAND_WRITTEN, Annotations(statements=(task("k06"), task("k05"), task("k02"))), starts)
    assert made.index("k01") < made.index("k02") < made.index("k05") < made.index("k06") < made.index("k03")


def test_blocks_and_numbers_go_behind_those_that_there_are() -> None:
    new = Annotations(nothing_to_code=("p4",), numbers=(ListedNumber(text="五级书记", reason="label"),))
    made = spliced(HAND_WRITTEN, new, STARTS)
    assert "nothing_to_code: [p1,\n  p9, p4]\n" in made
    assert "  - {text: 三大平台, reason: label}\n  - {text: 五级书记, reason: label}\n# the end\n" in made


def test_blocks_that_stand_a_line_each_get_a_line() -> None:
    made = spliced("nothing_to_code:\n  - p1\n  - p2\n", Annotations(nothing_to_code=("p4",)), {})
    assert made == "nothing_to_code:\n  - p1\n  - p2\n  - p4\n"


@pytest.mark.parametrize(
    "text", ["", "# nothing yet\n", "statements: []\n", "statements:\n", "nothing_to_code: [p1]\n"]
)
def test_a_file_without_statements_gets_them(text: str) -> None:
    made = spliced(text, Annotations(statements=(task("k01"),)), STARTS)
    assert made.count("statements:") == 1 and "- id: k01" in made
    assert ("nothing_to_code: [p1]" in made) == ("nothing_to_code" in text)


@pytest.mark.parametrize(
    ("text", "new", "made"),
    [
        ("statements: [] # none yet: later\n# end\n", NEW, "statements: # none yet: later\n- id: k02\n"),
        ("statements:   # none\nnumbers: []  # no\n", NEW, "statements:   # none\n- id: k02\n"),
        ("statements: ~\n\n# end\n", NEW, "statements:\n- id: k02\n"),
        ("a: 1   \n\n\n", NEW, "a: 1   \n\n\nstatements:\n- id: k02\n"),
        ("nothing_to_code: [] # yet\n# end\n", BLANK, "nothing_to_code: [p4] # yet\n# end\n"),
        ("numbers: [] # yet\n# end\n", NUMBER, "numbers: # yet\n- {text: 五级书记, reason: label}\n# end\n"),
    ],
)
def test_a_key_that_holds_nothing_is_filled_in_its_place_and_keeps_its_comment(
    text: str, new: Annotations, made: str
) -> None:
    found = spliced(text, new, STARTS)
    assert found.startswith(made)
    assert found.endswith(text[text.index("\n") :].lstrip("\n")) or "a: 1" in text


INDENTED = """\
statements:
  - id: k01
    quote: 改造东湖大桥
    # ask the office
  # on the path
  - id: k03
    quote: 建设滨湖步道
    # k03 is done
# that is all
"""
ALONE = "statements:\n-\n  id: k01\n  quote: 甲\n-   # the path\n\n  # which\n  id: k03\n  quote: 乙\n"


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        (INDENTED, "    # ask the office\n  - id: k02\n", "\n  # on the path\n  - id: k03\n"),
        (INDENTED.replace("\n  ", "\n"), "  # ask the office\n- id: k02\n", "\n# on the path\n- id: k03\n"),
        (ALONE, "  quote: 甲\n- id: k02\n", "\n-   # the path\n\n  # which\n  id: k03\n"),
    ],
)
def test_a_comment_at_the_end_of_a_statement_stays_with_it(text: str, before: str, behind: str) -> None:
    made = spliced(text, Annotations(statements=(task("k02"),)), STARTS)
    assert before in made and behind in made and made.index(before) < made.index(behind)
    lines_added(text, made)
    last = spliced(text, Annotations(statements=(task("k04"),)), STARTS)
    assert text != INDENTED or "    # k03 is done\n\n  - id: k04\n" in last


@pytest.mark.parametrize(
    "text",
    [
        "statements: [{id: k01, kind: task, quote: 改造东湖大桥, themes: [jobs]}]\n",
        "statements: [\n",
        "- a\n",
        "a: {b: c\n",
    ],
)
def test_a_file_that_leaves_no_safe_place_is_left_alone(text: str) -> None:
    with pytest.raises(CannotSplice):
        spliced(text, Annotations(statements=(task("k02"),)), STARTS)


@given(st.lists(st.integers(0, 300), min_size=1, max_size=6, unique=True), st.data())
def test_whatever_is_put_in_nothing_that_was_there_is_lost(starts: list[int], data: st.DataObject) -> None:
    new = tuple(task(f"k{number + 20}", f"第{number}件事") for number in range(len(starts)))
    places = STARTS | {one.id: at for one, at in zip(new, starts, strict=True)}
    made = spliced(HAND_WRITTEN, Annotations(statements=new), places)
    assert len([line for line in lines_added(HAND_WRITTEN, made) if line]) == 5 * len(new)
