"""The outline of Sweden as a small drawing of our own: no map of anybody else is asked for.

The land border follows the coordinates of Natural Earth's coarsest countries (public domain); the
coast, Öland, Gotland and the two largest lakes are drawn by eye through well-known places.
"""

from __future__ import annotations

import re
from functools import cache

WEST, TOP = 10.6, 69.3
ACROSS, DOWN = 4.7, 10.0
"""Units per degree: a degree of longitude is shorter, by the cosine of 62 degrees north."""
WIDTH, HEIGHT = 65.0, 142.0

Line = tuple[tuple[float, float], ...]
MAINLAND: Line = (
    (11.1, 59.0), (11.4, 58.3), (11.9, 57.7), (12.2, 57.1), (12.8, 56.65), (12.62, 56.42),
    (12.85, 56.25), (12.45, 56.3), (12.7, 56.05), (12.95, 55.62), (12.8, 55.4), (13.15, 55.35),
    (13.8, 55.42), (14.2, 55.38), (14.35, 55.55), (14.2, 55.8), (14.35, 55.95), (14.6, 56.02),
    (14.87, 56.17), (15.6, 56.15), (15.95, 56.08), (16.1, 56.4), (16.35, 56.66), (16.5, 57.26),
    (16.65, 57.76), (16.8, 58.2), (16.9, 58.6), (17.4, 58.75), (17.95, 58.85), (18.4, 59.05),
    (18.9, 59.3), (18.9, 59.8), (18.45, 60.34), (17.7, 60.5), (17.2, 60.68), (17.15, 61.3),
    (17.2, 61.73), (17.45, 62.3), (17.95, 62.63), (18.75, 63.2), (19.6, 63.5), (20.35, 63.7),
    (20.9, 64.05), (21.6, 64.45), (21.25, 64.75), (21.5, 65.3), (22.2, 65.55), (23.15, 65.8),
    (24.15, 65.82), (23.65, 66.4), (23.9, 66.8), (23.54, 67.94), (21.98, 68.62), (20.65, 69.1),
    (20.03, 69.07), (20.2, 68.5), (18.1, 68.53), (17.73, 68.01), (16.77, 68.01), (16.11, 67.3),
    (15.11, 66.19), (14.55, 66.1), (14.5, 65.3), (13.56, 64.79), (14.1, 64.45), (13.57, 64.05),
    (12.6, 64.07), (11.95, 63.3), (12.15, 62.75), (12.05, 61.8), (12.85, 61.35), (12.3, 60.95),
    (12.5, 60.1), (11.75, 59.6), (11.7, 58.95), (11.3, 59.1),
)  # fmt: skip
GOTLAND: Line = (
    (18.15, 56.95), (18.1, 57.3), (18.3, 57.65), (18.8, 57.9), (19.2, 57.95), (18.85, 57.5),
    (18.75, 57.25), (18.35, 57.05),
)  # fmt: skip
OLAND: Line = ((16.4, 56.2), (16.45, 56.6), (16.7, 56.95), (17.1, 57.35), (17.0, 57.05),
               (16.75, 56.6), (16.5, 56.25))  # fmt: skip
VANERN: Line = ((12.4, 58.45), (12.55, 58.95), (13.2, 59.3), (13.9, 59.1), (14.05, 58.7),
                (13.45, 58.6), (13.1, 58.6))  # fmt: skip
VATTERN: Line = ((14.2, 57.85), (14.3, 58.3), (14.75, 58.75), (14.9, 58.6), (14.55, 58.1))

_POSITION = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)\s*(?:\(.*\))?\s*")


def place(north: float, east: float) -> tuple[float, float]:
    """Return where a position lies in the drawing; outside its box for one that is elsewhere."""
    return round((east - WEST) * ACROSS, 2), round((TOP - north) * DOWN, 2)


def place_of(value: str | None) -> tuple[float, float] | None:
    """Return where a position as files give it ("59.3295, 18.0677") lies, if in the drawing."""
    found = _POSITION.fullmatch(value or "")
    if not found:
        return None
    x, y = place(float(found[1]), float(found[2]))
    return (x, y) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT else None


@cache
def path(*lines: Line) -> str:
    """Return lines as the path of a drawing."""
    return "".join(_drawn(line) for line in lines)


def _drawn(line: Line) -> str:
    points = [place(north, east) for east, north in line]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "z"
