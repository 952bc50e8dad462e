"""Chinese figures as printed, read as quantities, and every number of a running text found and told apart.

Which statement a figure belongs to, and whether it agrees with what an editor typed, is left to `check`.

One grammar serves both: `quantity` demands that it match the whole of a figure, `numbers` looks for it in a text, where
a table of words and a table of patterns may claim the same characters as a date, an ordinal, a name or an idiom.
Whatever nothing claims is a quantity, so that a number is passed over only because a table says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal

OPERATORS = ("eq", "ge", "gt", "le", "lt", "approx", "range", "coverage", "relative", "delegated", "rank")
REASONS = ("", "date", "ordinal", "name", "idiom")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as read: `value` in `unit` as printed (4, 万人), `base_value` in `base_unit` scaled out (40000, 人).

    Only a 万 or 亿 after Arabic digits is a scale; a number in Chinese numerals is read as one: 百万 is 1000000.
    `upper` is the other end of a range. `value` is None where nothing is counted (全部) or the number is not given
    (数十家). `steps` tells how the figure was read, in signs and in the figure's own words.
    """

    figure: str
    operator: str
    value: Decimal | None
    upper: Decimal | None
    unit: str
    base_value: Decimal | None
    base_upper: Decimal | None
    base_unit: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, at start..end; `reason` is empty for a possible quantity, else what else it is."""

    start: int
    end: int
    text: str
    reason: str


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Words before an amount that say how it is meant.
_BEFORE = {
    "不少于": "ge",
    "不低于": "ge",
    "不小于": "ge",
    "至少": "ge",
    "最少": "ge",
    "≥": "ge",
    "双上": "ge",
    "上": "ge",
    "超过": "gt",
    "超出": "gt",
    "突破": "gt",
    "高于": "gt",
    "多于": "gt",
    "大于": "gt",
    ">": "gt",
    "超": "gt",
    "逾": "gt",
    "双超": "gt",
    "双过": "gt",
    "过": "gt",
    "破": "gt",
    "不超过": "le",
    "不高于": "le",
    "不多于": "le",
    "不大于": "le",
    "至多": "le",
    "最多": "le",
    "≤": "le",
    "不到": "lt",
    "不足": "lt",
    "低于": "lt",
    "少于": "lt",
    "小于": "lt",
    "<": "lt",
    "大概": "approx",
    "大概有": "approx",
    "大约": "approx",
    "大约有": "approx",
    "约": "approx",
    "约有": "approx",
    "将近": "approx",
    "接近": "approx",
    "近": "approx",
}
# Only before 百 and the like: 上百, 双上百, 过万; before anything smaller they are other words: 路上三人.
_BEFORE_SIZES = ("双上", "双过", "双超", "上", "过", "破")
# Characters behind which the word is part of another one: 签约60个, 附近3所, 网上百件.
_NOT_BEHIND = {
    "约": "签节集制预条契公违合履邀特",
    "近": "附最临靠就亲远邻",
    "上": "以网线身街晚早马手会路",
    "过": "通经",
    "超": "赶",
    "突破": "新大",
    "破": "突",
}
# Words after an amount that say how it is meant; some only after a unit of time or money: 三年多, 30日内.
_AFTER = {
    "以上": "ge",
    "及以上": "ge",
    "以下": "le",
    "及以下": "le",
    "以内": "le",
    "之内": "le",
    "内": "le",
    "左右": "approx",
    "上下": "approx",
    "多": "gt",
    "余": "gt",
}
_AFTER_ONLY = {"内": "年月周日天时钟", "多": "年月周天岁元时", "余": "年月周天岁元"}
# Characters before which the word is part of another one: 30天内部整改, 20家上下联动.
_NOT_AHEAD = {"内": "部外容设涵置在地生", "上下": "联游班级齐同", "左右": "两", "多": "元样层维渠部", "余": "额"}

# Measure words and units. The longest that fits is taken. What reports count by, not every measure word there is.
UNITS = _words(
    """
    人 名 位 户 家 个 支 所 条 件 宗 台 项 套 处 次 批 座 栋 幢 间 辆 艘 架 张 份 篇 册 本 部 场 期 届 轮 级 类 种
    口 床 层 大 对 组 队 片 块 棵 株 盏 枚 把 门 堂 课 笔 单 例 起 桩 股 根 头 只 步 面 站 班 列 趟 封 幅 星级
    人次 架次 班次 车次 批次 场次 户次 家次 件次 台次 辆次 条次 剂次 剂 人份 标准箱 标箱 课时 学时
    元 美元 欧元 港元 日元 英镑
    平方米 平方公里 平方千米 平方 立方米 立方 公顷 亩 ㎡ ㎞ 公里 千米 米 厘米 毫米 微米 海里 里 延米
    吨 吨标准煤 千克 公斤 克 毫克 微克 斤 升 毫升 千瓦 千瓦时 兆瓦 瓦 度 千伏 千伏安 ℃ 分贝
    年 个月 周 天 日 个工作日 工作日 个小时 小时 分钟 秒 岁 周岁 个季度 个学期 学期 学年
    % ‰ 百分点 个百分点 个基点 基点 倍 番 分
    """
)
# Units in Latin letters stand only where no letter or digit follows.
_LATIN_UNITS = _words("m² km² m³ m2 km2 m3 km m cm mm kg g t kV kW MW GW kWh ha GB TB PB MB TEU P")
# What a unit may be counted by: 微克/立方米.
_PER = "(?:平方米|平方公里|立方米|公顷|小时|万人|千人|百户|[人户年月日天吨亩升个])"
# Words that may follow a number with no unit between, and begin like one: 2021天河峰会.
_NO_UNITS = _words(
    "天河 天津 天英 大学 大会 大队 大街 大道 大湾 大赛 大数据 人大 元旦 分之 分别 分类 期间 部分 部门 年代"
)

# Words in which a numeral names something: plans, policies, campaigns, bodies, places, labels.
NAMES = _words(
    """
    十一五 十二五 十三五 十四五 十五五 十八大 十九大 二十大 五一 六一 七一 八一 九一八 两会 一带一路
    六稳 六保 四上 三旧 三农 三资 三公 三甲 三防 两山 两新 两违 两癌 两高 四新 四早 四风 四化
    三严三实 三会一课 三重一大 两学一做 两个维护 四个意识 四个自信 五位一体 四个全面 八项规定 三个代表
    一国两制 一岗双责 两不愁三保障 五险一金 四好农村路 三大攻坚战 三去一降一补 三个着力
    一网通办 一网统管 一件事 跑一次 最多跑一次 三同时 三通一平 七通一平 双随机 一公开
    九年义务教育 九年一贯制 一孩 二孩 三孩 一二三产业 二三产业 第一书记 第一资源
    双区 双城 双创 双减 双碳 双拥 双微 双循环 双一流 双引擎 双报到 双网融合
    十佳 百强 一刻钟 二维码 二氧化碳 二氧化硫 最后一公里 最后100米 最后一百米 最后一米
    四个出新出彩 一区一谷一圈 两轴两带多片区 一区一品 一场一策 一企一策 一事一议 一对一 一窗式 一枚公章
    一肩挑 三个一肩挑 五个一 六个一 四个三 四级责任体系 五个维度 三合一 二合一 多合一
    两个直奔 两个全覆盖 两手抓 两促进 党建365 5乐 暖企15条 万千百十 一级预算单位 三年清零 二次供水
    百人宣讲团 党史学习教育百人宣讲团 五类车 三人组 社区三人组 两居室
    PM2.5 PM10 1.0 2.0 3.0 4.0 5.0 12345
    三七互娱 万力集团 万达 万科 万博 广百 新一城 三河五岸 五山 中山六院 中山一院 三元里
    三亚 三水 四川 四会 五华 六安 九江 百度 百色
    """
)

# Words in which a numeral is no number. The last two lines: 一 as a misprint for a dash, 一 as an article.
IDIOMS = _words(
    """
    统一 唯一 同一 单一 专一 万一 如一 之一 任一 每一 逐一 某一 这一 那一 另一 哪一
    进一步 更进一步 下一步 下一阶段 上一轮 上一届 上一年 新一代 新一轮
    一批 一系列 一些 一定 一般 一流 一体 一体化 于一体 为一体 一站式 一揽子 一旦 一直 一切 一起 一律 一贯
    一度 一边 一同 一致 一向 一味 一带 一步 一步步 一线 一手 一生 一面 一方面 一样 一时 一道 一共 一并 一举
    一心 一方 一旁 一再 一路 一口气 一片 一大 一大批 一番 一概 一经 一连串 一整套 一下 一开始 一到 一提
    一气呵成 一如既往 一往无前 一视同仁 一马当先 一以贯之 一脉相承 一目了然 一应俱全 一成不变 一蹴而就
    一把手 一票否决 一锤定音 一盘棋 一张网 一张蓝图 一条龙 一键 一码 一卡通 一门式 一竿子 一把尺子 一个样
    一举两得 两全其美 一分为二 一清二楚 一五一十 十年磨一剑 第一时间 第一线
    一家人 一家三口 一天天 一住就是 一季芳华 一脑门子 又是一年 值得一提 成熟一片 利用一片 见效一片
    老两口 两口子 两岸 两侧 两旁 两端 两翼 两头 两难 三三两两 三五成群 三番五次 再三 三心二意 三令五申
    接二连三 独一无二 不二 数一数二 四季 四面八方 四通八达 四海 五湖四海 五花八门 五颜六色 五彩
    七上八下 八方 九牛一毛 十分 十足 十全十美
    百姓 老百姓 百货 百花 百年老街 百科 百家争鸣 百舸争流 百尺竿头 百折不挠 百业 百般
    千方百计 千家万户 千千万万 千军万马 千山万水 千辛万苦 千丝万缕 千锤百炼 千载难逢 成千上万
    万无一失 万众一心 万众 万物 万象 万家灯火 万全 亿万 数以万计 数以千计
    零售 零散 零星 清零 归零 零距离 零容忍 零跑动 零门槛 零接触 零碳 零部件 零配件 零工 零钱 零基础 零食
    一城市公园 一社区公园 一口袋公园 一孵化器 一省级高新区
    其中一个 一个有 的一张 的一抹 的一项 添一座
    """
)
# Words without a numeral that end in the beginning of a word above (系统一期), or in Latin letters (GDP5000亿元).
_PASSED_OVER = ("系统", "传统", "GDP")

_H = "[一二三四五六七八九十]"
_ANY = "(?:[0-9]+|[零一二两三四五六七八九十百]+)"
_TO = "[-—–~至到、]"
_YEAR = "(?:[12][0-9]{3}|[一二][零○一二三四五六七八九]{3})"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正腊])月"
_DAY = f"(?:[0-9]{{1,2}}|[二三]?十{_H}?|[一二三四五六七八九])[日号]"

# Numbers known by what stands about them. {TAIL}: what makes a bare number a quantity after all; {LATIN}: Latin units.
_PATTERNS = (
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
    ("date", f"{_ANY}[余多]?(?:年|个月|个多月|天)(?:以来|之前|之后|来|前|后)(?![期穗])"),
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

_D = "[一二两三四五六七八九]"
_SIZES = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 10**2, "十": 10}
_DIGITS = {"零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_EXPONENTS = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}
# Widths made equal one character for one, so that offsets stay. Not NFKC: it would make ㎡ into m2.
_NARROW = str.maketrans(
    "０１２３４５６７８９％﹪．－﹣−＋，～〜＞＜〇：（）；",
    "0123456789%%.---+,~~><零:();",
)
# Sums and products of figures are exact whatever their length; Python's default of 28 digits would round.
EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def _longest_of(words: Iterable[str]) -> str:
    """A pattern for the longest of the words that fits, grouped by first character, which `re` finds faster."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()) + ")"


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


