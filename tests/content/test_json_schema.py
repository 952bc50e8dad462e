"""JSON Schemas of the files that people write: what is right passes, what is wrong fails where the reader says so."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from playwright.sync_api import BrowserContext

from duizhao.content.file_kinds import ANNOTATIONS, DISTRICTS, FILE_KINDS, REPORT, SUGGESTIONS, TERMS, FileKind
from duizhao.content.files import library_of
from duizhao.content.json_schema import NOTHING_KNOWN, editor_lines, known_of, schema_file, schema_texts, schemas
from duizhao.content.nodes import Mapping, Node, Sequence, node_of
from duizhao.content.records import Content
from duizhao.content.schema import doc_of
from duizhao.content.value_types import TYPES
from duizhao.issues import Issue, SourcePosition
from duizhao.pipeline import built
from duizhao.suggest.making import made_for
from duizhao.suggest.writing import suggestions_text

from ..conftest import TOP
from ..sample import BASE, SMALLEST, laid_out, written
from .test_value_types import REFUSED, TAKEN

SAMPLE_REPORT = "qinghu-2022-work-report"


def as_an_editor_reads(text: str) -> object:
    """A YAML text as editors read it, by YAML 1.2: an unquoted 2020, true or null is no string."""

    def value(node: yaml.Node) -> object:
        if isinstance(node, yaml.MappingNode):
            return {value(key): value(item) for key, item in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [value(item) for item in node.value]
        if node.style:
            return node.value
        for pattern, made in _PLAIN:
            if re.fullmatch(pattern, node.value):
                return made(node.value)
        return node.value

    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    return None if root is None else value(root)


_PLAIN: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("|~|null|Null|NULL", lambda text: None),
    ("true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    ("[-+]?[0-9]+", int),
    (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", float),
)


def yaml_of(kind: FileKind[Any], text: str) -> str:
    """The part of a file that is YAML, on the lines where it stands there."""
    return "\n" + text.split("---\n")[1] if kind is REPORT else text


def paths(kind: FileKind[Any], top: Path) -> list[Path]:
    """The files of a kind below a project's top."""
    return sorted(top.glob(kind.path.replace("<id>", "*")))


def complaints(kind: FileKind[Any], text: str, library: Content | None = None) -> Iterator[ValidationError]:
    known = known_of(library, (report.id for report in library.reports)) if library else NOTHING_KNOWN
    return Draft202012Validator(schemas(known)[schema_file(kind)]).iter_errors(as_an_editor_reads(yaml_of(kind, text)))


def places(kind: FileKind[Any], text: str, path: str, library: Content) -> set[SourcePosition]:
    """Where a file breaks its schema: at a key that is not known, at the record that lacks one, at the value."""
    root, _ = node_of(yaml_of(kind, text), path)
    found: set[SourcePosition] = set()
    for error in complaints(kind, text, library):
        node: Node | None = root
        for step in error.absolute_path:
            node = node.items[step] if isinstance(node, Mapping | Sequence) else None
        assert node is not None
        if error.validator == "additionalProperties" and isinstance(node, Mapping):
            found |= {place for name, place in node.key_places.items() if name not in error.schema["properties"]}
        else:
            found.add(node.place)
    return found


@functools.cache
def invented() -> Content:
    """The content of the invented project, as it is read."""
    library, issues = library_of(BASE)
    assert library is not None and not issues
    return library


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_one_says_what_it_describes_and_so_do_its_keys(kind: FileKind[Any]) -> None:
    schema: Any = schemas()[schema_file(kind)]
    Draft202012Validator.check_schema(schema)
    record = schema["items"] if kind.many else schema
    assert schema["description"] == doc_of(kind.record)
    assert {name: said["description"] for name, said in record["properties"].items()} == {
        key.name: key.doc for key in kind.record.keys
    }


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
@pytest.mark.long
def test_the_real_content_and_the_invented_one_keep_to_their_schemas(
    kind: FileKind[Any], real_content: Content
) -> None:
    for top, library in ((TOP, real_content), (BASE, invented())):
        texts = proposed(library) if kind is SUGGESTIONS else [path.read_text("utf-8") for path in paths(kind, top)]
        for text in texts:
            assert [error.message for error in complaints(kind, text, library)] == [], text[:200]
    assert paths(kind, TOP) or kind is SUGGESTIONS


