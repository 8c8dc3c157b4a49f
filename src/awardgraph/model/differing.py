"""What shows that two names are two, however alike their letters: numbers, and names inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from awardgraph.model.language import THAI_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Apart", "numbered_otherwise"]

#: A number, or a Roman one that stands as a word.
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*|(?<![a-z])[ivx]+(?![a-z])")

#: A letter that stands as a word, or a Thai abbreviation with its dots: Group A, กลุ่ม ก, ก.พ.ร.
_LETTERS: Final = re.compile(r"(?<![a-z])[a-z](?![a-z])|(?<!\S)[ก-ฮ](?!\S)|(?<![ก-๛.])(?:[ก-ฮ]{1,3}\.)+")


#: What every name with a number or such a letter has; most names have none.
_EITHER: Final = re.compile(r"[\da-zA-Z.]|(?:^|\s)[ก-ฮ](?:\s|$)")


@dataclass(frozen=True, slots=True)
class Apart:
    """Names that tell others apart, such as those of provinces, by their first two letters, longest first."""

    starting: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> Apart:
        """Return the collection of some folded names; shorter ones than two letters are left out."""
        starting: dict[str, tuple[str, ...]] = {}
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            if len(name) > 1:
                starting[name[:2]] = (*starting.get(name[:2], ()), name)
        return cls(starting)

    def named_in(self, text: str) -> frozenset[str]:
        """Return the names that a folded text holds, the longest where several begin at a place.

        >>> sorted(Apart.of(["ดี", "ดีเด่น"]).named_in("ระดับดีเด่น"))
        ['ดีเด่น']
        """
        found, place = set(), 0
        while place < len(text) - 1:
            names = self.starting.get(text[place : place + 2], ())
            name = next((name for name in names if text.startswith(name, place)), "")
            found.update([name] if name else [])
            place += len(name) or 1
        return frozenset(found)

    def differ(self, one: str, other: str) -> bool:
        """Return whether two folded texts hold different names, or one is the other with a name put in.

        A name that only one of them holds may be misspelt in the other.
        """
        if not self.starting:
            return False
        here, there = self.named_in(one), self.named_in(other)
        if here == there:
            return False
        if here - there and there - here:
            return True
        shorter, longer = sorted((one, other), key=len)
        same = next((n for n, letter in enumerate(shorter) if letter != longer[n]), len(shorter))
        put_in = longer[same : same + len(longer) - len(shorter)]
        return shorter[same:] == longer[same + len(put_in) :] and bool(self.named_in(put_in))


def numbered_otherwise(name: str, other: str) -> bool:
    """Return whether two names hold other numbers, or other letters that stand for something.

    >>> numbered_otherwise("หมวด ๑", "หมวด 4"), numbered_otherwise("สำนักงาน ก.พ.", "สำนักงาน ก.พ.ร.")
    (True, True)
    """
    (numbers, letters), (others, other_letters) = _numbers(name), _numbers(other)
    # A letter may be left out: AK Sharma is A.K. Sharma, but Group A is not Group B.
    return numbers != others or bool(letters and other_letters and letters != other_letters)


@lru_cache(maxsize=1 << 14)
def _numbers(name: str) -> tuple[list[str], list[str]]:
    if not _EITHER.search(name):
        return [], []
    text = name.translate(THAI_DIGITS).casefold()
    return _NUMBER.findall(text), _LETTERS.findall(text)
