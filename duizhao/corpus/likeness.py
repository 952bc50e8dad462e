"""Which reports are read as before where what all reports share is another: those that have none of the words changed.

A wording, a name or an id can tell nothing of a report in which it does not stand. How a report is read is left to
`reading`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from ..content.gathered import MENTIONED
from ..content.records import Report
from ..content.schema import Bilingual, Record
from ..text.fold import folded_text
from .mentions import Wordings
from .names import bare
from .reading import ReadReport
from .vocabularies import Vocabularies

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Difference:
    """The words in which two vocabularies differ, as they stand in `Texts`; the ids that are `gone`, with kinds."""

    words: frozenset[str] = frozenset()
    gone: frozenset[tuple[str, str]] = frozenset()

    def of_annotations(self) -> Difference:
        """Of what is gone that which annotations name by its id; what texts mention is left out."""
        return Difference(frozenset(_plain(name) for kind, name in self.gone if kind not in MENTIONED))


def difference(before: Vocabularies, after: Vocabularies) -> Difference | None:
    """By what two vocabularies differ; None where it is more than words that stand in a report or do not."""
    if (before.languages, before.broken, before.whole) != (after.languages, after.broken, after.whole):
        return None
    terms = _others(before.terms, after.terms)
    named = (before.names.things, after.names.things)
    things = _others(*named)
    ids = {
        *({*before.districts} ^ {*after.districts}),
        *({*before.themes} ^ {*after.themes}),
        *_others(before.indicators, after.indicators),
        *_others(before.aspects, after.aspects),
    }
    words = {
        *ids,
        *_wordings(before.initiative_wordings, after.initiative_wordings),
        *_wordings(before.term_wordings, after.term_wordings, terms),
        *_wordings(before.names.wordings, after.names.wordings, things),
        *_others(before.names.variants, after.names.variants),
        *(word for names in named for thing in things & names.keys() for word in names[thing].never),
        *(word for word, _ in {*before.lexicon.local} ^ {*after.lexicon.local}),
    }
    return Difference(frozenset(map(_plain, words)), frozenset(_ids(before) - _ids(after)))


@dataclass(slots=True)
class Texts:
    """The words of reports, as others are looked for in them: made once for each report, by the report itself."""

    _known: dict[str, tuple[Report, tuple[str, str]]] = field(default_factory=dict)

    def know(self, reports: Iterable[ReadReport]) -> None:
        """Makes the words of all reports, so that who asks need not wait, and forgets all others."""
        self._known = {one.report.id: (one.report, self._of(one.report)) for one in reports if one.report}

    def take_over(self, before: ReadReport, after: ReadReport) -> None:
        """Knows the words of a report for another one that has the same."""
        if before.report and after.report and (known := self._known.get(before.report.id)):
            self._known[before.report.id] = after.report, known[1]

    def is_alike(self, one: ReadReport, differing: Difference | None) -> bool:
        """True of a report that is read the same with and without these words.

        Of one in which something is wrong that is not known: what is wrong says what else there is.
        """
        if differing is None or one.report is None or one.issues:
            return False
        own = self._of(one.report)
        return not any(word in text for word in differing.words for text in own)

    def _of(self, report: Report) -> tuple[str, str]:
        known = self._known.get(report.id)
        if known and known[0] is report:
            return known[1]
        # apart, as a text of letters alone takes half the room
        translation = "\n".join(block.translation or "" for block in report.blocks)
        made = (_plain("\n".join((report.text, *_said(report)))), _plain(translation))
        self._known[report.id] = report, made
        return made


def _said(report: Report) -> Iterator[str]:
    """All words of a report's records, whatever they are."""
    for statement in report.statements:
        yield from _words_of(statement)
        for measure in statement.measures:
            yield from _words_of(measure)
    yield from _words_of(report)


def _words_of(record: Record) -> Iterator[str]:
    for key in record.keys:
        value = getattr(record, key.field)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Bilingual):
                yield from (one.zh, one.en)
            elif isinstance(one, str):
                yield one


def _plain(words: str) -> str:
    """Words without what any rule that looks for them passes over: widths, white space, case, quotation marks."""
    return "".join(bare(folded_text(words)).split())


def _others(before: Mapping[str, Value], after: Mapping[str, Value]) -> set[str]:
    """The keys that one of two mappings alone has, or for which they have other values."""
    return {key for key in {*before, *after} if key not in before or key not in after or before[key] != after[key]}


def _wordings(before: Wordings, after: Wordings, owners: Iterable[str] = ()) -> set[str]:
    """The wordings in which two of a kind differ, and all of these owners."""
    wanted = {*owners}
    of_owners = {word for one in (before, after) for word, owner in one.owners.items() if owner in wanted}
    return _others(before.owners, after.owners) | (before.alike ^ after.alike) | of_owners


def _ids(one: Vocabularies) -> set[tuple[str, str]]:
    """All ids, each with its kind."""
    return {
        *(("district", name) for name in one.districts),
        *(("theme", name) for name in one.themes),
        *(("indicator", name) for name in one.indicators),
        *(("term", name) for name in one.terms),
        *(("initiative", name) for name in one.initiative_wordings.owners.values()),
    }
