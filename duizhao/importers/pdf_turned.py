"""The pages of a PDF as one reads them: such as are drawn sideways or upside down are turned upright.

What the lines of a page are is left to `pdf_lines`.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

_RIGHT, _FULL = 90, 360  # degrees
_SLANT = 8  # degrees from which on words are turned
_MOSTLY = 0.6  # of the characters of a page that stand one way
_MOST_CHARS = 400  # by which it is known


def upright_page(document: Any, number: int) -> Any:
    """A page whose characters stand upright, whichever way the page shows them."""
    page = document[number]
    angle = _angle_of_page(page)
    if not angle and not page.get_rotation():
        return page
    _turn(page, angle)
    page.set_rotation(0)
    page.close()
    return document[number]  # its characters are laid out anew


def is_turned(text_page: Any, index: int) -> bool:
    """True of a character that stands at an angle to its page."""
    angle = _angle(text_page, index)
    return min(angle, _FULL - angle) >= _SLANT


def _angle_of_page(page: Any) -> int:
    """By how many degrees most characters of a page are turned, in right angles; 0 where they stand every way."""
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    seen = [index for index, char in enumerate(text[: text_page.count_chars()]) if not char.isspace()][:_MOST_CHARS]
    angles = Counter(_RIGHT * round(_angle(text_page, index) / _RIGHT) % _FULL for index in seen)
    text_page.close()
    angle, count = angles.most_common(1)[0] if angles else (0, 0)
    return angle if count >= _MOSTLY * len(seen) else 0


def _angle(text_page: Any, index: int) -> float:
    """The angle of a character in degrees, counted clockwise."""
    from pypdfium2 import raw

    return math.degrees(raw.FPDFText_GetCharAngle(text_page.raw, index)) % _FULL


def _turn(page: Any, angle: int) -> None:
    """Turns what a page shows by right angles against the clock, within a page of the size for it."""
    from pypdfium2 import raw

    if not angle:
        return
    left, bottom, right, top = page.get_mediabox()
    cosine, sine = {90: (0, 1), 180: (-1, 0), 270: (0, -1)}[angle]
    corners = [(cosine * x - sine * y, sine * x + cosine * y) for x in (left, right) for y in (bottom, top)]
    shift = -min(x for x, _ in corners), -min(y for _, y in corners)
    size = max(x for x, _ in corners) + shift[0], max(y for _, y in corners) + shift[1]
    raw.FPDFPage_TransFormWithClip(page.raw, raw.FS_MATRIX(cosine, sine, -sine, cosine, *shift), None)
    page.set_mediabox(0, 0, *size)
    page.set_cropbox(0, 0, *size)
