"""The pages of the real site as a value: links, validity, languages, headings, and that the text is the report.

Every page is parsed once: tests/conftest.py gives this file to one process.
"""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from duizhao.content.locale import Words, scope_words, time_words
from duizhao.corpus.following import UnmarkedWords
from duizhao.corpus.join import Corpus
from duizhao.pipeline import Built

from .conftest import TOP
from .han import unmarked_runs
from .later import shown_promises
from .limits import ShownFigure, shown_figures
from .links import broken_links, outside_links
from .parsed import parsed
from .sample import sample, strings
from .times import inferred, says_what_is_inferred, shown_times


def pages(built: Built) -> Iterator[tuple[str, str]]:
    return ((path, data.decode()) for path, data in built.files.items() if path.endswith(".html"))


@pytest.mark.long
def test_every_link_and_fragment_leads_somewhere(real: Built) -> None:
    assert list(broken_links(real.files)) == []


@pytest.mark.long
def test_nothing_is_loaded_from_another_host(real: Built) -> None:
    assert [link for link in outside_links(real.files) if link[1] not in {"a", "link"}] == []
    styles = b"".join(data for path, data in real.files.items() if path.endswith((".css", ".js")))
    assert not re.search(rb"url\(\s*['\"]?(?:https?:)?//|@import|fetch\(|XMLHttpRequest", styles)


@pytest.mark.long
def test_every_page_is_valid_html(real: Built) -> None:
    errors = {path: parsed(data)[1] for path, data in real.files.items() if path.endswith(".html")}
    assert {path: wrong[:3] for path, wrong in errors.items() if wrong} == {}


# How a passage is found, what stands behind the site, and the lists that no other page of a kind leads to.
WANTED = ("search", "verify", "method", "about", "districts", "initiatives")


def test_every_menu_of_every_page_names_the_search_what_stands_behind_and_every_list(real: Built) -> None:
    for path, text in pages(real):
        if path == "404.html" or 'http-equiv="refresh"' in text:
            continue
        folder, root = posixpath.dirname(path), "zh/" if path.startswith("zh/") else ""
        for menu in (
            re.search(r'<nav class="sections".*?</nav>', text, re.S),
            re.search(r"<footer.*</footer>", text, re.S),
        ):
            assert menu, path
            links = {
                posixpath.normpath(posixpath.join(folder, href)) for href in re.findall(r'href="([^"]*)"', menu[0])
            }
            assert {f"{root}{name}/index.html" for name in WANTED} <= links, path


def test_a_place_of_a_list_has_one_name_in_both_languages(real: Built) -> None:
    for path, text in pages(real):
        if not re.fullmatch(r"targets/index\.html|themes/[^/]+/index\.html", path):
            continue
        places = [
            re.findall(r'<(?:tr|li)\b[^>]*? id="([^"]+)"', one) for one in (text, real.files[f"zh/{path}"].decode())
        ]
        assert places[0] and places[0] == places[1], path


def test_the_contents_of_a_report_in_english_are_names_that_end_before_their_colon(real: Built) -> None:
    contents = [
        re.search(r'<nav class="panel toc".*?</nav>', text, re.S)
        for path, text in pages(real)
        if re.fullmatch(r"reports/[^/]+/index\.html", path)
    ]
    names = [name for one in contents if one for name in re.findall(r"<span>(.*?)</span>", one[0])]
    assert len(names) > 20
    assert [name for name in names if ": " in name or name.endswith("…")] == []


def test_brackets_of_a_chinese_card_are_as_wide_as_its_characters(real: Built) -> None:
    cards = [text for path, text in pages(real) if re.match(r"zh/reports/.*/statements/", path)]
    told = [fact for text in cards for fact in re.findall(r"<dd>(.*?)</dd>", text, re.S)]
    assert any("（推定）" in fact for fact in told)
    assert [fact for fact in told if re.search(r" \([^()]*[\u4e00-\u9fff]", re.sub(r"<[^>]*>", "", fact))] == []


