"""One report from the bytes of its folder: blocks, statements and measures where they stand, and what is wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest

from duizhao.content.records import Report
from duizhao.content.report import report_of
from duizhao.content.report_file import written_blocks
from duizhao.issues import Issue

from ..sample import report, told

FOLDER = "content/reports/qinghu-2022"


def read(body: str, annotations: str = "", translation: str = "", **keys: str) -> tuple[Report | None, list[Issue]]:
    files = report("qinghu-2022", body, annotations, translation, **keys)
    return report_of(FOLDER, {path.rsplit("/", 1)[1]: text.encode() for path, text in files.items()})


def whole(body: str, annotations: str = "", translation: str = "", **keys: str) -> Report:
    """A report without an issue."""
    found, issues = read(body, annotations, translation, **keys)
    assert found is not None and not issues, issues
    return found


def statement(keys: str, kind: str = "result", name: str = "r01", time: str = 'period: "2021"') -> str:
    """An annotation of one statement: its own keys beside those that every statement has."""
    fixed = f"id: {name}, kind: {kind}, gloss: words, themes: [jobs], {time}, period_basis: stated"
    return f"statements:\n- {{{fixed}, {keys}}}\n"


BODY = """
    # 一、就业
    全年新增就业1.2万人。
    ## （一）养老
    建成５家。新增床位500张。
    """


def test_blocks_are_numbered_by_kind_and_cut_out_of_the_text() -> None:
    found = whole(BODY)
    assert [(block.id, block.level, block.text) for block in found.blocks] == [
        ("h1", 1, "一、就业"),
        ("p1", 0, "全年新增就业1.2万人。"),
        ("h2", 2, "（一）养老"),
        ("p2", 0, "建成５家。新增床位500张。"),
    ]
    assert found.text == "".join(f"{block.text}\n" for block in found.blocks)
    assert all(found.text[block.start : block.end] == block.text for block in found.blocks)
    assert str(found.block("p2").place) == f"{FOLDER}/report.md:17:1"
    assert str(found.block("h2").place) == f"{FOLDER}/report.md:16:4"


def test_there_is_no_block_of_an_unknown_id() -> None:
    with pytest.raises(KeyError):
        whole(BODY).block("p9")


def test_a_statement_is_the_report_s_words_at_their_place() -> None:
    found = whole(BODY, statement("quote: 建成5家"))
    (only,) = found.statements
    assert (only.full_id, only.block, only.quote) == ("qinghu-2022/r01", "p2", "建成５家")
    assert found.text[only.start : only.end] == only.quote
    assert (str(only.period), only.strength) == ("2021", "plain")


def test_statements_are_in_the_order_of_the_text_an_outer_one_before_the_one_in_it() -> None:
    annotations = """
        statements:
        - {id: r03, kind: result, quote: 新增床位500张, gloss: c, themes: [jobs], period: "2021", period_basis: stated}
        - {id: r02, kind: result, quote: 建成5家, gloss: b, themes: [jobs], period: "2021", period_basis: stated}
        - {id: r01, kind: result, quote: 建成5家。新增, gloss: a, themes: [jobs], period: "2021", period_basis: stated}
        """
    assert [one.id for one in whole(BODY, annotations).statements] == ["r01", "r02", "r03"]


def test_a_measure_is_found_in_its_quote_and_read_again() -> None:
    found = whole(
        BODY,
        statement(
            "quote: 新增就业1.2万人, measures: [{figure: 1.2万人, value: 12000, unit: 人, operator: eq, aspect: level}]"
        ),
    )
    (measure,) = found.statements[0].measures
    assert found.text[measure.start : measure.end] == measure.figure == "1.2万人"
    assert (measure.value, measure.unit, measure.operator) == (Decimal(12000), "人", "eq")
    assert (measure.quantity.value, measure.quantity.unit) == (Decimal("1.2"), "万人")
    assert str(measure.period) == "2021"


@pytest.mark.parametrize(
    ("entered", "complaint"),
    [
        ("value: 1.2, unit: 人, operator: eq", "value is entered as 1.2; the figure '1.2万人' says 12000"),
        ("value: 12000, unit: 万人, operator: eq", "unit is entered as 万人; the figure '1.2万人' says 人"),
        ("value: 12000, unit: 人, operator: ge", "operator is entered as ge; the figure '1.2万人' says eq"),
        ("unit: 人, operator: eq", "value is entered as nothing; the figure '1.2万人' says 12000"),
        ("value: 12000, operator: eq", "unit is entered as nothing; the figure '1.2万人' says 人"),
        (
            "value: 12000, upper: 13000, unit: 人, operator: eq",
            "upper is entered as 13000; the figure '1.2万人' says nothing",
        ),
    ],
)
def test_what_is_entered_beside_a_figure_must_be_what_it_says(entered: str, complaint: str) -> None:
    _, issues = read(
        BODY, statement(f"quote: 新增就业1.2万人, measures: [{{figure: 1.2万人, {entered}, aspect: increase}}]")
    )
    assert [(issue.code, issue.message) for issue in issues] == [("figure-disagrees", complaint)]


@pytest.mark.parametrize(
    ("printed", "quote", "measure"),
    [
        ("新增就业34万人", "新增就业34万人", "{figure: 4万人, value: 40000, unit: 人, operator: eq"),
        ("新增就业超4万人", "新增就业超4万人", "{figure: 4万人, value: 40000, unit: 人, operator: eq"),
        ("新增就业超4万人", "4万人", "{figure: 4万人, value: 40000, unit: 人, operator: eq"),
        ("新增就业4万人以上", "新增就业4万人", "{figure: 4万人, value: 40000, unit: 人, operator: eq"),
        ("增长8.5%", "增长8.5%", "{figure: 5%, value: 5, unit: '%', operator: eq"),
        ("建成3到5家", "建成3到5家", "{figure: 5家, value: 5, unit: 家, operator: eq"),
    ],
)
def test_a_figure_is_not_cut_out_of_a_longer_one(printed: str, quote: str, measure: str) -> None:
    _, issues = read(f"{printed}。", statement(f"quote: {quote}, measures: [{measure}, aspect: level}}]"))
    assert [issue.code for issue in issues] == ["figure-disagrees"]
    assert "is cut out of" in issues[0].message


def test_values_may_be_entered_with_other_zeros_than_the_figure_has() -> None:
    measure = "{figure: 500张, value: '500.0', unit: 张, operator: eq, aspect: level}"
    assert whole(BODY, statement(f"quote: 新增床位500张, measures: [{measure}]")).statements[0].measures


def test_a_modal_stands_in_the_quote_or_directly_before_it() -> None:
    body = "力争全年新增就业1万人。"
    keys = (
        "quote: 全年新增就业1万人, measures: [{figure: 1万人, value: 10000, unit: 人, operator: eq, aspect: increase}]"
    )
    of_target = {"kind": "target", "name": "t01", "time": 'by: "2022"'}
    assert whole(body, statement(f"{keys}, modal: 力争", **of_target)).statements[0].strength == "soft"
    assert whole(body, statement(f"{keys}, modal: null", **of_target)).statements[0].strength == "plain"
    _, issues = read(body, statement(f"{keys}, modal: 确保", **of_target))
    assert [(issue.code, issue.message) for issue in issues] == [
        ("quote-missing", "the word '确保' stands neither in the quote nor directly before it")
    ]


@pytest.mark.parametrize(
    ("name", "kind", "time"),
    [
        ("x01", "result", 'period: "2021"'),
        ("t01", "result", 'period: "2021"'),
        ("r1", "result", 'period: "2021"'),
        ("r0001", "result", 'period: "2021"'),
        ("r０１", "result", 'period: "2021"'),
        ("k01", "target", 'by: "2022"'),
    ],
)
def test_an_id_is_the_letter_of_the_kind_and_two_or_three_digits(name: str, kind: str, time: str) -> None:
    found, issues = read(BODY, statement("quote: 建成5家", kind, name, time))
    assert [issue.code for issue in issues] == ["bad-value"]
    assert found.statements == ()


@pytest.mark.parametrize(
    ("kind", "name", "time"),
    [
        ("result", "r01", 'by: "2022"'),
        ("task", "k01", 'period: "2022"'),
        ("task", "k01", 'by: "2022", period: "2022"'),
        ("result", "r01", "scope: {zh: 全区, en: The district}"),
    ],
)
def test_results_have_a_period_and_targets_and_tasks_a_time_by_which(kind: str, name: str, time: str) -> None:
    _, issues = read(BODY, statement("quote: 建成5家", kind, name, time))
    assert [issue.code for issue in issues] == ["time-misplaced"]


def test_the_second_statement_of_one_id_is_left_out() -> None:
    twice = statement("quote: 建成5家") + statement("quote: 新增床位500张").removeprefix("statements:\n")
    found, issues = read(BODY, twice)
    assert told(issues) == [("duplicate-id", f"{FOLDER}/annotations.yaml:3:8")]
    assert [one.quote for one in found.statements] == ["建成５家"]


def test_a_quote_does_not_run_over_the_end_of_a_paragraph() -> None:
    _, issues = read(BODY, statement("quote: 1.2万人。（一）养老"))
    assert [(issue.code, issue.message) for issue in issues] == [
        ("quote-missing", "the quote runs over the end of a paragraph")
    ]


def test_a_paragraph_is_annotated_has_nothing_to_code_or_is_unread_and_a_heading_needs_no_reading() -> None:
    found = whole("# 一\n甲事办成。\n乙。\n丙。", statement("quote: 甲事办成") + "nothing_to_code: [p2]\n")
    assert [(block.id, block.reading) for block in found.blocks] == [
        ("h1", "nothing-to-code"),
        ("p1", "annotated"),
        ("p2", "nothing-to-code"),
        ("p3", "unread"),
    ]


def test_a_block_that_does_not_exist_has_no_reading() -> None:
    _, issues = read("甲。", "nothing_to_code: [p1, p7]")
    assert [(issue.code, issue.message) for issue in issues] == [
        ("unknown-id", "nothing_to_code names p7, and the text has no such block")
    ]


def test_every_number_has_its_account_or_none() -> None:
    measure = "{figure: 500张, value: 500, unit: 张, operator: eq, aspect: level}"
    annotations = statement(f"quote: 新增床位500张, measures: [{measure}]") + (
        "numbers:\n- {text: 7处, reason: restated}\n- {text: 3家, block: p2, reason: rhetoric}\n"
    )
    found = whole("2021年新增床位500张，改造7处、3家。\n又有3家。", annotations)
    assert [(one.number.text, one.block, one.statement, one.reason) for one in found.numbers] == [
        ("2021年", "p1", "", "date"),
        ("500张", "p1", "r01", ""),
        ("7处", "p1", "", "restated"),
        ("3家", "p1", "", ""),
        ("3家", "p2", "", "rhetoric"),
    ]


def test_words_that_are_set_down_as_no_quantity_stand_in_the_text() -> None:
    _, issues = read("甲。", "numbers: [{text: 7处, reason: restated}]")
    assert told(issues) == [("quote-missing", f"{FOLDER}/annotations.yaml:1:18")]


def test_a_translation_is_taken_block_by_block() -> None:
    found = whole("# 一\n甲。", translation="# One\n\n\nA.\n")
    assert found.translated
    assert [block.translation for block in found.blocks] == ["One", "A."]
    assert [str(block.translation_place) for block in found.blocks] == [
        f"{FOLDER}/translation.en.md:1:3",
        f"{FOLDER}/translation.en.md:4:1",
    ]


@pytest.mark.parametrize(
    ("translation", "place"), [("# One\n", "1:1"), ("One\n\nA.\n", "1:1"), ("# One\n\n## A.\n", "3:4")]
)
def test_a_translation_with_other_blocks_is_an_issue_and_not_taken(translation: str, place: str) -> None:
    found, issues = read("# 一\n甲。", translation=translation)
    assert told(issues) == [("translation-blocks", f"{FOLDER}/translation.en.md:{place}")]
    assert not found.translated
    assert {block.translation for block in found.blocks} == {""}


@pytest.mark.parametrize(
    ("clean_up", "message"),
    [
        ("{lines: [{reason: duplicate}]}", "a line step needs one act with its lines"),
        ('{lines: [{drop: "1", heading: "1"}]}', "a line step needs one act with its lines"),
        ("{lines: [{drop: one}]}", "a line step needs one act with its lines"),
        ('{lines: [{drop: "1"}]}', "a drop step needs its reason"),
        ('{lines: [{heading: "1"}]}', "a heading step needs its level"),
        ('{lines: [{heading: "1", level: 3}]}', "a heading step needs its level"),
        ('{lines: [{metadata: "1"}]}', "a metadata step needs its fields"),
        ("{script_exceptions: {著力: 着}}", "script_exceptions change the length of the text: 著力: 着"),
    ],
)
def test_a_clean_up_step_that_cannot_be_done_is_an_issue(clean_up: str, message: str) -> None:
    found, issues = read("甲。", clean_up=clean_up)
    assert found is None
    assert [(issue.code, issue.message) for issue in issues] == [("clean-up-step", message)]


@pytest.mark.parametrize(
    ("body", "place", "message"),
    [
        ("甲乙丙。\n丁。", "14:3", "the text has '丙。' where the steps make '。' of source.txt line 1"),
        ("甲乙\n丁。", "14:3", "the text has '' where the steps make '。' of source.txt line 1"),
        ("# 甲乙。\n丁。", "14:3", "the text has level 1, the steps make level 0"),
        ("甲乙。", "12:11", "the text has 1 blocks, the steps make 2"),
        ("甲乙。\n丁。\n\n戊。", "17:1", "the text has 3 blocks, the steps make 2"),
    ],
)
def test_a_text_that_the_steps_do_not_make_is_shown_at_its_first_difference(
    body: str, place: str, message: str
) -> None:
    found, issues = read(body, source="甲乙。\n丁。\n", clean_up="{lines: []}")
    assert found is None
    assert [(issue.code, str(issue.place), issue.message) for issue in issues] == [
        ("text-changed", f"{FOLDER}/report.md:{place}", message)
    ]


def test_two_parts_of_one_line_give_each_its_own_metadata() -> None:
    last = '{metadata: "1", part: (来源 日报), fields: [source]}'
    first = '{metadata: "1", part: 记者 林禾, fields: [byline]}'
    source, printed = "记者 林禾正文。(来源 日报)", "{byline: 林禾, source: 日报}"
    found = whole("正文。", source=source, clean_up=f"{{lines: [{last}, {first}]}}", printed=printed)
    assert (found.printed.byline, found.printed.source) == ("林禾", "日报")


def test_what_a_metadata_step_takes_is_given_as_printed_and_nothing_else_is() -> None:
    steps = '{lines: [{metadata: "1", fields: [date]}]}'
    source = "2022年1月\n正文。"
    _, issues = read("正文。", source=source, clean_up=steps)
    assert [(issue.code, issue.message) for issue in issues] == [
        ("printed-mismatch", "this step takes date, and `printed` does not give it")
    ]
    _, issues = read("正文。", source=source, clean_up=steps, printed="{date: 2022年1月, title: 正文}")
    assert [(issue.code, issue.message) for issue in issues] == [
        ("printed-mismatch", "no line taken to metadata as title holds '正文'")
    ]


def test_a_file_that_is_not_utf_8_is_told_its_line() -> None:
    files = {path.rsplit("/", 1)[1]: text.encode() for path, text in report("qinghu-2022", "甲。").items()}
    found, issues = report_of(FOLDER, files | {"annotations.yaml": "# 一\n# 二".encode() + b"\xff"})
    assert told(issues) == [("not-utf8", f"{FOLDER}/annotations.yaml:2:1")]
    assert found is not None


@pytest.mark.parametrize("name", ["source.txt", "report.md"])
def test_a_report_needs_its_source_and_its_text(name: str) -> None:
    files = {path.rsplit("/", 1)[1]: text.encode() for path, text in report("qinghu-2022", "甲。").items()}
    del files[name]
    assert report_of(FOLDER, files)[0] is None
    assert told(report_of(FOLDER, files)[1]) == [("file-missing", f"{FOLDER}/{name}:1:1")]


@pytest.mark.parametrize("text", ["", "# 一\n", "---\nid: a\n", "\n---\nid: a\n---\n"])
def test_a_report_begins_with_front_matter(text: str) -> None:
    files = {"source.txt": b"", "report.md": text.encode()}
    assert told(report_of(FOLDER, files)[1]) == [("front-matter", f"{FOLDER}/report.md:1:1")]


def test_only_one_or_two_number_signs_and_a_space_make_a_heading() -> None:
    lines = ["# 一", "", "## （一）", "### 三", "#号线", "2024. 年", "- 甲", "> 乙"]
    blocks = written_blocks(lines, "x.md", 5)
    assert [(block.level, block.text) for block in blocks] == [
        (1, "一"),
        (2, "（一）"),
        (0, "### 三"),
        (0, "#号线"),
        (0, "2024. 年"),
        (0, "- 甲"),
        (0, "> 乙"),
    ]
    assert str(blocks[1].place) == "x.md:7:4"
