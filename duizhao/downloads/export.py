"""The downloads: every table as CSV and JSON, the texts, the data package that describes them, and the calendar.

The columns are the data contract, written out by hand, apart from the model, so that the inside can change.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..content.records import Library
from ..content.schema import Both
from ..corpus.join import Linked
from ..text.period import FORMS


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type in Table Schema's words, and what it holds; `many` is split by `;` in CSV."""

    name: str
    type: str
    doc: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A download: its name, what one row is, its columns, its key, the columns that name rows of others, its rows."""

    name: str
    doc: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[tuple[str, str], ...]
    rows: Callable[[Linked], Iterable[Mapping[str, object]]]


def _columns(*rows: tuple[str, str, str]) -> tuple[Column, ...]:
    """Columns from (name, type, doc); the type `list` is a string with several values."""
    return tuple(
        Column(name, "string" if type_ == "list" else type_, doc, type_ == "list") for name, type_, doc in rows
    )


def _both(name: str, both: Both | None) -> dict[str, str]:
    return {f"{name}_zh": both.zh if both else "", f"{name}_en": both.en if both else ""}


def _reports(site: Linked) -> Iterator[dict[str, object]]:
    for r in site.library.reports:
        yield {
            "id": r.id,
            "district": r.district,
            "kind": r.kind,
            **_both("title", r.title),
            "date": str(r.date),
            "date_basis": r.date_basis,
            "covers": str(r.covers),
            "source_sha256": r.source_sha256,
            "text_sha256": r.text_sha256,
            "paragraphs": sum(not b.level for b in r.blocks),
            "characters": len(r.text),
            "path": f"reports/{r.id}/",
        }


def _paragraphs(site: Linked) -> Iterator[dict[str, object]]:
    for r in site.library.reports:
        for b in r.blocks:
            yield {
                "report": r.id,
                "id": b.id,
                "kind": "heading" if b.level else "paragraph",
                "level": b.level,
                "start": b.start,
                "end": b.end,
                "text": b.text,
                "translation": b.translation,
                "reading": b.reading,
            }


def _statements(site: Linked) -> Iterator[dict[str, object]]:
    for r in site.library.reports:
        for s in r.statements:
            yield {
                "id": s.full_id,
                "report": r.id,
                "district": r.district,
                "kind": s.kind,
                "headline": s.headline,
                "paragraph": s.block,
                "start": s.start,
                "end": s.end,
                "quote": s.quote,
                "gloss": s.gloss,
                "themes": s.themes,
                "modal": s.modal,
                "strength": s.strength,
                "period": str(s.period or ""),
                "period_basis": s.period_basis,
                "initiatives": site.initiatives_of[s.full_id],
            }


def _measures(site: Linked) -> Iterator[dict[str, object]]:
    for r in site.library.reports:
        for s in r.statements:
            for m in s.measures:
                q = m.quantity
                yield {
                    "statement": s.full_id,
                    "figure": m.figure,
                    "start": m.start,
                    "end": m.end,
                    "operator": m.operator,
                    "value": q.value,
                    "value_upper": q.upper,
                    "unit": q.unit,
                    "base_value": q.base_value,
                    "base_unit": q.base_unit,
                    "aspect": m.aspect,
                    "indicator": m.indicator,
                    "period": str(m.period or ""),
                    **_both("what", m.what),
                    "check": "re-read",
                }


def _follow_ups(site: Linked) -> Iterator[dict[str, object]]:
    for full_id, f in site.followed.items():
        yield {
            "promise": full_id,
            "later": tuple(s.full_id for s in f.later),
            "evidence": f.evidence,
            "arithmetic": f.arithmetic,
            **_both("because", f.follow_up.because if f.follow_up else None),
            "searched": f.follow_up.searched if f.follow_up else (),
        }


def _mentions(site: Linked) -> Iterator[dict[str, object]]:
    for m in site.mentions:
        yield {
            "subject": m.subject,
            "report": m.report,
            "paragraph": m.block,
            "start": m.start,
            "end": m.end,
            "text": m.text,
        }


def _districts(site: Linked) -> Iterator[dict[str, object]]:
    for d in site.library.districts:
        yield {
            "id": d.id,
            **_both("name", d.name),
            **_both("city", d.city),
            "adcode": d.adcode,
            **_both("note", d.note),
        }


def _themes(site: Linked) -> Iterator[dict[str, object]]:
    for t in site.library.themes:
        yield {"id": t.id, **_both("name", t.name)}


def _indicators(site: Linked) -> Iterator[dict[str, object]]:
    for i in site.library.indicators:
        yield {
            "id": i.id,
            **_both("name", i.name),
            "unit": i.unit,
            "theme": i.theme,
            **_both("definition", i.definition),
            **_both("comparison", i.comparison),
        }


def _initiatives(site: Linked) -> Iterator[dict[str, object]]:
    for i in site.library.initiatives:
        yield {
            "id": i.id,
            **_both("name", i.name),
            "kind": i.kind,
            "aliases": i.aliases,
            "not": i.not_these,
            "districts": i.districts,
            **_both("note", i.note),
        }


def _terms(site: Linked) -> Iterator[dict[str, object]]:
    for t in site.library.terms:
        yield {
            "id": t.id,
            "zh": t.zh,
            "aliases": t.aliases,
            "not": t.not_these,
            "pinyin": t.pinyin,
            "en": t.en,
            **_both("meaning", t.meaning),
            "level": t.level,
        }


_TIME = f"a time: {FORMS}"
_SPAN = "code points in the report's text, half-open"

TABLES: tuple[Table, ...] = (
    Table(
        "reports",
        "a report",
        _columns(
            ("id", "string", "permanent id"),
            ("district", "string", "district"),
            ("kind", "string", "work-report, digest or feature"),
            ("title_zh", "string", "title in Chinese"),
            ("title_en", "string", "title in English"),
            ("date", "string", _TIME),
            ("date_basis", "string", "printed or inferred"),
            ("covers", "string", "the years it looks back and forward to"),
            ("source_sha256", "string", "hash of the capture"),
            ("text_sha256", "string", "hash of the published text"),
            ("paragraphs", "integer", "number of paragraphs, headings not counted"),
            ("characters", "integer", "code points of the text"),
            ("path", "string", "address of its page, from the site's top"),
        ),
        ("id",),
        (("district", "districts"),),
        _reports,
    ),
    Table(
        "paragraphs",
        "a heading or paragraph of a report",
        _columns(
            ("report", "string", "report"),
            ("id", "string", "id within the report"),
            ("kind", "string", "heading or paragraph"),
            ("level", "integer", "1 or 2 for headings, 0 for paragraphs"),
            ("start", "integer", _SPAN),
            ("end", "integer", _SPAN),
            ("text", "string", "the source's words"),
            ("translation", "string", "English; the Chinese prevails"),
            ("reading", "string", "annotated, nothing-to-code or unread"),
        ),
        ("report", "id"),
        (("report", "reports"),),
        _paragraphs,
    ),
    Table(
        "statements",
        "a target, task or result that a report states",
        _columns(
            ("id", "string", "permanent id, report/statement"),
            ("report", "string", "report"),
            ("district", "string", "district"),
            ("kind", "string", "target, task or result"),
            ("headline", "boolean", "true for a report's headline tasks"),
            ("paragraph", "string", "block in which it stands"),
            ("start", "integer", _SPAN),
            ("end", "integer", _SPAN),
            ("quote", "string", "the words"),
            ("gloss", "string", "what it says, in English"),
            ("themes", "list", "themes, the main one first"),
            ("modal", "string", "the word that carries the commitment"),
            ("strength", "string", "firm, plain or soft"),
            ("period", "string", _TIME),
            ("period_basis", "string", "stated or inferred"),
            ("initiatives", "list", "initiatives that it names"),
        ),
        ("id",),
        (("report", "reports"), ("district", "districts")),
        _statements,
    ),
    Table(
        "measures",
        "a quantity within a statement",
        _columns(
            ("statement", "string", "statement"),
            ("figure", "string", "the characters as printed"),
            ("start", "integer", _SPAN),
            ("end", "integer", _SPAN),
            ("operator", "string", "eq ge gt le lt approx range coverage relative delegated rank"),
            ("value", "number", "the number as printed"),
            ("value_upper", "number", "the upper end of a range, as printed"),
            ("unit", "string", "the unit as printed, with 万 and 亿"),
            ("base_value", "number", "the number with 万 and 亿 multiplied out"),
            ("base_unit", "string", "the unit without them"),
            ("aspect", "string", "level increase growth decrease share rank"),
            ("indicator", "string", "indicator that it observes"),
            ("period", "string", _TIME),
            ("what_zh", "string", "what is counted, in Chinese"),
            ("what_en", "string", "what is counted, in English"),
            ("check", "string", "re-read: the build parsed the figure again and agreed"),
        ),
        ("statement", "start"),
        (("statement", "statements"), ("indicator", "indicators")),
        _measures,
    ),
    Table(
        "follow_ups",
        "a promise with what later words say of it",
        _columns(
            ("promise", "string", "statement"),
            ("later", "list", "later statements"),
            (
                "evidence",
                "string",
                "not-due not-checked not-found restated reported-progress reported-done other-definition",
            ),
            ("arithmetic", "string", "met exceeded short indeterminate, or empty"),
            ("because_zh", "string", "the ground, in Chinese"),
            ("because_en", "string", "the ground, in English"),
            ("searched", "list", "words that occur in no later text"),
        ),
        ("promise",),
        (("promise", "statements"),),
        _follow_ups,
    ),
    Table(
        "mentions",
        "a place where an initiative or a term is named",
        _columns(
            ("subject", "string", "initiative or term"),
            ("report", "string", "report"),
            ("paragraph", "string", "block"),
            ("start", "integer", _SPAN),
            ("end", "integer", _SPAN),
            ("text", "string", "the words"),
        ),
        ("subject", "report", "start"),
        (("report", "reports"),),
        _mentions,
    ),
    Table(
        "districts",
        "a district",
        _columns(
            ("id", "string", "permanent id"),
            ("name_zh", "string", "name in Chinese"),
            ("name_en", "string", "name in English"),
            ("city_zh", "string", "city in Chinese"),
            ("city_en", "string", "city in English"),
            ("adcode", "string", "code of GB/T 2260"),
            ("note_zh", "string", "remark in Chinese"),
            ("note_en", "string", "remark in English"),
        ),
        ("id",),
        (),
        _districts,
    ),
    Table(
        "themes",
        "a subject of the comparison",
        _columns(
            ("id", "string", "permanent id"),
            ("name_zh", "string", "name in Chinese"),
            ("name_en", "string", "name in English"),
        ),
        ("id",),
        (),
        _themes,
    ),
    Table(
        "indicators",
        "a quantity that sentences state",
        _columns(
            ("id", "string", "permanent id"),
            ("name_zh", "string", "name in Chinese"),
            ("name_en", "string", "name in English"),
            ("unit", "string", "base unit"),
            ("theme", "string", "theme"),
            ("definition_zh", "string", "what it counts, in Chinese"),
            ("definition_en", "string", "what it counts, in English"),
            ("comparison_zh", "string", "what may be compared, in Chinese"),
            ("comparison_en", "string", "what may be compared, in English"),
        ),
        ("id",),
        (("theme", "themes"),),
        _indicators,
    ),
    Table(
        "initiatives",
        "a project, programme or place that recurs",
        _columns(
            ("id", "string", "permanent id"),
            ("name_zh", "string", "name in Chinese"),
            ("name_en", "string", "name in English"),
            ("kind", "string", "project programme place campaign institution event"),
            ("aliases", "list", "exact wordings that name it"),
            ("not", "list", "wordings that only look alike"),
            ("districts", "list", "districts"),
            ("note_zh", "string", "remark in Chinese"),
            ("note_en", "string", "remark in English"),
        ),
        ("id",),
        (),
        _initiatives,
    ),
    Table(
        "terms",
        "a policy term",
        _columns(
            ("id", "string", "permanent id"),
            ("zh", "string", "the term"),
            ("aliases", "list", "other wordings"),
            ("not", "list", "wordings that only look alike"),
            ("pinyin", "string", "its reading"),
            ("en", "string", "its English"),
            ("meaning_zh", "string", "its meaning, in Chinese"),
            ("meaning_en", "string", "its meaning, in English"),
            ("level", "string", "national provincial city district, or empty"),
        ),
        ("id",),
        (),
        _terms,
    ),
)


def data_files(site: Linked) -> dict[str, bytes]:
    """Every download by its path from the site's top."""
    files: dict[str, bytes] = {}
    for table in TABLES:
        rows = list(table.rows(site))
        files[f"data/{table.name}.csv"] = _csv(table, rows)
        files[f"data/{table.name}.json"] = _json(
            [{c.name: _json_value(row[c.name]) for c in table.columns} for row in rows]
        )
    for report in site.library.reports:
        files[f"data/texts/{report.id}.txt"] = report.text.encode()
        files[f"data/sources/{report.id}.txt"] = report.source.encode()
    files["data/datapackage.json"] = _json(_package(site.library, files))
    return files


