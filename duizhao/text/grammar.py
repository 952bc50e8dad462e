"""How figures are formed, and by what stands about them dates, ordinals and names are known: patterns and no more.

What they match is read by `quantity`; which of them holds at a place in a text is decided in `numbers`. Those in which
a unit may stand are made for the words of a lexicon that begin like a unit and are none (`not_units`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from .lexicon import AFTER, AFTER_ONLY, BEFORE, BEFORE_SIZES, LATIN_UNITS, NOT_AHEAD, NOT_BEHIND, UNITS

# Widths made equal one character for one, so that offsets stay. Not NFKC: it would make ㎡ into m2.
_NARROW = str.maketrans(
    "０１２３４５６７８９％﹪．－﹣−＋，～〜＞＜〇：（）；",
    "0123456789%%.---+,~~><零:();",
)


def narrowed(text: str) -> str:
    """The text in the narrow characters that the patterns are written in, each in its place."""
    return text.translate(_NARROW)


def longest_of(words: Iterable[str]) -> str:
    """A pattern for the longest of the words that fits, grouped by first character, which `re` finds faster."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()) + ")"


_D = "[一二两三四五六七八九]"


def _whole_pattern() -> str:
    """A pattern for a whole number in Chinese numerals, from 零 to 万亿, as they are usually formed.

    A size without a digit may only come first (百万), so that the 千 of 百万千瓦 is left to its unit.
    """
    below_hundred = f"(?:零?{_D}?十)?(?:零?{_D})?"
    rest = f"(?:零?{_D}千)?(?:零?{_D}百)?{below_hundred}"
    front = f"(?:{_D}?千(?:零?{_D}百)?{below_hundred}|{_D}?百{below_hundred}|{_D}?十{_D}?|{_D})"
    wan = f"(?:{front})?万{rest}"
    yi = f"(?:{wan}|{front})?亿(?:(?=[零一二两三四五六七八九]){rest}万)?{rest}"
    return f"(?:{yi}|{wan}|{front}|零)"


_WHOLE = _whole_pattern()
_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_TWO_SIZES = r"[0-9]+(?:\.[0-9]+)?亿[0-9]+(?:\.[0-9]+)?万|[0-9]+万[0-9]+千"
_ROW = "[零一二三四五六七八九][零○一二三四五六七八九]+(?![十百千万亿])"  # 二零二五: digits as they stand
_NUMERAL = f"(?:{_TWO_SIZES}|{_ARABIC}|{_ROW}|{_WHOLE}(?:点[零一二三四五六七八九]+)?)"
NO_NUMERAL = "(?![零一二两三四五六七八九十百千万亿点])"
_PAIR = "(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)"
_GAP = "[ \u00a0\u3000]?"
_SCALE = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦伏])|百(?![强姓货米分]))"
_MORE = "[余多](?!元化|样化|层次|维度|渠道|部门|额)"
_LATIN = f"(?:{longest_of(LATIN_UNITS)})(?![0-9A-Za-z])"
# What a unit may be counted by: 微克/立方米.
_PER = "(?:平方米|平方公里|立方米|公顷|小时|万人|千人|百户|[人户年月日天吨亩升个])"

# The kinds of amount that bring their unit along; the first that fits counts.
_CLOSED_KINDS = {
    "parts": f"(?:[0-9]+|[十百千万]|{_D})分之{_NUMERAL}",
    "tenths": f"(?:{_D}|[0-9])成{_D}?(?![立为员果功就本长熟效都套交片分型品])",
    "half": "一半|半数",
    "whole": "百分百",
    "doubling": f"翻了?{_D}?番",
}


def _open_kinds(counted: str) -> dict[str, str]:
    """The kinds of amount that a unit may follow, `counted` where one must; the first that fits counts."""
    sign = r"(?:(?<![0-9A-Za-z%])(?:-(?![12][0-9]{3}年)|[+](?=[0-9]+(?:\.[0-9]+)?%))|负(?=[0-9百]))"
    return {
        "vague": "(?:(?<![人户总指个件次系倍分岁张台])数|几)[十百千万亿]+"
        f"|(?:几|若干)(?={counted}[个家所项条名位人户次年天种类座])",
        "teens": "[二三四五六七八九]?十几",
        "pair": f"(?:十{_PAIR}|{_PAIR}[十百千]?[万亿]?){NO_NUMERAL}",
        "halved": f"半(?={counted}(?:[年个天日亩]|小时))",
        "numeral": f"{sign}?{_NUMERAL}",
    }


