"""A site that is built again is the one that is built anew, byte for byte, whatever was changed and however often."""

from __future__ import annotations

import ast
import os
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import SystemRandom

import pytest
from hypothesis import given, settings, strategies as st

from duizhao.cache import FOLDER
from duizhao.corpus.collation import collations
from duizhao.corpus.join import Corpus
from duizhao.corpus.reads import Read, watched, watched_map
from duizhao.kept import Kept
from duizhao.pages.parts.splits import ROOMS
from duizhao.pipeline import Built, built
from duizhao.site.page_list import list_of_pages
from duizhao.site.place import PlaceError
from duizhao.site.remembered import ALTERED, NEW, TOLD, Remembered
from duizhao.site.why import UntoldError, why
from duizhao.site.write import write_files

from .conftest import TOP
from .sample import files_in, laid_out, sample

pytestmark = pytest.mark.long
REPORTS = "content/reports/"
ANNOTATIONS = f"{REPORTS}qinghu-2022-work-report/annotations.yaml"
FRONT = f"{REPORTS}qinghu-2022-work-report/report.md"
LATER = f"{REPORTS}qinghu-2023-work-report"

Change = Callable[[Path], object]


def put(name: str, text: str) -> Change:
    def change(top: Path) -> None:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(text.encode())

    return change


def swap(name: str, old: str, new: str) -> Change:
    def change(top: Path) -> None:
        path = top / name
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))

    return change


def both(*changes: Change) -> Change:
    return lambda top: [change(top) for change in changes]


def removed(name: str) -> Change:
    return lambda top: shutil.rmtree(top / name, ignore_errors=True) or (top / name).unlink(missing_ok=True)


def another_report(top: Path) -> None:
    new = top / f"{REPORTS}qinghu-2024-work-report"
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(TOP / "tests/cases/_base" / LATER, new)
    source, report = ((new / name).read_text("utf-8") for name in ("source.txt", "report.md"))
    later = source.replace("2023年1月", "2023年2月")
    hashes = (sha256(one.encode()).hexdigest() for one in (source, later))
    report = report.replace("qinghu-2023", "qinghu-2024").replace("2023-01-10", "2023-02-10").replace(*hashes)
    (new / "source.txt").write_bytes(later.encode())
    (new / "report.md").write_bytes(report.replace("2023年1月", "2023年2月").encode())


def rewritten(*words: tuple[str, str], lines: tuple[tuple[str, str], ...] = ()) -> Change:
    """The words of a capture and of the report made of it, and the numbers of its lines where these are others."""

    def change(top: Path) -> None:
        source, report = top / FRONT.replace("report.md", "source.txt"), top / FRONT
        old, text = (path.read_bytes().decode() for path in (source, report))
        new = old
        for before, after in words:
            new = new.replace(before, after, 1)
            plain = (
                before.replace("\n　　", "\n\n").replace("　　", ""),
                after.replace("\n　　", "\n\n").replace("　　", ""),
            )
            text = text.replace(*plain, 1)
        for before, after in lines if new != old else ():
            text = text.replace(before, after, 1)
        hashes = (sha256(one.encode()).hexdigest() for one in (old, new))
        source.write_bytes(new.encode())
        report.write_bytes(text.replace(*hashes).encode())

    return change


def of_theme(name: str, old: str, new: str) -> Change:
    """A file of the whole theme, changed in a theme of the site's own."""

    def change(top: Path) -> None:
        (top / "theme" / name).parent.mkdir(parents=True, exist_ok=True)
        text = (TOP / "templates" / name).read_bytes().decode()
        (top / "theme" / name).write_bytes(text.replace(old, new, 1).encode())

    return change


