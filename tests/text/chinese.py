"""Chinese for properties: texts of the characters that figures are made of, and numbers written out in numerals."""

from __future__ import annotations

from hypothesis import strategies as st

SIZES = (("亿", 10**8), ("万", 10**4), ("千", 10**3), ("百", 10**2), ("十", 10))


def in_chinese(number: int) -> str:
    """The number in Chinese numerals, as a cheque has it: 10010 is 一万零一十."""
    if number < 10:
        return "零一二三四五六七八九"[number]
    mark, size = next((mark, size) for mark, size in SIZES if number >= size)
    head, rest = divmod(number, size)
    gap = "零" if rest and rest * 10 < size else ""
    return in_chinese(head) + mark + gap + (in_chinese(rest) if rest else "")


ALPHABET = (
    "廿卅卌俩仨萬①⑳Ⅰ½⅞㈠⑴⒈壹贰叁拾佰"
    "0123456789０５．，％,.%-—~+:/()（） \n零〇一二两三四五六七八九十百千万亿点半几数双第成番倍分之翻了全应尽首位"
    "人家个年月日时天元米平方公里号线强级路期届次会议周星季度上下以内超过逾多余约近左右不少于大概有至到从"
    "若干代负系统传签附每GNPMkmABx×、。;“”稳保"
)
texts = st.one_of(st.text(), st.text(ALPHABET, max_size=40), st.text("0123456789.,亿万一二十百千-至年", max_size=25))
