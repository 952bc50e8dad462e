"""The Content-Security-Policy of the pages: first on each, as the docs give it, and kept."""

from __future__ import annotations

import re

from duizhao.pipeline import Built

from ..conftest import TOP
from ..sample import sample

FIRST = re.compile(r'<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">\s*<meta charset')
# An element or attribute that would run or style by itself.
INLINE = re.compile(r'<style|<[^>]*\s(?:style|on[a-z]+)=|<script(?! src=| type="application/json")|javascript:', re.I)
WANTED = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
}


def pages(site: Built) -> dict[str, str]:
    return {path: data.decode() for path, data in site.files.items() if path.endswith(".html")}


def test_the_policy_stands_first_on_every_page(real: Built) -> None:
    for site in (real, sample()):
        found = {path: FIRST.search(html) for path, html in pages(site).items()}
        assert {path for path, policy in found.items() if not policy or set(policy[1].split("; ")) != WANTED} == set()
        assert "404.html" in found


def test_no_page_holds_a_style_or_a_script_of_its_own(real: Built) -> None:
    assert [path for path, html in pages(real).items() if INLINE.search(html)] == []
    assert INLINE.search("<p onclick=x>") and INLINE.search('<script type="module">') and INLINE.search("<i\nstyle=''>")


def test_the_drawings_that_pages_load_hold_none_either(real: Built) -> None:
    drawings = [data.decode() for path, data in real.files.items() if path.endswith(".svg")]
    assert drawings and not any("<script" in drawing or " on" in drawing for drawing in drawings)


def test_the_docs_give_the_policy_as_the_pages_have_it() -> None:
    given = FIRST.search((TOP / "templates" / "base.html").read_text("utf-8"))
    guide = (TOP / "docs" / "publish.md").read_text("utf-8")
    assert given and f"\n{given[1]}\n" in guide and f"{given[1]}; frame-ancestors 'none'\n" in guide
