"""The words that figures are read by: operators, units, and words that hold a numeral and count nothing.

The tables hold words of the genre, which a report of any district may use; the words of one place are content, and a
`Lexicon` sets them beside these. How words make a figure stands in `grammar`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _meanings(**words: str) -> dict[str, str]:
    """Each word with the operator that it stands for."""
    return {word: operator for operator, row in words.items() for word in row.split()}


def _or_equal(**words: str) -> dict[str, str]:
    """Each word with 等于 behind it or before it: 大于等于, 小于或等于, 等于或高于, 达到或超过."""
    behind, before = ("等于", "或等于", "或者等于"), ("等于或", "等于或者", "达到或", "达到或者")
    return {
        said: operator
        for operator, row in words.items()
        for word in row.split()
        for said in (*(word + end for end in behind), *(begin + word for begin in before))
    }


# Words before an amount that say how it is meant.
BEFORE = _meanings(
    ge="不下于 不下 至少 最少 起码 ≥ ≧ >= 双上 上",
    gt="超过 超出 突破 高于 多于 大于 > 超 逾 双超 双过 双破 过 破 不止 不止于 不只",
    le="至多 最多 ≤ ≦ <=",
    lt="不到 不足 低于 少于 小于 < 不及 不满 未满",
    approx="大概 大概有 大约 大约有 约 约有 将近 接近 接近或超过 接近或达到 差不多 近",
) | _or_equal(ge="大于 高于 多于 超过 超出", le="小于 低于 少于")
# Bounds with what they come to where they are denied: 不得少于 is as much or more, 没有突破 is as much or less.
DENIED = _meanings(
    ge="少于 小于 低于 短于 窄于 浅于 薄于 轻于 慢于 下于 不足",
    le="超过 超出 突破 高于 多于 大于 长于 宽于 深于 厚于 重于 快于 超 逾",
    lt="达到 达",
) | _or_equal(lt="大于 高于 多于 超过 超出", gt="小于 低于 少于")
DENIALS = _words(
    """
    不 不得 不能 不能够 不应 不应当 不应该 不该 不可 不可以 不可能 不会 不宜 不准 不许 不允许 不要 不致 不至于 不曾
    未 未曾 未能 没 没有 没能 勿 无 无一 严禁 禁止 严防 防止 避免 杜绝
    """
)
# What may stand between a denial and what it denies.
DENIED_HOW = _words("有 再 累计 合计 连续 平均 同时 单独 随意 擅自 任意 轻易")
# Verbs among the words before an amount, which may be done: 突破了50万人次.
DONE = ("超过", "超出", "突破", "超", "过", "破")
# Only before 百 and the like, or 半: 上百, 双上百, 过万, 过半; before anything smaller they are other words: 路上三人.
BEFORE_SIZES = ("双上", "双过", "双超", "双破", "上", "过", "破")
# Of these, also before 5亿 and 60% behind what is measured or counted (产值过5亿元), and before 5亿元项目.
BEFORE_LARGE = ("双过", "双超", "双破", "过", "破")
MEASURED = "个家户座位镇县区市值资入额模量产口流款积均税汇司总数率比速幅已将P次"
# Characters behind which the word is part of another one: 签约60个, 附近3所, 网上百件, 双双过万, 淹没超过30亩.
NOT_BEHIND = {
    "不": "无莫",
    "没有": "有",
    "不能": "能",
    "不会": "会",
    "不可以": "可",
    "无": "有",
    "没": "淹沉埋湮覆吞出有",
    "不及": "来等",
    "不满": "的众民感极发心生烈价务常很诉",
    "约": "签节集制预条契公违合履邀特续大",
    "近": "附最临靠就亲远邻贴相逼",
    "上": "新跃迈登站踏攀冲以网线身街晚早马手会路基础场史际事加船海车楼村市桌地",
    "过": "通经不跨走度透胜难迈越",
    "双过": "双",
    "双超": "双",
    "双上": "双",
    "双破": "双",
    "超": "赶反",
    "突破": "新大",
    "破": "突爆打冲侦",
}
# The same of words of two characters: 查找短板不足28项 found 28 shortcomings.
NOT_BEHIND_WORDS = {"不足": ("短板", "弱项", "查找", "查摆", "找出", "反思", "正视")}
# Words after an amount that say how it is meant; some only after units of time, money or length: 三年多, 30日内.
AFTER = _meanings(
    ge="以上 及以上 或以上 之上", le="以下 及以下 或以下 以内 之内 之下 内", approx="左右 上下", gt="多 余"
)
AFTER_ONLY = {
    "内": "年月周天日时钟里米",
    "多": "年月周天岁元时里米斤吨亩倍度",
    "余": "年月周天岁元里米亩",
    "之上": "%‰元分",
    "之下": "%‰元分",
}
# Characters before which the word is part of another one: 30天内部整改, 20家上下联动.
NOT_AHEAD = {
    "内": "部外容设涵置在地生需",
    "上下": "联游班级齐同",
    "左右": "两",
    "多": "元样层维渠部年个名家项万亿",
    "余": "额家名项万",
}

# What reports count by, not every measure word there is.
MEASURE_WORDS = _words(
    """
    人 名 位 户 家 个 大类 支 所 条 件 宗 台 项 套 处 次 批 座 栋 幢 间 辆 艘 架 张 份 篇 册 本 部 场 期 届 轮 级 类 种
    口 床 层 大 对 组 队 片 块 棵 株 盏 枚 把 门 堂 课 笔 单 例 起 桩 股 根 头 只 步 面 站 班 列 趟 封 幅 点 章
    羽 尾 匹 眼 孔 颗 粒 票 段 道 首 曲 集 台套 件套 台件 箱 袋 包 盒 桶 瓶 副 顶 盆 束 垛 穴 丛 顿
    款 峰 群 则 卷 尊 席 窝 棚 帧 桌 捆
    回 折 车次 人次 架次 班次 批次 场次 户次 家次 件次 台次 辆次 条次 剂次 剂 人份 标准箱 标箱 课时 学时 亩次 艘次
    列次 篇次
    名次 个名次 位次 个位次 头只 宗次 起次 只次 人天 人日 个标段 标段
    """
)
# Measure words and units. The longest that fits is taken.
UNITS = MEASURE_WORDS + _words(
    """
    元 角 美元 欧元 港元 日元 英镑 港币 美金 韩元 卢布 澳元
    平方米 平米 平方公里 平方千米 平方 立方米 立方 方 公顷 亩 ㎡ ㎞ ㎥ 公里 千米 米 厘米 毫米 微米 纳米 海里 里 延米
    英寸 英尺
    吨 吨标准煤 吨标煤 千克 公斤 克 毫克 微克 斤 升 毫升 千瓦 千瓦时 千伏 千伏安 兆伏安 兆瓦 兆瓦时 吉瓦 吉瓦时 瓦
    度 ℃ 摄氏度 分贝 核 蒸吨 标方 标准立方米 吨公里 人公里 车公里 立方米每秒
    千瓦·时 千瓦小时 兆瓦·时 兆瓦小时 吉瓦·时 千伏·安 兆伏·安 吨·公里 人·公里 车·公里 吨·千米 人·千米 吨千米 人千米
    年 个月 周 天 日 个工作日 工作日 个小时 小时 分钟 秒 秒钟 毫秒 岁 周岁 个季度 个年度 个学期 学期 学年 个周期
    个星期 星期 % ‰ ‱ 百分点 个百分点 个基点 基点 个点 倍 番 分
    """
)
# Units in Latin letters stand only where no letter or digit follows.
LATIN_UNITS = _words(
    """
    m² km² m³ m2 km2 m3 km m cm mm μm nm kg g mg t kV kW MW GW kWh MWh GWh kVA MVA ha GB TB PB EB MB TEU P KM KG KV
    KW kw Kw KWh KWH kwh KVA kWp KWp MWp GWp TWh hm² hm2 Km °C μg ug μL kPa TOPS POPS
    kW·h MW·h GW·h kV·A MV·A
    PF EF EFLOPS PFLOPS TFLOPS Gbps Mbps Tbps Mpa MPa dB Hz kHz MHz GHz ml mL L PFlops EFlops Eflops Pflops
    """
)
# Words that may follow a number with no unit between, and begin like one: 2021大数据峰会.
NOT_UNITS = _words(
    """
    大学 大会 大队 大街 大道 大湾 大赛 大数据 大厦 大院 大桥 大运会 大气 人大 人民 元旦 分之 分别 分类 期间 部分 部门
    部署 年代 项目 级别 类似 种植 种类 组织 位于 位列 位居 层级 条例 条件 件件 次月 次年 点亮 点燃 单位 单个 把握
    大关 台阶 门诊 层次 日均 日前 日益 日常 人均 户均 年均 场所 户籍 家庭 家园 家属 家居 站点 课程 课题 课堂 课后
    首次 首批 首个 首位 首创
    集中 集团 集聚 集成 段落 道路 方案 方面 方位 方向 方式 方法 方便 方米 期货 面向 面积 面对 面貌 对口 对接 对于 对外
    对标 队伍 封闭 起步 起点 起来 起到 根据 根本 本地 本级 本土 只有 头部 部级 列入 出台 出口 出生 出现 出让
    群众 群体 群岛 群团 峰会 峰值 款项 款式 则是 卷入 尊重 尊老 席位 席卷 棚户 棚改 桌面 捆绑
    分场 分厂 分院 分队 分店 分部 分会 分中心 分支
    人才 元素 元宵 元宇宙 分局 分公司 分校 分布 分期 分批 点位 点对点 道德 章程 孔子 眼科 里程碑 里约
    """
)

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
    PM2.5 PM10 1.0 2.0 3.0 4.0 5.0 12345 12315 12328 12348 12366 12369 12389 12388 95598 9610 9710 9810 1210 1039
    两个确立 两个一百年 两个结合 两个大局 两个文明 两个毫不动摇 两个百年 两个根本 三个务必
    三个区分开来 四个最严 五个统筹
    九个必须
    三八妇女节 三八红旗手 五四运动 五四青年 五四精神 五四奖章 双十一 双十二 九三学社 新四军 八路军 八一南昌起义 红十字
    两弹一星 两院院士 两院 两委 三线 三角 三角洲 三角形 三维 二维 四维 三方 第三方 四肢 五官 五脏
    三个文明 五金
    三峡 三秦 三晋 三湘 三江 三江源 三湘四水 八桂 八闽 七彩 三明治 三轮车 二手 二手车 二手房 二胎 二宝 二胡 三弦
    八段锦
    二次元 二次创业 二次污染 二次分配 二次利用 二次开发 二次加压 二次装修 二次入市 三次产业 三次分配 三产融合 六次产业
    退二进三 三合土 五保 五保户 三无 三无人员 四害 五小 七有 五性 三产 二产 一产 三医 三社 五社 三生 三变 三治
    一步之遥 零就业 零的突破 一盔一带
    万达 万科 百度 三亚 四川 六安 九江 百色

    """
)

