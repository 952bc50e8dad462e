"""Reports out to other tools and back: the same marks, however places are counted; what is wrong writes nothing."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from duizhao import replacing
from duizhao.cli import COMMANDS, main
from duizhao.content.files import library_of
from duizhao.content.records import Content, Report
from duizhao.content.vocabulary import KINDS
from duizhao.doors.formats import FORMATS
from duizhao.doors.proposals import task_of
from duizhao.doors.spans import CODE_POINTS, UTF_16, Marked, Span, WrongFile, in_utf_16, placed
from duizhao.exchanging import FORMS

from ..conftest import TOP
from ..sample import files_in, report, written

Captured = pytest.CaptureFixture[str]
NAME = "qinghu-2022"
# 𠮷 stands outside of the plane that one unit of UTF-16 holds, so that whoever counts otherwise is wrong behind it.
BODY = """
# 一、𠮷里工作
𠮷里大桥建成通车。新增就业2.1万人。
# 二、2022年工作安排
力争新增就业2万人以上，改造𠮷里老旧小区12个。
"""
CODED = """
statements:
- {id: r01, kind: result, quote: 𠮷里大桥建成通车, gloss: open, themes: [jobs]}
- id: t01
  kind: target
  quote: 改造𠮷里老旧小区12个
  gloss: renovate
  themes: [jobs]
  measures: [{figure: 12个, aspect: level}]
