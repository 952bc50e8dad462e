"""Records added by the command line: the file keeps its layout, and `check` finds no mistake afterwards."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from duizhao import pipeline
from duizhao.cli import main
from duizhao.issues import Issue, SourcePosition
from duizhao.scaffold.adcodes import wrong_with
from duizhao.scaffold.deploying import deploying_files
from duizhao.scaffold.site import new_site
from duizhao.site.write import add_files

from ..conftest import TOP
from ..sample import report

Captured = pytest.CaptureFixture[str]
DISTRICT = ("district", "yantian", "--zh", "盐田区", "--city", "深圳市", "--adcode", "440308")
ABOUT = ("--about-zh", "年内新增的就业岗位", "--about-en", "jobs added within a year")
TERM = ("term", "six-guarantees", "--zh", "六保", "--en", "the six guarantees", *ABOUT)
GBK = os.fsdecode("盐田区".encode("gbk"))  # as the system hands on bytes that it cannot read
THEMES = "- id: work\n  name: {zh: 就业, en: Work}\n"


@pytest.fixture
def top(tmp_path: Path) -> Path:
    add_files(new_site(), tmp_path)
    with (tmp_path / "content/themes.yaml").open("a", encoding="utf-8") as file:
        file.write(THEMES)
    return tmp_path


def new(top: Path, *words: str) -> int:
    return main(["new", *words, "--top", str(top)])


def read(top: Path, name: str) -> str:
    return (top / "content" / f"{name}.yaml").read_bytes().decode()


def test_a_district_is_put_behind_what_the_file_holds(top: Path, capsys: Captured) -> None:
    before = read(top, "districts")
    assert new(top, *DISTRICT) == 0
    record = (
        '- id: yantian\n  name: {zh: 盐田区, en: Yantian}\n  city: {zh: 深圳市, en: Shenzhen}\n  adcode: "440308"\n'
    )
    assert read(top, "districts") == before + record
    assert capsys.readouterr().out == f"content/districts.yaml:{before.count(chr(10)) + 1}: district yantian\n"
    assert main(["check", "--top", str(top)]) == 0


def test_every_kind_of_record_can_be_added_and_check_passes(top: Path) -> None:
    jobs = ("indicator", "new-jobs", "--zh", "新增就业", "--en", "new jobs", "--unit", "人", "--theme", "work")
    port = ("initiative", "port", "--zh", "盐田港", "--en", "Yantian Port", "--kind", "place", "--district", "yantian")
    for words in (DISTRICT, TERM, (*jobs, *ABOUT), (*port, *ABOUT)):
        assert new(top, *words) == 0
    assert 'pinyin: "liù bǎo"' in read(top, "terms")
    assert main(["check", "--top", str(top)]) == 0
    assert main(["build", "--top", str(top)]) == 0


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (
            "#\n\n-   id: a   # 1\n    name: {zh: 甲,  en: A}\n    city: {zh: 乙, en: B}\n    adcode: '110101'\n",
            "- id",
        ),
        ("  - id: a\n    name: {zh: 甲区, en: A}\n    city: {zh: 甲市, en: A}\n    adcode: '110101'", "\n  - id"),
        ("- id: a\r\n  name: {zh: 甲区, en: A}\r\n  city: {zh: 甲市, en: A}\r\n  adcode: '110101'\r\n", "- id"),
        ("# a\r\n- id: a\n  name: {zh: 甲区, en: A}\n  city: {zh: 甲市, en: A}\n  adcode: '110101'\n", "- id"),
        ("\ufeff# nothing yet\n", "- id"),
        ("", "- id"),
    ],
    ids=["comments", "indented, no line end", "windows", "mixed", "byte order mark", "empty"],
)
def test_what_stands_in_a_file_stays_as_it_is_written(before: str, behind: str, top: Path) -> None:
    (top / "content/districts.yaml").write_bytes(before.encode())
    assert new(top, *DISTRICT) == 0
    after = read(top, "districts")
    assert after.startswith(before) and after[len(before) :].startswith(behind)
    ends = {*re.findall("\r?\n", before)}
    assert {*re.findall("\r?\n", after)} == (ends or {"\n"})
    assert main(["check", "--top", str(top)]) == 0


def test_a_list_in_brackets_is_begun_anew_where_it_is_empty_and_refused_where_it_is_not(
    top: Path, capsys: Captured
) -> None:
    path = top / "content/districts.yaml"
    path.write_text("# none\n[]\n", "utf-8")
    assert new(top, *DISTRICT) == 0
    assert path.read_text("utf-8").startswith("# none\n") and main(["check", "--top", str(top)]) == 0
    written = "[{id: a, name: {zh: 甲, en: A}, city: {zh: 甲市, en: A}, adcode: '110101'}]\n"
    path.write_text(written, "utf-8")
    with pytest.raises(SystemExit):
        new(top, *DISTRICT)
    assert "stands in brackets" in capsys.readouterr().err and path.read_text("utf-8") == written


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("district", "yantian", "--zh", "盐田区"), "district yantian lacks city (zh), city (en), adcode; for example"),
        ((*DISTRICT[:-1], "44030"), "has six digits"),
        ((*DISTRICT[:-1], "440300"), "440300 is the code of a whole city"),
        ((*DISTRICT[:-1], "990308"), "no province has the code 99"),
        ((*DISTRICT, "--unit", "人"), "a district has no --unit; it takes --zh, --en, --city, --city-en, --adcode"),
        ((*TERM, "--capture", "a.txt"), "a term has no --capture; it takes --zh, --en, --pinyin"),
        (("indicator", "x", "--year", "2023"), "an indicator has no --year; it takes --zh"),
        ((*DISTRICT[:3], GBK, *DISTRICT[4:]), "--zh is not given in UTF-8: '"),
        ((*TERM, "--pinyin", GBK), "--pinyin is not given in UTF-8: '"),
        (("district", GBK, *DISTRICT[2:]), "NAME is not given in UTF-8: '"),
        (("report", GBK, "--district", "y", "--capture", "a.txt"), "NAME is not given in UTF-8: '"),
        (("district", "Yan tian", *DISTRICT[2:]), "write yan-tian"),
        (("district", "con", *DISTRICT[2:]), "Windows cannot"),
        (("term", "x", "--zh", "六保"), "term x lacks en, meaning (zh), meaning (en)"),
        (
            ("initiative", "x", "--zh", "港", "--en", "Port", "--kind", "harbour", "--district", "y", *ABOUT),
            "harbour",
        ),
    ],
)
def test_what_makes_no_record_is_refused_and_nothing_is_written(
    words: tuple[str, ...], complaint: str, top: Path, capsys: Captured
) -> None:
    before = {name: read(top, name) for name in ("districts", "terms", "initiatives")}
    with pytest.raises(SystemExit):
        new(top, *words)
    assert complaint in capsys.readouterr().err
    assert {name: read(top, name) for name in before} == before


def test_an_id_or_a_code_that_another_has_is_refused(top: Path, capsys: Captured) -> None:
    assert new(top, *DISTRICT) == 0
    before = read(top, "districts")
    for words, complaint in (
        (DISTRICT[:-1] + ("440309",), "has yantian already"),
        (("district", "y", *DISTRICT[2:]), "that of yantian"),
    ):
        with pytest.raises(SystemExit):
            new(top, *words)
        assert complaint in capsys.readouterr().err
    assert read(top, "districts") == before


def test_a_record_by_which_the_content_would_have_a_mistake_is_taken_back(top: Path, capsys: Captured) -> None:
    before = read(top, "indicators")
    words = ("indicator", "jobs", "--zh", "就业", "--en", "jobs", "--unit", "人", "--theme", "nowhere", *ABOUT)
    assert new(top, *words) == 1
    assert "unknown-id: there is no theme 'nowhere'" in capsys.readouterr().err
    assert read(top, "indicators") == before and not list((top / "content").glob(".*"))


@pytest.mark.parametrize("turn", [0, 1])
def test_what_somebody_else_writes_while_a_record_is_looked_at_is_not_lost(
    turn: int, top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it stands in its file, or after, where it would be taken back."""
    wrong = Issue("unknown-id", SourcePosition("content/districts.yaml", 1), "there is no such thing")
    turns = iter(range(9))

    def overtaken(_: Path) -> tuple[Issue, ...]:
        now = next(turns)
        if now == turn:
            with (top / "content/districts.yaml").open("a", encoding="utf-8") as file:
                file.write("# theirs\n")
        return (wrong,) if now else ()

    monkeypatch.setattr(pipeline, "issues_of", overtaken)
    before = read(top, "districts")
    if turn == 0:
        assert new(top, *DISTRICT) == 1
        assert "districts.yaml was changed meanwhile and stays as it is" in capsys.readouterr().err
        assert read(top, "districts") == f"{before}# theirs\n"
    else:
        with pytest.raises(SystemExit):
            new(top, *DISTRICT)
        assert "was changed while the record was looked at, which stands there now" in capsys.readouterr().err
        assert "yantian" in read(top, "districts") and read(top, "districts").endswith("# theirs\n")


