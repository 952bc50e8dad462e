"""What a wrong value was probably meant for, written as it would be taken: 12000 for 1.2万, 2021/2022 for 2021-2022.

Whether a value is wrong is left to `value_types`, what is said of it to `reader`. Nothing is ever taken in its place.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence as ListOf
from decimal import Decimal
from difflib import get_close_matches

from ..text.numerals import EXACT
from ..text.quantity import quantity
from .addresses import as_written_by_all
from .nodes import Mapping, Node, Scalar, Sequence
from .value_types import STATEMENT_WITHIN_A_REPORT, ValueType, WrongValue, is_kept_back
from .vocabulary import SAID_FOR

_TRUE = ("yes", "y", "on", "1", "t", "true", "是", "对", "真", "已", "√", "✓")
_FALSE = ("no", "n", "off", "0", "f", "false", "否", "不", "假", "未", "×")
_YEAR = "(?:19|20)[0-9]{2}"
_DATE = re.compile(rf"({_YEAR})(?:年|[-./\s])([01]?[0-9])(?:月|[-./\s]|$)(?:([0-3]?[0-9])日?)?(?:[ T].*)?")
_YEAR_LAST = re.compile(rf"([0-3]?[0-9])[-./]([0-3]?[0-9])[-./]({_YEAR})")
_COMPACT = re.compile(rf"({_YEAR})([01][0-9])([0-3][0-9])")
_PART = re.compile(rf"({_YEAR})年?(?:[- ]?(?:(上|下)半年|第?([一二三四1-4])季度|([QqHh])([1-4])))")
_BETWEEN = re.compile(r"\s*(?:[~～—–－/至到]|--|\bto\b|(?<=[0-9]{4})-(?=(?:19|20)[0-9]{2}))\s*")
# What is longer was not meant for a value that has a form.
_LONGEST = 120
_LIST = re.compile(r"\s*[,，、;；]\s*")


def suggestion(kind: ValueType, node: Node) -> str:
    """The value that a node was meant for, as it would be written; '' where that cannot be told."""
    if kind.name == "both" and isinstance(node, Mapping):
        return _both_of(node)
    make = _BY_TYPE.get(kind.name)
    text = node.value if isinstance(node, Scalar) and len(node.value or "") <= _LONGEST else None
    meant = make(text.strip()) if make and text else ""
    return meant if meant and _is_taken(kind, meant, node) else ""


def choice_for(text: str, choices: ListOf[str]) -> str:
    """The one of a closed set that a word stands for: by its Chinese name, a sign or a near spelling; '' for none."""
    text = text[:_LONGEST]
    named = (code for code in choices if text.strip().lower() in SAID_FOR.get(code, ()))
    plain = re.sub(r"[\s_]+", "-", text.strip().lower())
    near = [plain] if plain in choices else get_close_matches(plain, choices, 1)
    return next(named, near[0] if near else "")


def _is_taken(kind: ValueType, meant: str, node: Node) -> bool:
    """True of a suggestion that would be read: what is no better is no way out."""
    if " or " in meant:
        return all(_is_taken(kind, one, node) for one in meant.split(" or "))
    if meant.startswith("["):
        items = tuple(Scalar(part, node.place) for part in meant.strip("[]").split(", "))
        made: Node = Sequence(items, node.place)
    elif meant.startswith(("{", "<")):
        return True
    else:
        made = Scalar(meant.strip('"'), node.place)
    try:
        kind.read(made)
    except WrongValue:
        return False
    return True


def _decimal(text: str) -> str:
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?[eE]\+?[0-9]{1,2}", text):
        return f"{EXACT.plus(Decimal(text)):f}"
    read = quantity(text)
    exact = read and read.base_value is not None and read.base_upper is None
    return f"{EXACT.plus(read.base_value):f}" if exact and read and read.base_value is not None else ""


def _count(text: str) -> str:
    return re.sub(r"\.0+$", "", _decimal(text))


def _time(text: str) -> str:
    if plan := re.search("十[三四五]五", text):
        first = 2016 + 5 * "三四五".index(plan[0][1])
        return f'"{first}/{first + 4}"'
    if choices := _unsure(text):
        return " or ".join(f'"{choice}"' for choice in choices)
    ends = [end for end in _BETWEEN.split(text) if end]
    moments = [_moment(end) for end in ends] if len(ends) == 2 else [_moment(text)]
    if not all(moments):
        moments = [_moment(text)]
    if len(ends) == 2 and len(moments) == 2:
        moments.sort()
    made = "/".join(moments) if all(moments) else ""
    return f'"{made}"' if made else ""


def _unsure(text: str) -> tuple[str, ...]:
    """What a date may mean that has its year last, or that has no such day."""
    if found := _YEAR_LAST.fullmatch(text):
        first, second, year = int(found[1]), int(found[2]), found[3]
        months_and_days = dict.fromkeys(((first, second), (second, first)))
        return tuple(f"{year}-{month:02}-{day:02}" for month, day in months_and_days if 1 <= month <= 12)
    if found := re.fullmatch(f"({_YEAR}-(?:0[1-9]|1[0-2]))-[0-9]{{2}}", text):
        year, month = map(int, found[1].split("-"))
        return f"{found[1]}-{monthrange(year, month)[1]}", found[1]
    return ()


def _moment(text: str) -> str:
    """A year, a part of one or a day as other writing has it: 2021年, 2022/1/12, 2021年上半年, 20220112."""
    text = text.strip()
    if year := re.fullmatch(f"({_YEAR})(?:年度?|\\.0)?", text):
        return year[1]
    text = re.sub(f"([QqHh][1-4])[ ,/-]*({_YEAR})", r"\2-\1", text)
    if part := _PART.fullmatch(text):
        year_of, half, quarter, letter, number = part.groups()
        if half:
            return f"{year_of}-H{1 if half == '上' else 2}"
        return f"{year_of}-{letter.upper()}{number}" if letter else f"{year_of}-Q{_numeral(quarter)}"
    found = _COMPACT.fullmatch(text) or _DATE.fullmatch(text)
    if found:
        year_of, month, day = found.groups()
        return f"{year_of}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return ""


def _numeral(char: str) -> int:
    return int(char) if char.isdigit() else "一二三四".index(char) + 1


def _yes(text: str) -> str:
    word = text.casefold()
    return "true" if word in _TRUE else "false" if word in _FALSE else ""


def _id(text: str) -> str:
    made = re.sub(r"[\s!-/:-@\[-`{-~]+", "-", text.lower()).strip("-")
    return f"id-{made}" if is_kept_back(made) else made


def _statement(text: str) -> str:
    if STATEMENT_WITHIN_A_REPORT.fullmatch(text.lower()):
        return f"<report>/{text.lower()} with the id of its report"
    return re.sub(r"\s*[#:/.]\s*([tkr][0-9]{2,5})$", r"/\1", text.lower())


def _list_of(make: Callable[[str], str]) -> Callable[[str], str]:
    def made(text: str) -> str:
        parts = [make(part) for part in _LIST.split(text.strip("[]")) if part]
        return f"[{', '.join(parts)}]" if all(parts) else ""

    return made


def _both(text: str) -> str:
    if len(text) > 40 or re.search("[,{}:\\[\\]]", text):
        return ""
    han = re.search("[\u3400-\u9fff]", text)
    return f"{{zh: {text}, en: …}}" if han else f"{{zh: …, en: {text}}}"


def _both_of(node: Mapping) -> str:
    """Words in two languages, each under the one that it is in; what is not short is left to be thought of."""
    found: dict[str, str] = {}
    for item in map(node.items.get, sorted(node.items, key=("zh", "en").__contains__, reverse=True)):
        text = item.value if isinstance(item, Scalar) else None
        if text and len(text) <= 40 and not re.search("[,{}:\\[\\]#]", text):
            found.setdefault("en" if not re.search("[\u3400-\u9fff]", text) else "zh", text)
    return f"{{zh: {found.get('zh', '…')}, en: {found.get('en', '…')}}}"


def _address(text: str) -> str:
    text = re.sub(r"(?<=//)[^/@\s]*@", "", text)
    return as_written_by_all(text if re.match("https?://", text) else f"https://{text}")


def _web_address(text: str) -> str:
    return f"https://{text}" if re.match(r"[\w.-]+\.[a-z]{2,}(/|$)", text) else ""


def _adcode(text: str) -> str:
    return re.sub(r"\.0+$|\s", "", text)[:6] if re.fullmatch(r"[0-9]{6}(?:\.0+|0{6})?", text) else ""


_BY_TYPE: dict[str, Callable[[str], str]] = {
    "texts": _list_of(str.strip),
    "id": _id,
    "ids": _list_of(_id),
    "statement": _statement,
    "statements": _list_of(_statement),
    "blocks": _list_of(str.lower),
    "time": _time,
    "adcode": _adcode,
    "address": _address,
    "web address": _web_address,
    "decimal": _decimal,
    "count": _count,
    "yes": _yes,
    "both": _both,
}
