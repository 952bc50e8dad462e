"""From a capture to a page: imported, read by the program first, then by a person on the page; and the files of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from duizhao.cli import main
from duizhao.content.files import library_of
from duizhao.pipeline import built

from ..sample import report
from ..served import Served, served

pytestmark = pytest.mark.browser
NAME = "qinghu-2022-work-report"
CAPTURE = """青湖区2022年政府工作报告
2022年1月12日
各位代表：
现在，我代表青湖区人民政府，向大会报告政府工作，请予审议，并请各位委员提出意见。
一、2021年工作回顾
过去一年，全区新增就业2.1万人。东湖大桥建成通车。改造老旧小区8个，惠及居民3000户，群众生活环境明显改善。
全区建成社区养老服务站6个，新增养老床位500张，老年人的获得感、幸福感、安全感不断增强，全区社会大局保持和谐稳定，各项事业都有了新的进步，群众的日子越过越好。
二、2022年工作安排
力争新增就业2万人以上，改造老旧小区12个。推进东堤公园改造，让群众推窗见绿、出门见景，共享美好生活，让老街巷焕发新的活力，让年轻人愿意来、留得下、过得好。
"""
# The path to the site is like the one to a report of it.
SITE = """
id: sample
title: 样本
claim: 虚构的区。
base_url: https://example.org/reports/qinghu-2021/
languages: [zh]
publisher: 编者
"""
PROMISES = """
statements:
- {id: k01, kind: task, quote: 推进东湖大桥建设，力争早日建成通车, themes: [city], by: "2021", period_basis: inferred}
- {id: k02, kind: task, quote: 办好春季赛艇公开赛, themes: [city], by: "2021", period_basis: inferred}
"""
TASKS = "# 一、今年工作\n推进东湖大桥建设，力争早日建成通车。办好春季赛艇公开赛。"
EARLIER = report("qinghu-2021", TASKS, PROMISES, date='"2021"', covers='"2021"')
SHARED = {
    "site.yaml": SITE,
    "districts.yaml": '- {id: qinghu, name: 青湖区, city: 云江市, adcode: "990101"}\n',
    "themes.yaml": "- {id: jobs, name: 就业}\n- {id: city, name: 城建}\n",
    "indicators.yaml": "- {id: new-jobs, name: 新增就业, unit: 人, theme: jobs, definition: 全年新增就业。}\n",
} | {path.removeprefix("content/"): re.sub("{zh: (.*?), en: .*?}", r"\1", text) for path, text in EARLIER.items()}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A site in Chinese with a report that was imported, and what is suggested for it."""
    top = tmp_path_factory.mktemp("edited")
    for name, text in SHARED.items():
        path = top / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (top / "capture.txt").write_text(CAPTURE, "utf-8")
    assert main(["import", str(top / "capture.txt"), "--district", "qinghu", "--top", str(top)]) == 0
    assert main(["suggest", NAME, "--top", str(top)]) == 0
    with served(top, edit=True) as found:
        assert found.live.state.issues == ()
        yield found


@pytest.fixture
def page(usual: BrowserContext, shown: Served) -> Iterator[Page]:
    page = usual.new_page()
    page.goto(f"{shown.address}reports/{NAME}/")
    expect(page.locator(".edit-left")).to_be_visible()
    yield page
    page.close()


def file(shown: Served, name: str) -> str:
    path = shown.top / "content" / "reports" / NAME / name
    return path.read_text("utf-8") if path.is_file() else ""


def done(page: Page, said: str) -> None:
    expect(page.locator(".edit-said")).to_contain_text(re.compile(f"^已写入：{said}"))


