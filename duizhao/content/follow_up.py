"""The records of content/follow-ups.yaml: a promise with what later texts say of it.

Where quoted words stand, and what may be reckoned of a promise, is left to `corpus.following`.
"""

from __future__ import annotations

from .schema import Bilingual, Record, key, record
from .value_types import English, Id, StatementId
from .vocabulary import EVIDENCE


@record("quotation")
class Quotation(Record):
    """Words of a later text on a promise that no statement marks."""

    report: Id = key("the later text", refers_to="report")
    quote: str = key("the words as they stand there, within one paragraph; they occur once")
    en: English = key(
        "the words in English, as the report's translation has them where it does", default="", needed_in="en"
    )
    prefix: str = key("the text directly before the words, where they occur more than once", default="")
    suffix: str = key("the text directly after the words, where they occur more than once", default="")


@record("follow-up")
class FollowUp(Record):
    """What later words say of a promise (content/follow-ups.yaml)."""

    promise: StatementId = key("the promise's full id")
    later: tuple[StatementId | Quotation, ...] = key(
        "full ids of the later statements; of words that no statement marks {report: …, quote: …}", default=()
    )
    evidence: str = key("what kind of evidence that is", choices=EVIDENCE)
    because: Bilingual = key("the ground, in one sentence")
    searched: tuple[str, ...] = key(
        "for not-found: the words searched for in the later texts; the build proves them absent", default=()
    )

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The later words that no statement marks."""
        return tuple(one for one in self.later if isinstance(one, Quotation))
