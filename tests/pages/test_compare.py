"""The overview: boxes mean at least one, rows are ordered by how many districts speak, and nothing is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.pages.compare import CompareView, compare_page
from duizhao.pages.parts.glance import glance
from duizhao.pages.parts.overview import OverviewCell, OverviewRow
from duizhao.pages.parts.speaking import TEXTS_SHOWN

from ..many import NAMES
from ..sample import SMALLEST, context_of, report
from .statements import annotations, statement

THEMES = {
    "content/themes.yaml": """
        - {id: jobs, name: {zh: 就业, en: Jobs}}
        - {id: care, name: {zh: 养老, en: Care}}
        - {id: roads, name: {zh: 道路, en: Roads}}
        - {id: water, name: {zh: 水利, en: Water}}
        """
}


def districts(count: int) -> dict[str, str]:
    rows = (
        f"- {{id: {name}, name: {{zh: {zh}, en: '{en}'}}, city: {{zh: 云江市, en: Yunjiang}}, adcode: '{code}'}}\n"
        for code, (name, zh, en) in enumerate(NAMES[:count], 990101)
    )
    return {"content/districts.yaml": "".join(rows)}


def text(name: str, *themes: str, **keys: str) -> dict[str, str]:
    """A report with a task on each of the themes, wholly read unless `keys` say otherwise."""
    words = [f"做{sign}事" for sign in "甲乙丙丁"[: len(themes)]]
    stated = (
        statement(f"k{n:02}", quote, themes=theme, time="2030")
        for n, (quote, theme) in enumerate(zip(words, themes, strict=True), 1)
    )
    return report(name, "。\n".join(words) + "。", annotations(*stated), **{"fully_read": "true"} | keys)


def compare(top: Path, *parts: dict[str, str], language: str = "en") -> CompareView:
    view = compare_page(context_of(top, *parts, language=language)).view
    assert isinstance(view, CompareView)
    return view


def rows(view: CompareView) -> dict[str, OverviewRow]:
    return {row.anchor: row for group in view.overview.groups for row in group.rows}


def groups(view: CompareView) -> dict[str, list[str]]:
    return {str(group.title): [row.anchor for row in group.rows] for group in view.overview.groups}


def boxes(cell: OverviewCell) -> list[list[tuple[str, bool]]]:
    return [[(box.kind, box.figured) for box in voice.boxes] for voice in cell.voices]


def test_a_box_means_at_least_one_and_is_filled_where_one_holds_a_figure(tmp_path: Path) -> None:
    stated = annotations(
        statement("r01", "甲已成"),
        statement("r02", "新增100人", figure="100人"),
        statement("k01", "做甲事"),
        statement("k02", "做乙事"),
    )
    cell, other = rows(compare(tmp_path, report("a", "甲已成。\n新增100人。\n做甲事。\n做乙事。", stated)))[
        "jobs"
    ].cells
    assert boxes(cell) == [[("task", False), ("result", True)]]
    assert [box.label for box in cell.voices[0].boxes] == ["Tasks", "Results, with a figure"]
    assert [box.path for box in cell.voices[0].boxes] == [
        "compare/jobs/index.html#a.task",
        "compare/jobs/index.html#a.result",
    ]
    assert (other.voices, other.silent) == ((), "No text of this district yet")


def test_each_text_has_its_place_in_the_order_of_time_and_a_silent_one_says_why(tmp_path: Path) -> None:
    later = report("b", "无。", "nothing_to_code: [p1]", fully_read="true", date='"2023"')
    unread = report("c", "无。", date='"2024"')
    view = compare(tmp_path, text("a", "jobs"), later, unread)
    voices = rows(view)["jobs"].cells[0].voices
    assert [(len(voice.boxes), voice.silent, voice.unread) for voice in voices] == [
        (1, "", False),
        (0, "Not stated in this text", False),
        (0, "Not wholly read yet", True),
    ]
    assert [len(head.texts) for head in view.overview.heads] == [3, 0]


def test_rows_stand_by_how_many_districts_speak(tmp_path: Path) -> None:
    texts = (
        text("a", "jobs", "care", "roads"),
        text("b", "jobs", "care", district="hohhot"),
        text("c", "jobs", district="league"),
    )
    assert groups(compare(tmp_path, THEMES, districts(3), *texts)) == {
        "All three districts speak": ["jobs"],
        "Two districts speak": ["care"],
        "Qinghu alone speaks": ["roads"],
        "No text speaks of these": ["water"],
    }


def test_what_one_alone_speaks_of_stands_by_the_district(tmp_path: Path) -> None:
    texts = text("a", "water"), text("b", "jobs", "roads", district="baishi")
    assert groups(compare(tmp_path, THEMES, *texts)) == {
        "Qinghu alone speaks": ["water"],
        "Baishi alone speaks": ["jobs", "roads"],
        "No text speaks of these": ["care"],
    }


@pytest.mark.parametrize(
    ("other", "language", "headings"),
    [
        ({"fully_read": "true"}, "en", ["Qinghu alone speaks", "No text speaks of these"]),
        ({"fully_read": "true"}, "zh", ["只有青湖区写到", "都没有写到"]),
        ({"fully_read": "false"}, "en", ["Qinghu speaks", "No text speaks of these as far as it has been read"]),
        ({"fully_read": "false"}, "zh", ["青湖区写到", "已读的部分都没有写到"]),
        ({"fully_read": "true", "district": "qinghu"}, "en", ["Qinghu speaks", "No text speaks of these"]),
    ],
)
def test_one_is_said_to_speak_alone_where_all_others_have_texts_and_these_are_read(
    tmp_path: Path, other: dict[str, str], language: str, headings: list[str]
) -> None:
    silent = report("b", "无。", "nothing_to_code: [p1]", **{"district": "baishi", "date": '"2023"'} | other)
    found = groups(compare(tmp_path, THEMES, text("a", "jobs", "care", "roads"), silent, language=language))
    assert found == {headings[0]: ["jobs", "care", "roads"], headings[1]: ["water"]}


@pytest.mark.parametrize(
    ("read", "said", "unread"), [("true", "silent", False), ("false", "Not wholly read yet", True)]
)
def test_the_overview_in_small_says_of_no_text_that_is_not_read_that_it_is_silent(
    tmp_path: Path, read: str, said: str, unread: bool
) -> None:
    other = report("b", "无。", "nothing_to_code: [p1]", district="baishi", fully_read=read)
    seen = glance(context_of(tmp_path, THEMES, text("a", "jobs"), other))
    assert seen is not None
    cells = seen.groups[0].rows[0].cells
    assert [(len(cell.boxes), cell.silent, cell.unread) for cell in cells][1:] == [(0, said, unread)]


@pytest.mark.parametrize(
    ("count", "language", "heading"),
    [
        (1, "en", "Qinghu speaks"),
        (1, "zh", "青湖区写到"),
        (2, "en", "Both districts speak"),
        (2, "zh", "两区都写到"),
        (4, "en", "All four districts speak"),
        (13, "zh", "13区都写到"),
    ],
)
def test_headings_fit_any_number_of_districts(tmp_path: Path, count: int, language: str, heading: str) -> None:
    texts = (text(name, "jobs", district=name) for name, _, _ in NAMES[:count])
    assert groups(compare(tmp_path, districts(count), *texts, language=language)) == {heading: ["jobs"]}


def years(count: int, district: str = "qinghu") -> list[dict[str, str]]:
    """Texts of a district of so many years; all but the last speak of jobs, the last of care."""
    first = 2024 - count
    return [
        text(
            f"{district}-{first + n}",
            "jobs" if n < count - 1 else "care",
            district=district,
            date=f'"{first + n}"',
            covers=f'"{first + n}"',
        )
        for n in range(count)
    ]


@pytest.mark.parametrize(("count", "of_each", "shown"), [(1, 15, 6), (2, 3, 3), (2, 4, 3), (3, 4, 2), (13, 5, 1)])
def test_of_many_texts_each_district_shows_its_latest_and_says_how_many_are_earlier(
    tmp_path: Path, count: int, of_each: int, shown: int
) -> None:
    texts = [one for name, _, _ in NAMES[:count] for one in years(of_each, name)]
    view = compare(tmp_path, THEMES, districts(count), *texts)
    assert [len(head.texts) for head in view.overview.heads] == [shown] * count
    left = of_each - shown
    said = [head.earlier.text if head.earlier else "" for head in view.overview.heads]
    assert said == [f"{left} earlier text{'s' * (left > 1)}" if left else ""] * count
    assert count * shown <= TEXTS_SHOWN or shown == 1


def test_where_only_an_earlier_text_speaks_a_way_leads_to_its_sentences(tmp_path: Path) -> None:
    texts = [one for name, _, _ in NAMES[:4] for one in years(3, name)]
    view = rows(compare(tmp_path, THEMES, districts(4), *texts))
    (voice,) = view["jobs"].cells[0].voices
    assert (voice.boxes, voice.silent) == ((), "")
    assert voice.earlier and voice.earlier.path == "compare/jobs/index.html#qinghu-2021.task"
    assert [cell.voices[0].earlier for cell in view["care"].cells] == [None] * 4


def test_the_length_of_each_text_is_said_and_drawn_beside_the_longest(tmp_path: Path) -> None:
    texts = report("a", "甲" * 1200), report("b", "甲" * 300, district="baishi")
    heads = compare(tmp_path, *texts).overview.heads
    assert [(one.length, one.width) for head in heads for one in head.texts] == [
        ("1,201 characters", "100"),
        ("301 characters", "25"),
    ]


def test_an_example_is_short_has_a_figure_and_stands_alone(tmp_path: Path) -> None:
    stated = annotations(
        statement("r01", "甲已成"),
        statement("r02", "新增100人", figure="100人"),
        statement("r03", "共新增1200人", figure="1200人"),
    )
    limit = "  cautions: [{statements: [a/r02], because: {zh: 不可比, en: not comparable}}]\n"
    limited = {"content/indicators.yaml": SMALLEST["content/indicators.yaml"] + limit}
    parts = report("a", "甲已成。\n新增100人。\n共新增1200人。", stated)
    (example,) = rows(compare(tmp_path / "free", parts))["jobs"].examples
    assert (example.quote, example.district, example.path) == ("新增100人", "Qinghu", "reports/a/index.html#r02")
    assert "the English of" in example.gloss
    (example,) = rows(compare(tmp_path / "limited", parts, limited))["jobs"].examples
    assert example.quote == "共新增1200人"


def test_a_district_whose_figures_may_not_be_compared_is_marked(tmp_path: Path) -> None:
    refused = {
        "content/themes.yaml": "- {id: jobs, name: {zh: 就业, en: Jobs}, cells:"
        " [{district: qinghu, state: not-comparable, because: {zh: 口径不同, en: another definition}}]}"
    }
    cells = rows(compare(tmp_path, refused, text("a", "jobs"), text("b", "jobs", district="baishi")))["jobs"].cells
    assert [cell.refused for cell in cells] == ["Not comparable", ""]


def test_nothing_is_counted(tmp_path: Path) -> None:
    texts = text("a", "jobs", "jobs", "jobs"), text("b", "jobs", district="baishi")
    one, other = rows(compare(tmp_path, *texts))["jobs"].cells
    assert [box.label for box in one.voices[0].boxes] == [box.label for box in other.voices[0].boxes] == ["Tasks"]


def test_the_title_fits_one_district_and_several(tmp_path: Path) -> None:
    assert compare(tmp_path / "two").title == "Who speaks of what"
    assert compare(tmp_path / "zh", language="zh").title == "各区各题一览"
    assert compare(tmp_path / "one", districts(1)).title == "What the texts speak of"