def _counted(not_units: Iterable[str]) -> str:
    """A pattern that holds where a unit may begin."""
    return f"(?!{longest_of(not_units)})"


def _unit(not_units: Iterable[str]) -> str:
    """A pattern for a unit."""
    return f"(?:{_counted(not_units)}(?:个[多半](?:月|小时)|年半|{longest_of(UNITS)})|{_LATIN})"


def _amount(not_units: Iterable[str]) -> str:
    """A pattern for an amount."""
    kinds, open_kinds = (
        "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in table.items())
        for table in (_CLOSED_KINDS, _open_kinds(_counted(not_units)))
    )
    return (
        f"(?:{kinds}|(?:{open_kinds})"
        f"(?:{_GAP}(?P<more>{_MORE})?(?P<scale>{_SCALE})(?P<most>{_MORE})?|(?P<extra>{_MORE}))?"
        f"(?:{_GAP}(?P<unit>{_unit(not_units)}(?:/{_PER})?))?)"
    )


def _before() -> str:
    """A pattern for the longest word before an amount that fits.

    近三年 is a stretch of time up to now, so 近 does not go with a single Chinese digit and 年.
    """
    words = (
        (f"(?<![{NOT_BEHIND[word]}])" if word in NOT_BEHIND else "")
        + word
        + ("(?=[十百千万亿])" if word in BEFORE_SIZES else "")
        for word in sorted(BEFORE, key=len, reverse=True)
    )
    return f"(?!近{_D}(?:年|个月))(?:{'|'.join(words)})"


def _after() -> str:
    """A pattern for the longest word after an amount that fits."""
    words = (
        (f"(?<=[{AFTER_ONLY[word]}])" if word in AFTER_ONLY else "")
        + word
        + (f"(?![{NOT_AHEAD[word]}])" if word in NOT_AHEAD else "")
        for word in sorted(AFTER, key=len, reverse=True)
    )
    return f"(?:{'|'.join(words)})"


@functools.cache
def amount_form(not_units: tuple[str, ...]) -> re.Pattern[str]:
    """An amount, in groups: its kind, its scale and its unit; `more`, `most` and `extra` are marks of more (余, 多)."""
    return re.compile(_amount(not_units))


@functools.cache
def figure_form(not_units: tuple[str, ...]) -> re.Pattern[str]:
    """A figure, in groups: the word before, the lower end (of a range), the amount or upper end, the word after."""
    amount = re.sub(r"\?P<\w+>", "?:", _amount(not_units))
    return re.compile(
        f"(?:(?P<before>{_before()}){_GAP})?"
        f"(?:(?<![从由自])(?P<low>{amount})[-—–~至到])?"  # 从3家到5家 is a change, no range
        f"(?P<high>{amount})"
        f"(?:{_GAP}(?P<after>{_after()}))?"
    )


# Figures that count nothing, or tell a place in an order, and are therefore no numbers of a text.
PHRASES = (
    ("coverage", re.compile("全部|全面|全覆盖|全面覆盖|全员|全体|全|所有|应.尽.")),
    ("delegated", re.compile("(?:完成|按)?(?:上级|国家|省|市|区|省市)?下达的?[^0-9]{0,8}?任务(?:数|目标)?")),
    ("rank", re.compile(f"第(?P<place>{_ARABIC}|{_WHOLE})[位名]?|首[位个名家]|榜首|居首")),
)

_H = "[一二三四五六七八九十]"
_ANY = "(?:[0-9]+|[零一二两三四五六七八九十百]+)"
_TO = "[-—–~至到、]"
_YEAR = "(?:[12][0-9]{3}|[一二][零○一二三四五六七八九]{3})"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正腊])月"
_DAY = f"(?:[0-9]{{1,2}}|[二三]?十{_H}?|[一二三四五六七八九])[日号]"

