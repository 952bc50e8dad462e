"""A project: the folder that a person keeps for a site, and the theme that its pages are made with.

What the files hold is left to the rooms that read them.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

# What macOS, Windows, archives and stores leave beside the files of a person.
_LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "@eadir", "$recycle.bin"})


def is_litter(name: str) -> bool:
    """True of the name of a file or folder that no person made: ._a.md, .DS_Store, Thumbs.db, a.md~, .a.swp, #a.md#."""
    backup = name.endswith(("~", ".bak", ".orig", ".swp", ".tmp")) or (name.startswith(("#", "~$")))
    return name.startswith(".") or backup or name.lower() in _LITTER


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project: `content/`, which must be there, `theme/`, which may be, and what is made."""

    top: Path
    whole_theme: Path

    @property
    def content(self) -> Path:
        return self.top / "content"

    @property
    def out(self) -> Path:
        """Where the site goes unless another folder is named."""
        return self.top / "site"

    @property
    def themes(self) -> tuple[Path, ...]:
        """The folders in which a template, a static file or a word is looked for, in this order.

        A project's `theme/` holds single files in place of the whole theme's; `templates/` is the theme of a checkout.
        """
        own = tuple(path for name in ("theme", "templates") if (path := self.top / name).is_dir())
        whole = any(path.samefile(self.whole_theme) for path in own)
        return own if whole else (*own, self.whole_theme)

    def shown(self, path: Path) -> str:
        """A path as places give it: from the project's top, or whole where it lies outside."""
        if _is_within(path, self.top):
            return path.relative_to(self.top).as_posix()
        outer = self.top.resolve()
        if _is_within(path, self.whole_theme):
            return _shown_of_package(outer, self.whole_theme, path)
        return _shown(outer, path.resolve(), path)


# Asked of every template and static file in every build.


@functools.lru_cache(maxsize=1024)
def _is_within(path: Path, folder: Path) -> bool:
    return path.is_relative_to(folder)


@functools.lru_cache(maxsize=1024)
def _shown_of_package(outer: Path, theme: Path, path: Path) -> str:
    """A path in the theme that the package carries, which stays where it is."""
    return _shown(outer, theme.resolve() / path.relative_to(theme), path)


def _shown(outer: Path, inner: Path, path: Path) -> str:
    return inner.relative_to(outer).as_posix() if inner.is_relative_to(outer) else path.as_posix()


def project_at(top: Path) -> Project:
    """The project in a folder, with the package's own theme."""
    return Project(top, package_theme())


def package_theme() -> Path:
    """The theme that the package carries; in a checkout the folder `templates/` beside the package."""
    package = Path(__file__).resolve().parent
    carried = package / "theme"
    return carried if carried.is_dir() else package.parent / "templates"
