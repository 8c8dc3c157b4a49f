"""Give a text one spelling, and know for each of its characters where it stood in the raw one.

What PDF files break is mended here as well, so that each place leads back to what was extracted.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from awardgraph.model.language import THAI_DIGITS
from awardgraph.model.names import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Clean", "normalise"]

_INVISIBLE: Final = "".join(f"{chr(first)}-{chr(last)}" for first, last in INVISIBLE)

#: What changes the length of a text: two letters for one, marks out of order, what nobody sees.
_PIECES: Final = re.compile(
    f"\u0e4d[{_INVISIBLE}]*[\u0e48-\u0e4b]?[{_INVISIBLE}]*\u0e32|เ[{_INVISIBLE}]*เ"
    f"|[\u0e38-\u0e3a\u0e48-\u0e4b][{_INVISIBLE}\u0e38-\u0e3a\u0e48-\u0e4b]+"
    f"|[^{_INVISIBLE}][{_INVISIBLE}]*[\u0300-\u036f][{_INVISIBLE}\u0300-\u036f]*|[{_INVISIBLE}]+"
)

_UNSEEN: Final = re.compile(f"[{_INVISIBLE}]+")

#: Shapes of Thai letters in the area for private use: of fonts for Windows, and those that the Adobe Glyph
#: List names (U+F884). They are marks moved to where they do not collide, and ฐ and ญ without their feet.
_SHAPES: Final = dict(
    zip(
        (*range(0xF700, 0xF71B), *range(0xF884, 0xF89A)),
        "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู" + "ัิีึื็่่่้้้๊๊๊๋๋๋์์์ํ",
        strict=True,
    )
)

_SHAPED: Final = re.compile("[\uf700-\uf71a\uf884-\uf899]")

_TONES: Final = "\u0e48-\u0e4b"
_MARKS: Final = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"

#: What a text that is to be mended has, each quickly looked for: a vowel or mark after a space, a space after
#: what needs a consonant, a mark twice, two letters in one.
_SIGNS: Final = tuple(
    map(re.compile, (f" [ะาำ{_MARKS}]", f"[เ-ไัื][{_TONES}]? ", f"([{_MARKS}])\\1", "[\ufb00-\ufb04]"))
)

#: Six letters or more with a space after each; a vowel that stands alone tells them from a list of letters.
_SPACED: Final = re.compile(
    f"(?<![ก-๎])(?=(?:[ก-๎][{_MARKS}]* ){{1,9}}[ะ-ฺเ-ไ็-๎] )[ก-๎][{_MARKS}]*(?: [ก-๎][{_MARKS}]*){{5,}}(?![ก-๎])"
)

#: What was mended may lay bare another break; a text broken more than so often stays so.
_ROUNDS: Final = 4

_ONE_SPACE: Final = re.compile(" ")

#: No Thai word begins with a vowel or tone mark that stands behind, above or below its consonant, and none
#: ends in เ แ โ ใ ไ, ั or ื: nobody typed a space there. Before า it is what is left of the ring of ำ.
_BROKEN: Final = re.compile(
    f"(?P<am>(?<=[ก-ฮ]) [{_TONES}]?[าำ]|(?<=[ก-ฮ])[{_TONES}] [าำ])"
    f"|(?P<ring>\u0e4d(?: [{_TONES}]?|[{_TONES}] )า)"
    f"|(?P<gap>(?<=[ก-ฮะ-ฺเ-ๅ็-๎]) (?=[ะ{_MARKS}])|(?:(?<=[เ-ไัื])|(?<=[ัื][{_TONES}])) (?=[ก-ฮ]))"
    f"|(?P<twice>(?P<mark>[{_MARKS}])(?: ?(?P=mark))+)"
    "|(?P<ligature>[\ufb00-\ufb04])"
)

#: The consonants that a word has before each tone mark and ำ (น้ำ, ต่ำ, ค่ำ …); after others it is า (ป้า, ว่า).
_WITH_AM: Final = {"่": "กคฉดตยรล", "้": "กคงจชซถนยลหอ", "๊": "", "๋": ""}

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
    clean = _usual(Clean(raw, raw.translate(_SHAPES) if _SHAPED.search(raw) else raw))
    for _ in range(_ROUNDS):
        if not any(sign.search(clean.text) for sign in _SIGNS):
            break
        if spaced := [found.span() for found in _SPACED.finditer(clean.text)]:
            clean = _rewritten(clean, _ONE_SPACE, _closer(spaced))
        before, clean = clean, _usual(_rewritten(clean, _BROKEN, _mended))
        if clean.text == before.text:
            break
    return clean


def _usual(clean: Clean) -> Clean:
    clean = _rewritten(clean, _PIECES, _spelled)
    return Clean(clean.raw, _plain(clean.text), clean.starts, clean.ends)


def _rewritten(clean: Clean, pattern: re.Pattern[str], write: Callable[[re.Match[str]], str]) -> Clean:
    """Return a text with every piece that matches written anew."""
    text = clean.text
    if not pattern.search(text):
        return clean
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in pattern.finditer(text):
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


def _closer(spans: Sequence[tuple[int, int]]) -> Callable[[re.Match[str]], str]:
    """Return what takes out the spaces inside some spans that are in order."""

    def closed(found: re.Match[str]) -> str:
        at = bisect_right(spans, found.start(), key=itemgetter(0))
        return "" if at and found.start() < spans[at - 1][1] else " "

    return closed


def _mended(found: re.Match[str]) -> str:
    """Return what a PDF broke as it was before."""
    seen = found[0].replace(" ", "")
    match found.lastgroup:
        case "am":
            tone = seen[:-1]
            with_am = seen[-1] == "ำ" or not tone or found.string[found.start() - 1] in _WITH_AM[tone]
            return tone + ("ำ" if with_am else "า")
        case "ring":
            return seen[1:-1] + "ำ"
        case "gap":
            return ""
        case "ligature":
            return unicodedata.normalize("NFKC", seen)
    return seen[0]


def _spelled(found: re.Match[str]) -> str:
    """Return how a piece is spelled: nothing for what is invisible."""
    seen = _UNSEEN.sub("", found[0])
    if seen == "เเ":
        return "แ"
    if seen[:1] == "\u0e4d":
        return seen[1:-1] + "ำ"
    return unicodedata.normalize("NFC", seen)