def proposed(library: Content) -> list[str]:
    """What a program writes for reports of which nothing is coded: the one kind of file that no person writes."""
    bare = [replace(report, statements=()) for report in library.reports]
    return [suggestions_text(made_for(library, report)) for report in bare]


# kind | what stands in the invented project | what a hand made of it
MISTAKES: tuple[tuple[str, str, str], ...] = (
    ("site", "publisher: {zh: 样本编者, en: The editors of the sample}", ""),
    ("site", "base_url: https://example.org/two-districts/", "base_url: example.org"),
    ("site", "default_language: en", "default_language: fr"),
    ("districts", '  adcode: "990102"\n', ""),
    ("districts", '  adcode: "990102"\n', "  adcode:\n"),
    ("districts", "- id: qinghu\n", "- id: Qinghu\n"),
    ("districts", "{zh: 白石区, en: Baishi}", "{zh: 白石区}"),
    ("districts", "{zh: 白石区, en: Baishi}", "{zh: 白石区, en: ''}"),
    ("districts", "{zh: 白石区, en: Baishi}", "{zh: 白石区, en: Baishi, fr: Baishi}"),
    ("districts", "{zh: 白石区, en: Baishi}", "白石区"),
    ("districts", '  adcode: "990102"\n', '  adcode: "990102"\n  notes: {zh: 虚构。, en: Invented.}\n'),
    ("themes", "- {id: jobs, name: {zh: 就业, en: Jobs}}", "- jobs"),
    ("themes", "name: {zh: 就业, en: Jobs}}", "name: {zh: 就业, en: Jobs}, cells: [{district: qinghu}]}"),
    ("indicators", "unit: 人\n", "unit: 人\n  stock: perhaps\n"),
    ("indicators", "unit: 人\n", "unit: [人]\n"),
    ("initiatives", "kind: project", "kind: projekt"),
    ("initiatives", "districts: [qinghu]", "districts: qinghu"),
    ("initiatives", "aliases: [东堤公园改造, 东堤公园]", "aliases: [东堤公园改造, '']"),
    ("initiatives", "aliases: [东堤公园改造, 东堤公园]", "aliases: [东堤公园改造, [东堤公园]]"),
    ("terms", "  level: city\n", "  level: village\n"),
    ("terms", "  source: outside\n", "  source: inside\n"),
    ("follow-ups", "promise: qinghu-2022-work-report/t01", "promise: t01"),
    ("follow-ups", "later: [qinghu-2023-work-report/r01]", "later: [qinghu-2023-work-report/r01, r02]"),
    ("follow-ups", "later: [qinghu-2023-work-report/r01]", "later: [{report: qinghu-2023-work-report}]"),
    ("follow-ups", "later: [qinghu-2023-work-report/r01]", "later: [{report: Q, quote: 新增, en: Words}]"),
    (
        "follow-ups",
        "later: [qinghu-2023-work-report/r01]",
        "later: {report: qinghu-2023-work-report, quote: 新增, en: Words}",
    ),
    (
        "follow-ups",
        "later: [qinghu-2023-work-report/r01]",
        "later: [{report: qinghu-2023-work-report, quote: 新增, by: x, en: Words}]",
    ),
    ("follow-ups", "evidence: not-found", "evidence: found"),
    ("report", "date_basis: printed", "date_basis: guessed"),
    ("report", 'date: "2022-01-12"', 'date: "2022-13"'),
    ("report", "fully_read: true", "fully_read: yes"),
    ("report", "title_basis: printed", "title_bases: printed"),
    ("annotations", "kind: task", "kind: promise"),
    ("annotations", "value: 12000,", "value: 1.2万,"),
    ("annotations", "value: 12000,", "value: 12_000,"),
    ("annotations", "operator: eq", "operator: min"),
    ("annotations", "{figure: 1.2万人, ", "{"),
    ("annotations", "- id: k01", "- id: k1"),
    ("annotations", "  modal: 推进\n", "  modal: 推进\nnothing_to_code: p1\n"),
)


