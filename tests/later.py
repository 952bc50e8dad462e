"""The judge of promises: finds on a finished page each one that was answered, and the ways from its box to later words.

What later words there are must be asked of the content; what a page shows and links is read on the page alone.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from duizhao.corpus.following import TrackedPromise
from duizhao.corpus.join import Corpus

_STATEMENT = re.compile(r"(?:zh/)?reports/([a-z0-9-]+)/index\.html#([tk][0-9]+)$")
# What stands alone on a page: the innermost of these says all that is said of a promise. Home's pair is one box.
_OWN = {"li", "dd", "article", "tr"}
_PAIR = "promise-and-later"
_ANSWER, _PROSE = "answer", "prose"


@dataclass(frozen=True, slots=True)
class ShownPromise:
    """A promise that was answered, as a page shows it: to how many of its later words its box leads."""

    name: str
    led_to: int
    later: int


def shown_promises(site: Corpus, document: Element, path: str) -> Iterator[ShownPromise]:
    """Each promise with later words that a page quotes beside a link to it, and each card of one."""
    parents = {child: parent for parent in document.iter() for child in parent}
    for link in document.iter("a"):
        found = _STATEMENT.fullmatch(_target(link, path))
        tracked = site.followed.get(f"{found[1]}/{found[2]}") if found else None
        if tracked is None or not tracked.later or _only_names(link, parents):
            continue
        box = _box(link, parents)
        words = _words(box)
        if any(said and _words_of(said) in words for said in (tracked.promise.quote, tracked.promise.gloss)):
            yield _shown(tracked, box, path)
    report = path.removeprefix("zh/").split("/")[1:2]
    for card in document.iter("article"):
        tracked = site.followed.get(f"{report[0]}/{card.get('id')}") if report else None
        if card.get("class") == "card" and tracked and tracked.later:
            yield _shown(tracked, card, path)


def _shown(tracked: TrackedPromise, box: Element, path: str) -> ShownPromise:
    ways = {_target(link, path).removeprefix("zh/") for link in box.iter("a")}
    later = {f"reports/{one.report}/index.html#{getattr(one, 'id', one.block)}" for one in tracked.later}
    return ShownPromise(tracked.promise.full_id, len(ways & later), len(later))


def _target(link: Element, path: str) -> str:
    href = link.get("href") or ""
    return path + href if href[:1] == "#" else posixpath.normpath(posixpath.join(posixpath.dirname(path), href))


def _only_names(link: Element, parents: dict[Element, Element]) -> bool:
    """True of a link that leads to later words or stands in an editor's running text: neither shows a promise."""
    if _ANSWER in (parents[link].get("class") or "").split():
        return True
    while link in parents:
        link = parents[link]
        if _PROSE in (link.get("class") or "").split():
            return True
    return False


def _box(link: Element, parents: dict[Element, Element]) -> Element:
    """The box that a link stands in; without one, what is about the link."""
    about = [link]
    while about[-1] in parents:
        about.append(parents[about[-1]])
    pairs = (one for one in about if one.get("class") == _PAIR)
    return next(pairs, next((one for one in about if one.tag in _OWN), about[1]))


def _words(box: Element) -> str:
    return _words_of("".join(box.itertext()))


def _words_of(text: str) -> str:
    return " ".join(text.split())
