"""What a line before a report says of it: its title, the meeting, the day, who spoke, who published it.

Which lines stand before a report is left to `sorting`, what is made of it for the report to `describing`.
"""

from __future__ import annotations

import re

from ..text.authors import authors_of
from .dates import DATE, DATE_BY_SIGNS, DAY
from .speakers import OFFICE, is_person, is_speaker, speaker_words

_HAN = re.compile("[\u3400-\u9fff]")
TITLE = re.compile("(?:政府)?工作(?:的)?报告|报告(?:[（(][^（()）]{1,8}[）)])?$")
# What a page puts before a value or has for readers to press, which is no part of a source or of a title.
_LABEL = (
    "(?:(?:发布|发表|更新|创建|成文|发文|公开|上网|添加|生成|印发|录入)?(?:时间|日期)|(?:浏览|阅读|点击|访问)(?:次数|人数|量|数|率)?"
    "|人气|来源|作者|(?:责任|文字)?编辑|责编|审核|初审|复审|终审|校对|签发|(?:发文)?字号|字体|文号|索引号|主题词|关键词"
    "|(?:发布|发文|公开)(?:机构|单位)|分类|视力保护色)\\s*[:：]"
)
_PRESSED = (
    "(?:打印|收藏|关闭|分享|字号|字体|大中小)(?:本页|到)?(?=[\\s:：【\\[]|打印|收藏|关闭|分享|字号|字体|大中小|$)"
)
_SOURCE_LABEL = "(?:信息|稿件|文章)?(?:来[ \u3000]*源|来自|发布机构|发布单位)\\s*[:：]"
SOURCE = re.compile(f"{_SOURCE_LABEL}\\s*((?>(?:(?!{_LABEL}|{_PRESSED})[^\\s:：|，。?？【\\[]){{2,30}})(?!\\s*[:：]))?")
_TITLE_LABEL = re.compile(
    "(?:信息|文件|公文|文章|文献)?(?:标[ \u3000]*题|名[ \u3000]*称|题[ \u3000]*[名目])(?:\\s*[:：]\\s*|[ \u3000]+)"
)
_OTHER_LABEL = re.compile("[^:：]{1,12}[:：]")
_BEHIND_TITLE = re.compile(f"(?:\\s*{_LABEL}|\\s+[^\\s:：]{{2,6}}[:：]|\\s+(?:{_PRESSED}))")
GREETING = re.compile("(?:尊敬的)?(?:各位(?:代表|委员|领导|来宾|同志|嘉宾)|同志们|主席团)[^。]{0,30}[:：！!]?")
# A meeting and what stands behind it in its line; its papers are named for it.
_MEETING = re.compile(
    "[在于]?(?P<meeting>[^，。；：:]{2,60}(?:会议|大会))上?(?:(?<!上)文件(?:之?[（(]?[一二三四五六七八九十0-9]{1,3}[)）]?)?)?"
    "(?P<rest>.*)"
)
# A title and what stands behind it in its line, set off.
_BEGUN_TITLE = re.compile("(?P<title>(?!的)[^\\s，。；：:（(]{2,40}报告)(?:[—\\s]+|(?=[（(])|$)(?P<rest>.*)")
# What a meeting that told a day did with a text, which is that of its adoption: plans and resolutions have no other.
_ADOPTED = re.compile("^(?:审议|表决|讨论)?(?:通过|批准)$")
# What became of a draft at the meeting: （2023年2月8日在某区人民代表大会上，未经审议）.
_PASSED = re.compile(f"{DATE.pattern}.*会议上[，,][^，。；]{{0,8}}(?:审议|讨论|通过|批准)[^，。；]{{0,6}}$")
_NUMERAL = "[0-9０-９〇○一二三四五六七八九十廿]"
_LAST_DAY = f"(?:\\s*(?:至|到|[-—–－~～]+)\\s*(?:{_NUMERAL}{{1,3}}月)?{_NUMERAL}{{1,3}}日)?"
_BEGUN_OCCASION = re.compile(f"[—\\-–（( ]*{DATE.pattern}{_LAST_DAY}(?:在|于)")
# A day in brackets by itself, which is that of the meeting; one behind a word for it, with an hour or by signs is not.
_DAY_IN_BRACKETS = re.compile(f"[—\\-–\\s]*[（(]\\s*{DATE.pattern}\\s*[）)]")
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
_ABOUT = "—-– \t\r\u00a0\u3000"
_BETWEEN = _ABOUT + "，,、|"
_SHORT = 60
_WORK_REPORT = re.compile("政府工作报告|代表[^。]{0,20}(?:人民政府|区政府|县政府|市政府|省政府|旗政府)[^。]{0,20}报告")


