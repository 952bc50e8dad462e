"""Captures of the invented report by real writers, and what imports them into an empty site of its district."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from playwright.sync_api import Browser

from duizhao.content.files import shared_records
from duizhao.content.records import District
from duizhao.content.schema import Bilingual
from duizhao.corpus.vocabularies import Vocabularies, vocabularies_of
from duizhao.importers.importing import Imported, Wanted, imported
from duizhao.importers.source import source_of
from duizhao.scaffold.site import new_site
from duizhao.site.write import add_files

from .invented import BODIES, CLOSING, LEADS, LINES, PARTS, TITLE

DISTRICT = District(id="qinghu", name=Bilingual("晴湖区", "Qinghu"), city=Bilingual("某市", "Mou"), adcode="440399")
RECORD = """\
- id: qinghu
  name: {zh: 晴湖区, en: Qinghu}
  city: {zh: 某市, en: Mou}
  adcode: "440399"
"""


def site(folder: Path) -> Path:
    """An empty site with the invented district."""
    add_files(new_site(), folder)
    with (folder / "content/districts.yaml").open("a", encoding="utf-8") as file:
        file.write(RECORD)
    return folder


@cache
def _vocabularies(folder: Path) -> Vocabularies:
    return vocabularies_of(shared_records(folder)[0])


@cache
def _of_a_new_site() -> Vocabularies:
    with TemporaryDirectory() as folder:
        return vocabularies_of(shared_records(site(Path(folder)))[0])


def import_of(name: str, data: bytes, folder: Path, *, year: str = "", plain: bool = False) -> Imported:
    """The report that a capture of this name and these bytes becomes in the site in the folder, or in a new one."""
    own = _vocabularies(folder) if (folder / "content").is_dir() else _of_a_new_site()
    return imported(source_of(name, data), Wanted(DISTRICT, year=year, plain=plain), own)


def blocks(one: Imported) -> list[tuple[int, str]]:
    """What the report's text is: the level and the words of each block."""
    return [(block.level, block.text) for block in one.made.blocks]


def word_file() -> bytes:
    """The report as a Word file with styles, by python-docx."""
    document = Document()
    document.add_heading(TITLE, 0)
    for line in LINES[1:5]:
        document.add_paragraph(line)
    for part, number in zip(PARTS, (0, 2), strict=True):
        document.add_heading(part, 1)
        for at in (number, number + 1):
            document.add_paragraph(LEADS[at] + BODIES[at])
    document.add_paragraph(CLOSING)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a document of python-docx."""
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def page(lines: Sequence[str] = LINES) -> str:
    """The report as a page with a menu, a list of links and a foot."""
    text = "".join(f"<p>{line}</p>" for line in lines[1:])
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{lines[0]}_晴湖区人民政府</title></head><body>'
        '<nav><a href="/">首页</a> &gt; <a href="/a">政务公开</a></nav>'
        f'<div class="article"><h1>{lines[0]}</h1>{text}</div>'
        '<div class="side"><ul><li><a href="#">相关链接</a></li><li><a href="#">2021年政府工作报告</a></li></ul></div>'
        "<footer>版权所有 晴湖区人民政府 备案号 12345</footer><script>var article = 1</script></body></html>"
    )


def printed(browser: Browser, style: str, changed: tuple[str, str] = ("", "")) -> bytes:
    """The report as Chromium prints it, with a head and a number on every page; the first of two words is the other."""
    text = "".join(f"<p>{line.replace(*changed) if changed[0] else line}</p>" for line in LINES[1:])
    edges = {"top": "60px", "bottom": "60px", "left": "50px", "right": "50px"}
    context = browser.new_context()
    window = context.new_page()
    window.set_content(f"<meta charset=utf-8><style>{style}</style><h1>{TITLE}</h1>{text}")
    data = window.pdf(
        format="A5",
        margin=edges,  # type: ignore[arg-type]
        display_header_footer=True,
        header_template='<div style="font-size: 9px">晴湖区人民政府公报</div>',
        footer_template='<div style="font-size: 9px"><span class="pageNumber"></span></div>',
    )
    context.close()
    return data