# Each kind of record and of file: a field that changes, one that comes, one that goes.
CHANGES: dict[str, Change] = {
    "a gloss": swap(ANNOTATIONS, "gloss: 12,000 jobs", "gloss: some 12,000 jobs"),
    "a theme of a statement": swap(ANNOTATIONS, "themes: [care]", "themes: [city]"),
    "a second theme": swap(ANNOTATIONS, "themes: [jobs]", "themes: [jobs, city]"),
    "a headline": swap(ANNOTATIONS, "- id: t01\n", "- id: t01\n  headline: true\n"),
    "a note of a statement": swap(ANNOTATIONS, "- id: r01\n", "- id: r01\n  note: {zh: 注, en: A note}\n"),
    "a time of a statement": swap(ANNOTATIONS, 'period: "2021"', 'period: "2020/2021"'),
    "the deadlines that go": both(*[swap(ANNOTATIONS, '  by: "2022"\n  period_basis: inferred\n', "")] * 3),
    "an indicator that goes": swap(ANNOTATIONS, ", indicator: care-beds", ""),
    "a statement that goes": both(
        swap(LATER + "/annotations.yaml", "- id: r02", "- id: r03"),
        swap("content/follow-ups.yaml", "qinghu-2023-work-report/r02", "qinghu-2023-work-report/r03"),
    ),
    "a line more": swap(ANNOTATIONS, "statements:\n", "statements:\n\n"),
    "a paragraph's English": swap(LATER + "/translation.en.md", "the strength of all", "everybody's strength"),
    "English that was none": put(f"{REPORTS}baishi-2022-feature/translation.en.md", "[untranslated]\n"),
    "English that goes": removed(f"{LATER}/translation.en.md"),
    "a paragraph's Chinese": rewritten(("，建成社区", "，共建成社区")),
    "a heading's Chinese": rewritten(("一、2021年工作回顾", "一、2021年工作情况回顾")),
    "a paragraph more": both(
        rewritten(("　　全年新增", "　　全区平稳发展。\n　　全年新增"), lines=(('{heading: "8"', '{heading: "9"'),)),
        swap(FRONT, "fully_read: true\n", ""),
    ),
    "a heading's English": swap(LATER + "/translation.en.md", "2022", "the year 2022"),
    "a short title": swap(FRONT, "en: 2022 work report", "en: Work report of 2022"),
    "a title": swap(FRONT, "Government Work Report 2022", "Government's Work Report 2022"),
    "a note of a report": swap(FRONT, "fully_read: true\n", "fully_read: true\nnote: {zh: 注, en: A note}\n"),
    "an address of origin": swap(FRONT, "https://example.org/qinghu/2022", "https://example.org/qinghu/22"),
    "a report that was wholly read": swap(FRONT, "fully_read: true\n", ""),
    "a report more": another_report,
    "a report less": removed(f"{REPORTS}baishi-2022-feature"),
    "evidence": swap("content/follow-ups.yaml", "evidence: reported-done", "evidence: reported-progress"),
    "a ground": swap("content/follow-ups.yaml", "en: It says", "en: It does say"),
    "a word that was searched": swap("content/follow-ups.yaml", "searched: [养老床位]", "searched: [养老床位, 床位数]"),
    "later words that go": swap("content/follow-ups.yaml", "  later: [qinghu-2023-work-report/r02]\n", ""),
    "follow-ups that go": put("content/follow-ups.yaml", "[]\n"),
    "a district's name": swap("content/districts.yaml", "en: Qinghu", "en: Qinghu East"),
    "a district's note": swap("content/districts.yaml", '"990102"', '"990102"\n  note: {zh: 注, en: A note}'),
    "a theme's name": swap("content/themes.yaml", "en: Care of the elderly", "en: Care"),
    "the themes in another order": swap(
        "content/themes.yaml",
        "- {id: jobs, name: {zh: 就业, en: Jobs}}\n- {id: care, name: {zh: 养老, en: Care of the elderly}}\n",
        "- {id: care, name: {zh: 养老, en: Care of the elderly}}\n- {id: jobs, name: {zh: 就业, en: Jobs}}\n",
    ),
    "a theme more": swap("content/themes.yaml", "- {id: city", "- {id: rest, name: {zh: 其他, en: Rest}}\n- {id: city"),
    "a cell that refuses": swap(
        "content/themes.yaml",
        "- {id: jobs, name: {zh: 就业, en: Jobs}}",
        "- {id: jobs, name: {zh: 就业, en: Jobs}, cells: [{district: baishi, state: not-comparable,"
        " because: {zh: 无, en: None}}]}",
    ),
    "a former id": swap("content/themes.yaml", "- {id: care,", "- {id: care, formerly: [elderly],"),
    "a definition": swap("content/indicators.yaml", "en: Beds for the elderly.", "en: All beds for the elderly."),
    "a caution": swap(
        "content/indicators.yaml",
        "  theme: jobs\n",
        "  theme: jobs\n  cautions:\n  - statements: [qinghu-2022-work-report/r01, qinghu-2023-work-report/r01]\n"
        "    because: {zh: 异, en: Other}\n",
    ),
    "an initiative's note": swap("content/initiatives.yaml", "en: The renewal of a park.", "en: A park renewed."),
    "an alias": swap(
        "content/initiatives.yaml", "aliases: [东堤公园改造, 东堤公园]", "aliases: [东堤公园改造, 东堤公园, 公园]"
    ),
    "an initiative that goes": put("content/initiatives.yaml", "[]\n"),
    "a term's meaning": swap("content/terms.yaml", "en: Residents talk", "en: Neighbours talk"),
    "a term that goes": put("content/terms.yaml", "[]\n"),
    "a name": put("content/names.yaml", "- {zh: 青湖区, en: Qinghu District, forms: [Qinghu]}\n"),
    "prose": swap("content/prose/about.en.md", "all of them invented", "each of them invented"),
    "an introduction": put("content/prose/districts/qinghu.en.md", "A district.\n"),
    "its Chinese": put("content/prose/districts/qinghu.zh.md", "一个区。\n"),
    "a page by choice": put("content/prose/method.en.md", "## Dates\n\nA method.\n"),
    "a pair": put(
        "content/pairs.yaml",
        "- {older: qinghu-2022-work-report, words: 东堤公园改造, newer: qinghu-2023-work-report,"
        " again: 东堤公园改造完工开放}\n",
    ),
    "the site's title": swap("content/site.yaml", "en: Two Districts", "en: Two Invented Districts"),
    "the site's address": swap("content/site.yaml", "https://example.org/two-districts/", "https://example.org/two/"),
    "figures of the home page": swap("content/site.yaml", "home_figures: [new-jobs]", "home_figures: [care-beds]"),
    "one language": both(
        swap("content/site.yaml", "default_language: en", "languages: [zh]\ndefault_language: zh"),
        *(removed(f"content/prose/{name}.en.md") for name in ("about", "method", "districts/qinghu")),
    ),
    "another first language": swap("content/site.yaml", "default_language: en", "default_language: zh"),
    "a word": put("content/strings.yaml", "nav.reports: {en: Papers, zh: 文本}\n"),
    "a word of few pages": put("content/strings.yaml", "evidence.not-found: {en: Found nowhere, zh: 查无}\n"),
    "a word that is none": put("content/strings.yaml", "nav.reports: {en: '{x}', zh: 文本}\n"),
    "a template": of_theme("base.html", "</footer>", "<p>more</p></footer>"),
    "a template of one kind": of_theme("district.html", "{% block main %}", "{% block main %}<p>more</p>"),
    "a template that fails": of_theme("district.html", "{% block main %}", "{% block main %}{{ view.nothing }}"),
    "a style": of_theme("static/tokens.css", ":root {", ":root { --more: 1;"),
    "a theme that goes": removed("theme"),
}
# Those after which something is wrong, and a site is made only when that is mended.
SPOILING = {"later words that go", "follow-ups that go", "a word that is none", "a template that fails"}


