"""What is no capture of a report is refused in one line with its reason, and whatever is given, nothing breaks."""

from __future__ import annotations

import io
import os
import random
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, strategies as st

from duizhao.importers.encodings import text_of
from duizhao.importers.pdf import pdf_taken
from duizhao.importers.source import LARGEST, Refused, source_at, source_of

from .invented import BLOCKS, BODIES, LINES, TEXT, TITLE
from .made import blocks, import_of, page, saved, site, word_file

PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def archive(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return stream.getvalue()


def pdf() -> bytes:
    """A PDF of three pages without a word."""
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(3):
        document.new_page(200, 300)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


REFUSED = {
    "empty": ("a.txt", b"", "is empty"),
    "blank": ("a.txt", b" \r\n\t\n", "is empty"),
    "zip named txt": ("a.txt", archive(a=b"text"), "is an archive"),
    "zip named docx": ("a.docx", archive(a=b"text"), "no Word file"),
    "damaged zip": ("a.docx", b"PK\x03\x04 and no more", "damaged archive"),
    "Word file named txt": ("a.txt", word_file(), "is a .docx by what it holds"),
    "page of an error named pdf": ("a.pdf", page().encode(), "is named .pdf and is none"),
    "picture": ("a.txt", PIXEL, "is a picture"),
    "old Word": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .docx"),
    "RTF": ("a.rtf", b"{\\rtf1 \\ansi}", "rich text"),
    "program": ("a.txt", b"\x7fELF\x02\x01", "is a program"),
    "gzip": ("a.txt", b"\x1f\x8b\x08\0\0", "is compressed"),
    "bytes": ("a.txt", random.Random(7).randbytes(5000), "is "),
    "noughts": ("a.txt", b"a\0b\0\0c\xff\xfe" * 50, "holds no report"),
    "English": ("a.txt", b"The work report of the year." * 80, "holds no Chinese"),
    "cut within a character": ("a.txt", TEXT.encode()[:-2], "cut off or damaged"),
    "list of links": ("a.txt", "".join(f"{n}年政府工作报告\n" for n in range(1990, 2024)).encode(), "holds no report"),
    "menu of a page": ("a.html", page([TITLE, "首页", "登录"]).encode(), "holds no report"),
    "page of frames": (
        "a.html",
        b"<html><head><title>x</title></head><frameset><frame src=menu.htm><frame src=report.htm></frameset></html>",
        "another page in a frame: import that, menu.htm or report.htm",
    ),
    "page about a frame": (
        "a.html",
        "<body><div>晴湖区人民政府门户网站。</div><iframe src='b.htm?a=1\n&amp;b=\u202e'></iframe>".encode(),
        "another page in a frame: import that, b.htm?a=1 &b=‹U+202E›",
    ),
    "page that leads on": (
        "a.html",
        "<meta http-equiv=Refresh content='0; URL=b.htm'><body>正在跳转，请稍候……</body>".encode(),
        "leads on to another page: import that, b.htm",
    ),
    "page that leads on to nothing for long": (
        "a.html",
        f"<meta http-equiv=refresh content='{' ' * 50_000}x'><body>正在跳转，请稍候……</body>".encode(),
        "holds no report",
    ),
    "frame that is written in its page": (
        "a.html",
        f"<h1>公告</h1><iframe srcdoc='{TEXT}'></iframe>".encode(),
        "outside of a frame that it writes itself",
    ),
    "page of scripts": ("a.html", "<html><body><script>报告</script></body></html>".encode(), "no"),
    "scanned PDF": ("a.pdf", pdf(), "is scanned"),
    "damaged PDF": ("a.pdf", b"%PDF-1.7\n1 0 obj\n<<", "cannot be read"),
    "bomb": ("a.docx", archive(**{"word/document.xml": b" " * 60_000_000}), "more when it is"),
    "Word file without a body": ("a.docx", archive(**{"word/document.xml": b"<a/>"}), "cannot be read"),
    "a line without end": ("a.txt", ("晴湖" * 300_000).encode(), "longer ones"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_holds_no_report_is_refused_with_the_reason(case: str, tmp_path: Path) -> None:
    name, data, reason = REFUSED[case]
    with pytest.raises(Refused) as refused:
        import_of(name, data, tmp_path)
    assert reason in str(refused.value) and "\n" not in str(refused.value)
    assert not any((tmp_path / "content").glob("reports/*"))


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "a.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Refused, match=r"has 50.0 MB, of 32 MB at most"):
        source_at(large)
    with pytest.raises(Refused, match="of 4 MB at most"):
        source_of("a.txt", b"a" * (LARGEST["text"] + 1))


@pytest.mark.long
def test_a_text_of_which_more_would_come_than_a_report_may_have_is_refused(tmp_path: Path) -> None:
    sentence = "社区的居民都参加了环境整治活动，并且交出了令人满意的答卷；"
    long = TEXT + "".join(f"第{n}个{sentence * 14}大家都说好。\n" for n in range(1900))
    with pytest.raises(Refused, match="would be a report.md of more than 2 MB"):
        import_of("a.txt", long.encode(), tmp_path)


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, reason in (
        ("pipe", "is no file"),
        ("", "is a folder"),
        ("none.txt", "No such file"),
        ("a\0b", "no name"),
    ):
        with pytest.raises(Refused, match=reason):
            source_at(tmp_path / name)
    with pytest.raises(Refused, match="is no file"):
        source_at(Path("/dev/zero"))


def test_a_pdf_with_a_password_says_so(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(Refused, match="needs a password"):
        pdf_taken(source_of("a.pdf", stream.getvalue()))


@pytest.mark.parametrize(
    "spoilt",
    [
        TEXT.replace("晴湖", "晴\u202e湖\u2028"),
        TEXT.replace("，", "\ufffd"),
        TEXT.replace("。", "\ue5e5。"),
        TEXT.replace("全区", "\u202e全区\x07"),
        TEXT.replace("\n", "\n# - {a: b}\n---\n"),
        TEXT.replace("晴湖区", "晴湖区\"}]: {x: '"),
        TEXT.replace("全区", "{…}{n}全区{一}"),
        TEXT.replace("全区", "&#x202e;&lt;script&gt;全区&amp;nbsp;"),
        TEXT.replace("（一）", "（一）" * 40),
        TEXT * 3,
        "\n".join(reversed(LINES)),
        TEXT.replace("\n", "\n\n\u3000\u3000\u00a0"),
        "".join(f"{line}\n第{n}页\n" for n, line in enumerate(LINES)),
        TEXT + "〔1〕甲。\n" * 40,
        TEXT.replace("2023", "9999").replace("2022", "0000"),
        TEXT + "2023年13月45日在会议上\n",
    ],
)
def test_a_spoilt_text_is_imported_without_a_mistake_or_refused_in_one_line(spoilt: str, tmp_path: Path) -> None:
    try:
        one = import_of("晴湖2023.txt", spoilt.encode(), tmp_path)
    except Refused as refused:
        assert "\n" not in str(refused)
    else:
        assert sum(piece.end - piece.start for piece in one.made.pieces) == len(spoilt)


PIECES = st.sampled_from(
    [
        *LINES,
        *BODIES,
        "",
        "　　",
        "----",
        "（一）",
        "1.",
        "各位代表：",
        "名词解释",
        "[1]注",
        "?" * 6,
        "区(qū)",
        "臺灣",
        "⼯",
    ]
    + ["相关链接", "&nbsp;", "\\r\\n", "\u200b", "2023年2月8日", "来源：", "# a", "晴湖区区长", "在会议上"]
    + ["摄", "。", "\r", "\t", "\ue000"]
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("site"))


@pytest.mark.long
@given(lines=st.lists(PIECES, min_size=8, max_size=60), encoding=st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_whatever_lines_stand_in_whatever_order_nothing_breaks(lines: list[str], encoding: str, empty: Path) -> None:
    text = "\n".join((*lines, *BODIES, *lines))
    try:
        one = import_of("晴湖2023.txt", text.encode(encoding), empty)
    except Refused:
        return
    assert one.made.blocks


def test_a_page_as_deep_as_can_be_is_read_or_refused(tmp_path: Path) -> None:
    deep = f"<html><body>{'<div>' * 20_000}{page()}"
    try:
        import_of("a.html", deep.encode(), tmp_path)
    except Refused as refused:
        assert "\n" not in str(refused)


def test_entities_of_a_word_file_are_not_expanded(tmp_path: Path) -> None:
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    stream = io.BytesIO(saved(document))
    with zipfile.ZipFile(stream) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %s "%s">' % (bytes([98 + n]), b"&%s;" % bytes([97 + n]) * 10) for n in range(9)
    )
    body = parts["word/document.xml"]
    start = body.index(b"<w:document")
    parts["word/document.xml"] = body[:start] + bomb + b"]>" + body[start:].replace("全区".encode(), b"&j;")
    try:
        one = import_of("a.docx", archive(**parts), tmp_path)
    except Refused:
        return
    assert len(one.made.text) < 2 * len(TEXT)


def test_what_an_encoding_does_not_spell_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="none of UTF-8, GB18030, Big5 and UTF-16"):
        text_of(source_of("a.txt", TEXT.encode() + b"\xff\x80\xff"))


_TIMES = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n + 1},500\n{line}\n\n" for n, line in enumerate(LINES[:9], 1))
WRAPPED_IN = {
    "archive of pages": ("a.warc", f"WARC/1.0\r\nWARC-Type: response\r\n\r\n{page()}", "save the page as .html"),
    "page in one file": (
        "a.mhtml",
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="a"\r\n\r\n--a\r\n{page()}',
        "open it in a browser and save it as .html",
    ),
    "encoded mail": (
        "a.eml",
        "From: a\nTo: b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n5pm05rmW5Yy6\n",
        "save its text as .txt",
    ),
    "subtitles": ("a.srt", _TIMES, "is subtitles"),
    "data": ("a.json", '{"title": "报告", "content": "<p>晴湖区</p>"}', "is data of a page (JSON)"),
    "quoted": ("a.txt", "".join(f"> {line}\n" for line in LINES), "take these signs away"),
    "numbered": ("a.txt", "".join(f"{n:6}\t{line}\n" for n, line in enumerate(LINES, 1)), "take the numbers away"),
}


@pytest.mark.parametrize("case", WRAPPED_IN)
def test_what_holds_a_text_within_something_else_is_refused_with_a_way_out(case: str, tmp_path: Path) -> None:
    name, text, way = WRAPPED_IN[case]
    with pytest.raises(Refused, match="; ") as refused:
        import_of(name, text.encode(), tmp_path)
    assert way in str(refused.value)


@pytest.mark.parametrize("before", ['<%@ page language="java" %>\n<!-- a -->\n', "<?xml version='1.0'?><%-- a --%>"])
def test_a_page_is_one_whatever_its_server_put_before_it(before: str, tmp_path: Path) -> None:
    assert blocks(import_of("a.jsp", (before + page()).encode(), tmp_path)) == BLOCKS


def test_a_part_of_a_page_is_read_as_a_page(tmp_path: Path) -> None:
    part = f"<div class=a><h1>{LINES[0]}</h1>{''.join(f'<p>{line}</p>' for line in LINES[1:])}</div>"
    assert blocks(import_of("a.txt", part.encode(), tmp_path)) == BLOCKS
