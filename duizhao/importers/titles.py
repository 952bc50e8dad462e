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
_OF_PLACE_OR_YEAR = re.compile(f"(?:{_PLACE})?(?:{YEAR}年度?)?(?:{_PLACE})?")
_BEGUN = re.compile(f"{_PLACE}|{YEAR}年度?(?![0-9一二三四五六七八九十]{{1,3}}月)")
# What the words of a page before a text have, and no beginning of a title.
_OF_PAGE = re.compile(
    "[。；！？：:|>＞»]|网|在线|门户|频道|专[题栏]|平台|首页|公报|文件|信息|索引|搜索|登录|两会|欢迎|我们|本站|[要新]闻|动态|栏目|日报|晚报"
)
_GOES_ON = re.compile("(?:[的和与及暨、]|以及)$")
# How a line begins that goes on a title; 和平区 and 和田市 are places.
_GONE_ON = re.compile("和(?![\u4e00-\u9fff]{0,3}[省市区县旗州])|[与及暨的、）)》”]|以及")
_LAST = re.compile(f"[（(](?:{YEAR}年度?|摘要|全文|书面|草案|[\u4e00-\u9fff]{{2,4}}稿)[）)]")  # below a title, of it
_ENDED = re.compile("(?:报告|通知|意见|公告|决定|批复|函|方案)[）)]?$")
_HALF = re.compile("(?:政府|工作?|[局厅院会委])$")  # before 工作报告 or its last characters
_OF_OFFICE = re.compile("(?:政府|[局厅院]|委员会|办公[室厅])$")


def title_among(units: Sequence[Unit]) -> Unit | None:
    """The line that is most of a title: with a year or a place it says more than 政府工作报告 alone."""
    titles = [unit for unit in units if field_of(unit.text) == "title" and not re.search("[>＞]", unit.text)]
    titles = [unit for unit in titles if len(unit.text) > 4] or titles
    return max(titles, key=_says_much, default=None)


def _says_much(unit: Unit) -> tuple[bool, bool, bool, bool, int]:
    has_place = bool(re.search("[区县市省旗]", unit.text))
    is_own = not _NO_OWN_TITLE.search(unit.text)
    return is_own, bool(years_in(unit.text)), has_place, not is_labelled_title(unit.text), unit.first


def title_begins(units: Sequence[Unit], place: int, headings: Mapping[int, int]) -> int:
    """The place of the line in which a title begins that ends in the line at a place; `headings` as in `Taken`."""
    first = place
    words = unspaced(units[place].text)
    while first and place - first < _MOST_LINES - 1:
        before, unit = units[first - 1], units[first]
        begun = unspaced(before.text)
        if not is_beside(before, unit, headings) or not _begins(begun, words):
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
    return len(re.findall("[\u3400-\u9fff]", text)) >= _FEWEST and not _OF_PAGE.search(text)


def _begins(begun: str, rest: str) -> bool:
    """True of words in which a title begins that goes on with others."""
    if len(begun) > _LONGEST or field_of(begun) or _OF_PAGE.search(begun) or _ENDED.search(begun):
        return False
    if _GOES_ON.search(begun) or len(re.findall("[（(“《]", begun)) > len(re.findall("[）)”》]", begun)):
        return True
    if _GONE_ON.match(rest):
        return len(begun) >= _LEAST_BEGUN
    if begun.startswith("关于") and not rest.startswith("关于"):
        return True
    if _OF_PLACE_OR_YEAR.fullmatch(begun):
        return not (years_in(begun) and years_in(rest)) and not (_has_place(begun) and _has_place(rest))
    if _OF_OFFICE.search(begun) and not re.match("(?:的)?工作的?报告", rest):
        return False
    if years_in(rest) or _has_place(rest):
        return False
    return _BEGUN.match(begun) is not None or bool(_HALF.search(begun) and re.match("(?:工?作)?报告", rest))


def _has_place(words: str) -> bool:
    return re.search("[\u4e00-\u9fff][省市区县旗州盟镇乡]", words) is not None
