"""Results remembered by the hash of all that they were made of, in a folder that may be deleted at any time.

An entry is a file whose name is the hash of the program and of what the result was made of. It holds the hash of its
rest, in 64 characters, and then the result, pickled. One that is cut, altered or of another version is not read, and
nothing but records and plain values is ever made of it: a folder that came with someone else's project is safe. What is
remembered, and of what it is made, is left to the pipeline.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar, cast

Value = TypeVar("Value")


class Held(NamedTuple):
    """A result in memory, with the hash of it as it is kept."""

    value: Any
    digest: str


FOLDER = ".cache/duizhao"  # in the project's folder
_PROGRAM = Path(__file__).resolve().parent
_UNSEEN = ".gitignore"
_NEEDED = ("jinja2", "markupsafe", "markdown", "opencc", "python_docx", "lxml", "pyyaml", "typing_extensions")
# What a result may be made of beside the records of this package.
_PLAIN = frozenset({("decimal", "Decimal"), ("datetime", "date"), ("builtins", "frozenset"), ("markupsafe", "Markup")})


@dataclass(slots=True)
class Cache:
    """The results of one kind of work, each in a file of the folder, and `held` in memory by who works on."""

    folder: Path
    held: dict[str, Held] | None = None
    _used: dict[str, str] = field(default_factory=dict)

    def __call__(self, made_of: Iterable[bytes], make: Callable[[], Value]) -> Value:
        """The result of all that is given as bytes, remembered or made."""
        return self.named(self.name(made_of), make)

    def name(self, made_of: Iterable[bytes]) -> str:
        """What the result of all that is given as bytes is called: a hash of it and of the program."""
        return digest((program(), *made_of))

    def named(self, name: str, make: Callable[[], Value]) -> Value:
        """The result of this name, remembered or made."""
        found = self.held.get(name) if self.held is not None else None
        if found is None:
            found = self._known(name) or self._made(name, make)
        if self.held is not None:
            self.held[name] = found
        self._used[name] = found.digest
        return cast(Value, found.value)

    def digest_of(self, name: str) -> str:
        """The hash of a result that was asked for, as it is kept: where it is the same, so is the result."""
        return self._used[name]

    def also(self, name: str, other: str) -> None:
        """Lets what is held by another name be known by this one, too, where nothing is yet."""
        if self.held is None or name in self.held or other not in self.held:
            return
        self.held[name] = self.held[other]
        with suppress(OSError):  # also where there is an entry of this name already
            os.link(self.folder / other, self.folder / name)

    @property
    def can_be_written(self) -> bool:
        """True where what is made is remembered."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
        return os.access(self.folder, os.W_OK)

    def has(self, made_of: Iterable[bytes]) -> bool:
        """True where there is an entry of this name, whole or not."""
        return (self.folder / self.name(made_of)).exists()

    def _made(self, name: str, make: Callable[[], object]) -> Held:
        value = make()
        data = pickle.dumps((value,), pickle.HIGHEST_PROTOCOL)
        own = hashlib.sha256(data).hexdigest()
        with suppress(OSError):  # a folder that cannot be written remembers nothing
            written(self.folder / name, own.encode() + data)
        return Held(value, own)

    def _known(self, name: str) -> Held | None:
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data[64:]).hexdigest().encode() != data[:64]:
            return None
        try:
            found = _Reader(io.BytesIO(data[64:])).load()
        except (pickle.UnpicklingError, EOFError, LookupError, AttributeError, ValueError, TypeError, ImportError):
            return None
        return Held(found[0], data[:64].decode()) if isinstance(found, tuple) and len(found) == 1 else None

    def sweep(self) -> None:
        """Deletes what was not asked for, where there is more of it than of the rest, and something was."""
        if not self._used:
            return
        held = {} if self.held is None else self.held
        for name in held.keys() - self._used.keys():
            del held[name]
        with suppress(OSError):
            names = {entry.name for entry in os.scandir(self.folder)}
            if len(names - self._used.keys()) > len(self._used):
                for name in names - self._used.keys():
                    (self.folder / name).unlink()


