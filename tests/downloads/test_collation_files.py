"""A collation table as a download: the rows for spreadsheets, and the Word document, read back by its own library."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from duizhao.content.locale import Words
from duizhao.corpus.collation import collation_of
from duizhao.corpus.join import Corpus
from duizhao.downloads.collation_document import collation_document
from duizhao.downloads.collation_words import result_sentence, silence_sentence
from duizhao.pipeline import Built

from ..looking import site, table_of
from ..pages.statements import annotations, statement
from ..sample import report, site_of, strings

PROMISED = report(
    "a",
    "新增100人。做乙事。",
    annotations(statement("t01", "新增100人", figure="100人"), statement("k01", "做乙事")),
    date='"2021"',
    fully_read="true",
)
LATER = report("b", "新增99人。还要做事。", annotations(statement("r01", "新增99人", figure="99人")))
FURTHER = report("b", "无。", date='"2023"')
FOLLOW_UPS = {
    "content/follow-ups.yaml": """
        - promise: a/t01
          later: [{report: b, quote: 还要做事, en: more is to be done}, b/r01]
          evidence: reported-progress
          because: {zh: 有进展。, en: Moved & more.}
        - {promise: a/k01, evidence: not-found, because: {zh: 未见。, en: Nothing.}, searched: [乙事]}
        """
}


def corpus(top: Path, *parts: Mapping[str, str]) -> Corpus:
    return site_of(top, *(parts or (PROMISED, LATER, FOLLOW_UPS)))


def document(corpus: Corpus, language: str) -> bytes:
    return collation_document(corpus, collation_of(corpus, corpus.reports["a"]), Words(strings(), language))


def cells(data: bytes) -> list[list[str]]:
    (table,) = docx.Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_a_document_holds_no_part_and_no_style_that_its_table_has_no_need_of(tmp_path: Path) -> None:
    data = document(corpus(tmp_path), "en")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name.rpartition("/")[2] for name in package.namelist()}
    assert parts == {
        *("[Content_Types].xml", ".rels", "core.xml", "app.xml", "document.xml", "document.xml.rels"),
        *("styles.xml", "settings.xml", "fontTable.xml", "theme1.xml"),
    }
    read = docx.Document(io.BytesIO(data))
    assert {style.name for style in read.styles} - {"Normal", "Title"} == {
        "Default Paragraph Font",
        "Normal Table",
        "No List",
    }
    assert {paragraph.style.name for paragraph in read.paragraphs if paragraph.style} == {"Normal", "Title"}


def test_a_document_has_a_heading_the_result_the_sources_and_a_row_for_each_promise(tmp_path: Path) -> None:
    data = document(corpus(tmp_path), "en")
    head, result, *rest = (paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    assert head == "Qinghu: promises of the Report, and later words"
    assert result == (
        "Qinghu’s Report makes 2 promises; the later text speaks again of 1: 1 with progress; 1 is not found."
    )
    assert [line.partition(":")[0] for line in rest[:2]] == ["Promises", "Later words"]
    assert cells(data) == [
        ["No.", "Promised", "Source", "Evidence", "Said later", "Note"],
        [
            "1",
            "新增100人\nthe English of “<新增100人>”",
            "Report, ¶1, t01",
            "Progress reported\nStated figure is below the promised one "
            "(computed by this site from the two sentences; no text says it)",
            "还要做事\nmore is to be done\nReport, ¶1, words outside the marked statements\n"
            "新增99人\nthe English of “<新增99人>”\nReport, ¶1, r01; 2022",
            "Moved & more.\nBy: 2022",
        ],
        [
            "2",
            "做乙事\nthe English of “<做乙事>”",
            "Report, ¶1, k01",
            "Not found",
            "",
            "Nothing.\nWords searched for: 乙事\nBy: 2022",
        ],
    ]


def test_a_title_that_is_longer_than_a_property_may_be_stands_whole_in_the_heading_alone(tmp_path: Path) -> None:
    long = report("a", "做乙事。", annotations(statement("k01", "做乙事")), short=f"{{zh: 长, en: {'long ' * 80}}}")
    read = docx.Document(io.BytesIO(document(corpus(tmp_path, long, FURTHER), "en")))
    assert len(read.paragraphs[0].text) > 400 and len(read.core_properties.title) == 255


def test_a_chinese_document_says_everything_in_chinese(tmp_path: Path) -> None:
    data = document(corpus(tmp_path), "zh")
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "青湖区报告承诺事项对照表"
    head, first, _ = cells(data)
    assert head == ["序号", "承诺", "出处", "查对结果", "后文", "备注"]
    assert first[1] == "新增100人" and first[5] == "有进展。\n期限：2022年"


@pytest.mark.parametrize(
    ("language", "time", "key"),
    [
        ("en", "; [2022]", "[2020]: a time in square brackets is inferred; the text does not print it."),
        ("zh", "；[2022年]", "[2020年]：方括号内的时间为推定，原文没有写明。"),
    ],
)
@pytest.mark.parametrize("inferred", ["promise", "later"])
def test_a_document_tells_the_time_of_later_words_and_what_its_brackets_mean(
    tmp_path: Path, language: str, time: str, key: str, inferred: str
) -> None:
    def basis(files: dict[str, str], name: str) -> dict[str, str]:
        is_inferred = name == inferred
        return {path: text.replace("stated", "inferred") if is_inferred else text for path, text in files.items()}

    parts = (basis(PROMISED, "promise"), basis(LATER, "later"), FOLLOW_UPS)
    data = document(corpus(tmp_path, *parts), language)
    assert [line.text for line in docx.Document(io.BytesIO(data)).paragraphs].count(key) == 1
    _, first, _ = cells(data)
    later = first[4].splitlines()[-1]
    assert later.endswith(time) == (inferred == "later") and "2022" in later


def test_a_document_whose_times_are_all_stated_says_nothing_of_brackets(tmp_path: Path) -> None:
    data = document(corpus(tmp_path), "en")
    assert not any("brackets" in line.text for line in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_text_with_none_later_has_deadlines_in_the_place_of_later_words(tmp_path: Path) -> None:
    ahead = report("a", "做乙事。", annotations(statement("k01", "做乙事").replace("2022", "2030")))
    assert cells(document(corpus(tmp_path, ahead), "en")) == [
        ["No.", "Promised", "Source", "Deadline"],
        ["1", "做乙事\nthe English of “<做乙事>”", "Report, ¶1, k01", "2030"],
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_document_is_a4_across_repeats_its_head_and_names_a_face_for_chinese(tmp_path: Path, language: str) -> None:
    read = docx.Document(io.BytesIO(document(corpus(tmp_path), language)))
    (section,) = read.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    rows = read.tables[0].rows
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    for name, face in (("Normal", "宋体"), ("Title", "黑体")):
        assert read.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == face


def test_a_document_knows_no_clock_and_comes_out_alike(tmp_path: Path) -> None:
    one, other = (document(corpus(tmp_path / name), "en") for name in ("1", "2"))
    assert one == other
    properties = docx.Document(io.BytesIO(one)).core_properties
    assert properties.created == properties.modified and properties.created
    assert str(properties.created.date()) == "2022-12-31"  # the last day of the newest text's time
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.long
def test_the_rows_for_spreadsheets_pair_each_promise_with_each_of_its_later_words() -> None:
    rows = table_of(site(PROMISED, LATER, FOLLOW_UPS), "collations/collation-a")
    assert [(row["number"], row["promise"], row["later_place"], row["later"], row["later_quote"]) for row in rows] == [
        ("1", "a/t01", "1", "", "还要做事"),
        ("1", "a/t01", "2", "b/r01", "新增99人"),
        ("2", "a/k01", "0", "", ""),
    ]


def test_all_times_of_a_promise_stand_in_its_row() -> None:
    stated = 'value: {}, unit: 人, operator: eq, aspect: level, period: "{}", period_basis: stated'
    figures = ", ".join(f"{{figure: {n}人, {stated.format(n, year)}}}" for n, year in ((100, 2023), (200, 2025)))
    own = statement("t01", "到2023年100人、2025年200人", more=f", measures: [{figures}]")
    promised = report("a", "到2023年100人、2025年200人。", annotations(own), date='"2021"')
    (row,) = table_of(site(promised, LATER), "collations/collation-a")
    assert (row["period"], row["times"]) == ("2022", '["2022", "2023", "2025"]')


def test_no_two_files_of_the_package_have_one_name_whatever_the_reports_are_called() -> None:
    promised = annotations(statement("k01", "做乙事"))
    ids = ("x", "x-en", "x-zh", "x-en-en", "x-en-zh", "en", "tables", "text-x", "x-text", "collation-x")
    files = site(*(report(name, "做乙事。", promised) for name in ids), FURTHER).files
    described = json.loads(files["data/datapackage.json"])["resources"]
    names = [one["name"] for one in described]
    assert len(names) == len(set(names))
    called = {one["path"]: one["name"] for one in described}
    assert called["collations/collation-x.csv"] == "collation-x"
    assert called["collations/collation-x.en.docx"] == "collation-x-en"
    assert called["collations/collation-x-en.csv"] == "collation-x-en.csv"


@pytest.mark.parametrize(
    ("checked", "said"),
    [
        (0, "Qinghu’s Report makes 2 promises; 2 have not been looked for yet."),
        (1, "Qinghu’s Report makes 2 promises; 1 is not found; 1 has not been looked for yet."),
        (2, "Qinghu’s Report makes 2 promises; the later text speaks again of none of them; 2 are not found."),
    ],
)
def test_later_texts_are_said_to_speak_of_no_promise_where_all_were_looked_for(
    checked: int, said: str, tmp_path: Path
) -> None:
    because = "because: {zh: 未见。, en: It is not there.}, searched: [甲乙丙]"
    every = [f"- {{promise: a/{name}, evidence: not-found, {because}}}\n" for name in ("k01", "t01")]
    found = corpus(tmp_path, PROMISED, LATER, {"content/follow-ups.yaml": "".join(every[:checked]) or "[]\n"})
    assert result_sentence(found, collation_of(found, found.reports["a"]), Words(strings(), "en")) == said


@pytest.mark.parametrize(
    ("promises", "silent", "en", "zh"),
    [
        (1, 1, "One promise has a later text to look in; 1 is not found in any.", "共1项，其中1项未见。"),
        (2, 1, "Of the 2 promises that have a later text to look in, 1 is not found in any.", "共2项，其中1项未见。"),
    ],
)
def test_silence_is_told_in_sentences_for_one_and_for_many(
    tmp_path: Path, promises: int, silent: int, en: str, zh: str
) -> None:
    found = corpus(tmp_path, PROMISED, LATER)
    tracked = collation_of(found, found.reports["a"]).promises[:promises]
    assert silence_sentence(tracked, silent, Words(strings(), "en")) == en
    assert silence_sentence(tracked, silent, Words(strings(), "zh")).endswith(zh)


def test_of_a_text_that_is_not_wholly_read_it_is_not_said_how_many_promises_it_makes(tmp_path: Path) -> None:
    begun = {path: text.replace("fully_read: true", "fully_read: false") for path, text in PROMISED.items()}
    found = corpus(tmp_path, begun, LATER, FOLLOW_UPS)
    said = [
        result_sentence(found, collation_of(found, found.reports["a"]), Words(strings(), lang)) for lang in ("en", "zh")
    ]
    assert said[0].startswith("Qinghu’s Report is not wholly read yet; 2 promises of it are marked; the later text")
    assert said[1].startswith("青湖区报告尚未通读，已标注承诺2项；")


@pytest.mark.long
def test_every_real_table_is_read_back_with_a_row_for_each_promise(real: Built) -> None:
    assert real.site is not None
    for report_id, promises in real.site.followed_in.items():
        for language in ("en", "zh") if promises else ():
            rows = cells(real.files[f"data/collations/collation-{report_id}.{language}.docx"])
            assert len(rows) == len(promises) + 1
            assert sorted(row[2].rpartition(", " if language == "en" else "，")[2] for row in rows[1:]) == sorted(
                one.promise.id for one in promises
            )
