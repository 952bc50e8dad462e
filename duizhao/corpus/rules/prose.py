"""Rules over all reports: what editors wrote leads somewhere, in a language of the site.

How prose becomes HTML is left to the pages.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from ...content.page_names import NAMED_PAGES
from ...issues import Issue, SourcePosition
from ..join import Corpus

_REFERENCE = re.compile(r"\]\(([a-z]+):([^)\s]+)\)")
_OUTSIDE = {"http", "https", "mailto"}


def prose_refers_to_what_exists(corpus: Corpus) -> Iterator[Issue]:
    """Every reference in prose (statement:…, term:… and so on) names something that exists."""
    known: Mapping[str, Collection[str]] = {
        "statement": corpus.statements,
        "report": corpus.reports,
        "page": NAMED_PAGES,
        "indicator": corpus.indicators,
        "initiative": corpus.initiatives,
        "term": corpus.terms,
        "theme": corpus.themes,
        "district": corpus.districts,
    }
    for prose in corpus.library.prose:
        for number, line in enumerate(prose.text.split("\n"), 1):
            for match in _REFERENCE.finditer(line):
                kind, name = match.groups()
                place = SourcePosition(prose.path, number, match.start(1) + 1)
                if kind in known and name not in known[kind] and not _may_be_broken(corpus, kind, name):
                    yield Issue("reference-unknown", place, f"there is no {kind} {name!r}")
                elif kind not in known and kind not in _OUTSIDE:
                    hint = f"kinds: {', '.join(known)}"
                    yield Issue("reference-unknown", place, f"{kind}: is no kind of reference", hint)


def _may_be_broken(corpus: Corpus, kind: str, name: str) -> bool:
    """True where a reference may name a record that is broken."""
    if kind == "statement":
        return corpus.may_be_broken(name)
    return kind in corpus.library.broken and name in corpus.library.broken[kind]


def prose_has_a_known_language(corpus: Corpus) -> Iterator[Issue]:
    """A file of prose is named for one of the site's languages: about.en.md, about.zh.md."""
    for prose in corpus.library.prose:
        if prose.language not in corpus.library.languages:
            hint = f"languages: {', '.join(corpus.library.languages)}"
            yield Issue("bad-value", SourcePosition(prose.path), f"{prose.language!r} is no language of the site", hint)
