"""One report, from the bytes of its folder to its anchored form.

Nothing else is needed for it, so reports can be read one by one or side by side; what reports say of one another
is left to `link`, what must hold over all of them to `check`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..issues import Issue, Place
from ..text.anchor import Anchored, Candidates, anchored, with_surroundings
from ..text.cleanup import Cleaned, LineStep, StepError, Steps, cleaned
from ..text.figures import Quantity, numbers, quantity
from ..text.fold import Folded, folded, occurrences
from . import shapes
from .entries import Entry, entry_of
from .nodes import node_of
from .records import Block, CountedNumber, Measure, Printed, Report, Statement
from .vocabulary import ID_LETTERS

FILES = ("source.txt", "report.md", "annotations.yaml", "translation.en.md")


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """A heading or paragraph as it stands in a Markdown file, with its place there; `col` is where its text begins."""

    level: int
    text: str
    place: Place


def report_of(folder: str, files: Mapping[str, bytes]) -> tuple[Report | None, list[Issue]]:
    """The report in a folder (path from the project's top), and what is wrong with it; None where it cannot be read."""
    issues: list[Issue] = []
    texts = {name: _decoded(f"{folder}/{name}", data, issues) for name, data in files.items()}
    for name in ("source.txt", "report.md"):
        if name not in texts:
            issues.append(Issue("file-missing", Place(f"{folder}/{name}"), f"{name} is missing"))
    if texts.get("source.txt") is None or texts.get("report.md") is None:
        return None, issues
    front, written = _front_and_body(f"{folder}/report.md", texts["report.md"], issues)
    if front is None or not front.whole:
        return None, issues
    name = folder.rsplit("/", 1)[-1]
    if front["id"] != name:
        issues.append(
            Issue(
                "id-mismatch",
                front.at("id"),
                f"the id is {front['id']} and the folder is {name}",
                "make the two alike; other files and readers' links name the id",
            )
        )
    clean = _clean(front, files["source.txt"], texts["source.txt"], written, f"{folder}/source.txt", issues)
    if clean is None:
        return None, issues
    annotations = _annotations(f"{folder}/annotations.yaml", texts.get("annotations.yaml"), issues)
    translation = _translation(f"{folder}/translation.en.md", texts.get("translation.en.md"), written, issues)
    return _assembled(front, texts["source.txt"], clean, written, annotations, translation, issues), issues


def _decoded(path: str, data: bytes, issues: list[Issue]) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        issues.append(
            Issue("not-utf8", Place(path, line), f"byte {error.start} is not UTF-8", "save the file as UTF-8")
        )
        return None


def _front_and_body(path: str, text: str, issues: list[Issue]) -> tuple[Entry | None, tuple[WrittenBlock, ...]]:
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
    front = entry_of(node, shapes.REPORT, issues)
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


def _steps(front: Entry, issues: list[Issue]) -> tuple[Steps | None, tuple[Entry, ...]]:
    clean_up: Entry = front["clean_up"]
    entries: tuple[Entry, ...] = clean_up["lines"] or ()
    lines: list[LineStep] = []
    for entry in entries:
        acts = [act for act in ("drop", "metadata", "heading", "paragraph") if entry[act]]
        span = re.fullmatch(r"(\d+)(?:-(\d+))?", entry[acts[0]]) if len(acts) == 1 else None
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
        wanted = {"drop": "reason", "heading": "level", "metadata": "fields"}.get(acts[0])
        if wanted and not entry[wanted] or acts[0] == "heading" and entry["level"] not in (1, 2):
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
        lines.append(
            LineStep(
                acts[0],
                first,
                int(span[2] or first),
                entry["reason"] or "",
                entry["level"] or 0,
                entry["join"] or "",
                entry["part"] or "",
            )
        )
    exceptions: tuple[tuple[str, str], ...] = clean_up["script_exceptions"] or ()
    longer = [f"{word}: {plain}" for word, plain in exceptions if len(word) != len(plain)]
    if longer:
        issues.append(
            Issue(
                "clean-up-step",
                clean_up.at("script_exceptions"),
                f"script_exceptions change the length of the text: {', '.join(longer)}",
                "one character for one character",
            )
        )
    if longer or len(lines) < len(entries):
        return None, entries
    return Steps(
        tuple(lines), clean_up["pinyin"] == "removed", clean_up["script"] == "to-simplified", exceptions
    ), entries


def _clean(
    front: Entry, data: bytes, source: str, written: Sequence[WrittenBlock], source_path: str, issues: list[Issue]
) -> Cleaned | None:
    sha = hashlib.sha256(data).hexdigest()
    if sha != front["source_sha256"]:
        issues.append(
            Issue(
                "source-changed",
                front.at("source_sha256"),
                f"source.txt has the hash {sha}, the report was made from {front['source_sha256']}",
                "source.txt is never edited: take the capture back from version control",
            )
        )
        return None
    steps, entries = _steps(front, issues)
    if steps is None:
        return None
    try:
        clean = cleaned(source, steps)
    except StepError as error:
        issues.append(Issue("clean-up-step", entries[error.index].place, str(error)))
        return None
    place = front["clean_up"].place
    disagreement = _first_difference(clean, written, place)
    if disagreement:
        issues.append(disagreement)
        return None
    _check_printed(front, clean, steps, entries, issues)
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


def _check_printed(front: Entry, clean: Cleaned, steps: Steps, entries: Sequence[Entry], issues: list[Issue]) -> None:
    """Every value of `printed` stands in a line taken to metadata under its name, and the other way round."""
    printed: Entry | None = front["printed"]
    taken: dict[str, list[str]] = {}
    for entry, words in zip((e for e in entries if e["metadata"]), clean.metadata, strict=True):
        for name in entry["fields"] or ():
            taken.setdefault(name, []).append(words)
            if printed is None or not printed[name]:
                issues.append(
                    Issue("printed-mismatch", entry.place, f"this step takes {name}, and `printed` does not give it")
                )
    for name, value in printed.values.items() if printed else ():
        for one in value if isinstance(value, tuple) else (value,):
            if not any(one in words for words in taken.get(name, ())):
                issues.append(
                    Issue(
                        "printed-mismatch",
                        printed.at(name),
                        f"no line taken to metadata as {name} holds {one!r}",
                        "copy the words as the source prints them, after its conversions",
                    )
                )


def _annotations(path: str, text: str | None, issues: list[Issue]) -> Entry | None:
    if text is None:
        return None
    node, found = node_of(text, path)
    issues += found
    return entry_of(node, shapes.ANNOTATIONS, issues) if node else None


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
    front: Entry,
    source: str,
    clean: Cleaned,
    written: Sequence[WrittenBlock],
    annotations: Entry | None,
    translation: Sequence[WrittenBlock],
    issues: list[Issue],
) -> Report:
    text = clean.text
    bare = _bare_blocks(clean, written, translation)
    statements = _statements(front["id"], text, bare, annotations, issues)
    blocks = _with_readings(bare, statements, annotations, issues)
    printed: Entry | None = front["printed"]
    return Report(
        id=front["id"],
        district=front["district"],
        kind=front["kind"],
        title=front["title"],
        title_basis=front["title_basis"],
        title_note=front["title_note"],
        short=front["short"],
        speaker=front["speaker"],
        author=front["author"],
        date=front["date"],
        date_basis=front["date_basis"],
        date_note=front["date_note"],
        covers=front["covers"],
        covers_note=front["covers_note"],
        note=front["note"],
        fully_read=bool(front["fully_read"]),
        printed=Printed(
            *(
                (printed[name] or "") if printed else ""
                for name in ("title", "date", "byline", "source", "original_title")
            ),
            captions=(printed["captions"] or ()) if printed else (),
        ),
        source_sha256=front["source_sha256"],
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        text=text,
        pieces=clean.pieces,
        blocks=blocks,
        statements=statements,
        numbers=_counted(blocks, statements, annotations, issues),
        translated=bool(translation),
        place=front.place,
    )


