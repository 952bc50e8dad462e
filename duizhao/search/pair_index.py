"""A static index of passages: which of them hold a pair of characters, the beginning of a word, or a mark.

What is indexed, and where the passages can be read, is left to `data`; search-fold.js and search-volume.js of the theme
are the other half, which fold a query in the same way and read the scripts made here.

A key (a pair, a word's beginning, a mark) is hashed into a bucket; a bucket is the list of the passages of all its
keys. No key is written down, so that what the scripts hold is only places: two bytes for a Han character, compressed.
Two keys of one bucket are told apart by the literal check, which a reader needs anyway.

Documents are put into volumes of up to 65,536 passages, each indexed by itself, so that building takes no more memory
for more documents, and that a search which has found enough leaves the later volumes alone. The buckets of a volume
are spread over shards, of which there are more, and larger ones, the more there is to find: 2 kB compressed in a small
site, 3 kB where there are thousands.

Each part is named by what it holds, and an edit leaves most parts as they were: the number of shards seldom changes,
that of their buckets follows from it, and a document has room for some passages more, so that those of the next ones
keep their numbers.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, repeat
from math import isqrt
from operator import add, or_
from tempfile import SpooledTemporaryFile
from typing import Protocol

import opencc

from ..kept import File, KeepingAll, all_made_anew
from .key_file import IN_MEMORY, KeyFile
from .steps import BUCKET, VOLUME, written

_FEWEST = 2_560  # places of a shard, where there is more than one
NAME = 4  # digits of a shard's name, behind its number: a reader loads the names of all, which must stay light
_ROOM = 16  # passages: what a document has room for is a multiple of it
_AT_A_TIME = 16  # shards that are made at one time, and stay together where nothing in them is another
_KEPT = 1 << 18  # keys whose hashes are kept: most of a text's are those of the texts before it


@dataclass(frozen=True, slots=True)
class Passage:
    """What is found as one: its runs of Chinese and of English, and marks that filters and figures are looked up by."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    marks: tuple[str, ...] = ()


class Passages(Protocol):
    """Passages that are counted, and gone through in their order, more than once."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Passage]: ...


@dataclass(frozen=True, slots=True)
class Document:
    """Passages in order, and the words that the list of documents has of it, the first of them its id."""

    head: tuple[str, ...]
    passages: Passages

    @property
    def room(self) -> int:
        """How many passages on the next document begins, which a reader reckons in the same way."""
        return (len(self.passages) // _ROOM + 1) * _ROOM


@dataclass(frozen=True, slots=True)
class Keyed:
    """What some passages are looked up by: the hashes of all keys of each, in their order, and beside each its passage.

    Both are numbers as this machine has them, of 64 and 16 bits: as objects they would take ten times as much.
    `characters` are those of the keys, in one string: in a set they would take fifty times as much.
    """

    hashes: bytes
    places: bytes
    characters: str


# Simplified characters for Traditional ones that OpenCC's single characters leave alone or give otherwise, but that
# its phrases and its Taiwan and Hong Kong standards do write for them: 瞭解, 甦醒, 著力, 產業鍊. A query is tried with
# both. From STCharacters, STPhrases, TWVariants and HKVariants of OpenCC 1.4, as far as both are in the Basic Plane.
_ALSO = (
    "伕夫俱具像象儘侭哩里唚吣座坐彷仿待呆拏拿揹背敍叙斲斫暱昵枱台澂澄濬浚瀋渖燄焰牠它瑯琅甦苏甯宁痺痹瞭了礆硷祇只穭稆篠筱簷檐"
    "籐藤粧妆糭粽緪縆繐穗耈耇耡锄荳豆菓果著着薰熏藉借蘗檗衞卫衹只襬䙓覆复觔斤託讬諮谘讎仇賙周逕迳鉅钜鍊链鍾锺鎗枪鏇镟鏚戚"
    "钁䦆隄堤靦䩄顎腭餘馀鯰鲇鹼硷麪麺麴麹麵麺"
)
ALSO = tuple(zip(_ALSO[::2], _ALSO[1::2], strict=True))


@functools.cache
def simplified() -> dict[str, str]:
    """Every Traditional character with its Simplified one, by OpenCC's table of single characters."""
    blocks = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x323B0))
    chars = [chr(code) for first, end in blocks for code in range(first, end)]
    converted = opencc.OpenCC("t2s").convert("\n".join(chars)).split("\n")
    return {char: plain for char, plain in zip(chars, converted, strict=True) if char != plain}


class _Folds(dict[int, str]):
    """What each character is folded to, worked out when it is first met: for `str.translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = folds = _fold(chr(code))
        return folds


def _fold(char: str) -> str:
    """A character's letters and numbers: widths and accents made equal, small, Simplified; \\0 for what separates."""
    if char in ",'’":
        return "," if char == "," else ""
    parts = (small for part in unicodedata.normalize("NFKD", char) for small in part.lower())
    return "".join(map(_kept, parts))


