"""Hostile input: the invented project spoilt at random, checked, and built where the check finds nothing.

`python -m tests.fuzz` goes on for a minute, `--seconds` says otherwise. Every case is made of a seed and a number
alone, so that one that fails can be had again, and looked at: `python -m tests.fuzz --seed 5 --case 17 --keep FOLDER`.
Some at a time run in a process of their own, so that none can take more than its share of time and memory, or end the
others.
What is spoilt, and how, is left to `spoiling`.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import itertools
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from unicodedata import category

from duizhao.cli import main
from duizhao.commands import CONTENT_WRONG, FINE
from duizhao.content.excerpts import line_at
from duizhao.issues import SHOWN, Issue, SourcePosition, as_github, shown, summed_up
from duizhao.pipeline import built

from .links import broken_links
from .parsed import parsed
from .sample import laid_out
from .spoiling import Rng, odd_arguments, spoil

SECONDS_A_CASE = 30  # of processor time; a check of the whole project takes one
PATIENCE = 300  # seconds after which a case that needs no time at all waits for what never comes
AT_A_TIME = 15  # cases of a process: a new one has to copy what it changes of all that it begins with
MEMORY = 2 << 30  # more than it begins with: a case begins with all that the process has that starts it
LONGEST_MESSAGE = 6_000
MISUSED = 2  # how a command ends whose arguments are wrong
# What may be missing altogether, so that a message can have no more of a place than its name.
_MISSING = ("file-missing", "template-error", "string-missing")


class Endless(BaseException):
    """What ends a case that does not end: nothing that the program takes for a failure of the machine."""


@dataclass(frozen=True, slots=True)
class Case:
    """A case: how its project was spoilt, and what is wrong with how the program took that, '' where nothing is."""

    seed: int
    number: int
    done: tuple[str, ...]
    wrong: str

    def __str__(self) -> str:
        return f"case {self.number} of seed {self.seed} ({'; '.join(self.done)}):\n{self.wrong}"


def wrong(top: Path, rng: Rng) -> Iterator[str]:
    """What is wrong with the way in which the program ends on a project."""
    code, out, err = _ended(["check", "--top", str(top), "--format", "json"])
    if code == CONTENT_WRONG:
        yield from _wrong_issues(top, json.loads(out))
    elif code == FINE:
        yield from _wrong_site(top) if rng.random() < 0.3 else ()
    elif (top / "content").is_dir():
        yield f"it ended with {code}: {err[:2000]}"
    if rng.random() < 0.2:
        arguments = odd_arguments(rng, top)
        code, _, err = _ended(arguments)
        if code not in (FINE, CONTENT_WRONG, MISUSED):
            yield f"with the arguments {arguments} it ended with {code}: {err[:2000]}"


def _ended(arguments: list[str]) -> tuple[object, str, str]:
    """How a command ends, and what it prints."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code: object = main(arguments)
        except SystemExit as end:
            code = end.code
    return code, out.getvalue(), err.getvalue()


