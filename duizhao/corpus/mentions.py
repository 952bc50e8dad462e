"""Where a report names initiatives and terms: the longest wording wins, and what only looks alike names none.

Each report is looked through by itself; what is named in all of them together is left to `corpus.join`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..content.gathered import Mention
from ..content.records import Report
from ..text.fold import fold_widths, folded_text


@dataclass(frozen=True, slots=True)
class Wordings:
    """The wordings of all records of a kind: whose each is, those that only look alike, and a pattern of them all.

    All are folded, as the texts are in which they are looked for: their brackets and letters are of any width.
    """

    kind: str  # initiative, term or name
    owners: Mapping[str, str]
    alike: frozenset[str]
    pattern: re.Pattern[str]


def wordings_of(kind: str, records: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> Wordings:
    """The wordings of records of a kind, each given as its id, what names it and what only looks alike.

    What two claim is the first one's: the second has a mistake.
    """
    owners: dict[str, str] = {}
    alike: set[str] = set()
    for owner, names, others in records:
        owners = dict.fromkeys(map(folded, names), owner) | owners
        alike |= set(map(folded, others))
    return Wordings(kind, owners, frozenset(alike), _longest_first({*owners, *alike}))


def mentions_in(report: Report, wordings: Wordings) -> Iterator[Mention]:
    """Where a report's blocks name a record of a kind, in the order of the text."""
    for block in report.blocks:
        for owner, start, end in named_in(block.text, wordings):
            text = block.text[start:end]
            yield Mention(wordings.kind, owner, report.id, block.id, block.start + start, block.start + end, text)


def mentions_kept(report: Report, wordings: Wordings) -> Iterable[Mention]:
    """The same, from what was gathered when the report was read, where it still has the blocks that it had then."""
    known = report.gathered
    if known is None or not has_mentions(report):
        return mentions_in(report, wordings)
    return (mention for mention in known.mentions if mention.kind == wordings.kind)


def has_mentions(report: Report) -> bool:
    """True of a report that still has the blocks of which its mentions were gathered when it was read."""
    return report.gathered is not None and report.gathered.blocks is report.blocks


def named_in(text: str, wordings: Wordings) -> Iterator[tuple[str, int, int]]:
    """Where a text names records of a kind: the id of the record, and where its words begin and end."""
    plain = None
    for match in wordings.pattern.finditer(folded_text(text)):
        owner = wordings.owners.get(match[0])
        if owner and match[0] not in wordings.alike:
            plain = plain or fold_widths(text)
            yield owner, *plain.span(*match.span())


def folded(words: str) -> str:
    """A wording as it is looked for."""
    return folded_text(words)


def _longest_first(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of the words, longer ones first; of none, one that matches nothing."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)) or "(?!)")
