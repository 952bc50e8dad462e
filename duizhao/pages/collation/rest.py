"""The rows of a long collation table that its page leaves out: a script of that page, and pages of their own by state.

However long a report is, its table stays light: the first rows stand on the page, a script brings the rest, and without
scripts the marks and the groups lead to the pages of their states. What a row shows is left to `parts/promises`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from markupsafe import Markup

from ...content.records import Report
from ...search.pair_index import digest
from ..addresses import INDEX
from ..context import PageContext
from ..frame import Frame, Link, Page
from ..parts.collation_parts import CollationView, Comparing, Head, RestOfRows, RowGroup, as_folded, comparing, folded
from ..parts.promises import PromiseRow
from ..parts.prose import introduction
from ..parts.text_switch import TextSwitch

# So many quotations, of promises and of later words, a table may have that is left whole, so many the page of one that
# is not has, whose strip grows with all its rows, and so many a page of one state.
QUOTES_OF_A_WHOLE = 220
QUOTES_OF_A_TABLE = 160
QUOTES_OF_A_PART = 200


@dataclass(frozen=True, slots=True)
class StateView:
    """Rows of one state, on a page of their own; `whole` is the way to the table that they belong to.

    `answers` says where an answer would stand.
    """

    title: Markup
    doc: Markup
    whole: Link
    answers: Markup
    group: RowGroup
    heads: tuple[Head, ...]
    ahead: bool
    comparing: Comparing | None
    previous: Link | None
    following: Link | None


def shortened(
    context: PageContext, report: Report, groups: Sequence[RowGroup], switch: TextSwitch
) -> tuple[RowGroup, ...]:
    """The groups of a table below a switch, each with the rows that its page has room for and the way to all."""
    if sum(_quotes(group.rows) for group in groups) <= QUOTES_OF_A_WHOLE:
        return tuple(folded(groups, switch))
    room = QUOTES_OF_A_TABLE
    made: list[RowGroup] = []
    for group in groups:
        count = _fitting(group.rows, room)
        room = room - _quotes(group.rows) if count == len(group.rows) else 0
        path = "" if count == len(group.rows) else state_path(context, report, group.state, 1)
        made.append(replace(group, held=count, alone=path))
    return tuple(folded(made, switch))


def places_of_rest(context: PageContext, report: Report, groups: Sequence[RowGroup]) -> Mapping[str, str]:
    """Where each row that a table's page leaves out stands, by the row's anchor."""
    places: dict[str, str] = {}
    for group in groups:
        for number, part in enumerate(_parts(group.rows), 1):
            path = state_path(context, report, group.state, number)
            places |= {row.anchor: f"{path}#{row.anchor}" for row in part}
    return {row.anchor: places[row.anchor] for group in groups for row in group.rest}


def rest_of_rows(path: str, groups: Sequence[RowGroup]) -> RestOfRows | None:
    """The script with what the page at `path` leaves out, its version by what it says; None where the page has all."""
    rest = [row for group in groups for row in group.rest]
    return RestOfRows(script_path(path), digest(repr(row).encode() for row in rest)) if rest else None


def state_path(context: PageContext, report: Report, state: str, number: int) -> str:
    """The path of the page with a part of a table's rows of one state; the first has no number."""
    return context.path(*_place(report, state, number))


def script_path(path: str) -> str:
    """The path of the script with the rows that a table's page leaves out."""
    return f"{path.removesuffix(INDEX)}rows.js"


def pages_of_rest(context: PageContext, report: Report, frame: Frame, view: CollationView) -> Iterator[Page]:
    """The script of a table's page, and the pages of the states that it has not all rows of."""
    if not view.rest:
        return
    yield Page("collation-script.html", replace(frame, path=view.rest.script), view)
    for group in view.groups:
        if group.rest:
            yield from _pages_of_state(context, report, frame, view, group)


def _pages_of_state(
    context: PageContext, report: Report, frame: Frame, view: CollationView, group: RowGroup
) -> Iterator[Page]:
    parts = _parts(group.rows)
    links = [_link(context, report, frame, group, number, len(parts)) for number in range(1, len(parts) + 1)]
    whole = Link(context.marked(frame.title), frame.path)
    crumbs = (*(crumb for crumb in frame.crumbs[1:] if not crumb.current), whole)
    for index, part in enumerate(parts):
        title = links[index].text
        own = context.frame(
            *(_place(report, group.state, index + 1), str(title.striptags()), "follow-up", crumbs),
            body_class="page-collation",
        )
        state = StateView(
            *(title, context.word(f"evidence.{group.state}.doc"), whole),
            introduction(context, "follow-up", own.path),
            as_folded(replace(group, rows=part, held=len(part), opened=True, alone="")),
            *(view.heads, view.ahead, comparing(part)),
            links[index - 1] if index else None,
            links[index + 1] if index + 1 < len(links) else None,
        )
        yield Page("collation-state.html", own, state)


def _link(context: PageContext, report: Report, frame: Frame, group: RowGroup, number: int, of: int) -> Link:
    state = context.words(f"evidence.{group.state}")
    if of == 1:
        title = context.word("follow.of-state", state=state, table=frame.title)
    else:
        title = context.word("follow.of-state-part", state=state, table=frame.title, number=number, of=of)
    return Link(title, state_path(context, report, group.state, number))


def _place(report: Report, state: str, number: int) -> tuple[str, ...]:
    return ("follow-up", report.id, state, *((str(number),) if number > 1 else ()))


def _quotes(rows: Sequence[PromiseRow]) -> int:
    return sum(1 + len(row.later) for row in rows)


def _fitting(rows: Sequence[PromiseRow], room: int) -> int:
    """How many of the first rows have no more quotations than there is room for."""
    held = accumulate(1 + len(row.later) for row in rows)
    return sum(quotes <= room for quotes in held)


def _parts(rows: Sequence[PromiseRow]) -> tuple[tuple[PromiseRow, ...], ...]:
    """Rows in parts, each with at least one and with no more quotations than a page has room for."""
    parts: list[tuple[PromiseRow, ...]] = []
    left = tuple(rows)
    while left:
        count = max(1, _fitting(left, QUOTES_OF_A_PART))
        parts.append(left[:count])
        left = left[count:]
    return tuple(parts)
