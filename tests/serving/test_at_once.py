"""What is served at once after a save: the open pages as a whole build will make them, or what is wrong."""

from __future__ import annotations

import functools
import os
import stat
import weakref
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from duizhao.at_once import Saved, made_at_once
from duizhao.corpus.reading import ReadReport, read_report
from duizhao.corpus.reads import Watch
from duizhao.corpus.vocabularies import Vocabularies
from duizhao.issues import Issue
from duizhao.kept import File, bytes_of
from duizhao.pipeline import Built, built
from duizhao.project import package_theme, project_at
from duizhao.search.pair_index import keyed as by_keys
from duizhao.serving.building import Live, State
from duizhao.serving.watching import account_of, saved_between
from duizhao.site.remembered import Remembered
from duizhao.site.theme import Theme

from ..sample import laid_out

pytestmark = pytest.mark.long
OLD, NEW = "qinghu-2022-work-report", "qinghu-2023-work-report"
CODED = f"content/reports/{OLD}/annotations.yaml"
HEAD = f"content/reports/{NEW}/report.md"
OPEN = {OLD: f"reports/{OLD}/index.html", NEW: f"zh/reports/{NEW}/index.html"}

# What a person saves in reports, one after the other: the file, words of it and others in their place.
SAVES = {
    "a gloss": (CODED, "at least 13,000 jobs to be added", "13,000 jobs or more to be added"),
    "other words of a statement": (CODED, "quote: 推进东堤公园改造", "quote: 推进东堤公园"),
    "another theme": (CODED, "themes: [city]", "themes: [care]"),
    "an indicator less": (CODED, ", indicator: care-beds", ""),
    "a statement more": (
        CODED,
        "statements:",
        "statements:\n- {id: s01, kind: situation, quote: 东堤公园, gloss: Dongdi Park, themes: [city]}",
    ),
    "another name": (HEAD, "en: 2023 work report", "en: Work report of 2023"),
    "another title": (f"content/reports/{OLD}/report.md", "Government Work Report 2022", "Work Report 2022"),
    "captured in another month": (f"content/reports/{OLD}/report.md", 'captured: "2022-02"', 'captured: "2022-03"'),
}
# What a person saves of what all reports share; by an alias and a form they are read.
SHARED = {
    "a theme's name": ("content/themes.yaml", "en: Care of the elderly", "en: Care"),
    "a term's meaning": ("content/terms.yaml", "en: Residents talk", "en: Neighbours talk"),
    "a definition": ("content/indicators.yaml", "en: Beds for the elderly.", "en: All beds for the elderly."),
    "a district's name": ("content/districts.yaml", "en: Qinghu", "en: Qinghu East"),
    "evidence": ("content/follow-ups.yaml", "evidence: reported-done", "evidence: reported-progress"),
    "a ground": ("content/follow-ups.yaml", "says that it was finished", "says that it is finished"),
    "the site's title": ("content/site.yaml", "en: Two Districts", "en: Two of them"),
    "an alias": (
        "content/initiatives.yaml",
        "aliases: [东堤公园改造, 东堤公园]",
        "aliases: [东堤公园改造, 东堤公园, 公园]",
    ),
    "a form of a term": ("content/terms.yaml", "  en: neighbours", "  forms: [some form]\n  en: neighbours"),
    "prose": ("content/prose/about.en.md", "all of them invented", "each of them invented"),
}
# What a person saves of a theme, and the words that are wrong instead.
THEME = {
    "a word": ("theme/words.yaml", "en: Reports", "en: The reports"),
    "a template": ("theme/report.html", "{% block main %}", '{% block main %}<p data-other="other"></p>'),
    "a style": ("theme/static/pages.css", "{", "{ --other: 1px;"),
}


class AtOnce(Live):
    """A site of which pages are open; what is served when a whole build begins is noted."""

    begun: list[State]

    def opened(self, monkeypatch: pytest.MonkeyPatch, *pages: str) -> AtOnce:
        self.begun = []

        def noted(*given: object, **named: object) -> Built:
            self.begun.append(self.state)
            return built(*given, **named)  # type: ignore[arg-type]

        monkeypatch.setattr("duizhao.serving.building.built", noted)
        monkeypatch.setattr("duizhao.serving.building._LOADED", 0.0)  # no page loads here
        for page in pages:
            self.after(0, 0, page)
        self.begun.clear()
        return self

    def save(self, path: str, old: str, new: str) -> None:
        target = self.project.top / path
        text = target.read_text("utf-8")
        assert old in text
        target.write_text(text.replace(old, new, 1), "utf-8")
        for folder in [*self._asked]:  # as pages do that are open
            self.after(self.state.version, 0, f"{folder}/index.html")


