"""Clean-up: whatever the capture and the steps, every character is accounted for."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from duizhao.text.changes import CharacterStep, PatternStep, RadicalStep, StepError
from duizhao.text.cleanup import FATES, STEPS, Cleaned, Piece, Steps, cleaned
from duizhao.text.fold import occurrences
from duizhao.text.line_plan import LineStep
from duizhao.text.pattern import read_pattern
from duizhao.text.punctuation import MARKS

SPACE = st.text(" \u3000\t", max_size=2)
# Traditional and Simplified, pinyin in parentheses and what only looks like it, signs, digits.
WORDS = st.lists(
    st.sampled_from(
        [
            "白石區(qū)",
            "修繕",
            "老街",
            "兩條",
            "著力",
            "4万人",
            "(km)",
            "a(li)",
            "(記者 林禾)",
            "。",
            "，",
            "里(li)",
            ",甲",
            "1,2",
        ]
    ),
    max_size=5,
).map("".join)
LINES = st.lists(st.tuples(SPACE, WORDS, SPACE).map("".join), max_size=8)


@st.composite
def captures(draw: st.DrawFn) -> tuple[str, Steps]:
    """A capture with steps that fit it: runs of lines and parts of lines, none taken twice."""
    lines = draw(LINES)
    source = draw(st.sampled_from(["\n", "\r\n"])).join(lines)
    steps, number = [], 1
    while number <= len(lines):
        last = draw(st.integers(number, min(number + 2, len(lines))))
        act = draw(st.sampled_from(["", "drop", "metadata", "heading", "paragraph"]))
        line = lines[number - 1].strip()
        if act and draw(st.booleans()) and len(line) > 1:
            start = draw(st.integers(0, len(line) - 1))
            part = line[start : draw(st.integers(start + 1, len(line)))]
            if len(list(occurrences(part, source.split("\n")[number - 1]))) == 1:
                steps.append(LineStep(act, number, number, part=part))
            last = number
        elif act and any(text.strip() for text in lines[number - 1 : last]):
            steps.append(LineStep(act, number, last, join=draw(st.sampled_from(["", " ", "、"]))))
        number = last + 1
    order = draw(st.permutations(steps))
    return source, Steps(
        tuple(order), pinyin=draw(st.booleans()), to_simplified=draw(st.booleans()), to_full_width=draw(st.booleans())
    )


# What the steps on characters and words find: entities, escapes, radicals, marks, invisible signs, furniture.
PARTS = [
    "甲",
    "乙。",
    "政 府",
    "&nbsp;",
    "&amp;",
    r"\n",
    "⼯",
    "〔1〕",
    "[2]",
    "????",
    "\u200b",
    "第3页",
    "一是丙。",
    "\n",
    "　",
]
FITTING = [
    ("spacing", "政{ }府", "anywhere"),
    ("spacing", "{汉}{ }{汉}", "anywhere"),
    ("illegible", "????", "anywhere"),
    ("apart", "〔{n}〕", "anywhere"),
    ("drop", "[{n}]", "anywhere"),
    ("drop", "第{n}页", "line"),
    ("apart", "第{n}页", "start"),
    ("heading", "一是{…}。", "start"),
    ("heading", "{汉}", "line"),
    ("join", "", ""),
]


@st.composite
def messy_captures(draw: st.DrawFn) -> tuple[str, Steps]:
    """A capture with everything in it, and any steps in any order, with counts that may be wrong."""
    source = "".join(draw(st.lists(st.sampled_from(PARTS), max_size=25)))
    characters = draw(st.lists(st.sampled_from([("\u200b", ""), (r"\n", "\n"), ("&nbsp;", " "), ("&amp;", "&甲")])))
    chosen = draw(st.lists(st.sampled_from(FITTING), max_size=6))
    patterns = (
        PatternStep(
            index, act, read_pattern(text, at) if text else None, 1, reason="glossary", level=2, rule="unindented"
        )
        for index, (act, text, at) in enumerate(chosen)
    )
    lines = [LineStep(draw(st.sampled_from(["drop", "apart", "metadata", "heading"])), 1, 1, "share")]
    return source, Steps(
        lines=tuple(lines) if draw(st.booleans()) else (),
        pinyin=draw(st.booleans()),
        to_simplified=draw(st.booleans()),
        to_full_width=draw(st.booleans()),
        characters=tuple(
            CharacterStep("characters", index, "characters", find, becomes, 1)
            for index, (find, becomes) in enumerate(characters)
        ),
        radicals=RadicalStep(1) if draw(st.booleans()) else None,
        patterns=tuple(patterns),
    )


def cleaned_or_none(source: str, steps: Steps) -> Cleaned | None:
    try:
        return cleaned(source, steps)
    except StepError:
        return None  # the first line may be empty


@given(messy_captures())
def test_whatever_the_steps_every_character_of_the_capture_is_in_one_piece(capture: tuple[str, Steps]) -> None:
    source, steps = capture
    clean = cleaned_or_none(source, steps)
    at = 0
    for piece in clean.pieces if clean else ():
        assert piece.start == at <= piece.end
        at = piece.end
        assert piece.step in STEPS and piece.fate in FATES
    assert clean is None or at == len(source)


@given(messy_captures())
def test_whatever_the_steps_the_text_is_what_the_pieces_make(capture: tuple[str, Steps]) -> None:
    source, steps = capture
    clean = cleaned_or_none(source, steps)
    if clean is None:
        return
    assert clean.text == "".join(block.text + "\n" for block in clean.blocks)
    for piece in clean.pieces:
        taken = source[piece.start : piece.end]
        match piece.fate:
            case "kept" | "marked":
                assert piece.output == taken
            case "apart":
                assert taken and piece.output == ""
            case "dropped" if piece.step != "metadata":
                assert piece.output == ""
    assert all(clean.text[start:end] == "????" for start, end in clean.illegible)


@given(messy_captures())
def test_whatever_the_steps_a_character_that_none_of_them_names_is_kept(capture: tuple[str, Steps]) -> None:
    source, steps = capture
    clean = cleaned_or_none(
        source, Steps(characters=steps.characters, radicals=steps.radicals, patterns=steps.patterns)
    )
    assert clean is not None
    assert [c for c in clean.text if c in "乙丙"] == [c for c in source if c in "乙丙"]


def clean_text(source: str, *lines: LineStep, **how: object) -> str:
    return cleaned(source, Steps(lines, **how)).text


@given(captures())
def test_the_pieces_partition_the_capture(capture: tuple[str, Steps]) -> None:
    source, steps = capture
    at = 0
    for piece in cleaned(source, steps).pieces:
        assert piece.start == at
        assert piece.end >= piece.start
        at = piece.end
    assert at == len(source)


@given(captures())
def test_the_text_is_the_blocks_one_a_line_and_the_outputs_of_the_pieces(capture: tuple[str, Steps]) -> None:
    clean = cleaned(*capture)
    assert clean.text == "".join(block.text + "\n" for block in clean.blocks)
    assert clean.text == "".join(piece.output for piece in clean.pieces if piece.step != "metadata")


@given(captures())
def test_nothing_is_lost_or_added_but_by_the_step_that_says_so(capture: tuple[str, Steps]) -> None:
    source, steps = capture
    joins = {step.join for step in steps.lines} | {"", "\n"}
    for piece in cleaned(source, steps).pieces:
        taken = source[piece.start : piece.end]
        match piece.step, piece.fate:
            case "kept", "kept":
                assert piece.output == taken
            case "simplified", "converted":
                assert len(piece.output) == len(taken) and piece.output != taken
            case "punctuation", "converted":
                assert MARKS[taken] == piece.output
            case "pinyin", "dropped":
                assert taken in ("(qū)", "(li)") and piece.output == ""
            case "drop", "dropped":
                assert taken and piece.output == ""
            case "metadata", "dropped":
                assert taken and len(piece.output) <= len(taken)
            case "line-breaks" | "join-lines", "converted":
                assert not taken.strip() and piece.output in joins
            case step, fate:
                assert (step, fate) == ("blanks", "dropped")
                assert not taken.strip() and piece.output == ""


@given(captures())
def test_without_conversion_every_word_of_the_capture_is_kept_dropped_or_metadata(capture: tuple[str, Steps]) -> None:
    source, steps = capture
    pieces = cleaned(source, Steps(steps.lines)).pieces
    words = "".join(source[p.start : p.end] for p in pieces if p.step in ("kept", "metadata", "drop"))
    assert "".join(words.split()) == "".join(source.split())


@given(captures())
def test_each_metadata_step_gives_its_words_in_the_order_of_the_steps(capture: tuple[str, Steps]) -> None:
    source, steps = capture
    clean = cleaned(source, Steps(steps.lines))
    wanted = [step for step in steps.lines if step.act == "metadata"]
    lines = source.split("\n")
    assert clean.metadata == tuple(
        step.part or step.join.join(filter(None, (line.strip() for line in lines[step.first - 1 : step.last])))
        for step in wanted
    )


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_conversion_to_simplified_characters_keeps_the_length(text: str) -> None:
    assert len(clean_text(text, to_simplified=True)) == len(text) + 1


def test_lines_that_no_step_names_are_paragraphs_without_the_blanks_about_them() -> None:
    assert clean_text("\n　　第一段。 \n\n\t第二段。\n") == "第一段。\n第二段。\n"


def test_lines_of_one_heading_are_joined_and_its_source_lines_kept() -> None:
    clean = cleaned("一、\n\n就业\n全年新增。", Steps((LineStep("heading", 1, 3, level=1, join=" "),)))
    assert [(block.level, block.text, block.lines) for block in clean.blocks] == [
        (1, "一、 就业", (1, 3)),
        (0, "全年新增。", (4,)),
    ]


def test_a_dropped_line_says_why() -> None:
    clean = cleaned("首页 > 政务\n正文。", Steps((LineStep("drop", 1, 1, reason="breadcrumb"),)))
    assert clean.text == "正文。\n"
    assert clean.pieces[0] == Piece(0, 7, "dropped", "drop", "", "breadcrumb")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("區(qū)", "區"),
        ("里(li)程", "里程"),
        ("里(lǐ)", "里"),
        ("女(nǚ)兒", "女兒"),
        ("公里(km)", "公里(km)"),
        ("區(Qu)", "區(Qu)"),
        ("區(一)", "區(一)"),
        ("(qū)區", "(qū)區"),
        ("GDP(qu)", "GDP(qu)"),
        ("區 (qū)", "區 (qū)"),
        ("區（qū）", "區（qū）"),
        ("區(quququqq)", "區(quququqq)"),
    ],
)
def test_pinyin_goes_only_where_it_stands_in_ascii_parentheses_behind_a_han_character(source: str, text: str) -> None:
    assert clean_text(source, pinyin=True) == text + "\n"
    assert clean_text(source) == source + "\n"


def test_pinyin_between_two_characters_does_not_hide_a_phrase_from_the_converter() -> None:
    clean = cleaned("紅橋區(qū)發展", Steps((), pinyin=True, to_simplified=True))
    assert clean.text == "红桥区发展\n"
    assert [(p.step, p.output) for p in clean.pieces] == [
        ("simplified", "红桥区"),
        ("pinyin", ""),
        ("simplified", "发"),
        ("kept", "展"),
        ("line-breaks", "\n"),
    ]


def test_a_word_that_the_converter_leaves_is_mended_by_an_exception() -> None:
    assert clean_text("三個著力，著名", to_simplified=True) == "三个著力，著名\n"
    assert clean_text("三個著力，著名", to_simplified=True, exceptions=(("著力", "着力"),)) == "三个着力，著名\n"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("(通讯员 林禾)全文。", "全文。\n"),
        ("全文。(通讯员 林禾)", "全文。\n"),
        ("前文，(通讯员 林禾)后文。", "前文，后文。\n"),
        ("  (通讯员 林禾)  ", ""),
    ],
)
def test_a_part_of_a_line_goes_to_metadata_and_the_rest_is_one_paragraph(source: str, text: str) -> None:
    clean = cleaned(source, Steps((LineStep("metadata", 1, 1, part="(通讯员 林禾)"),)))
    assert clean.text == text
    assert clean.metadata == ("(通讯员 林禾)",)
    assert [source[p.start : p.end] for p in clean.pieces if p.step == "metadata"] == ["(通讯员 林禾)"]


def test_a_part_of_a_line_that_is_dropped_leaves_one_paragraph() -> None:
    clean = cleaned("前文。[广告]后文。", Steps((LineStep("drop", 1, 1, reason="advertisement", part="[广告]"),)))
    assert clean.text == "前文。后文。\n"
    assert [p.reason for p in clean.pieces if p.step == "drop"] == ["advertisement"]


def test_a_heading_cut_out_of_a_line_parts_it_into_paragraphs() -> None:
    clean = cleaned("前文。一、就业。后文。", Steps((LineStep("heading", 1, 1, level=2, part="一、就业。"),)))
    assert [(block.level, block.text) for block in clean.blocks] == [(0, "前文。"), (2, "一、就业。"), (0, "后文。")]


@pytest.mark.parametrize(
    ("steps", "index", "message"),
    [
        ([LineStep("drop", 1, 9)], 0, "lines 1-9: the source has lines 1 to 4"),
        ([LineStep("drop", 0, 1)], 0, "the source has lines 1 to 4"),
        ([LineStep("drop", 3, 2)], 0, "the source has lines 1 to 4"),
        ([LineStep("heading", 1, 1), LineStep("drop", 1, 2)], 1, "line 1 is taken by two steps"),
        ([LineStep("drop", 3, 3)], 0, "lines 3-3 are empty"),
        ([LineStep("drop", 1, 1, part="丙")], 0, "'丙' does not stand exactly once in line 1"),
        ([LineStep("drop", 1, 1, part="甲")], 0, "'甲' does not stand exactly once in line 1"),
        ([LineStep("drop", 1, 2, part="乙")], 0, "'乙' does not stand exactly once in line 1"),
        ([LineStep("drop", 2, 2), LineStep("metadata", 2, 2, part="丁")], 1, "line 2 is taken by two steps"),
        ([LineStep("metadata", 2, 2, part="丁"), LineStep("drop", 2, 2)], 1, "line 2 is taken by two steps"),
        ([LineStep("drop", 2, 2, part="丙丁"), LineStep("drop", 2, 2, part="丁戊")], 1, "line 2 is taken by two steps"),
    ],
)
def test_a_step_that_does_not_fit_the_capture_is_named(steps: list[LineStep], index: int, message: str) -> None:
    with pytest.raises(StepError, match=message) as error:
        cleaned("甲乙甲\n丙丁戊\n\n己", Steps(tuple(steps)))
    assert error.value.index == index


def test_an_empty_capture_gives_an_empty_text() -> None:
    assert cleaned("", Steps(())) == Cleaned((), (), ())
    assert clean_text(" \n\n") == ""


@pytest.mark.parametrize(
    ("entity", "source", "count", "text"),
    [
        ("&nbsp", "甲&nbsp乙&nbsp;丙", 1, "甲 乙&nbsp;丙\n"),
        ("&lt", "甲&lt5&lt;6&lte;", 1, "甲 5&lt;6&lte;\n"),
        ("&#160", "甲&#160乙&#1605;丙&#160;", 1, "甲 乙&#1605;丙&#160;\n"),
        ("&nbsp;", "甲&nbsp乙&nbsp;丙", 1, "甲&nbsp乙 丙\n"),
    ],
)
def test_an_entity_without_its_semicolon_is_one_of_its_own(entity: str, source: str, count: int, text: str) -> None:
    step = CharacterStep("entities", 0, "entities", entity, " ", count)
    clean = cleaned(source, Steps(characters=(step,)))
    assert (clean.text, clean.miscounts) == (text, ())