"""
MARKS = {("result", "𠮷里大桥建成通车"), ("target", "改造𠮷里老旧小区12个")}


def project(folder: Path, annotations: str = "") -> Path:
    return written(folder, report(NAME, BODY, annotations))


def loaded(top: Path) -> tuple[Content, Report]:
    library = library_of(top)[0]
    assert library is not None
    return library, library.reports[0]


def suggestions(top: Path) -> Path:
    return top / "content" / "reports" / NAME / "suggestions.yaml"


def came(top: Path, file: Path, form: str) -> int:
    return main(["import-annotations", NAME, str(file), "--format", form, "--top", str(top)])


def ended(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as end:
        return int(str(end.code))


def exported(top: Path, form: str, file: Path) -> bytes:
    assert main(["export", "--tasks", NAME, "--format", form, "--into", str(file), "--top", str(top)]) == 0
    return file.read_bytes()


def marked(top: Path) -> set[tuple[str, str]]:
    waiting = loaded(top)[1].suggestions
    assert waiting is not None
    return {(one.kind, one.quote) for one in waiting.statements}


def test_the_command_offers_the_forms_of_the_table() -> None:
    assert tuple(FORMATS) == FORMS and {"export", "import-annotations"} <= COMMANDS.keys()


@pytest.mark.parametrize("form", FORMS)
def test_what_goes_out_comes_back_with_its_places_labels_and_themes(
    form: str, tmp_path: Path, capsys: Captured
) -> None:
    coded, bare = project(tmp_path / "coded", CODED), project(tmp_path / "bare")
    exported(coded, form, tmp_path / "out")
    assert capsys.readouterr().out.endswith(f"characters with 2 marks for {FORMATS[form].tool}\n")
    assert came(bare, tmp_path / "out", form) == 0
    assert capsys.readouterr().out == (
        f"{NAME}: 2 new suggestions; 0 waited already, 0 are coded, 0 were refused before\n"
    )
    (library, out), (_, back) = loaded(coded), loaded(bare)
    sent = [(one.start, one.end, one.kind) for one in task_of(library, out).spans]
    received = task_of(*loaded(bare)).spans
    assert [(one.start, one.end, one.kind) for one in received] == sent and marked(bare) == MARKS
    assert {one.themes for one in received} == {() if form == "doccano" else ("jobs",)}  # it has labels alone
    assert back.suggestions is not None
    target = next(one for one in back.suggestions.statements if one.kind == "target")
    assert [(one.figure, str(one.value), one.unit) for one in target.measures] == [("12个", "12", "个")]
    assert (target.id, target.tool, str(target.confidence)) == ("m002", FORMATS[form].tool, "0.99")
    assert main(["check", "--top", str(bare)]) == 0


@pytest.mark.parametrize("form", FORMS)
def test_what_is_coded_or_waits_already_does_not_come_twice(form: str, tmp_path: Path, capsys: Captured) -> None:
    top = project(tmp_path / "project", CODED)
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    before = files_in(top)
    exported(top, form, tmp_path / "out")
    capsys.readouterr()
    assert came(top, tmp_path / "out", form) == 0
    assert f"{NAME}: 0 new suggestions; 2 waited already, 2 are coded, 0 were" in capsys.readouterr().out
    assert files_in(top) == before


def test_what_came_waits_beside_what_waited_and_is_not_made_away_with(tmp_path: Path) -> None:
    coded, bare = project(tmp_path / "coded", CODED), project(tmp_path / "bare")
    exported(coded, "w3c", tmp_path / "out")
    assert main(["reject", NAME, "g001", "--top", str(bare)]) == 1  # there are none yet
    assert main(["suggest", NAME, "--top", str(bare)]) == 0
    held = marked(bare)
    assert came(bare, tmp_path / "out", "w3c") == 0
    assert marked(bare) == held | MARKS
    assert main(["suggest", NAME, "--top", str(bare)]) == 0
    assert marked(bare) == held | MARKS
    names = [one.id for one in (loaded(bare)[1].suggestions or pytest.fail("none")).statements]
    assert len(set(names)) == len(names)


def test_a_mark_within_a_coded_statement_or_of_another_kind_waits_until_a_person_decides(
    tmp_path: Path, capsys: Captured
) -> None:
    marks = CODED.replace("quote: 𠮷里大桥建成通车", "quote: 大桥建成通车").replace(
        "id: t01\n  kind: target", "id: k01\n  kind: task"
    )
    marking, coded = project(tmp_path / "marking", marks), project(tmp_path / "coded", CODED)
    exported(marking, "w3c", tmp_path / "out")
    assert came(coded, tmp_path / "out", "w3c") == 0
    waiting = {("result", "大桥建成通车"), ("task", "改造𠮷里老旧小区12个")}
    assert marked(coded) == waiting
    assert main(["suggest", NAME, "--top", str(coded)]) == 0
    assert waiting <= marked(coded) and MARKS.isdisjoint(marked(coded))
    # all that is sure codes no words twice; by name a person may
    before = suggestions(coded).with_name("annotations.yaml").read_text("utf-8")
    capsys.readouterr()
    assert main(["accept", NAME, "--all-above", "0.98", "--top", str(coded)]) == 0
    assert "2 as sure are left where they are: their words are coded" in capsys.readouterr().out
    assert suggestions(coded).with_name("annotations.yaml").read_text("utf-8") == before
    assert main(["accept", NAME, "m001", "--top", str(coded)]) == 0
    assert suggestions(coded).with_name("annotations.yaml").read_text("utf-8").count("建成通车") == 2


def test_of_words_that_a_program_suggests_and_a_person_marked_all_that_is_sure_takes_the_mark(tmp_path: Path) -> None:
    marks = CODED.replace("id: t01\n  kind: target", "id: k01\n  kind: task")
    coded, bare = project(tmp_path / "coded", marks), project(tmp_path / "bare")
    exported(coded, "w3c", tmp_path / "out")
    assert main(["suggest", NAME, "--top", str(bare)]) == 0 and came(bare, tmp_path / "out", "w3c") == 0
    assert main(["accept", NAME, "--all-above", "0.01", "--top", str(bare)]) == 0
    said = suggestions(bare).with_name("annotations.yaml").read_text("utf-8")
    assert said.count("小区12个") == 1 and 'kind: task\n  quote: "改造𠮷里老旧小区12个"' in said


def test_a_refused_mark_stays_refused_and_a_dry_run_writes_nothing(tmp_path: Path, capsys: Captured) -> None:
    coded, bare = project(tmp_path / "coded", CODED), project(tmp_path / "bare")
    exported(coded, "label-studio", tmp_path / "out")
    before = files_in(bare)
    line = ["import-annotations", NAME, str(tmp_path / "out"), "--format", "label-studio", "--top", str(bare)]
    assert main([*line, "--dry-run"]) == 0 and files_in(bare) == before
    assert main(line) == 0 and main(["reject", NAME, "m001", "--top", str(bare)]) == 0
    capsys.readouterr()
    assert main(line) == 0
    assert "0 new suggestions; 1 waited already, 0 are coded, 1 were refused" in capsys.readouterr().out


def test_a_mark_that_came_is_accepted_like_any_other(tmp_path: Path) -> None:
    coded, bare = project(tmp_path / "coded", CODED), project(tmp_path / "bare")
    exported(coded, "label-studio", tmp_path / "out")
    assert came(bare, tmp_path / "out", "label-studio") == 0
    assert main(["accept", NAME, "m001", "m002", "--top", str(bare)]) == 0
    annotations = suggestions(bare).with_name("annotations.yaml").read_text("utf-8")
    assert all(f'  kind: {kind}\n  quote: "{quote}"\n' in annotations for kind, quote in MARKS)
    assert annotations.count("  entered: suggested\n  confidence: 0.99\n") == len(MARKS)


@pytest.mark.parametrize("form", FORMS)
def test_marks_of_another_text_are_refused(form: str, tmp_path: Path, capsys: Captured) -> None:
    coded = project(tmp_path / "coded", CODED)
    other = written(tmp_path / "other", report(NAME, BODY.replace("12个", "13个")))
    exported(coded, form, tmp_path / "out")
    before = files_in(other)
    assert came(other, tmp_path / "out", form) == 1
    assert "the marks are of another text than that of qinghu-2022 as it is now" in capsys.readouterr().err
    assert files_in(other) == before


def test_on_a_full_disk_no_cut_file_stands_in_the_way_of_the_next_try(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    top, out = project(tmp_path / "coded", CODED), tmp_path / "out"

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing.os, "fsync", full)
    line = ["export", "--tasks", NAME, "--format", "doccano", "--into", str(out), "--top", str(top)]
    assert main(line) == 3
    assert f"No space left on device ({out})" in capsys.readouterr().err and not out.exists()
    monkeypatch.undo()
    assert main(line) == 0


def test_no_file_is_written_over(tmp_path: Path, capsys: Captured) -> None:
    top = project(tmp_path / "coded", CODED)
    out = tmp_path / "out"
    exported(top, "w3c", out)
    before = out.read_bytes()
    assert ended("export", "--tasks", NAME, "--format", "doccano", "--into", str(out), "--top", str(top)) == 2
    assert "is there already" in capsys.readouterr().err and out.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "--format", "w3c"], "--tasks is needed"),
        (["export", "--tasks", NAME], "--format is needed, one of label-studio"),
        (["export", "--tasks", "a-1", "--format", "w3c"], "no report a-1 can be read"),
        (["import-annotations", NAME, "nowhere.json", "--format", "w3c"], "nowhere.json is no file"),
        (["import-annotations", NAME, "nowhere.json"], "--format is needed"),
    ],
)
def test_what_is_not_asked_well_is_told(arguments: list[str], said: str, tmp_path: Path, capsys: Captured) -> None:
    top = project(tmp_path / "project")
    before = files_in(top)
    assert ended(*arguments, "--top", str(top)) == 2
    assert said in capsys.readouterr().err and files_in(top) == before


TEXT = "甲𠮷乙丙"


def mark(start: int, end: int, words: str = "", where: str = "here") -> Marked:
    return Marked(start, end, "task", where, words)


@pytest.mark.parametrize(
    ("counting", "marks", "expected"),
    [
        (CODE_POINTS, [mark(2, 3)], [(2, 3)]),
        (UTF_16, [mark(3, 4)], [(2, 3)]),
        (CODE_POINTS, [mark(3, 4, "乙")], [(2, 3)]),
        (UTF_16, [mark(2, 4, "乙丙")], [(2, 4)]),
        (CODE_POINTS, [mark(3, 4, "乙"), mark(0, 1, "甲")], [(0, 1), (2, 3)]),
        (UTF_16, [mark(0, 5)], [(0, 4)]),
    ],
)
def test_places_are_counted_as_the_form_says_unless_the_words_deny_it(
    counting: str, marks: list[Marked], expected: list[tuple[int, int]]
) -> None:
    assert [(one.start, one.end) for one in placed(TEXT, marks, counting)] == expected


@pytest.mark.parametrize("one", [mark(2, 3), mark(1, 2), mark(-1, 2), mark(3, 3), mark(4, 3), mark(0, 6)])
def test_a_place_outside_the_text_or_within_a_character_is_none(one: Marked) -> None:
    with pytest.raises(WrongFile, match="is no place in a text of 5 units of UTF-16"):
        placed(TEXT, [one], UTF_16)


def test_words_that_stand_elsewhere_are_told_with_those_that_are_there() -> None:
    with pytest.raises(WrongFile, match="here: the text has '乙' there, and the file says '丁'"):
        placed(TEXT, [mark(2, 3, "丁")], CODE_POINTS)


def test_counting_there_and_back_gives_the_same() -> None:
    spans = [Span(at, end, "task") for at in range(4) for end in range(at + 1, 5)]
    marks = [Marked(one.start, one.end, one.kind, "") for one in in_utf_16(TEXT, spans)]
    assert sorted((one.start, one.end) for one in placed(TEXT, marks, UTF_16)) == [(s.start, s.end) for s in spans]


def edited(form: str, data: bytes, change: Callable[[Any], object]) -> bytes:
    """An export with something changed in what it holds."""
    value = json.loads(data.decode().split("\n")[0] if form == "doccano" else data)
    change(value)
    return json.dumps(value).encode()


def of_label_studio(change: Callable[[Any], object]) -> tuple[str, Callable[[bytes], bytes]]:
    return "label-studio", lambda data: edited("label-studio", data, change)


def of_doccano(change: Callable[[Any], object]) -> tuple[str, Callable[[bytes], bytes]]:
    return "doccano", lambda data: edited("doccano", data, change)


def of_w3c(change: Callable[[Any], object]) -> tuple[str, Callable[[bytes], bytes]]:
    return "w3c", lambda data: edited("w3c", data, change)


def first_value(value: Any) -> Any:
    return value[0]["predictions"][0]["result"][0]["value"]


HOSTILE = [
    ("label-studio", lambda _: b"", "is no JSON"),
    ("label-studio", lambda _: b"\xff\xfe", "is not in UTF-8"),
    ("label-studio", lambda _: b"[" * 100_000, "is nested more than 60 deep"),
    ("label-studio", lambda _: b'{"a":' * 100_000, "is nested more than 60 deep"),
    ("label-studio", lambda _: b"{}", "the file must be a list"),
    ("label-studio", lambda _: b"[NaN]", "holds NaN, which is no number"),
    ("label-studio", lambda _: b"[" + b"9" * 5000 + b"]", "holds a number that is too long"),
    ("label-studio", lambda _: b'[{"data": {}, "data": {}}]', "says the key 'data' twice"),
    ("label-studio", lambda _: b"[]", "the marks are of no text"),
    ("label-studio", lambda _: b"[]", "nothing is in the file"),
    ("doccano", lambda _: b"\n", "nothing is in the file"),
    (*of_label_studio(lambda v: v[0].update(annotations=[7])), "[0].annotations[0] must be an object"),
    (*of_w3c(lambda v: v.update(next="https://example.org/page2")), "next names a page that is not in the file"),
    (*of_w3c(lambda v: v.update(total=3)), "total says 3 annotations, and the file has 2; pages are missing"),
    (*of_w3c(lambda v: v.update(partOf={"total": 9})), "partOf.total says 9 annotations, and the file has 2"),
    (*of_w3c(lambda v: v.update(first=v.pop("items"))), "first must be an object"),
    (*of_w3c(lambda v: v.update(next={"items": 7})), "next.items must be a list"),
    (*of_w3c(lambda v: v.update(next={"items": [{}]})), "next.items[0].target must be one"),
    (*of_label_studio(lambda v: first_value(v).update(start="1")), "value.start must be a whole number"),
    (*of_label_studio(lambda v: first_value(v).update(start=True)), "value.start must be a whole number"),
    (*of_label_studio(lambda v: first_value(v).update(end=10**9)), "is no place in a text of"),
    (*of_label_studio(lambda v: first_value(v).update(text="别的")), "and the file says '别的'"),
    (*of_label_studio(lambda v: first_value(v).update(labels=["PER"])), "is 'PER'; it must be one of target"),
    (*of_label_studio(lambda v: first_value(v).update(labels="target")), "value.labels must be a list"),
    (*of_label_studio(lambda v: v[0].update(predictions=7)), "[0].predictions must be a list"),
    (*of_label_studio(lambda v: v[0]["predictions"][0]["result"][0].update(score=3)), "must be a number from 0 to 1"),
    (*of_label_studio(lambda v: v[0]["data"].update(text="别的文本")), "the marks are of another text"),
    ("doccano", lambda _: b"[1]\n", "line 1 must be an object"),
    ("doccano", lambda data: data + b"{\n", "line 2 is no JSON"),
    (*of_doccano(lambda v: v.update(label=[[1, 2]])), "must be [start, end, label]"),
    (*of_doccano(lambda v: v.update(label=[[0, 10**6, "task"]])), "is no place in a text of"),
    (*of_doccano(lambda v: v.update(label=[[0, 12, "task"]])), "runs over the end of a paragraph"),
    (*of_doccano(lambda v: v.update(label=[[0, 1.5, "task"]])), "must be a whole number"),
    (*of_doccano(lambda v: v.update(text=None)), "text must be a text"),
    (*of_w3c(lambda v: v["items"][0]["target"].update(selector=[])), "has no TextPositionSelector"),
    (*of_w3c(lambda v: v["items"][0].update(body=[])), "needs one text with the purpose classifying"),
    (*of_w3c(lambda v: v["items"][0].update(target=[{}, {}])), "must be one, and there are 2"),
    (*of_w3c(lambda v: v.update(text_sha256="ab", items=[])), "the marks are of another text"),
    (
        *of_w3c(lambda v: v["items"][0]["body"].append({"purpose": "tagging", "value": "boats"})),
        "has the theme 'boats', and content/themes.yaml has none of it",
    ),
    ("inception", lambda _: b"", "is no XMI"),
    ("inception", lambda _: b"<a>", "is no XMI"),
    ("inception", lambda _: b"<a/>", "the file holds no text"),
    ("inception", lambda _: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a document type or entities"),
    ("inception", lambda _: "<?xml version='1.0' encoding='utf-16'?><a/>".encode("utf-16"), "is not in UTF-8"),
    ("inception", lambda _: b"<?xml version='1.0' encoding='latin-1'?><a/>", "is not in UTF-8"),
    ("inception", lambda _: b"PK\x03\x04broken", "the archive cannot be opened"),
    ("inception", lambda _: zipped({}), "the archive holds 0 files in XMI"),
    ("inception", lambda _: zipped({"a.xmi": "<a/>", "b.xmi": "<a/>"}), "the archive holds 2 files in XMI"),
    ("inception", lambda data: rezipped(data, 'kind="result"', 'kind="PER"'), "is 'PER'; it must be one of"),
    ("inception", lambda data: rezipped(data, 'begin="', 'begin="9999'), "a mark lies outside of the text"),
    ("inception", lambda data: rezipped(data, 'begin="8"', 'begin="3"'), "a mark lies outside of the text"),
    ("inception", lambda data: rezipped(data, 'begin="', 'begin="x'), "the file holds no CAS that can be read"),
]


def zipped(files: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return made.getvalue()


def members(data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        yield from ((name, file.read(name).decode()) for name in file.namelist())


def rezipped(data: bytes, old: str, new: str) -> bytes:
    return zipped({name: text.replace(old, new) if name.endswith(".xmi") else text for name, text in members(data)})


@pytest.fixture(scope="module")
def goods(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """An export of each form."""
    folder = tmp_path_factory.mktemp("goods")
    task = task_of(*loaded(project(folder, CODED)))
    return {name: form.written(task) for name, form in FORMATS.items()}


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report for which nothing is suggested."""
    return project(tmp_path_factory.mktemp("target"))


