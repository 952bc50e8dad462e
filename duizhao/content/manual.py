"""The format manual, content/README.md, made from the declarations of records, the types and the issue codes.

`python -m duizhao.content.manual` prints it; a test holds the file to it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from ..codes.table import CODES
from ..text.pattern import GAP_WORDS
from .file_kinds import ANNOTATIONS, FILE_KINDS, THEMES
from .json_schema import SCHEMAS, editor_lines
from .naming import many, one
from .nodes import DEEPEST
from .schema import Key, Record, doc_of
from .sizes import BOUNDS
from .value_types import TYPES, type_of

_OPENING = """\
# How the content is written

This page is made from the code (`python -m duizhao.content.manual > content/README.md`).

Everything here is text in UTF-8. YAML values stay the words you write: `no`, `010` and `1:30` are never changed.
`duizhao check` says what is wrong, with file, line and column, and how to mend it.
A byte order mark and the line breaks of Windows are read over and never published. Characters that nobody sees, that
turn the text about them or that stand for lost ones are refused wherever they stand, written out or as an escape.
What systems and editors leave beside the files is ignored: hidden files (`._a.md`, `.DS_Store`, `.a.swp`),
`Thumbs.db`, `desktop.ini`, `__MACOSX`, and backups (`a.md~`, `#a.md#`, `a.md.bak`, `.orig`, `.tmp`).
Any other file or folder that nothing reads is refused, since a misnamed one would be missed. `README.md` and `LICENSE`
may stand anywhere. Notes, pictures and attachments of a report are kept outside of `content/`.
A comment stands on a line of its own, or behind a value in quotes: behind a plain text it may be a part of the words.

## Adding a report

`duizhao import FILE --district ID` does the first three steps and proposes the clean-up; by hand they are:

1. Make a folder `content/reports/<id>/`: district, year, kind, in lower case with hyphens. The id is permanent.
2. Save the capture as `source.txt`, as it was found, in whatever encoding. It is never edited afterwards. One that is
   no text keeps its own extension (`source.html`, `source.pdf`); the text that a program takes out of it stands beside
   it as `source.text.txt`, and `text_layer` says which program did. `check` prints the hash of a new capture.
3. Write `report.md`: front matter as below, then the text: `# `, `## ` and `### ` before headings, paragraphs one a
   line, blank lines between. Under `clean_up` say what becomes of each line of the capture that is not simply a
   paragraph. The build compares; where the two disagree it shows each place and, where there is one, the step that
   mends it.
4. Read, and write `annotations.yaml`: each statement with its words (`quote`), exactly as they stand. A quote that
   occurs twice needs `prefix:` or `suffix:`. Each quantity is entered beside the characters it was read from: what you
   enter is held against them, what you leave out is read from them. Where the block is translated, `quote_en` has the
   words of the translation that say it, with its figures; or `without_quote_en` says why it can have none.
5. When every paragraph has a reading, set `fully_read: true`. From then on a number without an account is a mistake.
6. `translation.en.md` holds the same blocks in English, one for one, as plain words. Each must carry the same
   quantities. A translation may be begun: a line `[untranslated]`, in a heading `# [untranslated]`, stands for a block
   that has no English yet.

Ids of reports, statements, indicators and the rest are addresses that others cite. A deleted statement leaves a gap.
"""

_CLEAN_UP = """\
## Clean-up

The steps are done in the order of the table of `clean_up` below, and each says what it does and how often. What they
make is the text; what they take out, and why, stands in the ledger on the report's page, with every character of the
capture in one of its rows. Lines are counted after `entities`. A pattern is not a regular expression: it is literal
characters and these gaps.

| gap | what it stands for |
|---|---|
{gaps}

```yaml
clean_up:
  decode: gb18030
  characters:
    - {{character: U+200B, count: 3}}  # zero-width spaces go
  escapes:
    - {{escape: '\\r\\n', count: 65}}  # become line ends
  entities:
    - {{entity: "&nbsp;", becomes: "", count: 25}}
  radicals: 12  # ⼯ becomes 工
  patterns:
    - {{spacing: "政{{ }}府", count: 7}}
    - {{illegible: "????", count: 2}}  # stays, and is shown as illegible
    - {{apart: "〔{{n}}〕", as: note-mark, at: anywhere, count: 39}}
    - {{drop: "第{{n}}页", reason: page-furniture, count: 12}}  # whole lines
    - {{heading: "（{{一}}）{{…}}。", at: start, level: 2, count: 6}}  # the rest of the line is a paragraph
    - {{heading: "{{一}}、{{…}}", level: 1, count: 4}}  # whole lines
    - {{join: mid-sentence, lines: "12-80", count: 14}}
  lines:
    - {{drop: "1-4", reason: site-chrome}}
    - {{drop: "5", reason: duplicate, of: "12-14"}}  # the build compares
    - {{metadata: "6", fields: [speaker, occasion]}}
    - {{heading: "9-10", level: 1, join: " "}}
    - {{rows: "81-104", cells: 4, join: "　"}}  # a table of which each cell is a line
    - {{apart: "105-140", as: glossary}}
```
"""

_WORDS = """\
## Prose

