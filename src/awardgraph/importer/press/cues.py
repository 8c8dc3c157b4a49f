"""Try a long pattern only where a text has the letters that it begins with."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Cues", "compile_cues"]

#: What opens, closes and parts the groups of a pattern.
_SIGNS: Final = re.compile(r"\\.|[()|]")
_DEPTHS: Final = {"(": 1, ")": -1}

#: Letters and signs that a match must begin with: so many tell it from nearly all else.
_LETTERS: Final = re.compile(r"(?:[ก-๎A-Za-z]|\\[^\w\s]){1,9}(?![?*{])")


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """A pattern, and the letters that every match of it begins with: they are found several times faster."""

    begins: Any
    whole: re.Pattern[str]

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield what matches, as a pattern does."""
        for at in sorted({start + last - length for last, length in self.begins.iter(text[start:end])}):
            if at >= start and (found := self.whole.match(text, at, end)):
                start = found.end()
                yield found

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what matches first, as a pattern does."""
        return next(self.finditer(text, start, end), None)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return what matches at a place, as a pattern does."""
        return self.whole.match(text, start, end)


def compile_cues(patterns: Iterable[str], whole: str = "") -> Cues:
    """Return some patterns, or a whole one that begins as they do, to be looked for.

    Raises:
        SourceError: a pattern may begin with something else than letters, which could not be found.

    >>> cues = compile_cues(["(?:เข้า)?รับ(?!ผิดชอบ)", "คว้า"])
    >>> [found[0] for found in cues.finditer("รับผิดชอบ เข้ารับและคว้า")]
    ['เข้ารับ', 'คว้า']
    """
    import ahocorasick

    ordered = [*patterns]
    begins = ahocorasick.Automaton()
    for pattern in ordered:
        for letters in _firsts(pattern):
            begins.add_word(letters, len(letters) - 1)
    begins.make_automaton()
    return Cues(begins, re.compile(whole or "|".join(ordered)))


def _firsts(pattern: str) -> Iterator[str]:
    """Yield the letters that a pattern of letters, groups, lookarounds and alternatives begins with."""
    for words in _split(pattern):
        rest = words
        while around := re.match(r"\(\?<?[!=]", rest):
            rest = rest[_closing(rest, around.end()) :]
        if not rest.startswith("(?:"):
            if (letters := _LETTERS.match(rest)) is None:
                raise SourceError(
                    "lexicon", None, f"no letter begins the pattern {words!r}.", "Begin it with one."
                )
            yield letters[0].replace("\\", "")
            continue
        close = _closing(rest, 3)
        yield from _firsts(rest[3 : close - 1])
        if optional := re.match(r"[?*]|\{0,\d+\}", rest[close:]):
            yield from _firsts(rest[close + optional.end() :])


def _split(pattern: str) -> Iterator[str]:
    """Yield the alternatives of a pattern."""
    depth, start = 0, 0
    for sign in _SIGNS.finditer(pattern):
        depth += _DEPTHS.get(sign[0], 0)
        if sign[0] == "|" and not depth:
            yield pattern[start : sign.start()]
            start = sign.end()
    yield pattern[start:]


def _closing(pattern: str, start: int) -> int:
    """Return where the group ends in which a place of a pattern stands."""
    depth = 1
    for sign in _SIGNS.finditer(pattern, start):
        depth += _DEPTHS.get(sign[0], 0)
        if not depth:
            return sign.end()
    return len(pattern)
