"""Files of a site that stand as they are to be: in the last site, from which the writer takes them over.

Whether they may stay is left to `site.remembered`, how they are taken over to `site.write`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

# The system's account of a file: its size, when it was written, when anything of it was changed, its place on disk.
Account = tuple[int, int, int, int]
account_in: Callable[[os.stat_result], Account] = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns", "st_ino")


def account_of(path: str | Path) -> Account:
    """The account of a file as it is now; none is like that of a file that is not there."""
    try:
        return account_in(os.lstat(path))
    except OSError:
        return (-1, -1, -1, -1)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that stands in the last site, and how many bytes it has. Of thousands a path is kept as words.

    `account` is what the system said of it when it was kept, None where nobody else can write it.
    """

    path: str | Path
    size: int
    account: Account | None = None

    def __len__(self) -> int:
        return self.size

    def is_still(self, status: os.stat_result) -> bool:
        """True where the file of this status is that which was kept; it may have got or lost a further name."""
        if self.account is None:
            return True
        size, written, _, place = self.account
        return (size, written, place) == (status.st_size, status.st_mtime_ns, status.st_ino)


File = bytes | Kept
# Gives the file at a path of the site: that which stands there, or what the function makes.
Keeping = Callable[[str, Callable[[], bytes]], File]
# Gives the files of a name, which are made together, with the hash of what they are made of beside what is read.
KeepingAll = Callable[[str, str, Callable[[], Iterable[tuple[str, bytes]]]], Mapping[str, File]]


def bytes_of(file: File) -> bytes:
    """What a file of a site holds."""
    return Path(file.path).read_bytes() if isinstance(file, Kept) else file


def made_anew(path: str, make: Callable[[], bytes]) -> File:
    """The file that is made, whatever stands there."""
    del path
    return make()


def all_made_anew(name: str, told: str, make: Callable[[], Iterable[tuple[str, bytes]]]) -> Mapping[str, File]:
    """The files that are made, whatever stands there."""
    del name, told
    return dict(make())


def one_of(keeping: KeepingAll, path: str, make: Callable[[], bytes]) -> File:
    """The one file that is made by itself, kept or made."""
    return keeping(path, "", lambda: ((path, make()),))[path]
