"""Kinds of records as sentences name them: with an article, as one, and as many.

What a kind is called is declared with it.
"""

from __future__ import annotations

from .schema import Record

# Kinds whose name is no noun that can be counted.
_NOUNS = {
    "annotations": "file of annotations",
    "number words": "entry of number words",
    "suggestions": "file of suggestions",
    "printed": "record of what is printed",
}


def noun(kind: type[Record]) -> str:
    """What one record of a kind is: indicator, entry of number words."""
    return _NOUNS.get(kind.called, kind.called)


def one(kind: type[Record]) -> str:
    """The same with its article: an indicator."""
    name = noun(kind)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def many(kind: type[Record]) -> str:
    """Several of a kind: indicators, entries of number words."""
    head, space, tail = noun(kind).partition(" of ")
    plural = f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"
    return f"{plural}{space}{tail}"