UNKNOWN_IDS: tuple[tuple[str, str, str], ...] = (
    ("themes", "name: {zh: 就业, en: Jobs}}", "name: {zh: 就业, en: Jobs}, cells: [{district: x, CELL}]}"),
    ("indicators", "theme: care", "theme: health"),
    ("initiatives", "districts: [qinghu]", "districts: [qinghu, qingpu]"),
    ("report", "district: qinghu", "district: qingpu"),
    ("annotations", "themes: [jobs]", "themes: [jobs, health]"),
    ("annotations", "indicator: new-jobs", "indicator: jobs"),
)
CELL = "state: not-comparable, because: {zh: 口径不同。, en: Other definitions.}"


def read(top: Path) -> tuple[Issue, ...]:
    """What the reader finds."""
    return tuple(library_of(top)[1])


def ruled(top: Path) -> tuple[Issue, ...]:
    """What the reader and the rules find."""
    return built(top).issues


@pytest.mark.parametrize(
    ("name", "right", "wrong", "found"),
    [(*mistake, read) for mistake in MISTAKES] + [(*mistake, ruled) for mistake in UNKNOWN_IDS],
)
def test_what_is_wrong_breaks_the_schema_where_the_reader_or_a_rule_finds_it(
    name: str, right: str, wrong: str, found: Callable[[Path], tuple[Issue, ...]], tmp_path: Path
) -> None:
    top, library = laid_out(tmp_path / "project"), invented()
    kind = next(kind for kind in FILE_KINDS if kind.name == name)
    path = kind.path.replace("<id>", SAMPLE_REPORT)
    text = (top / path).read_text("utf-8")
    assert right in text
    text = text.replace(right, wrong.replace("CELL", CELL), 1)
    (top / path).write_text(text, "utf-8")
    issues = [issue for issue in found(top) if issue.place.path == path]
    told = {issue.place for issue in issues}
    assert told
    # of a mistyped key the schema says twice what the reader says once: it is unknown, and the right one missing
    broken = places(kind, text, path, library)
    twice = {place for place in broken - told if "title_bases" in wrong and place.line == 2}
    assert broken == told | twice


# What only the reader can tell: days that exist and times that run forward, how a number or a truth was written, ports.
BEYOND_SCHEMAS = {
    ("time", "2021-02-29"),
    ("time", "2021/2020"),
    ("decimal", "4e4"),
    ("count", "1.0"),
    ("yes", "True"),
    ("address", "https://example.org:99999/"),
    # In which language words are, a schema cannot tell.
    ("english", "新增就业"),
    ("texts in english", "[jobs, 就业]"),
    ("both", "{zh: 区, en: 区}"),
    ("both", "{zh: what it is, en: what it is}"),
}
SCHEMA_OF_TYPE = {kind.name: Draft202012Validator(kind.schema) for kind in TYPES}


@pytest.mark.parametrize(("name", "written"), [(name, written) for name, written, _ in TAKEN])
def test_a_type_s_schema_lets_pass_what_the_type_takes(name: str, written: str) -> None:
    assert SCHEMA_OF_TYPE[name].is_valid(as_an_editor_reads(written))


@pytest.mark.parametrize(("name", "written"), REFUSED)
def test_a_type_s_schema_refuses_what_the_type_refuses(name: str, written: str) -> None:
    assert SCHEMA_OF_TYPE[name].is_valid(as_an_editor_reads(written)) == ((name, written) in BEYOND_SCHEMAS)


def patterns(schema: object) -> Iterator[str]:
    """The patterns that stand in a schema, wherever."""
    parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    if isinstance(schema, dict) and isinstance(schema.get("pattern"), str):
        yield schema["pattern"]
    for part in parts:
        yield from patterns(part)