def all_back(top: Path) -> None:
    shutil.rmtree(top / "content")
    shutil.rmtree(top / "theme", ignore_errors=True)
    shutil.copytree(TOP / "tests/cases/_base/content", top / "content")


def own_files(top: Path) -> dict[str, bytes]:
    """What a person wrote in a project."""
    return {name: data for name, data in files_in(top).items() if name.partition("/")[0] in ("content", "theme")}


BACK: dict[str, Change] = {"all back": all_back}


def built_again(top: Path) -> Built:
    """The site of a project, built with all that is remembered; written where nothing is wrong."""
    out = top / "site"
    remembered = Remembered(list_of_pages(top, out), out)
    found = built(top, cache=top / FOLDER, remembered=remembered)
    if not found.issues:
        write_files(found.files, out, then=lambda _: remembered.keep())
    return found


def require_the_same(top: Path) -> Built:
    """Raises AssertionError where a site that is built again differs from one that is built anew."""
    again = built_again(top)
    require_alike(top, again, built(top))
    return again


def require_alike(top: Path, again: Built, anew: Built) -> None:
    assert again.issues == anew.issues
    if not anew.issues:
        assert again.files.keys() == anew.files.keys()
        assert [name for name, data in anew.files.items() if (top / "site" / name).read_bytes() != data] == []


