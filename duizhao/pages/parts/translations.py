"""How much of a report has English, in words; nothing where it is all, or where the site has none.

The English itself stands on the report's page alone.
"""

from __future__ import annotations

from ...content.records import Report
from ..context import PageContext


def is_translated(context: PageContext, report: Report) -> bool:
    """True where a reader can choose between the languages of a report, if only of one of its blocks."""
    return context.bilingual and report.translated


def missing_translation(context: PageContext, report: Report) -> str:
    """That a report has no English, or how many of its paragraphs have; '' where nothing is missing."""
    paragraphs = [block for block in report.blocks if not block.level]
    done = sum(block.translation is not None for block in paragraphs)
    if not context.bilingual or all(block.translation is not None for block in report.blocks):
        return ""
    if not report.translated:
        return context.words("translation.none")
    return context.words("translation.begun", done=done, count=len(paragraphs)) if done < len(paragraphs) else ""