def _bare_blocks(
    clean: Cleaned, written: Sequence[WrittenBlock], translation: Sequence[WrittenBlock]
) -> tuple[Block, ...]:
    """Blocks with their ids: p1, p2 … for paragraphs and h1, h2 … for headings, each counted in the text's order."""
    blocks, start, counts = [], 0, {"p": 0, "h": 0}
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
    report: str, text: str, blocks: Sequence[Block], annotations: Entry | None, issues: list[Issue]
) -> tuple[Statement, ...]:
    whole = folded(text)
    found: list[Statement] = []
    seen: dict[str, Place] = {}
    for entry in (annotations["statements"] or ()) if annotations else ():
        statement_id: str = entry["id"]
        if not re.fullmatch(r"[tkr][0-9]{2,3}", statement_id) or ID_LETTERS[statement_id[0]] != entry["kind"]:
            issues.append(
                Issue(
                    "bad-value",
                    entry.at("id"),
                    f"{statement_id!r} is no id of a {entry['kind']}",
                    "t for a target, k for a task, r for a result, and two or three digits",
                )
            )
            continue
        if statement_id in seen:
            issues.append(
                Issue(
                    "duplicate-id",
                    entry.at("id"),
                    f"{statement_id} stands here a second time; the first is on line {seen[statement_id].line}",
                    "ids are permanent: give the new one a new number",
                )
            )
            continue
        seen[statement_id] = entry.place
        statement = _statement(report, text, whole, blocks, entry, issues)
        if statement:
            found.append(statement)
    return tuple(sorted(found, key=lambda s: (s.start, -s.end)))


