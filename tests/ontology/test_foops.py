"""The 15 FOOPS! checks (https://foops.linkeddata.es/) that need no network, one test for each.

The other nine ask servers, and are for the day of publishing: CN1, DOC1, FIND2, FIND3, FIND3-BIS, OM4.2, PURL1, URI1,
VER2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from rdflib import DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from awardgraph.vocabulary.namespaces import AWG, PREFIXES
from tests.ontology.reasoning import ONTOLOGY, iris, parsed

if TYPE_CHECKING:
    from rdflib.term import Node

BIBO: Final = Namespace("http://purl.org/ontology/bibo/")
VANN: Final = Namespace("http://purl.org/vocab/vann/")
CORE: Final = parsed(ONTOLOGY)
IRI: Final = URIRef(AWG.removesuffix("#"))
KINDS: Final = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
TERMS: Final = iris({s for kind in KINDS for s in CORE.subjects(RDF.type, kind) if str(s).startswith(AWG)})

#: What check OM3 asks for and does not exist; each is added on the day when it does.
NOT_YET: Final[dict[URIRef, str]] = {
    BIBO.doi: "no archive has given one",
    FOAF.logo: "nobody has drawn one",
    OWL.priorVersion: "this is the first release, as skos:historyNote says",
    OWL.backwardCompatibleWith: "there is no earlier release to be compatible with",
}


def said(relation: URIRef) -> list[Node]:
    """Return what the header says by a relation."""
    return list(CORE.objects(IRI, relation))


@pytest.mark.parametrize(
    "relation",
    [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.license,
        OWL.versionIRI,
        DCTERMS.creator,
        VANN.preferredNamespaceUri,
    ],
)
def test_om1_minimum_metadata(relation: URIRef) -> None:
    assert said(relation)


@pytest.mark.parametrize(
    "relation",
    [
        VANN.preferredNamespacePrefix, OWL.versionInfo, DCTERMS.created, DCTERMS.bibliographicCitation,
        DCTERMS.contributor,
    ],
)  # fmt: skip
def test_om2_recommended_metadata(relation: URIRef) -> None:
    assert said(relation)


@pytest.mark.parametrize(
    "relation", [DCTERMS.publisher, BIBO.status, DCTERMS.source, DCTERMS.issued, DCTERMS.modified, *NOT_YET]
)
def test_om3_detailed_metadata(relation: URIRef) -> None:
    assert bool(said(relation)) != (relation in NOT_YET), NOT_YET.get(relation, "missing")


def test_om4_1_licence() -> None:
    assert said(DCTERMS.license) == [URIRef("https://creativecommons.org/licenses/by/4.0/")]


def test_om5_1_basic_provenance() -> None:
    assert said(DCTERMS.creator)
    [created] = said(DCTERMS.created)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(created))


def test_om5_2_detailed_provenance() -> None:
    assert said(DCTERMS.contributor) and said(DCTERMS.publisher)
    [created], [issued], [modified] = (said(p) for p in (DCTERMS.created, DCTERMS.issued, DCTERMS.modified))
    assert str(created) <= str(issued) <= str(modified)
    assert {note.language for note in said(SKOS.historyNote) if isinstance(note, Literal)} == {"en", "th"}


def test_find1_prefix() -> None:
    [prefix], [namespace] = said(VANN.preferredNamespacePrefix), said(VANN.preferredNamespaceUri)
    assert PREFIXES[str(prefix)] == str(namespace)
    assert f"@prefix {prefix}:" in ONTOLOGY.read_text(encoding="utf-8")


def test_ver1_version_iri() -> None:
    [version], [number] = said(OWL.versionIRI), said(OWL.versionInfo)
    assert str(version) == f"{IRI}/{number}"
    assert re.fullmatch(r"\d+\.\d+\.\d+", str(number))
    [citation] = said(DCTERMS.bibliographicCitation)
    assert f"version {number}" in str(citation)


def test_voc1_metadata_vocabularies() -> None:
    used = {str(p) for p in CORE.predicates(IRI)}
    for vocabulary in (DCTERMS, VANN, BIBO, OWL):
        assert any(p.startswith(str(vocabulary)) for p in used), vocabulary


def test_voc2_reuse() -> None:
    outside = {
        str(o) for term in TERMS for p in (RDFS.subClassOf, RDFS.subPropertyOf) for o in CORE.objects(term, p)
    }
    for prefix in ("dct", "org", "prov", "skos"):
        assert any(term.startswith(PREFIXES[prefix]) for term in outside), prefix


@pytest.mark.parametrize("lang", ["en", "th"])
def test_voc3_labels(lang: str) -> None:
    assert [term for term in TERMS if not in_language(term, RDFS.label, lang)] == []


@pytest.mark.parametrize("lang", ["en", "th"])
def test_voc4_definitions(lang: str) -> None:
    assert [term for term in TERMS if not in_language(term, SKOS.definition, lang)] == []


def in_language(term: Node, relation: URIRef, lang: str) -> list[Node]:
    return [o for o in CORE.objects(term, relation) if isinstance(o, Literal) and o.language == lang]


def test_http1_open_protocol() -> None:
    assert IRI.startswith("https://w3id.org/"), "a permanent address"
    assert all(str(term).startswith("https://") for term in TERMS)


def test_uri2_same_iri() -> None:
    assert list(CORE.subjects(RDF.type, OWL.Ontology)) == [IRI]
    assert {home for term in TERMS for home in CORE.objects(term, RDFS.isDefinedBy)} == {IRI}
    assert f"@base <{IRI}> ." in ONTOLOGY.read_text(encoding="utf-8")


@pytest.mark.parametrize("syntax", ["xml", "json-ld", "nt"])
def test_rdf1_syntaxes(syntax: str) -> None:
    assert isomorphic(Graph().parse(data=CORE.serialize(format=syntax), format=syntax), CORE)
