"""What of suggestions is open still: what was refused stays refused, what is coded is not proposed.

What is the same is told by kind and words in their place, and by the hash of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from ..content.nodes import Mapping, Sequence, node_of
from ..content.records import Report
from ..content.suggested import SuggestedStatement, Suggestions
from ..text.anchor import Anchored, anchored
from ..text.fold import Folded, fold_widths
from .accepting import Taken
from .entries import value
from .proposing import Placed

# Where a statement stands in the text of its report, and its kind.
Place = tuple[int, int, str]


def kept_apart(report: Report, made: Suggestions, placed: Iterable[Placed], annotations: str = "") -> Suggestions:
    """The suggestions for a report without those that a person has coded or refused, which are remembered.

    `annotations` is the text of their file, by which also such statements are known that lack something yet.
    """
    coded = {*_coded(report), *_begun(report, annotations)}
    held = report.suggestions or Suggestions(text_sha256="")
    refused = {_name(one) for one in held.rejected if one.text_sha256 == report.text_sha256}
    blanks = {one.block for one in held.rejected_blanks if one.text_sha256 == report.text_sha256}
    numbers = {(one.block, one.text) for one in held.rejected_numbers if one.text_sha256 == report.text_sha256}
    read = {*blocks_with_a_reading(report), *blanks}
    marked = tuple(_marked_elsewhere(report, coded))
    known = refused | {_name(one.statement) for one in marked}
    open_ones = [one for one in placed if _name(one.statement) not in known and not _is_coded(coded, one)]
    in_order = sorted((*open_ones, *marked), key=lambda one: (one.start, -one.end))
    return replace(
        made,
        statements=tuple(one.statement for one in in_order),
        nothing_to_code=tuple(one for one in made.nothing_to_code if one.block not in read),
        numbers=tuple(
            one
            for one in made.numbers
            if (one.block, one.text) not in numbers and not _is_accounted(report, one.block, one.text)
        ),
        rejected=held.rejected,
        rejected_follow_ups=held.rejected_follow_ups,
        rejected_blanks=held.rejected_blanks,
        rejected_numbers=held.rejected_numbers,
    )


def _marked_elsewhere(report: Report, coded: Collection[Place]) -> Iterator[Placed]:
    """What came from other tools and waits, which nothing makes anew; what is coded just so waits no longer."""
    held = report.suggestions
    statements = held.statements if held and held.text_sha256 == report.text_sha256 else ()
    for one in _placed(report, (each for each in statements if each.tool)):
        if not _is_coded(coded, one):
            yield one


def still_open(report: Report, suggestions: Suggestions) -> Suggestions:
    """The suggestions without those that a person has coded, read or accounted for since they were made."""
    coded, read = {*_coded(report)}, {*blocks_with_a_reading(report)}
    gone = {one.statement.id for one in _placed(report, suggestions.statements) if _is_coded(coded, one)}
    return replace(
        suggestions,
        statements=tuple(one for one in suggestions.statements if one.id not in gone),
        nothing_to_code=tuple(one for one in suggestions.nothing_to_code if one.block not in read),
        numbers=tuple(one for one in suggestions.numbers if not _is_accounted(report, one.block, one.text)),
    )


def each_once(report: Report, taken: Taken) -> Taken:
    """What is taken without what would code words twice: of two that share them what a person marked, or the surer."""
    coded = {*_coded(report)}
    in_turn = sorted(_placed(report, taken.statements), key=lambda one: (not one.statement.tool, -_sure(one)))
    kept: dict[str, Placed] = {}
    for one in in_turn:
        if not _shares_half(coded, one):
            kept[one.statement.id] = one
            coded.add(_place(one))
    of_these = {b.id for b in report.blocks if any(b.start <= one.start < b.end for one in kept.values())}
    return replace(
        taken,
        statements=tuple(one for one in taken.statements if one.id in kept),
        blanks=tuple(one for one in taken.blanks if one.block not in of_these),
    )


def _sure(one: Placed) -> Decimal:
    return one.statement.confidence


def _placed(report: Report, statements: Iterable[SuggestedStatement]) -> Iterator[Placed]:
    """Suggested statements with their places, those that have one."""
    text = fold_widths(report.text)
    for one in statements:
        at = _anchored(text, one.quote, one.prefix, one.suffix)
        if at:
            yield Placed(one, at.start, at.end)


def _anchored(text: Folded, quote: str, prefix: str, suffix: str) -> Anchored | None:
    at = anchored(text, quote, prefix, suffix) if quote else None
    return at if isinstance(at, Anchored) else None


def _coded(report: Report) -> Iterator[Place]:
    return ((one.start, one.end, one.kind) for one in report.statements)


def _begun(report: Report, annotations: str) -> Iterator[Place]:
    """Where the words of statements stand as annotations have them, whatever else these lack."""
    node, _ = node_of(annotations, "")
    held = node.items.get("statements") if isinstance(node, Mapping) else None
    text = fold_widths(report.text)
    for item in held.items if isinstance(held, Sequence) else ():
        if isinstance(item, Mapping):
            kind, quote, prefix, suffix = (value(item, name) for name in ("kind", "quote", "prefix", "suffix"))
            if at := _anchored(text, quote, prefix, suffix):
                yield at.start, at.end, kind


def blocks_with_a_reading(report: Report) -> Iterable[str]:
    """The blocks that have a reading."""
    return (block.id for block in report.blocks if block.reading != "unread")


def _name(one: object) -> tuple[str, ...]:
    return tuple(getattr(one, name) for name in ("kind", "quote", "prefix", "suffix"))


def _place(one: Placed) -> Place:
    return one.start, one.end, one.statement.kind


def _is_coded(coded: Collection[Place], one: Placed) -> bool:
    """True where a statement has half of the words already; of words that a person marked, where it has just these."""
    return _place(one) in coded if one.statement.tool else _shares_half(coded, one)


def _shares_half(coded: Collection[Place], one: Placed) -> bool:
    size = one.end - one.start
    return any(2 * (min(one.end, end) - max(one.start, start)) >= size for start, end, _ in coded)


def _is_accounted(report: Report, block: str, words: str) -> bool:
    return any(n.block == block and n.number.text in words and (n.statement or n.reason) for n in report.numbers)
