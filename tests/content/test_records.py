"""The declared records: each key takes a known type, says what it is for, and what is read keeps its places."""

from __future__ import annotations

import pickle

from duizhao.content import records, written
from duizhao.content.records import Report
from duizhao.content.report import report_of
from duizhao.content.schema import Record
from duizhao.content.value_types import type_of

from ..sample import report

KINDS = [
    one
    for module in (records, written)
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, Record) and one.__module__ == module.__name__
]
FOLDER = "content/reports/qinghu-2022"


KEYS = [(kind, key) for kind in KINDS for key in kind.keys]


def test_a_key_takes_a_known_type_says_what_it_is_for_and_is_a_field() -> None:
    assert KEYS
    for kind, key in KEYS:
        named = (kind.__name__, key.name)
        assert (named, bool(key.of or type_of(key.annotation))) == (named, True)
        assert (named, bool(key.doc), key.doc.endswith(".")) == (named, True, False)
        assert (named, key.field in kind.__dataclass_fields__) == (named, True)


def test_names_of_kinds_of_record_are_their_own() -> None:
    named = {kind.called: kind for kind in KINDS if "keys" in vars(kind)}
    assert len(named) == sum("keys" in vars(kind) for kind in KINDS)


ANNOTATIONS = """\
statements:
- id: r01
  kind: result
  quote: 新增就业1.2万人
  gloss: new jobs
  themes: [jobs]
  period: "2021"
  period_basis: stated
  scope: {zh: 全区, en: The district}
  measures:
  - {figure: 1.2万人, value: 12000, unit: 人, operator: eq, aspect: increase}
"""


def anchored() -> Report:
    files = report("qinghu-2022", "全年新增就业１.２万人。", ANNOTATIONS)
    read, issues = report_of(FOLDER, {path.rsplit("/", 1)[1]: text.encode() for path, text in files.items()})
    assert read is not None and not issues
    return read


def test_what_is_anchored_keeps_the_place_of_each_key_and_who_entered_it() -> None:
    (statement,) = anchored().statements
    (measure,) = statement.measures
    assert str(statement.where.at("gloss")) == f"{FOLDER}/annotations.yaml:5:10"
    assert str(measure.where.at("unit")) == f"{FOLDER}/annotations.yaml:11:41"
    assert [measure.where.entered(name) for name in ("unit", "upper", "scope")] == ["person", "default", "default"]
    assert (measure.figure, measure.scope, measure.period) == ("１.２万人", statement.scope, statement.period)


def test_a_report_comes_back_from_a_pickle_as_it_was() -> None:
    read = anchored()
    again = pickle.loads(pickle.dumps(read))
    assert again == read
    assert again.where == read.where
    assert again.statements[0].measures[0].where == read.statements[0].measures[0].where
