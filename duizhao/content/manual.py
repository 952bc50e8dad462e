"""The format manual, content/README.md, made from the tables of shapes, types and issue codes.

`python -m duizhao.content.manual` prints it; a test holds the file to it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from ..issues import CODES
from .entries import TYPES, Field, Shape
from .shapes import ALL

_OPENING = """\
# How the content is written

This page is made from the code (`python -m duizhao.content.manual > content/README.md`); a test holds it to that.

Everything here is text in UTF-8. YAML values stay the words you write: `no`, `010` and `1:30` are never changed.
`python build.py check` says what is wrong, with file, line and column, and how to mend it.

## Adding a report

1. Make a folder `content/reports/<id>/`: district, year, kind, in lower case with hyphens. The id is permanent.
2. Save the capture as `source.txt`, as it was found. It is never edited afterwards.
3. Write `report.md`: front matter as below, then the text: `# ` and `## ` before headings, paragraphs one a line, blank
   lines between. Under `clean_up` say what becomes of each line of the source that is not simply a paragraph.
   The build compares; where the two disagree it shows the first character that differs.
4. Read, and write `annotations.yaml`: each statement with its words (`quote`), exactly as they stand. A quote that
   occurs twice needs `prefix:` or `suffix:`. Each quantity is entered beside the characters it was read from.
5. When every paragraph has a reading, set `fully_read: true`. From then on a number without an account is a mistake.
6. `translation.en.md` holds the same blocks in English, one for one. Each must carry the same quantities.

Ids of reports, statements, indicators and the rest are addresses that others cite. A deleted statement leaves a gap.

## Prose

`content/prose/<name>.<language>.md` is Markdown; headings begin with `##`. A link may name a record:
`[words](statement:report/t07)`, and likewise `report:`, `indicator:`, `initiative:`, `term:`, `theme:`, `district:` and
`page:`. Introductions stand under `prose/reports/`, `prose/districts/` and `prose/themes/`, named by id.

## Interface words

`content/strings.yaml` maps a key to its words: `key: {en: …, zh: …}`.
"""


def manual() -> str:
    """The whole manual as Markdown."""
    parts = [_OPENING, "## Types of values\n", "| type | what it is |", "|---|---|"]
    parts += [f"| {name} | {kind.doc} |" for name, kind in TYPES.items()]
    for shape in ALL:
        parts += _shape(shape)
    parts += ["\n## What can be wrong\n", "| code | meaning |", "|---|---|"]
    parts += [f"| `{code}` | {meaning} |" for code, meaning in CODES.items()]
    return "\n".join(parts) + "\n"


def _shape(shape: Shape) -> Iterator[str]:
    yield f"\n## {shape.name.capitalize()}\n\n{shape.doc}\n"
    yield "| key | type | needed | what it says |"
    yield "|---|---|---|---|"
    for field in shape.fields:
        yield f"| `{field.name}` | {_type(field)} | {'yes' if field.required else ''} | {_doc(field)} |"


def _type(field: Field) -> str:
    return (
        {"shape": f"a {field.of.name}", "shapes": f"a list of {field.of.name}s"}[field.type] if field.of else field.type
    )


def _doc(field: Field) -> str:
    return field.doc + (f" (one of: {', '.join(field.choices)})" if field.choices else "")


if __name__ == "__main__":
    sys.stdout.write(manual())
