"""The commands that propose and take over, at the command line."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.content import files
from duizhao.content.files import library_of

from .conftest import TOP
from .sample import files_in, report, written

Captured = pytest.CaptureFixture[str]
NAME = "qinghu-2022"
BODY = """
# 一、2021年工作回顾
新增就业2.1万人。东湖大桥建成通车。
# 二、2022年工作安排
力争新增就业2万人以上，改造老旧小区12个。
"""


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return written(tmp_path, report(NAME, BODY))


def ended(*arguments: str) -> int:
    """How a command ends, also one that is wrong itself."""
    try:
        return main(arguments)
    except SystemExit as end:
        return int(str(end.code))


def suggestions(top: Path, name: str = NAME) -> Path:
    return top / "content" / "reports" / name / "suggestions.yaml"


def test_suggest_writes_one_file_and_leaves_all_others_as_they_were(top: Path, capsys: Captured) -> None:
    before = files_in(top)
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    after = files_in(top)
    assert {name: data for name, data in after.items() if name in before} == before
    assert set(after) - set(before) == {f"content/reports/{NAME}/suggestions.yaml"}
    assert capsys.readouterr().out.startswith(f"{NAME}: 4 statements (2 targets, 0 tasks, 2 results, 0 situations)")


def test_a_dry_run_counts_and_writes_nothing(top: Path, capsys: Captured) -> None:
    before = files_in(top)
    assert main(["suggest", NAME, "--dry-run", "--top", str(top)]) == 0
    assert files_in(top) == before and "4 statements" in capsys.readouterr().out


def test_the_site_is_the_same_with_suggestions_as_without(top: Path) -> None:
    assert main(["--top", str(top), "--out", str(top / "without"), "--quiet"]) == 0
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    assert main(["--top", str(top), "--out", str(top / "with"), "--quiet"]) == 0
    assert files_in(top / "with") == files_in(top / "without")


def test_suggesting_twice_writes_the_same(top: Path) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    once = suggestions(top).read_bytes()
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    assert suggestions(top).read_bytes() == once


def test_a_report_that_is_not_there_is_named_with_those_that_are(top: Path, capsys: Captured) -> None:
    assert ended("suggest", "qinghu-2021", "--top", str(top)) == 2
    assert f"no report qinghu-2021 can be read; there are {NAME}" in capsys.readouterr().err
    assert not suggestions(top, "qinghu-2021").exists()


def test_a_folder_without_content_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert ended("suggest", NAME, "--top", str(tmp_path)) == 2
    assert "holds no folder content/" in capsys.readouterr().err


def test_check_tells_a_mistake_in_a_file_of_suggestions(top: Path, capsys: Captured) -> None:
    suggestions(top).write_text(
        "text_sha256: ab\nstatements:\n- {id: g001, kind: goal, quote: 建桥, confidence: 0.5}\n", "utf-8"
    )
    assert main(["check", "--top", str(top)]) == 1
    assert "suggestions.yaml:3:20: bad-value: kind cannot be 'goal'" in capsys.readouterr().err


def test_check_says_how_many_suggestions_wait(top: Path, capsys: Captured) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    capsys.readouterr()
    assert main(["check", "--top", str(top)]) == 0
    assert "  suggestions            4" in capsys.readouterr().out.splitlines()


@pytest.fixture
def suggested(tmp_path: Path, capsys: Captured) -> Path:
    """A Chinese site, so that nothing in English is asked for, with suggestions of which some are coded."""
    site = """
        id: sample
        title: 样本
        claim: 虚构的样本。
        base_url: https://example.org/sample/
        languages: [zh]
        publisher: 编者
    """
    themes = "- {id: jobs, name: 就业}\n- {id: bridges, name: 大桥}\n- {id: homes, name: 老旧小区}\n"
    shared = {"content/site.yaml": site, "content/themes.yaml": themes}
    top = written(tmp_path, shared, report(NAME, BODY, CODED))
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    capsys.readouterr()
    return top


CODED = """\
# Kept by hand.
statements:

- id: r07   # the first six were given up
  kind: result
  quote: 新增就业2.1万人
  themes: [jobs]
  period: "2021"
  period_basis: inferred
  measures:
  - {figure: 2.1万人, value: 21000, unit: 人, operator: eq, aspect: increase}

