"""A synthetic project: reports of districts by years, the records that they share, and what became of their promises.

The same seed and number make the same files, byte for byte. What a report says is left to `texts`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .stock import COUNTED, DISTRICTS, TERMS, THEMES
from .texts import FIRST_DAY, Place, Report, Said, files_of, place, said

_LAST_YEAR, _YEARS, _FORTY = 2024, 15, 40
_KNOWN = 24  # places of a district that its reports name again and again
_MONTHS = 12


def write_tree(top: Path, count: int, seed: int = 13) -> None:
    """Writes a project of so many reports."""
    reports = reports_of(count, seed)
    for path, text in _shared(reports).items():
        _write(top / path, text)
    write_follow_ups(top, reports)
    for report in reports:
        write_report(top, report)


def write_follow_ups(top: Path, reports: Sequence[Report]) -> None:
    """Writes what became of the promises of all reports."""
    _write(top / "content" / "follow-ups.yaml", _follow_ups(reports))


def write_report(top: Path, report: Report) -> None:
    """Writes the folder of one report."""
    for name, text in files_of(report).items():
        _write(top / "content" / "reports" / report.id / name, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def reports_of(count: int, seed: int = 13) -> list[Report]:
    """So many reports, in the order of their districts in turn; those of a district have no place name in common
    but its known ones."""
    names = [_places(number) for number in range(len(DISTRICTS))]
    known = [[next(own) for _ in range(_KNOWN)] for own in names]
    return [_report(number, seed, names, known) for number in range(count)]


def _places(district: int) -> Iterator[Place]:
    number = district * 11_000
    while True:
        yield place(number)
        number += 1


def _report(number: int, seed: int, names: Sequence[Iterator[Place]], known: Sequence[Sequence[Place]]) -> Report:
    dice = random.Random(f"{seed}/{number}")
    district, turn = number % len(DISTRICTS), number // len(DISTRICTS)
    span = _YEARS if district else _FORTY
    year, before = _LAST_YEAR - turn % span, turn // span  # how many reports of that year there are already
    month, day = before % _MONTHS + 1, FIRST_DAY + before // _MONTHS
    # most are of one length; one in ten is long, and one in ten short
    size = {3: 2.5, 7: 0.4}.get(number % 10, 0.94)
    name, zh, en = DISTRICTS[district]
    own = f"{name}-{year}-work-report" + (f"-{month}" if before else "") + (f"-{day}" if day > FIRST_DAY else "")
    stated = tuple(said(dice, year, size, names[district], known[district]))
    return Report(own, name, (zh, en), (year, month, day), size, stated, f"{seed}/{number}", tuple(known[district]))


def _shared(reports: Sequence[Report]) -> Mapping[str, str]:
    districts = "".join(
        f"- {{id: {name}, name: {{zh: {zh}, en: {en}}}, city: {{zh: 云江市, en: Yunjiang}}, adcode: '{code}'}}\n"
        for code, (name, zh, en) in enumerate(DISTRICTS, 990101)
    )
    indicators = "".join(
        f"- {{id: {one.id}, name: {{zh: {one.zh}, en: {one.en}}}, unit: {one.unit}, theme: {one.theme},"
        f" definition: {{zh: 全年{one.zh}。, en: '{one.en}, of the year.'}}}}\n"
        for one in COUNTED
    )
    terms = "".join(
        f"- {{id: {name}, zh: {zh}, pinyin: {pinyin}, en: {en}, "
        "meaning: {zh: 见于各篇报告。, en: In many reports.}}\n"
        for name, zh, pinyin, en in TERMS
    )
    return {
        "content/site.yaml": (
            "id: bench\ntitle: {zh: 云江对照, en: Yunjiang}\nclaim: {zh: 虚构的区, en: Invented districts}\n"
            "base_url: https://example.org/bench/\ndefault_language: en\n"
            "repository: https://example.org/bench.git\npublisher: {zh: 编者, en: The editors}\n"
            "home_figures: [new-jobs, beds, firms]\n"
        ),
        "content/districts.yaml": districts,
        "content/themes.yaml": "".join(f"- {{id: {name}, name: {{zh: {zh}, en: {en}}}}}\n" for name, zh, en in THEMES),
        "content/indicators.yaml": indicators,
        "content/terms.yaml": terms,
        "content/initiatives.yaml": _initiatives(reports),
        "content/prose/about.en.md": "All of these districts are invented.\n",
        "content/prose/about.zh.md": "这些区都是虚构的。\n",
    }


def _initiatives(reports: Sequence[Report]) -> str:
    """Of each district three places that its tasks name again and again, the newest report's among them."""
    named: dict[str, dict[str, Place]] = {}
    for report in reports:
        if report.district not in named:
            tasks = (one.place for one in report.said if one.kind == "task" and one.place in report.known)
            named[report.district] = {where.zh: where for where in tasks}
    return "".join(
        f"- {{id: {report}-{number}, name: {{zh: {where.zh}, en: {where.en}}}, kind: place, aliases: [{where.zh}],"
        f" districts: [{report}], note: {{zh: 地名。, en: A place.}}}}\n"
        for report, places in named.items()
        for number, where in enumerate(sorted(places.values(), key=lambda one: one.zh)[:3], 1)
    )


def _follow_ups(reports: Sequence[Report]) -> str:
    """What became of the promises that a later report could speak of: half of them are found nowhere."""
    initiatives = {line.partition("aliases: [")[2].partition("]")[0] for line in _initiatives(reports).splitlines()}
    by_district: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda one: one.date):
        by_district.setdefault(report.district, []).append(report)
    entries = []
    for own in by_district.values():
        for report, later in zip(own, own[1:], strict=False):
            for number, one in enumerate(report.said):
                if one.kind == "target" or (one.kind == "task" and one.place.zh in initiatives):
                    entries.append(_follow_up(report, one, later, number))
    return "".join(entries)


def _follow_up(report: Report, one: Said, later: Report, number: int) -> str:
    found = [other for other in later.said if other.kind == "result" and one.indicator in ("", other.indicator)]
    if one.kind == "target" and (number % 2 or not found):
        return (
            f"- promise: {report.id}/{one.id}\n  evidence: not-found\n  searched: [{one.place.zh}]\n"
            "  because: {zh: 后来的报告没有提到。, en: The later reports do not speak of it.}\n"
        )
    if one.kind == "task":
        return (
            f"- promise: {report.id}/{one.id}\n  evidence: not-checked\n"
            "  because: {zh: 尚待查对。, en: Nobody has looked yet.}\n"
        )
    named = found[number % len(found)]
    return (
        f"- promise: {report.id}/{one.id}\n  later: [{later.id}/{named.id}]\n  evidence: reported-progress\n"
        "  because: {zh: 后来的报告说到进展。, en: A later report tells of progress.}\n"
    )
