"""`duizhao sync`: a heading is changed in the text or in the steps, and the other follows; words are never changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, strategies as st

from duizhao.cli import main
from duizhao.importers.aligning import NotAligned
from duizhao.importers.syncing import synced

from .invented import BLANKS, BODIES, LEADS, OPENING, PARTS, TEXT, WRAPPED, wrapped
from .made import import_of, site

NAME = "qinghu-2023-work-report"
FOLDER = f"content/reports/{NAME}"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A site with the invented report, a comment in its steps."""
    top = site(tmp_path / "site")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert main(["import", str(tmp_path / "a.txt"), "--district", "qinghu", "--top", str(top)]) == 0
    change(top, lambda text: text.replace("  lines:\n", "  lines:  # by hand\n    # the title\n", 1))
    return top


def report(top: Path) -> Path:
    return top / FOLDER / "report.md"


def change(top: Path, how: Callable[[str], str]) -> str:
    """Changes the report as a person does; returns what it is then."""
    before = report(top).read_text("utf-8")
    after = how(before)
    assert after != before
    report(top).write_text(after, "utf-8")
    return after


def sync(top: Path, *words: str) -> int:
    return main(["sync", NAME, *words, "--top", str(top)])


def steps(top: Path) -> list[str]:
    """The lines of the clean-up."""
    text = report(top).read_text("utf-8")
    return [line.strip() for line in text[text.index("clean_up:") : text.index("\n---\n", 4)].splitlines()]


def body(text: str) -> str:
    return text.split("\n---\n", 1)[1]


CHANGES = {
    "a lead that is none, and a heading behind it": (
        lambda t: t.replace(f"## {LEADS[1]}", LEADS[1]).replace(BODIES[1], f"### {BODIES[1]}"),
        f'- {{paragraph: "8", part: "{LEADS[1]}"}}',
    ),
    "the level of one": (lambda t: t.replace(f"## {LEADS[0]}", f"### {LEADS[0]}"), f'"{LEADS[0]}"'),
    "the level of all": (lambda t: t.replace("\n## ", "\n### "), "level: 3"),
    "one that is none": (lambda t: t.replace(f"## {LEADS[1]}\n\n", LEADS[1]), '- {paragraph: "8"}'),
    "a part that is none": (lambda t: t.replace(f"# {PARTS[1]}", PARTS[1]), '- {paragraph: "9"}'),
    "a sentence that is one": (
        lambda t: t.replace("各位代表，蓝图", "### 各位代表，蓝图").replace("在于实干。", "在于实干。\n\n"),
        '- {heading: "12", level: 3, part: 各位代表，蓝图已经绘就，关键在于实干。}',
    ),
    "two paragraphs of one": (
        lambda t: t.replace("在于实干。", "在于实干。\n\n"),
        '- {paragraph: "12", part: 各位代表，蓝图已经绘就，关键在于实干。}',
    ),
    "two lines that are one": (
        lambda t: t.replace(f"# {PARTS[1]}\n\n## {LEADS[2]}\n\n", f"# {PARTS[1]} {LEADS[2]}"),
        '- {heading: "9-10", level: 1, join: " "}',
    ),
}


@pytest.mark.parametrize("case", CHANGES)
def test_the_steps_follow_a_heading_that_is_changed_in_the_text(case: str, top: Path, capsys: Captured) -> None:
    how, step = CHANGES[case]
    wanted = body(change(top, how))
    assert main(["check", "--top", str(top)]) == 1
    capsys.readouterr()
    assert sync(top) == 0
    assert main(["check", "--top", str(top)]) == 0
    assert body(report(top).read_text("utf-8")) == wanted
    assert (
        any(step in line for line in steps(top)) and "lines:  # by hand" in steps(top) and "# the title" in steps(top)
    )


def test_a_line_of_which_something_is_left_out_and_pinyin_in_it_are_no_hindrance(tmp_path: Path) -> None:
    text = TEXT.replace("实干。让", "实干(gàn)。让").replace("奋斗！\n", "奋斗！  （完，下载附件）\n")
    one = import_of("a.txt", text.encode(), tmp_path)
    before = one.files["report.md"].decode()
    assert "part: " in before and "pinyin: removed" in before and "实干。让" in before
    changed = before.replace("各位代表，蓝图", "## 各位代表，蓝图").replace("实干。让", "实干。\n\n让")
    done = synced(FOLDER, {**one.files, "report.md": changed.encode()}, ("en", "zh"), "text")
    assert body(done.data.decode()) == body(changed)
    assert 'level: 2, part: "各位代表，蓝图已经绘就，关键在于实干(gàn)。"' in done.data.decode()


