"""What a join takes over of the last one changes nothing of what it comes to."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import fields, replace

import pytest

from bench.tree import write_tree
from duizhao.content.files import library_of
from duizhao.content.records import Content, Report
from duizhao.corpus.join import Corpus, join
from duizhao.corpus.rows import Rows
from duizhao.text.period import parse_period


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Content:
    top = tmp_path_factory.mktemp("tree")
    write_tree(top, 24)
    library, issues = library_of(top)
    assert library and not issues
    return library


def told(corpus: Corpus) -> dict[str, object]:
    """All of a corpus, maps in their order."""
    parts = {one.name: getattr(corpus, one.name) for one in fields(corpus) if one.compare}
    return {name: list(part.items()) if isinstance(part, Mapping) else part for name, part in parts.items()}


def with_report(library: Content, at: int, changed: Callable[[Report], Report]) -> Content:
    own = library.reports
    return replace(library, reports=(*own[:at], changed(own[at]), *own[at + 1 :]))


def fewer_statements(library: Content, at: int) -> Content:
    return with_report(library, at, lambda report: replace(report, statements=report.statements[1:]))


def of_another_theme(library: Content, at: int) -> Content:
    def changed(report: Report) -> Report:
        first, *rest = report.statements
        return replace(report, statements=(replace(first, themes=(library.themes[-1].id,)), *rest))

    return with_report(library, at, changed)


def later(library: Content, at: int) -> Content:
    return with_report(library, at, lambda report: replace(report, date=parse_period("2030-05")))


def without_a_report(library: Content, at: int) -> Content:
    return replace(library, reports=(*library.reports[:at], *library.reports[at + 1 :]))


def without_follow_ups(library: Content, at: int) -> Content:
    own = library.follow_ups
    return replace(library, follow_ups=own[: at * len(own) // 24])


def follow_up_of_another(library: Content, at: int) -> Content:
    own, other = library.follow_ups, library.reports[at].statements[0].full_id
    return replace(library, follow_ups=(replace(own[0], later=(other,)), *own[1:]))


def initiatives_by_other_names(library: Content, at: int) -> Content:
    first, *rest = library.initiatives
    other = replace(first, aliases=(library.reports[at].blocks[1].text[:4],))
    own = tuple(replace(report, gathered=None) for report in library.reports)  # as where they were read anew
    return replace(library, initiatives=(other, *rest), reports=own)


CHANGES = (
    *(fewer_statements, of_another_theme, later, without_a_report, without_follow_ups),
    *(follow_up_of_another, initiatives_by_other_names),
)


@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_after_a_change_a_join_comes_to_what_it_comes_to_anew(
    library: Content, change: Callable[[Content, int], Content]
) -> None:
    rows = Rows()
    before = told(join(library, rows))
    changed = change(library, 7)
    assert told(join(changed, rows)) == told(join(changed)) != before
    assert told(join(library, rows)) == before


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_after_many_changes_too(library: Content, seed: int) -> None:
    chance, rows, now = random.Random(seed), Rows(), library
    for _ in range(6):
        change = chance.choice(CHANGES)
        now = change(chance.choice((now, library)), chance.randrange(12))
        assert told(join(now, rows)) == told(join(now)), change.__name__


@pytest.mark.long
def test_what_is_the_same_is_taken_over(library: Content) -> None:
    rows = Rows()
    before = join(library, rows)
    after = join(fewer_statements(library, 7), rows)
    other = library.reports[7].id
    taken_over = [name for name in before.followed_in if before.followed_in[name] is after.followed_in[name]]
    assert other not in taken_over and len(taken_over) >= 20
    blocks = [key for key in before.mentions_in_block if key[0] != other]
    assert all(before.mentions_in_block[key] is after.mentions_in_block[key] for key in blocks)
