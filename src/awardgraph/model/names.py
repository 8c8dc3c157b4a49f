"""Fold names, so that one name written in two ways is compared as one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from awardgraph.model.language import THAI_DIGITS

__all__ = ["fold", "strip_honorifics"]

#: Characters nobody sees: zero-width space, joiners, marks of direction, soft hyphen, BOM.
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufeff"))

#: Spellings of one sound: nikhahit + sara aa is sara am; sara e twice is sara ae.
_THAI_SPELLING: Final = (("\u0e4d\u0e32", "\u0e33"), ("\u0e40\u0e40", "\u0e41"))

_QUOTES: Final = str.maketrans(
    dict.fromkeys("“”„«»″", '"') | dict.fromkeys("‘’\u201a′`", "'") | dict.fromkeys("‐‑‒–—", "-")
)

#: Titles before a Thai or English name, longest first; they belong to the post, not to the name.
_HONORIFICS: Final = (
    "ศาสตราจารย์กิตติคุณ", "ศาสตราจารย์พิเศษ", "ผู้ช่วยศาสตราจารย์", "รองศาสตราจารย์", "ศาสตราจารย์", "อาจารย์",
    "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี", "พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี", "พลอากาศเอก", "พลเรือเอก",
    "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.", "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.",
    "พลเอก", "พลโท", "พลตรี", "พล.อ.", "พล.ท.", "พล.ต.", "พันเอก", "พันโท", "ร้อยตรี",
    "แพทย์หญิง", "นายแพทย์", "ทันตแพทย์", "เภสัชกร", "นางสาว", "น.ส.", "นพ.", "พญ.", "ทพ.", "ม.ล.", "นาย", "นาง",
    "รศ.", "ผศ.", "ศ.", "ดร.", "Professor Emeritus", "Prof.", "Dr.", "Mr.", "Mrs.", "Ms.", "Sheikh",
)  # fmt: skip

#: Posts that begin like a title: นายก is a head of something, นาย ก… a man whose name begins with ก.
_POSTS: Final = re.compile("นายก(?:เทศมนตรี|รัฐมนตรี|องค์การ|เมือง|สมาคม|สภา|อบ[จต])")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return the form of a name that is compared: equal forms mean one name.

    Unites composed and decomposed letters, spellings of sara am and sara ae, Thai and
    Arabic digits, kinds of quotes and dashes, case, and white space (which Thai may leave
    out). Different letters stay different.

    >>> fold("PMQA ๔.๐") == fold("pmqa 4.0")
    True
    """
    # What is not seen goes first, so that the marks around it meet; then every letter has one form.
    bare = re.sub(r"\s+", "", name.translate(_INVISIBLE))
    text = unicodedata.normalize("NFC", bare).translate(THAI_DIGITS).translate(_QUOTES)
    for written, meant in _THAI_SPELLING:
        text = text.replace(written, meant)
    return unicodedata.normalize("NFC", text.casefold())


def strip_honorifics(name: str) -> tuple[str, str]:
    """Return the titles before a person's name, and the name without them.

    >>> strip_honorifics("ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม")
    ('ศาสตราจารย์กิตติคุณ ดร.', 'วิษณุ เครืองาม')
    """
    rest = name.strip()
    if _POSTS.match(rest):
        return "", rest
    while title := next((t for t in _HONORIFICS if _is_title(t, rest)), None):
        rest = rest[len(title) :].lstrip()
    return name.strip()[: len(name.strip()) - len(rest)].strip(), rest


def _is_title(title: str, name: str) -> bool:
    """Return whether a name begins with a title, and not with a word that only begins alike."""
    rest = name.removeprefix(title)
    if rest in (name, ""):
        return False
    if title.isascii():
        return rest[0] == " " or title.endswith(".")
    return unicodedata.category(rest[0]) != "Mn"  # a vowel above or below belongs to the letter before it