def _wrong_issues(top: Path, rows: list[dict[str, str | int]]) -> Iterator[str]:
    """What is wrong with the messages: their places, their words, and how many of them a person is shown."""
    if not rows:
        yield "it failed without an issue"
    issues = [
        Issue(str(row["code"]), SourcePosition(str(row["path"]), int(row["line"]), int(row["col"])), *_words(row))
        for row in rows
    ]
    line = line_at(top)
    for issue in issues:
        text = line(issue.place)
        place = top / issue.place.path
        is_no_file = os.path.lexists(place) and not place.is_file()  # a folder, a pipe: it has no line
        if text is None and issue.code not in _MISSING and not is_no_file:
            yield f"there is no line for {issue.place}: {issue.code}: {issue.message[:200]}"
        elif text is not None and not 1 <= issue.place.col <= len(text) + 1:
            yield f"there is no column for {issue.place}: {issue.code}: {issue.message[:200]}"
        if len(issue.message) + len(issue.hint) > LONGEST_MESSAGE:
            yield f"a message of {len(issue.message) + len(issue.hint)} characters: {issue.message[:200]}"
    said = shown(issues, line)
    # What Unicode has not given a meaning yet (Cn) steers no terminal, and may be a Han character of next year.
    strange = {char for char in said if category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")} - {*"\n\u200c\u200d"}
    if strange:
        yield f"characters that cannot be printed: {strange}"
    if as_github(issues, lambda place: place.path).count("\n") != len(summed_up(sorted(issues, key=_order))):
        yield "a workflow command of several lines"
    if len(issues) > SHOWN and said.count("\n") > 40 * SHOWN * len({issue.code for issue in issues}):
        yield f"{len(issues)} issues are all shown"


def _order(issue: Issue) -> SourcePosition:
    return issue.place


def _words(row: dict[str, str | int]) -> tuple[str, str]:
    return str(row["message"]), str(row["hint"])


def _wrong_site(top: Path) -> Iterator[str]:
    """What is wrong with the pages of a site that is built though its project is spoilt."""
    files = built(top).files
    if "index.html" not in files:
        yield "a check finds nothing, and a build makes nothing"
    yield from (link for link in broken_links(files) if "> mailto:" not in link)
    pages = [path for path in files if path.endswith(".html")]
    for path in pages[:: max(1, len(pages) // 12)]:
        if wrong := parsed(files[path])[1]:
            yield f"{path} is no good HTML: {wrong[:3]}"
    parsed.cache_clear()  # of its share of memory the next case has all


def case(seed: int, number: int, keep: Path | None = None) -> Case:
    """Runs a case by itself; its project is kept where that is asked for."""
    [one] = cases(seed, [number], keep)
    return one


def cases(seed: int, numbers: Iterable[int], keep: Path | None = None) -> Iterator[Case]:
    """Runs cases in a process of their own; one that ends it is told, and those after it have the next.

    The project of the last is kept where that is asked for.
    """
    waiting = [*numbers]
    while waiting:
        with tempfile.TemporaryDirectory() as folder:
            top, told = Path(folder) / "project", Path(folder) / "told"
            child = os.fork()
            if not child:
                _run_and_tell(seed, waiting, top, told)
            _, status = os.waitpid(child, 0)
            if keep:
                shutil.copytree(top, keep, symlinks=True)
            ended = [Case(seed, number, tuple(done), wrong) for number, done, wrong in _told(told)]
        if os.WIFSIGNALED(status):
            ended[-1] = replace(ended[-1], wrong=f"it died of signal {os.WTERMSIG(status)}")
        yield from ended
        waiting = waiting[len(ended) :]


def _told(path: Path) -> list[tuple[int, list[str], str]]:
    """Of each case that was begun its number, what was done and what is wrong; what is said last is said at its end."""
    rows = [json.loads(line) for line in path.read_text("ascii").splitlines()]
    return [*{number: (number, done, wrong) for number, done, wrong in rows}.values()]


def _run_and_tell(seed: int, numbers: Iterable[int], top: Path, told: Path) -> None:
    """What the process of some cases does: it says of each how the project was spoilt, then again with what is wrong.

    The share of time and memory that one may take is that of all of them. It ends with the first that raises.
    """
    memory = MEMORY + _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_A_CASE, SECONDS_A_CASE + 5))
    signal.signal(signal.SIGXCPU, _endless)
    signal.signal(signal.SIGALRM, _endless)
    signal.alarm(PATIENCE)
    with told.open("w", encoding="ascii") as out:
        for number in numbers:
            rng, done, raised = random.Random(f"{seed}/{number}"), [""], False
            shutil.rmtree(top, ignore_errors=True)
            print(json.dumps((number, done, "")), file=out, flush=True)
            try:
                done = spoil(top, rng)
                print(json.dumps((number, done, "")), file=out, flush=True)
                said = "\n".join(wrong(top, rng))
            except BaseException:
                said, raised = traceback.format_exc()[-6000:], True
            print(json.dumps((number, done, said)), file=out, flush=True)
            if raised:
                break
    os._exit(0)


def _address_space() -> int:
    """How many bytes of addresses this process has taken."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def _endless(_: int, __: FrameType | None) -> None:
    raise Endless(f"not done after {SECONDS_A_CASE} seconds of processor time, or {PATIENCE} of waiting")


def fuzz(seed: int, numbers: Iterable[int]) -> tuple[int, list[Case]]:
    """Runs the cases of a seed with these numbers; how many there were, and those that went wrong, which it prints."""
    _warm_up()
    failed, count = [], 0
    every = iter(numbers)
    while some := [*itertools.islice(every, AT_A_TIME)]:
        for one in cases(seed, some):
            count += 1
            if one.wrong:
                failed.append(one)
                print(
                    f"{one}\nagain: python -m tests.fuzz --seed {seed} --case {one.number} --keep FOLDER\n", flush=True
                )
    return count, failed


def numbers_for(seconds: float) -> Iterator[int]:
    """The numbers of cases from 0, until so much time has gone by."""
    until = time.monotonic() + seconds
    return itertools.takewhile(lambda _: time.monotonic() < until, itertools.count())


def _warm_up() -> None:
    """Loads what every case needs, and what it would make for itself, once for all."""
    with tempfile.TemporaryDirectory() as folder:
        built(laid_out(Path(folder) / "project"))


def run() -> int:
    """The command line; 1 where a case went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--case", type=int)
    parser.add_argument("--keep", type=Path, help="where the project of the case is kept")
    args = parser.parse_args()
    if args.case is not None:
        one = case(args.seed, args.case, args.keep)
        print(one if one.wrong else f"{one}nothing is wrong")
        return 1 if one.wrong else 0
    print(f"seed {args.seed}", flush=True)
    number, failed = fuzz(args.seed, numbers_for(args.seconds))
    print(f"{number} cases of seed {args.seed}, {len(failed)} went wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(run())
