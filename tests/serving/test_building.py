"""What is served after a save: the new site, or the last good one with what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread

import pytest

from duizhao.kept import File, bytes_of
from duizhao.pipeline import built
from duizhao.project import project_at
from duizhao.serving.answers import news, site_file
from duizhao.serving.building import Live, State, _Overtaken
from duizhao.serving.watching import account_of

from ..conftest import TOP
from ..sample import report, written

pytestmark = pytest.mark.long

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


def test_the_writing_of_the_last_site_waits_for_who_is_in_a_hurry(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    live.begin()
    (live.project.content / "reports" / NAME / "annotations.yaml").write_text(CODED + "\n", "utf-8")
    live.build()
    calls: list[object] = []

    def noted(call: Callable[..., object], *args: object, **named: object) -> object:
        calls.append(call)
        return call(*args, **named)

    monkeypatch.setattr("duizhao.serving.building.directly", noted)
    writing = Thread(target=live.write)
    with live._hurry:
        writing.start()
        writing.join(0.2)
        assert writing.is_alive() and not calls
    writing.join()
    assert calls and not live.state.failed


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
    assert "尚未生成" in answer.body.decode()


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


OPEN, OTHER = f"reports/{NAME}/index.html", "targets/index.html"
SHORTER = CODED.replace("at least ", "")


class Looking(Live):
    """Builds that look for a new save at every occasion. The next one that is asked for is given up at a look."""

    looks, given_up_at = 0, 0

    def _is_overtaken(self, stage: str = "", done: int = 0) -> None:
        self.looks += 1
        if self.looks == self.given_up_at:
            raise _Overtaken


class Seen(Live):
    """A site of which one page is open. What is served as soon as that is made is noted, and then something is done."""

    def opened(self, then: Callable[[], None] = lambda: None) -> list[State]:
        self.shown: list[State] = []
        self.then = then
        self.begin()
        self.after(0, 0, OPEN)
        return self.shown

    def _show(self, files: Mapping[str, File]) -> None:
        super()._show(files)
        self.shown.append(self.state)
        then, self.then = self.then, lambda: None
        then()

    def save(self, path: str, text: str) -> None:
        target = self.project.top / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8")


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Seen:
    monkeypatch.setattr("duizhao.serving.building._LOADED", 0.0)  # no page loads here
    written(tmp_path, report(NAME, BODY, CODED))
    return Seen(project_at(tmp_path), tmp_path / "site", Told().append)


def held(state: State, name: str) -> bytes:
    return bytes_of(state.files[name])


def test_a_page_that_is_open_is_served_before_all_others(seen: Seen) -> None:
    shown = seen.opened()
    before = held(seen.state, OTHER)
    seen.save(f"content/reports/{NAME}/annotations.yaml", SHORTER)
    assert seen.look() and len(shown) == 1
    assert b"at least 20,000 jobs" not in held(shown[0], OPEN)
    assert held(shown[0], OTHER) == before != held(seen.state, OTHER)
    assert shown[0].made_at(OPEN) == seen.state.made_at(OPEN) < seen.state.made_at(OTHER)
    assert {name: bytes_of(file) for name, file in seen.state.files.items()} == built(seen.project.top).files


def test_the_rest_is_made_as_soon_as_the_page_that_changed_has_loaded(seen: Seen) -> None:
    loaded: list[bool] = []

    def ask() -> None:
        version = seen.state.version
        for known, page in ((version - 1, OPEN), (0, OPEN), (version, OTHER), (version, OPEN)):
            seen.after(known, 0, page)
            loaded.append(seen._loaded.is_set())

    seen.opened(ask)
    seen.save(f"content/reports/{NAME}/annotations.yaml", SHORTER)
    assert seen.look() and loaded == [False, False, False, True]


def test_a_page_that_was_served_of_a_site_that_is_not_to_be_is_taken_back(seen: Seen) -> None:
    shown = seen.opened()
    before = {name: bytes_of(file) for name, file in seen.state.files.items()}
    seen.save("theme/targets.html", "{{ view.nothing }}")
    seen.save(f"content/reports/{NAME}/annotations.yaml", SHORTER)
    assert seen.look() and held(shown[0], OPEN) != before[OPEN]
    assert [issue.code for issue in seen.state.issues] == ["template-error"] * 2
    assert {name: bytes_of(file) for name, file in seen.state.files.items()} == before
    assert seen.state.made_at(OPEN) > shown[0].made_at(OPEN)


def test_a_build_gives_way_to_the_next_save_once_the_open_page_is_there(seen: Seen) -> None:
    path = f"content/reports/{NAME}/annotations.yaml"
    shown = seen.opened(lambda: seen.save(path, CODED.replace("20,000 jobs", "20,000 new jobs")))
    told = len(seen.told.__self__)  # type: ignore[attr-defined]
    seen.save(path, SHORTER)
    assert seen.look() and seen.state is shown[0] and len(seen.told.__self__) == told  # type: ignore[attr-defined]
    assert seen.look() and b"20,000 new jobs" in held(seen.state, OTHER)
    assert {name: bytes_of(file) for name, file in seen.state.files.items()} == built(seen.project.top).files


def test_a_save_that_ended_a_build_and_is_taken_back_leaves_a_whole_site(seen: Seen) -> None:
    more = f"content/reports/{NAME}/more.txt"
    seen.opened(lambda: seen.save(more, "x"))
    seen.save(f"content/reports/{NAME}/annotations.yaml", SHORTER)
    assert seen.look()
    (seen.project.top / more).unlink()
    assert seen.look() and not seen.look()
    assert {name: bytes_of(file) for name, file in seen.state.files.items()} == built(seen.project.top).files


def test_what_is_made_anew_and_is_as_it_was_stays_where_it_is_open(seen: Seen) -> None:
    seen.opened()
    before = {name: bytes_of(file) for name, file in seen.state.files.items()}
    old = seen.state
    seen.save(
        "theme/silence.html", (TOP / "templates" / "silence.html").read_text("utf-8") + "{# all pages are made #}"
    )
    seen.rebuild()
    assert {name: bytes_of(file) for name, file in seen.state.files.items()} == before
    assert seen.state.made_at(OPEN) == old.made_at(OPEN)
    assert seen.state.made_at(OTHER) == seen.state.site > old.made_at(OTHER)  # nobody reads it to find that out


@pytest.mark.long
def test_a_build_that_is_given_up_at_any_look_leaves_what_the_next_one_stands_on(tmp_path: Path) -> None:
    written(tmp_path, report(NAME, BODY, CODED))
    live = Looking(project_at(tmp_path), tmp_path / "site", Told().append)
    live.begin()
    wanted = CODED.replace("at least 20,000 jobs", "20,000 jobs and more"), CODED
    made, looks = [], 0
    for text in wanted:
        live.looks = 0
        save(live, text)
        looks = live.looks
        made.append({name: bytes_of(file) for name, file in live.state.files.items()})
    for turn, part in enumerate(range(1, 13)):
        live.looks, live.given_up_at = 0, looks * part // 12
        save(live, wanted[turn % 2])
        assert live.looks == live.given_up_at > 0
        live.given_up_at = 0
        save(live, wanted[turn % 2])
        assert {name: bytes_of(file) for name, file in live.state.files.items()} == made[turn % 2]
