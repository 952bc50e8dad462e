"""Interface words: the theme's, and what a project puts in their place; each keeps its place and its names."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.schema import Bilingual
from duizhao.content.words import Word, names_in, words_of
from duizhao.issues import Issue
from duizhao.project import Project

from ..sample import told

WHOLE = 'menu: {en: Menu, zh: 目录}\nfound: {en: "{count} place|{count} places", zh: "找到{count}处"}\n'


def read(top: Path, strings: str = "", theme: str = "", whole: str = WHOLE) -> tuple[dict[str, Word], list[Issue]]:
    """The words of a project whose whole theme lies in whole/."""
    files = {"whole/words.yaml": whole, "theme/words.yaml": theme, "content/strings.yaml": strings}
    for path, text in files.items():
        if text:
            (top / path).parent.mkdir(parents=True, exist_ok=True)
            (top / path).write_text(text, "utf-8")
    return words_of(Project(top, top / "whole"))


def test_a_word_of_the_theme_has_its_text_its_place_and_the_names_put_into_it(tmp_path: Path) -> None:
    words, issues = read(tmp_path)
    assert issues == []
    assert words["menu"].text == Bilingual("目录", "Menu")
    assert (str(words["found"].place), words["found"].names) == ("whole/words.yaml:2:1", {"count"})


def test_the_site_s_words_stand_before_its_theme_s_and_these_before_the_whole_theme_s(tmp_path: Path) -> None:
    words, issues = read(
        tmp_path,
        strings="menu: {en: Contents, zh: 目次}",
        theme="menu: {en: Index, zh: 索引}\nfound: {en: '{count}', zh: '{count}'}\nmine: {en: Mine, zh: 我的}",
    )
    assert issues == []
    assert [(key, word.text.en, str(word.place)) for key, word in words.items()] == [
        ("menu", "Contents", "content/strings.yaml:1:1"),
        ("found", "{count}", "theme/words.yaml:2:1"),
        ("mine", "Mine", "theme/words.yaml:3:1"),
    ]


def test_a_site_may_change_a_word_in_one_language_only(tmp_path: Path) -> None:
    words, issues = read(tmp_path, strings="menu: {zh: 目次}")
    assert issues == []
    assert words["menu"].text == Bilingual("目次", "Menu")


def test_a_word_that_is_replaced_keeps_the_names_that_may_be_put_in(tmp_path: Path) -> None:
    words, _ = read(tmp_path, strings="found: {zh: 有}")
    assert words["found"].names == {"count"}


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("{zh: 首页}", "the interface word home is missing in en"),
        ("{en: Home, zh: ''}", "the interface word home is missing in zh"),
        ("{en: Home, zh: [首页]}", "the interface word home is missing in zh"),
        ("Home", "the interface word home is missing in en, zh"),
    ],
)
def test_a_word_of_the_theme_without_a_language_is_an_issue(words: str, complaint: str, tmp_path: Path) -> None:
    found, issues = read(tmp_path, theme=f"home: {words}")
    assert [(issue.code, str(issue.place), issue.message) for issue in issues] == [
        ("string-missing", "theme/words.yaml:1:1", complaint)
    ]
    assert list(found) == ["menu", "found"]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ('{en: "{n} texts", zh: 共有}', "the zh of mine leaves out {n}, which another language names"),
        ('{en: Texts, zh: "{n}份"}', "the en of mine leaves out {n}, which another language names"),
        ('{en: "{count} cat|cats", zh: "{count}只"}', "the en of mine leaves out {count}, which it names"),
        ('{en: "one cat|{count} cats", zh: "{count}只"}', ""),
        ('{en: "{a} of {b}", zh: "{b}中的{a}"}', ""),
    ],
)
def test_a_new_word_names_the_same_in_every_language_and_form(words: str, complaint: str, tmp_path: Path) -> None:
    found, issues = read(tmp_path, theme=f"mine: {words}")
    assert [issue.message for issue in issues] == [complaint] * bool(complaint)
    assert ("mine" in found) == (not complaint)


@pytest.mark.parametrize("words", ["{en: Contents, zh: ''}", "{en: , zh: 目次}", "{}", "Contents"])
def test_a_word_that_is_replaced_by_nothing_is_an_issue_and_stays_as_it_was(words: str, tmp_path: Path) -> None:
    found, issues = read(tmp_path, strings=f"menu: {words}")
    assert told(issues) == [("string-missing", "content/strings.yaml:1:1")]
    assert found["menu"].text == Bilingual("目录", "Menu")


def test_a_language_that_the_site_does_not_have_is_an_issue(tmp_path: Path) -> None:
    assert told(read(tmp_path, strings="menu: {en: Menu, zh: 目录, fr: Menu}")[1]) == [
        ("unknown-key", "content/strings.yaml:1:26")
    ]


def test_a_site_s_word_that_replaces_none_is_an_issue_with_the_nearest_that_there_is(tmp_path: Path) -> None:
    words, (near, far) = read(tmp_path, strings="menus: {en: Menu, zh: 目录}\nxyz: {en: X, zh: 某}")
    assert told([near, far]) == [
        ("unknown-key", "content/strings.yaml:1:1"),
        ("unknown-key", "content/strings.yaml:2:1"),
    ]
    assert near.hint == "did you mean menu?" and "theme/words.yaml" in far.hint
    assert "menus" not in words


@pytest.mark.parametrize("data", [b"- a\n", b"\xff", b"a: [", "menu：1".encode()])
def test_a_file_of_words_that_cannot_be_read_is_an_issue_and_the_others_stay(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "strings.yaml").write_bytes(data)
    words, (issue,) = read(tmp_path)
    assert issue.place.path == "content/strings.yaml"
    assert issue.code in {"wrong-type", "not-utf8", "yaml-syntax", "full-width-colon"}
    assert list(words) == ["menu", "found"]


@pytest.mark.parametrize(
    ("text", "names"),
    [("Menu", set()), ("{count} of {all}", {"count", "all"}), ("{", set()), ("{{count}}", set()), ("{}", {""})],
)
def test_the_names_of_a_text_stand_between_braces_that_pair(text: str, names: set[str]) -> None:
    assert names_in(text) == names


def test_a_site_in_chinese_alone_gives_its_words_in_chinese_be_they_by_themselves(tmp_path: Path) -> None:
    read(tmp_path, strings="menu: 目次", theme="mine: 我的\nours: {zh: 我们的}")
    words, issues = words_of(Project(tmp_path, tmp_path / "whole"), ("zh",))
    assert issues == []
    assert [words[key].text for key in ("menu", "mine", "ours")] == [
        Bilingual("目次", "Menu"),
        Bilingual("我的", ""),
        Bilingual("我们的", ""),
    ]


@pytest.mark.parametrize("field", ["{count:>50000000000}", "{count.real}", "{count[0]}", "{count!r}"])
def test_braces_hold_a_name_and_nothing_that_python_would_do_with_it(field: str, tmp_path: Path) -> None:
    words, (issue,) = read(tmp_path, strings=f"found: {{en: '{field} found', zh: '{{count}}'}}")
    assert (issue.code, str(issue.place)) == ("string-missing", "content/strings.yaml:1:1")
    assert field in issue.message and "only a name may stand in braces" in issue.message
    assert field not in words["found"].text.en


def test_a_thousand_unknown_words_are_each_told_and_only_the_first_guessed_at(tmp_path: Path) -> None:
    _, issues = read(tmp_path, strings="".join(f"menu{number}: {{en: a, zh: b}}\n" for number in range(1_000)))
    assert len(issues) == 1_000
    assert sum("did you mean" in issue.hint for issue in issues) == 100


@pytest.mark.parametrize("text", ["Pairs {count", "Pairs count}", "Pairs {{count}", "{count} of {all", "{", "}"])
def test_a_brace_that_stands_alone_in_a_word_that_is_filled_is_told(text: str, tmp_path: Path) -> None:
    words, (issue,) = read(tmp_path, strings=f"found: {{en: '{text}', zh: '{{count}}'}}")
    assert (issue.code, str(issue.place)) == ("string-missing", "content/strings.yaml:1:1")
    assert issue.message == f"the en of found may name {{count}} and nothing else: {text!r}"
    assert issue.hint == "a brace stands alone: write {count}, with both"
    assert words["found"].text.en == "{count} place|{count} places"


@pytest.mark.parametrize("text", ["Other {count", "Other count}", "Other {{count}"])
def test_a_name_with_one_brace_is_told_where_nothing_is_filled_in_too(text: str, tmp_path: Path) -> None:
    _, (issue,) = read(tmp_path, strings=f"menu: {{en: '{text}', zh: 目录}}")
    assert (issue.code, issue.hint[:20]) == ("string-missing", "a brace stands alone")
    _, (issue,) = read(tmp_path / "own", theme=f"mine: {{en: '{text}', zh: 我的}}")
    assert issue.message == f"the en of mine may name nothing and nothing else: {text!r}"


def test_a_brace_that_is_a_sign_of_its_own_is_left_alone_where_nothing_is_filled_in(tmp_path: Path) -> None:
    words, issues = read(tmp_path, strings="menu: {en: 'The sign {', zh: 目录}")
    assert issues == [] and words["menu"].text.en == "The sign {"


def test_a_name_between_two_pairs_of_braces_is_none_and_told_as_left_out(tmp_path: Path) -> None:
    _, (issue,) = read(tmp_path, strings="found: {en: '{{count}} places', zh: '{count}'}")
    assert "leaves out {count}" in issue.message
