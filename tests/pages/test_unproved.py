"""What no build can prove: said on every site in its languages, each with what the site has in place of proof."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duizhao.content.vocabulary import CHECKS
from duizhao.pages.context import PageContext
from duizhao.pages.parts.unproved import FACTS, UNPROVED, unproved

from ..looking import main, said, site, table_of
from ..sample import context_of, report

READ_TWICE = {
    "content/agreement.yaml": "- {report: first, first: 3, second: 4, paired: 3, kind: 2, span: 1, figures_first: 1, "
    "figures_second: 1, figures_both: 1, value: 1}"
}
A_REPORT = report("first", "新增就业很多。")


def facts(context: PageContext) -> dict[str, list[str]]:
    """What is counted of each claim, in the order of the page."""
    return {name: [str(fact.text) for fact in one.facts] for name, one in zip(UNPROVED, unproved(context), strict=True)}


def test_the_counts_are_those_of_the_content(tmp_path: Path) -> None:
    counted = facts(context_of(tmp_path / "project", A_REPORT, READ_TWICE))
    assert counted["reading"] == [
        "1 text read twice",
        "3 statements found by both readings",
        "2 of them of one kind in both",
        "1 figure with one value in both",
    ]
    assert counted["capture"] == ["1 capture with its hash"]
    assert counted["texts"] == ["1 text", "2 districts"]


def test_what_counts_nothing_is_left_out_and_readings_that_are_none_are_owned_up_to(tmp_path: Path) -> None:
    counted = facts(context_of(tmp_path / "project"))
    assert counted["reading"] == ["No text has been read twice yet"]
    assert counted["absence"] == counted["capture"] == counted["answer"] == []
    assert not any(text.startswith("0 ") for texts in counted.values() for text in texts)


def test_what_a_program_proposed_counts_so_until_it_is_read_again(tmp_path: Path) -> None:
    statements = "".join(
        f"- {{id: r0{n}, kind: result, quote: 新增{n}家, themes: [jobs], gloss: words, entered: suggested,"
        f" measures: [{{figure: {n}家}}]}}\n"
        for n in (1, 2)
    )
    a_report = report("first", "新增1家。\n新增2家。", f"statements:\n{statements}")
    counted = facts(context_of(tmp_path / "project", a_report))["reading"]
    proposed = "2 statements were proposed by a program and accepted by a person, not read again"
    figures = "2 figures as the program reads them, entered by nobody beside it"
    assert counted == ["No text has been read twice yet", proposed, figures]
    again = {path: text.replace(" entered: suggested,", "") for path, text in a_report.items()}
    counted = facts(context_of(tmp_path / "again", again))["reading"]
    assert counted == ["No text has been read twice yet", figures]
    looked = main(site(a_report), "zh/verify/index.html")
    assert "由程序提出、经人采纳而未再读过的陈述2条" in said(looked)


def test_page_card_and_table_say_the_same_of_what_was_checked_of_a_figure() -> None:
    result = "kind: result, themes: [jobs], gloss: words"
    entered = "value: {0}, unit: 家, operator: eq, aspect: increase"
    annotations = "statements:\n" + "".join(
        f"- {{id: r0{n}, quote: 新增{n}家, quote_en: Add {n}, {result}, measures: [{{figure: {n}家{keys}}}]{more}}}\n"
        for n, keys, more in (
            (1, "", ""),
            (2, f", {entered.format(2)}", ""),
            (3, f", {entered.format(3)}", ", entered: suggested"),
            (4, "", ", entered: suggested"),
        )
    )
    body = "".join(f"新增{n}家。" for n in range(1, 5))
    english = " ".join(f"Add {n}." for n in range(1, 5))
    looked = site(report("first", body, annotations, english))
    assert [row["check"] for row in table_of(looked, "measures")] == ["parsed", "re-read", "suggested", "parsed"]
    cards = main(looked, "reports/first/statements/1/index.html")
    assert [said(one.find("summary")) for one in cards.iter("details") if one.get("class") == "steps-read"] == [
        "figures as the program reads them, entered by nobody",
        "✓ figures read again from the quote",
        "figures as a program proposed them and a person accepted them, not read again",
        "figures as the program reads them, entered by nobody",
    ]
    page = said(main(looked, "verify/index.html"))
    assert "2 figures as the program reads them, entered by nobody beside it" in page
    assert re.search(r"figures read again and agreed 1\b|\b1 figures read again and agreed", page)
    described = looked.files["data/datapackage.json"].decode()
    assert all(f"{check}: " in described for check in CHECKS)


def test_a_site_without_english_does_not_answer_for_its_english(tmp_path: Path) -> None:
    only = {
        "content/site.yaml": """
        id: sample
        title: {zh: 样本}
        claim: {zh: 虚构的区}
        base_url: https://example.org/sample/
        languages: [zh]
        publisher: {zh: 编者}
        """
    }
    claims = [str(one.claim) for one in unproved(context_of(tmp_path / "project", only, language="zh"))]
    assert len(claims) == len(UNPROVED) - 1 and not any("英文" in claim for claim in claims)


@pytest.mark.parametrize("path", ["verify/index.html", "zh/verify/index.html"])
def test_the_verify_page_says_each_claim_with_what_stands_in_for_proof(path: str) -> None:
    part = main(site(A_REPORT), path)
    terms = [said(term) for term in part.iterfind(".//dl[@class='unproved']/div/dt")]
    instead = [said(words) for words in part.iterfind(".//dl[@class='unproved']/div/dd/p")]
    assert len(set(terms)) == len(set(instead)) == len(UNPROVED) and all(instead)
    assert part.find(".//h2[@id='unproved']") is not None


def test_no_claim_and_no_count_is_named_twice() -> None:
    assert len(set(UNPROVED)) == len(UNPROVED) and len(set(FACTS)) == len(FACTS)


def test_the_foot_leads_to_the_files_of_a_site_that_names_them_and_to_none_of_another(tmp_path: Path) -> None:
    looked = site(A_REPORT)
    links = {a.get("href"): said(a) for a in looked.pages["index.html"].iterfind(".//footer//a")}
    assert links["https://example.org/sample.git"] == "Source files"
    unnamed = context_of(
        tmp_path / "project",
        {
            "content/site.yaml": """
        id: sample
        title: {zh: 样本, en: Sample}
        claim: {zh: 虚构的区, en: Invented}
        base_url: https://example.org/sample/
        default_language: en
        publisher: {zh: 编者, en: The editors}
        """
        },
    )
    assert unnamed.frame((), "Home", "home").repository == ""
