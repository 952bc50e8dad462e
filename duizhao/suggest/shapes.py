"""What a clause does in its sentence, by its words: frames, aims, announces, counts, acts, tells what came about.

The words are those of the genre. How much each shape says is a rule here, which the trained weights correct.
"""

from __future__ import annotations

import re
from collections.abc import Collection


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Verbs of the genre beside those that rewordings exchange.
FURTHER_VERBS = _words(
    """
    获 获评 获得 荣获 入选 列入 投用 启用 通车 开工建设 建立起 推出 发放 拆除 打造 营造 做强 办复 征集
    认领 组建 创办 打掉 举行 召开 签订 覆盖 受理 减免 拨付 安排 兑现 惠及 突破 位居 位列 居 占 增至
    提升至 升至 降至 共有 拥有 有 为 是 达到 超过 超 聚焦 围绕 坚持 坚决 牢固树立 树牢 牢牢把握 牢牢守住
    贯彻 贯彻落实 统筹 统筹推进 抢抓 紧扣 依托 通过 以 将 把 让 使 由 随着 按照 结合 立足 根据 针对 面向
    朝着 对标 不断满足 助力 擦亮 展现 彰显 谱写 凝聚 汇聚 发挥 充分发挥 确保 守住 打好 打赢 抓紧 力促
    力推 兜牢 形成 补齐 畅通 激发 释放 规范 整治 加密 稳定 稳步 编制 出台 设置 配置 投入 完工 上线 授牌
    正 正在 已 已经 成为 进入 进一步 介绍 表示 说 认为 带来 面临 存在
    """
)
_PIVOTS = (
    "引领|牵引|重点|抓手|目标|导向|契机|突破口|主线|载体|依托|龙头|核心|统领|基础|中心|支撑|主题|原则|动力|根本|指导|主体|引擎|标准|"
    "切入点|着力点|总抓手"
)
# A frame with the clause that it stands before in one piece: 以党建为引领|深化改革.
_FRAME_IN_ONE = re.compile(
    f"^(?:以[^，]{{1,26}}?(?:为(?:{_PIVOTS})|的基础上|过程中)|(?:在|从)[^，]{{1,22}}?(?:基础上|过程中|背景下|的同时|方面|"
    "上(?![市海级年门升])|中(?![央国心小学医部东西期])|下(?![一属降辖达]))"
    "(?=[\u4e00-\u9fff]{4})|聚焦(?=打造|建设|做|抓))(?=.{4})"
)
_FRAMES = (
    re.compile(
        "^(?:按照|围绕|紧紧围绕|聚焦|紧扣|紧盯|锚定|立足|依托|结合|随着|面对|面向|针对|根据|通过|借助|抢抓|紧抓|抓住|把握|牢牢把握|牢牢盯住|"
        "坚持(?!定期|对|每)|始终|牢固树立|树牢|树立|秉持|秉承|对标|瞄准|站在|朝着|沿着|遵循|深刻|当|由于|尽管|虽然|如果|只有|只要|无论|不论|"
        "无愧|为(?!辖|企业|来|.{1,8}(?:提供|发放|减|解决))|为了?|继|加之|除了?|据|因为|经过|作为|对此|因此|为此|不是|自|与此同时|同时$|此外$|"
        "其中$|目前$|如今$|是|这是|也是|更是|就|才|却|但|可|让我们|我们相信|一年来|过去|回顾|新的|即将|希望|祝|贯彻|全面贯彻|深入贯彻|深入学习)"
    ),
    re.compile("^[—-]{2}|向大会(?:报告|作|汇报)|请予?(?:审议|审查)|提出(?:宝贵)?意见$"),
    re.compile("^向.*(?:致以|表示|同志|朋友|友人|同胞|人士|官兵|干警|建设者)$|^(?:致以|表示).*(?:敬意|感谢|问候)$"),
    re.compile(f"^[以把将][^，]{{1,40}}(?:为(?:{_PIVOTS})|作为.*|放在.*|摆在.*|为[^，]{{1,6}})$"),
    re.compile(
        "^以[^，]*(?:力度|精神|姿态|担当|作风|标准|状态|行动|实效|胸襟|办法|理念|方式|功夫)|^用[^，]*(?:办法|功夫|方法|思维)"
    ),
    re.compile(
        "(?:以来|之际|期间|方面|同时|介绍|表示|说|认为|指出|强调|显示|获悉|机遇|要求|理念|思想|精神|总基调|方针|定位|问题|观念|下|中|优势|"
        "规律|方向|年来|背后|举措|方面工作)$"
    ),
)
_SLOGANS = re.compile(
    "砥砺|攻坚克难|行稳致远|乘风破浪|奋力|奋楫|踔厉|笃行|勇毅|齐心协力|众志成城|凝心聚力|保驾护航|落地见效|走深走实|新篇章|新局面|新征程|"
    "新作为|新气象|新面貌|排头兵|贡献|担当|底线|落到实处|见底|获得感|幸福感|安全感|造福|满意|更好|更优|更强|更多|更大|越来越|不断满足|"
    "人人|处处|时时|源头活水|第一线|家门口|后顾之忧|最大公约数"
)
_AIMS = re.compile(
    "^(?:并|从而|进而|以|来)?(?:更好|更|有力|有效|切实|充分|真正|不断|全面|持续|加速|进一步|努力|合力|共同|全力|高水平|高质量|着力|奋力|积极|加快)*"
    "(?:打造|形成|提升|增强|提高|助力|让|使|促进|营造|激发|擦亮|维护|筑牢|凝聚|彰显|展现|激活|释放|带动|倒逼|腾出|"
    "为.*(?:奠定|提供|贡献|注入|腾出|创造|开辟)|构筑|塑造|积蓄|汇聚|满足|赢得|迈向|迈出|实现|推动|推进|确保|守护|传承|建设|培育|构建|织密|织牢|"
    "点亮|焕发|树立|惠及|方便|引领|支撑|服务|防止|避免|减轻|增进|保障|解决|做到|成为|走出|夯实|全力以赴|千方百计)"
)
# Aims that only follow from what is done, and never stand for it.
_CONSEQUENCES = re.compile(
    "^(?:并|从而|进而|以)?(?:更好|更|有力|有效|切实|充分|真正|不断|全面|持续|进一步|努力)*"
    "(?:让|使|助力|激发|激活|释放|带动|倒逼|积蓄|擦亮|筑牢|营造|帮助|维护|力促|腾出|全力以赴|千方百计|避免|减轻|增进|汇聚|凝聚|彰显|展现)"
)
_STATES = re.compile(
    "(?:高地|典范|样板|标杆|名片|格局|局面|动能|动力|活力|合力|氛围|增长极|增长点|生态|发展|提升|品质|水平|效能|能力|保障|环境|需求|效应|潜力|"
    "品牌|中心|支撑|基础|样本|强区|城区|优势|效果|实效|统一|共赢|升级|平衡|安全|稳定|权益|人家|新城|体系|力量|屏障|防线|活水|血液)$"
)
_BARE_COUNT = re.compile(
    "^(?:同比|环比|分别|同期|较|比|可比)?(?:增长|下降|增幅|增速|降幅|占|总量|居|位居|位列|排名|排|列|总面积|建筑面积|面积|总投资|投资额?|数量|"
    "惠及|受益|累计|其中|涉及|覆盖|达|超|增|降|规模|总额|产值|平均|注册资本|总数|提升|提高|完成率|签约率|改造后|年均|连续|减少|增加|实现)"
)
_GOES_ON = re.compile(
    "同比|增长|下降|占|总量|居|位居|位列|增速|改造后|累计|连续|完成率|注册|建筑面积|其中|惠及|总面积|分别|较|比上年|增幅"
)
_SAYS_MORE = re.compile(
    "(?:同比|环比|比上年|较上年)?(?:增长|下降|增幅|增速|降幅|占|总量|累计[0-9]|居[全市省]|位居|位列)|同比"
)
_CAME_ABOUT = re.compile(
    "(?:完工|竣工|投入使用|投用|投产|通车|启用|开园|开业|开工|动工|封顶|授牌|挂牌|揭牌|表彰|称号|审批|上线|运行|运营|落户|落地|入驻|进展|进步|"
    "成效|突破|达标|优秀|第一|首位|前列|完成|启动|通过|推广|改善|优化|提速|加快|提升|增强|显现|形成|健全|稳定|好转|摘帽|脱贫|复工复产|调整|试点|"
    "发布|出台|实施|建成|成立|下降|上升|增长|验收|认定|获批|入选|登场|亮相|举办|召开)$"
)
# What no sentence that only says what the next ones are about ends in.
_FINISHED = re.compile("(?:完工|竣工|投入使用|投用|投产|通车|启用|开园|开业|封顶|授牌|挂牌|揭牌|落成|摘帽)$")
_ACHIEVED = re.compile(
    "^(?:成功|顺利|圆满|率先|全面|提前|如期|累计|共|先后|全省|全市|全国)*(?:获评?|荣获|入选|被|建成|完成|实现|新增|举办|承办|引进|成立|组建|出台|"
    "推出|发放|拆除|整治|打掉|办复|征集|新建|新开工|创建|启动|编制|签约|落实)"
)
# Things that are named, numbered or founded: plans, projects, schools, roads.
_MATTERS = re.compile(
    "[“《]|项目|工程|行动|计划|方案|规划|条例|政策|机制|制度|平台|中心|基地|园区?|学校|校区|医院|道路|路|线|站|馆|公园|学位|幼儿园|社区|街道|"
    "楼宇|河涌|企业|改革|试点|示范|体系|条|网络|设施|专班|大赛|论坛|会|节|奖|街区|商圈|市场|土地|用房|小区|村|厕|垃圾|隐患|违法|犯罪|整治|治理|"
    "改造|普查|监管|养老|就业|招商|人才|培训|税|资金|补贴|贷款|工作"
)
_STATES_A_FACT = re.compile("是|成为|存在|面临|仍|缺乏|不足|感到|令人|有所|可以|需要|曾")
_TOLD = re.compile("介绍|表示|感叹|说|坦言|记者|先生|女士|阿姨|师傅|居民|老|他们|她|他|我们?(?!市|区|县|省|国)|你|大家")
# What each shape says for a clause that it states something, in log odds.
_WORTH = {
    "counts": 3.0,
    "frames": -3.0,
    "frames-last": -1.5,
    "aims-last": -0.8,
    "aims-at-state-last": -1.6,
    "aims-at-state-within": -0.4,
    "follows-last": -1.5,
    "aims-first": 0.3,
    "slogan": -1.2,
    "stub": -2.0,
    "came-about": 1.5,
    "achieved": 1.5,
}
_USUAL, _SPEECH, _TOPIC = 0.9, -2.0, -3.0
_STUB = 5


