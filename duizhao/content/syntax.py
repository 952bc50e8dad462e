"""What is meant by a line that YAML cannot read, or that it reads as nobody meant it: the cause, and a way out.

Characters that only look like those of YAML are left to `look_alikes`, what the keys mean to `reader`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from ..issues import Issue, SourcePosition
from .look_alikes import alike_in_syntax

QUOTED = "put the value in quotes"
_CODE = "yaml-syntax"
_NO_ESCAPE = "write \\\\ for a backslash, or put the value in single quotes"
# The key that a line begins with, behind the hyphen of a list, and where its value begins.
_KEY = re.compile(r"(?P<lead>[ ]*(?:- +)*)(?P<key>\w[\w.-]*):(?: +(?=\S)|[ ]*$)")
_NO_SPACE = re.compile(r"[ ]*(?:- +)*\{?(?P<key>[A-Za-z_]\w*):(?P<value>(?!//)[^\s:].*)")
_TAB = re.compile(r"[ -]*\t")
_SIGNS = "%@`&*!|>[{"
# As YAML sets values apart: what stands in quotes, with the two ways of writing a quote within.
_IN_QUOTES = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
# A character as JSON spells it that two escapes make.
_SURROGATES = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_LONGEST = 2000
_PAIRS = {"]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class _Failed:
    """A text that YAML could not read, the error, and where the text stands in its file."""

    text: str
    error: yaml.MarkedYAMLError
    path: str
    first_line: int

    @property
    def line(self) -> int:
        """The line of the error, counted from 0."""
        return self.error.problem_mark.line if self.error.problem_mark else 0

    def near(self) -> Iterator[tuple[int, str]]:
        """The line of the error and the two above it, the nearest first, each with its number."""
        lines = self.text.split("\n")
        last = min(self.line, len(lines) - 1)
        return ((number, lines[number]) for number in range(last, max(-1, last - 3), -1))

    def issue(self, line: int, col: int, message: str, hint: str) -> Issue:
        """An issue at a line and a column, both counted from 0; YAML looks on where a text has ended."""
        lines = self.text.split("\n")
        if line >= len(lines):
            line, col = len(lines) - 1, len(lines[-1])
        return Issue(_CODE, SourcePosition(self.path, self.first_line + line, col + 1), message, hint)


def cause_of(text: str, error: yaml.MarkedYAMLError, path: str, first_line: int) -> Issue:
    """The issue of a text that YAML cannot read, at its cause, which may stand before the place of the error."""
    failed = _Failed(text, error, path, first_line)
    return (
        alike_in_syntax(text, failed.line, path, first_line)
        or _no_escape(failed)
        or _open_quote(failed)
        or _tab(failed)
        or _no_space(failed)
        or _joined_hyphen(failed)
        or _second_document(failed)
        or _open_bracket(failed)
        or _closes_nothing(failed)
        or _sign(failed)
        or _colon_in_value(failed)
        or _column(failed)
        or _no_colon(failed)
        or failed.issue(
            failed.line,
            error.problem_mark.column if error.problem_mark else 0,
            f"YAML cannot read on here: {error.problem or error}",
            "a value with `: `, `#` or a leading quote, bracket or `*` must stand in quotes",
        )
    )


def misread(text: str, path: str, first_line: int) -> Issue | None:
    """The issue of a value that begins with a sign by which YAML repeats, names or types what follows."""
    if not re.search(r"(?:^|[\s\[{,])[*&!]\S", text):
        return None
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = event.start_mark
        if not mark or not isinstance(event, yaml.NodeEvent):
            continue
        sign = _special(event)
        if sign:
            place = SourcePosition(path, first_line + mark.line, mark.column + 1)
            value = text.split("\n")[mark.line][mark.column :].rstrip()
            quoted = "" if re.search("[]}]", value) else _as_quoted(value)
            message = f"the value begins with {sign}, which means something to YAML"
            return Issue(_CODE, place, message, f"{QUOTED}{quoted}")
    return None


def _special(event: yaml.NodeEvent) -> str:
    """The sign that makes a value more than its words, '' for none."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    if event.anchor:
        return "&"
    return "!" if getattr(event, "tag", None) else ""


def joined_key(name: str) -> tuple[str, str] | None:
    """The key and the value that no space parts behind their colon; None of what is no such pair."""
    found = _NO_SPACE.fullmatch(name)
    return (found["key"], found["value"]) if found else None


def no_space(place: SourcePosition, name: str, value: str) -> Issue:
    """The issue of a key and a value that no space parts."""
    value = value if len(value) <= 40 else "…"
    return Issue(_CODE, place, f"no space stands behind the colon of {name}", f"write {name}: {value}")


