"""The command line: the commands with their options, what they print and how they end.

What a command works with is imported when it runs, so that help, explanations and a mistyped option wait for nothing.
"""

from __future__ import annotations

import argparse
import functools
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence, Sized
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from io import TextIOWrapper
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

from .codes.code import STAGES, Code
from .codes.table import CODES
from .collecting import uncollected_until_written
from .commands import (
    CONTENT_WRONG,
    FINE,
    MACHINE_FAILED,
    STOPPED,
    UNHEARD,
    WRONG_PLACE,
    InProject,
    MachineError,
    OnProject,
    UsageError,
    told,
    visibly,
    writing,
)
from .exchanging import Export, ImportAnnotations
from .making import Import, New, Sync
from .options import argument, command_of, option, parser_of
from .project import Project, project_at
from .showing import Serve
from .site.place import PlaceError, folder_at, is_begun, require_apart, workshop_of
from .suggesting import Accept, Reject, Suggest

if TYPE_CHECKING:
    from .content.records import Block
    from .corpus.join import Corpus
    from .site.remembered import Remembered
    from .site.write import Written
    from .text.ambiguous import Doubt

_SHOWN_DOUBTS = 20
_MEMORY = 800_000_000  # bytes that the processes of a first build together should do with


@dataclass(frozen=True, slots=True)
class Build(OnProject):
    """Writes the site; this is done where no command is named."""

    anew: bool = option("build all of it, even where nothing has changed since the last build")
    jobs: str = option(
        "how many processes at most: 1 or 2 (by default 2, where there are two processors; of a large site one makes "
        "the pages, which takes longer and half the memory)",
        "",
        metavar="N",
    )

    def run(self) -> int:
        """Writes the site where nothing is wrong, and something has changed."""
        self.require_content()
        processes = self.processes
        project = project_at(self.top)
        with writing(self.place):
            require_apart(self.place, project)
        if is_killed := is_begun(workshop_of(folder_at(self.place))):
            self.recover()
        from .site.unchanged import said_before

        said = None if self.anew else said_before(project, self.place)
        if said is None:
            if not is_killed:
                self.recover()  # which looks at what stands there; a site that is as it was left was looked at then
            return self._build(project, processes)
        if self.verbose:
            self.say(f"{self.place}: nothing has changed since it was built")
        for line in said:
            self.say(f"{self.place}: {line}")
        return FINE

    @property
    def processes(self) -> int:
        """How many processes share the work. Raises UsageError."""
        from .beside import processors

        if self.jobs not in ("", "1", "2"):
            raise UsageError(f"--jobs is 1 or 2, not {self.jobs}")
        return int(self.jobs) if self.jobs else min(processors(), 2)

    @uncollected_until_written()
    def _build(self, project: Project, processes: int) -> int:
        from .site.unchanged import remember, seen_now

        seen = None
        with suppress(OSError):  # where nothing can be remembered a site is built all the same
            seen = seen_now(project)
        from .cache import FOLDER
        from .pipeline import built
        from .site.page_list import list_of_pages
        from .site.place import site_folder
        from .site.remembered import Remembered
        from .site.spool import spool_in
        from .site.write import write_files

        with closing(self.progress()) as progress, ExitStack() as ending:
            spool = ending.enter_context(spool_in(self.top / FOLDER))
            remembered = Remembered(list_of_pages(self.top, self.place), site_folder(self.place), anew=self.anew)
            cache, within = None if self.anew else self.top / FOLDER, 0 if self.jobs else _MEMORY
            result = built(self.top, progress, cache, remembered, spool, processes, within)

            def keep(written: Written) -> None:
                ending.close()  # of the spool, too: a file with one name less has another account
                remembered.keep()
                if seen:
                    remember(project, self.place, seen, _said(result.files, written))

            if not result.issues:
                progress("write")
                with writing(self.place):
                    written = write_files(result.files, self.place, then=keep)
        if not result.issues:
            way = [f"put in its place {written.way}"] if self.verbose else []
            summary, *kept = _said(result.files, written)
            for line in (summary, *way, *kept):
                self.say(f"{self.place}: {line}")
        return told(self, result.issues)


def _said(files: Mapping[str, Sized], written: Written) -> list[str]:
    """What a build says of a site: its size, and what was kept there."""
    pages, kept = sum(name.endswith(".html") for name in files), written.kept
    summary = f"{pages} pages, {len(files)} files, {sum(map(len, files.values())) / 1e6:.1f} MB"
    first, more = ", ".join(kept[:3]), f" and {len(kept) - 3} more" * (len(kept) > 3)
    return [summary, f"kept what no build wrote: {first}{more}"] if kept else [summary]