def _kept(char: str) -> str:
    char = simplified().get(char, char)
    category = unicodedata.category(char)[0]
    return "" if category == "M" else char if category in "LN" or char in "%‰&+." else "\0"


_FOLDS = _Folds()
_WIDE = re.compile("(?<=[０-９])，(?=[０-９])")
_GROUPED = re.compile("(?<=[0-9]),(?=[0-9])")
_STOP = re.compile(r"(?<![0-9])\.|\.(?![0-9])")
_BETWEEN_WORDS = re.compile("(?<=[^\0,\u2e80-\U0010ffff])[\0,]+(?=[^\0,\u2e80-\U0010ffff])")
_SEPARATORS = re.compile("[\0,]+")
# In folded text all below U+2E80 is of words, but for spaces and three signs; all above counts as Han.
_WORD = re.compile("[^ %‰+\u2e80-\U0010ffff]+")


def folded(text: str) -> str:
    """The text as it is searched: letters and numbers, width, case, accents and Traditional characters made equal.

    Punctuation and white space are left out, save a space where they part two words, a point within a number, and the
    signs % ‰ & +. The comma of 5,047 is left out too, and that of ５，０４７; in 2019，2020 it parts two numbers.
    """
    text = _STOP.sub("\0", _GROUPED.sub("", _WIDE.sub(",", text).translate(_FOLDS)))
    return _SEPARATORS.sub("", _BETWEEN_WORDS.sub(" ", text))


def chinese_keys(text: str) -> set[str]:
    """Every two neighbours of a folded text, so that any two characters or more can be looked up."""
    keys = set(map(add, text, text[1:]))
    return {key for key in keys if " " not in key} if " " in text else keys


def english_keys(text: str) -> set[str]:
    """The beginnings of a folded text's words, of two, three, six and nine letters; what begins with a digit whole.

    Most words have two keys at least, which another seldom has both of. A w before them marks them as English: in
    Chinese text the same letters are a pair.
    """
    return set(chain.from_iterable(map(_word_keys, _WORD.findall(text))))


@functools.lru_cache(maxsize=1 << 16)
def _word_keys(word: str) -> tuple[str, ...]:
    if word[0] in "0123456789":
        return "w" + word, f"w{word}="
    return tuple("w" + word[:size] for size in (2, 3, 6, 9) if len(word) >= size)


def keys_of(passage: Passage) -> set[str]:
    """Everything that a passage can be looked up by."""
    keys = set(passage.marks)
    for run in passage.chinese:
        keys |= chinese_keys(folded(run))
    for run in passage.english:
        keys |= english_keys(folded(run))
    return keys


def hashed(key: str) -> int:
    """A hash of 32 bits, the same in Python and JavaScript: FNV-1a over code points, then mixed."""
    value = 0x811C9DC5
    for char in key:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    value = ((value ^ value >> 15) * 0x2C1B3C6D) & 0xFFFFFFFF
    return value ^ value >> 13


def hashes_of(key: str) -> int:
    """The hash that tells the shard of a key and the one that tells its bucket there, in one number of 64 bits.

    The two keys of a number are in one shard, which is read once.
    """
    whole, stem = hashed(key), key.rstrip("=")
    return (whole if stem == key else hashed(stem)) << 32 | whole


