"""What a page asks to be written: the YAML files afterwards, and what is refused with nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from duizhao.content.files import library_of
from duizhao.replacing import replace_file
from duizhao.serving.amending import amended, chosen
from duizhao.serving.editing import Editor, Outcome
from duizhao.serving.opening import Refused, opened
from duizhao.serving.telling import told_of
from duizhao.suggest.making import made_for
from duizhao.suggest.writing import suggestions_text

from ..sample import report, written

NAME = "qinghu-2022"
BODY = """
# 一、2021年工作回顾
新增就业2.1万人。东湖大桥建成通车。
# 二、2022年工作安排
力争新增就业2万人以上，改造老旧小区12个。改造老旧小区12个是大事。
各位代表，让我们一起努力！
"""
CODED = "# Kept by hand.\nstatements: []\n\n# the end\n"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A project with suggestions."""
    top = written(tmp_path, report(NAME, BODY))
    library = library_of(top)[0]
    assert library
    replace_file(folder(top) / "suggestions.yaml", suggestions_text(made_for(library, library.reports[0])).encode())
    return top


@pytest.fixture
def editor(top: Path) -> Editor:
    library = library_of(top)[0]
    return Editor(top, lambda: library)


def folder(top: Path) -> Path:
    return top / "content" / "reports" / NAME


def tree(top: Path) -> dict[str, bytes]:
    content = top / "content"
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def act(editor: Editor, do: str, **fields: str) -> Outcome:
    """What comes of a wish of a page that has seen the report as it is."""
    form = {"do": do, "act": do, "report": NAME, "known": editor.open(NAME).known} | fields
    editor.act(form)
    outcome = editor.outcome(do, 0)
    assert outcome
    return outcome


def annotations(top: Path) -> str:
    return (folder(top) / "annotations.yaml").read_text("utf-8")


def place(editor: Editor, words: str, nth: int = 0) -> dict[str, str]:
    """Where words stand, as a page tells it of a selection."""
    for block in editor.open(NAME).report.blocks:
        at = -1
        for _ in range(nth + 1):
            at = block.text.find(words, at + 1)
        if at >= 0 and not block.level:
            return {"block": block.id, "start": str(at), "end": str(at + len(words))}
    raise KeyError(words)


def test_what_is_accepted_stands_in_the_annotations_and_waits_no_longer(editor: Editor, top: Path) -> None:
    assert act(editor, "accept", name="g001") == Outcome(True, "r01")
    assert "- id: r01\n  kind: result\n  quote: 新增就业2.1万人\n  themes: [jobs]\n" in annotations(top)
    assert annotations(top).count("entered: suggested") == 1
    assert "g001" not in (folder(top) / "suggestions.yaml").read_text("utf-8")
    assert act(editor, "accept", name="g003").said == "t01" and annotations(top).index("r01") < annotations(top).index(
        "t01"
    )


def test_what_a_person_has_changed_stands_as_it_was_written(editor: Editor, top: Path) -> None:
    given = {"themes": "jobs", "gloss": 'The "East Lake"\nbridge: opened', "time": "2021-06", "basis": "stated"}
    assert act(editor, "accept", name="g002", quote="大桥建成通车", **given).done
    said = annotations(top)
    assert "  quote: 大桥建成通车\n" in said and 'period: "2021-06"\n  period_basis: stated' in said
    assert r'gloss: "The \"East Lake\" bridge: opened"' in said and "entered" not in said
    assert library_of(top)[0].reports[0].statements[0].gloss == 'The "East Lake" bridge: opened'  # type: ignore[union-attr]


def test_another_kind_has_the_keys_of_its_own(editor: Editor, top: Path) -> None:
    assert act(editor, "accept", name="g001", kind="target").said == "t01"
    assert "kind: target" in annotations(top) and "by: " in annotations(top) and "period: " not in annotations(top)


def test_a_suggestion_without_a_theme_is_not_taken_before_one_is_named(editor: Editor, top: Path) -> None:
    before = tree(top)
    assert act(editor, "accept", name="g002") == Outcome(False, "it has no theme yet; name one")
    assert tree(top) == before


