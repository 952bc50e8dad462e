"""Where records stand: what is remembered of it is what was read."""

from __future__ import annotations

import pickle
import string

import pytest
from hypothesis import given, strategies as st

from duizhao.content.vocabulary import ENTERED
from duizhao.content.where import Origin, Where
from duizhao.issues import SourcePosition

PLACES = st.builds(SourcePosition, st.just("content/reports/x/annotations.yaml"), st.integers(1), st.integers(1))
ORIGINS = st.builds(Origin, PLACES, st.sampled_from(sorted(ENTERED)), st.lists(PLACES, max_size=3).map(tuple))
KEYS = st.dictionaries(st.text(string.ascii_lowercase + "_", min_size=1, max_size=8), ORIGINS, max_size=5)


@given(PLACES, KEYS)
def test_what_is_remembered_is_what_was_read(place: SourcePosition, keys: dict[str, Origin]) -> None:
    where = Where(place, keys)
    again = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(where))))
    assert again == where
    assert list(again.keys) == list(keys)
    assert repr(again) == repr(where)
    assert all(again.at(name) == one.place and again.entered(name) == one.entered for name, one in keys.items())
    assert all(again.entered(f"{name}y") == where.entered(f"{name}y") for name in ("", *keys))


@pytest.mark.parametrize(
    "elsewhere", [Origin(SourcePosition("a b\nc"), "person"), Origin(SourcePosition("x"), "person")]
)
def test_keys_of_another_file_are_remembered_as_well(elsewhere: Origin) -> None:
    where = Where(SourcePosition("x"), {"one": Origin(SourcePosition("x"), "parser", (elsewhere.place,))})
    assert pickle.loads(pickle.dumps(where)) == where


def test_a_place_may_be_kept_in_less_than_its_records() -> None:
    keys = {f"key{number}": Origin(SourcePosition("x", number, 3), "person") for number in range(1, 20)}
    assert len(pickle.dumps(Where(SourcePosition("x"), keys))) < len(pickle.dumps(keys)) // 2