def changed_text(text: str, how: Callable[[str], str]) -> tuple[str, str]:
    """What sync makes of the import of a text whose report is changed so, and what the report was before the change."""
    with TemporaryDirectory() as folder:
        one = import_of("a.txt", text.encode(), Path(folder))
    before = one.files["report.md"].decode()
    assert how(before) != before
    done = synced(FOLDER, {**one.files, "report.md": how(before).encode()}, ("en", "zh"), "text")
    return done.data.decode(), before


SHORT = ("同时也要看到，晴湖区的公共服务还有短板，产业转型的步子还要加快，", "对此要认真解决。今年要有起色。")
BROKEN = TEXT.replace(PARTS[1], "\n".join((*SHORT, PARTS[1])))


def test_lines_that_the_import_joins_are_parted_where_a_line_ends() -> None:
    done, before = changed_text(BROKEN, lambda text: text.replace("".join(SHORT), "\n\n".join(SHORT)))
    assert '- {paragraph: "9-10"}' in before and '- {paragraph: "9-10"}' not in done
    assert body(done) == body(before).replace("".join(SHORT), "\n\n".join(SHORT))


def test_of_lines_that_are_parted_each_can_be_a_heading_or_be_parted_again() -> None:
    def how(text: str) -> str:
        return text.replace("".join(SHORT), "\n\n### ".join(SHORT)).replace("认真解决。", "认真解决。\n\n")

    done, before = changed_text(BROKEN, how)
    assert body(done) == body(how(before)) and '{heading: "10", level: 3, part: 对此要认真解决。}' in done


def test_an_empty_heading_is_refused() -> None:
    with pytest.raises(NotAligned):
        changed_text(TEXT, lambda text: text.replace(BODIES[0], f"{BODIES[0]}\n\n###"))


@pytest.mark.parametrize(
    "text", ["\n".join(WRAPPED), wrapped("", ""), wrapped(BLANKS, "")], ids=["whole", "broken", "indented"]
)
def test_whatever_is_joined_can_be_parted_again(text: str) -> None:
    def how(report: str) -> str:
        return re.sub("(回顾|服务。)\n\n(?!#)", "\\1", report)

    with TemporaryDirectory() as folder:
        one = import_of("a.txt", text.encode(), Path(folder))
    before = one.files["report.md"].decode()
    done = synced(FOLDER, {**one.files, "report.md": how(before).encode()}, ("en", "zh"), "text").data.decode()
    assert body(done) == body(how(before)) != body(before)
    front = done[: done.index("\n---\n", 4)]
    again = {**one.files, "report.md": f"{front}\n---\n{body(before)}".encode()}
    assert body(synced(FOLDER, again, ("en", "zh"), "text").data.decode()) == body(before)


def marked(words: str, before: str, after: str) -> Callable[[str], str]:
    return lambda report: report.replace(words, f"{before}{words}{after}", 1)


@pytest.mark.parametrize("text", [wrapped("", ""), wrapped(BLANKS, "")], ids=["broken", "indented"])
@pytest.mark.parametrize(
    "how",
    [
        marked("现在，我代表晴湖区人民政府，", "### ", "\n\n"),
        marked("现在，我代表晴湖区人民政府，", "", "\n\n"),
        marked("其中规模以上工业企业14家，", "\n\n## ", "\n\n"),
        marked("其中规模以上工业企业14家，", "\n\n", "\n\n"),
    ],
)
def test_a_piece_of_a_line_that_a_rule_joins_can_be_a_block(text: str, how: Callable[[str], str]) -> None:
    done, before = changed_text(text, how)
    assert body(done) == body(how(before))


def test_two_paragraphs_that_meet_in_a_line_and_go_over_others_are_refused() -> None:
    with pytest.raises(NotAligned, match="parted where no line ends, and no step makes a block of parts of two lines"):
        changed_text(wrapped("", ""), marked("引进企业127家，", "", "\n\n"))


def test_lines_between_which_another_step_takes_one_are_refused_with_that_reason() -> None:
    doubled = TEXT.replace(OPENING, f"{OPENING}\n{OPENING}")
    with pytest.raises(NotAligned, match=r"lines 5-7 of the capture cannot be one block: .* line 6 is of another"):
        changed_text(doubled, lambda text: text.replace(f"{OPENING}\n\n# ", OPENING))


