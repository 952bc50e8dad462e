"""The map of the program: its layers from the lowest up. A module imports only from layers below its own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import TOP

PACKAGE = TOP / "duizhao"

# What a layer is for, and its modules.
LAYERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "what stands alone: a mistake, folded text, figures, marked text",
        ("issues", "text", "figures", "markup", "index"),
    ),
    ("what stands alone on the way out: views, static files, the writer", ("views", "assets", "output")),
    ("one thing read: YAML, a capture, a quote, an English number", ("yamlio", "clean", "anchor", "english")),
    ("records with their keys and types", ("schema",)),
    ("the content as values, and how values are said", ("model", "strings")),
    ("what a person may write, what joins the records, where pages lie", ("shapes", "link", "urls")),
    ("what is made of it: a report read, rules held, downloads, an edition", ("reading", "check", "export", "edition")),
    ("all files read; what an edition is made with; the manual", ("load", "charts", "search", "render", "manual")),
    ("pages that lean on no others", ("pages.prose", "pages.follow")),
    ("pages that other pages show in part", ("pages.report",)),
    ("pages on one subject", ("pages.subjects",)),
    ("pages over all", ("pages.compare", "pages.search", "pages.site")),
    ("the pipeline", ("build",)),
    ("the terminal", ("cli",)),
)
LEVEL = {module: level for level, (_, modules) in enumerate(LAYERS) for module in modules}
# A module's name without the package's: duizhao/pages/site.py is pages.site. The packages' own files hold no code.
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.name != "__init__.py"
}


def imported(module: str, tree: ast.Module) -> Iterator[str]:
    """The modules of the package that a module's tree imports, wherever in it."""
    package = ["duizhao", *module.split(".")[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found = [f"{base}.{alias.name}" if f"{base}.{alias.name}" in _FULL else base for alias in node.names]
        else:
            continue
        yield from (name.removeprefix("duizhao.") for name in found if name.startswith("duizhao"))


_FULL = {f"duizhao.{module}" for module in MODULES}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def test_every_module_has_one_place_in_the_table_and_every_place_a_module() -> None:
    placed = [module for _, modules in LAYERS for module in modules]
    assert sorted(placed) == sorted(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_lower_layers(module: str) -> None:
    upward = [name for name in imported(module, parsed(MODULES[module])) if LEVEL[name] >= LEVEL[module]]
    assert upward == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=lambda path: path.parent.name)
def test_a_package_s_own_file_holds_no_code(path: Path) -> None:
    assert [type(node) for node in parsed(path).body if not isinstance(node, ast.Expr)] == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_opens_with_a_sentence_on_what_it_is_for(module: str) -> None:
    opening = (ast.get_docstring(parsed(MODULES[module])) or "").split("\n\n")[0]
    assert opening.endswith((".", ":"))


@pytest.mark.parametrize(
    ("module", "line", "names"),
    [
        ("anchor", "from .text import folded", ["text"]),
        ("anchor", "from . import shapes, views", ["shapes", "views"]),
        ("anchor", "import duizhao.load", ["load"]),
        ("anchor", "from duizhao.load import library_of", ["load"]),
        ("anchor", "def late():\n    from .load import library_of", ["load"]),
        ("anchor", "import re\nfrom pathlib import Path", []),
        ("pages.site", "from ..edition import Edition\nfrom .prose import introduction", ["edition", "pages.prose"]),
    ],
)
def test_an_import_is_seen_in_whatever_way_it_is_written(module: str, line: str, names: list[str]) -> None:
    assert list(imported(module, ast.parse(line))) == names
