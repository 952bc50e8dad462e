"""What is seen of a clause: what it does in its sentence, its first verb, its figures, where it stands.

A feature is a name with a number; what each is worth is left to `weights`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text.genre_words import ADVERBS, VERBS
from ..text.modality import MODALS
from ..text.numbers import Number
from .clauses import Clause
from .numerals import counts, quantities
from .shapes import FURTHER_VERBS, goes_on, shapes, unframed, worth
from .substance import act_of, share_of_substance, substance
from .traits import details, runs, traits, without_subject

_VERB = re.compile("|".join(map(re.escape, sorted(VERBS | FURTHER_VERBS, key=len, reverse=True))))
_MANNERS = ("有力有序", "高标准", "大力度", "多渠道", "多措并举")
_ADVERB = re.compile("|".join(map(re.escape, sorted({*ADVERBS, *_MANNERS}, key=len, reverse=True))))
_LEAD = re.compile(
    "^(?:并且?|同时|此外|其中|还|也|又|再|则|而且?|目前|如今|近来|近年来|今年以来|近日|据悉|例如|如|我们|全区|我区|区|要|将会?|继续|"
    "“[^”]{1,12}”|[一二三四五六七八九]是|首先是?|其次是?|最后是?)"
)
_TIMES = {
    "year": re.compile("今年|本年|年内|全年|年底前?|[上下]半年"),
    "ahead": re.compile(
        "下一步|未来|到20[2-9][0-9]年|20[0-9]{2}年(?:底|前|实现|达)|今后|将|拟|计划|力争|争取|确保|“十[四五]五”"
    ),
    "back": re.compile(
        "以来|去年|过去|已经?|目前|截至|累计|共(?!同|享|建|治|创|和|产|青|服)|了|先后|同比|上线|投用|成为|获|荣|首个|率先|顺利|成功|圆满|连续|全部"
    ),
    "going": re.compile("正在?|持续|不断|稳步|有序|逐步|进一步|继续|深入"),
}
_MODAL = re.compile("|".join(MODALS))
# What neighbours, the verb itself and mere characters say beside what a clause shows by its own shape.
_NEIGHBOURS, _VERBS, _RUNS, _RUNS_BESIDE = 0.7, 0.7, 0.9, 0.6
# A feature of the press tells one thing in several clauses five times as often as a work report does.
_PRESS = 2.0
SAME_VERB = "one verb"
# What holds of every text alike: that explanations and praise state nothing, and what place a paragraph has.
_EVERYWHERE = 2.0


@dataclass(frozen=True, slots=True)
class Seen:
    """All clauses of a block with their words, and what is known of the block.

    `labels` are those of its numbers that seem to be quantities and are none; `press` is true of a feature, `headline`
    of a heading that is a task itself. `place` is that of the block in its section, `headings` what stands above it.
    """

    text: str
    clauses: Sequence[Clause]
    numbers: Sequence[Number]
    labels: Sequence[Number]
    tense: str
    press: bool
    headline: bool = False
    place: str = ""
    headings: str = ""

    def clause(self, at: int) -> str:
        """The words of a clause."""
        return self.text[self.clauses[at].start : self.clauses[at].end]

    def rest(self, at: int) -> int:
        """How many clauses of its sentence stand behind a clause."""
        sentence = self.clauses[at].sentence
        return sum(one.sentence == sentence for one in self.clauses[at + 1 :])

    def own_shapes(self, at: int) -> tuple[str, ...]:
        """What a clause does in its sentence."""
        clause, words = self.clauses[at], self.clause(at)
        counted = counts(self.numbers, clause.start, clause.end)
        return shapes(words[unframed(words) :], index=clause.index, rest=self.rest(at), counts=counted)

    def neighbours(self, at: int) -> Iterator[tuple[int, int]]:
        """The clauses of the same sentence right before and behind a clause, each with -1 or 1."""
        for step in (-1, 1):
            if 0 <= at + step < len(self.clauses) and self.clauses[at + step].sentence == self.clauses[at].sentence:
                yield step, at + step


def bucket(number: int, *edges: int) -> int:
    """How many of the edges a number has reached."""
    return sum(number >= edge for edge in edges)


def stated_features(seen: Seen, at: int) -> dict[str, float]:
    """What speaks for and against a clause that it states something, whatever the one before it does."""
    own = seen.own_shapes(at)
    genre = "press" if seen.press else "report"
    found = {f"shape={shape}": 1.0 for shape in own} | {f"{genre}={shape}": 0.7 for shape in own} | {genre: 1.0}
    placed = dict.fromkeys(_placed(seen, at), 1.0)
    found |= placed | dict.fromkeys(_own(seen, at), 1.0)
    verb, _, last = _head(seen.clause(at))
    found |= dict.fromkeys((f"verb={verb}", f"last={last}"), _VERBS)
    found["rule"] = worth(
        own, announces=_announces(seen, at), speech=seen.clauses[at].speech, topic=_is_topic(seen, at)
    )
    found["rule"] -= not verb and "counts" not in own
    found |= dict.fromkeys(_about(seen, at), 1.0)
    found |= dict.fromkeys((*traits(seen.clause(at)), f"place={seen.place}"), _EVERYWHERE)
    found |= dict.fromkeys(runs(seen.clause(at), 3), _RUNS)
    for step, other in seen.neighbours(at):
        found |= {f"{step}shape={shape}": _NEIGHBOURS for shape in seen.own_shapes(other)}
        found |= {f"{step}{name}": _NEIGHBOURS for name in _size(seen, other)}
        found |= {f"{step}{run}": _RUNS_BESIDE for run in runs(seen.clause(other), 2)}
        found[f"{step}shares={min(_shared(seen.clause(at), seen.clause(other)), 2)}"] = 1.0
    places = [name for name in placed if name.startswith(("index", "rest"))]
    found |= {f"{shape} {place}": _NEIGHBOURS for shape in own for place in places}
    named = substance(seen.clause(at))
    return found | {
        "names": named,
        f"names {act_of(verb)}": named,
        "names share": 2 * share_of_substance(seen.clause(at)),
    }


def after_features(seen: Seen, at: int, *, stated: bool) -> dict[str, float]:
    """What it says of a clause that the one before it in its block states something, or does not."""
    before = "stated" if stated else "none"
    if not at:
        return {}
    if seen.clauses[at].sentence != seen.clauses[at - 1].sentence:
        return {f"sentence after {before}": 1.0}
    shared = min(_shared(seen.clause(at - 1), seen.clause(at)), 2)
    return {f"after {before}": 1.0, f"after {before} shares={shared}": _NEIGHBOURS}


def joined_features(seen: Seen, at: int) -> dict[str, float]:
    """What speaks for and against a clause that it goes on with what the one before it states."""
    found: dict[str, float] = {"rule": 3.0 * goes_on(seen.clause(at), seen.own_shapes(at))}
    for side, clause in (("", at), ("before ", at - 1)):
        verb, _, last = _head(seen.clause(clause))
        found |= {f"{side}{name}": 1.0 for name in (*_own(seen, clause), *_size(seen, clause))}
        found |= {f"{side}{name}": _VERBS for name in (f"verb={verb}", f"last={last}")}
    found |= dict.fromkeys(_placed(seen, at), 1.0)
    found |= {f"shape={shape}": 1.0 for shape in seen.own_shapes(at)}
    found[f"shares={min(_shared(seen.clause(at - 1), seen.clause(at)), 3)}"] = 1.0
    figures = [len(quantities(seen.numbers, seen.clauses[i].start, seen.clauses[i].end)) for i in (at - 1, at)]
    found[f"figures={min(figures[0], 2)} {min(figures[1], 2)}"] = 1.0
    verbs = [_head(seen.clause(i))[0] for i in (at - 1, at)]
    found[SAME_VERB if verbs[0] == verbs[1] else "two verbs"] = float(all(verbs))
    begins = [len(_head(seen.clause(i))[1]) == 0 for i in (at - 1, at)]
    found[f"subjects={begins[0]} {begins[1]}"] = 1.0
    mark = seen.clauses[at].before
    found |= {f"mark={mark}": 1.0, f"place={seen.place}": 1.0} | ({"press": _PRESS} if seen.press else {})
    found |= {f"mark={mark} {shape}": 1.0 for shape in seen.own_shapes(at)}
    found |= {f"{mark} before {shape}": 1.0 for shape in seen.own_shapes(at - 1)}
    found |= dict.fromkeys((f"before {name}" for name in (*_about(seen, at - 1), *_said(seen, at - 1))), 1.0)
    return found | dict.fromkeys((*_about(seen, at), *_said(seen, at)), 1.0)


def _head(words: str) -> tuple[str, str, str]:
    """The first verb of a clause, what stands before it without words of manner, and the last verb; '' for none."""
    rest = words
    while (found := _LEAD.match(rest) or _ADVERB.match(rest)) and found.end() < len(rest):
        rest = rest[found.end() :]
    verbs = _VERB.findall(rest)
    if not verbs:
        return "", rest, ""
    return verbs[0], _ADVERB.sub("", rest[: rest.index(verbs[0])]), verbs[-1]


def _size(seen: Seen, at: int) -> Iterator[str]:
    clause, words = seen.clauses[at], seen.clause(at)
    yield f"subject={bucket(len(_head(words)[1]), 1, 3, 6, 10)}"
    yield f"long={bucket(len(words), 5, 7, 9, 12, 16, 22, 30)}"
    yield f"counted={min(len(quantities(seen.numbers, clause.start, clause.end)), 2)}"


def _own(seen: Seen, at: int) -> Iterator[str]:
    """What a clause shows by its own words."""
    clause, words = seen.clauses[at], seen.clause(at)
    yield from _size(seen, at)
    if any(
        one.quantity and one.quantity.operator != "eq" for one in quantities(seen.numbers, clause.start, clause.end)
    ):
        yield "bounded"
    yield from (f"time={name}" for name, form in _TIMES.items() if form.search(words))
    if modal := _MODAL.search(words):
        yield f"modal={modal[0]}"
    yield from (name for name, sign in (("named", "“"), ("titled", "《"), ("listed", "、")) if sign in words)
    if clause.speech:
        yield "speech"


def _about(seen: Seen, at: int) -> Iterator[str]:
    """What goes before a clause, and its shape without its subject."""
    clause, words = seen.clauses[at], seen.clause(at)
    yield f"before={clause.before}"
    bare = without_subject(words)
    if bare != words:
        yield "subject named"
        own = shapes(bare, index=clause.index, rest=seen.rest(at), counts=False)
        yield from (f"bare={shape}" for shape in own if shape.startswith(("frames", "aims")))


def _said(seen: Seen, at: int) -> Iterator[str]:
    """What tells whether a clause goes on, and nothing of whether it states anything."""
    words = seen.clause(at)
    yield from (*traits(words), *details(words))
    pairs = _pairs(words)
    yield f"heading={bucket(int(10 * len(pairs & _pairs(seen.headings)) / max(1, len(pairs))), 1, 3, 5)}"


def _placed(seen: Seen, at: int) -> Iterator[str]:
    """What a clause shows by where it stands."""
    clause, rest = seen.clauses[at], seen.rest(at)
    yield f"index={min(clause.index, 3)}"
    yield f"rest={min(rest, 3)}"
    yield f"after={clause.after}"
    if not clause.index and not rest:
        yield "alone"
    if not clause.sentence and not clause.index:
        yield f"opening={not rest}"
    if _is_topic(seen, at):
        yield f"topic={bucket(len(seen.text), 60, 120, 200)}"
    if unframed(seen.clause(at)):
        yield "framed"
    if announced := _announces(seen, at):
        yield f"announces={announced[0]}/{announced[1]}"


def _is_topic(seen: Seen, at: int) -> bool:
    """True of a first sentence of one clause, which says what the others are about."""
    clause = seen.clauses[at]
    first_alone = not clause.sentence and not clause.index and not seen.rest(at)
    return first_alone and seen.clauses[-1].sentence > 0 and "finished" not in seen.own_shapes(at)


def _announces(seen: Seen, at: int) -> tuple[int, int] | None:
    """How long the first clause of a sentence and its next one are; None of any other clause."""
    if seen.clauses[at].index or not seen.rest(at):
        return None
    words = seen.clause(at)
    return bucket(len(words) - unframed(words), 7, 10, 13), bucket(len(seen.clause(at + 1)), 7, 10, 13)


def _shared(one: str, other: str) -> int:
    """How many pairs of characters two clauses have in common."""
    return len(_pairs(one) & _pairs(other))


def _pairs(words: str) -> set[str]:
    return {words[at : at + 2] for at in range(len(words) - 1)}