@dataclass(frozen=True, slots=True)
class Check(OnProject):
    """Looks for every mistake that a build would meet, writes nothing, and counts what was checked."""

    counts: bool = option("count what was checked even where something is wrong")

    def run(self) -> int:
        """Builds the site and leaves it unwritten."""
        self.require_content()
        with suppress(PlaceError):  # where a site may go is not what is asked
            self.recover()
        from .beside import processors
        from .cache import FOLDER
        from .pipeline import built
        from .site.spool import spool_in

        # what builds remember serves it, too; where there was none it writes nothing
        cache = self.top / FOLDER if (self.top / FOLDER).is_dir() else None
        with closing(self.progress()) as progress, spool_in(cache) as spool:
            remembered, jobs = self._remembered() if cache else None, min(processors(), 2)
            result = built(self.top, progress, cache, remembered, spool, jobs, within=_MEMORY)
        if result.site and (self.counts or not result.issues):
            for line in _counts(result.site):
                self.say(line)
        if not result.issues:
            self.say("no issues")
        return told(self, result.issues)

    def _remembered(self) -> Remembered | None:
        """The pages of the last site, in which nothing was wrong; None where none can stand there."""
        from .site.page_list import list_of_pages
        from .site.place import site_folder
        from .site.remembered import Remembered

        with suppress(PlaceError):
            return Remembered(list_of_pages(self.top, self.place), site_folder(self.place))
        return None


@dataclass(frozen=True, slots=True)
class Schema(InProject):
    """Writes a JSON Schema of each kind of file, with the ids of the content, for editors that complete and check."""

    out: Path | None = option(
        "where the schemas go (by default .cache/schemas in the project's folder)", None, metavar="FOLDER"
    )

    def run(self) -> int:
        """Writes the schemas, and prints the line with which a file of each kind begins to be held against its own."""
        self.require_content()
        from .content.files import report_ids, shared_records
        from .content.json_schema import SCHEMAS, editor_lines, known_of, schema_texts
        from .site.write import add_files

        if wrong := self.not_to_be_read():
            return told(OnProject(top=self.top), wrong)
        out = self.out or self.top / SCHEMAS
        shared, _ = shared_records(self.top)  # what can be read: schemas are most wanted where something is wrong
        texts = schema_texts(known_of(shared, report_ids(self.top)))
        with writing(out):
            folder_at(out)
            add_files({name: text.encode() for name, text in texts.items()}, out)
        for kind, line in editor_lines(Path(relpath(out, self.top)).as_posix()):
            print(f"{kind.path}: {line}")
        return FINE


@dataclass(frozen=True, slots=True)
class Explain:
    """Says what the code of a mistake means, with an example and what to write instead; without a code, lists all."""

    code: str = argument("the code as it stands in a message", "", metavar="CODE")

    def run(self) -> int:
        """Prints one explanation, or all meanings."""
        if not self.code:
            width = max(map(len, CODES)) + 2
            print("\n".join(f"{name:<{width}}{code.meaning}" for name, code in CODES.items()))
        elif self.code in CODES:
            print(_explained(self.code, CODES[self.code]))
        else:
            near = get_close_matches(self.code, CODES, 3)
            hint = f"did you mean {' or '.join(near)}?" if near else "duizhao explain lists all"
            raise UsageError(f"no mistake has the code {self.code!r}; {hint}")
        return FINE


@dataclass(frozen=True, slots=True)
class Why(InProject):
    """Says what a page of the site was made from, and why it was made again when it last was."""

    page: str = argument("its address within the site, as districts/x; without one, the home page", "", metavar="PAGE")
    out: Path | None = option("where the site stands (by default as for a build)", None, metavar="FOLDER")

    def run(self) -> int:
        """Prints what is remembered of one page."""
        from .site.why import UntoldError, why

        try:
            print("\n".join(why(self.top, self.out or project_at(self.top).out, self.page)))
        except UntoldError as error:
            raise UsageError(str(error)) from None
        return FINE


@dataclass(frozen=True, slots=True)
class Warm(InProject):
    """Makes what a build remembers of the reports, or one share of it, on this machine or on another."""

    shard: str = option("which share of how many: 3/8", "1/1", metavar="K/N")

    def run(self) -> int:
        """Puts the entries into the project's cache."""
        self.require_content()
        found = re.fullmatch(r"([0-9]{1,9})/([0-9]{1,9})", self.shard)
        number, count = map(int, found.groups()) if found else (0, 0)
        if not 0 < number <= count:
            raise UsageError(f"{self.shard[:40]} is no share; the third of eight is --shard 3/8")
        from .cache import FOLDER
        from .content.excerpts import line_at
        from .issues import shown
        from .pipeline import warm

        reports, issues = warm(self.top, self.top / FOLDER, number - 1, count)
        print(shown(issues, line_at(self.top)), end="", file=sys.stderr)
        if issues:
            return CONTENT_WRONG
        print(f"{self.top / FOLDER}: {reports} reports are remembered")
        return FINE


