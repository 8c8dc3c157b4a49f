"""Awards that may be one, for a person to decide: what speaks for it, and what against.

Nothing here unites anything. A pair is proposed where two sources seem to tell of one award and
differ in a way in which sources are known to differ: the wording of a work, the ministry named for
its department, a level that only one of them prints.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from awardgraph.importer.identity.uniting import DISTINGUISHING, WHO, places_agree
from awardgraph.model.likeness import NameIndex
from awardgraph.model.names import fold
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

    from awardgraph.importer.identity.uniting import Claim, Places, Unions

__all__ = ["REASONS", "Known", "Proposal", "propose_awards"]

#: Why two reports may be of one award, the most telling reason first.
REASONS: Final = (
    "several",
    "wording",
    "level",
    "category",
    "branch",
    "recipient",
    "name",
    "unit",
    "word",
    "year",
)

#: Names at least this alike (0 to 100, Levenshtein over folded letters) may be two wordings of one.
_ALIKE: Final = 80

#: How alike a name is to one that it is a part of: a work by its first words, an office without its holder.
_PART: Final = 90

#: What may stand for a longer name: words enough to be its own; of one body's works also an abbreviation.
_PHRASE: Final = re.compile(r".{8,}")
_ABBREVIATION: Final = re.compile(r"[a-z]{3,}|.{6,}")

_NONE: Final = ("", 0)

#: A word that no more than this many awards of an edition share says something of each.
_RARE: Final = 3

_SLOT_OF: Final = {"level": awg.AT_LEVEL, "category": awg.FOR_CATEGORY, "branch": awg.IN_BRANCH}

_NUMBER: Final = re.compile(r"[0-9]+")

_LATIN_WORD: Final = re.compile(r"[a-z]{5,}")


@dataclass(frozen=True, slots=True)
class Known:
    """What helps to compare.

    Attributes:
        names: IRI → what it is called.
        above: body → the bodies above it.
        places: place → the places that hold it.
        registered: what the register knows; two such bodies are two.
    """

    names: Mapping[str, Collection[str]]
    above: Mapping[str, Collection[str]]
    places: Places
    registered: Collection[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two claims that may be one award.

    Attributes:
        reason: one of :data:`REASONS`.
        score: how alike the names are that differ, 0 to 100.
    """

    one: Claim
    other: Claim
    reason: str
    score: int


def propose_awards(
    claims: Iterable[Claim], unions: Unions, known: Known, decided: Collection[frozenset[str]]
) -> list[Proposal]:
    """Return the pairs to decide, each once, the most telling reasons first.

    Args:
        claims: every claim of a graph.
        unions: what is one already, by rule or by verdict.
        known: names and relations.
        decided: pairs of IRIs of claims that have a verdict.
    """
    award = {claim.iri: group[0].iri for group in unions.groups for claim in group}
    torn = {frozenset((one.iri, other.iri)) for one, other in unions.torn}
    found: dict[frozenset[str], Proposal] = {}
    for one, other, shared in _candidates(list(claims), known):
        pair = frozenset((one.iri, other.iri))
        if pair in decided or award.get(one.iri, one.iri) == award.get(other.iri, other.iri):
            continue
        reason, score = ("several", 100) if pair in torn else _reason(one, other, known, shared=shared)
        if reason:
            # Of two awards that several sources report, one pair is enough to ask about.
            key = frozenset(award.get(iri, iri) for iri in pair)
            found.setdefault(key, Proposal(one, other, reason, score))
    return sorted(found.values(), key=lambda p: (REASONS.index(p.reason), -p.score, p.one.iri, p.other.iri))


def _candidates(claims: list[Claim], known: Known) -> Iterator[tuple[Claim, Claim, bool]]:
    """Yield the pairs worth a look, and whether a rare word is in both."""
    told = [claim for claim in sorted(claims, key=lambda c: c.iri) if not claim.get(awg.ITEM_NUMBER)]
    names = _near_names(told, known)
    words = {claim.iri: _words(claim, known) for claim in told}
    often = Counter((claim.edition, word) for claim in told for word in words[claim.iri])
    dated: dict[Hashable, list[Claim]] = defaultdict(list)
    undated: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in told:
        bodies, works = claim.get(*WHO), claim.get(awg.FOR_PROJECT)
        near: set[Hashable] = {iri for thing in (*bodies, *works) for iri in names[thing]}
        if claim.edition:
            rare = {word for word in words[claim.iri] if often[claim.edition, word] <= _RARE}
            above = {above for body in bodies for above in _bodies_above(body, known)}
            for key in near | rare | above | set(combinations(sorted(words[claim.iri]), 2)):
                dated[claim.edition, key].append(claim)
        for key in near:
            undated[key].append(claim)
    met = [pair for block in dated.values() for pair in combinations(block, 2)]
    for block in undated.values():
        met += product([c for c in block if not c.edition], [c for c in block if c.edition])
    pairs = {
        (one.iri, other.iri): (one, other)
        for one, other in met
        if one.kind == other.kind and not one.pages & other.pages
    }
    for one, other in pairs.values():
        shared = words[one.iri] & words[other.iri]
        yield one, other, len(shared) > 1 or any(often[one.edition, word] <= _RARE for word in shared)


