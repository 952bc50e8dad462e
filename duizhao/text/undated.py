"""What looks like a date or a version and counts after all, by the words about it: days that something takes, rates.

The forms of dates are left to `claims`, which of all holds at a place to `numbers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .grammar import before_form

_HAN = "[\u4e00-\u9fff]"
_DATE = "(?:0?[1-9]|[12][0-9]|3[01])"
_TO = "[-—–~至到、]{1,2}"
_LOOKED_BACK = 24
# What makes a length of time of 5日, before it and behind it; without them it is a day of a month.
_DAYS = re.compile(f"(?:{_DATE}日?{_TO})?{_DATE}日")
_CUT = "压缩|缩短|压减|缩减|减少|精简|提速"
_AT_LEAST = f"(?:{before_form()}|至少|最[多少长短]|仅|平均)"
_BOUND = re.compile(f"(?:(?P<least>{_AT_LEAST})|[了近约只整])$")
_ITEMS = re.compile("(?:[0-9]{1,2}日?[、和及]){0,3}$")
_LASTING = re.compile(  # a bound may stand between these and the days
    "(?:提前|推迟|延[后长]|延长为|历时|为期|需|满|达|共计?|累计|每|公示|[放休]假|隔离|停[产工]"
    f"|{_CUT}|(?:{_CUT}|[压缩降减])(?:[0-9.]{{1,5}}%)?[至到为])$"
)
_SPAN = re.compile(
    f"(?:连续{_HAN}{{0,4}}|(?:时限|[工会]期|有效期|公示期|期限|周期|[用耗]时)[^,。;:、0-9月至到自截止于起]{{0,6}})$"
)
_FROM = re.compile("[由从][^,。;:、0-9月]{0,6}$")
_TO_FEWER = re.compile(f"[^,。;:、0-9]{{0,4}}(?:{_CUT}|[压缩降减])[至到为][^,。;:、0-9]{{0,6}}{_DATE}(?:个工作)?日")
_LASTS = re.compile(
    "[办审]结|办成|[拿取出领发颁]证|拿地|无理由|公示期|期限|年化|移动平均|(?:压缩|缩短|压减|缩减)[至到为]"
)
_ON_THAT_DAY = re.compile("之?前|起|晚|早|凌晨|[上下]午")
# Years without 年, and verbs of what is placed, planted or called up, which govern a number and no year.
_BARE_YEAR = re.compile("(?:19|20)[0-9]{2}")
_PLACING = (
    "种植|栽植|补植|补种|栽种|移栽|定植|配备|配发|增配|安装|加装|投放|放流|放养|招募|出动|派出|选派|购置|铺设|架设|悬挂|"
    "养殖|饲养|存栏|出栏|接种|惠及|吸纳|安置|帮扶|新增|净增"
)
_CHANGING = (
    "更新|更换|配置|增设|采购|储备|调运|清理|清运|拆除|整改|排查|改造|维修|修复|建成|新建|改建|慰问|发放|赠送|捐赠"
)
_END = "(?:[,。;:、!?)和及与并]|$)"
# What has a year and is never placed: meetings, contests, plans, lists.
_YEARLY = (
    "会(?!议桌)|论坛|赛|展|节(?!能)|周(?!转|边)|季|奖|杯|榜|版|款|型|春|夏|秋|冬|年|规划|计划|方案|预案|目标|指标|标准|清单|名单|目录|"
    "战略|行动|活动|运动|项目|工程|课程|办法|任务|政策|预算|决算|世界|全国|中国|改革|试点|"
    "毕业|退役|脱贫|民生|转业|驻村|新冠|"
    "通车|投产|启用|投用|使用|[开完竣]工|清零|销号|入库|入统|达标|收官|同比|超额|突破"
)
# 2.0 is a version, but for what is measured by such numbers.
_VERSION = re.compile("[0-9]\\.0")
_MEASURED = re.compile(
    "(?:[^效]率|(?<![相对])比值?|指数|系数|密度|评分|得分|均分|分值)(?:[由从][0-9.]{1,5})?(?:分别|稳定|保持|控制|"
    "[提升降增减缩改优][高升加至到低小善化]?|下降|上升|平均|[达为在至到是约仅]){0,4}$"
)
_OF_A_VERSION = re.compile("版|时代|升级|建设|平台|工程|行动|模式|系统")
_OF_TIMES = "前后中内起末底初号届级度期止间时来以的之上下里外代线路室"
_NO_YEAR_BEFORE = f"(?![年于在至到自从截]){_HAN}"
_THING = f"(?!{_HAN}{{0,3}}(?:{_YEARLY}))"
_PLACED = (
    (re.compile(f"(?:{_PLACING})[了出各]?$"), re.compile(f"{_THING}{_HAN}{{1,4}}{_END}")),
    # 更新路灯1980杆: no year stands behind what is done to a thing, but in the name of a plan.
    (
        re.compile(
            f"(?:{_PLACING}|{_CHANGING})(?![^,。;]{{0,8}}(?:中国|制造|健康|现代|教育|愿景|规划))"
            f"(?:{_NO_YEAR_BEFORE}){{1,6}}$"
        ),
        re.compile(f"{_THING}{_HAN}{{1,2}}{_END}"),
    ),
    # 完成路灯1980杆: one character that tells no time, and the clause ends.
    (re.compile(f"{_NO_YEAR_BEFORE}$"), re.compile(f"{_THING}(?![{_OF_TIMES}]){_HAN}(?:[,。;:、!?)]|$)")),
)


def is_count(plain: str, start: int, end: int) -> bool:
    """True where what looks like a date or a version counts after all: 缩短3日, 更新路灯1980杆, 容积率2.0."""
    return _lasts(plain, start, end) or _is_placed(plain, start, end) or _is_measured(plain, start, end)


def _is_measured(plain: str, start: int, end: int) -> bool:
    """True where the number at start..end, which a version would look like, is a rate or an index: 容积率2.0."""
    if not _VERSION.fullmatch(plain, start, end) or _OF_A_VERSION.match(plain, end):
        return False
    back = max(0, start - _LOOKED_BACK)
    return any(_MEASURED.search(plain, back, end) for end in _ends(plain, back, start))


def _ends(plain: str, back: int, end: int) -> Iterator[int]:
    """The end, and where the bounds begin that stand before it, two at most: 容积率|不低于|."""
    yield end
    for _ in range(2):
        if not (bound := _BOUND.search(plain, back, end)):
            return
        end = bound.start()
        yield end


def _is_bound_to(plain: str, back: int, end: int) -> bool:
    """True where before end there stands a bound of what may be counted alone, or what takes days, also with bounds."""
    bound = _BOUND.search(plain, back, end)
    return bool(bound and bound["least"]) or any(_LASTING.search(plain, back, one) for one in _ends(plain, back, end))


def _lasts(plain: str, start: int, end: int) -> bool:
    """True where the days at start..end are how long something takes: 缩短3日, 由20日压缩至5日."""
    if not _DAYS.fullmatch(plain, start, end) or _ON_THAT_DAY.match(plain, end):
        return False
    back = max(0, start - _LOOKED_BACK)
    before = _ITEMS.search(plain, back, start)
    first = before.start() if before else start
    if _is_bound_to(plain, back, first) or _SPAN.search(plain, back, first) or _LASTS.match(plain, end):
        return True
    return bool(_FROM.search(plain, back, start) and _TO_FEWER.match(plain, end))


def _is_placed(plain: str, start: int, end: int) -> bool:
    """True where a verb governs the number at start..end, which a year would look like: 配备2000志愿者."""
    if not _BARE_YEAR.fullmatch(plain, start, end):
        return False
    back = max(0, start - _LOOKED_BACK)
    return any(before.search(plain, back, start) and behind.match(plain, end) for before, behind in _PLACED)
