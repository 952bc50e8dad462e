"""Python-Markdown as it is used here: a text into its tree, by a closed set of its own rules.

Nothing of the source passes as HTML: what reads raw HTML, images and entities is not asked. The tree is then taken
over element by element; what it may not hold stops it. What Markdown would lose is found before, in `blocks`, `inline`.
"""

from __future__ import annotations

import html
import re
import string
from collections import Counter
from dataclasses import dataclass
from xml.etree import ElementTree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, ReferenceInlineProcessor, SubstituteTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX, AtomicString

from .inline import AUTOLINK, ENTITY, character
from .lines import Fence, parts_of
from .tree import Element

# What begins and ends a line of its own; the whole is a div.
BLOCKS = frozenset(
    ("div", "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr")
    + ("table", "thead", "tbody", "tr", "th", "td")
)
TAGS = BLOCKS | {"a", "br", "code", "em", "strong"}
# What reads HTML, and what makes images and links by rules of its own.
_INLINE_LEFT_OUT = ("image_link", "image_reference", "short_image_ref", "autolink", "automail", "html", "entity")
_FENCED = re.compile(f"{STX}fence:(\\d+){ETX}")
_ESCAPED = re.compile(f"{STX}(\\d+){ETX}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text was parsed to: its tree, whose root is a div, and what would be lost or stand on the page as typed.

    `labels` are those of definitions, each with how often it is defined, and `unused` those that no link uses; `stray`
    is each **, ](, ][ and ` that came to nothing, with a few of the words behind it.
    """

    root: Element
    labels: Counter[str]
    unused: frozenset[str]
    stray: tuple[str, ...]


def parsed(text: str) -> Parsed:
    """The tree of a text. Raises ValueError where the parser makes an element that prose does not have."""
    references = _References()
    reader = _reader(references)
    fenced = _Fences(reader)
    reader.preprocessors.register(fenced, "fences", 20)
    lines = text.split("\n")
    for preprocessor in reader.preprocessors:
        lines = preprocessor.run(lines)
    root = reader.parser.parseDocument(lines).getroot()
    if root is None:
        raise ValueError("Markdown made no tree")
    reader.treeprocessors["inline"].run(root)
    taken = _Taken(fenced.codes)
    tree = taken.element(root)
    return Parsed(tree, references.defined, frozenset(references.keys() - references.used), tuple(taken.stray))


def _reader(references: _References) -> Markdown:
    reader = Markdown(extensions=["tables"], extension_configs={"tables": {"use_align_attribute": True}})
    reader.preprocessors.deregister("html_block")
    reader.parser.blockprocessors.deregister("code")
    for name in _INLINE_LEFT_OUT:
        reader.inlinePatterns.deregister(name)
    reader.ESCAPED_CHARS = list(string.punctuation)
    reader.references = references
    reader.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash_break", 185)
    reader.inlinePatterns.register(_LabelBeside(r"(?<!!)\[", reader), "reference", 170)
    reader.inlinePatterns.register(_Addresses(AUTOLINK.pattern, reader), "addresses", 120)
    reader.inlinePatterns.register(_Entities(ENTITY.pattern, reader), "entities", 80)
    return reader


class _References(dict[str, tuple[str, str]]):
    """Definitions by label, which remember how often each was defined and which links asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.defined: Counter[str] = Counter()
        self.used: set[str] = set()

    def __setitem__(self, label: str, definition: tuple[str, str]) -> None:
        self.defined[label] += 1
        super().__setitem__(label, definition)

    def __getitem__(self, label: str) -> tuple[str, str]:
        self.used.add(label)
        return super().__getitem__(label)


class _Fences(Preprocessor):
    """Takes code between fences out of the text, before anything else is read of it, and leaves its number."""

    def __init__(self, reader: Markdown) -> None:
        super().__init__(reader)
        self.codes: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        left: list[str] = []
        position = 0
        for part in parts_of("\n".join(lines)):
            if isinstance(part, Fence) and part.closed:
                left += (*lines[position : part.opening.number - 1], "", f"{STX}fence:{len(self.codes)}{ETX}", "")
                position = part.opening.number + len(part.code) + 1
                self.codes.append("\n".join((*part.code, "")))
        return left + lines[position:]


class _LabelBeside(ReferenceInlineProcessor):
    """A link by a label, [words][label]; with a space between the two there are two links, or none."""

    RE_LINK = re.compile(r"\[([^\]]*)\]")


class _Addresses(InlineProcessor):
    """An address between angle brackets, as a link that says it; whether it is a right one is looked at elsewhere."""

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[ElementTree.Element, int, int]:  # type: ignore[override]
        link = ElementTree.Element("a", href=match[1] if ":" in match[1] else f"mailto:{match[1]}")
        link.text = AtomicString(match[1].removeprefix("mailto:"))
        return link, match.start(), match.end()


class _Entities(InlineProcessor):
    """An entity as its character, which is text like any other and is escaped like any other."""

    def handleMatch(self, match: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]
        return "".join(f"{STX}{ord(char)}{ETX}" for char in character(match[0])), match.start(), match.end()


class _Taken:
    """The parser's tree taken over: the elements that prose may hold with their texts, and no other."""

    def __init__(self, codes: list[str]) -> None:
        self.codes = codes
        self.stray: list[str] = []

    def element(self, node: ElementTree.Element) -> Element:
        """An element with all within it. Raises ValueError for one that prose does not have."""
        tag = {"h1": "h2"}.get(node.tag, node.tag)
        if tag not in TAGS:
            raise ValueError(f"prose has no <{node.tag}>")
        fence = _FENCED.fullmatch((node.text or "").strip()) if tag == "p" and not len(node) else None
        if fence:
            return Element("pre", (Element("code", (self.codes[int(fence[1])],)),))
        if tag == "code":
            return Element("code", (html.unescape(node.text or ""),))
        return Element(
            tag,
            tuple(self._children(node)),
            html_unescaped(_unescaped(node.get("href", ""))) if tag == "a" else "",
            html_unescaped(_unescaped(node.get("title", ""))) if tag == "a" else "",
            node.get("align", "") if tag in ("td", "th") else "",
        )

    def _children(self, node: ElementTree.Element) -> list[Element | str]:
        children: list[Element | str] = [self._text(node.text)] if node.text else []
        for child in node:
            children.append(self.element(child))
            if child.tail:
                children.append(self._text(child.tail))
        return children

    def _text(self, text: str) -> str:
        self.stray += re.findall(rf"(?:\*\*|\]\(|\]\[|`)[^{STX}]{{0,8}}", text)
        return _unescaped(text)


def html_unescaped(text: str) -> str:
    """The text of an attribute with its entities as characters; an & without its semicolon is itself."""
    return ENTITY.sub(lambda match: character(match[0]), text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text)
