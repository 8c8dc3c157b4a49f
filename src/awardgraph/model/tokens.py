"""Cut a written date into words, each with a letter for its kind, so that its form is a short pattern."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from awardgraph.model.calendar import MONTHS, WEEKDAYS
from awardgraph.model.language import THAI_DIGITS

__all__ = ["Words", "cut", "month_of", "weekday_of"]

#: Characters nobody sees, and the signs that are written in several ways.
_PLAIN: Final = str.maketrans(
    dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff")
    | dict.fromkeys("‐‑‒–—\u2212", "-")
    | dict.fromkeys("‘’′", "'")
)


def _either(names: list[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


_THAI_MONTH: Final = _either(
    [month for month, _, _ in MONTHS]
    + [r"\.?\s?".join(short.rstrip(".").split(".")) + r"\.?" for _, short, _ in MONTHS]
)
_ENGLISH_MONTH: Final = _either(
    [r for _, _, name in MONTHS for r in (name, rf"{name[:3]}\b\.?")] + [r"Sept\b\.?"]
)
_WEEKDAY: Final = _either([thai for thai, _ in WEEKDAYS] + ["พฤหัสฯ", "พฤหัส"])
_ENGLISH_WEEKDAY: Final = _either([english for _, english in WEEKDAYS])

#: The letter of each kind of word, and what it looks like; the first that fits is taken.
_KINDS: Final = {
    "i": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])",
    "x": r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9])",
    "Y": r"[0-9]{4}(?![0-9])",
    "n": r"[0-9]{1,2}(?![0-9])(?:(?:st|nd|rd|th)\b(?: of\b)?)?,?",
    "t": rf"(?:เดือน\s?)?(?:{_THAI_MONTH})",
    "e": rf"(?:{_ENGLISH_MONTH}),?",
    "w": rf"(?:วัน)?(?:{_WEEKDAY})(?:ที่)?|(?:{_ENGLISH_WEEKDAY}),?",
    "f": r"(?:ประจำ|ใน)?ปีงบ(?:ประมาณ|ฯ)?|fiscal year\b",
    "F": r"FY",
    "b": r"(?:ปี)?พุทธศักราช|พ\.?\s?ศ\.?|B\.?\s?E\b\.?",
    "c": r"(?:ปี)?คริสต?์?ศักราช|ค\.?\s?ศ\.?|(?:C\.?\s?E|A\.?\s?D)\b\.?",
    "y": r"(?:ประจำ|ใน)?ปี",
    "q": r"'",
    "s": r"(?:เมื่อ|ใน)?วันที่|เมื่อ|ใน|on\b",
    "r": r"(?:ระหว่าง|ตั้งแต่)(?:วันที่)?|from\b",
    "-": r"-|(?:จน)?ถึง(?:วันที่)?|(?:to|until)\b",
    "/": r"/",
    "(": r"\(",
    ")": r"\)",
    "z": r"นี้|ที่ผ่านมา",
    # An award's name in capitals before the years of its edition (EPSA 2023-24, TQA 2564).
    "a": r"(?-i:[A-Z]{2,7}A\b)",
}
_WORD: Final = "|".join(f"({pattern})" for pattern in _KINDS.values())
_LETTERS: Final = tuple(_KINDS)


@dataclass(frozen=True, slots=True)
class Words:
    """A written date in words: ``kinds`` has one letter for each of them."""

    kinds: str
    texts: tuple[str, ...]

    def part(self, start: int, end: int) -> Words:
        """Return the words from one place up to another."""
        return Words(self.kinds[start:end], self.texts[start:end])


def cut(text: str) -> Words:
    """Return the words of a text that is wholly a date.

    Raises:
        ValueError: something in it belongs to no date.

    >>> cut("วันศุกร์ที่ ๘ ก.ย. พ.ศ. ๒๕๖๖").kinds
    'wntbY'
    """
    plain = unicodedata.normalize("NFC", " ".join(text.translate(_PLAIN).translate(THAI_DIGITS).split()))
    while (inner := plain.removeprefix("(").removesuffix(")")) and plain == f"({inner})" and "(" not in inner:
        plain = inner.strip()
    word = re.compile(_WORD, re.IGNORECASE)  # compiled when first asked for, and kept by re
    kinds, texts, place = [], [], 0
    while place < len(plain):
        if not (match := word.match(plain, place)):
            message = f"{plain[place:]!r} is no part of a date"
            raise ValueError(message)
        kinds.append(_LETTERS[(match.lastindex or 1) - 1])
        texts.append(match[0])
        place = match.end() + (plain[match.end() : match.end() + 1] == " ")
    return Words("".join(kinds), tuple(texts))


def month_of(word: str) -> int:
    """Return the number of the month that a word of the kind ``t`` or ``e`` names."""
    return _MONTH_OF.get(_bare(word)) or _MONTH_OF[_bare(word)[:3]]


def weekday_of(word: str) -> int:
    """Return the weekday that a word of the kind ``w`` names, Monday 0."""
    bare = word.removeprefix("วัน").rstrip(",").casefold()
    return next(
        number
        for number, (thai, english) in enumerate(WEEKDAYS)
        if bare.startswith((thai[:5], english.casefold()))
    )


def _bare(word: str) -> str:
    return re.sub(r"[\s.,]|^เดือน", "", word).casefold()


_MONTH_OF: Final = {
    _bare(name): number for number, names in enumerate(MONTHS, 1) for name in (*names, names[2][:3])
}
