"""The command line: exit 0 where all is well, 1 for the content, 2 for the command; what is shown and written."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from shlex import quote
from typing import Any

import pytest

from duizhao import replacing
from duizhao.cli import main
from duizhao.codes.table import CODES
from duizhao.serving.building import Live
from duizhao.site.write import AT_ONCE, FIRST, IN_STEPS

from .conftest import TOP
from .sample import laid_out, report, written

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
    (tmp_path / "out" / "stray.html").write_text("mine")
    assert main(arguments) == 0
    assert (tmp_path / "out" / "index.html").is_file() and (tmp_path / "out" / "stray.html").read_text() == "mine"
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
    assert said.startswith("content/themes.yaml:1:3: yaml-syntax: ") and said.endswith("\n1 issue\n")


def test_an_interface_word_that_the_pages_cannot_use_is_a_mistake_of_the_content(top: Path, capsys: Captured) -> None:
    (top / "content" / "strings.yaml").write_text('count.reports: {en: "{nothing}", zh: "{count} 份"}', "utf-8")
    assert main(["--top", str(top)]) == 1
    assert "the en of count.reports may name {count} and nothing else" in capsys.readouterr().err


def test_check_counts_what_was_checked_and_writes_nothing(top: Path, capsys: Captured) -> None:
    assert main(["check", "--top", str(top)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "baishi-2022-feature"
    assert "  results                1" in said
    assert "  reported-done          2" in said
    at = said.index("follow-ups of qinghu-2022-work-report")
    assert said[at + 1 : at + 4] == [
        "  reported-done          2",
        "  not-found              1",
        "  together               3",
    ]
    assert said[-1] == "no issues"
    assert sorted(path.name for path in top.iterdir()) == ["content"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["publish"],
        ["--fast"],
        ["build", "check"],
        ["--top"],
        ["--top", "nowhere"],
        ["build", "--counts"],
        ["--format", "xml"],
        ["explain", "unread", "unread"],
        ["explain", "--top", "."],
        ["--top", ".", "explain"],
        ["new"],
        ["new", "site"],
        ["new", "city", "folder"],
        ["schema", "--quiet"],
    ],
)
def test_a_wrong_command_line_is_told_so(arguments: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("usage: duizhao")


def test_a_folder_of_other_files_is_not_overwritten(top: Path, tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "letter.txt").write_text("mine")
    said = {
        top / "content": "is no place for a site: content/ is written by people",
        top / "content" / "new": "is no place for a site: content/ is written by people",
        top / "content" / "site.yaml": "it is no folder",
        top: "holds the project itself",
        tmp_path: "holds the project itself",
        tmp_path / "letters": "holds something else than a site",
    }
    before = sorted(tmp_path.rglob("*"))
    for out, why in said.items():
        assert main(["--top", str(top), "--out", str(out)]) == 2
        line = capsys.readouterr().err
        assert line.startswith("duizhao: ") and str(out) in line and why in line and line.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before
    (tmp_path / "empty").mkdir()
    assert main(["--top", str(top), "--out", str(tmp_path / "empty")]) == 0


def test_help_says_what_there_is_to_do(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    said = capsys.readouterr().out
    assert all(
        word in said for word in ("build", "check", "explain", "schema", "--top", "--out", "--format", "--verbose")
    )


def test_the_project_is_the_folder_one_stands_in_unless_another_is_named(
    top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(top)
    spoil(top)
    assert main(["check"]) == 1
    assert capsys.readouterr().err.startswith("content/")


def test_a_folder_without_content_is_named(tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2
    assert f"{tmp_path} holds no folder content/; name the project's folder with --top" in capsys.readouterr().err


@pytest.mark.long
def test_options_may_stand_before_the_command_and_after_it(top: Path, tmp_path: Path) -> None:
    assert main(["--top", str(top), "check"]) == 0
    assert main(["--out", str(tmp_path / "a"), "build", "--top", str(top)]) == 0
    assert main(["check", "--top", str(top), "--out", str(tmp_path / "b")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "project"]


def test_check_lists_what_the_conversion_of_the_script_left_to_decide(tmp_path: Path, capsys: Captured) -> None:
    words = "{script: to-simplified, script_exceptions: {执著: 执着, 论著者: 论著者}}"
    converted = report("a", "看著，执着，论著者。", source="看著，執著，論著者。", clean_up=words)
    top = written(tmp_path, converted, report("b", "看著。", district="baishi"))
    assert main(["check", "--top", str(top)]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert [line for line in lines if "ambiguous" in line] == ["  ambiguous              1"]
    assert [line.strip() for line in lines if "著" in line] == [
        "content/reports/a/report.md:14:2: 著, or 着? …看著，执着，论著…"
    ]


def test_check_counts_where_something_is_wrong_only_when_it_is_asked(top: Path, capsys: Captured) -> None:
    spoil(top)
    assert main(["check", "--top", str(top)]) == 1
    assert capsys.readouterr().out == ""
    assert main(["check", "--counts", "--top", str(top)]) == 1
    said = capsys.readouterr()
    assert "  results                1" in said.out.splitlines() and "no issues" not in said.out
    assert "unknown-key" in said.err


def test_mistakes_are_given_to_other_programs_as_json(top: Path, capsys: Captured) -> None:
    assert main(["check", "--format", "json", "--top", str(top)]) == 0
    assert json.loads(capsys.readouterr().out) == []
    spoil(top)
    for command in ("check", "build"):
        assert main([command, "--format", "json", "--top", str(top)]) == 1
        assert {
            "code": "unknown-key",
            "path": "content/themes.yaml",
            "line": 1,
            "col": 14,
            "message": "a theme has no key 'nome'",
            "hint": "did you mean name?",
        } in json.loads(capsys.readouterr().out)


def test_mistakes_are_given_to_github_with_paths_from_where_one_stands(
    top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(top)
    expected = "content/themes.yaml,line=1,col=14,title=unknown-key::a theme has no key 'nome'%0Adid you mean name?"
    for here, path in ((top, "."), (top.parent, "project"), (top.parent, str(top))):
        monkeypatch.chdir(here)
        assert main(["check", "--format", "github", "--top", path]) == 1
        said = capsys.readouterr()
        assert f"::error file={'' if here == top else 'project/'}{expected}" in said.out.splitlines()
        assert said.err == ""


@pytest.mark.parametrize("target", ["about.en.md", "nowhere", "/etc/hosts"])
def test_a_link_is_given_to_github_by_its_own_path(
    target: str, top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = top / "content" / "prose" / "about.en.md"
    link.unlink()
    link.symlink_to(target)
    monkeypatch.chdir(top.parent)
    assert main(["check", "--format", "github", "--top", str(top)]) == 1
    assert capsys.readouterr().out.startswith("::error file=project/content/prose/about.en.md,line=1,col=1,")


def test_nothing_is_said_where_quiet_is_asked_for_but_mistakes(top: Path, capsys: Captured) -> None:
    assert main(["--quiet", "--top", str(top)]) == 0
    assert main(["check", "--quiet", "--top", str(top)]) == 0
    assert capsys.readouterr() == ("", "")
    spoil(top)
    assert main(["--quiet", "--top", str(top)]) == 1
    assert "unknown-key" in capsys.readouterr().err


def test_the_time_of_each_stage_is_printed_where_it_is_asked_for(top: Path, capsys: Captured) -> None:
    assert main(["--verbose", "--top", str(top)]) == 0
    rows = [line.split() for line in capsys.readouterr().err.splitlines()]
    assert [row[0] for row in rows] == ["read", "words", "join", "rules", "data", "pages", "render", "write", "in"]
    assert all(float(row[-2]) >= 0 and row[-1] == "s" for row in rows)


def test_a_code_is_explained_with_its_meaning_its_rule_and_an_example(capsys: Captured) -> None:
    assert main(["explain", "searched-found"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"searched-found: {CODES['searched-found'].meaning}"
    assert said[1] == "found by the rule searched_words_are_absent"
    assert "    searched: [新增就业]" in said


def test_schemas_are_written_beside_the_content_with_the_line_that_leads_to_each(top: Path, capsys: Captured) -> None:
    assert main(["schema", "--top", str(top)]) == 0
    written = sorted(path.name for path in (top / ".cache" / "schemas").iterdir())
    assert "themes.schema.json" in written and "annotations.schema.json" in written
    line = "content/themes.yaml: # yaml-language-server: $schema=../.cache/schemas/themes.schema.json"
    assert line in capsys.readouterr().out.splitlines()
    annotations = (top / ".cache" / "schemas" / "annotations.schema.json").read_text("utf-8")
    assert '"new-jobs"' in annotations  # an indicator of this content


def test_schemas_know_the_ids_of_what_can_be_read_where_something_is_wrong(top: Path) -> None:
    spoil(top)
    (top / "content" / "site.yaml").write_text("[", "utf-8")
    (top / "content/reports/baishi-2022-feature/source.txt").unlink()
    assert main(["schema", "--top", str(top)]) == 0
    schemas = top / ".cache" / "schemas"
    assert '"new-jobs"' in (schemas / "annotations.schema.json").read_text("utf-8")
    assert '"baishi-2022-feature"' in (schemas / "agreement.schema.json").read_text("utf-8")


@pytest.mark.parametrize("command", [["build", "--out"], ["schema", "--out"], ["new", "site"]], ids=" ".join)
@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("file/below", "file is no folder; name another"),
        ("a" * 300, "File name too long"),
        ("/proc/self/nothing/below", "No such file or directory"),
    ],
    ids=["below a file", "a name too long", "where nothing can be made"],
)
def test_a_folder_that_cannot_be_written_is_told_in_one_line(
    place: str, said: str, command: list[str], top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(top)
    (top / "file").write_text("mine")
    assert main([*command, place]) == 2
    line = capsys.readouterr().err
    assert line.startswith(f"duizhao: {place} cannot be written: ") and said in line and line.count("\n") == 1


def test_what_no_build_wrote_is_kept_and_told(top: Path, capsys: Captured) -> None:
    assert main(["--top", str(top)]) == 0
    for name in ("CNAME", "a.txt", "b.txt", "c.txt"):
        (top / "site" / name).write_text("mine")
    capsys.readouterr()
    assert main(["--top", str(top)]) == 0
    assert capsys.readouterr().out.endswith("site: kept what no build wrote: CNAME, a.txt, b.txt and 1 more\n")
    assert (top / "site" / "c.txt").read_text() == "mine"
    (top / "site" / "about").rename(top / "site" / "mine")
    (top / "site" / "about").write_text("mine")
    assert main(["--top", str(top)]) == 2
    assert f"{top / 'site' / 'about'} was written by no build and would be lost" in capsys.readouterr().err


@pytest.mark.long
def test_the_way_in_which_the_site_was_put_there_is_told_where_it_is_asked_for(top: Path, capsys: Captured) -> None:
    said = []
    for _ in range(2):
        assert main(["--verbose", "--anew", "--top", str(top)]) == 0
        said.append(capsys.readouterr().out.splitlines()[1].removeprefix(f"{top / 'site'}: put in its place "))
    assert said[0] == FIRST and said[1] in (AT_ONCE, IN_STEPS)


def test_what_a_killed_build_left_goes_also_where_nothing_has_changed(top: Path, capsys: Captured) -> None:
    assert main(["--quiet", "--top", str(top)]) == 0
    (top / ".site.duizhao" / "making").mkdir(parents=True)
    assert main(["--verbose", "--top", str(top)]) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.endswith("ended what a build before this one began")
    assert second.endswith("nothing has changed since it was built")
    assert not (top / ".site.duizhao").exists()


def killed_between_two_renames(top: Path) -> None:
    """A build that ended where the old site was moved away and the new one not yet in its place."""
    assert main(["--quiet", "--top", str(top)]) == 0
    (top / ".site.duizhao").mkdir()
    (top / "site").rename(top / ".site.duizhao" / "old")


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.long
def test_the_next_command_puts_a_site_back_though_the_content_is_wrong(
    command: str, top: Path, capsys: Captured
) -> None:
    killed_between_two_renames(top)
    spoil(top)
    assert main([command, "--verbose", "--top", str(top)]) == 1
    assert capsys.readouterr().out.startswith(f"{top / 'site'}: ended what a build before this one began\n")
    assert (top / "site" / "index.html").is_file()
    assert {path.name for path in top.iterdir()} - {".cache"} == {"content", "site"}


@pytest.mark.long
def test_check_asks_nothing_of_where_a_site_would_go(top: Path) -> None:
    for out in (top, top / "content", Path("/proc"), Path("/dev/null")):
        assert main(["check", "--top", str(top), "--out", str(out)]) == 0


def test_ctrl_c_ends_in_one_line(top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("duizhao.pipeline.built", stopped)
    assert main(["--top", str(top)]) == 130
    assert capsys.readouterr() == ("", "duizhao: stopped\n")


def program(*arguments: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """What a program of its own does with a command line."""
    return subprocess.run([sys.executable, "-m", "duizhao", *arguments], cwd=TOP, stderr=subprocess.PIPE, **how)


@pytest.mark.long
def test_a_disk_that_is_full_is_told_in_one_line_and_leaves_the_site(top: Path) -> None:
    assert main(["--quiet", "--top", str(top)]) == 0
    before = {path: path.read_bytes() for path in (top / "site").rglob("*") if path.is_file()}
    settings = top / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("claim: {zh: ", "claim: {zh: 新", 1), "utf-8")

    def small() -> None:  # no file may grow beyond this: the system refuses as a full disk does, whoever writes
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = program("--top", str(top), preexec_fn=small, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    assert done.returncode == 3
    line = done.stderr.decode()
    assert line.startswith(f"duizhao: {top / 'site'} cannot be written: File too large (") and line.count("\n") == 1
    assert {path: path.read_bytes() for path in (top / "site").rglob("*") if path.is_file()} == before
    assert sorted(path.name for path in top.iterdir() if path.name != ".cache") == ["content", "site"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("command", [["explain"], ["explain", "unread"]], ids=" ".join)
def test_a_full_disk_under_what_is_printed_is_told_in_one_line(command: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = program(*command, stdout=full)
    assert done.returncode == 3
    assert done.stderr.startswith(b"duizhao: ") and done.stderr.endswith(b"No space left on device\n")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.long
@pytest.mark.parametrize("stream", [1, 2])
def test_a_stream_that_is_closed_takes_nothing_and_breaks_nothing(stream: int, top: Path) -> None:
    done = program("check", "--top", str(top), stdout=subprocess.PIPE, preexec_fn=lambda: os.close(stream))
    assert done.returncode == 0 and b"Traceback" not in done.stderr


@pytest.mark.long
def test_a_terminal_without_chinese_shows_codes_in_its_place(top: Path) -> None:
    named = top.rename(top.with_name("项目"))
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = program("--top", str(named), stdout=subprocess.PIPE, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u9879\\u76ee/site: " in done.stdout


def test_who_stops_reading_ends_the_program_without_a_complaint() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "duizhao", "explain"], cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


def test_a_new_site_is_made_where_there_is_no_folder_or_an_empty_one(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "a/new one"):
        assert main(["new", "site", str(tmp_path / name)]) == 0
        assert f"duizhao build --top {quote(str(tmp_path / name))}" in capsys.readouterr().out
        assert main(["check", "--top", str(tmp_path / name)]) == 0
        assert capsys.readouterr().out == "no issues\n"


@pytest.mark.parametrize("option", ["zh", "en", "about-zh", "district", "capture", "year", "top"])
def test_what_a_site_does_not_have_is_refused_and_nothing_is_written(
    option: str, tmp_path: Path, capsys: Captured
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["new", "site", str(tmp_path / "site"), f"--{option}", "1"])
    assert stop.value.code == 2 and not list(tmp_path.iterdir())
    assert f"a site has no --{option}; it takes its folder alone" in capsys.readouterr().err


@pytest.mark.long
@pytest.mark.parametrize("is_wrong", [True, False])
def test_who_reads_mistakes_as_json_reads_nothing_else_from_a_server(
    is_wrong: bool, top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Live, "watch", lambda _: None)
    if is_wrong:
        spoil(top)
    assert main(["serve", "--format", "json", "--port", "0", "--top", str(top)]) == 0
    said = capsys.readouterr()
    assert "(Ctrl-C ends it)\n" in said.err and ([*json.loads(said.out)] if is_wrong else said.out == "")


def test_a_folder_whose_name_is_not_utf8_is_in_no_schema(top: Path) -> None:
    for name in (os.fsdecode("盐田".encode("gbk")), "盐田", "Yan tian"):
        (top / "content/reports" / name).mkdir()
    assert main(["schema", "--top", str(top)]) == 0
    schema = json.loads((top / ".cache/schemas/agreement.schema.json").read_text("utf-8"))
    named = schema["items"]["properties"]["report"]["enum"]
    assert "baishi-2022-feature" in named and all(name.isascii() and " " not in name for name in named)


@pytest.mark.parametrize("is_there", [True, False])
def test_on_a_full_disk_no_half_of_a_new_site_stands_in_the_way_of_the_next_try(
    is_there: bool, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "above" / "site"
    if is_there:
        folder.mkdir(parents=True)
    before, turns = sorted(tmp_path.rglob("*")), iter(range(99))

    def full(_: int) -> None:
        if next(turns) == 9:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing.os, "fsync", full)
    assert main(["new", "site", str(folder)]) == 3
    assert f"{folder} cannot be written: No space left on device ({folder}/" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before
    monkeypatch.undo()
    assert main(["new", "site", str(folder)]) == 0


def test_a_new_site_takes_no_folder_that_holds_something(top: Path, capsys: Captured) -> None:
    before = sorted(top.rglob("*"))
    for folder in (top, top / "content" / "site.yaml"):
        with pytest.raises(SystemExit) as stop:
            main(["new", "site", str(folder)])
        assert stop.value.code == 2
        assert f"{folder} is there already and is not empty; a new site needs a folder" in capsys.readouterr().err
    assert sorted(top.rglob("*")) == before


def test_schemas_go_where_they_are_asked_to(top: Path, tmp_path: Path, capsys: Captured) -> None:
    (top / "content" / "site.yaml").write_text("[", "utf-8")
    assert main(["schema", "--top", str(top), "--out", str(tmp_path / "made")]) == 0
    assert (tmp_path / "made" / "site.schema.json").is_file()
    assert "$schema=../../made/site.schema.json" in capsys.readouterr().out


def test_every_code_can_be_explained_and_is_listed(capsys: Captured) -> None:
    assert main(["explain"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(CODES)
    for name, code in CODES.items():
        assert main(["explain", name]) == 0
        said = capsys.readouterr().out
        assert all(f"    {line}\n" in said for line in f"{code.wrong}\n{code.right}".split("\n"))


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("figure-mising", "did you mean figure-missing"),
        ("searched", "searched-found"),
        ("x", "duizhao explain lists all"),
    ],
)
def test_a_code_that_there_is_not_is_a_mistake_of_the_command_line(code: str, hint: str, capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["explain", code])
    assert stop.value.code == 2
    said = capsys.readouterr()
    assert said.out == "" and f"no mistake has the code {code!r}" in said.err and hint in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["schema", "--help"],
        ["explain", "unread"],
        ["explain", "unraed"],
        ["publish"],
        ["check", "--fast"],
        ["new", "site"],
        ["--top", "nowhere"],
    ],
)
def test_help_explanations_and_mistakes_of_the_command_line_load_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom duizhao.cli import main\ntry:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], cwd=TOP, capture_output=True, text=True, check=True
    )
    loaded = done.stderr.splitlines()[-1].split()
    heavy = {"jinja2", "opencc", "markdown", "yaml", "markupsafe", "decimal", "json", "duizhao.pipeline"}
    assert "duizhao.cli" in loaded and heavy.isdisjoint(loaded)


@pytest.mark.parametrize(("command", "prog"), [(["build.py"], "build.py"), (["-m", "duizhao"], "duizhao")])
def test_build_py_and_the_package_are_one_program(command: list[str], prog: str) -> None:
    done = subprocess.run([sys.executable, *command, "--help"], cwd=TOP, capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"usage: {prog} [-h] [--top FOLDER]")


def test_who_is_stopped_before_there_is_a_command_says_so_too() -> None:
    code = """
