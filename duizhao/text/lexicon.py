"""The words that figures are read by: operators, units, and words that hold a numeral and count nothing.

The tables hold words of the genre, which a report of any district may use; the words of one place are content, and a
`Lexicon` sets them beside these. How words make a figure stands in `grammar`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _meanings(**words: str) -> dict[str, str]:
    """Each word with the operator that it stands for."""
    return {word: operator for operator, row in words.items() for word in row.split()}


# Words before an amount that say how it is meant.
BEFORE = _meanings(
    ge="不少于 不低于 不小于 至少 最少 ≥ 双上 上",
    gt="超过 超出 突破 高于 多于 大于 > 超 逾 双超 双过 过 破",
    le="不超过 不高于 不多于 不大于 至多 最多 ≤",
    lt="不到 不足 低于 少于 小于 <",
    approx="大概 大概有 大约 大约有 约 约有 将近 接近 近",
)
# Only before 百 and the like: 上百, 双上百, 过万; before anything smaller they are other words: 路上三人.
BEFORE_SIZES = ("双上", "双过", "双超", "上", "过", "破")
# Characters behind which the word is part of another one: 签约60个, 附近3所, 网上百件.
NOT_BEHIND = {
    "约": "签节集制预条契公违合履邀特",
    "近": "附最临靠就亲远邻",
    "上": "以网线身街晚早马手会路",
    "过": "通经",
    "超": "赶",
    "突破": "新大",
    "破": "突",
}
# Words after an amount that say how it is meant; some only after a unit of time or money: 三年多, 30日内.
AFTER = _meanings(ge="以上 及以上", le="以下 及以下 以内 之内 内", approx="左右 上下", gt="多 余")
AFTER_ONLY = {"内": "年月周日天时钟", "多": "年月周天岁元时", "余": "年月周天岁元"}
# Characters before which the word is part of another one: 30天内部整改, 20家上下联动.
NOT_AHEAD = {"内": "部外容设涵置在地生", "上下": "联游班级齐同", "左右": "两", "多": "元样层维渠部", "余": "额"}

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
LATIN_UNITS = _words("m² km² m³ m2 km2 m3 km m cm mm kg g t kV kW MW GW kWh ha GB TB PB MB TEU P")
# Words that may follow a number with no unit between, and begin like one: 2021大数据峰会.
NOT_UNITS = _words("大学 大会 大队 大街 大道 大湾 大赛 大数据 人大 元旦 分之 分别 分类 期间 部分 部门 年代")

# Words in which a numeral names something: plans, policies, campaigns, bodies, labels; places and firms of all China.
NAMES = _words(
    """
    十一五 十二五 十三五 十四五 十五五 十八大 十九大 二十大 五一 六一 七一 八一 九一八 两会 一带一路
    六稳 六保 四上 三农 三资 三公 三甲 三防 两山 两新 两违 两癌 两高 四新 四早 四风 四化
    三严三实 三会一课 三重一大 两学一做 两个维护 四个意识 四个自信 五位一体 四个全面 八项规定 三个代表
    一国两制 一岗双责 两不愁三保障 五险一金 四好农村路 三大攻坚战 三去一降一补
    一网通办 一网统管 一件事 跑一次 最多跑一次 三同时 三通一平 七通一平 双随机 一公开
    九年义务教育 九年一贯制 一孩 二孩 三孩 一二三产业 二三产业 第一书记 第一资源
    双城 双创 双减 双碳 双拥 双循环 双一流 双引擎 双报到
    十佳 百强 一刻钟 二维码 二氧化碳 二氧化硫 最后一公里 最后100米 最后一百米 最后一米
    一区一品 一场一策 一企一策 一事一议 一对一 一窗式 一枚公章 一肩挑 五个一 六个一 三合一 二合一 多合一
    两手抓 两促进 一级预算单位 二次供水 两居室
    PM2.5 PM10 1.0 2.0 3.0 4.0 5.0 12345
    万达 万科 百度 三亚 四川 六安 九江 百色
    """
)

# Words in which a numeral is no number.
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
    一家人 一家三口 一天天 一脑门子 值得一提 其中一个 的一项
    老两口 两口子 两岸 两侧 两旁 两端 两翼 两头 两难 三三两两 三五成群 三番五次 再三 三心二意 三令五申
    接二连三 独一无二 不二 数一数二 四季 四面八方 四通八达 四海 五湖四海 五花八门 五颜六色 五彩
    七上八下 八方 九牛一毛 十分 十足 十全十美
    百姓 老百姓 百货 百花 百年老街 百科 百家争鸣 百舸争流 百尺竿头 百折不挠 百业 百般
    千方百计 千家万户 千千万万 千军万马 千山万水 千辛万苦 千丝万缕 千锤百炼 千载难逢 成千上万
    万无一失 万众一心 万众 万物 万象 万家灯火 万全 亿万 数以万计 数以千计
    零售 零散 零星 清零 归零 零距离 零容忍 零跑动 零门槛 零接触 零碳 零部件 零配件 零工 零钱 零基础 零食
    """
)
# Words without a numeral that end in the beginning of a word above (系统一期), or in Latin letters (GDP5000亿元).
PASSED_OVER = ("系统", "传统", "GDP")

_NUMERAL = re.compile("[0-9０-９零〇○一二两三四五六七八九十百千万亿半双]")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words by which the numbers of a text are told apart: the genre's, and beside them the `local` ones.

    Each local word comes with the reason why the numeral in it counts nothing. One that holds no numeral is no unit:
    a year before the name of a place that begins with 天 is no number of days.
    """

    local: tuple[tuple[str, str], ...] = ()

    @property
    def reasons(self) -> dict[str, str]:
        """Every word that holds a numeral, with its reason; a local word's own reason goes before the genre's."""
        local = {word: reason for word, reason in self.local if _NUMERAL.search(word)}
        return dict.fromkeys(IDIOMS, "idiom") | dict.fromkeys(NAMES, "name") | local

    @property
    def not_units(self) -> tuple[str, ...]:
        """Every word that begins like a unit and is none."""
        return NOT_UNITS + tuple(word for word, _ in self.local if not _NUMERAL.search(word))


GENRE = Lexicon()
