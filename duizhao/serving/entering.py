"""A follow-up that a person enters on a page: held against the rules before it is written, told at its field.

How its ends are found is left to `finding`, where it stands in its file to `suggest.entries`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from ..content.file_kinds import FOLLOW_UPS as FILE
from ..content.follow_up import FollowUp, Quotation
from ..content.nodes import Sequence as SequenceNode, node_of
from ..content.reader import record_of
from ..content.suggestion_file import SUGGESTIONS
from ..content.text_files import text_of
from ..content.vocabulary import EVIDENCE
from ..corpus.join import Corpus, join
from ..corpus.rules import follow_ups as rules
from ..issues import Issue, SourcePosition
from ..suggest.entries import OF_QUOTATION, Entry, entry_of, node_for, spots_of, with_entry, written
from ..suggest.layout import CannotSplice, relaid
from ..suggest.undoing import FOLLOW_UPS, Change
from ..suggest.writing import suggestions_text
from .finding import mark_of, quote_of
from .following import promise_meant
from .opening import OpenReport, Refused, in_one_line, said, whole
from .saying import Said, no_code, of_issue, word

_MOST = 60  # later words of one promise
_BETWEEN = re.compile(r"[、，,；;\n\r]+")
# What is held against one entry by itself, beside what has words of its own here; that other promises have one, too, is
# for the whole site.
_RULES: tuple[Callable[[Corpus], Iterator[Issue]], ...] = (
    rules.follow_ups_name_statements,
    rules.follow_ups_quote_reports,
    rules.quotations_stand_in_their_text_once,
    rules.quotations_are_of_unmarked_words,
    rules.only_promises_are_followed_up,
    rules.follow_ups_look_forward,
    rules.silence_needs_a_later_report,
    rules.silence_quotes_nothing,
)


def entered_changes(report: OpenReport, form: Mapping[str, str]) -> tuple[Change, ...]:
    """What becomes of the files where a follow-up is written as a form says. Raises Refused."""
    if not said(form, "promise"):
        raise Refused(word("edit.lacks-promise"), "promise")
    entry = _entry(report, form)
    _require_shown(report, form)
    _require_whole(report, entry)
    _require_by_rules(report, entry)

    def change(text: str) -> str:
        if said(form, "seen") != mark_of(_there(report, text, entry.promise)):
            raise Refused(word("edit.entry-changed", name=entry.promise), "promise")
        return with_entry(text, entry, spots_of(report.library))

    try:
        made = relaid(report.follow_ups, change)
    except CannotSplice as cannot:
        raise Refused(word("edit.cannot-write", file=FILE.path).with_english(str(cannot))) from None
    return (*_answered(report, entry), Change(FOLLOW_UPS, report.follow_ups, made))


def _entry(report: OpenReport, form: Mapping[str, str]) -> Entry:
    evidence = said(form, "evidence")
    if not evidence:
        raise Refused(word("edit.lacks-evidence"), "evidence")
    if evidence not in EVIDENCE:
        raise Refused(no_code(evidence, EVIDENCE), "evidence")
    languages = sorted(report.library.languages, reverse=True)  # Chinese first, as all that is written in both
    because = {name: words for name in languages if (words := said(form, f"because_{name}"))}
    searched = tuple(dict.fromkeys(filter(None, map(str.strip, _BETWEEN.split(whole(form, "searched"))))))
    return Entry(promise_meant(report, said(form, "promise")), _later(form), evidence, because, searched)


def _later(form: Mapping[str, str]) -> tuple[str | Quotation, ...]:
    """The later words that a form names: statements by their full ids, other words with what stands beside them."""
    count = form.get("count", "0")
    if not (count.isascii() and count.isdigit() and len(count) < 3 and int(count) <= _MOST):
        raise Refused(word("edit.many-later", most=_MOST), "later")
    every = range(int(count))
    named = [said(form, f"l{at}.name") or _quotation(form, at) for at in every]
    return tuple(dict.fromkeys(named))


def _quotation(form: Mapping[str, str], at: int) -> Quotation:
    report, quote, prefix, suffix, en = (said(form, f"l{at}.{name}") for name in OF_QUOTATION)
    return Quotation(report=report, quote=quote, prefix=prefix, suffix=suffix, en=en)


def _require_shown(report: OpenReport, form: Mapping[str, str]) -> None:
    """Refuses a form that was filled in beside other words of a statement than those that it has now."""
    later = [(f"l{at}", said(form, f"l{at}.name"), "later") for at in range(_MOST)]
    for key, name, field in (("promise", said(form, "promise"), "promise"), *later):
        shown = said(form, f"{key}.quote") if name else ""
        if shown and shown != in_one_line(quote_of(report, name)):
            raise Refused(word("edit.other-words"), field)


def _require_whole(report: OpenReport, entry: Entry) -> None:
    """Refuses an entry that lacks what the content demands, with the field that lacks it."""
    amiss = rules.keys_amiss(entry.evidence, bool(entry.later), bool(entry.searched))
    called = word(f"evidence.{entry.evidence}")
    if "later" in amiss:
        raise Refused(word("edit.has-later" if amiss["later"] else "edit.lacks-later", evidence=called), "later")
    if "searched" in amiss:
        given = amiss["searched"]
        why = word("edit.has-searched" if given else "edit.lacks-searched", evidence=called)
        raise Refused(why, "searched")
    for at, one in enumerate(entry.later):
        if isinstance(one, Quotation) and "en" in report.library.languages and not one.en:
            raise Refused(word("edit.lacks-english"), f"l{at}.en")
    for language in sorted(report.library.languages, reverse=True):
        if not entry.because.get(language):
            raise Refused(word("edit.lacks-ground"), f"because_{language}")


def _require_by_rules(report: OpenReport, entry: Entry) -> None:
    """Refuses what the rules of the content would find wrong with an entry, with the field that they name."""
    text = written(entry)
    record, issues = _read(text, report)
    if record is None or issues:
        issue = issues[0] if issues else None
        why = of_issue(issue) if issue else word("edit.not-readable")
        raise Refused(why, _field_at(text, issue.place.line) if issue else "")
    own = report.report
    others = [one for one in report.library.reports if one.district == own.district and one.id != own.id]
    library = replace(report.library, reports=(*others, own), follow_ups=(record,), initiatives=(), terms=())
    corpus = join(library)
    found = rules.searched_and_found(corpus, [record])
    for _, words, name in found:
        raise Refused(word("edit.searched-found", words=words, report=_short(report, name)), "searched")
    for rule in _RULES:
        for issue in rule(corpus):
            raise Refused(of_issue(issue), _field(record, issue.place))


def _short(report: OpenReport, name: str) -> Said:
    title = next((one.short for one in report.library.reports if one.id == name), None)
    return Said("", {"zh": title.zh, "en": title.en or title.zh}) if title else Said("", {"zh": name, "en": name})


def _read(text: str, report: OpenReport) -> tuple[FollowUp | None, list[Issue]]:
    """The record of an entry as it is written, read as the build reads it."""
    _, strays = text_of(FILE.path, text.encode())
    if strays:
        return None, strays
    node, issues = node_of(text, FILE.path)
    item = node.items[0] if isinstance(node, SequenceNode) and len(node.items) == 1 else None
    if issues or item is None:
        return None, list(issues)
    return record_of(item, FollowUp, report.library.languages)


def _field_at(text: str, line: int) -> str:
    """The field of the form for a line of an entry that is written a key a line."""
    names = {"promise": "promise", "later": "later", "evidence": "evidence", "searched": "searched"}
    key = text.split("\n")[line - 1].lstrip("- ").partition(":")[0]
    return names.get(key, f"because_{key}" if key in ("zh", "en") else "because_zh")


def _field(record: FollowUp, place: SourcePosition) -> str:
    """The field of the form for what a rule has named a place of."""
    keys = record.where.keys
    found = next((name for name, one in keys.items() if place in (one.place, *one.items)), "later")
    return "because_zh" if found == "because" else found


def _there(report: OpenReport, text: str, promise: str) -> Entry | None:
    """What a file says of a promise already. Raises CannotSplice."""
    node = node_for(text, promise)
    record = record_of(node, FollowUp, report.library.languages)[0] if node else None
    if node and record is None:
        raise CannotSplice(f"its entry of {promise} cannot be read; `duizhao check` says why")
    return entry_of(record, report.library.languages) if record else None


def _answered(report: OpenReport, entry: Entry) -> Iterator[Change]:
    """The change of the suggestions where the same was suggested: it waits no longer."""
    later = {one.partition("/")[2] for one in entry.later if isinstance(one, str)}
    every = report.waiting.follow_ups
    left = tuple(one for one in every if one.promise != entry.promise or one.later not in later)
    if len(left) < len(every):
        made = suggestions_text(replace(report.waiting, follow_ups=left)).encode()
        yield Change(SUGGESTIONS, report.files.get(SUGGESTIONS), made)