@pytest.mark.parametrize(("form", "spoilt", "said"), HOSTILE)
def test_a_file_that_is_wrong_gets_one_line_and_nothing_is_written(
    form: str,
    spoilt: Callable[[bytes], bytes],
    said: str,
    goods: dict[str, bytes],
    target: Path,
    tmp_path: Path,
    capsys: Captured,
) -> None:
    file = tmp_path / "came"
    file.write_bytes(spoilt(goods[form]))
    before = files_in(target)
    assert came(target, file, form) == 1
    told = capsys.readouterr()
    assert said in told.err and told.err.count("\n") == 1 and len(told.err) < 400
    assert told.out == "" and files_in(target) == before


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, target: Path, capsys: Captured) -> None:
    with open(tmp_path / "came", "wb") as file:
        file.truncate(33 * 1024 * 1024)
    assert came(target, tmp_path / "came", "w3c") == 1
    assert "which are not read" in capsys.readouterr().err


def test_an_archive_says_no_more_than_is_read_of_it(tmp_path: Path, target: Path, capsys: Captured) -> None:
    (tmp_path / "came").write_bytes(zipped({"a.xmi": " " * (33 * 1024 * 1024)}))
    assert came(target, tmp_path / "came", "inception") == 1
    assert "the XMI has more than" in capsys.readouterr().err


