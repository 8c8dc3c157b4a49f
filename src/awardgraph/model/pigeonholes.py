"""Which texts share a part: every text within k edits of another keeps one of its k + 1 parts.

After PassJoin (Li, Deng, Wang and Feng, “Pass-Join: a partition-based method for similarity joins”,
2011), with its multi-match-aware choice of places: of k edits, part i is kept with i of them before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["Pigeonholes"]

#: Among so many texts of a length it is seen where they differ.
_SAMPLE: Final = 40

#: At most at so many places of a long text a part may end.
_STEPS: Final = 24

#: Letters from one place to another, and the texts that have such letters there.
_Part: TypeAlias = "tuple[int, int, dict[str, list[str]]]"


@dataclass(frozen=True, slots=True)
class Pigeonholes:
    """Texts by their parts.

    Attributes:
        allowed: the edits that a text of some length may hold; it must not fall as lengths grow.
        parts: length → the parts of the texts of that length, from first to last.
        places: length of a text asked for → where parts may stand in it, filled as lengths are met.
    """

    allowed: Callable[[int], int]
    parts: dict[int, list[_Part]]
    places: dict[int, list[_Part]] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str], allowed: Callable[[int], int]) -> Pigeonholes:
        """Return the pigeonholes of some different texts, each longer than the edits it is allowed."""
        by_length: dict[int, list[str]] = {}
        for text in texts:
            by_length.setdefault(len(text), []).append(text)
        parts = {length: _parts(alike, allowed(length)) for length, alike in by_length.items()}
        return cls(allowed, parts)

    def sharing(self, text: str) -> set[str]:
        """Return the texts that share a part with one: all within the edits that the shorter allows."""
        length, found = len(text), set[str]()
        if length not in self.places:
            self.places[length] = list(self._places(length))
        for begin, end, holes in self.places[length]:
            if texts := holes.get(text[begin:end]):
                found.update(texts)
        return found

    def _places(self, length: int) -> Iterator[_Part]:
        most = self.allowed(length)
        for other in range(length - most, length + most + 1):
            edits, longer = self.allowed(min(length, other)), length - other
            if abs(longer) > edits:
                continue
            for n, (begin, end, holes) in enumerate(self.parts.get(other, ())[: edits + 1]):
                left = edits - n
                for shift in range(max(-n, longer - left), min(n, longer + left) + 1):
                    if begin + shift >= 0 and end + shift <= length:
                        yield begin + shift, end + shift, holes


def _parts(texts: Sequence[str], edits: int) -> list[_Part]:
    """Return the parts of texts of one length, one part more than edits."""
    bounds = [0, *_bounds(texts[:: len(texts) // _SAMPLE + 1], edits + 1)]
    parts: list[_Part] = [(begin, end, {}) for begin, end in pairwise(bounds)]
    for text in texts:
        for begin, end, holes in parts:
            holes.setdefault(text[begin:end], []).append(text)
    return parts


def _bounds(texts: Sequence[str], count: int) -> tuple[int, ...]:
    """Return where so many parts end, cut so that as few texts as possible share one.

    Names of bodies begin alike (องค์การบริหารส่วนตำบล…): parts of one length would put all of them together.
    """
    length, steps = len(texts[0]), max(count, _STEPS)
    ends = sorted({length * n // steps for n in range(1, steps + 1)} - {0})

    @cache
    def shared(begin: int, end: int) -> float:
        return 1 / len({text[begin:end] for text in texts})

    # By the end reached: the least that is shared, and the ends of the parts that lead there.
    best: dict[int, tuple[float, tuple[int, ...]]] = {end: (shared(0, end), (end,)) for end in ends}
    for _ in range(count - 1):
        best = {
            end: min(
                (best[begin][0] + shared(begin, end), (*best[begin][1], end)) for begin in best if begin < end
            )
            for end in ends
            if end > min(best)
        }
    return best[length][1]
