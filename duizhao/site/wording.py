"""The interface words that templates and code name: that each is there, and names nothing but what is put into it.

The code is read for its calls of `words(…)` and `word(…)`, and the templates for theirs of `word(…)` and `label(…)`, so
that a word which no page of this content happens to show is looked at too.
"""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2
from jinja2 import nodes

from ..content.locale import WordError, Words, in_braces, unfit
from ..content.page_names import FOOT, SECTIONS
from ..content.places import SORTS_OF_PLACES
from ..content.schema import Bilingual
from ..content.vocabulary import (
    APART_KINDS,
    ARITHMETIC,
    ASPECTS,
    CHECKS,
    DROP_REASONS,
    EVIDENCE,
    GROUNDS,
    INITIATIVE_KINDS,
    KINDS,
    LANGUAGES,
    LEVELS,
    NUMBER_REASONS,
    OPERATORS,
    PERIOD_BASES,
    READINGS,
    REPORT_KINDS,
    STRENGTHS,
    TERM_SOURCES,
)
from ..content.words import names_in
from ..content.written import Printed
from ..downloads.collation_table import COLUMNS
from ..downloads.columns import TYPES, family_of
from ..downloads.tables import TABLES
from ..downloads.texts import TEXT_KINDS
from ..issues import Issue, SourcePosition
from ..pages.compare_theme import REASONS
from ..pages.parts.splits import PARTED_BY
from ..pages.parts.unproved import FACTS, UNPROVED
from ..pages.prose import AGREEMENT, PAIRING
from ..pages.report.apparatus import PROVENANCE
from ..pages.report.cite_forms import SENTENCES
from ..project import is_litter
from ..text.cleanup import FATES, STEPS
from ..text.rewording_kinds import CHANGES
from .theme import UNREADABLE, Theme, tree_of, unreadable

CALLS_IN_CODE = ("words", "word", "other_word")
CALLS_IN_TEMPLATES = ("word", "label")
_TO_SCRIPT = re.compile(r"\bdata-[-\w]*=\"[^\"]*$")  # before a call in an attribute that a script reads
_FILLING = ("replace", "format")  # filters that put something into words
_CALL = re.compile(rf"(?:{'|'.join(CALLS_IN_CODE)})\s*\(")
# The vocabularies that the codebook explains: every code has a word and a sentence.
EXPLAINED = {
    "kind": KINDS,
    "operator": OPERATORS,
    "aspect": ASPECTS,
    "strength": STRENGTHS,
    "evidence": EVIDENCE,
    "arithmetic": ARITHMETIC,
    "reading": READINGS,
}
_COLUMNS = (*(column for table in TABLES for column in table.columns), *COLUMNS)
_CODED = (*EXPLAINED.items(), *((family_of(c), c.codes) for c in _COLUMNS))
_SUBJECTS = ("districts", "themes", "indicators", "initiatives", "terms")
_TALLIES = (
    *("characters", "paragraphs", *READINGS, *(f"{kind}s" for kind in KINDS), "undated"),
    *("measures", "numbers", "unaccounted", "translated", "compared"),
)


