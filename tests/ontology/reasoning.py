"""The ontology's files, and what a reasoner makes of them: shared by the tests beside this file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef
from rdflib.collection import Collection

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from rdflib.term import Node

ONTOLOGY: Final = ROOT / "ontology" / "awardgraph.ttl"
CHAINS: Final = ROOT / "ontology" / "chains.ttl"
SAMPLE: Final = ROOT / "tests" / "ontology" / "sample.ttl"

Triple: TypeAlias = "tuple[Node, Node, Node]"

#: Where owlrl writes down the contradictions that it finds.
ERROR: Final = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")

#: What says something that a reasoner uses; everything else in the files is for people.
LOGICAL: Final = frozenset(
    {
        RDFS.subClassOf,
        RDFS.subPropertyOf,
        RDFS.domain,
        RDFS.range,
        OWL.disjointWith,
        OWL.inverseOf,
        OWL.propertyChainAxiom,
        RDF.first,
        RDF.rest,
    }
)
TRAITS: Final = frozenset({OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.FunctionalProperty})


@cache
def parsed(*paths: Path) -> Graph:
    """Return files as one graph. It is shared: add nothing to it."""
    graph = Graph()
    for path in paths:
        graph.parse(path)
    return graph


def graph_of(triples: Iterable[Triple]) -> Graph:
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph


@cache
def axioms() -> frozenset[Triple]:
    """Return what both files say to a reasoner, without labels and declarations."""
    return frozenset(
        (s, p, o)
        for s, p, o in parsed(ONTOLOGY, CHAINS)
        if p in LOGICAL or (p == RDF.type and o in TRAITS)
    )  # fmt: skip


def iris(nodes: Iterable[Node]) -> list[URIRef]:
    """Return the nodes that are IRIs, sorted."""
    return sorted(node for node in nodes if isinstance(node, URIRef))


def chains(graph: Graph) -> list[tuple[URIRef, Node, tuple[URIRef, ...]]]:
    """Return each chain: the property it infers, its list, and the properties in the list."""
    found = [
        (prop, cells, tuple(step for step in Collection(graph, cells) if isinstance(step, URIRef)))
        for prop, cells in graph.subject_objects(OWL.propertyChainAxiom)
        if isinstance(prop, URIRef)
    ]
    return sorted(found, key=lambda chain: (chain[0], chain[2]))


def closure(triples: Iterable[Triple]) -> Graph:
    """Return the statements with all that follows from them by the rules of OWL 2 RL."""
    owlrl = pytest.importorskip("owlrl", reason="owlrl is not installed")
    graph = graph_of(triples)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def contradictions(graph: Graph) -> list[str]:
    """Return the contradictions that a closure has met, as sentences."""
    return sorted(str(o) for o in graph.objects(None, ERROR) if isinstance(o, Literal))


def short(iri: Node) -> str:
    """Return the last part of an IRI, to name a test by."""
    return str(iri).replace("#", "/").rsplit("/", 1)[-1]
