"""A report's page: contents, strip, key figures, cards, ledger and citation."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup

from duizhao.pages.context import PageContext
from duizhao.pages.parts.near_texts import NAMED_AT_ONCE
from duizhao.pages.parts.screens import OPEN
from duizhao.pages.report.card import Card
from duizhao.pages.report.cards import CardsScript, CardsView, cards_pages
from duizhao.pages.report.page import KEY_FIGURES, ReportView, report_pages

from ..sample import context_of, report
from .statements import annotations, statement

TEXT = "# 一\n新增100人。\n## 二\n做乙事。\n# 三\n无。"
STATED = annotations(statement("r01", "新增100人", figure="100人"), statement("k01", "做乙事"))


def page(context: PageContext, name: str = "a") -> ReportView:
    (view,) = (p.view for p in report_pages(context) if p.frame.path.endswith(f"reports/{name}/index.html"))
    assert isinstance(view, ReportView)
    return view


def cards(context: PageContext, name: str = "a") -> list[Card]:
    """The cards of a report in the order of its text."""
    parts = (page.view for page in cards_pages(context, name) if page.template == "cards.html")
    return [card for part in parts if isinstance(part, CardsView) for card in cards_on(part)]


def cards_on(view: CardsView) -> list[Card]:
    return [
        card for blocks in (view.blocks, *(fold.held for fold in view.folds)) for one in blocks for card in one.cards
    ]


def test_a_script_brings_the_cards_of_a_page_and_the_text_knows_which(tmp_path: Path) -> None:
    counts = [f"建成{n}座桥" for n in range(10, 545)]
    stated = annotations(*(statement(f"k{n:02}", words) for n, words in enumerate(counts, 1)))
    context = context_of(tmp_path, report("a", "\n".join(f"{words}。" for words in counts), stated))
    made = list(cards_pages(context, "a"))
    scripts = {made.frame.path: made.view for made in made if isinstance(made.view, CardsScript)}
    assert [path.rpartition("/")[2] for path in scripts] == ["cards-1.js", "cards-2.js", "cards-3.js"]
    views = [one.view for one in made if isinstance(one.view, CardsView)]
    assert [list(view.cards) for view in scripts.values()] == [cards_on(view) for view in views]
    for view in views:
        # Cards of 340 pixels of a phone: 290, words in two lines at most.
        assert not view.blocks and {fold.count for fold in view.folds[:-1]} <= {OPEN // 340}
        assert [fold.opened for fold in view.folds] == [True] + [False] * (len(view.folds) - 1)
        assert str(view.folds[0].name) == f"¶{view.folds[0].held[0].id[1:]} to ¶{view.folds[0].held[-1].id[1:]}"
    in_text = {block.id: block.script for block in page(context).blocks}
    assert in_text == {card.block: number for number, view in enumerate(scripts.values(), 1) for card in view.cards}


def test_the_contents_count_the_statements_below_each_heading(tmp_path: Path) -> None:
    contents = page(context_of(tmp_path, report("a", TEXT, STATED + "nothing_to_code: [p3]\n"))).contents
    assert [(entry.heading.text, entry.is_sub, entry.count) for entry in contents] == [
        ("一", False, 2),
        ("二", True, 1),
        ("三", False, 0),
    ]
    assert {entry.heading.lang for entry in contents} == {"zh-Hans"}


def test_below_a_heading_of_which_something_is_not_read_no_statements_are_not_counted_as_none(tmp_path: Path) -> None:
    contents = page(context_of(tmp_path, report("a", TEXT, STATED))).contents
    assert [entry.count for entry in contents] == [2, 1, None]


@pytest.mark.parametrize(("read", "said"), [("true", False), ("false", True)])
def test_the_head_of_a_text_that_is_not_wholly_read_says_so(tmp_path: Path, read: str, said: bool) -> None:
    context = context_of(tmp_path, report("a", "无。", "nothing_to_code: [p1]", fully_read=read))
    assert ("Not wholly read yet" in page(context).facts) is said


def test_a_heading_of_the_contents_is_in_the_page_s_language_where_it_is_translated(tmp_path: Path) -> None:
    parts = report("a", "# 一\n无。", translation="# One\n\nNothing.\n")
    english, chinese = (page(context_of(tmp_path / lang, parts, language=lang)) for lang in ("en", "zh"))
    headings = [entry.heading for view in (english, chinese) for entry in view.contents]
    assert [(heading.text, heading.lang) for heading in headings] == [("One", ""), ("一", "")]
    assert (english.reading, chinese.reading) == ("both", "zh")


def test_the_strip_is_as_wide_as_the_text_and_a_covered_paragraph_is_full(tmp_path: Path) -> None:
    strip = page(context_of(tmp_path, report("a", "新增100人\n无", STATED.replace("做乙事", "无")))).coverage_strip
    bars = [("none", "28"), ("result", "28.0"), ("none", "28"), ("task", "28.0")]
    assert [(bar.kind, bar.height) for bar in strip] == bars
    ends = [Decimal(bar.x) + Decimal(bar.width) for bar in strip]
    assert all(end <= 1000 for end in ends) and ends[0] <= Decimal(strip[2].x)


def test_one_key_figure_an_indicator_the_latest_of_the_whole_district(tmp_path: Path) -> None:
    text = "新增100人。\n新增120人。\n某街新增7人。"
    later = statement("r02", "新增120人", figure="120人").replace('"2022"', '"2022-06"')
    part = statement("r03", "某街新增7人", figure="7人").replace("aspect:", "scope: {zh: 某街, en: a street}, aspect:")
    stated = annotations(statement("r01", "新增100人", figure="100人").replace('"2022"', '"2021"'), later, part)
    (figure,) = page(context_of(tmp_path, report("a", text, stated))).key_figures
    assert (figure.label, figure.wording, figure.path) == ("New jobs", "120 people", "reports/a/index.html#r02")
    assert KEY_FIGURES == 4


@pytest.mark.parametrize(
    ("name", "city", "en", "zh"),
    [
        ("{zh: 青湖区, en: Qinghu}", "{zh: 云江市, en: Yunjiang}", "Qinghu District, Yunjiang", "云江市青湖区"),
        ("{zh: 鹤山区, en: Heshan}", "{zh: 鹤山市, en: Heshan}", "Heshan District, Heshan", "鹤山市鹤山区"),
        (
            "{zh: 东浦新区, en: Dongpu New Area}",
            "{zh: 临海市, en: Linhai}",
            "Dongpu New Area, Linhai",
            "临海市东浦新区",
        ),
        ("{zh: 云江市, en: Yunjiang}", "{zh: 云江市, en: Yunjiang}", "Yunjiang City", "云江市"),
    ],
)
def test_the_head_names_the_district_with_its_kind_and_its_city(
    tmp_path: Path, name: str, city: str, en: str, zh: str
) -> None:
    named = {"content/districts.yaml": f"- {{id: qinghu, name: {name}, city: {city}, adcode: '990101'}}"}
    for language, said in (("en", en), ("zh", zh)):
        facts = page(context_of(tmp_path, named, report("a", TEXT, STATED), language=language)).facts
        assert said in [Markup(fact).striptags() for fact in facts]


@pytest.mark.parametrize(("language", "lead", "second"), [("en", "", "zh-Hans"), ("zh", "zh-Hans", "en")])
def test_a_card_leads_with_the_page_s_language(tmp_path: Path, language: str, lead: str, second: str) -> None:
    card, _ = cards(context_of(tmp_path, report("a", TEXT, STATED), language=language))
    assert (card.lead.lang, card.second.lang) == (lead, second)
    assert (card.measures[0].figure, card.measures[0].steps != ()) == ("100人", True)


def test_a_card_names_the_headline_task_that_its_statement_stands_under(tmp_path: Path) -> None:
    stated = annotations(
        statement("k01", "做乙事", more=", headline: true"), statement("k02", "办丙事", more=", part_of: k01")
    )
    headline, part = cards(context_of(tmp_path, report("a", "做乙事。\n办丙事。", stated), language="zh"))
    part_of = part.part_of
    assert part_of and (part_of.wording.text, part_of.path) == ("做乙事", "zh/reports/a/index.html#k01")
    assert headline.part_of is None and headline.headline


def test_other_statements_of_an_indicator_are_named_up_to_six(tmp_path: Path) -> None:
    text = "\n".join(f"新增{number}人。" for number in range(101, 110))
    stated = annotations(*(statement(f"r0{n - 100}", f"新增{n}人", figure=f"{n}人") for n in range(101, 110)))
    card = cards(context_of(tmp_path, report("a", text, stated)))[0]
    assert [other.path[-3:] for other in card.others] == ["r02", "r03", "r04", "r05", "r06", "r07"]
    assert card.others[0].text == "Qinghu, Report, ¶2: New jobs, 102 people"


def test_a_promise_leads_to_its_row_once_there_is_a_later_text(tmp_path: Path) -> None:
    target = report("a", "新增100人。", annotations(statement("t01", "新增100人", figure="100人")))
    later = report("b", "无。", date='"2023"')
    alone, followed = (cards(context_of(tmp_path / n, target, *more)) for n, more in (("1", ()), ("2", (later,))))
    assert alone[0].follow is None
    follow = followed[0].follow
    assert follow and (follow.evidence, follow.link.path) == ("Not checked", "follow-up/a/index.html#t01")


def test_the_ledger_shows_the_words_that_a_step_took_out_and_only_counts_blanks(tmp_path: Path) -> None:
    parts = report(
        "a",
        "做乙事。",
        source="首页\n做乙事。\n",
        clean_up="{lines: [{drop: '1', reason: site-chrome}]}",
    )
    ledger = page(context_of(tmp_path, parts)).ledger
    assert [(row.samples, row.times, row.characters) for row in ledger] == [
        ((), "1", "4"),
        (("首页",), "1", "2"),
        ((), "1", "1"),
        ((), "1", "1"),
    ]


def test_of_many_reports_only_those_of_the_same_district_are_named(tmp_path: Path) -> None:
    here = [report(f"a{number}", "无。") for number in range(NAMED_AT_ONCE - 1)]
    there = [report(f"b{number}", "无。", district="baishi") for number in range(2)]
    few = page(context_of(tmp_path / "few", *here, there[0]), "b0")
    many = page(context_of(tmp_path / "many", *here, *there), "b0")
    assert [len(group.links) for group in few.nav] == [NAMED_AT_ONCE - 1, 1]
    assert [(group.title, len(group.links)) for group in many.nav] == [("Baishi", 2)]


def test_reports_lead_to_their_neighbours(tmp_path: Path) -> None:
    context = context_of(tmp_path, report("a", "无。"), report("b", "无。", district="baishi"))
    first, last = page(context, "a"), page(context, "b")
    assert (first.previous, last.following) == (None, None)
    assert first.following and last.previous
    assert (first.following.path, last.previous.path) == ("reports/b/index.html", "reports/a/index.html")


def test_an_illegible_place_is_marked_in_the_text_and_told_in_the_ledger(tmp_path: Path) -> None:
    steps = '{patterns: [{illegible: "????", count: 1}]}'
    view = page(context_of(tmp_path, report("a", "新增????人。\n无。", clean_up=steps)))
    (marked, plain) = view.blocks
    assert marked.html == '新增<span class="illegible" title="Illegible in the capture">????</span>人。'
    assert "illegible" not in plain.html
    assert [(row.step, row.fate, row.times, row.samples) for row in view.ledger][1] == (
        "illegible places",
        "marked",
        "1",
        ("????",),
    )


def test_the_ledger_names_what_is_set_apart_and_shows_invisible_characters_by_code_point(tmp_path: Path) -> None:
    source = "甲\u200b〔1〕。\n名词解释\n〔1〕甲：乙。\n"
    steps = (
        "{characters: [{character: U+200B, count: 1}], lines: [{apart: 2-3, as: glossary}], "
        "patterns: [{apart: 〔{n}〕, as: note-mark, at: anywhere, count: 1}]}"
    ).replace("〔{n}〕", '"〔{n}〕"')
    rows = page(context_of(tmp_path, report("a", "甲。", source=source, clean_up=steps))).ledger
    told = {(row.step, row.fate): row.samples for row in rows if row.fate != "apart"}
    assert told["single characters", "dropped"] == ("‹U+200B›",)
    apart = [(row.doc, row.samples) for row in rows if row.fate == "set apart"]
    assert [samples for _, samples in apart] == [("名词解释", "〔1〕甲：乙。"), ("〔1〕",)]
    assert apart[0][0].startswith("A glossary") and apart[1][0].startswith("The marks in the text")
    assert sum(int(row.characters) for row in rows) == len(source)


def test_a_capture_that_is_no_text_is_named_with_the_text_taken_out_of_it(tmp_path: Path) -> None:
    layer, raw = "甲。\n", "<p>甲。</p>"
    hashes = [hashlib.sha256(text.encode()).hexdigest() for text in (raw, layer)]
    known = f'{{tool: html2text, version: "2024.2", sha256: {hashes[1]}}}'
    parts = report("a", "甲。", source=raw, source_sha256=hashes[0], text_layer=known, clean_up="{}")
    parts = {path.replace("source.txt", "source.html"): text for path, text in parts.items()}
    view = page(context_of(tmp_path, parts | {"content/reports/a/source.text.txt": layer}))
    assert (view.source_path, view.layer_path) == ("data/sources/a.html.txt", "data/sources/a.text.txt")
    told = {str(item.name): str(item.value) for item in view.provenance}
    assert told["Capture"] == f"source.html, SHA-256 {hashes[0][:16]}…"
    assert told["Text of the capture"].endswith("taken out by html2text 2024.2")


def test_a_heading_of_the_third_level_stands_under_that_of_the_second(tmp_path: Path) -> None:
    view = page(context_of(tmp_path, report("a", "# 一\n## 二\n### 三\n无。")))
    assert [block.level for block in view.blocks] == [1, 2, 3, 0]
    assert [entry.is_sub for entry in view.contents] == [False, True, True]
