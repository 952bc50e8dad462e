"""A server that counts what it sends, compressed as the site's host compresses: for the tests of what pages cost."""

from __future__ import annotations

import gzip
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

READER = "X-Reader"  # a header by which several readers at a time are told apart


class _Counted(SimpleHTTPRequestHandler):
    """Serves compressed and notes what it sends."""

    def __init__(self, *args: object, counter: Counter, **keys: object) -> None:
        self.counter = counter
        super().__init__(*args, **keys)

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        path = self.translate_path(self.path)
        data = self.counter.compressed(path)
        self.counter.sent.append((unquote(self.path), len(data)))
        self.counter.readers.append(self.headers.get(READER, ""))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Counter:
    """A server of a folder, with the path and compressed size of all it has sent, and to which reader."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.sent, self.readers = folder, list[tuple[str, int]](), list[str]()
        self._compressed: dict[str, bytes] = {}
        handler = partial(_Counted, directory=str(folder), counter=self)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def compressed(self, path: str) -> bytes:
        """The bytes of a file, compressed once for all who ask."""
        if path not in self._compressed:
            self._compressed[path] = gzip.compress(Path(path).read_bytes(), 9, mtime=0)
        return self._compressed[path]

    def forget(self) -> None:
        """Counts from nothing again."""
        self.sent.clear()
        self.readers.clear()

    def bytes(self, pattern: str = "", reader: str | None = None) -> int:
        """What was sent of all whose path has the pattern: to one reader, or to all."""
        each = zip(self.readers, self.sent, strict=True)
        return sum(size for to, (path, size) in each if reader in (None, to) and re.search(pattern, path))

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