STRANGE = """\
statements:
- id: t01
  kind: target
  quote: 新增就业2万人
  gloss: new jobs
  themes: [work]
  measures: [{figure: 2万人, indicator: new-jbs}]
"""


@pytest.mark.parametrize("held", [(), ("jobs", "homes")])
def test_a_mistake_that_was_there_before_hinders_no_new_record(
    held: tuple[str, ...], top: Path, capsys: Captured
) -> None:
    """Also where it is told otherwise since: by other ways out, or one by one where a file held nothing yet."""
    assert new(top, *DISTRICT) == 0
    given = ("--unit", "人", "--theme", "work", *ABOUT)
    for name in held:
        assert new(top, "indicator", name, "--zh", f"甲{name}", "--en", name, *given) == 0
    for path, text in report("yantian-2022", "力争新增就业2万人。", STRANGE, district="yantian").items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_text(text, "utf-8")
    assert main(["check", "--top", str(top)]) == 1
    assert new(top, "indicator", "new-jobs", "--zh", "新增就业", "--en", "new jobs", *given) == 0
    assert "- id: new-jobs" in read(top, "indicators")
    capsys.readouterr()
    assert main(["check", "--top", str(top)]) == 1
    assert "there is no indicator 'new-jbs'" in capsys.readouterr().err


