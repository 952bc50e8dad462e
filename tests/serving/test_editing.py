"""What a page asks to be written: the YAML files afterwards, and what is refused with nothing lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from duizhao.content.files import library_of
from duizhao.serving.amending import Amended, amended, chosen
from duizhao.serving.editing import Editor
from duizhao.serving.opening import OpenReport, Refused, opened
from duizhao.serving.telling import told_of, told_statement
from duizhao.suggest.making import made_for
from duizhao.suggest.writing import suggestions_text

from ..sample import files_in, report, written

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
    made = suggestions_text(made_for(library, library.reports[0]))
    (folder(top) / "suggestions.yaml").write_bytes(made.encode())
    return top


@pytest.fixture
def editor(top: Path) -> Editor:
    library = library_of(top)[0]
    return Editor(top, lambda: library)


def folder(top: Path) -> Path:
    return top / "content" / "reports" / NAME


def tree(top: Path) -> dict[str, bytes]:
    return files_in(top / "content")


class Came(NamedTuple):
    """What came of a wish, with what is said of it in English."""

    done: bool
    said: str
    field: str = ""


def act(editor: Editor, do: str, **fields: str) -> Came:
    """What comes of a wish of a page that has seen the report as it is."""
    form = {"do": do, "act": do, "report": NAME, "known": editor.open(NAME).known} | fields
    editor.act(form)
    outcome = editor.outcome(do, 0)
    assert outcome
    return Came(outcome.done, str(outcome.said), outcome.field)


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
    assert act(editor, "accept", name="g001") == Came(True, "r01")
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
    assert act(editor, "accept", name="g002") == Came(False, "It has no theme yet. Name one.", "themes")
    assert tree(top) == before


def test_selected_words_become_a_statement_with_figures_and_time(editor: Editor, top: Path) -> None:
    where = place(editor, "新增就业2万人以上")
    assert act(editor, "add", **where, kind="target", themes="jobs", gloss="more jobs") == Came(True, "t01")
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
    assert act(editor, "reject", name="g002") == Came(True, "g002")
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
    (folder(top) / "annotations.yaml").write_bytes(CODED.encode())
    before = tree(top)
    for do, fields in (("accept", {"name": "g001"}), ("reject", {"name": "g001"}), ("undo", {})):
        outcome = act(editor, do, known=known, **fields)
        assert not outcome.done and "changed on disk meanwhile: nothing was written" in outcome.said
    assert tree(top) == before
    assert act(editor, "accept", name="g001").done and annotations(top).startswith("# Kept by hand.\n")


class Overtaken(Editor):
    """An editor who has just read a report when somebody else writes its files."""

    def open(self, name: str) -> OpenReport:
        report = super().open(name)
        for file in ("annotations.yaml", "suggestions.yaml"):
            (report.folder / file).write_bytes(b"# theirs\n")
        return report


@pytest.mark.parametrize("do", ["accept", "reject"])
def test_a_file_that_was_changed_after_it_was_read_is_not_written(do: str, editor: Editor, top: Path) -> None:
    known, overtaken = editor.open(NAME).known, Overtaken(top, editor.library)
    overtaken.act({"do": do, "act": do, "report": NAME, "known": known, "name": "g001"})
    outcome = overtaken.outcome(do, 0)
    assert outcome and not outcome.done and "changed on disk meanwhile: nothing was written" in str(outcome.said)
    assert annotations(top) == (folder(top) / "suggestions.yaml").read_text("utf-8") == "# theirs\n"


def shown(editor: Editor, name: str) -> dict[str, str]:
    """How a page names what waits, with the words that it has shown."""
    rows = told_of(editor.open(NAME), {})["suggestions"]
    return next({"name": name, "shown": row["shown"]} for row in rows if row["name"] == name)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("do", "name"), [("accept", "g001"), ("reject", "g001"), ("accept", "p3"), ("reject", "p3")])
def test_nothing_is_written_of_other_words_than_a_page_has_shown(do: str, name: str, editor: Editor, top: Path) -> None:
    seen, old = shown(editor, name), editor.open(NAME).report.text_sha256
    written(top, report(NAME, BODY.replace("一起努力", "一起奋斗")))
    path = folder(top) / "suggestions.yaml"
    made = path.read_text("utf-8").replace("quote: 新增就业2.1万人", "quote: 就业2.1万人")
    path.write_text(made.replace(old, editor.open(NAME).report.text_sha256), "utf-8")
    before = tree(top)
    outcome = act(editor, do, **seen)
    assert not outcome.done and "are others on disk now: nothing was written" in outcome.said
    assert tree(top) == before
    assert act(editor, do, themes="jobs", **shown(editor, name)).done


def test_a_suggestion_is_known_again_by_its_words_whatever_its_name(editor: Editor, top: Path) -> None:
    before = {row["name"]: row["shown"] for row in told_of(editor.open(NAME), {})["suggestions"]}  # type: ignore[attr-defined]
    path = folder(top) / "suggestions.yaml"
    path.write_text(path.read_text("utf-8").replace("g001", "g007"), "utf-8")
    after = {row["name"]: row["shown"] for row in told_of(editor.open(NAME), {})["suggestions"]}  # type: ignore[attr-defined]
    assert after["g007"] == before["g001"] and len({*after.values()}) == len(after)


def test_words_that_were_selected_on_an_older_page_are_not_taken_for_others(editor: Editor, top: Path) -> None:
    where = place(editor, "新增就业2万人以上") | {"selected": "新增就业2万"}
    mark = told_statement(chosen(editor.open(NAME), where), "added")["shown"]
    written(top, report(NAME, BODY.replace("力争新增", "今年力争新增")))
    before = tree(top)
    with pytest.raises(Refused, match="are others on disk now"):
        chosen(editor.open(NAME), where)
    for given in (where, {**where, "selected": "", "shown": str(mark)}):
        outcome = act(editor, "add", **given, kind="target", themes="jobs")
        assert not outcome.done and "are others on disk now" in outcome.said
    assert tree(top) == before


@pytest.mark.parametrize("field", ["gloss", "quote", "themes", "time", "m0.figure"])
def test_a_text_that_is_too_long_is_told_at_its_field_and_not_cut(field: str, editor: Editor, top: Path) -> None:
    before = tree(top)
    given = {"themes": "jobs", "measures": "1", "m0.figure": "2.1万人"} | {field: "长" * 2001}
    said = "At most 2,000 characters can be written here; these are 2,001. Nothing was written."
    assert act(editor, "accept", name="g001", **given) == Came(False, said, field)
    assert tree(top) == before


UNSEEN = ("\u200b", "\ufeff", "\u00ad", "\u202e", "\ufffd", "\ue000", "\ufdd0", "\u200b\u202e")


@pytest.mark.parametrize("char", UNSEEN)
@pytest.mark.parametrize("field", ["gloss", "quote", "m0.unit", "time"])
def test_a_character_that_nobody_sees_is_told_at_its_field_with_the_words_about_it(
    field: str, char: str, editor: Editor, top: Path
) -> None:
    before, code = tree(top), f"U+{ord(char[0]):04X}"
    given = {"themes": "jobs", "measures": "1", "m0.figure": "2.1万人", field: f"2.1 millions{char}of them"}
    for do, where in (("accept", {"name": "g001"}), ("add", place(editor, "新增就业2.1万人") | {"kind": "result"})):
        outcome = act(editor, do, **where, **given)
        assert (outcome.done, outcome.field) == (False, field) and tree(top) == before
        assert f"“millions‹{code}›" in outcome.said and f"{code} " in outcome.said.partition("”")[2]


def test_what_was_coded_by_hand_since_is_offered_no_more(editor: Editor, top: Path) -> None:
    assert act(editor, "add", **place(editor, "新增就业2万人以上"), kind="target", themes="jobs").done
    told = told_of(editor.open(NAME), {})
    assert "g003" not in {row["name"] for row in told["suggestions"]}  # type: ignore[attr-defined]
    assert "Nothing is suggested under “g003”" in act(editor, "accept", name="g003").said
    assert act(editor, "undo").done and act(editor, "accept", name="g003").done


def test_an_undo_loses_nothing_that_was_written_since(editor: Editor, top: Path) -> None:
    assert act(editor, "accept", name="g001").done
    (folder(top) / "annotations.yaml").write_text(annotations(top) + "# mine\n", "utf-8")
    outcome = act(editor, "undo")
    assert not outcome.done and "was changed since" in outcome.said and annotations(top).endswith("# mine\n")


@pytest.mark.parametrize(
    ("do", "fields", "said"),
    [
        ("accept", {"name": "g999"}, "Nothing is suggested under “g999”"),
        ("accept", {"name": ""}, "Nothing is suggested"),
        ("accept", {"name": "g001", "kind": "goal"}, "There is no kind “goal”"),
        ("accept", {"name": "g001", "quote": "新增就业9万人"}, "These words do not stand in paragraph p1"),
        ("accept", {"name": "g001", "themes": "work"}, "There is no theme “work”. There are jobs"),
        ("accept", {"name": "g001", "time": "soon"}, "“soon” is no time"),
        ("accept", {"name": "g001", "time": "2022", "basis": "felt"}, "“felt” is none of stated, inferred"),
        ("reject", {"name": "g999"}, "Nothing is suggested"),
        ("add", {"block": "p9", "start": "0", "end": "3"}, "There is no paragraph “p9”"),
        ("add", {"block": "h1", "start": "0", "end": "3"}, "A heading states nothing"),
        ("add", {"block": "p1", "start": "-1", "end": "3"}, "There is no such place"),
        ("add", {"block": "p1", "start": "3", "end": "3"}, "Select words of one paragraph"),
        ("add", {"block": "p1", "start": "0", "end": "2", "kind": "task"}, "It has no theme yet"),
        ("add", {}, "There is no paragraph “”"),
        ("drop", {}, "There is no such wish"),
        ("accept", {"report": "nowhere"}, "There is no report “nowhere”"),
        ("accept", {"report": "../reports/qinghu-2022"}, "There is no report"),
        ("accept", {"report": ""}, "There is no report “”"),
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
    assert outcome and not outcome.done and "is a link" in str(outcome.said) and outside.read_text() == CODED


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


def test_suggestions_of_which_one_cannot_be_read_lose_it_to_no_page(editor: Editor, top: Path) -> None:
    path = folder(top) / "suggestions.yaml"
    path.write_text(path.read_text("utf-8") + "rejected:\n- {kind: goal, quote: 建桥, text_sha256: ab}\n", "utf-8")
    before = tree(top)
    for do in ("reject", "accept"):
        outcome = act(editor, do, name="g001", themes="jobs")
        assert not outcome.done and "suggestions.yaml was not written: suggestions.yaml:" in outcome.said
    assert "kind cannot be 'goal'" in outcome.said and tree(top) == before


def test_a_page_is_told_what_waits_in_the_order_of_the_text_and_what_is_left(editor: Editor) -> None:
    told = told_of(editor.open(NAME), {})
    assert json.dumps(told)
    assert [one["name"] for one in told["suggestions"]] == ["g001", "g002", "g003", "g004", "g005", "p3"]  # type: ignore[index, attr-defined]
    assert told["left"] == {"paragraphs": ["p1", "p2", "p3"], "numbers": 4, "suggestions": 6, "links": 0}
    assert act(editor, "accept", name="g001").done
    left = told_of(editor.open(NAME), {})["left"]
    assert left == {"paragraphs": ["p2", "p3"], "numbers": 3, "suggestions": 5, "links": 0}


def test_what_the_form_does_not_say_stays_as_it_was_proposed(editor: Editor) -> None:
    one = editor.open(NAME).waiting.statements[0]
    assert amended(editor.open(NAME), one, {}) == Amended(one)


def rows(*measures: dict[str, str]) -> dict[str, str]:
    """Figures as a page sends them."""
    fields = {f"m{at}.{name}": value for at, one in enumerate(measures) for name, value in one.items()}
    return fields | {"measures": str(len(measures))}


def test_figures_are_written_as_they_were_typed(editor: Editor, top: Path) -> None:
    typed = {"figure": "2.1万人", "value": "21,000", "unit": "人", "aspect": "increase", "indicator": "new-jobs"}
    assert act(editor, "accept", name="g001", **rows(typed | {"time": "2021-H1", "basis": "stated"})).done
    said = annotations(top)
    assert "{figure: 2.1万人, value: 21000, unit: 人, operator: eq, aspect: increase, indicator: new-jobs" in said
    assert 'period: "2021-H1", period_basis: stated}' in said and "entered" not in said


def test_a_figure_may_be_taken_away_and_what_is_left_empty_is_read_from_it(editor: Editor, top: Path) -> None:
    assert act(editor, "accept", name="g001", **rows()).done and "measures" not in annotations(top)
    assert act(editor, "undo").done
    assert act(editor, "accept", name="g001", **rows({"figure": "2.1万人"})).done
    assert "{figure: 2.1万人, value: 21000, unit: 人, operator: eq, aspect: increase}" in annotations(top)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"figure": ""}, "figure", "Write the figure"),
        ({"figure": "3万人"}, "figure", "does not stand in the words"),
        ({"figure": "万人"}, "figure", "Write the whole figure: 2.1万人"),
        ({"figure": "新增就业"}, "figure", "cannot be read as a quantity"),
        ({"value": "2.1"}, "value", "The figure 2.1万人 says 21000, not 2.1"),
        ({"value": "many"}, "value", "is no number"),
        ({"value": "NaN"}, "value", "is no number"),
        ({"upper": "30000"}, "upper", "says nothing of it, and not 30000"),
        ({"unit": "户"}, "unit", "says 人, not 户"),
        ({"operator": "ge"}, "operator", "says exactly, not at least"),
        ({"operator": "more"}, "operator", "“more” is none of eq, ge"),
        ({"aspect": "growth"}, "aspect", "“新增就业2.1万人” is increase, not growth"),
        ({"aspect": "size"}, "aspect", "“size” is none of level"),
        ({"indicator": "jobs"}, "indicator", "There is no indicator “jobs”"),
        ({"time": "soon"}, "time", "“soon” is no time"),
        ({"time": "2021", "basis": "felt"}, "basis", "“felt” is none of stated, inferred"),
    ],
)
def test_what_is_wrong_with_a_figure_is_told_at_its_field(
    typed: dict[str, str], field: str, said: str, editor: Editor, top: Path
) -> None:
    before = tree(top)
    outcome = act(editor, "accept", name="g001", **rows({"figure": "2.1万人"} | typed))
    assert not outcome.done and outcome.field == f"m0.{field}" and said in outcome.said
    assert tree(top) == before


def test_an_indicator_of_another_unit_is_refused(tmp_path: Path) -> None:
    own = {"content/indicators.yaml": INDICATORS}
    top = written(tmp_path, own, report(NAME, "# 一、2021年工作回顾\n新增就业2.1万人，新增床位2.1万张。"))
    where = {"block": "p1", "start": "0", "end": "19", "kind": "result", "themes": "jobs"}
    beds = {"figure": "2.1万张", "indicator": "new-jobs"}
    outcome = act(Editor(top, lambda: library_of(top)[0]), "add", **where, **rows({"figure": "2.1万人"}, beds))
    assert (outcome.field, outcome.said) == ("m1.indicator", "new-jobs is in 人, and the figure in 张.")


INDICATORS = """
- id: new-jobs
  name: {zh: 新增就业, en: New jobs}
  unit: 人
  theme: jobs
  definition: {zh: 全年新增就业。, en: Jobs added.}
