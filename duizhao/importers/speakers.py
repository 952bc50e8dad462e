"""Who spoke, as a line at the head of a report names a person: an office with a name, or a name behind a word for it.

Who that is, in each language, is left to `people`.
"""

from __future__ import annotations

import re

from ..text.authors import authors_of

OFFICE = re.compile(
    "(?:代?(?:理)?(?:区长|县长|市长|省长|旗长|州长|镇长|乡长|主席|盟长|[局厅院部]长|检察长|秘书长)|主任|书记)"
)
# Offices outside the head of a government, and what the title of a report has that is of their house.
_HOUSES = {
    "检察长": "检察院",
    "院长": "[法学]院|医院",
    "[局厅部]长": "[局厅部]|财政|预算|决算|计划",
    "秘书长": "办公|常务委员会|常委会|政协|协商",
}
# Words for who speaks, before the office or the name; they may be set wide.
_WORDS = ("作报告人", "报告人", "报告者", "主讲人", "讲话人", "演讲人", "发言人", "述职人")
_WIDE = "|".join("\\s*".join(word) for word in _WORDS)
_LABEL = re.compile(f"(?:{_WIDE})\\s*[:：]\\s*")
# What is said of a person behind the name: （女，回族）.
_OF_PERSON = "[（(](?:[男女]|[\u4e00-\u9fff]{1,5}族|[，,、 ]){1,4}[）)]"
_PERSON = re.compile("[\u4e00-\u9fff](?:[ \u3000]{0,3}[\u4e00-\u9fff·]){1,3}")
# Words of pages that begin as a person's name may.
_NO_PERSON = re.compile(
    "关闭|关注|全文|简体|繁体|来源|时间|文字|文件|图片|高清|安全|解读|相关|字号|字体|大中小|打印|信箱|之窗|热线|留言|简历"
    "|活动|会议|公开|服务|简介|致辞|致词|寄语|讲话|工作|信息|职责|职能|概况|通道|分工|接待|电话|邮箱|专栏|论坛|风采|访谈"
)
_FOREIGN = "[\u4e00-\u9fff]{1,8}(?:[·•‧・][\u4e00-\u9fff]{1,8})+"
_NAME_BEHIND_OFFICE = re.compile(f"[ \u3000]+[\u4e00-\u9fff]{{2,8}}|\\s*{_FOREIGN}")
_LONGEST = 30


def is_person(text: str) -> bool:
    """True of a line that is a person's name alone."""
    plain = re.sub("\\s", "", text)
    if len(plain) > 4 or not _PERSON.fullmatch(text.strip()) or _NO_PERSON.search(plain):
        return False
    return any(name.family for name in authors_of(plain))


def is_speaker(plain: str) -> bool:
    """True of an office behind which nothing but a name stands, and of a word for who speaks before one.

    区长信箱 is none; nor is a title in the same line: 晴湖区政府工作报告 区长 林舟.
    """
    label = _LABEL.match(plain)
    words = re.sub(f"{_OF_PERSON}$", "", plain[label.end() :] if label else plain).strip().removesuffix("同志")
    if label and (is_person(words) or re.fullmatch(_FOREIGN, words)):
        return True
    offices = [*OFFICE.finditer(words)]
    if not offices or len(words) > _LONGEST:
        return False
    office, behind = words[: offices[-1].end()], words[offices[-1].end() :].strip("（()）")
    name = re.sub("^\\s*[:：]", " ", behind)
    if re.search("[。；！？，：:]|报告", office + name):
        return False
    if not name.strip():
        return True
    return not _NO_PERSON.search(name) and (is_person(name) or _NAME_BEHIND_OFFICE.fullmatch(name) is not None)


def is_label_of_speaker(text: str) -> bool:
    """True of a word for who speaks alone, which says nothing without a name on the next line: 报告人：."""
    return _LABEL.fullmatch(text.strip(" \u3000（(")) is not None


def is_begun_speaker(text: str) -> bool:
    """True of a line that ends in an office, or in a word for who speaks, so that the name stands on the next."""
    words = text.strip(" \u3000（(")
    return len(text) <= _LONGEST and re.search(f"(?:{OFFICE.pattern}|{_LABEL.pattern})[:：]?$", words) is not None


def is_of_house(words: str, title: str) -> bool:
    """True of an office that may give the report of this title: a 检察长 gives that of a 检察院, a 区长 any."""
    words, own = re.sub("\\s", "", words), re.sub("\\s", "", title)
    houses = [house for office, house in _HOUSES.items() if re.search(office, words)]
    return not houses or any(re.search(house, own) for house in houses)


def speaker_words(plain: str) -> str:
    """The words for who spoke: those of a line without a word for it before them."""
    label = _LABEL.match(plain)
    return plain[label.end() :] if label else plain


def person_words(words: str) -> str:
    """An office and a name, or a name, without blanks and without what else is said about them."""
    plain = re.sub(f"{_OF_PERSON}$", "", re.sub("\\s", "", speaker_words(words))).removesuffix("同志")
    return re.sub(f"({OFFICE.pattern})[:：]", "\\1", plain)
