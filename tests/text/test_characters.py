"""Stray characters: each kind is seen wherever it stands, and what shapes the character before it is none."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text.characters import Stray, called, in_print, meant, strays

from .test_growth import grows_no_faster_than_its_text


@pytest.mark.parametrize(
    ("char", "kind", "name"),
    [
        ("\x00", "control", "U+0000 NULL"),
        ("\x07", "control", "U+0007 BELL"),
        ("\x1b", "control", "U+001B ESCAPE"),
        ("\x0b", "control", "U+000B LINE TABULATION"),
        ("\x0c", "control", "U+000C FORM FEED"),
        ("\x1f", "control", "U+001F INFORMATION SEPARATOR ONE"),
        ("\x7f", "control", "U+007F DELETE"),
        ("\x80", "control", "U+0080 CONTROL"),
        ("\x9b", "control", "U+009B CONTROL"),
        ("\r", "return", "U+000D CARRIAGE RETURN"),
        ("\x85", "line", "U+0085 NEXT LINE"),
        ("\u2028", "line", "U+2028 LINE SEPARATOR"),
        ("\u2029", "line", "U+2029 PARAGRAPH SEPARATOR"),
        ("\u202e", "turn", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u202a", "turn", "U+202A LEFT-TO-RIGHT EMBEDDING"),
        ("\u2066", "turn", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\u200f", "turn", "U+200F RIGHT-TO-LEFT MARK"),
        ("\u061c", "turn", "U+061C ARABIC LETTER MARK"),
        ("\u200b", "unseen", "U+200B ZERO WIDTH SPACE"),
        ("\ufeff", "unseen", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\u2060", "unseen", "U+2060 WORD JOINER"),
        ("\xad", "unseen", "U+00AD SOFT HYPHEN"),
        ("\u034f", "unseen", "U+034F COMBINING GRAPHEME JOINER"),
        ("\u2800", "unseen", "U+2800 BRAILLE PATTERN BLANK"),
        ("\U00013430", "unseen", "U+13430 EGYPTIAN HIEROGLYPH VERTICAL JOINER"),
        ("\u3164", "unseen", "U+3164 HANGUL FILLER"),
        ("\ufff9", "unseen", "U+FFF9 INTERLINEAR ANNOTATION ANCHOR"),
        ("\U000e0041", "unseen", "U+E0041 TAG LATIN CAPITAL LETTER A"),
        ("\ue000", "private", "U+E000 PRIVATE USE"),
        ("\U000f0000", "private", "U+F0000 PRIVATE USE"),
        ("\U0010fffd", "private", "U+10FFFD PRIVATE USE"),
        ("\ufffe", "unseen", "U+FFFE NO CHARACTER"),
        ("\uffff", "unseen", "U+FFFF NO CHARACTER"),
        ("\ufdd0", "unseen", "U+FDD0 NO CHARACTER"),
        ("\U0001ffff", "unseen", "U+1FFFF NO CHARACTER"),
        ("\ufffd", "lost", "U+FFFD REPLACEMENT CHARACTER"),
        ("\ufffc", "lost", "U+FFFC OBJECT REPLACEMENT CHARACTER"),
        ("\ud800", "lost", "U+D800 SURROGATE"),
    ],
)
@pytest.mark.parametrize("text", ["{}", "就业{}", "{}就业", "a{}b", "😀{}"])
def test_a_stray_character_is_seen_wherever_it_stands(char: str, kind: str, name: str, text: str) -> None:
    assert list(strays(text.format(char))) == [Stray(text.index("{"), char, kind)]
    assert called(char) == name


@pytest.mark.parametrize(
    "text",
    [
        "一\n二\t三",
        "２０２２年\u3000全区\u00a0新增",
        "👩\u200d🔬 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 👩🏽\u200d🚀 🙂\u200d↔\ufe0f",
        "☎\ufe0f ☎\ufe0e 1\ufe0f\u20e3 ©\ufe0f ‼\ufe0f",
        "葛\U000e0100城 辻\U000e0101 㐂\ufe00 ，\ufe01",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "می\u200cخواهم क्\u200dष ᠮᠣᠩ\u180bᠭᠣᠯ",
        "𠮷野家 𰻞𰻞面 鿿 e\u0301",
        "\u2011 \u2009 …—“”",
        "\u0600\u06dd",
    ],
)
def test_what_belongs_where_it_stands_is_none(text: str) -> None:
    assert list(strays(text)) == []


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("就\u200d业", 1),
        ("a\u200cb", 1),
        ("😀\u200d", 1),
        ("\u200d😀", 0),
        ("\ufe0f就", 0),
        ("a\ufe0f", 1),
        (" \ufe0f", 1),
        ("\n\U000e0100", 1),
        ("葛\U000e0100\U000e0101", 2),
        ("就\U000e0041", 1),
        ("就\u180b", 1),
    ],
)
def test_what_belongs_to_nothing_is_stray(text: str, offset: int) -> None:
    assert [stray.offset for stray in strays(text)] == [offset]


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_ascii_that_can_be_printed_is_never_stray(text: str) -> None:
    assert list(strays(text)) == []


@given(st.text(), st.text())
def test_strays_come_in_their_order_and_are_what_stands_there(before: str, after: str) -> None:
    text = f"{before}\u200b{after}"
    found = list(strays(text))
    assert [stray.offset for stray in found] == sorted({stray.offset for stray in found})
    assert all(text[stray.offset] == stray.char for stray in found)
    assert len(before) in {stray.offset for stray in found}


def test_a_control_character_may_be_one_of_windows() -> None:
    assert [meant(char) for char in ("\x92", "\x85", "\x81", "\x1b", "a")] == ["’", "…", "", "", ""]


def test_in_print_a_stray_character_is_its_code_point() -> None:
    assert in_print("甲\x00乙\u202e丙\n") == "甲‹U+0000›乙‹U+202E›丙\n"
    assert in_print("甲乙") == "甲乙"


@pytest.mark.parametrize("run", ["\u200b", "😀\u200d", "葛\U000e0100", "甲", "\U000e0041", "a\ufe0f"])
@pytest.mark.long
def test_looking_for_strays_grows_with_the_text(run: str) -> None:
    grows_no_faster_than_its_text(lambda text: list(strays(text)), run, 8000)