def field_of(text: str) -> str:
    """The key of `printed` that a short line is; '' of any other. `date+occasion` says two."""
    words = _PINYIN.sub("", text).strip()
    plain = unspaced(words) if len(words) <= 2 * _SHORT else words
    if len(plain) > _SHORT:
        return ""
    if GREETING.fullmatch(plain):
        return "address"
    told = told_apart(plain)
    if len(told) > 1:
        return "+".join(told)
    if (
        re.search("会议|大会", plain)
        and (re.search("(?:会议|大会)上?(?:[ \\u3000].*)?$", plain) or _PASSED.search(plain))
        and not plain.endswith("报告")
    ):
        who = "+speaker" if OFFICE.search(_behind_meeting(plain)) else ""
        return ("date+occasion" if DATE.search(plain) else "occasion") + who
    if DATE.fullmatch(plain.replace(" ", "")) or _DAY_TOLD.fullmatch(plain):
        return "date"
    if re.match("原标题\\s*[:：]", plain):
        return "original_title"
    if SOURCE.search(plain) and not re.search("[。；！]", plain):
        return "source"
    if TITLE.search(plain) and not re.search("[。；！？，]", plain) and not _is_labelled(plain):
        return "title"
    if is_speaker(plain):
        return "speaker"
    if re.search("(?:摄|供图|资料图片)[）)】]?$", plain):
        return "captions"
    return "byline" if is_byline(plain) else ""


def unspaced(text: str) -> str:
    """A line without what stands about it and without the blanks by which words are set wide."""
    return _SPACED.sub("", _bare(text))


def is_labelled_title(text: str) -> bool:
    """True of a title behind a word for it, as a table of what a page holds has: 标题：2023年晴湖区政府工作报告."""
    return _TITLE_LABEL.match(_bare(text)) is not None


def _is_labelled(plain: str) -> bool:
    """True of a line behind a word for what it says, which is not a title: 主题词：政府工作报告."""
    label = _OTHER_LABEL.match(plain)
    if not label or _TITLE_LABEL.match(plain):
        return False
    word = re.sub("[\\s:：]", "", label[0])
    return len(word) <= 6 and not TITLE.search(word)


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


def told_apart(plain: str) -> dict[str, str]:
    """What a line tells that is a day, a meeting, a title and a speaker, and nothing else: words by key.

    Nothing of any other line. A name alone is a speaker only behind the meeting, a title apart only where a speaker is.
    """
    day = DATE.search(plain) or DATE_BY_SIGNS.search(plain)
    found: dict[str, str] = {"date": day[0]} if day else {}
    behind = re.sub(f"^{_LAST_DAY}", "", plain[day.end() :]).lstrip("）)") if day else ""
    for piece in (plain[: day.start()].rstrip("（("), behind) if day else (plain,):
        words = _bare(piece.strip(_BETWEEN))
        meeting = _MEETING.fullmatch(words)
        rest = _bare(meeting["rest"]) if meeting else words
        if "occasion" in found or meeting:
            rest = _ADOPTED.sub("", rest)
        if meeting:
            found["occasion"] = meeting["meeting"]
        if title := _BEGUN_TITLE.fullmatch(rest):
            found["title"], rest = title["title"], _bare(title["rest"].lstrip("（("))
        if is_speaker(rest) or (meeting and is_person(rest)):
            found["speaker"] = speaker_words(rest)
        elif rest:
            return {}
    if "title" in found and "speaker" not in found:
        return {}
    return {key: found[key] for key in ("date", "occasion", "title", "speaker") if key in found}


