"""The command that serves the site while it is written.

How it is built, watched and sent is left to `serving`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from .commands import FINE, OnProject, UsageError, told, writing
from .options import option
from .project import project_at
from .site.place import require_apart

if TYPE_CHECKING:
    from .serving.building import State


@dataclass(frozen=True, slots=True)
class Serve(OnProject):
    """Builds the site, shows it on this machine alone, and builds it again after each save."""

    port: str = option("the first port that is tried; the next free one is taken", "8000", metavar="PORT")

    edit: bool = option(
        "let pages of reports accept, change, refuse and add statements, which are written to the files"
    )

    def run(self) -> int:
        """Serves until it is stopped with Ctrl-C."""
        self.require_content()
        if not (self.port.isascii() and self.port.isdigit() and int(self.port[:6]) < 65536):
            raise UsageError(f"--port takes a number below 65536, not {self.port!r}")
        project = project_at(self.top)
        with writing(self.place):
            require_apart(self.place, project)
        self.recover()
        from .serving.building import Live
        from .serving.editing import Editor
        from .serving.server import Desk, NoPort, opened

        live = Live(project, self.place, self._tell)
        live.begin()
        editor = Editor(self.top, lambda: live.library, lambda: live.words, live.nudge)
        desk = Desk(live, editor=editor if self.edit else None)
        try:
            server = opened(desk, int(self.port))
        except NoPort as error:
            raise UsageError(str(error)) from None
        with server:
            Thread(target=server.serve_forever, daemon=True).start()
            line = f"http://127.0.0.1:{desk.port}{live.state.base} (Ctrl-C ends it)"
            print(line, file=self.beside, flush=True)
            try:
                live.watch()
            finally:
                live.stop()
                server.shutdown()
        return FINE

    def _tell(self, state: State) -> None:
        if state.failed:
            print(f"duizhao: {state.failed}", file=sys.stderr, flush=True)
        elif state.issues:
            told(self, state.issues)
        else:
            self.say(f"{self.place}: built")
        sys.stdout.flush()
