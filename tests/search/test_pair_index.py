"""The index: folding, keys, encoding, volumes. The reader's half of it is held in test_search_browser.py."""

from __future__ import annotations

import functools
import json
import tracemalloc
from collections.abc import Callable, Iterable, Iterator

import pytest
from hypothesis import given, strategies as st

from duizhao.kept import File
from duizhao.search import pair_index as index
from duizhao.search.pair_index import (
    ALSO,
    NAME,
    Document,
    Keyed,
    Passage,
    chinese_keys,
    each_of,
    english_keys,
    folded,
    hashed,
    hashes_of,
    index_files,
    keyed,
    shards_of,
    simplified,
)
from duizhao.search.steps import ALPHABET, BUCKET, VOLUME, encoded, written


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("城中村改造", "城中村改造"),
        ("推动“四个出新出彩”实现老城市新活力", "推动四个出新出彩实现老城市新活力"),
        ("攻城\n拔寨、 再创 佳绩", "攻城拔寨再创佳绩"),
        ("１１號線", "11号线"),
        ("城鄉區域發展", "城乡区域发展"),
        ("GDP达５０４７．４亿元，增长８％", "gdp达5047.4亿元增长8%"),
        ("5,047.4亿元", "5047.4亿元"),
        ("５，０４７．４億元", "5047.4亿元"),
        ("10、11号线", "10 11号线"),
        ("2019，2020", "2019 2020"),
        ("1.加强2.5个", "1加强2.5个"),
        ("增长……8倍", "增长8倍"),
        ("High-quality, R&D; city’s 1+3+N", "high quality r&d citys 1+3+n"),
        ("gāozhìliàng fāzhǎn", "gaozhiliang fazhan"),
        ("400万㎡ ", "400万m2"),
        ("", ""),
        ("。“”", ""),
    ],
)
def test_width_case_script_accents_and_punctuation_make_no_difference(text: str, searched: str) -> None:
    assert folded(text) == searched


@given(st.text())
def test_folding_comes_to_rest(text: str) -> None:
    # for some letters of other scripts only at the second time: their small forms are folded further
    assert folded(folded(folded(text))) == folded(folded(text))


