"""Commands as dataclasses: what a command line sets in them, and what is left as it was."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from duizhao.options import argument, command_of, option, parser_of


@dataclass(frozen=True, slots=True)
class Draw:
    """Draws a map."""

    folder: Path = option("where it goes", Path("maps"), metavar="FOLDER")
    other: Path | None = option("where else", None)
    colour: str = option("of the lines", "red", choices=("red", "blue"))
    dry_run: bool = option("only say what would be drawn")


@dataclass(frozen=True, slots=True)
class Copy:
    """Copies a map."""

    kind: str = argument("what kind", metavar="KIND", choices=("map", "plan"))
    name: str = argument("which", "all", metavar="NAME")


@dataclass(frozen=True, slots=True)
class Name:
    """Names what is on maps."""

    places: tuple[str, ...] = argument("which places", metavar="PLACE")
    maps: tuple[str, ...] = option("the maps", (), metavar="FILE", names_file=True)
    in_chinese: str = option("what they are called", "", metavar="WORDS")
    into: Path | None = option("where it goes", None, metavar="FOLDER")


COMMANDS = {"draw": Draw, "copy": Copy, "name": Name}


def given(*line: str) -> object:
    return command_of(parser_of("maps", COMMANDS, "draw", "Maps."), COMMANDS, "draw", line)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("", Draw()),
        ("draw", Draw()),
        ("--folder a --dry-run", Draw(folder=Path("a"), dry_run=True)),
        ("draw --other=b --colour blue", Draw(other=Path("b"), colour="blue")),
        ("--folder a draw --colour blue", Draw(folder=Path("a"), colour="blue")),
        ("--folder a draw --folder b", Draw(folder=Path("b"))),
        ("copy map", Copy("map")),
        ("copy plan east", Copy("plan", "east")),
    ],
)
def test_a_line_sets_the_fields_that_it_names_and_no_others(line: str, command: object) -> None:
    assert given(*line.split()) == command


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("--colour green", "invalid choice: 'green'"),
        ("copy", "required: KIND"),
        ("copy globe", "invalid choice: 'globe'"),
        ("copy map east west", "unrecognized arguments: west"),
        ("copy map --folder a", "unrecognized arguments: --folder a"),
        ("--folder a copy map", "copy has no option --folder"),
        ("sell", "invalid choice: 'sell'"),
    ],
)
def test_what_a_command_does_not_have_is_a_mistake(
    line: str, complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        given(*line.split())
    assert stop.value.code == 2
    assert complaint in capsys.readouterr().err


# As the system hands on bytes that it cannot read.
GBK = os.fsdecode("盐田".encode("gbk"))


@pytest.mark.parametrize(
    ("line", "which"),
    [
        (("name", GBK), "PLACE"),
        (("name", "盐田", GBK), "PLACE"),
        (("name", "盐田", "--in-chinese", f"盐田{GBK}"), "--in-chinese"),
        (("copy", "map", GBK), "NAME"),
    ],
)
def test_words_that_are_not_utf8_are_a_mistake(
    line: tuple[str, ...], which: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        given(*line)
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert f"error: {which} is not given in UTF-8: '" in said and "\\udcd1" in said


def test_a_file_may_have_a_name_of_any_bytes() -> None:
    line = ("name", "盐田", "--maps", GBK, "--into", GBK)
    assert given(*line) == Name(("盐田",), maps=(GBK,), into=Path(GBK))


def test_help_says_what_each_command_and_option_is_for(capsys: pytest.CaptureFixture[str]) -> None:
    for line, words in (
        (["--help"], ("usage: maps", "Maps.", "Draws a map.", "Copies a map.", "of the lines (by default red)")),
        (["copy", "--help"], ("usage: maps", "Copies a map.", "what kind", "which (by default all)")),
    ):
        with pytest.raises(SystemExit) as stop:
            given(*line)
        assert stop.value.code == 0
        said = " ".join(capsys.readouterr().out.split())
        assert [word for word in words if word not in said] == []
