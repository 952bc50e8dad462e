"""What the search page looks through: the texts of every report as scripts, and the index of their blocks.

How an index is made of passages is left to `pair_index`; terms, initiatives, indicators and districts are found by
their names in the page itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from ..cache import Cache
from ..content.locale import scope_words, time_words, unit_names
from ..content.records import District, Indicator, Initiative, Measure, Report, Statement
from ..content.times import StatedTime
from ..content.vocabulary import ID_LETTERS
from ..corpus.join import Corpus
from ..kept import File, KeepingAll, all_made_anew, bytes_of
from ..text.lexicon import MEASURE_WORDS
from ..text.numerals import EXACT
from ..text.units import spelling, spellings
from .marks import chinese_marks, english_marks, placed
from .pair_index import Document, Keyed, Passage, digest, index_files, keyed, script

_KINDS = ",".join(f'{letter}:"{kind}"' for letter, kind in ID_LETTERS.items())
# Makes rows of columns and of what some rows have more: the places of figures by where they are from a statement's
# start. How ids and places are told is said at `placed`; later.js of the theme reads them in the same way.
_ROWS = (
    f"([c,m,h],p,e)=>{{const k={{{_KINDS}}},d={{}};"
    "return[...c[0]].map((a,n)=>{const[,o,b,g,l,t,f,w,y]=c.map(x=>x[n]);"
    "d[a]=o||`${+d[a]+1}`.padStart(d[a].length,'0');const i=a+d[a],s=(p==b&&e)+g;"
    "return[i,p=b,k[a],t?t.split(' '):[],s,e=s+l,f.map(([v,z,...q])=>[s+v,s+v+z,...q]),w,...(m[i]||[0,0]),h[y]]})}"
)
_VERSION = 6  # digits: a reader of a site of 5,000 reports loads those of all


def text_files(site: Corpus, keeping: KeepingAll = all_made_anew) -> dict[str, File]:
    """The scripts of the texts."""
    kept = (keeping(f"texts {name}", "", partial(text_scripts, site, name)) for name in site.reports)
    return {path: file for scripts in kept for path, file in scripts.items()}


def index_of(
    site: Corpus,
    versions: Mapping[str, str],
    keeping: KeepingAll = all_made_anew,
    keyed_by: Callable[[Document], Keyed] = keyed,
) -> Mapping[str, File]:
    """The scripts of the index, which says with which version those of the texts are asked for."""
    every, notes = documents(site, versions), {"units": _units(site)}
    return dict(index_files(every, names=_names(site), notes=notes, keyed_by=keyed_by, keeping=keeping))


def keys_remembered(cache: Cache, origins: Mapping[str, str], languages: Iterable[str]) -> Callable[[Document], Keyed]:
    """A function that gives what a report is looked up by, and remembers it by all that the report says.

    `origins` are hashes of that, by the report's id; one that has none is not remembered. It is looked up by the words
    of the site's languages.
    """
    told = "english" if "en" in languages else ""

    def found(document: Document) -> Keyed:
        if (origin := origins.get(document.head[0])) is None:
            return keyed(document)
        return cache((origin.encode(), told.encode()), partial(keyed, document))

    return found


def _names(site: Corpus) -> Iterator[str]:
    """The Chinese names of what has a page."""
    library = site.library
    named: tuple[District | Indicator | Initiative, ...]
    named = (*library.districts, *library.indicators, *library.initiatives)
    yield from (record.name.zh for record in named)
    for initiative in library.initiatives:
        yield from initiative.aliases
    for term in library.terms:
        yield from (term.zh, *term.aliases)


def _units(site: Corpus) -> dict[str, list[str]]:
    statements = (statement for report in site.library.reports for statement in report.statements)
    measures = (measure for statement in statements for measure in statement.measures)
    return by_name({measure.quantity.base_unit for measure in measures if _values(measure)})


def by_name(units: Iterable[str]) -> dict[str, list[str]]:
    """Base units by all that they are called, as it is compared; * for what things are counted by.

    Units that are called by nothing but themselves stand together.
    """
    found: dict[str, list[str]] = {"*": []}
    for unit in sorted(units):
        for name in _called(unit):
            found.setdefault(name, []).append(unit)
    return found


def _called(unit: str) -> tuple[str, ...]:
    written = spellings(unit)
    names = [spelling(name) for one in (unit, *written) for name in unit_names(one)]
    if len(written) > 1:
        names += written
    return tuple(dict.fromkeys(names)) or (("*",) if not unit or unit in MEASURE_WORDS else ("",))


def documents(site: Corpus, versions: Mapping[str, str]) -> Iterator[Document]:
    """The reports as they are shown, by district, the latest first: id, district, year and version of the scripts."""
    for district in site.library.districts:
        for report in reversed(site.by_date(district.id)):
            head = (report.id, district.id, str(report.date.start.year), versions[report.id])
            yield Document(head, _Passages(report, english=_has_english(site)))


def _has_english(site: Corpus) -> bool:
    return "en" in site.library.languages


def document_of(report: Report, *, english: bool) -> Document:
    """A report as it is looked up, whatever is said of it."""
    return Document((report.id,), _Passages(report, english=english))


@dataclass(frozen=True, slots=True)
class _Passages:
    """The blocks of a report with what each is found by: made for who goes through them, and not kept.

    Those of a thousand reports would take room.
    """

    report: Report
    english: bool

    def __len__(self) -> int:
        return len(self.report.blocks)

    def __iter__(self) -> Iterator[Passage]:
        return _passages_of(self.report, english=self.english)


def _passages_of(report: Report, *, english: bool) -> Iterator[Passage]:
    statements = _by_block(report)
    for block in report.blocks:
        mine = statements.get(block.id, [])
        said = (block.translation, *(s.gloss for s in mine)) if english else ()
        marks = {mark for s in mine for mark in _marks(s)}
        yield Passage((block.text,), tuple(words for words in said if words), tuple(sorted(marks)))


def _by_block(report: Report) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in report.statements:
        found.setdefault(statement.block, []).append(statement)
    return found


def _marks(statement: Statement) -> Iterator[str]:
    """What a block is looked up by for its statement: its kind, its themes, and the base values of its measures.

    A value has two keys, which no other shares both of: whoever looks it up reads the statements wherever it may be.
    """
    yield f"kind:{statement.kind}"
    for theme in statement.themes:
        yield f"theme:{theme}"
    for measure in statement.measures:
        for value in _values(measure):
            yield from (f"={value}", f"={value}=")


def _values(measure: Measure) -> tuple[str, ...]:
    """The base value of a measure as plain digits, and that of a range's other end; a rank, 第三位, counts nothing."""
    if measure.quantity.operator == "rank":
        return ()
    ends = (measure.quantity.base_value, measure.quantity.base_upper)
    return tuple(plain_digits(end) for end in ends if end is not None)


