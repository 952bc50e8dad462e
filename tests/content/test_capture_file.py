"""The capture of a folder: its bytes as they came, its text, and the text layer of one that is no text."""

from __future__ import annotations

import codecs
import hashlib

import pytest

from duizhao.content.records import Report
from duizhao.content.report import report_of
from duizhao.downloads.texts import capture_path, layer_path
from duizhao.issues import Issue

from ..sample import report, told
from .reports import FOLDER

TEXT = "全区新增就业4万人。"


def read(captures: dict[str, bytes], clean_up: str = "{}", **keys: str) -> tuple[Report | None, list[Issue]]:
    """A report with these captures in place of its source, and the hash of the first."""
    sha256 = hashlib.sha256(next(iter(captures.values()), b"")).hexdigest()
    files = report("qinghu-2022", TEXT, source_sha256=sha256, clean_up=clean_up, **keys)
    plain = {path.rsplit("/", 1)[1]: text.encode() for path, text in files.items() if "source" not in path}
    return report_of(FOLDER, plain | captures)


def hash_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", TEXT.encode()),
        ("utf-8", codecs.BOM_UTF8 + TEXT.encode()),
        ("gb18030", TEXT.encode("gb18030")),
        ("big5", "全區新增就業4萬人。".encode("big5")),
        ("utf-16", codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")),
        ("utf-16", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")),
        ("utf-16", TEXT.encode("utf-16-le")),
    ],
)
def test_a_capture_keeps_its_bytes_and_says_how_they_spell_its_text(encoding: str, data: bytes) -> None:
    found, issues = read({"source.txt": data}, f"{{decode: {encoding}, script: to-simplified}}")
    assert found is not None and issues == []
    assert found.text == TEXT + "\n"
    assert (found.capture_data or found.source.encode()) == data
    assert found.source_sha256 == hash_of(data)
    assert sum(piece.end - piece.start for piece in found.pieces) == len(found.source)


def test_a_byte_order_mark_stands_in_the_ledger() -> None:
    found, _ = read({"source.txt": codecs.BOM_UTF8 + TEXT.encode()})
    assert found is not None
    assert [(piece.fate, piece.end) for piece in found.pieces if piece.step == "bom"] == [("dropped", 1)]


@pytest.mark.parametrize(
    ("data", "decode", "message", "hint"),
    [
        (TEXT.encode("gb18030"), "utf-8", "byte 2 is not UTF-8", "clean_up: {decode: gb18030"),
        (b"\xef\xbb\xbf\xff", "utf-8", "byte 3 is not UTF-8", "look what the page says of its encoding"),
        (TEXT.encode(), "big5", "is not BIG5", "clean_up: {decode: utf-8"),
    ],
)
def test_a_capture_in_another_encoding_is_told_which(data: bytes, decode: str, message: str, hint: str) -> None:
    found, issues = read({"source.txt": data}, f"{{decode: {decode}}}")
    assert found is None
    assert told(issues) == [("not-utf8", f"{FOLDER}/source.txt:1:1")]
    assert message in issues[0].message and hint in issues[0].hint


@pytest.mark.parametrize("name", ["source.html", "source.pdf", "source.docx"])
def test_a_capture_that_is_no_text_has_its_text_beside_it_and_says_what_took_it_out(name: str) -> None:
    raw, layer = b"\x00<p>\xff", f"{TEXT}\n".encode()
    known = f'{{tool: pdftotext, version: "24.02", sha256: {hash_of(layer)}}}'
    found, issues = read({name: raw, "source.text.txt": layer}, text_layer=known)
    assert found is not None and issues == []
    assert (found.source, found.capture_data, found.capture_name) == (f"{TEXT}\n", raw, name)
    assert layer_path(found) == "sources/qinghu-2022.text.txt"
    # A page of another site is no page of this one.
    assert capture_path(found) == "sources/qinghu-2022." + {"source.html": "html.txt"}.get(name, name[7:])


def test_what_is_missing_of_a_text_layer_is_told() -> None:
    layer = TEXT.encode()
    _, issues = read({"source.pdf": b"%PDF"})
    assert told(issues) == [("file-missing", f"{FOLDER}/source.text.txt:1:1")]
    assert "pdftotext" in issues[0].hint
    _, issues = read({"source.pdf": b"%PDF", "source.text.txt": layer})
    assert [(issue.code, issue.message) for issue in issues] == [
        ("source-unclear", "nothing says what took source.text.txt out of source.pdf")
    ]
    assert hash_of(layer) in issues[0].hint
    _, issues = read(
        {"source.pdf": b"%PDF", "source.text.txt": layer}, text_layer='{tool: a, version: "1", sha256: "0"}'
    )
    assert [(issue.code, issue.message) for issue in issues] == [
        ("source-changed", "'0' is no hash of source.text.txt")
    ]


