"""Follow-ups put into their file: where those of their report stand, all else left to the last character."""

from __future__ import annotations

import pytest

from duizhao.suggest.entries import Spot
from duizhao.suggest.layout import CannotSplice
from duizhao.suggest.linking import Answer, linked

from .test_splicing import lines_added

HELD = """\
# By hand.

# ==== 2021: targets ====

- promise: a-2021/t01
  later: [a-2022/r01]   # read twice
  evidence: reported-done
  because: {zh: 有。, en: Done.}

# ==== 2021: tasks ====

- promise: a-2021/k02
  later:
  - a-2022/k01
  evidence: restated
  because:
    zh: 重申。
    en: Again.

# ==== 2022 ====

- promise: a-2022/k05
  evidence: not-found
  because: {zh: 无。, en: None.}
  searched: [大桥]
# the end
"""
SPOTS = {
    name: Spot(name.partition("/")[0], "target" if "/t" in name else "task", at)
    for at, name in enumerate(["a-2021/t00", "a-2021/t01", "a-2021/k02", "a-2021/k03", "a-2022/k05", "b-2021/k01"])
}
BECAUSE = {"zh": "后文重申：同一座大桥。", "en": "The same bridge is promised again."}


def answer(promise: str, *later: str, evidence: str = "restated") -> Answer:
    return Answer(promise, later or ("a-2022/k09",), evidence)


def test_an_entry_stands_behind_the_last_of_its_report_and_kind_that_comes_before_it() -> None:
    made = linked(HELD, [answer("a-2021/k03")], BECAUSE, SPOTS)
    assert made.index("a-2021/k02") < made.index("a-2021/k03") < made.index("# ==== 2022")
    assert [line for line in lines_added(HELD, made) if line] == [
        "- promise: a-2021/k03",
        "  later: [a-2022/k09]",
        "  evidence: restated",
        "  because:",
        '    zh: "后文重申：同一座大桥。"',
        '    en: "The same bridge is promised again."',
    ]


def test_the_first_of_its_kind_stands_under_the_heading_of_its_kind() -> None:
    made = linked(HELD, [answer("a-2021/t00")], BECAUSE, SPOTS)
    assert made.index("2021: targets") < made.index("a-2021/t00") < made.index("a-2021/t01")


def test_an_entry_of_a_report_that_has_none_stands_at_the_end() -> None:
    made = linked(HELD, [answer("b-2021/k01")], BECAUSE, SPOTS)
    assert made.index("b-2021/k01") > made.index("searched")


def test_later_words_go_behind_those_of_an_entry_that_says_the_same() -> None:
    made = linked(HELD, [answer("a-2021/t01", "a-2022/r07", evidence="reported-done")], {}, SPOTS)
    assert "  later: [a-2022/r01, a-2022/r07]   # read twice\n" in made
    made = linked(HELD, [answer("a-2021/k02", "a-2022/k09", "a-2023/k01")], {}, SPOTS)
    assert "  - a-2022/k01\n  - a-2022/k09\n  - a-2023/k01\n  evidence" in made


def test_without_a_ground_the_entry_has_none_and_check_asks_for_it() -> None:
    assert "because" not in "".join(lines_added(HELD, linked(HELD, [answer("a-2021/k03")], {}, SPOTS)))


@pytest.mark.parametrize("text", ["", "# Not yet.\n", "# Each is written like this:\n# - promise: x\n"])
def test_a_file_without_entries_gains_its_first(text: str) -> None:
    made = linked(text, [answer("a-2021/k03"), answer("a-2021/k02")], BECAUSE, SPOTS)
    assert made.startswith(text) and made.index("a-2021/k02") < made.index("a-2021/k03")


@pytest.mark.parametrize(
    ("text", "one", "why"),
    [
        (HELD, answer("a-2021/t01"), "says reported-done of a-2021/t01 already, and not restated"),
        (HELD, answer("a-2022/k05"), "says not-found of a-2022/k05 already"),
        (HELD, answer("a-2021/k02", "a-2022/k01"), "write a-2022/k01 under later: by hand"),
        (
            "- {promise: a-2021/k02, later: [{report: a, quote: 桥, en: b}], evidence: restated}\n",
            answer("a-2021/k02"),
            "under later: by hand",
        ),
        ("[]\n", answer("a-2021/k03"), "holds no list of entries"),
        ("promise: a\n", answer("a-2021/k03"), "holds no list of entries"),
        ("- 1\n", answer("a-2021/k03"), "is no entry"),
        ("- [\n", answer("a-2021/k03"), "cannot be read"),
    ],
)
def test_what_cannot_be_put_in_safely_is_refused(text: str, one: Answer, why: str) -> None:
    with pytest.raises(CannotSplice, match=why):
        linked(text, [one], BECAUSE, SPOTS)
