"""The whole graph as columns: what the explorer's page holds, without RDF and without HTML."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from awardgraph.model.language import Bilingual

__all__ = ["LISTED", "NAMELESS", "NOT_DRAWN", "Atlas", "Literal", "Passage", "Written"]

#: Sources that are listed under one fact; the others are counted. Thousands of pages state what a scheme is.
LISTED: Final = 8

#: Kind number of what has only been mentioned so far.
NOT_DRAWN: Final = 255

#: The label of what nobody names.
NAMELESS: Final = (b"", b"")

#: The value of a fact: a text that is the same in both languages, a pair of texts, or an entity's number.
Written = str | tuple[str, str] | int


@dataclass(frozen=True, slots=True)
class Literal:
    """A fact whose value is no line of the picture: its name, its value, and who states it."""

    name: str
    value: Written
    sources: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source that speak of an entity, and the compiler's remark on them."""

    source: int
    start: int
    words: str
    remark: str


@dataclass(slots=True)
class Atlas:
    """Columns, by the number of an entity: numbers follow from the order in which entities are met.

    Attributes:
        iris: number → IRI, as N-Quads writes it.
        kinds: number → place of the kind in ``picture.KINDS``; :data:`NOT_DRAWN` for what is no entity.
        types: number → the word for its class.
        labels: number → Thai name and English one in UTF-8, empty where there is none.
        aliases: number → other names.
        years: number → year of an award, edition, ceremony or document, Common Era; 0 where unknown.
        strengths: number → rank of an award's level in hundredths of the highest of its scale; 0 unknown.
        international: awards, schemes and editions that a body of no single country gives.
        disputed: entities of which sources say different things.
        reworded: entities whose names are not written just so in the graph: by another predicate than is
            usual for their kind, or in another language than we sort them into.
        links: name of a relation → from, to, number of the set of sources.
        literals: number → facts that are no links.
        passages: number → words of sources about it.
        provinces: ISO 3166-2 code → number of the place.
        source_sets: number of a set → numbers of the sources, in order, at most :data:`LISTED`; and how many
            more there are.
    """

    iris: list[bytes] = field(default_factory=list)
    kinds: bytearray = field(default_factory=bytearray)
    types: list[str] = field(default_factory=list)
    labels: list[tuple[bytes, bytes]] = field(default_factory=list)
    aliases: dict[int, tuple[Bilingual, ...]] = field(default_factory=dict)
    years: dict[int, int] = field(default_factory=dict)
    strengths: dict[int, int] = field(default_factory=dict)
    international: set[int] = field(default_factory=set)
    disputed: set[int] = field(default_factory=set)
    reworded: set[int] = field(default_factory=set)
    links: defaultdict[str, tuple[array[int], array[int], array[int]]] = field(
        default_factory=lambda: defaultdict(lambda: (array("I"), array("I"), array("I")))
    )
    literals: dict[int, list[Literal]] = field(default_factory=dict)
    passages: dict[int, list[Passage]] = field(default_factory=dict)
    provinces: dict[str, int] = field(default_factory=dict)
    source_sets: list[tuple[tuple[int, ...], int]] = field(default_factory=lambda: [((), 0)])
