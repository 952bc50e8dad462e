"""Who wrote a text, by a byline: each author's name by itself, a person's with the family name told from the given one.

How a form of citation writes names is left to `pages.report.citing`. A name that cannot be told to be a person's is
kept whole, which every form can print: 青湖区融媒体中心 has no family name, and a wrong one is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# The commonest family names of one character, which cover all but a few in a thousand of those who write for papers.
_FAMILIES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁于蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛阎闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安"
    "齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳"
    "管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟"
    "邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮丰粟冼"
    "蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍"
    "辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡"
    "富尧闭由"
)
_DOUBLE_FAMILIES = frozenset(
    {
        *(
            "欧阳",
            "上官",
            "司马",
            "司徒",
            "司空",
            "诸葛",
            "东方",
            "皇甫",
            "尉迟",
            "公孙",
            "令狐",
            "慕容",
            "夏侯",
            "轩辕",
        ),
        *(
            "长孙",
            "宇文",
            "独孤",
            "南宫",
            "西门",
            "端木",
            "百里",
            "呼延",
            "澹台",
            "申屠",
            "太史",
            "闻人",
            "钟离",
            "东郭",
        ),
        *(
            "赫连",
            "拓跋",
            "濮阳",
            "万俟",
            "淳于",
            "单于",
            "公冶",
            "宗政",
            "仲孙",
            "闾丘",
            "公羊",
            "第五",
            "鲜于",
            "完颜",
        ),
    }
)
# What offices, papers and places end in, or what is said behind a name (等, 摄), and no person's name is likely to.
_OFFICES = frozenset("局办部委社报院会室组台网处科司厅站校区市县镇街村刊部府团队部者员等摄")
_HAN = "\u3400-\u9fff"
# What a writer is called before the name: a word that may be a family name too needs a stroke or colon behind it.
_ROLE = re.compile(
    "(?:(?:本报|本网|本刊|见习|特约|首席|全媒体|融媒体)*(?:记者|通讯员|作者|撰稿|撰文)[/／:：]?|文[/／:：])\\s*"
)
_FOREIGN = re.compile("[·•・‧]")
_BRACKETS = re.compile("^[（(【\\[](.*)[)）】\\]]$")
_BETWEEN = re.compile("\\s*[、，；;]\\s*|(?<=[\u3400-\u9fff]),\\s*(?=[\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in its two parts, or `whole`: one that is not taken apart."""

    family: str = ""
    given: str = ""
    whole: str = ""

    @property
    def is_han(self) -> bool:
        """True where it is written in Chinese characters, family name first with nothing between."""
        return re.match(f"[{_HAN}]", self.family or self.whole) is not None


def authors_of(byline: str) -> tuple[Name, ...]:
    """The authors that a Chinese byline names, in its order; none of an empty one."""
    plain = _BRACKETS.sub(r"\1", byline.strip()).strip()
    # A name of two characters is often set with a gap between them.
    plain = re.sub(f"(?<![{_HAN}])([{_HAN}])\\s+([{_HAN}])(?![{_HAN}])", r"\1\2", plain)
    found = (name for part in _BETWEEN.split(plain) for name in _authors_in(part.strip()) if name.family or name.whole)
    return tuple(dict.fromkeys(found))


def _authors_in(part: str) -> tuple[Name, ...]:
    """The authors of a part without a mark between: several where each word, or each side of 和, is a person."""
    role = _ROLE.match(part)
    part = part[role.end() :] if role else part
    alone = _name(part)
    for mark in (f"\\s+(?:{_ROLE.pattern})?", "[和与及]"):
        persons = [_person(word) for word in re.split(mark, part)]
        if not alone.family and len(persons) > 1 and all(persons):
            return tuple(person for person in persons if person)
    return (alone,)


def _name(text: str) -> Name:
    return _person(text) or (_western(text) if re.fullmatch("[^\\W\\d_][^\u3400-\u9fff]*", text) else Name(whole=text))


def _person(text: str) -> Name | None:
    """A Chinese person's name: two or three characters after a family name of one, three or four after one of two."""
    if not re.fullmatch(f"[{_HAN}]{{2,4}}", text) or text[-1] in _OFFICES:
        return None
    if text[:2] in _DOUBLE_FAMILIES and len(text) > 2:
        return Name(text[:2], text[2:])
    return Name(text[0], text[1:]) if text[0] in _FAMILIES and len(text) < 4 else None


def _western(text: str) -> Name:
    """A name in the order of the West: `Jan van der Berg`, or with a comma, `van der Berg, Jan`; one word is whole."""
    family, comma, given = text.partition(",")
    if comma:
        return Name(family.strip(), given.strip()) if given.strip() else Name(whole=family.strip())
    words = text.split()
    # A firm is no person: Smith & Co.
    if len(words) < 2 or "&" in words:
        return Name(whole=text)
    # Small words before the last belong to the family name.
    first = len(words) - 1
    while first > 1 and words[first - 1][0].islower():
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]))


def english_authors(english: str, chinese: tuple[Name, ...]) -> tuple[Name, ...]:
    """The same authors as an English byline names them, matched with the Chinese by their number and order.

    Where the numbers do not agree the byline is kept whole. Chinese persons have the family name first (Tan Minghe),
    foreigners (a point in the Chinese, 约翰·史密斯) last.
    """
    parts = _parts(english.strip(), len(chinese))
    if len(parts) != len(chinese):
        return (Name(whole=english.strip()),) if english.strip() else ()
    return tuple(_romanised(part, name) for part, name in zip(parts, chinese, strict=True))


def _parts(english: str, count: int) -> list[str]:
    """The byline divided at the first kind of mark that yields as many parts as there are authors."""
    for mark in (";", ";| and |&", ";|, and | and |&|,"):
        parts = [part.strip() for part in re.split(f"\\s*(?:{mark})\\s*", english) if part.strip()]
        if len(parts) == count:
            return parts
    return []


def _romanised(text: str, chinese: Name) -> Name:
    """The name of an author whose Chinese name is known."""
    if not chinese.family:
        return _western(text) if _FOREIGN.search(chinese.whole) else Name(whole=text)
    if not chinese.is_han or "," in text:
        return _western(text)
    family, _, given = text.partition(" ")
    return Name(family, given.strip()) if given else Name(whole=text)
