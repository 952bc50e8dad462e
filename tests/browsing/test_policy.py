"""The Content-Security-Policy of the pages: what it forbids is forbidden, and told by every test in the browser.

The test that opens every page kind is among those of `test_reading`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from ..policed import Policed, until

pytestmark = pytest.mark.browser
# What a script that got into a page would try, and the directive that stops it.
ATTACKS = {
    "script-src-elem": "document.head.append(Object.assign(document.createElement('script'), {textContent: 'x=1'}))",
    "script-src-attr": "document.body.setAttribute('onclick', 'x=1')",
    "style-src-attr": "document.body.setAttribute('style', 'color: red')",
    "style-src-elem": "document.head.append(Object.assign(document.createElement('style'), {textContent: 'a{}'}))",
    "img-src": "document.body.append(Object.assign(new Image(), {src: 'https://example.org/x.png'}))",
    "connect-src": "fetch('https://example.org/').catch(() => 0)",
    "frame-src": "document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://example.org'}))",
    "base-uri": "document.head.append(Object.assign(document.createElement('base'), {href: 'https://example.org'}))",
}


@pytest.mark.parametrize("directive", ATTACKS)
def test_what_the_policy_forbids_is_told_by_every_test(browser: Browser, site: str, directive: str) -> None:
    policed = browser
    assert isinstance(policed, Policed)
    context = policed.new_context()
    page = context.new_page()
    page.goto(site + "about/index.html")  # all pages have one policy
    assert policed.violations == []
    page.evaluate(f"() => {{ {ATTACKS[directive]}; }}")
    until(page, "() => new Promise(done => setTimeout(() => done(true), 0))")
    context.close()
    told = policed.violations.copy()
    policed.violations.clear()
    assert any(directive in violation for violation in told), told
