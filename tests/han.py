"""The judge of Chinese words within English: finds each run of Han characters of a finished page that has no lang.

It reads the page's source by itself and knows nothing of how pages are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"<!--.*?-->|<![^>]*>|<(/?)([a-zA-Z][\w-]*)([^<>]*)>|([^<]+)", re.DOTALL)
_LANG = re.compile(r'\slang="([^"]*)"')
_HAN_RUN = re.compile(r"[《“(]?[\u3400-\u9fff〇][\u3400-\u9fff〇、，。；：《》“”…0-9.%,·()（）-]*(?<![,.(·“-])")
# Elements that cannot hold a span, or whose text is no text of the page.
_CLOSED = {"title", "option", "script", "style", "text", "desc", "textarea"}
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def unmarked_runs(html: str) -> Iterator[str]:
    """Each run of Han characters that stands in another language and is not marked as Chinese."""
    languages, elements = [""], [""]
    for token in _TOKEN.finditer(html):
        closing, name, attributes, text = token.groups()
        if text is not None:
            if not languages[-1].startswith("zh") and not _CLOSED.intersection(elements):
                yield from (run[0] for run in _HAN_RUN.finditer(text))
        elif name is None or name.lower() in _VOID or attributes.endswith("/"):
            continue
        elif closing:
            del languages[max(1, len(languages) - 1) :], elements[max(1, len(elements) - 1) :]
        else:
            found = _LANG.search(attributes)
            languages.append(found[1] if found else languages[-1])
            elements.append(name.lower())
