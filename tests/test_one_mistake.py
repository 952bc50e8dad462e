"""One mistake is one issue, or two, and its cause is among them: nothing is told of what only follows from it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from duizhao.issues import Issue, in_order
from duizhao.pipeline import built

from .sample import laid_out, written
from .test_languages import CHINESE, DONE, PROMISED

pytestmark = pytest.mark.long

MORE = {
    "numbers.yaml": "- {words: [七彩桥], reason: name, about: a bridge}\n"
    "- {words: [五柳巷], reason: name, about: a lane}\n",
    "agreement.yaml": "- {report: qinghu-2022-work-report, first: 5, second: 5, paired: 5, kind: 5, span: 5,\n"
    "   figures_first: 4, figures_second: 4, figures_both: 4, value: 4}\n",
    "prose/method.en.md": "[Jobs](theme:jobs), [jobs](indicator:new-jobs), [park](initiative:dongdi-park) and\n"
    "[talks](term:neighbours-deliberate) in [2022](report:qinghu-2022-work-report).\n",
    **{
        f"prose/{of}.{language}.md": text
        for of in (
            "reports/qinghu-2022-work-report",
            "reports/qinghu-2023-work-report",
            "districts/qinghu",
            "themes/jobs",
        )
        for language, text in (("en", "What it is.\n"), ("zh", "这是什么。\n"))
    },
}
CAUTION = "  cautions: [{statements: [qinghu-2022-work-report/r01], because: {zh: 不可比, en: not comparable}}]\n"
CELL = "{id: jobs, cells: [{district: baishi, state: not-comparable, because: {zh: 不同, en: different}}], "
SHARED = ("site", "districts", "themes", "indicators", "initiatives", "terms", "follow-ups", "numbers", "agreement")
KEPT = ("report.md", "annotations.yaml")


def whole(top: Path) -> Path:
    """The invented project with a record of every kind that names others; its only wrong words are names unneeded."""
    content = laid_out(top) / "content"
    for name, text in MORE.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    indicators, themes = content / "indicators.yaml", content / "themes.yaml"
    text = indicators.read_text("utf-8")
    indicators.write_text(text.replace("- id: care-beds", f"{CAUTION}- id: care-beds"), "utf-8")
    themes.write_text(themes.read_text("utf-8").replace("{id: jobs, ", CELL, 1), "utf-8")
    return top


def written_otherwise(file: Path, right: str, wrong: str) -> None:
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), "utf-8")


def found(top: Path) -> list[Issue]:
    """What is wrong beside that the two names of numbers.yaml stand in no report, which is so from the first."""
    return [issue for issue in in_order(built(top).issues) if issue.code != "numbers-unused"]


def keys(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    for child in node.value if not isinstance(node, yaml.ScalarNode) else ():
        if isinstance(child, tuple):
            yield child[0]
        yield from keys(child[1] if isinstance(child, tuple) else child)


def broken(text: str) -> Iterator[tuple[str, int]]:
    """A file with each of its keys mistyped in turn, and the line of that key."""
    start = 4 if text.startswith("---\n") else 0
    for key in keys(yaml.compose(text[start : text.find("\n---", 4) if start else None])):
        end = key.end_mark.index + start
        yield f"{text[: end - 1]}x{text[end - 1 :]}", text.count("\n", 0, end) + 1


def some(name: str, text: str, count: int) -> list[tuple[str, int]]:
    ways = list(broken(text))
    return random.Random(name).sample(ways, min(count, len(ways)))


def judged(top: Path, path: Path, text: str, count: int) -> None:
    for wrong, line in some(path.name, text, count):
        path.write_text(wrong, "utf-8")
        issues = found(top)
        told = [(issue.code, str(issue.place)) for issue in issues]
        assert 1 <= len(issues) <= 2, (path.name, line, told)
        assert {issue.place.path for issue in issues} == {path.relative_to(top).as_posix()}, (path.name, line, told)
        assert line in {issue.place.line for issue in issues}, (path.name, line, told)
    path.write_text(text, "utf-8")


def test_the_project_that_is_broken_here_is_whole(tmp_path: Path) -> None:
    assert found(whole(tmp_path / "project")) == []


@pytest.mark.parametrize("name", SHARED)
def test_a_mistyped_key_of_a_shared_record_is_told_where_it_stands_and_nowhere_else(name: str, tmp_path: Path) -> None:
    top = whole(tmp_path / "project")
    path = top / "content" / f"{name}.yaml"
    judged(top, path, path.read_text("utf-8"), 5)


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("report", ["qinghu-2022-work-report", "qinghu-2023-work-report"])
def test_a_mistyped_key_of_a_report_is_told_where_it_stands_and_nowhere_else(
    name: str, report: str, tmp_path: Path
) -> None:
    top = whole(tmp_path / "project")
    path = top / "content" / "reports" / report / name
    judged(top, path, path.read_text("utf-8"), 6)


REPORT = "reports/qinghu-2022-work-report"
MISTAKES = [
    ("themes.yaml", "id: jobs,", "id: Jobs!,", "wrong-type"),  # any theme may be meant
    ("themes.yaml", "name: {zh: 就业", "nam: {zh: 就业", "unknown-key"),
    ("districts.yaml", '  adcode: "990101"\n', "", "missing-key"),
    ("districts.yaml", "- id: qinghu\n", "- id: [qinghu]\n", "wrong-type"),
    ("indicators.yaml", "  unit: 人\n", "", "missing-key"),
    ("terms.yaml", "  pinyin:", "  forms: neighbours\n  pinyin:", "wrong-type"),
    ("initiatives.yaml", "  not: [东堤公园站]", "  nots: [东堤公园站]", "unknown-key"),
    ("follow-ups.yaml", "- promise: qinghu-2022-work-report/t01", "- promise: t01", "wrong-type"),
    (
        "follow-ups.yaml",
        "  later: [qinghu-2023-work-report/r01]",
        "  latr: [qinghu-2023-work-report/r01]",
        "unknown-key",
    ),
    (f"{REPORT}/report.md", "id: qinghu-2022-work-report", "id: qinghu-2021-work-report", "id-mismatch"),
    (f"{REPORT}/report.md", "district: qinghu", "district: qinghai", "unknown-id"),
    (f"{REPORT}/report.md", 'date: "2022-01-12"', 'date: "2022-13"', "wrong-type"),
    (f"{REPORT}/report.md", "date_basis: printed\n", "", "missing-key"),
    (f"{REPORT}/report.md", 'date: "2022-01-12"', 'date: "2022-1"', "wrong-type"),
    (f"{REPORT}/report.md", "clean_up:\n", "clean_up:\n  pinyn: removed\n", "unknown-key"),
    (f"{REPORT}/report.md", "kind: work-report\n", "", "missing-key"),
    (f"{REPORT}/report.md", "clean_up:", "clean_upp:", "unknown-key"),
    (f"{REPORT}/annotations.yaml", "id: t01", "id: t1", "bad-value"),
    (f"{REPORT}/annotations.yaml", "quote: 新增就业1.3万人以上", "quote: 新增就业2.3万人以上", "quote-missing"),
    (f"{REPORT}/annotations.yaml", "figure: 1.2万人", "figure: 2.2万人", "figure-missing"),
    (f"{REPORT}/annotations.yaml", "statements:", "statement:", "unknown-key"),
    (f"{REPORT}/annotations.yaml", "statements:\n", 'statements: "\n', "yaml-syntax"),
]


@pytest.mark.parametrize(("path", "right", "wrong", "code"), MISTAKES)
def test_what_names_a_record_that_is_broken_is_not_told_too(
    path: str, right: str, wrong: str, code: str, tmp_path: Path
) -> None:
    top = whole(tmp_path / "project")
    written_otherwise(top / "content" / path, right, wrong)
    assert [(issue.code, issue.place.path) for issue in found(top)] == [(code, f"content/{path}")]


RENAMED = [
    ("districts.yaml", "- id: qinghu\n", "- id: qinghai\n", "unknown-id"),
    ("themes.yaml", "{id: jobs,", "{id: job,", "unknown-id"),
    (f"{REPORT}/report.md", "district: qinghu", "district: qinghai", "unknown-id"),
]


@pytest.mark.parametrize(("path", "right", "wrong", "code"), RENAMED)
def test_prose_that_introduces_what_reports_name_too_is_not_told_beside_them(
    path: str, right: str, wrong: str, code: str, tmp_path: Path
) -> None:
    top = whole(tmp_path / "project")
    written_otherwise(top / "content" / path, right, wrong)
    assert {issue.code for issue in found(top)} <= {code, "reference-unknown"}


def test_a_folder_of_a_report_with_an_entry_that_nothing_reads_is_one_issue(tmp_path: Path) -> None:
    top = whole(tmp_path / "project")
    folder = top / "content" / REPORT
    (folder / "source.txt").rename(folder / "Source.txt")
    (issue,) = found(top)
    assert (issue.code, issue.place.path) == ("file-unknown", f"content/{REPORT}/Source.txt")


def test_prose_of_what_there_never_was_is_told_though_nothing_else_is_wrong(tmp_path: Path) -> None:
    top = whole(tmp_path / "project")
    names = ("reports/nowhere", "districts/nowhere", "themes/nowhere", "terms/stable", "nowhere")
    for name in names:
        path = top / "content" / "prose" / f"{name}.en.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("What it is.\n", "utf-8")
    assert sorted(issue.place.path for issue in found(top)) == sorted(f"content/prose/{name}.en.md" for name in names)
    assert {issue.code for issue in found(top)} == {"prose-unshown"}


def test_a_name_that_no_record_has_is_still_told_beside_a_broken_one(tmp_path: Path) -> None:
    top = whole(tmp_path / "project")
    themes, terms = top / "content" / "themes.yaml", top / "content" / "indicators.yaml"
    themes.write_text(themes.read_text("utf-8").replace("id: care, name", "id: care, nam"), "utf-8")
    terms.write_text(terms.read_text("utf-8").replace("theme: jobs", "theme: job"), "utf-8")
    assert [issue.code for issue in found(top)] == ["unknown-id", "unknown-key"]


def test_a_mistyped_name_of_the_languages_does_not_demand_english_of_a_chinese_site(tmp_path: Path) -> None:
    for wrong in ("langages: [zh]", "languages: [zj]", "languages: zh"):
        settings = {"content/site.yaml": CHINESE["content/site.yaml"].replace("languages: [zh]", wrong)}
        issues = built(written(tmp_path / wrong[:12].replace(" ", ""), CHINESE, PROMISED, DONE, settings)).issues
        assert [issue.place.path for issue in issues] == ["content/site.yaml"]


WRONG = (
    "9999", '"1000"', '"2021-02"', '"2024"', "2022-13", "xyz", '"区"', "true", "-1", "999999", "[]", "{}", "[x]",
    "{zh: 甲, en: b}", "baishi", "jobs", "new-jobs", "inferred", "推进", "万人", "growth", "not-found", "restated",
    "qinghu-2023-work-report/r01", "qinghu-2022-work-report/r01", "qinghu-2022-work-report/t99", "nowhere/t01",
    "nowhere", "2023/2023",
)  # fmt: skip
JUDGED = (
    "districts.yaml",
    "indicators.yaml",
    "follow-ups.yaml",
    *(f"reports/{name}/report.md" for name in ("qinghu-2022-work-report", "qinghu-2023-work-report")),
    "reports/baishi-2022-feature/report.md",
)


def scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The values of a file that are no keys."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in node.value if not isinstance(node, yaml.ScalarNode) else ():
        yield from scalars(child[1] if isinstance(child, tuple) else child)


@pytest.mark.long
@pytest.mark.parametrize("name", JUDGED)
def test_a_wrong_value_is_one_issue_whatever_else_follows_from_it(name: str, tmp_path: Path) -> None:
    top = whole(tmp_path / "project")
    path = top / "content" / name
    text = path.read_text("utf-8")
    start = 4 if text.startswith("---\n") else 0
    chosen = random.Random(name)
    for value in scalars(yaml.compose(text[start : text.find("\n---", 4) if start else None])):
        before, after = text[: start + value.start_mark.index], text[start + value.end_mark.index :]
        for wrong in chosen.sample(WRONG, 4):
            path.write_text(f"{before}{wrong}{after}", "utf-8")
            told = [f"{issue.place} {issue.code}: {issue.message}" for issue in found(top)]
            assert len(told) <= 1, (before.rsplit("\n", 1)[-1], wrong, told)


DATED = [
    ("qinghu-2022-work-report", 'date: "2022-01-12"', "date: 9999", ":8:7", "date-disagrees"),
    ("qinghu-2022-work-report", 'date: "2022-01-12"', "date: 2022-01-13", ":8:7", "date-disagrees"),
    ("baishi-2022-feature", 'date: "2022"', "date: 9999", ":8:7", "date-disagrees"),
    ("qinghu-2022-work-report", "covers: 2021/2022", "covers: 2201/2202", ":10:9", "date-disagrees"),
    ("qinghu-2022-work-report", "district: qinghu", "district: baishi", ":3:11", "district-disagrees"),
    ("baishi-2022-feature", "district: baishi", "district: qinghu", ":3:11", "district-disagrees"),
]  # fmt: skip


@pytest.mark.parametrize(("report", "right", "wrong", "place", "code"), DATED)
def test_a_wrong_date_or_district_of_a_report_is_told_at_its_value(
    report: str, right: str, wrong: str, place: str, code: str, tmp_path: Path
) -> None:
    top = whole(tmp_path / "project")
    path = top / "content" / "reports" / report / "report.md"
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    assert [(str(i.place), i.code) for i in found(top)] == [(f"content/reports/{report}/report.md{place}", code)]


def test_an_id_that_many_name_and_no_record_has_is_one_issue_that_says_where_else(tmp_path: Path) -> None:
    top = whole(tmp_path / "project")
    path = top / "content" / "districts.yaml"
    path.write_text(path.read_text("utf-8").replace("id: qinghu", "id: qinghai", 1), "utf-8")
    (one,) = found(top)
    assert one.message == "there is no district 'qinghu'"
    assert "did you mean qinghai?" in one.hint
    assert "content/reports/qinghu-2023-work-report/report.md:3:11" in one.hint
