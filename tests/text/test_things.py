"""Which wordings name one thing: tables of both, and that neither order nor other wordings decide."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, strategies as st

from duizhao.text.things import by_thing, is_one_thing

ONE = """
    城镇新增就业           | 新增就业
    城镇新增就业           | 就业
    新增绿道长度           | 新增绿道
    整治的拥堵点           | 拥堵点整治
    完成整治的拥堵点       | 重点拥堵点的治理
    拆除的旧厂房           | 拆除旧厂房面积
    重返岗位的失业人员     | 失业人员重返岗位
    实现再就业的失业人员   | 城镇失业人员再就业
    新增就业               | 城镇就业
    虚拟养老院             | 养老院
    增加的小学学位         | 新增公办小学学位
    全区生产总值增速       | 区生产总值同比增长
    全年地区生产总值增速   | 一季度地区生产总值增幅
    达标小区占比           | 小区达标比例
    已注册的资本总额       | 注册资金
    书店、影院数量         | 书店和影院总数
    “一门式”大厅         | 一门式大厅
    城乡居民收入           | 居民收入
    中小企业               | 企业
    居民人均可支配收入     | 居民可支配收入
    不动产登记             | 登记的不动产
    """
# What tells these apart stands on both sides, turns one of them, or makes it a part of the other.
OTHER = """
    城镇居民收入           | 农村居民收入
    小学学位               | 中学学位
    新增小学学位           | 新增中学学位
    出口                   | 进口
    出口总额               | 进口总额
    存款余额               | 贷款余额
    就业人员               | 失业人员
    民营企业数量           | 国有企业数量
    男性职工               | 女性职工
    第一产业增加值         | 第二产业增加值
    新建公园               | 改建公园
    工业增加值             | 工业投资
    开办的养老院           | 拟开办的养老院
    规上工业企业           | 规下工业企业
    开工项目               | 竣工项目
    竣工面积               | 开工面积
    户籍人口               | 非户籍人口
    达标小区               | 未达标小区
    合格的产品             | 不合格产品
    完成改造的小区         | 启动改造的小区
    完成投资               | 计划投资
    公园绿地面积           | 人均公园绿地面积
    进出口总额             | 出口总额
    存贷款余额             | 存款余额
    中小学学位             | 小学学位
    境内外游客             | 境外游客
    养老床位               | 护理员
    新增就业               | 毕业生就业
    """


def pairs(table: str) -> list[tuple[str, str]]:
    rows = (row.split("|") for row in table.strip().splitlines())
    return [(one.strip(), other.strip()) for one, other in rows]


@pytest.mark.parametrize(("one", "other"), pairs(ONE))
def test_a_thing_is_one_in_other_words_and_with_more_words(one: str, other: str) -> None:
    assert is_one_thing(one, other) and is_one_thing(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(OTHER))
def test_things_that_a_sign_or_two_tell_apart_are_not_one(one: str, other: str) -> None:
    assert not is_one_thing(one, other) and not is_one_thing(other, one)


WORDINGS = sorted({wording for pair in pairs(ONE) + pairs(OTHER) for wording in pair})


@given(st.lists(st.sampled_from(WORDINGS), min_size=1, unique=True), st.randoms())
def test_what_is_one_does_not_depend_on_the_order_and_holds_among_all_of_it(
    wordings: list[str], random: Random
) -> None:
    found = by_thing("居民收入", wordings)
    shuffled = random.sample(wordings, len(wordings))
    assert by_thing("居民收入", shuffled) == found
    assert found.keys() == {"居民收入", *wordings}
    assert all(is_one_thing(one, other) for one in found for other in found if found[one] == found[other])


def test_a_wording_for_the_whole_is_of_neither_of_its_parts_where_both_are_told() -> None:
    whole, urban, rural = "居民收入", "城镇居民收入", "农村居民收入"
    assert set(by_thing(whole, [urban, "全区城镇居民收入"]).values()) == {whole}
    apart = by_thing(whole, [rural, urban])
    assert apart == {one: one for one in (whole, urban, rural)}
    assert by_thing("学位", [rural, whole, urban]) == {"学位": "学位"} | apart
