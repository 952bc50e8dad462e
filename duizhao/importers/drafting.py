"""The folder of a report: front matter, the text that its steps make of its capture, and the capture itself.

The text is made by the build's own reading of what is written here, so that it is what the build will make of it; the
counts of the steps are those that this reading finds. What is proposed is left to the rooms that are given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..content.capture import capture_of
from ..content.capture_file import LAYER
from ..content.report_file import TEXT, WrittenReport, written_report
from ..content.yaml_words import Value, in_yaml, keys_in_yaml
from ..text.changes import StepError
from ..text.cleanup import Cleaned
from .characters import CharacterSteps, Step
from .source import Source
from .taken import Taken

_LISTS = ("characters", "escapes", "entities", "patterns")
_EMPTY_KEYS: Mapping[str, Value] = {
    "kind": "feature",
    "title": {"zh": "…", "en": "…"},
    "title_basis": "inferred",
    "short": {"zh": "…", "en": "…"},
    "date": "2000",
    "date_basis": "inferred",
    "covers": "2000",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as it is to be written: its id and district, what is said of it, its capture and the steps."""

    id: str
    district: str
    source: Source
    taken: Taken
    keys: Mapping[str, Value]
    printed: Mapping[str, Value]
    steps: Mapping[str, Sequence[Step]]
    whole: Step

    @property
    def folder(self) -> str:
        return f"content/reports/{self.id}"


def draft_of(
    source: Source, taken: Taken, characters: CharacterSteps, patterns: Sequence[Step], lines: Sequence[Step]
) -> Draft:
    """The draft of a report of which nothing is known but its capture and the steps."""
    decode: Step = {"decode": taken.encoding} if taken.encoding not in ("", "utf-8") else {}
    steps = {
        "characters": characters.characters,
        "escapes": characters.escapes,
        "entities": characters.entities,
        "patterns": (*characters.patterns, *patterns),
        "lines": lines,
    }
    return Draft("report", "district", source, taken, _EMPTY_KEYS, {}, steps, {**decode, **characters.keys})


def counted(draft: Draft, languages: Sequence[str]) -> tuple[Draft, Cleaned]:
    """The draft with the counts that its steps have, without those that apply nowhere; and what the steps make."""
    made = _made(draft, languages)
    for _ in range(4):  # a step that goes may leave more to another
        wrong = {(miscount.key, miscount.index): miscount.found for miscount in made.miscounts}
        if not wrong:
            return draft, made
        steps = {
            name: tuple(
                {**step, "count": found} if (found := wrong.get((name, index))) is not None else step
                for index, step in enumerate(listed)
                if wrong.get((name, index)) != 0
            )
            for name, listed in draft.steps.items()
        }
        whole = dict(draft.whole)
        if ("radicals", 0) in wrong:
            whole["radicals"] = wrong["radicals", 0]
        draft = replace(draft, steps=steps, whole={key: value for key, value in whole.items() if value != 0})
        made = _made(draft, languages)
    raise ValueError(f"the counts of steps do not settle: {made.miscounts[0]}")


def _made(draft: Draft, languages: Sequence[str]) -> Cleaned:
    written, issues = written_report(draft.folder, files_of(draft, ()), languages)
    if written is None or issues:
        raise ValueError(f"a draft that cannot be read: {issues[0]}")
    return made_of(written)


def made_of(written: WrittenReport) -> Cleaned:
    """What the steps of a written report make. Raises ValueError where they are not whole or do not fit."""
    capture = capture_of(written)
    if capture.made is None:
        error: StepError | str = capture.errors[0] if capture.errors else "a step that is not whole"
        raise ValueError(f"a draft whose steps do not fit: {error}")
    return capture.made


def files_of(draft: Draft, blocks: Sequence[tuple[int, str]]) -> dict[str, bytes]:
    """The files of the report's folder, with a text of these blocks: a level each, 0 for a paragraph, and the words."""
    files = {draft.source.file_name: draft.source.data}
    if draft.taken.tool:
        files[LAYER] = draft.taken.text.encode()
    body = "".join(f"{'#' * level + ' ' if level else ''}{text}\n\n" for level, text in blocks)
    front = "\n".join(_front_matter(draft, files))
    return {TEXT: f"---\n{front}\n---\n\n{body.rstrip()}\n".encode()} | files


def _front_matter(draft: Draft, files: Mapping[str, bytes]) -> list[str]:
    lines = keys_in_yaml({"id": draft.id, "district": draft.district, **draft.keys})
    if draft.printed:
        lines += ["printed:", *(f"  {line}" for line in keys_in_yaml(draft.printed))]
    origin: Step = {}
    if draft.source.address:
        origin = {"web_address": draft.source.address}
    if draft.source.captured:
        origin["captured"] = draft.source.captured
    if origin:
        lines += ["origin:", *(f"  {line}" for line in keys_in_yaml(origin))]
    lines.append(f"source_sha256: {hashlib.sha256(draft.source.data).hexdigest()}")
    if draft.taken.tool:
        layer: Step = {
            "tool": draft.taken.tool,
            "version": draft.taken.version,
            "sha256": hashlib.sha256(files[LAYER]).hexdigest(),
        }
        lines += ["text_layer:", *(f"  {line}" for line in keys_in_yaml(layer))]
    return [*lines, *_clean_up(draft)]


def _clean_up(draft: Draft) -> list[str]:
    lines = [f"  {key}: {in_yaml(value)}" for key, value in draft.whole.items()]
    for name in (*_LISTS, "lines"):
        if draft.steps.get(name):
            lines += [f"  {name}:", *(f"    - {in_yaml(step)}" for step in draft.steps[name])]
    return ["clean_up:", *lines] if lines else ["clean_up: {}"]