def _no_escape(failed: _Failed) -> Issue | None:
    """The issue of a backslash between double quotes that begins no escape, such as that of a path or of \\%."""
    error, problem = failed.error, failed.error.problem or ""
    mark, opened = error.problem_mark, error.context_mark
    if not (mark and opened and "quoted scalar" in (error.context or "") and re.search("escape|hexdecimal", problem)):
        return None
    line = failed.text.split("\n")[mark.line]
    # YAML errs at the backslash, or behind the letter that would begin a number.
    at = mark.column if "unknown" in problem else mark.column - 2
    pair = _SURROGATES.match(line, at)
    if "invalid" in problem and not pair:
        escape = re.match(r"\\(?:u\w{4}|U\w{8})", line[at:])
        message = f"{escape[0] if escape else line[at:]} stands for no character"
        return failed.issue(opened.line, opened.column, message, "write the character itself")
    message, hint = f"{line[at : at + 2]} between double quotes is no escape of YAML", _NO_ESCAPE
    if pair:
        char = chr(0x10000 + (int(pair[1], 16) - 0xD800) * 0x400 + int(pair[2], 16) - 0xDC00)
        hint = f"write the character itself, {char}, in place of {pair[0]}"
    return failed.issue(mark.line, at, message, hint)


def _open_quote(failed: _Failed) -> Issue | None:
    """The issue of a quote that is not closed: YAML reads on to the next one, and errs where that stands."""
    error = failed.error
    if error.context_mark and "quoted scalar" in (error.context or ""):
        opened, message = error.context_mark, "the quote that opens here is not closed"
    else:
        at = error.problem_mark
        last = _last_quoted(failed.text, at)
        if not last or not at or last.end_mark.line != at.line:
            return None
        opened = last.start_mark
        if last.start_mark.line == last.end_mark.line:
            return _words_behind(failed, last)
        message = f"the quote that opens here runs to line {failed.first_line + at.line}; its own end may be missing"
    hint = "close it; a quote within quotes is written \\\" between double ones and '' between single ones"
    return failed.issue(opened.line, opened.column, message, hint)


def _words_behind(failed: _Failed, quoted: yaml.ScalarToken) -> Issue | None:
    """The issue of a value of which only the beginning stands in quotes: "Care" for the elderly."""
    rest = failed.text.split("\n")[quoted.end_mark.line][quoted.end_mark.column :]
    if not re.match(r"[ ]*[^\s,:\]}#]", rest):
        return None
    message = "the quotes that open here end before the value does"
    hint = "put the whole value in quotes, double ones about single ones or single ones about double ones"
    return failed.issue(quoted.start_mark.line, quoted.start_mark.column, message, hint)


def _last_quoted(text: str, at: yaml.Mark | None) -> yaml.ScalarToken | None:
    """The last text in quotes before YAML cannot go on."""
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.CSafeLoader):
            if at and (token.start_mark.line, token.start_mark.column) >= (at.line, at.column):
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token
    except yaml.YAMLError:
        pass  # the very error
    return last


def _tab(failed: _Failed) -> Issue | None:
    for number, line in failed.near():
        if tab := _TAB.match(line):
            message = "a tab stands at the head of this line, and YAML counts spaces alone"
            return failed.issue(number, tab.end() - 1, message, "put two spaces in its place")
    return None


def _no_space(failed: _Failed) -> Issue | None:
    for number, line in failed.near():
        found = _NO_SPACE.match(line)
        if found and "{" not in found[0][: found.start("value")]:
            place = SourcePosition(failed.path, failed.first_line + number, found.start("key") + 1)
            return no_space(place, found["key"], found["value"].rstrip())
    return None


def _joined_hyphen(failed: _Failed) -> Issue | None:
    for number, line in failed.near():
        found = re.match(r"[ ]*-(?P<key>[A-Za-z_]\w*): ", line)
        if found:
            message = "no space stands behind the hyphen, so that it begins no record"
            return failed.issue(number, found.start("key") - 1, message, f"write - {found['key']}: …")
    return None


def _second_document(failed: _Failed) -> Issue | None:
    """The issue of a line of hyphens, behind which YAML begins another document."""
    if "another document" not in (failed.error.problem or ""):
        return None
    return failed.issue(failed.line, 0, "this line begins a second document, and a file holds one", "take the line out")


def _open_bracket(failed: _Failed) -> Issue | None:
    """The issue of a list or a mapping in brackets that does not end in its line."""
    error = failed.error
    if not error.context_mark or "flow" not in (error.context or ""):
        return None
    lines = failed.text.rstrip("\n").split("\n")
    number = min(error.context_mark.line, len(lines) - 1)
    line = lines[number]
    open_ones: list[int] = []
    for at, char in enumerate(_without_quoted(line)):
        if char in "[{":
            open_ones.append(at)
        elif char in "]}" and open_ones and line[open_ones.pop()] != _PAIRS[char]:
            closing = "]" if char == "}" else "}"
            message = f"{char} closes a bracket that another kind opened"
            return failed.issue(number, at, message, f"write {closing}")
    goes_on = error.problem_mark is not None and error.problem_mark.column < len(line.rstrip())
    if not open_ones or (number == failed.line and goes_on):
        return None
    opened = open_ones[-1]
    closing = "]" if line[opened] == "[" else "}"
    hint = f"close it with {closing}; a bracket that is a part of the words stands in quotes with them"
    return failed.issue(number, opened, "the bracket that opens here is not closed", hint)


