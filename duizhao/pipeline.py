"""The pipeline: content and templates of a folder into the files of a site, or into what is wrong with them.

Here is the order and nothing else; what is done at each stage is left to its room.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from errno import EIO
from functools import partial
from itertools import islice
from pathlib import Path

from .beside import beside
from .cache import Cache, Held, begin_folder, canonical
from .collecting import uncollected
from .content.files import library_with, report_folders, shared_records
from .content.records import Content, SharedRecords
from .content.sizes import not_to_be_read
from .content.unread import ALL_WAITS, unread_entries
from .corpus.join import Corpus, join
from .corpus.likeness import Texts, difference
from .corpus.reading import ReadReport, read_from, read_report
from .corpus.rows import Rows
from .corpus.rules.table import issues_over_all
from .corpus.vocabularies import Vocabularies, vocabularies_of, vocabularies_told
from .issues import Issue, by_cause, is_left_out
from .kept import File
from .progress import Watch, unwatched
from .project import project_at
from .search.data import document_of, keys_remembered
from .site.files import files_of
from .site.grounds import grounds_of
from .site.page_files import First
from .site.remembered import Remembered
from .site.spool import Spool
from .site.theme import Theme, theme_of
from .site.unused import unused_issues
from .site.wording import wording_issues

# So many reports that are not remembered are read by two processes: one more takes its time to begin.
_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a folder: the site's files (path -> bytes) where nothing is wrong, and the issues.

    `site` is its content, joined; None where the site's own settings cannot be read. `theme` is None where something
    among the files is no file, or too large to be read.
    """

    files: Mapping[str, File]
    issues: tuple[Issue, ...]
    site: Corpus | None
    theme: Theme | None


@dataclass(slots=True)
class AtHand:
    """What a build leaves in memory for the next one of the same project.

    Reports and long `lists` are held by the names of what they were read from, `read_by` are the vocabularies of these
    names; `texts` say which reports others read alike. `read` are the reports of the last build by folder, of which
    some may be `waiting`, by id, to be read by what all share now; with them stand what all reports share, their
    library and the theme: all are None until a build has read the content. It is `sound` where the last build that
    looked found nothing wrong but in reports by themselves. Who builds once has no `rows`: they would stay in memory to
    the end.

    Of the site that was made last `places` are the portions that it has pages of in each folder, by their group and
    name; `versions` and `continued` are those of its contexts.
    """

    held: dict[str, Held] = field(default_factory=dict)
    read_by: Vocabularies | None = None
    texts: Texts = field(default_factory=Texts)
    lists: dict[str, Held] = field(default_factory=dict)
    rows: Rows | None = None
    read: dict[str, ReadReport] = field(default_factory=dict)
    waiting: frozenset[str] = frozenset()
    shared: SharedRecords | None = None
    library: Content | None = None
    theme: Theme | None = None
    sound: bool = False
    places: Mapping[str, Collection[tuple[str, str]]] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    continued: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def take(self, remembered: Remembered) -> None:
        """Takes up what pages are made with from a site that was made."""
        context, *_ = remembered.contexts  # all languages have the same
        self.places, self.versions = remembered.places(), dict(context.versions)
        self.continued = dict(context.continued)


def built(
    top: Path,
    watch: Watch = unwatched,
    cache: Path | None = None,
    remembered: Remembered | None = None,
    spool: Spool | None = None,
    jobs: int = 1,
    within: int = 0,
    first: First | None = None,
    at_hand: AtHand | None = None,
) -> Built:
    """The site of a folder. With any issue there are no files. `watch` is told of each stage as it begins.

    What can be made of one report by itself is looked for in the cache, where there is one. Pages that are
    `remembered` stay as they stand. With more than one of `jobs` much work is divided between two processes, that on
    pages where there is a `spool` and both hold less than `within` bytes of memory, if that is not 0. Pages that
    somebody looks at come `first`; who builds again and again has the last build `at_hand`.
    """
    if cache:
        with suppress(OSError):
            begin_folder(cache)
    with uncollected(working_on=at_hand is not None) as settled:
        made = partial(files_of, remembered=remembered, spool=spool, jobs=jobs, within=within, first=first)
        return _built(top, watch, settled, cache, made, jobs, at_hand or AtHand())


