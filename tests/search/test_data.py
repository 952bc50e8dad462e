"""What the search looks through: that nothing of the texts is missing from it, and what it weighs."""

from __future__ import annotations

import functools
import gzip
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import opencc
import pytest

from duizhao.content.locale import scope_words, time_words
from duizhao.content.records import Statement
from duizhao.content.vocabulary import EVIDENCE
from duizhao.corpus.join import Corpus
from duizhao.pipeline import Built
from duizhao.search.data import by_name, documents, plain_digits
from duizhao.search.pair_index import ALSO, Passage, folded, keys_of
from duizhao.text.fold import is_han

from ..synthetic import corpus, search_files
from .test_pair_index import found, opened


@pytest.mark.parametrize("way", ["s2t", "s2tw", "s2hk"])
def test_the_texts_in_traditional_characters_fold_to_what_they_were(real: Built, way: str) -> None:
    also: dict[str, set[str]] = {}
    for char, plain in ALSO:
        also.setdefault(char, set()).add(plain)
    convert = opencc.OpenCC(way).convert
    blocks = [block.text for report in real.site.library.reports for block in report.blocks]
    pairs = {pair for text in blocks for pair in zip(convert(text), text, strict=True)}
    assert len(pairs) > 1_000
    for written, plain in pairs:
        assert folded(written) == folded(plain) or plain in also.get(written, ()), (written, plain)


@pytest.mark.parametrize(
    ("value", "digits"),
    [("504740000000", "504740000000"), ("5.0474E+11", "504740000000"), ("8.50", "8.5"), ("-0.3", "-0.3"), ("0", "0")],
)
def test_a_base_value_is_written_plainly(value: str, digits: str) -> None:
    assert plain_digits(Decimal(value)) == digits


def passages(site: Corpus) -> Iterator[tuple[int, Passage]]:
    """Every passage of the real index with its number in the only volume."""
    first = 0
    for document in documents(site, dict.fromkeys(site.reports, "")):
        yield from enumerate(document.passages, first)
        first += document.room


def test_every_passage_is_found_by_each_of_its_keys(real: Built) -> None:
    look = functools.cache(lambda key: set(found(real.files, 0, key)))
    assert [(n, key) for n, p in passages(real.site) for key in keys_of(p) if n not in look(key)] == []


def test_the_documents_stand_in_the_order_of_their_passages(real: Built) -> None:
    rows = opened(real.files, opened(real.files, "start")["volumes"][0][0])
    library = real.site.library
    assert {row[0] for row in rows} == {report.id for report in library.reports}
    assert [row[4] for row in rows] == [len(real.site.reports[row[0]].blocks) for row in rows]
    places = [[d.id for d in library.districts].index(row[1]) for row in rows]
    assert places == sorted(places)


def test_the_scripts_of_a_text_hold_its_blocks_statements_and_glosses(real: Built) -> None:
    for report in real.site.library.reports:
        values = {}
        for name in ("text.zh", "text.en", "statements"):
            script = real.files[f"reports/{report.id}/{name}.js"].decode()
            value = script.split("]=", 1)[1].removesuffix(";\n")
            # statements are columns, and by id what some have more, as the argument of what makes them rows
            values[name] = json.loads(value[value.index(")([") + 2 : -1] if name == "statements" else value)
        chinese, english = values["text.zh"]["blocks"], values["text.en"]["blocks"]
        assert [row[:2] for row in chinese] == [[b.id, b.text] for b in report.blocks]
        assert [row[:2] for row in english] == [[b.id, b.translation] for b in report.blocks]
        assert [row[2:] for row in chinese] == [[b.translation] * bool(b.level) for b in report.blocks]
        assert [row[2:] for row in english] == [[b.text] * bool(b.level) for b in report.blocks]
        columns, more, times = values["statements"]
        assert columns[:5] == values["text.zh"]["marks"][:5]
        rows = zip(rows_of(columns[:5]), zip(*columns[5:], strict=True), report.statements, strict=True)
        for (name, block, start, length), (themes, figures, gloss, when), statement in rows:
            limits = more.get(name, [])
            text = chinese[block][1]
            assert (name, themes.split()) == (statement.id, list(statement.themes))
            words = text[start : start + length]
            assert (words, gloss) == (statement.quote, statement.gloss)
            assert bool(times[when]) == (statement.period is not None)
            if statement.period is not None:
                said = {language: time_words(statement.period, language) for language in ("en", "zh")}
                assert times[when] == {**said, "inferred": int(statement.period_basis == "inferred")}
            assert [words[at : at + long] for at, long, *_ in figures] == [m.figure for m in statement.measures]
            scope = {language: scope_words(statement, language) for language in ("en", "zh")}
            cautions = [caution.because.en for caution in real.site.cautions_of[statement.full_id]]
            assert bool(limits) == bool(scope["en"] or cautions)
            assert not limits or (limits[0] == scope and all(one in limits[1]["en"] for one in cautions))