import sys
class Stopped:
    def find_spec(self, name, path=None, target=None):
        if name == "duizhao.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stopped())
from duizhao.__main__ import program
program()
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "duizhao: stopped\n")


def test_after_a_build_anew_what_is_told_of_a_page_is_of_that_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = laid_out(tmp_path / "project")
    assert main(["build", "--quiet", "--top", str(top)]) == 0
    shutil.rmtree(top / "content/reports/baishi-2022-feature")
    assert main(["build", "--quiet", "--anew", "--top", str(top)]) == 0
    with pytest.raises(SystemExit):
        main(["why", "--top", str(top), "reports/baishi-2022-feature"])
    assert main(["why", "--top", str(top), "districts/baishi"]) == 0
    assert "it is new, or the templates" in capsys.readouterr().out
    assert main(["build", "--top", str(top), "--verbose"]) == 0
    assert "nothing has changed" in capsys.readouterr().out


ENDING = """
import atexit, sys, threading, time
from duizhao.__main__ import program

def later():
    time.sleep(0.2)
    print("done", flush=True)

atexit.register(print, "taken apart")
{first}
sys.argv = ["duizhao", "explain", "unread"]
program()
"""


@pytest.mark.parametrize(
    ("first", "said"),
    [
        ("", []),
        ("sys.setprofile(lambda *_: None)", ["taken apart"]),
        ("threading.Thread(target=later).start()", ["done", "taken apart"]),
    ],
)
def test_the_program_ends_at_once_but_where_something_is_to_be_done_yet(first: str, said: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ENDING.format(first=first)], cwd=TOP, capture_output=True, text=True, check=True
    )
    told = done.stdout.splitlines()
    assert told[0].startswith("unread") and [line for line in told if line in ("done", "taken apart")] == said


def test_a_build_where_nothing_has_changed_says_the_same_and_builds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    top = laid_out(tmp_path / "project")
    assert main(["build", "--top", str(top)]) == 0
    said = capsys.readouterr().out
    monkeypatch.setattr("duizhao.pipeline.built", None)
    assert main(["build", "--top", str(top)]) == 0
    assert capsys.readouterr().out == said
    with pytest.raises(TypeError):
        main(["build", "--top", str(top), "--anew"])