# Words in which a numeral is no number.
IDIOMS = _words(
    """
    统一 唯一 同一 单一 专一 万一 如一 之一 任一 每一 逐一 某一 这一 那一 另一 哪一
    进一步 更进一步 下一步 下一阶段 上一轮 上一届 上一年 新一代 新一轮
    十天半月 一年半载 三天两头
    一批 一系列 一些 一定 一般 一流 一体 一体化 于一体 为一体 一站式 一揽子 一旦 一直 一切 一起 一律 一贯
    一度 一边 一同 一致 一向 一味 一带 一步 一步步 一线 一手 一生 一面 一方面 一样 一时 一道 一共 一并 一举
    一心 一方 一旁 一再 一路 一口气 一片 一大 一大批 一番 一概 一经 一连串 一整套 一下 一开始 一到 一提
    一气呵成 一如既往 一往无前 一视同仁 一马当先 一以贯之 一脉相承 一目了然 一应俱全 一成不变 一蹴而就
    一把手 一票否决 一锤定音 一盘棋 一张网 一张蓝图 一条龙 一键 一码 一卡通 一门式 一竿子 一把尺子 一个样
    一举两得 两全其美 一分为二 一清二楚 一五一十 十年磨一剑 第一时间 第一线
    一家人 一班人 一家三口 一天天 一脑门子 值得一提 其中一个 的一项
    老两口 两口子 两岸 两侧 两旁 两端 两翼 两头 两难 三三两两 三五成群 三番五次 再三 三心二意 三令五申
    接二连三 独一无二 不二 数一数二 四季 四面八方 四通八达 四海 五湖四海 五花八门 五颜六色 五彩
    七上八下 八方 九牛一毛 十分 十足 十全十美
    不止一次 不只一次
    一一 齐聚一堂 欢聚一堂 一点 一次性 一次次 一刻 一下子 一生一世 一时间 一代代 一遍遍 一如初心 一隅
    一域 一己 一己之力 一技之长
    一心一意 一抓到底 一条心 一股绳 一股劲 一条路 一朝一夕 一点一滴 一草一木 一砖一瓦 一言一行 一针一线 一丝不苟
    一丝一毫
    一日千里 一鼓作气 一鸣惊人 一呼百应 一劳永逸 一马平川 一箭双雕 一石二鸟 一石多鸟 一帆风顺 一往情深 一尘不染
    一触即发
    一诺千金 一枝独秀 一花独放 一席之地 一己私利 一步到位 一步一个 一步一个脚印 三十而立 四十不惑 一哄而上 一刀切
    一阵风 一窝蜂 一边倒 一锅端 一股脑
    一天到晚 一年四季 一年一度 一年之计 一日之计 一日三餐 一概而论 一拥而上 一语道破 一针见血 一言为定 一心为民
    四方宾客 四方来客 四方游客 四方来宾
    一个都不能少 一老一小 一小一老 一幕幕 一桩桩 一件件 一项项 一个个 一张张 一座座 一条条 一位位 一双双 一滴滴
    始终如一 九九归一 举一反三 以一当十 以一持万 合而为一 万里挑一 百里挑一 言行不一 表里如一 知行合一 背水一战
    天下第一
    三七二十一 七嘴八舌 七拼八凑 乱七八糟 横七竖八 三长两短 三年五载 三言两语 丢三落四 朝三暮四 推三阻四 颠三倒四
    说三道四
    两手 两手都要硬 两肋插刀 两面三刀 两败俱伤 三足鼎立 三头六臂 三顾茅庐 四平八稳 四分五裂 四时 四处 四周 四邻
    四海升平
    五谷 五谷丰登 五大三粗 五体投地 六神无主 六畜 七十二变 八仙过海 八面玲珑 九死一生 九霄云外 九州 十里八乡
    十拿九稳 十万火急
    十有八九 百密无疏 百密一疏 百川归海 百年大计 百年 千百年 百战百胜 百闻不如一见 百感交集 百花齐放 百花争艳 百废待兴
    百废俱兴 百炼成钢
    百里 百家姓 百家号 千年 千里 千里马 千里之行 千秋 千古 千钧一发 千篇一律 千载一时 千头万绪 千言万语 千呼万唤
    千姿百态 千行百业 千变万化 千真万确 千差万别 千难万险 万年 万里 万里长征 万里长城 万古 万民 万千 万马奔腾 万事
    万紫千红 万难 万水千山 万丈 万分 万能 万般 万籁 万变 万贯 排除万难 包罗万象 数以亿计 数以百计 挂一漏万 不一而足
    三伏 三九 三夏 三秋 三冬 三军 三生有幸 三更 半壁 再接再厉 二话 二话不说 划一 整齐划一 不二法门 第一手
    百姓 老百姓 百货 百花 百年老街 百科 百家争鸣 百舸争流 百尺竿头 百折不挠 百业 百般
    千方百计 千家万户 千千万万 千军万马 千山万水 千辛万苦 千丝万缕 千锤百炼 千载难逢 成千上万
    万无一失 万众一心 万众 万物 万象 万家灯火 万全 亿万 数以万计 数以千计
    零售 零散 零星 零碎 零花 零件 零敲碎打 清零 归零 凋零 飘零 零距离 零容忍 零跑动 零门槛 零接触 零碳 零部件 零配件
    零工 零钱 零基础 零食
    """
)
# What must not stand about a word, as there it counts after all: 一起事故, 考了十分, 新筑一道海堤, 三农场合并.
UNLESS = {
    "一起": "(?!事故|案件|火灾|命案|交通事故|刑事|[\u4e00-\u9fff]{1,6}(?:案件?|事故|纠纷)(?:[,。;、]|$))",
    "一批": "(?![为是])",
    "十分": "(?<![了得扣满]十分)",
    "一道": "(?<![筑建修设]一道)",
    "三农": "(?!场)",
    "每一": "(?![十百千万])",
    "百年": "(?<!个百年)",
    "五金": "(?![、,和]?(?:[0-9]|[一二三四五六七八九十]{1,3})[枚银铜])",
}
# Words without a numeral that end in the beginning of a word above (系统一期), or in Latin letters (GDP5000亿元).
PASSED_OVER = ("系统", "传统", "GDP")


