"""What pages are made with: templates, static files and interface words, a site's own in place of the package's.

What is made with them is left to `render`.
"""

from __future__ import annotations

import functools
import pickle
import re
import sys
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.loaders import split_template_path

from ..cache import digest
from ..content.schema import Bilingual
from ..content.text_files import template_of, text_of_theme
from ..content.vocabulary import LANGUAGES
from ..content.words import Word, words_of
from ..issues import Issue, SourcePosition
from ..project import Project, package_theme
from . import templating
from .assets import Assets, assets_of
from .templating import Templates, lines_once, rows_once, scripted

# What a template can come to that has no end. One that only takes long is its maker's own program, and is waited for.
EXHAUSTED = (RecursionError, MemoryError)
ENDLESS = "this is nested too deep to be read, or calls itself without an end"
# What else than its syntax keeps a template from being read: a number of 5,000 digits, 30 loops in each other.
UNREADABLE = (SyntaxError, ValueError, ArithmeticError, *EXHAUSTED)


def unreadable(error: Exception) -> str:
    """What is wrong with a template that raises such an error as it is read."""
    match error:
        case RecursionError():
            return ENDLESS
        case MemoryError():
            return "this takes more memory than there is"
        case SyntaxError():
            return f"this cannot be compiled: {error.msg}"
    return f"this cannot be read: {error}"


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme of a project, and the folders in which its files are looked for, the first first."""

    project: Project
    folders: tuple[Path, ...]
    templates: jinja2.Environment
    assets: Assets
    words: Mapping[str, Word]
    _paths: dict[str, Path] = field(default_factory=dict, init=False, repr=False, compare=False)
    _sources: dict[str, tuple[str | None, tuple[Issue, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def strings(self) -> dict[str, Bilingual]:
        """The texts of the words."""
        return {key: word.text for key, word in self.words.items()}

    def template(self, name: str) -> Path:
        """The file of a template, looked for once; that of the whole theme where no folder has one."""
        if name not in self._paths:
            paths = [folder / name for folder in self.folders]
            self._paths[name] = next((path for path in paths if path.is_file()), paths[-1])
        return self._paths[name]

    def source(self, name: str) -> tuple[str | None, tuple[Issue, ...]]:
        """The text of a template, read once; None where its file cannot be read as one, and why."""
        if name not in self._sources:
            path = self.template(name)
            self._sources[name] = template_of(self.project.shown(path), path.read_bytes())
        return self._sources[name]

    def place_of(self, line: SourcePosition, words: str) -> SourcePosition:
        """Where words first stand in a line of a template; the line's beginning where they do not."""
        path = self.project.top / line.path
        lines = path.read_text("utf-8").split("\n") if path.is_file() else []
        at = lines[line.line - 1].find(words) if line.line <= len(lines) else -1
        return SourcePosition(line.path, line.line, max(at, 0) + 1)

    def place(self, path: str | Path, line: int = 1, col: int = 1) -> SourcePosition:
        """A place in a file of the theme."""
        return SourcePosition(self.project.shown(Path(path)), line, col)


def theme_of(project: Project, languages: Collection[str] = LANGUAGES) -> tuple[Theme, list[Issue]]:
    """The theme of a project, its words demanded in some languages; what is wrong with its words and static files."""
    words, issues = words_of(project, languages)
    folders = project.themes
    assets, odd = assets_of(*(folder / "static" for folder in folders), shown=project.shown)
    return Theme(project, folders, environment(*folders), assets, words), [*issues, *odd]


class Unindented(Extension):
    """Templates without their indents, which show their readers what stands in what and are nothing of the page."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return re.sub(r"(?m)^[ \t]+", "", source)


class _Compiled(jinja2.BytecodeCache):
    """Each template compiled once a process: for its check, and for every site that is made with it.

    Those of the package lie beside what Python keeps of the package, and are as safe as that; none of a project does.
    """

    _OWN = "own-"

    def __init__(self) -> None:
        self._newest: dict[str, tuple[str, CodeType | None]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is called here, those of the package so that they are known."""
        is_own = filename is not None and Path(filename).resolve().parent == package_theme()
        return self._OWN * is_own + super().get_cache_key(name, filename)

    def get_source_checksum(self, source: str) -> str:
        """The hash of a template's text and of the way in which templates are compiled."""
        return f"{_way_of_compiling()} {super().get_source_checksum(source)}"

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._newest.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
            return
        if bucket.key.startswith(self._OWN):
            with suppress(OSError, EOFError, ValueError, TypeError, LookupError, pickle.UnpicklingError):
                _kept_compiled().load_bytecode(bucket)
        if bucket.code:
            self._newest[bucket.key] = bucket.checksum, bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._newest[bucket.key] = bucket.checksum, bucket.code
        if bucket.key.startswith(self._OWN) and not sys.dont_write_bytecode:
            with suppress(OSError):
                _kept_compiled().dump_bytecode(bucket)


@functools.cache
def _kept_compiled() -> jinja2.FileSystemBytecodeCache:
    """Where templates of the package lie compiled, for this Python."""
    folder = Path(cache_from_source(__file__)).parent
    return jinja2.FileSystemBytecodeCache(str(folder), f"%s.{sys.implementation.cache_tag}.template")


@functools.cache
def _way_of_compiling() -> str:
    """The hash of what compiles templates: the library, and what of this package it is given."""
    ours = (Path(path).read_bytes() for path in (__file__, templating.__file__))
    return digest((jinja2.__version__.encode(), *ours))


_COMPILED = _Compiled()


def environment(*folders: Path) -> jinja2.Environment:
    """The templates of folders, the first that has one first: what is not defined is an error, all is escaped."""
    made = Templates(
        extensions=[Unindented],
        loader=_Templates(folders),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
    )
    made.filters.update(scripted=scripted, lines_once=lines_once, rows_once=rows_once, thousands="{:,}".format)
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    return made


@functools.lru_cache(maxsize=256)
def tree_of(source: str, name: str, path: Path) -> nodes.Template:
    """A template as its parser reads it, once for all who look through it, none of whom may change it."""
    return environment().parse(source, name, str(path))


class _Templates(jinja2.FileSystemLoader):
    """The templates of folders, their bytes read as those of all files of text are."""

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """A template's text and path. What is wrong with the bytes is told by `Theme.source`, with its place."""
        paths = (Path(folder, *split_template_path(template)) for folder in self.searchpath)
        path = next((path for path in paths if path.is_file()), None)
        if path is None:
            raise jinja2.TemplateNotFound(template)
        text, issues = text_of_theme(template, path.read_bytes())
        if text is None:
            raise jinja2.TemplateError(issues[0].message)
        return text, str(path), lambda: True
