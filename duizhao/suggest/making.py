"""All suggestions for a report of a site, as its file will hold them."""

from __future__ import annotations

from dataclasses import replace

from ..content.records import Content, Report
from ..content.suggested import Suggestions
from .keeping import kept_apart
from .likeness import likeness_of
from .proposing import Proposer
from .relating import follow_ups_of
from .weights import judge


def made_for(library: Content, report: Report, annotations: str = "") -> Suggestions:
    """What is proposed for a report, by what the site's other reports and its shared records teach of words.

    `annotations` is the text of their file, where statements may be coded that lack something yet.
    """
    proposer = proposer_of(library)
    placed = tuple(proposer.placed(report))
    made = kept_apart(report, proposer.suggestions(report, placed), placed, annotations)
    return replace(made, follow_ups=tuple(follow_ups_of(library, report, made.statements, judge().linked)))


def proposer_of(library: Content) -> Proposer:
    """Who proposes statements on a site."""
    return Proposer(judge(), library.lexicon, likeness_of(library.themes, library.indicators, library.reports))
