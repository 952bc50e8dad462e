"""A project's own theme: single templates, static files and words in place of the package's."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import jinja2
import pytest

from duizhao.content.excerpts import line_at
from duizhao.issues import Issue
from duizhao.pipeline import Built, built
from duizhao.project import package_theme, project_at
from duizhao.site.theme import environment, theme_of

from ..conftest import TOP
from ..sample import laid_out, sample

NOT_FOUND = '{% extends "base.html" %}\n{% block main %}\n<h1>{{ word("mine.gone") }}</h1>\n{% endblock %}\n'
WORDS = "mine.gone: {en: Gone, zh: 没了}\nnav.reports: {en: Papers, zh: 文本}\n"


def with_theme(top: Path, files: dict[str, str]) -> Built:
    """The invented project with these files, built."""
    laid_out(top)
    for path, text in files.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_text(text, "utf-8")
    return built(top)


def test_a_template_a_static_file_and_a_word_of_one_s_own_are_seen_in_the_pages(tmp_path: Path) -> None:
    css = ":root { --paper: pink; }"
    mine = {"theme/not-found.html": NOT_FOUND, "theme/words.yaml": WORDS, "theme/static/tokens.css": css}
    result = with_theme(tmp_path / "project", mine)
    assert result.issues == ()
    assert "<h1>Gone</h1>" in result.files["404.html"].decode()
    assert "Papers</a>" in result.files["index.html"].decode() and "文本</a>" in result.files["zh/index.html"].decode()
    (published,) = (path for path in result.files if path.startswith("assets/tokens."))
    assert result.files[published] == css.encode()
    assert published in result.files["index.html"].decode()
    # All the rest is the package's.
    others = {path for path in sample().files if not path.endswith(".html") and "assets/tokens." not in path}
    assert {path: result.files[path] for path in others} == {path: sample().files[path] for path in others}


def test_a_static_file_that_only_the_project_has_is_published(tmp_path: Path) -> None:
    text = NOT_FOUND.replace("<h1>", '<img src="{{ asset(\'seal.svg\') }}" alt=""><h1>')
    mine = {"theme/not-found.html": text, "theme/words.yaml": WORDS, "theme/static/seal.svg": "<svg/>"}
    result = with_theme(tmp_path / "project", mine)
    assert result.files[result.theme.assets.paths["seal.svg"]] == b"<svg/>"


def test_a_project_without_a_theme_has_the_package_s_words_and_templates(tmp_path: Path) -> None:
    theme, issues = theme_of(project_at(tmp_path))
    assert issues == []
    assert theme.words["nav.reports"].place.path == (package_theme() / "words.yaml").as_posix()
    assert "base.html" in theme.templates.list_templates()


def issues_with(top: Path, files: dict[str, str]) -> list[tuple[str, str | None]]:
    """What is wrong with the invented project and these files: each issue's code, and its line."""
    read = line_at(top)

    def line(issue: Issue) -> str | None:
        text = read(issue.place)
        return text.strip() if text else text

    return [(issue.code, line(issue)) for issue in with_theme(top, files).issues]


def test_a_template_that_names_a_template_that_is_not_there_is_told_at_its_line(tmp_path: Path) -> None:
    text = '{% extends "frame.html" %}\n'
    assert issues_with(tmp_path / "project", {"theme/not-found.html": text}) == [("template-error", text.strip())]


def test_a_template_with_a_syntax_error_is_told_at_its_line(tmp_path: Path) -> None:
    text = '{% extends "base.html" %}\n{% block main %}\n{{ word( }}\n{% endblock %}\n'
    assert issues_with(tmp_path / "project", {"theme/not-found.html": text}) == [("template-error", "{{ word( }}")]


def test_an_error_in_a_template_of_the_package_is_told_at_its_own_file(tmp_path: Path) -> None:
    found = with_theme(tmp_path / "project", {"theme/parts.html": "{# none of the parts #}"}).issues
    assert found and {issue.code for issue in found} == {"template-error"}
    assert {Path(issue.place.path).parent for issue in found} == {package_theme()}


def test_the_indents_of_a_template_do_not_reach_the_page_but_those_of_its_values_do(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<pre>\n    {{ text }}</pre>\n\t<b>\n", "utf-8")
    page = environment(tmp_path).get_template("a.html").render(text="1\n  2")
    assert page == "<pre>\n1\n  2</pre>\n<b>\n"


def test_a_count_has_its_thousands_apart(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ 999 | thousands }} {{ 12300 | thousands }}")
    assert environment(tmp_path).get_template("a.html").render() == "999 12,300"