def _csv(table: Table, rows: Iterable[Mapping[str, object]]) -> bytes:
    """RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    for row in rows:
        writer.writerow(_csv_value(row[column.name]) for column in table.columns)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _csv_value(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case tuple():
            return ";".join(value)
    return str(value)


def _json_value(value: object) -> object:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return list(value)
    return value


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _package(library: Library, files: Mapping[str, bytes]) -> dict[str, object]:
    """The descriptor, by Data Package v2 (datapackage.org/standard/data-package)."""
    settings = library.site
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "duizhao",
        "title": f"{settings.title.en}: {settings.claim.en}",
        "homepage": settings.base_url,
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "contributors": [{"title": settings.publisher.en, "roles": ["publisher"]}],
        "description": "The licence is for annotations, glosses and translations; "
        "the report texts belong to their publishers.",
        "resources": [_resource(table, files) for table in TABLES],
    }


def _resource(table: Table, files: Mapping[str, bytes]) -> dict[str, object]:
    path = f"{table.name}.csv"
    data = files[f"data/{path}"]
    fields = [
        {"name": c.name, "type": c.type, "description": c.doc + ("; several are separated by ;" if c.many else "")}
        for c in table.columns
    ]
    foreign = [{"fields": [name], "reference": {"resource": other, "fields": ["id"]}} for name, other in table.foreign]
    schema = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": foreign} if foreign else {}),
    }
    return {
        "name": table.name,
        "type": "table",
        "path": path,
        "description": f"One row: {table.doc}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {
            "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "header": True,
        },
        "schema": schema,
    }


def calendar(site: Linked, title: str, language: str, address: Callable[[str], str]) -> bytes:
    """The targets' deadlines as a calendar file (RFC 5545): an all-day event on the last day of each target's time.

    `address` gives a statement's full address. The time stamp is the report's date: the clock is never asked.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Duizhao//Targets//EN", f"X-WR-CALNAME:{_escaped(title)}"]
    for full_id, s in site.statements.items():
        if s.kind != "target" or not s.period:
            continue
        day = f"{s.period.last_day:%Y%m%d}"
        stamp = f"{site.reports[s.report].date.last_day:%Y%m%d}"
        summary = s.gloss if language == "en" else s.quote
        lines += [
            "BEGIN:VEVENT",
            f"UID:{full_id.replace('/', '-')}-{language}@duizhao",
            f"DTSTAMP:{stamp}T000000Z",
            f"DTSTART;VALUE=DATE:{day}",
            f"SUMMARY:{_escaped(summary)}",
            f"DESCRIPTION:{_escaped(s.quote)}",
            f"URL:{address(full_id)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) + "\r\n" for line in lines).encode()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line cut so that no part is longer than 75 octets (RFC 5545, 3.1), never within a character."""
    parts, current = [], ""
    for char in line:
        if len((current + char).encode()) > 74:
            parts.append(current)
            current = " "
        current += char
    return "\r\n".join([*parts, current])
