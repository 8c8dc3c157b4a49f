"""Find the numbers that open the items of a list: 1) 1. (1) 1.1 ๑), in lines of their own or inside one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["BULLET", "ROW", "Mark", "marks_of"]

#: What a line of a list begins with where it has no number: dashes, dots, arrows, ticks, medals, any such
#: sign, and the private letters that word processors use for them.
BULLET: Final = (
    r"(?:[-*•·∙‣\u2043]|[\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\ue000-\uf8ff\U0001f000-\U0001faff])"
    r"(?:[\ufe0e\ufe0f\u20e3]|(?<=[^-*])[\u25a0-\u27bf\U0001f000-\U0001faff])*\s*(?=[^\s\-*])"
)
_BULLET: Final = re.compile(BULLET)

#: The styles of bullets: dashes and signs, so that a list of the one may stand under an item of the other.
_BULLETS: Final = ("-", "•", "rank", "year")

#: A row of a table without any sign: a grade, and who got it, in a line of its own.
ROW: Final = re.compile(
    r"(?:รางวัล\s?)?(?:ชนะเลิศ|รองชนะเลิศ|ชมเชย|เหรียญ(?:ทองแดง|ทอง|เงิน)|อันดับ(?:ที่)?\s?\d)"
    r"(?:[ ]?อันดับ[ ]?(?:ที่)?[ ]?\d)?[ :]+(?=[^\s:][^\n]{5,})"
)

#: A line that tells of one year: ปี 2563 : ….
YEAR: Final = re.compile(
    r"(?:ใน)?(?:ปี(?:งบประมาณ)?\s?(?:พ\.ศ\.)?|พ\.ศ\.)\s?(?:25)?\d\d\s?(?:[:\-]|\s)\s?(?=\S)"
)

#: Any grade, and a word or sign that says who got it: one such line is a row.
_HELD: Final = re.compile(
    r"(?:รางวัล|ระดับ)*\s?(?:ชนะเลิศ|รองชนะเลิศ|ชมเชย|ดีเด่น|ดีเยี่ยม|ดีเลิศ|ดีมาก|ดี|ยอดเยี่ยม|เหรียญ\S{2,6}|ทอง|เงิน|ทองแดง|เพชร)"
    r"(?:[ ]?อันดับ[ ]?(?:ที่)?[ ]?\d)?[ ]?(?:ได้แก่|คือ|เป็นของ|ตกเป็นของ|:)[ ]?(?=[^\n]{5,})"
)

#: A number that may open an item: what stands before it ends a word, no digit or unit follows. A bracket
#: before it is asked behind its first digit: a pattern that begins with digits is found faster.
_CANDIDATE: Final = re.compile(
    r"(?P<number>\d(?<![\d.,:/\-].)(?<![\d.,:/\-(]\(.)\d?(?:\.\d{1,2}){0,2})(?P<close>[.)\u20e3]?\)?)"
    r"\s*(?=[^\d\s.,:;%/)\]\-])"
)

#: A letter that opens an item: ก. at the beginning of a line, ก) or (ก) behind any blank.
_LETTERED: Final = re.compile(
    r"(?P<letter>[กขคงจฉชซa-h])(?P<close>[.)])(?<![^\s(]..)(?<!\S\(..)(?=\s*[^\s.,:;)\-])"
)
_LETTERS: Final = ("กขคงจฉชซ", "abcdefgh")

#: What may stand right before a number inside a line, besides a space.
_BEFORE: Final = ("และ", "ดังนี้", "ได้แก่", "คือ", "ประกอบด้วย", ":", "“", "\n")

#: A line shorter than this ends where its author ended it; what ends a longer one before a list.
_SHORT: Final = 100
_ANNOUNCES: Final = ("ดังนี้", "ต่อไปนี้", ":", "ได้แก่")

#: A list of one item is believed where such a word announces it.
_ANNOUNCED: Final = re.compile(r"(?:ได้แก่|ดังนี้|ประกอบด้วย|คือ|แบ่งเป็น|อาทิ|รางวัลเลิศรัฐ)\s*:?\s*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a paragraph or an item begins.

    Attributes:
        start, end: the number as printed; equal for a paragraph.
        number: outermost first; empty for a paragraph.
        style: how it is written, the same for all items of one list.
    """

    start: int
    end: int
    number: tuple[int, ...] = ()
    style: str = ""

    def continues(self, other: Mark) -> bool:
        """Say whether this is the item after another one of the same list."""
        if self.bullet or other.bullet:
            return self.style == other.style
        return (
            len(self.number) == len(other.number)
            and self.number[:-1] == other.number[:-1]
            and self.number[-1] == other.number[-1] + 1
            and (self.style == other.style or len(self.number) > 1)
        )

    def opens(self, other: Mark) -> bool:
        """Say whether this is the first item of a list under another item."""
        if len(self.number) > 1 and len(self.number) == len(other.number) + 1:
            return self.number[-1] == 1 and self.number[:-1] == other.number
        return self.number == (1,) and self.style != other.style

    @property
    def bullet(self) -> bool:
        """Whether it is a sign, not a number."""
        return self.style in _BULLETS

    @property
    def opening(self) -> bool:
        """Whether it is the first of its list."""
        return bool(self.number) and self.number[-1] == 1


