"""Interface words as files give them: the theme's, and what a site puts in their place, each with its place.

Which words the pages use, and what is put into them, is left to `site`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from ..issues import Issue, SourcePosition
from ..project import Project
from ..text.near import GUESSED, nearest
from .locale import in_braces, unfit
from .nodes import Mapping, Node, Scalar, node_of
from .schema import Bilingual
from .text_files import text_of_theme
from .vocabulary import LANGUAGES

_HINT = "key: {en: …, zh: …}"


@dataclass(frozen=True, slots=True)
class Word:
    """An interface word: its text, where its key stands, and the names that the theme's own text puts values to."""

    text: Bilingual
    place: SourcePosition
    names: frozenset[str]


def words_of(project: Project, languages: Collection[str] = LANGUAGES) -> tuple[dict[str, Word], list[Issue]]:
    """The words of the theme's files, the nearest last, then of content/strings.yaml, which may only replace.

    A word that takes another's place may give one language and leave the other as it was; a new one needs
    all these languages. Where that is Chinese alone, a word may stand by itself.
    """
    words: dict[str, Word] = {}
    issues: list[Issue] = []
    for folder in reversed(project.themes):
        issues += _read(project, folder / "words.yaml", words, languages, new=True)
    issues += _read(project, project.content / "strings.yaml", words, languages, new=False)
    return words, issues


def _read(
    project: Project, path: Path, words: dict[str, Word], languages: Collection[str], *, new: bool
) -> list[Issue]:
    """Puts a file's words among the others; what is wrong with it. `new` allows words that stand nowhere below."""
    name = project.shown(path)
    if not path.is_file():
        return []
    text, wrong = text_of_theme(name, path.read_bytes())
    if text is None:
        return [*wrong]
    if words or not new:
        return _put(text, name, words, languages, new=new)
    first, found = _first(text, name, tuple(languages))
    words.update(first)
    return [*found]


@functools.lru_cache(maxsize=4)
def _first(text: str, name: str, languages: tuple[str, ...]) -> tuple[dict[str, Word], tuple[Issue, ...]]:
    """The words of the lowest file, which stay the same from one build to the next of a process."""
    words: dict[str, Word] = {}
    issues = _put(text, name, words, languages, new=True)
    return words, tuple(issues)


def _put(text: str, name: str, words: dict[str, Word], languages: Collection[str], *, new: bool) -> list[Issue]:
    """Puts the words of a file's text among the others; what is wrong with it."""
    node, found = node_of(text, name)
    issues = list(found)
    if node is None:
        return issues
    if not isinstance(node, Mapping):
        return [*issues, Issue("wrong-type", node.place, "interface words are a mapping of keys", _HINT)]
    for key, value in node.items.items():
        place = node.key_places[key]
        below = words.get(key)
        if below is None and not new:
            near = nearest(key, words) if len(issues) < GUESSED else ""
            hint = f"did you mean {near}?" if near else "a word of your own templates belongs in theme/words.yaml"
            issues.append(Issue("unknown-key", place, f"no interface word is called {key}", hint))
            continue
        if isinstance(value, Scalar) and "en" not in languages:
            value = Mapping({"zh": value}, {"zh": value.place}, value.place)
        wrong = list(_wrong(key, value, place, below, languages))
        issues += wrong
        if not wrong:
            words[key] = _word(value, place, below)
    return issues


def _given(value: Node) -> dict[str, str]:
    items = value.items.items() if isinstance(value, Mapping) else ()
    return {name: item.value for name, item in items if isinstance(item, Scalar) and item.value}


def _wrong(
    key: str, value: Node, place: SourcePosition, below: Word | None, languages: Collection[str]
) -> Iterator[Issue]:
    """What is wrong with a word by itself."""
    named = value.key_places if isinstance(value, Mapping) else {}
    strange = [name for name in named if name not in LANGUAGES]
    given = _given(value)
    needed = named if below and given else languages
    missing = [language for language in LANGUAGES if language in needed and language not in given]
    if strange:
        hint = "words that hold a comma or a colon must stand in quotes"
        yield Issue("unknown-key", named[strange[0]], f"{key} has no language {strange[0]!r}", hint)
    elif missing:
        yield Issue("string-missing", place, f"the interface word {key} is missing in {', '.join(missing)}", _HINT)
    for language, text in given.items():
        # What Python could do with more, such as {count:>999999999}, is nothing that words need.
        more = next((field for _, field in _fields(text) if set(field) & set(".[!:")), None)
        if more is not None:
            message = f"the {language} of {key} holds {{{more}}}, and only a name may stand in braces"
            yield Issue("string-missing", place, message, "write {{ and }} for braces themselves")
        elif _is_unpaired(text) and (below and below.names or re.search(r"\{\w|\w\}", text)):
            names = sorted(below.names if below else {name for one in given.values() for name in names_in(one)})
            hint = f"a brace stands alone: write {in_braces(names) or '{…}'}, with both"
            yield Issue("string-missing", place, unfit(language, key, names, text), hint)
    yield from () if below else _unlike(key, given, place)
    told = next((language for language in given if below and _lost(below.text[language], given[language])), "")
    if below and told:
        lost = in_braces(_lost(below.text[told], given[told]))
        message = f"the {told} of {key} leaves out {lost}, which the page puts into it"
        yield Issue("string-missing", place, message, f"write {lost} where it belongs, as in: {below.text[told]}")


def _unlike(key: str, given: dict[str, str], place: SourcePosition) -> Iterator[Issue]:
    """What is told of a word that leaves out in a language what another names, or in its form for several things."""
    if any(map(_is_unpaired, given.values())):
        return
    every = {name for text in given.values() for name in names_in(text)}
    for language, text in given.items():
        one, _, many = text.partition("|")
        for lacking, who in (
            (every - names_in(text), "another language"),
            (names_in(one) - names_in(many or one), "it"),
        ):
            if lacking:
                lost = in_braces(sorted(lacking))
                message = f"the {language} of {key} leaves out {lost}, which {who} names"
                yield Issue("string-missing", place, message, f"write {lost} where it belongs, in each of its forms")


def _lost(before: str, text: str) -> list[str]:
    """The names that a text had and has no more; none of one that is wrong otherwise, which its uses tell."""
    named = names_in(text)
    is_whole = named <= names_in(before) and not _is_unpaired(text)
    return sorted(names_in(before) - named) if is_whole else []


def _is_unpaired(text: str) -> bool:
    """True of a text with a brace that stands alone: what is put into it would stand nowhere, and the brace be seen."""
    try:
        return not all(True for _ in Formatter().parse(text))
    except ValueError:
        return True


def _word(value: Node, place: SourcePosition, below: Word | None) -> Word:
    given = _given(value)
    if below:
        return Word(Bilingual(given.get("zh", below.text.zh), given.get("en", below.text.en)), place, below.names)
    both = Bilingual(given["zh"], given.get("en", ""))
    return Word(both, place, names_in(both.zh) | names_in(both.en))


def names_in(text: str) -> frozenset[str]:
    """The names between braces; none where the braces do not pair, since such a text is shown as it stands."""
    return frozenset(name for name, _ in _fields(text))


def _fields(text: str) -> list[tuple[str, str]]:
    """What stands between braces, each with its name; nothing where the braces do not pair."""
    if "{" not in text and "}" not in text:
        return []
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return []
    return [
        (name, name + f"!{turned}" * bool(turned) + f":{form}" * bool(form))
        for _, name, form, turned in parts
        if name is not None
    ]
