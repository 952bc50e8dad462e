"""The suggestions of a report's folder as they are written, read strictly like all else.

What they propose is judged by nobody: it is taken or refused by a person.
"""

from __future__ import annotations

from ..issues import Issue
from .nodes import node_of
from .reader import record_of
from .suggested import Suggestions

SUGGESTIONS = "suggestions.yaml"


def suggestions_of(path: str, text: str | None) -> tuple[Suggestions | None, list[Issue]]:
    """The suggestions that a file holds, None where there is none or it cannot be read; and what is wrong with it."""
    if text is None:
        return None, []
    node, issues = node_of(text, path)
    if node is None:
        return None, issues
    read, found = record_of(node, Suggestions)
    return read, issues + found
