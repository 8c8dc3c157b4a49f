"""Lines as printed → paragraphs. Thai is broken between words without a hyphen, mostly where no space was."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Printed", "paragraphs"]

_MARKS: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")

#: Between such letters a line was broken inside a phrase; before a title there was a space.
_THAI_END: Final = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]$")
_THAI_START: Final = re.compile(r"(?!นาย(?!ก)|นาง|ดร\.|ศ\.|ผศ\.|รศ\.)[ก-ฮเ-ไ]")

#: What begins a line of its own: an item of a list, a row of results, a heading of such rows, where a text
#: comes from.
_OPENS: Final = re.compile(
    r"\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)]\s*\D|[-–•*·▪➢]\s|ที่มา\s*:"
    r"|(?:รางวัล|ระดับ)?(?:รอง)?ชนะเลิศ.{0,14}?(?:ได้แก่|คือ|:)|(?:(?:ประเภท|สาขา|ระดับ)\S+\s*)+$"
)

#: A full line may be shorter than the longest by a long word.
_FULL: Final = 0.75


@dataclass(frozen=True, slots=True)
class Printed:
    """A line and where it begins, from the left and from below, and the size of its letters; in points."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


def paragraphs(lines: Sequence[Printed]) -> list[str]:
    """Return the paragraphs of lines in the order of reading.

    A line goes on in the next one where it is full, unless that is set apart: by a larger distance, an
    indent, another size, or the number of an item.

    >>> paragraphs([Printed("รางวัลคุณภาพการบริ"), Printed("หารจัดการภาครัฐ"), Printed("2) ดี")])
    ['รางวัลคุณภาพการบริหารจัดการภาครัฐ', '2) ดี']
    """
    widths = sorted(_width(line.text) for line in lines)
    full = widths[int(len(widths) * 0.9)] * _FULL if widths else 0.0
    usual = _usual_distance(lines)
    told: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        text = line.text.strip()
        if before is None or _width(before.text) < full or _apart(before, line, usual):
            told.append(text)
        else:
            within = _THAI_END.search(told[-1]) and _THAI_START.match(text)
            told[-1] += text if within else f" {text}"
    return told


def _width(text: str) -> int:
    """Return how many letters stand side by side."""
    return len(_MARKS.sub("", text.strip()))


def _usual_distance(lines: Sequence[Printed]) -> float:
    """Return the most common distance between two lines of a page; of equals the smallest."""
    distances = Counter(round(one.y - two.y, 1) for one, two in pairwise(lines) if one.y > two.y)
    return min(distances, key=lambda distance: (-distances[distance], distance), default=0.0)


def _apart(before: Printed, line: Printed, usual: float) -> bool:
    """Tell whether a line begins a paragraph, whatever the length of the line before it."""
    return (
        _OPENS.match(line.text.strip()) is not None
        or before.y - line.y > 1.25 * usual > 0
        or line.x - before.x > 0.8 * line.size > 0
        or abs(before.size - line.size) > 0.1 * before.size
    )
