"""Mistakes in the content as values: what they are, how they are sorted and how they are shown.

Where a mistake is found is left to the rooms that look for it; a mistake in the code is an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file of the project: path as written from the project's top, line and column counted from 1."""

    path: str
    line: int = 1
    col: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.col}"


@dataclass(frozen=True, slots=True)
class Issue:
    """One mistake in the content, with the code of its kind, its place, what is wrong and a way out."""

    code: str
    place: Place
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"no such issue code: {self.code}")


# What each code means, in the order in which the manual lists them. A test holds a case folder to each.
CODES: dict[str, str] = {
    "yaml-syntax": "The file is not YAML.",
    "duplicate-key": "A mapping names the same key twice; YAML would keep the last in silence.",
    "full-width-colon": "A full-width colon (：) stands where YAML needs an ASCII one, so that the line is one string.",
    "unknown-key": "A key that this kind of record does not have.",
    "missing-key": "A key that this kind of record must have is absent.",
    "wrong-type": "A value is not of the type that its key takes.",
    "bad-value": "A value is outside the closed set that its key allows.",
    "file-missing": "A file that must exist does not.",
    "not-utf8": "A file is not UTF-8.",
    "front-matter": "A report does not begin with YAML front matter between two lines of three hyphens.",
    "id-mismatch": "The id inside a file disagrees with the file's own place.",
    "duplicate-id": "Two records of one kind have one id.",
    "unknown-id": "An id names a record that does not exist.",
    "source-changed": "source.txt is not the file whose hash the report gives.",
    "clean-up-step": "A clean-up step names lines that do not exist, are empty, or are taken by another step.",
    "text-changed": "The report's text is not what the clean-up steps make of its source.",
    "printed-mismatch": "What the report gives as printed in the source does not stand there.",
    "quote-missing": "A quote does not occur in the text.",
    "quote-ambiguous": "A quote occurs more than once in the text and nothing tells which is meant.",
    "figure-missing": "A measure's figure does not occur in its statement's quote.",
    "figure-ambiguous": "A measure's figure occurs more than once in its statement's quote.",
    "figure-unreadable": "A measure's figure cannot be read as a quantity.",
    "figure-disagrees": "A measure's value, unit or operator is not what its figure says.",
    "time-misplaced": "A time stands under the key of the other kind: results have period, targets and tasks have by.",
    "target-unmeasured": "A target has neither a measure nor a word of whole coverage.",
    "reading-conflict": "A paragraph is set down as having nothing to code, and a statement lies in it.",
    "unread": "A paragraph of a report that is said to be wholly read has no reading.",
    "number-unaccounted": "A number of a report is neither a measure's figure nor listed as no quantity.",
    "translation-blocks": "A translation does not have the same blocks as its text.",
    "translation-quantity": "A paragraph's translation does not carry the same quantities as the paragraph.",
    "later-not-later": "A follow-up's later statement is not in a later report of the same district.",
    "evidence-disagrees": "A follow-up's evidence does not go with what it names as later words or as searched.",
    "searched-found": "A word that was searched for and not found does occur in a later report.",
    "term-english": "A translation or gloss does not use a term's English where the Chinese has the term.",
    "follow-up-missing": "A target, or a task on a named initiative, has no follow-up though a later text exists.",
    "unit-disagrees": "A measure's unit is not the unit of its indicator.",
    "alias-clash": "Two initiatives or two terms claim the same words.",
    "reference-unknown": "A reference in prose names nothing that exists.",
    "string-missing": "An interface word is missing in a language, or names what is not put in.",
    "template-error": "A template cannot be read or rendered.",
    "address-clash": "Two pages claim one address.",
}


def shown(issues: Iterable[Issue], line_at: Callable[[Place], str | None]) -> str:
    """All issues as text, sorted by place, each with its line and a caret, counted at the end.

    `line_at` returns the text of a place's line, or None where there is none to show.
    """
    ordered = sorted(set(issues), key=lambda issue: (issue.place, issue.code, issue.message))
    blocks = [_block(issue, line_at(issue.place)) for issue in ordered]
    count = len(ordered)
    return "\n\n".join(blocks) + f"\n\n{count} issue{'' if count == 1 else 's'}\n" if ordered else ""


def _block(issue: Issue, line: str | None) -> str:
    lines = [f"{issue.place}: {issue.code}: {issue.message}"]
    if line is not None:
        lines += _pointed(line, issue.place.col)
    if issue.hint:
        lines.append(f"  hint: {issue.hint}")
    return "\n".join(lines)


def _pointed(line: str, col: int, width: int = 96) -> list[str]:
    """The line, cut to a window about the column, and a caret below it."""
    start = max(0, min(col - 1 - width // 2, len(line) - width))
    window = line[start : start + width]
    before = window[: col - 1 - start]
    # A Han character is two cells wide in a terminal; an ideographic space keeps the caret below its character.
    pad = "".join("\u3000" if _wide(char) else " " for char in before)
    lead = "…" if start else ""
    tail = "…" if start + width < len(line) else ""
    return [f"    {lead}{window}{tail}", f"    {' ' if lead else ''}{pad}^"]


def _wide(char: str) -> bool:
    return (
        "\u1100" <= char <= "\u115f"
        or "\u2e80" <= char <= "\ua4cf"
        or "\uac00" <= char <= "\ud7a3"
        or "\uf900" <= char <= "\ufaff"
        or "\ufe30" <= char <= "\ufe6f"
        or "\uff00" <= char <= "\uff60"
    )
