"""Which clauses of a block state something, which go on with the one before, and what each statement then holds.

What is proposed of a statement beside its words and kind is left to `proposing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..content.records import Block, Report
from ..text.fold import is_han
from ..text.lexicon import Lexicon
from ..text.numbers import Number, numbers
from .clauses import Clause, clauses, is_bare_row
from .features import SAME_VERB, Seen, after_features, joined_features, stated_features
from .kinds import Kind, kind_of
from .numerals import label_reason, quantities, with_phrases
from .parting import Stating, best_parts, right_parts
from .shapes import says_more, unframed
from .tense import FUTURE, tenses
from .traits import is_principle
from .weights import Features, Judge, probability

# What is likelier right than not is proposed; as every figure is some statement's, words that count are sooner.
LEAST, LEAST_COUNTING = 0.5, 0.35
_SURELY = 0.9
# A heading that is a task itself says so: 任务一 优化产业结构, 行动三：建设河岸.
_HEADLINE = re.compile("(?:任务|行动|工程|举措)[一二三四五六七八九十]{1,2}[：:、 \u3000]+(?=.*[\u4e00-\u9fff]{4})")
# A first sentence of one clause: what the paragraph is about.
_TOPIC = re.compile("[^，。；]{4,30}。.")
# Words at the beginning of a clause that no quote needs.
_LEAD = re.compile("^(?:并且?|同时|此外|其中|而且?|但|也|还|目前|如今|例如|我们|首先是|其次是|最后是)[，：]?(?=.{4})")


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement at start..end of a block, made of so many clauses, with its kind and figures.

    `stated` is how likely it is alike to what a person would code.
    """

    start: int
    end: int
    clauses: int
    kind: Kind
    figures: tuple[Number, ...]
    stated: float


def seen_blocks(report: Report, lexicon: Lexicon) -> Iterator[tuple[Block, Seen]]:
    """Each paragraph of a report, as it is looked at, and each heading that is a task itself."""
    press = report.kind == "feature"
    tense = tenses(report.blocks, press=press)
    headings = dict(_headings(report.blocks))
    place = dict(_places(report.blocks))
    for block in report.blocks:
        headline = _HEADLINE.match(block.text) if block.level else None
        if block.level and not headline:
            continue
        read = with_phrases(block.text, numbers(block.text, lexicon))
        told = tuple(replace(one, reason=one.reason or label_reason(block.text, one)) for one in read)
        labels = tuple(one for one, own in zip(told, read, strict=True) if one.reason != own.reason)
        parts = _whole(block.text, headline.end()) if headline else clauses(block.text)
        yield (
            block,
            Seen(
                block.text,
                parts,
                told,
                labels,
                tense=FUTURE if headline else tense[block.id],
                press=press,
                headline=headline is not None,
                place=place[block.id],
                headings=headings[block.id],
            ),
        )


def _headings(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """For each block the headings above it, the outermost first."""
    above: dict[int, str] = {}
    for block in blocks:
        if block.level:
            above = {level: text for level, text in above.items() if level < block.level} | {block.level: block.text}
        yield block.id, "\n".join(above.values())


def _places(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The place of each block in its section.

    Before all headings stands a preface; the first paragraphs of several says what the section is about, or begins with
    its own topic as the others do.
    """
    first = next((at for at, block in enumerate(blocks) if block.level), 0)
    for at, block in enumerate(blocks):
        if at < first:
            place = "preface"
        elif not at or not blocks[at - 1].level:
            place = "body"
        elif at + 1 == len(blocks) or blocks[at + 1].level:
            place = "only"
        else:
            place = "topic" if _TOPIC.match(block.text) else "preamble"
        yield block.id, place


def _whole(text: str, start: int) -> tuple[Clause, ...]:
    """A heading as one clause, without its number."""
    return (Clause(start, len(text.rstrip()), 0, 0, "", "", speech=False),)


def stated_in(seen: Seen, judge: Judge) -> Iterator[Stated]:
    """The statements of a block, in its order."""
    every = range(len(seen.clauses))
    joined = [likely_joined(seen, at, judge) if _follows(seen, at) else 0.0 for at in every]
    right = right_parts([(one.start, one.end) for one in seen.clauses], stating(seen, judge), joined)
    counting = ["counts" in seen.own_shapes(at) for at in every]
    least = {part: LEAST_COUNTING if any(counting[slice(*part)]) else LEAST for part in right}
    for first, end in best_parts(right, least, len(seen.clauses)):
        yield _stated(seen, first, end, right[first, end])


def stating(seen: Seen, judge: Judge) -> Stating:
    """How likely each clause of a block states something."""
    own = [stated_features(seen, at) for at in range(len(seen.clauses))]
    after_stated, after_none = (
        tuple(_likely(seen, at, found | after_features(seen, at, stated=stated), judge) for at, found in enumerate(own))
        for stated in (True, False)
    )
    return Stating(after_stated, after_none)


def _likely(seen: Seen, at: int, found: Features, judge: Judge) -> float:
    """How likely a clause states something, by what is found of it.

    One that counts nearly always does; a guiding principle or what only follows from the clauses before hardly ever,
    and one without a Chinese word never, nor a row of a table whose figures have their unit elsewhere.
    """
    words = seen.clause(at)
    if seen.headline:
        return _SURELY
    if not any(map(is_han, words)) or is_bare_row(seen.text):
        return 0.0
    likely = probability(found, judge.stated)
    own = seen.own_shapes(at)
    if "counts" in own:
        return max(likely, _SURELY)
    return min(likely, 1 - _SURELY) if is_principle(words) or "follows-last" in own else likely


def likely_joined(seen: Seen, at: int, judge: Judge) -> float:
    """How likely a clause goes on with what the one before it states.

    A count of what was counted always does, and hardly ever the same verb of another thing or what stands behind a
    semicolon and does not count as well.
    """
    features = joined_features(seen, at)
    likely = probability(features, judge.joined)
    both_count = "counts" in seen.own_shapes(at) and "counts" in seen.own_shapes(at - 1)
    if both_count and seen.clauses[at].before == "，" and says_more(seen.clause(at)):
        return max(likely, _SURELY)
    apart = features.get(SAME_VERB) or (seen.clauses[at].before in "；;" and not both_count)
    return min(likely, 1 - _SURELY) if apart else likely


def _follows(seen: Seen, at: int) -> bool:
    return at > 0 and seen.clauses[at].sentence == seen.clauses[at - 1].sentence


def _stated(seen: Seen, first: int, end: int, likely: float) -> Stated:
    start = seen.clauses[first].start
    stop = seen.clauses[end - 1].end
    start += _lead(seen.text[start:stop], seen.clause(first))
    figures = tuple(quantities(seen.numbers, start, stop))
    before = re.split("[。！？]", seen.text[: seen.clauses[first].start])[-1]
    earlier = seen.text[: seen.clauses[first].start - len(before)]
    kind = kind_of(seen.text[start:stop], before, seen.tense, figures, earlier)
    return Stated(start, stop, end - first, kind, figures, likely)


def _lead(words: str, clause: str) -> int:
    """How many characters of a statement no quote needs: a frame in one piece with its clause, a conjunction."""
    framed = unframed(clause)
    if framed and framed < len(clause) - 4 and not any(map(str.isdigit, clause[:framed])):
        return framed
    found = _LEAD.match(words)
    return found.end() if found else 0
