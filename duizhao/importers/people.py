"""Who gave a report and who wrote a text, as front matter names them in each language.

Which words of a capture tell it is found by `head` and `sorting`; here also by the news that stands before a report.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..content.places import english_kind, english_place
from ..content.records import District
from ..text.authors import Name, authors_of
from ..text.romanised import NoPinyin, city_name, person_name
from .speakers import OFFICE, person_words

_OFFICES = {
    **dict.fromkeys(("区长", "县长", "旗长", "州长", "盟长", "镇长", "乡长"), "head of"),
    "市长": "mayor of",
    "省长": "governor of",
    "主席": "chairman of",
}
# What an office is that is not the first of its place, or no more; of a governor and a chairman 副 is vice.
_RANKS = {"常务副": "executive deputy ", "副": "deputy ", "原": "former ", "前": "former "}
_OFFICE = f"(?P<rank>{'|'.join(_RANKS)})?(?P<acting>代理|代)?(?P<office>{'|'.join(_OFFICES)})"
_NAME = "(?P<name>[\u4e00-\u9fff]{2,4})"
_SPEAKER = re.compile(f"(?P<place>[\u4e00-\u9fff、]{{0,20}}?)(?:人民政府)?{_OFFICE}{_NAME}")
# An office of which no rule tells the English: 财政局局长, 检察院检察长.
_OTHER_OFFICE = re.compile(f"[\u4e00-\u9fff、]{{0,24}}?{OFFICE.pattern}{_NAME}")
# 区长林舟代表区政府向大会作政府工作报告, in the news that stands before a report.
_TOLD = re.compile(
    f"(?P<place>[\u4e00-\u9fff]{{2,12}}?)(?:人民政府)?{_OFFICE}(?P<name>[\u4e00-\u9fff]{{2,4}}?)(?:同志)?"
    "(?:代表[^，。；]{2,20}?)?(?:向[^，。；]{2,16}?)?(?:作|做)了?[^，。；]{0,6}(?:政府)?工作报告"
)
# What an office of a government stands behind: its place, another office or other words of the sentence, or nothing.
# 政协主席, 时任区长 and 拟任区长 are others.
_BEFORE_OFFICE = re.compile("(?:^|[省市区县旗州盟镇乡日议会上，。、兼]|政府)$")
_PLACE = re.compile("[^省市区县旗州盟]{1,8}[省市区县旗]")
_NEWS = 400  # characters of the text in which news of the meeting may stand


@dataclass(frozen=True, slots=True)
class Person:
    """Words for a person in Chinese and in English; the English '' where nothing tells it."""

    zh: str
    en: str


def people_of(
    kind: str, printed: Mapping[str, str], text: str, district: District
) -> tuple[Person | None, Person | None]:
    """Who gave a text and who wrote it: who gives a report is its author."""
    if kind == "work-report":
        return _speaker(printed.get("speaker", ""), text[:_NEWS], district)
    names = authors_of(printed.get("byline", ""))
    if not names or not all(name.family and name.is_han for name in names):
        return None, None
    english = [_romanised(name) for name in names]
    return None, Person("、".join(map(_whole, names)), "; ".join(english) if all(english) else "")


def _speaker(printed: str, news: str, district: District) -> tuple[Person | None, Person | None]:
    plain = person_words(printed)
    found = _SPEAKER.fullmatch(plain) if plain else _TOLD.search(news)
    other = _OTHER_OFFICE.fullmatch(plain) if not found else None
    told = found or other
    name = _person(told["name"] if told else plain)
    if name is None:
        return None, None
    author = Person(_whole(name), _romanised(name))
    if found is None:
        return Person(plain, author.en) if other else author, author
    zh = re.sub("^.*[日议会上，。、]", "", f"{found['place']}{_title_in(found)}{found['name']}")
    # An office of another kind than the district has is that of another place, which is not named.
    fits = found["place"] or found["office"][0] in (district.name.zh[-1:], "主")
    place = _english_of(found["place"], district) if fits else ""
    is_of_government = _BEFORE_OFFICE.search(found["place"]) is not None
    role = f", {_english_office(found)} {place}" if is_of_government and place else ""
    is_said = author.en and (role or not is_of_government)
    return Person(zh, f"{author.en}{role}" if is_said else ""), author


def _title_in(found: re.Match[str]) -> str:
    return f"{found['rank'] or ''}{found['acting'] or ''}{found['office']}"


def _english_office(found: re.Match[str]) -> str:
    """An office in English, without its place: acting head of."""
    rank = _RANKS.get(found["rank"] or "", "")
    if found["office"] in ("省长", "主席"):
        rank = rank.replace("deputy", "vice")
    return f"{rank}{'acting ' if found['acting'] else ''}{_OFFICES[found['office']]}"


def _person(words: str) -> Name | None:
    """The name of one Chinese person, and of nothing else."""
    is_office = re.search(f"{OFFICE.pattern}$", words) is not None
    names = authors_of(words) if 2 <= len(words) <= 4 and not is_office else ()
    return names[0] if len(names) == 1 and names[0].family and names[0].is_han else None


def _whole(name: Name) -> str:
    return name.family + name.given


def _romanised(name: Name) -> str:
    try:
        return person_name(name.family, name.given)
    except NoPinyin:
        return ""


def _english_of(place: str, district: District) -> str:
    """A place in English; what has no name of its own (区人民政府区长) is the district."""
    named = _PLACE.findall(place)
    if not named or named[-1].endswith(district.name.zh):
        return english_place(district)
    kind = english_kind(named[-1])
    try:
        return f"{city_name(named[-1][:-1])} {kind}" if kind else ""
    except NoPinyin:
        return ""
