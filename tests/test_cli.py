"""The command line: exit 0 where all is well, 1 for the content, 2 for the command; what is shown and written."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.cli import main

from .sample import laid_out

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "project")


def spoil(top: Path) -> None:
    path = top / "content" / "themes.yaml"
    path.write_text(path.read_text("utf-8").replace("name:", "nome:", 1), "utf-8")


def test_a_site_is_built_into_the_project_s_own_folder(top: Path, capsys: Captured) -> None:
    assert main(["--top", str(top)]) == 0
    assert (top / "site" / "index.html").is_file()
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith(f"{top / 'site'}: ") and " pages, " in said.out


def test_a_site_is_built_into_the_folder_that_is_named_and_again_over_itself(top: Path, tmp_path: Path) -> None:
    arguments = ["build", "--top", str(top), "--out", str(tmp_path / "out")]
    assert main(arguments) == 0
    (tmp_path / "out" / "stray.html").write_text("gone")
    assert main(arguments) == 0
    assert (tmp_path / "out" / "index.html").is_file() and not (tmp_path / "out" / "stray.html").exists()
    assert not (top / "site").exists()


def test_a_mistake_in_the_content_is_shown_and_nothing_is_written(top: Path, capsys: Captured) -> None:
    spoil(top)
    for command in ("build", "check"):
        assert main([command, "--top", str(top)]) == 1
        assert "content/themes.yaml:1:14: unknown-key: a theme has no key 'nome'" in capsys.readouterr().err
    assert not (top / "site").exists()


def test_a_file_that_cannot_be_read_is_told_alone_and_not_all_that_it_would_have_held(
    top: Path, capsys: Captured
) -> None:
    (top / "content" / "themes.yaml").write_text("- {id: jobs", "utf-8")
    assert main(["--top", str(top)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("content/themes.yaml:2:1: yaml-syntax: ") and said.endswith("\n1 issue\n")


def test_an_interface_word_that_the_pages_cannot_use_is_a_mistake_of_the_content(top: Path, capsys: Captured) -> None:
    (top / "content" / "strings.yaml").write_text('count.reports: {en: "{nothing}", zh: 无}', "utf-8")
    assert main(["--top", str(top)]) == 1
    assert "the en of count.reports may name {count} and nothing else" in capsys.readouterr().err


def test_check_counts_what_was_checked_and_writes_nothing(top: Path, capsys: Captured) -> None:
    assert main(["check", "--top", str(top)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "baishi-2022-feature"
    assert "  results                1" in said
    assert "  reported-done          2" in said
    assert said[-1] == "no issues"
    assert sorted(path.name for path in top.iterdir()) == ["content"]


@pytest.mark.parametrize("arguments", [["publish"], ["--fast"], ["build", "check"], ["--top"], ["--top", "nowhere"]])
def test_a_wrong_command_line_is_told_so(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("usage: build.py")


def test_a_folder_of_other_files_is_not_overwritten(top: Path, tmp_path: Path, capsys: Captured) -> None:
    for out in (top / "content", top, top / "content" / "site.yaml"):
        with pytest.raises(SystemExit) as stop:
            main(["--top", str(top), "--out", str(out)])
        assert stop.value.code == 2
        assert f"{out} holds something else than a site" in capsys.readouterr().err
    assert (top / "content" / "districts.yaml").is_file()
    (tmp_path / "empty").mkdir()
    assert main(["--top", str(top), "--out", str(tmp_path / "empty")]) == 0


def test_help_says_what_there_is_to_do(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("build", "check", "--top", "--out"))


def test_the_project_is_the_folder_one_stands_in_unless_another_is_named(
    top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(top)
    spoil(top)
    assert main(["check"]) == 1
    assert capsys.readouterr().err.startswith("content/")
