"""How figures are formed: numerals, amounts with scale and unit, ranges, ranks and ratios, as patterns and no more.

What they match is read by `quantity`; what stands about a number that is none, to `claims`; which of them holds at a
place in a text is decided in `numbers`. Those in which a unit may stand are made for the words of a lexicon that begin
like a unit and are none (`not_units`). Every repetition is bounded, so that no text makes a pattern run away.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from .lexicon import (
    AFTER,
    AFTER_ONLY,
    BEFORE,
    BEFORE_LARGE,
    BEFORE_SIZES,
    DENIALS,
    DENIED,
    DENIED_HOW,
    DONE,
    LATIN_UNITS,
    MEASURED,
    NOT_AHEAD,
    NOT_BEHIND,
    NOT_BEHIND_WORDS,
    UNITS,
    longest_of,
)
from .numerals import CIRCLED, EXPONENT, LARGE_EXPONENT, VULGAR

DIGIT = "[一二两三四五六七八九]"
_TENS = f"(?:{DIGIT}?十|[廿卅卌])"
_BELOW_HUNDRED = f"(?:零?{_TENS})?(?:零?{DIGIT})?"
_FRONT = f"(?:{DIGIT}?千(?:零?{DIGIT}百)?{_BELOW_HUNDRED}|{DIGIT}?百{_BELOW_HUNDRED}|{_TENS}{DIGIT}?|{DIGIT})"


def _whole_pattern() -> str:
    """A pattern for a whole number in Chinese numerals, from 零 to 万亿, as they are usually formed.

    A size without a digit may only come first (百万), so that the 千 of 百万千瓦 is left to its unit.
    """
    rest = f"(?:零?{DIGIT}千)?(?:零?{DIGIT}百)?{_BELOW_HUNDRED}"
    wan = f"(?:{_FRONT})?万{rest}"
    yi = f"(?:{wan}|{_FRONT})?亿(?:(?=[零一二两三四五六七八九十]){rest}万)?{rest}"
    return f"(?:{yi}|{wan}|{_FRONT}|零)"


WHOLE = _whole_pattern()
# No number of thousands begins with 0: 事故为0,300名 are two.
ARABIC = (
    rf"(?:[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{1,12}}(?![0-9])|[0-9]{{1,60}})(?:\.[0-9]{{1,30}})?(?:(?<=[0-9])[{VULGAR}])?"
)
# Sizes among Arabic digits: 1亿2000万, 3亿5千万, 2万3千, and 13万2 for 132000.
_SIZED = (
    r"[0-9]{1,6}(?:\.[0-9]{1,6})?亿零?(?:[0-9]{1,4}千)?(?:[0-9]{1,4}百)?(?:[0-9]{1,4}(?:\.[0-9]{1,6})?)?(?<!亿)"
    r"(?:万|(?=[余多来]万))"
    r"|[0-9]{1,6}万[0-9]千(?:[0-9]百)?(?:[0-9]十)?|[0-9]{1,2}千[0-9]百(?:[0-9]十)?"
    r"|[0-9]{1,6}[万亿][1-9](?=[,。;、)元的]|$)"
)
_ROW = "[零一二三四五六七八九][零○一二三四五六七八九]{1,30}(?![十百千万亿])"  # 二零二五: digits as they stand
# A number times a power of ten, or that power: 5.2×10⁴, 10⁸.
_POWER = f"(?:{ARABIC}[×xX*]10{EXPONENT}|10{LARGE_EXPONENT})"
NUMERAL = f"(?:{_POWER}|{_SIZED}|{ARABIC}|{_ROW}|{WHOLE}(?:点[零一二三四五六七八九]{{1,20}})?|[俩仨])"
NO_NUMERAL = "(?![零一二两三四五六七八九十百千万亿点])"
_PAIR = "(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)"


def _pair_behind_sizes() -> str:
    """A pattern for two digits in a row behind larger sizes: 二十七八, 一百二三十, 三千五六百, 两万七八千."""
    pair = _PAIR.replace("|一两", "")
    large, thousands, hundreds = f"(?:{_FRONT}[万亿]零?)", f"(?:{DIGIT}?千零?)", f"(?:{DIGIT}?百零?)"
    return (
        "(?=[零一二两三四五六七八九十百千万亿]{3})"
        f"(?:{large}?{thousands}?{hundreds}?{DIGIT}?十{pair}|{large}?{thousands}?{hundreds}{pair}十?"
        f"|{large}?{thousands}{pair}[百十]?|{large}{pair}[千百十]?)"
    )


# Two digits in a row, of which each may be meant.
PAIR = f"(?:{_pair_behind_sizes()}|{_PAIR}[十百千]?)(?:万亿|[万亿])?"
GAP = "[ \u00a0\u3000]?"
# Also with a mark of more inside: 1千多万, 2万余亿.
SCALE = (
    "(?:个亿|个多亿|[百千万][余多来]个?亿|[百千][余多来]万|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦伏])|"
    "百(?![强姓货米分]))"
)
MORE = "(?:[余多](?!元化|样化|层次|维度|渠道|部门|额)|来(?![自源华沪京穗深津])|(?<=[百千万])把(?=[人户家个名亩块斤]))"
LATIN = f"(?:{longest_of(LATIN_UNITS)})(?![0-9A-Za-z])"
# What a unit may be counted by: 微克/立方米.
_PER = (
    "(?!项目|家庭|例如|只有|头部)(?:[百千万]?平方米|平方(?:公里|千米)?|标准立方米|立方米?|平米|公顷|小时|分钟|[百千万]?[万亿]?元|"
    "(?:10{0,2}|[十百])?万人?|千人|百户|千瓦(?:·?时|小时)?|千克|公斤|[百千万]?(?:公里|千米)|毫升|人次|车次|学年|学期|季度?|"
    "[人户年月周日天吨亩升个时秒件次度床台套辆桶克斤米家项例孩头只]|[㎡㎥]|(?:k?m[²³23]|kW·?h|kg|km|[Lhdsta])(?![0-9A-Za-z]))"
)
_DASH = "[-—–~至到]{1,2}"
_TENTH = f"(?:{_PAIR}|{DIGIT}|[0-9]{{1,2}}(?:\\.[0-9])?)"
_NO_TENTH = "(?![立为员果功就本长熟效都套交片分型品群网规链势绩语品像倍])"


def _some_behind_sizes() -> str:
    """A pattern for some few behind larger sizes: 二十几, 一百几十, 三千几百, 两亿几千万."""
    thousands = f"(?:{_FRONT}万)?(?:{DIGIT}千)?"
    return (
        f"(?=[一二两三四五六七八九十百千万亿]{{1,12}}几)(?:{thousands}(?:{DIGIT}百)?{DIGIT}?十几|{thousands}{DIGIT}百几十|(?:{_FRONT}万)?{DIGIT}千几[百十]"
        f"|{_FRONT}(?:万几[千百十]|亿几[千百]万))"
    )


# The kinds of amount that bring their unit along; the first that fits counts.
_CLOSED_KINDS = {
    "parts": f"负?(?:[0-9]{{1,9}}万?|{WHOLE})分之(?:{PAIR}{NO_NUMERAL}|{NUMERAL})",
    "rate": r"(?<![0-9./])[0-9]{1,6}(?:\.[0-9]{1,4})?/(?:(?:10{0,2}|[十百])?万|千)[人户]?"
    "(?![0-9克米瓦伏元吨平立公亩里])",
    "fraction": f"(?<![0-9./])[1-9][0-9]?/[1-9][0-9]{{0,2}}(?![0-9/.年万])|(?<![0-9])[{VULGAR}]",
    "tenths": f"{_TENTH}成(?:{DIGIT}(?![{DIGIT[1:-1]}个家名位])|半(?![年天月个小径导岛山]))?{_NO_TENTH}",
    "half": "一多半|一半|半数|大半(?![年天月个小夜辈生])|小半(?![年天月个时])|"
    "(?<![^近过超到足])半(?![年天个月小径导岛山截途夜数])",
    "whole": "百分百",
    "doubling": f"翻了?[近约]?{DIGIT}?番",
    "money": r"[0-9]{1,9}元[0-9]角(?:[0-9]分)?|[一二三四五六七八九十百]{1,5}元[一二三四五六七八九]角",
    "clocked": "[0-9]{1,4}个?(?:小时|分钟?|天|年)(?:零)?[0-9]{1,3}(?:分钟|分|秒|小时|个月)(?![之钟])",
    "product": "[0-9]{1,3}[×xX*][0-9]{1,5}(?:\\.[0-9]{1,3})?(?:万)?(?:千瓦|兆瓦|吉瓦|兆伏安|千伏安|蒸吨|吨|MW|GW|kW|"
    "MVA|立方米)",
    "about_one": "个把(?:月|小时|星期|人|钟头)",
}


def _open_kinds(counted: str, unit: str) -> dict[str, str]:
    """The kinds of amount that a unit may follow, `counted` where one must; the first that fits counts."""
    signed = r"(?<![0-9A-Za-z%])(?:-(?![12][0-9]{3}年)|[+](?=[0-9]{1,9}(?:\.[0-9]{1,9})?%))"
    sign = f"(?:零[下上](?=[0-9一二两三四五六七八九十百])|{signed}|(?<![减抱担])负(?=[0-9百]))"
    return {
        "vague": "(?:(?<![人户总指个件次系倍分岁张台计基函])数|几)(?:[十百千万亿]{1,4}|百万|千万)"
        f"|(?:几|若干)(?={counted}[个家所项条名位人户次年天种类座件处公])",
        "teens": f"{_some_behind_sizes()}|[1-9]?[0-9]{{0,3}}0几",
        "pair": f"{PAIR}{NO_NUMERAL}",
        "halved": f"大?半(?={counted}(?:[年个天日亩]|小时))",
        "circled": f"(?<![^\u4e00-\u9fff])[{CIRCLED}](?={unit}(?:[、,。;和及]|$))",
        "numeral": f"{sign}?{NUMERAL}",
    }


def counted_form(not_units: Iterable[str]) -> str:
    """A pattern that holds where a unit may begin."""
    return f"(?!{longest_of(not_units)})"


def unit_form(not_units: Iterable[str]) -> str:
    """A pattern for a unit."""
    half = "(?:年|天|个月|个小时|小时|公里|里|周|倍|个百分点)半(?![导岛径山])"
    medals = "[金银铜](?=[0-9、,。;枚]|$)"
    of_work = "人年(?![均度底初内前后末来轻龄收])"  # 120人年, not 5万人年均
    units = f"个[多半](?:月|小时|百分点|星期|季度|学期|工作日)|{half}|{medals}|{of_work}|{longest_of(UNITS)}"
    return f"(?:{counted_form(not_units)}(?:{units})|{LATIN})"


# What is counted is told by what stands between a number and 以上, whatever it is: 20万篓以上.
_NO_UNIT = "零一二两三四五六七八九十百千万亿几余多来把及或之以左上的后代版强号线路楼环日月年届期季型星甲流"
_UNKNOWN_UNIT = f"(?<=[0-9万亿])(?![{_NO_UNIT}])[\u4e00-\u9fff]"
_UNKNOWN_UNIT_AHEAD = "(?=[及或]?以[上下]|[以之]内|左右)"


def _amount(not_units: Iterable[str], unknown_unit: str) -> str:
    """A pattern for an amount; `unknown_unit` is one for a unit that is not in the tables."""
    unit = unit_form(not_units)
    kinds, open_kinds = (
        "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in table.items())
        for table in (_CLOSED_KINDS, _open_kinds(counted_form(not_units), unit))
    )
    return (
        f"(?:(?:{kinds})(?P<over>多(?![元样层维渠部年个名家项]))?|(?:{open_kinds})"
        f"(?:{GAP}(?P<more>{MORE})?(?P<scale>{SCALE})(?P<most>{MORE})?|(?P<extra>{MORE}))?"
        f"(?:{GAP}(?P<unit>{unit}(?:/{_PER}(?:[·/]{_PER})?)?|{unknown_unit}))?)"
    )


_SIZES_AHEAD = f"(?=[十百千万亿半]|{DIGIT}成)"
_LARGE = "(?:[0-9]{1,7}(?:\\.[0-9]{1,4})?|[一二两三四五六七八九十]{1,3})[百千]?[万亿]"
_LARGE_AHEAD = f"(?={_LARGE}(?![起宗案])|[0-9]{{1,3}}(?:\\.[0-9]{{1,4}})?%)"
_OF_SUCH_SIZE = f"(?={_LARGE}元(?:的|以上)?(?:重[点大]|招商|产业|工业)?(?:项目|企业|工程|园区|集群|产业|[镇乡县村街]))"


def before_form() -> str:
    """A pattern for the longest word before an amount that fits, also where it is denied: 不得少于, 没有突破.

    近三年 is a stretch of time up to now, so 近 does not go with a single Chinese digit and 年.
    """
    words = "|".join(map(_word_before, sorted(BEFORE, key=len, reverse=True)))
    denials = "|".join(map(_not_in_words, sorted(DENIALS, key=len, reverse=True)))
    gap = "\\s{0,4}"  # also the end of a line: nobody's bound may be turned by a break
    denied = f"(?:{denials}){gap}(?:{longest_of(DENIED_HOW)}{gap})?{longest_of(DENIED)}"
    return f"(?!近{DIGIT}(?:年|个月))(?:{denied}|{words})"


def _not_in_words(word: str) -> str:
    """A pattern for a word where it is no part of another one."""
    return (
        (f"(?<![{NOT_BEHIND[word]}])" if word in NOT_BEHIND else "")
        + (f"(?<!{'|'.join(NOT_BEHIND_WORDS[word])})" if word in NOT_BEHIND_WORDS else "")
        + word
    )


def _word_before(word: str) -> str:
    """A pattern for one word before an amount, with what must stand about it."""
    form = _not_in_words(word) + ("了?" if word in DONE else "")
    if word in BEFORE_LARGE:
        measured = f"(?<![^{MEASURED}\\s,。;:、(“]){form}{_LARGE_AHEAD}"
        return f"{form}(?:{_SIZES_AHEAD}|{_OF_SUCH_SIZE})|{measured}"
    return form + (_SIZES_AHEAD if word in BEFORE_SIZES else "")


def after_form() -> str:
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
    """An amount of a figure, in groups: its kind, its scale and its unit; `more` and the like are marks of more."""
    return re.compile(_amount(not_units, _UNKNOWN_UNIT))


@functools.cache
def figure_form(not_units: tuple[str, ...]) -> re.Pattern[str]:
    """A figure, in groups: the word before, the lower end (of a range), the amount or upper end, the word after."""
    amount = re.sub(r"\?P<\w+>", "?:", _amount(not_units, _UNKNOWN_UNIT + _UNKNOWN_UNIT_AHEAD))
    held = r"\(不?包?含(?:本[数级]|(?P=high))?\)"
    # -20℃至-10℃, -3%—-1%: the sign of the upper end is none of what joins them; 3--5 has a longer dash.
    to_below_nought = "(?:(?(change)~|[至到~])|(?(falls)[-—–]|(?!)))(?=-[0-9])"
    between = f"{GAP}(?:{to_below_nought}|(?(change)[-—–~]{{1,2}}|{_DASH})){GAP}"
    remark = f"(?:{held}|\\([^()0-9零一二两三四五六七八九十百千万亿\n]{{1,8}}\\))"
    return re.compile(
        f"(?:(?P<before>{before_form()}){GAP})?"
        # 从3家到5家 is a change, no range; 从3—5家 is a range.
        f"(?P<change>(?<=[从由自]))?(?:(?P<falls>(?=-))?(?P<low>{amount}){between})?"
        f"(?P<high>{amount})"
        # 20户(含)以上, 20户(含20户)以上, 20户(常住)以上, 20户以上(不含20户)
        f"(?:{GAP}(?P<remark>{remark})?(?P<after>{after_form()})(?P<held_behind>{held})?)?"
    )


_PLACE = f"(?:[0-9]{{1,5}}|{WHOLE})"
RANK = (
    f"第(?P<first>{_PLACE})(?:位|名|大)?(?:{_DASH}第?(?P<last>{_PLACE})[位名]?)?"
    f"|前(?P<top>{_PLACE})[位名强大]?|首[位个名家]|榜首|居首"
)
_RATIO_TERM = "[0-9]{1,6}(?:\\.[0-9]{1,6})?"
_SCALE = "1:[0-9]{1,4}(?:\\.[0-9])?万"  # of a map
RATIO = f"{_SCALE}|{_RATIO_TERM}(?::{_RATIO_TERM}){{1,9}}|{_RATIO_TERM}比{_RATIO_TERM}|{DIGIT}比{DIGIT}"


@functools.cache
def phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Figures that count nothing, tell a place in an order or how parts stand to each other: read where entered."""
    return (
        ("coverage", re.compile("全部|全面|全覆盖|全面覆盖|全员|全体|全|所有|应.尽.")),
        ("delegated", re.compile("(?:完成|按)?(?:上级|国家|省|市|区|省市)?下达的?[^0-9]{0,8}?任务(?:数|目标)?")),
        ("rank", re.compile(RANK)),
        ("ratio", re.compile(RATIO)),
    )


