"""HTML made in code: a block's text with its highlights nested, prose from Markdown, and text that is escaped.

Templates place what is made here and never say that something is safe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Span:
    """A highlighted run of a block, start..end within the block's text, with the tag that opens it and what closes it.

    `opening` is used for its first part and `again` for parts that follow where another span cuts through it.
    """

    start: int
    end: int
    opening: Markup
    again: Markup
    closing: Markup


def highlighted(text: str, spans: Iterable[Span]) -> Markup:
    """The text with its spans as nested tags; a span that crosses another is cut where the other ends."""
    out: list[Markup] = []
    position = 0
    open_spans: list[Span] = []
    waiting = sorted(spans, key=_outer_first)
    while waiting or open_spans:
        if open_spans and (not waiting or open_spans[-1].end <= waiting[0].start):
            inner = open_spans.pop()
            out += (escape(text[position : inner.end]), inner.closing)
            position = inner.end
            continue
        span = waiting.pop(0)
        if open_spans and span.end > open_spans[-1].end:
            cut = open_spans[-1].end
            rest = Span(cut, span.end, span.again, span.again, span.closing)
            waiting = sorted([*waiting, rest], key=_outer_first)
            span = Span(span.start, cut, span.opening, span.again, span.closing)
        out += (escape(text[position : span.start]), span.opening)
        position = span.start
        open_spans.append(span)
    out.append(escape(text[position:]))
    return Markup("").join(out)


def _outer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


_LINK = re.compile(r"\]\((statement|report|indicator|initiative|term|theme|district|page):([^)\s]+)\)")
_HAN_BREAK = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])")


def prose_html(text: str, address: Callable[[str, str], str], language: str) -> Markup:
    """Editors' Markdown as HTML, its references (`[words](term:liu-wen)`) made into addresses, its foreign runs marked.

    Headings begin with `##`: a page has its title already. A line break between two Han characters is taken out:
    it would show as a space.
    """
    resolved = _LINK.sub(lambda match: f"]({address(match[1], match[2])})", text)
    reader = markdown.Markdown(
        extensions=["tables", "attr_list", "toc"],
        extension_configs={"toc": {"slugify": _slug, "permalink": False}},
    )
    if language != "zh":
        # After the words are read (20), before they are laid out (10).
        reader.treeprocessors.register(_HanRuns(reader), "han", 15)
    html = reader.convert(resolved)
    # In the HTML, since a heading and its paragraph, or two rows of a table, may stand on neighbouring lines.
    html = _HAN_BREAK.sub("", html)
    return Markup(
        html.replace("<table>", '<div class="scroll" tabindex="0"><table class="small">').replace(
            "</table>", "</table></div>"
        )
    )


def _slug(value: str, separator: str) -> str:
    """A heading's id that keeps Han characters; Python-Markdown's own drops them all."""
    return re.sub(r"[^\w]+", separator, value.strip().lower()).strip(separator)


_HAN_RUN = re.compile(r"[《“(]?[\u3400-\u9fff〇][\u3400-\u9fff〇、，。；：《》“”…0-9.%,·()（）-]*(?<![,.(·“-])")


def foreign(text: str, language: str) -> Markup:
    """The text escaped, and on a page that is not in Chinese each run of Han characters marked as Chinese.

    Readers' voices and line breaking go by `lang`; words of the content quote Chinese in the midst of English. It is
    for texts of the page only: an attribute, a title or an option can hold no element.
    """
    if language == "zh" or not _HAN_RUN.search(text):
        return escape(text)
    out: list[Markup] = []
    position = 0
    for run in _HAN_RUN.finditer(text):
        out += (escape(text[position : run.start()]), Markup('<span lang="zh-Hans">{}</span>').format(run[0]))
        position = run.end()
    return Markup("").join((*out, escape(text[position:])))


class _HanRuns(Treeprocessor):
    """Marks the Han runs of Markdown's own tree, where text and attributes are apart."""

    def run(self, root: Element) -> None:
        if root.get("lang", "").startswith("zh"):
            return
        children = list(root)
        root.text, runs = _marked_runs(root.text)
        root[:0] = runs
        for child in children:
            self.run(child)
            child.tail, runs = _marked_runs(child.tail)
            place = list(root).index(child) + 1
            root[place:place] = runs


def _marked_runs(text: str | None) -> tuple[str | None, list[Element]]:
    """What stands before the first Han run, and the runs as elements, each with the text behind it."""
    if not text or not _HAN_RUN.search(text):
        return text, []
    runs: list[Element] = []
    end = len(text)
    for match in reversed(list(_HAN_RUN.finditer(text))):
        run = Element("span", lang="zh-Hans")
        run.text, run.tail, end = AtomicString(match[0]), text[match.end() : end], match.start()
        runs.insert(0, run)
    return text[:end], runs
