"""Mend the Thai that PDF files break: shapes for private use, spaces inside words, marks twice.

The rules are there for two: the text of a PDF is given out mended; a text that somebody copied out of
one stays as it is, and the reader of releases mends it with the way back to each letter.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["ROUNDS", "is_broken", "mend", "repairs", "unshaped"]

#: A pattern, and what is written for each match.
Repair: TypeAlias = "tuple[re.Pattern[str], Callable[[re.Match[str]], str]]"

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
    map(re.compile, (f" (?:(?=[ะาำ{_MARKS}])|(?<=[เ-ไัื] )|(?<=[เ-ไัื][{_TONES}] ))", f"([{_MARKS}])\\1"))
)
_LIGATURES: Final = "\ufb00\ufb01\ufb02\ufb03\ufb04"

#: Six letters or more with a space after each; a vowel that stands alone tells them from a list of letters.
_SPACED: Final = re.compile(
    f"(?<![ก-๎])(?=(?:[ก-๎][{_MARKS}]* ){{1,9}}[ะ-ฺเ-ไ็-๎] )[ก-๎][{_MARKS}]*(?: [ก-๎][{_MARKS}]*){{5,}}(?![ก-๎])"
)

#: What was mended may lay bare another break; a text broken more than so often stays so.
ROUNDS: Final = 4

_ONE_SPACE: Final = re.compile(" ")

#: No Thai word begins with a vowel or tone mark that stands behind, above or below its consonant, and none
#: ends in เ แ โ ใ ไ, ั or ื: nobody typed a space there. Before า it is what is left of the ring of ำ.
_BROKEN: Final = re.compile(
    f"(?P<am>(?<=[ก-ฮ]) [{_TONES}]?[าำ]|(?<=[ก-ฮ])[{_TONES}] [าำ])"
    f"|(?P<ring>\u0e4d(?: [{_TONES}]?|[{_TONES}] )า)"
    f"|(?P<gap>(?<=[ก-ฮะ-ฺเ-ๅ็-๎]) (?=[ะ{_MARKS}])|(?:(?<=[เ-ไัื])|(?<=[ัื][{_TONES}])) (?=[ก-ฮ]))"
    f"|(?P<twice>(?P<mark>[{_MARKS}])(?: ?(?P=mark))+)"
    f"|(?P<ligature>[{_LIGATURES}])"
)

#: The consonants that a word has before each tone mark and ำ (น้ำ, ต่ำ, ค่ำ …); after others it is า (ป้า, ว่า).
_WITH_AM: Final = {"่": "กคฉดตยรล", "้": "กคงจชซถนยลหอ", "๊": "", "๋": ""}

#: The ring and the stroke of ำ, told as two letters.
_RING: Final = re.compile(f"\u0e4d([{_TONES}]?)\u0e32")


def mend(text: str) -> str:
    """Return a text as it was before a PDF broke it; one that is whole stays as it is.

    >>> mend("ส านักงาน ร ่ารวย คว\uf70bา")
    'สำนักงาน ร่ำรวย คว้า'
    """
    text = _RING.sub(r"\1ำ", unshaped(text))
    for _ in range(ROUNDS):
        if not is_broken(text):
            break
        for pattern, write in repairs(text):
            text = pattern.sub(write, text)
    return text


def unshaped(text: str) -> str:
    """Return a text with the letters that shapes for private use stand for, each in its place."""
    return text.translate(_SHAPES) if _SHAPED.search(text) else text


def is_broken(text: str) -> bool:
    """Tell, quickly, whether a text may have something to mend."""
    return any(letters in text for letters in _LIGATURES) or any(sign.search(text) for sign in _SIGNS)


def repairs(text: str) -> Iterator[Repair]:
    """Yield what mends a text, one after the other."""
    if spaced := [found.span() for found in _SPACED.finditer(text)]:
        yield _ONE_SPACE, _closer(spaced)
    yield _BROKEN, _mended


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
