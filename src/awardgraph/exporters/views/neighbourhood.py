"""A part of the graph around one entity, small enough to be drawn and read."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.errors import UsageError
from awardgraph.exporters.views.asking import (
    Link,
    count_hidden,
    counts,
    links,
    links_said_by,
    newest,
    said_by,
    statements,
)
from awardgraph.exporters.views.details import details
from awardgraph.exporters.views.naming import aliases_of, kind_of, label_of
from awardgraph.exporters.views.picture import KINDS, Edge, Node, Picture
from awardgraph.exporters.views.relations import IMPLIED, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.exporters.views.asking import Queryable, Statements
    from awardgraph.exporters.views.picture import Kind, Mark
    from awardgraph.exporters.views.relations import Relation

__all__ = ["neighbourhood"]

_RELATION: Final = {relation.name: relation for relation in RELATIONS}
_KIND_ORDER: Final = {kind: place for place, kind in enumerate(KINDS)}

#: Neighbours that are not drawn, by node and kind.
_Tally = Counter[tuple[str, "Kind"]]


def neighbourhood(graph: Queryable, focus: str, *, depth: int = 2, limit: int = 150) -> Picture:
    """Return what lies within some steps of an entity, nearest first.

    Around a source document, everything that the document itself says is within reach as
    well. One relation of one hub takes at most two fifths of the picture, so that its
    context keeps a place; what is left out is counted in the picture and at its node.

    Args:
        graph: the graph to ask.
        focus: IRI of the entity in the middle.
        depth: steps from the focus, at least 0.
        limit: the most nodes to draw, at least 1.

    Raises:
        UsageError: the graph says nothing about the focus, or its IRI is none.
    """
    growth = _Growth(graph, focus, max(1, limit))
    for distance in range(1, depth + 1):
        growth.step(distance)
    if growth.kinds[focus] == "source" and depth:
        growth.add_what_it_says(depth)
    return growth.picture(depth)


@dataclass(slots=True)
class _Found:
    """Entities next to the ones drawn so far, each with the drawn ones it is linked to."""

    beside: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    guess: dict[str, Kind] = field(default_factory=dict)

    def add(self, entity: str, beside: str, kind: Kind) -> None:
        self.beside[entity].add(beside)
        self.guess.setdefault(entity, kind)


class _Growth:
    """A picture on its way: what is drawn so far, and what had to be left out."""

    def __init__(self, graph: Queryable, focus: str, limit: int) -> None:
        self.graph, self.focus, self.limit = graph, focus, limit
        self.share = max(1, limit * 2 // 5)
        self.kinds: dict[str, Kind] = {}
        self.types: dict[str, str] = {}
        self.distance: dict[str, int] = {}
        self.about: dict[str, Statements] = {}
        self.mentions: set[str] = set()
        self.left_out: dict[str, Kind] = {}
        try:
            known = statements(graph, [focus]).get(focus)
        except ValueError as error:
            message = f"{focus!r} is no IRI; name an entity by its full IRI"
            raise UsageError(message) from error
        if not known:
            message = f"the graph says nothing about {focus}; look its IRI up by name first"
            raise UsageError(message)
        self._admit([focus], 0, {focus: "scheme"})
        if not kind_of(known):
            self.types[focus] = "thing"

    def step(self, distance: int) -> None:
        """Draw the neighbours of what was drawn in the step before."""
        frontier = {iri: self.kinds[iri] for iri, at in self.distance.items() if at == distance - 1}
        found = _Found()
        self._follow(frontier, found)
        self._follow_back(frontier, found)
        room = self.limit - len(self.kinds)
        # What ties more of the picture together comes first.
        wanted = sorted(
            found.beside, key=lambda iri: (-len(found.beside[iri]), _KIND_ORDER[found.guess[iri]], iri)
        )
        self.left_out |= {iri: found.guess[iri] for iri in wanted[room:]}
        self._admit(wanted[:room], distance, found.guess)

    def add_what_it_says(self, depth: int) -> None:
        """Draw what the focus, a source, states itself, as far as it hangs together."""
        told = sorted(links_said_by(self.graph, self.focus))
        while True:
            found = _Found()
            for link in told:
                self._meet(link, found)
            wanted = sorted(found.beside, key=lambda iri: (_KIND_ORDER[found.guess[iri]], iri))
            room = self.limit - len(self.kinds)
            self.left_out |= {iri: found.guess[iri] for iri in wanted[room:]}
            if not wanted[:room]:
                break
            self._admit(wanted[:room], depth, found.guess)
        known = said_by(self.graph, self.focus)
        alone = sorted(set(known) - set(self.kinds))
        room = min(self.share, self.limit - len(self.kinds))
        self._admit(alone[:room], 1, known)
        self.mentions = set(alone[:room])
        self.left_out |= {iri: known[iri] for iri in alone[room:]}

    def picture(self, depth: int) -> Picture:
        """Return what is drawn, with its details."""
        leading = sorted(links(self.graph, self.kinds))
        told = [link for link in leading if link.target in self.kinds]
        beyond, behind = self._beyond(told), _Tally()
        for entity, relation, more in beyond:
            behind[entity, relation.subjects[0]] += more
        for link in leading:
            if link.target not in self.kinds and _RELATION[link.relation].forward:
                kind = _RELATION[link.relation].objects[0]
                behind[link.source, kind] += 1
                if self.distance[link.source] < depth:
                    self.left_out[link.target] = kind
        edges = [Edge(link.source, link.target, link.relation) for link in _unless_implied(told)]
        edges += [Edge(self.focus, iri, "mentions") for iri in sorted(self.mentions)]
        hidden = self._hidden([(iri, relation) for iri, relation, _ in beyond if self.distance[iri] < depth])
        return Picture(self.focus, tuple(self._nodes(behind)), tuple(edges), tuple(hidden))

    def _nodes(self, behind: _Tally) -> Iterator[Node]:
        known = details(self.graph, self.kinds, self.about)
        for iri in sorted(
            self.kinds, key=lambda iri: (self.distance[iri], _KIND_ORDER[self.kinds[iri]], iri)
        ):
            own, word = known[iri], self.types[iri]
            marks: list[Mark] = ["application"] if word == "application" else []
            yield Node(
                iri,
                self.kinds[iri],
                word,
                label_of(self.about[iri]),
                own.short,
                self.distance[iri],
                aliases_of(self.about[iri]),
                tuple(own.facts),
                tuple(own.quotes),
                (*marks, *own.marks),
                own.strength,
                own.year,
                tuple((kind, n) for kind in KINDS if (n := behind[iri, kind])),
            )

    def _follow(self, frontier: dict[str, Kind], found: _Found) -> None:
        groups: dict[tuple[str, str], list[Link]] = defaultdict(list)
        for link in sorted(links(self.graph, frontier)):
            groups[link.source, link.relation].append(link)
        for (entity, name), group in groups.items():
            relation = _RELATION[name]
            if entity != self.focus and len(group) > relation.forward:
                continue
            for link in group[: self.share] if entity == self.focus else group:
                self._meet(link, found)

    def _follow_back(self, frontier: dict[str, Kind], found: _Found) -> None:
        for (entity, name), number in sorted(counts(self.graph, frontier).items()):
            relation = _RELATION[name]
            if entity == self.focus or number <= relation.backward:
                most = self.share if entity == self.focus else relation.backward
                for other in newest(self.graph, relation, entity, most):
                    self._meet(Link(other, name, entity), found)

    def _meet(self, link: Link, found: _Found) -> None:
        relation = _RELATION[link.relation]
        if link.target not in self.kinds:
            if link.source in self.kinds:
                found.add(link.target, link.source, relation.objects[0])
        elif link.source not in self.kinds:
            found.add(link.source, link.target, relation.subjects[0])

    def _admit(self, iris: list[str], distance: int, guess: dict[str, Kind]) -> None:
        if not iris:
            return
        known = statements(self.graph, iris)
        for iri in iris:
            own = known.get(iri, [])
            kind, word = kind_of(own) or (guess[iri], guess[iri])
            self.kinds[iri], self.types[iri] = kind, word
            self.distance[iri], self.about[iri] = distance, own

    def _beyond(self, told: list[Link]) -> list[tuple[str, Relation, int]]:
        """Return, for the drawn nodes, the relations that bring in more than is drawn, and how much more."""
        drawn = Counter((link.target, link.relation) for link in told)
        number = sorted(counts(self.graph, self.kinds).items())
        return [
            (iri, _RELATION[name], n - drawn[iri, name]) for (iri, name), n in number if n > drawn[iri, name]
        ]

    def _hidden(self, beyond: list[tuple[str, Relation]]) -> Iterator[tuple[Kind, int]]:
        """Yield how much lies within reach of the focus and is not drawn, each entity counted once."""
        for kind in KINDS:
            more = [(iri, relation) for iri, relation in beyond if relation.subjects[0] == kind]
            also = [iri for iri, of in self.left_out.items() if of == kind and iri not in self.kinds]
            if (more or also) and (n := count_hidden(self.graph, more, also, self.kinds)):
                yield kind, n


def _unless_implied(told: list[Link]) -> Iterator[Link]:
    """Yield the links that no two other links say already."""
    steps: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in told:
        steps[link.source, link.relation].add(link.target)
    for link in told:
        ways = (
            link.target in steps[middle, second]
            for name, first, second in IMPLIED
            if name == link.relation
            for middle in steps[link.source, first]
        )
        if not any(list(ways)):
            yield link
