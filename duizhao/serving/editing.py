"""What a page asks to be written: suggestions taken over or refused, statements added, the last of it undone.

The YAML files are the only truth: each is read anew before, held against what the page has seen, and replaced whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition

from ..content.records import Content
from ..content.report_file import ANNOTATIONS
from ..content.schema import Bilingual
from ..content.suggestion_file import SUGGESTIONS, mistakes_in
from ..content.text_files import text_of
from ..content.written import WrittenStatement
from ..replacing import ChangedMeanwhile
from ..suggest.accepting import Taken, as_annotations, taken_by_name, without, without_refused
from ..suggest.taking import Taking
from ..suggest.undoing import FOLLOW_UPS, CannotUndo, Change, change_files, undo
from ..suggest.writing import suggestions_text
from .amending import Amended, amended, chosen
from .entering import entered_changes
from .following import linked_changes, named, refusal
from .opening import OpenReport, Refused, known_of, opened, said
from .saying import Said, plainly, word
from .telling import rows_of, told_statement

_KEPT = 64  # outcomes that are remembered for the pages that asked
_NONE = Taken((), (), ())
_AMENDS = ("kind", "quote", "themes", "time", "basis", "gloss", "measures")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish: whether it was done, what is said of it, and the field of the form that is wrong.

    Of `longest` it is the one that says most.
    """

    done: bool
    said: Said
    field: str = ""


@dataclass(slots=True)
class Editor:
    """Who writes for the pages of a project, one wish after the other.

    `library` is its content as last read, `words` are those of its theme; `wrote` is called when files were written.
    """

    top: Path
    library: Callable[[], Content | None]
    words: Callable[[], Mapping[str, Bilingual]] = dict
    wrote: Callable[[], None] = lambda: None
    _outcomes: dict[str, Outcome] = field(default_factory=dict)
    _changed: Condition = field(default_factory=Condition)
    _open: OpenReport | None = None

    def open(self, name: str) -> OpenReport:
        """A report as it is on disk now. Raises Refused and OSError."""
        self._open = found = opened(self.top, name, self.library(), self._open)
        return found

    def act(self, form: Mapping[str, str]) -> None:
        """Does what a form asks for, and remembers what came of it under the form's own word `act`."""
        with self._changed:
            try:
                outcome = Outcome(True, self._done(form))
            except Refused as why:
                outcome = Outcome(False, why.why, why.field)
            except ChangedMeanwhile:
                outcome = Outcome(False, word("edit.changed"), "known")
            except OSError as error:
                outcome = Outcome(False, word("edit.disk").with_english(error.strerror or ""))
            self._remember(form.get("act", ""), outcome)
        if outcome.done:
            self.wrote()

    def pass_over(self, act: str, most: int = 0) -> None:
        """Remembers of a wish that its form was not read; `most` are the bytes that one may have, where it has more."""
        size = word("edit.large-form", most=f"{most // 1024} KB")
        with self._changed:
            outcome = Outcome(False, size, "longest") if most else Outcome(False, word("edit.no-form"))
            self._remember(act, outcome)

    def _remember(self, act: str, outcome: Outcome) -> None:
        self._outcomes[act[:40]] = outcome
        for old in [*self._outcomes][:-_KEPT]:
            del self._outcomes[old]
        self._changed.notify_all()

    def outcome(self, act: str, seconds: float) -> Outcome | None:
        """What came of a wish, as soon as it is known; None where that takes longer."""
        with self._changed:
            self._changed.wait_for(lambda: act in self._outcomes, seconds)
            return self._outcomes.get(act)

    def can_undo(self, name: str) -> bool:
        """True where something was written for a report that has not been undone."""
        return bool(self._memories(name))

    def _done(self, form: Mapping[str, str]) -> Said:
        report = self.open(form.get("report", ""))
        if form.get("known") != report.known:
            raise Refused(word("edit.changed"), "known")
        match form.get("do"):
            case "accept":
                _require_shown(_rows(report, form), form)
                return self._accept(report, form)
            case "reject":
                _require_shown(_rows(report, form), form)
                return plainly(self._reject(report, form))
            case "add":
                own = chosen(report, form)
                _require_shown([told_statement(own, "added")], form)
                one = amended(report, own, form)
                return plainly(self._write(report, Taken((one.statement,), (), ()), _NONE, (one,), form))
            case "follow":
                self._put(report, entered_changes(report, form))
                return _followed(said(form, "promise"), form)
            case "undo":
                return plainly(self._undo(report))
        raise Refused(word("edit.no-wish"))

    def _accept(self, report: OpenReport, form: Mapping[str, str]) -> Said:
        if link := named(report, form.get("name", "")):
            self._put(report, linked_changes(report, link, form))
            return _followed(link.id, form)
        taken = made = _taken(report, form)
        own = tuple(amended(report, one, form) for one in taken.statements)
        made = replace(taken, statements=tuple(one.statement for one in own))
        return plainly(self._write(report, made, taken, own, form))

    def _write(
        self, report: OpenReport, made: Taken, taken: Taken, own: tuple[Amended, ...], form: Mapping[str, str]
    ) -> str:
        """Writes what is `made` of what is `taken` from the suggestions; `own` are its statements."""
        new = as_annotations(report.report, made)
        is_own = not taken or any(key in form for key in _AMENDS)
        statements = zip(new.statements, own, strict=True)
        new = replace(new, statements=tuple(_as_person_has(one, mine, form, is_own) for one, mine in statements))
        before = report.files.get(ANNOTATIONS)
        taking = Taking(report.report, made, before, report.files.get(SUGGESTIONS), new)
        if taking.hindrance:
            raise Refused(word("edit.cannot-write", file=ANNOTATIONS).with_english(taking.hindrance))
        changes = taking.changes(suggestions_text(without(report.waiting, taken, new if taken else None)).encode())
        changes = changes if taken else changes[:1]
        self._put(report, changes)
        names = [one.id for one in new.statements] or [*new.nothing_to_code, *(one.text for one in new.numbers)]
        return ", ".join(names)

    def _reject(self, report: OpenReport, form: Mapping[str, str]) -> str:
        name = form.get("name", "")
        if link := named(report, name):
            self._put(report, refusal(report, link))
            return name
        left = without_refused(report.waiting, _taken(report, form))
        self._put(report, (Change(SUGGESTIONS, report.files.get(SUGGESTIONS), suggestions_text(left).encode()),))
        return name

    def _put(self, report: OpenReport, changes: tuple[Change, ...]) -> None:
        """Replaces files, if the report can be read as before with what is new in them, and nothing is lost by it."""
        if any(one.name == SUGGESTIONS and (wrong := mistakes_in(SUGGESTIONS, one.before)) for one in changes):
            why = f"{wrong[0].place}: {wrong[0].message}"
            raise Refused(word("edit.cannot-write", file=SUGGESTIONS).with_english(why))
        after = {**report.files, **{one.name: one.after for one in changes if one.name != FOLLOW_UPS}}
        read = report.with_files(after)
        proposes = read is not None and (read.suggestions is not None or SUGGESTIONS not in {c.name for c in changes})
        is_whole = read is not None and (read.statements_whole or not report.report.statements_whole)
        strays = any(text_of(one.name, one.after)[1] for one in changes)  # which leave out the file that has them
        if read is None or not is_whole or not proposes or strays:
            raise Refused(word("edit.not-readable"))
        at = max(map(_number, self._memories(report.folder.name)), default=0) + 1
        change_files(report.folder, changes, self._memory(report.folder.name) / f"{at}.json")
        follow_ups = next((one.after for one in changes if one.name == FOLLOW_UPS), report.follow_ups)
        known = known_of(after, follow_ups)
        self._open = replace(report, files=after, follow_ups=follow_ups, known=known, report=read)

    def _memory(self, name: str) -> Path:
        return self.top / ".cache" / "accepted" / name

    def _memories(self, name: str) -> list[Path]:
        """What was written, the last of it last."""
        found = self._memory(name).glob("*.json") if self._memory(name).is_dir() else ()
        return sorted((path for path in found if path.stem.isdigit()), key=_number)

    def _undo(self, report: OpenReport) -> str:
        memories = self._memories(report.folder.name)
        if not memories:
            raise Refused(word("edit.nothing-to-undo"))
        try:
            return ", ".join(undo(report.folder, memories[-1]))
        except CannotUndo as why:
            raise Refused(
                word("edit.cannot-undo", file=why.file) if why.file else word("edit.nothing-to-undo")
            ) from None


