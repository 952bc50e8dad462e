"""The server: on this machine's own address alone, a thread for each request, no request that it does not bound.

What is answered is left to `answers`, what is written by a page's wish to `editing`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from errno import EADDRINUSE
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlsplit

from .answers import OWN, Answer, news, own_file, refused, site_file, type_of
from .building import Live
from .editing import Editor
from .guarding import is_our_host, is_our_origin, is_token, name_of
from .showing import edited, found, proposed

ADDRESS = "127.0.0.1"
_PORTS = 100
_PATIENCE = 10.0  # seconds that a page waits for news before it asks again
_IDLE = 30.0  # seconds for a request to come whole
_LARGEST = 65_536  # bytes of a form
_PASSED_OVER = 99_999_999  # bytes of one that is not read, at most: a browser sends all before it listens
_FIELDS = 2_000  # of a form: more than may be written, so that this is told at its field
_TOLD = ("news.js", "told.js", "proposal.js", "found.js")
_SAFE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def form_of(text: str) -> dict[str, str]:
    """The fields of a form or of a query, the first of each name. Raises ValueError."""
    found = parse_qs(text, keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    return {name: values[0] for name, values in found.items()}


class NoPort(Exception):
    """No port is free."""


@dataclass(slots=True)
class Desk:
    """All that requests share: the site, the word of this run, and who edits, if that is allowed."""

    live: Live
    port: int = 0
    token: str = field(default_factory=token_urlsafe)
    editor: Editor | None = None

    def answer(self, path: str, query: str) -> Answer:
        """What is answered to whoever asks to see something."""
        state = self.live.state
        if path in ("", "/") and state.base != "/":
            return Answer(302, headers={"Location": state.base})
        name = name_of(path, state.base)
        if name is None:
            return refused(404, f"the site is at {state.base}")
        if not name.startswith(OWN):
            return site_file(state, name, self.token, self.editor is not None)
        own = name.removeprefix(OWN)
        return self._told(own, form_of(query)) if own in _TOLD else own_file(own, query)

    def act(self, path: str, form: Mapping[str, str]) -> Answer:
        """Does what a page asks for; it hears what came of it when it asks for that."""
        if self.editor is None or path != self.live.state.base + OWN + "edit":
            return refused(404, "nothing is written here")
        if not is_token(form.get("token", ""), self.token):
            return refused(403, "this page is of an earlier run; load it again")
        self.editor.act(form)
        return Answer(204)  # so that the page stays

    def _told(self, own: str, given: Mapping[str, str]) -> Answer:
        if not is_token(given.get("token", ""), self.token):
            return Answer(200, b"duizhaoServed.again();\n", type_of(own))  # a page of an earlier run
        if own == "news.js":
            return self._news(given)
        if self.editor is None:
            return refused(404, "nothing is written here")
        return {"told.js": edited, "proposal.js": proposed, "found.js": found}[own](self.editor, given)

    def _news(self, given: Mapping[str, str]) -> Answer:
        seen = given.get("seen", "0")
        version = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 12 else 0
        page = given.get("page", "")
        return news(self.live.after(version, _PATIENCE, page), self.live.project.top, page)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere two programs could have one port

    def handle_error(self, request: object, client_address: object) -> None:
        """Says in a line what went wrong with a request; of one that was given up, nothing."""
        error = sys.exc_info()[1]
        if not isinstance(error, (ConnectionError, TimeoutError)):
            print(f"duizhao: a request could not be answered: {error!r}", file=sys.stderr)


class _Handler(BaseHTTPRequestHandler):
    server_version, sys_version = "duizhao", ""
    timeout = _IDLE

    def __init__(self, desk: Desk, *arguments: object) -> None:
        self.desk = desk
        super().__init__(*arguments)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._answer(self._asked)

    def do_POST(self) -> None:
        self._answer(self._wished)

    def do_HEAD(self) -> None:
        self._answer(self._asked)

    def _asked(self) -> Answer:
        try:
            address = urlsplit(self.path)
            return self.desk.answer(address.path, address.query)
        except ValueError:
            return refused(400, "this is no address")

    def _wished(self) -> Answer:
        """What is answered to a page that posts: nothing, so that the page stays with all that was typed on it.

        Where its address has no word for the wish, under which the page is told, the answer says what is wrong.
        """
        if not is_our_origin(self.headers, self.desk.port):
            return refused(403, "only a page of this server may ask for that")
        answer = self._heard()
        act = form_of(urlsplit(self.path).query).get("act", "")
        if answer.status == 204 or not (act and self.desk.editor):
            return answer
        if answer.status == 413:
            self._pass_over()
        self.desk.editor.pass_over(act, _LARGEST if answer.status == 413 else 0)
        return Answer(204)

    def _heard(self) -> Answer:
        """What comes of a form: nothing of it is looked at before all else is in order."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Content-Type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
            return refused(415, "a form is expected")
        if not (length.isascii() and length.isdigit()):
            return refused(411, "the length of the form is missing")
        if len(length) > 9 or int(length) > _LARGEST:
            return refused(413, f"a form has {_LARGEST} bytes at most")
        try:
            return self.desk.act(urlsplit(self.path).path, form_of(self.rfile.read(int(length)).decode()))
        except ValueError:
            return refused(400, "this is no form")

    def _pass_over(self) -> None:
        """Takes in a form that is too large, since a connection that ends before is an error to a browser."""
        length = self.headers["Content-Length"]
        left = int(length) if len(length) <= len(str(_PASSED_OVER)) else 0
        while left and (part := self.rfile.read(min(left, _LARGEST))):
            left -= len(part)

    def _answer(self, make: Callable[[], Answer]) -> None:
        if not is_our_host(self.headers.get("Host", ""), self.desk.port):
            answer = refused(421, "this server answers under 127.0.0.1 and localhost alone")
        else:
            answer = make()
        self.send_response(answer.status)
        for name, value in ({"Content-Type": answer.type} | _SAFE | dict(answer.headers)).items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD" and answer.body:
            self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Says nothing: what is of interest is what was built."""


def opened(desk: Desk, first: int) -> ThreadingHTTPServer:
    """A server at the first free port from this one on. Raises NoPort."""
    for port in range(first, min(first + _PORTS, 65536)) if first else (0,):
        try:
            server = _Server((ADDRESS, port), partial(_Handler, desk))
        except OSError as error:
            if error.errno != EADDRINUSE:
                raise NoPort(f"port {port} cannot be used: {error.strerror}") from error
            continue
        desk.port = server.server_port
        return server
    raise NoPort(f"no port from {first} on is free")
