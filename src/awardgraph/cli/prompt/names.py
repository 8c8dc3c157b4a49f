"""What can be completed, looked up by how it begins: 100,000 names as fast as ten."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from awardgraph.model.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from awardgraph.graph.store import Graph

__all__ = ["MOST", "NOTHING", "Index", "Offer", "Words", "read_words"]

#: Nobody reads a longer menu.
MOST: Final = 50

#: An entity with many spellings that begin alike is passed over so often at most.
_LOOKED_AT: Final = 20 * MOST

#: Where a name begins again: a person may type Digital for the Ministry of Digital Economy.
_FURTHER_WORD: Final = re.compile(r"(?<=[\s(/“\"-])(?=[^\W_])")

#: What may stand behind a prefix without an escape.
_PLAIN: Final = re.compile(r"[a-z]+:[A-Za-z0-9_](?:[\w-]*[A-Za-z0-9_])?", re.ASCII)


class Offer(NamedTuple):
    """Something that may be inserted.

    Attributes:
        insert: what the query gets.
        name: what the menu shows.
        kind: of an entity, one of :data:`awardgraph.vocabulary.namespaces.KINDS`; else term, keyword,
            prefix, variable, question, parameter or command.
        th: what it is called in Thai; may be empty, as may be the English.
        en: and in English.
    """

    insert: str
    name: str
    kind: str
    th: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """Offers in the order of their keys."""

    keys: list[str]
    offers: list[Offer]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, Offer]]) -> Index:
        """Return the index of offers by keys; an offer may have several."""
        ordered = sorted(pairs)
        return cls([key for key, _ in ordered], [offer for _, offer in ordered])

    def beginning(self, key: str) -> list[Offer]:
        """Return what has a key that begins so, each once and at most :data:`MOST`; nothing for no key."""
        first = bisect_left(self.keys, key) if key else len(self.keys)
        found: dict[str, Offer] = {}
        for place in range(first, min(first + _LOOKED_AT, len(self.keys))):
            if len(found) == MOST or not self.keys[place].startswith(key):
                break
            found.setdefault(self.offers[place].insert, self.offers[place])
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Words:
    """What a graph and the vocabulary call things.

    Attributes:
        names: by folded names, whole.
        inside: by what follows where another word of a name begins.
        addresses: by prefix and local name, in small letters: ``agency:depa``.
    """

    names: Index
    inside: Index
    addresses: Index

    def called(self, written: str) -> list[Offer]:
        """Return what has a name that begins so, in any spelling; then those of which a later word does."""
        key = fold(written)
        found = {offer.insert: offer for offer in self.names.beginning(key)}
        for offer in self.inside.beginning(key):
            found.setdefault(offer.insert, offer)
        # The title of a page begins with an agency's name as well; who asks means the agency.
        return sorted(found.values(), key=lambda offer: offer.kind == "source")[:MOST]


#: Before the graph has been read.
NOTHING: Final = Words(Index([], []), Index([], []), Index([], []))


def read_words(graph: Graph) -> Words:
    """Return the names of all entities of a graph but awards, and of all terms."""
    offers = [*_terms(), *_entities(graph)]
    return Words(
        Index.of((fold(offer.name), offer) for offer in offers),
        Index.of((fold(part), offer) for offer in offers for part in _parts(offer.name)),
        Index.of((offer.insert.lower(), offer) for offer in _main(offers)),
    )


def _parts(name: str) -> Iterator[str]:
    yield from (name[place.start() :] for place in _FURTHER_WORD.finditer(name))


def _main(offers: Iterable[Offer]) -> Iterable[Offer]:
    """Return one offer for each thing: that of its first name."""
    first: dict[str, Offer] = {}
    for offer in offers:
        first.setdefault(offer.insert, offer)
    return first.values()


def _entities(graph: Graph) -> Iterator[Offer]:
    from awardgraph.graph.catalogue import Catalogue
    from awardgraph.graph.results import short_iri
    from awardgraph.model.language import printable

    catalogue = Catalogue(graph)
    for named in catalogue.entities.values():
        written = short_iri(named.iri, catalogue.base)
        insert = written if _PLAIN.fullmatch(written) else f"<{named.iri}>"
        names = [printable(name or "") for name in (named.names.th, named.names.en)]
        for spelling in dict.fromkeys([*names, *map(printable, named.spellings)]):
            if spelling:
                yield Offer(insert, spelling, named.kind, *names)


def _terms() -> Iterator[Offer]:
    from awardgraph.graph.results import short_iri
    from awardgraph.graph.wording import term_names

    for iri, names in term_names().items():
        insert = short_iri(iri)
        for name in dict.fromkeys((insert.partition(":")[2], *names)):
            yield Offer(insert, name, "term", names.th or "", names.en or "")
