"""Who wrote a text: persons with their two names, and what is no person kept whole."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text.authors import Name, authors_of, english_authors


def person(both: str) -> Name:
    family, given = both.split("|")
    return Name(family, given)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("谭明鹤", ["谭|明鹤"]),
        ("张三、李四", ["张|三", "李|四"]),
        ("张三，李四；王五", ["张|三", "李|四", "王|五"]),
        ("张三,李四", ["张|三", "李|四"]),
        ("张三 李四", ["张|三", "李|四"]),
        ("张三和李四", ["张|三", "李|四"]),
        ("张三、李四和王五", ["张|三", "李|四", "王|五"]),
        ("王 磊", ["王|磊"]),
        ("王 磊 李 娜", ["王|磊", "李|娜"]),
        ("和平", ["和|平"]),
        ("文天祥", ["文|天祥"]),
        ("欧阳娜娜", ["欧阳|娜娜"]),
        ("欧阳修、司马光", ["欧阳|修", "司马|光"]),
        ("本报记者张三 通讯员李四", ["张|三", "李|四"]),
        ("记者 丰西西", ["丰|西西"]),
        ("(通讯员 王屹然)", ["王|屹然"]),
        ("文/张三", ["张|三"]),
        ("张三、张三", ["张|三"]),
    ],
)
def test_the_persons_of_a_byline_have_their_two_names(byline: str, names: list[str]) -> None:
    assert authors_of(byline) == tuple(person(name) for name in names)


@pytest.mark.parametrize(
    "office",
    [
        "天河区融媒体中心",
        "天河区人民政府办公室",
        "区委办",
        "新华社",
        "金融局",
        "高新区",
        "本报评论员",
        "约翰·史密斯",
        "阿卜杜拉·买买提",
        "天河区 融媒体中心",
        "发展和改革局",
        "王五等",
        "张三摄",
        "Smith & Co",
        "Xinhua",
    ],
)
def test_what_is_no_chinese_person_s_name_is_kept_whole(office: str) -> None:
    assert authors_of(office) == (Name(whole=office),)


def test_an_office_beside_a_person_is_one_author_of_two() -> None:
    assert authors_of("区府办、张三") == (Name(whole="区府办"), Name("张", "三"))


@pytest.mark.parametrize("nothing", ["", "  ", "、", "()"])
def test_of_nothing_there_is_no_author(nothing: str) -> None:
    assert authors_of(nothing) == () == english_authors("", ())


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("John Smith", Name("Smith", "John")),
        ("Jan van der Berg", Name("van der Berg", "Jan")),
        ("Marie-Claire de la Tour", Name("de la Tour", "Marie-Claire")),
    ],
)
def test_a_western_name_has_its_family_name_last(byline: str, name: Name) -> None:
    assert authors_of(byline) == (name,)


@pytest.mark.parametrize(
    ("english", "chinese", "names"),
    [
        ("Tan Minghe", "谭明鹤", [Name("Tan", "Minghe")]),
        ("Tan, Minghe", "谭明鹤", [Name("Tan", "Minghe")]),
        ("Tan Ming He", "谭明鹤", [Name("Tan", "Ming He")]),
        ("Ouyang Nana", "欧阳娜娜", [Name("Ouyang", "Nana")]),
        ("Zhang San; Li Si", "张三、李四", [Name("Zhang", "San"), Name("Li", "Si")]),
        ("Zhang San and Li Si", "张三、李四", [Name("Zhang", "San"), Name("Li", "Si")]),
        ("Zhang San, Li Si", "张三、李四", [Name("Zhang", "San"), Name("Li", "Si")]),
        ("Zhang, San; Li, Si", "张三、李四", [Name("Zhang", "San"), Name("Li", "Si")]),
        (
            "Zhang San, Li Si, and Wang Wu",
            "张三、李四、王五",
            [Name("Zhang", "San"), Name("Li", "Si"), Name("Wang", "Wu")],
        ),
        ("John Smith", "约翰·史密斯", [Name("Smith", "John")]),
        ("The District Office", "区府办", [Name(whole="The District Office")]),
        ("Development and Reform Bureau", "发展和改革局", [Name(whole="Development and Reform Bureau")]),
        ("Culture, Radio and Sport Bureau", "文化广电体育局", [Name(whole="Culture, Radio and Sport Bureau")]),
        ("Zhang San", "张三、李四", [Name(whole="Zhang San")]),
        ("Zhangsan", "张三", [Name(whole="Zhangsan")]),
    ],
)
def test_english_names_are_told_by_the_chinese_ones(english: str, chinese: str, names: list[Name]) -> None:
    assert english_authors(english, authors_of(chinese)) == tuple(names)


@given(st.text(alphabet="张李欧阳三四局 、，,;和·()文/记者aB", max_size=12))
def test_no_character_of_a_name_is_made_up(byline: str) -> None:
    for name in authors_of(byline):
        assert bool(name.whole) != bool(name.family and name.given)
        assert set(name.whole + name.family + name.given) <= set(byline)
