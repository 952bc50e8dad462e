"""What pages are made in: words plain and marked, names beside names, links, the frame."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.content.schema import Bilingual

from ..sample import context_of, report

JOBS = Bilingual(zh="就业", en="Jobs")
TERM = {
    "content/terms.yaml": """
        - id: stable
          zh: 六稳
          pinyin: liù wěn
          en: the six stabilities
          meaning: {zh: 六项。, en: Six things.}
        """
}


def test_words_of_the_content_are_plain_for_composing_and_marked_for_texts(tmp_path: Path) -> None:
    context, both = context_of(tmp_path), Bilingual(zh="<力争>", en="<力争>")
    assert context.plain(both) == "<力争>"
    assert context.localized(both) == '&lt;<span lang="zh-Hans" translate="no">力争</span>&gt;'
    assert (context.plain(None), context.localized(None)) == ("", "")


@pytest.mark.parametrize(("language", "name", "word"), [("en", "就业", "序号"), ("zh", "", "")])
def test_the_chinese_name_stands_beside_the_english_and_not_beside_itself(
    tmp_path: Path, language: str, name: str, word: str
) -> None:
    context = context_of(tmp_path, language=language)
    assert context.other_name(JOBS) == name == context.theme("jobs").zh
    assert context.other_word("follow.number") == word


def test_links_have_the_name_and_the_address_in_the_page_s_language(tmp_path: Path) -> None:
    context = context_of(tmp_path, TERM, language="zh")
    links = [context.theme("jobs"), context.indicator("new-jobs"), context.district("baishi"), context.term("stable")]
    assert [(link.text, link.path) for link in links] == [
        ("就业", "zh/themes/jobs/index.html"),
        ("新增就业", "zh/indicators/new-jobs/index.html"),
        ("白石区", "zh/districts/baishi/index.html"),
        ("六稳", "zh/terms/stable/index.html"),
    ]


def test_a_date_that_the_source_does_not_print_says_so(tmp_path: Path) -> None:
    context = context_of(tmp_path, report("a", "甲。"), report("b", "甲。", date_basis="inferred"))
    printed, inferred = (context.date(context.site.reports[name]) for name in ("a", "b"))
    assert printed == "2022" and inferred != printed and "2022" in inferred


def test_the_frame_of_a_page_leads_home_and_to_the_other_language(tmp_path: Path) -> None:
    context = context_of(tmp_path)
    frame = context.frame(("themes", "jobs"), "Jobs", "themes", (context.page("themes"),))
    assert [(crumb.text, crumb.path, crumb.current) for crumb in frame.crumbs] == [
        ("Sample", "index.html", False),
        ("Themes", "themes/index.html", False),
        ("Jobs", "themes/jobs/index.html", True),
    ]
    assert frame.canonical == "https://example.org/sample/themes/jobs/"
    (other,) = frame.alternates
    assert (other.lang, other.name, other.path) == ("zh-Hans", "中文", "zh/themes/jobs/index.html")
    assert other.address == "https://example.org/sample/zh/themes/jobs/"
    assert {section.path: section.current for section in frame.sections if section.current} == {
        "themes/index.html": "true"
    }


def test_the_page_that_is_its_section_is_current_and_the_home_page_has_no_crumbs(tmp_path: Path) -> None:
    context = context_of(tmp_path)
    sections = context.frame(("themes",), "Themes", "themes").sections
    assert [section.text for section in sections if section.current == "page"] == ["Themes"]
    home = context.frame((), "Sample", "")
    assert home.is_home and home.crumbs == () and not any(section.current for section in home.sections)
