"""What a line before a report says of it: its title, the meeting, the day, who spoke, who published it.

Which lines stand before a report is left to `sorting`, what is made of it for the report to `describing`.
"""

from __future__ import annotations

import re

from ..text.authors import authors_of
from .dates import DATE, DATE_BY_SIGNS, DAY

_HAN = re.compile("[\u3400-\u9fff]")
TITLE = re.compile("(?:政府)?工作(?:的)?报告|报告$")
OCCASION = re.compile("(?:在|于)?[^，。：:]{2,60}(?:会议|大会)(?:第[一二三四五六七八九十]+次(?:全体)?会议)?上?")
SOURCE = re.compile("(?:信息|稿件|文章)?(?:来源|来自|发布机构|发布单位)\\s*[:：]\\s*([^\\s:：|，。?？]{2,30})?")
GREETING = re.compile("(?:尊敬的)?(?:各位(?:代表|委员|领导|来宾|同志|嘉宾)|同志们|主席团)[^。]{0,30}[:：！!]?")
_BEGUN_OCCASION = re.compile(f"[—\\-–（( ]*{DATE.pattern}(?:在|于)")
_OFFICE = re.compile("(?:代?(?:理)?(?:区长|县长|市长|省长|旗长|州长|镇长|乡长|主席|盟长)|主任|书记)")
_PERSON = re.compile("[\u4e00-\u9fff](?:[ \u3000]{0,3}[\u4e00-\u9fff·]){1,3}")
_CAPTION = re.compile("(?:\\s|记者|通讯员|[）)】])?[^。]{0,30}(?:摄|供图|资料图片|图片来源[:：].{0,20})[）)】]?")
# A role needs a mark or a blank behind it, unless it is one that is no part of other words: 文化 is no writer.
_BYLINE = re.compile(
    "[●■◆]?\\s*(?:(?:本报|本网|见习|特约|全媒体|融媒体)*(?:记者|通讯员)\\s*[/／:：]?|(?:撰文|撰稿|作者|文字|文)\\s*[/／:：\\s])"
    "\\s*([^。；！？]{2,30})"
)
# The words with which a page tells the day on which it was put up.
_DAY_TOLD = re.compile(
    "(?:(?:发布|发表|更新|创建|成文|发文|公开|上网|添加)?(?:时间|日期)|发布于)?\\s*[:：]?\\s*"
    f"{DAY}"
    "(?:\\s*(?:星期.|周.))?(?:\\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
# A title of any words, behind which the day and the writer may stand.
_HEADLINE = re.compile(f"([^。；>＞|]{{10,80}}?)(?:\\s+({DAY})(?:\\s+(\\S{{2,4}}))?)?")
_NO_HEADLINE = re.compile(
    "(?:网|网站|首页|门户|客户端|登录|注册|频道|平台|网页|搜索|\\.(?:cn|com).*)$|^[（(]?(?:原标题|摘要|导读)"
)
_PINYIN = re.compile("(?<=[\u3400-\u9fff])\\([a-zü-ǜāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,8}\\)")
# Blanks between single characters, by which a title is set wide: 政 府 工 作 报 告.
_SPACED = re.compile("(?<=(?<![\u4e00-\u9fff])[\u4e00-\u9fff])[ \u3000]{1,3}(?=[\u4e00-\u9fff](?![\u4e00-\u9fff]))")
_SHORT = 60
_WORK_REPORT = re.compile("政府工作报告|代表[^。]{0,20}(?:人民政府|区政府|县政府|市政府|省政府|旗政府)[^。]{0,20}报告")


def field_of(text: str) -> str:
    """The key of `printed` that a short line is; '' of any other. `date+occasion` says two."""
    plain = _SPACED.sub("", _PINYIN.sub("", text).strip().strip("—-–（()） \u3000"))
    if len(plain) > _SHORT:
        return ""
    if GREETING.fullmatch(plain):
        return "address"
    if (
        re.search("会议|大会", plain)
        and re.search("(?:会议|大会)上?(?:[ \\u3000].*)?$", plain)
        and not plain.endswith("报告")
    ):
        who = "+speaker" if _OFFICE.search(_behind_meeting(plain)) else ""
        return ("date+occasion" if DATE.search(plain) else "occasion") + who
    if DATE.fullmatch(plain.replace(" ", "")) or _DAY_TOLD.fullmatch(plain):
        return "date"
    if re.match("原标题\\s*[:：]", plain):
        return "original_title"
    if SOURCE.search(plain) and not re.search("[。；！]", plain):
        return "source"
    if TITLE.search(plain) and not re.search("[。；！？，]", plain):
        return "title"
    if _OFFICE.search(plain) and len(plain) <= 30 and not re.search("[。；！？，：:]", plain):
        return "speaker"
    if re.search("(?:摄|供图|资料图片)[）)】]?$", plain):
        return "captions"
    return "byline" if is_byline(plain) else ""


def is_byline(text: str) -> bool:
    """True of words that tell who wrote a text, and of nothing else."""
    found = _BYLINE.fullmatch(_PINYIN.sub("", text).strip("（()） \u3000"))
    return found is not None and bool(authors_of(found[1]))


def is_work_report(text: str) -> bool:
    """True of the beginning of a government's work report, or of a title of one."""
    return _WORK_REPORT.search(text) is not None


def headline_of(text: str) -> str:
    """The keys of `printed` that a line gives which may be the title of a text of any kind; '' of any other line."""
    found = _HEADLINE.fullmatch(_PINYIN.sub("", text).strip())
    if not found or field_of(text) or _NO_HEADLINE.search(found[1]) or len(_HAN.findall(found[1])) < 8:
        return ""
    return "title" + ("+date" if found[2] else "") + ("+byline" if found[3] and is_person(found[3]) else "")


def _behind_meeting(text: str) -> str:
    """What stands in a line behind the name of the meeting."""
    return re.sub(".*(?:会议|大会)上?", "", text)


def is_person(text: str) -> bool:
    """True of a line that is a person's name alone."""
    return _PERSON.fullmatch(text.strip()) is not None and len(re.sub("\\s", "", text)) <= 4


def is_begun_occasion(text: str) -> bool:
    """True of a line in which a day and a meeting begin, and do not end."""
    return _BEGUN_OCCASION.match(text.strip()) is not None and not re.search("(?:会议|大会)上", text)


def is_begun_speaker(text: str) -> bool:
    """True of a line that ends in an office, so that the name stands on the next."""
    return len(text) <= 30 and re.search(f"{_OFFICE.pattern}$", text.strip()) is not None


def words_of(field: str, metadata: str) -> str:
    """The words of a field within the line that says it."""
    plain = metadata.strip().strip("—-–（()） \u3000")
    match field:
        case "date":
            told = re.search("[0-9０-９].*", plain) if _DAY_TOLD.fullmatch(plain) else None
            found = told or DATE.search(plain) or DATE_BY_SIGNS.search(plain)
            return found[0] if found else plain
        case "occasion":
            date = DATE.search(plain)
            rest = plain[date.end() :] if date else plain
            found = re.match("\\s*(.*?(?:会议|大会)上)(?!.*(?:会议|大会)上)", rest) or re.match(
                "\\s*(.*?(?:会议|大会))$", rest
            )
            return re.sub("^[在于](.+?)上?$", "\\1", (found[1] if found else rest).strip("，, \u3000")) or plain
        case "speaker" if re.search("会议|大会", plain):
            return _behind_meeting(plain).strip(" \u3000，,")
        case "title" if found := _HEADLINE.fullmatch(plain):
            return found[1]
        case "byline":
            behind = _HEADLINE.fullmatch(plain)
            role = _BYLINE.fullmatch(plain)
            return role[1].strip() if role else behind[3] if behind and behind[3] else plain
        case "original_title":
            return re.sub("^原标题\\s*[:：]\\s*", "", plain)
        case "source":
            found = SOURCE.search(plain)
            words = found[1] if found and found[1] else "".join(re.sub("^[^:：]*[:：]\\s*", "", plain).split()[:1])
            return words or plain
    return plain
