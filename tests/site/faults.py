"""Doors to the disk at which a chosen call of all that a write makes fails, is interrupted or ends the program."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from duizhao.site.disk import exchange, flush


class Killed(BaseException):
    """The end of the program, as a test sees it: nothing of it makes another call."""


@dataclass
class Door:
    """Counts calls, and lets `fault` happen at the one with the number `at`; `exchanges` False is a disk without.

    What has been written is not forced to the disk, which no test could see, and nobody waits.
    """

    at: int = 0
    fault: Callable[[Door], None] | None = None
    exchanges: bool = True
    halves: bool = False
    dead: bool = False
    names: list[str] = field(default_factory=list)
    opened: set[int] = field(default_factory=set)

    @property
    def calls(self) -> int:
        return len(self.names)

    def __call__(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        if self.dead:
            raise Killed
        self.names.append(call.__name__)
        if self.calls == self.at and self.fault:
            if self.halves and call is os.write:
                os.write(args[0], args[1][: len(args[1]) // 2])
            self.fault(self)
        if call is exchange and not self.exchanges:
            raise OSError(38, "Function not implemented")
        if call is flush or call.__name__ in ("fsync", "sleep"):
            return None
        result = call(*args, **kwargs)
        if call is os.open:
            self.opened.add(result)
        elif call is os.close:
            self.opened.discard(args[0])
        return result

    def close(self) -> None:
        """Closes what a killed program held open, as the system would."""
        for opened in self.opened:
            os.close(opened)
        self.opened.clear()


def failing(number: int) -> Callable[[Door], None]:
    """The call fails with this error of the system."""

    def fault(_: Door) -> None:
        raise OSError(number, os.strerror(number), "here")

    return fault


def interrupted(_: Door) -> None:
    """Ctrl-C comes before the call."""
    raise KeyboardInterrupt


def killed(door: Door) -> None:
    """The program ends before the call."""
    door.dead = True
    raise Killed


def held(folder: Path) -> dict[str, bytes | str | None]:
    """All below a folder by its path: the bytes of files, what links lead to, None for folders."""
    found: dict[str, bytes | str | None] = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        found[name] = str(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else None
    return found