def _closes_nothing(failed: _Failed) -> Issue | None:
    """The issue of a bracket that closes one which is closed."""
    number, line = next(failed.near())
    first = re.search(r"[\[{]", line)
    depth = 0
    for at, char in enumerate(_without_quoted(line)):
        depth += (char in "[{") - (char in "]}")
        if depth < 0 and first and first.start() < at:
            return failed.issue(number, at, f"{char} closes a bracket that is closed", "take it away")
    return None


def _without_quoted(line: str) -> str:
    """The line with blanks for what stands in quotes; its beginning where it is longer than any that is written."""
    return _IN_QUOTES.sub(lambda match: " " * len(match[0]), line[:_LONGEST])


def _sign(failed: _Failed) -> Issue | None:
    """The issue of a value that begins with a sign which means something to YAML."""
    for number, line in failed.near():
        found = _KEY.match(line) or re.match(r"(?P<lead>[ ]*(?:- +)+)(?=\S)", line)
        if found and line[found.end() : found.end() + 1] in tuple(_SIGNS):
            sign, value = line[found.end()], line[found.end() :].rstrip()
            if sign in "[{" and value.endswith(("]", "}", ",")):
                continue  # a list or a mapping, in which something else is wrong
            message = f"the value begins with {sign}, which means something to YAML"
            return failed.issue(number, found.end(), message, f"{QUOTED}{_as_quoted(value)}")
    return None


def _colon_in_value(failed: _Failed) -> Issue | None:
    """The issue of a value that holds a colon and a space, which YAML takes for the end of a key."""
    lines = failed.text.split("\n")
    at = failed.error.problem_mark
    line = lines[at.line] if at and at.line < len(lines) else ""
    if at is not None and "flow" in (failed.error.context or ""):
        return _colon_in_brackets(failed, at.line, line)
    first = _KEY.match(line)
    if at is None or first is None:
        return None
    value = line[first.end() :].rstrip()
    within = value.find(": ")
    if within < 0:
        return None
    message = f"the value of {first['key']} holds `: `, which YAML takes for the end of a key"
    return failed.issue(at.line, first.end() + within, message, f"{QUOTED}{_as_quoted(value)}")


def _colon_in_brackets(failed: _Failed, number: int, line: str) -> Issue | None:
    """The same within brackets, where a comma may be missing before the next key."""
    found = re.search(r": +([^,\[\]{}:\s][^,\[\]{}:]*): ", _without_quoted(line))
    if not found:
        return None
    *before, last = found[1].split()
    hint = f"{QUOTED}, or a comma before {last} where that is a key of its own" if before else QUOTED
    return failed.issue(number, found.end(1), "`: ` stands within a value", hint)


def _column(failed: _Failed) -> Issue | None:
    """The issue of a line that begins in another column than the keys about it."""
    lines = failed.text.split("\n")
    at = failed.error.problem_mark
    line = lines[at.line] if at and at.line < len(lines) else ""
    own = _KEY.match(line)
    above = next((found for text in reversed(lines[: failed.line]) if (found := _KEY.match(text))), None)
    if own is None or above is None or len(own["lead"]) == len(above["lead"]):
        return None
    message = f"{own['key']} begins in another column than {above['key']} above it"
    hint = "keys of one record begin in one column, and each record with `- `"
    return failed.issue(failed.line, len(own["lead"]), message, hint)


def _no_colon(failed: _Failed) -> Issue | None:
    """The issue of a line that is a lone word, or words that are no value of a key."""
    for number, line in failed.near():
        if found := re.fullmatch(r"[ ]*(?:- +)*([A-Za-z_]\w*)[ ]*", line):
            return failed.issue(number, found.start(1), f"no colon stands behind {found[1]}", f"write {found[1]}:")
    if "expected ':'" not in (failed.error.problem or ""):
        return None
    above = ((number, line) for number, line in failed.near() if number < failed.line and line.strip())
    number, line = next(above, (failed.line, ""))
    col = len(line) - len(line.lstrip())
    hint = "begin it with its key and a colon; words that go on from the line above stand deeper than its key"
    return failed.issue(number, col, "this line has no key", hint) if line else None


def _as_quoted(value: str) -> str:
    """A value as it would be written in quotes, for a hint, where it is short and simple."""
    plain = 0 < len(value) <= 60 and '"' not in value and "\\" not in value
    return f': "{value}"' if plain else ""
