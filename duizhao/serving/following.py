"""Follow-ups that are proposed for a report, on its page: told with the promise's words, taken over, refused.

How later words are told to speak of a promise is left to `suggest`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..content.records import Report, Statement
from ..content.report_file import ANNOTATIONS
from ..content.suggested import SuggestedFollowUp, SuggestedStatement
from ..content.suggestion_file import SUGGESTIONS
from ..content.vocabulary import COMMITMENTS
from ..suggest.accepting import Chosen, Taken, refused_follow_ups
from ..suggest.linking import EVIDENCE_OF_WORDS
from ..suggest.relating import words_by_name
from ..suggest.taking import CannotTake, changes_of
from ..suggest.undoing import FOLLOW_UPS, Change
from ..suggest.writing import suggestions_text
from .opening import OpenReport, Refused, said, shown
from .saying import word


def named(report: OpenReport, name: str) -> SuggestedFollowUp | None:
    """The follow-up of this name, None where none waits."""
    return next((one for one in report.waiting.follow_ups if one.id == name != ""), None)


def links_told(report: OpenReport) -> Iterator[tuple[str, dict[str, object]]]:
    """The follow-ups that can be shown: the name of the later words, and what the page is told of each."""
    linked = {(one.promise, later) for one in report.library.follow_ups for later in one.later}
    for one in report.waiting.follow_ups:
        promise = _promise(report, one.promise)
        if promise and one.id and (one.promise, f"{report.report.id}/{one.later}") not in linked:
            row = {"name": one.id, "what": "link", "grounds": one.grounds, "confidence": str(one.confidence)}
            later = _later(report, one.later)
            ends = [str(end[key]) for end in (promise, later) for key in ("name", "quote")]
            yield one.later, row | {"promise": promise, "later": later, "shown": shown("link", *ends)}


def _later(report: OpenReport, name: str) -> dict[str, object]:
    """Words of the report that may speak of a promise, coded or suggested."""
    own = next((one for one in report.report.statements if one.id == name), None)
    found = own or next((one for one in report.waiting.statements if one.id == name), None)
    return {"name": name, "coded": own is not None, "quote": found.quote if found else ""}


def _promise(report: OpenReport, full_id: str) -> dict[str, object] | None:
    """A promise of an earlier report, coded or suggested there."""
    whose, _, name = full_id.partition("/")
    earlier = next((one for one in report.earlier if one.id == whose), None)
    if earlier is None:
        return None
    suggested = earlier.suggestions.statements if earlier.suggestions else ()
    own = next((one for one in earlier.statements if one.id == name), None)
    found = own or next((one for one in suggested if one.id == name), None)
    return promise_told(earlier, found) if found else None


def promise_told(earlier: Report, one: Statement | SuggestedStatement) -> dict[str, object]:
    """What is shown of a promise of an earlier report, coded or suggested there."""
    times = one.times if isinstance(one, Statement) else ()
    return {
        "name": f"{earlier.id}/{one.id}",
        "id": one.id,
        "report": earlier.id,
        "title": {"zh": earlier.short.zh, "en": earlier.short.en},
        "kind": one.kind,
        "quote": one.quote,
        "time": ", ".join(str(time.period) for time in times),
        "coded": isinstance(one, Statement),
    }


def linked_changes(report: OpenReport, one: SuggestedFollowUp, form: Mapping[str, str]) -> tuple[Change, ...]:
    """What becomes of the files where a follow-up is taken over as a form says. Raises Refused."""
    evidence = said(form, "evidence")
    if evidence not in EVIDENCE_OF_WORDS:
        raise Refused(word("edit.lacks-evidence"), "evidence")
    if not any(each.id == one.later for each in report.report.statements):
        raise Refused(word("edit.only-suggested", name=one.later))
    meant = replace(one, promise=promise_meant(report, said(form, "promise") or one.promise))
    waiting = replace(
        report.waiting, follow_ups=tuple(meant if each == one else each for each in report.waiting.follow_ups)
    )
    files = {name: report.files.get(name) for name in (ANNOTATIONS, SUGGESTIONS)} | {FOLLOW_UPS: report.follow_ups}
    languages = sorted(report.library.languages, reverse=True)  # Chinese first, as all that is written in both
    because = {name: words for name in languages if (words := said(form, f"because_{name}"))}
    taken = Taken((), (), (), (Chosen(meant, evidence),))
    own = replace(report.report, suggestions=waiting)
    try:
        return changes_of(report.library, own, taken, files, because)
    except CannotTake as cannot:
        raise Refused(word("edit.cannot-write", file=cannot.file).with_english(cannot.why)) from None


def promise_meant(report: OpenReport, promise: str) -> str:
    """A promise that later words may speak of. Raises Refused."""
    there = {one.full_id: one for earlier in report.earlier for one in earlier.statements}
    if promise not in there or there[promise].kind not in COMMITMENTS:
        raise Refused(word("edit.no-promise", name=promise), "promise")
    return promise


def refusal(report: OpenReport, one: SuggestedFollowUp) -> tuple[Change, ...]:
    """What becomes of the suggestions where a follow-up is refused. Raises Refused."""
    words = words_by_name(report.library, report.report, report.waiting.statements)
    try:
        left = refused_follow_ups(report.waiting, [one.id], words)
    except KeyError as gone:
        raise Refused(word("edit.gone", name=gone.args[0])) from None
    return (Change(SUGGESTIONS, report.files.get(SUGGESTIONS), suggestions_text(left).encode()),)