_GAP = "[ \u00a0\u3000]?"
_WHOLE = _whole_pattern()
_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_TWO_SIZES = r"[0-9]+(?:\.[0-9]+)?亿[0-9]+(?:\.[0-9]+)?万|[0-9]+万[0-9]+千"
_ROW = "[零一二三四五六七八九][零○一二三四五六七八九]+(?![十百千万亿])"  # 二零二五: digits as they stand
_NUMERAL = f"(?:{_TWO_SIZES}|{_ARABIC}|{_ROW}|{_WHOLE}(?:点[零一二三四五六七八九]+)?)"
_NO_NUMERAL = "(?![零一二两三四五六七八九十百千万亿点])"
_PAIR = "(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)"
_SCALE = "(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![米克瓦伏])|百(?![强姓货米分]))"
_MORE = "[余多](?!元化|样化|层次|维度|渠道|部门|额)"
_LATIN = f"(?:{_longest_of(_LATIN_UNITS)})(?![0-9A-Za-z])"
_COUNTED = f"(?!{_longest_of(_NO_UNITS)})"
_UNIT = f"(?:{_COUNTED}(?:个[多半](?:月|小时)|年半|{_longest_of(UNITS)})|{_LATIN})"

# The kinds of amount, those that bring their unit along and those that a unit may follow. The first that fits counts.
_CLOSED_KINDS = {
    "parts": f"(?:[0-9]+|[十百千万]|{_D})分之{_NUMERAL}",
    "tenths": f"(?:{_D}|[0-9])成{_D}?(?![立为员果功就本长熟效都套交片分型品])",
    "half": "一半|半数",
    "whole": "百分百",
    "doubling": f"翻了?{_D}?番",
}
_OPEN_KINDS = {
    "vague": "(?:(?<![人户总指个件次系倍分岁张台])数|几)[十百千万亿]+"
    f"|(?:几|若干)(?={_COUNTED}[个家所项条名位人户次年天种类座])",
    "teens": "[二三四五六七八九]?十几",
    "pair": f"(?:十{_PAIR}|{_PAIR}[十百千]?[万亿]?){_NO_NUMERAL}",
    "halved": f"半(?={_COUNTED}(?:[年个天日亩]|小时))",
    "numeral": f"(?:(?<![0-9A-Za-z%])(?:-(?![12][0-9]{{3}}年)|[+](?=[0-9]+(?:\\.[0-9]+)?%))|负(?=[0-9百]))?{_NUMERAL}",
}


