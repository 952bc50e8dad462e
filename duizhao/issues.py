"""Mistakes in the content as values: what they are, how they are sorted and how they are shown.

Where a mistake is found is left to the rooms that look for it, what its code means to `codes`; a mistake in the
program is an exception.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .codes.table import CODES

# What leaves a file, or a report, out of the library.
LEAVE_OUT = (
    "yaml-syntax",
    "full-width-colon",
    "look-alike",
    "file-missing",
    "too-large",
    "not-utf8",
    "odd-character",
    "front-matter",
    "source-changed",
    "source-unclear",
    "clean-up-step",
    "clean-up-pattern",
    "clean-up-count",
    "duplicate-differs",
    "text-changed",
)


# What is said of whatever names one record is said once, since it may be the record that is wrong; and so many other
# places are named.
SAID_ONCE = ("unknown-id", "reference-unknown", "unit-disagrees", "later-not-later")
NAMED = 6

# What is no file has no lines: what a link leads to is not what is wrong.
OF_NO_LINE = ("not-a-file",)

# Of one kind in one file so many are shown to a person: one cause makes thousands, and the first say what it is.
SHOWN = 100
# No word of a message is longer, and no message or hint as a whole, but what it quotes may be. The words of a hint are
# left whole: some are there to be pasted.
LONGEST_RUN, LONGEST = 400, 2_000
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


@dataclass(frozen=True, slots=True, order=True)
class SourcePosition:
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
    place: SourcePosition
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"no such issue code: {self.code}")


def is_left_out(issues: Iterable[Issue]) -> bool:
    """True where a file is left out: what it holds would only be named as missing, hundreds of times."""
    return any(issue.code in LEAVE_OUT for issue in issues)


def in_order(issues: Iterable[Issue]) -> list[Issue]:
    """Each issue once, by place; of one place, code and message in the order in which they were found."""
    return sorted(dict.fromkeys(issues), key=lambda issue: (issue.place, issue.code, issue.message))


def by_cause(issues: Iterable[Issue]) -> list[Issue]:
    """The issues, those that say the same of many places as one, at the first of them: an id that no record has.

    The cause is one where it is the record's id or unit that is wrong, and where it is not it is told where else.
    """
    alike: dict[str, list[Issue]] = {}
    ordered = in_order(issues)
    for issue in ordered:
        if issue.code in SAID_ONCE:
            alike.setdefault(issue.message, []).append(issue)
    return [_with_places(issue, alike) for issue in ordered if alike.get(issue.message, [issue])[0] is issue]


def _with_places(issue: Issue, alike: Mapping[str, Sequence[Issue]]) -> Issue:
    others = [str(other.place) for other in alike.get(issue.message, ())[1:]]
    if not others:
        return issue
    more = f" and {len(others) - NAMED:,} more" if len(others) > NAMED else ""
    said = f"so also at {', '.join(others[:NAMED])}{more}: one record may be wrong instead of them all"
    return Issue(issue.code, issue.place, issue.message, "; ".join(filter(None, (issue.hint, said))))


def summed_up(ordered: Iterable[Issue]) -> list[Issue]:
    """The first `SHOWN` issues of each kind in each file; the next one there counts itself and all that follow it."""
    ordered = list(ordered)
    left = Counter((issue.place.path, issue.code) for issue in ordered)
    met: Counter[tuple[str, str]] = Counter()
    kept = []
    for issue in ordered:
        kind = issue.place.path, issue.code
        met[kind] += 1
        if met[kind] <= SHOWN:
            kept.append(issue)
        elif met[kind] == SHOWN + 1:
            message = f"and {left[kind] - SHOWN:,} more of this kind in this file, the first of them here"
            kept.append(Issue(issue.code, issue.place, message, "mend those above first; --format json gives all"))
    return kept


def shown(issues: Iterable[Issue], line_at: Callable[[SourcePosition], str | None]) -> str:
    """The issues as text, summed up, each with its line and a caret, counted at the end.

    `line_at` returns the text of a place's line, or None where there is none to show.
    """
    ordered = in_order(issues)
    blocks = [_block(issue, None if issue.code in OF_NO_LINE else line_at(issue.place)) for issue in summed_up(ordered)]
    count = len(ordered)
    return "\n\n".join(blocks) + f"\n\n{count} issue{'' if count == 1 else 's'}\n" if ordered else ""


def as_json(issues: Iterable[Issue]) -> str:
    """All issues as a JSON array of objects, for other programs: however many there are, each is there."""
    rows = [
        {
            "code": issue.code,
            "path": issue.place.path,
            "line": issue.place.line,
            "col": issue.place.col,
            "message": _shortened(issue.message),
            "hint": _cut(issue.hint),
        }
        for issue in in_order(issues)
    ]
    return json.dumps(rows, indent=1) + "\n"


def as_github(issues: Iterable[Issue], path_of: Callable[[SourcePosition], str]) -> str:
    """The issues as workflow commands, summed up, which GitHub shows at the lines of a change.

    `path_of` gives the path of a place from the top of the repository.
    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = []
    for issue in summed_up(in_order(issues)):
        place = issue.place
        named = {"file": path_of(place), "line": str(place.line), "col": str(place.col), "title": issue.code}
        properties = ",".join(f"{name}={_property(value)}" for name, value in named.items())
        message = _shortened(issue.message) + f"\n{_cut(issue.hint)}" * bool(issue.hint)
        lines.append(f"::error {properties}::{_data(message)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return visible(text, but="\r\n").replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _block(issue: Issue, line: str | None) -> str:
    lines = [visible(f"{issue.place}: {issue.code}: {_shortened(issue.message)}")]
    if line is not None:
        lines += _pointed(line, issue.place.col)
    if issue.hint:
        lines.append(f"  hint: {visible(_cut(issue.hint))}")
    return "\n".join(lines)


def _shortened(text: str) -> str:
    """The text with whatever runs on and on cut out of its middle: a number of 5,000 digits is told by its ends."""
    return _cut(_LONG_RUN.sub(lambda run: f"{run[0][:60]}… {len(run[0]) - 80:,} more …{run[0][-20:]}", text))


def _cut(text: str) -> str:
    """The text; of a longer one than any that is said, its beginning and its end."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 100]}… {len(text) - LONGEST:,} more …{text[-100:]}"


def _pointed(line: str, col: int, width: int = 96) -> list[str]:
    """The line, cut to a window about the column, and a caret below it."""
    start = max(0, min(col - 1 - width // 2, len(line) - width))
    window = visible(line[start : start + width].replace("\t", " "))
    before = window[: col - 1 - start]
    # A Han character is two cells wide in a terminal; an ideographic space keeps the caret below its character.
    pad = "".join((" ", "\u3000")[_cells(char) - 1] for char in before if _cells(char))
    lead = "…" if start else ""
    tail = "…" if start + width < len(line) else ""
    return [f"    {lead}{window}{tail}", f"    {' ' if lead else ''}{pad}^"]


def _cells(char: str) -> int:
    """How many cells of a terminal a character takes: none where it is drawn over the one before it."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def visible(text: str, but: str = "") -> str:
    """The text with something to see for each character that steers a terminal or shows nothing, as long as before.

    A line break is such a character, too: what a message quotes may hold one. Those of `but` stay.
    """
    return "".join(char if char in but else _seen(char) for char in text)


def _seen(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char))
    unseen = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") and char not in "\u200c\u200d"
    return "\ufffd" if unseen else char
