"""What is known of a kind of mistake, and the stages at which one can be found.

The kinds themselves are left to the rooms beside this one, how a mistake is placed and shown to `issues`.
"""

from __future__ import annotations

from dataclasses import dataclass

# Where a mistake in the form of a file is found, and one in the making of pages. What breaks a rule has the name of the
# rule instead, a function of content/report_rules/ or corpus/rules/: it may find what names it here, and nothing else.
STAGES: dict[str, str] = {
    "files": "while files are looked for and decoded",
    "yaml": "while a file is read as YAML",
    "records": "while the keys of a record are read",
    "report": "while the files of a report are looked for and decoded",
    "words": "while interface words are held against the code and the templates",
    "templates": "while templates are read and rendered",
    "pages": "while pages are given their addresses",
}


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of mistake: its meaning, a few lines that have it, the same without it, and the stages or rules."""

    meaning: str
    wrong: str
    right: str
    rules: tuple[str, ...]
