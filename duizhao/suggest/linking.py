"""Suggested follow-ups that a person takes over, put into content/follow-ups.yaml where those of their report stand.

What later words are evidence of, and the sentence that says why, are the person's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping as MappingOf
from dataclasses import dataclass, replace

from ..content.nodes import Mapping, Node, Scalar, Sequence
from ..content.records import Content, Report
from ..content.vocabulary import ANSWERED, COMMITMENTS
from .accepting import Chosen
from .entries import Entry, Spot, appended, held, put_in, value, written
from .layout import CannotSplice, Insertion, inserted, listed, plain

# What later words may be evidence of; the rest of the vocabulary is for promises of which there are none.
EVIDENCE_OF_WORDS = (*ANSWERED, "not-due")


class CannotLink(Exception):
    """Why follow-ups cannot be taken over, and what to do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A promise with later words, both by their full ids, and what these are evidence of."""

    promise: str
    later: tuple[str, ...]
    evidence: str


def answers_of(
    library: Content, report: Report, chosen: Iterable[Chosen], named: MappingOf[str, str]
) -> tuple[Answer, ...]:
    """The chosen follow-ups of a report, those of one promise together.

    `named` are the ids of statements that are accepted with them. Raises CannotLink where something is only suggested.
    """
    promises = {one.full_id for each in library.reports for one in each.statements if one.kind in COMMITMENTS}
    own = {one.id for one in report.statements} | {*named.values()}
    made: dict[str, Answer] = {}
    for one in chosen:
        link = one.suggested
        later = named.get(link.later, link.later)
        if link.promise not in promises:
            raise CannotLink(f"{link.id}: {_way_to(library, report, link.promise)}")
        if later not in own:
            raise CannotLink(f"{link.id}: {later} is no coded statement yet; name it, too, or what became of it")
        known = made.setdefault(link.promise, Answer(link.promise, (), one.evidence))
        if known.evidence != one.evidence:
            said = f"{known.evidence} and {one.evidence}"
            raise CannotLink(f"{link.id}: {link.promise} would be {said}; a promise has one evidence")
        made[link.promise] = replace(known, later=(*known.later, f"{report.id}/{later}"))
    return tuple(made.values())


def _way_to(library: Content, report: Report, promise: str) -> str:
    """What to do where a promise is not coded under the name that a suggestion has for it."""
    whose, _, name = promise.partition("/")
    suggested = (one.suggestions for one in library.reports if one.id == whose)
    waiting = {one.id for suggestions in suggested if suggestions for one in suggestions.statements}
    anew = f"`duizhao suggest {report.id}`"
    if name in waiting:
        return f"{promise} is no coded promise yet; `duizhao accept {whose} {name}`, then {anew}, which names it anew"
    return f"{promise} is not there any more; {anew} names what it has become"


def linked(text: str, answers: Iterable[Answer], because: MappingOf[str, str], spots: MappingOf[str, Spot]) -> str:
    """The file of follow-ups with the answers in it; `because` are the words of their ground by language.

    Raises CannotSplice where the file cannot be read, or says something else of a promise already.
    """
    before = held(text)
    by_promise = {value(item, "promise"): item for item in before}
    answers = sorted(answers, key=lambda one: spots[one.promise].start)
    new = [one for one in answers if one.promise not in by_promise]
    old = [(one, by_promise[one.promise]) for one in answers if one.promise in by_promise]
    further = [_further(text, one, item) for one, item in old]
    if before:
        records = [(one.promise, _record(one, because)) for one in new]
        made = inserted(text, [*further, *put_in(text, before, records, spots)])
    else:
        made = appended(text, _said(new, because))
    if not _is_sum(before, {one.promise: one for one, _ in old}, _said(new, because), held(made)):
        raise CannotSplice("its layout leaves no safe place for what is new; write its list an item a line")
    return made


def _further(text: str, one: Answer, item: Mapping) -> Insertion:
    """Later words put behind those that an entry has."""
    evidence, later = value(item, "evidence"), item.items.get("later")
    if evidence != one.evidence:
        raise CannotSplice(
            f"line {item.place.line} says {evidence or 'nothing'} of {one.promise} already, and not {one.evidence};"
            " change it there, or name the same"
        )
    known = listed(later)
    if any(name in known for name in one.later) or not isinstance(later, Sequence) or not later.items:
        raise CannotSplice(f"line {item.place.line}: write {', '.join(one.later)} under later: by hand")
    last, line = later.items[-1], text.split("\n")[later.items[-1].place.line - 1]
    if line[: last.place.col - 1].strip() == "-":
        indent = line[: line.index("-")]
        return Insertion(last.place.line + 1, "".join(f"{indent}- {name}\n" for name in one.later))
    if not isinstance(last, Scalar) or last.value is None:
        raise CannotSplice(f"line {item.place.line}: write {', '.join(one.later)} under later: by hand")
    return Insertion(last.place.line, "".join(f", {name}" for name in one.later), last.place.col + len(last.value))


def _record(one: Answer, because: MappingOf[str, str]) -> str:
    """An entry; without a ground where none was given."""
    ground = {language: text for language, text in because.items() if text}
    return written(Entry(one.promise, one.later, one.evidence, ground, ()))


def _said(new: Iterable[Answer], because: MappingOf[str, str]) -> str:
    return "\n".join(_record(one, because) for one in new)


def _is_sum(before: tuple[Mapping, ...], further: MappingOf[str, Answer], new: str, after: tuple[Mapping, ...]) -> bool:
    """True where all that was held is held still, in its order, with what is new and nothing else."""
    made: list[object] = [plain(item) for item in held(new)]
    old: list[object] = [_with_later(item, further.get(value(item, "promise"))) for item in before]
    now = [plain(item) for item in after]
    return [one for one in now if one not in made] == old and len(now) == len(old) + len(made)


def _with_later(item: Node, one: Answer | None) -> object:
    said = plain(item)
    if one and isinstance(said, dict) and isinstance(said.get("later"), list):
        said["later"] = [*said["later"], *one.later]
    return said