_RANKED = "[国省市区县州球界内地城部域群江东西南北海中华湾洲圈列居排名位次速模数值平业类均都度率额强校友序得获双系]"
_RANKED = f"(?:(?<={_RANKED})|(?<=总量|产量|数量|销量|增量|流量|容量|存量))"
# What ends a place in a list or a contest.
_RANK_MOVES = "升|上升|提升|跃|攀升|前移|前进|进[至到位]|降|下[降滑]|退|后退|滑|回落|后移|[至到]第"
_RANK_ENDS = f"(?=[,。;、!?)”’」』》\\s和且的与及并]|以内|以上|之列|{_RANK_MOVES}|$)"


@functools.cache
def ranks_in_text() -> tuple[re.Pattern[str], ...]:
    """A place in a list or a contest, by what stands before it: 列全市第三, 增速第一, 进入前十."""
    return (
        re.compile(f"(?<!放在|摆在)第{_PLACE}(?:{_DASH}第?{_PLACE})?[位名](?![额单义为列师员])"),
        re.compile(f"第{_PLACE}大(?![队街道学组桥厦厅会脑点])"),
        re.compile(f"{_RANKED}第{_PLACE}(?:{_DASH}第?{_PLACE})?{_RANK_ENDS}"),
        re.compile(f"(?<=[由从])第{_PLACE}(?={_RANK_MOVES})"),
        re.compile(f"(?<![之以此目提年月日天])前{_PLACE}[位名强](?![额单义])"),
        re.compile(f"(?<=[国省市区县州球界内地城部域列居排名位入跻跃进身强行湾业])前{_PLACE}{_RANK_ENDS}"),
    )


