"""The list of pages is read as it was written, in however many pieces, and one that is spoilt is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.site import remembered as room
from duizhao.site.page_list import PageList, list_of_pages, listed, packed_digests, packed_numbers

from ..sample import laid_out


def test_hashes_are_packed_and_of_what_is_not_asked_there_is_none_that_an_answer_has() -> None:
    told = ["00" * 11 + "01", "", "ff" * 12]
    known = PageList(digests=packed_digests(told))
    assert [known.digest(number) for number in range(3)] == [told[0], "00" * 12, told[2]]


def test_numbers_are_packed_in_their_order() -> None:
    assert [*memoryview(packed_numbers([3, 0, 70_000])).cast("I")] == [3, 0, 70_000]


def list_after(top: Path) -> PageList:
    assert main(["build", "--top", str(top)]) == 0
    return listed(list_of_pages(top, top / "site"))


def test_in_pieces_it_holds_what_it_holds_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = laid_out(tmp_path / "project")
    whole = list_after(top)
    (top / ".cache/duizhao").rename(tmp_path / "old")
    monkeypatch.setattr(room, "_PICKLED", 7)
    in_pieces = list_after(top)
    assert len(whole.reads) > 100 < len(whole.portions) + 50
    for part in ("reads", "digests", "groups", "rests", "rested"):
        assert getattr(in_pieces, part) == getattr(whole, part), part
    assert in_pieces.portions.keys() == whole.portions.keys()


def test_one_that_ends_early_is_none(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    list_after(top)
    path = list_of_pages(top, top / "site")
    data = path.read_bytes()
    for end in (0, 10, 64, 128, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:end])
        with pytest.raises((OSError, ValueError, TypeError, LookupError)):
            listed(path)
    assert main(["build", "--top", str(top)]) == 0
