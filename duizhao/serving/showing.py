"""What a page that edits asks to be told: how its report stands and what came of its wish, or a proposal for words."""

from __future__ import annotations

from collections.abc import Mapping

from .amending import chosen
from .answers import Answer, script
from .editing import Editor
from .finding import later_found, promises_found
from .opening import Refused
from .saying import Said, word
from .telling import placed, told_of, told_statement

_PATIENCE = 20.0  # seconds


def edited(editor: Editor, given: Mapping[str, str]) -> Answer:
    """How a report stands, after the wish of this word was done, where one is given."""
    act, words = given.get("act", ""), editor.words()
    outcome = editor.outcome(act, _PATIENCE) if act else None
    told: dict[str, object] = {
        "act": act,
        "done": outcome and outcome.done,
        "said": outcome.said.told(words) if outcome else None,
    }
    told["field"] = outcome.field if outcome else ""
    name = given.get("report", "")
    try:
        told |= told_of(editor.open(name), words) | {"undo": editor.can_undo(name)}
    except Refused as why:
        told["error"] = why.why.told(words)
    except OSError as error:
        told["error"] = _unread(error).told(words)
    return script("edited", told)


def proposed(editor: Editor, given: Mapping[str, str]) -> Answer:
    """A statement of words that were selected, as it would be written."""
    try:
        report = editor.open(given.get("report", ""))
        one = chosen(report, given)
        block, start, end = one.id.split("-")
        own = placed(report.block(block), int(start), int(end))
        told = {**told_statement(one, "added"), **own, "confidence": ""}
    except Refused as why:
        told = {"error": why.why.told(editor.words())}
    except OSError as error:
        told = {"error": _unread(error).told(editor.words())}
    return script("proposed", told)


def found(editor: Editor, given: Mapping[str, str]) -> Answer:
    """What is found of what was typed or selected for a follow-up; `ask` is the page's own word for its question."""
    told: dict[str, object] = {"ask": given.get("ask", ""), "rows": []}
    try:
        report = editor.open(given.get("report", ""))
        look = later_found if given.get("what") == "later" else promises_found
        told["rows"] = look(report, given)
    except Refused as why:
        told["error"] = why.why.told(editor.words())
    except OSError as error:
        told["error"] = _unread(error).told(editor.words())
    return script("found", told)


def _unread(error: OSError) -> Said:
    return word("edit.unread").with_english(error.strerror or "")
