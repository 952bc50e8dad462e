"""A follow-up that nobody proposed, entered on a page: what is found for it, what is written, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.files import library_of
from duizhao.pipeline import built
from duizhao.serving.editing import Editor
from duizhao.serving.finding import later_found, promises_found
from duizhao.serving.opening import Refused

from ..sample import report, written
from .test_editing import NAME, Came, act, tree

EARLIER = "# 一、2022年工作安排\n推进东湖大桥建设。力争新增就业2万人以上。改造老旧小区。\n"
PROMISES = """\
statements:
- {id: k01, kind: task, quote: 推进东湖大桥建设, gloss: build the East Lake Bridge, themes: [jobs]}
- id: t01
  kind: target
  quote: 力争新增就业2万人以上
  gloss: add 20,000 jobs
  themes: [jobs]
  by: "2022"
  period_basis: inferred
  measures: [{figure: 2万人以上, indicator: new-jobs}]
- {id: k02, kind: task, quote: 改造老旧小区, gloss: renovate old estates, themes: [jobs]}
"""
LATER = "# 一、2022年工作回顾\n东湖大桥建成通车。新增就业2.1万人。小区环境明显改善，小区环境整洁。\n"
RESULTS = """\
statements:
- {id: r01, kind: result, quote: 东湖大桥建成通车, gloss: the bridge is open, themes: [jobs]}
"""
# What stands there already: not looked at yet, with a remark of the editors above it.
FOLLOWED = """\
# Kept by hand.
- promise: qinghu-2021/t01
  evidence: not-checked
  because: {zh: 未查。, en: Not looked for yet.}
