"""The program knows no site: what names a district, its places, firms and campaigns stands in content/ alone."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

import pytest

from duizhao.content.records import Content

from .conftest import TOP

# Where no such name may stand.
ENGINE = ("duizhao", "templates")
# Places and firms of the texts and their translations that no record names.
PLACES = (
    *("珠江新城", "猎德", "冼村", "车陂", "白云山", "龙洞", "柯木塱", "南华西", "洪德巷", "太古仓", "西于庄", "和苑"),
    *("Zhujiang", "Liede", "Xiancun", "Chebei", "Baiyun", "Longdong", "Kemulang", "Nanhuaxi", "Taigucang"),
    *("Xiyuzhuang", "Heyuan", "Pazhou", "Zhongda", "Linjiang"),
)
FIRMS = (
    *("阿里巴巴", "广发", "华邦", "三七互娱", "万力集团", "广百", "新一城"),
    *("Alibaba", "Guangfa", "Huabang", "37 Interactive", "Wanli", "Guangbai", "Xinyicheng"),
)
FILES = [path for top in ENGINE for path in sorted((TOP / top).rglob("*")) if path.is_file() and path.suffix != ".pyc"]


def local_names(library: Content) -> frozenset[str]:
    """All that names this site's districts and what is theirs, less the terms that were coined above the cities.

    Names stand without quotation marks. An id of a single word, such as gdp, says nothing of a place.
    """
    names = {*_of_districts(library), *_of_records(library), *PLACES, *FIRMS}
    genre = {bare(word) for term in library.terms if not _is_local(term.level) for word in (term.zh, *term.aliases)}
    return frozenset(map(bare, names)) - genre


def _of_districts(library: Content) -> Iterator[str]:
    for district in library.districts:
        city = district.city
        yield from (district.id, district.adcode, district.name.zh, district.name.en, city.zh, city.en)
        yield from (district.name.zh.removesuffix("区"), city.zh.removesuffix("市"))


def _of_records(library: Content) -> Iterator[str]:
    for initiative in library.initiatives:
        yield from (initiative.name.zh, initiative.name.en, *initiative.aliases)
    for term in library.terms:
        yield from (term.zh, *term.aliases) if _is_local(term.level) else ()
    for words in library.number_words:
        yield from words.words
    for record in (*library.reports, *library.indicators, *library.initiatives):
        yield from [record.id] if "-" in record.id else []


def _is_local(level: str) -> bool:
    return level in ("district", "city")


def bare(name: str) -> str:
    return re.sub("[“”]", "", name)


def standing(names: Iterable[str], text: str) -> list[str]:
    """The names that stand in the text: Chinese anywhere, letters and digits as whole words in any case."""
    folded = text.lower()  # a quick look before the slow one; names and texts here fold alike in either way
    return [name for name, low in _lowered(frozenset(names)) if low in folded and _form(name).search(text)]


@functools.cache
def _lowered(names: frozenset[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, name.lower()) for name in sorted(names))


@functools.cache
def _form(name: str) -> re.Pattern[str]:
    begins, ends = ("[A-Za-z0-9]" if char.isascii() and char.isalnum() else "" for char in (name[0], name[-1]))
    form = (f"(?<!{begins})" if begins else "") + re.escape(name) + (f"(?!{ends})" if ends else "")
    return re.compile(form, re.IGNORECASE)


@pytest.mark.long
def test_nothing_of_this_site_stands_in_the_program(real_content: Content) -> None:
    names = local_names(real_content)
    found = {path: standing(names, path.read_text("utf-8", "replace")) for path in FILES}
    assert {path: local for path, local in found.items() if local} == {}


def test_places_and_firms_that_are_looked_for_stand_in_the_content() -> None:
    content = "".join(path.read_text("utf-8") for path in sorted((TOP / "content/reports").rglob("*.md")))
    assert [name for name in (*PLACES, *FIRMS) if name not in content] == []


def test_names_of_every_kind_are_looked_for(real_content: Content) -> None:
    names = local_names(real_content)
    assert names >= {"天河区", "天河", "Tianhe", "tianhe", "440106", "广州", "Tianjin", "tianhe-2020-work-report"}
    assert names >= {
        "琶洲",
        "双微行动",
        "洪德巷",
        "一区一谷一圈",
        "三七互娱",
        "5乐",
        "添一座",
        "micro-wishes-collected",
    }
    assert not names & {"一网统管", "最多跑一次", "六稳", "gdp"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# 2021天河峰会", ["天河"]),
        ('HOME = ("gdp", "new-jobs")', ["new-jobs"]),
        ("TIANHE-2020, of Tianhe’s", ["Tianhe"]),
        ("实施5乐行动,15乐", ["5乐"]),
        ("renew-jobs, Tianhebei, 15乐", []),
    ],
)
def test_a_name_is_found_where_it_stands_for_itself(text: str, found: list[str]) -> None:
    assert standing(["天河", "Tianhe", "new-jobs", "5乐"], text) == found
