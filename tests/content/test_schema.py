"""Declarations: what a field says of its key, what a record knows of where it stands, and that it is a value."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, replace
from decimal import Decimal

import pytest

from duizhao.content.nodes import node_of
from duizhao.content.reader import record_of
from duizhao.content.schema import Bilingual, Record, doc_of, kept, key, record
from duizhao.content.value_types import Id
from duizhao.content.where import NOWHERE
from duizhao.issues import SourcePosition


@record("street lamp")
class Lamp(Record):
    """A lamp.

    Of the kind that stands in streets.
    """

    id: Id = key("its id")
    light: str = key("its light", default="white", choices=("white", "yellow"))
    price: Decimal | None = key("its price", default=None)


@record("street")
class Street(Record):
    """A street with its lamps, as far as they
    are known."""

    name: Bilingual = key("its name")
    not_these: tuple[str, ...] = key("what it is not called", name="not", default=())
    first: Lamp | None = key("its first lamp", default=None)
    lamps: tuple[Lamp, ...] = key("its lamps", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredStreet(Street):
    """A street that has been measured."""

    length: int
    lamps: tuple[Lamp, ...]


STREET = "name: {zh: 街, en: Street}\nnot: [Road]\nlamps:\n- {id: a}\n- {id: b, light: yellow, price: null}\n"


def street(text: str = STREET) -> Street:
    node, _ = node_of(text, "x.yaml", first_line=10)
    assert node is not None
    read, issues = record_of(node, Street)
    assert read is not None and not issues
    return read


def test_a_field_declares_its_key() -> None:
    first, second, third = Lamp.keys
    assert (first.name, first.doc, first.required, first.annotation) == ("id", "its id", True, Id)
    assert (second.choices, second.required) == (("white", "yellow"), False)
    assert third.annotation is Decimal


def test_a_key_may_be_written_otherwise_than_its_field_is_named() -> None:
    assert [(one.name, one.field) for one in Street.keys[:2]] == [("name", "name"), ("not", "not_these")]
    assert street().not_these == ("Road",)


def test_a_field_may_hold_a_record_or_a_list_of_them() -> None:
    assert [(one.of, one.many) for one in Street.keys[1:]] == [(None, False), (Lamp, False), (Lamp, True)]


def test_a_list_may_hold_records_among_other_values() -> None:
    @record("lane")
    class Lane(Record):
        """A lane."""

        crosses: tuple[Id | Lamp, ...] = key("streets by their ids, and lamps", default=())

    (crosses,) = Lane.keys
    assert (crosses.of, crosses.many, crosses.mixed, crosses.annotation) == (Lamp, True, True, tuple[Id, ...])
    assert [one.mixed for one in Street.keys] == [False] * 4


def test_a_kind_of_record_has_its_name_and_its_line_of_the_manual() -> None:
    assert (Lamp.called, doc_of(Lamp)) == ("street lamp", "A lamp.")
    assert doc_of(Street) == "A street with its lamps, as far as they are known."


def test_a_record_is_frozen_and_all_its_fields_are_named() -> None:
    lamp = Lamp(id="a")
    with pytest.raises(FrozenInstanceError):
        lamp.id = "b"
    with pytest.raises(TypeError):
        Lamp("a")
    with pytest.raises(TypeError):
        Lamp(light="white")


def test_a_record_knows_where_it_and_each_written_key_stand_and_who_entered_it() -> None:
    read = street()
    assert str(read.place) == "x.yaml:10:1"
    assert str(read.where.at("name")) == "x.yaml:10:7"
    assert str(read.where.at("not")) == "x.yaml:11:6"
    assert str(read.where.at("not", 0)) == "x.yaml:11:7"
    assert read.where.entered("not") == "person"
    second = read.lamps[1]
    assert str(second.place) == "x.yaml:14:3"
    assert str(second.where.at("light")) == "x.yaml:14:18"
    assert second.where.entered("light") == "person"


def test_an_absent_key_has_its_default_the_place_of_the_record_and_nobody_entered_it() -> None:
    first, second = street().lamps
    assert (first.light, first.price) == ("white", None)
    assert first.where.at("light") == first.where.at("light", 0) == first.place
    assert first.where.entered("light") == second.where.entered("price") == "default"


def test_records_that_say_the_same_are_equal_wherever_they_stand() -> None:
    assert street().lamps[0] == Lamp(id="a")
    assert Lamp(id="a").where is NOWHERE
    assert Lamp(id="a") != Lamp(id="a", light="yellow")
    assert len({Lamp(id="a"), street().lamps[0]}) == 1


def test_a_record_comes_back_from_a_pickle_with_its_places() -> None:
    read = street()
    again = pickle.loads(pickle.dumps(read))
    assert again == read
    assert again.where == read.where
    assert again.lamps[1].where.at("light") == SourcePosition("x.yaml", 14, 18)


def test_a_record_that_says_more_is_made_of_one_that_is_written() -> None:
    written = street()
    measured = MeasuredStreet(**kept(replace(written, not_these=())), length=300)
    assert (measured.name, measured.not_these, measured.length) == (written.name, (), 300)
    assert measured.where is written.where
    assert MeasuredStreet.called == "street"
    assert pickle.loads(pickle.dumps(measured)) == measured


def test_words_are_given_in_either_language() -> None:
    assert Bilingual("区", "District")["zh"] == "区"
    assert Bilingual("区", "District")["en"] == "District"
