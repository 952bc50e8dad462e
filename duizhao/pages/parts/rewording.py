"""A rewording as pages show it: both wordings with what stayed, went, came and moved, and its kinds of change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...text.rewording import Rewording, Run
from ..context import PageContext
from ..markup import escaped

# The tags of what did not stay: what a reader without styles is told by them, too.
_TAGS = {
    "gone": ("<del>", "</del>"),
    "came": ("<ins>", "</ins>"),
    "moved": ('<span class="moved">', "</span>"),
}
# From the first character of a run that is no sign to the last.
_WORDS = re.compile(r"[^\W_](?:.*[^\W_])?[%％℃]?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ChangeWord:
    """A kind of change and its name."""

    kind: str
    text: Markup


@dataclass(frozen=True, slots=True)
class RewordingView:
    """Two wordings marked; of the `letters` characters of the old one, signs not counted, `kept` stayed.

    `share` is that in hundredths; `said` says it in words.
    """

    old: Markup
    new: Markup
    share: int
    said: Markup


def rewording_view(context: PageContext, rewording: Rewording) -> RewordingView:
    """A rewording as pages show it."""
    share = 100 * rewording.kept // (rewording.letters or 1)
    said = context.word("wording.kept", kept=rewording.kept, letters=rewording.letters)
    return RewordingView(marked_runs(rewording.old), marked_runs(rewording.new), share, said)


def marked_runs(runs: Iterable[Run]) -> Markup:
    """A wording with its runs as elements; what stayed is plain, and so are signs at the ends of what did not."""
    marked = "".join([part for run in runs for part in _parts(run)])
    return Markup(marked)


def _parts(run: Run) -> Iterator[str]:
    """HTML of a run; there are many, so that they become Markup together."""
    words = None if run.fate == "stayed" else _WORDS.search(run.text)
    if not words:
        yield escaped(run.text)
        return
    begin, end = _TAGS[run.fate]
    yield from (escaped(run.text[: words.start()]), begin, escaped(words[0]), end)
    yield escaped(run.text[words.end() :])


def change_words(context: PageContext, kinds: Iterable[str]) -> tuple[ChangeWord, ...]:
    """Kinds of change with their names."""
    return tuple(ChangeWord(kind, context.word(f"change.{kind}")) for kind in kinds)
