"""One report, from the bytes of its folder to its anchored form.

Nothing else is needed for it, so reports can be read one by one or side by side; what reports say of one another
and what must hold over all of them is left to the corpus.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..issues import Issue, Place
from ..text.anchor import Anchored, Candidates, anchored, with_surroundings
from ..text.cleanup import Cleaned, LineStep, StepError, Steps, cleaned
from ..text.fold import Folded, fold_widths, occurrences
from ..text.lexicon import GENRE, Lexicon
from ..text.numbers import numbers
from ..text.quantity import Quantity, quantity
from .nodes import node_of
from .reader import record_of
from .records import Block, CountedNumber, Measure, Report, Statement
from .schema import kept
from .value_types import STATEMENT_WITHIN_A_REPORT
from .vocabulary import ID_LETTERS
from .written import Annotations, FrontMatter, Printed, WrittenLineStep, WrittenMeasure, WrittenStatement

FILES = ("source.txt", "report.md", "annotations.yaml", "translation.en.md")


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """A heading or paragraph as it stands in a Markdown file, with its place there; `col` is where its text begins."""

    level: int
    text: str
    place: Place


def report_of(folder: str, files: Mapping[str, bytes], lexicon: Lexicon = GENRE) -> tuple[Report | None, list[Issue]]:
    """The report in a folder (path from the project's top), and what is wrong with it; None where it cannot be read."""
    issues: list[Issue] = []
    texts = {name: _decoded(f"{folder}/{name}", data, issues) for name, data in files.items()}
    for name in ("source.txt", "report.md"):
        if name not in texts:
            issues.append(Issue("file-missing", Place(f"{folder}/{name}"), f"{name} is missing"))
    source, text = texts.get("source.txt"), texts.get("report.md")
    if source is None or text is None:
        return None, issues
    front, written = _front_and_body(f"{folder}/report.md", text, issues)
    if front is None:
        return None, issues
    name = folder.rsplit("/", 1)[-1]
    if front.id != name:
        issues.append(
            Issue(
                "id-mismatch",
                front.where.at("id"),
                f"the id is {front.id} and the folder is {name}",
                "make the two alike; other files and readers' links name the id",
            )
        )
    clean = _clean(front, files["source.txt"], source, written, issues)
    if clean is None:
        return None, issues
    annotations = _annotations(f"{folder}/annotations.yaml", texts.get("annotations.yaml"), issues)
    translation = _translation(f"{folder}/translation.en.md", texts.get("translation.en.md"), written, issues)
    return _assembled(front, source, clean, written, annotations, translation, lexicon, issues), issues


def _decoded(path: str, data: bytes, issues: list[Issue]) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        issues.append(
            Issue("not-utf8", Place(path, line), f"byte {error.start} is not UTF-8", "save the file as UTF-8")
        )
        return None


def _front_and_body(path: str, text: str, issues: list[Issue]) -> tuple[FrontMatter | None, tuple[WrittenBlock, ...]]:
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if len(ends) < 2 or ends[0] != 0:
        issues.append(
            Issue(
                "front-matter",
                Place(path),
                "the file does not begin with front matter",
                "begin with a line ---, then the keys, then a line ---",
            )
        )
        return None, ()
    node, found = node_of("\n".join(lines[1 : ends[1]]), path, first_line=2)
    issues += found
    if node is None:
        return None, ()
    front, found = record_of(node, FrontMatter)
    issues += found
    return front, written_blocks(lines[ends[1] + 1 :], path, ends[1] + 2)


def written_blocks(lines: Sequence[str], path: str, first_line: int) -> tuple[WrittenBlock, ...]:
    """The headings (`#`, `##`) and paragraphs of a body, one a line; nothing else has a meaning there."""
    blocks = []
    for number, line in enumerate(lines, first_line):
        if not line.strip():
            continue
        mark = re.match(r"(#{1,2}) ", line)
        level = len(mark[1]) if mark else 0
        blocks.append(
            WrittenBlock(
                level, line[len(mark[0]) :] if mark else line, Place(path, number, 1 + (mark.end() if mark else 0))
            )
        )
    return tuple(blocks)


# The acts of a line step and, of those that need one, the key that goes with each.
ACTS = {"drop": "reason", "metadata": "fields", "heading": "level", "paragraph": ""}


def _steps(front: FrontMatter, issues: list[Issue]) -> Steps | None:
    clean_up = front.clean_up
    lines: list[LineStep] = []
    for entry in clean_up.lines:
        acts = [act for act in ACTS if getattr(entry, act)]
        span = re.fullmatch(r"(\d+)(?:-(\d+))?", getattr(entry, acts[0])) if len(acts) == 1 else None
        if span is None:
            issues.append(
                Issue(
                    "clean-up-step",
                    entry.place,
                    "a line step needs one act with its lines",
                    'for example {drop: "3-7", reason: site-chrome}',
                )
            )
            continue
        wanted = ACTS[acts[0]]
        if wanted and not getattr(entry, wanted) or acts[0] == "heading" and entry.level not in (1, 2):
            issues.append(
                Issue(
                    "clean-up-step",
                    entry.place,
                    f"a {acts[0]} step needs its {wanted}",
                    "a heading's level is 1 or 2" if wanted == "level" else "",
                )
            )
            continue
        first = int(span[1])
        last = int(span[2] or first)
        lines.append(LineStep(acts[0], first, last, entry.reason, entry.level, entry.join, entry.part))
    exceptions = clean_up.script_exceptions
    longer = [f"{word}: {plain}" for word, plain in exceptions if len(word) != len(plain)]
    if longer:
        issues.append(
            Issue(
                "clean-up-step",
                clean_up.where.at("script_exceptions"),
                f"script_exceptions change the length of the text: {', '.join(longer)}",
                "one character for one character",
            )
        )
    if longer or len(lines) < len(clean_up.lines):
        return None
    return Steps(tuple(lines), clean_up.pinyin == "removed", clean_up.script == "to-simplified", exceptions)


def _clean(
    front: FrontMatter, data: bytes, source: str, written: Sequence[WrittenBlock], issues: list[Issue]
) -> Cleaned | None:
    sha = hashlib.sha256(data).hexdigest()
    if sha != front.source_sha256:
        issues.append(
            Issue(
                "source-changed",
                front.where.at("source_sha256"),
                f"source.txt has the hash {sha}, the report was made from {front.source_sha256}",
                "source.txt is never edited: take the capture back from version control",
            )
        )
        return None
    steps = _steps(front, issues)
    if steps is None:
        return None
    try:
        clean = cleaned(source, steps)
    except StepError as error:
        issues.append(Issue("clean-up-step", front.clean_up.lines[error.index].place, str(error)))
        return None
    disagreement = _first_difference(clean, written, front.clean_up.place)
    if disagreement:
        issues.append(disagreement)
        return None
    _check_printed(front.printed, clean, front.clean_up.lines, issues)
    return clean


def _first_difference(clean: Cleaned, written: Sequence[WrittenBlock], place: Place) -> Issue | None:
    """The first place where the written body is not what the steps make of the source."""
    hint = "the text is the source's: mend the clean-up steps, never the text"
    for made, block in zip(clean.blocks, written, strict=False):
        if made.text != block.text:
            same = next(
                (i for i, (a, b) in enumerate(zip(made.text, block.text, strict=False)) if a != b),
                min(len(made.text), len(block.text)),
            )
            at = Place(block.place.path, block.place.line, block.place.col + same)
            message = (
                f"the text has {block.text[same : same + 12]!r} where the steps make "
                f"{made.text[same : same + 12]!r} of source.txt line {made.lines[0]}"
            )
            return Issue("text-changed", at, message, hint)
        if made.level != block.level:
            return Issue(
                "text-changed",
                block.place,
                f"the text has level {block.level}, the steps make level {made.level}",
                hint,
            )
    if len(clean.blocks) != len(written):
        at = written[len(clean.blocks)].place if len(written) > len(clean.blocks) else place
        return Issue(
            "text-changed", at, f"the text has {len(written)} blocks, the steps make {len(clean.blocks)}", hint
        )
    return None


def _check_printed(printed: Printed, clean: Cleaned, steps: Sequence[WrittenLineStep], issues: list[Issue]) -> None:
    """Every value of `printed` stands in a line taken to metadata under its name, and the other way round."""
    taken: dict[str, list[str]] = {}
    for step, words in zip((step for step in steps if step.metadata), clean.metadata, strict=True):
        for name in step.fields:
            taken.setdefault(name, []).append(words)
            if not getattr(printed, name):
                issues.append(
                    Issue("printed-mismatch", step.place, f"this step takes {name}, and `printed` does not give it")
                )
    for key in printed.keys:
        if printed.where.entered(key.name) == "default":
            continue
        value = getattr(printed, key.field)
        for one in value if isinstance(value, tuple) else (value,):
            if not any(one in words for words in taken.get(key.name, ())):
                issues.append(
                    Issue(
                        "printed-mismatch",
                        printed.where.at(key.name),
                        f"no line taken to metadata as {key.name} holds {one!r}",
                        "copy the words as the source prints them, after its conversions",
                    )
                )


def _annotations(path: str, text: str | None, issues: list[Issue]) -> Annotations:
    """What was found in the report; nothing where there is no such file or it cannot be read."""
    node, found = (None, []) if text is None else node_of(text, path)
    issues += found
    if node is None:
        return Annotations()
    annotations, found = record_of(node, Annotations)
    issues += found
    return annotations or Annotations()


def _translation(
    path: str, text: str | None, written: Sequence[WrittenBlock], issues: list[Issue]
) -> tuple[WrittenBlock, ...]:
    """The English of each block, in order; nothing where there is none or its blocks do not fit."""
    if text is None:
        return ()
    blocks = written_blocks(text.split("\n"), path, 1)
    for ours, theirs in zip(blocks, written, strict=False):
        if ours.level != theirs.level:
            message = f"a block of level {ours.level} stands where the text has one of level {theirs.level}"
            issues.append(
                Issue(
                    "translation-blocks",
                    ours.place,
                    message,
                    f"the text's block is {theirs.place.path}:{theirs.place.line}",
                )
            )
            return ()
    if len(blocks) != len(written):
        issues.append(
            Issue(
                "translation-blocks",
                Place(path),
                f"{len(blocks)} blocks, and the text has {len(written)}",
                "one line for each heading and each paragraph, in the same order",
            )
        )
        return ()
    return blocks


def _assembled(
    front: FrontMatter,
    source: str,
    clean: Cleaned,
    written: Sequence[WrittenBlock],
    annotations: Annotations,
    translation: Sequence[WrittenBlock],
    lexicon: Lexicon,
    issues: list[Issue],
) -> Report:
    text = clean.text
    bare = _bare_blocks(clean, written, translation)
    statements = _statements(front.id, text, bare, annotations, issues)
    blocks = _with_readings(bare, statements, annotations, issues)
    return Report(
        **kept(front),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        text=text,
        pieces=clean.pieces,
        blocks=blocks,
        statements=statements,
        numbers=_counted(blocks, statements, annotations, lexicon, issues),
        translated=bool(translation),
    )


def _bare_blocks(
    clean: Cleaned, written: Sequence[WrittenBlock], translation: Sequence[WrittenBlock]
) -> tuple[Block, ...]:
    """Blocks with their ids: p1, p2 … for paragraphs and h1, h2 … for headings, each counted in the text's order."""
    blocks: list[Block] = []
    start, counts = 0, {"p": 0, "h": 0}
    for index, raw in enumerate(clean.blocks):
        letter = "h" if raw.level else "p"
        counts[letter] += 1
        english = translation[index] if translation else None
        blocks.append(
            Block(
                f"{letter}{counts[letter]}",
                raw.level,
                start,
                start + len(raw.text),
                raw.text,
                english.text if english else "",
                "unread",
                raw.lines,
                written[index].place,
                english.place if english else None,
            )
        )
        start += len(raw.text) + 1
    return tuple(blocks)


def _statements(
    report: str, text: str, blocks: Sequence[Block], annotations: Annotations, issues: list[Issue]
) -> tuple[Statement, ...]:
    whole = fold_widths(text)
    found: list[Statement] = []
    seen: dict[str, Place] = {}
    for entry in annotations.statements:
        if not STATEMENT_WITHIN_A_REPORT.fullmatch(entry.id) or ID_LETTERS[entry.id[0]] != entry.kind:
            issues.append(
                Issue(
                    "bad-value",
                    entry.where.at("id"),
                    f"{entry.id!r} is no id of a {entry.kind}",
                    "t for a target, k for a task, r for a result, and two or three digits",
                )
            )
            continue
        if entry.id in seen:
            issues.append(
                Issue(
                    "duplicate-id",
                    entry.where.at("id"),
                    f"{entry.id} stands here a second time; the first is on line {seen[entry.id].line}",
                    "ids are permanent: give the new one a new number",
                )
            )
            continue
        seen[entry.id] = entry.place
        statement = _statement(report, text, whole, blocks, entry, issues)
        if statement:
            found.append(statement)
    return tuple(sorted(found, key=lambda s: (s.start, -s.end)))


def _statement(
    report: str, text: str, whole: Folded, blocks: Sequence[Block], entry: WrittenStatement, issues: list[Issue]
) -> Statement | None:
    span = anchored(whole, entry.quote, entry.prefix, entry.suffix)
    if isinstance(span, Candidates):
        issues.append(_unanchored(entry, span, text, blocks))
        return None
    block = next((b for b in blocks if b.start <= span.start and span.end <= b.end), None)
    if block is None:
        issues.append(
            Issue(
                "quote-missing",
                entry.where.at("quote"),
                "the quote runs over the end of a paragraph",
                "quote within one paragraph",
            )
        )
        return None
    issues += _time_issues(entry)
    measures = tuple(filter(None, (_measure(text, entry, span, measure, issues) for measure in entry.measures)))
    if entry.kind == "target" and not entry.measures:
        issues.append(
            Issue(
                "target-unmeasured",
                entry.place,
                "a target whose quantity is not entered",
                "give its measure, or code it as a task",
            )
        )
    if entry.modal and entry.modal not in text[max(block.start, span.start - 16) : span.end]:
        issues.append(
            Issue(
                "quote-missing",
                entry.where.at("modal"),
                f"the word {entry.modal!r} stands neither in the quote nor directly before it",
                "give the word as printed, or leave it out",
            )
        )
    period = entry.period if entry.kind == "result" else entry.by
    settled = replace(entry, quote=text[span.start : span.end], period=period, measures=measures)
    return Statement(**kept(settled), report=report, block=block.id, start=span.start, end=span.end)


def _time_issues(entry: WrittenStatement) -> Iterator[Issue]:
    """A result has its time under `period`, a target or a task under `by`."""
    own, other = ("period", "by") if entry.kind == "result" else ("by", "period")
    if getattr(entry, other) or not getattr(entry, own):
        yield Issue(
            "time-misplaced",
            entry.where.at(other) if getattr(entry, other) else entry.place,
            f"a {entry.kind} has its time under `{own}`",
            "results have period, targets and tasks have by",
        )


def _unanchored(entry: WrittenStatement, found: Candidates, text: str, blocks: Sequence[Block]) -> Issue:
    place = entry.where.at("quote")
    shown = "; ".join(
        f"{_block_at(blocks, start)}: {with_surroundings(text, start, end)}" for start, end in found.places[:5]
    )
    if found.exact:
        return Issue(
            "quote-ambiguous",
            place,
            f"the quote occurs {len(found.places)} times: {shown}",
            "add prefix: or suffix: with the characters directly before or after the one that is meant",
        )
    message = (
        f"the quote does not occur in the text; nearest is {shown}" if shown else "the quote does not occur in the text"
    )
    return Issue("quote-missing", place, message, "copy the characters from report.md")


def _block_at(blocks: Sequence[Block], offset: int) -> str:
    return next((block.id for block in blocks if block.start <= offset <= block.end), "?")


def _measure(
    text: str, statement: WrittenStatement, span: Anchored, entry: WrittenMeasure, issues: list[Issue]
) -> Measure | None:
    figure = entry.figure
    quote = fold_widths(text[span.start : span.end])
    at = anchored(quote, figure, entry.prefix, entry.suffix)
    if isinstance(at, Candidates):
        many = at.exact
        issues.append(
            Issue(
                "figure-ambiguous" if many else "figure-missing",
                entry.where.at("figure"),
                f"the figure {figure!r} occurs {f'{len(at.places)} times' if many else 'nowhere'} in the quote",
                "add prefix: or suffix: from within the quote" if many else "copy the characters from the quote",
            )
        )
        return None
    read = quantity(figure)
    if read is None:
        issues.append(
            Issue(
                "figure-unreadable",
                entry.where.at("figure"),
                f"{figure!r} cannot be read as a quantity",
                "take the whole figure with its unit and operator words, and nothing more",
            )
        )
        return None
    issues += _disagreements(entry, read)
    start, end = span.start + at.start, span.start + at.end
    settled = replace(
        entry,
        figure=text[start:end],
        period=entry.period or statement.period or statement.by,
        scope=entry.scope or statement.scope,
    )
    return Measure(**kept(settled), start=start, end=end, quantity=read)


def _disagreements(entry: WrittenMeasure, read: Quantity) -> Iterator[Issue]:
    """What was entered beside the figure and is not what the figure says: the second half of the double entry."""
    pairs = (
        ("operator", entry.operator, read.operator),
        ("value", entry.value, read.base_value),
        ("upper", entry.upper, read.base_upper),
        ("unit", entry.unit, read.base_unit),
    )
    for name, entered, says in pairs:
        if entered != says:
            said = "nothing" if says is None or says == "" else f"{says:f}" if name in ("value", "upper") else says
            given = "nothing" if entered is None or entered == "" else entered
            yield Issue(
                "figure-disagrees",
                entry.where.at(name),
                f"{name} is entered as {given}; the figure {entry.figure!r} says {said}",
                "read the sentence again: one of the two is wrong",
            )


def _with_readings(
    blocks: Sequence[Block], statements: Sequence[Statement], annotations: Annotations, issues: list[Issue]
) -> tuple[Block, ...]:
    known = {block.id for block in blocks}
    annotated = {statement.block for statement in statements}
    empty: set[str] = set()
    place = annotations.where.at("nothing_to_code")
    for block_id in annotations.nothing_to_code:
        if block_id not in known:
            issues.append(
                Issue("unknown-id", place, f"nothing_to_code names {block_id}, and the text has no such block")
            )
        elif block_id in annotated:
            issues.append(
                Issue(
                    "reading-conflict",
                    place,
                    f"{block_id} is set down as nothing to code, and statements lie in it",
                    "take it off the list",
                )
            )
        empty.add(block_id)
    reading = {
        block.id: "annotated"
        if block.id in annotated
        else "nothing-to-code"
        if block.id in empty or block.level
        else "unread"
        for block in blocks
    }
    return tuple(replace(block, reading=reading[block.id]) for block in blocks)


def _counted(
    blocks: Sequence[Block],
    statements: Sequence[Statement],
    annotations: Annotations,
    lexicon: Lexicon,
    issues: list[Issue],
) -> tuple[CountedNumber, ...]:
    """Every number of the text with what accounts for it; statement and reason both empty where nothing does."""
    measures = [(m, s.id) for s in statements for m in s.measures]
    listed = _listed_spans(blocks, annotations, issues)
    counted = []
    for block in blocks:
        for number in numbers(block.text, lexicon):
            start, end = block.start + number.start, block.start + number.end
            here = [(m, owner) for m, owner in measures if m.start < end and start < m.end]
            for m, _ in here:
                # 4万人 out of 34万人, or out of 超4万人, would be read without a fault and say something else.
                if not number.reason and (start < m.start or m.end < end):
                    message = f"the figure {m.figure!r} is cut out of {number.text!r}"
                    hint = "take the whole figure with its unit and operator words"
                    issues.append(Issue("figure-disagrees", m.place, message, hint))
            statement = here[0][1] if here else ""
            reason = next((why for lo, hi, why in listed if lo <= start and end <= hi), number.reason)
            counted.append(CountedNumber(number, block.id, statement, "" if statement else reason))
    return tuple(counted)


def _listed_spans(blocks: Sequence[Block], annotations: Annotations, issues: list[Issue]) -> list[tuple[int, int, str]]:
    """Where the words stand that annotations set down as no quantity."""
    listed = []
    for entry in annotations.numbers:
        places = [
            (block.start + at, block.start + at + len(entry.text))
            for block in blocks
            if entry.block in ("", block.id)
            for at in occurrences(entry.text, block.text)
        ]
        if not places:
            issues.append(
                Issue(
                    "quote-missing",
                    entry.where.at("text"),
                    f"{entry.text!r} does not stand in {entry.block or 'the text'}",
                    "copy the words from report.md",
                )
            )
        listed += [(start, end, entry.reason) for start, end in places]
    return listed
