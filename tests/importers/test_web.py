"""An address is asked once, and what answers is bounded: in size, in time, and in where it leads."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.importers.source import Refused
from duizhao.importers.web import is_address, source_from

from .made import page, site

LONG = 40_000_000


class Pages(BaseHTTPRequestHandler):
    """A page, and what else a server may answer."""

    def do_GET(self) -> None:
        name = self.path.split("?")[0].strip("/")
        if name in ("away", "disk"):
            self.send_response(302)
            self.send_header("Location", "ftp://127.0.0.1/a" if name == "away" else "file:///etc/passwd")
            self.end_headers()
            return
        if name in ("none", "broken"):
            self.send_error(404 if name == "none" else 500)
            return
        data = b"a" * LONG if name == "long" else page().encode("gb18030").replace(b"utf-8", b"gb2312")
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=gb2312")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(OSError):  # who asked may have read enough
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def test_a_page_is_fetched_and_its_address_and_day_are_written(server: str, tmp_path: Path) -> None:
    top = site(tmp_path / "site")
    assert main(["import", f"{server}/报告?年=2023", "--district", "qinghu", "--top", str(top)]) == 0
    report = (top / "content/reports/qinghu-2023-work-report/report.md").read_text("utf-8")
    assert f'web_address: "{server}/%E6%8A%A5%E5%91%8A?%E5%B9%B4=2023"' in report
    assert "  captured: " in report
    assert main(["check", "--top", str(top)]) == 0


ANSWERS = {
    "none": "answers 404",
    "broken": "answers 500",
    "away": "no address of the web",
    "disk": "is not allowed",
    "long": "more than 32 MB",
}


@pytest.mark.parametrize(("path", "reason"), ANSWERS.items())
def test_what_is_no_page_is_refused(path: str, reason: str, server: str) -> None:
    with pytest.raises(Refused, match=reason):
        source_from(f"{server}/{path}")


def test_a_page_that_never_ends_is_given_up(server: str) -> None:
    hours = count(0, 3600)
    with pytest.raises(Refused, match="is not whole after 90 seconds"):
        source_from(f"{server}/report", clock=lambda: float(next(hours)))


@pytest.mark.parametrize(
    "address", ["http://", "http://a b/", "https://user:word@host/", "http://[::1", "http://127.0.0.1:1/"]
)
def test_what_cannot_be_asked_is_refused(address: str) -> None:
    with pytest.raises(Refused) as refused:
        source_from(address)
    assert "\n" not in str(refused.value)


def test_only_the_web_is_asked() -> None:
    assert [is_address(text) for text in ("https://a.cn/b", "HTTP://a.cn", "file:///a", "ftp://a", "a.txt")] == [
        *(True, True),
        *(False, False, False),
    ]