def _statement(
    report: str, text: str, whole: Folded, blocks: Sequence[Block], entry: Entry, issues: list[Issue]
) -> Statement | None:
    span = anchored(whole, entry["quote"], entry["prefix"] or "", entry["suffix"] or "")
    if isinstance(span, Candidates):
        issues.append(_unanchored(entry, span, text, blocks))
        return None
    block = next((b for b in blocks if b.start <= span.start and span.end <= b.end), None)
    if block is None:
        issues.append(
            Issue(
                "quote-missing",
                entry.at("quote"),
                "the quote runs over the end of a paragraph",
                "quote within one paragraph",
            )
        )
        return None
    past = entry["kind"] == "result"
    time, other = ("period", "by") if past else ("by", "period")
    if entry[other] or not entry[time]:
        place = entry.at(other) if entry[other] else entry.place
        issues.append(
            Issue(
                "time-misplaced",
                place,
                f"a {entry['kind']} has its time under `{time}`",
                "results have period, targets and tasks have by",
            )
        )
    measures = tuple(
        filter(None, (_measure(text, entry, span, measure, issues) for measure in entry["measures"] or ()))
    )
    if entry["kind"] == "target" and not entry["measures"]:
        issues.append(
            Issue(
                "target-unmeasured",
                entry.place,
                "a target whose quantity is not entered",
                "give its measure, or code it as a task",
            )
        )
    modal = entry["modal"] or ""
    if modal and modal not in text[max(block.start, span.start - 16) : span.end]:
        issues.append(
            Issue(
                "quote-missing",
                entry.at("modal"),
                f"the word {modal!r} stands neither in the quote nor directly before it",
                "give the word as printed, or leave it out",
            )
        )
    return Statement(
        report=report,
        id=entry["id"],
        kind=entry["kind"],
        quote=text[span.start : span.end],
        gloss=entry["gloss"],
        themes=entry["themes"],
        period=entry[time],
        period_basis=entry["period_basis"],
        modal=modal,
        measures=measures,
        headline=bool(entry["headline"]),
        part_of=entry["part_of"] or "",
        voice=entry["voice"],
        scope=entry["scope"],
        note=entry["note"],
        block=block.id,
        start=span.start,
        end=span.end,
        place=entry.place,
    )


