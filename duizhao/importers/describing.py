"""What is said of a report in its front matter: its kind, year, date, titles, what it covers, and on what ground.

What its capture prints of itself is found by `particulars`; how it is written by `drafting`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..content.places import english_place
from ..content.records import District
from ..content.yaml_words import Value
from .dates import DAY_OF_MONTH, day_of, number_of, years_in
from .known import Known
from .particulars import is_work_report
from .people import people_of
from .years import LATE, Ground, covered_by, year_of, years_doubted

# 6月11日，某区人民代表大会第八次会议召开: the news that stands before a report.
_MEETING_TOLD = re.compile(f"{DAY_OF_MONTH}[^。]{{0,60}}(?:人民代表大会|人代会)[^。]{{0,20}}会议")
_UNTITLED = ("采集的文本没有标题行，", "The capture has no title line; ")
_UNDATED = ("原文未注明日期，", "The capture prints no date; ")
_NOT_SAID = ("", "")  # of a plain text: it may print both
_NEWS = 300  # characters of the text in which it stands
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DIGEST = re.compile("摘要|摘登|摘编|解读|速览|一图读懂")
_NAMES = {
    "work-report": ("政府工作报告", "Government Work Report"),
    "digest": ("报告摘编", "digest"),
    "feature": ("专题报道", "feature"),
}
_SHORT = {"work-report": ("工作报告", "work report"), "digest": ("摘编", "digest"), "feature": ("专题报道", "feature")}


@dataclass(frozen=True, slots=True)
class Described:
    """The keys of front matter but for those of the capture and its steps, the year, and what is doubtful."""

    kind: str
    year: int
    keys: Mapping[str, Value]
    doubts: tuple[str, ...]


def described(known: Known, district: District, languages: Sequence[str]) -> Described:
    """What is said of the report. Raises Refused where nothing tells its year."""
    kind = _kind(known)
    day = day_of(known.printed.get("date", ""))
    year, ground = year_of(known, kind, day)
    doubts = list(years_doubted(known, kind, year, day))
    title, note = _title(known, kind, year, district)
    both = _Words(tuple(languages))
    if ground and "date" in known.printed:
        ground = _behind(_no_such_day(known.printed["date"]), ground)
    told = _day_in_news(known, year, ground) if ground and kind == "work-report" else None
    if ground and "date" not in known.printed:
        ground = _behind(_NOT_SAID if known.plain else _UNDATED, ground)
    dated, ground = told or (day or str(year), ground)
    keys: dict[str, Value] = {
        "kind": kind,
        "title": both(title, _english_title(kind, year, district)),
        "title_basis": "printed" if note is None else "inferred",
        **({"title_note": both(*note)} if note else {}),
        "short": both(f"{year}年{_SHORT[kind][0]}", f"{year} {_SHORT[kind][1]}"),
        **_people(kind, known, district, both),
        "date": dated,
        "date_basis": "printed" if day else "inferred",
    }
    if ground:
        keys["date_note"] = both(*ground)
    if known.plain:
        doubts.insert(0, "title, date: neither is looked for; say in report.md what the capture prints")
    keys["covers"] = covered_by(known, kind, year, day)
    if kind != "work-report" and "en" in languages:
        doubts.append("title (en): its words are not translated; a general one stands there")
    return Described(kind, year, keys, tuple(doubts))


@dataclass(frozen=True, slots=True)
class _Words:
    """Words in the languages of a site."""

    languages: tuple[str, ...]

    @property
    def has_english(self) -> bool:
        return "en" in self.languages

    def __call__(self, zh: str, en: str) -> Value:
        return {"zh": zh, "en": en} if self.has_english else {"zh": zh}


def _kind(known: Known) -> str:
    title = known.printed.get("title", "") or known.page_title
    if _DIGEST.search(title):
        return "digest"
    is_report = is_work_report(f"{title}\n{known.text[:1500]}") or known.reviews or known.plans
    return "work-report" if is_report else "feature"


def _title(known: Known, kind: str, year: int, district: District) -> tuple[str, Ground | None]:
    """The title, and where it comes from in both languages if the capture prints none that says enough."""
    printed = known.printed.get("title", "")
    name = district.name.zh
    if printed and (years_in(printed) or name[:2] in printed or kind != "work-report"):
        return printed, None
    made = f"{year}年{name}{_NAMES[kind][0]}"
    if printed:
        return made, (
            f"原文的标题只有“{printed}”，年份和区名是编者所加。",
            "The capture’s title is the genre’s name alone; the year and the district are added.",
        )
    return made, _behind(_NOT_SAID if known.plain else _UNTITLED, ("标题为编者所拟。", "the title is the editors’."))


def _english_title(kind: str, year: int, district: District) -> str:
    return f"{year} {english_place(district)} {_NAMES[kind][1]}"


def _people(kind: str, known: Known, district: District, both: _Words) -> dict[str, Value]:
    """Who gave it and who wrote it, where the words for it are known in the site's languages."""
    found = zip(("speaker", "author"), people_of(kind, known.printed, known.text, district), strict=True)
    return {key: both(person.zh, person.en) for key, person in found if person and (person.en or not both.has_english)}


def _no_such_day(printed: str) -> Ground:
    """What is said of a day that the capture prints and no calendar has."""
    return f"原文写作“{printed}”，并无此日，", f"The day that the capture prints, {printed}, does not exist; "


def _behind(before: Ground, ground: Ground) -> Ground:
    """A ground in both languages behind what is said before it, with which it is one sentence."""
    zh, en = (one + other for one, other in zip(before, ground, strict=True))
    return zh, en[:1].upper() + en[1:]


def _day_in_news(known: Known, year: int, ground: Ground) -> tuple[str, Ground] | None:
    """The day of the meeting that the news before a report names without a year, and the ground for the year."""
    found = _MEETING_TOLD.search(known.text[:_NEWS])
    try:
        month, number = map(number_of, found.groups()) if found else (0, 0)
        day = date(year - (month >= LATE), month, number) if found else None
    except ValueError:
        return None
    if day is None:
        return None
    only, alone = ("", "") if known.plain else ("只", " alone")
    zh = f"原文{only}写“{day.month}月{day.day}日”，"
    en = f"The capture prints {day.day} {_MONTHS[day.month - 1]}{alone}; "
    return day.isoformat(), _behind((zh, en), ground)
