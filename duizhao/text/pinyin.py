"""Pinyin set in brackets behind the Han characters that it spells, told from Latin words: 區(qū), not 平台(app).

Whether it is taken out of a capture is left to `cleanup`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

# The syllables of Mandarin, by what they begin with. ü is written as it is behind l and n, and u elsewhere.
_BY_INITIAL = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo ü üe",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ao ei en eng o u",
}
SYLLABLES = frozenset(initial + final for initial, finals in _BY_INITIAL.items() for final in finals.split())
LONGEST = max(map(len, SYLLABLES))

# Syllables that are words of English or of its abbreviations, too. Without a tone nobody can tell whether they spell
# the character before them or translate its word, so that they stay: what is kept can still be dropped by hand.
_ENGLISH = """
a ai an ban bang bin can ce chai chi dan die fan fang fen gang ge gun ha hang he hen la lan lie long ma man me men mo
mu nu o pa pan pang pen pi pie pin ping po ran run sang she song sun ta tai tan tang ti tie wan wo yang yin you zen
"""
WORDS = frozenset(_ENGLISH.split())
# Up to eight syllables: a name has no more, and what is longer is no reading of the word before it.
_MOST_SYLLABLES = 8
_TONES = "\u0304\u0301\u030c\u0300"
# As school books print them, and as keyboards without ü have it.
_SCHOOL_LETTERS = str.maketrans({"ɑ": "a", "ɡ": "g", "v": "ü"})
_BRACKETED = re.compile(r"\(([a-zA-Zɑɡ\u00e0-\u01dc\u0300-\u030c'’ -]{1,60})\)")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TONE_MARKS = re.compile(f"[{_TONES}]")


def pinyin_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where pinyin stands between two offsets of a text, with its brackets.

    It spells no more syllables than Han characters stand before it. Without tones its syllables stand apart, and none
    of them is a word of English.
    """
    for match in _BRACKETED.finditer(text, start, end):
        room = _han_before(text, start, match.start())
        if room and _spells(match[1], room):
            yield match.span()


@lru_cache(maxsize=4096)
def syllables(written: str) -> tuple[int, int]:
    """How many syllables pinyin has at least and at most, as xian may be one or two; none where it is no pinyin."""
    bare = _without_tones(written.translate(_SCHOOL_LETTERS)).lower()
    words = [word for word in re.split(r"[\W_]+", bare) if word]
    least = [_fewest_syllables(word) for word in words]
    return (sum(least), sum(map(_most_syllables, words))) if words and all(least) else (0, 0)


def _han_before(text: str, start: int, end: int) -> int:
    """How many Han characters stand before an offset, as far as they can matter."""
    count = 0
    while count < _MOST_SYLLABLES and end - count > start and _HAN.match(text[end - count - 1]):
        count += 1
    return count


def _spells(written: str, most: int) -> bool:
    """True of pinyin of at most so many syllables."""
    written = written.translate(_SCHOOL_LETTERS)
    bare = _without_tones(written)
    words = re.split("['’ -]+", bare.lower())
    counts = [_fewest_syllables(word) for word in words]
    if not all(counts) or sum(counts) > most:
        return False
    # Without tones a word of several syllables may be any word: mode and share fall into syllables as well.
    return bare != unicodedata.normalize("NFC", written) or _is_plainly_pinyin(bare, words)


def _is_plainly_pinyin(bare: str, words: Sequence[str]) -> bool:
    """True of small letters whose syllables stand apart, none of them a word of English."""
    return bare == bare.lower() and all(word in SYLLABLES and word not in WORDS for word in words)


def _without_tones(written: str) -> str:
    return unicodedata.normalize("NFC", _TONE_MARKS.sub("", unicodedata.normalize("NFD", written)))


def _most_syllables(word: str) -> int:
    """How many syllables a word of pinyin can be cut into at most, an r at its end as one of them."""
    most = [0, *[-1] * len(word)]
    for end in range(1, len(word) + 1):
        cuts = (cut for cut in range(max(0, end - LONGEST), end) if most[cut] >= 0 and word[cut:end] in SYLLABLES)
        most[end] = max((most[cut] + 1 for cut in cuts), default=-1)
    with_r = most[-2] + 1 if word[1:].endswith("r") and most[-2] > 0 else -1
    return max(most[-1], with_r, _fewest_syllables(word))


def _fewest_syllables(word: str) -> int:
    """How many syllables a word can be cut into at least, with the r of 花儿 (huār) as one; none where it cannot."""
    never = len(word) + 1
    fewest = [0, *[never] * len(word)]
    for end in range(1, len(word) + 1):
        cuts = (cut for cut in range(max(0, end - LONGEST), end) if word[cut:end] in SYLLABLES)
        fewest[end] = min((fewest[cut] + 1 for cut in cuts), default=never)
    count = min(fewest[-1], fewest[-2] + 1 if word[1:].endswith("r") else never) if word else never
    return count if count < never else 0
