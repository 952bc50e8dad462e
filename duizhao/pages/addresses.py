"""Where every page lies, and relative addresses between them.

An address is a path from the site's top to a file (`reports/x/index.html`), with a fragment where wanted; links
name the file, so that the site works from a folder on disk.
"""

from __future__ import annotations

from collections.abc import Iterable

INDEX = "index.html"
NOT_FOUND = "404.html"  # what a host shows for an address that has no page


def page_path(language: str, default_language: str, *parts: str) -> str:
    """The path of a page in a language: `compare/index.html`, `zh/compare/index.html`.

    The last part may name the file: `reports/x/continued-2.html`.
    """
    folder = () if language == default_language else (language,)
    file = () if parts and parts[-1].endswith(".html") else (INDEX,)
    return "/".join((*folder, *parts, *file))


def folder_of(path: str) -> str:
    """The folder of a page, with its stroke: `compare/` of `compare/index.html`, '' of the home page."""
    return path.removesuffix(INDEX)


def public_address(base_url: str, path: str) -> str:
    """The full address of a path with or without fragment, as others cite it: without the file's name."""
    page, mark, fragment = path.partition("#")
    return base_url + folder_of(page) + mark + fragment


def relative(source: str, target: str) -> str:
    """The address of `target` (path with or without fragment) as a link on the page at `source`."""
    path, mark, fragment = target.partition("#")
    if path == source and mark:
        return f"#{fragment}"
    here, there = source.split("/"), path.split("/")
    shared = 0
    for own, other in zip(here[:-1], there[:-1], strict=False):
        if own != other:
            break
        shared += 1
    return "../" * (len(here) - 1 - shared) + "/".join(there[shared:]) + mark + fragment


def other_languages(language: str, languages: Iterable[str]) -> tuple[str, ...]:
    """The languages but this one."""
    return tuple(name for name in languages if name != language)