def select(page: Page, words: str) -> None:
    """Selects words of the text, as a reader does with the mouse."""
    page.evaluate(
        """words => {
          const block = [...document.querySelectorAll(".src")].find(one => one.textContent.includes(words));
          const start = block.textContent.indexOf(words), range = document.createRange();
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          for (let at = 0; walker.nextNode(); at += walker.currentNode.length) {
            const within = place => at <= place && place <= at + walker.currentNode.length;
            if (within(start) && start < at + walker.currentNode.length) range.setStart(walker.currentNode, start - at);
            if (within(start + words.length)) {
              range.setEnd(walker.currentNode, start + words.length - at);
              break;
            }
          }
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


def statements(top: Path) -> dict[str, tuple[str, str]]:
    """The statements of the report as its files have them: their words, and whether a person has read them."""
    library = library_of(top)[0]
    assert library
    return {one.id: (one.quote, one.entered) for one in library.reports[-1].statements}


def test_a_report_is_read_on_its_page_and_its_files_hold_what_was_decided(page: Page, shown: Served) -> None:
    card, quote, left = page.locator(".edit-bar"), page.locator(".edit-bar blockquote"), page.locator(".edit-left")
    expect(left).to_contain_text("余 4 段 · 7 个数字 · 12 条建议 · 1 条后续")
    assert page.evaluate("CSS.highlights.get('duizhao-suggested').size") == 13

    # accepted with a key: a paragraph with nothing to code, then a statement, which the next build marks in the text
    page.keyboard.press("j")
    page.keyboard.press("a")
    done(page, "p1")
    expect(quote).to_have_text("全区新增就业2.1万人")
    expect(card).to_contain_text("2.1万人 等于 21000 人 新增")
    # its figure typed: what the figure does not say is told at its field, and nothing that was typed is lost
    form = page.locator(".edit-form")
    page.keyboard.press("e")
    value, indicator = (form.locator(f"[name='m0.{name}']") for name in ("value", "indicator"))
    expect(value).to_have_value("21000")
    value.fill("2.1")
    indicator.fill("new-jobs")
    indicator.press("Enter")
    expect(form.locator(".edit-wrong")).to_have_text("数字“2.1万人”写的是21000，不是2.1。")
    expect(value).to_be_focused()
    expect(indicator).to_have_value("new-jobs")
    value.fill("21000")
    value.press("Enter")
    done(page, "r01")
    shown.live.rebuild()  # as the watch does
    expect(page.locator("#r01")).to_have_text("全区新增就业2.1万人")
    expect(left).to_contain_text("余 2 段 · 6 个数字 · 10 条建议")

    # what a person has changed is written as changed
    expect(quote).to_have_text("东湖大桥建成通车")
    page.keyboard.press("e")
    form.locator("[name=quote]").fill("大桥建成通车")
    form.locator("[name=themes]").press("Enter")
    done(page, "r02")

    # a follow-up on it, beside the promise's words: a key for what it is evidence of, and the ground
    expect(quote.first).to_have_text("推进东湖大桥建设，力争早日建成通车")
    expect(quote.last).to_have_text("大桥建成通车")
    page.keyboard.press("1")
    expect(form.locator("[name=evidence]")).to_have_value("reported-done")
    expect(form.locator("[name=because_zh]")).to_be_focused()
    page.keyboard.insert_text("后文称大桥已经通车。")
    page.keyboard.press("Enter")
    done(page, "f001：报告已完成")
    written = (shown.top / "content" / "follow-ups.yaml").read_text("utf-8")
    assert f"later: [{NAME}/r02]" in written and "zh: 后文称大桥已经通车。" in written

    # what lacks a theme asks for it; left, and refused
    expect(quote).to_have_text("改造老旧小区8个，惠及居民3000户")
    page.keyboard.press("a")
    expect(form.locator("label:has([name=themes]) .edit-wrong")).to_contain_text("还没有主题")
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    done(page, "g003")
    shown.live.rebuild()
    expect(page.locator("#r02")).to_have_text("大桥建成通车")

    # words that are selected become a statement, though they stand twice
    expect(left).to_contain_text("8 条建议")
    select(page, "改造老旧小区12个")
    page.keyboard.press("c")
    expect(form.locator("[name=kind]")).to_have_value("target")
    form.locator("[name=themes]").fill("city")
    form.locator("[name=themes]").press("Enter")
    done(page, "t01")
    shown.live.rebuild()
    expect(page.locator("#t01")).to_have_text("改造老旧小区12个")
    expect(left).to_be_visible()

    # what is refused changes nothing that readers see: the page stays as it is
    page.evaluate("document.body.dataset.old = ''")
    # one more, which is undone
    before = file(shown, "suggestions.yaml")
    page.keyboard.press("j")
    page.keyboard.press("r")
    done(page, "g0")
    assert file(shown, "suggestions.yaml") != before
    page.keyboard.press("u")
    done(page, "suggestions.yaml")
    assert file(shown, "suggestions.yaml") == before
    shown.live.rebuild()

    expect(page.locator("body[data-old]")).to_have_count(1)

    assert statements(shown.top) == {
        "r01": ("全区新增就业2.1万人", ""),
        "r02": ("大桥建成通车", ""),
        "t01": ("改造老旧小区12个", ""),
    }
    annotations, suggestions = file(shown, "annotations.yaml"), file(shown, "suggestions.yaml")
    assert "nothing_to_code: [p1]" in annotations
    assert "- {figure: 12个, value: 12, unit: 个, operator: eq, aspect: level}" in annotations
    assert suggestions.count("- {kind: result, quote: 改造老旧小区8个，惠及居民3000户") == 1
    files = built(shown.top).files
    assert {name: (shown.top / "site" / name).read_bytes() for name in files} == files


def test_a_file_that_was_changed_meanwhile_is_not_written_and_what_was_typed_stays(page: Page, shown: Served) -> None:
    page.keyboard.press("j")
    card = page.locator(".edit-bar blockquote")
    expect(card).to_be_visible()
    page.keyboard.press("e")
    form = page.locator(".edit-form")
    form.locator("[name=themes]").fill("jobs city")
    path = shown.top / "content" / "reports" / NAME / "suggestions.yaml"
    changed = path.read_text("utf-8") + "# mine\n"
    path.write_text(changed, "utf-8")
    form.locator("[name=themes]").press("Enter")
    expect(page.locator(".edit-said")).to_contain_text("没有写入")
    expect(form.locator("[name=themes]")).to_have_value("jobs city")
    expect(form.locator("[name=themes]")).to_be_focused()
    assert path.read_text("utf-8") == changed
    form.locator("[name=themes]").press("Enter")
    expect(page.locator(".edit-said")).to_contain_text("已写入")

    # nor is it lost where the server was started anew meanwhile
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.evaluate("duizhaoServed.again()")
    expect(page.locator(".served-panel")).to_contain_text("服务已重新启动")
    form.locator("[name=themes]").press("Enter")
    expect(form.locator("[name=themes]")).to_be_focused()


def test_a_follow_up_that_nobody_proposed_is_entered_with_keys_and_undone(page: Page, shown: Served) -> None:
    form, option = page.locator(".edit-form"), page.locator(".edit-found:not([hidden]) [aria-selected=true]")
    names = ("promise", "later", "evidence", "searched", "because_zh")
    field = {name: form.locator(f"[name={name}]") for name in names}
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator("h1").click()
    page.keyboard.press("f")
    expect(field["promise"]).to_be_focused()

    # a promise by some of its words: the nearest is pointed at, and taken with Enter
    page.keyboard.insert_text("赛艇")
    expect(option).to_contain_text("任务 · k02")
    page.keyboard.press("Enter")
    expect(field["promise"]).to_have_value("qinghu-2021/k02")
    expect(form.locator(".edit-pair blockquote")).to_have_text("办好春季赛艇公开赛")

    # what was searched for and does occur is told at its field, in the language of the page
    expect(field["searched"]).to_be_hidden()
    field["evidence"].select_option("not-found")
    field["searched"].fill("赛艇、日子")
    field["because_zh"].fill("后文没有提到赛艇。")
    page.keyboard.press("Enter")
    expect(form.locator("label:has([name=searched]) .edit-wrong")).to_contain_text(re.compile("^“日子”在.+中出现过"))
    expect(field["searched"]).to_be_focused()

    # later words by what they say, and by what is selected while the form is open
    field["later"].focus()
    page.keyboard.insert_text("群众的日子越过越好")
    expect(option).to_contain_text("未标为陈述的文字")
    page.keyboard.press("Enter")
    select(page, "让老街巷焕发新的活力")
    page.locator(".edit-select button:visible").click()
    expect(form.locator(".edit-later blockquote")).to_have_text(["群众的日子越过越好", "让老街巷焕发新的活力"])
    assert page.evaluate("document.querySelector('.edit-bar').scrollWidth <= document.documentElement.clientWidth")
    field["evidence"].select_option("related-words")
    field["searched"].fill("")
    before = file(shown, "../../follow-ups.yaml")
    field["because_zh"].fill("后文泛泛而谈。")
    page.keyboard.press("Enter")
    done(page, "qinghu-2021/k02：有相关表述")
    written = file(shown, "../../follow-ups.yaml")
    assert f"later: [{{report: {NAME}, quote: 群众的日子越过越好}}, {{report: {NAME}, quote: 让老街巷" in written
    assert "because:\n    zh: 后文泛泛而谈。\n" in written
    page.keyboard.press("u")
    done(page, "../../follow-ups.yaml")
    assert file(shown, "../../follow-ups.yaml") == before


def test_the_focus_stays_where_it_was_in_the_bar(page: Page, shown: Served) -> None:
    bar = page.locator(".edit-bar")
    button = {name: bar.locator(f"[data-act={name}]") for name in ("next", "previous", "reject", "edit", "undo")}
    page.keyboard.press("j")
    for name in ("next", "previous", "next"):
        button[name].focus()
        page.keyboard.press("Enter")
        expect(button[name]).to_be_focused()

    # also after something was written, and after the page was loaded again
    button["reject"].focus()
    page.keyboard.press("Enter")
    done(page, "[gp0-9]+")
    expect(button["reject"]).to_be_focused()
    page.evaluate("document.body.dataset.old = ''")
    page.reload()
    expect(page.locator("body[data-old]")).to_have_count(0)
    expect(button["reject"]).to_be_focused()
    button["undo"].focus()
    page.keyboard.press("Enter")
    done(page, "suggestions.yaml")
    expect(page.locator(".edit-bar:focus, .edit-bar :focus")).to_have_count(1)  # the bar, where no more can be undone

    # whoever points at a button types blanks to go on reading
    button["next"].click()
    expect(page.locator("body")).to_be_focused()

    # of a form that is left the bar has it, from which the next stop is its first button
    while button["edit"].count() == 0:
        page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    expect(bar).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.edit-bar').contains(document.activeElement)")


def test_keys_are_left_to_whoever_types(page: Page, shown: Served) -> None:
    before = file(shown, "annotations.yaml")
    page.keyboard.press("j")
    page.locator(".masthead .search input").type("aaru")
    page.evaluate("scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'})")
    page.locator(".keys-switch input").uncheck()
    page.locator("h1").click()
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert file(shown, "annotations.yaml") == before and page.locator(".edit-said").inner_text() == ""
