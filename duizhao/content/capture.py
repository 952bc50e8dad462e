"""From the steps that front matter gives to what they make of the capture.

Whether the capture is the right one, and whether the steps make the report's text of it, is left to the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..text.cleanup import Cleaned, LineStep, StepError, Steps, cleaned
from .report_file import WrittenReport
from .written import CleanUp, WrittenLineStep

# The acts of a line step and, of those that need one, the key that goes with each.
ACTS = {"drop": "reason", "metadata": "fields", "heading": "level", "paragraph": ""}
_LINES = re.compile(r"(\d+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Capture:
    """A report as written, and what its steps make of its source: nothing where they are not whole or do not fit.

    `error` is why they do not fit.
    """

    written: WrittenReport
    made: Cleaned | None
    error: StepError | None


def capture_of(written: WrittenReport) -> Capture:
    """What the steps of a report make of its source."""
    steps = steps_of(written.front.clean_up)
    if steps is None:
        return Capture(written, None, None)
    try:
        return Capture(written, cleaned(written.source, steps), None)
    except StepError as error:
        return Capture(written, None, error)


def steps_of(clean_up: CleanUp) -> Steps | None:
    """All steps, None where one of them is not whole."""
    lines = [_line_step(step) for step in clean_up.lines]
    whole = tuple(step for step in lines if step is not None)
    if len(whole) < len(lines) or uneven_exceptions(clean_up):
        return None
    pinyin, simplified = clean_up.pinyin == "removed", clean_up.script == "to-simplified"
    return Steps(whole, pinyin, simplified, clean_up.script_exceptions)


def act_of(step: WrittenLineStep) -> str | None:
    """What a line step does; None unless it is one thing to given lines."""
    acts = [act for act in ACTS if getattr(step, act)]
    return acts[0] if len(acts) == 1 and _LINES.fullmatch(getattr(step, acts[0])) else None


def missing_key(step: WrittenLineStep, act: str) -> str:
    """The key that the act of a line step needs and that is absent or wrong; else nothing."""
    key = ACTS[act]
    wrong = key and not getattr(step, key) or act == "heading" and step.level not in (1, 2)
    return key if wrong else ""


def uneven_exceptions(clean_up: CleanUp) -> list[tuple[str, str]]:
    """The exceptions that would change the length of the text."""
    return [(word, plain) for word, plain in clean_up.script_exceptions if len(word) != len(plain)]


def _line_step(step: WrittenLineStep) -> LineStep | None:
    act = act_of(step)
    lines = _LINES.fullmatch(getattr(step, act)) if act else None
    if act is None or lines is None or missing_key(step, act):
        return None
    first, last = int(lines[1]), int(lines[2] or lines[1])
    return LineStep(act, first, last, step.reason, step.level, step.join, step.part)
