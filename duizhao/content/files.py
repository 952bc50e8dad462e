"""Files into values: the only room that reads the content from disk.

A report's folder is handed to `reading` as bytes; the shared vocabularies are read here. What the values mean
together is left to `link` and `check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from ..issues import Issue, Place
from . import shapes
from .entries import Entry, Shape, entries_of, entry_of
from .nodes import Mapping, Node, Scalar, node_of
from .records import (
    Agreement,
    Caution,
    District,
    FollowUp,
    Indicator,
    Initiative,
    Library,
    Prose,
    RefusedCell,
    Report,
    SiteSettings,
    Term,
    Theme,
)
from .report import FILES, report_of
from .schema import Both

Record = TypeVar("Record")


def library_of(top: Path) -> tuple[Library | None, list[Issue]]:
    """All content under `top`/content, and what is wrong with it; None where the site's own settings cannot be read."""
    issues: list[Issue] = []
    content = top / "content"
    site_node = _node(top, content / "site.yaml", issues, required=True)
    site = entry_of(site_node, shapes.SITE, issues) if site_node else None
    library = Library(
        site=_site(site) if site and site.whole else None,
        strings=_strings(_node(top, content / "strings.yaml", issues, required=True), issues),
        districts=_records(top, "districts", shapes.DISTRICT, _district, issues),
        themes=_records(top, "themes", shapes.THEME, _theme, issues),
        indicators=_records(top, "indicators", shapes.INDICATOR, _indicator, issues),
        initiatives=_records(top, "initiatives", shapes.INITIATIVE, _initiative, issues),
        terms=_records(top, "terms", shapes.TERM, _term, issues),
        follow_ups=_records(top, "follow-ups", shapes.FOLLOW_UP, _follow_up, issues),
        reports=_reports(top, issues),
        agreement=_records(top, "agreement", shapes.AGREEMENT, _agreement, issues),
        prose=_prose(top, issues),
    )
    return (library if library.site else None), issues


def line_at(top: Path) -> Callable[[Place], str | None]:
    """A function that gives the line at a place under `top`, for messages; None where it cannot be read."""

    def read(place: Place) -> str | None:
        try:
            return (top / place.path).read_text("utf-8").split("\n")[place.line - 1]
        except (OSError, UnicodeDecodeError, IndexError):
            return None

    return read


def _node(top: Path, path: Path, issues: list[Issue], *, required: bool = False) -> Node | None:
    name = path.relative_to(top).as_posix()
    if not path.is_file():
        if required:
            issues.append(Issue("file-missing", Place(name), f"{name} is missing"))
        return None
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        issues.append(Issue("not-utf8", Place(name), f"byte {error.start} is not UTF-8", "save the file as UTF-8"))
        return None
    node, found = node_of(text, name)
    issues += found
    return node


def _records(
    top: Path, name: str, shape: Shape, make: Callable[[Entry], Record], issues: list[Issue]
) -> tuple[Record, ...]:
    """The records of content/<name>.yaml, a list; a second record with one id is an issue."""
    node = _node(top, top / "content" / f"{name}.yaml", issues)
    records: list[Record] = []
    seen: dict[str, Place] = {}
    for entry in entries_of(node, shape, issues) if node else ():
        key = entry["id"] or entry["promise"] or entry["report"]
        if key in seen:
            issues.append(
                Issue(
                    "duplicate-id",
                    entry.place,
                    f"{key} stands here a second time; the first is on line {seen[key].line}",
                    "make one record of the two",
                )
            )
            continue
        seen[key] = entry.place
        records.append(make(entry))
    return tuple(records)


def _site(entry: Entry) -> SiteSettings:
    return SiteSettings(
        entry["title"],
        entry["claim"],
        entry["base_url"],
        entry["default_language"],
        entry["repository"],
        entry["publisher"],
    )


def _district(e: Entry) -> District:
    return District(e["id"], e["name"], e["city"], e["adcode"], e["note"], e.place)


def _theme(e: Entry) -> Theme:
    cells = tuple(RefusedCell(cell["district"], cell["because"], cell.place) for cell in e["cells"] or ())
    return Theme(e["id"], e["name"], cells, e.place)


