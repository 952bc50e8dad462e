"""How a report is cited: names, dates and kinds in each form, for people and for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given, strategies as st

from duizhao.content.records import Report
from duizhao.pages.context import PageContext
from duizhao.pages.report.cite_forms import cite_scripts, cited_forms
from duizhao.pages.report.citing import Citation, citation, date_parts, iso_date
from duizhao.text.period import parse_period

from ..cited import TODAY, filled, values_of
from ..sample import context_of, report
from .statements import annotations, statement

ADDRESS = "https://example.org/sample/reports/a/"
TWO = "{zh: 张三、李四, en: Zhang San; Li Si}"


def made(top: Path, language: str = "en", annotated: str = "", **keys: str) -> tuple[PageContext, Report]:
    """A small report with this front matter; what it prints of itself stands on a line of its own."""
    source = ""
    for field in ("source", "byline"):
        if words := keys.pop(f"printed_{field}", ""):
            source = f"{words}\n新增100人。\n"
            keys |= {
                "printed": f"{{{field}: {words}}}",
                "clean_up": f'{{lines: [{{metadata: "1", fields: [{field}]}}]}}',
            }
    context = context_of(top, report("a", "新增100人。", annotated, source=source, **keys), language=language)
    return context, context.site.reports["a"]


def cited(top: Path, language: str = "en", **keys: str) -> Citation:
    """The citation of such a report."""
    return citation(*made(top, language, **keys))


def forms(top: Path, language: str = "en", **keys: str) -> dict[str, str]:
    """Such a report as a whole in each form."""
    script = json.loads(cited_forms(*made(top, language, **keys)))
    return {form["name"]: filled(form, values_of(script, None)) for form in script["whole"]}


def csl(top: Path, **keys: str) -> dict[str, Any]:
    item: dict[str, Any] = json.loads(forms(top, **keys)["CSL-JSON"])[0]
    return item


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ({}, "报告[R/OL]. (2022)."),
        ({"kind": "feature", "author": "{zh: 张三, en: Zhang San}"}, "张三. 报告[N/OL]. 2022."),
        ({"kind": "feature", "printed_source": "青湖报"}, "报告[N/OL]. 青湖报, 2022."),
        ({"kind": "digest", "printed_source": "某平台"}, "报告[EB/OL]. (2022)."),
        ({"date": '"2022-06-11"'}, "报告[R/OL]. (2022-06-11)."),
        ({"date": '"2022-06-11"', "date_basis": "inferred"}, "报告[R/OL]. ([2022-06-11])."),
        ({"date": "2023-Q1"}, "报告[R/OL]. (2023-01/2023-03)."),
        ({"author": TWO}, "张三, 李四. 报告[R/OL]. (2022)."),
        ({"author": "{zh: 张三、李四、王五、赵六, en: A}"}, "张三, 李四, 王五, 等. 报告[R/OL]. (2022)."),
        ({"author": "{zh: John Smith, en: John Smith}"}, "SMITH J. 报告[R/OL]. (2022)."),
        ({"author": "{zh: 区府办, en: The Office}"}, "区府办. 报告[R/OL]. (2022)."),
        ({"printed_byline": "记者 张三"}, "张三. 报告[R/OL]. (2022)."),
    ],
)
def test_a_citation_keeps_gb_t_7714(tmp_path: Path, keys: dict[str, str], line: str) -> None:
    assert cited(tmp_path / "page", **keys).gbt7714 + "." == line
    assert forms(tmp_path / "form", **keys)["GB/T 7714"] == f"{line[:-1]}[{TODAY}]. {ADDRESS}."


@pytest.mark.parametrize(
    ("language", "author", "names"),
    [
        ("en", "{zh: 谭明鹤, en: Tan Minghe}", ("Tan, Minghe",)),
        ("zh", "{zh: 谭明鹤, en: Tan Minghe}", ("谭明鹤",)),
        ("en", TWO, ("Zhang, San", "Li, Si")),
        ("zh", TWO, ("张三", "李四")),
        ("en", "{zh: 约翰·史密斯, en: John Smith}", ("Smith, John",)),
        ("en", "{zh: 区府办, en: The District Office}", ("The District Office",)),
    ],
)
def test_indexes_are_given_each_author_with_the_family_name_first(
    tmp_path: Path, language: str, author: str, names: tuple[str, ...]
) -> None:
    assert cited(tmp_path, language, author=author).authors == names


def test_without_an_author_none_is_named(tmp_path: Path) -> None:
    found = forms(tmp_path / "forms")
    assert cited(tmp_path / "page").authors == () and not any("author" in form for form in found.values())
    assert found["English"] == f"Report. 2022. As shown on Sample, {ADDRESS}"


def test_the_author_that_is_only_printed_is_named_on_english_pages_too(tmp_path: Path) -> None:
    assert cited(tmp_path, printed_byline="张三").authors == ("张三",)


def test_other_programs_are_given_names_in_parts_or_whole(tmp_path: Path) -> None:
    author = "{zh: 谭明鹤、区府办, en: Tan Minghe; The Office}"
    found = forms(tmp_path, author=author)
    assert json.loads(found["CSL-JSON"])[0]["author"] == [{"family": "谭", "given": "明鹤"}, {"literal": "区府办"}]
    assert "  author = {谭明鹤 and {区府办}},\n" in found["BibTeX"]


def test_bibtex_takes_no_word_of_a_whole_name_for_another_author(tmp_path: Path) -> None:
    found = forms(tmp_path, author='{zh: 某公司 (A and B & C), en: "A and B & C"}')
    assert "  author = {{某公司 (A and B \\& C)}},\n" in found["BibTeX"]


@pytest.mark.parametrize(
    ("kind", "type_", "container"),
    [("work-report", "report", None), ("feature", "article-newspaper", "青湖报"), ("digest", "webpage", "青湖报")],
)
def test_the_type_goes_by_the_kind_of_the_text(tmp_path: Path, kind: str, type_: str, container: str | None) -> None:
    item = csl(tmp_path, kind=kind, printed_source="青湖报")
    assert (item["type"], item.get("container-title")) == (type_, container)


@pytest.mark.parametrize(
    ("time", "parts", "iso", "online"),
    [
        ("2022", [[2022]], "2022", "2022"),
        ("2022-06", [[2022, 6]], "2022-06", "2022"),
        ("2022-06-01", [[2022, 6, 1]], "2022-06-01", "2022/06/01"),
        ("2023-Q1", [[2023, 1], [2023, 3]], "2023-01/2023-03", "2023"),
        ("2023-Q4", [[2023, 10], [2023, 12]], "2023-10/2023-12", "2023"),
        ("2021-H1", [[2021, 1], [2021, 6]], "2021-01/2021-06", "2021"),
        ("2021-H2", [[2021, 7], [2021, 12]], "2021-07/2021-12", "2021"),
        ("2021/2022", [[2021], [2022]], "2021/2022", "2022"),
        ("2021-Q3/2022-Q1", [[2021, 7], [2022, 3]], "2021-07/2022-03", "2022"),
        ("2021-12-30/2022-01-02", [[2021, 12, 30], [2022, 1, 2]], "2021-12-30/2022-01-02", "2022"),
    ],
)
def test_any_date_is_one_that_other_programs_read(
    tmp_path: Path, time: str, parts: list[list[int]], iso: str, online: str
) -> None:
    assert [list(one) for one in date_parts(parse_period(time))] == parts and iso_date(parse_period(time)) == iso
    found, item = cited(tmp_path / "page", date=f'"{time}"'), csl(tmp_path / "form", date=f'"{time}"')
    assert (found.date, found.online_date, item["issued"]) == (iso, online, {"date-parts": parts})


@pytest.mark.parametrize(
    ("time", "online", "biblatex"),
    [
        ("2022", "[2022]", "2022?"),
        ("2022-06-11", "[2022/06/11]", "2022-06-11?"),
        ("2023-Q1", "[2023]", "2023-01?/2023-03?"),
        ("2021/2022", "[2022]", "2021?/2022?"),
    ],
)
@pytest.mark.parametrize(("language", "said"), [("en", "inferred"), ("zh", "推定")])
def test_a_date_that_is_inferred_is_said_to_be(
    tmp_path: Path, time: str, online: str, biblatex: str, language: str, said: str
) -> None:
    keys = {"date": f'"{time}"', "date_basis": "inferred"}
    found = cited(tmp_path / "page", language, **keys)
    assert (found.online_date, found.date[0] + found.date[-1]) == (online, "[]")
    assert said in found.dated and said in found.plain and "[" in found.gbt7714.split("/OL]")[1]
    bibtex, item = (forms(tmp_path / name, language, **keys)[name] for name in ("BibTeX", "CSL-JSON"))
    assert f"date = {{{biblatex}}}" in bibtex and f"note = {{{found.dated}}}" in bibtex
    assert (json.loads(item)[0]["issued"]["circa"], json.loads(item)[0]["note"]) == (True, found.dated)


def test_a_date_that_is_printed_is_not_doubted(tmp_path: Path) -> None:
    assert cited(tmp_path / "page").dated == "" and cited(tmp_path / "again").date == "2022"
    found = "".join(forms(tmp_path / "forms").values())
    assert not any(sign in found for sign in ("circa", "?", "note", "inferred", "[2022]"))


# Signs that some form writes in another way, and those that might be taken for gaps.
SIGNS = st.text(
    st.sampled_from(list("\\{}%&#_$~^\"'<>[]?=,@ a一“”‘’"))
    | st.characters(codec="utf-8", exclude_categories=["C", "Z"])
)


@given(quote=SIGNS, gloss=SIGNS)
def test_whatever_words_are_cited_each_form_holds_them(script: dict[str, Any], quote: str, gloss: str) -> None:
    values = {"id": "t01", "quote": quote, "gloss": gloss, "place": "paragraph 1", "today": TODAY, "day": "2026, 3, 1"}
    gbt, sentence, bibtex, csl_json = (filled(form, values) for form in script["forms"])
    assert f"“{quote}”" in gbt and f"“{quote}”" in sentence
    assert f"“{quote}”" in json.loads(csl_json)[0]["note"]
    assert bibtex.count("{") == bibtex.count("}")
    note = bibtex.split("  note = {", 1)[1].split("},\n  url = ", 1)[0]
    assert unescaped(note) == f"paragraph 1: “{quote}”"
    figure = html5lib.parseFragment(filled(script["embed"], values), namespaceHTMLElements=False).find("figure")
    assert "".join(figure.find("blockquote").itertext()) == quote
    assert [("".join(p.itertext())) for p in figure.findall("p")] == ([gloss] if gloss else [])


def unescaped(text: str) -> str:
    """Text as TeX prints it, by the names of its signs."""
    names = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~"}
    names |= {"textasciicircum": "^"}
    return re.sub(r"\\(?:(\w+)\{\}|(\W|_))", lambda sign: names[sign[1]] if sign[1] else sign[2], text)


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The forms of a small report."""
    return json.loads(cited_forms(*made(tmp_path_factory.mktemp("forms"))))


