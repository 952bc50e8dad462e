"""Wordings: the pairs of a text as rows, in which order, and two texts laid out whole."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from duizhao.pages.context import PageContext
from duizhao.pages.wording import laid_out
from duizhao.pages.wording.index import WordingsView, wordings_pages
from duizhao.pages.wording.laid_out import LaidOutView, counted_words, laid_out_pages
from duizhao.pages.wording.pairs import WordingView, found_words, wording_pages

from ..sample import context_of, report
from .statements import annotations, statement

OLD = report(
    "a",
    "扎实推进试点工作。\n年内建成创新基地。\n办好人口普查。\n加强粮食安全。",
    annotations(
        statement("k01", "扎实推进试点工作"),
        statement("k02", "年内建成创新基地"),
        statement("k03", "办好人口普查"),
    ),
    date='"2021"',
)
NEW = report(
    "b",
    "办好人口普查。\n创新基地正式开园，加快推进试点工作。\n居民满意。",
    annotations(
        statement("k01", "办好人口普查"), statement("r01", "创新基地正式开园"), statement("k02", "加快推进试点工作")
    ),
)
FOLLOW_UPS = {
    "content/follow-ups.yaml": """
        - {promise: a/k01, later: [b/k02], evidence: restated, because: {zh: 重申。, en: Again.}}
        - {promise: a/k02, later: [b/r01], evidence: reported-done, because: {zh: 已开园。, en: Open.}}
        - promise: a/k03
          later: [b/k01, {report: b, quote: 居民满意, en: residents are content}]
          evidence: restated
          because: {zh: 重申。, en: Again.}
        """
}


def site(top: Path, language: str = "en") -> PageContext:
    return context_of(top, OLD, NEW, FOLLOW_UPS, language=language)


def wording(context: PageContext) -> WordingView:
    (page,) = wording_pages(context)
    assert isinstance(page.view, WordingView)
    return page.view


def test_what_stayed_word_for_word_leads_then_what_stayed_most(tmp_path: Path) -> None:
    view = wording(site(tmp_path))
    assert [(row.anchor, row.kinds) for row in view.rows] == [
        ("k03", "word-for-word"),
        ("k01", "adverb"),
        ("k02", "deadline-gone verb promise-result"),
    ]
    assert [(row.view.old, row.view.new) for row in view.rows] == [
        ("办好人口普查", "办好人口普查"),
        ("<del>扎实</del>推进试点工作", "<ins>加快</ins>推进试点工作"),
        ("<del>年内建成</del>创新基地", "创新基地<ins>正式开园</ins>"),
    ]


@pytest.mark.parametrize(
    ("pairs", "moved", "en", "zh"),
    [
        (0, 0, "No passage was found that stands in both texts.", "没有查到两份文本都有的文字。"),
        (1, 0, "One passage stands in both texts.", "两份文本都有的文字共1处。"),
        (2, 0, "2 passages stand in both texts, all in the same order.", "两份文本都有的文字共2处，前后次序相同。"),
        (
            2,
            1,
            "2 passages stand in both texts, 1 of them in another order.",
            "两份文本都有的文字共2处，其中1处前后次序不同。",
        ),
    ],
)
def test_passages_are_counted_in_sentences_for_one_for_many_and_for_none(
    tmp_path: Path, pairs: int, moved: int, en: str, zh: str
) -> None:
    for language, said in (("en", en), ("zh", zh)):
        counted = counted_words(site(tmp_path / language, language), pairs, moved)
        assert counted.striptags() == said


@pytest.mark.parametrize(
    ("later", "en"),
    [
        ("", "No later words on these promises were found."),
        ("再次扎实推进试点工作。", "1 pair of a promise and later words, said again in much the same words."),
        ("居民满意。", "1 pair of a promise and later words, not said again in much the same words."),
    ],
)
def test_pairs_are_counted_in_sentences_for_one_and_for_none(tmp_path: Path, later: str, en: str) -> None:
    words = later.removesuffix("。")
    new = report("b", later or "居民满意。", annotations(statement("k01", words)) if later else "")
    answer = "{promise: a/k01, later: [b/k01], evidence: restated, because: {zh: 重申。, en: Again.}}"
    follow_ups = {"content/follow-ups.yaml": f"- {answer}" if later else "[]"}
    context = context_of(tmp_path, OLD, new, follow_ups)
    assert found_words(context, context.site.reports["a"]) == en


def test_words_that_share_hardly_a_character_stand_apart_unmarked(tmp_path: Path) -> None:
    (row,) = wording(site(tmp_path)).others
    assert (row.anchor, row.kinds, row.new.quote, row.new.kind) == ("k03.2", "other-words", "居民满意", "")


def test_a_filter_is_offered_for_each_kind_of_change_that_there_is(tmp_path: Path) -> None:
    choices = wording(site(tmp_path)).choices
    assert [(choice.kind, choice.count) for choice in choices] == [
        ("word-for-word", 1),
        ("deadline-gone", 1),
        ("verb", 1),
        ("adverb", 1),
        ("promise-result", 1),
    ]


def test_the_later_words_of_one_promise_have_anchors_of_their_own(tmp_path: Path) -> None:
    twice = {
        "content/follow-ups.yaml": FOLLOW_UPS["content/follow-ups.yaml"].replace(
            "later: [b/r01]", "later: [b/r01, b/k02]"
        )
    }
    view = wording(context_of(tmp_path, OLD, NEW, twice))
    anchors = [row.anchor for row in (*view.rows, *view.others)]
    assert sorted(anchors) == ["k01", "k02", "k02.2", "k03", "k03.2"]


def test_the_numbers_of_a_wording_are_those_of_its_place_in_the_text(tmp_path: Path) -> None:
    old = report(
        "a",
        "去年9人。\n今年培训26人，再招5人。",
        annotations(statement("t01", "培训26人", figure="26人"), statement("t02", "再招5人", figure="5人")),
        date='"2021"',
    )
    new = report("b", "培训88人，再招5名教师。", annotations(statement("t01", "培训88人", figure="88人")))
    follow_up = """
        - promise: a/t01
          later: [b/t01, {report: b, quote: 再招5名教师, en: 5 teachers more}]
          evidence: restated
          because: {zh: 重申。, en: Again.}
        """
    context = context_of(tmp_path, old, new, {"content/follow-ups.yaml": follow_up})
    assert [pair.changes for pair in context.site.rewordings_in["a"]] == [("number-changed",), ("other-words",)]


def test_a_paragraph_is_named_beside_its_first_words_and_rows_of_both_texts_have_no_kind(tmp_path: Path) -> None:
    old, new = (report(name, words, date=f'"{year}"') for name, words, year in (
        ("a", "办好人口普查。加强粮食安全。\n建成创新基地。", 2021),
        ("b", "办好人口普查。居民满意。加强粮食安全。\n建成创新基地。", 2022),
    ))  # fmt: skip
    (made,) = laid_out_pages(context_of(tmp_path, old, new))
    assert isinstance(made.view, LaidOutView)
    assert [line.kind for line in made.view.lines] == ["", "came", "", ""]
    for side, count in (("old", 3), ("new", 4)):
        cells = [cell for line in made.view.lines if (cell := getattr(line, side))]
        assert len(cells) == count
        assert [str(cell.place) for cell in cells if cell.place] == ["¶1", "¶2"]


def test_two_long_texts_go_on_over_pages_that_lead_to_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = site(tmp_path)
    (whole,) = laid_out_pages(context)
    texts = sum(len(report.text) for report in context.site.library.reports)
    monkeypatch.setattr(laid_out, "ROOM", -(-texts // 3))
    pages = list(laid_out_pages(context))
    assert [page.frame.path for page in pages] == [
        "wording/a/b/index.html",
        "wording/a/b/2/index.html",
        "wording/a/b/3/index.html",
    ]
    views = [page.view for page in pages]
    assert isinstance(whole.view, LaidOutView) and whole.view.near is None
    assert [line for view in views if isinstance(view, LaidOutView) for line in view.lines] == [*whole.view.lines]
    for number, view in enumerate(views):
        assert isinstance(view, LaidOutView) and view.near and view.lines
        assert [link.path for link in view.near.beside] == [page.frame.path for page in pages]
        assert [link.current for link in view.near.beside].index(True) == number
        around = [link.path if link else "" for link in (view.previous, view.following)]
        assert around == ["" if not 0 <= at < 3 else pages[at].frame.path for at in (number - 1, number + 1)]


def test_of_a_page_that_is_too_tall_what_does_not_fit_is_folded_in_stretches_that_begin_paragraphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [f"第{n}项，办好人口普查{n}次。" for n in range(1, 41)]
    old, new = (report(name, "\n".join(words[first:]), date=f'"{year}"') for name, first, year in (
        ("a", 0, 2021), ("b", 3, 2022),
    ))  # fmt: skip
    context = context_of(tmp_path, old, new)

    def view() -> LaidOutView:
        (page,) = laid_out_pages(context)
        assert isinstance(page.view, LaidOutView)
        return page.view

    for name, lines in (("OPEN", 10**6), ("STRETCH", 12)):
        monkeypatch.setattr(laid_out, name, lines)
    whole = view()
    assert whole.folded == ()
    monkeypatch.setattr(laid_out, "OPEN", 60)
    parted = view()
    assert len(parted.lines) < len(whole.lines) and len(parted.folded) > 3
    stood = [*parted.lines, *(line for fold in parted.folded for line in fold.lines)]
    texts = [[(line.kind, line.old and line.old.html, line.new and line.new.html) for line in lines] for lines in (
        stood, whole.lines,
    )]  # fmt: skip
    assert texts[0] == texts[1]
    for fold in parted.folded:
        first = fold.lines[0].old or fold.lines[0].new
        assert first and first.place and first.html.striptags().startswith(fold.words.rstrip("…"))
        assert str(fold.counted).startswith(f"{len(fold.lines)} passage")


def test_no_address_of_two_texts_goes_where_a_text_is_added(tmp_path: Path) -> None:
    names = "abcdef"
    texts = [
        report(name, "办好人口普查。", date=f'"{2015 + year}"', covers=f'"{2015 + year}"')
        for year, name in enumerate(names)
    ]

    def pairs(count: int) -> set[str]:
        context = context_of(tmp_path / str(count), *texts[:count])
        return {page.frame.path for page in laid_out_pages(context)}

    found = [pairs(count) for count in range(1, len(names) + 1)]
    assert all(before < after for before, after in pairwise(found))
    assert found[3] == {f"wording/{old}/{new}/index.html" for old, new in ("ab", "ac", "bc", "bd", "cd")}
    assert found[-1] - found[3] == {f"wording/{old}/{new}/index.html" for old, new in ("de", "ef")}


def test_two_texts_stand_whole_in_the_order_of_the_old_one(tmp_path: Path) -> None:
    (page,) = laid_out_pages(site(tmp_path))
    assert page.frame.path == "wording/a/b/index.html"
    assert isinstance(page.view, LaidOutView)
    lines = [
        (
            line.kind,
            line.moved,
            line.old.html.striptags() if line.old else "",
            line.new.html.striptags() if line.new else "",
        )
        for line in page.view.lines
    ]
    assert lines == [
        ("", True, "扎实推进试点工作。", "加快推进试点工作。"),
        ("gone", False, "年内建成创新基地。", ""),
        ("", False, "办好人口普查。", "办好人口普查。"),
        ("gone", False, "加强粮食安全。", ""),
        ("came", False, "", "创新基地正式开园，"),
        ("came", False, "", "居民满意。"),
    ]


def test_the_first_page_leads_to_the_wordings_of_each_text_and_to_each_pair(tmp_path: Path) -> None:
    (page,) = wordings_pages(site(tmp_path))
    view = page.view
    assert isinstance(view, WordingsView)
    (district,) = view.districts
    assert [text.link.path for text in district.texts] == ["wording/a/index.html"]
    assert [pair.path for pair in district.pairs] == ["wording/a/b/index.html"]