PATTERNS = sorted({pattern for schema in schemas().values() for pattern in patterns(schema)})
# What may stand behind a backslash, and behind (?, where a pattern is read with the flag u (ECMA-262, section 22.2.1).
ESCAPED = re.compile(r"\\(?![dDsSwWbB^$\\.*+?()\[\]{}|/nrtfv])|\(\?(?!:|=|!|<=|<!)")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_has_no_escape_that_json_schema_does_not_know(pattern: str) -> None:
    assert ESCAPED.search(pattern) is None


@pytest.mark.browser
def test_a_browser_reads_each_pattern_as_json_schema_asks_for(usual: BrowserContext) -> None:
    wrong = usual.pages[0].evaluate(
        """patterns => patterns.filter(one => {
          try { return !new RegExp(one, "u"); } catch { return true; }
        })""",
        PATTERNS,
    )
    assert wrong == []


def test_with_a_library_a_schema_allows_its_ids_and_no_others() -> None:
    library, text = invented(), (BASE / ANNOTATIONS.path.replace("<id>", SAMPLE_REPORT)).read_text("utf-8")
    broken = text.replace("themes: [jobs]", "themes: [jobs, health]").replace("indicator: new-jobs", "indicator: jobs")
    assert [error.instance for error in complaints(ANNOTATIONS, broken, library)] == ["health", "jobs"] * 2
    assert list(complaints(ANNOTATIONS, broken)) == []


def test_every_kind_of_record_whose_ids_a_key_takes_is_one() -> None:
    def keys(kind: Any) -> Iterator[Any]:
        for key in kind.keys:
            yield key
            yield from keys(key.of) if key.of else ()

    referred = {key.refers_to for kind in FILE_KINDS for key in keys(kind.record) if key.refers_to}
    assert referred == {"district", "theme", "indicator", "report"}
    assert referred <= {kind.record.called for kind in FILE_KINDS}


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_a_file_s_record_tells_where_such_files_stand(kind: FileKind[Any]) -> None:
    assert f"({kind.path})" in doc_of(kind.record)


def test_the_line_for_editors_leads_from_a_file_to_its_schema() -> None:
    lines = {kind.path: line for kind, line in editor_lines("made/schemas")}
    assert lines["content/districts.yaml"] == ("# yaml-language-server: $schema=../made/schemas/districts.schema.json")
    assert lines["content/reports/<id>/annotations.yaml"] == (
        "# yaml-language-server: $schema=../../../made/schemas/annotations.schema.json"
    )
    assert set(lines) == {kind.path for kind in FILE_KINDS if kind is not REPORT}


def test_a_schema_is_written_as_json_in_the_words_of_the_manual() -> None:
    texts = schema_texts()
    assert {name: json.loads(text) for name, text in texts.items()} == schemas()
    assert "A policy term 提法" in texts["terms.schema.json"]


@pytest.mark.parametrize("name", ["青湖区", "{zh: 青湖区}"])
def test_the_schema_of_a_site_in_chinese_alone_asks_for_no_english(tmp_path: Path, name: str) -> None:
    settings = SMALLEST["content/site.yaml"].replace("default_language: en", "languages: [zh]")
    library, _ = library_of(written(tmp_path, {"content/site.yaml": settings}))
    district = f"- {{id: qinghu, name: {name}, city: 云江市, adcode: '990101'}}"
    assert not list(complaints(DISTRICTS, district, library))
    assert list(complaints(DISTRICTS, district))
    term = "- {id: six, zh: 六稳, pinyin: p, meaning: 义}"
    assert not list(complaints(TERMS, term, library))
    assert list(complaints(DISTRICTS, "- {id: qinghu, name: {en: Qinghu}, city: 云江市, adcode: '990101'}", library))


def test_the_page_on_editors_leads_from_every_kind_of_file_to_its_schema() -> None:
    page = (TOP / "docs" / "editors.md").read_text("utf-8")
    settings = json.loads("{" + page.partition("```json\n")[2].partition("```")[0] + "}")
    expected = {
        f".cache/schemas/{schema_file(kind)}": kind.path.replace("<id>", "*")
        for kind in FILE_KINDS
        if kind.path.endswith(".yaml")
    }
    assert settings["yaml.schemas"] == expected