def warm(top: Path, cache: Path, shard: int, shards: int) -> tuple[int, list[Issue]]:
    """Makes the entries that a build would make of every `shards`-th report, the first of them number `shard` from 0.

    Returns how many reports these are, and what keeps the content from being read, or such entries from being of any
    use: what is wrong with what all reports share. Raises OSError where nothing can be remembered.
    """
    project = project_at(top)
    if unreadable := not_to_be_read(project):
        return 0, list(unreadable)
    shared, issues = shared_records(top)
    if issues:
        return 0, issues
    begin_folder(cache)
    known, keys = Cache(cache / "reports"), Cache(cache / "keys")
    vocabularies = vocabularies_of(shared, whole=True)
    asked = list(islice(_asked(top, vocabularies), shard, None, shards))
    for _, made_of, make in asked:
        name = known.name(made_of)
        report = known.named(name, make).report
        if report:
            document = document_of(report, english="en" in shared.languages)
            keys_remembered(keys, {report.id: known.digest_of(name)}, shared.languages)(document)
    if missing := sum(not known.has(made_of) for _, made_of, _ in asked):
        raise OSError(EIO, f"{missing} of {len(asked)} reports could not be remembered", known.folder)
    return len(asked), []


def issues_of(top: Path, cache: Path | None = None) -> tuple[Issue, ...]:
    """What is wrong with the content of a folder, by itself and together; of pages and words nothing is asked."""
    project = project_at(top)
    if unreadable := not_to_be_read(project):
        return unreadable
    library, languages, issues, _ = _read(top, unwatched, cache)
    issues += [one.issue for one in unread_entries(project, languages)]
    if library is not None and not is_left_out(issues):
        issues += issues_over_all(join(library))
    return tuple(by_cause(issues))


# A report by its folder: what it is made of, as bytes, and what makes it.
_Asked = tuple[str, tuple[bytes, ...], Callable[[], ReadReport]]


def _built(
    top: Path,
    watch: Watch,
    settled: Callable[[], None],
    cache: Path | None,
    files_of: Callable[..., tuple[dict[str, File], list[Issue]]],
    jobs: int,
    at_hand: AtHand,
) -> Built:
    watch("read")
    project = project_at(top)
    if unreadable := not_to_be_read(project):  # told alone: all that these should hold would be missed
        at_hand.library = None
        return Built({}, unreadable, None, None)
    library, languages, issues, origins = _read(top, watch, cache, jobs, at_hand)
    unread = tuple(unread_entries(project, languages))
    if ALL_WAITS & {one.meant for one in unread}:
        return Built({}, tuple(one.issue for one in unread), None, None)
    issues += [one.issue for one in unread]
    theme, wrong = theme_of(project, languages)
    if not is_left_out(wrong):
        watch("words")
        look_through = partial(_theme_issues, theme)
        wrong += Cache(cache / "themes")(_of_theme(theme), look_through) if cache else look_through()
    if library is None:
        return Built({}, tuple(by_cause((*issues, *wrong))), None, theme)
    watch("join")
    site = join(library, at_hand.rows)
    settled()
    at_hand.theme = theme
    grounds = grounds_of(site, origins)
    if not is_left_out(issues):
        watch("rules")
        # Of what is broken less is said: it is not remembered that nothing else was found.
        issues += _over_all(site, grounds, cache if not issues else None, watch)
    at_hand.sound = not wrong and len(issues) == sum(len(one.issues) for one in at_hand.read.values())
    if issues or wrong:
        return Built({}, tuple(by_cause((*issues, *wrong))), site, theme)
    files, issues = files_of(theme, site, watch, cache=cache, origins=origins, grounds=grounds)
    at_hand.sound = not issues
    return Built({} if issues else files, tuple(issues), site, theme)


