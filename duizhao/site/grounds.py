"""What answers rest on: where that is the same as before, they need not be asked again to know that they are.

An answer on one report rests on the bytes that the report was read from and on what all reports share; what became of
a promise rests on those of its district, and on the follow-ups. Anything else is held against its own hash.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..cache import canonical, digest
from ..corpus.join import Corpus
from ..corpus.reads import Read

# Maps of the corpus by the id of a report, by that and what of it, or by the full id of a statement.
_OF_REPORTS = frozenset(
    f"corpus.{name}"
    for name in (
        *("statements", "statements_in_block", "blocks", "numbers_in_block"),
        *("mentions_in", "mentions_in_block", "initiatives_of", "cautions_of"),
    )
)
_OF_DISTRICTS = frozenset(f"corpus.{name}" for name in ("followed", "followed_in", "rewordings_in"))


def grounds_of(corpus: Corpus, origins: Mapping[str, str]) -> dict[str, str]:
    """The grounds of a corpus by their names, as hashes.

    `origins` are the hashes of what each report was read from, with all that the reports share, by id.
    """
    follow_ups = canonical(corpus.library.follow_ups)
    found = {f"report {name}": origin for name, origin in origins.items() if name in corpus.reports}
    for district in corpus.districts:
        own = [report.id for report in corpus.by_date(district)]
        if all(name in origins for name in own):
            ground = digest((follow_ups, canonical([(name, origins[name]) for name in own])))
            found |= {f"district of {name}": ground for name in own}
    return found


def ground_of(read: Read) -> str:
    """The name of the ground that the answer to a question rests on alone; '' where there is none."""
    kind, name, *rest = read
    if kind == "report":
        return f"report {name}"
    if kind == "row" and name in _OF_REPORTS | _OF_DISTRICTS:
        return f"{'report' if name in _OF_REPORTS else 'district of'} {rest[0].partition('/')[0]}"
    return ""