def unframed(words: str) -> int:
    """How many characters a frame takes at the beginning of a clause that goes on behind it."""
    found = _FRAME_IN_ONE.match(words)
    return found.end() if found else 0


def shapes(words: str, *, index: int, rest: int, counts: bool) -> tuple[str, ...]:
    """What a clause does in its sentence, in which `index` clauses stand before it and `rest` behind it."""
    found = ["counts"] if counts else []
    if index and _BARE_COUNT.match(words):
        found.append("counts-on" if counts else "goes-on")
    if any(form.search(words) for form in _FRAMES):
        found.append("frames" if rest else "frames-last")
    if _AIMS.match(words):
        place = "first" if not index else "within" if rest else "last"
        found.append(f"aims-{place}")
        found += [f"aims-at-state-{place}"] if _STATES.search(words) else []
    if index and not rest and _CONSEQUENCES.match(words):
        found.append("follows-last")
    said = (
        ("slogan", _SLOGANS.search(words)),
        ("came-about", _CAME_ABOUT.search(words)),
        ("finished", _FINISHED.search(words)),
        ("achieved", _ACHIEVED.match(words)),
        ("matters", _MATTERS.search(words)),
        ("is", _STATES_A_FACT.search(words)),
        ("told", _TOLD.search(words)),
        ("stub", len(words) < _STUB),
    )
    return (*found, *(name for name, holds in said if holds))


def worth(own: Collection[str], *, announces: tuple[int, int] | None, speech: bool, topic: bool) -> float:
    """What the shapes of a clause say for it that it states something, in log odds.

    `announces` are the lengths of a first clause and of the next, as ranks: a short one tells what the next ones do.
    """
    total = _USUAL + sum(_WORTH.get(shape, 0.0) for shape in own) + (_SPEECH if speech else 0.0)
    if "counts" in own:
        return total
    topic = topic and "finished" not in own
    if announces:
        short, following = announces
        total -= 1.0 if not short else 0.7 if short == 1 and following > 1 else 0.3 if following > short else 0.0
    return total + (_TOPIC if topic else 0.0)


def goes_on(words: str, own: Collection[str]) -> bool:
    """True of a clause that only says more of what the one before it states: 增长8%."""
    return "counts-on" in own or ("goes-on" in own and _GOES_ON.match(words) is not None)


def says_more(words: str) -> bool:
    """True of a clause that begins as only those do that say more of a count: 同比增长8%, 占全市63%."""
    return _SAYS_MORE.match(words) is not None
