"""Give a text one spelling, and know for each of its characters where it stood in the raw one.

What a PDF broke in a text that was copied out of it is mended here as well, with the way back.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.documents.mending import ROUNDS, is_broken, repairs, unshaped
from awardgraph.model.language import THAI_DIGITS
from awardgraph.model.names import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Clean", "normalise", "rewritten"]

_INVISIBLE: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in INVISIBLE)

#: What changes the length of a text: two letters for one, marks out of order, what nobody sees.
_PIECES: Final = re.compile(
    f"\u0e4d[{_INVISIBLE}]*[\u0e48-\u0e4b]?[{_INVISIBLE}]*\u0e32|เ[{_INVISIBLE}]*เ"
    f"|[\u0e38-\u0e3a\u0e48-\u0e4b][{_INVISIBLE}\u0e38-\u0e3a\u0e48-\u0e4b]+"
    f"|[^{_INVISIBLE}][{_INVISIBLE}]*[\u0300-\u036f][{_INVISIBLE}\u0300-\u036f]*|[{_INVISIBLE}]+"
)

_UNSEEN: Final = re.compile(f"[{_INVISIBLE}]+")

#: What a text in composed letters has if any of its pieces is spelled otherwise; so has one with เเ.
_ODD: Final = re.compile(f"[\u0e4d{_INVISIBLE}]")

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
    >>> normalise("ส านักงาน ร ่ารวย").text
    'สำนักงาน ร่ำรวย'
    """
    clean = _usual(Clean(raw, unshaped(raw)))
    for _ in range(ROUNDS):
        if not is_broken(clean.text):
            break
        before = clean
        for pattern, write in repairs(clean.text):
            clean = rewritten(clean, pattern, write)
        clean = _usual(clean)
        if clean.text == before.text:
            break
    return clean


def _usual(clean: Clean) -> Clean:
    if "เเ" in clean.text or _ODD.search(clean.text) or not unicodedata.is_normalized("NFC", clean.text):
        clean = rewritten(clean, _PIECES, _spelled)
    return Clean(clean.raw, _plain(clean.text), clean.starts, clean.ends)


def rewritten(clean: Clean, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> Clean:
    """Return a text with every piece that matches written anew."""
    text = clean.text
    pieces = [*pattern.finditer(text)]
    if not pieces:
        return clean
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in pieces:
        first, last = found.span()
        piece = write(found)
        parts += text[at:first], piece
        starts += range(at, first)
        ends += range(at + 1, first + 1)
        # Where a piece keeps its length, each letter keeps its place.
        same = len(piece) == last - first
        starts += range(first, last) if same else [first] * len(piece)
        ends += range(first + 1, last + 1) if same else [last] * len(piece)
        at = last
    parts.append(text[at:])
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    if clean.starts:
        starts = [clean.starts[place] for place in starts]
        ends = [clean.ends[place - 1] for place in ends]
    return Clean(clean.raw, "".join(parts), tuple(starts), tuple(ends))


def _plain(text: str) -> str:
    for letter, meant in _PAIRS:
        if letter in text:
            text = text.replace(letter, meant)
    return text


def _spelled(found: re.Match[str]) -> str:
    """Return how a piece is spelled: nothing for what is invisible."""
    seen = _UNSEEN.sub("", found[0])
    if seen == "เเ":
        return "แ"
    if seen[:1] == "\u0e4d":
        return seen[1:-1] + "ำ"
    return unicodedata.normalize("NFC", seen)
