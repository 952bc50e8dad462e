"""One synthetic report: what it states, and the four files that say so.

What reports are there, and what is said of their promises, is left to `tree`.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .stock import COUNTED, HOW, OF_PLACES, SO_THAT, STATES, SYLLABLES, VERBS, WHAT, WHO, WORKS, Counted

FIRST_DAY = 10  # of a month, on which the first report of that month is given
# Shares of the kinds among the statements of a report, in the order of its chapters.
_CHAPTERS = (
    ("r", "result", 24, "一、过去一年工作回顾", "I. The past year in review"),
    ("s", "situation", 6, "二、困难与形势", "II. Difficulties and the situation"),
    ("t", "target", 12, "三、今年主要目标", "III. The main targets of this year"),
    ("k", "task", 18, "四、今年重点工作", "IV. The main work of this year"),
)
_OF_A_PARAGRAPH, _SENTENCES = 3, 9


@dataclass(frozen=True, slots=True)
class Place:
    """A made-up name of a place, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: its words in both languages, and the rest of its record in YAML. `place` is the name in it."""

    id: str
    kind: str
    zh: str
    en: str
    more: str
    place: Place
    indicator: str = ""

    @property
    def opening(self) -> str:
        """Its English as a sentence begins."""
        return self.en[0].upper() + self.en[1:]


@dataclass(frozen=True, slots=True)
class Report:
    """A report to be written. `size` is how many times as long it is as a common one."""

    id: str
    district: str
    names: tuple[str, str]
    date: tuple[int, int, int]
    size: float
    said: tuple[Said, ...]
    seed: str
    known: tuple[Place, ...]

    @property
    def year(self) -> int:
        """The year in which it was given."""
        return self.date[0]


def place(number: int) -> Place:
    """A name of its own for each number up to 125,000."""
    base = len(SYLLABLES)
    number = number * 48_611 % base**3  # neighbours have no likeness
    parts = [SYLLABLES[number // base**power % base] for power in range(3)]
    return Place("".join(zh for zh, _ in parts), "'".join(en for _, en in parts).capitalize())


def said(dice: random.Random, year: int, size: float, new: Iterator[Place], known: Sequence[Place]) -> Iterator[Said]:
    """What a report of a year states; tasks and situations are half of places that the district's others name, too."""
    figures: set[str] = set()
    for letter, kind, count, _, _ in _CHAPTERS:
        counted = dice.sample(COUNTED, 8)
        recurring = iter(dice.sample(known, len(known)))
        for number in range(1, max(2, round(count * size)) + 1):
            told = kind in ("task", "situation") and number % 2
            where = (next(recurring, None) if told else None) or next(new)
            one = f"{letter}{number:02}"
            if kind in ("result", "target") and number <= len(counted):
                yield _counted(dice, one, kind, year, counted[number - 1], where, figures)
            elif kind in ("result", "target"):
                yield _of_place(dice, one, kind, year, where)
            elif kind == "task":
                yield _task(dice, one, year, where)
            else:
                zh, en, theme = dice.choice(STATES)
                words = zh.format(zh=where.zh), en.format(en=where.en)
                yield Said(one, kind, *words, f"  themes: [{theme}]\n", where)


def _counted(
    dice: random.Random, one: str, kind: str, year: int, what: Counted, where: Place, figures: set[str]
) -> Said:
    """What is counted; no report says the same figure of it twice, or no quote could tell the two apart."""
    value, figure = _figure(dice, what)
    while f"{what.stated}{figure}" in figures:
        value, figure = _figure(dice, what)
    figures.add(f"{what.stated}{figure}")
    operator, before = "eq", ""
    if kind == "target" and dice.random() < 0.5:
        figure, operator, before = f"{figure}以上", "ge", "at least "
    measure = _measure(figure, value, what.unit, operator, what.aspect, what.id)
    more = f"  themes: [{what.theme}]\n{_time(kind, year)}{measure}"
    return Said(one, kind, f"{what.stated}{figure}", what.said.format(f"{before}{value:,}"), more, where, what.id)


def _figure(dice: random.Random, what: Counted) -> tuple[int, str]:
    value = dice.randrange(11, 9_999) + (dice.randrange(2, 80) * 1_000 if what.unit == "人" else 0)
    return value, f"{value}{what.unit}"


def _of_place(dice: random.Random, one: str, kind: str, year: int, where: Place) -> Said:
    before, unit, english, theme = dice.choice(OF_PLACES)
    value = dice.randrange(2, 980)
    in_english = f"{value / 10:g} billion" if unit == "亿元" else f"{value:,}"
    base = (value * 100_000_000, "元") if unit == "亿元" else (value, unit)
    measure = _measure(f"{value}{unit}", base[0], base[1], "eq", "level", "")
    more = f"  themes: [{theme}]\n{_time(kind, year)}{measure}"
    return Said(
        one, kind, f"{before.format(zh=where.zh)}{value}{unit}", english.format(in_english, en=where.en), more, where
    )