def _rows(report: OpenReport, form: Mapping[str, str]) -> list[dict[str, object]]:
    """What waits under the name that a form says, as pages are told of it."""
    name, block = form.get("name", ""), form.get("block", "")
    return [row for row in rows_of(report) if row["name"] == name and block in ("", row["block"])]


def _require_shown(rows: Sequence[Mapping[str, object]], form: Mapping[str, str]) -> None:
    """Refuses a form that a page has filled in beside other words than it would be written of now."""
    if rows and "shown" in form and not any(row["shown"] == form["shown"] for row in rows):
        raise Refused(word("edit.other-words"))


def _followed(name: str, form: Mapping[str, str]) -> Said:
    """What is said of a follow-up that was written."""
    return word("edit.followed", name=name, evidence=word(f"evidence.{said(form, 'evidence')}"))


def _taken(report: OpenReport, form: Mapping[str, str]) -> Taken:
    """What waits under a name, and in a block where one is named. Raises Refused where nothing does."""
    name, block = form.get("name", ""), form.get("block", "")
    found = taken_by_name(report.offered, [name])
    found = replace(found, numbers=tuple(one for one in found.numbers if block in ("", one.block)))
    if not found:
        raise Refused(word("edit.not-suggested", name=name))
    return found


def _as_person_has(one: WrittenStatement, own: Amended, form: Mapping[str, str], is_own: bool) -> WrittenStatement:
    """A statement with what a person typed; how sure the program was is said of what it proposed."""
    one = replace(one, gloss=said(form, "gloss"), measures=one.measures if own.measures is None else own.measures)
    return replace(one, entered="", confidence=None) if is_own else one


def _number(path: Path) -> int:
    return int(path.stem)
