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


def option(doc: str, default: object = False, *, metavar: str | None = None, choices: Sequence[str] = ()) -> Any:
    """A field that is set by `--name`: by its presence where it is true or false, else by the value that follows."""
    return field(default=default, metadata={"doc": doc, "metavar": metavar, "choices": choices, "flag": "--"})


def argument(doc: str, default: object = MISSING, *, metavar: str, choices: Sequence[str] = ()) -> Any:
    """A field that is set by a word of its own; one with a default may be left out."""
    metadata = {"doc": doc, "metavar": metavar, "choices": choices, "flag": ""}
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
        kind, name = types[one.name], one.metadata["flag"] + one.name.replace("_", "-")
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
    return command(**{name: tuple(value) if isinstance(value, list) else value for name, value in given.items()})
