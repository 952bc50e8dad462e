"""The interface words that code and templates name: all there, none left over, and filled with what is put in."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.issues import Issue
from duizhao.project import Project, package_theme, project_at
from duizhao.site.theme import Theme, theme_of
from duizhao.site.wording import FAMILIES, Use, keys_of, uses_in_code, uses_in_template, wording_issues

from ..conftest import TOP
from ..sample import laid_out, strings


def package() -> Theme:
    return theme_of(project_at(TOP))[0]


def source(theme: Theme, name: str) -> str:
    """The text of a template."""
    return theme.source(name)[0] or ""


def uses() -> list[Use]:
    """Every use of a word in the package and its theme."""
    theme = package()
    templates = theme.templates.list_templates(extensions=["html"])
    return [*uses_in_code(), *(use for name in templates for use in uses_in_template(theme, name, source(theme, name)))]


def test_every_key_that_is_put_together_belongs_to_a_family_and_every_family_is_used() -> None:
    patterns = {use.key for use in uses() if "{}" in use.key}
    explained = {f"{name}.{{}}" for name in ("operator", "aspect", "reading", "arithmetic")}
    assert patterns - set(FAMILIES) == set()
    # Those of the codebook's vocabularies are also named as {}.{}.
    assert {name for name in set(FAMILIES) - patterns if not name.endswith(".doc")} <= explained


def test_every_word_of_the_package_is_used_and_every_word_that_is_used_is_there() -> None:
    used = {key for use in uses() for key in use.keys}
    words = set(package().words)
    assert (words - used, used - words) == (set(), set())


def test_every_call_for_a_word_in_the_code_can_be_read() -> None:
    calls = {
        (path, call.lineno, call.end_col_offset): list(keys_of(call.args[0]))
        for path in (TOP / "duizhao").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and re.search(r"(^|\.)(other_)?words?$", ast.unparse(call.func)) and call.args
        # where the calls themselves are made of one another
        if path != TOP / "duizhao" / "pages" / "context.py" or ast.unparse(call.args[0]) != "key"
    }
    assert calls and [place for place, keys in calls.items() if not keys] == []


def test_the_package_s_words_have_nothing_wrong() -> None:
    assert list(wording_issues(package())) == []


@pytest.mark.parametrize(
    ("argument", "keys"),
    [
        ('"a.b"', ["a.b"]),
        ('f"kind.{kind}s"', ["kind.{}s"]),
        ('f"{name}.{code}.doc"', ["{}.{}.doc"]),
        ('"a.b" if one else f"c.{d}"', ["a.b", "c.{}"]),
        ("name", []),
    ],
)
def test_the_key_of_a_call_is_read_as_it_is_written(argument: str, keys: list[str]) -> None:
    assert list(keys_of(ast.parse(argument, mode="eval").body)) == keys


@pytest.mark.parametrize(
    ("call", "key", "names"),
    [
        ('word("a.b")', "a.b", set()),
        ("word('a.b', count=3)", "a.b", {"count"}),
        ('word("kind." ~ kind ~ "s")', "kind.{}s", set()),
        ('word("a.b" if 1 else "c.d")', "a.b", set()),
        ('word("nav." ~ name, of=2)', "nav.{}", {"of"}),
    ],
)
def test_a_call_of_a_template_is_read_as_it_is_written(call: str, key: str, names: set[str], tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(f"\n{{{{ {call} }}}}\n{{{{ words('x') }}}}", "utf-8")
    theme = theme_of(Project(tmp_path, tmp_path))[0]
    use, *_ = uses_in_template(theme, "one.html", source(theme, "one.html"))
    assert use == Use(key, frozenset(names), tmp_path / "one.html", 2, 10, shows=True)


def without(top: Path, key: str) -> list[Issue]:
    """What is wrong with a whole theme that is the package's without one word."""
    shutil.copytree(package_theme(), top / "whole")
    path = top / "whole" / "words.yaml"
    path.write_text(re.sub(rf"(?m)^{re.escape(key)}:.*\n", "", path.read_text("utf-8")), "utf-8")
    return list(wording_issues(theme_of(Project(top, top / "whole"))[0]))


