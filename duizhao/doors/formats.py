"""The forms of files by which other tools are reached, in one table."""

from __future__ import annotations

from dataclasses import dataclass

from . import doccano, inception, label_studio, web_annotation
from .spans import CODE_POINTS, UTF_16, Reader, Writer


@dataclass(frozen=True, slots=True)
class Format:
    """A form of files: its tool, the ending of its files, how it is written and read, and how it counts places."""

    tool: str
    ending: str
    written: Writer
    read: Reader
    counting: str


FORMATS: dict[str, Format] = {
    "label-studio": Format("Label Studio", "label-studio.json", label_studio.written, label_studio.read, CODE_POINTS),
    "doccano": Format("doccano", "doccano.jsonl", doccano.written, doccano.read, UTF_16),
    # dkpro-cassis has turned the units of the file into code points
    "inception": Format("INCEpTION", "inception.zip", inception.written, inception.read, CODE_POINTS),
    "w3c": Format("Web Annotation", "w3c.jsonld", web_annotation.written, web_annotation.read, CODE_POINTS),
}
