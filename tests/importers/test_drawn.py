"""What a page shows that is no text of its elements is read, and what its elements hold and it does not show is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.importers.importing import Imported
from duizhao.importers.taken import FORMULAE, REACHING

from .invented import LINES
from .made import blocks, import_of, page


def of(old: str, new: str, folder: Path, *, head: str = "") -> Imported:
    """The report with words replaced by others, as a page with more in its head."""
    html = page([line.replace(old, new) for line in LINES]).replace("</head>", f"{head}</head>")
    return import_of("a.html", html.encode(), folder)


def economy(one: Imported) -> str:
    return next(text for _, text in blocks(one) if "生产总值" in text)


SHOWN = {
    "field": ("486.2", '<input type="text" value="486.2">', "达到486.2亿元"),
    "field without a kind": ("486.2", "<input value=486.2>", "达到486.2亿元"),
    "list": ("127家", "<select><option>100家<option selected>127家</select>", "企业127家，其中"),
    "list of which nothing is chosen": ("127家", "<select><option>127家<option>200家</select>", "企业127家，其中"),
    "fraction": ("5.3%", "<math><mfrac><mn>2</mn><mn>3</mn></mfrac></math>", "增长2/3；"),
    "power": ("127家", "<math><msup><mn>10</mn><mn>4</mn></msup></math>家", "企业10⁴家"),
    "formula with its source": (
        "5.3%",
        "<math><semantics><mfrac><mi>2</mi><mrow><mi>3</mi><mo>+</mo><mi>4</mi></mrow></mfrac>"
        "<annotation>\\frac{2}{7}</annotation></semantics></math>",
        "增长2/（3+4）；",
    ),
    "root": ("5.3%", "<math><msqrt><mn>16</mn></msqrt></math>", "增长√16；"),
    "power of words": ("127家", "<math><msup><mn>2</mn><mi>n</mi></msup></math>家", "企业2^n家"),
    "field behind others": ("127家", "<b>约</b><input value='127'>家", "企业约127家"),
    "words of a formula": ("127家", "<math><mrow><mi>n</mi><mo>=</mo><mn>127</mn></mrow></math>家", "企业n=127家"),
    "moved a little": ("127家", '<span style="left:-120px;margin-left:-1000px">127家</span>', "企业127家"),
    "half seen": ("127家", '<span style="opacity:0.8">127家</span>', "企业127家"),
    "smaller": ("127家", '<span style="font-size:0.9em">127家</span>', "企业127家"),
    "block that is moved in": ("127家", '127家<div style="opacity:0">', "企业127家"),
}


@pytest.mark.parametrize("case", SHOWN)
def test_what_is_shown_is_read_in_its_place(case: str, tmp_path: Path) -> None:
    old, new, read = SHOWN[case]
    one = of(old, new, tmp_path)
    assert read in economy(one) and one.doubts == ((FORMULAE,) if "<math>" in new else ())


@pytest.mark.parametrize(
    "new",
    [
        *(
            f'<input type="{kind}" value="35">'
            for kind in ("hidden", "checkbox", "radio", "submit", "password", "range")
        ),
        "<input type=number>",
        "<select></select>",
        '<iframe hidden src="part.html"></iframe>',
        '<canvas style="display:none"></canvas>',
        "<iframe></iframe>",
        '<iframe src="about:blank"></iframe>',
        '<object data="data:image/png;base64,AA=="></object>',
        "<noscript>请打开脚本</noscript>",
        "<video>不能播放视频</video>",
    ],
)
def test_what_no_reader_of_a_page_sees_is_neither_read_nor_told(new: str, tmp_path: Path) -> None:
    one = of("127家", f"127{new}家", tmp_path)
    assert "企业127家" in economy(one) and one.doubts == ()


def test_a_field_by_itself_is_no_line_of_the_text(tmp_path: Path) -> None:
    one = of("127家", "127家<p><input value='请输入关键词'></p>", tmp_path)
    assert not any("关键词" in text for _, text in blocks(one)) and one.doubts == ()


UNSEEN = (
    *("font-size:0", "font-size: 0px;", "opacity:0", "opacity:.0", "position:absolute;left:-9999px", "display:none"),
    *("visibility:collapse", "mso-hide:all", "text-indent:-9999px;display:inline-block"),
    "position:absolute;clip:rect(0,0,0,0)",
)


@pytest.mark.parametrize("style", UNSEEN)
def test_words_in_a_line_that_nobody_sees_are_none_of_it(style: str, tmp_path: Path) -> None:
    assert "5.3%" in economy(of("5.3%", "5.3%", tmp_path))
    assert "元，比上年" in economy(of("比上年", f'<span style="{style}">防采集字符</span>比上年', tmp_path))


@pytest.mark.parametrize(
    ("rule", "is_seen"),
    [
        (".jam{display:none}", False),
        ("span.jam , .other { color: red; display : none }", False),
        ("@media screen{.jam{visibility:hidden}}", False),
        ("@media print{.jam{display:none}}", True),
        ("@media (max-width: 600px){.jam{display:none}}", True),
        ("b.jam{display:none}", True),
        ("@media{.jam{display:none}}", False),
        ("@media print, SCREEN { .other{color:red} .jam{display:none} }", False),
        ("@media print{.other{color:red}} .jam{display:none}", False),
        ("@media(max-width:600px){.jam{display:none}}", True),
        ("@supports (display:grid){@media screen{.jam{display:none}}}", False),
        ("@supports (display:grid){@media print{.jam{display:none}}}", True),
        (".other{color:red; .jam{display:none}}", True),
        ('@charset "utf-8"; .jam{display:none}', False),
        ("} .jam{display:none}", False),
        ("/*/ .jam{display:none} /*/", True),
        ("/* .jam{display:none}", True),
        ("/* .jam{display:none} */", True),
    ],
)
def test_what_a_style_of_the_page_hides_is_hidden(rule: str, is_seen: bool, tmp_path: Path) -> None:
    one = of("比上年", '<span class="jam">甲乙丙</span>比上年', tmp_path, head=f"<style>{rule}</style>")
    assert ("甲乙丙" in economy(one)) == is_seen


@pytest.mark.parametrize(
    ("new", "head", "doubt"),
    [
        ("<svg><text>486.2</text></svg>", "", "a picture stands within its text"),
        ("<canvas></canvas>", "", "a picture stands within its text"),
        ('<iframe src="part.html"></iframe>', "", "a frame stands within its text, which shows another file"),
        ('<object data="part.pdf"></object>', "", "a frame stands within its text, which shows another file"),
        ('<embed src="part.pdf">', "", "a frame stands within its text, which shows another file"),
        ('<b class="n"></b>', '<style>.n::before{content:"486.2"}</style>', "words of their own, which are no text"),
    ],
)
def test_what_cannot_be_read_is_told(new: str, head: str, doubt: str, tmp_path: Path) -> None:
    one = of("486.2", new, tmp_path, head=head)
    assert [doubt in told for told in one.doubts] == [True]


@pytest.mark.parametrize(
    "head", ['<style>.crumb::before{content:"1"}</style>', '<style>h1::after{content:">"}</style>']
)
def test_of_what_a_style_draws_nowhere_or_without_a_word_nothing_is_told(head: str, tmp_path: Path) -> None:
    assert of("127家", "127家<svg><path d='M1 2'/></svg>", tmp_path, head=head).doubts == ()


def table(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def test_what_stands_behind_a_cell_that_reaches_down_keeps_its_column(tmp_path: Path) -> None:
    row = '<td>企业</td><td rowspan="2">100家</td><td>127家</td>'
    one = of(LINES[7], LINES[7] + table(row, "<td>学位</td><td>1500个</td>", row), tmp_path)
    assert "学位　　1500个" in [text for _, text in blocks(one)] and one.doubts == ()


def test_a_row_that_begins_below_a_cell_that_reaches_down_is_told(tmp_path: Path) -> None:
    rows = ('<th rowspan="2">指标</th><th>2021年</th><th>2022年</th>', "<td>480.5亿元</td><td>486.2亿元</td>")
    one = of(LINES[7], LINES[7] + table(*rows), tmp_path)
    assert one.doubts == (REACHING,)


LONG = 200_000
ENDLESS = {
    "a query that is not closed": "@media screen{" + ".a{color:red}" * LONG,
    "queries in each other": "@media screen{" * LONG,
    "brackets": "{" * LONG + "}" * LONG,
    "remarks that are not closed": "/*/*" * LONG,
    "what draws, with blanks": (".a::before{content" + " " * 3_000 + ":''}") * 1_000,
    "kinds of elements": "".join(f".a{number}::before{{content:'甲'}}" for number in range(LONG // 10)),
    "colons": ":" * LONG + "before{content:'甲'}",
    "names for one rule": ",".join([".a"] * LONG) + "{" + "opacity:0" * LONG + "}",
}
SLOW = {
    "noughts": f'<span style="opacity:{"0" * LONG}x">',
    "noughts behind a point": f'<span style="font-size:0.{"0" * LONG}x">',
    "blanks": f'<span style="font-size:0{" " * LONG}x">',
    "formulae in each other": f"<math>{'<mrow>' * 240}<mn>1</mn>{'</mrow>' * 240}</math>",
    "lines through": f'<span style="{"text-decoration:" * (LONG // 10)}">',
    "tables in each other": "<table><tr><td>" * 250 + "</table>" * 250,
    "tables": "<table><tr><td>甲</table>" * 5_000,
}


@pytest.mark.parametrize("case", [*ENDLESS, *SLOW])
def test_a_page_that_is_made_to_be_slow_is_read_all_the_same(case: str, tmp_path: Path) -> None:
    style = f"<style>{ENDLESS[case]}</style>" if case in ENDLESS else ""
    assert "127家" in economy(of("127家", f"127家{SLOW.get(case, '')}", tmp_path, head=style))
