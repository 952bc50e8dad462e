"""Entries of a person's in the file of follow-ups: new ones where they belong, others key by key in their place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from duizhao.content.follow_up import Quotation
from duizhao.suggest.entries import Entry, Spot, with_entry
from duizhao.suggest.layout import CannotSplice

from .test_linking import BECAUSE, HELD, SPOTS
from .test_splicing import lines_added

NEW = Entry(
    "a-2021/k03", ("a-2022/k09", Quotation(report="a-2022", quote="建成，通车", en="open")), "restated", BECAUSE, ()
)
SILENT = Entry("a-2022/k05", (), "not-found", {"zh": "无。", "en": "None."}, ("大桥", "E 桥"))


def test_a_new_entry_has_its_quotations_and_stands_where_it_belongs() -> None:
    made = with_entry(HELD, NEW, SPOTS)
    assert made.index("a-2021/k02") < made.index("a-2021/k03") < made.index("# ==== 2022")
    assert "  later: [a-2022/k09, {report: a-2022, quote: 建成，通车, en: open}]" in lines_added(HELD, made)


@pytest.mark.parametrize("promise", ["a-2021/k01", "a-2021/k03", "a-2021/t02"])
def test_comments_stay_with_the_entry_that_they_are_of(promise: str) -> None:
    entry = "- promise: a-2021/{}\n  evidence: not-checked\n  because: 未查。\n  # ask again of {}\n"
    text = "# targets\n" + entry.format("t01", "t01") + "# of k02:\n" + entry.format("k02", "k02")
    spots = {
        f"a-2021/{name}": Spot("a-2021", kind, int(name[2]))
        for kind, names in (("target", ("t01", "t02")), ("task", ("k01", "k02", "k03")))
        for name in names
    }
    made = with_entry(text, replace(NEW, promise=promise), spots)
    lines_added(text, made)
    assert "  because: 未查。\n  # ask again of t01\n" in made and "# of k02:\n- promise: a-2021/k02" in made
    assert "  because: 未查。\n  # ask again of k02\n" in made


def test_the_first_entry_of_a_file_has_its_opening_and_what_was_searched() -> None:
    made = with_entry("", SILENT, SPOTS)
    assert made.startswith("# What later texts say of promises") and made.endswith("  searched: [大桥, E 桥]\n")


def test_of_an_entry_that_is_there_only_what_is_said_otherwise_changes() -> None:
    made = with_entry(HELD, SILENT, SPOTS)
    assert made == HELD.replace("[大桥]", "[大桥, E 桥]")
    later = Entry("a-2021/t01", ("a-2022/r01",), "reported-progress", {"zh": "有。", "en": "Done."}, ())
    assert with_entry(HELD, later, SPOTS) == HELD.replace("reported-done", "reported-progress")


def test_keys_go_and_come_with_the_evidence() -> None:
    made = with_entry(HELD, replace(SILENT, later=("a-2023/r01",), evidence="reported-done", searched=()), SPOTS)
    assert "- promise: a-2022/k05\n  later: [a-2023/r01]\n  evidence: reported-done\n  because: {zh: 无。" in made
    assert "searched" not in made and made.endswith("# the end\n")


def test_an_entry_within_braces_is_written_a_key_a_line() -> None:
    text = "- {promise: a-2021/t01, evidence: not-checked, because: {zh: 未查。, en: Not yet.}}\n# the end\n"
    made = with_entry(text, replace(NEW, promise="a-2021/t01"), SPOTS)
    assert made.startswith("- promise: a-2021/t01\n  later: [a-2022/k09, {") and made.endswith('again."\n# the end\n')


def test_a_comment_is_not_lost() -> None:
    with pytest.raises(CannotSplice, match="a comment stands in what would be written anew"):
        with_entry(HELD, replace(NEW, promise="a-2021/t01"), SPOTS)


@pytest.mark.parametrize("text", ["- [", "text\n", "{a: b}\n", "- word\n"])
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    with pytest.raises(CannotSplice):
        with_entry(text, NEW, SPOTS)
