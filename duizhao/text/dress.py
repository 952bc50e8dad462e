"""How a figure is dressed in a text, and the same figure undressed: one width, one zero, no gaps set by hand.

What the figures are is left to `grammar`; the folding for search and anchoring, which knows no figures, to `fold`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from .lexicon import BEFORE, DENIED, LATIN_UNITS, NOT_UNITS, UNITS, longest_of

# Widths made equal one character for one, so that offsets stay. Not NFKC: it would make ㎡ into m2.
_NARROW = str.maketrans(
    "０１２３４５６７８９％﹪．－﹣−‐‑‒＋，～〜∼˜＞＜〇：∶︰（）［］；／＊＝萬億―─━⸺µ・∙⋅‧•",
    "0123456789%%.------+,~~~~><零:::()[];/*=万亿————μ·····",
) | {wide: wide - 0xFEE0 for wide in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}

# Formal numerals are ordinary characters too (队伍, 陆续, 收拾), so they count only in a row with a size in it.
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_FORMAL_DIGIT = "[壹贰叁肆伍陆柒捌玖]"
_FORMAL_NUMERAL = re.compile(
    f"(?<![队入退大内登着水收重])(?:{_FORMAL_DIGIT}(?=[拾佰仟万亿])|[拾佰仟](?=[拾佰仟]?[万亿]))(?:{_FORMAL_DIGIT}|[拾佰仟万亿零])*"
    f"|(?<=[民币款金计])[壹贰叁肆柒捌玖](?=元)"
)

_GAPS = re.compile("[\\s\u200b\u2060\ufeff]+")
_HAN = "\u4e00-\u9fff"
_NUMERALS = "零一二两三四五六七八九十百千万亿几"
_UNIT_LEADS = "".join(sorted({unit[0] for unit in UNITS if "\u4e00" <= unit[0] <= "\u9fff"}))
_LATIN = "|".join(sorted(map(re.escape, LATIN_UNITS), key=len, reverse=True))
# What may stand behind a gap that splits a figure, by what stands before the gap.
_BEHIND_DIGIT = re.compile(f"[{_HAN}%‰‱℃°~—–:/×+<>≥≤\\-]|(?:{_LATIN}|[GDKA])(?![A-Za-z0-9])")
_BEHIND_NUMERAL = re.compile(f"[{_NUMERALS}{_UNIT_LEADS}次届批章条款年月日]")
_GROUPS = "[0-9]{3}(?: [0-9]{3}){0,4}(?:\\.[0-9]{1,9})?"
# An upper end below the thousands cannot be one: 1 200—500元 is the row 1 of a table.
_UPPER_END = f"[ ]?[至到~—–\\-]{{1,2}}[ ]?(?:[0-9]{{1,3}} {_GROUPS}|[0-9]{{4,9}}(?:\\.[0-9]{{1,9}})?)"
_THOUSANDS = re.compile(f"{_GROUPS}(?:{_UPPER_END})?[ ]?[余多来]?[ ]?[万亿{_UNIT_LEADS}%]")
_NO_THOUSANDS = re.compile("[0-9.]{4}$|(?<![0-9])0$")
_UNIT_ON_NEXT_LINE = re.compile("[万亿](?![众象])|[%‰余]|个(?!人)|[家元户亩吨项公平](?![、,。])")
_OPERATOR_ENDS = frozenset(word[-1] for word in (*BEFORE, *DENIED))
_LINE_NUMBER = re.compile("(?:^|\\n)[ \t\u3000]*[0-9]{1,2}$")
_CLAUSE_NUMBER = re.compile("[一二三四五六七八九十]{1,3}[、是]")
_COUNTS_ON = re.compile(f"(?!{longest_of(NOT_UNITS)})(?:[万亿千百余多年月日时至到~—–\\-]|{longest_of(UNITS)})")


@dataclass(frozen=True, slots=True)
class Undressed:
    """A text undressed: `starts` are where the stretches between the gaps that were closed begin in it,
    `shifts` how far each of them stood further on in the text as it stands.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text as it stands that start..end (not empty) stands for."""
        return self._origin(start), self._origin(end - 1) + 1

    def _origin(self, at: int) -> int:
        return at + self.shifts[bisect_right(self.starts, at) - 1]


def narrowed(text: str) -> str:
    """The text in the narrow characters that the patterns are written in, each in its place."""
    narrow = text.translate(_NARROW)
    return _FORMAL_NUMERAL.sub(lambda match: match[0].translate(_FORMAL), narrow)


def undressed(text: str) -> Undressed:
    """The text narrowed, without the gaps inside of figures: 60 余家, 第 3 位, 1 000元, 12⏎万平方米."""
    plain = narrowed(text)
    parts, starts, shifts, length, begin = [], [0], [0], 0, 0
    for gap in _GAPS.finditer(plain):
        if _splits_a_figure(plain, gap.start(), gap.end()):
            parts.append(plain[begin : gap.start()])
            length += gap.start() - begin
            begin = gap.end()
            starts.append(length)
            shifts.append(begin - length)
    return Undressed("".join((*parts, plain[begin:])), tuple(starts), tuple(shifts))


def _splits_a_figure(plain: str, start: int, end: int) -> bool:
    """True where the gap start..end stands within one figure and not between two things."""
    if not start or end == len(plain):
        return False
    before, behind = plain[start - 1], plain[end]
    if plain[start - 2 : start] == "PM" and "0" <= behind <= "9":
        return True
    if "\n" in plain[start:end] or "\r" in plain[start:end]:
        if "0" <= before <= "9":
            return _UNIT_ON_NEXT_LINE.match(plain, end) is not None
        return before in _OPERATOR_ENDS and "0" <= behind <= "9"
    if "0" <= before <= "9":
        return _goes_on_behind_digit(plain, start, end)
    if "0" <= behind <= "9":
        return "\u4e00" <= before <= "\u9fff" or before in "~—–-:/×+≥≤><"
    if before in _NUMERALS or before == "第":
        return _BEHIND_NUMERAL.match(plain, end) is not None and not _CLAUSE_NUMBER.match(plain, end)
    if before in "/":
        return behind in _UNIT_LEADS
    if behind in "/%‰":
        return before in _UNIT_LEADS or before in _NUMERALS
    if before in "万亿余多":
        return behind in _UNIT_LEADS
    return before in _OPERATOR_ENDS and behind in _NUMERALS and not _CLAUSE_NUMBER.match(plain, end)


def _goes_on_behind_digit(plain: str, start: int, end: int) -> bool:
    """True where a figure in digits goes on behind the gap; the number of a line does not: 2 功能布局."""
    if "0" <= plain[end] <= "9":
        grouped = end - start == 1 and not _NO_THOUSANDS.search(plain, max(0, start - 4), start)
        return grouped and _THOUSANDS.match(plain, end) is not None
    if not _BEHIND_DIGIT.match(plain, end):
        return False
    if _LINE_NUMBER.search(plain, max(0, start - 8), start):
        return _COUNTS_ON.match(plain, end) is not None
    return True
