"""The graph as a network of networkx, for people who go on in Python, and what its shape says of entities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import Literal, NamedNode

from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Collection

    from networkx import Graph as Network
    from networkx import MultiDiGraph

    from awardgraph.graph.store import Graph

__all__ = ["Place", "places", "to_networkx"]

#: Bodies, people and works, and what brings them together. Schemes, levels, countries and sources would
#: bring everybody together with everybody, and say nothing by it.
_ACTORS: Final = frozenset({ext.ORGANIZATION, awg.PUBLIC_AGENCY, ext.PERSON, awg.PROJECT})
_MEETING: Final = frozenset({awg.CONFERRAL, awg.CEREMONY, awg.EXHIBITION})

_PARTS: Final = """SELECT ?person ?at {
  ?part awg:participant ?person . { ?part awg:forConferral ?at } UNION { ?part awg:duringCeremony ?at }
}"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a body, a person or a work stands in the network.

    Attributes:
        iri: the entity.
        awards: how many awards it has received.
        links: with how many others it is linked directly: awards, ceremonies, works, bodies, people.
        centrality: these as a share of all that there are, from 0 to 1 (degree centrality).
        community: number of the group that it belongs to, the largest is 1.
    """

    iri: str
    awards: int
    links: int
    centrality: float
    community: int


def to_networkx(graph: Graph) -> MultiDiGraph:
    """Return every entity as a node and every statement between two of them as an edge.

    A node is an IRI with ``types`` (IRIs), ``th`` and ``en`` (its names, where it has any); an edge is
    keyed by the IRI of its property. Literals other than names stay in the graph, to be asked there.
    """
    import networkx

    network = networkx.MultiDiGraph()
    for subject, predicate, value in graph.query("SELECT ?s ?p ?o { ?s ?p ?o }"):  # type: ignore[union-attr]
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
            _add(network, subject.value, predicate.value, value)
    return network


def _add(network: MultiDiGraph, subject: str, predicate: str, value: object) -> None:
    if isinstance(value, Literal):
        if predicate == ext.LABEL and value.language in ("th", "en"):
            network.add_node(subject, **{value.language: value.value})
    elif isinstance(value, NamedNode):
        if predicate == ext.TYPE:
            network.add_node(subject)
            network.nodes[subject].setdefault("types", []).append(value.value)
        else:
            network.add_edge(subject, value.value, predicate)


def places(graph: Graph) -> list[Place]:
    """Return where every body, person and work stands, the most linked first.

    Who had a part in an award or a ceremony is linked with it. Communities are those that the Louvain
    method finds (Blondel et al. 2008), the same for the same graph.
    """
    import networkx

    whole = to_networkx(graph)
    plain = _meetings(whole)
    for person, at in graph.query(_PARTS):  # type: ignore[union-attr]
        if person.value in plain and at.value in plain:
            plain.add_edge(person.value, at.value)
    centrality = networkx.degree_centrality(plain)
    found: list[set[str]] = networkx.community.louvain_communities(plain, seed=0)
    found.sort(key=lambda members: (-len(members), min(members)))
    community = {iri: number for number, members in enumerate(found, start=1) for iri in members}
    return sorted(
        (
            Place(iri, _awards(whole, iri), plain.degree(iri), centrality[iri], community[iri])
            for iri in plain
            if _is_a(whole, iri, _ACTORS)
        ),
        key=lambda place: (-place.links, -place.awards, place.iri),
    )


def _meetings(whole: MultiDiGraph) -> Network[Any]:
    """Return the undirected network of who meets where; in a fixed order, on which communities depend."""
    import networkx

    kept = sorted(iri for iri in whole if _is_a(whole, iri, _ACTORS | _MEETING))
    plain = networkx.Graph()
    plain.add_nodes_from(kept)
    plain.add_edges_from(sorted((one, other) for one, other in whole.subgraph(kept).edges() if one != other))
    return plain


def _is_a(network: MultiDiGraph, iri: str, classes: Collection[str]) -> bool:
    return not classes.isdisjoint(network.nodes[iri].get("types", ()))  # type: ignore[attr-defined]


def _awards(network: MultiDiGraph, iri: str) -> int:
    return sum(
        _is_a(network, award, {awg.CONFERRAL})
        for award, _, predicate in network.in_edges(iri, keys=True)
        if predicate == awg.RECIPIENT
    )
