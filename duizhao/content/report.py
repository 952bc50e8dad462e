"""One report, from the bytes of its folder to its anchored form: the order of the steps and nothing else.

Nothing but the shared vocabularies is needed for it, so reports can be read one by one or side by side; what reports
say of one another and what must hold over all of them is left to the corpus.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping

from ..issues import Issue
from ..text.english import english_numbers
from ..text.lexicon import GENRE, Lexicon
from .accounting import counted, with_readings
from .apart import apart
from .broken import END, Broken, broken_of
from .capture import capture_of
from .found_report import FoundReport, found_report
from .left_out import NO_ASPECTS, Aspects
from .records import Report
from .report_file import WrittenReport, written_report
from .report_rules.table import issues_of_found, issues_of_written, text_issues
from .schema import kept
from .statements import is_read, settled
from .value_types import STATEMENT_WITHIN_A_REPORT
from .vocabulary import LANGUAGES


def report_of(
    folder: str,
    files: Mapping[str, bytes],
    lexicon: Lexicon = GENRE,
    languages: Collection[str] = LANGUAGES,
    aspects: Aspects = NO_ASPECTS,
) -> tuple[Report | None, list[Issue]]:
    """The report in a folder (path from the project's top), and what is wrong with it; None where it cannot be read.

    `languages` are those that the site's words are demanded in, `aspects` those that its indicators hold.
    """
    written, issues = written_report(folder, files, languages)
    if written is None:
        return None, issues
    # what is misread in the front matter makes other steps and another text: no rule says more of it
    misread = any(map(_of_front_matter(written), issues))
    issues += _told(issues_of_written(written), written, misread=misread)
    capture = capture_of(written)
    broken = text_issues(capture)
    if broken or capture.made is None:
        return None, issues + _told(broken, written, misread=misread)
    found = found_report(written, capture.made, lexicon, aspects)
    return _report(found), issues + _told(issues_of_found(found), written, misread=misread)


def _told(issues: Iterable[Issue], written: WrittenReport, *, misread: bool) -> list[Issue]:
    """The issues that rules find outside of what is broken as it is: statements, or front matter that is `misread`."""
    of_front_matter = _of_front_matter(written)
    own = (issue for issue in issues if not written.broken.holds(issue.place))
    return [issue for issue in own if not (misread and (of_front_matter(issue) or issue.code == "text-changed"))]


def _of_front_matter(written: WrittenReport) -> Callable[[Issue], bool]:
    """A function that says whether an issue is of the front matter."""
    start, end = written.front.place, min((block.place for block in written.body), default=END)
    return lambda issue: start <= issue.place < end


def _report(found: FoundReport) -> Report:
    written, text = found.written, found.text
    statements = settled(written.front, text, found.blocks, found.statements)
    annotated = (statement.block for statement in statements)
    annotations = written.annotations
    unfound = {one.written.id for one in found.statements if one.block is None}
    unread = {one.written.id for one in found.statements if not all(map(is_read, one.measures))}
    # a statement with another's id, or one of another kind, has an id of its own that nobody knows yet
    known = {id(one.written) for one in found.statements}
    unnamed = any(id(statement) not in known for statement in annotations.statements)
    foreign = bool(unfound) and len(unfound) == len(found.statements)
    misplaced = {*annotations.nothing_to_code} - {block.id for block in found.blocks}
    return Report(
        **kept(written.front),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        capture_name=written.capture.name,
        capture_data=written.capture.data,
        layer_data=written.capture.layer_data,
        text=text,
        illegible=found.made.illegible,
        blocks=with_readings(found.blocks, annotated, annotations.nothing_to_code),
        statements=statements,
        numbers=counted(found.numbers, statements, found.listings),
        apart=apart(
            written.source,
            found.made.pieces,
            {b.id: english_numbers(b.translation) for b in found.blocks if b.translation},
        ),
        broken=written.broken
        | broken_of(unfound | unread, STATEMENT_WITHIN_A_REPORT)
        | Broken(nameless=unnamed or foreign),
        statements_whole=written.annotations_whole and not (unfound or unnamed or misplaced),
        suggestions=written.suggestions,
        numbers_whole=not unread and all(listing.spans for listing in found.listings),
    )