def test_marks_of_several_people_come_once_and_what_was_given_up_not(tmp_path: Path, goods: dict[str, bytes]) -> None:
    top = project(tmp_path / "project")
    (task,) = json.loads(goods["label-studio"])
    (prediction,) = task["predictions"]
    results = prediction["result"]
    labels = [one for one in results if one["type"] == "labels"]
    task["annotations"] = [
        {"result": [labels[0]]},
        {"result": [labels[0]], "was_cancelled": False},
        {"result": labels, "was_cancelled": True},
    ]
    (tmp_path / "came").write_text(json.dumps([task]), "utf-8")
    assert came(top, tmp_path / "came", "label-studio") == 0
    assert marked(top) == {("result", "𠮷里大桥建成通车")}


def test_a_skipped_task_and_predictions_by_their_ids_hinder_nothing(tmp_path: Path, goods: dict[str, bytes]) -> None:
    top = project(tmp_path / "project")
    (task,) = json.loads(goods["label-studio"])
    made = {"id": 1, "was_cancelled": False, "result": task["predictions"][0]["result"]}
    skipped = {"data": {"text": "别的"}, "predictions": [286], "annotations": [{"result": [], "was_cancelled": True}]}
    tasks = [task | {"annotations": [made], "predictions": [285]}, skipped]
    (tmp_path / "came").write_text(json.dumps(tasks), "utf-8")
    assert came(top, tmp_path / "came", "label-studio") == 0
    assert marked(top) == MARKS


