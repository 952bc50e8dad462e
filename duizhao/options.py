"""Commands and their options as frozen dataclasses, and the parser of a command line that is made of them.

A field of a command is an `option` (`--name`) or an `argument`; its type and default say the rest: an argument that is
a tuple takes one word or more, or any number where it has a default. What a command does
is left to `cli`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, Field, field, fields
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints


def option(
    doc: str,
    default: object = False,
    *,
    metavar: str | None = None,
    choices: Sequence[str] = (),
    names_file: bool = False,
) -> Any:
    """A field that is set by `--name`: by its presence where it is true or false, else by the value that follows.

    A word that names a file may be of any bytes, as the names of files are; all others are UTF-8.
    """
    metadata = {"doc": doc, "metavar": metavar, "choices": choices, "flag": "--", "names_file": names_file}
    return field(default=default, metadata=metadata)


def argument(
    doc: str, default: object = MISSING, *, metavar: str, choices: Sequence[str] = (), names_file: bool = False
) -> Any:
    """A field that is set by a word of its own; one with a default may be left out."""
    metadata = {"doc": doc, "metavar": metavar, "choices": choices, "flag": "", "names_file": names_file}
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)


def parser_of(prog: str, commands: Mapping[str, type], default: str, description: str) -> argparse.ArgumentParser:
    """A parser for the commands by name. The options of the default command may also stand without its name."""
    parser = argparse.ArgumentParser(prog, description=description)
    _add_fields(parser, commands[default])
    names = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, command in commands.items():
        _add_fields(names.add_parser(name, help=command.__doc__, description=command.__doc__), command)
    return parser


def _add_fields(parser: argparse.ArgumentParser, command: type) -> None:
    """Adds what a command declares. Nothing has a default here: the dataclass has it."""
    types = get_type_hints(command)
    for one in fields(command):
        kind, name = types[one.name], _flag(one)
        if kind is bool:
            parser.add_argument(name, action="store_true", default=argparse.SUPPRESS, help=one.metadata["doc"])
            continue
        parser.add_argument(
            name,
            type=Path if Path in (kind, *get_args(kind)) else str,
            choices=one.metadata["choices"] or None,
            metavar=one.metadata["metavar"],
            default=argparse.SUPPRESS,
            help=_doc(one),
            nargs=_number(one, kind),
        )


def _flag(one: Field[Any]) -> str:
    return str(one.metadata["flag"]) + one.name.replace("_", "-")


def _number(one: Field[Any], kind: Any) -> str | None:
    """How many words a field takes, in argparse's signs."""
    if get_origin(kind) is tuple:
        return "+" if one.default is MISSING else "*"
    return None if one.metadata["flag"] or one.default is MISSING else "?"


def _doc(one: Field[Any]) -> str:
    doc: str = one.metadata["doc"]
    return f"{doc} (by default {one.default})" if isinstance(one.default, str) and one.default else doc


def command_of(parser: argparse.ArgumentParser, commands: Mapping[str, type], default: str, line: Sequence[str]) -> Any:
    """The command that a line asks for, as a value of its class. Leaves the program for `--help` and for mistakes."""
    given = vars(parser.parse_args(line))
    command = commands[given.pop("command") or default]
    strange = given.keys() - {one.name for one in fields(command)}
    if strange:
        parser.error(f"{command.__name__.lower()} has no option --{min(strange)}")
    for one in fields(command):
        value = given.get(one.name, "")
        for word in value if isinstance(value, list) else (value,):
            if isinstance(word, str) and not one.metadata["names_file"] and (wrong := not_utf8(word)):
                parser.error(f"{one.metadata['metavar'] if not one.metadata['flag'] else _flag(one)} {wrong}")
    return command(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})


def not_utf8(word: str) -> str:
    """What is wrong with a word of a command line whose bytes the system could not read, '' of all others."""
    if all(not "\ud800" <= char <= "\udfff" for char in word):
        return ""
    return f"is not given in UTF-8: {ascii(word[:40])}; set the terminal, and its locale, to UTF-8"
