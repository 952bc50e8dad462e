"""What becomes of lines: headings in several lines or with a stop, who wrote a text and when, what is not lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import document_fromstring

from duizhao.importers.hidden import show_struck
from duizhao.importers.importing import Imported

from .invented import (
    BLANKS,
    BLOCKS,
    BODIES,
    LEADS,
    LINES,
    MEETING,
    OPENING,
    PARTS,
    SPEAKER,
    TEXT,
    TITLE,
    WRAPPED,
    wrapped,
)
from .made import blocks, import_of, page

OF_FACTORY = "老厂房的外墙保留了下来，里面却换了模样：一层是社区食堂，二层是办事窗口，居民下楼走几步就能把事情办完。"
FEATURE = "晴湖区把老厂房改成市民客厅 让居民在家门口办好事"


def text_of(*lines: str) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def imported_feature(tmp_path: Path, *lines: str) -> Imported:
    """The import of a feature of these lines, behind which one more paragraph stands."""
    return import_of("晴湖2023.txt", text_of(*lines, OF_FACTORY), tmp_path)


def test_a_numbered_line_with_a_stop_is_a_heading_before_its_text_and_none_in_a_list(tmp_path: Path) -> None:
    lines = [*LINES[:6], "（一）产业根基更加牢固。", BODIES[0], "（二）城区面貌持续改善。", BODIES[1]]
    lines += [
        *LINES[8:],
        "今年要办好以下实事，每一件都由区政府领导牵头，按月通报进度，年底向代表报告完成情况：",
        "（一）新建幼儿园。",
    ]
    one = import_of("a.txt", text_of(*lines, "（二）新建食堂。", "（三）新建公园。", LINES[-1]), tmp_path)
    made = blocks(one)
    assert (2, "（一）产业根基更加牢固。") in made and (2, "（二）城区面貌持续改善。") in made
    assert (0, "（一）新建幼儿园。") in made and (0, "（二）新建食堂。") in made


def test_short_lines_before_a_paragraph_of_a_feature_are_one_heading(tmp_path: Path) -> None:
    parts = ("任务一", "盘活闲置厂房", BODIES[0], "01", "引来新的企业", BODIES[1], "任务二", "补齐民生短板")
    one = imported_feature(tmp_path, FEATURE, BODIES[2], *parts, BODIES[3])
    assert [(level, text) for level, text in blocks(one) if level] == [
        (1, "任务一 盘活闲置厂房"),
        (2, "01 引来新的企业"),
        (1, "任务二 补齐民生短板"),
    ]
    assert {"heading": "3-4", "level": 1, "join": " "} in one.draft.steps["lines"]


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ((f"{FEATURE} 2023年06月30日 林小舟",), "林小舟"),
        ((FEATURE, "发布时间：2023-06-30 09:15", "本报记者 林小舟 通讯员 周一帆"), "林小舟 通讯员 周一帆"),
        ((FEATURE, "2023.06.30", "文/林小舟"), "林小舟"),
        ((FEATURE, "日期：2023年6月30日", "（撰文：林小舟）"), "林小舟"),
    ],
)
def test_title_day_and_writer_of_a_feature_are_found(head: tuple[str, ...], byline: str, tmp_path: Path) -> None:
    one = imported_feature(tmp_path, "首页 > 要闻", *head, *BODIES)
    keys, printed = one.draft.keys, one.draft.printed
    assert (keys["kind"], keys["date"], keys["date_basis"], keys["title_basis"]) == (
        *("feature", "2023-06-30"),
        *("printed", "printed"),
    )
    assert (printed["title"], printed["byline"]) == (FEATURE, byline)
    assert blocks(one) == [(0, body) for body in (*BODIES, OF_FACTORY)]
    assert any(doubt.startswith("title: line 2 is taken for it") for doubt in one.doubts)


def test_a_writer_behind_a_paragraph_is_taken_out_and_words_that_begin_alike_are_not(tmp_path: Path) -> None:
    culture = "文化建设成效显著"
    lines = (FEATURE, *BODIES[:2], culture, *BODIES[2:], OF_FACTORY + "（通讯员 林小舟）")
    one = import_of("晴湖2023.txt", text_of(*lines), tmp_path)
    assert one.draft.printed["byline"] == "林小舟"
    assert blocks(one)[-1] == (0, OF_FACTORY) and (1, culture) in blocks(one)


def test_a_short_first_sentence_is_text_and_not_left_out(tmp_path: Path) -> None:
    short = "现在，我代表区人民政府向大会报告工作，请予审议。"
    one = import_of("a.txt", TEXT.replace(OPENING, short).encode(), tmp_path)
    assert blocks(one) == [(0, short), *BLOCKS[1:]]


def test_the_day_of_the_meeting_goes_before_that_on_which_a_page_was_put_up(tmp_path: Path) -> None:
    lines = (TITLE, "发布日期：2023-03-01 来源：晴湖日报", "2023-03-02 10:00", MEETING, SPEAKER)
    one = import_of("a.txt", text_of(*lines, *LINES[4:]), tmp_path)
    assert (one.draft.keys["date"], one.draft.printed["occasion"]) == (
        "2023-02-08",
        "晴湖区第六届人民代表大会第三次会议",
    )


AT_MEETING = "——在晴湖区第六届人民代表大会第三次会议上"


@pytest.mark.parametrize(
    "head",
    [
        (TITLE, "发布时间：2023-02-20", AT_MEETING, SPEAKER, "（2023年2月8日）"),
        (TITLE, "2023年2月20日", AT_MEETING, SPEAKER, "（2023年2月8日）"),
        (TITLE, "2023-02-20 10:12", AT_MEETING, SPEAKER, "2023年2月8日"),
        (TITLE, AT_MEETING, SPEAKER, "(二〇二三年二月八日)", "更新日期：2023年2月20日"),
        ("晴湖区第六届人民代表大会第三次会议", TITLE, MEETING, SPEAKER),
        ("晴湖区第六届人民代表大会第三次会议", TITLE, "发布时间：2023-02-20", MEETING, SPEAKER),
        (TITLE, "2023年2月8日至10日在晴湖区第六届人民代表大会第三次会议上", SPEAKER),
        (TITLE, "（二〇二三年二月八日—十日在晴湖区第六届人民代表大会第三次会议上）", SPEAKER),
        (TITLE, "2023年2月8日至3月1日在晴湖区第六届人民代表大会第三次会议上", SPEAKER),
    ],
    ids="".join,
)
def test_the_day_of_a_report_is_that_of_its_meeting(head: tuple[str, ...], tmp_path: Path) -> None:
    one = import_of("a.txt", text_of(*head, *LINES[3:]), tmp_path)
    assert (one.draft.keys["date"], one.draft.keys["date_basis"]) == ("2023-02-08", "printed")
    assert one.draft.printed["occasion"] == "晴湖区第六届人民代表大会第三次会议"
    assert blocks(one) == BLOCKS


NEWS = (
    "编者按：2月8日上午，晴湖区第六届人民代表大会第三次会议开幕，区长林舟代表区人民政府向大会作政府工作报告，"
    "现将报告全文刊发如下。"
)
NOTICE = (
    "关于印发《2023年晴湖区政府工作报告》的通知",
    "晴府〔2023〕1号",
    "各街道办事处，区政府各部门，各直属单位：",
    "《2023年晴湖区政府工作报告》已经区第六届人民代表大会第三次会议审议通过，现印发给你们，请认真组织实施。",
    "晴湖区人民政府",
    "2023年2月15日",
)


@pytest.mark.parametrize(
    "before",
    [
        (NEWS,),
        NOTICE,
        (NOTICE[0], *NOTICE),
        (*NOTICE[:4], "请各单位于2023年3月底以前把分解落实的情况报区政府办公室，由其汇总后印发各有关单位。"),
    ],
    ids=["word", "notice", "title", "paragraphs"],
)
@pytest.mark.parametrize("title", [TITLE, "政府工作报告"])
def test_what_comes_before_the_head_of_a_report_is_left_out_and_told(
    before: tuple[str, ...], title: str, tmp_path: Path
) -> None:
    one = import_of("a.txt", text_of(*before, title, *LINES[1:]), tmp_path)
    assert blocks(one) == BLOCKS
    assert one.draft.printed == PRINTED | {"title": title}
    assert one.draft.keys["date"] == "2023-02-08"
    long = next(line for line in before if len(line) > 40)
    assert any(long[:24] in doubt for doubt in one.doubts)


def test_a_word_of_who_published_it_below_the_title_is_left_out(tmp_path: Path) -> None:
    one = import_of("a.txt", text_of(TITLE, NEWS, *LINES[1:]), tmp_path)
    assert (blocks(one), one.draft.printed) == (BLOCKS, PRINTED)


PRINTED = {
    "title": TITLE,
    "date": "2023年2月8日",
    "speaker": SPEAKER,
    "occasion": "晴湖区第六届人民代表大会第三次会议",
    "address": "各位代表：",
}
# What pages print about a report, and what of it is told as the report's own.
ON_PAGES: dict[str, dict[str, str]] = {
    **dict.fromkeys(
        ("打印", "分享", "搜索", "听全文", "大 中 小", "关闭", "关注", "全文", "简体版", "林业", "打印　关闭"), {}
    ),
    **dict.fromkeys(("区长", "区长信箱", "书记信箱", "主席令", "区长之窗", "人民代表大会"), {}),
    **dict.fromkeys(
        ("字号：大中小", "【打印】【关闭】", "责任编辑：林小舟", "索引号：110/2023-1", "发文日期：2023-02-15"), {}
    ),
    **dict.fromkeys((f"标　　题：　{TITLE}", f"名称：{TITLE}", "主题词：政府工作报告", "所属栏目：区政府工作报告"), {}),
    **dict.fromkeys(
        ("日期：2023-02-05　浏览：356　来源：", "来源：　发布时间：2023-02-05", "来源：2023-02-05", "来源："), {}
    ),
    "来源：区政府办公室浏览次数：35": {"source": "区政府办公室"},
    "发布日期：2023-02-15来源：本网字体：大": {"source": "本网"},
    "来源：晴湖日报【字号：大中小】": {"source": "晴湖日报"},
    "来源：晴湖日报打印": {"source": "晴湖日报"},
    "来　源：晴湖分享网": {"source": "晴湖分享网"},
    "来源：区政府办公室点赞数：35": {},
}


@pytest.mark.parametrize("line", ON_PAGES)
def test_what_a_page_puts_about_a_report_is_not_taken_for_its_own_words(line: str, tmp_path: Path) -> None:
    added = f"<div>{line}</div>"
    for at in ("<h1>", f"<p>{MEETING}"):
        one = import_of("a.html", page().replace(at, added + at).encode(), tmp_path)
        assert one.draft.printed == PRINTED | ON_PAGES[line]
        assert blocks(one) == BLOCKS


def test_the_table_of_what_a_page_holds_gives_no_title_beside_the_title(tmp_path: Path) -> None:
    row = f"<tr><td>标　　题：</td><td>{TITLE}</td></tr>"
    html = page().replace(f"<p>{MEETING}", f"<table>{row}</table><p>{MEETING}")
    assert import_of("a.html", html.encode(), tmp_path).draft.printed == PRINTED
    alone = html.replace(f"<h1>{TITLE}</h1>", "<h1>政府工作报告</h1>")
    assert import_of("a.html", alone.encode(), tmp_path).draft.printed == PRINTED


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (f"{TITLE}（草案）", f"{TITLE}（草案）"),
        (f"（{TITLE}）", TITLE),
        (f"{TITLE} 发布时间：2023-02-15 浏览次数：35", TITLE),
        (f"{TITLE}发布时间：2023-02-15", TITLE),
        ("奋力谱写晴湖新篇章：2023年政府工作报告", "奋力谱写晴湖新篇章：2023年政府工作报告"),
    ],
)
def test_a_title_is_whole_and_nothing_but_the_title(printed: str, title: str, tmp_path: Path) -> None:
    one = import_of("a.txt", TEXT.replace(TITLE, printed, 1).encode(), tmp_path)
    assert one.draft.printed == PRINTED | {"title": title}


@pytest.mark.parametrize("became", ["，未经审议", "，已经大会审议通过"])
def test_what_became_of_a_draft_is_no_part_of_the_meeting(became: str, tmp_path: Path) -> None:
    line = f"（2023年2月8日在晴湖区第六届人民代表大会第三次会议上{became}）"
    one = import_of("a.txt", TEXT.replace(MEETING, line).encode(), tmp_path)
    assert one.draft.printed == PRINTED and one.doubts == ()


@pytest.mark.parametrize(
    "speaker",
    ["林　舟", "区长林舟同志", "旗长　布仁巴雅尔", "区长　艾克拜尔·米吉提", "林舟（区长）", "晴湖区代区长　林舟"],
)
def test_a_speaker_is_found_with_and_without_an_office(speaker: str, tmp_path: Path) -> None:
    one = import_of("a.txt", TEXT.replace(SPEAKER, speaker).encode(), tmp_path)
    assert one.draft.printed == PRINTED | {"speaker": speaker}


@pytest.mark.parametrize(
    ("label", "source"), [("责任编辑：\n林小舟", {}), ("来源：\n晴湖日报", {"source": "晴湖日报"}), ("来源：", {})]
)
def test_what_stands_behind_a_word_with_a_colon_is_what_that_word_tells_of(
    label: str, source: dict[str, str], tmp_path: Path
) -> None:
    text = text_of(label, TITLE, label, *LINES[1:2], *LINES[3:])
    one = import_of("a.txt", text, tmp_path)
    assert one.draft.printed == {key: words for key, words in PRINTED.items() if key != "speaker"} | source


def test_a_line_that_is_left_out_before_the_text_is_shown_where_it_may_be_more(tmp_path: Path) -> None:
    odd = "本次会议的全部材料可以到晴湖区政务服务大厅二楼领取"
    one = import_of("a.txt", f"{TITLE}\n{odd}\n{MEETING}\n".encode() + text_of(*LINES[2:]), tmp_path)
    assert [doubt for doubt in one.doubts if doubt.startswith(f"left out before the text: line 2, {odd[:24]}")]
    assert blocks(one) == BLOCKS


def test_a_part_without_a_number_stands_above_only_where_parts_begin_anew_under_it(tmp_path: Path) -> None:
    annex = ("2023年十件实事清单", "一、新建一批幼儿园。", BODIES[3], "二、新建一批公园。", BODIES[1])
    one = import_of("a.txt", text_of(*LINES[:-1], *annex), tmp_path)
    levels = {text: level for level, text in blocks(one) if level}
    assert levels["一、2022年工作回顾"] == levels["2023年十件实事清单"] == levels["一、新建一批幼儿园。"] == 1


TABLE = (
    ("指标", "2022年", "2023年目标"),
    ("地区生产总值", "486.2亿元", "增长6%"),
    ("城镇新增就业", "8800人", "9000人"),
)
BEHIND_TABLE = "以上指标由区统计局按照国家统一的方法核算，全年结束以后向社会公布结果，请代表监督。"


@pytest.mark.parametrize("between", ["\t", "    ", " | "])
def test_rows_of_a_table_are_paragraphs_and_none_is_a_heading(between: str, tmp_path: Path) -> None:
    rows = tuple(between.join(row) for row in TABLE)
    one = import_of("a.txt", text_of(*LINES[:-1], "附表", *rows, BEHIND_TABLE), tmp_path)
    assert blocks(one)[-4:] == [*((0, row) for row in rows), (0, BEHIND_TABLE)]


def test_rows_of_a_table_of_a_page_are_a_line_each(tmp_path: Path) -> None:
    rows = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in TABLE)
    html = page((*LINES[:-1], BEHIND_TABLE)).replace(f"<p>{BEHIND_TABLE}", f"<table>{rows}</table><p>{BEHIND_TABLE}")
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one)[-4:] == [*((0, "\u3000".join(row)) for row in TABLE), (0, BEHIND_TABLE)]


@pytest.mark.parametrize("row", ["2　新增就业1.8万人　区人社局", "序号\t实事项目\t牵头单位", "就业  人  增长"])
def test_a_row_of_three_cells_is_no_heading_whatever_stands_above(row: str, tmp_path: Path) -> None:
    one = import_of("a.txt", text_of(*LINES[:-1], "区教育局", row, BEHIND_TABLE), tmp_path)
    assert blocks(one)[-2:] == [(0, row), (0, BEHIND_TABLE)]


def test_rows_of_a_table_of_a_page_with_figures_beside_each_other_are_kept(tmp_path: Path) -> None:
    rows = (("指标", "单位", "2021年", "2022年"), ("规上工业企业", "家", "210", "242"), ("就业", "人", "8600", "8800"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    html = page().replace(f"<p>{LINES[-1]}", f"<table>{table}</table><p>{LINES[-1]}")
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == [*BLOCKS[:-1], *((0, "\u3000".join(row)) for row in rows), BLOCKS[-1]]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("461<br>486", "461 486"),
        ("461<br/>\n486", "461 486"),
        ("<p>461</p><p>486</p>", "461 486"),
        ("<div>461</div>486", "461 486"),
        ("461<ul><li>486</li><li>515</li></ul>", "461 486 515"),
        ("<span style='display: block'>461</span><span style='color: red; display:block'>486</span>", "461 486"),
        ("461<hr>486", "461 486"),
        ("<p>生产总值</p><p>（亿元）</p>", "生产总值 （亿元）"),
        ("<b>461</b>.<i>5</i>", "461.5"),
        ("<p>461</p>", "461"),
    ],
)
def test_pieces_of_a_cell_of_a_page_are_parted_by_a_blank(cell: str, words: str, tmp_path: Path) -> None:
    rows = f"<tr><td>指标</td><td>数值</td></tr><tr><td>就业</td><td>{cell}</td></tr><tr><td></td><td>8600</td></tr>"
    html = page().replace(f"<p>{LINES[-1]}", f"<table>{rows}</table><p>{LINES[-1]}")
    layer = import_of("a.html", html.encode(), tmp_path).taken.text
    assert f"\n指标\u3000数值\n就业\u3000{words}\n\u30008600\n" in layer


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<span style='display:block'>学校120</span><span style='display:block'>150所</span>", "学校120\n150所"),
        ("<span style='display:table-cell'>120</span><span style='display:table-cell'>150</span>", "120\u3000150"),
        ("<span style='display:inline'>120</span><span style='display:inline-block'>150</span>", "120150"),
    ],
)
def test_what_a_style_shows_as_a_block_or_as_a_cell_is_one(html: str, words: str, tmp_path: Path) -> None:
    html = page().replace(f"<p>{LINES[-1]}", f"<div>{html}</div><p>{LINES[-1]}")
    assert f"\n{words}\n" in import_of("a.html", html.encode(), tmp_path).taken.text


def test_a_row_with_a_long_cell_is_a_line_as_the_rows_beside_it_are(tmp_path: Path) -> None:
    long = "改造老旧小区23个，惠及居民8600户，同步更新供水管网28公里，加装电梯120部，"
    long += "新增停车泊位3500个，让居民在家门口享受更好的服务"
    rows = (("序号", "实事项目", "单位"), ("1", "新建食堂12家", "区民政局"), ("2", long, "区住建局"))
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    html = page().replace(f"<p>{LINES[-1]}", f"<table>{table}</table><p>{LINES[-1]}")
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == [*BLOCKS[:-1], *((0, "\u3000".join(row)) for row in rows), BLOCKS[-1]]


def test_a_page_that_is_laid_out_by_a_table_is_no_table(tmp_path: Path) -> None:
    html = (
        page()
        .replace('<div class="article">', "<table><tr><td>首页</td><td>")
        .replace("</p></div>", "</p></td></tr></table>")
    )
    assert blocks(import_of("a.html", html.encode(), tmp_path)) == BLOCKS


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<st1:chmetcnv UnitName='个' w:st='on'>", "</st1:chmetcnv>"),
        ("<nobr>", "</nobr>"),
        ("<o:p>", "</o:p>"),
        ("<x-figure>", "</x-figure>"),
        ("<data value=1>", "</data>"),
    ],
)
def test_an_element_of_a_page_that_no_browser_shows_by_itself_breaks_no_line(
    begin: str, end: str, tmp_path: Path
) -> None:
    html = page().replace("1500个", f"{begin}1500个{end}").replace("2022年工作", f"{begin}2022年{end}工作")
    assert blocks(import_of("a.html", html.encode(), tmp_path)) == BLOCKS


def test_what_a_page_has_for_browsers_that_show_no_films_is_not_read(tmp_path: Path) -> None:
    html = page().replace(f"<p>{PARTS[1]}", f"<video src=a.mp4>本段视频需要更新的浏览器才能播放。</video><p>{PARTS[1]}")
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == BLOCKS and "播放" not in one.taken.text


def test_pictures_and_numbers_within_the_text_of_a_page_are_told(tmp_path: Path) -> None:
    items = "<ol><li>新建公园12个，改造道路30公里。</li><li>新增学位1500个，新建食堂12家。</li></ol>"
    html = page().replace(f"<p>{PARTS[1]}", f"<p><img src=a.png alt=指标表></p>{items}<p>{PARTS[1]}")
    assert import_of("a.html", html.encode(), tmp_path).doubts == (
        "a picture stands within its text: see whether a table or words are shown there, which are not here",
        "2 items are of lists that the page numbers itself; their numbers are no text and are not here",
    )


@pytest.mark.parametrize(
    ("at", "added"),
    [
        ("<nav>", "<img src=logo.png><ol><li>首页</li><li>新闻</li></ol>"),
        ("<footer>", "<img src=code.png>"),
        (f"<p>{PARTS[1]}", "<img src=sign.gif width=16 height=16>"),
        (f"<p>{PARTS[1]}", "<ul><li>新建公园12个，改造道路30公里。</li></ul>"),
        (f"<p>{PARTS[1]}", "<ol style='list-style: none'><li>新建公园12个，改造道路30公里。</li></ol>"),
    ],
)
def test_what_is_no_picture_or_number_of_the_text_is_not_told(at: str, added: str, tmp_path: Path) -> None:
    assert import_of("a.html", page().replace(at, added + at).encode(), tmp_path).doubts == ()


@pytest.mark.parametrize("name", ["报告.md", "报告.txt"])
def test_the_signs_of_markdown_are_taken_out_and_its_headings_are_known(name: str, tmp_path: Path) -> None:
    lead = f"**{LEADS[0]}**{BODIES[0]}"
    table = ("| 指标 | 目标 |", "| --- | :--: |", "| 城镇新增就业 | 9000人 |")
    lines = (
        f"# {TITLE}",
        *LINES[1:5],
        f"## {PARTS[0]}",
        lead,
        LINES[7],
        f"## {PARTS[1]}",
        *LINES[9:11],
        *table,
        LINES[-1],
    )
    one = import_of(name, "\n\n".join(lines).encode(), tmp_path)
    assert blocks(one) == [*BLOCKS[:-1], (0, "指标 \u3000 目标"), (0, "城镇新增就业 \u3000 9000人"), BLOCKS[-1]]
    assert one.draft.printed["title"] == TITLE


def test_a_sign_that_is_not_only_of_markdown_stays(tmp_path: Path) -> None:
    text = TEXT.replace("14家", "14*家").replace(PARTS[0], f"# {PARTS[0]}").replace(PARTS[1], f"# {PARTS[1]}")
    one = import_of("a.md", text.encode(), tmp_path)
    assert "14*家" in one.made.text and "#" not in one.made.text


MEETINGS = (MEETING, "（2023年2月8日在晴湖区第六届人民代表大会第三次会议上）")


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("meeting", MEETINGS)
@pytest.mark.parametrize(
    ("indent", "between", "head"),
    [
        ("", "\n", "\n"),
        ("", "\n", "\n\n"),
        ("", "", "\n\n"),
        (BLANKS, "", "\n"),
        (BLANKS, "", "\n\n"),
        ("    ", "", "\n"),
        ("\t", "\n", "\n"),
    ],
)
def test_broken_lines_are_joined_and_those_before_the_text_are_not(
    end: str, meeting: str, indent: str, between: str, head: str, tmp_path: Path
) -> None:
    text = f"{head.join((TITLE, meeting, SPEAKER, '各位代表：'))}\n{wrapped(indent, between)}"
    one = import_of("a.txt", text.replace("\n", end).encode(), tmp_path)
    assert one.draft.printed == PRINTED
    assert blocks(one) == [(int(line in PARTS), line) for line in WRAPPED]


def test_a_title_and_a_meeting_that_are_broken_themselves_are_joined(tmp_path: Path) -> None:
    title = "关于晴湖区二〇二二年国民经济和社会发展计划执行情况与二〇二三年计划草案的报告"
    meeting = "（2023年2月8日在某市晴湖区第六届人民代表大会第三次会议上）"
    head = f"{title[:30]}\n{title[30:]}\n{meeting[:24]}\n{meeting[24:]}\n{SPEAKER}\n各位代表：\n"
    one = import_of("a.txt", f"{head}{wrapped('', '')}".encode(), tmp_path)
    assert one.draft.printed == PRINTED | {"title": title, "occasion": "某市晴湖区第六届人民代表大会第三次会议"}


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_numbered_heading_at_the_margin_is_no_part_of_the_indented_paragraph_before_it(
    between: str, tmp_path: Path
) -> None:
    text = f"{TITLE}\n{wrapped(BLANKS, between)}".replace(f"{BLANKS}一、", "一、").replace(f"{BLANKS}二、", "二、")
    assert blocks(import_of("a.txt", text.encode(), tmp_path)) == [(int(line in PARTS), line) for line in WRAPPED]


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("完成投资<del>20</del>30亿元", "完成投资30亿元"),
        ("完成投资<s>20</s><ins>30</ins>亿元", "完成投资30亿元"),
        ("完成投资<strike>20</strike>30亿元", "完成投资30亿元"),
        ('完成投资<span style="color:red; text-decoration: underline line-through">20</span>30亿元', "完成投资30亿元"),
        ('完成投资<font style="text-decoration-line:line-through">20</font>30亿元', "完成投资30亿元"),
        ('完成投资<span style="text-decoration: underline">30</span>亿元', "完成投资30亿元"),
        ("建设<ruby>葑<rp>(</rp><rt>fēng</rt><rp>)</rp></ruby>门食堂12家", "建设葑门食堂12家"),
        ("建设<ruby>葑<rt>fēng<rb>门<rt>mén</ruby>食堂12家", "建设葑门食堂12家"),
        ("建设<ruby>葑<rp>(<rt>fēng<rp>)<rb>门<rp>(<rt>mén<rp>)</ruby>食堂12家", "建设葑门食堂12家"),
        ("建设<ruby><rb>葑<rb>门<rt>fēng<rt>mén</ruby>食堂12家", "建设葑门食堂12家"),
        ("建设<ruby>葑<rt>fēng<ruby>门<rt>mén</ruby>食堂12家", "建设葑门食堂12家"),
    ],
)
def test_what_is_struck_out_or_read_above_characters_is_no_text(html: str, words: str, tmp_path: Path) -> None:
    before, behind = "全区持续扩大有效投资，积极推进各类项目落地，", "，重点工程进展顺利，群众得到了实惠。"
    page_of_it = page().replace(f"<p>{LINES[-1]}", f"<p>{before}{html}{behind}</p><p>{LINES[-1]}")
    one = import_of("a.html", page_of_it.encode(), tmp_path)
    assert blocks(one) == [*BLOCKS[:-1], (0, before + words + behind), BLOCKS[-1]]
    assert any("struck out" in doubt for doubt in one.doubts) == ("20" in html)


def test_a_paragraph_that_is_struck_out_is_no_text_and_joins_none(tmp_path: Path) -> None:
    struck = "<del><p>取消的项目一共20个，全部不再列入计划。</p></del>"
    html = page().replace(f"<p>{LINES[-1]}", f"{struck}<p>{LINES[-1]}")
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one) == BLOCKS
    assert one.doubts == ("one run of words is struck out in its text, and not here",)


@pytest.mark.parametrize("strike", ["<strike>{}</strike>", '<div style="text-decoration: line-through">{}</div>'])
@pytest.mark.parametrize("within", ["page", "article", "lines"])
def test_a_text_that_is_struck_out_wholly_is_read_and_told(strike: str, within: str, tmp_path: Path) -> None:
    lines = [*LINES[:6], f"投资<s>20</s>30亿元。{LINES[6]}", *LINES[7:]]
    html = page([strike.format(line) for line in lines] if within == "lines" else lines)
    begin, end = strike.split("{}")
    if within == "page":
        html = html.replace("<body>", f"<body>{begin}").replace("</body>", f"{end}</body>")
    elif within == "article":
        html = html.replace('<div class="article">', f'{begin}<div class="article">').replace(
            "</div>", f"</div>{end}", 1
        )
    one = import_of("a.html", html.encode(), tmp_path)
    assert "its text is struck out, and is read as if it were not" in one.doubts
    words = "".join(words for _, words in blocks(one))
    assert all(line in words for line in LINES[4:])
    assert "投资30亿元" in words


def test_words_struck_out_of_a_page_without_a_paragraph_stay_out() -> None:
    root = document_fromstring("<p>完成投资<s>20</s>30亿元。</p><p>新建公园<del>6</del>8个。</p>")
    assert not show_struck(root)
    assert len([*root.iter("s", "del")]) == 2


def test_a_row_of_more_cells_than_those_above_it_is_no_heading(tmp_path: Path) -> None:
    rows = "<tr><th>指标</th><th colspan='2'>2022年</th></tr><tr><td>生产总值</td><td>486.2</td><td>5.3%</td></tr>"
    html = page().replace(f"<p>{LINES[-1]}", f"<table>{rows}</table><p>{LINES[-1]}")
    one = import_of("a.html", html.encode(), tmp_path)
    assert blocks(one)[-3:-1] == [(0, "指标\u30002022年"), (0, "生产总值\u3000486.2\u30005.3%")]


def test_words_that_markdown_strikes_out_are_told(tmp_path: Path) -> None:
    one = import_of("a.md", TEXT.replace("486.2", "~~480.1~~486.2").encode(), tmp_path)
    assert [told.startswith("words stand between ~~") for told in one.doubts] == [True]