def begun(folder: Path) -> Path:
    """The invented project with its site, which is the one that is built anew: once for all that begin so."""
    top = laid_out(folder / "project")
    require_alike(top, built_again(top), sample())
    return top


def kept(found: Built) -> set[str]:
    return {name for name, file in found.files.items() if isinstance(file, Kept)}


def test_where_nothing_has_changed_every_page_is_kept(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    made = require_the_same(top)
    assert not kept(made)
    assert kept(require_the_same(top)) >= {name for name in made.files if name.endswith(".html")}


def of_another_build(top: Path, change: Change, *, back: Change) -> None:
    """A build that is as far as writing while another, of changed content, does all of it; the content is back then."""
    put("content/prose/about.en.md", "Another text.\n")(top)
    remembered = Remembered(list_of_pages(top, top / "site"), top / "site")
    found = built(top, cache=top / FOLDER, remembered=remembered)
    change(top)
    built_again(top)
    there = files_in(top / "site")
    with pytest.raises(PlaceError, match=r"/site/.* has changed while the site was built, .* build again"):
        write_files(found.files, top / "site", then=lambda _: remembered.keep())
    assert files_in(top / "site") == there
    back(top)


def test_a_build_that_another_overtakes_writes_nothing(tmp_path: Path) -> None:
    top = begun(tmp_path)
    renamed = swap("content/districts.yaml", "en: Qinghu", "en: Quite-other")
    of_another_build(top, renamed, back=swap("content/districts.yaml", "en: Quite-other", "en: Qinghu"))
    require_the_same(top)
    away, folder = tmp_path / "away", top / f"{REPORTS}baishi-2022-feature"
    of_another_build(top, lambda _: folder.rename(away), back=lambda _: away.rename(folder))
    require_the_same(top)


def test_a_page_that_was_altered_where_it_stands_is_made_again(tmp_path: Path) -> None:
    top = begun(tmp_path)
    page = top / "site/index.html"
    for spoil in (
        lambda: page.write_bytes(page.read_bytes().replace(b"Qinghu", b"QINGHU")),
        lambda: page.chmod(0o600),
    ):
        before = page.stat()
        spoil()
        os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
        require_the_same(top)
        assert page.stat().st_mode & 0o644 == 0o644


def test_a_site_that_came_from_a_copy_which_few_could_read_can_be_read_by_all(tmp_path: Path) -> None:
    top = begun(tmp_path)
    (top / "site").rename(tmp_path / "before")
    shutil.copytree(tmp_path / "before", top / "site")
    for path in (top / "site").rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    require_the_same(top)
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in (top / "site").rglob("*"))


