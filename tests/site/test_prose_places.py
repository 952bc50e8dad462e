"""A place that prose links to is on its page, and a heading of prose takes no place that the page has already."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.pipeline import built

from ..links import broken_links
from ..sample import report, told, written

ABOUT = {"content/prose/about.en.md": "## First words\n\nText.", "content/prose/about.zh.md": "文。"}
REPORT = report("a", "甲。\n乙。")


@pytest.mark.parametrize(
    "link", ["page:about#first-words", "report:a#p2", "#own-words", "page:home#main", "page:compare#main"]
)
def test_a_place_that_exists_is_led_to(tmp_path: Path, link: str) -> None:
    prose = {"content/prose/method.en.md": f"## Own words\n\n[x]({link})"}
    result = built(written(tmp_path, ABOUT, REPORT, prose))
    assert told(list(result.issues)) == []
    assert list(broken_links(result.files)) == []


@pytest.mark.parametrize("name", ["method", "caution", "home", "themes/jobs"])
@pytest.mark.parametrize("link", ["page:about#other-words", "report:a#p3", "#nowhere", "page:home#top"])
def test_one_that_does_not_is_told_with_the_place_of_the_link(tmp_path: Path, name: str, link: str) -> None:
    prose = {f"content/prose/{name}.en.md": f"Words.\n\n[x]({link})"}
    result = built(written(tmp_path, ABOUT, REPORT, prose))
    assert set(told(list(result.issues))) == {("reference-unknown", f"content/prose/{name}.en.md:3:5")}
    assert result.files == {}


@pytest.mark.parametrize(("name", "heading"), [("method", "main"), ("reports/a", "p1"), ("home", "Sections")])
def test_a_heading_takes_no_place_of_the_page(tmp_path: Path, name: str, heading: str) -> None:
    prose = {f"content/prose/{name}.en.md": f"Words.\n\n## {heading}"}
    result = built(written(tmp_path, REPORT, prose))
    assert told(list(result.issues)) == [("address-clash", f"content/prose/{name}.en.md:3:1")]
