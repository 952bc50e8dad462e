"""From the steps that front matter gives to what they make of the capture.

Whether the capture is the right one, and whether the steps make the report's text of it, is left to the rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..issues import SourcePosition
from ..text.changes import StepError
from ..text.cleanup import Cleaned, cleaned
from .report_file import WrittenReport
from .schema import Record
from .step_forms import steps_of
from .written import CleanUp


@dataclass(frozen=True, slots=True)
class Capture:
    """A report as written, and what its steps make of its source: nothing where they are not whole or do not fit.

    `errors` are the steps that do not fit, or that apply another number of times than they say.
    """

    written: WrittenReport
    made: Cleaned | None
    errors: tuple[StepError, ...]


def capture_of(written: WrittenReport) -> Capture:
    """What the steps of a report make of its source."""
    steps, problems = steps_of(written.front.clean_up)
    if problems:
        return Capture(written, None, ())
    try:
        made = cleaned(written.source, steps)
    except StepError as error:
        return Capture(written, None, (error,))
    return Capture(written, made, made.miscounts)


def place_of(clean_up: CleanUp, error: StepError) -> SourcePosition:
    """Where the key is written that an error names, or the step that it is about."""
    listed: tuple[Record, ...] | int = getattr(clean_up, error.key)
    if isinstance(listed, int):
        return clean_up.where.at(error.key)
    step = listed[error.index]
    return step.where.at(error.within)
