"""The forms in which a report or a statement of it is cited and shared: texts with gaps, made when the site is built.

A gap is what only the reader's browser knows: which statement, and the day of access. The scripts cite-*.js fill them
and know no form; how names and dates are written is left to `citing`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from ...content.records import Report
from ...content.vocabulary import KINDS
from ...text.authors import Name
from ..context import PageContext
from ..frame import TAGS
from .citing import Citation, authors_by_line, citation, csl_item, indexed, is_printed, iso_date

# While a form is put together, each gap stands between two of the sign that no text may hold; one that is left out with
# all about it where there is nothing to fill it with has what stands before and after within.
_EDGE, _WITHIN = "\0", "\x1f"
# The statement's id, its words, their English, the paragraph; the day of access, as text and as numbers.
ID, QUOTE, GLOSS, PLACE, TODAY, DAY = (
    f"{_EDGE}{name}{_EDGE}" for name in ("id", "quote", "gloss", "place", "today", "day")
)
# What stands for a sign of what fills a gap. BibTeX counts braces even behind a backslash, so they go by their names.
TEX = {sign: f"\\{sign}" for sign in "%&#_$"} | {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}
JSON = {"\\": "\\\\", '"': '\\"'}
HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
PLAIN: Mapping[str, str] = {}
# Sentences of the page's language: of a report, and of a statement with its words or without.
SENTENCES = ("plain", "statement", "selected", "caption")


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name: `text` has gaps, `signs` are what each sign in a gap is written as.

    A gap is its name, and what stands before and after it where it is filled.
    """

    name: str
    text: str
    signs: Mapping[str, str]

    @property
    def told(self) -> dict[str, object]:
        """The form as the scripts read it: `parts` are texts, and between any two of them a gap."""
        parts = [part.split(_WITHIN) if at % 2 else part for at, part in enumerate(self.text.split(_EDGE))]
        return {"name": self.name, "parts": parts, "signs": self.signs}


@dataclass(frozen=True, slots=True)
class CiteScripts:
    """What a report is cited from: its `forms`, as JSON, stand on its page, its words come as the search has them.

    The scripts with the words, by their paths, weigh too much to come with every page, and are asked for with their
    version, so that no older copy is taken.
    """

    report: str
    texts: tuple[str, ...]
    version: str
    forms: str


def cite_scripts(context: PageContext, report: Report) -> CiteScripts:
    """What a report's page holds to cite from it, and asks for when a reader first does."""
    texts = tuple(f"reports/{report.id}/{name}.js" for name in ("text.zh", "statements"))
    return CiteScripts(report.id, texts, context.versions[report.id], cited_forms(context, report))


