"""The one writer: makes a folder hold exactly the files of a site, all or none, or puts files into one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Puts the files into the folder in place of what it held.

    Written beside it first and then exchanged by renaming, so that a failure leaves the old site as it was.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        add_files(files, fresh)
        fresh.chmod(0o755)
        _exchange(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def add_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Puts the files into the folder beside what it holds, in place of files with their names."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _exchange(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        os.replace(fresh, folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    os.replace(folder, old / "site")
    try:
        os.replace(fresh, folder)
    except OSError:
        os.replace(old / "site", folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