def test_whatever_a_template_takes_in_is_what_its_pages_rest_on(tmp_path: Path) -> None:
    top = begun(tmp_path)
    home = (TOP / "templates/home.html").read_text("utf-8")
    block = "{% block main %}"
    put("theme/home.html", home.replace(block, f'{block}{{% include "parts/x.html" %}}{{% include "y.txt" %}}'))(top)
    for words in ("one", "two"):
        put("theme/parts/x.html", f"<p>{words} below</p>")(top)
        put("theme/y.txt", f"<p>{words} beside</p>")(top)
        require_the_same(top)
        assert f"<p>{words} below</p><p>{words} beside</p>" in (top / "site/index.html").read_text("utf-8")


def test_what_is_said_of_one_report_leaves_the_pages_of_others_alone(tmp_path: Path) -> None:
    top = begun(tmp_path)
    CHANGES["a gloss"](top)
    found = kept(require_the_same(top))
    assert "reports/baishi-2022-feature/index.html" in found
    assert not {name for name in found if name.startswith("reports/qinghu-2022-work-report/statements")}


def test_what_is_made_once_is_not_made_where_nothing_that_was_read_for_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = begun(tmp_path)
    made: set[str] = set()
    keep = Remembered.keep

    def keeping(self: Remembered) -> None:
        keep(self)
        assert self.watch is not None
        made.update(self.watch.rests)

    monkeypatch.setattr(Remembered, "keep", keeping)
    of_all = {" duizhao.pages.targets:_parts", " duizhao.pages.silence:_parts", " duizhao.corpus.tally:totals"}
    for name, expected in (
        ("prose", set()),
        ("a note of a statement", {" duizhao.pages.targets:_parts", " duizhao.corpus.tally:totals"}),
        ("evidence", of_all),
    ):
        made.clear()
        CHANGES[name](top)
        require_the_same(top)
        assert made & of_all == expected, name


def test_nobody_is_asked_on_the_way_who_could_end_the_keeping_of_what_was_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("duizhao.corpus.reads._NOW_AND_THEN", 1)
    top, looks = begun(tmp_path), 0

    def look() -> None:
        nonlocal looks
        looks += 1

    def read() -> int:
        """How often is looked while something is read."""
        before = looks
        assert remembered.watch
        with remembered.watch.noting({}):
            remembered.watch.note("rows", "corpus.reports")
        return looks - before

    remembered = Remembered(list_of_pages(top, top / "site"), top / "site", on_the_way=look)
    found = built(top, cache=top / FOLDER, remembered=remembered)
    write_files(found.files, top / "site")
    assert looks and read() == 1
    before, pauses = looks, 0

    def pause() -> None:
        nonlocal pauses
        pauses += 1

    remembered.keep(pause)
    # Three times among what many things are asked of, and before each part of the list.
    assert looks == before and pauses >= 9 and read() == 0


def test_lists_in_parts_built_again_are_those_built_anew_and_parts_of_other_districts_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ROOMS:
        monkeypatch.setitem(ROOMS, name, 1)
    top = laid_out(tmp_path / "project")
    parts = {name for name in require_the_same(top).files if "/baishi/" in name and not name.startswith("districts/")}
    assert {name.split("/")[0] for name in parts} >= {"themes", "verify", "data", "zh"}
    for name in ("a gloss", "a time of a statement", "evidence"):
        CHANGES[name](top)
        assert parts <= kept(require_the_same(top)), name
    for name in ("a second theme", "a short title", "a report more"):  # of the other district
        CHANGES[name](top)
        assert parts <= kept(require_the_same(top)), name
    CHANGES["a district's name"](top)
    require_the_same(top)


def test_what_texts_are_found_by_is_remembered_also_where_the_index_stays(tmp_path: Path) -> None:
    top = begun(tmp_path)
    entries = {path.name for path in (top / FOLDER / "keys").iterdir()}
    CHANGES["a word"](top)
    found = require_the_same(top)
    assert (
        len(entries) == len(found.site.reports) and {path.name for path in (top / FOLDER / "keys").iterdir()} == entries
    )
    assert {name for name in found.files if name.startswith("search/") and name[7].isdigit()} <= kept(found)