def _unanchored(entry: Entry, found: Candidates, text: str, blocks: Sequence[Block]) -> Issue:
    place = entry.at("quote")
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


def _measure(text: str, statement: Entry, span: Anchored, entry: Entry, issues: list[Issue]) -> Measure | None:
    figure: str = entry["figure"]
    quote = folded(text[span.start : span.end])
    at = anchored(quote, figure, entry["prefix"] or "", entry["suffix"] or "")
    if isinstance(at, Candidates):
        many = at.exact
        issues.append(
            Issue(
                "figure-ambiguous" if many else "figure-missing",
                entry.at("figure"),
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
                entry.at("figure"),
                f"{figure!r} cannot be read as a quantity",
                "take the whole figure with its unit and operator words, and nothing more",
            )
        )
        return None
    for issue in _disagreements(entry, read):
        issues.append(issue)
    start, end = span.start + at.start, span.start + at.end
    return Measure(
        figure=text[start:end],
        start=start,
        end=end,
        quantity=read,
        operator=entry["operator"],
        value=entry["value"],
        upper=entry["upper"],
        unit=entry["unit"] or "",
        aspect=entry["aspect"],
        indicator=entry["indicator"] or "",
        period=entry["period"] or statement["period"] or statement["by"],
        what=entry["what"],
        scope=entry["scope"] or statement["scope"],
        place=entry.place,
    )


def _disagreements(entry: Entry, read: Quantity):
    """What was entered beside the figure and is not what the figure says: the second half of the double entry."""
    pairs = (
        ("operator", entry["operator"], read.operator),
        ("value", entry["value"], read.base_value),
        ("upper", entry["upper"], read.base_upper),
        ("unit", entry["unit"] or "", read.base_unit),
    )
    for name, entered, says in pairs:
        if entered != says:
            said = "nothing" if says is None or says == "" else f"{says:f}" if name in ("value", "upper") else says
            given = "nothing" if entered is None or entered == "" else entered
            yield Issue(
                "figure-disagrees",
                entry.at(name),
                f"{name} is entered as {given}; the figure {entry['figure']!r} says {said}",
                "read the sentence again: one of the two is wrong",
            )


def _with_readings(
    blocks: Sequence[Block], statements: Sequence[Statement], annotations: Entry | None, issues: list[Issue]
) -> tuple[Block, ...]:
    known = {block.id for block in blocks}
    annotated = {statement.block for statement in statements}
    empty: set[str] = set()
    for block_id in (annotations["nothing_to_code"] or ()) if annotations else ():
        place = annotations.at("nothing_to_code")
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
    blocks: Sequence[Block], statements: Sequence[Statement], annotations: Entry | None, issues: list[Issue]
) -> tuple[CountedNumber, ...]:
    """Every number of the text with what accounts for it; statement and reason both empty where nothing does."""
    measures = [(m, s.id) for s in statements for m in s.measures]
    listed = _listed_spans(blocks, annotations, issues)
    counted = []
    for block in blocks:
        for number in numbers(block.text):
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


def _listed_spans(
    blocks: Sequence[Block], annotations: Entry | None, issues: list[Issue]
) -> list[tuple[int, int, str]]:
    """Where the words stand that annotations set down as no quantity."""
    listed = []
    for entry in (annotations["numbers"] or ()) if annotations else ():
        places = [
            (block.start + at, block.start + at + len(entry["text"]))
            for block in blocks
            if entry["block"] in (None, block.id)
            for at in occurrences(entry["text"], block.text)
        ]
        if not places:
            issues.append(
                Issue(
                    "quote-missing",
                    entry.at("text"),
                    f"{entry['text']!r} does not stand in {entry['block'] or 'the text'}",
                    "copy the words from report.md",
                )
            )
        listed += [(start, end, entry["reason"]) for start, end in places]
    return listed