@given(st.text(alphabet="城乡鄉1２5aÀ号.,，、%’“ \n", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_what_is_cut_out_of_a_text_is_in_the_folded_text(text: str, start: int, size: int) -> None:
    cut = folded(text[start : start + size])
    assert cut in folded(text)
    assert chinese_keys(cut) <= chinese_keys(folded(text))


def test_the_second_readings_are_simplified_and_of_single_characters() -> None:
    assert all(len(char) == len(plain) == 1 and simplified().get(plain, plain) == plain for char, plain in ALSO)
    assert all(simplified().get(char, char) != plain for char, plain in ALSO)


def test_chinese_is_looked_up_by_pairs_whatever_the_characters() -> None:
    assert chinese_keys(folded("11号线、12")) == {"11", "1号", "号线", "线1", "12"}
    assert chinese_keys(folded("10、11")) == {"10", "11"}
    assert chinese_keys("城") == set()


def test_english_is_looked_up_by_beginnings_of_words_and_whole_numbers() -> None:
    assert english_keys(folded("Incubators at 504.74 billion: tax, 5G, AI, a")) == {
        *("win", "winc", "wincuba", "wincubator", "wat", "w504.74", "w504.74="),
        *("wbi", "wbil", "wbillio", "wta", "wtax", "w5g", "w5g=", "wai"),
    }


UNITS = {char: unit for unit, char in enumerate(ALPHABET)}


def decoded(text: str) -> list[int]:
    """The reader's half of the encoding, as in templates/static/search-volume.js."""
    numbers, size, units = [-1], len(ALPHABET), iter(UNITS[char] for char in text)
    for first in units:
        if first < 60:
            step = first
        elif first < 84:
            step = 60 + (first - 60) * size + next(units)
        else:
            step = 60 + 24 * size + ((first - 84) * size + next(units)) * size + next(units)
        numbers.append(numbers[-1] + 1 + step)
    return numbers[1:]


@given(st.sets(st.integers(0, VOLUME - 1)))
def test_what_is_encoded_can_be_decoded(numbers: set[int]) -> None:
    text = encoded(sorted(numbers))
    assert decoded(text) == sorted(numbers)
    assert not set(text) & set(' "\\')


@given(st.lists(st.sets(st.integers(0, 3) | st.integers(VOLUME - 3, VOLUME - 1)), min_size=1))
def test_many_buckets_at_once_are_written_as_one_by_one(buckets: list[set[int]]) -> None:
    numbers = [BUCKET * at + 1 + place for at, bucket in enumerate(buckets) for place in (-1, *sorted(bucket))]
    assert written(numbers) == " ".join(encoded(sorted(bucket)) for bucket in buckets)


@pytest.mark.parametrize("edge", [0, 59, 60, 2267, 2268, VOLUME - 1])
def test_the_longest_step_of_each_length_can_be_decoded(edge: int) -> None:
    assert decoded(encoded([edge])) == [edge]


def test_the_hash_is_the_one_that_the_reader_has() -> None:
    # test_search_browser.py holds the reader to the same
    assert [hashed(key) for key in HASHES] == list(HASHES.values())


HASHES = {"": 447806413, "城中": 92260937, "wrenewa": 3053565861, "=504740000000": 4008329431, "𠀀𣎴": 1655878724}


def opened(files: dict[str, bytes], path: str) -> object:
    """The value that a script of the index puts in place."""
    return put_in_place(files[f"search/{path}.js"])


@functools.cache
def put_in_place(script: bytes) -> object:
    return json.loads(script.decode().split("]=", 1)[1].removesuffix(";\n"))


def bucket_of(hashes: int, shards: int) -> int:
    """The bucket of a key, of all those of so many shards, as a reader in the browser finds it."""
    each = each_of(shards)
    return ((hashes >> 32) * shards >> 32) * each + (hashes & 0xFFFFFFFF) % each


def found(files: dict[str, bytes], number: int, key: str) -> list[int]:
    """The passages of a volume that its index gives for a key."""
    _, _, shards = opened(files, "start")["volumes"][number]
    each = each_of(len(shards) // NAME)
    bucket = bucket_of(hashes_of(key), len(shards) // NAME)
    shard = bucket // each
    return decoded(opened(files, f"{shard}-{shards[NAME * shard :][:NAME]}").split(" ")[bucket % each])


def sample_documents(count: int, size: int = 4) -> Iterator[Document]:
    for number in range(count):
        yield Document((str(number),), tuple(Passage((f"第{number}件{n}",), ()) for n in range(size)))


@pytest.mark.long
def test_a_document_is_never_split_over_two_volumes() -> None:
    files = dict(index_files(sample_documents(3, VOLUME // 2 - 1)))
    start = opened(files, "start")
    assert [row[1] for row in start["volumes"]] == [VOLUME, VOLUME // 2]
    assert [row[0] for row in opened(files, start["volumes"][1][0])] == ["2"]
    assert found(files, 1, "第2")[:2] == [0, 1]


def test_an_index_of_nothing_can_be_opened() -> None:
    assert opened(dict(index_files(())), "start")["volumes"] == []


def test_an_edit_leaves_most_parts_as_they_were() -> None:
    documents = [*sample_documents(2_000)]
    before = dict(index_files(documents))
    words = (*documents[1_000].passages, Passage(("另有一段",), ()))
    after = dict(index_files([*documents[:1_000], Document(("1000",), words), *documents[1_001:]]))
    new = {path for path in after if path not in before}
    keys = ("另有", "有一", "一段")
    count = len(opened(after, "start")["volumes"][0][2]) // NAME
    shards = {bucket_of(hashes_of(key), count) // each_of(count) for key in keys}
    assert len(before) > 8 and {path.split("/")[1].split("-")[0] for path in new} == {"documents", *map(str, shards)}
    assert found(after, 0, "另有") == [16_004] and opened(before, "start") != opened(after, "start")


def test_the_shards_grow_in_number_and_size_with_the_places() -> None:
    counts = [10**power for power in range(8)]
    assert [shards_of(count) for count in counts] == [1, 1, 1, 1, 3, 38, 384, 3072]


def test_what_is_remembered_of_a_document_gives_the_same_index() -> None:
    known: dict[str, Keyed] = {}

    def remembered(document: Document) -> Keyed:
        return known.setdefault(document.head[0], keyed(document))

    documents = [*sample_documents(3, 40)]
    made = [dict(index_files(documents, keyed_by=by)) for by in (keyed, remembered, remembered)]
    assert made[0] == made[1] == made[2] and len(known) == 3


@pytest.mark.long
def test_shards_are_kept_of_which_no_key_and_no_place_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_AT_A_TIME", 2)
    known: dict[tuple[str, str], dict[str, File]] = {}

    def keeping(name: str, told: str, make: Callable[[], Iterable[tuple[str, bytes]]]) -> dict[str, File]:
        if (name, told) not in known:
            known[name, told] = dict(make())
        return known[name, told]

    documents = [*sample_documents(2_000)]
    others = Document(("1000",), (*documents[1_000].passages, Passage(("另有",), ())))
    made = []
    for one in (documents, documents, [*documents[:1_000], others, *documents[1_001:]], documents[1:]):
        before = len(known)
        assert dict(index_files(one, keeping=keeping)) == dict(index_files(one))
        made.append(len(known) - before)
    assert made == [made[0], 0, 1, made[0]]
    assert made[0] > 4


def test_a_traditional_character_is_in_the_table_only_where_a_text_or_name_has_its_simplified_one() -> None:
    documents = [Document(("x",), (Passage(("发展了",), ()),))]
    table = opened(dict(index_files(documents, names=["广场"])), "start")["characters"]
    assert table == {"traditional": "場廣發髮", "simplified": "场广发发", "also": "瞭了"}


@pytest.mark.long
def test_more_volumes_need_no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "VOLUME", 2_048)
    peaks = []
    for volumes in (1, 2, 12):  # the first fills the tables of folds and steps
        tracemalloc.start()
        for _ in index_files(sample_documents(volumes * 2_048 // 64, 64)):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < peaks[1] * 1.5
