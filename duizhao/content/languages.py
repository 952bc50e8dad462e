"""The languages of a site: in which its pages are made, and so in which its words are demanded.

The reports are Chinese, so that Chinese is demanded everywhere; what becomes of the languages on pages is left to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from ..issues import Issue
from .nodes import Mapping, Node, Scalar, Sequence
from .records import SiteSettings
from .vocabulary import LANGUAGES


def languages_in(node: Node | None) -> tuple[str, ...]:
    """The languages in which a site's words are demanded: Chinese always, English unless the settings do without it.

    Of settings that name languages and cannot be read, Chinese alone: what is wrong is told of them, of nothing else.
    """
    items = node.items if isinstance(node, Mapping) else {}
    mistyped = get_close_matches("languages", items.keys() - {key.name for key in SiteSettings.keys}, 1)
    named = next((items[name] for name in ("languages", *mistyped) if name in items), None)
    if named is None or (isinstance(named, Scalar) and named.value is None):
        return LANGUAGES
    listed = named.items if isinstance(named, Sequence) else ()
    languages = {item.value for item in listed if isinstance(item, Scalar)}
    return LANGUAGES if "en" in languages else ("zh",)


def settled(site: SiteSettings) -> tuple[SiteSettings | None, list[Issue]]:
    """The settings with every language named, the one at the root first, and what is wrong with those that they name.

    None where nothing says which language stands at the root.
    """
    issues = list(_wrong(site))
    if issues:
        return None, issues
    languages = site.languages or LANGUAGES
    root = site.default_language or languages[0]
    in_order = languages if site.languages else (root, *(name for name in LANGUAGES if name != root))
    return replace(site, languages=in_order, default_language=root), []


def _wrong(site: SiteSettings) -> Iterator[Issue]:
    """What is wrong with languages that could be read; of others the reader has told."""
    named, root = site.languages, site.default_language
    if not named and site.where.entered("languages") == "person":
        yield Issue("bad-value", site.where.at("languages"), "languages names none", f"allowed: {', '.join(LANGUAGES)}")
    elif not named and not root and not site.where.keys.keys() & {"languages", "default_language"}:
        hint = "languages: [en, zh], the first at the root; or [zh] alone"
        yield Issue("missing-key", site.place, "this site names no languages", hint)
    if named and root and root not in named:
        message = f"default_language cannot be {root!r}, which is none of the site's languages"
        yield Issue("bad-value", site.where.at("default_language"), message, f"languages: {', '.join(named)}")
