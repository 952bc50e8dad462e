"""Where a report names initiatives and terms, and by which wordings."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from duizhao.corpus.mentions import mentions_in, wordings_of

from ..sample import report, site_of

INITIATIVES = {
    "content/initiatives.yaml": """
        - id: park
          name: {zh: 东堤公园, en: Dongdi Park}
          kind: place
          aliases: [东堤公园]
          not: [东堤公园站]
          districts: [qinghu]
          note: {zh: 公园。, en: A park.}
        - id: park-works
          name: {zh: 东堤公园改造, en: Renewal of Dongdi Park}
          kind: project
          aliases: [东堤公园改造, 东堤改造]
          districts: [qinghu]
          note: {zh: 改造。, en: The renewal.}
        """
}


def test_the_longest_wording_names_and_one_that_only_looks_alike_names_nothing(tmp_path: Path) -> None:
    site = site_of(tmp_path, INITIATIVES, report("a", "# 东堤公园\n推进东堤公园改造，开通东堤公园站。\n东堤改造完工。"))
    assert [(m.subject, m.block, m.text) for m in site.mentions] == [
        ("park", "h1", "东堤公园"),
        ("park-works", "p1", "东堤公园改造"),
        ("park-works", "p2", "东堤改造"),
    ]
    text = site.reports["a"].text
    assert all(text[m.start : m.end] == m.text for m in site.mentions)


def test_a_term_is_named_by_itself_and_by_its_aliases(tmp_path: Path) -> None:
    terms = """
        - id: council
          zh: 邻里议事
          aliases: [议事会]
          not: [业主议事会]
          pinyin: lín lǐ yì shì
          en: neighbours’ council
          meaning: {zh: 商议。, en: Talks.}
        """
    site = site_of(tmp_path, {"content/terms.yaml": terms}, report("a", "邻里议事、议事会、业主议事会。"))
    assert [(m.kind, m.subject, m.text) for m in site.mentions] == [
        ("term", "council", "邻里议事"),
        ("term", "council", "议事会"),
    ]


def test_of_a_wording_that_two_records_claim_the_first_is_the_owner_and_of_no_wordings_nothing_is_named(
    tmp_path: Path,
) -> None:
    one = site_of(tmp_path, report("a", "碧道。")).reports["a"]
    both = wordings_of("term", [("first", ["碧道"], []), ("last", ["碧道"], [])])
    assert [mention.subject for mention in mentions_in(one, both)] == ["first"]
    assert list(mentions_in(one, wordings_of("term", []))) == []


def test_what_reports_share_can_be_sent_to_another_process(tmp_path: Path) -> None:
    site = site_of(tmp_path, INITIATIVES, report("a", "东堤公园。"))
    shared = pickle.loads(pickle.dumps(site.vocabularies))
    assert shared == site.vocabularies
    assert [m.subject for m in mentions_in(site.reports["a"], shared.initiative_wordings)] == ["park"]


WIDE = "推进“三个一”(即A区)建设，办好１＋１１＋Ｎ阵地，用好ＣＢＤ（中央商务区）。"


@pytest.mark.parametrize(
    ("alias", "printed"),
    [
        ("（即A区）", "(即A区)"),
        ("(即Ａ区）", "(即A区)"),
        ("1+11+N", "１＋１１＋Ｎ"),
        ("CBD(中央商务区)", "ＣＢＤ（中央商务区）"),
        ("ＣＢＤ（中央商务区）", "ＣＢＤ（中央商务区）"),
        ("“三个一”（即", "“三个一”(即"),
    ],
)
def test_a_record_is_named_in_any_width_of_its_brackets_letters_and_digits(
    alias: str, printed: str, tmp_path: Path
) -> None:
    record = f"""
        - {{id: i, name: {{zh: 甲, en: A}}, kind: project, aliases: ["{alias}"], districts: [qinghu],
           note: {{zh: 甲, en: A}}}}
        """
    site = site_of(tmp_path, {"content/initiatives.yaml": record}, report("a", WIDE))
    (mention,) = site.mentions
    assert mention.text == printed == site.reports["a"].text[mention.start : mention.end]


def test_what_only_looks_alike_does_so_in_any_width(tmp_path: Path) -> None:
    record = """
        - {id: i, name: {zh: 甲, en: A}, kind: project, aliases: [A区], not: ["(即A区)"], districts: [qinghu],
           note: {zh: 甲, en: A}}
        """
    texts = report("a", "建设（即Ａ区）。"), report("b", "建设Ａ区。")
    assert [m.report for m in site_of(tmp_path, {"content/initiatives.yaml": record}, *texts).mentions] == ["b"]
