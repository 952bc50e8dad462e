"""Rules over all reports: what editors wrote leads somewhere, in a language of the site.

How prose becomes HTML is left to the pages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...content.page_names import INTRODUCED, NAMED_PAGES, REFERENCE_KINDS, WRITTEN
from ...content.records import Prose
from ...issues import Issue, SourcePosition
from ...prose.addresses import Nowhere, Outside, led_to
from ...prose.reading import written
from ...prose.tree import Fault
from ...text.language import is_chinese, is_without_chinese
from ...text.near import nearest
from ..join import Corpus
from ..renames import now_called

Known = Mapping[str, Collection[str]]
_OF_PAGES = (*WRITTEN, *INTRODUCED)


def prose_is_within_bounds(corpus: Corpus) -> Iterator[Issue]:
    """A text of prose, its lines and its paragraphs are no larger than those that are written by hand."""
    for place, fault in _faults(corpus, "prose-size"):
        yield Issue("prose-size", place, fault.message, fault.hint)


def prose_holds_no_html(corpus: Corpus) -> Iterator[Issue]:
    """Prose is Markdown alone: an element of HTML does not reach the page."""
    for place, fault in _faults(corpus, "prose-html"):
        yield Issue("prose-html", place, fault.message, fault.hint)


def prose_keeps_its_words(corpus: Corpus) -> Iterator[Issue]:
    """Nothing in prose is lost by Markdown, or made by it into what nobody meant."""
    for place, fault in _faults(corpus, "prose-markdown"):
        yield Issue("prose-markdown", place, fault.message, fault.hint)


def _faults(corpus: Corpus, code: str) -> Iterator[tuple[SourcePosition, Fault]]:
    for prose in corpus.library.prose:
        for fault in written(prose.text).faults:
            if fault.code == code:
                yield SourcePosition(prose.path, fault.line, fault.col), fault


def prose_refers_to_what_exists(corpus: Corpus) -> Iterator[Issue]:
    """Every link of prose names a record or a page that exists (statement:…, term:…, page:…), or leads outside."""
    known: Known = {
        "statement": corpus.statements,
        "report": corpus.reports,
        "page": tuple(filter(corpus.has_page, NAMED_PAGES)),
        "indicator": corpus.indicators,
        "initiative": corpus.initiatives,
        "term": corpus.terms,
        "theme": corpus.themes,
        "district": corpus.districts,
    }
    for place, fault in _faults(corpus, "reference-unknown"):
        yield Issue("reference-unknown", place, fault.message, fault.hint)
    base = corpus.library.site.base_url
    for prose in corpus.library.prose:
        yield from _misled(corpus, prose, known, base)


def _misled(corpus: Corpus, prose: Prose, known: Known, base: str) -> Iterator[Issue]:
    """The links of a text that lead nowhere."""
    for link in written(prose.text).links:
        place = SourcePosition(prose.path, link.line, link.col)
        match led_to(link.href, REFERENCE_KINDS):
            case Nowhere(message, hint):
                yield Issue("reference-unknown", place, message, _named(link.href, known) or hint)
            case Outside(address) if f"{address}/".startswith(base):
                hint = _named(address.removeprefix(base), known) or "page:about, term:…"
                yield Issue("reference-unknown", place, f"{address} is a page of this site, by its full address", hint)
            case Outside():
                pass
            case reference if reference.kind and reference.target not in known[reference.kind]:
                if _may_be_broken(corpus, reference.kind, reference.target):
                    continue
                if not known[reference.kind] and reference.kind in ("district", "theme") and corpus.reports:
                    continue  # what the reports name is told of them all at once
                near = _nearest(corpus, reference.kind, reference.target, known[reference.kind])
                hint = f"did you mean {reference.kind}:{near}?" if near else ""
                yield Issue("reference-unknown", place, f"there is no {reference.kind} {reference.target!r}", hint)


def _named(href: str, known: Known) -> str:
    """The reference that a path such as ../terms/liu-wen/ means; '' where that cannot be told."""
    path, mark, fragment = href.partition("#")
    parts = path.removesuffix("index.html").strip("/").split("/")
    kind = parts[-2].removesuffix("s") if len(parts) > 1 else ""
    if kind in known and parts[-1] in known[kind]:
        return f"write {kind}:{parts[-1]}{mark}{fragment}"
    return f"write page:{parts[-1]}{mark}{fragment}" if parts[-1] in known["page"] else ""


def _nearest(corpus: Corpus, kind: str, target: str, known: Collection[str]) -> str:
    if kind == "statement":
        return corpus.nearest_statement(target)
    return now_called(target, known) or nearest(target, known)


def _may_be_broken(corpus: Corpus, kind: str, name: str) -> bool:
    """True where a reference may name a record that is broken."""
    if kind == "statement":
        return corpus.may_be_broken(name)
    return kind in corpus.library.broken and name in corpus.library.broken[kind]


def prose_has_a_known_language(corpus: Corpus) -> Iterator[Issue]:
    """A file of prose is named for one of the site's languages: about.en.md, about.zh.md."""
    for prose in corpus.library.prose:
        if prose.language not in corpus.library.languages:
            hint = f"languages: {', '.join(corpus.library.languages)}"
            yield Issue("bad-value", SourcePosition(prose.path), f"{prose.language!r} is no language of the site", hint)


