"""What a page that edits asks to be told: how its report stands and what came of its wish, or a proposal for words."""

from __future__ import annotations

from collections.abc import Mapping

from .amending import chosen
from .answers import Answer, script
from .editing import Editor
from .opening import Refused
from .telling import placed, told_of, told_statement

_PATIENCE = 20.0  # seconds


def edited(editor: Editor, given: Mapping[str, str]) -> Answer:
    """How a report stands, after the wish of this word was done, where one is given."""
    act = given.get("act", "")
    outcome = editor.outcome(act, _PATIENCE) if act else None
    told: dict[str, object] = {"act": act, "done": outcome and outcome.done, "said": outcome.said if outcome else ""}
    told["field"] = outcome.field if outcome else ""
    name = given.get("report", "")
    try:
        told |= told_of(editor.open(name), editor.words()) | {"undo": editor.can_undo(name)}
    except Refused as why:
        told["error"] = str(why)
    except OSError as error:
        told["error"] = f"the report cannot be read: {error.strerror}"
    return script("edited", told)


def proposed(editor: Editor, given: Mapping[str, str]) -> Answer:
    """A statement of words that were selected, as it would be written."""
    try:
        report = editor.open(given.get("report", ""))
        one = chosen(report, given)
        block, start, end = one.id.split("-")
        own = placed(report.block(block), int(start), int(end))
        told = {**told_statement(one), **own, "what": "added", "confidence": ""}
    except Refused as why:
        told = {"error": str(why)}
    except OSError as error:
        told = {"error": f"the report cannot be read: {error.strerror}"}
    return script("proposed", told)
