"""Hostile input: the invented project with what a person writes in it spoilt at random, and checked.

`python -m tests.fuzz` goes on for a minute, `--seconds` says otherwise. Every case is made of a seed and a number alone,
so that one that fails can be had again: `python -m tests.fuzz --seed 5 --case 17`. What must hold of each is in `wrong`.
"""

from __future__ import annotations

import argparse
import contextlib
import io
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
from collections.abc import Callable, Iterator
from pathlib import Path

from duizhao.cli import CONTENT_WRONG, FINE, main

from .sample import laid_out

SECONDS_A_CASE = 20  # of processor time; a check of the whole project takes a fraction of one
MEMORY = 3 << 30
MOST_ISSUES = 2_000
Rng = random.Random

THEME = {
    "theme/not-found.html": '{% extends "base.html" %}\n{% block main %}<h1>{{ word("mine.gone") }}</h1>{% endblock %}\n',
    "theme/words.yaml": "mine.gone: {en: Gone, zh: 没了}\nmine.count: {en: '{count} of {total}', zh: '{total}之{count}'}\n",
    "theme/static/tokens.css": ":root { --paper: pink; }\n",
    "content/strings.yaml": "nav.reports: {en: Papers, zh: 文本}\n",
    "content/numbers.yaml": "- {text: 六桥, reason: a place}\n",
}
WORDS = (
    *": - # ? | > & * ! % @ ` { } [ ] , ' \" --- ... ~ null true no 010 1:30 <<: !!python/object:os.system *a &a".split(),
    *"： ，  　 “ ” ‘ ’ 。 、 ； （ ） 〔1〕 … — 亿 万 百分之 第 十 零 〇 半 余 多 以上 至 — ～ % ‰ ／ × 著 於 區(qū) 𠀀 👨‍👩‍👧 é".split(),
    *"\x00 \x07 \x1b \x7f \x85 \u200b \u202e \u2028 \u2066 \ue000 \ufeff \ufffe \ufffd \r \r\n \t".split(" "),
    *"zh en id kind quote gloss themes period by measures figure value unit operator aspect statements nothing_to_code".split(),
    *"2020-02-30 2021/2019 99999-13 -0 1e400 NaN 0x10 ½ ⅷ ０１２ ١٢".split(),
    *"[x](term:x) [x](javascript:alert(1)) <script>alert(1)</script> ![x](y) [^1] ``` | a | b | * 1. # 2022. [x][1] {{x}} {%".split(" "),
    *"con nul ../.. / \\ C:\\x .hidden".split(),
)
LONG = ("十", "[", "(", "9", "9,", "1-", "百分之", "a", "区", "{", "- ", "# ", ">", "区(qu)", "*", "一、", " ", "\n", "\n\n", "&#", "‹!--")


def cut(rng: Rng, data: bytes) -> bytes:
    start, end = _span(rng, data)
    return data[:start] + data[end:]


def doubled(rng: Rng, data: bytes) -> bytes:
    start, end = _span(rng, data)
    return data[:end] + data[start:end] * rng.choice((1, 1, 2, 40)) + data[end:]


def moved(rng: Rng, data: bytes) -> bytes:
    start, end = _span(rng, data)
    rest = data[:start] + data[end:]
    at = rng.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def flipped(rng: Rng, data: bytes) -> bytes:
    at = rng.randrange(len(data)) if data else 0
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def worded(rng: Rng, data: bytes) -> bytes:
    start, end = _span(rng, data, rng.choice((0, 0, 8)))
    return data[:start] + rng.choice(WORDS).encode("utf-8", "surrogatepass") + data[end:]


def lengthened(rng: Rng, data: bytes) -> bytes:
    start, _ = _span(rng, data, 0)
    return data[:start] + rng.choice(LONG).encode() * rng.choice((3, 60, 1_100, 5_000, 30_000)) + data[start:]


def line_gone(rng: Rng, data: bytes) -> bytes:
    lines = data.split(b"\n")
    del lines[rng.randrange(len(lines))]
    return b"\n".join(lines)


