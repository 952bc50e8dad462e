"""Where the text of a report ends: its glossary and notes, and what a page puts before and behind it, by its words.

What is done with it is left to `sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from .saying import is_prose, is_said
from .units import Unit

_GLOSSARY = re.compile(
    "[（(【\\[※*]{0,2}(?:附件?\\s*[0-9一二三四五]?\\s*[:：、]?\\s*)?(?:《?(?:[^。]{0,20})?(?:政府)?工作报告》?)?\\s*(?:中|的)?(?:有关|部分|相关|若干)?\\s*"
    "(?:专业|新)?(?:名词|用语|术语|词语|词汇|注释|缩略语)(?:[、和及与]?(?:用语|术语|名词))?(?:的)?"
    "(?:解释|注释|说明|释义|简释)?[）)】\\]※*]{0,2}\\s*[:：]?"
)
_GLOSSARY_WORDS = re.compile("名词|用语|术语|词语|注释|释义|缩略语")
_NOTE = re.compile("[\\[〔［【]([0-9０-９]{1,3})[\\]〕］】]")
_NOTED = re.compile(f"{_NOTE.pattern}\\s*\\S")
_FEWEST_NOTES, _FEWEST_MARKED = 3, 2  # notes of a text, and of one that has marks of notes before them
_MOST_BEHIND_NOTES = 2  # paragraphs
_CLOSING = re.compile("谢谢(?:大家|各位)?[！!。]?|以上报告[^。]{0,30}[。！]")

# What the words of a line behind or before a text tell of why it is left out; the first that fits.
_REASONS = (
    (re.compile("扫一扫|二维码|分享|微信|微博|朋友圈|QQ"), "share"),
    (
        re.compile(
            "相关(?:链接|文档|文章|报道|新闻|阅读|推荐|专题)|延伸阅读|上一篇|下一篇|热门|推荐|标签|排行|点击图片"
        ),
        "related-links",
    ),
    (re.compile("^附件|下载附件|附件下载|\\.(?:docx?|pdf|xlsx?)\\b"), "attachment-link"),
    (re.compile("责任?编辑|^编辑|^审核|校对|^来源|^作者|初审|终审"), "credit"),
    (re.compile("免责|版权|转载|侵权|本网|仅供参考|观点|著作权"), "publisher-disclaimer"),
    (re.compile("广告|赞助"), "advertisement"),
)
_FOOT = re.compile(
    "ICP|备案[号序]|网站标识码|公网安备|电话[:：]|邮编|邮箱|^地址|^(?:主办|承办)|浏览器|Copyright|网站地图|联系我们|打印|关闭(?:窗口|本页)"
    "|返回(?:顶部|首页|列表)|下载|\\.(?:docx?|pdf|xlsx?)\\b|^(?:抄送|主题词|发送)|印发$"
)
_MOST_SILENT = 4  # lines behind a text that say nothing, such as the headings of an annex
_BREADCRUMB = re.compile("(?:当前|您(?:现在)?的?)位置|^首页$|[>＞»]")


def reason_of(text: str, *, at_head: bool = False, before: str = "") -> str:
    """Why a line is left out, by its words; below a list of links, also by what the line before was."""
    if at_head and _BREADCRUMB.search(text):
        return "breadcrumb"
    found = next((reason for words, reason in _REASONS if words.search(text)), "")
    return found or (before if before == "related-links" else "site-chrome")


def note_lines(lines: Sequence[str]) -> frozenset[int]:
    """The lines of the notes at the end of a text, by number: each begins with its mark, [1], and marks count up.

    A mark alone in its line begins a note where it is one of the last lines, its words below it, and in the text.
    """
    seen = [(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()]
    words = [line for _, line in seen]
    marked = _marked_above(words) or [
        (at, int(found[1])) for at, line in enumerate(words) if (found := _NOTED.match(line))
    ]
    start = max((index for index, (_, count) in enumerate(marked) if count == 1), default=len(marked))
    places, counts = [place for place, _ in marked[start:]], [count for _, count in marked[start:]]
    in_text = places and any(_NOTE.search(line) for _, line in seen[: places[0]])
    if len(places) < (_FEWEST_MARKED if in_text else _FEWEST_NOTES) or counts != sorted(set(counts)):
        return frozenset()
    are_together = places[-1] - places[0] < 3 * len(places) and places[0] > 0.3 * len(seen)
    at_end = sum(is_prose(line) for _, line in seen[places[-1] + 1 :]) <= _MOST_BEHIND_NOTES
    return frozenset(seen[place][0] for place in places) if are_together and at_end else frozenset()


def _marked_above(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The places of marks alone in every other of the last lines, with their counts, where all are in the text."""
    marked: list[tuple[int, int]] = []
    for place in range(len(lines) - 2, 0, -2):
        found = _NOTE.fullmatch(lines[place])
        if not found or _NOTE.match(lines[place + 1]):
            break
        marked.insert(0, (place, int(found[1])))
    text = {int(found[1]) for line in lines[: marked[0][0]] for found in _NOTE.finditer(line)} if marked else set()
    return marked if all(count in text for _, count in marked) else []


def glossary_start(units: Sequence[Unit], first: int, notes: Collection[int]) -> int | None:
    """The place of the heading of a glossary, or of the first of the notes, behind a place; None without one."""
    for index in range(first, len(units)):
        text = units[index].text
        rest = len(units) - index
        if len(text) <= 40 and _GLOSSARY_WORDS.search(text) and _GLOSSARY.fullmatch(text) and rest > 2:
            return index
    return next((index for index in range(first, len(units)) if units[index].first in notes), None)


def tail_start(units: Sequence[Unit], prose: Sequence[int], end: int) -> int:
    """The place behind the last unit of the text: a closing word, else the last paragraph that is no disclaimer."""
    own = [index for index in prose if index < end]
    while own and len(own) > 1 and _is_disclaimer(units[own[-1]].text):
        own.pop()
    last = own[-1] if own else 0
    for index in range(last + 1, min(end, last + 3)):
        if _CLOSING.fullmatch(units[index].text):
            last = index
    return last + 1


def text_behind(units: Sequence[Unit], start: int, end: int) -> int:
    """The place behind the last short line that says something of the text, too, between its last paragraph and an end.

    Headings of an annex stand over such lines, a page's foot over none.
    """
    place = start
    for index in range(start, end):
        text = units[index].text
        is_of_page = is_of_foot(text) or reason_of(text) not in ("site-chrome", "attachment-link")
        if is_of_page or index - place >= _MOST_SILENT:
            break
        if is_said(text):
            place = index + 1
    return place


def is_of_foot(text: str) -> bool:
    """True of a line that by its words is of a page's foot, or tells what is attached or who sent the text to whom."""
    return _FOOT.search(text) is not None


def _is_disclaimer(text: str) -> bool:
    return len(text) < 200 and reason_of(text) == "publisher-disclaimer"