def own_words(element: Element) -> str:
    """What a page says by itself: without scripts, words of the texts, and words in another language."""
    skipped = element.tag in ("script", "style") or element.get("translate") == "no"
    if skipped or (element.get("lang") and element.tag != "html"):
        return ""
    return (element.text or "") + "".join(own_words(child) + (child.tail or "") for child in element)


@pytest.mark.long
def test_brackets_about_chinese_and_figures_of_a_chinese_page_are_as_wide_as_its_characters(real: Built) -> None:
    narrow = {}
    for path, data in real.files.items():
        if path.startswith("zh/") and path.endswith(".html"):
            said = own_words(parsed(data)[0])
            narrow[path] = re.findall(r"\([^()]*[\u4e00-\u9fff][^()]*\)|\d\s*\(\d[^()]*\)", said)
    assert len(narrow) > 300 and {path: words for path, words in narrow.items() if words} == {}


def test_every_page_exists_in_both_languages(real: Built) -> None:
    paths = {path for path, _ in pages(real)} - {"404.html"}
    english = {path for path in paths if not path.startswith("zh/")}
    assert {path.removeprefix("zh/") for path in paths - english} == english


@pytest.mark.parametrize("path", ["threads/index.html", "zh/threads/index.html"])
def test_the_index_of_threads_stays_light(real: Built, path: str) -> None:
    assert len(real.files[path]) < 400_000 and len(gzip.compress(real.files[path], 9, mtime=0)) < 50_000


def test_every_page_kind_of_the_design_is_there(real: Built) -> None:
    kinds = (
        "",
        "reports/",
        "reports/tianhe-2020-work-report/",
        "reports/tianhe-2020-work-report/statements/1/",
        "districts/tianhe/",
        "compare/",
        "compare/education/",
        "compare/parallel/",
        "compare/phrases/",
        "indicators/",
        "indicators/gdp/",
        "themes/",
        "themes/education/",
        "initiatives/",
        "terms/",
        "follow-up/",
        "follow-up/tianhe-2020-work-report/",
        "follow-up/tianhe-2020-work-report/related-words/",
        "follow-up/tianhe-2021-seven-tasks/",
        "follow-up/silence/",
        "wording/",
        "wording/tianhe-2020-work-report/",
        "wording/tianhe-2020-work-report/tianhe-2021-seven-tasks/",
        "targets/",
        "search/",
        "verify/",
        "codebook/",
        "about/",
        "documents/",
        "timeline/",
        "threads/",
        "method/",
        "data/",
    )
    missing = [kind for kind in kinds for lead in ("", "zh/") if f"{lead}{kind}index.html" not in real.files]
    assert missing == []