def files_of(top: Path) -> dict[str, bytes | None]:
    """What a person wrote in a project, by its path; None for what is no file."""
    own = (path for name in ("content", "theme") for path in (top / name).rglob("*"))
    found = {path.relative_to(top).as_posix(): path for path in own if path.is_symlink() or not path.is_dir()}
    return {name: path.read_bytes() if stat.S_ISREG(path.lstat().st_mode) else None for name, path in found.items()}


def put_back(top: Path, files: Mapping[str, bytes | None]) -> None:
    """Makes a project what it was: another one is served by whoever served it, as after any saves."""
    for name, data in files_of(top).items():
        if data != files.get(name):
            (top / name).unlink()
    for name in files.keys() - files_of(top).keys():
        (top / name).write_bytes(files[name] or b"")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[AtOnce, dict[str, bytes | None]]:
    """A site that is served, and what its files hold."""
    top = laid_out(tmp_path_factory.mktemp("served") / "project")
    (top / "theme" / "static").mkdir(parents=True)
    for name in ("report.html", "static/pages.css"):
        (top / "theme" / name).write_bytes((package_theme() / name).read_bytes())
    (top / "theme" / "words.yaml").write_text("nav.reports: {en: Reports, zh: 报告}\n", "utf-8")
    made = AtOnce(project_at(top), top / "site", lambda state: None)
    made.begin()
    return made, files_of(top)


@pytest.fixture
def live(begun: tuple[AtOnce, dict[str, bytes | None]], monkeypatch: pytest.MonkeyPatch) -> AtOnce:
    """The same site for every test, whatever was saved before it, with two pages that are open."""
    monkeypatch.setattr("duizhao.serving.building._SETTLED", 0.0)  # a test saves whole files, and one after the other
    made, files = begun
    put_back(made.project.top, files)
    made._asked.clear()
    while made.look():
        made.write()
    assert not made.state.issues and not made.state.failed
    return made.opened(monkeypatch, *OPEN.values())


def texts(files: Mapping[str, File]) -> dict[str, bytes]:
    return {name: bytes_of(file) for name, file in files.items()}


def anew(live: AtOnce) -> dict[str, bytes]:
    """The site that a whole build makes of what is saved, with nothing at hand; of the same files it is made once."""
    return _built_of(live.project.top, tuple(sorted(files_of(live.project.top).items())))


@functools.lru_cache(maxsize=32)
def _built_of(top: Path, files: tuple[tuple[str, bytes | None], ...]) -> dict[str, bytes]:
    assert None not in {data for _, data in files}
    return texts(built(top).files)


def of_open(state: State) -> dict[str, bytes]:
    """All that lies in the folders of the pages that are open."""
    folders = {name.rpartition("/")[0] for name in OPEN.values()}
    return texts({name: file for name, file in state.files.items() if name.rpartition("/")[0] in folders})


def served(live: AtOnce, page: str, *saves: tuple[str, str, str]) -> State:
    """What is served at once of some saves: a page that is another one, as the whole build that follows makes it."""
    before = live.state
    for save in saves:
        live.save(*save)
    assert live.look() and not live.state.issues
    (at_once,) = live.begun
    assert bytes_of(before.files[page]) != bytes_of(at_once.files[page]) == bytes_of(live.state.files[page])
    assert at_once.made_at(page) == live.state.made_at(page) > before.made_at(page)
    assert of_open(at_once) == of_open(live.state)
    assert texts(live.state.files) == anew(live)
    return at_once


@pytest.mark.parametrize("save", SAVES.values(), ids=SAVES)
def test_open_pages_are_served_at_once_as_a_whole_build_makes_them(live: AtOnce, save: tuple[str, str, str]) -> None:
    served(live, OPEN[OLD if OLD in save[0] else NEW], save)


@pytest.mark.parametrize("save", SHARED.values(), ids=SHARED)
def test_what_all_reports_share_is_served_at_once_too(live: AtOnce, save: tuple[str, str, str]) -> None:
    live.after(0, 0, "about/index.html")
    served(live, "about/index.html" if "prose" in save[0] else OPEN[OLD], save, SAVES["a gloss"])


@pytest.mark.parametrize("save", THEME.values(), ids=THEME)
def test_a_theme_is_served_at_once_too(live: AtOnce, save: tuple[str, str, str]) -> None:
    at_once = served(live, OPEN[OLD], save)
    assert {*live.state.files} <= {*at_once.files}


