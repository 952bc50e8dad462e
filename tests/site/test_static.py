"""Styles and scripts: what the checks of the browser rest on, and what pages from a folder on disk can run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ..conftest import TOP

STATIC = TOP / "templates" / "static"
# What pages have only while they are served keeps to the same.
SERVED = sorted((TOP / "duizhao" / "serving" / "static").glob("*.js"))
STYLES, SCRIPTS = sorted(STATIC.glob("*.css")), sorted(STATIC.glob("*.js"))
# A rule's selectors and declarations, in a style sheet as it is formatted; nested rules are found by themselves.
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
DARK = (':root:not([data-theme="light"])', ':root[data-theme="dark"]')


def rules(style: str) -> list[tuple[str, dict[str, str]]]:
    """The innermost rules of a style sheet: selectors, and values by property."""
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return [
        (" ".join(selectors.split()), dict(re.findall(r"([-\w]+)\s*:\s*([^;]+?)\s*;", body)))
        for selectors, body in RULE.findall(bare)
    ]


def schemes() -> list[tuple[str, dict[str, str]]]:
    return [rule for rule in rules((STATIC / "tokens.css").read_text("utf-8")) if rule[0] in DARK]


def test_the_dark_scheme_is_the_same_for_the_system_s_wish_and_for_the_reader_s() -> None:
    assert [selector for selector, _ in schemes()] == list(DARK)
    assert schemes()[0][1] == schemes()[1][1]


def test_a_scheme_changes_colours_and_shadows_and_nothing_else() -> None:
    tokens = dict(schemes()[0][1])
    assert tokens.pop("color-scheme") == "dark"
    shadows = {name for name, value in tokens.items() if not re.fullmatch(r"#[0-9a-f]{6}", value)}
    assert tokens and all(name.startswith("--") for name in tokens)
    for path in STYLES:
        text = path.read_text("utf-8")
        used = [
            name for _, body in rules(text) for name, value in body.items() if any(f"({s})" in value for s in shadows)
        ]
        assert set(used) <= {"box-shadow"}, path.name
        asks = len(re.findall(r"prefers-color-scheme|prefers-contrast|data-theme|light-dark\(", text))
        assert asks == (4 if path.name == "tokens.css" else 0), path.name


def test_every_name_in_a_style_is_written_somewhere() -> None:
    rooms = [(TOP / "templates", "**/*.html"), (TOP / "duizhao", "**/*.py")]
    writers = [*SCRIPTS, *SERVED, *(path for top, files in rooms for path in top.glob(files))]
    text = " ".join(path.read_text("utf-8") for path in writers)
    words = {*re.findall(r"[\w-]+", text), "page-themes"}  # the list of themes is called so by its kind
    words |= {f"data-{name}" for name in re.findall(r"\bdataset\.(\w+)", text)}
    words |= {f"aria-{name.lower()}" for name in re.findall(r"\.aria([A-Z]\w+)", text)}
    for path in [*STYLES, *(TOP / "duizhao" / "serving" / "static").glob("*.css")]:
        selectors = [selector for selector, _ in rules(path.read_text("utf-8"))]
        names = {name for one in selectors for name in re.findall(r"(?:[.#]|\[)([a-z][\w-]*)", one)}
        assert names and names <= words, path.name


@pytest.mark.parametrize("path", [*SCRIPTS, *SERVED], ids=lambda path: path.name)
def test_a_script_is_classic_runs_no_text_as_code_fetches_nothing_and_asks_for_no_width_or_scheme(path: Path) -> None:
    text = path.read_text("utf-8")
    assert '\n  "use strict";\n' in text
    assert not re.search(r"^\s*(?:import|export)\b", text, re.MULTILINE)
    assert not re.search(r"innerWidth|outerWidth|clientWidth|matchMedia|\"resize\"|ResizeObserver|screen\.", text)
    assert not re.search(
        r"\beval\b|new Function|WebAssembly|\bfetch\(|XMLHttpRequest|\bimport\b|(?:inner|outer)HTML|https?:", text
    )
