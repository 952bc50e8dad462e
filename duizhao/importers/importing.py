"""A capture into a report: the order of it, and nothing else.

What is read, sorted and said is left to the rooms below, what is put on disk to `folder`, what is printed to `telling`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..content.records import District
from ..content.sizes import bound_of
from ..content.written import Printed
from ..content.yaml_words import Value
from ..corpus.reading import read_report
from ..corpus.vocabularies import Vocabularies
from ..issues import Issue
from ..text.cleanup import Cleaned
from ..text.pattern import read_pattern
from ..text.script import simplified
from .characters import character_steps, lines_after
from .describing import Described, described
from .drafting import Draft, counted, draft_of, files_of
from .encodings import text_of
from .known import Known
from .ledger import Sorted
from .markdown import Markdown, markdown_of
from .page import page_taken
from .page_numbers import NO_NUMBERS, numbers_told, page_numbers
from .pagers import further_told, pager_lines
from .particulars import words_of
from .pdf import pdf_taken
from .sorting import sorted_lines
from .source import Refused, Source
from .taken import Taken
from .word import word_taken

_GOVERNMENT = re.compile(
    "(?:代表|[在日向\n])([\u4e00-\u9fff]{2,3}[区县市旗省])(?:人民政府|第[一二三四五六七八九十]+届)"
)
_MOST_LINES, _LONGEST_LINE = 60_000, 400_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the district, and where they are given the id and the year; `plain` is without line steps."""

    district: District
    id: str = ""
    year: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """A report that came of a capture: its id, its files by name, what the steps made, and what is doubtful."""

    id: str
    files: Mapping[str, bytes]
    source: Source
    taken: Taken
    draft: Draft
    made: Cleaned
    described: Described
    doubts: tuple[str, ...]


def imported(source: Source, wanted: Wanted, vocabularies: Vocabularies) -> Imported:
    """The report of a capture. Raises Refused where the capture holds none, or none that is without mistakes."""
    taken = _taken(source)
    _require_bounds(taken.text)
    markdown = markdown_of(source.name, taken.text) if source.kind == "text" else Markdown({}, ())
    taken = replace(taken, headings=markdown.headings) if markdown.headings else taken
    characters = character_steps(taken.text, markdown.steps, has_notes=taken.has_notes)
    marks = tuple(read_pattern(str(step["apart"])).regex for step in characters.patterns if "apart" in step)
    plain = simplified if "script" in characters.keys else str
    form = taken.renumbered(lines_after(taken.text, characters))
    has_numbers = source.kind != "pdf" and not wanted.plain
    told = page_numbers(characters.text.split("\n"), form.headings) if has_numbers else NO_NUMBERS
    turned = pager_lines(characters.text.split("\n")) if source.kind == "text" else frozenset()
    form = replace(form, furniture=form.furniture | told.all | turned)
    lines = Sorted() if wanted.plain else sorted_lines(characters.text, form, marks, plain)
    languages = tuple(vocabularies.languages)
    draft, made = counted(draft_of(source, taken, characters, lines.patterns, lines.lines), languages)
    if not made.blocks:
        raise Refused("holds no text")
    printed = _printed(draft, made)
    about = described(_known(source, taken, made, printed, wanted), wanted.district, languages)
    draft = replace(
        draft,
        id=wanted.id or f"{wanted.district.id}-{about.year}-{about.kind}",
        district=wanted.district.id,
        keys=about.keys,
        printed=printed,
    )
    files = files_of(draft, [(block.level, block.text) for block in made.blocks])
    _require_right(draft, files, vocabularies)
    words = "\n".join(("", *made.metadata, made.text))
    further = () if source.kind == "html" else further_told(characters.text.split("\n"))
    doubts = (*taken.doubts, *further, *numbers_told(told), *characters.doubts, *lines.doubts, *about.doubts)
    doubts += _of_place(words, wanted.district)
    return Imported(draft.id, files, source, taken, draft, made, about, doubts)


def _taken(source: Source) -> Taken:
    match source.kind:
        case "html":
            return page_taken(source)
        case "docx":
            return word_taken(source)
        case "pdf":
            return pdf_taken(source)
    text, encoding = text_of(source)
    return Taken(text, encoding)


def _require_bounds(text: str) -> None:
    lines = text.split("\n")
    if len(lines) > _MOST_LINES or max(map(len, lines)) > _LONGEST_LINE:
        raise Refused("has more lines, or longer ones, than a report: see whether it is the file that was meant")


def _printed(draft: Draft, made: Cleaned) -> dict[str, Value]:
    """What the capture prints of itself, as the steps leave it."""
    printed: dict[str, Value] = {}
    taking = (step["fields"] for step in draft.steps["lines"] if "metadata" in step)
    for fields, words in zip(taking, made.metadata, strict=True):
        for name in fields if isinstance(fields, tuple) else ():
            found = words_of(str(name), words)
            if name == "captions":
                before = printed.get("captions", ())
                known = before if isinstance(before, tuple) else ()
                printed["captions"] = known if found in known else (*known, found)
            else:
                printed.setdefault(str(name), found)
    return {key.name: printed[key.name] for key in Printed.keys if key.name in printed}


def _known(source: Source, taken: Taken, made: Cleaned, printed: Mapping[str, Value], wanted: Wanted) -> Known:
    headings = [block.text for block in made.blocks if block.level]
    words = {name: value for name, value in printed.items() if isinstance(value, str)}
    return Known(source.name, made.text, headings, words, taken.title, wanted.year, wanted.plain)


def _require_right(draft: Draft, files: Mapping[str, bytes], vocabularies: Vocabularies) -> None:
    """Raises Refused with the first mistake that the build would find in the folder."""
    for name, data in files.items():
        bound = bound_of(f"{draft.folder}/{name}")
        if len(data) > bound.size:
            raise Refused(f"would be a {name} of more than {bound.said}: {bound.reason}")
    read = read_report(draft.folder, files, vocabularies)
    if read.issues:
        raise Refused(_said(read.issues))


def _said(issues: Sequence[Issue]) -> str:
    first = issues[0]
    more = f" (and {len(issues) - 1} more)" if len(issues) > 1 else ""
    return f"would be no report without mistakes: {first.place.line}: {first.code}: {first.message}{more}"


def _of_place(text: str, district: District) -> tuple[str, ...]:
    """What is said where a text hardly names its district, and another more."""
    name = re.sub("(?<=..)[区县市旗省]$", "", district.name.zh)
    count = text.count(name)
    if count >= max(3, len(text) // 8000):
        return ()
    others: dict[str, int] = {}
    for other in _GOVERNMENT.findall(text):
        others[other] = others.get(other, 0) + 1
    best = max(others, key=lambda one: others[one], default="")
    of = f"; {best} is named as a government {others[best]} times" if best and others[best] > 1 else ""
    times = {0: "is not named", 1: "is named once", 2: "is named twice"}.get(count, f"is named {count} times")
    return (f"district: {name} {times} in it{of}: is it of another place?",)
