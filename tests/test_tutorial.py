"""The tutorial: all that it says is done, in its order, and what it says is printed is printed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from duizhao.cli import main

from .conftest import TOP

TUTORIAL = TOP / "docs" / "tutorial.md"
COMMANDS = 10
_FENCED = re.compile("^```([a-z]+)(?: (\\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the page: commands, what they print, or a file; `name` is the file's."""

    kind: str
    name: str
    text: str


def parts() -> Iterator[Part]:
    """The blocks of the page in their order."""
    return (Part(kind, name, text) for kind, name, text in _FENCED.findall(TUTORIAL.read_text("utf-8")))


def changed(path: Path, diff: str) -> None:
    """Makes a change of a file: the lines with - and those before a blank are there, once."""
    lines = diff.splitlines()
    before = "".join(f"{line[1:]}\n" for line in lines if line[0] != "+")
    after = "".join(f"{line[1:]}\n" for line in lines if line[0] != "-")
    text = path.read_text("utf-8")
    assert text.count(f"\n{before}") == 1, f"{path} does not hold once: {before}"
    path.write_text(text.replace(f"\n{before}", f"\n{after}"), "utf-8")


def test_the_page_holds_ten_commands_all_of_this_program() -> None:
    lines = [line for part in parts() if part.kind == "sh" for line in part.text.splitlines()]
    commands = [line for line in lines if line.startswith("duizhao ")]
    assert len(commands) == COMMANDS and [line for line in lines if line not in commands] == ["cd my-site"]
    assert {part.kind for part in parts()} == {"sh", "output", "text", "yaml", "diff"}


def test_whoever_does_what_the_page_says_has_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = ""
    for part in parts():
        match part.kind:
            case "text" | "yaml":
                Path(part.name).write_text(part.text, "utf-8")
            case "diff":
                changed(Path(part.name), part.text)
            case "output":
                for line in part.text.splitlines():
                    assert line in printed, f"{line!r} is not printed, but:\n{printed}"
            case "sh":
                printed = ""
                for line in part.text.splitlines():
                    program, *arguments = shlex.split(line)
                    if program == "cd":
                        monkeypatch.chdir(arguments[0])
                        continue
                    assert main(arguments) == 0, f"{line}: {capsys.readouterr().err}"
                    printed += capsys.readouterr().out
    assert "晴湖大桥建成通车" in Path("site/reports/qinghu-2024-work-report/index.html").read_text("utf-8")
    assert "at least 10,000 new urban jobs" in Path("site/targets/index.html").read_text("utf-8")
    assert main(["check"]) == 0
    assert "as suggested           3" in capsys.readouterr().out
