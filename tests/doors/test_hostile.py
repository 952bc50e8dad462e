"""Files of other tools spoilt at random: each is read, or refused in one line; no reader fails otherwise."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from duizhao.doors.formats import FORMATS
from duizhao.doors.proposals import arrived, spans_for, task_of
from duizhao.doors.spans import WrongFile

from ..spoiling import SPOILT
from .test_exchange import CODED, loaded, members, project

CASES = 150


@pytest.mark.parametrize(("form", "is_bare"), [*((form, False) for form in FORMATS), ("inception", True)])
def test_a_spoilt_file_is_read_or_refused(form: str, is_bare: bool, tmp_path: Path) -> None:
    one = FORMATS[form]
    library, report = loaded(project(tmp_path, CODED))
    good = one.written(task_of(library, report))
    if is_bare:  # what is in the archive
        good = next(text for name, text in members(good) if name.endswith(".xmi")).encode()
    refused = 0
    for case in range(CASES):
        rng = random.Random(f"{form}/{case}")
        data = rng.choice(SPOILT)(rng, good)
        try:
            arrived(library, report, spans_for(report, one.read(data), one), one)
        except WrongFile as wrong:
            refused += 1
            assert str(wrong) and "\n" not in str(wrong) and len(str(wrong)) < 300
    assert refused > 0
