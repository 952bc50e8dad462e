"""A project that is served for tests, in this process, and how it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

from duizhao.project import project_at
from duizhao.serving.building import Live
from duizhao.serving.editing import Editor
from duizhao.serving.server import Desk, opened


@dataclass(frozen=True, slots=True)
class Served:
    """A project on disk, the site that is kept up to date with it, and the desk at which it is asked for."""

    top: Path
    live: Live
    desk: Desk

    @property
    def address(self) -> str:
        """The address of the home page."""
        return f"http://127.0.0.1:{self.desk.port}{self.live.state.base}"

    def asked(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes, Mapping[str, str]]:
        """The status, the body and the headers of an answer; a path is sent as it is given."""
        connection = HTTPConnection("127.0.0.1", self.desk.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        host = named.pop("Host", f"127.0.0.1:{self.desk.port}")
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in ({"Host": host} | named).items():
            connection.putheader(name, value)
        if body is not None and "Content-Length" not in named:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        with connection.getresponse() as answer:
            found = answer.status, answer.read(), answer.headers
        connection.close()
        return found  # type: ignore[return-value]


@contextmanager
def served(top: Path, edit: bool = False, watched: bool = False) -> Iterator[Served]:
    """The project, built and served; `watched` builds it again after each change."""
    live = Live(project_at(top), top / "site", lambda state: None)
    live.begin()
    desk = Desk(live, editor=Editor(top, lambda: live.library, lambda: live.words, live.nudge) if edit else None)
    server = opened(desk, 0)
    works = [server.serve_forever, *([live.watch] if watched else [])]
    threads = [Thread(target=work, daemon=True) for work in works]
    for thread in threads:
        thread.start()
    try:
        yield Served(top, live, desk)
    finally:
        live.stop()
        server.shutdown()
        server.server_close()
        for thread in threads:
            thread.join()