@pytest.mark.long
def test_a_word_that_only_code_names_is_missed_at_the_line_that_names_it(tmp_path: Path) -> None:
    (issue,) = (issue for issue in without(tmp_path, "silent.no-text") if issue.place.path.endswith(".py"))
    assert (issue.code, issue.message) == ("string-missing", "there is no interface word silent.no-text")
    line = Path(issue.place.path).read_text("utf-8").split("\n")[issue.place.line - 1]
    assert line[issue.place.col - 1 :].startswith('"silent.no-text"')


@pytest.mark.long
def test_a_word_of_a_family_is_missed_at_every_line_that_can_ask_for_it(tmp_path: Path) -> None:
    found = without(tmp_path, "number.rhetoric")
    assert {issue.message for issue in found} == {"there is no interface word number.rhetoric"}


def project(top: Path, strings: str = "", **templates: str) -> Path:
    laid_out(top)
    (top / "theme").mkdir()
    (top / "content" / "strings.yaml").write_text(strings, "utf-8")
    for name, text in templates.items():
        (top / "theme" / f"{name}.html").write_text(text, "utf-8")
    return top


@pytest.mark.parametrize(
    ("call", "is_told"),
    [
        ('{{ word("count.reports") }}', True),
        ('<a title="{{ label("count.reports") }}">x</a>', True),
        ('<p data-count="{{ label("count.reports") }}"></p>', False),
        ('<p data-count="{{ label("nav.reports") }}">{{ word("count.reports") }}</p>', True),
        ('{{ word("count.reports", count=2) }}{{ word("nav.reports") }}', False),
        ('{{ word("count.reports") | replace("{count}", "2") }}', False),
    ],
)
def test_a_template_that_puts_nothing_into_a_word_is_told_unless_a_script_does(
    call: str, is_told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = project(tmp_path / "project", home='{% extends "base.html" %}\n{% block main %}' + call + "{% endblock %}")
    assert main(["check", "--top", str(top)]) == int(is_told)
    said = capsys.readouterr().err
    assert ("theme/home.html:2:" in said) == is_told
    assert ("nothing is put into {count} of the interface word count.reports" in said) == is_told


@pytest.mark.parametrize(
    ("strings", "place", "complaint"),
    [
        (
            'menu: {en: A}\ncite.plain: {en: "{titel}"}',
            "2:1",
            "the en of cite.plain may name {address}, {date}, {lead}, {site}, {title} and nothing else: '{titel}'",
        ),
        ('cite.plain: {zh: "{title"}', "1:1", "nothing else: '{title'"),
        ('cite.plain: {zh: "{title.nothing}"}', "1:1", "holds {title.nothing}, and only a name"),
        ('count.reports: {en: "one|{of}"}', "1:1", "the en of count.reports may name {count} and nothing else"),
        # What a script puts in.
        ('search.found: {en: "{places}"}', "1:1", "the en of search.found may name"),
        ('nav.reports: {zh: "{count}"}', "1:1", "the zh of nav.reports may name nothing and nothing else"),
    ],
)
def test_a_word_that_names_what_is_not_put_in_is_told_at_its_line(
    strings: str, place: str, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = project(tmp_path / "project", strings.replace("menu:", "frame.menu:"))
    assert main(["check", "--top", str(top)]) == 1
    said = capsys.readouterr().err
    assert f"content/strings.yaml:{place}: string-missing: " in said and complaint in said


def test_check_and_build_tell_the_same_of_words_and_of_templates(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_words = project(tmp_path / "words", 'cite.plain: {en: "{titel}"}')
    of_templates = project(tmp_path / "templates", **{"not-found": "{{ 1 / 0 }}", "about": "{{ word('nothing') }}"})
    for top in (of_words, of_templates):
        said = []
        for command in ("check", "build"):
            assert main([command, "--top", str(top)]) == 1
            said.append(capsys.readouterr().err)
        assert said[0] == said[1] != ""


@pytest.mark.parametrize(
    ("template", "code", "complaint"),
    [
        ("{{ 1 / 0 }}", "template-error", "division by zero"),
        ("{{ view.nothing }}", "template-error", "NotFoundView, which this page is given, has no 'nothing'"),
        ("{{ view | nothing }}", "template-error", "No filter named 'nothing'"),
        ("{{ link(3) }}", "template-error", "TypeError"),
        ('{{ asset("nothing.css") }}', "template-error", "no such word or file: 'nothing.css'"),
        ("{{ word('nothing' ~ 's') }}", "string-missing", "there is no interface word nothings"),
        ("{{ word('nothing.' ~ frame.lang) }}", "string-missing", "there is no interface word nothing.en"),
        ("{{ word('count.reports', of=3) }}", "string-missing", "the en of count.reports may name {of}"),
        ('{% include "nothing.html" %}', "template-error", "there is no template nothing.html"),
        ("{% if %}", "template-error", "Expected an expression"),
    ],
)
@pytest.mark.long
def test_a_broken_template_is_told_by_its_fault(
    template: str, code: str, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = project(tmp_path / "project", **{"not-found": f"\n{template}"})
    assert main(["check", "--top", str(top)]) == 1
    said = capsys.readouterr().err
    assert f": {code}: " in said and complaint in said


def test_a_template_that_no_page_uses_is_compiled_all_the_same(tmp_path: Path) -> None:
    top = project(tmp_path / "project", spare="{{ view | nothing }}")
    (issue,) = wording_issues(theme_of(project_at(top))[0])
    assert (issue.code, str(issue.place)) == ("template-error", "theme/spare.html:1:1")


def test_a_template_that_is_not_utf_8_is_an_issue(tmp_path: Path) -> None:
    top = project(tmp_path / "project")
    (top / "theme" / "home.html").write_bytes("各区".encode("gb18030"))
    (issue,) = wording_issues(theme_of(project_at(top))[0])
    assert (issue.code, str(issue.place)) == ("not-utf8", "theme/home.html:1:1")


# How many of them a site has is its content's to say, so that words count them. One is a form of such words, and two
# are what the parallel page holds side by side whatever the site.
NUMBERED = re.compile(
    r"(?<![\w-])(three|four|five|six|seven|eight|nine|ten|\d+) (districts?|texts?|reports?)\b"
    "|[三四五六七八九十0-9]+ ?(个区|份文本|份报告|篇报告)",
    re.IGNORECASE,
)


def test_no_word_of_the_interface_says_how_many_districts_or_texts_there_are() -> None:
    numbered = {key: words for key, both in strings().items() for words in (both.zh, both.en) if NUMBERED.search(words)}
    assert numbered == {}


# One name for one thing, in what the editors write in Chinese: what readers were once shown, and what stands for it.
GIVEN_UP = {
    "特写": "专题报道",
    "编码": "标注",
    "术语": "提法",
    "存本": "采集文本",
    "所存文本": "采集文本",
    "后来的话": "后文",
    "不可相比": "不可比",
    "构建": "程序",
    "没有印": "没有写明",
    "未印": "未注明",
}
IN_CHINESE = re.compile(r"^ *zh: (.*)$|\bzh: (.*?)(?:, en: |\}$)", re.MULTILINE)


def chinese_of_pages() -> dict[str, str]:
    """What words of the interface and pages of prose say in Chinese, by key or by file."""
    words = {key: both.zh for key, both in strings().items()}
    return words | {path.name: path.read_text("utf-8") for path in (TOP / "content" / "prose").rglob("*.zh.md")}


def chinese_of_records() -> dict[str, str]:
    """What the records of the content say in Chinese, by file; a report's own words stand in none of these lines."""
    content = TOP / "content"
    kept = [*content.glob("*.yaml"), *content.glob("reports/*/annotations.yaml"), *content.glob("reports/*/report.md")]
    return {str(path): "\n".join(map("".join, IN_CHINESE.findall(path.read_text("utf-8")))) for path in kept}


@pytest.mark.parametrize("word", GIVEN_UP)
def test_a_thing_has_one_chinese_name_in_words_prose_and_records(word: str) -> None:
    # A report's own words, such as 加快构建, stand in quotation marks.
    quoted = re.compile(r"“[^”]*”")
    places = chinese_of_pages() | chinese_of_records()
    assert {place for place, text in places.items() if word in quoted.sub("", text)} == set()


def test_no_chinese_word_of_the_interface_puts_a_space_beside_a_count() -> None:
    beside = re.compile(r"[\u3400-\u9fff，。；：（] \{(\w+)\}|\{(\w+)\} [\u3400-\u9fff]")
    beside_latin = {"tool", "version"}
    found = {key: {*map("".join, beside.findall(both.zh))} - beside_latin for key, both in strings().items()}
    assert {key: names for key, names in found.items() if names} == {}
