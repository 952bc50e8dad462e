"""What a site keeps under its own theme and no page uses: most often a name that is misspelt.

Told is only what is sure: not where a template names others, files or words in a way that only a page knows. What is
wrong with templates that are used is left to `wording` and `render`.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from ..issues import Issue
from ..project import is_litter
from ..text.near import GUESSED, nearest, some_of
from .theme import UNREADABLE, Theme, tree_of
from .wording import CALLS_IN_TEMPLATES, keys_asked, template_keys, uses_in_code

_WORDS, _STATIC = "words.yaml", "static"


def unused_issues(theme: Theme) -> Iterator[Issue]:
    """Each file and word of a site's own theme that no page uses."""
    own = [folder for folder in theme.folders if folder.resolve() != theme.project.whole_theme.resolve()]
    templates = _used_templates(theme) if own else None
    if templates is None:
        return
    calls = [call for called in templates.values() for call in called]
    assets, words = _asked(calls, ("asset", "address")), _asked(calls, CALLS_IN_TEMPLATES)
    used = {*templates, _WORDS, *(f"{_STATIC}/{name}" for name in assets or ())}
    for folder in own:
        for name in _names(folder):
            if name not in used and (assets is not None or not name.startswith(_STATIC)):
                yield _unused(theme, folder / name, name, used)
    if words is not None:
        yield from _unused_words(theme, words, own)


def _names(folder: Path) -> Iterator[str]:
    """The files of a folder by their paths in it, but those that are for people and for editors."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        for_people = path.name.startswith(("README", "LICENSE")) or is_litter(path.name)
        if path.is_file() and not for_people:
            yield name


def _unused(theme: Theme, path: Path, name: str, used: Collection[str]) -> Issue:
    alike = sorted(one for one in used if one.rpartition("/")[2] == path.name)
    near = alike[0] if alike else nearest(name, used)
    hint = f"did you mean {near}?" if near else f"what pages use: {some_of(used, name)}"
    return Issue("theme-unused", theme.place(path), f"no page uses {name}", hint)


@functools.lru_cache(maxsize=256)
def _named_and_called(source: str, name: str, path: Path) -> tuple[frozenset[str | None], tuple[nodes.Call, ...]]:
    """The templates that a template names, None for what only a page knows, and the calls in it."""
    tree = tree_of(source, name, path)
    return frozenset(meta.find_referenced_templates(tree)), tuple(tree.find_all(nodes.Call))


def _used_templates(theme: Theme) -> dict[str, tuple[nodes.Call, ...]] | None:
    """The templates that pages use, be it through others, with the calls in each; None where only a page knows."""
    found: dict[str, tuple[nodes.Call, ...]] = {}
    waiting = [path.name for path in theme.project.whole_theme.glob("*.html")]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            source = theme.source(name)[0]
            if source is None:
                return None
            named, found[name] = _named_and_called(source, name, theme.template(name))
        except (OSError, jinja2.TemplateSyntaxError, *UNREADABLE):
            return None  # that this one cannot be read is told elsewhere
        if None in named:
            return None
        waiting += filter(None, named)
    return found


def _asked(calls: Iterable[nodes.Call], functions: Collection[str]) -> set[str] | None:
    """The names that templates give to functions, None where only a page knows."""
    found: set[str] = set()
    for call in calls:
        if isinstance(call.node, nodes.Name) and call.node.name in functions and call.args:
            names = [name for key in template_keys(call.args[0]) for name in keys_asked(key)]
            if not names:
                return None
            found.update(names)
    return found


def _unused_words(theme: Theme, asked: Collection[str], own: Collection[Path]) -> Iterator[Issue]:
    """The words that stand in a site's own files and that neither a template nor the code asks for."""
    files = {theme.place(folder / _WORDS).path for folder in own}
    used = {*asked, *(key for use in uses_in_code() for key in use.keys)}
    unused = sorted(key for key in theme.words.keys() - used if theme.words[key].place.path in files)
    for number, key in enumerate(unused):
        near = nearest(key, used) if number < GUESSED else ""
        hint = f"did you mean {near}?" if near else "take it out, or name it in a template of your own"
        yield Issue("theme-unused", theme.words[key].place, f"no page uses the word {key}", hint)