def test_without_pypinyin_the_english_of_a_city_is_asked_for(
    top: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypinyin", None)
    with pytest.raises(SystemExit):
        new(top, *DISTRICT)
    assert "--city-en is needed: pypinyin" in capsys.readouterr().err
    assert new(top, *DISTRICT, "--city-en", "Shenzhen") == 0
    assert new(top, "district", "nanshan", "--zh", "南山区", "--city", "深圳市", "--adcode", "440305") == 0


@pytest.mark.parametrize(
    "code", ["110101", "440308", "120106", "500112", "150703", "441900", "460400", "419001", "810000"]
)
def test_a_code_of_the_form_of_the_standard_is_taken(code: str) -> None:
    assert wrong_with(code) == ""


@pytest.mark.parametrize(
    "code", ["", "44030a", "４４０３０８", "160101", "440000", "440300", "448001", "110301", "810001"]
)
def test_a_code_of_another_form_is_not(code: str) -> None:
    assert wrong_with(code)


def test_a_new_site_is_deployed_by_the_actions_that_this_program_trusts() -> None:
    own = (TOP / ".github/workflows/pages.yml").read_text("utf-8")
    made = deploying_files()[".github/workflows/pages.yml"]
    used = [line.split("uses: ")[1] for line in made.splitlines() if "uses: " in line]
    assert len(used) == 6 and all(action in own for action in used)
    assert "duizhao" in deploying_files()["requirements.txt"].splitlines()[-1]
