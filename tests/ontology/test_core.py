"""The core ontology: complete, in two languages, inside its profile, and free of contradiction."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeAlias

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef

from awardgraph.exporters.serialise import statements
from awardgraph.vocabulary import terms
from awardgraph.vocabulary.namespaces import AWG as AWG_IRI
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES
from tests.ontology.reasoning import ERROR, ONTOLOGY, SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph import Graph as AwardGraph

AWG: Final = Namespace(AWG_IRI)
DCT: Final = Namespace(PREFIXES["dct"])
FOAF: Final = Namespace(PREFIXES["foaf"])
ORG: Final = Namespace(PREFIXES["org"])
PROV: Final = Namespace(PREFIXES["prov"])
SKOSXL: Final = Namespace(PREFIXES["skosxl"])
XSD: Final = Namespace(PREFIXES["xsd"])
VANN: Final = Namespace("http://purl.org/vocab/vann/")
STATUS: Final = URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
ID: Final = Namespace(DEFAULT_BASE)
IRI: Final = URIRef(AWG_IRI.removesuffix("#"))

Statement: TypeAlias = tuple[URIRef, URIRef, URIRef]

TERMS: Final = {
    URIRef(v) for v in vars(terms).values() if isinstance(v, str) and v.startswith(AWG_IRI) and v != AWG_IRI
}

#: Said by the outside vocabularies themselves; held here so that the checks do not lean on the file.
DISJOINT_OUTSIDE: Final = frozenset(
    {
        (PROV.Activity, PROV.Entity),
        (SKOS.Concept, SKOS.Collection),
        (FOAF.Person, ORG.Organization),
        (SKOSXL.Label, SKOS.Collection),
        (SKOSXL.Label, SKOS.Concept),
    }
)

#: Words that data write as values, whatever the language around them.
VALUES: Final = frozenset("onsite online hybrid asserted inferred disputed superseded".split())

#: Latin words that may stand in a Thai label, and in other Thai texts of the ontology.
LATIN_IN_LABELS: Final = frozenset({"ISO", "SHA"})
LATIN_IN_TEXTS: Final = LATIN_IN_LABELS | {"PMQA", "TH", "awardgraph", "xsd", "gYear", "date"} | VALUES

#: All that the file may state: each of these is legal in OWL 2 DL and in OWL 2 RL.
AXIOMS: Final = {
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    OWL.disjointWith,
    OWL.inverseOf,
    OWL.versionIRI,
}
KINDS: Final = {
    OWL.Ontology,
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    OWL.FunctionalProperty,
    OWL.TransitiveProperty,
    OWL.SymmetricProperty,
    OWL.NamedIndividual,
}
#: xsd:date and xsd:gYear are outside the datatypes of OWL 2: a reasoner refuses them.
DATATYPES: Final = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean, RDFS.Literal}


@pytest.fixture(scope="module")
def core() -> Graph:
    return Graph().parse(ONTOLOGY)


@pytest.fixture
def sample() -> Graph:
    return Graph().parse(SAMPLE)


# ── helpers ──


def above(graph: Graph, term: URIRef, relation: URIRef) -> set[URIRef]:
    """Return the term and all that it is a kind of."""
    return {t for t in graph.transitive_objects(term, relation) if isinstance(t, URIRef)}


def disjoint_pairs(core: Graph) -> set[tuple[URIRef, URIRef]]:
    stated = {(a, b) for a, b in core.subject_objects(OWL.disjointWith)}
    return {(a, b) for a, b in stated | DISJOINT_OUTSIDE if isinstance(a, URIRef) and isinstance(b, URIRef)}


def texts(core: Graph, lang: str) -> Iterator[tuple[URIRef, URIRef, str]]:
    for s, p, o in core:
        if isinstance(o, Literal) and o.language == lang and isinstance(s, URIRef) and isinstance(p, URIRef):
            yield s, p, str(o)


def in_language(core: Graph, term: URIRef, relation: URIRef) -> dict[str | None, str]:
    """Return the texts by language, and fail where a language has two."""
    found = [o for o in core.objects(term, relation) if isinstance(o, Literal)]
    assert len(found) == len({o.language for o in found}), f"{term}: two values of {relation} in one language"
    return {o.language: str(o) for o in found}


def fits(core: Graph, data: Graph, value: object, wanted: URIRef) -> bool:
    """Tell whether a value is what a domain or range asks for, by the types stated in the data and above."""
    if isinstance(value, Literal):
        datatype = RDF.langString if value.language else value.datatype or XSD.string
        wider = {XSD.decimal} if datatype == XSD.integer else set()
        return wanted in {RDFS.Literal, datatype, *wider}
    types = {
        t for s in (data, core) for t in s.objects(URIRef(str(value)), RDF.type) if isinstance(t, URIRef)
    }
    return any(wanted in above(core, t, RDFS.subClassOf) for t in types)


def faults(core: Graph, data: Graph) -> list[str]:
    """Return a sentence for each clash between the data and the ontology."""
    found: list[str] = []
    for s, p, o in data:
        for side, value in ((RDFS.domain, s), (RDFS.range, o)):
            found += [
                f"{s} {p} {o}: {value} is no {wanted}"
                for wanted in core.objects(p, side)
                if isinstance(wanted, URIRef) and not fits(core, data, value, wanted)
            ]
    for thing in set(data.subjects(RDF.type)):
        stated = [t for t in data.objects(thing, RDF.type) if isinstance(t, URIRef)]
        types = {a for t in stated for a in above(core, t, RDFS.subClassOf)}
        found += [f"{thing} is {a} and {b}" for a, b in disjoint_pairs(core) if {a, b} <= types]
    return found


# ── the file ──


def test_two_parsers_read_the_same_statements(core: Graph) -> None:
    quads = set(pyoxigraph.parse(path=str(ONTOLOGY), format=pyoxigraph.RdfFormat.TURTLE))
    assert len(quads) == len(core) > 0


def test_everything_has_an_iri(core: Graph, sample: Graph) -> None:
    assert [t for graph in (core, sample) for triple in graph for t in triple if isinstance(t, BNode)] == []


def test_header(core: Graph) -> None:
    assert (IRI, RDF.type, OWL.Ontology) in core
    for relation in (DCT.title, DCT.description):
        assert set(in_language(core, IRI, relation)) == {"en", "th"}
    assert core.value(IRI, DCT.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert core.value(IRI, DCT.creator) == Literal("The awardgraph authors")
    assert core.value(IRI, OWL.versionIRI) == URIRef(f"{IRI}/{core.value(IRI, OWL.versionInfo)}")
    assert core.value(IRI, VANN.preferredNamespacePrefix) == Literal("awg")
    assert core.value(IRI, VANN.preferredNamespaceUri) == Literal(AWG_IRI)
    for relation in (DCT.issued, DCT.modified, DCT.bibliographicCitation):
        assert core.value(IRI, relation) is not None


def test_terms_are_those_of_the_program(core: Graph) -> None:
    defined = {s for s in core.subjects() if isinstance(s, URIRef) and s.startswith(AWG_IRI)}
    assert defined - TERMS == set(), "defined, but not in vocabulary/terms.py"
    assert TERMS - defined == set(), "in vocabulary/terms.py, but not defined"


@pytest.mark.parametrize("term", sorted(TERMS), ids=lambda t: str(t).removeprefix(AWG_IRI))
def test_term_is_documented(core: Graph, term: URIRef) -> None:
    labels, definitions = (in_language(core, term, p) for p in (RDFS.label, SKOS.definition))
    assert set(labels) == set(definitions) == {"en", "th"}
    for lang, label in labels.items():
        assert label.casefold() not in definitions[lang].casefold(), "the definition repeats what it defines"
    notes = [set(in_language(core, term, note)) for note in (SKOS.example, SKOS.scopeNote)]
    assert {"en", "th"} in notes, "neither an example nor a note"
    assert all(languages in (set(), {"en", "th"}) for languages in notes)
    assert core.value(term, RDFS.isDefinedBy) == IRI
    assert core.value(term, STATUS) in {Literal("stable"), Literal("testing"), Literal("archaic")}
    assert set(core.objects(term, RDF.type)) & {
        OWL.Class,
        OWL.ObjectProperty,
        OWL.DatatypeProperty,
        OWL.NamedIndividual,
    }


def test_languages_are_not_mixed(core: Graph) -> None:
    assert [(s, text) for s, _, text in texts(core, "en") if re.search("[\u0e00-\u0e7f]", text)] == []
    for subject, relation, text in texts(core, "th"):
        allowed = LATIN_IN_LABELS if relation == RDFS.label else LATIN_IN_TEXTS
        assert set(re.findall("[A-Za-z]+", text)) <= allowed, f"{subject}: {text}"
        assert re.search("[\u0e00-\u0e7f]", text) or text.isdecimal(), f"{subject}: no Thai in {text}"


@pytest.mark.parametrize("lang", ["en", "th"])
def test_no_two_terms_share_a_label(core: Graph, lang: str) -> None:
    labels = Counter(text.casefold() for _, p, text in texts(core, lang) if p == RDFS.label)
    assert [label for label, times in labels.items() if times > 1] == []


def test_readme_counts_right(core: Graph) -> None:
    def ours(*kinds: URIRef) -> int:
        return len({s for kind in kinds for s in core.subjects(RDF.type, kind)} & TERMS)

    readme = ONTOLOGY.with_name("README.md").read_text(encoding="utf-8")
    properties, individuals = ours(OWL.ObjectProperty, OWL.DatatypeProperty), ours(OWL.NamedIndividual)
    assert f"{ours(OWL.Class)} classes, {properties} properties, {individuals} individuals" in readme
    pairs = len(set(core.subject_objects(OWL.disjointWith)))
    assert f"each of the {pairs} pairs of disjoint classes" in readme
    assert f"version | {core.value(IRI, OWL.versionInfo)} of " in readme


# ── its logic ──


def test_profile_is_owl_2_dl_and_rl(core: Graph) -> None:
    annotations = set(core.subjects(RDF.type, OWL.AnnotationProperty)) | {
        RDFS.label,
        RDFS.isDefinedBy,
        OWL.versionInfo,
    }
    assert set(core.predicates()) - AXIOMS - annotations == {RDF.type}
    classes = set(core.subjects(RDF.type, OWL.Class))
    assert set(core.objects(None, RDF.type)) - KINDS <= classes
    for relation in (RDFS.subClassOf, RDFS.domain, OWL.disjointWith):
        assert set(core.objects(None, relation)) <= classes, f"an undeclared class after {relation}"
    for literal in core.subjects(RDF.type, OWL.DatatypeProperty):
        assert set(core.objects(literal, RDFS.range)) <= DATATYPES, literal
    for prop in core.subjects(RDF.type, OWL.ObjectProperty):
        assert set(core.objects(prop, RDFS.range)) <= classes, prop


def test_no_term_is_of_two_kinds(core: Graph) -> None:
    apart = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.NamedIndividual)
    for a, b in combinations(apart, 2):
        assert set(core.subjects(RDF.type, a)) & set(core.subjects(RDF.type, b)) == set()


def test_one_domain_and_one_range(core: Graph) -> None:
    for side in (RDFS.domain, RDFS.range):
        assert [p for p, times in Counter(core.subjects(side)).items() if times > 1] == [], (
            "several mean all of them"
        )


@pytest.mark.parametrize("relation", [RDFS.subClassOf, RDFS.subPropertyOf])
def test_no_cycles(core: Graph, relation: URIRef) -> None:
    for child, parent in core.subject_objects(relation):
        assert child not in above(core, URIRef(str(parent)), relation), f"{child} is above itself"


def test_no_class_lies_below_two_disjoint_ones(core: Graph) -> None:
    for cls in core.subjects(RDF.type, OWL.Class):
        ancestors = above(core, URIRef(str(cls)), RDFS.subClassOf)
        assert [(cls, a, b) for a, b in disjoint_pairs(core) if {a, b} <= ancestors] == []


def test_outside_disjointness_is_repeated(core: Graph) -> None:
    assert set(core.subject_objects(OWL.disjointWith)) >= DISJOINT_OUTSIDE


def test_sub_property_stays_inside_its_parent(core: Graph) -> None:
    for child, parent in core.subject_objects(RDFS.subPropertyOf):
        for side in (RDFS.domain, RDFS.range):
            for wanted in core.objects(parent, side):
                given = core.value(child, side)
                assert given and wanted in above(core, URIRef(str(given)), RDFS.subClassOf)


# ── the ontology and data ──


def test_sample_uses_every_term(core: Graph, sample: Graph) -> None:
    used = {t for triple in sample for t in triple if isinstance(t, URIRef) and t.startswith(AWG_IRI)}
    used |= {
        kind for t in used for kind in core.objects(t, RDF.type) if isinstance(kind, URIRef) and kind in TERMS
    }
    assert used - TERMS == set(), "used, but not in vocabulary/terms.py"
    assert TERMS - used == set(), "never used in the sample"


def test_sample_agrees_with_the_ontology(core: Graph, sample: Graph) -> None:
    assert faults(core, sample) == []


def test_sample_quotes_are_as_long_as_they_say(sample: Graph) -> None:
    for passage, start in sample.subject_objects(AWG.start):
        quote, end = sample.value(passage, AWG.quote), sample.value(passage, AWG.end)
        assert isinstance(start, Literal) and isinstance(end, Literal)
        assert len(str(quote)) == int(end) - int(start)


CONFERRAL: Final = ID["conferral/psea-2023-depa-1a2b3c4d"]


@pytest.mark.parametrize(
    "wrong",
    [
        (CONFERRAL, RDF.type, AWG.Application),
        (CONFERRAL, RDF.type, AWG.Ceremony),
        (CONFERRAL, RDF.type, PROV.Entity),
        (ID["person/wissanu-krea-ngam"], RDF.type, AWG.PublicAgency),
        (ID["level/psea-advance"], RDF.type, AWG.LevelScale),
        (ID["place/th-92"], RDF.type, AWG.PublicAgency),
        (CONFERRAL, AWG.recipient, ID["project/koh-libong"]),
        (CONFERRAL, AWG.outcome, AWG.finalist),
        (ID["application/unpsa-2024-salvador"], AWG.atCeremony, ID["ceremony/unpsa-2024"]),
        (CONFERRAL, AWG.level, ID["scale/psea-pmqa-4-0"]),
        (CONFERRAL, AWG.inBranch, ID["category/psea-pmqa-4-0"]),
        (ID["project/koh-libong"], AWG.exhibitedAt, ID["ceremony/psea-2023"]),
        (ID["level/psea-advance"], AWG.rank, Literal("2")),
        (ID["place/th-92"], AWG.isoCode, Literal("TH-92", lang="th")),
    ],
    ids=lambda t: " ".join(re.split("[/#]", str(x))[-1] for x in t),
)
def test_a_wrong_statement_is_noticed(core: Graph, sample: Graph, wrong: Statement) -> None:
    sample.add(wrong)
    assert faults(core, sample) != []


@pytest.mark.parametrize(
    ("added", "contradicts"),
    [
        (None, False),
        ((CONFERRAL, RDF.type, AWG.Application), True),
        ((ID["project/koh-libong"], AWG.exhibitedAt, ID["ceremony/psea-2023"]), True),
    ],
    ids=["as it is", "won and only applied for", "shown at a ceremony"],
)
def test_a_reasoner_agrees(core: Graph, sample: Graph, added: Statement | None, contradicts: bool) -> None:
    owlrl = pytest.importorskip("owlrl", reason="owlrl is not installed")
    graph = core + sample
    if added:
        graph.add(added)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    errors = [str(o) for o in graph.objects(None, ERROR)]
    assert bool(errors) == contradicts, errors


def test_the_shipped_graph_contradicts_nothing(core: Graph, shipped: AwardGraph) -> None:
    data = Graph().parse(data="".join(statements(shipped.lines())), format="nt")
    assert faults(core, data) == []
