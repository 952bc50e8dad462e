"""Invented sites of many districts: names long and short, texts that are full, begun or absent."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from .looking import Looked, site
from .sample import SMALLEST, report

# Ids with their names: the longest that there may be, in both languages, beside the shortest.
NAMES = (
    ("qinghu", "青湖区", "Qinghu"),
    ("hohhot", "呼和浩特市", "Hohhot"),
    ("league", "乌兰察布盟", "Inner Mongolia Autonomous Prefecture East"),
    ("qianguo", "前郭尔罗斯蒙古族自治县", "Qian Gorlos Mongol Autonomous County"),
    ("baishi", "白石区", "Baishi"),
    ("heiyan", "黑岩区", "Heiyan"),
    ("banner", "达尔罕茂明安联合旗", "Darhan Muminggan United Banner"),
    ("nanqiao", "南桥区", "Nanqiao"),
    ("dongting", "东亭区", "Dongting"),
    ("xilin", "西林区", "Xilin"),
    ("beiwan", "北湾新区", "Beiwan New Area"),
    ("port", "海港经济技术开发区", "Haigang Economic and Technological Development Zone"),
    ("zhongshan", "中杉区", "Zhongshan"),
)
SIZES = (4, 8, 13)
# Themes with what may be stated of each, and its English: words as long as the genre has them.
STATED = {
    "economy": (
        "Economy and industry",
        "经济与产业",
        ("加快传统产业转型升级", "Accelerate the industrialisation and commercialisation of research"),
        (
            "培育专精特新企业",
            "Foster little giants: enterprises that are specialised, sophisticated, distinctive and innovative",
        ),
        ("壮大现代服务业", "Strengthen telecommunications and professional services"),
        ("做强县域商业体系", "Build up county commerce"),
    ),
    "jobs": (
        "Employment and social security",
        "就业与社会保障",
        ("健全就业公共服务体系", "Complete the public employment services"),
        ("帮扶困难人员就业", "Help those who have difficulty in finding work"),
    ),
    "ecology": (
        "Ecology and environment",
        "生态环境",
        ("全面落实河长制", "Put the system of river chiefs into practice everywhere, with a person for every reach"),
        ("推进生活垃圾分类", "Press on with the sorting of household waste"),
    ),
    "governance": (
        "Governance",
        "社会治理",
        ("深化放管服改革", "Deepen the reforms of administration: streamlining, delegation, better services"),
        ("完善网格化管理", "Perfect grid management in all communities"),
    ),
    "culture": ("Culture", "文化", ("保护历史建筑", "Protect historical buildings")),
    "interchange": ("Internationalisation", "对外开放", ("扩大高水平对外开放", "Open up further at a high level")),
}
TERMS = {
    "river-chiefs": ("河长制", "hé zhǎng zhì"),
    "streamlining": ("放管服", "fàng guǎn fú"),
    "grid": ("网格化管理", "wǎng gé huà guǎn lǐ"),
    "little-giants": ("专精特新", "zhuān jīng tè xīn"),
}
# Indicators with their Chinese, their unit, their theme and what of the quantity is stated.
INDICATORS = {
    "new-jobs": ("新增就业", "人", "jobs", "increase"),
    "gross-domestic-product": ("地区生产总值", "元", "economy", "level"),
    "forest-cover": ("森林覆盖率", "%", "ecology", "share"),
}


@functools.cache
def many(size: int) -> Looked:
    """The invented site of so many districts."""
    named = {"content/site.yaml": f"{SMALLEST['content/site.yaml']}home_figures: [{', '.join(INDICATORS)}]\n"}
    texts = (_text(number, *names) for number, names in enumerate(NAMES[:size]))
    return site(named, _districts(size), _themes(), _indicators(), _terms(), *texts)


def _districts(size: int) -> dict[str, str]:
    rows = (
        f"- {{id: {name}, name: {{zh: {zh}, en: '{en}'}}, city: {{zh: 云江市, en: Yunjiang}}, adcode: '{code}'}}\n"
        for code, (name, zh, en) in enumerate(NAMES[:size], 990101)
    )
    return {"content/districts.yaml": "".join(rows)}


def _themes() -> dict[str, str]:
    because = "because: {zh: 口径不同, en: another definition}"
    number = next(number for number, (name, *_) in enumerate(NAMES) if name == "league")
    of_jobs = (
        f"text-of-league/{kind}{place:02}"
        for place, (kind, _, more) in enumerate(_said(number), 1)
        if "themes: [jobs" in more
    )
    cell = f"{{district: league, state: not-comparable, {because}, statements: [{', '.join(of_jobs)}]}}"
    refused = {"jobs": f", cells: [{cell}]"}
    rows = (
        f"- {{id: {name}, name: {{zh: {zh}, en: {en}}}{refused.get(name, '')}}}\n"
        for name, (en, zh, *_) in STATED.items()
    )
    return {"content/themes.yaml": "".join(rows)}


def _indicators() -> dict[str, str]:
    rows = (
        f"- {{id: {name}, name: {{zh: {zh}, en: {name.replace('-', ' ').capitalize()}}}, unit: '{unit}',"
        f" theme: {theme}, definition: {{zh: 全年。, en: Of the year.}}}}\n"
        for name, (zh, unit, theme, _) in INDICATORS.items()
    )
    return {"content/indicators.yaml": "".join(rows)}


def _terms() -> dict[str, str]:
    rows = (
        f"- {{id: {name}, zh: {zh}, pinyin: {pinyin}, en: {name.replace('-', ' ')},"
        " meaning: {zh: 义。, en: Meaning.}}\n"
        for name, (zh, pinyin) in TERMS.items()
    )
    return {"content/terms.yaml": "".join(rows)}


def _text(number: int, district: str, zh: str, en: str) -> Mapping[str, str]:
    """A district's text: the sixth and every sixth after it has none, the fifth and its like is begun only."""
    if number % 6 == 5:
        return {}
    said = list(_said(number))
    body = "。\n".join(quote for _, quote, _ in said) + "。"
    statements = "".join(
        f"- {{id: {kind}{place:02}, kind: {_KINDS[kind]}, quote: {quote}, {more}}}\n"
        for place, (kind, quote, more) in enumerate(said, 1)
    )
    names = f"{{zh: {zh}报告, en: '{en} report'}}"
    read = "false" if number % 6 == 4 else "true"
    return report(
        f"text-of-{district}",
        body,
        f"statements:\n{statements}",
        district=district,
        fully_read=read,
        title=names,
        short=names,
    )


