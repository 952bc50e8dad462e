"""Kinds of records as sentences name them."""

from __future__ import annotations

from duizhao.content.naming import many, noun, one
from duizhao.content.records import District, Indicator, Initiative, IntercoderAgreement, NumberWords
from duizhao.content.written import Annotations, WrittenEntity


def test_the_article_goes_with_the_sound() -> None:
    kinds = (District, Indicator, Initiative, IntercoderAgreement, WrittenEntity)
    assert [one(kind).split()[0] for kind in kinds] == ["a", "an", "an", "an", "an"]


def test_a_name_that_cannot_be_counted_is_put_into_one_that_can() -> None:
    assert one(Annotations) == "a file of annotations"
    assert (noun(NumberWords), many(NumberWords)) == ("entry of number words", "entries of number words")
    assert many(District) == "districts"
