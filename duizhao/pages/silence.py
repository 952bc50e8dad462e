"""The register of silence: promises of which no later text speaks, each with the words that were searched for."""

from __future__ import annotations

from dataclasses import dataclass

from .context import PageContext
from .frame import Group, Page
from .parts.promises import PromiseGroup, by_theme, followable, navigation, promises_of


@dataclass(frozen=True, slots=True)
class SilenceView:
    """The register of silence over all reports."""

    groups: tuple[PromiseGroup, ...]
    nav: tuple[Group, ...]


def silence_page(context: PageContext) -> Page:
    """The register of silence."""
    title = context.words("silence.title")
    crumbs = (context.page("follow-up"),)
    frame = context.frame(("follow-up", "silence"), title, "follow-up", crumbs, body_class="has-bar page-collation")
    silent = [f for f in promises_of(context, followable(context)) if f.evidence == "not-found"]
    return Page("silence.html", frame, SilenceView(tuple(by_theme(context, silent)), navigation(context, "silence")))
