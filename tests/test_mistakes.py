"""Mistakes that editors make, each one edit to the invented project, and the whole message that they are told.

A file of mistakes/ says in its first line what was done, then how, then after a blank line what is told:

    file PATH            the lines behind it beginning with - are found in the file, those with + put in their place
    add PATH             a file of the lines with +
    rename PATH -> PATH  of a file or a folder
    remove PATH
    issues 2: WHY        where one mistake cannot be told as one
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.commands import CONTENT_WRONG

from .conftest import TOP
from .sample import laid_out

pytestmark = pytest.mark.long

MISTAKES = TOP / "tests" / "mistakes"
NAMES = sorted(path.stem for path in MISTAKES.glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Mistake:
    """What was done, line by line, and what is told of it; it counts one issue unless a line says why not."""

    steps: tuple[str, ...]
    told: str

    @property
    def count(self) -> int:
        found = (re.fullmatch(r"issues ([0-9]+): \S.*", step) for step in self.steps)
        return next((int(match[1]) for match in found if match), 1)


def mistake(name: str) -> Mistake:
    done, _, told = (MISTAKES / f"{name}.txt").read_text("utf-8").partition("\n\n")
    return Mistake(tuple(done.split("\n")[1:]), told)


def make(steps: tuple[str, ...], top: Path) -> None:
    """Makes the mistake in a project."""
    for at, step in enumerate(steps):
        act, _, rest = step.partition(" ")
        changes = [line for line in steps[at + 1 :] if line]
        stop = next((n for n, line in enumerate(changes) if line[:1] not in "-+"), len(changes))
        old, new = (
            "\n".join(line[1:].removeprefix(" ") for line in changes[:stop] if line[0] == sign) for sign in "-+"
        )
        match act:
            case "file":
                text = (top / rest).read_text("utf-8")
                assert old in text, (rest, old)
                (top / rest).write_text(text.replace(old, new, 1), "utf-8")
            case "add":
                (top / rest).parent.mkdir(parents=True, exist_ok=True)
                (top / rest).write_text(f"{new}\n" if new else "", "utf-8")
            case "rename":
                source, _, target = rest.partition(" -> ")
                shutil.move(top / source, top / target)
            case "remove":
                (top / rest).unlink()
            case _:
                assert step[:1] in ("-", "+") or act == "issues", step


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_told_once_with_its_place_and_a_way_out(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top, one = laid_out(tmp_path / "project"), mistake(name)
    make(one.steps, top)
    assert main(["check", "--top", str(top)]) == CONTENT_WRONG
    said = capsys.readouterr().err
    path = MISTAKES / f"{name}.txt"
    if os.environ.get("DUIZHAO_BLESS") == "1":
        done = path.read_text("utf-8").partition("\n\n")[0].rstrip("\n")
        path.write_text(f"{done}\n\n{said}", "utf-8")
        one = mistake(name)
    blessing = f"DUIZHAO_BLESS=1 .venv/bin/python -m pytest tests/test_mistakes.py -k '[{name}]'"
    assert said == one.told, f"if the new message is right, bless it with: {blessing}"
    assert said.endswith(f"\n\n{one.count} issue{'s' * (one.count > 1)}\n")


def test_there_are_many_mistakes_and_each_has_its_file() -> None:
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_changes_something_and_is_described(name: str) -> None:
    done = (MISTAKES / f"{name}.txt").read_text("utf-8").partition("\n\n")[0].split("\n")
    assert done[0][:1].isupper() and done[0].endswith(".")
    assert re.match("(file|add|rename|remove) ", done[1])
