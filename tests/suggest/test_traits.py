"""What a clause says beside its shape."""

from __future__ import annotations

import pytest

from duizhao.suggest.traits import details, is_principle, is_run, runs, traits, without_subject


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("增进福祉是发展的根本目的", ["defines"]),
        ("居民对新桥连声称赞", ["praises"]),
        ("为青湖发展提供了有力保障", ["praises"]),
        ("抓重点、补短板、强弱项", ["parallel=1"]),
        ("东湖大桥建成通车", []),
    ],
)
def test_explanations_praise_and_strings_of_short_pieces_are_told(words: str, found: list[str]) -> None:
    assert [*traits(words)] == found


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("坚持绿色发展", True),
        ("青湖区始终坚持绿色发展", True),
        ("坚持定期报告工作", False),
        ("建设绿道", False),
        ("坚持对湖滨商户实行一站式服务", False),
        ("坚持对内挖潜和对外招商并重", True),
        ("青湖区始终将旧桥改造作为头等大事", True),
        ("把居民冷暖放在心间", True),
        ("将旧桥改造为步道", False),
        ("抢抓湖滨新区建设机遇", True),
        ("抢抓工期", False),
    ],
)
def test_a_principle_is_what_is_held_to_and_not_what_is_done(words: str, holds: bool) -> None:
    assert is_principle(words) == holds


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("推动实现“湖清、岸绿、景美”", True),
        ("打造“湖边的城区、城区里的湖”", True),
        ("“谋划一片，建设一片”", True),
        ("打造“湖滨书屋、绿道”", False),
        ("实现“一窗通办”", False),
        ("实现“2日办结、3日发证”", False),
        ("创建“平安校园、平安医院”", False),
    ],
)
def test_a_motto_has_parts_of_one_length_and_is_but_aimed_at(words: str, holds: bool) -> None:
    assert is_principle(words) == holds


def test_a_clause_without_its_subject() -> None:
    assert (without_subject("青湖区将改造大桥"), without_subject("改造大桥")) == ("将改造大桥", "改造大桥")


def test_details_are_people_places_and_how_far_a_thing_is() -> None:
    assert [*details("张阿姨搬进了新楼")] == ["person", "places=1", "aspect=done"]


def test_runs_have_the_ends_of_a_clause_and_are_told_from_other_features() -> None:
    found = [*runs("大桥", 2)]
    assert found == ["has=^", "has=大", "has=桥", "has=$", "has=^大", "has=大桥", "has=桥$"]
    assert all(map(is_run, (*found, "-1has=大"))) and not is_run("shape=counts")
