"""Rules of one report: its measures are of the quantity that their indicator names, by their unit and their aspect.

Which units count alike is left to `text.units`, what words say of a figure to `text.aspect`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...content.records import Measure, Report
from ...issues import Issue
from ...text.aspect import aspect_denied, of_one_kind
from ...text.units import count_alike
from ..vocabularies import Vocabularies

# The way out where an aspect is not its indicator's.
OF_ANOTHER = "read the sentence again; if the aspect is right, the figure is of another indicator, or of none"


def units_agree(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """A measure has the unit of its indicator; measure words for people and things may differ (人, 名)."""
    for measure in (measure for statement in report.statements for measure in statement.measures):
        indicator = vocabularies.indicators.get(measure.indicator)
        if measure.unit != measure.quantity.base_unit:
            continue  # told where the figure says another unit than is entered
        if indicator and measure.operator != "coverage" and not count_alike(measure.unit, indicator.unit):
            yield Issue(
                "unit-disagrees",
                measure.where.at("unit"),
                f"the unit is {measure.unit!r}, and {indicator.id} is in {indicator.unit!r}",
                "it may be another quantity; then it is another indicator",
            )


def aspects_are_held(report: Report, vocabularies: Vocabularies) -> Iterator[Issue]:
    """A measure has the aspect of its indicator, where that gives one; a fall goes with a rise."""
    for measure in (measure for statement in report.statements for measure in statement.measures):
        indicator = vocabularies.indicators.get(measure.indicator)
        held = indicator.aspect if indicator else ""
        if held and not of_one_kind(measure.aspect, held) and not its_words_deny_it(report, measure):
            message = f"the aspect is {measure.aspect}, and {measure.indicator} holds {held}"
            yield Issue("aspect-disagrees", measure.where.at("aspect"), message, OF_ANOTHER)


def its_words_deny_it(report: Report, measure: Measure) -> bool:
    """True where the words about a figure say another aspect than is entered: that is told as a mistake of its own."""
    read = measure.quantity
    return aspect_denied(measure.aspect, report.text, measure.start, read.base_unit, read.operator) is not None
