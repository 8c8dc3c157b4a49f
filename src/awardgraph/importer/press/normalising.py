"""Give a text one spelling, and know for each of its characters where it stood in the raw one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from awardgraph.model.language import THAI_DIGITS
from awardgraph.model.names import INVISIBLE

__all__ = ["Clean", "normalise"]

_INVISIBLE: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in INVISIBLE)

#: What changes the length of a text: two letters for one, marks out of order, what nobody sees.
_PIECES: Final = re.compile(
    f"\u0e4d[{_INVISIBLE}]*[\u0e48-\u0e4b]?[{_INVISIBLE}]*\u0e32|เ[{_INVISIBLE}]*เ"
    f"|[\u0e38-\u0e3a\u0e48-\u0e4b][{_INVISIBLE}\u0e38-\u0e3a\u0e48-\u0e4b]+"
    f"|[^{_INVISIBLE}][{_INVISIBLE}]*[\u0300-\u036f][{_INVISIBLE}\u0300-\u036f]*|[{_INVISIBLE}]+"
)

_UNSEEN: Final = re.compile(f"[{_INVISIBLE}]+")

#: What is replaced letter by letter.
_LETTERS: Final = (
    THAI_DIGITS
    | dict.fromkeys(map(ord, "„‟″＂«»"), '"')  # noqa: RUF001 (they are what is replaced)
    | dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000, *map(ord, "\t\f\v")), " ")
    | dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")  # noqa: RUF001
    | dict.fromkeys(map(ord, "‛′`´"), "'")  # noqa: RUF001
    | {ord("\r"): "\n", 0x2028: "\n", 0x2029: "\n"}
)  # fmt: skip


#: The same, as pairs of strings: to look for each in a text is faster than to look up each of its letters.
_PAIRS: Final = tuple((chr(code), "a".translate({97: meant})) for code, meant in _LETTERS.items())


@dataclass(frozen=True, slots=True)
class Clean:
    """A text in one spelling.

    Attributes:
        raw: as it came.
        text: with composed letters, Arabic digits, plain spaces and nothing invisible.
        starts, ends: for each character of the text, where its own raw characters begin and end (code
            points); empty where both texts have the same places.
    """

    raw: str
    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw place (half-open, code points) of a part of the text that is not empty."""
        return (self.starts[start], self.ends[end - 1]) if self.starts else (start, end)


def normalise(raw: str) -> Clean:
    """Return a text in one spelling, with the way back to every raw character.

    >>> clean = normalise("ปี ๒๕๖๖ นํา")
    >>> clean.text, clean.span(8, 10)
    ('ปี 2566 นำ', (8, 11))
    """
    if not _PIECES.search(raw):
        return Clean(raw, _plain(raw))
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _PIECES.finditer(raw):
        first, last = found.span()
        piece = _spelled(found[0])
        parts += raw[at:first], piece
        starts += range(at, first)
        ends += range(at + 1, first + 1)
        # Where a piece keeps its length, each letter keeps its place.
        same = len(piece) == last - first
        starts += range(first, last) if same else [first] * len(piece)
        ends += range(first + 1, last + 1) if same else [last] * len(piece)
        at = last
    parts.append(raw[at:])
    starts += range(at, len(raw))
    ends += range(at + 1, len(raw) + 1)
    return Clean(raw, _plain("".join(parts)), tuple(starts), tuple(ends))


def _plain(text: str) -> str:
    for letter, meant in _PAIRS:
        if letter in text:
            text = text.replace(letter, meant)
    return text


def _spelled(piece: str) -> str:
    """Return how a piece is spelled: nothing for what is invisible."""
    seen = _UNSEEN.sub("", piece)
    if seen == "เเ":
        return "แ"
    if seen[:1] == "\u0e4d":
        return seen[1:-1] + "ำ"
    return unicodedata.normalize("NFC", seen)
