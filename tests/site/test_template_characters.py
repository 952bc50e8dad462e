"""No template spells a character that no text may hold: nobody sees it in the file, and every page would have it."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.issues import Issue
from duizhao.pipeline import built

from ..sample import report, written

SPELT = [
    "&#x202e;",
    "&#8238;",
    "&#X202E",
    "&#x000000202e;",
    "&rlm;",
    "&ZeroWidthSpace;",
    "&#27;",
    "&#xE000;",
    "&#xFFFD;",
    '{{ "\\u202e" }}',
    '{{ "\\x1b" }}',
    '{{ "\\U0000202e" }}',
    '{{ "\\N{RIGHT-TO-LEFT OVERRIDE}" }}',
]
PLAIN = ["&nbsp;&amp;&#65;&#x4e00;&copy", '{{ "\\u4e00" }}', '{{ "\\N{BULLET}" }}', "&nothing;", "&#38;#x202e;"]


def told(top: Path, words: str) -> tuple[Issue, ...]:
    page = '{% extends "base.html" %}\n{% block main %}<h1>' + words + "</h1>{% endblock %}\n"
    return built(written(top, {"theme/not-found.html": page}, report("a", "甲。"))).issues


@pytest.mark.parametrize("spelling", SPELT)
def test_a_stray_character_that_a_template_spells_is_told_with_its_place(spelling: str, tmp_path: Path) -> None:
    (issue,) = told(tmp_path, spelling)
    assert (issue.code, issue.place.path, issue.place.line) == ("odd-character", "theme/not-found.html", 2)
    assert issue.place.col == 21 + max(spelling.find("\\"), 0)
    assert issue.message.startswith("U+") and issue.hint == "take the spelling of it out"


@pytest.mark.parametrize("words", PLAIN)
def test_what_a_template_spells_otherwise_is_its_own_affair(words: str, tmp_path: Path) -> None:
    assert told(tmp_path, words) == ()