def line_shifted(rng: Rng, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    lines[at] = rng.choice((b" ", b"  ", b"\t", b"- ")) + lines[at] if rng.random() < 0.5 else lines[at].lstrip()
    return b"\n".join(lines)


def lines_swapped(rng: Rng, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def value_changed(rng: Rng, data: bytes) -> bytes:
    lines = data.split(b"\n")
    keyed = [at for at, line in enumerate(lines) if b": " in line] or [0]
    at = rng.choice(keyed)
    lines[at] = lines[at].split(b": ", 1)[0] + b": " + rng.choice(WORDS).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def emptied(rng: Rng, data: bytes) -> bytes:
    return rng.choice((b"", b"\n", b"\xef\xbb\xbf", b"[]", b"{}", b"~", b"---\n---\n", b"\xff\xfe", b"\x00"))


def encoded(rng: Rng, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    return rng.choice(
        (
            lambda: b"\xef\xbb\xbf" + data,
            lambda: data.replace(b"\n", b"\r\n"),
            lambda: data.replace(b"\n", b"\r"),
            lambda: text.encode("gb18030"),
            lambda: text.encode("utf-16"),
            lambda: text.encode("utf-8").replace(b" ", "\u3000".encode()),
        )
    )()


SPOILT: tuple[Callable[[Rng, bytes], bytes], ...] = (
    cut, doubled, moved, flipped, worded, worded, lengthened, line_gone, line_shifted, lines_swapped, value_changed,
    value_changed, emptied, encoded,
)  # fmt: skip


def _span(rng: Rng, data: bytes, length: int | None = None) -> tuple[int, int]:
    start = rng.randint(0, len(data))
    return start, min(len(data), start + (rng.choice((1, 3, 20, 200)) if length is None else length))


def written(top: Path) -> list[Path]:
    """Every file that a person writes in a project."""
    return sorted(path for folder in ("content", "theme") for path in (top / folder).rglob("*") if path.is_file())


def rearranged(rng: Rng, top: Path) -> str:
    """One file or folder taken away, renamed, doubled or made something else; says which."""
    path = rng.choice([entry for folder in ("content", "theme") for entry in sorted((top / folder).rglob("*"))])
    how = rng.choice(("gone", "renamed", "a folder", "a link to nothing", "a link to itself", "a pipe", "doubled"))
    other = path.with_name(rng.choice(("x", "CON", path.name.upper(), path.name + "~", "." + path.name, "区", "a" * 200)))
    if how == "renamed":
        path.rename(other)
    elif how == "doubled" and not other.exists():
        (shutil.copytree if path.is_dir() else shutil.copyfile)(path, other)
    elif how != "doubled":
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        if how == "a folder":
            path.mkdir()
        elif how.startswith("a link"):
            path.symlink_to(path if how.endswith("itself") else "nowhere")
        elif how == "a pipe":
            os.mkfifo(path)
    return f"{path.relative_to(top)}: {how}"


def spoil(top: Path, rng: Rng) -> list[str]:
    """Lays the project out and spoils it; says what was done."""
    laid_out(top)
    for name, text in THEME.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, "utf-8")
    done = []
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        if rng.random() < 0.08:
            done.append(rearranged(rng, top))
            continue
        files = [path for path in written(top) if not path.is_symlink()]
        if not files:
            break
        path, how = rng.choice(files), rng.choice(SPOILT)
        path.write_bytes(how(rng, path.read_bytes()))
        done.append(f"{path.relative_to(top)}: {how.__name__}")
    return done


def wrong(top: Path) -> str:
    """What is wrong with the way in which a check of the project ends; nothing where it ends as it should."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(["check", "--top", str(top), "--format", "json"])
    except BaseException:
        return traceback.format_exc()
    if code == FINE:
        return ""
    if code != CONTENT_WRONG:
        return "" if not (top / "content").is_dir() else f"it ended with {code}: {err.getvalue()[:2000]}"
    return "; ".join(_wrong_issues(top, out.getvalue()))


def _wrong_issues(top: Path, told: str) -> Iterator[str]:
    issues = json.loads(told)
    if not issues:
        yield "it failed without an issue"
    if len(issues) > MOST_ISSUES:
        yield f"{len(issues)} issues"
    for issue in issues:
        file = top / issue["path"]
        lines = file.read_bytes().count(b"\n") + 1 if file.is_file() else 1
        if not 1 <= issue["line"] <= lines:
            yield f"there is no line {issue['line']} in {issue['path']}"
        if len(issue["message"]) + len(issue["hint"]) > 3_000:
            yield f"a message of {len(issue['message'])} characters"
        if not all(char.isprintable() or char in "\n\u3000" for char in issue["message"] + issue["hint"]):
            yield f"a message that cannot be printed: {issue['message']!r}"


def case(seed: int, number: int, keep: Path | None = None) -> str:
    """Runs a case; what was done and what is wrong, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / "project"
        done = spoil(top, random.Random(f"{seed}/{number}"))
        signal.setitimer(signal.ITIMER_PROF, SECONDS_A_CASE)
        try:
            found = wrong(top)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        if keep:
            shutil.copytree(top, keep, symlinks=True)
    return f"case {number} of seed {seed} ({'; '.join(done)}):\n{found}" if found else ""


def _endless(*_: object) -> None:
    raise TimeoutError(f"not done after {SECONDS_A_CASE} seconds of processor time")


def run() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--case", type=int)
    parser.add_argument("--keep", type=Path, help="where the project of the case is kept")
    args = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _endless)
    failures, number, until = [], 0, time.monotonic() + args.seconds
    while args.case is not None or time.monotonic() < until:
        failed = case(args.seed, args.case if args.case is not None else number, args.keep)
        if failed:
            print(failed, flush=True)
            failures.append(failed)
        number += 1
        if args.case is not None:
            break
    print(f"seed {args.seed}: {number} cases, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(run())