"""
PROMISES = """\
statements:
- id: k01
  kind: task
  quote: 推进东湖大桥建设
  gloss: building the East Lake Bridge
  themes: [jobs]
  by: "2022"
  period_basis: inferred
"""
LATER = "# 一、2022年工作回顾\n东湖大桥建设快速推进，东湖大桥建成通车。\n"


@pytest.fixture
def followed(tmp_path: Path) -> Editor:
    """Who edits a later report, some words of which may speak of a promise of the earlier one."""
    earlier = report(
        "qinghu-2021", "# 一、2022年工作安排\n推进东湖大桥建设。", PROMISES, date='"2021"', covers='"2021"'
    )
    top = written(tmp_path, earlier, report(NAME, LATER, date='"2023"', covers='"2022/2023"'))
    library = library_of(top)[0]
    assert library
    made = made_for(library, library.reports[1])
    (folder(top) / "suggestions.yaml").write_bytes(suggestions_text(made).encode())
    return Editor(top, lambda: library_of(top)[0])


def links(editor: Editor) -> list[dict[str, object]]:
    told = told_of(editor.open(NAME), {})
    return [one for one in told["suggestions"] if one["what"] == "link"]  # type: ignore[attr-defined]


def follow_ups(editor: Editor) -> str:
    path = editor.top / "content" / "follow-ups.yaml"
    return path.read_text("utf-8") if path.exists() else ""


def test_a_follow_up_is_told_beside_its_words_with_those_of_the_promise(followed: Editor) -> None:
    one = links(followed)[0]
    promise = one["promise"]
    assert isinstance(promise, dict)
    assert (promise["quote"], promise["report"], promise["coded"]) == ("推进东湖大桥建设", "qinghu-2021", True)
    assert one["later"] == {"name": "g001", "coded": False, "quote": "东湖大桥建设快速推进"} and one["block"] == "p1"
    left = told_of(followed.open(NAME), {})["left"]
    assert isinstance(left, dict) and left["links"] == len(links(followed)) > 0


def test_a_follow_up_is_taken_over_with_its_evidence_and_undone_like_the_rest(followed: Editor) -> None:
    top = followed.top
    assert act(followed, "accept", name="f001", evidence="restated").said == "g001 is only suggested. Accept it first."
    assert act(followed, "accept", name="g001", themes="jobs").done
    before = tree(top)
    assert act(followed, "accept", name="f001") == Came(False, "Say what the later words are evidence of.", "evidence")
    given = {"because_zh": "后文说大桥\n建成：通车。", "because_en": "It is said to be open."}
    assert act(followed, "accept", name="f001", evidence="reported-progress", **given).done
    assert follow_ups(followed).split("\n")[1:] == [
        "- promise: qinghu-2021/k01",
        f"  later: [{NAME}/r01]",
        "  evidence: reported-progress",
        "  because:",
        '    zh: "后文说大桥 建成：通车。"',
        '    en: "It is said to be open."',
        "",
    ]
    assert "f001" not in {one["name"] for one in links(followed)}
    assert act(followed, "undo").done and tree(top) == before


def test_a_follow_up_may_be_of_another_promise(followed: Editor) -> None:
    assert act(followed, "accept", name="g001", themes="jobs").done
    given = {"name": "f001", "evidence": "restated"}
    for strange in ("qinghu-2021/k99", f"{NAME}/r01", "k01"):
        outcome = act(followed, "accept", promise=strange, **given)
        assert not outcome.done and outcome.field == "promise" and "is no coded target or task" in outcome.said
    assert act(followed, "accept", promise="qinghu-2021/k01", **given).done
    assert "evidence: restated" in follow_ups(followed)


def test_a_follow_up_with_a_character_that_would_leave_out_its_file_is_not_written(followed: Editor) -> None:
    assert act(followed, "accept", name="g001", themes="jobs").done
    before = tree(followed.top)
    outcome = act(followed, "accept", name="f001", evidence="restated", because_zh="后文\u202e说大桥")
    assert not outcome.done and outcome.field == "because_zh" and tree(followed.top) == before
    assert "“后文‹U+202E›说大桥”" in outcome.said and "U+202E RIGHT-TO-LEFT OVERRIDE stands here" in outcome.said


def test_a_refused_follow_up_is_remembered(followed: Editor) -> None:
    assert act(followed, "reject", name="f001") == Came(True, "f001")
    said = (folder(followed.top) / "suggestions.yaml").read_text("utf-8")
    assert "rejected_follow_ups:\n- {report: qinghu-2021, promise: 推进东湖大桥建设" in said
    assert "f001" not in {one["name"] for one in links(followed)} and follow_ups(followed) == ""


def test_follow_ups_that_were_changed_meanwhile_are_not_written(followed: Editor) -> None:
    assert act(followed, "accept", name="g001", themes="jobs").done
    known = followed.open(NAME).known
    (followed.top / "content" / "follow-ups.yaml").write_text("# mine\n", "utf-8")
    outcome = act(followed, "accept", known=known, name="f001", evidence="restated")
    assert not outcome.done and "changed on disk meanwhile" in outcome.said and follow_ups(followed) == "# mine\n"


def test_follow_ups_that_are_a_link_are_not_written_through(followed: Editor, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("# mine\n", "utf-8")
    (followed.top / "content" / "follow-ups.yaml").symlink_to(outside)
    with pytest.raises(Refused, match="is a link"):
        followed.open(NAME)
