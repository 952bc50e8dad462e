"""Records called as parts of pages, properties of objects or pages of the site are: they work, or are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.issues import Issue
from duizhao.pipeline import built

from ..links import broken_links
from ..looking import site
from ..sample import report, written


def themes(*names: str) -> dict[str, str]:
    rows = "".join(f"- {{id: {name}, name: {{zh: 主题{name}, en: Theme}}}}\n" for name in ("jobs", *names))
    return {"content/themes.yaml": rows}


def districts(*names: str) -> dict[str, str]:
    rows = "".join(
        f'- {{id: {name}, name: {{zh: 区{code}, en: District}}, city: {{zh: 市, en: City}}, adcode: "99010{code}"}}\n'
        for code, name in enumerate(("qinghu", *names), 1)
    )
    return {"content/districts.yaml": rows}


def told(top: Path, *parts: dict[str, str]) -> tuple[Issue, ...]:
    return built(written(top, *parts, report("a", "甲。"))).issues


@pytest.mark.parametrize("name", ["f-left", "main", "sections", "none-shared"])
def test_a_theme_with_the_id_of_a_part_of_the_comparison_is_told_once_with_a_way_out(name: str, tmp_path: Path) -> None:
    (issue,) = told(tmp_path, themes(name))
    assert issue.code == "address-clash" and issue.hint == "give this another id"
    assert (issue.place.path, issue.place.line) == ("content/themes.yaml", 2)
    assert issue.message.startswith(f"{name} is also the place of a part of the page ")


@pytest.mark.parametrize("name", ["parallel", "phrases"])
def test_a_theme_called_like_a_page_of_the_comparison_is_told_with_a_way_out(name: str, tmp_path: Path) -> None:
    (issue,) = told(tmp_path, themes(name))
    assert (issue.code, issue.place.line, issue.hint) == ("address-clash", 2, "give this another id")
    assert issue.message == f"the site has two pages for the address compare/{name}/"


NAMES = ("constructor", "index", "search", "valueof", "tostring", "hasownproperty", "proto", "name", "length", "kind")


def test_a_record_called_like_a_property_or_a_page_is_one_as_others_are() -> None:
    stated = report("constructor", "甲。", district="constructor")
    looked = site(themes(*NAMES), districts("constructor", "index", "search"), stated)
    for name in NAMES:
        assert f"themes/{name}/index.html" in looked.files
    assert list(broken_links(looked.files)) == []


@pytest.mark.parametrize("name", ["con", "nul", "__proto__", "toString", "Constructor"])
def test_an_id_that_no_folder_or_object_should_have_is_refused(name: str, tmp_path: Path) -> None:
    (issue,) = told(tmp_path, themes(name))
    assert (issue.code, issue.place.line, issue.place.col) == ("wrong-type", 2, 8)
    assert issue.hint