def marks_of(text: str, start: int, end: int, line_starts: set[int]) -> tuple[Mark, ...]:
    """Return the numbers between two places that open items, in order; years and amounts are none."""
    found = [
        *_candidates(text, start, end, line_starts),
        *_lettered(text, start, end, line_starts),
        *_bullets(text, start, end, line_starts),
        *_rows(text, start, end, line_starts),
    ]
    found.sort(key=lambda mark: mark.start)
    open_: list[Mark] = []
    kept: list[Mark] = []
    for at, mark in enumerate(found):
        while_open = next((i for i in range(len(open_) - 1, -1, -1) if mark.continues(open_[i])), None)
        if while_open is not None:
            del open_[while_open:]
        elif not _may_open(mark, found[at + 1 :], open_, text):
            continue
        elif not (open_ and mark.opens(open_[-1])):
            open_.clear()
        open_.append(mark)
        kept.append(mark)
    return tuple(kept)


def _lettered(text: str, start: int, end: int, line_starts: set[int]) -> Iterator[Mark]:
    """Yield the letters that may open items, in the order of their alphabet; ก.พ. is none."""
    for found in _LETTERED.finditer(text, start, end):
        opened = text.startswith("(", found.start() - 1)
        first, dotted = found.start() - opened, found["close"] == "."
        if dotted and (first not in line_starts or not text[found.end()].isspace()):
            continue
        letters = _LETTERS[found["letter"] not in _LETTERS[0]]
        number = (letters.index(found["letter"]) + 1,)
        yield Mark(first, found.end(), number, f"{'(' * opened}{letters[0]}{found['close']}")


def _bullets(text: str, start: int, end: int, line_starts: set[int]) -> Iterator[Mark]:
    """Yield the bullets that lines begin with."""
    for at in sorted(at for at in line_starts if start <= at < end):
        if found := _BULLET.match(text, at):
            yield Mark(at, found.end(), (1,), _BULLETS[text[at] not in "-*"])


def _rows(text: str, start: int, end: int, line_starts: set[int]) -> Iterator[Mark]:
    """Yield the rows of tables, and lines of a year each: two at least, one below the other."""
    lines = sorted(at for at in line_starts if start <= at < end)
    styles = {at: "rank" for i, at in enumerate(lines) if _held(text, at, lines[i - 1] if i else at)}
    for pattern, style in ((ROW, "rank"), (YEAR, "year")):
        rows = [pattern.match(text, at) is not None for at in lines]
        for i, at in enumerate(lines):
            if rows[i] and any(rows[max(0, i - 1) : i] + rows[i + 1 : i + 2]):
                styles[at] = style
    for at in sorted(styles):
        yield Mark(at, at, (1,), styles[at])


def _held(text: str, at: int, before: int) -> bool:
    """Say whether a line is a row by itself; one that goes on with a long line is none."""
    above = text[before:at].rstrip()
    return _HELD.match(text, at) is not None and (len(above) < _SHORT or above.endswith(_ANNOUNCES))


def _candidates(text: str, start: int, end: int, line_starts: set[int]) -> list[Mark]:
    marks = []
    for found in _CANDIDATE.finditer(text, start, end):
        number = tuple(map(int, found["number"].split(".")))
        if 0 in number or (len(number) == 1 and not found["close"]):
            continue
        opened = text.startswith("(", found.start() - 1)
        first = found.start() - opened
        at_line = first in line_starts
        before = text[max(start, first - 11) : first]
        if not at_line and not before[-1:].isspace() and not before.endswith(_BEFORE):
            continue
        closed = ")" in found["close"]
        if len(number) == 1 and not closed and not at_line and text[found.end() : found.end() + 1].isascii():
            continue  # No. 1. before a Latin letter or a sign is seldom a list inside a line
        style = f"{'(' * opened}{len(number)}{')' if closed else '.'}"
        marks.append(Mark(first, found.end(), number, style))
    return marks


def _may_open(mark: Mark, later: list[Mark], open_: list[Mark], text: str) -> bool:
    """Say whether a number may be the first of a list: a second follows, or a word announces it."""
    if not mark.opening:
        return False
    if len(mark.number) > 1 and not (open_ and mark.opens(open_[-1])):
        return False
    if any(other.continues(mark) for other in later):
        return True
    return bool(open_) or bool(_ANNOUNCED.search(text[max(0, mark.start - 30) : mark.start]))
