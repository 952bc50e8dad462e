"""The command line: exit 0 where all is well, 1 for the content, 2 for the command; what is shown and written."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from duizhao.cli import main
from duizhao.codes import CODES

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
    assert said.startswith("content/themes.yaml:1:12: yaml-syntax: ") and said.endswith("\n1 issue\n")


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
def test_a_folder_that_cannot_be_written_is_a_mistake_of_the_command_line(
    command: list[str], top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(top)
    with pytest.raises(SystemExit) as stop:
        main([*command, "content/site.yaml/below"])
    assert stop.value.code == 2
    assert "content/site.yaml/below cannot be written: " in capsys.readouterr().err


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