# that is all
"""


def annotations(top: Path) -> str:
    return (top / "content" / "reports" / NAME / "annotations.yaml").read_text("utf-8")


def test_what_is_accepted_stands_in_the_order_of_the_text_and_check_passes(suggested: Path, capsys: Captured) -> None:
    before = annotations(suggested)
    assert main(["accept", NAME, "--all-above", "0.3", "--top", str(suggested)]) == 0
    after = annotations(suggested)
    assert [line for line in before.split("\n") if line not in after.split("\n")] == []
    ids = [line.split("id: ")[1].split()[0] for line in after.split("\n") if "- id: " in line]
    assert ids == ["r07", "r08", "t01", "t02"] and after.count("entered: suggested") == 3
    assert after.endswith("# that is all\n") or "\n# that is all\n" in after
    capsys.readouterr()
    assert main(["check", "--top", str(suggested)]) == 0
    said = capsys.readouterr().out
    assert (
        "  suggestions            0\n" in said
        and "  as suggested           3\n" in said
        and said.endswith("no issues\n")
    )


def test_only_what_is_named_is_accepted_and_the_rest_waits(suggested: Path, capsys: Captured) -> None:
    assert main(["accept", NAME, "g002", "--top", str(suggested)]) == 0
    assert annotations(suggested).count("entered: suggested") == 1
    assert "g002" not in suggestions(suggested).read_text("utf-8")
    assert ended("accept", NAME, "g002", "--top", str(suggested)) == 2
    assert "nothing is suggested for qinghu-2022 under g002" in capsys.readouterr().err


def test_all_that_is_taken_over_is_listed_however_much_it_is(tmp_path: Path, capsys: Captured) -> None:
    done = "".join(f"第{number}号大桥建成通车。" for number in range(1, 61))
    top = written(tmp_path, report(NAME, BODY.replace("东湖大桥建成通车。", done)))
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    assert capsys.readouterr().out.startswith(f"{NAME}: 63 statements")
    assert main(["accept", NAME, "--all-above", "0", "--top", str(top)]) == 0
    told = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert {words[0] for words in told} >= {f"g{number:03}" for number in range(1, 64)}


def test_a_dry_run_of_accept_lists_and_writes_nothing(suggested: Path, capsys: Captured) -> None:
    before = files_in(suggested)
    assert main(["accept", NAME, "--all-above", "0", "--dry-run", "--top", str(suggested)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert files_in(suggested) == before and len(said) == 3 and said[0].endswith("东湖大桥建成通车")


def test_one_undo_puts_all_of_it_back(suggested: Path, capsys: Captured) -> None:
    before = files_in(suggested / "content")
    assert main(["accept", NAME, "--all-above", ".3", "--top", str(suggested)]) == 0
    assert files_in(suggested / "content") != before
    assert main(["accept", NAME, "--undo", "--top", str(suggested)]) == 0
    assert files_in(suggested / "content") == before
    assert main(["accept", NAME, "--undo", "--top", str(suggested)]) == 1
    assert "nothing was taken over here" in capsys.readouterr().err


def test_a_dry_run_of_an_undo_says_what_would_be_as_it_was_and_puts_nothing_back(
    suggested: Path, capsys: Captured
) -> None:
    assert main(["accept", NAME, "--all-above", ".3", "--top", str(suggested)]) == 0
    before = files_in(suggested)
    capsys.readouterr()
    assert main(["accept", NAME, "--undo", "--dry-run", "--top", str(suggested)]) == 0
    assert capsys.readouterr().out == f"{NAME}: annotations.yaml and suggestions.yaml would be as they were\n"
    assert files_in(suggested) == before
    assert main(["accept", NAME, "--undo", "--top", str(suggested)]) == 0
    assert main(["accept", NAME, "--undo", "--dry-run", "--top", str(suggested)]) == 1


@pytest.mark.parametrize("command", [["accept", NAME, "g002"], ["reject", NAME, "g002"], ["suggest", NAME]])
@pytest.mark.parametrize("is_before", [True, False])
def test_what_somebody_else_wrote_while_a_command_was_at_work_is_not_lost(
    is_before: bool, command: list[str], suggested: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = files.library_of

    def overtaken(top: Path, not_yet: tuple[str, ...]) -> object:
        library = None if is_before else read(top, not_yet)
        for name in ("annotations.yaml", "suggestions.yaml"):
            with (suggestions(top).parent / name).open("a", encoding="utf-8") as file:
                file.write("# theirs\n")
        return library or read(top, not_yet)

    monkeypatch.setattr(files, "library_of", overtaken)
    assert main([*command, "--top", str(suggested)]) == 1
    said = capsys.readouterr().err
    assert re.fullmatch(rf"duizhao: .*{NAME}/\w+\.yaml was changed meanwhile and stays as it is; run .*\n", said)
    assert annotations(suggested).endswith("# theirs\n")
    assert suggestions(suggested).read_text("utf-8").endswith("# theirs\n")
    monkeypatch.undo()
    assert main([*command, "--top", str(suggested)]) == 0


def test_a_report_that_is_named_twice_is_read_once(top: Path, capsys: Captured) -> None:
    assert main(["suggest", NAME, NAME, "--top", str(top)]) == 0
    assert suggestions(top).exists() and capsys.readouterr().out.count(NAME) == 1


@pytest.mark.long
def test_two_commands_at_once_both_do_their_work_or_say_that_they_did_not(suggested: Path) -> None:
    names = ("g002", "g003")
    lines = [[sys.executable, "-m", "duizhao", "accept", NAME, name, "--top", str(suggested)] for name in names]
    both = [
        subprocess.Popen(line, cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for line in lines
    ]
    ended = [(name, one.communicate()[1], one.returncode) for name, one in zip(names, both, strict=True)]
    done = [name for name, _, code in ended if code == 0]
    assert done, ended
    assert all("was changed meanwhile" in said for _, said, code in ended if code)
    library, issues = files.library_of(suggested)
    assert library and not issues
    assert len(library.reports[0].statements) == 1 + len(done)
    assert library.reports[0].suggestions and len(library.reports[0].suggestions.statements) == 3 - len(done)


def test_a_report_whose_folder_has_another_name_is_told_and_nothing_is_written(top: Path, capsys: Captured) -> None:
    suggestions(top).parent.rename(top / "content/reports/other")
    before = files_in(top)
    assert ended("suggest", NAME, "--top", str(top)) == 1
    assert f"the folder of {NAME} has another name" in capsys.readouterr().err and files_in(top) == before


def test_an_undo_that_would_lose_what_was_written_since_is_refused(suggested: Path, capsys: Captured) -> None:
    assert main(["accept", NAME, "g002", "--top", str(suggested)]) == 0
    path = suggested / "content" / "reports" / NAME / "annotations.yaml"
    path.write_text(annotations(suggested) + "# mine\n", "utf-8")
    assert main(["accept", NAME, "--undo", "--top", str(suggested)]) == 1
    assert "annotations.yaml was changed since" in capsys.readouterr().err and annotations(suggested).endswith(
        "# mine\n"
    )


def test_line_breaks_and_the_byte_order_mark_of_a_file_stay(suggested: Path) -> None:
    path = suggested / "content" / "reports" / NAME / "annotations.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + CODED.replace("\n", "\r\n").encode())
    assert main(["accept", NAME, "--all-above", "0.3", "--top", str(suggested)]) == 0
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Kept") and data.count(b"\n") == data.count(b"\r\n")


def test_what_is_refused_is_not_suggested_again_for_this_text(suggested: Path, capsys: Captured) -> None:
    assert main(["reject", NAME, "g002", "--top", str(suggested)]) == 0
    assert "1 refused, 2 wait" in capsys.readouterr().out
    assert main(["suggest", NAME, "--top", str(suggested)]) == 0
    said = capsys.readouterr().out
    assert "2 statements" in said and "1 refused before" in said
    assert ended("reject", NAME, "g9", "--top", str(suggested)) == 2


def test_a_refusal_is_of_one_report_and_of_one_text(tmp_path: Path, capsys: Captured) -> None:
    top = written(tmp_path, report(NAME, BODY), report("qinghu-2021", BODY, date='"2021"', covers='"2021"'))
    assert main(["suggest", NAME, "qinghu-2021", "--top", str(top)]) == 0
    assert main(["reject", NAME, "g001", "--top", str(top)]) == 0
    capsys.readouterr()
    assert main(["suggest", NAME, "qinghu-2021", "--top", str(top)]) == 0
    said = capsys.readouterr().out
    assert f"{NAME}: 3 statements" in said and "qinghu-2021: 4 statements" in said
    changed = report(NAME, BODY + "\n改造西湖大桥。")
    written(top, {path: text for path, text in changed.items() if "annotations" not in path})
    assert main(["accept", NAME, "g002", "--top", str(top)]) == 1
    assert "are of another text" in capsys.readouterr().err
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    assert f"{NAME}: 5 statements" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name what is taken over, or --all-above"),
        (["g001", "--undo"], "name what is taken over, or --all-above"),
        (["--all-above", "high"], "a number from 0 to 1, not 'high'"),
        (["--all-above", "NaN"], "a number from 0 to 1, not 'NaN'"),
        (["--all-above", "2"], "a number from 0 to 1, not '2'"),
        (["--all-above", "."], "a number from 0 to 1, not '.'"),
        (["--all-above", "1.1"], "a number from 0 to 1, not '1.1'"),
        (["g999"], "nothing is suggested for qinghu-2022 under g999"),
        (["g002", "--because-zh", "据原文。"], "--because-zh is the ground of follow-ups, and none is named"),
        (["--all-above", "0.3", "--because-en", "so"], "--because-en is the ground of follow-ups, and none is named"),
        (["--undo", "--because-zh", "据原文。"], "--because-zh is the ground of follow-ups, and none is named"),
        (["f001=restated", "--because-en", "so"], "--because-en is in a language that the site does not have"),
    ],
)
def test_what_cannot_be_asked_is_told_and_nothing_is_written(
    arguments: list[str], said: str, suggested: Path, capsys: Captured
) -> None:
    before = files_in(suggested)
    assert ended("accept", NAME, *arguments, "--top", str(suggested)) == 2
    assert said in capsys.readouterr().err and files_in(suggested) == before


def test_annotations_in_which_something_is_wrong_are_left_alone(suggested: Path, capsys: Captured) -> None:
    path = suggested / "content" / "reports" / NAME / "annotations.yaml"
    path.write_text(CODED.replace("新增就业2.1万人\n", "新增就业9万人\n"), "utf-8")
    before = files_in(suggested)
    assert main(["accept", NAME, "g002", "--top", str(suggested)]) == 1
    assert "cannot be read or found" in capsys.readouterr().err and files_in(suggested) == before


def test_an_english_site_says_what_must_still_be_written(top: Path, capsys: Captured) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    assert main(["accept", NAME, "g001", "--top", str(top)]) == 0
    assert "1 without gloss, the words in English: `duizhao check` asks for it" in capsys.readouterr().out
    assert main(["check", "--top", str(top)]) == 1
    assert "this statement has no gloss" in capsys.readouterr().err


EARLIER = "# 二、2022年工作安排\n加快东湖大桥建设。力争新增就业2万人以上。"
LATER = "# 一、2022年工作回顾\n东湖大桥建成通车。新增就业2.3万人。"
PROMISES = """\
statements:
- {id: k01, kind: task, quote: 加快东湖大桥建设, themes: [jobs]}
- id: t01
  kind: target
  quote: 力争新增就业2万人以上
  themes: [jobs]
  measures: [{figure: 2万人以上}]
