"""The map of the program: its layers from the lowest up. A module imports only from layers below its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from .conftest import TOP

PACKAGE = TOP / "duizhao"

# The wings from the lowest up, and what each is for. A module of a wing may import from its own wing (where that makes
# no circle) and from the wings above it in this table.
LAYERS: tuple[tuple[str, str], ...] = (
    ("codes", "the kinds of mistakes, with an example each"),
    ("issues", "mistakes as values"),
    ("project", "the folders of a project, and its theme's"),
    ("kept", "files that stand as they are to be"),
    ("replacing", "files replaced, all or none, where they are what was read"),
    ("cache", "results remembered by what they were made of"),
    ("beside", "a second process"),
    ("progress", "the clock, and a line on the terminal"),
    ("collecting", "when Python looks for what is left in cycles"),
    ("text", "characters into values; knows no content"),
    ("prose", "Markdown read strictly; knows no content"),
    ("content", "what a person writes, as records"),
    ("corpus", "all reports together: joins, arithmetic, rules"),
    ("downloads", "tables, their description, the calendar"),
    ("search", "what the search page looks through"),
    ("suggest", "what a program proposes for a report"),
    ("pages", "a frozen view for each page kind"),
    ("site", "from views to a folder"),
    ("importers", "from a capture of any kind to a report's folder"),
    ("scaffold", "the first files of a new site, and further records"),
    ("doors", "a report out to other annotation tools, and what was marked there back"),
    ("pipeline", "the order and nothing else"),
    ("at_once", "what can be told of a save before a whole build"),
    ("serving", "the site served on this machine while it is written"),
    ("options", "commands as dataclasses"),
    ("commands", "what commands share"),
    ("making", "the commands that make content"),
    ("suggesting", "the commands that propose and take over"),
    ("showing", "the command that serves"),
    ("exchanging", "the commands to and from other annotation tools"),
    ("cli", "the terminal"),
    ("__main__", "python -m duizhao"),
)
LEVEL = {wing: level for level, (wing, _) in enumerate(LAYERS)}
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


def test_every_module_stands_in_a_wing_of_the_table_and_every_wing_has_modules() -> None:
    assert {module.split(".")[0] for module in MODULES} == set(LEVEL)


def test_a_module_imports_only_from_its_own_wing_and_those_below() -> None:
    level = {module: LEVEL[module.split(".")[0]] for module in MODULES}
    arrows = ((module, name) for module, path in MODULES.items() for name in imported(module, parsed(path)))
    assert [(module, name) for module, name in arrows if LEVEL[name.split(".")[0]] > level[module]] == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    graph = {module: set(imported(module, parsed(path))) & set(MODULES) for module, path in MODULES.items()}
    assert tuple(TopologicalSorter(graph).static_order())  # raises CycleError with the circle


# What rooms of pages share; every other room, or folder of rooms, is of one page kind.
SHARED_BY_PAGES = {"addresses", "charts", "context", "frame", "markup", "parts"}
ALL_PAGES = "kinds"  # the one that names every page kind


def page_kind(module: str) -> str:
    """The page kind that a room of pages belongs to: `report` for pages.report.card; '' for what pages share."""
    wing, _, rest = module.partition(".")
    room = rest.split(".")[0]
    return room if wing == "pages" and room not in SHARED_BY_PAGES else ""


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("pages.")])
def test_no_page_leans_on_another_page_and_what_pages_share_leans_on_none(module: str) -> None:
    kinds = {page_kind(name) for name in imported(module, parsed(MODULES[module])) if name in MODULES} - {""}
    assert page_kind(module) == ALL_PAGES or kinds <= {page_kind(module)}


def test_every_page_kind_is_made() -> None:
    made = {page_kind(name) for name in imported(f"pages.{ALL_PAGES}", parsed(MODULES[f"pages.{ALL_PAGES}"]))}
    assert made - {""} == {page_kind(module) for module in MODULES} - {"", ALL_PAGES}


def mapped(text: str) -> Iterator[str]:
    """The modules that the map names: the rooms of a wing under its heading, `text/`, those of no wing elsewhere."""
    wing = ""
    for line in text.split("\n"):
        if line.startswith("## "):
            folder = re.match(r"## (\w+)/", line)
            wing = f"{folder[1]}." if folder else ""
        elif line.startswith("| `"):
            yield from (wing + name.replace("/", ".") for name in re.findall("`([^`]+)`", line.split("|")[1]))


def test_the_map_names_every_module_once_under_its_wing_and_no_other() -> None:
    assert sorted(mapped((PACKAGE / "README.md").read_text("utf-8"))) == sorted(MODULES)


def test_the_map_has_the_wings_in_their_order() -> None:
    wings = [name.split(".")[0] for name in mapped((PACKAGE / "README.md").read_text("utf-8"))]
    assert list(dict.fromkeys(wings)) == list(LEVEL)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=lambda path: path.parent.name)
def test_a_package_s_own_file_holds_no_code(path: Path) -> None:
    assert [type(node) for node in parsed(path).body if not isinstance(node, ast.Expr)] == []


def test_no_module_has_more_than_400_lines_and_no_function_more_than_50() -> None:
    long = {name: size for name, size in sizes(PACKAGE) if size > (50 if ":" in name else 400)}
    assert long == {}


def test_the_size_of_a_module_and_of_a_function_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "class A:\n    @property\n    def b(self):\n        return 1\n\n\nasync def c(): ...\n"
    )
    assert dict(sizes(tmp_path)) == {"a.py": 7, "a.py:b": 3, "a.py:c": 1}


def sizes(folder: Path) -> Iterator[tuple[str, int]]:
    """How many lines each module has, and each function and method, with what decorates it."""
    for path in sorted(folder.rglob("*.py")):
        text, name = path.read_text("utf-8"), path.relative_to(folder).as_posix()
        yield name, text.count("\n")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = min([node.lineno, *(part.lineno for part in node.decorator_list)])
                yield f"{name}:{node.name}", (node.end_lineno or 0) - first + 1


def test_a_module_opens_with_a_sentence_on_what_it_is_for() -> None:
    openings = {name: (ast.get_docstring(parsed(path)) or "").split("\n\n")[0] for name, path in MODULES.items()}
    assert [name for name, opening in openings.items() if not opening.endswith((".", ":"))] == []


@pytest.mark.parametrize(
    ("module", "line", "names"),
    [
        ("text.anchor", "from .fold import fold_widths", ["text.fold"]),
        ("text.anchor", "from . import fold, cleanup", ["text.fold", "text.cleanup"]),
        ("text.anchor", "import duizhao.content.files", ["content.files"]),
        ("text.anchor", "from duizhao.content.files import library_of", ["content.files"]),
        ("text.anchor", "def late():\n    from ..content.files import library_of", ["content.files"]),
        ("text.anchor", "import re\nfrom pathlib import Path", []),
        ("pages.site", "from ..issues import Issue\nfrom .prose import introduction", ["issues", "pages.prose"]),
    ],
)
def test_an_import_is_seen_in_whatever_way_it_is_written(module: str, line: str, names: list[str]) -> None:
    assert list(imported(module, ast.parse(line))) == names