COMMANDS = {
    "build": Build,
    "check": Check,
    "serve": Serve,
    "explain": Explain,
    "why": Why,
    "warm": Warm,
    "schema": Schema,
    "new": New,
    "import": Import,
    "suggest": Suggest,
    "sync": Sync,
    "accept": Accept,
    "reject": Reject,
    "export": Export,
    "import-annotations": ImportAnnotations,
}
DEFAULT = "build"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; returns the exit code: 0 fine, 1 content wrong, 2 command line or place wrong, 3 disk failed."""
    _open_streams()
    prog = "build.py" if Path(sys.argv[0]).name == "build.py" else "duizhao"
    parser = _parser(prog)
    command = command_of(parser, COMMANDS, DEFAULT, sys.argv[1:] if arguments is None else arguments)
    try:
        ended = int(command.run())
        sys.stdout.flush()
        return ended
    except UsageError as error:
        parser.error(str(error))
    except PlaceError as error:
        return _ended(WRONG_PLACE, f"{prog}: {error}")
    except MachineError as error:
        return _ended(MACHINE_FAILED, f"{prog}: {error}")
    except BrokenPipeError:
        return _ended(UNHEARD)
    except OSError as error:
        where = error.filename or "the disk, or where this is printed to"
        return _ended(MACHINE_FAILED, f"{prog}: {os.fsdecode(where)}: {error.strerror}")
    except KeyboardInterrupt:
        return _ended(STOPPED, f"{prog}: stopped")


@functools.cache
def _parser(prog: str) -> argparse.ArgumentParser:
    return parser_of(prog, COMMANDS, DEFAULT, "Turns a folder of annotated district reports into a site.")


def _open_streams() -> None:
    """Lets anything be printed anywhere: to a stream that is closed, and to one whose encoding lacks a character."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):  # else a program that calls this one collects what is said
            stream.reconfigure(errors="backslashreplace")


def _ended(code: int, line: str = "") -> int:
    """Says in one line why the program ends early; returns the code. Nothing is printed from here on."""
    with suppress(OSError):
        if line:
            print(visibly(line), file=sys.stderr, flush=True)
    for stream in (sys.stdout, sys.stderr):  # Python writes the rest as it ends, and would complain
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code


# What `check` calls what stands as a program said it.
_BY_PROGRAM = {"suggested": "as suggested", "parser": "by the parser"}


def _counts(site: Corpus) -> Iterator[str]:
    from .corpus.tally import by_program_tally, follow_up_tally, report_tally, script_doubts

    for report in site.library.reports:
        yield report.id
        yield from (f"  {name:<16}{count:>8,}" for name, count in report_tally(report).items())
        if report.suggestions:
            waiting = report.suggestions.statements if report.suggestions.text_sha256 == report.text_sha256 else ()
            yield f"  {'suggestions':<16}{len(waiting):>8,}"
        for name, count in by_program_tally(report).items():
            yield from [f"  {_BY_PROGRAM[name]:<16}{count:>8,}"] if count else []
        if report.clean_up.script:
            doubts = tuple(script_doubts(report))
            yield f"  {'ambiguous':<16}{len(doubts):>8,}"
            yield from _told_doubts(doubts)
    for name, promises in (("", tuple(site.followed.values())), *site.followed_in.items()):
        if promises:
            yield f"follow-ups of {name}" if name else "follow-ups"
            yield from (f"  {evidence:<18}{count:>6,}" for evidence, count in follow_up_tally(promises).items())
            yield f"  {'together':<18}{len(promises):>6,}"


def _told_doubts(doubts: Sequence[tuple[Block, Doubt]]) -> Iterator[str]:
    """What an editor has to decide of the characters that both scripts have, and how."""
    for block, doubt in doubts[:_SHOWN_DOUBTS]:
        place = replace(block.place, col=block.place.col + doubt.offset)
        around = block.text[max(0, doubt.offset - 6) : doubt.offset + 7]
        yield f"    {place}: {doubt.char}, or {doubt.other}? …{around}…"
    if len(doubts) > _SHOWN_DOUBTS:
        yield f"    and {len(doubts) - _SHOWN_DOUBTS} more"
    if doubts:
        yield "    decide under script_exceptions: {word: the word as it must be}, or {word: word} where it is right"


def _explained(name: str, code: Code) -> str:
    rules = [rule for rule in code.rules if rule not in STAGES]
    found = [STAGES[rule] for rule in code.rules if rule in STAGES]
    found += [f"by the rule{'s' * (len(rules) > 1)} {', '.join(rules)}"] if rules else []
    parts = [f"{name}: {code.meaning}", f"found {'; '.join(found)}", "wrong:", _indented(code.wrong)]
    return "\n".join([*parts, "right:", _indented(code.right)])


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
