"""What a report's statements and suggestions may say of promises of earlier reports of its district.

How later words are told to speak of a promise is left to `following`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..content.records import Content, Report, Statement
from ..content.suggested import SuggestedFollowUp, SuggestedStatement
from ..content.vocabulary import COMMITMENTS
from ..corpus.mentions import Wordings, named_in, wordings_of
from .following import Link, Said, links
from .marks import confidence
from .weights import Weights

# More of one promise no person looks at.
_MOST = 5


def follow_ups_of(
    library: Content, report: Report, suggested: Iterable[SuggestedStatement], weights: Weights
) -> Iterator[SuggestedFollowUp]:
    """Words of a report that may speak of promises of earlier ones, numbered from f001.

    What a person has linked already, or refused for this text, is left out.
    """
    for number, link in enumerate(_open(library, report, suggested, weights), 1):
        yield SuggestedFollowUp(
            id=f"f{number:03}",
            promise=link.promise,
            later=link.later.removeprefix(f"{report.id}/"),
            grounds=link.grounds,
            confidence=confidence(link.likely),
        )


def words_by_name(library: Content, report: Report, suggested: Iterable[SuggestedStatement]) -> Mapping[str, str]:
    """The words of all that follow-ups of a report may name, by the names that they have there."""
    own = {one.id: one.quote for one in report.statements} | {one.id: one.quote for one in suggested}
    for earlier in earlier_reports(library, report):
        own |= {one.full_id: one.quote for one in earlier.statements}
        own |= {f"{earlier.id}/{one.id}": one.quote for one in _waiting(earlier)}
    return own


def _open(
    library: Content, report: Report, suggested: Iterable[SuggestedStatement], weights: Weights
) -> Iterator[Link]:
    suggested = tuple(suggested)
    named = initiatives_of(library)
    words = words_by_name(library, report, suggested)
    refused = {
        (one.report, one.promise, one.later)
        for one in (report.suggestions.rejected_follow_ups if report.suggestions else ())
        if one.text_sha256 == report.text_sha256
    }
    later = [*said_of(report, named), *_suggested(report, suggested, "", named)]
    known = {(one.promise, words) for one in library.follow_ups for words in one.later if isinstance(words, str)}
    for earlier in earlier_reports(library, report):
        promises = [
            *said_of(earlier, named, promises=True),
            *_suggested(earlier, _waiting(earlier), f"{earlier.id}/", named),
        ]
        many: dict[str, int] = {}
        for link in links(promises, later, weights):
            many[link.promise] = many.get(link.promise, 0) + 1
            said = (earlier.id, words[link.promise], words[link.later.removeprefix(f"{report.id}/")])
            is_open = (link.promise, link.later) not in known and said not in refused
            if many[link.promise] <= _MOST and is_open:
                yield link


def initiatives_of(library: Content) -> Wordings:
    """The wordings that name the site's initiatives."""
    return wordings_of("initiative", ((one.id, one.aliases, one.not_these) for one in library.initiatives))


def said_of(report: Report, named: Wordings, *, promises: bool = False) -> Iterator[Said]:
    """The statements of a report by their full ids: all, or its promises alone."""
    paragraphs = {block.id: block.text for block in report.blocks}
    for one in report.statements:
        if not promises or one.kind in COMMITMENTS:
            yield _said(one, one.full_id, paragraphs[one.block], named)


def _suggested(report: Report, suggested: Iterable[SuggestedStatement], before: str, named: Wordings) -> Iterator[Said]:
    """The suggested statements of a report, with what goes before their ids in their names."""
    for one in suggested:
        said = one.prefix + one.quote + one.suffix
        around = next((block.text for block in report.blocks if said in block.text), one.quote)
        yield _said(one, before + one.id, around, named)


def _said(one: Statement | SuggestedStatement, name: str, around: str, named: Wordings) -> Said:
    return Said(
        name,
        one.quote,
        one.themes,
        frozenset(measure.indicator for measure in one.measures) - {""},
        _names(one.quote, named),
        frozenset(measure.unit for measure in one.measures) - _COMMON,
        around,
    )


# Units that count anything, so that having one in common says nothing.
_COMMON = frozenset({"", "%", "个", "家", "项", "人", "元", "年"})


def _names(words: str, named: Wordings) -> frozenset[str]:
    return frozenset(owner for owner, _, _ in named_in(words, named))


def _waiting(report: Report) -> Iterator[SuggestedStatement]:
    """The promises that are suggested for a report and wait."""
    suggestions = report.suggestions
    if suggestions and suggestions.text_sha256 == report.text_sha256:
        yield from (one for one in suggestions.statements if one.kind in COMMITMENTS)


def earlier_reports(library: Content, report: Report) -> list[Report]:
    """The earlier reports of the district, in the order of time."""
    own = [one for one in library.reports if one.district == report.district and one.date < report.date]
    return sorted(own, key=lambda one: (one.date, one.id))
