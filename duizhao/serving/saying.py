"""What the server says on a page, in the interface words: the page shows it in its own language.

Which words there are is left to the theme.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ..codes.in_chinese import IN_CHINESE
from ..content.locale import Words
from ..content.schema import Bilingual
from ..content.vocabulary import LANGUAGES
from ..content.words import words_of
from ..issues import Issue
from ..project import package_theme, project_at


@dataclass(frozen=True, slots=True)
class Said:
    """The key of an interface word with what is put into it; without a key `values` is the text by language.

    `english` is what is known of it in English only and stands behind.
    """

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    english: str = ""

    def __str__(self) -> str:
        """The whole of it in English, by the words of the program's own theme."""
        return self.told({})["en"]

    def with_english(self, english: str) -> Said:
        """The same with what is known in English only."""
        return replace(self, english=english)

    def told(self, words: Mapping[str, Bilingual]) -> dict[str, str]:
        """It by language, and as `more` what the Chinese lacks; `words` are the site's, if they could be read."""
        strings = words if self.key in words else _own_words()
        told = {one: Words(strings, one)(self.key, **self._put_in(words, one)) for one in LANGUAGES} if self.key else {}
        told = told or {one: str(self.values[one]) for one in LANGUAGES}
        return told | {"en": " ".join(filter(None, (told["en"], self.english))), "more": self.english}

    def _put_in(self, words: Mapping[str, Bilingual], language: str) -> dict[str, object]:
        """What is put in, words among it in the language."""
        between = "、" if language == "zh" else " or "
        said = {name: one if isinstance(one, tuple) else (one,) for name, one in self.values.items()}
        return {
            name: between.join(one.told(words)[language] if isinstance(one, Said) else str(one) for one in every)
            for name, every in said.items()
        }


def word(key: str, **values: object) -> Said:
    """An interface word with what is put into it."""
    return Said(key, values)


def no_code(name: str, codes: Iterable[str]) -> Said:
    """What is said of a code that a vocabulary does not have."""
    return word("edit.no-code", name=name, all=", ".join(codes))


def plainly(text: str) -> Said:
    """What is the same in every language, as names are."""
    return Said("", dict.fromkeys(LANGUAGES, text))


def of_issue(issue: Issue) -> Said:
    """What is wrong with the content: in Chinese what kind of mistake it is, in English what is said of the place."""
    english = "; ".join(filter(None, (issue.message, issue.hint)))
    return Said("", {"zh": IN_CHINESE[issue.code], "en": ""}, english)


@functools.cache
def _own_words() -> Mapping[str, Bilingual]:
    """The words of the program's own theme: it speaks before a site's can be read."""
    words, _ = words_of(project_at(package_theme() / "none"))
    return {key: word.text for key, word in words.items()}
