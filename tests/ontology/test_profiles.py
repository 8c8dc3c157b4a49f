"""The ontology keeps to OWL 2 DL and to OWL 2 RL, and two reasoners find no fault in it."""

from __future__ import annotations

import io
import os
import shutil
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any, Final

import pytest
from rdflib import OWL, RDF, RDFS, Literal, Namespace, URIRef

from awardgraph.vocabulary.namespaces import AWG as AWG_IRI
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES
from tests.ontology.reasoning import (
    CHAINS,
    ONTOLOGY,
    SAMPLE,
    Triple,
    axioms,
    chains,
    closure,
    contradictions,
    graph_of,
    iris,
    parsed,
    short,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rdflib.term import Node

AWG: Final = Namespace(AWG_IRI)
ID: Final = Namespace(DEFAULT_BASE)
XSD: Final = Namespace(PREFIXES["xsd"])

#: Wrong statements, each of which has to make the sample contradict itself.
WRONG: Final[list[Triple]] = [
    (ID["conferral/psea-2023-depa-1a2b3c4d"], RDF.type, AWG.Application),
    (ID["project/koh-libong"], AWG.exhibitedAt, ID["ceremony/psea-2023"]),
    (ID["tenure/depa-president"], AWG.nameForm, ID["level/psea-advance"]),
]
#: What has to follow from the sample: by an inverse, by steps passed on, by both kinds of chain.
FOLLOWS: Final[list[Triple]] = [
    (ID["agency/cdd"], AWG.received, ID["conferral/psea-2023-cdd-9c0d1e2f"]),
    (ID["agency/cdd"], AWG.wonAward, ID["scheme/psea"]),
    (ID["level/psea-effective"], AWG.higherThan, ID["level/psea-basic"]),
    (ID["application/psea-2018-cdd"], AWG.forCategory, ID["category/psea-effective-change"]),
    (ID["application/psea-2018-cdd"], AWG.inBranch, ID["branch/psea-participation"]),
    (ID["category/unpsa-participation"], AWG.equivalentCategory, ID["category/psea-effective-change"]),
]


# ── profiles ──


def report(profile: str, *paths: Path) -> dict[str, int]:
    """Return the violations of a profile by kind of axiom, counted by pyowl2-profiles."""
    detector = pytest.importorskip("pyowl2_profiles.detector", reason="pyowl2-profiles is not installed")
    from pyoxigraph import Quad, RdfFormat, Store, parse

    store = Store()
    for path in paths:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE, rename_blank_nodes=True):
            store.add(Quad(quad.subject, quad.predicate, quad.object))
    return dict(detector.detect_profiles(store)[profile]["violations_by_axiom_type"])


@pytest.mark.parametrize("paths", [(ONTOLOGY,), (ONTOLOGY, SAMPLE)], ids=["alone", "with data"])
@pytest.mark.parametrize("profile", ["dl", "rl"])
def test_the_ontology_is_in(profile: str, paths: tuple[Path, ...]) -> None:
    assert report(profile, *paths) == {}


def test_the_chains_are_in_owl_2_dl() -> None:
    assert report("dl", ONTOLOGY, CHAINS) == {}


def test_the_chains_are_in_owl_2_rl() -> None:
    """OWL 2 RL has chains (rule prp-spo2); pyowl2-profiles says in its code that it flags every one."""
    assert report("rl", ONTOLOGY, CHAINS) == {"owl:propertyChainAxiom": len(chains(parsed(CHAINS)))}


# What pyowl2-profiles leaves unchecked: the global restrictions of OWL 2 DL (Structural Specification, 11.2).


def composite() -> set[URIRef]:
    """Return the properties that are not simple: transitive, chained, or above or opposite such ones."""
    graph = parsed(ONTOLOGY, CHAINS)
    found = set(iris(graph.subjects(RDF.type, OWL.TransitiveProperty)))
    found |= set(iris(graph.subjects(OWL.propertyChainAxiom)))
    while True:
        more = {o for p in found for o in iris(graph.objects(p, RDFS.subPropertyOf))}
        more |= {o for p in found for o in iris(graph.objects(p, OWL.inverseOf))}
        more |= {s for p in found for s in iris(graph.subjects(OWL.inverseOf, p))}
        if more <= found:
            return found
        found |= more


def test_only_simple_properties_are_functional() -> None:
    graph = parsed(ONTOLOGY, CHAINS)
    for trait in (
        OWL.FunctionalProperty,
        OWL.InverseFunctionalProperty,
        OWL.IrreflexiveProperty,
        OWL.AsymmetricProperty,
    ):
        assert composite() & set(iris(graph.subjects(RDF.type, trait))) == set()


