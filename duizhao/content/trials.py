"""Records of what people did by hand, against which readings and rules are held: two readings, pairs of passages.

What comes of the comparison is left to `corpus.trials`.
"""

from __future__ import annotations

from .schema import Record, key, record
from .value_types import Id


@record("agreement")
class IntercoderAgreement(Record):
    """How often two independent readings of a report agreed (content/agreement.yaml).

    Of the figures that both entered, `value` says how many have the same value, unit and operator.
    """

    report: Id = key("the report", refers_to="report")
    first: int = key("statements of the first reading")
    second: int = key("statements of the second reading")
    paired: int = key("pairs whose quotes overlap by half or more")
    kind: int = key("pairs of the same kind")
    span: int = key("pairs with the same quote")
    figures_first: int = key("figures of the first reading")
    figures_second: int = key("figures of the second reading")
    figures_both: int = key("figures that both entered")
    value: int = key("of those, figures with the same value, unit and operator")


@record("pair of passages")
class HandPair(Record):
    """Words of two texts of one district that a person says are the same again, reworded or not (content/pairs.yaml).

    The pairing of passages by rule is held against them.
    """

    older: Id = key("the earlier report", refers_to="report")
    words: str = key("its words, within one clause; they occur once")
    newer: Id = key("the later report", refers_to="report")
    again: str = key("the words of that one, within one clause; they occur once")
    doubtful: bool = key("true where another reader may say otherwise; it is not asked for", default=False)