def test_selected_words_become_a_statement_with_figures_and_time(editor: Editor, top: Path) -> None:
    where = place(editor, "新增就业2万人以上")
    assert act(editor, "add", **where, kind="target", themes="jobs", gloss="more jobs") == Outcome(True, "t01")
    said = annotations(top)
    assert "quote: 新增就业2万人以上" in said and "{figure: 2万人以上, value: 20000, unit: 人, operator: ge" in said
    assert 'by: "2022"' in said and "entered" not in said and "g003" in (folder(top) / "suggestions.yaml").read_text()


def test_words_that_stand_twice_gain_what_tells_them_apart(editor: Editor, top: Path) -> None:
    where = place(editor, "改造老旧小区12个", 1)
    made = chosen(editor.open(NAME), where | {"kind": "situation"})
    assert (made.prefix, made.suffix) == ("。", "")
    assert act(editor, "add", **where, kind="situation", themes="jobs").done
    statement = library_of(top)[0]
    assert statement and "prefix: 。" in annotations(top) or 'prefix: "。"' in annotations(top)


def test_places_are_counted_as_pages_count(top: Path, editor: Editor) -> None:
    """A character beyond the first plane is two units of UTF-16."""
    body = "# 一、回顾\n𠮷祥路建成通车，新增就业2万人。"
    written(top, report("qinghu-2021", body, date='"2021"', covers='"2021"'))
    own = Editor(top, lambda: library_of(top)[0])
    made = chosen(own.open("qinghu-2021"), {"block": "p1", "start": "9", "end": "16", "kind": "result"})
    assert made.quote == "新增就业2万人"


def test_a_paragraph_and_a_number_are_taken_too_and_refused_as_well(editor: Editor, top: Path) -> None:
    assert [one.block for one in editor.open(NAME).waiting.nothing_to_code] == ["p3"]
    assert act(editor, "accept", name="p3").done and "nothing_to_code: [p3]" in annotations(top)
    assert act(editor, "undo").done
    assert act(editor, "reject", name="p3").done
    assert editor.open(NAME).waiting.nothing_to_code == ()


def test_what_is_refused_is_remembered(editor: Editor, top: Path) -> None:
    assert act(editor, "reject", name="g002") == Outcome(True, "g002")
    said = (folder(top) / "suggestions.yaml").read_text("utf-8")
    assert (
        "rejected:\n- {kind: result, quote: 东湖大桥建成通车" in said
        and not (folder(top) / "annotations.yaml").exists()
    )


def test_each_act_is_undone_the_last_first(editor: Editor, top: Path) -> None:
    trees = [tree(top)]
    for do, fields in (
        ("accept", {"name": "g001"}),
        ("reject", {"name": "g002"}),
        ("add", place(editor, "力争新增就业2万人以上") | {"kind": "target", "themes": "jobs"}),
    ):
        assert act(editor, do, **fields).done
        trees.append(tree(top))
    again = Editor(top, editor.library)  # another run
    for before in trees[-2::-1]:
        assert again.can_undo(NAME) and act(again, "undo").done
        assert tree(top) == before
    assert not again.can_undo(NAME) and not act(again, "undo").done


def test_a_file_that_was_changed_meanwhile_is_not_written(editor: Editor, top: Path) -> None:
    known = editor.open(NAME).known
    replace_file(folder(top) / "annotations.yaml", CODED.encode())
    before = tree(top)
    for do, fields in (("accept", {"name": "g001"}), ("reject", {"name": "g001"}), ("undo", {})):
        outcome = act(editor, do, known=known, **fields)
        assert not outcome.done and "changed on disk meanwhile: nothing was written" in outcome.said
    assert tree(top) == before
    assert act(editor, "accept", name="g001").done and annotations(top).startswith("# Kept by hand.\n")


def test_an_undo_loses_nothing_that_was_written_since(editor: Editor, top: Path) -> None:
    assert act(editor, "accept", name="g001").done
    (folder(top) / "annotations.yaml").write_text(annotations(top) + "# mine\n", "utf-8")
    outcome = act(editor, "undo")
    assert not outcome.done and "was changed since" in outcome.said and annotations(top).endswith("# mine\n")


