"""The signs of a thread as paths: a kind is told by its shape and its dash, so that colour alone tells nothing.

The dash of a line is left to the styles; where signs stand, to `drawing` and `strip`.
"""

from __future__ import annotations

_DOT = 1.6  # half of a dot of a line that has no end


def end_sign(kind: str, x: float, y: float, half: float) -> str:
    """What stands at the end of a mark: a circle for results and targets, a diamond for tasks, a square for situations.

    `half` is half its width.
    """
    match kind:
        case "task":
            out = half * 1.25
            return f"M{x:.1f} {y - out:.1f}l{out:.1f} {out:.1f} {-out:.1f} {out:.1f} {-out:.1f} {-out:.1f}z"
        case "situation":
            side = half * 0.8
            return f"M{x - side:.1f} {y - side:.1f}h{2 * side:.1f}v{2 * side:.1f}h{-2 * side:.1f}z"
        case _:
            return circle(x, y, half)


def circle(x: float, y: float, half: float) -> str:
    return f"M{x - half:.1f} {y:.1f}a{half} {half} 0 1 0 {2 * half:.1f} 0a{half} {half} 0 1 0 {-2 * half:.1f} 0z"


def start_sign(x: float, y: float, half: float) -> str:
    """The stroke across a promise's line on the day on which it was said."""
    return f"M{x:.1f} {y - half:.1f}v{2 * half:.1f}"


def brackets(x: float, y: float, half: float) -> str:
    """Square brackets around a sign whose time is inferred."""
    out, high = half + 5, half + 3
    left = f"M{x - out + 3:.1f} {y - high:.1f}h-3v{2 * high:.1f}h3"
    return f"{left}M{x + out - 3:.1f} {y - high:.1f}h3v{2 * high:.1f}h-3"


def goes_on(x: float, y: float) -> str:
    """Three dots, the last at `x`, with which a line without an end leaves the drawing."""
    return "".join(circle(place, y, _DOT) for place in (x - 20, x - 10, x))
