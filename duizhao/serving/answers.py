"""What is answered to whoever asks for a page or a file of the site, and what goes with a page only while it is served.

Who may ask is left to `guarding`, how an answer travels to `server`.
"""

from __future__ import annotations

import json
import mimetypes
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import quote

from ..cache import digest
from ..codes.in_chinese import IN_CHINESE
from ..content.excerpts import line_at, shown_bytes
from ..content.text_files import lines_of
from ..issues import OF_NO_LINE, Issue, SourcePosition
from ..kept import bytes_of
from .building import State
from .guarding import INDEX
from .placing import page_place

STATIC = Path(__file__).with_name("static")
OWN = "_duizhao/"  # below the site's base: no page of a site has such a name
_TYPES = {".js": "text/javascript", ".ics": "text/calendar", ".csv": "text/csv", ".xml": "application/xml"}
_TEXTS = re.compile("text/|application/(?:json|xml)|image/svg")
# The scripts by which a report is edited.
EDITING = (
    *("edit-words.js", "edit-entry-words.js", "edit-marks.js", "edit-wish.js", "edit-card.js", "edit-find.js"),
    *("edit-figures.js", "edit-link.js", "edit-enter.js", "edit-face.js", "edit-form.js", "edit-follow.js"),
    *("edit-kept.js", "edit-focus.js", "edit.js", "edit-keys.js"),
)
_BEFORE = b"</head>"
# What has the hash of its bytes in its address never changes: a page that is loaded again asks for none of it.
_LASTING = {"Cache-Control": "private, max-age=86400, immutable"}
_HASHED = re.compile(r"assets/[^/]+\.[0-9a-f]{10}\.[a-z0-9]+")
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """A status of HTTP, the bytes and their type, and further headers."""

    status: int
    body: bytes = b""
    type: str = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


def refused(status: int, why: str) -> Answer:
    """An answer that says why there is no other."""
    return Answer(status, f"{why}\n".encode())


def type_of(name: str) -> str:
    """The media type of a file by its name."""
    ending = name[name.rfind(".") :]
    kind = _TYPES.get(ending) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if _TEXTS.match(kind) else kind


@cache
def own_names() -> frozenset[str]:
    """The names of the server's own files."""
    return frozenset(path.name for path in STATIC.iterdir())


@cache
def own_version() -> str:
    """The hash of the server's own files."""
    return digest(path.read_bytes() for path in sorted(STATIC.iterdir()))[:10]


def own_file(name: str, version: str = "") -> Answer:
    """A script or a style of the server's own, which lasts where it was asked for by its version."""
    path = STATIC / name
    if name not in own_names():
        return refused(404, "there is no such file")
    return Answer(200, path.read_bytes(), type_of(name), _LASTING if version == own_version() else {})


def site_file(state: State, name: str, token: str, edit: bool) -> Answer:
    """What stands under a name of the site: a file, a folder's page, or the page that says that there is none."""
    status, at = 200, f"{name}{INDEX}" if name == "" or name.endswith("/") else name
    if at not in state.files:
        if f"{at}/{INDEX}" in state.files:
            return Answer(301, headers={"Location": f"{state.base}{quote(at)}/"})
        status, at = 404, "404.html"
    if not state.site and not state.files:
        return Answer(503, _with_ours(_NOTHING.encode(), state, INDEX, token, edit), type_of(INDEX))
    if at not in state.files:
        return refused(404, "there is no such page")
    try:
        data = bytes_of(state.files[at])
    except OSError:
        return refused(404, "this page has just gone; ask again")
    if at.endswith(".html"):
        return Answer(status, _with_ours(data, state, at, token, edit), type_of(at))
    return Answer(status, data, type_of(at), _LASTING if _HASHED.fullmatch(at) else {})


# Where nothing was built yet there is no page that could say what is wrong, nor is its language known.
_NOTHING = (
    '<!doctype html>\n<html lang="zh-Hans"><head><meta charset="utf-8">'
    '<title>尚未生成 · Not built yet</title></head><body><main id="main"><h1>尚未生成</h1>'
    '<p>内容中有错误，此前也没有生成过网站。</p><div lang="en"><h2>Not built yet</h2>'
    "<p>The content has mistakes, and no site was built before.</p></div></main></body></html>\n"
)


def _with_ours(page: bytes, state: State, name: str, token: str, edit: bool) -> bytes:
    """A page with the server's own script and style, which keep to its policy: they come from the same server."""
    at = page.find(_BEFORE)
    if at < 0:
        return page
    own, given = (
        state.base + OWN,
        f'data-token="{escape(token)}" data-site="{state.made_at(name)}" data-page="{escape(name)}"',
    )
    of = f"?{own_version()}"
    lines = [
        f'<link rel="stylesheet" href="{own}served.css{of}">',
        f'<script src="{own}served.js{of}" data-own="{own}" {given} defer></script>',
        f'<script src="{own}served-mistakes.js{of}" defer></script>',
    ]
    lines += [f'<script src="{own}{name}{of}" defer></script>' for name in EDITING] if edit else []
    return page[:at] + "".join(line + "\n" for line in lines).encode() + page[at:]


def news(state: State, top: Path, page: str) -> Answer:
    """What a page is told of the last save, as a script: pages may ask for nothing else.

    `page` is the name of the page that asks.
    """
    read = line_at(top)
    told = {
        "version": state.version,
        "site": state.made_at(page),
        "count": len(state.issues),
        "failed": state.failed,
        "issues": [_told(issue, top, read) for issue in state.issues[:_SHOWN]],
    }
    return script("hear", told)


def script(function: str, value: object) -> Answer:
    """A script that hands a value to a function of the page's own."""
    return Answer(200, f"duizhaoServed.{function}({_as_script(value)});\n".encode(), type_of("told.js"))


def _as_script(value: object) -> str:
    return json.dumps(value)  # ASCII: no character in it ends a script


def _told(issue: Issue, top: Path, read: Callable[[SourcePosition], str | None]) -> dict[str, object]:
    place = page_place(issue.place, lambda path: "\n".join(lines_of(shown_bytes(top, path) or b"")))
    line = "" if issue.code in OF_NO_LINE else read(issue.place) or ""
    return {
        "code": issue.code,
        "meaning": IN_CHINESE[issue.code],
        "place": str(issue.place),
        "message": issue.message[:2000],
        "hint": issue.hint[:2000],
        "line": line.strip()[:300],
        "report": place.report,
        "id": place.id,
        "quote": place.quote,
    }
