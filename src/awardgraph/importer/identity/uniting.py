"""One award, many reports: which of them speak of the same award.

Reports are one award where nothing that they say differs: scheme, year and recipient are equal,
and each further slot is equal or was not said by one of them. Nothing is guessed: a report that
would fit two awards is left alone, for a person to decide, and so are two rows of one document,
which lists each award once.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = [
    "DISTINGUISHING",
    "TITLE_SEPARATOR",
    "WHO",
    "Claim",
    "Places",
    "Unions",
    "compatible",
    "holders",
    "places_agree",
    "title",
    "unite",
]

#: Who received it, or entered for it.
WHO: Final = (awg.RECIPIENT, awg.APPLICANT)

#: Slots that tell apart two awards of one scheme, year and recipient; any of them may be left unsaid.
DISTINGUISHING: Final = (awg.IN_BRANCH, awg.FOR_CATEGORY, awg.AT_LEVEL, awg.FOR_PROJECT, awg.HAS_OUTCOME)

#: Slots by which a block falls into parts, the most telling first.
_SPLIT: Final = (awg.FOR_PROJECT, awg.FOR_CATEGORY, awg.AT_LEVEL, awg.IN_BRANCH)

#: Between the parts of a title: scheme and year, category or branch, level.
TITLE_SEPARATOR: Final = " · "

#: Place → the places that hold it.
Places = dict[str, set[str]]


@dataclass(slots=True)
class Claim:
    """What sources say, each alone, of one award.

    Attributes:
        iri: what the award would be called if nobody else reported it.
        slots: predicate → what it leads to, as written in a statement.
        documents: the sources that say so.
        pages: the same, each once however its address is written.
        titles: language → what the award is called after what they say, as written in a statement.
    """

    iri: str
    slots: dict[str, set[str]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    titles: dict[str, str] = field(default_factory=dict)

    def get(self, *predicates: str) -> set[str]:
        """Return the values of a slot; empty where it was not said."""
        return set().union(*(self.slots.get(predicate, set()) for predicate in predicates))

    @property
    def kind(self) -> str:
        """Conferral or application."""
        return self.iri.rsplit("/", 2)[1]

    @property
    def edition(self) -> tuple[str, ...]:
        """Conferral or application, of which edition; empty where no year was said."""
        editions = sorted(self.get(awg.IN_EDITION))
        return (self.kind, *editions) if editions else ()

    @property
    def said(self) -> int:
        """How much it says: the number of slots that are filled."""
        return sum(bool(self.get(slot)) for slot in (*DISTINGUISHING, awg.AWARD_PLACE, *WHO))


@dataclass(frozen=True, slots=True)
class Unions:
    """Which claims are one award.

    Attributes:
        groups: the claims of each award that several make, the one that says least first: its IRI
            is the award's, since it stays the same when a source fills an empty slot.
        torn: pairs of claims that would fit together, of which one would fit another award too.
    """

    groups: tuple[tuple[Claim, ...], ...]
    torn: tuple[tuple[Claim, Claim], ...]


def compatible(one: Claim, other: Claim, places: Places) -> bool:
    """Return whether two claims may be one award: nothing that both say differs.

    Numbered awards ("2 of 3") are compared with nothing: which of the three is meant?
    """
    if one.pages & other.pages or one.get(awg.ITEM_NUMBER) or other.get(awg.ITEM_NUMBER):
        return False
    if not one.edition or one.edition != other.edition:
        return False
    mine, yours = one.get(*WHO), other.get(*WHO)
    if mine != yours and ((mine and yours) or not _agree(one, other, awg.FOR_PROJECT, said=True)):
        return False
    return all(_agree(one, other, slot) for slot in DISTINGUISHING) and places_agree(one, other, places)


def _agree(one: Claim, other: Claim, slot: str, *, said: bool = False) -> bool:
    mine, yours = one.get(slot), other.get(slot)
    return mine == yours if mine and yours else not said


def places_agree(one: Claim, other: Claim, places: Places) -> bool:
    """Return whether the places of two claims are equal, or one lies in the other, or is not said."""
    mine, yours = one.get(awg.AWARD_PLACE), other.get(awg.AWARD_PLACE)
    return (
        not mine or not yours or mine == yours or _inside(mine, yours, places) or _inside(yours, mine, places)
    )


def _inside(inner: set[str], outer: set[str], places: Places) -> bool:
    return all(holders(place, places) & outer for place in inner)


def holders(place: str, places: Places) -> set[str]:
    """Return all places that hold a place, near and far."""
    found: set[str] = set()
    waiting = set(places.get(place, ()))
    while waiting:
        found |= waiting
        waiting = set().union(*(places.get(above, set()) for above in waiting)) - found
    return found


def unite(
    claims: Iterable[Claim],
    places: Places,
    same: Iterable[tuple[Claim, Claim]] = (),
    different: Iterable[tuple[Claim, Claim]] = (),
) -> Unions:
    """Return which claims are one award.

    Args:
        claims: every claim of a graph, each IRI once.
        places: which place holds which.
        same: pairs that a person found to be one, whatever they say.
        different: pairs that a person found to be two, however alike.
    """
    nodes = _joined(claims, same)
    apart = {frozenset((one.iri, other.iri)) for one, other in different}
    beside: dict[int, set[int]] = {number: {number} for number in range(len(nodes))}
    for first, second in _candidates(nodes):
        pairs = list(product(nodes[first], nodes[second]))
        if all(compatible(a, b, places) and frozenset((a.iri, b.iri)) not in apart for a, b in pairs):
            beside[first].add(second)
            beside[second].add(first)
    # Claims with the same partners, themselves included, are one; who has others too is torn between them.
    alike: dict[frozenset[int], list[int]] = defaultdict(list)
    for number, partners in beside.items():
        alike[frozenset(partners)].append(number)
    groups = [sorted((c for n in found for c in nodes[n]), key=_least) for found in alike.values()]
    torn = [
        (nodes[n][0], nodes[m][0])
        for n, partners in beside.items()
        for m in sorted(partners)
        if n < m and beside[n] != beside[m]
    ]
    return Unions(
        tuple(sorted((tuple(g) for g in groups if len(g) > 1), key=lambda g: g[0].iri)), tuple(torn)
    )


def title(group: Sequence[Claim], language: str) -> str:
    """Return the title of an award that several claims make: that of the last, less what another denies.

    Args:
        group: the claims, the one that says most last.
        language: th or en; the last claim has a title in it.
    """
    *others, fullest = group
    parts = fullest.titles[language].split(TITLE_SEPARATOR)
    for claim in others:
        if not all(_agree(fullest, claim, slot) for slot in DISTINGUISHING):
            parts = [part for part in parts if part in claim.titles.get(language, "").split(TITLE_SEPARATOR)]
    return TITLE_SEPARATOR.join(parts)


def _least(claim: Claim) -> tuple[int, str]:
    return claim.said, claim.iri


def _joined(claims: Iterable[Claim], same: Iterable[tuple[Claim, Claim]]) -> list[list[Claim]]:
    """Return the claims, those together that a person found to be one."""
    group = {claim.iri: [claim] for claim in claims}
    for one, other in same:
        mine, yours = group[one.iri], group[other.iri]
        if mine is not yours:
            mine.extend(yours)
            for claim in yours:
                group[claim.iri] = mine
    return list({id(found): found for found in group.values()}.values())


def _candidates(nodes: list[list[Claim]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth comparing: of one edition, with a recipient set or a work in common."""
    blocks: dict[tuple[object, ...], set[int]] = defaultdict(set)
    for number, node in enumerate(nodes):
        for claim in node:
            for shared in (claim.get(*WHO), claim.get(awg.FOR_PROJECT)):
                if shared and claim.edition and not claim.get(awg.ITEM_NUMBER):
                    blocks[claim.edition, frozenset(shared)].add(number)
    for block in blocks.values():
        yield from _not_apart(sorted(block), nodes, _SPLIT)


def _not_apart(
    block: list[int], nodes: list[list[Claim]], slots: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block that neither a slot nor their page tells apart at once.

    A body may win hundreds a year, and one page may list them all.
    """
    pages = _parts(block, nodes, lambda claim: claim.pages)
    if len(pages) == 1 and frozenset() not in pages:
        return
    if not slots:
        yield from (pair for one, other in combinations(pages.values(), 2) for pair in product(one, other))
        yield from combinations(pages.get(frozenset(), ()), 2)
        return
    parts = _parts(block, nodes, lambda claim: claim.get(slots[0]))
    unsaid = parts.pop(frozenset(), [])
    yield from _not_apart(unsaid, nodes, slots[1:])
    for part in parts.values():
        yield from _not_apart(part, nodes, slots[1:])
        yield from product(part, unsaid)


def _parts(
    block: list[int], nodes: list[list[Claim]], value: Callable[[Claim], set[str]]
) -> dict[frozenset[str], list[int]]:
    """Return a block by a value of its claims; under the empty value what a person joined of several."""
    parts: dict[frozenset[str], list[int]] = defaultdict(list)
    for number in block:
        node = nodes[number]
        parts[frozenset(value(node[0])) if len(node) == 1 else frozenset()].append(number)
    return parts