@pytest.mark.parametrize("is_collection", [True, False])
def test_all_pages_of_a_collection_are_read(is_collection: bool, tmp_path: Path, goods: dict[str, bytes]) -> None:
    top = project(tmp_path / "project")
    page = json.loads(goods["w3c"])
    one, other = page.pop("items")
    pages = {"items": [one], "next": {"type": "AnnotationPage", "items": [], "next": {"items": [other]}}}
    whole = page | ({"total": 2, "first": pages} if is_collection else pages)
    (tmp_path / "came").write_text(json.dumps(whole), "utf-8")
    assert came(top, tmp_path / "came", "w3c") == 0
    assert marked(top) == MARKS


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind="', 'comment="x" kind="'),
        ('kind="', 'sure="true" count="3" kind="'),
        ("/>", "><tags>a</tags><tags>b</tags></custom:Statement>"),
    ],
)
@pytest.mark.parametrize("is_bare", [True, False])
def test_further_features_of_a_mark_of_inception_are_passed_over(
    old: str, new: str, is_bare: bool, tmp_path: Path, goods: dict[str, bytes]
) -> None:
    top = project(tmp_path / "project")
    (xmi,) = (text for name, text in members(goods["inception"]) if name.endswith(".xmi"))
    found = re.search("<([a-z0-9]+):Statement", xmi)
    assert found
    more = re.sub(
        f"<{found[1]}:Statement[^>]*/>", lambda one: one[0].replace(old, new.replace("custom", found[1])), xmi
    )
    assert more != xmi
    (tmp_path / "came").write_bytes(more.encode() if is_bare else zipped({"a.xmi": more}))
    assert came(top, tmp_path / "came", "inception") == 0
    assert marked(top) == MARKS