def _alternatives(kinds: dict[str, str]) -> str:
    return "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())


_AMOUNT = (
    f"(?:{_alternatives(_CLOSED_KINDS)}|(?:{_alternatives(_OPEN_KINDS)})"
    f"(?:{_GAP}(?P<more>{_MORE})?(?P<scale>{_SCALE})(?P<most>{_MORE})?|(?P<extra>{_MORE}))?"
    f"(?:{_GAP}(?P<unit>{_UNIT}(?:/{_PER})?))?)"
)


def _before_pattern() -> str:
    """A pattern for the longest word before an amount that fits.

    近三年 is a stretch of time up to now, so 近 does not go with a single Chinese digit and 年.
    """
    words = (
        (f"(?<![{_NOT_BEHIND[word]}])" if word in _NOT_BEHIND else "")
        + word
        + ("(?=[十百千万亿])" if word in _BEFORE_SIZES else "")
        for word in sorted(_BEFORE, key=len, reverse=True)
    )
    return f"(?!近{_D}(?:年|个月))(?:{'|'.join(words)})"


def _after_pattern() -> str:
    """A pattern for the longest word after an amount that fits."""
    words = (
        (f"(?<=[{_AFTER_ONLY[word]}])" if word in _AFTER_ONLY else "")
        + word
        + (f"(?![{_NOT_AHEAD[word]}])" if word in _NOT_AHEAD else "")
        for word in sorted(_AFTER, key=len, reverse=True)
    )
    return f"(?:{'|'.join(words)})"


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


