"""Links lead to what the site has or to whole addresses outside, and by nothing that a browser would run or mend."""

from __future__ import annotations

import pytest

from duizhao.prose.addresses import Nowhere, Outside, Reference, led_to

KINDS = ("term", "page", "statement")


@pytest.mark.parametrize(
    ("href", "meaning"),
    [
        ("term:liu-wen", Reference("term", "liu-wen")),
        ("page:method#dates", Reference("page", "method", "dates")),
        ("statement:a-2020/t01", Reference("statement", "a-2020/t01")),
        ("#题", Reference("", "", "题")),
        ("https://x.org", Outside("https://x.org")),
        ("HTTP://x.org:80/区?a=1&b#c", Outside("HTTP://x.org:80/区?a=1&b#c")),
        ("https://样本.example/甲", Outside("https://样本.example/甲")),
        ("https://x-y.org./", Outside("https://x-y.org./")),
        ("https://[2001:db8::1]:80/", Outside("https://[2001:db8::1]:80/")),
        ("mailto:a.b@x.org", Outside("mailto:a.b@x.org")),
    ],
)
def test_what_a_link_may_lead_to(href: str, meaning: object) -> None:
    assert led_to(href, KINDS) == meaning


@pytest.mark.parametrize(
    ("href", "words"),
    [
        ("javascript:alert(1)", "no kind of reference"),
        ("JaVaScRiPt:alert(1)", "no kind of reference"),
        ("java\tscript:alert(1)", "names no page"),
        ("java\nscript:alert(1)", "names no page"),
        ("\x01javascript:alert(1)", "names no page"),
        (" javascript:alert(1)", "names no page"),
        ("vbscript:x", "no kind of reference"),
        ("data:text/html,x", "no kind of reference"),
        ("file:///etc", "no kind of reference"),
        ("ftp://x.org", "no kind of reference"),
        ("blob:https://x.org/1", "no kind of reference"),
        ("Term:liu-wen", "no kind of reference"),
        ("term：liu-wen", "a full-width colon"),
        ("https：//x.org", "a full-width colon"),
        ("https:x.org", "no whole address"),
        ("https:/x.org", "no whole address"),
        ("https:///x.org", "no whole address"),
        ("https://user@x.org", "no whole address"),
        ("https://x.org:99999", "no whole address"),
        ("https://.", "no whole address"),
        ("https://x..org", "no whole address"),
        ("https://-", "no whole address"),
        ("https://%65x.org", "no whole address"),
        ("https://x.org，", "no whole address"),
        ("https://x。org/", "no whole address"),
        ("https://[x", "no whole address"),
        ("https://x.org/a b", "' ' stands in an address"),
        ("https://x.org\\@y.org", "stands in an address"),
        ('https://x.org/"onclick', "stands in an address"),
        ("mailto:x", "no address of mail"),
        ("mailto:a@x.org?bcc=b@x.org", "no address of mail"),
        ("../compare/", "names no page"),
        ("/compare/", "names no page"),
        ("//x.org", "names no page"),
        ("www.x.org", "names no page"),
        ("", "no address"),
        ("#", "names no page"),
        ("page:method#", "ends in an empty #"),
    ],
)
def test_what_it_may_not(href: str, words: str) -> None:
    meaning = led_to(href, KINDS)
    assert isinstance(meaning, Nowhere) and words in meaning.message and meaning.hint
