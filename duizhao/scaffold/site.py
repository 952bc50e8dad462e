"""The first files of a new site: no district and no report, but all that a build needs, and how to go on from there.

What the files may hold is told by the declarations of records, how the site is put on the web by `deploying`; what is
put on disk is left to `site.write`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..content.file_kinds import FileKind
from ..content.json_schema import SCHEMAS, editor_lines, schema_texts
from ..content.manual import manual
from ..content.schema import Bilingual, Key, doc_of
from ..content.value_types import English
from .deploying import deploying_files

# What a site says of itself until somebody has written it.
_PLACEHOLDERS = {
    "id": "my-site",
    "title": "{zh: 我的对照, en: My districts}",
    "claim": "{zh: 区级报告并排阅读, en: District reports side by side}",
    "base_url": "https://example.org/",
    "languages": "[en, zh]",
    "publisher": "{zh: 编者, en: The editors}",
}
_README = """\
# A site of district reports

`content/` holds all that people write, and [its manual](content/README.md) says how. Begin with `site.yaml`, then
`themes.yaml`, then add a district and a report of it:

    duizhao new district ID --zh … --city … --adcode …
    duizhao import FILE --district ID     # a text, a page, a Word file or a PDF, as it was found

    duizhao build     # writes the site into site/; open site/index.html
    duizhao check     # says what is wrong, and counts what was checked
    duizhao schema    # writes the schemas that an editor checks content/ by; once more after an id was added
    duizhao explain   # what the codes of mistakes mean

`title` in `site.yaml` is the site's name: it ends the title of every page and stands in citations, calendars and
documents. The masthead has the word `site.name`, which `content/strings.yaml` may replace:

    site.name: {en: My districts, zh: 我的对照}

Single templates, styles and words of your own stand under `theme/`, in place of those that Duizhao carries.

On GitHub, `.github/workflows/pages.yml` checks every push to `main` and puts the site on GitHub Pages: choose GitHub
Actions under Settings, Pages, and write the address into `base_url` of `content/site.yaml`. `requirements.txt` says
which Duizhao it is built with.
"""
_PROSE = {
    "about.en": "Who makes this site, which reports it holds and why: write it in `content/prose/about.en.md`.",
    "about.zh": "本站由谁编写，收录哪些报告，为了什么：请写在 `content/prose/about.zh.md`。",
    "method.en": "How the reports were found, read and checked: write it in `content/prose/method.en.md`.",
    "method.zh": "报告怎样搜集、阅读、核对：请写在 `content/prose/method.zh.md`。",
}


def new_site() -> dict[str, bytes]:
    """The files of a new site by their paths from its top."""
    texts = {".gitignore": "/site/\n/.site.duizhao/\n/.cache/\n", "README.md": _README, "content/README.md": manual()}
    texts |= {f"content/prose/{name}.md": f"{text}\n" for name, text in _PROSE.items()}
    texts |= deploying_files()
    texts |= {f"{SCHEMAS}/{name}": text for name, text in schema_texts().items()}
    for kind, line in editor_lines():
        if "<" not in kind.path:  # the others stand in the folder of a report
            texts[kind.path] = "\n".join((line, f"# {doc_of(kind.record)}", *_keys(kind))) + "\n"
    return {path: text.encode() for path, text in texts.items()}


def _keys(kind: FileKind[Any]) -> Iterator[str]:
    """What stands in a file before a person has written: the settings of a site, else a record in comments."""
    keys: tuple[Key, ...] = kind.record.keys
    if not kind.many:
        for key in keys:
            yield f"\n# {_said(key)}"
            given = _PLACEHOLDERS.get(key.name)
            yield f"{key.name}: {given}" if given else f"# {key.name}: {_form(key)}"
        return
    yield "# Each is written like this, without the number signs before the keys:\n#"
    for index, key in enumerate(keys):
        optional = "" if key.required else "may be absent: "
        yield f"# {'  ' if index else '- '}{key.name}: {_form(key)}  # {optional}{_said(key)}"


def _said(key: Key) -> str:
    return f"{key.doc} (one of: {', '.join(key.choices)})" if key.choices else key.doc


def _form(key: Key) -> str:
    """How a value of the key looks, with … for what is to be written; words stand in quotes, as a comment follows."""
    if key.annotation is Bilingual:
        return '{zh: "…", en: "…"}'
    if key.annotation in (str, English) and not key.choices:
        return '"…"'
    if key.annotation in (tuple[str, ...], tuple[English, ...]) and not key.choices:
        return '["…"]'
    return "[…]" if key.many or str(key.annotation).startswith("tuple[") else "…"