@pytest.mark.parametrize(
    ("do", "fields", "said"),
    [
        ("accept", {"name": "g999"}, "nothing is suggested under 'g999'"),
        ("accept", {"name": ""}, "nothing is suggested"),
        ("accept", {"name": "g001", "kind": "goal"}, "there is no kind 'goal'"),
        ("accept", {"name": "g001", "quote": "新增就业9万人"}, "these words do not stand in paragraph p1"),
        ("accept", {"name": "g001", "themes": "work"}, "there is no theme 'work'; there are jobs"),
        ("accept", {"name": "g001", "time": "soon"}, "'soon' is no time"),
        ("accept", {"name": "g001", "time": "2022", "basis": "felt"}, "the basis of a time is one of"),
        ("reject", {"name": "g999"}, "nothing is suggested"),
        ("add", {"block": "p9", "start": "0", "end": "3"}, "there is no paragraph 'p9'"),
        ("add", {"block": "h1", "start": "0", "end": "3"}, "a heading states nothing"),
        ("add", {"block": "p1", "start": "-1", "end": "3"}, "there is no such place"),
        ("add", {"block": "p1", "start": "3", "end": "3"}, "select words of one paragraph"),
        ("add", {"block": "p1", "start": "0", "end": "2", "kind": "task"}, "it has no theme yet"),
        ("add", {}, "there is no paragraph ''"),
        ("drop", {}, "there is no such wish"),
        ("accept", {"report": "nowhere"}, "there is no report 'nowhere'"),
        ("accept", {"report": "../reports/qinghu-2022"}, "there is no report"),
        ("accept", {"report": ""}, "there is no report ''"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    do: str, fields: dict[str, str], said: str, editor: Editor, top: Path
) -> None:
    before = tree(top)
    outcome = act(editor, do, **fields)
    assert not outcome.done and said in outcome.said and tree(top) == before


def test_a_link_in_the_place_of_a_file_is_not_written_through(editor: Editor, top: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(CODED, "utf-8")
    (folder(top) / "annotations.yaml").symlink_to(outside)
    editor.act({"do": "accept", "act": "x", "report": NAME, "known": "", "name": "g001"})
    outcome = editor.outcome("x", 0)
    assert outcome and not outcome.done and "is a link" in outcome.said and outside.read_text() == CODED


def test_a_report_elsewhere_is_not_written(editor: Editor, top: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    folder(top).rename(elsewhere)
    folder(top).symlink_to(elsewhere)
    with pytest.raises(Refused, match="leads out of content/"):
        opened(top, NAME, editor.library())


def test_annotations_that_cannot_be_read_are_left_alone(editor: Editor, top: Path) -> None:
    (folder(top) / "annotations.yaml").write_text("statements: [", "utf-8")
    before = tree(top)
    assert "cannot be read" in act(editor, "accept", name="g001").said and tree(top) == before


def test_suggestions_that_cannot_be_read_are_not_replaced(editor: Editor, top: Path) -> None:
    (folder(top) / "suggestions.yaml").write_text("text_sha256: [", "utf-8")
    before = tree(top)
    assert not act(editor, "reject", name="g001").done
    assert act(editor, "add", **place(editor, "新增就业2.1万人"), kind="result", themes="jobs").done
    assert tree(top)[f"reports/{NAME}/suggestions.yaml"] == before[f"reports/{NAME}/suggestions.yaml"]


def test_a_page_is_told_what_waits_in_the_order_of_the_text_and_what_is_left(editor: Editor) -> None:
    told = told_of(editor.open(NAME))
    assert json.dumps(told)
    assert [one["name"] for one in told["suggestions"]] == ["g001", "g002", "g003", "g004", "g005", "p3"]  # type: ignore[index, attr-defined]
    assert told["left"] == {"paragraphs": ["p1", "p2", "p3"], "numbers": 4, "suggestions": 6}
    assert act(editor, "accept", name="g001").done
    left = told_of(editor.open(NAME))["left"]
    assert left == {"paragraphs": ["p2", "p3"], "numbers": 3, "suggestions": 5}


def test_what_the_form_does_not_say_stays_as_it_was_proposed(editor: Editor) -> None:
    one = editor.open(NAME).waiting.statements[0]
    assert amended(editor.open(NAME), one, {}) == one