def rows_of(columns: list[Any]) -> Iterator[tuple[str, int, int, int]]:
    """Id, number of the block, start and length of statements, of the columns of a script."""
    last: dict[str, str] = {}
    before, end = -1, 0
    letters, odd, *places = columns
    for n, (letter, block, gap, length) in enumerate(zip(letters, *places, strict=True)):
        last[letter] = odd.get(str(n)) or str(int(last[letter]) + 1).zfill(len(last[letter]))
        start = gap + (end if block == before else 0)
        before, end = block, start + length
        yield letter + last[letter], block, start, length


@pytest.mark.parametrize("language", ["zh", "en"])
def test_with_a_text_come_the_places_of_its_statements_and_what_became_of_each_promise(
    real: Built, language: str
) -> None:
    promises = 0
    for report in real.site.library.reports:
        script = real.files[f"reports/{report.id}/text.{language}.js"].decode()
        text = json.loads(script.split("]=", 1)[1].removesuffix(";\n"))
        *columns, followed, later, texts = text["marks"]
        promised = iter(later.split(","))
        for (name, block, start, length), statement, code in zip(
            rows_of(columns), report.statements, followed, strict=True
        ):
            words = text["blocks"][block][1][start : start + length]
            assert name == statement.id and text["blocks"][block][0] == statement.block
            folded = " ".join(words.split())
            assert folded == (statement.quote if language == "zh" else " ".join((statement.quote_en or "").split()))
            tracked = real.site.followed.get(statement.full_id)
            assert code == ("-" if tracked is None else str(EVIDENCE.index(tracked.evidence)))
            places = re.findall("([0-9]+)(p[0-9]+|h[0-9]+)([tkrs][0-9]+)?", next(promised) if tracked else "")
            said = [(texts[int(n)][0], *place) for n, *place in places]
            found = tracked.later if tracked else ()
            assert said == [(one.report, one.block, one.id if isinstance(one, Statement) else "") for one in found]
            promises += bool(said)
        assert not next(promised, "")
        assert all(names == {lang: real.site.reports[one].short[lang] for lang in ("en", "zh")} for one, names in texts)
    assert promises > 50


def test_units_are_known_by_their_names_in_english(real: Built) -> None:
    units = opened(real.files, "start")["units"]
    assert (
        units["yuan"] == units["rmb"] == ["元"] and units["people"] == ["人", "名"] and {"个", "家"} <= set(units["*"])
    )


def compressed(data: bytes) -> int:
    return len(gzip.compress(data, 9, mtime=0))


def test_what_only_the_search_reads_weighs_less_than_2_2_bytes_for_a_han_character(real: Built) -> None:
    # the texts are read by the parallel page too: templates/static/parallel.js
    scripts = [data for path, data in real.files.items() if path.startswith("search/") and path.endswith(".js")]
    han = sum(is_han(char) for report in real.site.library.reports for char in report.text)
    assert sum(map(compressed, scripts)) <= 2.2 * han


@pytest.mark.long
def test_the_index_grows_no_faster_than_the_texts(real: Built) -> None:
    weights = []
    for count in (20, 40, 80):
        site = corpus(real.site, count)
        weight = sum(compressed(data) for path, data in search_files(site) if path.startswith("search/"))
        weights.append(weight / sum(len(report.text) for report in site.library.reports))
    assert max(weights) < 2.2
    assert weights[2] < weights[0] * 1.05


def test_units_are_known_however_they_are_written_and_measure_words_by_what_they_count() -> None:
    units = by_name(["㎡", "平方米", "千瓦", "艘", "", "蒸吨"])
    assert units["平方米"] == units["m2"] == units["square metres"] == ["㎡", "平方米"]
    assert units["千瓦"] == units["kw"] == units["kilowatts"] == ["千瓦"]
    assert units["*"] == ["", "艘"] and units[""] == ["蒸吨"]
    assert by_name(["人", "名"])["位"] == ["人", "名"]


def test_a_place_in_an_order_is_looked_up_by_no_value(real: Built) -> None:
    ranks = 0
    for report in real.site.library.reports:
        script = real.files[f"reports/{report.id}/statements.js"].decode()
        columns = json.loads(script[script.index(")([") + 2 : -3])[0]
        for figures, statement in zip(columns[6], report.statements, strict=True):
            for (_start, _length, _unit, *values), measure in zip(figures, statement.measures, strict=True):
                if measure.quantity.operator == "rank":
                    assert values == []
                    ranks += 1
    assert ranks > 3