def longest_of(words: Iterable[str]) -> str:
    """A pattern for the longest of the words that fits, grouped by first character, which `re` finds faster."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()) + ")"


_NUMERAL = re.compile("[0-9０-９零〇○一二两三四五六七八九十百千万亿廿卅卌俩仨半双①-⑳Ⅰ-ⅿ½-⅞]")


def word_is_no_unit(word: str) -> bool:
    """True for a word without a numeral: all that it can say is that its beginning is no unit."""
    return _NUMERAL.search(word) is None


def meaning_before(word: str) -> str:
    """The operator of a word before an amount, also of one that is denied (不得少于) or done (突破了)."""
    plain = word.removesuffix("了")
    return BEFORE.get(plain) or DENIED[max((one for one in DENIED if plain.endswith(one)), key=len)]


def leads_before() -> Iterator[str]:
    """What the words before an amount begin with, where it is no numeral."""
    yield from (f"{word}了" for word in DONE)
    yield from (f"{denial}{word}" for denial in DENIALS for word in (*DENIED, *DENIED_HOW, *" \n\r\u3000"))


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
        local = {word: reason for word, reason in self.local if not word_is_no_unit(word)}
        return dict.fromkeys(IDIOMS, "idiom") | dict.fromkeys(NAMES, "name") | local

    @property
    def not_units(self) -> tuple[str, ...]:
        """Every word that begins like a unit and is none."""
        return NOT_UNITS + tuple(word for word, _ in self.local if word_is_no_unit(word))


GENRE = Lexicon()