"""
GROUND = {"because_zh": "后文称大桥已经通车。", "because_en": "It is said to be open."}


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    earlier = report("qinghu-2021", EARLIER, PROMISES, date='"2021"', covers='"2021"')
    later = report(NAME, LATER, RESULTS, date='"2023"', covers='"2022/2023"')
    top = written(tmp_path, earlier, later, {"content/follow-ups.yaml": FOLLOWED})
    return Editor(top, lambda: library_of(top)[0])


def follow_ups(editor: Editor) -> str:
    return (editor.top / "content" / "follow-ups.yaml").read_text("utf-8")


def names(rows: list[dict[str, object]]) -> list[object]:
    return [row["name"] or row["quote"] for row in rows]


def follow(editor: Editor, whose: str, *later: dict[str, str], **fields: str) -> Came:
    """What comes of a follow-up of a promise of 2021 as a page sends it, with what the page has seen of it."""
    rows = {f"l{at}.{name}": value for at, one in enumerate(later) for name, value in one.items()}
    found = promises_found(editor.open(NAME), {"words": f"qinghu-2021/{whose}"})
    seen = {"seen": str(found[0]["seen"])} if found else {}
    named = {"promise": f"qinghu-2021/{whose}", "count": str(len(later))}
    return act(editor, "follow", **named | seen | rows | GROUND | fields)


R01 = {"name": f"{NAME}/r01"}
WORDS = {"report": NAME, "quote": "小区环境明显改善", "en": "the estates look much better"}


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"words": "东湖大桥"}, ["qinghu-2021/k01"]),
        ({"words": "qinghu-2021/t01"}, ["qinghu-2021/t01"]),
        ({"words": "t01"}, ["qinghu-2021/t01"]),
        ({"words": "新增 2万人"}, ["qinghu-2021/t01"]),
        ({"words": "old estates"}, ["qinghu-2021/k02"]),
        ({"words": "大桥建成通车"}, ["qinghu-2021/k01"]),
        ({"words": "地铁"}, []),
        ({"near": "老旧小区改造"}, ["qinghu-2021/k02", "qinghu-2021/k01", "qinghu-2021/t01"]),
        ({"near": "东湖大桥建成通车"}, ["qinghu-2021/k01", "qinghu-2021/t01", "qinghu-2021/k02"]),
    ],
)
def test_a_promise_is_found_by_its_words_or_its_id_the_nearest_first(
    given: dict[str, str], found: list[str], editor: Editor
) -> None:
    assert names(promises_found(editor.open(NAME), given)) == found


def test_a_promise_tells_what_is_written_of_it(editor: Editor) -> None:
    one = promises_found(editor.open(NAME), {"words": "t01"})[0]
    because = {"zh": "未查。", "en": "Not looked for yet."}
    assert one["entry"] == {"evidence": "not-checked", "because": because, "searched": (), "later": []}
    assert promises_found(editor.open(NAME), {"words": "k01"})[0]["entry"] is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("r01", [f"{NAME}/r01"]),
        ("大桥建成", [f"{NAME}/r01"]),
        ("环境明显", ["环境明显"]),
        ("小区环境", ["小区环境", "小区环境"]),
        ("地铁", []),
        ("小", []),
    ],
)
def test_later_words_are_found_as_statements_or_where_none_marks_them(
    words: str, found: list[str], editor: Editor
) -> None:
    assert names(later_found(editor.open(NAME), {"words": words})) == found


def test_words_that_are_selected_are_told_apart_and_those_of_a_statement_are_it(editor: Editor) -> None:
    opened = editor.open(NAME)
    assert names(later_found(opened, {"block": "p1", "start": "6", "end": "12"})) == [f"{NAME}/r01"]
    text = opened.report.blocks[1].text
    at = text.rindex("小区环境")
    (row,) = later_found(opened, {"block": "p1", "start": str(at), "end": str(at + 4)})
    assert (row["quote"], row["prefix"], row["suffix"]) == ("小区环境", "，", "")
    assert row["around"] == ("区环境明显改善，", "整洁。")
    with pytest.raises(Refused, match="Select words"):
        later_found(opened, {"block": "p1", "start": "9", "end": "9"})


def test_a_follow_up_is_written_where_it_belongs_builds_and_is_undone(editor: Editor) -> None:
    before = tree(editor.top)
    done = follow(editor, "k01", R01, WORDS, evidence="reported-done")
    assert done == Came(True, "qinghu-2021/k01: Reported done")
    assert follow_ups(editor) == FOLLOWED + (
        "\n- promise: qinghu-2021/k01\n"
        f"  later: [{NAME}/r01, {{report: {NAME}, quote: 小区环境明显改善, en: the estates look much better}}]\n"
        '  evidence: reported-done\n  because:\n    zh: 后文称大桥已经通车。\n    en: "It is said to be open."\n'
    )
    assert [issue for issue in built(editor.top).issues if issue.place.path == "content/follow-ups.yaml"] == []
    assert act(editor, "undo").done and tree(editor.top) == before


def test_what_was_searched_and_not_found_is_written_with_its_words(editor: Editor) -> None:
    assert follow(editor, "k02", evidence="not-found", searched="老旧小区， 加装电梯").done
    assert "  evidence: not-found\n" in follow_ups(editor) and "  searched: [老旧小区, 加装电梯]\n" in follow_ups(
        editor
    )


def test_an_entry_that_is_there_is_said_anew_and_its_lines_stay(editor: Editor) -> None:
    kept = {"because_zh": "未查。", "because_en": "Not looked for yet."}
    assert follow(editor, "t01", R01, evidence="related-words", **kept).done
    made = FOLLOWED.replace("  evidence: not-checked", f"  later: [{NAME}/r01]\n  evidence: related-words")
    assert follow_ups(editor) == made


@pytest.mark.parametrize(
    ("promise", "later", "fields", "field", "said"),
    [
        ("", (), {"promise": ""}, "promise", "Choose the promise"),
        ("r01", (R01,), {"evidence": "restated"}, "promise", "is no coded target or task"),
        ("k01", (), {"promise": f"{NAME}/r01", "evidence": "restated"}, "promise", "is no coded target or task"),
        ("k01", (R01,), {}, "evidence", "Say what the later words"),
        ("k01", (R01,), {"evidence": "done"}, "evidence", "“done” is none of reported-done"),
        ("k01", (), {"evidence": "restated"}, "later", "“Restated” needs later words"),
        ("k01", (R01,), {"evidence": "not-checked"}, "later", "goes with no later words"),
        ("k01", (R01,), {"evidence": "not-found", "searched": "地铁"}, "later", "goes with no later words"),
        ("k01", (), {"evidence": "not-found"}, "searched", "“Not found” needs the words"),
        ("k01", (R01,), {"evidence": "restated", "searched": "地铁"}, "searched", "goes with no searched words"),
        ("k01", (), {"evidence": "not-found", "searched": "地铁、大桥"}, "searched", "“大桥” does occur in"),
        ("k01", (R01,), {"evidence": "restated", "because_zh": ""}, "because_zh", "Write the ground"),
        ("k01", (R01,), {"evidence": "restated", "because_en": " "}, "because_en", "Write the ground"),
        ("k01", (R01,), {"evidence": "restated", "because_en": "已经通车。"}, "because_en", "because"),
        (
            "k01",
            (),
            {"evidence": "not-found", "searched": "地铁", "because_zh": "没有提到“大桥”。"},
            "because_zh",
            "quotes '大桥'",
        ),
        ("k01", (R01, WORDS | {"en": ""}), {"evidence": "restated"}, "l1.en", "in English"),
        ("k01", (WORDS | {"quote": "小区环境"},), {"evidence": "restated"}, "later", "occurs 2 times"),
        ("k01", (WORDS | {"quote": "地铁"},), {"evidence": "restated"}, "later", "does not occur"),
        ("k01", (WORDS | {"quote": "大桥建成"},), {"evidence": "restated"}, "later", "in the statement"),
        ("k01", ({"name": "qinghu-2021/k02"},), {"evidence": "restated"}, "later", "is no later report"),
        ("k01", ({"name": f"{NAME}/r99"},), {"evidence": "restated"}, "later", "there is no statement"),
        ("k01", ({"name": "a: [b"},), {"evidence": "restated"}, "", ""),
        ("k01", ({"name": f"{NAME}/r01, {NAME}/r01"},), {"evidence": "restated"}, "later", ""),
        ("k01", ({"name": f"{NAME}/r01], searched: [地铁"},), {"evidence": "restated"}, "", ""),
        ("k01", (), {"evidence": "not-found", "searched": "地\0铁"}, "searched", ""),
        ("k01", (R01,), {"evidence": "restated", "because_zh": "\u202e已经通车"}, "because_zh", ""),
        ("k01", (), {"evidence": "restated", "count": "999"}, "later", "at most"),
        ("t01", (R01,), {"evidence": "restated", "seen": ""}, "promise", "has changed meanwhile"),
    ],
)
def test_what_the_rules_would_refuse_is_told_at_its_field_and_nothing_is_written(
    promise: str, later: tuple[dict[str, str], ...], fields: dict[str, str], field: str, said: str, editor: Editor
) -> None:
    before = tree(editor.top)
    outcome = follow(editor, promise, *later, **fields)
    assert not outcome.done and said in outcome.said and tree(editor.top) == before
    assert not field or outcome.field == field


def test_a_comment_in_what_would_be_written_anew_is_not_lost(editor: Editor) -> None:
    (editor.top / "content" / "follow-ups.yaml").write_text(FOLLOWED.replace("checked", "checked  # by me"), "utf-8")
    outcome = follow(editor, "t01", R01, evidence="restated")
    assert not outcome.done and "a comment stands in what would be written anew" in outcome.said


@pytest.mark.parametrize(
    ("later", "given", "field"),
    [
        ((R01 | {"quote": "东湖大桥开工"},), {}, "later"),
        ((R01 | {"quote": "东湖大桥建成通车"},), {"promise.quote": "推进西湖大桥建设"}, "promise"),
    ],
)
def test_nothing_is_written_of_statements_that_have_other_words_than_a_page_has_shown(
    later: tuple[dict[str, str], ...], given: dict[str, str], field: str, editor: Editor
) -> None:
    before = tree(editor.top)
    outcome = follow(editor, "k01", *later, evidence="reported-done", **given)
    assert not outcome.done and "are others on disk now" in outcome.said and outcome.field == field
    assert tree(editor.top) == before
    same = {"promise.quote": "推进东湖大桥建设"}
    assert follow(editor, "k01", R01 | {"quote": "东湖大桥建成通车"}, evidence="reported-done", **same).done


def test_searched_words_that_are_too_long_are_told_at_their_field(editor: Editor) -> None:
    outcome = follow(editor, "k02", evidence="not-found", searched="地铁、" * 1000)
    assert outcome.field == "searched" and "At most 2,000 characters" in outcome.said


def test_what_was_suggested_of_the_same_waits_no_longer(editor: Editor) -> None:
    opened = editor.open(NAME)
    link = 'id: f001, promise: qinghu-2021/k01, later: r01, confidence: "0.90", grounds: [wording]'
    waiting = f"text_sha256: {opened.report.text_sha256}\nfollow_ups:\n- {{{link}}}\n"
    path = editor.top / "content" / "reports" / NAME / "suggestions.yaml"
    path.write_text(waiting, "utf-8")
    assert len(editor.open(NAME).waiting.follow_ups) == 1
    assert follow(editor, "k01", R01, evidence="reported-done").done
    assert editor.open(NAME).waiting.follow_ups == ()
    assert act(editor, "undo").done and path.read_text("utf-8") == waiting
