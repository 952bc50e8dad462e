"""The folder of a new report on disk: whole or not at all, and never in place of another.

What it holds is left to `importing`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..content.report_file import TEXT
from ..replacing import ChangedMeanwhile, Replacement, alone, replace_files
from .source import Refused

_LONG = 30  # characters by which a paragraph is known again
_MUCH = 0.5


def require_free(top: Path, name: str, held: Sequence[str] = ()) -> None:
    """Raises Refused where a report, or anything else, has the folder already; says what is `held` of the text."""
    if os.path.lexists(top / "content" / "reports" / name):
        way_out = held[0] if held else "name another id with --id"
        raise Refused(f"would be content/reports/{name}, which is there already; {way_out}")


def written_folder(top: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """Puts the files of a report into its folder, which is not there yet. Raises Refused, and OSError."""
    reports = top / "content" / "reports"
    reports.mkdir(exist_ok=True)
    making = reports / f".{name}.tmp"
    with alone(reports):  # another import may be making a folder of this name
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir()
        try:
            for file, data in files.items():
                (making / file).write_bytes(data)
            require_free(top, name)
            os.rename(making, reports / name)
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
    return reports / name


def files_in(top: Path, name: str) -> dict[str, bytes]:
    """The files of a report's folder that a report is read from. Raises OSError."""
    folder = top / "content" / "reports" / name
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def rewritten(top: Path, name: str, before: bytes, after: bytes) -> None:
    """Puts another text in the place of a report's, whole or not at all, if that is what was read. Raises Refused."""
    try:
        replace_files([Replacement(top / "content" / "reports" / name / TEXT, before, after)])
    except ChangedMeanwhile:
        raise Refused(f"{TEXT} was changed meanwhile; nothing was written") from None


def held_in(top: Path, text: str, sha256: str, others: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What is said of each report that has the same capture, or much of the same text.

    `others` are reports that are not on disk: their ids and texts.
    """
    own = _paragraphs(text)
    for name, held in (*_texts(top), *others):
        if sha256 in held:
            yield f"held already: {name} is made of the same capture, byte for byte"
            continue
        shared = len(own & _paragraphs(held))
        if own and shared > _MUCH * len(own):
            yield f"held already: {name} has {shared} of its {len(own)} paragraphs word for word"


def _texts(top: Path) -> Iterator[tuple[str, str]]:
    reports = top / "content" / "reports"
    for folder in sorted(reports.iterdir()) if reports.is_dir() else ():
        if not folder.name.startswith(".") and (folder / TEXT).is_file():
            yield folder.name, (folder / TEXT).read_text("utf-8", errors="replace")


def _paragraphs(text: str) -> set[str]:
    return {line.strip() for line in text.split("\n") if len(line.strip()) >= _LONG}
