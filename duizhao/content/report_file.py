"""The files of a report's folder as they are written, each in its own form: front matter, blocks, annotations.

Whether they go together, and what becomes of them, is left to the rooms that are given them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping as MappingOf, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..issues import Issue, SourcePosition
from .broken import Broken, broken_under
from .capture_file import LAYER, TEXT_CAPTURE, CaptureFile, capture_file, captures_among, missing_capture
from .file_names import stand_in
from .look_alikes import plain
from .nodes import Mapping, Node, Scalar, node_of
from .reader import record_of
from .suggested import Suggestions
from .suggestion_file import SUGGESTIONS, suggestions_of
from .text_files import text_of
from .value_types import STATEMENT_WITHIN_A_REPORT
from .vocabulary import LANGUAGES
from .written import Annotations, FrontMatter

TEXT, ANNOTATIONS, TRANSLATION = "report.md", "annotations.yaml", "translation.en.md"
FILES = (TEXT, ANNOTATIONS, TRANSLATION, SUGGESTIONS)
# All that is read in a report's folder, beside captures that are no text.
READ = (*FILES, TEXT_CAPTURE, LAYER)
# Reports whose annotations stay at hand: of one that is worked on the text is saved again and again.
_AT_WORK = 4


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """A heading or paragraph as it stands in a Markdown file, with its place there; `col` is where its text begins."""

    level: int
    text: str
    place: SourcePosition


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """A report's folder, its path from the project's top, and what its files hold; nothing in it is judged yet.

    Without a translation there are no blocks of one. The annotations are whole where all of their file could be read;
    `broken` are the statements that could not.
    """

    folder: str
    front: FrontMatter
    body: tuple[WrittenBlock, ...]
    capture: CaptureFile
    annotations: Annotations
    annotations_whole: bool
    broken: Broken
    translation: tuple[WrittenBlock, ...] | None
    suggestions: Suggestions | None = None

    @property
    def source(self) -> str:
        """The text of the capture, from which the steps start."""
        return self.capture.text

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.folder.rsplit("/", 1)[-1]

    def place(self, file: str) -> SourcePosition:
        """The beginning of a file of the folder."""
        return SourcePosition(f"{self.folder}/{file}")


def written_report(
    folder: str, files: MappingOf[str, bytes], languages: Collection[str] = LANGUAGES
) -> tuple[WrittenReport | None, list[Issue]]:
    """What the files of a folder hold and what is wrong with their form; None without source or front matter."""
    read = {name: text_of(f"{folder}/{name}", files[name]) for name in FILES if name in files}
    issues = [issue for _, found in read.values() for issue in found]
    missing = _missing(folder, files)
    issues += missing
    texts = {name: text for name, (text, _) in read.items() if text is not None}
    annotations, broken, unread = _annotations(f"{folder}/{ANNOTATIONS}", texts.get(ANNOTATIONS), (*languages,))
    issues += unread
    suggestions, wrong = suggestions_of(f"{folder}/{SUGGESTIONS}", texts.get(SUGGESTIONS))
    issues += wrong
    if TEXT not in texts or not captures_among(files) or missing:
        return None, issues
    front, body, found = _front_and_body(f"{folder}/{TEXT}", texts[TEXT], languages)
    issues += found
    if front is None:
        return None, issues
    misnamed = stand_in(ANNOTATIONS, files, READ)
    lost = front.fully_read and ANNOTATIONS not in files and not misnamed
    issues += [_lost(front)] if lost else []
    capture, found = capture_file(folder, files, front)
    issues += found
    if capture is None:
        return None, issues
    written = WrittenReport(
        folder=folder,
        front=front,
        body=body,
        capture=capture,
        annotations=annotations,
        annotations_whole=not (unread or misnamed or lost) and read.get(ANNOTATIONS, ("", []))[0] is not None,
        broken=broken | Broken(nameless=misnamed or lost),
        translation=_blocks(f"{folder}/{TRANSLATION}", texts.get(TRANSLATION)),
        suggestions=suggestions,
    )
    return written, issues


def _lost(front: FrontMatter) -> Issue:
    """The issue of a report that is said to be wholly read, and has no file of what was read."""
    message = f"fully_read is true, and {ANNOTATIONS} is missing"
    hint = f"put {ANNOTATIONS} in its place, or take fully_read out until every paragraph has a reading"
    return Issue("file-missing", front.where.at("fully_read"), message, hint)


def _missing(folder: str, files: Collection[str]) -> list[Issue]:
    """What is said of the text and the capture of a folder where they are missing, and no file was meant for them."""
    meant = not captures_among(files) and stand_in(TEXT_CAPTURE, files, READ)
    missing = [] if meant else missing_capture(folder, files)
    if TEXT in files or stand_in(TEXT, files, READ):
        return missing
    place = SourcePosition(f"{folder}/{TEXT}")
    if not captures_among(files) and missing:
        hint = f"a report is its capture, {TEXT_CAPTURE}, and {TEXT} beside it"
        return [Issue("file-missing", place, f"{TEXT} is missing, and so is {TEXT_CAPTURE}", hint)]
    return [*missing, Issue("file-missing", place, f"{TEXT} is missing", "see `Adding a report` in content/README.md")]


def written_blocks(lines: Sequence[str], path: str, first_line: int) -> tuple[WrittenBlock, ...]:
    """The headings (`#` to `###`) and paragraphs of a body, one a line; nothing else has a meaning there.

    Blanks that end a line are not of its text: an editor leaves them, and nobody sees them.
    """
    blocks = []
    for number, line in enumerate(lines, first_line):
        if not line.strip():
            continue
        mark = re.match(r"(#{1,3}) ", line)
        level, start = (len(mark[1]), mark.end()) if mark else (0, 0)
        blocks.append(WrittenBlock(level, line[start:].rstrip(), SourcePosition(path, number, 1 + start)))
    return tuple(blocks)


def _front_and_body(
    path: str, text: str, languages: Collection[str]
) -> tuple[FrontMatter | None, tuple[WrittenBlock, ...], list[Issue]]:
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if len(ends) < 2 or ends[0] != 0:
        return None, (), [_no_front_matter(path, lines)]
    node, issues = node_of("\n".join(lines[1 : ends[1]]), path, first_line=2)
    if node is None:
        return None, (), issues
    front, found = record_of(node, FrontMatter, languages)
    return front, written_blocks(lines[ends[1] + 1 :], path, ends[1] + 2), issues + found


def _no_front_matter(path: str, lines: Sequence[str]) -> Issue:
    """The issue of a text without front matter between two lines of three hyphens."""
    place, first = SourcePosition(path), lines[0].strip()
    if first == "---" and lines[0].startswith("---"):
        message = "the front matter that begins here has no end"
        return Issue("front-matter", place, message, "put a line --- between the keys and the text")
    hint = "begin with a line ---, then the keys, then a line ---"
    if plain(first).strip("-") == "" and first:
        return Issue("front-matter", place, f"the first line is {lines[0]!r}, and not three hyphens", hint)
    begun = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
    if begun > 1 and lines[begun - 1].rstrip() == "---":
        return Issue("front-matter", place, f"the front matter begins in line {begun}", "take out the lines before it")
    return Issue("front-matter", place, "the file does not begin with front matter", hint)


@lru_cache(_AT_WORK)
def _annotations(
    path: str, text: str | None, languages: tuple[str, ...]
) -> tuple[Annotations, Broken, tuple[Issue, ...]]:
    """What was found in the report, nothing where it cannot be read; the statements that are broken; what is wrong."""
    node, issues = node_of(text or "", path)
    if node is None:
        return Annotations(), Broken(nameless=True), (*issues,)
    nothing = _says_nothing(node) if text is not None else None
    if nothing:
        return Annotations(), Broken(nameless=True), (nothing,)
    annotations, found = record_of(node, Annotations, languages)
    issues += found
    return (
        annotations or Annotations(),
        broken_under(node, "statements", issues, "id", STATEMENT_WITHIN_A_REPORT),
        (*issues,),
    )


def _says_nothing(node: Node) -> Issue | None:
    """The issue of a file of annotations that holds none, which may be lost."""
    if not isinstance(node, Mapping) or any(not _is_empty(value) for value in node.items.values()):
        return None
    key = next(iter(node.items), "")
    message = f"nothing stands under {key}:" if key else "the file is empty"
    place = node.key_places[key] if key else node.place
    return Issue("missing-key", place, message, "write the statements, or take the file away until there are any")


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _blocks(path: str, text: str | None) -> tuple[WrittenBlock, ...] | None:
    return None if text is None else written_blocks(text.split("\n"), path, 1)