def _behind_meeting(text: str) -> str:
    """What stands in a line behind the name of the meeting."""
    return re.sub(".*(?:会议|大会)上?", "", text)


def is_begun_occasion(text: str) -> bool:
    """True of a line in which a day and a meeting begin, and do not end."""
    return _BEGUN_OCCASION.match(text.strip()) is not None and not re.search("(?:会议|大会)上", text)


def how_sure_a_day(text: str) -> int:
    """How surely a line that is a day alone names that of the meeting: in brackets, in words, put up with a page."""
    if _DAY_IN_BRACKETS.fullmatch(text.strip()):
        return 2
    return int(DATE.fullmatch(re.sub("\\s", "", _bare(text))) is not None)


def words_of(field: str, metadata: str) -> str:
    """The words of a field within the line that says it."""
    plain = _bare(metadata)
    apart = told_apart(_SPACED.sub("", plain))
    if len(apart) > 1 and field in apart:
        wide = re.search("[ \u3000]*".join(map(re.escape, apart[field])), plain)
        return wide[0] if wide else apart[field]
    match field:
        case "date":
            told = re.search("[0-9０-９].*", plain) if _DAY_TOLD.fullmatch(plain) else None
            found = told or DATE.search(plain) or DATE_BY_SIGNS.search(plain)
            return found[0] if found else plain
        case "occasion":
            date = DATE.search(plain)
            rest = re.sub(f"^{_LAST_DAY}", "", plain[date.end() :]).lstrip("）)") if date else plain
            found = re.match("\\s*(.*?(?:会议|大会)上)(?!.*(?:会议|大会)上)", rest) or re.match(
                "\\s*(.*?(?:会议|大会))$", rest
            )
            return re.sub("^[在于](.+?)上?$", "\\1", (found[1] if found else rest).strip("，, \u3000")) or plain
        case "speaker" if re.search("会议|大会", plain):
            return _behind_meeting(plain).strip(" \u3000，,")
        case "speaker":
            return speaker_words(plain)
        case "title":
            found = _HEADLINE.fullmatch(plain)
            return _title_in(found[1] if found else plain)
        case "byline":
            behind = _HEADLINE.fullmatch(plain)
            role = _BYLINE.fullmatch(plain)
            return role[1].strip() if role else behind[3] if behind and behind[3] else plain
        case "original_title":
            return re.sub("^原标题\\s*[:：]\\s*", "", plain)
        case "source":
            found = SOURCE.search(plain)
            words = _bare(found[1]) if found and found[1] else ""
            return words if re.search("[\u3400-\u9fffA-Za-z]", words) else ""
    return plain


def _title_in(plain: str) -> str:
    """A title without the word for it before it and without what a page puts behind it."""
    words = _TITLE_LABEL.sub("", plain, count=1) if _TITLE_LABEL.match(plain) else plain
    behind = next((found for found in _BEHIND_TITLE.finditer(words) if TITLE.search(words[: found.start()])), None)
    return words[: behind.start()] if behind else words


def _bare(text: str) -> str:
    """A line without the dashes, the blanks and the brackets about it; brackets of a part of it stay."""
    plain = text.strip(_ABOUT)
    while _is_enclosed(plain):
        plain = plain[1:-1].strip(_ABOUT)
    opened, closed = len(re.findall("[（(]", plain)), len(re.findall("[）)]", plain))
    if opened > closed:
        plain = plain.lstrip("（(")
    if closed > opened:
        plain = plain.rstrip("）)")
    return plain.strip(_ABOUT)


def _is_enclosed(text: str) -> bool:
    """True of words of which the first and the last character are brackets that belong together."""
    depth = 0
    for index, char in enumerate(text):
        depth += (char in "（(") - (char in "）)")
        if depth <= 0:
            return 0 < index == len(text) - 1
    return False