def _indicator(e: Entry) -> Indicator:
    cautions = tuple(Caution(c["statements"], c["because"], c.place) for c in e["cautions"] or ())
    names = ("id", "name", "unit", "theme", "definition")
    return Indicator(*(e[name] for name in names), bool(e["stock"]), e["comparison"], cautions, e.place)


def _initiative(e: Entry) -> Initiative:
    return Initiative(e["id"], e["name"], e["kind"], e["aliases"], e["not"] or (), e["districts"], e["note"], e.place)


def _term(e: Entry) -> Term:
    return Term(
        e["id"],
        e["zh"],
        e["aliases"] or (),
        e["not"] or (),
        e["pinyin"],
        e["en"],
        e["forms"] or (),
        e["meaning"],
        e["level"] or "",
        e.place,
    )


def _agreement(e: Entry) -> Agreement:
    return Agreement(**e.values, place=e.place)


def _follow_up(e: Entry) -> FollowUp:
    return FollowUp(e["promise"], e["later"] or (), e["evidence"], e["because"], e["searched"] or (), e.place)


def _strings(node: Node | None, issues: list[Issue]) -> dict[str, Both]:
    """Interface words by key. A word that lacks a language is an issue of its own kind."""
    strings: dict[str, Both] = {}
    if node is None:
        return strings
    if not isinstance(node, Mapping):
        issues.append(Issue("wrong-type", node.place, "interface words are a mapping of keys", "key: {en: …, zh: …}"))
        return strings
    for key, value in node.items.items():
        words = (
            {name: item.value for name, item in value.items.items() if isinstance(item, Scalar) and item.value}
            if isinstance(value, Mapping)
            else {}
        )
        missing = [language for language in ("en", "zh") if language not in words]
        strange = [name for name in value.items if name not in ("en", "zh")] if isinstance(value, Mapping) else []
        if strange:
            message = f"{key} has no language {strange[0]!r}"
            hint = "words that hold a comma or a colon must stand in quotes"
            issues.append(Issue("unknown-key", value.key_places[strange[0]], message, hint))
        elif missing:
            issues.append(
                Issue(
                    "string-missing",
                    node.key_places[key],
                    f"the interface word {key} is missing in {', '.join(missing)}",
                    "key: {en: …, zh: …}",
                )
            )
        else:
            strings[key] = Both(words["zh"], words["en"])
    return strings


def _reports(top: Path, issues: list[Issue]) -> tuple[Report, ...]:
    """Every report of content/reports, in the order of folder names."""
    reports = []
    for folder in _folders(top / "content" / "reports"):
        files = {name: (folder / name).read_bytes() for name in FILES if (folder / name).is_file()}
        report, found = report_of(folder.relative_to(top).as_posix(), files)
        issues += found
        if report is None:
            continue
        twin = next((other for other in reports if other.id == report.id), None)
        if twin:
            issues.append(
                Issue(
                    "duplicate-id",
                    report.place,
                    f"two reports have the id {report.id}; the other is {twin.place.path}",
                    "an id is its folder's name",
                )
            )
        else:
            reports.append(report)
    return tuple(reports)


def _folders(path: Path) -> Iterable[Path]:
    return (
        sorted((entry for entry in path.iterdir() if entry.is_dir()), key=lambda entry: entry.name)
        if path.is_dir()
        else ()
    )


def _prose(top: Path, issues: list[Issue]) -> tuple[Prose, ...]:
    """Every <name>.<language>.md below content/prose."""
    pages = []
    root = top / "content" / "prose"
    for path in sorted(root.rglob("*.md")) if root.is_dir() else ():
        name, _, language = path.relative_to(root).as_posix().removesuffix(".md").rpartition(".")
        shown = path.relative_to(top).as_posix()
        if not name:
            continue  # a README for editors, without a language
        try:
            pages.append(Prose(name, language, path.read_bytes().decode("utf-8"), shown))
        except UnicodeDecodeError as error:
            issues.append(Issue("not-utf8", Place(shown), f"byte {error.start} is not UTF-8", "save the file as UTF-8"))
    return tuple(pages)
