"""The marks of the kinds: outlines that pages draw, on a canvas as in a legend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from awardgraph.exporters.views.picture import Kind

__all__ = ["SHAPES", "Shape"]


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline as SVG path data around (0, 0), some 28 units across.

    Attributes:
        path: the outline.
        middle: how far below (0, 0) the letter stands in the middle of it.
        ring: whether it is drawn as a line and left empty.
    """

    path: str
    middle: float = 0.0
    ring: bool = False


_CIRCLE: Final = "M12.5 0A12.5 12.5 0 1 1 -12.5 0A12.5 12.5 0 1 1 12.5 0Z"

#: Star, rounded square, circle, hexagon, triangle, ring, drop and page.
SHAPES: Final[dict[Kind, Shape]] = {
    "award": Shape(
        "M0 -15.2L4.6 -5.5L15.3 -4L7.5 3.4L9.4 13.9L0 8.8L-9.4 13.9L-7.5 3.4L-15.3 -4L-4.6 -5.5Z", 0.8
    ),
    "agency": Shape("M-7 -12H7A5 5 0 0 1 12 -7V7A5 5 0 0 1 7 12H-7A5 5 0 0 1 -12 7V-7A5 5 0 0 1 -7 -12Z"),
    "person": Shape(_CIRCLE),
    "project": Shape("M13.5 0L6.8 11.7L-6.8 11.7L-13.5 0L-6.8 -11.7L6.8 -11.7Z"),
    "ceremony": Shape("M0 -14L14.5 11.5L-14.5 11.5Z", 4.2),
    "scheme": Shape(_CIRCLE, ring=True),
    "place": Shape("M0 15.5C-3 10 -11 5 -11 -2.5A11 11 0 1 1 11 -2.5C11 5 3 10 0 15.5Z", -2.2),
    "source": Shape("M-9.5 -12.5H4L9.5 -7V12.5H-9.5Z", 0.6),
}