def begin_folder(folder: Path) -> None:
    """Makes the folder in which all caches of a project lie, which Git does not see. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / _UNSEEN).exists():
        (folder / _UNSEEN).write_bytes(b"*\n")


class _Reader(pickle.Unpickler):
    """Reads records of this package and plain values, and refuses all else that a pickle may name."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if module.startswith("duizhao.") or (module, name) in _PLAIN else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no record")
        _quicken(found)
        return found


@cache
def _quicken(record: type) -> None:
    """Lets a record with slots take its values from a pickle in a fifth of the time.

    `dataclasses` asks for the list of its fields again for each record, and for each field by its name.
    """
    own = getattr(record, "__setstate__", None)
    if own is None or own.__module__ != dataclass.__module__ or not is_dataclass(record):
        return
    places = [getattr(record, one.name).__set__ for one in fields(record)]

    def take(self: object, state: Iterable[object]) -> None:
        for put, value in zip(places, state, strict=True):
            put(self, value)

    type.__setattr__(record, "__setstate__", take)


def canonical(value: object) -> bytes:
    """A value of records and plain values as bytes that another value does not have; a set's may differ by process.

    Pickles would not do: what they say of equal values depends on which parts are one object.
    """
    return repr(value).encode(errors="surrogatepass")


def whole_values(path: Path, version: bytes) -> Iterator[Any]:
    """The values in a file that begins with this version and the hash of its rest, one after the other.

    Raises OSError and ValueError, before the first. The file is never all in memory.
    """
    with path.open("rb") as file:
        begins = file.read(len(version) + 64)
        if begins != version + hashlib.file_digest(file, "sha256").hexdigest().encode():
            raise ValueError(f"{path} is cut, altered or of another version")
        file.seek(len(begins))
        yield from plain_values(file)


def write_values(path: Path, version: bytes, values: Iterable[object]) -> None:
    """Writes such a file; each value is asked for when the one before it is written. Raises OSError."""
    with _replacing(path) as file:
        file.write(version + b"0" * 64)
        rest = _Hashed(file)
        for value in values:
            pickle.dump(value, rest, pickle.HIGHEST_PROTOCOL)
        file.seek(len(version))
        file.write(rest.hash.hexdigest().encode())


@dataclass(slots=True)
class _Hashed:
    """A file, and the hash of what is written to it."""

    file: IO[bytes]
    hash: Any = field(default_factory=hashlib.sha256)

    def write(self, data: bytes) -> int:
        self.hash.update(data)
        return self.file.write(data)


def plain_values(file: IO[bytes]) -> Iterator[Any]:
    """The values in a file, one after the other, up to its end or to where it cannot be read."""
    with suppress(pickle.UnpicklingError, EOFError, LookupError, AttributeError, ValueError, TypeError, ImportError):
        while True:
            yield _Reader(file).load()


def packed_value(value: object) -> bytes:
    """A value of records and plain values, pickled and compressed, for who seldom asks for it."""
    return zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)


def unpacked_value(packed: bytes) -> Any:
    """The value that was packed; nothing but records and plain values is made of it."""
    return _Reader(io.BytesIO(zlib.decompress(packed))).load()


def written(path: Path, data: bytes) -> None:
    """Puts a whole file in its place, whoever writes it at the same time. Raises OSError."""
    with _replacing(path) as file:
        file.write(data)


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that is put in the place of another when it is whole, and is gone where it does not come to that."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with new.open("wb") as file:
            yield file
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def digest(parts: Iterable[bytes]) -> str:
    """The hash of several pieces, each with its length, so that no others have it."""
    found = hashlib.sha256()
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()


@cache
def program() -> bytes:
    """The hash of this program, of what it is installed with, and of Python and how it has numbers."""
    files = (Path(path).read_bytes() for path in program_files())
    return digest((sys.version.encode(), sys.byteorder.encode(), *files)).encode()


def program_files() -> Iterator[str]:
    """The modules of this program, and the lists of what is installed beside the packages that it imports."""
    yield from sorted(os.fspath(path) for path in _PROGRAM.rglob("*.py"))
    for top in sys.path:
        if os.path.basename(top) in ("site-packages", "dist-packages") and os.path.isdir(top):
            for name in sorted(os.listdir(top)):
                record = os.path.join(top, name, "RECORD")
                if name.endswith(".dist-info") and _is_needed(name) and os.path.isfile(record):
                    yield record


def _is_needed(name: str) -> bool:
    return name.lower().partition("-")[0] in _NEEDED
