"""Traditional characters converted to Simplified ones, one for one.

Which runs of a capture are kept at all is left to `line_plan`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

import opencc


def simplified(text: str, exceptions: Iterable[tuple[str, str]] = ()) -> str:
    """The text in Simplified characters, as long as before; `exceptions` mend what the converter leaves."""
    converted: str = _converter().convert(text)
    if len(converted) != len(text):
        raise AssertionError("the script conversion changed the text's length")
    for word, plain in exceptions:
        converted = converted.replace(word, plain)
    return converted


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
