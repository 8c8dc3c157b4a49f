"""Fold names, so that one name written in two ways is compared as one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import Final

from awardgraph.model.language import THAI_DIGITS

__all__ = ["CHARACTERS", "INVISIBLE", "fold"]

#: First and last of the characters that nobody sees: soft hyphen, joiners, marks of direction,
#: zero-width space, variation selectors, BOM, tags. Overrides of direction are not among them:
#: they make a name look like another, and stay.
INVISIBLE: Final = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x180B, 0x180F), (0x200B, 0x200F), (0x2060, 0x2065),
    (0x206A, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE01EF),
)  # fmt: skip

#: Every character that is dropped or is another way to write one, for str.translate.
CHARACTERS: Final = (
    dict.fromkeys(code for first, last in INVISIBLE for code in range(first, last + 1))
    | THAI_DIGITS
    | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # fullwidth ASCII
    | dict.fromkeys(map(ord, "“”„‟«»″＂"), '"')  # noqa: RUF001 (they are what is replaced)
    | dict.fromkeys(map(ord, "‘’‚‛ʼ′`´＇｀"), "'")  # noqa: RUF001
    | dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")  # noqa: RUF001
)

#: Thai marks in the order in which they stand after their consonant: phinthu, vowels below, vowels
#: above, maitaikhu and nikhahit, tone marks, thanthakhat and yamakkan. Unicode orders only some.
_PLACE: Final = {mark: place for place, marks in enumerate(("\u0e3a", "ุู", "ัิีึื", "็ํ", "่้๊๋", "์๎")) for mark in marks}
_MARKS: Final = re.compile("[ั\u0e34-\u0e3a\u0e47-\u0e4e]{2,}")

#: What is typed → what it is, in Thai whose marks are in order.
_SPELLINGS: Final = tuple(
    (re.compile(typed), meant)
    for typed, meant in (
        ("ํ([่-๋]*)[าๅ]", r"\1ำ"),  # nikhahit and sara aa, a tone mark between them or not
        ("(?<=[ก-ฮ\u0e31-\u0e3a\u0e47-\u0e4e])([ะาำ])([่-๋]+)", r"\2\1"),  # a tone mark typed last
        ("ิํ", "ึ"),
        ("เเ", "แ"),
        ("(?<=[ฤฦ])า", "ๅ"),  # lakkhangyao stands after ฤ and ฦ, and nowhere else
        ("(?<=[ก-รลว-ฮ\u0e31-\u0e3a\u0e47-\u0e4e])ๅ", "า"),
    )
)

#: No letter, digit, mark or dot follows: a name, a bracket or a part of a list ends here.
_END: Final = r"(?![\w.\u0e31-\u0e3a\u0e47-\u0e4e])"

#: The dots that only spell an abbreviation, in a text without white space; see `fold`.
_DOTS: Final = tuple(
    re.compile(dots)
    for dots in (
        rf"(?<=[ก-ฮ])(?:\.[ก-ฮ]{{1,2}}){{2,}}{_END}",  # ก.พ.ร without its last
        r"(?<=[ก-ฮ])\.(?=[ก-ฮ]{1,2}\.)",  # between the letters of ก.พ.ร.
        rf"(?<=[ก-ฮ]{{2}})\.{_END}",  # after กพร. where nothing follows
    )
)
_INITIALS: Final = re.compile(r"(?<![A-Za-z\u00c0-\u024f.])[A-Za-z]\s*\.(?:\s*[A-Za-z]\s*\.)+")

#: Nothing to fold but case, dots and white space: ASCII, and Thai in its one spelling.
_PLAIN: Final = re.compile(
    r"(?:[ะาำเแโใไๆฯ\s!-_a-~]++|[ก-รลว-ฮ]++[ั\u0e34-\u0e39]?+[\u0e47-\u0e4c]?+)*+",
)


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return the form of a name that is compared: equal forms mean one name.

    Unites what people mean as one: composed and decomposed letters; Thai marks in any order, a
    mark typed twice, ำ and แ typed in two letters, ๅ for า; Thai and fullwidth digits; kinds of
    quotes, dashes and spaces; case; what is invisible. White space goes, since Thai may leave it out.

    The dots of an abbreviation go: between groups of one or two Thai consonants (ก.พ.ร.), after at
    least two consonants where a name, bracket or list item ends (กพร., or a sentence: no name is told
    from another by that dot), and of two or more single Latin letters that begin a word (U.N.). A dot
    before a word stays, for it tells จ.ตรัง from จตรัง, นพ.รัตน์ from นพรัตน์ and พล.ต.ท.วี from พล.ต.ทวี; so
    do the dots of numbers (4.0 is not 40). Different letters, superscripts and scripts stay different.

    >>> fold("สํานักงาน ก.พ.ร.") == fold("สำนักงาน กพร")
    True
    """
    if _PLAIN.fullmatch(name):
        bare = _without_dots(_without_spaces(name))
        while "." in bare and (again := _without_dots(_without_spaces(bare))) != bare:
            bare = again
        if "เเ" not in bare:
            return bare.lower()
    folded = _step(name)
    while (again := _step(folded)) != folded:  # one step may bring together what the next unites
        folded = again
    return folded


def _step(name: str) -> str:
    # Marks meet when what stood between them is gone, so every removal is followed by NFC.
    text = unicodedata.normalize("NFC", name.translate(CHARACTERS))
    text = _without_dots(unicodedata.normalize("NFC", _without_spaces(text)))
    text = _MARKS.sub(_in_order, text)
    for typed, meant in _SPELLINGS:
        text = typed.sub(meant, text)
    return unicodedata.normalize("NFC", text.casefold())


def _without_spaces(text: str) -> str:
    """Return a text without white space; the dots of initials go first, while words can be told apart."""
    return "".join((_INITIALS.sub(_no_dots, text) if "." in text else text).split())


def _without_dots(text: str) -> str:
    """Return a text without the dots that only spell a Thai abbreviation."""
    if "." in text:
        for dots in _DOTS:
            text = dots.sub(_no_dots, text)
    return text


def _no_dots(found: re.Match[str]) -> str:
    return found[0].replace(".", "")


def _in_order(marks: re.Match[str]) -> str:
    return "".join(mark for mark, _ in groupby(sorted(marks[0], key=_PLACE.__getitem__)))