def test_a_site_built_again_after_each_change_is_the_one_built_anew(tmp_path: Path) -> None:
    top = begun(tmp_path)
    spoilt = set()
    for name, change in CHANGES.items():
        before = own_files(top)
        change(top)
        if own_files(top) == before:  # what it changes was changed before
            all_back(top)
            change(top)
            assert own_files(top) != before, name
        try:
            found = require_the_same(top)
        except AssertionError as error:
            raise AssertionError(name) from error
        if found.issues:
            spoilt.add(name)
            all_back(top)
    assert spoilt == SPOILING


@settings(max_examples=6, deadline=None)
@given(st.lists(st.sampled_from(sorted(CHANGES | BACK)), min_size=1, max_size=8))
def test_a_site_built_again_after_changes_at_random_is_the_one_built_anew(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    top = begun(tmp_path_factory.mktemp("again"))
    for name in names:
        (CHANGES | BACK)[name](top)
        require_the_same(top)


def test_a_site_built_again_after_changes_by_lot_is_the_one_built_anew(tmp_path: Path) -> None:
    top, names = begun(tmp_path), SystemRandom().sample(sorted(CHANGES), 3)  # others in every run
    for name in names:
        CHANGES[name](top)
        try:
            require_the_same(top)
        except AssertionError as error:
            raise AssertionError(names) from error


@pytest.mark.parametrize("part", range(4))
def test_a_list_of_pages_that_is_cut_or_altered_is_no_list(tmp_path: Path, part: int) -> None:
    top = begun(tmp_path)
    path = list_of_pages(top, top / "site")
    data = path.read_bytes()
    at = len(data) * part // 4
    path.write_bytes(data[:at] + (b"" if part % 2 else bytes([data[at] ^ 1]) + data[at + 1 :]))
    assert not kept(require_the_same(top))


def test_a_list_of_another_version_of_the_program_is_no_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = begun(tmp_path)
    monkeypatch.setattr("duizhao.site.remembered.program", lambda: b"another")
    assert not kept(require_the_same(top))


def test_a_page_that_was_edited_or_deleted_in_the_site_is_made_again(tmp_path: Path) -> None:
    top = begun(tmp_path)
    (top / "site/index.html").write_bytes(b"mine")
    (top / "site/zh/index.html").unlink()
    assert not {"index.html", "zh/index.html"} & kept(require_the_same(top))


def test_whatever_a_watched_corpus_is_asked_is_noted_and_what_is_not_there_too(tmp_path: Path) -> None:
    site = built(laid_out(tmp_path / "project")).site
    assert site is not None
    seen, watch = watched(site)
    noted: dict[Read, None] = {}
    with watch.noting(noted):
        report = seen.reports["qinghu-2022-work-report"]
        assert (report.short, "none" in seen.reports) == (site.reports[report.id].short, False)
        assert [one.id for one in seen.later(report)] == ["qinghu-2023-work-report"]
        assert seen.library.site == site.library.site and list(seen.terms) == list(site.terms)
        assert seen.blocks[report.id, "p1"].text
    assert {
        ("row", "corpus.reports", "qinghu-2022-work-report"),
        ("report", "qinghu-2022-work-report", "short"),
        ("row", "corpus.reports", "none"),
        ("row", "corpus.dated", "qinghu"),
        ("row", "corpus.later_from", "qinghu-2022-work-report"),
        ("field", "library", "site"),
        ("rows", "corpus.terms"),
        ("row", "corpus.blocks", "qinghu-2022-work-report", "p1"),
    } <= noted.keys()


def test_what_is_made_once_or_lately_is_noted_by_whoever_asks_for_it(tmp_path: Path) -> None:
    site = built(laid_out(tmp_path / "project")).site
    assert site is not None
    seen, watch = watched(site)
    found = []
    for _ in range(2):
        noted: dict[Read, None] = {}
        with watch.noting(noted):
            assert len(collations(seen)) == len(collations(site))
            seen.lately(_texts, "qinghu-2022-work-report", "qinghu-2023-work-report")
        found.append(noted)
    assert found[0] == found[1]
    assert ("report", "qinghu-2023-work-report", "text") in found[1]
    assert any(read[0] == "made" for read in found[1]) and not any(read[1] == "corpus.followed_in" for read in found[1])


def _texts(site: Corpus, one: str, other: str) -> str:
    return site.reports[one].text + site.reports[other].text


def test_what_is_said_in_one_paragraph_leaves_what_is_said_in_the_others_alone(tmp_path: Path) -> None:
    top = begun(tmp_path)
    CHANGES["a paragraph's Chinese"](top)
    found = require_the_same(top)
    assert not found.issues
    assert {"indicators/care-beds/index.html", "themes/city/index.html"} <= kept(found)
    assert "reports/qinghu-2022-work-report/index.html" not in kept(found)


def test_a_page_tells_why_it_was_made(tmp_path: Path) -> None:
    top = begun(tmp_path)
    assert f"  {NEW}" in why(top, top / "site", "districts/baishi")
    CHANGES["a district's note"](top)
    require_the_same(top)
    for _ in range(2):
        because, _, rest = "\n".join(why(top, top / "site", "/districts/baishi/")).partition("it was made from")
        assert because.split("\n")[1:-1] == [f"  {TOLD}", "  districts: baishi"]
        assert "  dated: baishi" in rest
        require_the_same(top)  # where nothing has changed, what was said of it stays
    (top / "site/index.html").unlink()
    require_the_same(top)
    assert f"  {ALTERED}" in why(top, top / "site", "")


def test_of_a_page_that_is_none_nothing_is_told(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    with pytest.raises(UntoldError, match="build it first"):
        next(why(top, top / "site", "reports"))
    require_the_same(top)
    with pytest.raises(UntoldError, match="did you mean districts/qinghu"):
        next(why(top, top / "site", "districts/qingh"))


def test_a_watched_map_is_one_of_all_its_rows(tmp_path: Path) -> None:
    site = built(laid_out(tmp_path / "project")).site
    assert site is not None
    rows: dict[object, object] = {"a": 1, ("b", "c"): 2}
    seen = watched_map("rows", rows, watched(site)[1])
    assert seen["a"] == 1
    assert dict(seen) == {**seen} == rows == seen and list(seen) == list(rows) and len(seen) == 2
    assert [*seen.items()] == [*rows.items()] and [*seen.values()] == [1, 2] and repr(seen) == repr(rows)
    assert ("d" in seen, seen.get("d", 3), seen.get(("b", "c"))) == (False, 3, 2)
    with pytest.raises(KeyError):
        seen["d"]


def test_only_pages_that_count_within_a_block_or_read_all_of_a_text_read_places() -> None:
    found = {
        path.relative_to(TOP / "duizhao").as_posix()
        for path in sorted((TOP / "duizhao/pages").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Attribute) and node.attr in ("start", "end", "start_en", "end_en")
    }
    assert found == {
        "pages/markup.py",
        "pages/parts/rewording.py",
        "pages/parts/subject.py",
        "pages/parts/threads/drawing.py",
        "pages/parts/threads/scale.py",
        "pages/report/apparatus.py",
        "pages/report/citing.py",
        "pages/report/text.py",
        "pages/search.py",
        "pages/threads.py",
        "pages/timeline.py",
        "pages/wording/pairs.py",
    }


def test_no_page_reads_where_something_was_written_since_that_is_not_noted() -> None:
    rooms = ("pages", "downloads", "search")
    modules = [path for room in rooms for path in sorted((TOP / "duizhao" / room).rglob("*.py"))]
    found = [
        f"{path.name}:{node.lineno}"
        for path in modules
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Attribute)
        and node.attr in ("where", "place_of", "translation_place")
        or isinstance(node, ast.Attribute)
        and node.attr == "place"
        and path.name != "collation_table.py"
    ]
    assert found == []