def shards_of(places: int) -> int:
    """Over how many shards so many places are spread: of five binary digits and noughts, it seldom changes."""
    most = max(places // max(_FEWEST, isqrt(places)), 1)
    left_out = max(most.bit_length() - 5, 0)
    return most >> left_out << left_out


def each_of(shards: int) -> int:
    """How many buckets each of so many shards has: some six places to a bucket."""
    return max(432, shards * 5 // 7)


class _Shifted(dict[str, int]):
    """The hashes of each key, moved up by as many binary digits as the number of a passage has; of so many keys."""

    def __missing__(self, key: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        self[key] = shifted = hashes_of(key) << 16
        return shifted


_SHIFTED = _Shifted()


def keyed(document: Document) -> Keyed:
    """What the passages of a document are looked up by, themselves counted from 0."""
    found: list[int] = []
    characters: set[str] = set()
    for number, passage in enumerate(document.passages):
        keys = keys_of(passage)
        found.extend(map(or_, map(_SHIFTED.__getitem__, keys), repeat(number)))
        characters.update(*keys)
    found.sort()
    hashes, places = array("Q", [one >> 16 for one in found]), array("H", [one & 0xFFFF for one in found])
    return Keyed(hashes.tobytes(), places.tobytes(), "".join(sorted(characters)))


def index_files(
    documents: Iterable[Document],
    *,
    names: Iterable[str] = (),
    notes: Mapping[str, object] | None = None,
    keyed_by: Callable[[Document], Keyed] = keyed,
    keeping: KeepingAll = all_made_anew,
) -> Iterator[tuple[str, File]]:
    """The scripts of an index, path and bytes, volume by volume; the first that a reader needs is made last.

    The order of the documents is the order in which a reader is shown them. Names are what is looked through beside
    them: their characters too have their Traditional ones in the table. Notes go into the first script as they are.
    All other scripts are named by their content, so that parts of two builds are never read together. `keyed_by` may
    remember; shards may be kept of which no key or place is another.
    """
    rows: list[tuple[str, int, str]] = []
    used = set("".join(names))
    for volume in _volumes(documents):
        shards = []
        for path, file in _shards(volume, used, keyed_by, keeping, f"index {len(rows)}"):
            shards.append(path.removesuffix(".js")[-NAME:])
            yield path, file
        heads = [[*document.head, len(document.passages)] for document in volume]
        name = f"documents-{digest([json.dumps(heads).encode()])}"
        yield _part(name, heads)
        rows.append((name, sum(document.room for document in volume), "".join(shards)))
    yield _part("start", {"characters": _table(used), "volumes": rows, **(notes or {})})


def _part(name: str, value: object) -> tuple[str, bytes]:
    return f"search/{name}.js", script("duizhaoIndex", name, value)


def digest(parts: Iterable[bytes]) -> str:
    """Ten hexadecimal digits that stand for the bytes."""
    made = hashlib.sha256()
    for part in parts:
        made.update(part)
    return made.hexdigest()[:10]


def script(name: str, key: str, value: object, of: str = "") -> bytes:
    """A script that puts a value under a key of a global: pages from a folder on disk may load nothing else.

    With `of`, a function in JavaScript, it puts there what that makes of the value.
    """
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f'(window.{name}||={{}})["{key}"]={f"({of})({data})" if of else data};\n'.encode()


def _volumes(documents: Iterable[Document]) -> Iterator[list[Document]]:
    volume: list[Document] = []
    size = 0
    for document in documents:
        if volume and size + document.room > VOLUME:
            yield volume
            volume, size = [], 0
        volume.append(document)
        size += document.room
    if volume:
        yield volume


def _shards(
    volume: list[Document],
    used: set[str],
    keyed_by: Callable[[Document], Keyed],
    keeping: KeepingAll,
    name: str,
) -> Iterator[tuple[str, File]]:
    """The script of each shard, some kept together under a name; the characters of the keys go into `used`."""
    begins = list(accumulate((document.room for document in volume), initial=0))
    with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        keys, readers, count = KeyFile(file), [], 0
        for document in volume:
            own = keyed_by(document)
            used.update(own.characters)
            count += len(own.places) // 2
            readers.append(keys.put(own.hashes, own.places))
        shards = shards_of(count)
        for first in range(0, shards, _AT_A_TIME):
            until = min(first + _AT_A_TIME, shards)
            limit = -(-(until << 32) // shards) << 32  # the first hash of the shard behind them
            pieces = [(begin, *reader.until(limit)) for begin, reader in zip(begins, readers, strict=False)]
            make = partial(_scripts, pieces, first, until, shards)
            yield from keeping(f"{name} {first}", _told(pieces, shards), make).items()


# Where the passages of a document begin, and of a run of its keys the hashes and the passages.
_Piece = tuple[int, memoryview, memoryview]


def _told(pieces: Iterable[_Piece], shards: int) -> str:
    """The hash of all that some shards hold."""
    made = hashlib.sha256(b"%d" % shards)
    for begin, hashes, places in pieces:
        made.update(b" %d %d " % (begin, len(places)))
        made.update(hashes)
        made.update(places)
    return made.hexdigest()


def _scripts(pieces: Iterable[_Piece], first: int, until: int, shards: int) -> Iterator[tuple[str, bytes]]:
    """The scripts of some shards, which hold the places of each bucket as text.

    All are sorted at once, as numbers that count through the buckets: each bucket begins with one below its first
    place, from which the step to that is counted.
    """
    each = each_of(shards)
    below = first * each * BUCKET - 1
    found = {*range(0, (until - first) * each * BUCKET, BUCKET)}
    for begin, every, places in pieces:
        from_here = begin - below
        found.update(
            [
                (((hashes >> 32) * shards >> 32) * each + (hashes & 0xFFFFFFFF) % each) * BUCKET + from_here + place
                for hashes, place in zip(every, places, strict=True)
            ]
        )
    numbers = sorted(found)
    at = 0
    for number in range(first, until):
        end = bisect_left(numbers, (number + 1 - first) * each * BUCKET, at)
        text = written(numbers[at:end])
        at = end
        yield _part(f"{number}-{digest([text.encode()])[:NAME]}", text)


def _table(used: set[str]) -> dict[str, object]:
    """The Traditional characters of those that are used, as two strings, and those with a second reading."""
    pairs = sorted((char, plain) for char, plain in simplified().items() if plain in used)
    return {
        "traditional": "".join(char for char, _ in pairs),
        "simplified": "".join(plain for _, plain in pairs),
        "also": "".join(char + plain for char, plain in ALSO if plain in used),
    }