def test_chains_have_an_order() -> None:
    """No property is needed, by whatever way, to infer itself; a property and its inverse count as one."""
    graph = parsed(ONTOLOGY, CHAINS)
    same = dict(graph.subject_objects(OWL.inverseOf))
    order: TopologicalSorter[Node] = TopologicalSorter()
    for prop, _, steps in chains(graph):
        assert len(steps) > 1, f"a chain of one step: {prop}"
        order.add(same.get(prop, prop), *(same.get(step, step) for step in steps))
    for child, parent in graph.subject_objects(RDFS.subPropertyOf):
        order.add(same.get(parent, parent), same.get(child, child))
    order.prepare()


def test_only_chains_have_blank_nodes() -> None:
    """A list is the one thing that OWL writes with blank nodes and that these files need."""
    for s, p, o in parsed(CHAINS):
        for node in (s, o):
            assert isinstance(node, URIRef | Literal) or p in {OWL.propertyChainAxiom, RDF.first, RDF.rest}


# ── reasoners ──


def everything() -> set[Triple]:
    """Return the axioms of both files, what each term is, and the sample."""
    return set(axioms()) | {t for t in parsed(ONTOLOGY) if t[1] == RDF.type} | set(parsed(SAMPLE))


def test_owlrl_finds_no_contradiction_and_what_follows() -> None:
    assert [t for t in FOLLOWS if t in parsed(SAMPLE)] == [], "stated, so nothing is proven by it"
    graph = closure(everything())
    assert contradictions(graph) == []
    assert [t for t in FOLLOWS if t not in graph] == []


@pytest.fixture(scope="module")
def hermit() -> Callable[[set[Triple]], Any]:
    """Let HermiT reason: what comes back is a world of owlready2, or owlready2's error is raised."""
    owlready2 = pytest.importorskip("owlready2", reason="owlready2 is not installed")
    if not shutil.which("java"):
        sentence = "Java is not installed, and HermiT needs it"
        if os.environ.get("AWARDGRAPH_REQUIRE_JAVA") == "1":
            pytest.fail(sentence)
        pytest.skip(sentence)

    def reason(triples: set[Triple]) -> Any:
        world = owlready2.World()
        text = graph_of(map(readable, filter(in_owl, triples))).serialize(format="nt", encoding="utf-8")
        world.get_ontology("https://example.org/checked#").load(fileobj=io.BytesIO(text), format="ntriples")
        owlready2.sync_reasoner_hermit(world, infer_property_values=True, debug=0)
        return world

    return reason


def readable(triple: Triple) -> Triple:
    """Write years and days as plain text.

    HermiT refuses data with a datatype that OWL 2 does not have, as xsd:date and xsd:gYear. No axiom looks
    into such a value: the ranges are rdfs:Literal, and the shapes hold the datatype.
    """
    s, p, o = triple
    foreign = isinstance(o, Literal) and o.datatype in {XSD.date, XSD.gYear}
    return (s, p, Literal(str(o))) if foreign else triple


def in_owl(triple: Triple) -> bool:
    """Leave out reification: rdf:Statement and its parts are reserved in OWL 2 DL, and say nothing in it."""
    return triple[1] not in {RDF.subject, RDF.predicate, RDF.object} and triple[2] != RDF.Statement


def test_hermit_finds_no_contradiction_and_what_follows(hermit: Callable[[set[Triple]], Any]) -> None:
    world = hermit(everything())
    assert [str(cls) for cls in world.inconsistent_classes()] == [], "nothing can be of this kind"
    for s, p, o in FOLLOWS:
        prop = world[str(p)]
        assert world[str(o)] in prop[world[str(s)]], f"{short(s)} {short(p)} {short(o)}"


@pytest.mark.parametrize("wrong", WRONG, ids=lambda t: " ".join(map(short, t)))
def test_hermit_finds_the_contradiction(hermit: Callable[[set[Triple]], Any], wrong: Triple) -> None:
    owlready2 = pytest.importorskip("owlready2")
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        hermit({*everything(), wrong})


def test_hermit_is_given_all_but_reification() -> None:
    left_out = {t for t in everything() if not in_owl(t)}
    assert {s for s, _, _ in left_out} == set(parsed(SAMPLE).subjects(RDF.type, AWG.Assertion))
    assert len(left_out) == 4 * len({s for s, _, _ in left_out})
