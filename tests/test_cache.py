"""The cache: what is remembered is what was made, and what cannot be trusted is made again."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from duizhao.cache import Cache, canonical, digest, whole_values, write_values
from duizhao.issues import SourcePosition
from duizhao.pipeline import built

from .sample import laid_out

PLACE = SourcePosition("content/site.yaml", 3, 1)


def made_again(folder: Path) -> bool:
    """True where the one entry of a cache is not remembered."""
    asked: list[int] = []
    value = Cache(folder)([b"a"], lambda: asked.append(1) or PLACE)  # type: ignore[func-returns-value]
    assert value == PLACE
    return bool(asked)


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """The file of the one entry of a cache."""
    assert made_again(tmp_path)
    assert not made_again(tmp_path)
    return next(tmp_path.iterdir())


def test_other_bytes_have_another_result(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert [cache([part], lambda part=part: part) for part in (b"a", b"b", b"a")] == [b"a", b"b", b"a"]


def test_pieces_are_told_apart_by_their_ends() -> None:
    assert len({digest(parts) for parts in ([b"ab", b""], [b"a", b"b"], [b"ab"], [b"", b"ab"])}) == 4


@pytest.mark.parametrize("part", range(8))
def test_an_entry_that_is_cut_is_made_again(entry: Path, part: int) -> None:
    data = entry.read_bytes()
    entry.write_bytes(data[: len(data) * part // 8])
    assert made_again(entry.parent) and not made_again(entry.parent)


@pytest.mark.parametrize("at", [0, 63, 64, -1])
def test_an_entry_that_was_altered_is_made_again(entry: Path, at: int) -> None:
    data = bytearray(entry.read_bytes())
    data[at] ^= 1
    entry.write_bytes(data)
    assert made_again(entry.parent)


def test_what_another_version_of_the_program_remembered_is_not_asked_for(
    entry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.cache.program", lambda: b"another")
    assert made_again(entry.parent)


class Runs:
    """Would run a command where it is unpickled."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("exit 1",)


@pytest.mark.parametrize(
    "value", [Runs(), Cache, print, built], ids=["a command", "a class", "a builtin", "a function"]
)
def test_nothing_but_records_and_plain_values_comes_out_of_an_entry(entry: Path, value: object) -> None:
    data = pickle.dumps((value,))
    entry.write_bytes(hashlib.sha256(data).hexdigest().encode() + data)
    if value is not Cache:
        assert made_again(entry.parent)


def test_equal_values_are_the_same_bytes_however_they_are_put_together() -> None:
    one, other = "".join(["a", "bc"]), "".join(["ab", "c"])
    assert canonical((one, one, Decimal("1.0"))) == canonical((one, other, Decimal("1.0")))
    assert canonical(Decimal("1.0")) != canonical(Decimal("1.00"))


def test_a_folder_that_cannot_be_written_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert made_again(tmp_path / "file") and made_again(tmp_path / "file")


def test_what_is_no_longer_asked_for_is_swept_away(tmp_path: Path) -> None:
    for number in range(5):
        Cache(tmp_path)([b"%d" % number], lambda: PLACE)
    cache = Cache(tmp_path)
    cache([b"0"], lambda: PLACE)
    cache.sweep()
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.long
def test_reports_that_are_remembered_make_the_same_site_and_the_same_mistakes(tmp_path: Path) -> None:
    top, cache = laid_out(tmp_path / "project"), tmp_path / "cache"
    cold = built(top, cache=cache)
    assert built(top, cache=cache).files == cold.files == built(top).files
    path = top / "content/reports/qinghu-2022-work-report/annotations.yaml"
    path.write_bytes(path.read_bytes().replace(b"1.3", b"1.4", 1))
    for _ in range(2):
        assert built(top, cache=cache).issues == built(top).issues != ()
    (top / "content/terms.yaml").write_bytes(b"")
    assert built(top, cache=cache).issues == built(top).issues


def test_values_of_a_file_are_written_and_read_one_by_one(tmp_path: Path) -> None:
    path, size = tmp_path / "of" / "values", 200_000
    sizes: list[int] = []

    def values() -> Iterator[object]:
        for number in range(3):
            yield [number, "x" * size]
            sizes.append(sum(one.stat().st_size for one in path.parent.iterdir()) // size)

    write_values(path, b"1.0", values())
    assert sizes == [1, 2, 3]
    assert [first for first, _ in whole_values(path, b"1.0")] == [0, 1, 2]


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data[:-1] + b"?", lambda data: b"2" + data[1:]])
def test_values_of_a_file_that_is_cut_altered_or_of_another_version_are_none(
    tmp_path: Path, spoil: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "values"
    write_values(path, b"1.0", [PLACE, {"a": 1}])
    assert [*whole_values(path, b"1.0")] == [PLACE, {"a": 1}]
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(ValueError, match="cut, altered or of another version"):
        next(whole_values(path, b"1.0"))


def test_a_file_of_values_stays_where_the_next_ones_cannot_be_had(tmp_path: Path) -> None:
    path = tmp_path / "values"
    write_values(path, b"1.0", [1])
    with pytest.raises(ZeroDivisionError):
        write_values(path, b"1.0", (1 // number for number in (1, 0)))
    assert [*whole_values(path, b"1.0")] == [1] and [*tmp_path.iterdir()] == [path]
