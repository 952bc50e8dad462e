"""Links in rows under headings, each with a remark and a count."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ..frame import Link


@dataclass(frozen=True, slots=True)
class ListRow:
    """A link with a remark, '' for none, and a count in words."""

    link: Link
    remark: Markup
    count: Markup


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Rows under a heading; without a title there is none."""

    title: Markup
    zh: str
    rows: tuple[ListRow, ...]
    anchor: str = ""