def _read(
    top: Path, watch: Watch, cache: Path | None = None, jobs: int = 1, at_hand: AtHand | None = None
) -> tuple[Content | None, tuple[str, ...], list[Issue], dict[str, str]]:
    """The content of a folder, each report by itself; the languages of its words; what is wrong with what is read.

    Last, where reports are remembered, the hash of each as it is kept, by id.
    """
    shared, issues = shared_records(top)
    remembered = Cache(cache / "reports", at_hand.held if at_hand else None) if cache else None
    vocabularies = vocabularies_of(shared, whole=not is_left_out(issues))
    asked = partial(_asked, top, vocabularies)
    read: dict[str, ReadReport] = {}
    origins: dict[str, str] = {}
    if remembered:
        if jobs > 1:
            _make_by_two(asked, remembered)
        read_alike = _read_alike(at_hand, vocabularies, remembered) if at_hand else None
        for done, (folder, parts, make) in enumerate(asked()):
            watch("read", done)
            name = remembered.name(parts)
            if read_alike:
                read_alike(name, parts)
            read[folder] = one = remembered.named(name, make)
            if one.report:
                origins[one.report.id] = remembered.digest_of(name)
        remembered.sweep()
    else:
        read = {folder: make() for folder, _, make in asked()}
    reports = {folder: one.report for folder, one in read.items()}
    lists = Cache(cache / "lists", at_hand.lists if at_hand else None) if cache else None
    library, found = library_with(top, shared, reports, lists)
    if lists:
        lists.sweep()
    if at_hand:
        at_hand.read, at_hand.read_by, at_hand.waiting = read, vocabularies, frozenset()
        at_hand.shared, at_hand.library = shared, library
    every = issues + [issue for one in read.values() for issue in one.issues] + found
    return library, shared.languages, every, origins


def _read_alike(
    at_hand: AtHand, vocabularies: Vocabularies, remembered: Cache
) -> Callable[[str, tuple[bytes, ...]], None] | None:
    """Lets a report that other vocabularies read alike stand under its new name, too, given what it is made of."""
    if at_hand.read_by is None or at_hand.read_by == vocabularies:
        return None
    differing, told = difference(at_hand.read_by, vocabularies), vocabularies_told(at_hand.read_by)

    def look(name: str, parts: tuple[bytes, ...]) -> None:
        before = remembered.name((told, *parts[1:]))
        known = at_hand.held.get(before)
        if known and at_hand.texts.is_alike(known.value, differing):
            remembered.also(name, before)

    return look


def _make_by_two(asked: Callable[[], Iterable[_Asked]], remembered: Cache) -> None:
    """Puts the reports that are not remembered into the cache, where these are many: two processes make half each.

    This one makes none: what it takes to read them stays in a process to its end, and is as much as they are.
    """
    missing = [folder for folder, parts, _ in asked() if not remembered.has(parts)]
    if len(missing) < _ENOUGH or not remembered.can_be_written:
        return

    def make_all(folders: Iterable[str]) -> None:
        wanted = {*folders}
        for folder, parts, make in asked():
            if folder in wanted:
                remembered(parts, make)

    with beside(lambda: make_all(missing[::2])), beside(lambda: make_all(missing[1::2])):
        pass


def _over_all(site: Corpus, grounds: Mapping[str, str], cache: Path | None, watch: Watch) -> list[Issue]:
    """What is wrong with all reports together; in which districts nothing is, is remembered by what that rests on."""
    looked = partial(watch, "rules")
    if cache is None:
        return list(issues_over_all(site, on_the_way=looked))
    remembered = Cache(cache / "rules")

    def is_clean(district: str, look: Callable[[], bool]) -> bool:
        looked()
        own = site.by_date(district)
        ground = grounds.get(f"district of {own[0].id}") if own else None
        return remembered((ground.encode(),), look) if ground else look()

    found = list(issues_over_all(site, is_clean, looked))
    remembered.sweep()
    return found


def _theme_issues(theme: Theme) -> tuple[Issue, ...]:
    """What is wrong with the words of a theme, and what no page uses."""
    return (*wording_issues(theme), *unused_issues(theme))


def _of_theme(theme: Theme) -> Iterator[bytes]:
    """All that can be read of a theme: its words with their places, its files by folder with what they hold."""
    words = [(key, word.text, word.place, sorted(word.names)) for key, word in theme.words.items()]
    yield canonical((words, theme.assets.paths, str(theme.project.top), [str(path) for path in theme.folders]))
    for folder in theme.folders:
        for path in sorted(folder.rglob("*")):
            yield os.fsencode(path.relative_to(folder))
            yield path.read_bytes() if path.is_file() else b""


def _asked(top: Path, vocabularies: Vocabularies) -> Iterator[_Asked]:
    """Each report: its folder, all that it is made of, and what makes it."""
    told = vocabularies_told(vocabularies)
    for folder, files in report_folders(top):
        made_of = tuple(read_from(folder, files, told))
        yield folder, made_of, partial(read_report, folder, files, vocabularies)
