"""Rules of one report: its measures are of the quantity that their indicator names.

Which units count alike is left to `text.units`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...content.records import Report
from ...issues import Issue
from ...text.units import count_alike
from ..vocabularies import Vocabularies


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
