"""All tables in one file: a zip of their CSV files and of a description of them, the same bytes for the same tables.

What the description says is left to `package`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

from ..kept import File, bytes_of

# The first day that a zip file can name: its files have no other.
_DAY = (1980, 1, 1, 0, 0, 0)
# Bytes of a zip, packed, from which on the next table goes into another: no file of a site should come near 25 MiB.
ROOM = 16_000_000


def zip_files(files: Mapping[str, File]) -> Iterator[tuple[str, bytes]]:
    """The zips of files by their paths, by path in the package: `tables.zip`, and `tables-2.zip` where needed."""
    number, out = 1, io.BytesIO()
    zipped = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
    for path, file in files.items():
        if out.tell() > ROOM:
            zipped.close()
            yield zip_path(number), out.getvalue()
            number, out = number + 1, io.BytesIO()
            zipped = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
        entry = zipfile.ZipInfo(path, _DAY)
        entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
        zipped.writestr(entry, bytes_of(file))
    zipped.close()
    yield zip_path(number), out.getvalue()


def zip_path(number: int) -> str:
    """The path of a zip in the package, the first by number 1."""
    return f"tables-{number}.zip" if number > 1 else "tables.zip"
