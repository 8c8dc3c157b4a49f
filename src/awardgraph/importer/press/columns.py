"""Say what part the head of a column gives to the people in its cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["columns_of"]

#: What parts the cells of a line.
_SIGN: Final = re.compile(r"[ ]*(?:\t|\|)[ ]*| {3,}")
_PARTING: Final = ("\t", "|", "   ")
_RULE: Final = re.compile(r"[\s|:\-=_+]+")


def columns_of(raw: str, heads: Sequence[tuple[re.Pattern[str], str]]) -> Iterator[tuple[int, int, str]]:
    r"""Yield the cells below a head that tells a part: half-open, in the raw text, and the part.

    A table goes on as long as its lines have as many cells as its heads.

    >>> heads = [(re.compile("ผู้รับรางวัล"), "accepted")]
    >>> list(columns_of("กรม | ผู้รับรางวัล\nก | นายดี งามตา", heads))
    [(23, 34, 'accepted')]
    """
    if not any(sign in raw for sign in _PARTING) or not any(head.search(raw) for head, _ in heads):
        return
    told: list[str] = []
    at = 0
    for line in raw.splitlines(keepends=True):
        cells = [*_cells(line.rstrip(), at)]
        at += len(line)
        if _RULE.fullmatch(line):
            continue
        if len(cells) == len(told):
            yield from ((*cell, part) for cell, part in zip(cells, told, strict=True) if part)
        else:
            parts = [_part(raw[start:end], heads) for start, end in cells]
            told = parts if len(cells) > 1 and any(parts) else []


def _cells(line: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a line stand, in the text in which it begins at a place."""
    edge = re.match(r"\s*\|?\s*", line)
    start = edge.end() if edge else 0
    for sign in _SIGN.finditer(line, start):
        yield at + start, at + sign.start()
        start = sign.end()
    if start < len(line):
        yield at + start, at + len(line)


def _part(cell: str, heads: Sequence[tuple[re.Pattern[str], str]]) -> str:
    """Return the part that a head tells; "" for all others."""
    return next((part for head, part in heads if head.fullmatch("".join(cell.split()))), "")
