"""What things may be called in English, and what they must not be."""

from __future__ import annotations

from duizhao.content.records import Initiative, Name, Term
from duizhao.content.schema import Bilingual
from duizhao.corpus.names import HeldNames, held_names

BOTH = Bilingual("甲", "A")


def name(zh: str, en: str, **keys: tuple[str, ...]) -> Name:
    return Name(zh=zh, en=en, **keys)


def lacking(held: HeldNames, zh: str, en: str) -> list[str]:
    return [one.zh for one in held.lacking(zh, en)]


def wrong(held: HeldNames, en: str) -> list[str]:
    return [variant for variant, _ in held.wrong(en)]


def test_english_has_the_name_or_a_form_of_it_whatever_its_quotation_marks_case_and_dashes() -> None:
    held = held_names([name("起步区", "first-phase area", forms=("first-phase areas",))], (), ())
    assert lacking(held, "起步区提速", "The “First–phase Area” sped up.") == []
    assert lacking(held, "各起步区", "all first-phase areas") == []
    assert lacking(held, "起步区、起步区", "the start-up area") == ["起步区"]
    assert lacking(held, "东区", "the start-up area") == []


def test_the_longest_wording_wins_and_what_looks_alike_names_nothing() -> None:
    held = held_names([name("东区", "eastern zone", not_these=("城东区域",)), name("东区站", "Dongqu Station")], (), ())
    assert lacking(held, "东区站", "Dongqu Station") == []
    assert lacking(held, "城东区域", "the east of the city") == []
    assert lacking(held, "东区", "the east") == ["东区"]


def test_a_variant_is_found_as_whole_words_and_not_within_a_right_name() -> None:
    term = Term(
        id="a", zh="楼宇经济", pinyin="", en="office-building economy", meaning=BOTH, never=("building economy",)
    )
    held = held_names([name("先导区", "pilot zone", never=("Pioneer zone",))], [term], ())
    assert wrong(held, "a Pioneer zone and a pioneer zone") == ["Pioneer zone"]
    assert wrong(held, "pioneer zones, the office-building economy, the new-building economy") == []
    assert wrong(held, "to create a building economy") == ["building economy"]


def test_places_and_institutions_among_initiatives_are_held_and_titles_of_projects_are_not() -> None:
    def initiative(kind: str, zh: str) -> Initiative:
        both = Bilingual(zh, f"The {kind}")
        return Initiative(id=kind, name=both, kind=kind, aliases=(zh,), districts=(), note=BOTH, never=(f"Old {kind}",))

    held = held_names((), (), [initiative("place", "东堤"), initiative("project", "西堤")])
    assert lacking(held, "东堤和西堤", "two dykes") == ["东堤"]
    assert wrong(held, "the old place and the old project") == ["Old place", "Old project"]


def test_a_name_without_english_asks_for_none() -> None:
    assert lacking(held_names([Name(zh="东区")], (), ()), "东区", "east") == []