def test_a_mistake_behind_an_indent_keeps_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>\n  <b>\n    {% nothing %}\n", "utf-8")
    with pytest.raises(jinja2.TemplateSyntaxError) as told:
        environment(tmp_path).get_template("a.html")
    assert told.value.lineno == 3


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
        "{{ " + "1+" * 20_000 + "1 }}",
        "{% if view %}" + "{% elif view %}" * 3_000 + "{% endif %}",
        "{{" * 100_000,
        '{% include "not-found.html" %}',
        '{% extends "not-found.html" %}',
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ 'x' * 10**15 }}",
        "{{ " + "9" * 5_000 + " }}",
        "{{ 10**5000 }}",
        "{% for a in 'a' %}" * 30 + "{% endfor %}" * 30,
        "{% if view %}" * 120 + "{% endif %}" * 120,
        "{% set a = 1 % 0 %}",
    ],
    ids=lambda text: text[:20],
)
@pytest.mark.long
def test_a_template_without_an_end_is_told_at_its_line(text: str, tmp_path: Path) -> None:
    found = issues_with(tmp_path / "project", {"theme/not-found.html": text})
    assert set(found) == {("template-error", text)}


def test_a_comment_without_an_end_is_told_at_its_file(tmp_path: Path) -> None:
    assert issues_with(tmp_path / "project", {"theme/not-found.html": "{# a"}) == [("template-error", "{# a")]


def unused(top: Path, files: dict[str, str]) -> list[tuple[str, str]]:
    """What the invented project with these files is told to have and not to use: each name, and what it may be."""
    issues = with_theme(top, files).issues
    assert {issue.code for issue in issues} <= {"theme-unused"}
    return [(str(issue.place).removesuffix(":1:1"), issue.hint) for issue in issues]


BLANK = "{% extends 'base.html' %}\n{% block main %}{% include 'mine/part.html' %}{% endblock %}\n"


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("hom.html", "home.html"),
        ("Home.html", "home.html"),
        ("home.htm", "home.html"),
        ("templates/home.html", "home.html"),
        ("static/token.css", "static/tokens.css"),
        ("tokens.css", "static/tokens.css"),
        ("statics/tokens.css", "static/tokens.css"),
        ("word.yaml", "words.yaml"),
        ("words.yml", "words.yaml"),
    ],
)
def test_a_file_of_a_theme_that_no_page_uses_is_told_with_the_name_that_is_meant(
    path: str, meant: str, tmp_path: Path
) -> None:
    found = unused(tmp_path / "project", {f"theme/{path}": "p: {}"})
    assert found == [(f"theme/{path}", f"did you mean {meant}?")]


def test_where_no_name_is_near_a_few_are_named_and_the_others_counted(tmp_path: Path) -> None:
    ((_, hint),) = unused(tmp_path / "project", {"theme/q": ""})
    assert re.fullmatch(r"what pages use: [^ ,]+(, [^ ,]+){5} and \d+ more", hint)


def test_a_template_is_used_if_one_that_is_used_includes_it(tmp_path: Path) -> None:
    part = {"theme/mine/part.html": "<h1>{{ word('mine.gone') }}</h1>", "theme/words.yaml": WORDS}
    assert unused(tmp_path / "a", {"theme/not-found.html": BLANK, **part}) == []
    assert [name for name, _ in unused(tmp_path / "b", part)] == ["theme/mine/part.html", "theme/words.yaml"]


def test_a_word_of_one_s_own_that_nothing_asks_for_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    found = unused(tmp_path / "project", {"theme/words.yaml": "nav.reprots: {en: Papers, zh: 文本}"})
    assert found == [("theme/words.yaml", "did you mean nav.reports?")]


def test_where_only_a_page_knows_what_is_used_nothing_is_told(tmp_path: Path) -> None:
    text = NOT_FOUND.replace('word("mine.gone")', 'word(["mine", "gone"] | join("."))')
    asked = text.replace("<h1>", "{% set name = 'seal.svg' %}<img src='{{ asset(name) }}' alt=''><h1>")
    others = {"theme/words.yaml": WORDS, "theme/static/seal.svg": "<svg/>"}
    assert unused(tmp_path / "project", {"theme/not-found.html": asked, **others}) == []


@pytest.mark.long
def test_whatever_the_whole_theme_has_may_be_of_one_s_own(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    shutil.copytree(TOP / "templates", top / "theme")
    assert not built(top).issues


def test_what_is_there_for_people_is_passed_over(tmp_path: Path) -> None:
    mine = {"theme/README.md": "Ours.", "theme/.DS_Store": "", "theme/home.html~": "", "theme/LICENSE": ""}
    assert unused(tmp_path / "project", mine) == []
