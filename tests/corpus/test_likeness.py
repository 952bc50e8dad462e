"""Which reports are read as before by other vocabularies: of all that are said to be, reading them again says so."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings, strategies as st

from duizhao.content.files import report_folders, shared_records
from duizhao.content.gathered import MENTIONED, Gathered
from duizhao.content.records import SharedRecords
from duizhao.corpus.likeness import Difference, Texts, difference
from duizhao.corpus.reading import ReadReport, read_report, without_mentions
from duizhao.corpus.vocabularies import Vocabularies, vocabularies_of

from ..sample import laid_out, report, written
from ..test_again import CHANGES

# Words of many kinds beside those of the invented reports: of other widths and cases, with white space and quotes.
WORDS = ("东堤公园", "ＫＭ", "“幸福院”", "幸福 院", "Dongdi Park", "neighbours", "张床位", "3处", "年")
SPOILT = ("“{}”", "{} {}", "{}　{}", "{}")
TABLES = {
    "initiatives": ("aliases", "not_these", "forms", "never"),
    "terms": ("aliases", "not_these", "forms", "never", "en"),
    "names": ("aliases", "not_these", "forms", "never", "en"),
    "number_words": ("words",),
    "indicators": ("unit", "aspect"),
}
NAMES = {
    "content/names.yaml": """
        - {zh: 金湖村, en: Jinhu Village, forms: [the village], never: [Gold Lake Village]}
        - {zh: 河堤, en: river dyke}
    """,
    "content/numbers.yaml": "- {words: [五柳巷, 天桥], reason: name, about: lanes}",
}


@functools.cache
def invented() -> tuple[SharedRecords, tuple[tuple[str, dict[str, bytes]], ...]]:
    """What the invented reports share, with names and number words, and their folders."""
    with TemporaryDirectory() as folder:
        top = laid_out(Path(folder) / "project")
        for path, text in NAMES.items():
            if not (top / path).exists():
                (top / path).write_text(text.replace("\n        ", "\n"), "utf-8")
        shared, issues = shared_records(top)
        assert not issues
        return shared, tuple(report_folders(top))


@functools.cache
def read_before() -> tuple[ReadReport, ...]:
    return read_by(vocabularies_of(invented()[0]))


def read_by(vocabularies: Vocabularies) -> tuple[ReadReport, ...]:
    return tuple(read_report(*one, vocabularies) for one in invented()[1])


@functools.cache
def texts() -> tuple[str, ...]:
    """All texts of the reports, from which words are taken."""
    return tuple(data.decode() for _, files in invented()[1] for data in files.values())


@st.composite
def words(draw: st.DrawFn) -> str:
    """Words that stand in the reports, or do not, as somebody may write them."""
    if draw(st.booleans()):
        return draw(st.sampled_from(WORDS))
    text = draw(st.sampled_from(texts()))
    start = draw(st.integers(0, len(text) - 1))
    found = text[start : start + draw(st.integers(1, 8))]
    half = len(found) // 2
    spoilt = draw(st.sampled_from(SPOILT))
    return spoilt.format(*((found[:half], found[half:]) if spoilt.count("{}") == 2 else (found,)))


@st.composite
def shared(draw: st.DrawFn) -> SharedRecords:
    """What is shared with another record, one less, or one that says something else."""
    before = invented()[0]
    table = draw(st.sampled_from([*TABLES, "themes", "districts"]))
    records: list[object] = list(getattr(before, table))
    assume(records)
    at = draw(st.integers(0, len(records) - 1))
    if table not in TABLES or draw(st.integers(0, 4)) == 0:
        del records[at]
    else:
        key = draw(st.sampled_from(TABLES[table]))
        held = getattr(records[at], key)
        said = draw(words())
        given = said if isinstance(held, str) else draw(st.sampled_from([(), (said,), (*held, said)]))
        records[at] = replace(records[at], **{key: given})  # type: ignore[type-var]
    return replace(before, **{table: tuple(records)})  # type: ignore[arg-type]


def same(one: ReadReport, other: ReadReport) -> bool:
    """True where both say the same, also what was gathered for the join."""
    gathered = [read.report and read.report.gathered for read in (one, other)]
    return one == other and gathered[0] == gathered[1]


@pytest.mark.long
@settings(max_examples=120, deadline=None)
@given(shared())
def test_what_is_said_to_be_read_as_before_is(after: SharedRecords) -> None:
    vocabularies = vocabularies_of(after)
    differing, known = difference(vocabularies_of(invented()[0]), vocabularies), Texts()
    for before, now in zip(read_before(), read_by(vocabularies), strict=True):
        if known.is_alike(before, differing):
            assert same(before, now)


def alike(top: Path, change: Callable[[Path], None]) -> list[bool]:
    """Of each report of a folder, whether it is read as before after a change of what all share."""
    before = vocabularies_of(shared_records(top)[0])
    read = [read_report(*one, before) for one in report_folders(top)]
    change(top)
    differing, known = difference(before, vocabularies_of(shared_records(top)[0])), Texts()
    known.know(read)
    return [known.is_alike(one, differing) for one in read]


def reports_of(*bodies: str) -> Sequence[dict[str, str]]:
    return [report(f"r{number}", body) for number, body in enumerate(bodies)]


TERM = """
    - {{id: lane, zh: 邻里, pinyin: línlǐ, en: lane, source: texts, meaning: {{zh: 义, en: It.}}{more}}}
    """


def of_lanes(folder: Path) -> Path:
    """Two reports, one of which speaks of a lane."""
    return written(folder, *reports_of("改造邻里3处。", "新建学校2所。"), {"content/terms.yaml": TERM.format(more="")})


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (", aliases: [改造]", [False, True]),
        (", aliases: [学 校]", [True, False]),
        (", aliases: [“新建”]", [True, False]),
        (", aliases: [公园]", [True, True]),
        (", not: [邻里3处]", [False, True]),
        (", forms: [alley]", [False, True]),
        (", never: [alley]", [True, True]),
    ],
)
def test_only_who_has_the_words_is_read_otherwise(tmp_path: Path, more: str, expected: list[bool]) -> None:
    top = of_lanes(tmp_path)

    def change(top: Path) -> None:
        (top / "content/terms.yaml").write_text(TERM.format(more=more).replace("\n    ", "\n"), "utf-8")

    assert alike(top, change) == expected


@pytest.mark.parametrize(
    ("word", "expected"), [("里3处", [False, True]), ("２ 所", [True, False]), ("五柳", [True, True])]
)
def test_number_words_are_words_too(tmp_path: Path, word: str, expected: list[bool]) -> None:
    def change(top: Path) -> None:
        text = f"- {{words: [{word}], reason: name, about: a lane}}\n"
        (top / "content/numbers.yaml").write_text(text, "utf-8")

    assert alike(of_lanes(tmp_path), change) == expected


def test_what_is_wrong_or_of_other_languages_is_never_said_to_be_alike(tmp_path: Path) -> None:
    top = of_lanes(tmp_path)
    before = vocabularies_of(shared_records(top)[0])
    assert difference(before, before) == Difference()
    assert difference(before, replace(before, languages=("zh",))) is None
    assert difference(before, replace(before, whole=False)) is None
    one = read_report(*next(report_folders(top)), before)
    assert not Texts().is_alike(one, None)
    assert Texts().is_alike(replace(one, issues=()), Difference())
    assert not Texts().is_alike(ReadReport(None, ()), Difference())


def test_an_id_that_goes_is_told(tmp_path: Path) -> None:
    top = laid_out(tmp_path / "project")
    before = vocabularies_of(shared_records(top)[0])
    CHANGES["a term that goes"](top)
    after = vocabularies_of(shared_records(top)[0])
    gone, come = difference(before, after), difference(after, before)
    assert gone and gone.gone and come and not come.gone and gone.words == come.words
    assert gone.of_annotations() == come.of_annotations() == Difference()
    fewer = replace(before, themes=tuple(one for one in before.themes if one != "care"))
    declared = difference(before, fewer)
    assert declared and declared.gone == {("theme", "care")}
    assert declared.of_annotations() == Difference(frozenset({"care"}))


@pytest.mark.parametrize("kind", MENTIONED)
def test_a_report_without_what_is_gone_is_what_it_is_read_as(kind: str) -> None:
    """Where no other words stand in those that named it."""
    shared, folders = invented()
    for lost in getattr(shared, f"{kind}s"):
        others = tuple(one for one in getattr(shared, f"{kind}s") if one is not lost)
        fewer = vocabularies_of(replace(shared, **{f"{kind}s": others}))
        by_fewer = [read_report(folder, files, fewer) for folder, files in folders]
        spared = [without_mentions(one, {(kind, lost.id)}) for one in read_before()]
        assert (
            [gathered(one) for one in spared] == [gathered(one) for one in by_fewer] != [*map(gathered, read_before())]
        )
        for one, other in zip(spared, read_before(), strict=True):
            assert (one is other) == (gathered(one) == gathered(other))


def gathered(one: ReadReport) -> Gathered | None:
    return one.report and one.report.gathered


def test_every_part_of_the_vocabularies_is_held_against_the_other() -> None:
    """One more field would have to be looked at in `difference`."""
    assert {one.name for one in fields(Vocabularies)} == {
        *("districts", "themes", "indicators", "terms", "initiative_wordings", "term_wordings"),
        *("names", "lexicon", "aspects", "languages", "broken", "whole"),
    }