_AMOUNT_FORM = re.compile(_AMOUNT)
_FIGURE_FORM = re.compile(
    f"(?:(?P<before>{_before_pattern()}){_GAP})?"
    f"(?:(?<![从由自])(?P<low>{_unnamed(_AMOUNT)})[-—–~至到])?"  # 从3家到5家 is a change, no range
    f"(?P<high>{_unnamed(_AMOUNT)})"
    f"(?:{_GAP}(?P<after>{_after_pattern()}))?"
)
# Figures that count nothing, or tell a place in an order, and are therefore no numbers of a text.
_PHRASES = (
    ("coverage", re.compile("全部|全面|全覆盖|全面覆盖|全员|全体|全|所有|应.尽.")),
    ("delegated", re.compile("(?:完成|按)?(?:上级|国家|省|市|区|省市)?下达的?[^0-9]{0,8}?任务(?:数|目标)?")),
    ("rank", re.compile(f"第(?P<place>{_ARABIC}|{_WHOLE})[位名]?|首[位个名家]|榜首|居首")),
)
_FRACTIONS = {"十": ("%", 1), "百": ("%", 0), "千": ("‰", 0), "万": ("‱", 0)}
# 超…以上 says no more than 超 does; any other two words about one amount contradict each other.
_MERGED = {frozenset({"gt", "ge"}): "gt", frozenset({"lt", "le"}): "lt"}


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with its scale and unit, before the words about it are weighed; `operators` are its own (余, 几)."""

    printed: str
    value: Decimal | None
    unit: str
    scale: str = ""
    upper: Decimal | None = None
    operators: frozenset[str] = frozenset()


def quantity(figure: str) -> Quantity | None:
    """The quantity that the whole figure states, or None if it is no figure or its words contradict each other."""
    plain = re.sub(r"\s", "", figure).translate(_NARROW)
    return _phrase(figure, plain) or _counted(figure, plain)


def _phrase(figure: str, plain: str) -> Quantity | None:
    """The quantity of a figure without an amount: a coverage, a delegated task or a rank (首位 is the first)."""
    for operator, form in _PHRASES:
        if match := form.fullmatch(plain):
            value = _number(match["place"] or "一") if operator == "rank" else None
            unit = "" if value is None else "位"
            step = f"{plain} → {operator}" + ("" if value is None else f" {value}")
            return Quantity(figure, operator, value, None, unit, value, None, unit, (step,))
    return None


def _counted(figure: str, plain: str) -> Quantity | None:
    """The quantity of a figure with an amount or a range."""
    match = _FIGURE_FORM.fullmatch(re.sub("^(?:增长|增加|扩大|提高)(?=.*[倍番])", "", plain))
    amount = _amount_between(match["low"], match["high"]) if match else None
    if not amount:
        return None
    about = tuple((word, table[word]) for word, table in ((match["before"], _BEFORE), (match["after"], _AFTER)) if word)
    operator = _operator(amount, amount.operators | {meaning for _, meaning in about})
    return _quantity(figure, amount, operator, about) if operator else None


def _quantity(figure: str, amount: _Amount, operator: str, about: tuple[tuple[str, str], ...]) -> Quantity:
    """The quantity of an amount with its operator; `about` are the words before and after it, each with its meaning."""
    exponent = _EXPONENTS.get(amount.scale, 0)
    value, upper = _scaled(amount.value, exponent), _scaled(amount.upper, exponent)
    read = "?" if value is None else str(value) if upper is None else f"{value}–{upper}"
    printed = f"{amount.printed} × {amount.scale}" if amount.scale else amount.printed
    steps = [printed if printed == read else f"{printed} = {read}", *([amount.unit] if amount.unit else [])]
    steps += [f"{word} → {meaning}" for word, meaning in about]
    if operator != "eq" and operator not in (meaning for _, meaning in about):
        steps.append(f"→ {operator}")
    unit = amount.scale + amount.unit
    return Quantity(figure, operator, amount.value, amount.upper, unit, value, upper, amount.unit, tuple(steps))


def _operator(amount: _Amount, said: frozenset[str]) -> str | None:
    """The one operator of an amount with what is said about it, or None if that cannot be one thing."""
    if amount.upper is not None:
        return "range" if said <= {"approx"} else None
    if not said:
        return "relative" if amount.unit in ("倍", "番") else "eq"
    return min(said) if len(said) == 1 else _MERGED.get(said)


def _is_year(amount: _Amount) -> bool:
    """True for 2021年, which is a date; 5000年 and 13年 are lengths of time."""
    return amount.unit == "年" and not amount.scale and re.fullmatch("[12][0-9]{3}", amount.printed) is not None


def _amount_between(low: str | None, high: str) -> _Amount | None:
    """The amount of the one end given, or of both in the unit of the upper; None if they do not go together.

    The scale of the upper end goes for both in 3-5万人; in 3000-5万人 it cannot, as the lower would be the greater.
    """
    upper, lower = _amount(high), _amount(low) if low else None
    if not upper or _is_year(upper):
        return None
    if not lower:
        return None if low else upper
    if not (_is_plain(lower) and _is_plain(upper) and lower.unit in ("", upper.unit)):
        return None
    shared = not lower.scale and not lower.unit and lower.value < upper.value
    exponent = _EXPONENTS.get(upper.scale if shared else lower.scale, 0) - _EXPONENTS.get(upper.scale, 0)
    value = _scaled(lower.value, exponent)
    if value >= upper.value:
        return None
    return _Amount(f"{value}–{upper.value}", value, upper.unit, upper.scale, upper.value)


def _is_plain(amount: _Amount) -> bool:
    """True for an amount that can be one end of a range: one known number that nothing is said about."""
    return amount.value is not None and amount.upper is None and not amount.operators


def _amount(text: str) -> _Amount | None:
    """The amount that the text states, read by the kind that it is of."""
    match = _AMOUNT_FORM.fullmatch(text)
    if not match:
        return None
    kind = next(kind for kind in (*_CLOSED_KINDS, *_OPEN_KINDS) if match[kind])
    if kind in _CLOSED_KINDS:
        return _CLOSED_READERS[kind](match[kind])
    value, upper, operators = _OPEN_READERS[kind](match[kind])
    unit, half, more = _unit(match["unit"] or "")
    if half and value is not None:
        value = EXACT.add(value, Decimal("0.5"))
    if more or match["more"] or match["most"] or match["extra"]:
        operators = operators or frozenset({"gt"})  # 数十余家 is no more exact than 数十家
    return _Amount(match[kind], value, unit, match["scale"] or "", upper, operators)


def _unit(printed: str) -> tuple[str, bool, bool]:
    """The unit alone, and whether it holds a half (年半, 个半月) or more than was counted (个多月)."""
    if printed.startswith(("个半", "个多")):
        return printed[0] + printed[2:], printed[1] == "半", printed[1] == "多"
    return printed.removesuffix("半"), printed.endswith("半"), False


def _parts(printed: str) -> _Amount:
    """百分之五点五 is 5.5 %, 千分之三 is 3 ‰; 三分之二 is 2 of the unit 1/3, which no decimal can hold."""
    whole, part = printed.split("分之")
    unit, exponent = _FRACTIONS.get(whole) or (f"1/{_number(whole)}", 0)
    return _Amount(printed, _scaled(_number(part), exponent), unit)


def _tenths(printed: str) -> _Amount:
    """两成 is 20 %, 三成五 is 35 %."""
    tens, ones = (_number(part or "零") for part in printed.split("成"))
    return _Amount(printed, tens * 10 + ones, "%")


def _doubling(printed: str) -> _Amount:
    """翻番 and 翻一番 are 1 番, twice as much; 翻两番 is 2 番, four times as much."""
    return _Amount(printed, _number(printed.strip("翻了番") or "一"), "番")


def _pair(printed: str) -> tuple[Decimal, Decimal, frozenset[str]]:
    """Both ends of a number given by two digits in a row: 五六十 is 50 to 60, 十七八 is 17 to 18."""
    first = 1 if printed[0] == "十" else 0
    low, high = printed[: first + 1] + printed[first + 2 :], printed[:first] + printed[first + 1 :]
    return _number(low), _number(high), frozenset()


_CLOSED_READERS = {
    "parts": _parts,
    "tenths": _tenths,
    "half": lambda printed: _Amount(printed, Decimal(50), "%"),
    "whole": lambda printed: _Amount(printed, Decimal(100), "%"),
    "doubling": _doubling,
}
# Value, upper end and operators. 数十 and 几百 give no number; 十几 is more than ten.
_OPEN_READERS = {
    "vague": lambda printed: (None, None, frozenset({"approx"})),
    "teens": lambda printed: (_number(printed.removesuffix("几")), None, frozenset({"gt"})),
    "pair": _pair,
    "halved": lambda printed: (Decimal("0.5"), None, frozenset()),
    "numeral": lambda printed: (_number(printed), None, frozenset()),
}


def _scaled(value: Decimal | None, exponent: int) -> Decimal | None:
    """The value times ten to the exponent, exactly and written plainly: 40000, not 4E+4; as it is if that is 0."""
    if value is None or not exponent:
        return value
    product = EXACT.normalize(EXACT.scaleb(value, exponent))
    return EXACT.quantize(product, Decimal(1)) if product == product.to_integral_value() else product


def _number(text: str) -> Decimal:
    """The value of a numeral, Arabic or Chinese, with or without a sign or decimals."""
    if text[0] in "-负":
        return EXACT.copy_negate(_number(text[1:]))
    if text[0] in "+0123456789":
        return _arabic(text)
    whole, _, decimals = text.partition("点")
    return Decimal(f"{_han(whole)}.{_row(decimals)}")


def _arabic(text: str) -> Decimal:
    """The value of Arabic digits, also with sizes among them: 1亿2000万."""
    total = Decimal(0)
    for digits, size in re.findall("([0-9.,]+)([千万亿]?)", text):
        total = EXACT.add(total, _scaled(Decimal(digits.replace(",", "")), _EXPONENTS.get(size, 0)))
    return total


def _han(text: str) -> Decimal:
    """The value of a whole number in Chinese numerals; a last digit counts the next smaller size: 一万二 is 12000."""
    for mark, size in _SIZES.items():
        head, found, rest = text.rpartition(mark)
        if found:
            return (_han(head) if head else 1) * size + (_DIGITS[rest] * size // 10 if rest in _DIGITS else _han(rest))
    return Decimal(_row(text) or 0)


def _row(text: str) -> str:
    """The Arabic digits for Chinese digits as they stand."""
    return "".join(str(_DIGITS[char]) for char in text)


_WORD_REASONS = dict.fromkeys(IDIOMS, "idiom") | dict.fromkeys(NAMES, "name")
_ALL_NUMERALS = re.compile("[零一二两三四五六七八九十百千万亿]+")


def _word_pattern(word: str) -> str:
    """A pattern for a word of the tables; one that is all numerals, or ends in a digit, must be the whole numeral."""
    ahead = _NO_NUMERAL if _ALL_NUMERALS.fullmatch(word) else "(?![0-9.%])" if word[-1].isdigit() else ""
    return re.escape(word) + ahead


_WORD_FORM = re.compile("|".join(map(_word_pattern, sorted(_WORD_REASONS, key=len, reverse=True))))
_TAIL = f"{_GAP}(?:{_MORE})?(?:{_SCALE}|{_UNIT}|{_after_pattern()})"
_PATTERN_FORMS = tuple(
    (reason, re.compile(pattern.replace("{TAIL}", _TAIL).replace("{LATIN}", _LATIN), re.MULTILINE))
    for reason, pattern in _PATTERNS
)
_PASSED_OVER_FORM = re.compile("|".join(_PASSED_OVER))
# Every character that a number can begin with, so that most places in a text need no look at the grammar.
_FIRST = re.compile(
    "["
    + re.escape("".join(sorted({word[0] for word in (*_PASSED_OVER, *_WORD_REASONS, *_BEFORE)})))
    + "0-9A-Za-z+\\-负翻半几数若零○一二两三四五六七八九十百千万亿第上下周星未过今近此往最这前其正腊]"
)


def numbers(text: str) -> tuple[Number, ...]:
    """Every number of the text in order, none overlapping, each Arabic digit and each Chinese numeral in one of them.

    At each place the longest of word, pattern and figure is taken; of two as long, the one named first.
    """
    return tuple(Number(start, end, text[start:end], reason) for start, end, reason in _found(text.translate(_NARROW)))


def _found(plain: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and reason of each number of a text in narrow characters."""
    at = 0
    while first := _FIRST.search(plain, at):
        at = first.start()
        if passed := _PASSED_OVER_FORM.match(plain, at):
            at = passed.end()
        elif found := _longest(plain, at):
            yield found
            at = found[1]
        else:
            at += 1


