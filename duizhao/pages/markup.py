"""HTML made in code: a block's text with its highlights nested, prose from Markdown, and text that is escaped.

Templates place what is made here and never say that something is safe.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import markdown
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


def prose_html(text: str, address: Callable[[str, str], str]) -> Markup:
    """Editors' Markdown as HTML, its references (`[words](term:liu-wen)`) made into addresses.

    Headings begin with `##`: a page has its title already. A line break between two Han characters is taken out:
    it would show as a space.
    """
    resolved = _LINK.sub(lambda match: f"]({address(match[1], match[2])})", text)
    html = markdown.markdown(
        resolved,
        extensions=["tables", "attr_list", "toc"],
        extension_configs={"toc": {"slugify": _slug, "permalink": False}},
    )
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


def joined(parts: Sequence[Markup | str], separator: str) -> Markup:
    """The parts, escaped where they are plain text, with the separator between."""
    return Markup(escape(separator)).join(parts)


_TOKEN = re.compile(r"<!--.*?-->|<![^>]*>|<(/?)([a-zA-Z][\w-]*)([^<>]*)>|([^<]+)", re.DOTALL)
_LANG = re.compile(r'\slang="([^"]*)"')
_HAN_RUN = re.compile(r"[《“(]?[\u3400-\u9fff〇][\u3400-\u9fff〇、，。；：《》“”…0-9.%,·()（）-]*(?<![,.(·“-])")
# Elements that cannot hold a span, or whose text is no text of the page.
_CLOSED = {"title", "option", "script", "style", "text", "desc", "textarea"}
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def han_runs_named(html: str) -> str:
    """The page with each run of Han characters that stands in another language marked as Chinese.

    Readers' voices and line breaking go by `lang`; words of the content quote Chinese in the midst of English.
    """
    languages, elements, out = [""], [""], []
    for token in _TOKEN.finditer(html):
        closing, name, attributes, text = token.groups()
        if text is not None:
            foreign = not languages[-1].startswith("zh") and not _CLOSED.intersection(elements)
            out.append(_HAN_RUN.sub(r'<span lang="zh-Hans">\g<0></span>', text) if foreign else text)
            continue
        out.append(token[0])
        if name is None or name.lower() in _VOID or attributes.endswith("/"):
            continue
        if closing:
            del languages[max(1, len(languages) - 1) :], elements[max(1, len(elements) - 1) :]
        else:
            found = _LANG.search(attributes)
            languages.append(found[1] if found else languages[-1])
            elements.append(name.lower())
    return "".join(out)
