"""Lines that stand on every page of a print: headers, footers, numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.documents.unwrapping import Printed

__all__ = ["without_running_lines"]

#: A line that only tells which page it is: 2, - 2 -, 2/5, หน้า ๒, Page 2 of 5.
_PAGE: Final = re.compile(
    r"(?:หน้า(?:ที่)?|page)?\s*[-–—(]?\s*([0-9๐-๙]{1,3})\s*[-–—)]?(?:\s*(?:/|of|จาก|ของ)\s*[0-9๐-๙]{1,3})?",
    re.IGNORECASE,
)

_NUMBER: Final = re.compile(r"[0-9]+|[๐-๙]+")

#: How many lines at either end of a page may run.
_ENDS: Final = 2


def without_running_lines(pages: Sequence[Sequence[Printed]]) -> Iterator[Printed]:
    """Yield the lines of pages without those that run along at their upper and lower ends.

    A line runs where more than half of the pages, and at least two, have it in that place, whatever the
    number of the page in it; it is read once. A line that is the number of its own page never is.
    """
    filled = [[line for line in page if line.text.strip()] for page in pages]
    seen = Counter(_key(page, at, number) for number, page in enumerate(filled, 1) for at in _ends(page))
    told: set[tuple[int, str]] = set()
    for number, page in enumerate(filled, 1):
        ends = set(_ends(page))
        for at, line in enumerate(page):
            if at in ends:
                key = _key(page, at, number)
                page_number = _PAGE.fullmatch(line.text.strip())
                if page_number and int(page_number[1]) == number and len(page) > 1:
                    continue
                if seen[key] > max(1, len(filled) / 2) and key in told:
                    continue
                told.add(key)
            yield line


def _ends(page: Sequence[Printed]) -> range | list[int]:
    if len(page) <= 2 * _ENDS:
        return range(len(page))
    return [*range(_ENDS), *range(len(page) - _ENDS, len(page))]


def _key(page: Sequence[Printed], at: int, number: int) -> tuple[int, str]:
    """Return where a line stands, from above or below, and its words without the number of its page."""
    place = at if at < _ENDS else at - len(page)
    words = " ".join(page[at].text.split())
    return place, _NUMBER.sub(lambda found: "#" if int(found[0]) == number else found[0], words)
