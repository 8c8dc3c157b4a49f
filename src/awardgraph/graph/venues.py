"""Whether two wordings can name one venue."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from awardgraph.model.names import fold

__all__ = ["same_venue"]

#: Words of a ceremony that was held at no place, but over the network.
_ONLINE: Final = re.compile("online|virtual|zoom|video|ออนไลน์|อิเล็กทรอนิกส์|เสมือนจริง")

#: What a page may leave out: on which floor, and that a building is one.
_LEFT_OUT: Final = re.compile(
    r"ชั้น(?:ที่)?\s*[0-9๐-๙]+|อาคาร|ห้องประชุม|ห้อง|จังหวัด|จ\.|\b(?:the|of)\b", re.IGNORECASE
)

#: Signs of length, tone and silence, which foreign names bear in one spelling and not in another.
_SIGNS: Final = re.compile("[\u0e47-\u0e4c]")

_MARKS: Final = re.compile(r"[\s,.;:()/ฯ-]+")

#: From here on two words are one in two spellings: บอลรูม and บอลลูน, อิมแพค and อิมแพ็ค.
_ALIKE: Final = 0.65


def same_venue(one: str, other: str) -> bool:
    """Return whether two wordings can both be true: one names the room, the other its building or town.

    They cannot where, between the words that they share, each names something else.

    >>> same_venue("ห้องรอยัล จูบิลี่ อิมแพค เมืองทองธานี", "อิมแพ็คเมืองทองธานี")
    True
    >>> same_venue("Medellin, Colombia", "The Hague, Netherlands")
    False
    """
    if _ONLINE.search(one.casefold()) and _ONLINE.search(other.casefold()):
        return True
    first, second = _words(one), _words(other)
    return _fits(first, second) or _fits(second, first)


def _fits(first: list[str], second: list[str]) -> bool:
    """Return whether no word that only the first has stands where the second has words of its own."""
    shared = [[j for j, word in enumerate(second) if _alike(word, each)] for each in first]
    alone = set(range(len(second))) - {j for found in shared for j in found}
    for i, found in enumerate(shared):
        before = max((j for known in shared[:i] for j in known), default=-1)
        after = min((j for known in shared[i + 1 :] for j in known), default=len(second))
        if not found and any(before < j < after for j in alone):
            return False
    return True


def _words(text: str) -> list[str]:
    return [fold(word) for word in _MARKS.split(_SIGNS.sub("", _LEFT_OUT.sub(" ", text))) if word]


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    inside = shorter == longer or (len(shorter) > 2 and shorter in longer)
    return inside or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
