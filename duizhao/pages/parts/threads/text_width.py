"""How wide words are drawn at most, so that what is drawn at build time overprints nothing in any reader's font.

Where the words go is left to `drawing`.
"""

from __future__ import annotations

# The widest that each character is among the usual sans-serif faces in semibold, in hundredths of its size; DejaVu, the
# widest of them, gives most. Whatever is not named here is taken for a square, as Han characters are.
_WIDTHS = {
    character: width
    for width, characters in (
        (38, "'ijl |I,./\\·"),
        (48, ":;-f!()[]tr"),
        (60, 'J*"_zcs–'),
        (65, "?`Lvxy"),
        (74, "akEFTeo0123456789$hnu{}SYbdgpqCPZ"),
        (86, "BAKRVXUGD#+<=>HN^~OQ−×≥≤≈&"),
    )
    for character in characters
} | {"m": 104, "w": 92, "M": 100, "W": 111, "@": 101, "%": 101}


def text_width(text: str, size: int) -> float:
    """How wide a text is at most, drawn in characters of a size."""
    return sum(_WIDTHS.get(character, 100) for character in text) * size / 100


def shortened(text: str, size: int, room: float) -> str:
    """A text that fits: whole, or cut where a word ends, with an ellipsis."""
    if text_width(text, size) <= room:
        return text
    room -= text_width("…", size)
    length = 0
    for character in text:
        room -= text_width(character, size)
        if room < 0:
            break
        length += 1
    return _whole_words(text, length).rstrip(" ,;:，、；：") + "…"


def _whole_words(text: str, length: int) -> str:
    """The beginning of a text up to a length, without a word that it would cut; a single long word is cut."""
    beginning = text[:length]
    if text[length].isascii() and text[length].isalnum() and beginning[-1:].isascii() and beginning[-1:].isalnum():
        return beginning.rpartition(" ")[0] or beginning
    return beginning
