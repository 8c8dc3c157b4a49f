"""Every axiom earns its keep: with it a mutant contradicts itself or something follows; without it, not.

The tests are made from the axioms in the files: a new axiom is tested as soon as it is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Namespace, URIRef

from awardgraph.vocabulary.namespaces import AWG
from tests.ontology.reasoning import (
    CHAINS,
    ONTOLOGY,
    SAMPLE,
    Triple,
    axioms,
    chains,
    closure,
    contradictions,
    iris,
    parsed,
    short,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph

BOTH: Final = parsed(ONTOLOGY, CHAINS)
MUTANT: Final = Namespace("https://example.org/mutant/")


#: Kinds that one thing may be of at once: a commission of the state, a committee of villagers.
OPEN: Final = ({"Committee", "PublicAgency"}, {"Committee", "Community"})


# ── nothing is two things at once ──

DISJOINT: Final = sorted(
    (a, b)
    for a, b in BOTH.subject_objects(OWL.disjointWith)
    if isinstance(a, URIRef) and isinstance(b, URIRef)
)


def kinds(of: URIRef) -> set[URIRef]:
    """Return a class and all above it."""
    return {c for c in BOTH.transitive_objects(of, RDFS.subClassOf) if isinstance(c, URIRef)}


@cache
def clashes() -> dict[str, str]:
    """Let owlrl reason once over a mutant for each pair: something that is of both kinds."""
    classes = [t for t in axioms() if t[1] in {RDFS.subClassOf, OWL.disjointWith}]
    mutants: list[Triple] = [
        (MUTANT[str(n)], RDF.type, cls) for n, pair in enumerate(DISJOINT) for cls in pair
    ]
    found = contradictions(closure([*classes, *mutants]))
    return {sentence.rsplit("/", 1)[-1]: sentence for sentence in found}


@pytest.mark.parametrize("number", range(len(DISJOINT)), ids=lambda n: " ".join(map(short, DISJOINT[n])))
def test_nothing_is_of_both_kinds(number: int) -> None:
    a, b = DISJOINT[number]
    assert {str(a), str(b)} <= set(clashes().get(str(number), "").split())


@pytest.mark.parametrize("pair", DISJOINT, ids=lambda pair: " ".join(map(short, pair)))
def test_without_the_axiom_both_would_pass(pair: tuple[URIRef, URIRef]) -> None:
    a, b = pair
    others = {other for other in DISJOINT if other != pair}
    implied = [(x, y) for x in kinds(a) for y in kinds(b) if others & {(x, y), (y, x)}]
    assert implied == [], "said already: leave one of them out"


def kinds_of_thing() -> list[URIRef]:
    """Return our classes that stand below no other of ours; concepts are of one kind for each of their classes."""
    ours = [cls for cls in iris(BOTH.subjects(RDF.type, OWL.Class)) if cls.startswith(AWG)]
    return [cls for cls in ours if not any(above.startswith(AWG) for above in kinds(cls) - {cls})]


def test_every_two_kinds_are_disjoint() -> None:
    """A new class has to say what it cannot be; only between a concept and a thing may that be left open."""
    silent = [
        {short(a), short(b)}
        for a, b in combinations(kinds_of_thing(), 2)
        if (SKOS.Concept in kinds(a)) == (SKOS.Concept in kinds(b))
        and not any({(x, y), (y, x)} & set(DISJOINT) for x in kinds(a) for y in kinds(b))
    ]
    assert sorted(silent, key=sorted) == sorted(OPEN, key=sorted)


# ── what follows ──


@dataclass(frozen=True)
class Inference:
    """An axiom that adds a statement to a walk along some properties."""

    axiom: Triple
    walk: tuple[URIRef, ...]
    adds: URIRef
    backwards: bool = False

    def __str__(self) -> str:
        """Name a test."""
        way = "<-" if self.backwards else "->"
        return f"{'.'.join(map(short, self.walk))} {way} {short(self.adds)}"

    def conclusion(self, first: URIRef, last: URIRef) -> Triple:
        """Return what the axiom adds to a walk from one thing to another."""
        return (last, self.adds, first) if self.backwards else (first, self.adds, last)


def inferences(graph: Graph) -> Iterator[Inference]:
    """Yield an inference for each axiom about properties, two for an inverse."""
    for p, q in graph.subject_objects(OWL.inverseOf):
        if isinstance(p, URIRef) and isinstance(q, URIRef):
            yield Inference((p, OWL.inverseOf, q), (p,), q, backwards=True)
            yield Inference((p, OWL.inverseOf, q), (q,), p, backwards=True)
    for p, q in graph.subject_objects(RDFS.subPropertyOf):
        if isinstance(p, URIRef) and isinstance(q, URIRef):
            yield Inference((p, RDFS.subPropertyOf, q), (p,), q)
    for p in iris(graph.subjects(RDF.type, OWL.TransitiveProperty)):
        yield Inference((p, RDF.type, OWL.TransitiveProperty), (p, p), p)
    for p in iris(graph.subjects(RDF.type, OWL.SymmetricProperty)):
        yield Inference((p, RDF.type, OWL.SymmetricProperty), (p,), p, backwards=True)
    for p, cells, steps in chains(graph):
        yield Inference((p, OWL.propertyChainAxiom, cells), steps, p)


INFERENCES: Final = sorted(inferences(BOTH), key=str)


def walks(steps: tuple[URIRef, ...], start: URIRef | None = None) -> Iterator[tuple[URIRef, ...]]:
    """Yield the things on each walk through the sample along some properties."""
    if not steps:
        yield (start,) if start else ()
        return
    sample = parsed(SAMPLE)
    for here in [start] if start else iris(set(sample.subjects(steps[0]))):
        for there in iris(sample.objects(here, steps[0])):
            for rest in walks(steps[1:], there):
                yield (here, *rest)


def about_properties() -> set[Triple]:
    return {t for t in axioms() if t[1] not in {RDFS.subClassOf, OWL.disjointWith, RDFS.domain, RDFS.range}}


@pytest.mark.parametrize("inference", INFERENCES, ids=str)
def test_the_inference_hangs_on_its_axiom(inference: Inference) -> None:
    """The sample takes the walk, the axiom draws the conclusion, and without the axiom nothing does."""
    walk = next((walk for walk in walks(inference.walk) if len(set(walk)) == len(walk)), None)
    assert walk, "the sample never takes this walk: add it"
    premise: set[Triple] = {
        (a, p, b) for p, (a, b) in zip(inference.walk, pairwise(walk), strict=True)
    }  # fmt: skip
    conclusion = inference.conclusion(walk[0], walk[-1])
    assert conclusion not in premise
    assert conclusion in closure(about_properties() | premise)
    assert conclusion not in closure((about_properties() - {inference.axiom}) | premise)


@pytest.mark.parametrize("prop", iris(BOTH.subjects(RDF.type, OWL.FunctionalProperty)), ids=short)
def test_a_functional_property_has_one_value(prop: URIRef) -> None:
    thing, value = next(walks((prop,)))
    mutant: set[Triple] = {
        (thing, prop, value),
        (thing, prop, MUTANT.another),
        (value, OWL.differentFrom, MUTANT.another),
    }
    axiom = (prop, RDF.type, OWL.FunctionalProperty)
    assert contradictions(closure(about_properties() | mutant))
    assert contradictions(closure((about_properties() - {axiom}) | mutant)) == []


def test_no_kind_of_axiom_is_left_untested() -> None:
    """A way of speaking that is new to the files needs a mutant here."""
    tested = {OWL.disjointWith, OWL.inverseOf, OWL.propertyChainAxiom, RDFS.subPropertyOf}
    held_in_test_core = {RDFS.subClassOf, RDFS.domain, RDFS.range}
    described = {RDF.first, RDF.rest, RDF.type, RDFS.isDefinedBy, RDFS.label, OWL.versionInfo, OWL.versionIRI}
    annotations = set(BOTH.subjects(RDF.type, OWL.AnnotationProperty))
    used = set(BOTH.predicates()) - annotations - described - held_in_test_core - {OWL.imports}
    assert used == tested
    traits = {o for o in BOTH.objects(None, RDF.type) if str(o).startswith(str(OWL))}
    declarations = {
        OWL.Ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual
    }  # fmt: skip
    assert traits - declarations == {OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.FunctionalProperty}