"""


@pytest.fixture
def followed(tmp_path: Path, capsys: Captured) -> Path:
    """A Chinese site with promises of one report, and a later report of which nothing is coded."""
    site = """
        id: sample
        title: 样本
        claim: 虚构的样本。
        base_url: https://example.org/sample/
        languages: [zh]
        publisher: 编者
    """
    later = report("qinghu-2023", LATER, date='"2023"', covers='"2022/2023"')
    shared = {"content/site.yaml": site, "content/themes.yaml": "- {id: jobs, name: 就业}\n"}
    top = written(tmp_path, shared, report(NAME, EARLIER, PROMISES), later)
    assert main(["suggest", "qinghu-2023", "--top", str(top)]) == 0
    capsys.readouterr()
    return top


def named_links(top: Path) -> dict[str, tuple[str, str]]:
    """The follow-ups that wait, each with its promise and its later words, by their names."""
    library = library_of(top)[0]
    assert library is not None
    waiting = library.reports[-1].suggestions
    assert waiting is not None
    return {one.id: (one.promise, one.later) for one in waiting.follow_ups}


@pytest.mark.parametrize("asked", [(NAME, "qinghu-2023"), ("qinghu-2023", NAME)])
def test_reports_of_several_years_are_suggested_together_as_one_after_the_other(
    followed: Path, asked: tuple[str, str]
) -> None:
    (followed / "content/reports" / NAME / "annotations.yaml").unlink()
    for name in (NAME, "qinghu-2023"):
        assert main(["suggest", name, "--top", str(followed)]) == 0
    singly = files_in(followed)
    assert named_links(followed)
    for name in asked:
        suggestions(followed, name).unlink()
    assert main(["suggest", *asked, "--top", str(followed)]) == 0
    assert files_in(followed) == singly


def test_a_follow_up_is_accepted_with_its_statement_and_with_what_a_person_says_of_it(
    followed: Path, capsys: Captured
) -> None:
    before = files_in(followed / "content")
    (name,) = (name for name, link in named_links(followed).items() if link == (f"{NAME}/k01", "g001"))
    arguments = ["accept", "qinghu-2023", "g001", f"{name}=reported-done", "--because-zh", "后文说大桥建成通车。"]
    assert main([*arguments, "--dry-run", "--top", str(followed)]) == 0
    assert f"reported-done  g001 on {NAME}/k01" in capsys.readouterr().out
    assert files_in(followed / "content") == before
    assert main([*arguments, "--top", str(followed)]) == 0
    assert "taken over into annotations.yaml and follow-ups.yaml" in capsys.readouterr().out
    assert (followed / "content" / "follow-ups.yaml").read_text("utf-8").split("\n")[1:] == [
        f"- promise: {NAME}/k01",
        "  later: [qinghu-2023/r01]",
        "  evidence: reported-done",
        "  because:",
        "    zh: 后文说大桥建成通车。",
        "",
    ]
    assert name not in named_links(followed)
    assert main(["check", "--top", str(followed)]) == 0
    assert capsys.readouterr().out.endswith("no issues\n")
    assert main(["accept", "qinghu-2023", "--undo", "--top", str(followed)]) == 0
    assert "annotations.yaml and follow-ups.yaml and suggestions.yaml are as they were" in capsys.readouterr().out
    assert files_in(followed / "content") == before


def test_that_a_ground_stands_there_already_is_told_where_another_is_given(followed: Path, capsys: Captured) -> None:
    (name,) = (name for name, link in named_links(followed).items() if link == (f"{NAME}/k01", "g001"))
    entry = f"- {{promise: {NAME}/k01, later: [qinghu-2023/r09], evidence: restated, because: 据原文。}}\n"
    (followed / "content/follow-ups.yaml").write_text(entry, "utf-8")
    line = ["accept", "qinghu-2023", "g001", f"{name}=restated", "--top", str(followed)]
    assert main([*line, "--because-zh", "另据原文。"]) == 0
    said = capsys.readouterr().out
    assert f"  {NAME}/k01 has its ground in content/follow-ups.yaml already, which stays as it is\n" in said
    assert "without because" not in said
    made = entry.replace("r09]", "r09, qinghu-2023/r01]")
    assert (followed / "content/follow-ups.yaml").read_text("utf-8") == made


def test_a_follow_up_that_waits_names_the_statement_by_the_id_that_it_was_given(followed: Path) -> None:
    assert main(["accept", "qinghu-2023", "g001", "--top", str(followed)]) == 0
    assert (f"{NAME}/k01", "r01") in named_links(followed).values()
    (name,) = (name for name, link in named_links(followed).items() if link == (f"{NAME}/k01", "r01"))
    assert main(["accept", "qinghu-2023", f"{name}=reported-done", "--top", str(followed)]) == 0
    assert "later: [qinghu-2023/r01]" in (followed / "content" / "follow-ups.yaml").read_text("utf-8")


def test_what_was_accepted_keeps_how_sure_the_program_was(suggested: Path) -> None:
    proposed = suggestions(suggested).read_text("utf-8").split("- id: g002")[1]
    sure = next(line for line in proposed.split("\n") if line.startswith("  confidence"))
    assert main(["accept", NAME, "g002", "--top", str(suggested)]) == 0
    assert f"  entered: suggested\n{sure}\n" in annotations(suggested)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["LINK"], 2, "say what LINK is evidence of, as in LINK=restated"),
        (["LINK=met"], 2, "LINK cannot be 'met'; later words are one of reported-done, "),
        (["LINK=not-found"], 2, "LINK cannot be 'not-found'"),
        (["f999=restated"], 2, "nothing is suggested for qinghu-2023 under f999"),
        (["LINK=restated"], 1, "LINK: g001 is no coded statement yet; name it, too"),
        (
            ["g001", "LINK=restated", "--because-zh", "重\u200b述。"],
            1,
            "content/follow-ups.yaml: U+200B ZERO WIDTH SPACE stands in the ground: 重‹U+200B›述。",
        ),
    ],
)
def test_a_follow_up_that_cannot_be_taken_over_is_told_and_nothing_is_written(
    arguments: list[str], code: int, said: str, followed: Path, capsys: Captured
) -> None:
    before = files_in(followed)
    (name,) = (name for name, link in named_links(followed).items() if link == (f"{NAME}/k01", "g001"))
    given = [one.replace("LINK", name) for one in arguments]
    assert ended("accept", "qinghu-2023", *given, "--top", str(followed)) == code
    assert said.replace("LINK", name) in capsys.readouterr().err and files_in(followed) == before


def test_what_the_file_says_of_a_promise_already_is_not_changed(followed: Path, capsys: Captured) -> None:
    path = followed / "content" / "follow-ups.yaml"
    path.write_text(f"- {{promise: {NAME}/k01, evidence: not-checked, because: 未核。}}\n", "utf-8")
    before = files_in(followed)
    (name,) = (name for name, link in named_links(followed).items() if link == (f"{NAME}/k01", "g001"))
    assert main(["accept", "qinghu-2023", "g001", f"{name}=restated", "--top", str(followed)]) == 1
    said = capsys.readouterr().err
    assert "content/follow-ups.yaml: line 1 says not-checked of qinghu-2022/k01 already" in said
    assert files_in(followed) == before


def test_a_refused_follow_up_is_not_suggested_again_for_this_text(followed: Path, capsys: Captured) -> None:
    (name,) = (name for name, link in named_links(followed).items() if link == (f"{NAME}/k01", "g001"))
    assert main(["reject", "qinghu-2023", name, "--top", str(followed)]) == 0
    assert "1 refused, 2 wait with" in capsys.readouterr().out
    assert main(["suggest", "qinghu-2023", "--top", str(followed)]) == 0
    assert (f"{NAME}/k01", "g001") not in named_links(followed).values()
    assert main(["accept", "qinghu-2023", "g001", "--top", str(followed)]) == 0
    assert main(["suggest", "qinghu-2023", "--top", str(followed)]) == 0
    assert (f"{NAME}/k01", "r01") not in named_links(followed).values()


def test_a_follow_up_goes_with_the_statement_that_is_refused(followed: Path) -> None:
    assert main(["reject", "qinghu-2023", "g001", "--top", str(followed)]) == 0
    assert "g001" not in {later for _, later in named_links(followed).values()}


def test_paragraphs_and_numbers_are_refused_too_and_not_suggested_again(tmp_path: Path, capsys: Captured) -> None:
    body = "# 一、2021年工作回顾\n全区建成三大平台。\n各位代表，让我们一起努力！"
    top = written(tmp_path, report(NAME, body))
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    file = suggestions(top).read_text("utf-8")
    assert "- {block: p2, " in file and "- {text: 三大平台, block: p1, " in file
    assert main(["reject", NAME, "p2", "三大平台", "--top", str(top)]) == 0
    assert "2 refused" in capsys.readouterr().out
    for again in (False, True):
        assert not again or main(["suggest", NAME, "--top", str(top)]) == 0
        file = suggestions(top).read_text("utf-8")
        assert "nothing_to_code" not in file and "\nnumbers:" not in file
        assert "rejected_blanks:\n- {block: p2, text_sha256: " in file
        assert "rejected_numbers:\n- {text: 三大平台, block: p1, text_sha256: " in file
    assert "2 refused before" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "given"),
    [("suggest", ()), ("accept", ("g001",)), ("accept", ("--all-above", "0.1")), ("reject", ("g001",))],
)
@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ("  kind: target: x\n", "which YAML takes for the end of a key"),
        ("rejected:\n- {kind: goal, quote: 建桥, text_sha256: ab}\n", "kind cannot be 'goal'"),
        ("rejected:\n- {kind: task, text_sha256: ab}\n", "has no quote"),
    ],
)
def test_suggestions_with_a_mistake_are_not_written_over(
    slip: str, said: str, command: str, given: tuple[str, ...], top: Path, capsys: Captured
) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    with suggestions(top).open("a", encoding="utf-8") as file:
        file.write(slip)
    before = files_in(top)
    assert main([command, NAME, *given, "--top", str(top)]) == 1
    told = capsys.readouterr().err
    assert f"content/reports/{NAME}/suggestions.yaml:" in told and said in told
    assert files_in(top) == before


def test_annotations_that_are_no_yaml_are_not_taken_for_none(top: Path, capsys: Captured) -> None:
    path = top / "content" / "reports" / NAME / "annotations.yaml"
    path.write_text("statements:\n- id: r01: x\n", "utf-8")
    assert main(["suggest", NAME, "--top", str(top)]) == 1
    assert f"content/reports/{NAME}/annotations.yaml:2:" in capsys.readouterr().err and not suggestions(top).exists()


def quotes(top: Path) -> list[str]:
    library = library_of(top)[0]
    waiting = library.reports[0].suggestions if library else None
    return [one.quote for one in waiting.statements] if waiting else []


@pytest.mark.parametrize("lacking", ["gloss", "gloss and themes"])
def test_what_is_coded_is_not_proposed_though_its_english_or_its_theme_is_missing(lacking: str, top: Path) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    before = quotes(top)
    assert main(["accept", NAME, "g001", "g003", "--top", str(top)]) == 0
    path = top / "content" / "reports" / NAME / "annotations.yaml"
    if lacking != "gloss":
        path.write_text(path.read_text("utf-8").replace("  themes: [jobs]\n", ""), "utf-8")
    for name in (NAME, NAME):
        assert main(["suggest", name, "--top", str(top)]) == 0
        assert quotes(top) == [before[1], before[3]]


def test_what_lacks_its_english_still_hinders_nobody_from_taking_over_the_rest(top: Path) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    for name in ("g001", "g003"):
        assert main(["accept", NAME, name, "--top", str(top)]) == 0
    assert [line for line in annotations(top).split("\n") if line.startswith("- id")] == ["- id: r01", "- id: t01"]


BY_HAND = """
statements:
- {id: t01, kind: target, quote: 新增就业2万人, gloss: more jobs, themes: [jobs]}
nothing_to_code: [h1]
"""


def test_what_was_coded_since_it_was_suggested_is_not_coded_twice(top: Path, capsys: Captured) -> None:
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    names = quotes(top)
    (folder := top / "content" / "reports" / NAME).joinpath("annotations.yaml").write_text(BY_HAND, "utf-8")
    before = files_in(top)
    name = (
        f"g{names.index('力争新增就业2万人以上' if '力争新增就业2万人以上' in names else '新增就业2万人以上') + 1:03}"
    )
    capsys.readouterr()
    assert main(["accept", NAME, name, "--top", str(top)]) == 1
    told = capsys.readouterr().err
    assert f"{name}: coded or accounted for already" in told and f"`duizhao suggest {NAME}`" in told
    assert files_in(top) == before
    assert main(["accept", NAME, "--all-above", "0.01", "--top", str(top)]) == 0
    said = (folder / "annotations.yaml").read_text("utf-8")
    assert said.count("2万人") == 1 and "改造老旧小区12个" in said


def test_a_follow_up_of_a_promise_that_was_accepted_since_leads_to_the_one_command_that_helps(
    followed: Path, capsys: Captured
) -> None:
    folder = followed / "content/reports" / NAME
    (folder / "annotations.yaml").unlink()
    assert main(["suggest", NAME, "qinghu-2023", "--top", str(followed)]) == 0
    ((name, (full_id, later)),) = named_links(followed).items()
    promise = full_id.partition("/")[2]
    wanted = ["accept", "qinghu-2023", later, f"{name}=reported-done", "--top", str(followed)]
    assert main(wanted) == 1
    first = f"`duizhao accept {NAME} {promise}`, then `duizhao suggest qinghu-2023`"
    assert first in capsys.readouterr().err
    assert main(["accept", NAME, promise, "--top", str(followed)]) == 0
    assert main(wanted) == 1
    assert f"{NAME}/{promise} is not there any more; `duizhao suggest qinghu-2023`" in capsys.readouterr().err
    assert main(["suggest", "qinghu-2023", "--top", str(followed)]) == 0
    ((name, (full_id, later)),) = named_links(followed).items()
    assert full_id == f"{NAME}/t01"
    assert main(["accept", "qinghu-2023", later, f"{name}=reported-done", "--top", str(followed)]) == 0
