"""A project spoilt at random: what chance does to the files that a person writes, made of a seed and a number alone.

What must hold of a check of what comes of it is left to `fuzz`.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .sample import laid_out

Rng = random.Random

# Kinds of files of which the invented project has none.
MORE = {
    "theme/not-found.html": '{% extends "base.html" %}\n{% block main %}<p>{{ word("mine.gone") }}</p>{% endblock %}\n',
    "theme/words.yaml": "mine.gone: {en: Gone, zh: 没了}\nmine.count: {en: '{count} of {all}', zh: '{all}之{count}'}\n",
    "theme/static/tokens.css": ":root { --paper: pink; }\n",
    "content/strings.yaml": "nav.reports: {en: Papers, zh: 文本}\n",
    "content/reports/qinghu-2023-work-report/suggestions.yaml": """\
text_sha256: 6f820c6a11f47846f7a22da89ca53a340e280d44857dd8ffae35543b02475ba3
statements:
- id: g001
  kind: result
  quote: 新增就业1.2万人
  period: "2023"
  period_basis: inferred
  measures:
  - {figure: 1.2万人, value: 12000, unit: 人, operator: eq, aspect: increase, confidence: 0.95}
  confidence: 0.95
nothing_to_code: [{block: p1, confidence: 0.59}]
numbers: [{text: 三大平台, block: p2, reason: label, confidence: 0.93}]
follow_ups: [{id: f001, promise: qinghu-2022-work-report/t01, later: g001, grounds: [wording], confidence: 0.4}]
rejected: [{kind: task, quote: 建桥, text_sha256: ab}]
rejected_follow_ups: [{report: qinghu-2022-work-report, promise: 建桥, later: 修路, text_sha256: ab}]
rejected_blanks: [{block: p1, text_sha256: ab}]
rejected_numbers: [{text: 三大平台, block: p2, text_sha256: ab}]
""",
    "content/numbers.yaml": "- {text: 六桥, reason: a place}\n",
    "content/prose/districts/qinghu.en.md": "A [target](statement:qinghu-2022-work-report/t01).\n\n- one\n- two\n",
    "content/prose/districts/qinghu.zh.md": "有[目标](term:stable)。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n",
}
# What is put in, or in the place of a value: signs of YAML, Chinese and Markdown, keys, odd values, odd names.
SIGNS = r"""
: - # ? | > & * ! % @ ` { } [ ] , ' " --- ... ~ null true no 010 1:30 <<: !!python/object:os.system *a &a
： ， “ ” ‘ ’ 。 、 ； （ ） 〔1〕 … — 亿 万 百分之 第 十 零 〇 半 余 多 以上 至 ～ % ‰ ／ × 著 於 區(qū) 𠀀 👨‍👩‍👧 é
zh en id kind quote gloss themes period by measures figure value unit operator aspect statements nothing_to_code
2020-02-30 2021/2019 99999-13 -0 1e400 NaN 0x10 ½ ⅷ ０１２ ١٢ {count:>99999999999} {count.x} {0}
[x](term:x) [x](javascript:alert(1)) <script>alert(1)</script> ![x](y) [^1] ``` |a|b| * 1. # 2022. [x][1] {{x}} {%
con nul ../.. \ C:\x .hidden
"""
UNSEEN = " \u3000\x00\x07\x1b\x7f\x85\u200b\u202e\u2028\u2066\ue000\ufeff\ufffe\ufffd\r\t"
WORDS = (*SIGNS.split(), *UNSEEN, "\r\n")
RUNS = '十 [ ( 9 9, 1- 百分之 a 区 { # > 区(qu) * 一、 &# ‹!-- 1. “ 2022年 " 《 第'
LONG = (*RUNS.split(), "- ", "  ", "\n", "\n\n", "# ", "a: ", "- a\n", "[a](")


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
    entries = [entry for folder in ("content", "theme") for entry in sorted((top / folder).rglob("*"))]
    if not entries:
        return "nothing is left"
    path = rng.choice(entries)
    how = rng.choice(("gone", "renamed", "doubled", "a folder", "a link to nothing", "a link to itself", "a pipe"))
    other = path.with_name(
        rng.choice(("x", "CON", path.name.upper(), path.name + "~", "." + path.name, "区", "a" * 200))
    )
    if how in ("renamed", "doubled"):
        if os.path.lexists(other):
            return f"{path.relative_to(top)}: left, since {other.name} stands beside it"
        (path.rename if how == "renamed" else partial(copied, path))(other)
        return f"{path.relative_to(top)}: {how}, {other.name}"
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    if how == "a folder":
        path.mkdir()
    elif how.startswith("a link"):
        path.symlink_to(path if how.endswith("itself") else "nowhere")
    elif how == "a pipe":
        os.mkfifo(path)
    return f"{path.relative_to(top)}: {how}"


def copied(path: Path, other: Path) -> None:
    """Makes the same of another name: a pipe of a pipe and a link of a link, of which nothing can be read."""
    if path.is_symlink():
        other.symlink_to(os.readlink(path))
    elif path.is_fifo():
        os.mkfifo(other)
    elif path.is_dir():
        other.mkdir()
        for entry in sorted(path.iterdir()):
            copied(entry, other / entry.name)
    else:
        shutil.copyfile(path, other)


def spoil(top: Path, rng: Rng) -> list[str]:
    """Lays the project out and spoils it; says what was done."""
    laid_out(top)
    for name, text in MORE.items():
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


def odd_arguments(rng: Rng, top: Path) -> list[str]:
    """A command line for a project, with a word in it that no one would write."""
    word = rng.choice([word for word in WORDS if "\x00" not in word and not word.startswith("/")])
    out = top.parent / rng.choice(("out", "区", "a" * 300, ".hidden", "a/b/c", "con", "a b", "project/site/x"))
    return rng.choice(
        (
            ["explain", word],
            ["explain", word * 500],
            [word],
            ["check", "--top", str(top), word],
            ["check", "--top", str(top / word.strip("./\\"))],
            ["check", "--top", str(top), "--format", word],
            ["check", "--top", str(top), "--format", "github"],
            ["check", "--top", str(top), "--counts", "--verbose"],
            ["build", "--top", str(top), "--out", str(out)],
            ["schema", "--top", str(top), "--out", str(out)],
            ["schema", "--top", str(top / word.strip("./\\")), "--out", str(out)],
            ["new", "site", str(out)],
        )
    )
