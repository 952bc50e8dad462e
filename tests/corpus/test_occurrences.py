"""In which texts words occur, asked of many at once: what a search of each text would find."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, strategies as st

from duizhao.corpus.occurrences import Occurrences

# Few characters, so that words often do occur, in part or whole.
TEXTS = st.lists(st.text("新增就业ab ", max_size=12), max_size=8)
WORDS = st.lists(st.text("新增就业ab ", max_size=4), max_size=6)


@given(TEXTS, WORDS, st.integers(0, 8))
def test_words_are_found_where_a_search_of_every_text_finds_them(
    texts: list[str], words: list[str], start: int
) -> None:
    occurrences = Occurrences(texts, words)
    for word in words:
        expected = [place for place, text in enumerate(texts) if place >= start and word and word in text]
        assert [*occurrences.of(word, start)] == expected


class Searched(str):
    """A text that counts how often it is searched."""

    searched = 0

    def __contains__(self, word: str) -> bool:  # type: ignore[override]
        self.searched += 1
        return super().__contains__(word)


def searches(texts: Sequence[str], *words: str) -> list[int]:
    told = [Searched(text) for text in texts]
    occurrences = Occurrences(told, words)
    for word in words:
        assert [*occurrences.of(word, 0)] == [place for place, text in enumerate(texts) if word in text]
    return [one.searched for one in told]


def test_a_text_without_a_pair_of_a_word_is_not_searched_for_it() -> None:
    assert searches(["新增就业岗位", "新增学位", "就业", ""], "新增就业") == [1, 0, 0, 0]
    assert searches(["增新就业增就新增", "业"], "新增就业", "业") == [2, 1]
