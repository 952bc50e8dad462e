"""One report, from the bytes of its folder to its anchored form: the order of the steps and nothing else.

Nothing but the shared vocabularies is needed for it, so reports can be read one by one or side by side; what reports
say of one another and what must hold over all of them is left to the corpus.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping

from ..issues import Issue
from ..text.lexicon import GENRE, Lexicon
from .accounting import counted, with_readings
from .capture import capture_of
from .found_report import FoundReport, found_report
from .records import Report
from .report_file import written_report
from .report_rules.table import issues_of_found, issues_of_written, text_issues
from .schema import kept
from .statements import settled
from .vocabulary import LANGUAGES


def report_of(
    folder: str, files: Mapping[str, bytes], lexicon: Lexicon = GENRE, languages: Collection[str] = LANGUAGES
) -> tuple[Report | None, list[Issue]]:
    """The report in a folder (path from the project's top), and what is wrong with it; None where it cannot be read.

    `languages` are those that the site's words are demanded in.
    """
    written, issues = written_report(folder, files, languages)
    if written is None:
        return None, issues
    issues += issues_of_written(written)
    capture = capture_of(written)
    broken = text_issues(capture)
    if broken or capture.made is None:
        return None, issues + broken
    found = found_report(written, capture.made, lexicon)
    return _report(found), issues + issues_of_found(found)


def _report(found: FoundReport) -> Report:
    written, text = found.written, found.text
    statements = settled(written.front.id, text, found.statements)
    annotated = (statement.block for statement in statements)
    return Report(
        **kept(written.front),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=written.source,
        capture_name=written.capture.name,
        capture_data=written.capture.data,
        layer_data=written.capture.layer_data,
        text=text,
        pieces=found.made.pieces,
        illegible=found.made.illegible,
        blocks=with_readings(found.blocks, annotated, written.annotations.nothing_to_code),
        statements=statements,
        numbers=counted(found.numbers, statements, found.listings),
        translated=any(block.translation_place for block in found.blocks),
    )
