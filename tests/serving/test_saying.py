"""What the server says on a page, in each language of the interface."""

from __future__ import annotations

from duizhao.codes.in_chinese import IN_CHINESE
from duizhao.content.schema import Bilingual
from duizhao.issues import Issue, SourcePosition
from duizhao.serving.saying import no_code, of_issue, plainly, word


def test_a_word_is_told_in_both_languages_with_what_is_put_into_it() -> None:
    told = word("edit.no-kind", name="goal").told({})
    assert told == {"en": "There is no kind “goal”.", "zh": "没有“goal”这一类别。", "more": ""}


def test_words_are_put_into_words_in_the_same_language() -> None:
    meant = (word("aspect.level"), word("aspect.share"))
    told = word("edit.aspect", words="床位", meant=meant, chosen=word("aspect.growth")).told({})
    assert told["en"] == "“床位” is level or share, not growth." and told["zh"] == "“床位”说的是总量、占比，不是增速。"


def test_what_is_known_in_english_only_stands_behind_and_is_told_apart_for_chinese() -> None:
    told = word("edit.cannot-write", file="a.yaml").with_english("its list stands within brackets").told({})
    assert told["en"] == "a.yaml was not written: its list stands within brackets"
    assert (told["zh"], told["more"]) == ("a.yaml没有写入：", "its list stands within brackets")


def test_a_site_s_own_word_takes_the_place_of_the_theme_s() -> None:
    own = {"edit.heading": Bilingual("标题不标注。", "No heading is coded.")}
    assert word("edit.heading").told(own)["zh"] == "标题不标注。" and str(no_code("x", ["a"])) == "“x” is none of a."


def test_names_are_the_same_in_each_language_and_a_mistake_is_named_in_chinese() -> None:
    assert plainly("r01").told({}) == {"en": "r01", "zh": "r01", "more": ""}
    told = of_issue(Issue("searched-found", SourcePosition("a"), "'x' does occur", "search for less")).told({})
    assert told == {
        "en": "'x' does occur; search for less",
        "zh": IN_CHINESE["searched-found"],
        "more": "'x' does occur; search for less",
    }
