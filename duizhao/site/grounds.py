"""What answers rest on: where that is the same as before, they need not be asked again to know that they are.

An answer on one report rests on the report as it was read, which has what it names of what all reports share; why its
figures may not be compared, on what indicators say of that too; what became of a promise, on that, on the reports of
its district and their follow-ups. Anything else is held against its own hash.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..cache import canonical, digest
from ..corpus.following import follow_ups_by_district
from ..corpus.join import Corpus
from ..corpus.reads import Read

# What the rows of maps of the corpus rest on. Their keys are the id of a report, that and what of it, or the full id
# of a statement.
_GROUNDS = {
    **dict.fromkeys(("statements", "statements_in_block", "blocks", "numbers_in_block"), "report"),
    **dict.fromkeys(("mentions_in", "mentions_in_block", "initiatives_of"), "report"),
    "cautions_of": "cautions of",
    **dict.fromkeys(("followed", "followed_in", "rewordings_in"), "district of"),
}


def grounds_of(corpus: Corpus, origins: Mapping[str, str]) -> dict[str, str]:
    """The grounds of a corpus by their names, as hashes.

    `origins` are the hashes of the reports as they were read, by id.
    """
    follow_ups = follow_ups_by_district(corpus.library.follow_ups, corpus.reports)
    known = {name: origin for name, origin in origins.items() if name in corpus.reports}
    indicators = canonical([(one.id, one.name, one.cautions) for one in corpus.library.indicators])
    found = {f"report {name}": origin for name, origin in known.items()}
    found |= {f"cautions of {name}": digest((origin.encode(), indicators)) for name, origin in known.items()}
    for district in corpus.districts:
        own = [report.id for report in corpus.by_date(district)]
        if all(name in origins for name in own):
            of_own = canonical(follow_ups.get(district, []))
            ground = digest((of_own, indicators, canonical([(name, origins[name]) for name in own])))
            found |= {f"district of {name}": ground for name in own}
    return found


def ground_of(read: Read) -> str:
    """The name of the ground that the answer to a question rests on alone; '' where there is none."""
    kind, name, *rest = read
    if kind == "report":
        return f"report {name}"
    table, _, part = name.partition(".")
    ground = _GROUNDS.get(part) if (kind, table) == ("row", "corpus") else None
    return f"{ground} {rest[0].partition('/')[0]}" if ground else ""