def _each(pattern: str, codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(pattern.format(code) for code in codes)


# The words whose keys are put together while the pages are made: the key as code and templates write it, with {} for
# what stands there then, and every key that it can come to.
FAMILIES: dict[str, tuple[str, ...]] = {
    **{f"{name}.{{}}": _each(f"{name}.{{}}", codes) for name, codes in EXPLAINED.items()},
    **{f"{name}.{{}}.doc": _each(f"{name}.{{}}.doc", codes) for name, codes in EXPLAINED.items()},
    "{}.{}": tuple(dict.fromkeys(key for name, codes in _CODED for key in _each(f"{name}.{{}}", codes))),
    "{}.{}.doc": tuple(key for name, codes in EXPLAINED.items() for key in _each(f"{name}.{{}}.doc", codes)),
    "kind.{}s": _each("kind.{}s", KINDS),
    "kind.{}.short": _each("kind.{}.short", KINDS),
    "vocabulary.{}": _each("vocabulary.{}", (*EXPLAINED, "modal")),
    "report.{}": _each("report.{}", REPORT_KINDS),
    "basis.{}": _each("basis.{}", ("printed", *PERIOD_BASES)),
    "initiative.{}": _each("initiative.{}", (*INITIATIVE_KINDS, "aliases", "not")),
    "initiative-kind.{}": _each("initiative-kind.{}", INITIATIVE_KINDS),
    "ground.{}": _each("ground.{}", GROUNDS),
    "term-source.{}": _each("term-source.{}", TERM_SOURCES),
    "level.{}": _each("level.{}", (*LEVELS, "unknown")),
    "scope.{}": _each("scope.{}", SORTS_OF_PLACES),
    "number.{}": _each("number.{}", NUMBER_REASONS),
    "printed.{}": _each("printed.{}", tuple(key.name for key in Printed.keys)),
    "step.{}": _each("step.{}", STEPS),
    "step.{}.doc": _each("step.{}.doc", (step for step in STEPS if step not in ("drop", "apart"))),
    "reason.{}": _each("reason.{}", DROP_REASONS),
    "apart.{}": _each("apart.{}", APART_KINDS),
    "fate.{}": _each("fate.{}", FATES),
    "provenance.{}": _each("provenance.{}", PROVENANCE),
    "count.{}": _each("count.{}", ("reports", "statements", "observations", "mentions")),
    "description.{}": _each("description.{}", (*_SUBJECTS, "compare")),
    "verify.{}": _each("verify.{}", ("quotes", "figures", "characters", "numbers", "mentions", "links", "absences")),
    "unproved.{}": _each("unproved.{}", UNPROVED),
    "unproved.{}.doc": _each("unproved.{}.doc", UNPROVED),
    "fact.{}": _each("fact.{}", FACTS),
    "tally.{}": _each("tally.{}", _TALLIES),
    "nav.{}": _each("nav.{}", (*SECTIONS, *FOOT)),
    "{}.introduction": _each("{}.introduction", _SUBJECTS),
    "way.{}": _each("way.{}", ("read", "compare", "follow", "search")),
    "way.{}.doc": _each("way.{}.doc", ("read", "compare", "follow", "search")),
    "card.{}": _each("card.{}", CHECKS),
    "cite.{}": _each("cite.{}", SENTENCES),
    "change.{}": _each("change.{}", CHANGES),
    "parallel.{}": _each("parallel.{}", ("left", "right")),
    "pairing.{}": _each("pairing.{}", PAIRING),
    "agreement.{}": _each("agreement.{}", AGREEMENT),
    "reason-five.{}": _each("reason-five.{}", REASONS),
    "reason-five.{}.doc": _each("reason-five.{}.doc", REASONS),
    "parted.{}": _each("parted.{}", PARTED_BY),
    "parted.of-{}": _each("parted.of-{}", PARTED_BY),
    "thread.{}": _each("thread.{}", ("indicator", "initiative")),
    "data.row.{}": _each("data.row.{}", (*(table.name for table in TABLES), "collation")),
    "data.column.{}": _each("data.column.{}", dict.fromkeys(c.word for c in _COLUMNS)),
    "data.document.{}": _each("data.document.{}", LANGUAGES),
    "result.{}": _each("result.{}", EVIDENCE),
    "data.in.{}": _each("data.in.{}", LANGUAGES),
    "data.type.{}": _each("data.type.{}", TYPES),
    "data.file.{}": _each("data.file.{}", TEXT_KINDS),
}


def keys_asked(key: str) -> tuple[str, ...]:
    """Every key that a key or the pattern of a family can come to; none where only the page knows."""
    return FAMILIES.get(key, ()) if "{}" in key else (key,)


@dataclass(frozen=True, slots=True)
class Use:
    """A call for a word: its key, or the pattern of a family, the names of the values that it gives, and its place.

    One that `shows` is a template's, whose words stand on the page as they are, and are not handed to a script.
    """

    key: str
    names: frozenset[str]
    path: Path
    line: int
    col: int
    shows: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that the call can ask for; none where only the page knows."""
        return keys_asked(self.key)


def wording_issues(theme: Theme) -> Iterator[Issue]:
    """What is wrong with the templates of a theme as they are read, and with its words for them and for the code."""
    uses = list(uses_in_code())
    for name in theme.templates.list_templates(filter_func=_is_template):
        source, wrong = theme.source(name)
        yield from wrong
        try:
            uses += uses_in_template(theme, name, source or "")
        except jinja2.TemplateSyntaxError as error:
            place = theme.place(error.filename or theme.template(name), error.lineno)
            yield Issue("template-error", place, error.message or str(error))
        except UNREADABLE as error:
            yield Issue("template-error", theme.place(theme.template(name)), unreadable(error))
    filled: dict[tuple[str, frozenset[str]], None] = {}
    for use in uses:
        for key in use.keys:
            if key not in theme.words:
                yield _missing(key, theme.place(use.path, use.line, use.col))
            elif use.names:
                filled[key, use.names] = None
            elif use.shows and theme.words[key].names:
                yield _unfilled(key, sorted(theme.words[key].names), theme.place(use.path, use.line, use.col))
    for key, names in filled:
        for message in _unfit(key, theme.words[key].text, names):
            yield Issue("string-missing", theme.words[key].place, message)
    for key in theme.words.keys() - {key for key, _ in filled}:
        for message in _strange(key, theme.words[key].text, theme.words[key].names):
            yield Issue("string-missing", theme.words[key].place, message)


def _is_template(name: str) -> bool:
    return name.endswith(".html") and not is_litter(name.rpartition("/")[2])


def _missing(key: str, place: SourcePosition) -> Issue:
    hint = f"add it to the theme's words.yaml: {key}: {{en: …, zh: …}}"
    return Issue("string-missing", place, f"there is no interface word {key}", hint)


def _unfilled(key: str, names: Sequence[str], place: SourcePosition) -> Issue:
    hint = f"write word({key!r}, {', '.join(f'{name}=…' for name in names)}), or take them out of the word"
    return Issue("string-missing", place, f"nothing is put into {in_braces(names)} of the interface word {key}", hint)


@functools.lru_cache(maxsize=4096)
def _unfit(key: str, text: Bilingual, names: frozenset[str]) -> tuple[str, ...]:
    """What is said of a word that cannot be filled with these values, be it the form for one or for several."""
    said = []
    for language in LANGUAGES:
        filled = Words({key: text}, language)
        for count in (1, "2"):
            try:
                filled(key, **{name: count if name == "count" else "" for name in sorted(names)})
            except WordError as error:
                said.append(str(error))
                break
    return tuple(said)


@functools.lru_cache(maxsize=4096)
def _strange(key: str, text: Bilingual, names: frozenset[str]) -> tuple[str, ...]:
    """What is said of a word that takes the place of the theme's and names what that (`names`) did not.

    What is put into it is known to a script only, or nothing is.
    """
    odd = (language for language in LANGUAGES if not names_in(text[language]) <= names)
    return tuple(unfit(language, key, sorted(names), text[language]) for language in odd)


@functools.cache
def uses_in_code() -> tuple[Use, ...]:
    """Every call of `words(…)` or `word(…)` in the package."""
    package = Path(__file__).resolve().parent.parent
    return tuple(use for path in sorted(package.rglob("*.py")) for use in _uses_in_module(path))


def _uses_in_module(path: Path) -> Iterator[Use]:
    source = path.read_text("utf-8")
    if not _CALL.search(source):  # most of the package: to take it apart would be half of a first check
        return
    lines = source.split("\n")
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and call.args and _called(call.func) in CALLS_IN_CODE:
            names = frozenset(value.arg for value in call.keywords if value.arg)
            argument = call.args[0]
            before = lines[argument.lineno - 1].encode()[: argument.col_offset]
            for key in keys_of(argument):
                yield Use(key, names, path, argument.lineno, len(before.decode()) + 1)


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def keys_of(argument: ast.expr) -> Iterator[str]:
    """The keys that an argument can be; {} stands for what only a run knows."""
    match argument:
        case ast.Constant(value=str(key)):
            yield key
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
        case ast.IfExp(body=body, orelse=other):
            yield from keys_of(body)
            yield from keys_of(other)


def uses_in_template(theme: Theme, name: str, source: str) -> tuple[Use, ...]:
    """Every call of a word in a template of this text. Raises TemplateSyntaxError for what cannot be compiled."""
    if not source:
        return ()
    path = theme.template(name)
    if (source, name, path) not in _USES:
        theme.templates.get_template(name)  # finds what parsing does not: filters that are not there
        _USES[source, name, path] = _uses_in_source(source, name, path)
    return _USES[source, name, path]


# Of texts that could be compiled, which are the same from one build to the next of a process.
_USES: dict[tuple[str, str, Path], tuple[Use, ...]] = {}


def _uses_in_source(source: str, name: str, path: Path) -> tuple[Use, ...]:
    tree, lines = tree_of(source, name, path), source.split("\n")
    filled = {call for one in tree.find_all(nodes.Filter) if one.name in _FILLING for call in one.find_all(nodes.Call)}
    uses = []
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in CALLS_IN_TEMPLATES and call.args:
            names = frozenset(value.key for value in call.kwargs)
            for key in template_keys(call.args[0]):
                line = lines[call.lineno - 1]
                col = max(line.find(key.partition("{}")[0]) + 1, 1)
                shows = call not in filled and _TO_SCRIPT.search(line[:col].rpartition("{{")[0]) is None
                uses.append(Use(key, names, path, call.lineno, col, shows))
    return tuple(uses)


def template_keys(argument: nodes.Expr) -> Iterator[str]:
    """The keys that an argument of a template can be; {} stands for what only a page knows."""
    match argument:
        case nodes.Const(value=str(key)):
            yield key
        case nodes.Concat(nodes=parts):
            yield "".join(str(part.value) if isinstance(part, nodes.Const) else "{}" for part in parts)
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from template_keys(one)
            if other is not None:
                yield from template_keys(other)
