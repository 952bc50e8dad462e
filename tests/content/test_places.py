"""What kind of place a district is, by the end of its Chinese name."""

from __future__ import annotations

import pytest

from duizhao.content.places import english_place, sort_of_place
from duizhao.content.records import District
from duizhao.content.schema import Bilingual


@pytest.mark.parametrize(
    ("zh", "en", "place", "sort"),
    [
        ("晴湖区", "Qinghu", "Qinghu District", "district"),
        ("晴湖区", "Qinghu District", "Qinghu District", "district"),
        ("北山林区", "Beishan Forestry District", "Beishan Forestry District", "district"),
        ("东浦新区", "Dongpu New Area", "Dongpu New Area", "district"),
        ("东浦新区", "Dongpu", "Dongpu", "district"),
        ("临港经济技术开发区", "Lingang Development Zone", "Lingang Development Zone", "district"),
        ("晴湖工业园区", "Qinghu Industrial Park", "Qinghu Industrial Park", "district"),
        ("桃园区", "Taoyuan", "Taoyuan District", "district"),
        ("远山县", "Yuanshan", "Yuanshan County", "county"),
        ("远山苗族自治县", "Yuanshan Miao Autonomous County", "Yuanshan Miao Autonomous County", "county"),
        ("云江市", "Yunjiang", "Yunjiang City", "city"),
        ("北原旗", "Beiyuan Banner", "Beiyuan Banner", "banner"),
        ("北原盟", "Beiyuan", "Beiyuan", "league"),
        ("南山苗族自治州", "Nanshan Prefecture", "Nanshan Prefecture", "prefecture"),
        ("云州", "Yunzhou", "Yunzhou", "district"),
        ("甲", "X", "X", "district"),
        ("晴湖区", "", "a District", "district"),
    ],
)
def test_a_place_is_called_what_it_is_once(zh: str, en: str, place: str, sort: str) -> None:
    district = District(id="a", name=Bilingual(zh, en), city=Bilingual("云江市", "Yunjiang"), adcode="990101")
    assert (english_place(district), sort_of_place(zh)) == (place, sort)