@pytest.mark.parametrize(
    ("names", "place", "message"),
    [
        (["source.html", "source.txt"], "source.txt", "here are source.html and source.txt"),
        (["source.exe"], "source.exe", "source.exe is of no known kind"),
        (["source.txt", "source.text.txt"], "source.text.txt", "source.txt is a text and needs no text layer"),
    ],
)
def test_a_report_has_one_capture_of_a_known_kind(names: list[str], place: str, message: str) -> None:
    found, issues = read({name: TEXT.encode() for name in names})
    assert found is None
    assert told(issues) == [("source-unclear", f"{FOLDER}/{place}:1:1")]
    assert message in issues[0].message


def test_other_files_beside_the_capture_are_no_captures() -> None:
    found, issues = read({"source.txt": TEXT.encode(), "source.txt~": b"", "sources.md": b"", "._source.txt": b"\xff"})
    assert found is not None and issues == []


@pytest.mark.parametrize("given", ["''", "unknown", "SHA256"])
def test_a_new_report_is_told_the_hash_to_write(given: str) -> None:
    files = report("qinghu-2022", TEXT, source_sha256=given)
    data = {path.rsplit("/", 1)[1]: text.encode() for path, text in files.items()}
    found, (issue,) = report_of(FOLDER, data)
    assert found is None
    assert issue.code == "source-changed" and "version control" not in issue.hint
    assert issue.hint == f"a new report: write source_sha256: {hash_of(data['source.txt'])}"


def test_a_capture_that_was_changed_is_to_be_taken_back_unless_it_is_new() -> None:
    files = report("qinghu-2022", TEXT, source_sha256="0" * 64)
    data = {path.rsplit("/", 1)[1]: text.encode() for path, text in files.items()}
    _, (issue,) = report_of(FOLDER, data)
    assert "take the capture back from version control" in issue.hint
    assert f"in a new report write source_sha256: {hash_of(data['source.txt'])}" in issue.hint


def test_an_empty_file_is_no_capture() -> None:
    layer = '{tool: a, version: "1", sha256: "0"}'
    for files, message in [
        ({"source.txt": b""}, "the capture is empty"),
        ({"source.pdf": b"", "source.text.txt": TEXT.encode()}, "the capture is empty"),
        ({"source.pdf": b"%PDF", "source.text.txt": b""}, "source.text.txt is empty"),
    ]:
        found, issues = read(files, **({} if "source.txt" in files else {"text_layer": layer}))
        assert found is None
        assert [(issue.code, issue.message) for issue in issues] == [("source-unclear", message)]


@pytest.mark.parametrize("codec", ["big5", "big5hkscs", "cp950"])
def test_big5_is_read_with_what_hong_kong_and_windows_added_to_it(codec: str) -> None:
    words = "新增四萬人" + {"big5": "", "big5hkscs": "啲", "cp950": "€"}[codec]
    data = f"{words}。\n".encode(codec)
    front = report("qinghu-2022", f"{words}。", source_sha256=hash_of(data), clean_up="{decode: big5}")
    text = front["content/reports/qinghu-2022/report.md"].encode()
    _, issues = report_of(FOLDER, {"report.md": text, "source.txt": data})
    assert issues == []


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_line_ends_and_named_as_the_way_out(codec: str) -> None:
    data = f"{TEXT}\n".encode(codec)
    _, issues = read({"source.txt": data})
    assert "decode: utf-16" in issues[0].hint
    front = report("qinghu-2022", TEXT, source_sha256=hash_of(data), clean_up="{decode: utf-16}")
    text = front["content/reports/qinghu-2022/report.md"].encode()
    assert report_of(FOLDER, {"report.md": text, "source.txt": data})[1] == []


@pytest.mark.parametrize(
    ("words", "codec", "named"),
    [
        ("全区新增就业，办好教育、养老。", "gb18030", "gb18030"),
        ("全區新增就業啲，辦好教育、養老。", "big5hkscs", "big5"),
        ("全区新增就业，办好教育、养老。\n", "utf-16-be", "utf-16"),
    ],
)
def test_of_encodings_that_read_the_bytes_the_one_is_named_in_which_they_are_sentences(
    words: str, codec: str, named: str
) -> None:
    _, (issue, *_) = read({"source.txt": words.encode(codec)})
    assert issue.hint.endswith(f"clean_up: {{decode: {named}}}")


def test_a_text_layer_in_another_encoding_is_published_with_the_bytes_that_the_report_gives_the_hash_of() -> None:
    layer = f"{TEXT}\n".encode("gb18030")
    given = f'{{tool: a, version: "1", sha256: "{hash_of(layer)}"}}'
    found, issues = read({"source.pdf": b"%PDF", "source.text.txt": layer}, "{decode: gb18030}", text_layer=given)
    assert found is not None and issues == []
    assert (found.layer_data, found.source) == (layer, f"{TEXT}\n")
