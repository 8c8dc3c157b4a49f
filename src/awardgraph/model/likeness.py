"""Near matches between names: what a person may have meant. Proposals, never a union of two names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import islice, pairwise
from math import ceil
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from rapidfuzz.distance import OSA, Levenshtein, Prefix
from rapidfuzz.process import extract

from awardgraph.model.differing import Apart, numbered_otherwise
from awardgraph.model.language import language_of
from awardgraph.model.names import fold
from awardgraph.model.pigeonholes import Pigeonholes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["NameIndex", "Near", "errors_allowed", "is_cut"]

Reason: TypeAlias = Literal["exact", "punctuation", "cut", "spelling"]

#: Lengths from which a name may hold one, two and three errors.
_STEPS: Final = (4, 9, 20)

#: So many different letters follow a beginning that is a kind of body (มหาวิทยาลัย…), and no name of its own.
_MANY: Final = 8

#: The shortest word for a kind of body: กรม. After one or two letters nearly anything may follow.
_SHORTEST_KIND: Final = 3

#: A name that was cut off keeps at least this part of its letters, …
_KEPT: Final = 0.6

#: … and is the beginning of at most so many names: of more than these it says nothing.
_BEGINNINGS: Final = 5

#: What is written between the letters: ASCII punctuation, middle dot, general punctuation.
_PUNCTUATION: Final = re.compile("[!-/:-@\\[-`{-~·\u2010-\u205e]+")


_NOT_DIGITS: Final = re.compile("[^0-9]+")


@dataclass(frozen=True, slots=True)
class Near:
    """A name that another may stand for.

    Attributes:
        key: whose name it is.
        name: as the index was given it.
        score: 0–100, the share of letters that are right; 100 for an exact match only.
        distance: its errors, in letters without punctuation; two letters exchanged are one error.
        reason: exact (equal when folded), punctuation (equal but for it), cut (one is the beginning
            of the other), or spelling.
    """

    key: str
    name: str
    score: int
    distance: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their letters, for one block: a kind of thing, in one country or under one parent.

    Attributes:
        folded: folded name → whose it is, as (key, name).
        bare: folded name without punctuation → the same.
        ordered: the bare names, sorted.
        kinds: beginnings of bare names that name a kind of body only.
        holes: the bare names by their parts.
        apart: names that tell others apart.
    """

    folded: dict[str, list[tuple[str, str]]]
    bare: dict[str, list[tuple[str, str]]]
    ordered: list[str]
    kinds: frozenset[str]
    holes: Pigeonholes
    apart: Apart

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], apart: Iterable[str] = ()) -> NameIndex:
        """Return the index of (key, name) pairs.

        Args:
            apart: names that tell others apart, such as those of provinces: two names that hold
                different ones are never near.

        >>> NameIndex.of([("doh", "กรมอนามัย")]).near("กรมอนามย")
        [Near(key='doh', name='กรมอนามัย', score=89, distance=1, reason='spelling')]
        """
        folded: dict[str, list[tuple[str, str]]] = {}
        bare: dict[str, list[tuple[str, str]]] = {}
        for pair in sorted(set(pairs)):
            if text := fold(pair[1]):
                folded.setdefault(text, []).append(pair)
                bare.setdefault(_bare(text), []).append(pair)
        ordered = sorted(bare)
        holes = Pigeonholes.of(ordered, errors_allowed)
        return cls(
            folded, bare, ordered, _kinds(ordered), holes, Apart.of(_bare(fold(name)) for name in apart)
        )

    def exact(self, name: str) -> tuple[str, ...]:
        """Return the keys of a name that is written the same once folded, sorted."""
        return tuple(sorted({key for key, _ in self.folded.get(fold(name), ())}))

    def near(self, name: str, limit: int = 5, *, besides: str = "") -> list[Near]:
        """Return what a name may stand for, best first, each key once; whose name it is itself is left out.

        A name that is known exactly stands for nothing else. Otherwise near are all names within the
        errors that the shorter of the two allows (:func:`errors_allowed`), with two neighbouring
        letters exchanged, or cut off (:func:`is_cut`); but never two with other numbers or abbreviations,
        with other names that tell apart, or with other words for a kind of body.
        """
        text = fold(name)
        if known := [pair for pair in self.folded.get(text, ()) if pair[0] != besides]:
            found = [Near(*pair, 100, 0, "exact") for pair in known]
        else:
            text = _bare(text)
            found = [
                near
                for other in self._alike(text)
                if not (self.apart.differ(text, other) or self._are_two(text, other))
                for near in self._compared(name, text, other)
            ]
        best: dict[str, Near] = {}
        for near in sorted(found, key=lambda near: (-near.score, near.distance, near.key, near.name)):
            if near.key != besides:
                best.setdefault(near.key, near)
        return list(islice(best.values(), limit))

    def _alike(self, text: str) -> set[str]:
        """Return the bare names that are near to one by their letters alone."""
        found, most = list(self.holes.sharing(text)), errors_allowed(len(text))
        compared = extract(text, found, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
        digits = _NOT_DIGITS.sub("", text)
        near = {
            other
            for other, errors, _ in compared
            if errors <= errors_allowed(len(other))
            and _NOT_DIGITS.sub("", other) == digits  # far cheaper than to look at every number
            and not _is_begun(text, other)
        }
        near.update(swapped for swapped in _swapped(text) if swapped in self.bare)
        near.update(self._cut(text))
        return near

    def _cut(self, text: str) -> Iterator[str]:
        """Yield the bare names that begin with a text, and those that it begins with; no words for kinds."""
        for length in range(max(_STEPS[0], ceil(_KEPT * len(text))), len(text)):
            if length in self.holes.parts and text[:length] in self.bare and text[:length] not in self.kinds:
                yield text[:length]
        if text in self.kinds:
            return
        place = bisect_left(self.ordered, text)
        following = self.ordered[place : place + _BEGINNINGS + 1]
        longer = [known for known in following if known.startswith(text)]
        if len(longer) <= _BEGINNINGS:
            yield from (known for known in longer if is_cut(text, known))

    def _are_two(self, text: str, known: str) -> bool:
        """Return whether words for kinds of bodies show that two names within some errors are two.

        Either one has such a word before the whole of the other (รพ.มหาวิทยาลัยนเรศวร); or they go on with
        different ones where they part (เทศบาลเมือง…, เทศบาลตำบล…); or what stands behind the word that
        both begin with holds more errors than a name so short may.
        """
        if _is_begun(text, known):
            return False
        if _is_put_before(text, known) or _is_put_before(known, text):
            return True
        same, kind = Prefix.similarity(text, known), self._kind(known)
        if kind > same:
            if self._kind(text) > same:
                return True
            kind = self._kind(text[:same])
        behind = min(len(text), len(known)) - kind
        return kind > 0 and OSA.distance(text, known) > errors_allowed(behind)

    def _kind(self, text: str) -> int:
        return next((n for n in range(len(text), 0, -1) if text[:n] in self.kinds), 0)

    def _compared(self, name: str, text: str, other: str) -> Iterator[Near]:
        """Yield the names of one bare form that are near to a name, each with its score."""
        distance = OSA.distance(text, other)
        begun = _is_begun(text, other)
        reason: Reason = "punctuation" if not distance else "cut" if begun else "spelling"
        score = min(99, round(100 * (1 - distance / max(len(text), len(other)))))
        for key, spelling in self.bare[other]:
            abbreviated = _is_abbreviation(spelling) or _is_abbreviation(name)
            if not numbered_otherwise(name, spelling) and not (distance and abbreviated):
                yield Near(key, spelling, score, distance, reason)


def errors_allowed(length: int) -> int:
    """Return how many errors a name of some letters may hold and still be near to another.

    Where the numbers come from is in DECISIONS.md: so few errors, behind the word for the kind of
    body, stand between spellings of one name; one error more stands between the names of two.

    >>> [errors_allowed(length) for length in (3, 4, 9, 20)]
    [0, 1, 2, 3]
    """
    return bisect_right(_STEPS, length)


def is_cut(shorter: str, longer: str) -> bool:
    """Return whether a text is the other with at most 40 % cut off its end, and no abbreviation."""
    return (
        longer.startswith(shorter)
        and errors_allowed(len(shorter)) > 0
        and len(shorter) >= _KEPT * len(longer)
    )


def _is_begun(text: str, other: str) -> bool:
    """Return whether one text is the beginning of the other, and not all of it."""
    return text != other and (text.startswith(other) or other.startswith(text))


def _is_put_before(longer: str, shorter: str) -> bool:
    """Return whether a text is another with Thai letters before it, as a word for a kind of body stands."""
    before = longer.removesuffix(shorter)
    return 1 < len(before) < len(longer) and language_of(before) == "th"


def _is_abbreviation(name: str) -> bool:
    """Return whether a name is a short word in capitals: OCSC with another letter is another body (OCAC)."""
    return name.isupper() and " " not in name and len(name) < _STEPS[1]


def _bare(folded: str) -> str:
    return _PUNCTUATION.sub("", folded) or folded


def _swapped(text: str) -> Iterator[str]:
    """Yield a text with each two neighbouring letters exchanged, where it may hold one error but not two."""
    if errors_allowed(len(text)) == 1:
        yield from (text[:n] + text[n + 1] + text[n] + text[n + 2 :] for n in range(len(text) - 1))


def _kinds(ordered: list[str]) -> frozenset[str]:
    """Return the beginnings that many different letters follow, as words for a kind of body have it.

    The measure is Harris's successor variety: where a word ends, nearly anything may follow.
    """
    branches = Counter(one[: Prefix.similarity(one, other)] for one, other in pairwise(ordered))
    return frozenset(
        beginning
        for beginning, count in branches.items()
        if count >= _MANY - 1 and len(beginning) >= _SHORTEST_KIND
    )