@pytest.mark.parametrize("title", ["</script><b>", "50 % & _x_ {y} # $1 ^~", "a \\ b", "Say “x”: <i>"])
def test_whatever_a_title_holds_each_form_holds_it(tmp_path: Path, title: str) -> None:
    keys = {"title": json.dumps({"zh": title, "en": title})}
    found = forms(tmp_path / "whole", **keys)
    assert f"{title}[R/OL]" in found["GB/T 7714"] and json.loads(found["CSL-JSON"])[0]["title"] == title
    assert unescaped(found["BibTeX"].split("title = {{")[1].split("}},\n")[0]) == title
    embed = filled(json.loads(cited_forms(*made(tmp_path / "embed", **keys)))["embed"], {"id": "t01", "quote": "x"})
    figure = html5lib.parseFragment(embed, namespaceHTMLElements=False).find("figure")
    assert figure.find("figcaption/cite").text == title and figure.find("p") is None


def test_the_words_of_statements_are_asked_for_where_the_search_has_them(tmp_path: Path) -> None:
    stated = annotations(statement("t01", "新增100人", figure="100人"))
    context, stating = made(tmp_path, "zh", annotated=stated)
    found = cite_scripts(context, stating)
    assert (found.report, found.texts) == ("a", ("reports/a/text.zh.js", "reports/a/statements.js"))
    assert found.version == "version" and found.forms == cited_forms(context, stating)
