"""One English name for one thing: what Chinese words name, and how English may and may not call it.

Which texts are held to it is left to the rules; that translations keep the English of terms, to `rules.translations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..content.records import Initiative, Name, Term
from .mentions import Wordings, named_in, wordings_of

# The kinds of initiatives whose names are held; those of projects and campaigns are titles, which sentences put
# otherwise.
HELD_KINDS = ("place", "institution")


@dataclass(frozen=True, slots=True)
class HeldName:
    """What a thing is called in English: any of `names`, the first before all, and none of `never`; and who says so."""

    zh: str
    names: tuple[str, ...]
    never: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True)
class HeldNames:
    """All things of which a name is held: by what Chinese words name them, and by what they must not be called."""

    wordings: Wordings
    things: Mapping[str, HeldName]
    variants: Mapping[str, HeldName]
    pattern: re.Pattern[str]

    def lacking(self, zh: str, en: str) -> tuple[HeldName, ...]:
        """The things that the Chinese names and its English does not, each once."""
        said = bare(en)
        named = dict.fromkeys(self.things[owner] for owner, _, _ in named_in(zh, self.wordings))
        return tuple(one for one in named if one.names and not any(bare(name) in said for name in one.names))

    def wrong(self, en: str) -> Iterator[tuple[str, HeldName]]:
        """What English calls a thing and must not, as it is listed, each once: no part of a right name of it."""
        said = bare(en)
        found = {(match[0], match.start()) for match in self.pattern.finditer(said)}
        for variant in dict.fromkeys(variant for variant, start in sorted(found, key=lambda one: one[1])):
            one = self.variants[variant]
            if any(not _within(said, start, variant, one) for other, start in found if other == variant):
                yield next(word for word in one.never if bare(word) == variant), one


def held_names(names: Iterable[Name], terms: Iterable[Term], initiatives: Iterable[Initiative]) -> HeldNames:
    """All names that are held. Terms hold their English elsewhere; here only what they must not be called."""
    listed = [(n.zh, (*n.aliases, n.zh), n.not_these, _held(n.zh, n, "names")) for n in names]
    places = [(i.name.zh, i.aliases, i.not_these, _of_initiative(i)) for i in initiatives if i.kind in HELD_KINDS]
    every = [*listed, *places]
    things = {owner: one for owner, _, _, one in reversed(every)}
    others = [_held(term.zh, term, "terms") for term in terms]
    others += [_of_initiative(i) for i in initiatives if i.kind not in HELD_KINDS]
    variants = {bare(word): one for one in (*others, *reversed(list(things.values()))) for word in one.never}
    wordings = wordings_of("name", ((owner, words, alike) for owner, words, alike, _ in every))
    return HeldNames(wordings, things, variants, _whole_words(variants))


def _held(zh: str, record: Name | Term, file: str) -> HeldName:
    return HeldName(zh, tuple(filter(None, (record.en, *record.forms))), record.never, f"content/{file}.yaml")


def _of_initiative(initiative: Initiative) -> HeldName:
    names = tuple(filter(None, (initiative.name.en, *initiative.forms)))
    return HeldName(initiative.name.zh, names, initiative.never, "content/initiatives.yaml")


def _within(said: str, start: int, variant: str, one: HeldName) -> bool:
    """True where a variant stands within a right name of its thing: building economy in office-building economy."""
    for name in map(bare, one.names):
        at = name.find(variant)
        if at >= 0 and said.startswith(name, max(0, start - at)):
            return True
    return False


def _whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of the words where no letter or hyphen stands beside them; of none, one that matches nothing."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(f"(?<![\\w-])(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})(?![\\w-])")


def bare(text: str) -> str:
    """English without quotation marks, case and kinds of dash, for finding words in it."""
    return re.sub("[“”\"‘’']", "", text.casefold()).replace("–", "-").replace("—", "-")