def test_saves_of_all_kinds_that_follow_one_another_are_each_served_at_once(live: AtOnce) -> None:
    saves = [*SHARED.values(), *SAVES.values(), *THEME.values()]
    for save in saves[::2] + saves[1::2]:
        live.save(*save)
        live.look()
        assert of_open(live.begun[-1]) == of_open(live.state)
    assert len(live.begun) == len(saves)
    assert texts(live.state.files) == anew(live)


def test_mistakes_of_a_report_are_told_at_once_and_gone_at_once(live: AtOnce) -> None:
    page = OPEN[OLD]
    before = of_open(live.state)
    live.save(CODED, "quote: 推进东堤公园改造", "quote: 推进西堤公园改造")
    assert live.look()
    assert [issue.code for issue in live.begun[-1].issues] == [issue.code for issue in live.state.issues] != []
    assert of_open(live.begun[-1]) == of_open(live.state) == before
    live.save(CODED, "quote: 推进西堤公园改造", "quote: 推进东堤公园")
    assert live.look()
    assert not live.begun[-1].issues and bytes_of(live.begun[-1].files[page]) != before[page]
    assert texts(live.state.files) == anew(live)


def test_a_file_that_cannot_be_read_is_told_at_once_and_its_mending_too(live: AtOnce) -> None:
    live.save(CODED, "statements:", "statements: [")
    assert live.look() and live.begun[-1].issues
    live.save(CODED, "statements: [", "statements:")
    assert live.look() and not live.begun[-1].issues and not live.state.issues
    assert texts(live.state.files) == anew(live)


def test_what_only_all_reports_together_can_tell_takes_the_pages_back(live: AtOnce) -> None:
    before = texts(live.state.files)
    live.save(CODED, "id: k01", "id: k05")  # which a follow-up names
    assert live.look()
    assert not live.begun[-1].issues and live.state.issues
    assert texts(live.state.files) == before
    live.save(CODED, "at least 13,000 jobs", "13,000 jobs or more")
    assert live.look()
    assert live.begun[-1].issues, "what is wrong with all together is known to no report"
    live.save(CODED, "id: k05", "id: k01")
    assert live.look() and not live.state.issues
    assert texts(live.state.files) == anew(live)


def otherwise(path: Path) -> bytes:
    """A file with another gloss, which would be seen on a page."""
    return path.read_bytes().replace(b"at least 13,000 jobs", b"13,000 jobs or more")


def a_link(path: Path) -> None:
    target = path.parents[3] / "elsewhere.yaml"
    target.write_bytes(otherwise(path))
    path.unlink()
    path.symlink_to(target)


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def far_too_much(path: Path) -> None:
    path.write_bytes(otherwise(path) + b"#" * 3_000_000)


def no_text(path: Path) -> None:
    path.write_bytes(otherwise(path) + b"# \xff\n")


def emptied(path: Path) -> None:
    path.write_bytes(otherwise(path))
    (path.parent / "report.md").write_bytes(b"")


@pytest.mark.parametrize("spoil", (a_link, a_pipe, far_too_much, no_text, emptied))
def test_what_cannot_be_read_is_told_as_a_whole_build_tells_it(live: AtOnce, spoil: Callable[[Path], None]) -> None:
    before = texts(live.state.files)
    path = live.project.top / CODED
    good = {one: one.read_bytes() for one in path.parent.iterdir()}
    spoil(path)
    assert live.look()
    assert texts(live.begun[-1].files) == texts(live.state.files) == before
    assert live.state.issues == built(live.project.top).issues != ()
    path.unlink()
    for one, data in good.items():
        one.write_bytes(data)
    live.save(*SAVES["a gloss"])
    assert live.look() and not live.state.issues
    assert texts(live.state.files) == anew(live)