def _task(dice: random.Random, one: str, year: int, where: Place) -> Said:
    (verb, verb_en), (zh, en, theme) = dice.choice(VERBS), dice.choice(WORKS)
    more = f"  themes: [{theme}]\n{_time('task', year)}  modal: {verb}\n"
    return Said(one, "task", verb + zh.format(zh=where.zh), f"{verb_en} {en.format(en=where.en)}", more, where)


def _measure(figure: str, value: int, unit: str, operator: str, aspect: str, indicator: str) -> str:
    named = f", indicator: {indicator}" if indicator else ""
    parts = f"figure: {figure}, value: {value}, unit: {unit}, operator: {operator}, aspect: {aspect}{named}"
    return f"  measures:\n  - {{{parts}}}\n"


def _time(kind: str, year: int) -> str:
    key, named = ("by", year) if kind in ("target", "task") else ("period", year - 1)
    return f'  {key}: "{named}"\n  period_basis: inferred\n'


def files_of(report: Report) -> dict[str, str]:
    """The files of a report's folder by name."""
    blocks = list(blocks_of(report))
    title_zh, title_en = f"{report.names[0]}{report.year}年政府工作报告", f"{report.names[1]} Work Report {report.year}"
    year, month, of_month = report.date
    day = f"{year}年{month}月{of_month}日"
    source = "".join(f"{line}\n" for line in (title_zh, day, *(zh for _, zh, _ in blocks)))
    headings = "".join(f'  - {{heading: "{n}", level: 1}}\n' for n, (level, _, _) in enumerate(blocks, 3) if level)
    in_month = (f"{of_month}日", f"-{of_month}") if of_month > FIRST_DAY else ("", "")
    short = f"{{zh: {year}年{month}月{in_month[0]}报告, en: '{year}-{month:02}{in_month[1]} report'}}"
    front = (
        f"id: {report.id}\ndistrict: {report.district}\nkind: work-report\n"
        f"title: {{zh: {title_zh}, en: {title_en}}}\ntitle_basis: printed\nshort: {short}\n"
        f'date: "{year}-{month:02}-{of_month}"\ndate_basis: printed\n'
        f"covers: {year - 1}/{year}\nfully_read: true\n"
        f"printed: {{title: {title_zh}, date: {day}}}\n"
        f"source_sha256: {hashlib.sha256(source.encode()).hexdigest()}\n"
        'clean_up:\n  lines:\n  - {metadata: "1", fields: [title]}\n  - {metadata: "2", fields: [date]}\n'
        f"{headings}"
    )
    text = "\n\n".join("# " * level + zh for level, zh, _ in blocks)
    english = "\n\n".join("# " * level + en for level, _, en in blocks)
    return {
        "source.txt": source,
        "report.md": f"---\n{front}---\n\n{text}\n",
        "translation.en.md": f"{english}\n",
        "annotations.yaml": _annotations(report, blocks),
    }


def blocks_of(report: Report) -> Iterator[tuple[int, str, str]]:
    """The headings and paragraphs of a report: level, Chinese, English."""
    dice = random.Random(f"{report.seed}/fillers")
    for _, kind, _, zh, en in _CHAPTERS:
        yield 1, zh, en
        own = [one for one in report.said if one.kind == kind]
        yield 0, *_paragraph(dice, report, ())
        for start in range(0, len(own), _OF_A_PARAGRAPH):
            yield 0, *_paragraph(dice, report, own[start : start + _OF_A_PARAGRAPH])


def _paragraph(dice: random.Random, report: Report, said: Sequence[Said]) -> tuple[str, str]:
    """A paragraph that says so much, with sentences about it that say nothing to be coded."""
    zh, en = [], []
    for index in range(_SENTENCES):
        for words, sentence in zip((zh, en), _filler(dice, dice.choice(report.known)), strict=True):
            words.append(sentence)
        if index < len(said):
            zh.append(f"{said[index].zh}。")
            en.append(f"{said[index].opening}.")
    return "".join(zh), " ".join(en)


def _filler(dice: random.Random, where: Place) -> tuple[str, str]:
    """A sentence that says nothing to be coded, in both languages."""
    who, how, what, so_that = (dice.choice(parts) for parts in (WHO, HOW, WHAT, SO_THAT))
    if dice.random() < 0.5:
        return f"{where.zh}{who[0]}{how[0]}{what[0]}。", f"In {where.en} {who[1]} {what[1]} {how[1]}."
    opening = f"{who[1][0].upper()}{who[1][1:]}"
    return f"{who[0]}{how[0]}{what[0]}，{so_that[0]}。", f"{opening} {what[1]} {how[1]}, {so_that[1]}."


def _annotations(report: Report, blocks: Sequence[tuple[int, str, str]]) -> str:
    statements = "".join(
        f"- id: {one.id}\n  kind: {one.kind}\n  quote: {one.zh}\n"
        f"  quote_en: {one.opening}\n  gloss: {one.en}\n{one.more}"
        for one in report.said
    )
    paragraphs = [zh for level, zh, _ in blocks if not level]
    empty = [f"p{n}" for n, zh in enumerate(paragraphs, 1) if not any(one.zh in zh for one in report.said)]
    return f"statements:\n{statements}nothing_to_code: [{', '.join(empty)}]\n"