def test_entities_of_doccano_and_a_single_annotation_of_the_web_are_read(
    tmp_path: Path, goods: dict[str, bytes]
) -> None:
    top = project(tmp_path / "project")
    line = json.loads(goods["doccano"])
    start, end, kind = line.pop("label")[0]
    line["entities"] = [{"id": 1, "label": kind, "start_offset": start, "end_offset": end}]
    line["relations"] = []
    (tmp_path / "doccano").write_text(json.dumps(line) + "\n\n", "utf-8")
    assert came(top, tmp_path / "doccano", "doccano") == 0
    assert len(marked(top)) == 1
    page = json.loads(goods["w3c"])
    alone = page["items"][1]
    alone["target"].pop("text_sha256")
    (tmp_path / "w3c").write_text(json.dumps(alone), "utf-8")
    assert came(top, tmp_path / "w3c", "w3c") == 0
    assert marked(top) == MARKS
    alone["target"]["selector"].pop()
    (tmp_path / "bare").write_text(json.dumps(alone), "utf-8")
    assert came(top, tmp_path / "bare", "w3c") == 1


def test_blanks_at_the_ends_of_a_mark_are_no_part_of_it(tmp_path: Path, goods: dict[str, bytes]) -> None:
    top = project(tmp_path / "project")
    line = json.loads(goods["doccano"])
    heading = line["text"].index("\n")
    units = heading + 1  # one character before it takes two units
    line["label"] = [[units, units + 1 + len("𠮷里大桥建成通车") + 1, "result"]]
    (tmp_path / "came").write_text(json.dumps(line), "utf-8")
    assert came(top, tmp_path / "came", "doccano") == 0
    assert marked(top) == {("result", "𠮷里大桥建成通车")}


def test_the_page_on_doors_names_every_form_with_how_it_counts() -> None:
    rows = re.findall(r"(?m)^\| `([a-z][\w-]*)` \|.*\| ([^|]+) \|$", (TOP / "docs" / "doors.md").read_text("utf-8"))
    # dkpro-cassis has turned the units of INCEpTION's files into code points
    counted = {name: form.counting for name, form in FORMATS.items()} | {"inception": UTF_16}
    assert dict(rows) == counted
    setting = (TOP / "docs" / "doors.md").read_text("utf-8").partition("```xml\n")[2].partition("```")[0]
    view = ElementTree.fromstring(setting)
    assert [label.get("value") for label in view.iter("Label")] == list(KINDS)
    assert {(one.tag, one.get("name")) for one in view} == {("Labels", "kind"), ("Text", "text"), ("Choices", "themes")}