def plain_digits(value: Decimal) -> str:
    """A number as the figure search writes it: without exponent, sign of plus or noughts at the end."""
    return f"{EXACT.normalize(value):f}"


def text_versions(site: Corpus, files: Mapping[str, File]) -> dict[str, str]:
    """By report, what a reader asks for its scripts with, so that an older copy is not taken for them.

    `files` are those of the search by path.
    """
    return {name: text_version(site, name, files) for name in site.reports}


def text_version(site: Corpus, name: str, files: Mapping[str, File]) -> str:
    """The same of one report, by its id."""
    return _version(files[_text_path(site.reports[name], script)] for script in script_names(site))


def script_names(site: Corpus) -> tuple[str, ...]:
    """The scripts of a report, in the order of their version; a site without English has none of it."""
    return ("text.zh", "text.en", "statements") if _has_english(site) else ("text.zh", "statements")


def text_scripts(site: Corpus, name: str) -> Iterator[tuple[str, bytes]]:
    """A report, by its id, as scripts, reports/<id>/<name>.js, so that a reader loads what is looked through, no more.

    text.zh, text.en: the report's names, its date and whether that is inferred, and its blocks as rows of id and text;
    a heading has the other language after. English that there is none of is null. With both stand the places of the
    statements and what became of each promise (`marks`).
    statements: rows of id, number of the block, kind, themes, start and end within the block (code points), figures,
    gloss; a figure is a row of start, end, base unit and base values. Of what is limited or may not be compared
    its scope and the reason follow, by language, then the time, in words and whether it is inferred. They travel as
    columns, which compress better, and are rows once loaded.
    """
    report = site.reports[name]
    district = site.districts[report.district]
    head = {
        "title": {language: report.short[language] for language in site.library.languages},
        "district": {language: district.name[language] for language in site.library.languages},
        "date": {language: time_words(report.date, language) for language in site.library.languages},
        "inferred": report.date_basis == "inferred",
    }
    has_english = _has_english(site)
    rows = [(b, b.translation if has_english else None) for b in report.blocks]
    texts = {
        "text.zh": head
        | {"blocks": [[b.id, b.text, english] if b.level else [b.id, b.text] for b, english in rows]}
        | {"marks": chinese_marks(site, report)},
        "text.en": head
        | {"blocks": [[b.id, english, b.text] if b.level else [b.id, english] for b, english in rows]}
        | {"marks": english_marks(site, report)},
        "statements": _statements(site, report, english=has_english),
    }
    for name in script_names(site):
        made_of = _ROWS if name == "statements" else ""
        yield _text_path(report, name), script("duizhaoTexts", f"{report.id}/{name}", texts[name], made_of)


