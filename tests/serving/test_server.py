"""What is answered, to whom, and what is not."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from duizhao.project import project_at
from duizhao.serving.answers import own_version, site_file
from duizhao.serving.building import Live
from duizhao.serving.server import Desk, NoPort, opened

from ..sample import laid_out, sample
from ..served import Served, served

pytestmark = pytest.mark.long

BASE = "/two-districts/"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(laid_out(tmp_path_factory.mktemp("served") / "project")) as found:
        yield found


def test_the_site_is_served_under_its_own_base_path(shown: Served) -> None:
    assert shown.address.endswith(BASE)
    assert shown.asked("/")[2]["Location"] == BASE
    status, page, headers = shown.asked(BASE)
    assert status == 200 and headers["Content-Type"] == "text/html; charset=utf-8" and b"</html>" in page
    status, _, headers = shown.asked(f"{BASE}reports")
    assert (status, headers["Location"]) == (301, f"{BASE}reports/")


def test_a_site_below_a_path_that_is_percent_encoded_is_served_there(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    path, base = top / "content" / "site.yaml", "/%E6%8A%A5%E5%91%8A/a%20b/"
    path.write_text(path.read_text("utf-8").replace(f"org{BASE}", f"org{base}"), "utf-8")
    with served(top) as found:
        assert found.asked("/")[2]["Location"] == base
        assert found.asked(base)[0] == 200 and found.asked(f"{base}reports/")[0] == 200
        assert f"<loc>https://example.org{base}reports/</loc>".encode() in found.asked(f"{base}sitemap.xml")[1]


def test_what_is_served_is_the_site_and_only_pages_gain_the_server_s_lines(shown: Served) -> None:
    files = sample().files
    for name in files:
        data = shown.asked(BASE + name)[1]
        if name.endswith(".html"):
            data = re.sub(rb"<(?:link|script) [^>]*/_duizhao/[^>]*>(?:</script>)?\n", b"", data)
        assert data == files[name], name
    built = {path.relative_to(shown.top / "site").as_posix(): path for path in (shown.top / "site").rglob("*")}
    assert {name: built[name].read_bytes() for name in files} == files


def test_a_page_that_there_is_none_of_is_the_site_s_own(shown: Served) -> None:
    status, page, _ = shown.asked(f"{BASE}nowhere/at/all")
    assert status == 404 and b"<main" in page
    assert shown.asked("/elsewhere/")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "../content/site.yaml",
        "%2e%2e/content/site.yaml",
        "..%2fcontent/site.yaml",
        "reports/../../content/site.yaml",
        "..%5ccontent%5csite.yaml",
        "/etc/passwd",
        "%00",
        "%ff",
        "index.html%00.txt",
        ".duizhao.json",
        "reports//index.html",
        "_duizhao/../server.py",
        "_duizhao/..%2fserver.py",
        "_duizhao/",
        "_duizhao/" + "a" * 300,
        "_duizhao/" + "%E4%B8%80" * 300,
        "a" * 300 + "/",
    ],
)
def test_nothing_outside_the_site_is_sent(path: str, shown: Served) -> None:
    status, data, _ = shown.asked(BASE + path)
    assert status == 404 and b"base_url" not in data and b"import" not in data


def test_a_link_that_someone_laid_into_the_site_is_not_followed(shown: Served) -> None:
    (shown.top / "site" / "leak.txt").symlink_to(shown.top / "content" / "site.yaml")
    assert shown.asked(f"{BASE}leak.txt")[0] == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "[::1]:{port}"]
)
def test_another_host_is_refused_since_any_name_may_lead_here(host: str, shown: Served) -> None:
    assert shown.asked(BASE, Host=host.format(port=shown.desk.port))[0] == 421


def test_no_other_page_may_read_or_frame_what_is_sent(shown: Served) -> None:
    for path in ("", "_duizhao/served.js", "404", "sitemap.xml"):
        headers = shown.asked(BASE + path)[2]
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin" and headers["X-Frame-Options"] == "DENY"
        assert "Access-Control-Allow-Origin" not in headers


def test_only_what_is_asked_for_by_its_hash_may_be_kept(shown: Served) -> None:
    hashed = next(name for name in shown.live.state.files if name.startswith("assets/site."))
    own = f"_duizhao/served.js?{own_version()}"
    paths = ("", hashed, own, "_duizhao/served.js", "_duizhao/served.js?old", "robots.txt")
    kept = {path for path in paths if "immutable" in shown.asked(f"{BASE}{path}")[2]["Cache-Control"]}
    assert kept == {hashed, own} and own.encode() in shown.asked(BASE)[1]


def test_news_needs_the_word_of_this_run(shown: Served) -> None:
    known = shown.asked(f"{BASE}_duizhao/news.js?seen=0&token={shown.desk.token}")[1]
    assert known.startswith(b"duizhaoServed.hear({") and json.loads(known[19:-3])["count"] == 0
    for query in ("", "seen=0&token=x", "seen=0&token="):
        assert shown.asked(f"{BASE}_duizhao/news.js?{query}")[1] == b"duizhaoServed.again();\n"
    assert shown.asked(f"{BASE}_duizhao/news.js?token=%ff")[0] == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "NONSENSE"])
def test_whoever_does_not_edit_can_only_look(method: str, shown: Served) -> None:
    assert shown.asked(f"{BASE}_duizhao/edit", method, b"x=1")[0] in (403, 404, 405, 501)


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"GET http://[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET //[ HTTP/1.1\r\nHost: HERE\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: HERE\r\nContent-Length: x\r\n\r\n",
    ],
)
def test_no_request_leaves_a_traceback(sent: bytes, shown: Served, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection(("127.0.0.1", shown.desk.port), timeout=10) as connection:
        connection.sendall(sent.replace(b"HERE", b"127.0.0.1:%d" % shown.desk.port))
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as answer:
            answer.read()
    assert shown.asked(BASE)[0] == 200
    assert capfd.readouterr() == ("", "")


def test_the_next_free_port_is_taken(tmp_path: Path) -> None:
    desks = [Desk(Live(project_at(tmp_path), tmp_path / "site", lambda state: None)) for _ in range(2)]
    with opened(desks[0], 0) as first, opened(desks[1], desks[0].port):
        assert first.server_address[0] == "127.0.0.1" and desks[0].port < desks[1].port


def test_where_no_port_is_free_it_is_told(tmp_path: Path) -> None:
    desk = Desk(Live(project_at(tmp_path), tmp_path / "site", lambda state: None))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 65535))
        taken.listen()
        with pytest.raises(NoPort, match="no port from 65535 on is free"):
            opened(desk, 65535)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(laid_out(tmp_path_factory.mktemp("edited") / "project"), edit=True) as found:
        yield found


REPORT = "qinghu-2023-work-report"


def posted(
    edited: Served, path: str = f"{BASE}_duizhao/edit", token: str = "", more: bytes = b"", **headers: str
) -> int:
    """The status of the answer to a form that asks for an undo, sent as a page of the site would."""
    body = f"do=undo&act=x&report={REPORT}&known=&token={token or edited.desk.token}".encode() + more
    usual = {
        "Origin": f"http://127.0.0.1:{edited.desk.port}",
        "Content_Type": "application/x-www-form-urlencoded",
        "Content_Length": str(len(body)),
    }
    given = {name: value.format(port=edited.desk.port) for name, value in (usual | headers).items() if value != "none"}
    return edited.asked(path, "POST", body, **given)[0]


def outcomes(edited: Served) -> object:
    return edited.desk.editor and edited.desk.editor.outcome("x", 0)


def test_a_form_of_a_page_of_this_run_is_heard(edited: Served) -> None:
    assert posted(edited, Sec_Fetch_Site="same-origin") == 204
    told = edited.asked(f"{BASE}_duizhao/told.js?report={REPORT}&act=x&token={edited.desk.token}")[1].decode()
    assert told.startswith("duizhaoServed.edited({") and '"done": false' in told and "changed on disk" in told
    edited.desk.editor._outcomes.clear()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"Origin": "none"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "https://127.0.0.1:{port}"}, 403),
        ({"Origin": "http://127.0.0.1:{port}.evil.example"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Host": "evil.example:{port}"}, 421),
        ({"token": "guessed"}, 403),
        ({"token": "é"}, 403),
        ({"path": f"{BASE}_duizhao/other"}, 404),
        ({"path": f"{BASE}_duizhao/../_duizhao/edit"}, 404),
        ({"path": BASE}, 404),
        ({"path": "/_duizhao/edit"}, 404),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "multipart/form-data; boundary=x"}, 415),
        ({"Content_Type": "none"}, 415),
        ({"Content_Length": "65537"}, 413),
        ({"Content_Length": "9999999999999"}, 413),
        ({"Content_Length": "-1"}, 411),
        ({"Content_Length": "x"}, 411),
    ],
    ids=str,
)
def test_a_form_of_anyone_else_is_refused_and_does_nothing(given: dict[str, str], status: int, edited: Served) -> None:
    assert posted(edited, **given) == status
    assert outcomes(edited) is None


@pytest.mark.parametrize(
    ("given", "said", "field"),
    [
        ({"Content_Length": "65537"}, "more than 64 KB: nothing was written", "longest"),
        ({"Content_Type": "text/plain"}, "could not be read: nothing was written", ""),
        ({"Content_Length": "x"}, "could not be read: nothing was written", ""),
        ({"token": "guessed"}, "could not be read: nothing was written", ""),
    ],
    ids=str,
)
def test_a_form_that_names_its_wish_in_its_address_is_told_of_it_and_its_page_stays(
    given: dict[str, str], said: str, field: str, edited: Served
) -> None:
    more = b"&gloss=" + b"a" * 65_537 if field else b""
    assert posted(edited, path=f"{BASE}_duizhao/edit?act=y", more=more, **given) == 204
    outcome = edited.desk.editor.outcome("y", 0)  # type: ignore[union-attr]
    assert outcome and not outcome.done and said in str(outcome.said) and outcome.field == field
    edited.desk.editor._outcomes.clear()  # type: ignore[union-attr]


def test_a_page_elsewhere_gains_nothing_by_naming_a_wish(edited: Served) -> None:
    assert posted(edited, path=f"{BASE}_duizhao/edit?act=x", Origin="http://evil.example") == 403
    assert outcomes(edited) is None


@pytest.mark.parametrize("name", ["told.js", "proposal.js", "found.js"])
def test_what_a_page_that_edits_is_told_needs_the_word_of_this_run(name: str, edited: Served) -> None:
    assert edited.asked(f"{BASE}_duizhao/{name}?report={REPORT}")[1] == b"duizhaoServed.again();\n"


@pytest.mark.parametrize("report", ["", "nowhere", "..", "../../content", "%00", "%2e%2e", "a" * 5000])
def test_a_report_that_there_is_none_of_is_told(report: str, edited: Served) -> None:
    query = f"report={report}&block=p1&start=0&end=2&token={edited.desk.token}"
    for name in ("told.js", "proposal.js", "found.js"):
        assert b'"error": {"en": "There is no report' in edited.asked(f"{BASE}_duizhao/{name}?{query}")[1]


def test_words_that_are_selected_are_told_as_a_statement(edited: Served) -> None:
    query = f"report=qinghu-2022-work-report&block=p1&start=2&end=11&token={edited.desk.token}"
    told = edited.asked(f"{BASE}_duizhao/proposal.js?{query}")[1].decode()
    assert told.startswith("duizhaoServed.proposed({") and '"value": "12000"' in told and '"kind": "result"' in told


def test_what_is_looked_for_is_told_under_the_page_s_own_word(edited: Served) -> None:
    query = f"report=qinghu-2023-work-report&what=promise&words=t01&ask=7%3C&token={edited.desk.token}"
    told = edited.asked(f"{BASE}_duizhao/found.js?{query}")[1].decode()
    assert told.startswith('duizhaoServed.found({"ask": "7<", "rows": [{"name": "qinghu-2022-work-report/t01"')
    query = f"report=qinghu-2023-work-report&what=later&block=p1&start=x&end=2&token={edited.desk.token}"
    assert '"rows": [], "error": {"en": "There is no such place."' in (
        edited.asked(f"{BASE}_duizhao/found.js?{query}")[1].decode()
    )


def test_without_edit_nothing_is_told_or_written(shown: Served) -> None:
    assert posted(shown) == 404
    for name in ("told.js", "proposal.js", "found.js"):
        assert shown.asked(f"{BASE}_duizhao/{name}?report={REPORT}&token={shown.desk.token}")[0] == 404
    assert b"edit.js" not in shown.asked(BASE)[1] and b"edit.js" in served_page(shown)


def served_page(shown: Served) -> bytes:
    """A page as it is where it may be edited."""
    return site_file(shown.live.state, "", shown.desk.token, edit=True).body
