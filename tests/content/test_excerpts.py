"""Lines as messages show them: of what was to be read, and of nothing that is too large or that a link leads out to."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.commands import CONTENT_WRONG
from duizhao.content.excerpts import line_at
from duizhao.issues import SourcePosition
from duizhao.pipeline import built
from duizhao.serving.answers import news
from duizhao.serving.building import State

from ..sample import laid_out
from .test_sizes import grown

HUGE = 3_000_000_000
SECRET = "TOKEN=of-nobody-else"


def test_a_line_of_a_place_is_found_and_none_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("一\n二\n", "utf-8")
    (tmp_path / "b.yaml").write_bytes(b"\xff\n")
    read = line_at(tmp_path)
    assert read(SourcePosition("a.yaml", 2, 1)) == "二"
    assert read(SourcePosition("a.yaml", 9, 1)) is None
    assert read(SourcePosition("b.yaml")) == "\ufffd"
    assert read(SourcePosition("c.yaml")) is None


def test_the_lines_of_a_file_are_read_once_for_all_its_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, reads = Path.read_bytes, []
    (tmp_path / "a.yaml").write_text("a\n" * 1_000, "utf-8")
    monkeypatch.setattr(Path, "read_bytes", lambda path: reads.append(path) or read(path))
    line = line_at(tmp_path)
    assert {line(SourcePosition("a.yaml", number)) for number in range(1, 1_001)} == {"a"}
    assert len(reads) == 1


@pytest.mark.parametrize(
    "name",
    [
        "content/prose/x.en.md",
        "content/districts.yaml",
        "content/reports/qinghu-2022-work-report/source.txt",
        "theme/base.html",
        "theme/static/site.css",
    ],
)
def test_nothing_is_read_of_a_file_that_is_too_large_to_show_its_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    top = laid_out(tmp_path / "project")
    grown(top / name, HUGE)
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(name) if path == top / name else read(path))
    assert main(["check", "--top", str(top)]) == CONTENT_WRONG
    assert f"{name}:1:1: too-large: the file has 3,000.0 MB" in capsys.readouterr().err


LINKED = (
    "content/prose/x.en.md",
    "content/terms.yaml",
    "content/reports/baishi-2022-feature/source.txt",
    "theme/words.yaml",
    "theme/base.html",
    "theme/static/site.css",
)


@pytest.mark.parametrize("name", LINKED)
def test_what_a_link_leads_out_to_is_never_shown(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    top, secret = laid_out(tmp_path / "project"), tmp_path / "secret"
    secret.write_text(f"{SECRET}\n", "utf-8")
    (top / name).parent.mkdir(parents=True, exist_ok=True)
    (top / name).unlink(missing_ok=True)
    (top / name).symlink_to(secret)
    assert main(["check", "--top", str(top)]) == CONTENT_WRONG
    said = capsys.readouterr().err
    assert f"{name}:1:1: not-a-file: " in said and SECRET not in said
    assert line_at(top)(SourcePosition(name)) is None


def test_nor_is_it_shown_to_a_page_that_is_served(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{SECRET}\n", "utf-8")
    top = laid_out(tmp_path / "project")
    (top / LINKED[0]).symlink_to(tmp_path / "secret")
    said = news(State(issues=built(top).issues), top, "").body.decode()
    assert "not-a-file" in said and SECRET not in said


def test_a_link_within_its_folder_is_shown_as_any_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "content" / "a.yaml").write_text("一\n", "utf-8")
    (tmp_path / "content" / "b.yaml").symlink_to("a.yaml")
    assert line_at(tmp_path)(SourcePosition("content/b.yaml")) == "一"


COMMANDS = (
    ("schema",),
    ("suggest", "qinghu-2022-work-report"),
    ("accept", "qinghu-2022-work-report", "r01"),
    ("reject", "qinghu-2022-work-report", "r01"),
    ("sync", "qinghu-2022-work-report"),
    ("export", "--tasks", "qinghu-2022-work-report", "--format", "doccano"),
    ("import", "a.txt", "--district", "qinghu"),
    ("new", "district", "donghu", "--zh", "东湖区", "--en", "Donghu", "--adcode", "990103"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("name", ["content/districts.yaml", "content/reports/qinghu-2022-work-report/source.txt"])
def test_no_command_reads_a_file_that_is_too_large(
    name: str, command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = laid_out(tmp_path / "project")
    grown(top / name, HUGE)
    before = sorted(top.rglob("*"))
    assert main([*command, "--top", str(top)]) == CONTENT_WRONG
    said = capsys.readouterr().err
    assert name in said and "the file has 3,000.0 MB" in said and sorted(top.rglob("*")) == before