def _version(scripts: Iterable[File]) -> str:
    return digest(map(bytes_of, scripts))[:_VERSION]


def _text_path(report: Report, name: str) -> str:
    return f"reports/{report.id}/{name}.js"


def _statements(site: Corpus, report: Report, *, english: bool) -> list[object]:
    """A report's statements as columns, by id what limits some, and the times that the last column counts.

    Glosses are there only where there is to be English.
    """
    times = list(dict.fromkeys(s.times for s in report.statements))
    numbers = {block.id: (number, block.start) for number, block in enumerate(report.blocks)}
    places = ((s.id, numbers[s.block][0], s.start - numbers[s.block][1], s.end - s.start) for s in report.statements)
    more = [
        (
            " ".join(s.themes),
            [[m.start - s.start, m.end - m.start, m.quantity.base_unit, *_values(m)] for m in s.measures],
            s.gloss if english else "",
            times.index(s.times),
        )
        for s in report.statements
    ]
    limits = {s.id: limited for s in report.statements if (limited := _limits(site, s))}
    said = [_times(site, stated) for stated in times]
    columns = [list(column) for column in zip(*more, strict=True)] or [[], [], [], []]
    return [[*placed(places), *columns], limits, said]


def _times(site: Corpus, times: Sequence[StatedTime]) -> list[dict[str, object]] | dict[str, object] | int:
    """The times of a statement: one, or a list of them; 0 for none."""
    said = [_time(site, one) for one in times]
    return said[0] if len(said) == 1 else said or 0


def _time(site: Corpus, stated: StatedTime) -> dict[str, object]:
    """A time in words by language, and whether it is inferred."""
    words = {language: time_words(stated.period, language) for language in site.library.languages}
    return {**words, "inferred": int(stated.period_basis == "inferred")}


def _limits(site: Corpus, statement: Statement) -> list[dict[str, str]]:
    """The scope and the cautions of a statement by language; nothing where it has neither."""
    languages = site.library.languages
    cautions = dict.fromkeys(caution.because for caution in site.cautions_of[statement.full_id])
    scope = {language: scope_words(statement, language) for language in languages}
    why = {
        language: (" " if language == "en" else "").join(one[language] for one in cautions) for language in languages
    }
    return [scope, why] if any((*scope.values(), *why.values())) else []
