"""Text that a page holds and does not show: read where it waits for a script, told where it is kept back."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.importers.hidden import WAITED
from duizhao.importers.source import Refused

from .invented import BLOCKS, BODIES, LINES, TITLE
from .made import blocks, import_of, page

HEAD = f"<!doctype html><meta charset=utf-8><title>{TITLE}</title><h1>{TITLE}</h1>"
ALL = "".join(f"<p>{line}</p>" for line in LINES[1:])
FIRST, REST = ("".join(f"<p>{line}</p>" for line in lines) for lines in (LINES[1:8], LINES[8:]))
SCRIPTED = {
    "a style as WeChat sends it": "<div id=js_content style='visibility: hidden; opacity: 0; '>{}</div>",
    "a style without display": "<section style='display:none;color:red'>{}</section>",
    "an attribute": "<div hidden>{}</div>",
    "an element about another": "<div style='display: none'><div>{}</div></div>",
}


@pytest.mark.parametrize("case", SCRIPTED)
def test_a_text_that_waits_for_a_script_is_read_and_told(case: str, tmp_path: Path) -> None:
    one = import_of("a.html", (HEAD + SCRIPTED[case].format(ALL)).encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert WAITED in one.doubts


def test_a_whole_page_that_waits_for_a_script_is_read(tmp_path: Path) -> None:
    hidden = page().replace("<body>", "<body style='visibility:hidden'>")
    assert blocks(import_of("a.html", hidden.encode(), tmp_path)) == BLOCKS


def test_beside_a_text_that_waits_for_a_script_what_is_hidden_stays_hidden(tmp_path: Path) -> None:
    inner = f"<div style='display:none'>{'相关阅读：某某公司招聘启事。' * 20}</div>"
    hidden = f"<div hidden>{ALL}{inner}</div><div hidden>请先登录，再看全文。</div>"
    assert blocks(import_of("a.html", (HEAD + hidden).encode(), tmp_path)) == BLOCKS


def test_a_page_whose_text_stands_in_what_is_never_shown_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        import_of("a.html", f"{HEAD}<noscript>{ALL}</noscript>".encode(), tmp_path)


KEPT_BACK = {
    "a part that is folded": "<div id=page2 style='display:none'>{}</div>",
    "a part by an attribute": "<div hidden>{}</div>",
    "what is shown without scripts": "<noscript>{}</noscript>",
    "a template": "<template>{}</template>",
}


@pytest.mark.parametrize("case", KEPT_BACK)
def test_a_part_that_a_page_does_not_show_is_told(case: str, tmp_path: Path) -> None:
    data = HEAD + FIRST + f"<p>{BODIES[2]}</p>" + KEPT_BACK[case].format(REST)
    one = import_of("a.html", data.encode(), tmp_path)
    told = [doubt for doubt in one.doubts if doubt.startswith("text that it does not show is not here")]
    assert len(told) == 1 and "（一）坚持项目为先" in told[0]
    assert "坚持项目为先" not in one.made.text


@pytest.mark.parametrize(
    "hidden",
    [
        f"<div style='display:none'>{FIRST}</div>",  # once more, for narrow windows
        "<ul style='display:none'><li>首页</li><li>政务公开</li></ul>",
        "<noscript>您的浏览器没有启用脚本，为了正常浏览本站的全部内容，请在浏览器的设置中启用以后再刷新本页。</noscript>",
        "<script>var words = '现在，我代表晴湖区人民政府，向大会报告工作。'</script>",
    ],
)
def test_what_is_hidden_and_is_no_other_text_is_not_told(hidden: str, tmp_path: Path) -> None:
    one = import_of("a.html", (HEAD + ALL + hidden).encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert not any("does not show" in doubt for doubt in one.doubts)


def test_a_page_that_hides_no_text_either_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        import_of("a.html", f"{HEAD}<div style='display:none'>登录</div>".encode(), tmp_path)
