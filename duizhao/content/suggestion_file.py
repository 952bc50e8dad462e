"""The suggestions of a report's folder as they are written, read strictly like all else.

What they propose is judged by nobody: it is taken or refused by a person.
"""

from __future__ import annotations

from ..issues import Issue
from .nodes import node_of
from .reader import record_of
from .suggested import Suggestions
from .text_files import text_of

SUGGESTIONS = "suggestions.yaml"


def mistakes_in(path: str, data: bytes | None) -> list[Issue]:
    """What is wrong with a file of suggestions: whoever writes it anew would lose what cannot be read of it."""
    text, issues = text_of(path, data) if data is not None else (None, [])
    return issues or suggestions_of(path, text)[1]


def suggestions_of(path: str, text: str | None) -> tuple[Suggestions | None, list[Issue]]:
    """The suggestions that a file holds, None where there is none or it cannot be read; and what is wrong with it."""
    if text is None:
        return None, []
    node, issues = node_of(text, path)
    if node is None:
        return None, issues
    read, found = record_of(node, Suggestions)
    return read, issues + found
