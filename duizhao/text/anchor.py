"""Quotes into places: strict, pure, apart from drawing. The names are those of the W3C's Web Annotation model."""

from __future__ import annotations

from dataclasses import dataclass

from .fold import Folded, fold_spaced, folded_text, occurrences


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a quote was found: start and end in the text as it stands, half-open, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidates:
    """Why a quote was not anchored: every place where it stands, or, if nowhere, the text that comes nearest.

    `exact` is True where the quote does occur, more than once, `displaced` where it does and never beside its prefix
    or suffix; `places` are spans in the text.
    """

    exact: bool
    places: tuple[tuple[int, int], ...]
    displaced: bool = False


def anchored(text: Folded, exact: str, prefix: str = "", suffix: str = "") -> Anchored | Candidates:
    """The one place where prefix, exact and suffix stand side by side, compared without widths and white space.

    strict: a wrong highlight is worse than a failed build, so nothing is matched by likeness; likeness only
    serves the message.
    """
    before, quote, after = (folded_text(part) for part in (prefix, exact, suffix))
    starts = [at + len(before) for at in occurrences(before + quote + after, text.text)] if quote else []
    spans = tuple(text.span(start, start + len(quote)) for start in starts if _is_whole(text, start, len(quote)))
    if len(spans) == 1:
        return Anchored(*spans[0])
    if spans:
        return Candidates(True, spans)
    again = tuple(text.span(at, at + len(quote)) for at in occurrences(quote, text.text)) if before or after else ()
    return Candidates(False, again or _nearest(text, quote), displaced=bool(again))


def anchored_words(text: Folded, exact: str, prefix: str = "", suffix: str = "") -> Anchored | Candidates:
    """The one place where whole words stand beside their prefix and suffix, in a text folded with its blanks kept.

    A blank between the words and what stands beside them may be given or not; 40 is not in 400, nor art in part.
    """
    quote = fold_spaced(exact).text.strip()
    before, after = fold_spaced(prefix).text.strip(), fold_spaced(suffix).text.strip()
    starts = [at for at in occurrences(quote, text.text) if _are_words(text.text, at, at + len(quote))] if quote else []
    beside = [at for at in starts if _stands_between(text.text, at, at + len(quote), before, after)]
    spans = tuple(text.span(at, at + len(quote)) for at in beside if _is_whole(text, at, len(quote)))
    if len(spans) == 1:
        return Anchored(*spans[0])
    if spans:
        return Candidates(True, spans)
    again = tuple(text.span(at, at + len(quote)) for at in starts)
    return Candidates(False, again or _nearest(text, quote), displaced=bool(again))


def _stands_between(text: str, start: int, end: int, before: str, after: str) -> bool:
    left, right = text[max(0, start - len(before) - 1) : start], text[end : end + len(after) + 1]
    return left.rstrip().endswith(before) and right.lstrip().startswith(after)


def _are_words(text: str, start: int, end: int) -> bool:
    """True where a span begins and ends with whole words and whole numbers."""
    return not _is_cut(text, start) and not _is_cut(text, end)


def _is_cut(text: str, at: int) -> bool:
    """True where a place lies within a word, or within a number such as 13,500 or 4.5."""
    before, after = text[max(0, at - 2) : at], text[at : at + 2]
    if before[-1:].isalnum() and after[:1].isalnum():
        return True
    signs = (before[-1:] + after, before + after[:1])
    return any(len(three) == 3 and three[0].isdigit() and three[1] in ",." and three[2].isdigit() for three in signs)


def misplaced(prefix: str, suffix: str, what: str) -> tuple[str, str, str]:
    """What is said of words that are nowhere beside their prefix or suffix: which of these, the message, a way out."""
    key, side, other = ("prefix", "behind", "before") if prefix else ("suffix", "before", "behind")
    message = f"the {what} does occur, and nowhere {side} {prefix or suffix!r}"
    return key, message, f"{key}: takes the characters directly {other} the {what}"


def _is_whole(text: Folded, start: int, length: int) -> bool:
    """True where the folded run begins and ends with whole characters of the original: 30m is not in 30㎡ (30m2)."""
    end = start + length
    begins = start == 0 or text.origins[start - 1] != text.origins[start]
    return begins and (end == len(text.origins) or text.origins[end] != text.origins[end - 1])


# How much of a quote is looked at for likeness, and how long a run is likeness enough; more serves no message.
_LOOKED_AT, _LIKE = 200, 40


def _nearest(text: Folded, quote: str) -> tuple[tuple[int, int], ...]:
    """The stretch of the text, as long as the quote, that shares its longest run of characters; none below two."""
    place: tuple[int, int] | None = None
    # A run of n holds one of n - 1, so that the longest is found by halving.
    least, most = 2, min(len(quote), _LIKE)
    while least <= most:
        length = (least + most) // 2
        if found := _shared(text.text, quote[:_LOOKED_AT], length):
            place, least = found, length + 1
        else:
            most = length - 1
    if place is None:
        return ()
    start = max(0, place[1] - place[0])
    return (text.span(start, min(len(text.text), start + len(quote))),)


def _shared(text: str, quote: str, length: int) -> tuple[int, int] | None:
    """Where in the quote its first run of this length that the text holds begins, and where in the text."""
    for offset in range(len(quote) - length + 1):
        at = text.find(quote[offset : offset + length])
        if at >= 0:
            return offset, at
    return None


def with_surroundings(text: str, start: int, end: int, width: int = 8) -> str:
    """The span in its text, for a message: a few characters on both sides, the span in brackets."""
    before = text[max(0, start - width) : start].replace("\n", "⏎")
    after = text[end : end + width].replace("\n", "⏎")
    within = text[start:end].replace("\n", "⏎")
    return f"{before}[{within}]{after}"
