"""What of a report is kept apart: packed, the same as before, and equal however it was packed."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from duizhao.cache import Cache, packed_value, unpacked_value
from duizhao.content.apart import Apart
from duizhao.content.records import Report
from duizhao.text.cleanup import Piece
from duizhao.text.english import english_numbers

from ..sample import context_of, report


def made(top: Path, text: str = "新增100人。") -> Report:
    (one,) = context_of(top, report("a", text)).site.library.reports
    return one


def test_what_is_apart_is_had_as_anything_else_of_a_report(tmp_path: Path) -> None:
    one = made(tmp_path)
    assert "新增100人。" in one.source
    assert "".join(piece.output for piece in one.pieces if piece.step != "metadata") == one.text
    for block in one.blocks:
        numbers = english_numbers(block.translation) if block.translation else None
        assert one.english_numbers.get(block.id) == numbers
    assert all(isinstance(piece, Piece) for piece in one.pieces)


def test_a_report_out_of_the_cache_is_the_one_that_was_put_there(tmp_path: Path) -> None:
    one = made(tmp_path / "project")
    first, again = Cache(tmp_path / "cache"), Cache(tmp_path / "cache")
    assert first((b"a",), lambda: one) is one

    def never() -> Report:
        raise AssertionError("it is remembered")

    assert again((b"a",), never) == one


def test_two_are_equal_that_hold_the_same_however_they_were_packed(tmp_path: Path) -> None:
    one, other = made(tmp_path / "one"), made(tmp_path / "other", "新增200人。")
    held = one.apart.all()
    otherwise = Apart(packed_value((bytes(held.source, "utf-8").decode(), (*held.pieces,), {**held.english_numbers})))
    assert otherwise == one.apart != other.apart and one.apart != held
    assert repr(otherwise) == repr(held)


def test_nothing_but_records_and_plain_values_is_unpacked() -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no record"):
        unpacked_value(packed_value(print))