def test_a_step_that_nothing_is_left_for_goes_and_comes_again(top: Path) -> None:
    first = report(top).read_text("utf-8")
    change(top, lambda text: text.replace("# 一、", "一、").replace("# 二、", "二、"))
    assert sync(top) == 0
    assert not any("{一}、" in line for line in steps(top))
    change(top, lambda text: text.replace("\n一、", "\n# 一、").replace("\n二、", "\n# 二、"))
    assert sync(top) == 0
    assert body(report(top).read_text("utf-8")) == body(first)
    assert main(["check", "--top", str(top)]) == 0


def test_the_text_follows_a_step_that_is_changed(top: Path, capsys: Captured) -> None:
    change(top, lambda text: text.replace("at: start, level: 2", "at: start, level: 3"))
    assert sync(top, "--keep", "steps") == 0
    assert f"### {LEADS[0]}" in report(top).read_text("utf-8")
    assert main(["check", "--top", str(top)]) == 0


def test_a_count_that_is_wrong_is_set_right(top: Path) -> None:
    before = report(top).read_text("utf-8")
    change(top, lambda text: text.replace("count: 4", "count: 7"))
    assert sync(top) == 0 and report(top).read_text("utf-8") == before


@pytest.mark.parametrize("keep", ["text", "steps"])
def test_other_words_are_refused_and_nothing_is_written(keep: str, top: Path, capsys: Captured) -> None:
    spoilt = change(top, lambda text: text.replace("9000人", "9001人"))
    assert sync(top, "--keep", keep) == 1
    assert "not changed: the text has other words than the steps make, in line" in capsys.readouterr().err
    assert report(top).read_text("utf-8") == spoilt
    change(top, lambda text: text.replace(f"{BODIES[1]}\n\n", ""))
    assert sync(top, "--keep", keep) == 1


def test_nothing_is_written_where_all_is_in_line_or_a_dry_run_is_asked_for(top: Path, capsys: Captured) -> None:
    before = report(top).read_bytes()
    assert sync(top) == 0 and "steps and text are in line" in capsys.readouterr().out
    assert report(top).read_bytes() == before
    changed = change(top, lambda text: text.replace("## （一）", "### （一）"))
    assert sync(top, "--dry-run") == 0
    said = capsys.readouterr().out
    assert "would change" in said and "  + " in said
    assert report(top).read_text("utf-8") == changed


def test_line_ends_and_the_mark_at_the_beginning_stay(top: Path) -> None:
    text = report(top).read_text("utf-8").replace("## （一）", "### （一）")
    report(top).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert sync(top) == 0
    data = report(top).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf---\r\n") and data.count(b"\n") == data.count(b"\r\n")
    assert b'level: 3, part: "' in data


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda text: text.replace("clean_up:", "clean-up:"), "mend that first"),
        (lambda text: text.replace('metadata: "1"', 'metadata: "99"'), "mend that first"),
        (lambda text: text.replace("---\n", "", 1), "mend that first"),
        (lambda text: "", "mend that first"),
        (lambda text: text.replace("## （一）", "### （一）").replace("(", "\t("), ""),
    ],
)
def test_a_report_that_is_spoilt_is_left_as_it_is(
    spoil: Callable[[str], str], reason: str, top: Path, capsys: Captured
) -> None:
    text = spoil(report(top).read_text("utf-8"))
    report(top).write_text(text, "utf-8")
    code = sync(top)
    assert code in (0, 1) and reason in capsys.readouterr().err
    assert code == 0 or report(top).read_text("utf-8") == text


@pytest.mark.parametrize("name", ["none", "../districts", ""])
def test_a_report_that_is_not_there_is_refused(name: str, top: Path, capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["sync", name, "--top", str(top)])
    assert "there is no report" in capsys.readouterr().err


LEVELS = st.lists(st.integers(0, 3), min_size=12, max_size=12)


@pytest.mark.long
@given(levels=LEVELS)
def test_whatever_is_made_a_heading_the_steps_make_it_or_nothing_changes(
    levels: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    one = import_of("a.txt", TEXT.encode(), tmp_path_factory.getbasetemp() / "levels")
    text = one.files["report.md"].decode()
    front = text[: text.index("\n---\n", 4) + 5]
    blocks = zip(levels, one.made.blocks, strict=True)
    wanted = front + "\n" + "\n\n".join(f"{'#' * level + ' ' if level else ''}{b.text}" for level, b in blocks) + "\n"
    try:
        done = synced(FOLDER, {**one.files, "report.md": wanted.encode()}, ("en", "zh"), "text")
    except NotAligned as reason:
        assert "\n" not in str(reason)
        return
    assert body(done.data.decode()) == body(wanted)
