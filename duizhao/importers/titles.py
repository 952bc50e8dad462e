"""The title of a report among the lines before it, in however many lines it is set.

What other lines say is left to `particulars`, what becomes of them to `head`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .dates import YEAR, years_in
from .particulars import field_of, is_labelled_title, unspaced
from .units import Unit

_MOST_LINES, _LONGEST = 4, 40  # of a title, and characters of a line in which one begins
_LEAST_BEGUN = 6  # characters of one before a line that goes on
_FEWEST = 4  # Chinese characters of a line that may be of a title
_NO_OWN_TITLE = re.compile("的(?:通知|函|批复|决定|公告|意见)[）)]?$")
_PLACE = "(?:[\u4e00-\u9fff]{1,7}?[省市区县旗州盟镇乡]){1,3}"
_YEAR = f"{YEAR}年度?"
_OF_PLACE_OR_YEAR = re.compile(f"(?:{_PLACE})?(?:{_YEAR})?(?:{_PLACE})?(?:人民)?|{_PLACE}(?:人民)?政府{_YEAR}")
# What ends as a place does and is none: 社区, 乡镇, 走进晴湖区.
_NO_PLACE = re.compile(
    "[省市区县州盟镇乡村城都社园景校街片辖地各全本我老新集]{1,2}[省市区县旗州盟镇乡]"
    "|.*(?:[社园景校街片辖范]区|[各全][省市区县乡镇]|城市|省[市区]|市[区县]|区[县市]|县[区市]|乡镇)"
    "|(?:走进|走近|关注|聚焦|魅力|美丽|幸福|印象|感受|认识|了解|今日|数字|智慧|平安|法治|所辖|下辖).*"
)
# What the words of a page before a text have, and no beginning of a title.
_OF_PAGE = re.compile(
    "[。；！？：:|>＞»]|网|在线|门户|频道|专[题栏]|平台|首页|公报|文件|信息|索引|搜索|登录|两会|欢迎|我们|本站|[要新]闻|动态|栏目|日报|晚报"
)
_PLAN = re.compile("国民经济|规划|预算|决算|执行情况")
_OF_PLAN = re.compile(
    "的[^的]{0,6}报告|草案[）)]?报告"
)  # how the title of a report on a plan ends, and no menu goes on
_OF_WHOM = re.compile("[府局院会上]的$")
_GOES_ON = re.compile("(?:[和与及暨、]|以及)$")
# How a line begins that goes on a title; 和平区 and 和田市 are places.
_GONE_ON = re.compile(
    "和(?![\u4e00-\u9fff]{0,3}[省市区县旗州])|[与及暨的、）)》”]|以及|(?:执行|实施|完成|落实|进展)?情况[和与及的]"
)
_LAST = re.compile(f"[（(](?:{YEAR}年度?|摘要|全文|书面|草案|[\u4e00-\u9fff]{{2,4}}稿)[）)]")  # below a title, of it
_ENDED = re.compile("(?:报告|通知|意见|公告|决定|批复|函|方案)[）)]?$")
# Where 工作报告 is broken; what stands before it whole is an office.
_HALVES = re.compile("(?:政府|[局厅院委]|(?<!社)会)\n工作的?报告|工作\n报告|工\n作报告")

_ABOVE_TITLE = re.compile("(?:政府|[局厅院]|委员会|办公室)$|会议|大会")


def title_among(units: Sequence[Unit]) -> Unit | None:
    """The line that is most of a title: with a year or a place it says more than 政府工作报告 alone."""
    titles = [unit for unit in units if tells_title(field_of(unit.text)) and not re.search("[>＞]", unit.text)]
    titles = [unit for unit in titles if len(unit.text) > 4] or titles
    return max(titles, key=_says_much, default=None)


def tells_title(name: str) -> bool:
    """True of what a line says where that is a title, alone or with others."""
    return "title" in name.split("+")


def _says_much(unit: Unit) -> tuple[bool, bool, bool, bool, int]:
    has_place = bool(re.search("[区县市省旗]", unit.text))
    is_own = not _NO_OWN_TITLE.search(unit.text)
    return is_own, bool(years_in(unit.text)), has_place, not is_labelled_title(unit.text), unit.first


def title_begins(units: Sequence[Unit], place: int, headings: Mapping[int, int]) -> int:
    """The place of the line in which a title begins that ends in the line at a place; `headings` as in `Taken`."""
    first = place
    words = _close(units[place].text)
    while first and place - first < _MOST_LINES - 1:
        before, unit = units[first - 1], units[first]
        begun = _close(before.text)
        if not is_beside(before, unit, headings) or not _begins(begun, words):
            break
        above = units[first - 2] if first > 1 else None
        if above and above.last + 1 == before.first and _is_item(begun, _close(above.text)):
            break
        first, words = first - 1, begun + words
    return first


def title_ends(units: Sequence[Unit], place: int, headings: Mapping[int, int]) -> int:
    """The place of the last line of a title of which most stands in the line at a place: （2023年） may go on it."""
    after = units[place + 1] if place + 1 < len(units) else None
    is_last = after is not None and is_beside(units[place], after, headings) and _LAST.fullmatch(after.text)
    return place + 1 if is_last else place


def is_beside(before: Unit, unit: Unit, headings: Mapping[int, int]) -> bool:
    """True of a line right above another, of which both are headings by their form or neither is."""
    return before.last + 1 == unit.first and (before.first in headings) == (unit.first in headings)


def may_be_of_title(text: str) -> bool:
    """True of a line above a title that may be of it, though nothing says so."""
    if _names_place_or_year(_close(text)):
        return True
    return len(re.findall("[\u3400-\u9fff]", text)) >= _FEWEST and not _OF_PAGE.search(text)


def _close(text: str) -> str:
    """A line without the blanks by which words and years are set wide."""
    return re.sub("\\s{1,3}(?=[0-9][\\s年])|(?<=[0-9])\\s{1,3}(?=年)", "", unspaced(text))


def _begins(begun: str, rest: str) -> bool:
    """True of words in which a title begins that goes on with others."""
    if len(begun) > _LONGEST or field_of(begun) or _OF_PAGE.search(begun) or _ENDED.search(begun):
        return False
    if len(re.findall("[（(“《]", begun)) > len(re.findall("[）)”》]", begun)):
        return True
    is_of_plan = _says_plan(begun) and _OF_PLAN.search(rest) is not None
    if _GONE_ON.match(rest):
        return len(begun) >= _LEAST_BEGUN and (is_of_plan or rest[0] in "的、）)》”")
    if _GOES_ON.search(begun):
        return is_of_plan
    if _OF_WHOM.search(begun):
        return True
    if begun.startswith("关于"):
        return _OF_PLAN.search(rest) is not None and _says_plan(begun + rest) and not rest.startswith("关于")
    if _names_place_or_year(begun):
        return not (years_in(begun) and years_in(rest)) and not (_has_place(begun) and _has_place(rest))
    if years_in(rest) or _has_place(rest):
        return False
    return _HALVES.search(f"{begun}\n{rest}") is not None or (is_of_plan and bool(years_in(begun)))


def _is_item(begun: str, above: str) -> bool:
    """True of a place or a year alone below another, or below what a page has: an item of a menu.

    So is a year below any line but those that stand above a title: an office, a meeting.
    """
    if not _names_place_or_year(begun) or (_has_place(begun) and years_in(begun)):
        return False
    if _ABOVE_TITLE.search(above):
        return False
    if _names_place_or_year(above):
        return _has_place(above) == _has_place(begun)
    return bool(years_in(begun)) or _OF_PAGE.search(above) is not None


def _says_plan(words: str) -> bool:
    return bool(years_in(words)) or _PLAN.search(words) is not None


def _names_place_or_year(words: str) -> bool:
    """True of a place, of a year, or of both, and of nothing else."""
    if not _OF_PLACE_OR_YEAR.fullmatch(words) or not (_has_place(words) or years_in(words)):
        return False
    return not _NO_PLACE.fullmatch(re.sub(_YEAR, "", words))


def _has_place(words: str) -> bool:
    return re.search("[\u4e00-\u9fff][省市区县旗州盟镇乡]", words) is not None