def test_a_disk_that_fails_leaves_it_to_a_whole_build(live: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise PermissionError("not to be read")

    monkeypatch.setattr("duizhao.at_once.report_files", failing)
    live.save(*SAVES["a gloss"])
    assert live.look() and not live.state.issues and not live.state.failed
    assert texts(live.state.files) == anew(live)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("theme/words.yaml", "zh: ", "zz: "),
        ("theme/words.yaml", "nav.reports", "nav.none"),
        ("theme/report.html", "{% block", "{% blok"),
        ("theme/report.html", "<h2", "{{ view.nothing }}<h2"),
        ("theme/report.html", "<h2", "{{ word('none') }}<h2"),
    ],
)
def test_mistakes_of_a_theme_are_told_and_its_pages_taken_back(live: AtOnce, path: str, old: str, new: str) -> None:
    before = texts(live.state.files)
    live.save(path, old, new)
    assert live.look() and live.state.issues == built(live.project.top).issues != ()
    assert texts(live.state.files) == before
    live.save(path, new, old)
    assert live.look() and not live.state.issues
    live.save(*SAVES["a gloss"])
    assert live.look() and of_open(live.begun[-1]) == of_open(live.state)
    assert texts(live.state.files) == anew(live)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/themes.yaml", "name:", "nam:"),
        ("content/follow-ups.yaml", "evidence: ", "evidence: un"),
        ("content/terms.yaml", "meaning:", "meaning: ["),
    ],
)
def test_mistakes_of_what_all_share_are_told_at_once_and_gone_with_the_next_save(
    live: AtOnce, path: str, old: str, new: str
) -> None:
    before = of_open(live.state)
    live.save(path, old, new)
    assert live.look() and live.begun[-1].issues and live.state.issues
    assert of_open(live.begun[-1]) == of_open(live.state) == before
    live.save(path, new, old)
    assert live.look() and not live.state.issues
    assert texts(live.state.files) == anew(live)
    live.save(*SAVES["a gloss"])
    assert live.look() and bytes_of(live.begun[-1].files[OPEN[OLD]]) != before[OPEN[OLD]]


def only(live: AtOnce, *pages: str) -> None:
    """Opens these pages and closes all others."""
    live._asked.clear()
    for page in pages:
        live.after(live.state.version, 0, page)