`content/prose/<name>.<language>.md` is Markdown; headings begin with `##`. A link may name a record:
`[words](statement:report/t07)`, and likewise `report:`, `indicator:`, `initiative:`, `term:`, `theme:`, `district:`
and `page:`. `report:x#p3` and `page:method#dates` name a place of a page, `#dates` one of the same page; a heading's
place has its words. Other links lead outside, by `https:`, `http:` or `mailto:`.

Introductions stand under `prose/reports/`, `prose/districts/` and `prose/themes/`, named by id. `home`, `data` and
`verify` stand on the pages of that name, `caution` on those that compare.

Prose has paragraphs, headings, lists (within one another by four spaces), tables, quotations, code, emphasis and
links. It has no HTML, images or footnotes, and what Markdown would lose is refused with its place: a list without a
blank line before it, `2022. ` at the beginning of a line, `5*10*3`, a row of a table with a cell too many,
lines by 一、 （1） or • without blank lines between, cells between tabs, ＃ for #, a label that nothing defines,
`(words)[term:id]`, a backtick without another, `[TOC]`, `!!! note`. A backslash makes the sign behind it text. A
line's end between two Han characters is nothing, elsewhere a space.

## Interface words

The words of the pages come with the theme. `content/strings.yaml`, which may be absent, puts others in their place:
`key: {en: …, zh: …}`, or one language alone. A word names in braces what is put into it, as the theme's does.
"""

_LANGUAGES = """\
## Languages

`languages` in `content/site.yaml` names those of the pages. With `[en, zh]` or `[zh, en]`, of which the first stands
at the root, every word is demanded in both. With `[zh]` no English is: there `both` may be a plain text or `{zh: …}`
alone, keys that are needed `with en` may be absent, and there is neither an English page nor a switch of languages.
English that is given all the same stands in the downloads and on no page.
"""


_SIZES = """\
## Sizes

A file that is larger than this is refused before it is read (`too-large`), so that what was saved by mistake under the
name of another ends with a message. YAML is nested {depth} deep at most. How many files, reports and statements there
are is not bounded.

| file | at most | since |
|---|---|---|
{bounds}
"""


def manual() -> str:
    """The whole manual as Markdown."""
    gaps = "\n".join(f"| `{gap}` | {words} |" for gap, words in GAP_WORDS.items())
    parts = [_OPENING, _CLEAN_UP.format(gaps=gaps), _WORDS, *_in_an_editor()]
    parts += ["\n## Types of values\n", "| type | what it is |", "|---|---|"]
    parts += [f"| {kind.name} | {kind.doc} |" for kind in TYPES]
    bounds = "\n".join(f"| `{bound.path}` | {bound.said} | {bound.reason} |" for bound in BOUNDS)
    parts += ["", _SIZES.format(depth=DEEPEST, bounds=bounds), _LANGUAGES]
    parts += [line for kind in FILE_KINDS for line in _record(kind.record)]
    parts += ["\n## What can be wrong\n", "`duizhao explain CODE` shows an example of each and a way out.\n"]
    parts += ["| code | meaning |", "|---|---|"]
    parts += [f"| `{name}` | {code.meaning} |" for name, code in CODES.items()]
    return "\n".join(parts) + "\n"


def _in_an_editor() -> Iterator[str]:
    yield "## In an editor\n"
    yield f"`duizhao schema` writes a JSON Schema of each kind of file into `{SCHEMAS}/`, with the ids of this content."
    yield "It prints the line that leads an editor with a YAML language server from a file to its schema; the editor"
    yield "then completes and checks what is typed. The first lines of two files:\n"
    yield from (f"- `{kind.path}`: `{line}`" for kind, line in editor_lines() if kind in (THEMES, ANNOTATIONS))


def _record(kind: type[Record]) -> Iterator[str]:
    """A kind of record, and after it those that it holds."""
    yield f"\n## {kind.called.capitalize()}\n\n{doc_of(kind)}\n"
    yield "| key | type | needed | what it says |"
    yield "|---|---|---|---|"
    for key in kind.keys:
        choices = f" (one of: {', '.join(key.choices)})" if key.choices else ""
        yield f"| `{key.name}` | {_type(key)} | {_needed(key)} | {key.doc}{choices} |"
    for key in kind.keys:
        if key.of:
            yield from _record(key.of)


def _needed(key: Key) -> str:
    if key.needed_in:
        return f"with {key.needed_in}"
    return "yes" if key.required else ""


def _type(key: Key) -> str:
    if key.of is None:
        return type_of(key.annotation).name
    if key.mixed:
        return f"{type_of(key.annotation).name} and {many(key.of)}"
    return f"a list of {many(key.of)}" if key.many else one(key.of)


if __name__ == "__main__":
    sys.stdout.write(manual())