def cited_forms(context: PageContext, report: Report) -> str:
    """A report's forms in the page's language, and the words of what shows them, as JSON.

    `forms` are those of a statement, `whole` those of the report, `selected` is for words that a reader has marked,
    `caption` and what follows for the drawing of a statement.
    """
    cited = citation(context, report)
    words = context.words
    told = {
        "forms": [form.told for form in statement_forms(context, report, cited)],
        "whole": [form.told for form in report_forms(context, report, cited)],
        "embed": embed(context, report, cited).told,
        "selected": _sentence(context, report, cited, "selected").told,
        "caption": _sentence(context, report, cited, "caption").told,
        "address": Form("", f"{cited.address}#{ID}", PLAIN).told,
        "site": cited.publisher,
        "lang": TAGS[context.language],
        "kinds": {kind: words(f"kind.{kind}") for kind in KINDS},
        "words": {
            "paragraph": words("cite.paragraph", n="{n}"),
            "heading": words("cite.heading"),
            "copy": words("cite.copy"),
            "copied": words("cite.copied"),
            "title": words("cite.title"),
            "share": words("cite.share"),
            "picture": words("cite.picture"),
            "download": words("cite.download", kind="{kind}"),
        },
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def statement_forms(context: PageContext, report: Report, cited: Citation) -> Iterator[Form]:
    """A statement in GB/T 7714-2015, a sentence in the page's language, BibTeX and CSL-JSON."""
    said = context.words("cite.quoted", place=PLACE, quote=QUOTE)
    note = context.words("list.semicolon").join(filter(None, (said, cited.dated)))
    yield Form("GB/T 7714", f"{cited.gbt7714}[{TODAY}]. {cited.address}#{ID}. “{QUOTE}”", PLAIN)
    yield _sentence(context, report, cited, "statement")
    yield Form("BibTeX", _bibtex(report, f"{report.id}-{ID}", f"{cited.address}#{ID}", note), TEX)
    yield Form("CSL-JSON", _csl(report, f"{report.id}-{ID}", f"{cited.address}#{ID}", note), JSON)


def report_forms(context: PageContext, report: Report, cited: Citation) -> Iterator[Form]:
    """A report in the same forms."""
    yield Form("GB/T 7714", f"{cited.gbt7714}[{TODAY}]. {cited.address}.", PLAIN)
    yield _sentence(context, report, cited, "plain", cited.address)
    yield Form("BibTeX", _bibtex(report, report.id, cited.address, cited.dated), TEX)
    yield Form("CSL-JSON", _csl(report, report.id, cited.address, cited.dated), JSON)


def _sentence(context: PageContext, report: Report, cited: Citation, name: str, address: str = "") -> Form:
    """A statement in a sentence of the page's language, by its name; with an address, what that leads to."""
    text = context.words(
        f"cite.{name}",
        lead=cited.lead,
        title=cited.title,
        date=context.date(report),
        place=PLACE,
        quote=QUOTE,
        site=cited.publisher,
        address=address or f"{cited.address}#{ID}",
    )
    return Form(context.words("cite.sentence"), text, PLAIN)


def _bibtex(report: Report, key: str, address: str, note: str) -> str:
    """An entry for BibTeX and biblatex: a title in braces keeps its letters; a date that is inferred has the question
    mark of EDTF, which biblatex reads, and says so in the note, which both print.
    """
    doubt = "" if is_printed(report) else "?"
    date = "/".join(f"{end}{doubt}" for end in iso_date(report.date).split("/"))
    authors = " and ".join(_in_bibtex(name) for name in authors_by_line(report))
    fields = {
        "author": authors,
        "title": f"{{{tex(report.title.zh)}}}",
        "year": str(report.date.last_year),
        "date": date,
        "howpublished": tex(report.printed.source),
        "note": tex(note),
        "url": address,
        "urldate": TODAY,
        "langid": "chinese",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{lines}\n}}"


def _in_bibtex(name: Name) -> str:
    """A name as BibTeX has it; one that is `whole` must not be taken apart at its spaces, its commas or an `and`."""
    written = tex(indexed(name))
    return f"{{{written}}}" if name.whole else written


def tex(text: str) -> str:
    """Text that TeX prints as it stands; gaps stay."""
    return "".join(TEX.get(sign, sign) for sign in text)


def _csl(report: Report, key: str, address: str, note: str) -> str:
    """A list of one item of CSL-JSON, laid out for people."""
    day = {"accessed": {"date-parts": [[DAY]]}}
    item = {"id": key} | csl_item(report, authors_by_line(report)) | {"URL": address}
    told = json.dumps([item | ({"note": note} if note else {}) | day], ensure_ascii=False, indent=1)
    # JSON writes the edges by their numbers, and the day of access is of numbers.
    return re.sub(f'"{DAY}"', DAY, told.replace("\\u0000", _EDGE))


def embed(context: PageContext, report: Report, cited: Citation) -> Form:
    """A statement as HTML for other sites, which needs nothing of this one; the source's words stay untranslated."""
    lang, title, link = TAGS[context.language], f"{_EDGE}title{_EDGE}", f"{_EDGE}link{_EDGE}"
    source = str(
        escape(
            context.words("cite.embed", lead=cited.lead, title=title, date=context.date(report), place=PLACE, link=link)
        )
    )
    address = f"{escape(cited.address)}#{ID}"
    source = source.replace(title, f"<cite>{escape(cited.title)}</cite>")
    source = source.replace(link, f'<a href="{address}">{escape(cited.publisher)}</a>')
    gloss = GLOSS.strip(_EDGE)
    english = _WITHIN.join((gloss, f'<p lang="{TAGS["en"]}">', "</p>\n"))
    quote = f'<blockquote cite="{address}" lang="{TAGS["zh"]}" translate="no"><p>{QUOTE}</p></blockquote>'
    text = f'<figure>\n{quote}\n{_EDGE}{english}{_EDGE}<figcaption lang="{lang}">{source}</figcaption>\n</figure>'
    return Form(context.words("cite.code"), text, HTML)