_KINDS = {"t": "target", "k": "task", "r": "result"}


def _said(number: int) -> Iterator[tuple[str, str, str]]:
    """What a text states: its kind, its words, and the rest of the record. Of each text something else is left out."""
    people, yuan = f"{1200 + number}", f"{5047 + number}"
    figures = ((f"{people}人", people), (f"{yuan}亿元", f"{yuan}00000000"), ("41.5%", "41.5"))
    for place, ((name, (zh, unit, theme, aspect)), (figure, value)) in enumerate(
        zip(INDICATORS.items(), figures, strict=True)
    ):
        if (number + place) % 3:
            kind, time = ("t", "by") if number % 4 == 3 else ("r", "period")
            measure = (
                f"figure: {figure}, value: {value}, unit: '{unit}', operator: eq, aspect: {aspect}, indicator: {name}"
            )
            gloss = f"gloss: a figure of the year, period_basis: stated, measures: [{{{measure}}}]"
            yield kind, f"全年{zh}为{figure}", f'themes: [{theme}], {gloss}, {time}: "2022"'
    for place, (theme, (_, _, *clauses)) in enumerate(STATED.items()):
        if (number * 3 + place) % 4:
            for quote, gloss in clauses:
                yield "k", quote, f'themes: [{theme}], gloss: "{gloss}", by: "2022", period_basis: stated'