# Numbers known by what stands about them. {TAIL}: what makes a bare number a quantity after all; {LATIN}: Latin units.
_CLAIMS = (
    ("date", f"{_YEAR}年?度?{_TO}{_YEAR}年?度?"),
    ("date", f"{_YEAR}年(?:度|底|初|末|代)?(?:{_MONTH}(?:{_DAY})?)?"),
    ("date", "[12][0-9]{3}[-/.][01]?[0-9][-/.][0-3]?[0-9](?![0-9])"),
    ("date", "(?:19|20)[0-9]{2}(?=[\u4e00-\u9fff〕])(?!{TAIL})"),
    ("date", f"(?<!个)(?:{_MONTH}{_TO}|(?:1[0-2]|[1-9]){_TO})?{_MONTH}(?:份|底|初|末|{_DAY}(?:{_TO}{_DAY})?)?"),
    ("date", "[0-9]{1,2}日(?!以?内)"),
    ("date", "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])"),
    ("date", "[0-9]{1,2}时(?:[0-9]{1,2}分)?"),
    ("date", "(?:第|前)?[一二三四1-4]个?季度"),
    ("date", "[上下](?:半年|半月)"),
    ("date", "(?:周|星期)[一二三四五六](?![次个场期课题轮条])"),
    ("date", f"(?:未来|过去|今后|近|此后|往后|最近|这|(?<!提)前){_H}[余多]?(?:年|个月)(?:来|间|里)?"),
    ("date", "(?:未来|过去|今后|此后|往后|最近|前|近)[0-9]{1,2}[余多]?(?:年|个月)(?:来|间|里)"),
    ("date", f"{_ANY}[余多]?(?:年|个月|个多月|天)(?:以来|之前|之后|来|前|后)(?!期|.(?:人员|务工))"),
    ("date", f"{_ANY}(?:年代|世纪)"),
    ("ordinal", "第(?:[0-9]+|[零一二三四五六七八九十百]+)[个次届位名期批条款项轮号章节页版组家]?"),
    ("ordinal", f"{_ANY}(?:届|周年)"),
    ("ordinal", f"{_H}+次(?=(?:全体)?会议|全会|代表大会|党代会)"),
    ("ordinal", "[一二三四五六]期(?![间待望])"),
    ("ordinal", f"(?:^|(?<=[。;])){_H}+(?=、)"),
    ("ordinal", f"(?:^|(?<=[,。;:])){_H}是(?!否)"),
    ("ordinal", f"其{_H}(?=[,是:])"),
    ("ordinal", "^[0-9]{1,2}(?=[、.](?![0-9]))"),
    ("ordinal", "^[0-9]{1,2}(?=[ \u3000](?!{TAIL}))"),
    ("ordinal", f"(?<=\\()(?:{_H}+|[0-9]{{1,2}})(?=\\))"),
    ("ordinal", f"(?<=任务|附件|专栏|附表)(?:{_H}+|[0-9]+)(?=[ \u3000:]|$)"),
    ("name", f"(?:[0-9]+|{_H}+)号线?"),
    ("name", "[0-9]+(?:\\+(?:[0-9]+|[NnXx]))+"),
    ("name", "[NnXx](?:\\+(?:[0-9]+|[NnXx]))*\\+[0-9]+"),
    ("name", "[0-9]+[×*xX][0-9]+"),
    ("name", "[A-Za-z]+-?[0-9]+(?:\\.[0-9]+)?(?![0-9.])(?:[A-Za-z][0-9A-Za-z]*|(?!{TAIL}))"),
    ("name", "[0-9]+(?:\\.[0-9]+)?(?!{LATIN})[A-Za-z][0-9A-Za-z]*"),
    ("name", "(?:[0-9]+|[一二三四五六七八九十百千万]+)强(?![化度调劲烈有力制行大者])"),
    ("name", "[0-9]*[十百千万亿]+级"),
    ("name", "[十百千]*[万亿]元(?=楼宇|企业)"),
    ("name", "(?<=每)[十百千万]+[人户]?"),
    ("name", f"{_H}+[横纵]?路(?![径线口面人由])"),
    ("name", f"{_H}+年(?:行动|实施计划|计划|规划|改造规划|总考核|攻坚|清零|提升|(?:一贯)?制)"),
    ("name", "(?:[5-9]0|00|10)后"),
)


@functools.cache
def claim_forms(not_units: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms of what is no quantity, each with the reason."""
    tail = f"{_GAP}(?:{_MORE})?(?:{_SCALE}|{_unit(not_units)}|{_after()})"
    return tuple(
        (reason, re.compile(pattern.replace("{TAIL}", tail).replace("{LATIN}", _LATIN), re.MULTILINE))
        for reason, pattern in _CLAIMS
    )
