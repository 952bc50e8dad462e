"""Files in a zip, the same bytes for the same files; all tables in one, with a description of them.

What the description says is left to `package`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from ..kept import File, bytes_of
from ..progress import Watch, unwatched

# The first day that a zip file can name: its files have no other.
_DAY = (1980, 1, 1, 0, 0, 0)
# Bytes of a zip, packed, from which on the next table goes into another: no file of a site should come near 25 MiB.
ROOM = 16_000_000


def put(zipped: zipfile.ZipFile, path: str, data: bytes) -> None:
    """Puts a file into a zip, without the hour and the user that it is of."""
    entry = zipfile.ZipInfo(path, _DAY)
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
    zipped.writestr(entry, data)


def zip_files(files: Mapping[str, File], watch: Watch = unwatched) -> Iterator[tuple[str, bytes]]:
    """The zips of files by their paths, by path in the package: `tables.zip`, and `tables-2.zip` where needed."""
    number, out = 1, io.BytesIO()
    zipped = zipfile.ZipFile(out, "w")
    for path, file in files.items():
        if out.tell() > ROOM:
            zipped.close()
            yield zip_path(number), out.getvalue()
            number, out = number + 1, io.BytesIO()
            zipped = zipfile.ZipFile(out, "w")
        watch("data")
        put(zipped, path, bytes_of(file))
    zipped.close()
    yield zip_path(number), out.getvalue()


def zip_path(number: int) -> str:
    """The path of a zip in the package, the first by number 1."""
    return f"tables-{number}.zip" if number > 1 else "tables.zip"
