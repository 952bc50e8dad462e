"""A translation is held to the quantities and to the terms of its Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.corpus.rules.translations import terms_keep_their_english, translations_keep_quantities

from ...sample import report, site_of, told
from .given import TERM, found, raised


def test_a_translation_is_held_to_its_quantities_where_it_stands(tmp_path: Path) -> None:
    site = site_of(tmp_path, report("a", "# 就业\n新增300人。", translation="# Jobs\n\n\n\nThere were 200 new jobs."))
    assert told(list(raised(translations_keep_quantities, site))) == [
        ("translation-quantity", "content/reports/a/translation.en.md:5:12")
    ]


@pytest.mark.parametrize(
    ("english", "right"),
    [
        ("The neighbours’ council met.", True),
        ("The Neighbours' Council met.", True),
        ("Two councils of neighbours met.", True),
        ("The residents’ meeting met.", False),
    ],
)
def test_a_translation_has_the_english_of_a_term_in_any_of_its_forms(english: str, right: bool, tmp_path: Path) -> None:
    said = found(terms_keep_their_english, tmp_path, TERM, report("a", "议事会开会。", translation=english))
    assert said == ([] if right else ["term-english: p1 has 议事会, and its English has no 'neighbours’ council'"])


def test_a_gloss_has_the_english_of_a_term_that_its_quote_names(tmp_path: Path) -> None:
    keys = 'kind: result, themes: [jobs], period: "2022", period_basis: stated'
    annotations = f"""
        statements:
        - {{id: r01, quote: 议事会开会, gloss: the meeting met, {keys}}}
        - {{id: r02, quote: 修路, gloss: roads were mended, {keys}}}
        """
    assert found(terms_keep_their_english, tmp_path, TERM, report("a", "议事会开会，修路。", annotations)) == [
        "term-english: r01 has 议事会, and its gloss has no 'neighbours’ council'"
    ]