def _near_names(claims: Iterable[Claim], known: Known) -> dict[str, set[str]]:
    """Return each recipient and work with those whose names are near: keys by which claims meet."""
    things = sorted({iri for claim in claims for iri in claim.get(*WHO, awg.FOR_PROJECT)})
    pairs = [(iri, name) for iri in things for name in known.names.get(iri, ())]
    index = NameIndex.of(pairs)
    found = {iri: {iri} for iri in things}
    for iri, name in pairs:
        for near in index.near(name, besides=iri):
            found[iri].add(near.key)
            found[near.key].add(iri)
    return found


def _words(claim: Claim, known: Known) -> set[str]:
    names = (name for iri in claim.get(*WHO, awg.FOR_PROJECT) for name in known.names.get(iri, ()))
    return {word for name in names for word in _LATIN_WORD.findall(name.casefold())}


def _reason(one: Claim, other: Claim, known: Known, *, shared: bool) -> tuple[str, int]:
    """Return why two claims may be one award, and how alike they are; no reason where they are not."""
    who = _likeness(one.get(*WHO), other.get(*WHO), known)
    part = _ABBREVIATION if who == 100 else _PHRASE
    alike = {slot: _likeness(one.get(slot), other.get(slot), known, part) for slot in DISTINGUISHING}
    work = alike[awg.FOR_PROJECT]
    against = [slot for slot in DISTINGUISHING if (like := alike[slot]) is not None and like < _ALIKE]
    together = places_agree(one, other, known.places)
    if not one.edition or not other.edition:
        near = (work or 0) >= _ALIKE and (who is None or who >= _ALIKE)
        return ("year", work or 0) if near and together else _NONE
    if who == 100:
        return _same_body(against, work, min((like for like in alike.values() if like), default=100))
    if work is not None and work >= _ALIKE:
        return ("recipient", work) if len(against) <= 1 else _NONE
    return _near_bodies(one, other, who or 0, known, shared=shared) if together and not against else _NONE


def _near_bodies(one: Claim, other: Claim, who: int, known: Known, *, shared: bool) -> tuple[str, int]:
    """Return the reason where two name different recipients, and nothing else speaks against it."""
    if who >= _ALIKE:
        return "name", who
    beside = any(one.get(slot) and other.get(slot) for slot in DISTINGUISHING)
    if beside and (_above(one, other, known) or _above(other, one, known)):
        return "unit", who
    here = one.get(awg.AWARD_PLACE) == other.get(awg.AWARD_PLACE) != set()
    return ("word", who) if shared and who and (beside or here) else _NONE


def _same_body(against: list[str], work: int | None, least: int) -> tuple[str, int]:
    """Return the reason where both name the same recipient."""
    if not against:
        return "wording", least
    differing = next((name for name, slot in _SLOT_OF.items() if [slot] == against), "")
    # Without a work in common, two categories are two awards; two levels of one category are a disagreement.
    if work is not None or differing == "level":
        return differing, work or 0
    return _NONE


def _likeness(
    mine: Collection[str], yours: Collection[str], known: Known, part: re.Pattern[str] = _PHRASE
) -> int | None:
    """Return how alike two values are, 0 to 100; None where one was not said.

    Two that the register knows are two, however alike their names. A name that is a part of the
    other, of the form given, is the same by other words.
    """
    from rapidfuzz.fuzz import ratio

    if not mine or not yours:
        return None
    if mine == yours:
        return 100
    if all(iri in known.registered for iri in (*mine, *yours)):
        return 0
    left, right = ([name for iri in iris for name in known.names.get(iri, ())] for iris in (mine, yours))
    folded = [sorted((fold(a), fold(b)), key=len) for a in left for b in right]
    # หมวด 1 is not หมวด 4, however alike the rest.
    pairs = [(a, b) for a, b in folded if _NUMBER.findall(a) == _NUMBER.findall(b)]
    if any(part.fullmatch(short) and short in long for short, long in pairs):
        return _PART
    return min(99, round(max((ratio(a, b) for a, b in pairs), default=0)))


def _above(upper: Claim, lower: Claim, known: Known) -> bool:
    return any(upper.get(*WHO) & (_bodies_above(body, known) - {body}) for body in lower.get(*WHO))


def _bodies_above(body: str, known: Known) -> set[str]:
    """Return a body and all above it."""
    waiting, seen = {body}, {body}
    while waiting:
        waiting = {parent for iri in waiting for parent in known.above.get(iri, ())} - seen
        seen |= waiting
    return seen