_MAXIMS = "质量|安全|生命|人民|预防|健康|服务|生态|教育|稳定|诚信|群众|用户|信誉|效益|效率|责任|民生|纪律|时间|发展"


@functools.cache
def rank_at_end() -> re.Pattern[str]:
    """跃居全国省级财政第一: the place stands at the end of what is ranked, and the clause says where."""
    return re.compile(f"(?<!{_MAXIMS})第{_PLACE}{_RANK_ENDS}")


RANK_SPOKEN_OF = re.compile(
    "(?:全[国省市区县州球]|世界|国内|[跃位列排居升][居列至到入名在]?|[移进降退滑落][至到])[^,。;:!?\n]{0,12}$"
)
# Parts that stand to each other. Two whole numbers with a colon between, or three such as 12:30:00, are a time of day
# unless the words about them say that they are a ratio.
_BOTH_TERMS = "[0-9]{1,6}:[0-9]{1,6}"
# What bears a number before a colon, which makes no ratio of it and no time of day: 案例2：5家企业.
HEADED = "专栏|案例|任务|目标|措施|举措|附件|附表|附图|图表|实例|范例|故事|亮点|板块|步骤|做法"
RATIOS_IN_TEXT = (
    re.compile(f"{_SCALE}(?![元人户吨亩])"),
    re.compile(f"(?![0-9]{{1,2}}(?::[0-5][0-9]){{2}}(?![0-9.:])){_RATIO_TERM}(?::{_RATIO_TERM}){{2,9}}(?![0-9:])"),
    re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}:[0-9]{1,6}(?:\.[0-9]{1,6})?|:[0-9]{1,6}\.[0-9]{1,6})(?![0-9:])"),
    re.compile(f"{_BOTH_TERMS}(?=的?(?:比例|配[备比置套]|撬动|放大|带动|匹配))"),
    re.compile(rf"(?<!{HEADED})[0-9]{{1,3}}:(?:[0-9]|[6-9][0-9]|[0-9]{{3,6}})(?![0-9:])"),
    re.compile(f"{_RATIO_TERM}比{_RATIO_TERM}(?![0-9])|(?<=[按为以近到达]){DIGIT}比{DIGIT}"),
)
RATIOS_SPOKEN_OF = (re.compile(f"(?![0-9]{{1,2}}:0[0-9]){_RATIO_TERM}(?::{_RATIO_TERM}){{1,9}}(?![0-9:])"),)
RATIO_SPOKEN_OF = re.compile("(?:比(?![赛武拼较如])|结构|构成|杠杆|撬动|放大|配[备置套])[^,。;!?\n午晨时点天日]{0,20}$")