def test_headings_of_a_page_never_skip_a_level(real: Built) -> None:
    skips = {}
    for path, text in pages(real):
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", text)]
        assert levels.count(1) == 1, path
        bad = [(a, b) for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
        if bad:
            skips[path] = bad
    assert skips == {}


def test_the_text_of_a_report_page_is_the_report(real: Built) -> None:
    for report in real.site.library.reports:
        tree, _ = parsed(real.files[f"reports/{report.id}/index.html"])
        article = next(node for node in tree.iter("article") if node.get("class") == "text")
        shown = [
            "".join(node.itertext())
            for node in article.iter()
            if (node.tag == "p" and node.get("class") == "src")
            or (node.tag == "span" and node.get("lang") == "zh-Hans" and node.get("data-heading") is not None)
        ]
        assert shown == [block.text for block in report.blocks], report.id


@pytest.mark.long
@pytest.mark.parametrize("site", ["real", "invented"])
def test_every_han_run_of_an_english_page_is_named_as_chinese(real: Built, site: str) -> None:
    built = real if site == "real" else sample()
    unmarked = {path: runs for path, text in pages(built) if "zh/" not in path and (runs := list(unmarked_runs(text)))}
    assert unmarked == {}


@pytest.mark.long
def test_every_inferred_time_is_marked_on_every_kind_of_page_and_no_stated_one(real: Built) -> None:
    assert {kind for kind, count in _marked_times(real).items() if count} == set(TIMED)
    assert _marked_times(sample())["reports"] > 0


# The kinds of pages that show times of statements.
TIMED = (
    "",
    "reports",
    "compare",
    "parallel",
    "targets",
    "districts",
    "themes",
    "indicators",
    "initiatives",
    "follow-up",
    "threads",
)


def _marked_times(site: Built) -> dict[str, int]:
    """How many times are marked on the pages of each kind, after every time of every page was held to the content."""
    assert site.site is not None
    marked = dict.fromkeys(TIMED, 0)
    for path, data in site.files.items():
        if not path.endswith(".html"):
            continue
        language, document = "zh" if path.startswith("zh/") else "en", parsed(data)[0]
        times = list(shown_times(document, path))
        for shown in times:
            statement = site.site.statements[shown.statement]
            stated = [one for one in (statement, *statement.measures) if one.period]
            said = {time_words(one.period, language): one.period_basis for one in stated if one.period}
            words = max((one for one in said if one in shown.words), key=len, default="")
            assert words or {"no date stated", "未写明时间"} & set(re.split("[;；,，、] ?", shown.words)), (path, shown)
            assert shown.marks == ((f"[{words}]",) if said.get(words) == "inferred" else ()), (path, shown)
        assert len(inferred(document)) == sum(shown.elements for shown in times), path
        assert says_what_is_inferred(document) or not inferred(document), path
        parts = path.removeprefix("zh/").split("/")[:-1]
        kind = "parallel" if "parallel" in parts else parts[0] if parts else ""
        marked[kind] = marked.get(kind, 0) + sum(len(shown.marks) for shown in times)
    return marked


def test_an_inferred_time_is_marked_in_a_chart(real: Built) -> None:
    assert real.site is not None
    found = set()
    for indicator, observations in real.site.observations.items():
        for language, prefix in (("en", ""), ("zh", "zh/")):
            said: dict[str, set[str]] = {}
            for o in observations:
                if o.measure.period:
                    said.setdefault(time_words(o.measure.period, language), set()).add(o.measure.period_basis)
            page = real.files[f"{prefix}indicators/{indicator}/index.html"].decode()
            for tick in re.findall(r'dy="20" text-anchor="middle">([^<]+)<', page):
                bare = tick.strip("[]")
                if bare in said and len(said[bare]) == 1:
                    assert (tick != bare) == (said[bare] == {"inferred"}), (indicator, tick)
                    found.add(tick != bare)
    assert found == {True, False}


# The kinds of pages that show figures of statements, and those that must show some that are limited.
LIMITED = (
    "reports",
    "compare",
    "parallel",
    "targets",
    "districts",
    "themes",
    "indicators",
    "initiatives",
    "follow-up",
    "threads",
)


@pytest.mark.long
@pytest.mark.parametrize("limit", ["scope", "caution"])
def test_a_figure_that_is_limited_says_so_on_every_kind_of_page(real: Built, limit: str) -> None:
    assert real.site is not None
    counted = dict.fromkeys(LIMITED, 0)
    for path, data in real.files.items():
        if path.endswith(".html"):
            language = "zh" if path.startswith("zh/") else "en"
            parts = path.removeprefix("zh/").split("/")[:-1]
            kind = "parallel" if "parallel" in parts else parts[0] if parts else ""
            words = Words(strings(), language)
            for shown in shown_figures(real.site, parsed(data)[0], path, words):
                for said in limits_of(real.site, shown, language)[limit]:
                    assert said in shown.words, (path, shown.statement.full_id, shown.measure.figure, said)
                    counted[kind] = counted.get(kind, 0) + 1
    assert {kind for kind, count in counted.items() if not count} == set()


def limits_of(site: Corpus, shown: ShownFigure, language: str) -> dict[str, list[str]]:
    """What must stand beside a figure: its scope, and why it may not be compared."""
    cautions = site.cautions_of[shown.statement.full_id]
    return {
        "scope": [shown.measure.scope[language]] if shown.measure.scope else [],
        "caution": [one.because[language] for one in cautions if one.indicator == shown.measure.indicator],
    }


# The kinds of pages that show promises which were answered, by the first folder of their address.
PROMISING = (
    *("", "reports", "compare", "parallel", "targets", "themes", "indicators", "initiatives", "districts"),
    *("follow-up", "wording", "threads", "verify"),
)


@pytest.mark.long
def test_wherever_a_promise_stands_its_later_words_stand_with_it(real: Built) -> None:
    assert real.site is not None
    counted = dict.fromkeys(PROMISING, 0)
    for path, data in real.files.items():
        if path.endswith(".html"):
            parts = path.removeprefix("zh/").split("/")[:-1]
            kind = next((part for part in parts[1:] if part == "parallel"), parts[0] if parts else "")
            for shown in shown_promises(real.site, parsed(data)[0], path):
                # a pair of wordings has the one passage that it compares; the others stand in pairs of their own
                needed = 1 if kind == "wording" else shown.later
                assert shown.led_to >= needed, (path, shown)
                counted[kind] = counted.get(kind, 0) + 1
    assert {kind for kind, count in counted.items() if not count} == set()


def test_a_promise_that_stands_without_its_later_words_is_found(real: Built) -> None:
    assert real.site is not None
    path = "zh/targets/index.html"
    page = real.files[path].decode()
    whole = list(shown_promises(real.site, parsed(page.encode())[0], path))
    assert len(whole) > 10 and all(one.led_to == one.later for one in whole)
    way = re.search(r'<small><a href="(\.\./reports/[^"]*#[a-z0-9]*)">', page)
    assert way
    planted = page.replace(way[1], "../index.html", 1)
    assert sum(one.led_to < one.later for one in shown_promises(real.site, parsed(planted.encode())[0], path)) == 1


_LINKED = re.compile(r"\[([^\]]*)\]\(statement:([^)]*)\)")


def test_prose_says_in_its_own_words_what_a_figure_is_limited_to(real: Built) -> None:
    assert real.site is not None
    checked = 0
    for prose in real.site.library.prose:
        for paragraph in prose.text.split("\n\n"):
            for words, name in _LINKED.findall(paragraph):
                statement = real.site.statements[name]
                scope = scope_words(statement, prose.language)
                if scope and statement.measures and re.search("[0-9]", words):
                    assert any(word in paragraph.lower() for word in _telling(scope)), (prose.path, words, scope)
                    checked += 1
    assert checked >= 20


def _telling(scope: str) -> set[str]:
    """The words of a scope by which a sentence may say it: English ones of four letters, pairs of characters."""
    han = re.findall("[\u4e00-\u9fff]+", scope)
    return {run[at : at + 2] for run in han for at in range(len(run) - 1)} | set(re.findall("[a-z]{4,}", scope.lower()))


def test_the_english_of_words_that_no_statement_marks_stands_in_the_translation_of_their_paragraph(real: Built) -> None:
    site = real.site
    assert site is not None
    words = [one for tracked in site.followed.values() for one in tracked.later if isinstance(one, UnmarkedWords)]
    quoted = re.findall(r"\bquote: ", (TOP / "content" / "follow-ups.yaml").read_text(encoding="utf-8"))
    assert len(words) == len(quoted) > 0
    for one in words:
        assert one.english.casefold() in (site.blocks[one.report, one.block].translation or "").casefold()


def test_an_english_page_says_such_words_in_english_and_a_chinese_one_as_they_are_printed(real: Built) -> None:
    path = "follow-up/tianhe-2020-work-report/related-words/index.html"
    assert "polish the brand of Tianhe education" in real.files[path].decode()
    assert "polish the brand of Tianhe education" not in real.files[f"zh/{path}"].decode()
