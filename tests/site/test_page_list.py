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


def asked(known: PageList) -> set[int]:
    """The numbers that anything in a list asks for."""
    found = {number for portion in known.portions.values() for number in portion.reads}
    found.update(*(numbers for numbers, _ in known.groups.values()), *known.rests.values())
    return found


@pytest.mark.long
def test_what_nothing_asks_any_more_is_told_and_is_forgotten_where_it_is_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_MANY", 1)
    top = laid_out(tmp_path / "project")
    known = list_after(top)
    assert asked(known) == {*range(len(known.reads))} and not known.left
    report = top / "content/reports/baishi-2022-feature"
    begun, sizes = report.rename(tmp_path / "away"), [len(known.reads)]
    for _ in range(2):
        for place in (report, tmp_path / "away"):
            begun = begun.rename(place) if begun != place else begun
            known = list_after(top)
            left = {*memoryview(known.left).cast("I")}
            assert left == {*range(len(known.reads))} - asked(known)
            told = {number for number in range(len(known.reads)) if known.digest(number) != "00" * 12}
            assert told == asked(known)
            resting = sorted(number for packed in known.rested.values() for number in memoryview(packed).cast("I"))
            assert resting == [*range(len(known.reads))]
            sizes.append(len(left))
    assert max(sizes[1:]) > 20  # without it nothing asks for what is said of the report
    monkeypatch.setattr(room, "_MANY", 0)
    (tmp_path / "away").rename(report)
    known = list_after(top)
    assert asked(known) == {*range(len(known.reads))} and not known.left


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