def read_of(live: AtOnce, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the reports that are read from now on, one after the other."""
    read: list[str] = []

    def noted(folder: str, files: Mapping[str, bytes], vocabularies: Vocabularies) -> ReadReport:
        read.append(Path(folder).name)
        return read_report(folder, files, vocabularies)

    for room in ("at_once", "pipeline"):
        monkeypatch.setattr(f"duizhao.{room}.read_report", noted)
    return read


ALIASES = ("content/initiatives.yaml", "aliases: [东堤公园改造, 东堤公园]", "aliases: [东堤公园改造, 东堤公园, {}]")


@pytest.mark.parametrize(
    ("alias", "expected"),
    [("体育馆", []), ("修缮老街", ["baishi-2022-feature"]), ("养老床位500", [OLD])],
)
def test_of_what_all_share_only_who_has_the_words_is_read_again(
    live: AtOnce, monkeypatch: pytest.MonkeyPatch, alias: str, expected: list[str]
) -> None:
    read = read_of(live, monkeypatch)
    keyed: list[str] = []
    monkeypatch.setattr("duizhao.search.data.keyed", lambda one: (keyed.append(one.head[0]), by_keys(one))[1])
    live.save(*ALIASES[:2], ALIASES[2].format(alias))
    assert live.look() and not live.state.issues and read == keyed == expected
    live.save(ALIASES[0], ALIASES[2].format(alias), ALIASES[1])
    assert live.look() and not live.state.issues and {*read, *keyed} == {*expected}
    assert texts(live.state.files) == anew(live)


def named_at_once(live: AtOnce, name: str, alias: str) -> None:
    """After another alias of an initiative a file is at once what it will be, and not what it was."""
    before = bytes_of(live.state.files[name])
    live.save(*ALIASES[:2], ALIASES[2].format(alias))
    assert live.look() and not live.state.issues
    (at_once,) = live.begun
    assert before != bytes_of(at_once.files[name]) == bytes_of(live.state.files[name])
    assert texts(live.state.files) == anew(live)


def test_of_many_reports_that_are_read_otherwise_the_open_ones_come_first(
    live: AtOnce, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.at_once._AT_ONCE", 1)
    only(live, OPEN[NEW])
    read = read_of(live, monkeypatch)
    named_at_once(live, f"zh/reports/{NEW}/cards-1.js", "新增就业")
    *own, _, _, _ = read  # all of them by the build anew
    assert own[0] == NEW and sorted(own) == sorted({*own}) and OLD in own


def test_as_many_reports_are_read_before_the_pages_as_there_is_time_for(
    live: AtOnce, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Open ones among them count once."""
    monkeypatch.setattr("duizhao.at_once._AT_ONCE", 3)
    initiative = "initiatives/dongdi-park/index.html"
    only(live, "reports/baishi-2022-feature/index.html", OPEN[OLD], initiative)
    named_at_once(live, initiative, "。")


def test_what_still_waits_to_be_read_again_is_not_taken_for_read(live: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text names an initiative by words that are taken from it, and then the initiative goes, before it is read."""
    monkeypatch.setattr("duizhao.at_once._AT_ONCE", 2)
    monkeypatch.setattr("duizhao.serving.building.Pace", lambda **_: lambda ask: ask())
    only(live, OPEN[NEW])
    target = live.project.content / "initiatives.yaml"
    watching = live._is_overtaken

    def goes_meanwhile(stage: str, done: int = 0) -> None:
        if stage == "read" and target.read_text("utf-8") != "[]\n":
            target.write_text("[]\n", "utf-8")
            only(live, OPEN[OLD])
        watching(stage, done)

    monkeypatch.setattr(AtOnce, "_is_overtaken", lambda _, stage="", done=0: goes_meanwhile(stage, done))
    live.save(*ALIASES[:2], "aliases: [议事]")
    assert live.look() and len(live.begun) == 1
    assert live.look() and not live.state.issues
    assert texts(live.state.files) == anew(live)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/initiatives.yaml", "id: dongdi-park", "id: east-park"),
        ("content/terms.yaml", "id: neighbours-deliberate", "id: neighbours-talk"),
    ],
)
def test_what_goes_is_named_no_more_in_reports_that_wait(
    live: AtOnce, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str
) -> None:
    monkeypatch.setattr("duizhao.at_once._AT_ONCE", 0)
    before = live.state
    live.save(path, old, new)
    read = read_of(live, monkeypatch)
    assert live.look() and not live.state.issues and read
    (at_once,) = live.begun
    cut = old.removeprefix("id: ").encode()
    assert any(cut in data for data in of_open(before).values())
    assert not any(cut in data for data in of_open(at_once).values())
    assert texts(live.state.files) == anew(live)
    only(live, OPEN[OLD])
    live.save(path, new, old)
    assert live.look() and texts(live.state.files) == texts(before.files)


def test_an_id_that_goes_and_that_reports_name_that_wait_is_left_to_a_whole_build(
    live: AtOnce, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.at_once._AT_ONCE", 0)
    before = live.state
    live.save("content/themes.yaml", "id: care", "id: cares")
    assert live.look() and live.begun == [before] and live.state.issues


def test_a_page_that_asks_no_more_is_no_longer_made_at_once(live: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[frozenset[str]] = []

    def noted(*given: Any) -> tuple[Issue, ...] | None:
        made.append(frozenset(given[-2]))
        return made_at_once(*given)

    monkeypatch.setattr("duizhao.serving.building.made_at_once", noted)
    target = live.project.top / CODED
    both = frozenset(name.rpartition("/")[0] for name in OPEN.values())
    for number in range(4):
        live.after(0, 0, OPEN[OLD])
        target.write_text(target.read_text("utf-8").replace("at least", "at least at least", 1), "utf-8")
        assert live.look() and not live.state.issues, number
    assert made[0] == both and made[-1] == {OPEN[OLD].rpartition("/")[0]}


def shown_one_by_one(live: AtOnce, monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The folders of pages that are served anew, by each time that some are."""
    found: list[set[str]] = []
    before, shown = live.state.made, AtOnce._show

    def noted(self: AtOnce, files: Mapping[str, File]) -> None:
        shown(self, files)
        changed = {folder for folder, at in self.state.made.items() if at != before.get(folder)}
        found.append(changed.difference(*found))

    monkeypatch.setattr(AtOnce, "_show", noted)
    return found


@pytest.mark.parametrize("last", [OLD, NEW])
def test_the_page_that_asked_last_is_served_before_the_others(
    live: AtOnce, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    found = shown_one_by_one(live, monkeypatch)
    live.save(*THEME["a template"])
    for page in sorted(OPEN.values(), key=lambda one: one == OPEN[last]):
        live.after(live.state.version, 0, page)
    folders = {name: page.rpartition("/")[0] for name, page in OPEN.items()}
    assert live.look() and not live.state.issues
    own, other = folders.pop(last), *folders.values()
    assert [{own, other} & one for one in found] == [{own}, {other}]


def test_who_saves_again_does_not_wait_for_the_other_open_pages(live: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.serving.building.Pace", lambda **_: lambda ask: ask())
    found = shown_one_by_one(live, monkeypatch)
    saves = [SAVES["a gloss"], SAVES["another theme"]]
    setting = AtOnce._set

    def saved_meanwhile(self: AtOnce, **fields: object) -> None:
        setting(self, **fields)
        if saves and found == []:
            live.save(*saves.pop())

    live.save(*saves.pop(0))
    monkeypatch.setattr(AtOnce, "_set", saved_meanwhile)
    assert live.look() and not live.begun and len(found) == 0
    assert live.look() and not live.state.issues and len(live.begun) == 1
    assert texts(live.state.files) == anew(live)


def test_where_no_page_is_open_nothing_is_served_before_a_whole_build(live: AtOnce) -> None:
    only(live)
    before = live.state
    live.save(*SAVES["a gloss"])
    assert live.look() and live.begun == [before]
    assert texts(live.state.files) == anew(live)


@pytest.mark.parametrize("first", [SAVES["a gloss"], SHARED["an alias"], THEME["a template"]])
def test_a_save_during_a_whole_build_is_served_at_once_too(
    live: AtOnce, monkeypatch: pytest.MonkeyPatch, first: tuple[str, str, str]
) -> None:
    monkeypatch.setattr("duizhao.serving.building.Pace", lambda **_: lambda ask: ask())
    second = SAVES["another theme"]
    watching = live._is_overtaken

    def saved_meanwhile(stage: str, done: int = 0) -> None:
        if stage == "pages" and second[1] in (live.project.top / CODED).read_text("utf-8"):
            live.save(*second)
        watching(stage, done)

    monkeypatch.setattr(AtOnce, "_is_overtaken", lambda _, stage="", done=0: saved_meanwhile(stage, done))
    live.save(*first)
    assert live.look() and len(live.begun) == 1
    assert live.look() and len(live.begun) == 2
    assert of_open(live.begun[-1]) == of_open(live.state)
    assert texts(live.state.files) == anew(live)


def test_a_file_that_comes_during_a_whole_build_ends_it_too(live: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duizhao.serving.building.Pace", lambda **_: lambda ask: ask())
    more = live.project.content / "prose" / "method.zh.md"
    watching = live._is_overtaken

    def comes_meanwhile(stage: str, done: int = 0) -> None:
        if stage == "pages" and not more.exists():
            more.write_text("# 方法\n\n如此。\n", "utf-8")
        watching(stage, done)

    monkeypatch.setattr(AtOnce, "_is_overtaken", lambda _, stage="", done=0: comes_meanwhile(stage, done))
    live.save(*SAVES["a gloss"])
    assert live.look() and live.state.files and len(live.begun) == 1 and live._nudged.is_set()
    assert live.look() and len(live.begun) == 2
    assert live.state.issues and live.state.issues == built(live.project.top).issues


def test_what_a_build_held_goes_when_the_next_is_there(live: AtOnce, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[weakref.ref[Watch]] = []
    begin = Remembered.begin

    def noted(remembered: Remembered, theme: Theme, watch: Watch) -> None:
        held.append(weakref.ref(watch))
        begin(remembered, theme, watch)

    monkeypatch.setattr(Remembered, "begin", noted)
    saves = [*SAVES.values()][:4]
    for save in saves:
        live.save(*save)
        live.look()
        live.write()
    assert len(held) == len(saves) and sum(one() is not None for one in held) <= 2


def test_what_was_saved_is_told_by_its_files_alone(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    project, before = project_at(top), account_of(project_at(top))
    assert not saved_between(project, before, before)
    for path in (CODED, HEAD):
        (top / path).write_text((top / path).read_text("utf-8") + "\n", "utf-8")
    saved = account_of(project)
    assert saved_between(project, before, saved) == Saved(frozenset({OLD, NEW}))
    more = top / "content/reports" / OLD / "more.txt"
    more.write_text("x", "utf-8")
    assert not saved_between(project, saved, account_of(project))
    more.unlink()
    (top / "content" / "stray.yaml").write_text("x", "utf-8")
    (top / "theme").mkdir()
    (top / "theme" / "site.css").write_text("x", "utf-8")
    before = account_of(project)
    (top / "theme" / "site.css").write_text("xy", "utf-8")
    assert saved_between(project, before, account_of(project)) == Saved(theme=True)
    for other, shared in (
        ("content/terms.yaml", True),
        ("content/follow-ups.yaml", True),
        ("content/prose/about.en.md", True),
        ("content/stray.yaml", False),
    ):
        (top / other).touch()
        before = account_of(project)
        (top / other).write_text("xy", "utf-8")
        assert saved_between(project, before, account_of(project)) == Saved(shared=shared), other
