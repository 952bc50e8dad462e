"""Where the text of a report ends: its glossary and notes, and what a page puts before and behind it, by its words.

What is done with it is left to `sorting`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .units import Unit

_GLOSSARY = re.compile(
    "[（(【\\[※*]{0,2}(?:附件?\\s*[0-9一二三四五]?\\s*[:：、]?\\s*)?(?:《?(?:[^。]{0,20})?(?:政府)?工作报告》?)?\\s*(?:中|的)?(?:有关|部分|相关|若干)?\\s*"
    "(?:专业|新)?(?:名词|用语|术语|词语|词汇|注释|缩略语)(?:[、和及与]?(?:用语|术语|名词))?(?:的)?"
    "(?:解释|注释|说明|释义|简释)?[）)】\\]※*]{0,2}\\s*[:：]?"
)
_GLOSSARY_WORDS = re.compile("名词|用语|术语|词语|注释|释义|缩略语")
_NOTE = re.compile("[\\[〔［【][0-9０-９]{1,3}[\\]〕］】]")
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
_BREADCRUMB = re.compile("(?:当前|您(?:现在)?的?)位置|^首页$|[>＞»]")


def reason_of(text: str, *, at_head: bool = False, before: str = "") -> str:
    """Why a line is left out, by its words; below a list of links, also by what the line before was."""
    if at_head and _BREADCRUMB.search(text):
        return "breadcrumb"
    found = next((reason for words, reason in _REASONS if words.search(text)), "")
    return found or (before if before == "related-links" else "site-chrome")


def glossary_start(units: Sequence[Unit], first: int) -> int | None:
    """The place of the heading of a glossary, or of the first of the notes, behind a place; None without one."""
    for index in range(first, len(units)):
        text = units[index].text
        rest = len(units) - index
        if len(text) <= 40 and _GLOSSARY_WORDS.search(text) and _GLOSSARY.fullmatch(text) and rest > 2:
            return index
    notes = [index for index in range(first, len(units)) if _NOTE.match(units[index].text)]
    if len(notes) >= 3 and notes[-1] - notes[0] < 3 * len(notes) and notes[0] > 0.3 * len(units):
        return notes[0]
    return None


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


def _is_disclaimer(text: str) -> bool:
    return len(text) < 200 and reason_of(text) == "publisher-disclaimer"