def prose_is_in_its_language(corpus: Corpus) -> Iterator[Issue]:
    """A text of prose is in the language that it is named for: about.en.md in English, about.zh.md in Chinese."""
    for prose in corpus.library.prose:
        wrong = {"en": is_chinese, "zh": is_without_chinese}.get(prose.language)
        if wrong and wrong(prose.text):
            named, is_in = ("English", "Chinese") if prose.language == "en" else ("Chinese", "no Chinese")
            message = f"the name says that this text is {named}, and it is {is_in}"
            other = "zh" if prose.language == "en" else "en"
            hint = f"write it in {named}, or name it for {other}"
            yield Issue("wrong-language", SourcePosition(prose.path), message, hint)


def prose_stands_on_a_page(corpus: Corpus) -> Iterator[Issue]:
    """A file of prose has words, and is named for a page that shows them: about.en.md, districts/qinghu.en.md."""
    for prose in corpus.library.prose:
        if not prose.text.strip():
            hint = "write the text, or take the file away"
            yield Issue("prose-unshown", SourcePosition(prose.path), "the file is empty", hint)
        elif "/" in prose.name:
            yield from _introduces_none(corpus, prose)
        elif prose.name not in _OF_PAGES:
            yield _unshown(prose, prose.name, _OF_PAGES)
        elif not corpus.has_page(prose.name):
            missing = [one for one in corpus.library.languages if (prose.name, one) not in corpus.prose]
            message = f"the page {prose.name} is not written in every language of the site"
            hint = f"write content/prose/{prose.name}.{missing[0]}.md as well" if missing else ""
            yield Issue("prose-unshown", SourcePosition(prose.path), message, hint)


def _introduces_none(corpus: Corpus, prose: Prose) -> Iterator[Issue]:
    """The issue of an introduction to what there is not; none where its record may be the one that is wrong."""
    records = {"districts": corpus.districts, "themes": corpus.themes, "reports": corpus.reports}
    folder, _, name = prose.name.rpartition("/")
    if folder not in records:
        yield _unshown(prose, name, ())
    elif name not in records[folder]:
        kind = folder.removesuffix("s")
        if not (_may_be_broken(corpus, kind, name) or _is_named_in_reports(corpus, kind, name)):
            yield _unshown(prose, name, records[folder])


def _is_named_in_reports(corpus: Corpus, kind: str, name: str) -> bool:
    """True of the name of a district or theme that reports name too: if there is none, that is told of them all."""
    match kind:
        case "district":
            return any(report.district == name for report in corpus.library.reports)
        case "theme":
            return any(name in statement.themes for statement in corpus.statements.values())
    return False


def _unshown(prose: Prose, name: str, names: Collection[str]) -> Issue:
    near = nearest(name, names)
    hint = f"is {near} meant?" if near else f"names: {', '.join(_OF_PAGES)}; districts/<id>, …"
    return Issue("prose-unshown", SourcePosition(prose.path), f"no page shows a text named {prose.name!r}", hint)
