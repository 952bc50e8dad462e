"""The command `import`: what it prints and writes, and that it writes all of a report or nothing."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest
import yaml

from duizhao.cli import main
from duizhao.importers import folder as on_disk
from duizhao.importers.source import Refused

from .invented import BODIES, MEETING, TEXT, TITLE
from .made import page, site, word_file

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


@pytest.fixture
def capture(tmp_path: Path) -> Path:
    path = tmp_path / "晴湖2023.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    return path


def run(top: Path, *words: str | Path, district: str = "qinghu") -> int:
    return main(["import", *map(str, words), "--district", district, "--top", str(top)])


def state(top: Path) -> dict[str, bytes]:
    """Every file of the content, hidden ones too."""
    return {path.as_posix(): path.read_bytes() for path in (top / "content").rglob("*") if path.is_file()}


def test_an_import_says_what_it_read_what_it_found_and_where_it_wrote(
    top: Path, capture: Path, capsys: Captured
) -> None:
    assert run(top, capture) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "晴湖2023.txt"
    assert said[1] == "  read     text in GB18030: 12 lines, 471 characters, 0 lost"
    assert said[2] == "  found    a work report of 2023, 2023-02-08 (printed); covers 2022/2023"
    assert "           6 headings (2/4 by level), 6 paragraphs, 398 characters of text" in said
    assert said[-2] == "  wrote    content/reports/qinghu-2023-work-report: report.md, source.txt"
    assert said[-1].startswith("the content has no mistakes; duizhao check --top ")


def test_a_dry_run_says_the_same_and_writes_nothing(top: Path, capture: Path, capsys: Captured) -> None:
    before = state(top)
    assert run(top, capture, "--dry-run") == 0
    dry = capsys.readouterr().out.splitlines()
    assert state(top) == before
    assert run(top, capture) == 0
    wet = capsys.readouterr().out.splitlines()
    assert dry[:-1] == wet[:-2] and dry[-1].startswith("  would be content/reports/qinghu-2023-work-report")


def test_a_report_that_is_there_is_never_overwritten(top: Path, capture: Path, capsys: Captured) -> None:
    assert run(top, capture) == 0
    before = state(top)
    assert run(top, capture) == 1
    refused = capsys.readouterr().err
    assert (
        "is there already; held already: qinghu-2023-work-report is made of the same capture, byte for byte" in refused
    )
    assert state(top) == before
    assert run(top, capture, "--id", "qinghu-2023-again") == 0
    assert "unsure   held already: qinghu-2023-work-report" in capsys.readouterr().out


def test_the_same_text_in_another_form_is_told_as_held(
    top: Path, capture: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(top, capture) == 0
    (tmp_path / "a.docx").write_bytes(word_file())
    assert run(top, tmp_path / "a.docx", "--id", "qinghu-2023-word") == 0
    assert re.search(r"held already: qinghu-2023-work-report has 6 of its 6 paragraphs", capsys.readouterr().out)


def test_of_many_captures_each_is_imported_or_refused_by_itself(top: Path, tmp_path: Path, capsys: Captured) -> None:
    texts = {
        "a.txt": TEXT,
        "b.txt": TEXT.replace("2023", "2024").replace("2022", "2023"),
        "c.txt": "没有报告",
        "d.html": page(),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert run(top, *(tmp_path / name for name in texts)) == 1
    said = capsys.readouterr()
    assert "2 of 4 imported, 2 refused" in said.out
    assert [line.split(": ")[1] for line in said.err.splitlines()] == ["refused", "refused"]
    assert "as another of these captures is" in said.err
    assert sorted(path.name for path in (top / "content/reports").iterdir()) == [
        "qinghu-2023-work-report",
        "qinghu-2024-work-report",
    ]


@pytest.mark.parametrize("at", [1, 2])
def test_an_import_that_fails_on_the_disk_leaves_nothing_behind(
    at: int, top: Path, capture: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(top)
    writes: Iterator[int] = iter(range(1, 9))
    write = Path.write_bytes

    def failing(path: Path, data: bytes) -> int:
        if next(writes) == at:
            write(path, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(on_disk.Path, "write_bytes", failing)
    assert run(top, capture) == 3
    monkeypatch.undo()
    assert "No space left on device" in capsys.readouterr().err
    assert state(top) == before and not list((top / "content/reports").iterdir())
    assert run(top, capture) == 0


def test_what_was_left_by_an_import_that_was_killed_is_no_hindrance(top: Path, capture: Path) -> None:
    left = top / "content/reports/.qinghu-2023-work-report.tmp"
    left.mkdir(parents=True)
    (left / "report.md").write_text("half", "utf-8")
    assert main(["check", "--top", str(top)]) == 0
    assert run(top, capture) == 0 and not left.exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("a.txt", "--district", "nowhere"), "there is no district 'nowhere'; content/districts.yaml has: qinghu"),
        (("a.txt",), "--district is needed; content/districts.yaml has: qinghu"),
        (("a.txt", "b.txt", "--district", "qinghu", "--id", "x"), "--id and --year go with one capture"),
        (("a.txt", "--district", "qinghu", "--id", "../x"), "is no id"),
        (("a.txt", "--district", "qinghu", "--year", "23"), "is no year"),
        ((), "required: FILE"),
    ],
)
def test_a_command_line_that_cannot_be_meant_is_refused(
    words: tuple[str, ...], complaint: str, top: Path, capsys: Captured
) -> None:
    with pytest.raises(SystemExit):
        main(["import", *words, "--top", str(top)])
    assert complaint in capsys.readouterr().err


def test_of_several_that_make_one_folder_at_once_one_does_and_it_is_whole(top: Path) -> None:
    texts = [f"{number}".encode() * 9999 for number in range(8)]
    refused: list[bytes] = []

    def write(text: bytes) -> None:
        try:
            on_disk.written_folder(top, "one", {"report.md": text, "source.txt": text})
        except Refused:
            refused.append(text)

    threads = [Thread(target=write, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = {path.name: path.read_bytes() for path in (top / "content/reports/one").iterdir()}
    (kept,) = set(texts) - set(refused)
    assert made == {"report.md": kept, "source.txt": kept} and len(refused) == len(texts) - 1
    assert not list((top / "content/reports").glob(".*"))


def test_new_report_makes_every_line_a_paragraph(top: Path, capture: Path, capsys: Captured) -> None:
    line = ["new", "report", "qinghu-speech", "--district", "qinghu", "--capture", str(capture), "--year", "2023"]
    assert main([*line, "--top", str(top)]) == 0
    report = (top / "content/reports/qinghu-speech/report.md").read_text("utf-8")
    assert "heading" not in report and report.count("\n\n") == 12 and sha256(capture.read_bytes()).hexdigest() in report
    assert main(["check", "--top", str(top)]) == 0
    with pytest.raises(SystemExit):
        main(["new", "report", "x", "--district", "qinghu", "--top", str(top)])
    assert "--capture FILE" in capsys.readouterr().err


IGNORED = ("zh", "en", "city", "city-en", "adcode", "kind", "unit", "theme", "pinyin", "about-zh", "about-en")


@pytest.mark.parametrize("option", IGNORED)
def test_what_a_report_does_not_have_is_refused_and_nothing_is_written(
    option: str, top: Path, capture: Path, capsys: Captured
) -> None:
    before = state(top)
    with pytest.raises(SystemExit) as stop:
        main(["new", "report", "r", "--district", "qinghu", "--capture", str(capture), f"--{option}", "1"])
    assert stop.value.code == 2 and state(top) == before
    assert f"a report has no --{option}; it takes --district, --capture, --year" in capsys.readouterr().err


def test_a_capture_may_have_a_name_of_any_bytes(top: Path, capture: Path, capsys: Captured) -> None:
    named = capture.with_name(os.fsdecode("晴湖".encode("gb18030")) + "2023.txt")
    capture.rename(named)
    assert run(top, named) == 0
    assert "wrote    content/reports/qinghu-2023-work-report" in capsys.readouterr().out


@pytest.mark.parametrize("library", ["trafilatura", "pypdfium2"])
def test_where_a_library_is_missing_one_line_says_how_to_install_it(
    library: str, top: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, library, None)
    name, data = ("a.html", page().encode()) if library == "trafilatura" else ("a.pdf", b"%PDF-1.7 ")
    (tmp_path / name).write_bytes(data)
    assert run(top, tmp_path / name) == 1
    refused = f"{tmp_path / name}: refused: needs {library}, which is not installed: pip install 'duizhao[import]'\n"
    assert capsys.readouterr().err == refused


def test_a_text_s_own_words_are_kept_as_they_are(top: Path, capture: Path) -> None:
    assert run(top, capture) == 0
    report = (top / "content/reports/qinghu-2023-work-report/report.md").read_text("utf-8")
    assert all(body in report for body in BODIES)
    assert (top / "content/reports/qinghu-2023-work-report/source.txt").read_bytes() == capture.read_bytes()


def front_matter(top: Path, name: str) -> dict[str, object]:
    """What is said of a report in its front matter."""
    text = (top / f"content/reports/{name}/report.md").read_text("utf-8")
    return dict(yaml.safe_load(text.split("---\n")[1]))


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        (("--year", "2023"), "年份由编者给出。", "The year is given by the editors."),
        ((), "年份据所采集文件的名称。", "The year is that in the name of its file."),
    ],
)
def test_of_a_capture_that_nobody_looked_through_nothing_is_said_to_be_absent(
    words: tuple[str, ...], zh: str, en: str, top: Path, capture: Path, capsys: Captured
) -> None:
    assert TEXT.startswith(TITLE) and MEETING in TEXT
    assert run(top, capture, "--plain", *words) == 0
    assert "title, date: neither is looked for" in capsys.readouterr().out
    said = front_matter(top, "qinghu-2023-work-report")
    assert said["title_note"] == {"zh": "标题为编者所拟。", "en": "The title is the editors’."}
    assert said["date_note"] == {"zh": zh, "en": en}


def test_of_a_capture_that_was_looked_through_it_is_said_what_is_absent(top: Path, tmp_path: Path) -> None:
    path = tmp_path / "晴湖2023.txt"
    path.write_text("\n".join(TEXT.split("\n")[2:]), "utf-8")
    assert run(top, path) == 0
    said = front_matter(top, "qinghu-2023-work-report")
    assert said["title_note"] == {
        "zh": "采集的文本没有标题行，标题为编者所拟。",
        "en": "The capture has no title line; the title is the editors’.",
    }
    assert str(said["date_note"]).count("prints no date; the year is") == 1
