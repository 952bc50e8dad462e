"""What the tests share: the real site, built once, in memory and in folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.build import Built, built
from duizhao.output import write_files

TOP = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def real() -> Built:
    """The real site as a value; content with a mistake stops the tests that need it."""
    result = built(TOP)
    assert not result.issues, [f"{issue.place}: {issue.code}: {issue.message}" for issue in result.issues]
    return result


@pytest.fixture(scope="session")
def real_folder(real: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site on disk, two folders deep, so that it can be served under a sub-path."""
    folder = tmp_path_factory.mktemp("host") / "any" / "sub" / "path"
    write_files(real.files, folder)
    return folder
