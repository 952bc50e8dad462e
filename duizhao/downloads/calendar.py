"""The targets' deadlines as a calendar file (RFC 5545).

Where on the site a target stands is left to the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..content.records import Statement
from ..corpus.join import Corpus

_LONGEST = 75  # octets of a line


def calendar(
    corpus: Corpus,
    title: str,
    inferred: str,
    language: str,
    address: Callable[[Statement], str],
    limits: Callable[[Statement], str] = lambda _: "",
) -> bytes:
    """An all-day event on the last day of each time of each target.

    `inferred` is said of a time that the text does not print. `address` gives a statement's full address, `limits`
    what it must not be read without. The time stamp is the report's date: the clock is never asked.
    """
    settings = corpus.library.site
    outward = settings.outward_language
    publisher = f"-//{_escaped(settings.title[outward])}//Targets//{outward.upper()}"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{publisher}", f"X-WR-CALNAME:{_escaped(title)}"]
    for statement in deadlines(corpus):
        for time in statement.times:
            remarks = (limits(statement), inferred if time.period_basis == "inferred" else "")
            remark = "\n".join(filter(None, remarks))
            lines += _event(corpus, statement, time.period.last_day, remark, language, address(statement))
    lines.append("END:VCALENDAR")
    return "".join(fold_line(line) + "\r\n" for line in lines).encode()


def deadlines(corpus: Corpus) -> Iterator[Statement]:
    """The targets with a time. Without any a calendar would have no component, of which RFC 5545, 3.6, wants one."""
    for report in corpus.library.reports:
        yield from (one for one in report.statements if one.kind == "target" and one.times)


def _event(corpus: Corpus, target: Statement, due: date, remark: str, language: str, address: str) -> Iterator[str]:
    """The lines of the event of a target on one day, with remarks below its words; of several days each is named."""
    described = "\n".join(filter(None, (target.quote, remark)))
    day = f"-{due:%Y%m%d}" if len(target.times) > 1 else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{target.report}-{target.id}{day}-{language}@{corpus.library.site.id}"
    yield f"DTSTAMP:{corpus.reports[target.report].date.last_day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"SUMMARY:{_escaped(target.gloss if language == 'en' else target.quote)}"
    yield f"DESCRIPTION:{_escaped(described)}"
    yield f"URL:{address}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold_line(line: str) -> str:
    """The line cut so that no part is longer than 75 octets (RFC 5545, 3.1), never within a character."""
    if len(line.encode()) < _LONGEST:
        return line
    parts, begun, size = [], 0, 0
    for at, char in enumerate(line):
        octets = len(char.encode())
        if size + octets > _LONGEST - 1:
            parts.append(line[begun:at])
            begun, size = at, 1  # the space that the next line begins with
        size += octets
    return "\r\n ".join([*parts, line[begun:]])
