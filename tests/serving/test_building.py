"""What is served after a save: the new site, or the last good one with what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.kept import bytes_of
from duizhao.pipeline import built
from duizhao.project import project_at
from duizhao.serving.answers import news, site_file
from duizhao.serving.building import Live, State
from duizhao.serving.watching import account_of

from ..sample import report, written

NAME = "qinghu-2022"
BODY = "# 一、今年工作\n力争新增就业2万人以上。"
CODED = """\
statements:
- id: t01
  kind: target
  quote: 新增就业2万人以上
  gloss: at least 20,000 jobs
  themes: [jobs]
  by: "2022"
  period_basis: inferred
  measures:
  - {figure: 2万人以上, value: 20000, unit: 人, operator: ge, aspect: increase}
"""


class Told(list[State]):
    """All that was told of builds."""


@pytest.fixture
def live(tmp_path: Path) -> Live:
    written(tmp_path, report(NAME, BODY, CODED))
    return Live(project_at(tmp_path), tmp_path / "site", Told().append)


def save(live: Live, text: str, name: str = "annotations.yaml") -> None:
    """Saves a file of the report and builds, as the watch would."""
    (live.project.content / "reports" / NAME / name).write_text(text, "utf-8")
    live.rebuild()


def page(live: Live) -> bytes:
    return bytes_of(live.state.files[f"reports/{NAME}/index.html"])


def test_after_a_save_the_site_is_what_a_build_makes(live: Live) -> None:
    live.begin()
    save(live, CODED.replace("at least 20,000 jobs", "20,000 jobs and more"))
    made = built(live.project.top).files
    assert {name: bytes_of(file) for name, file in live.state.files.items()} == made
    assert {name: (live.out / name).read_bytes() for name in made} == made and live.state.site == 2


def test_what_is_not_written_yet_is_served_and_what_is_taken_back_is_seen(live: Live) -> None:
    live.begin()
    path, name = live.project.content / "reports" / NAME / "annotations.yaml", f"reports/{NAME}/index.html"
    before, on_disk = page(live), (live.out / name).read_bytes()
    path.write_text(CODED.replace("quote: 新增", "quote: 力争新增"), "utf-8")
    live.build()
    assert page(live) != before and (live.out / name).read_bytes() == on_disk and live.state.made_at(name) == 2
    path.write_text(CODED, "utf-8")
    live.build()
    assert page(live) == before and live.state.made_at(name) == 3
    live.write()
    made = built(live.project.top).files
    assert {name: (live.out / name).read_bytes() for name in made} == made


def test_while_there_are_mistakes_the_last_good_site_stays(live: Live) -> None:
    live.begin()
    before, version = page(live), live.state.version
    save(live, CODED.replace("themes: [jobs]", "themes: [work]"))
    assert [issue.code for issue in live.state.issues] == ["unknown-id"] and page(live) == before
    assert live.state.version > version and live.state.site == 1
    save(live, CODED)
    assert live.state.issues == () and page(live) == before


def test_what_an_earlier_build_left_is_served_where_the_first_one_fails(live: Live) -> None:
    live.begin()
    (live.project.content / "themes.yaml").write_text("- {id: jobs", "utf-8")
    again = Live(live.project, live.out, Told().append)
    again.begin()
    assert again.state.issues and page(again) == page(live)


def test_where_nothing_was_built_a_page_says_so_and_hears_of_mistakes(live: Live) -> None:
    (live.project.content / "themes.yaml").write_text("- {id: jobs", "utf-8")
    live.begin()
    answer = site_file(live.state, "", "word", edit=False)
    assert answer.status == 503 and b"served.js" in answer.body and b"Not built yet" in answer.body


def test_a_mistake_is_told_with_the_statement_that_it_stands_in(live: Live) -> None:
    live.begin()
    save(live, CODED.replace("themes: [jobs]", "themes: [work]"))
    told = news(live.state, live.project.top, "").body.decode()
    assert f'"report": "{NAME}", "id": "t01", "quote": "\\u65b0' in told and '"line": "themes: [work]"' in told


def test_a_disk_that_fails_is_told_and_the_last_site_stays(live: Live) -> None:
    live.begin()
    foreign = live.out / "follow-up"
    (live.out / "mine").write_text("mine", "utf-8")
    assert foreign.is_dir()
    (live.out / "reports" / NAME / "index.html").unlink()
    (live.out / "reports" / NAME / "index.html").mkdir()
    (live.out / "reports" / NAME / "index.html" / "mine").write_text("mine", "utf-8")
    save(live, CODED.replace("at least 20,000 jobs", "20,000 jobs and more"))
    assert "was written by no build" in live.state.failed and (live.out / "mine").read_text() == "mine"


def test_a_change_is_seen_and_what_editors_leave_is_not(live: Live) -> None:
    before = account_of(live.project)
    folder = live.project.content / "reports" / NAME
    (folder / ".annotations.yaml.swp").write_text("x", "utf-8")
    assert account_of(live.project) == before
    (folder / "annotations.yaml").write_text(CODED + "# more\n", "utf-8")
    assert account_of(live.project) != before


def test_a_file_that_goes_is_a_change(live: Live) -> None:
    before = account_of(live.project)
    (live.project.content / "reports" / NAME / "annotations.yaml").unlink()
    assert account_of(live.project) != before