def _longest(plain: str, at: int) -> tuple[int, int, str] | None:
    """Start, end and reason of the number at the place, if there is one.

    In 约2020年 a figure would begin with 约, but what follows is a date, and 约 belongs to no number.
    """
    start, core, end = _figure(plain, at)
    for place in dict.fromkeys((at, core)):
        claimed_end, reason = _claimed(plain, place)
        if claimed_end >= end and claimed_end > place:
            return place, claimed_end, reason
    return (start, end, "") if end > start else None


def _claimed(plain: str, at: int) -> tuple[int, str]:
    """End and reason of the longest name, idiom, date or ordinal at the place; the end is -1 if there is none."""
    word = _WORD_FORM.match(plain, at)
    claims = [(word.end(), _WORD_REASONS[word[0]])] if word else []
    claims += [(match.end(), reason) for reason, form in _PATTERN_FORMS if (match := form.match(plain, at))]
    return max(claims, key=lambda claim: claim[0], default=(-1, ""))


def _figure(plain: str, at: int) -> tuple[int, int, int]:
    """Start, start of the amount, and end of the figure at the place, all of them the place itself if there is none.

    If the words about an amount contradict each other, or the ends of a range do not go together, less is taken.
    """
    match = _FIGURE_FORM.match(plain, at)
    if not match:
        return at, at, at
    core = match.start("low") if match["low"] else match.start("high")
    ends = [match.end(), match.end("high"), *([match.end("low")] if match["low"] else [])]
    spans = ((start, end) for end in ends for start in dict.fromkeys((at, core)))
    digits = re.compile("[0-9]+|.").match(plain, core)
    start, end = next((span for span in spans if quantity(plain[slice(*span)])), digits.span())
    return start, core, end
