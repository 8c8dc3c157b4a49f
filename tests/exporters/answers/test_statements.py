"""Statements as JSON-LD and in order, read again by rdflib and the engine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Dataset, Quad, RdfFormat, Store, Triple, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from awardgraph.errors import UsageError
from awardgraph.exporters.answers.jsonld import jsonld
from awardgraph.exporters.answers.statements import ordered
from awardgraph.exporters.turtle import turtle
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES
from tests.exporters.answers.conftest import HOSTILE, texts

if TYPE_CHECKING:
    from collections.abc import Iterable

CONSTRUCT = """CONSTRUCT { ?s a awg:PublicAgency ; rdfs:label "ดีป้า"@th, "depa"@en ; awg:rank 5, "05"^^xsd:integer ;
    rdf:type "no class" ; awg:partOf [ rdfs:label ?s ] ; awg:says 'a"b\\n' , "2023"^^xsd:gYear , <javascript:x> , <agency:depa> }
    { VALUES ?s { <https://w3id.org/awardgraph/id/agency/depa> <https://w3id.org/awardgraph/id/agency/%E0> <urn:x> } }"""


def constructed(query: str = CONSTRUCT) -> list[Triple]:
    return ordered(Store().query(query, prefixes=PREFIXES))  # type: ignore[arg-type]


def canonical(triples: Iterable[Triple]) -> set[str]:
    from pyoxigraph import CanonicalizationAlgorithm

    dataset = Dataset(Quad(*triple) for triple in triples)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def test_the_same_statements_are_the_same_bytes_whatever_their_blank_nodes_were_called() -> None:
    first, second = constructed(), constructed()
    assert first == second
    assert jsonld(first, DEFAULT_BASE) == jsonld(reversed_and_ordered(second), DEFAULT_BASE)
    assert ordered([*first, *first]) == first


def reversed_and_ordered(triples: list[Triple]) -> list[Triple]:
    return ordered(reversed(triples))


def test_json_ld_says_what_was_said() -> None:
    written, lines = jsonld(constructed(), DEFAULT_BASE), "".join(f"{triple} .\n" for triple in constructed())
    again = [quad.triple for quad in parse(written.encode(), format=RdfFormat.JSON_LD)]
    assert canonical(again) == canonical(constructed())
    assert isomorphic(Graph().parse(data=written, format="json-ld"), Graph().parse(data=lines, format="nt"))


def test_json_ld_is_compact_and_names_only_what_it_uses() -> None:
    document = json.loads(jsonld(constructed(), DEFAULT_BASE))
    assert set(document["@context"]) == {"awg", "rdf", "rdfs", "xsd"}, (
        "agency: begins an IRI here, so it is no prefix"
    )
    [node] = json.loads(
        jsonld(
            constructed(f"CONSTRUCT {{ <{DEFAULT_BASE}agency/depa> a awg:PublicAgency }} {{}}"), DEFAULT_BASE
        )
    )["@graph"]
    assert node == {"@id": "agency:depa", "@type": ["awg:PublicAgency"]}


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_hostile_literals_come_back(form: str) -> None:
    query = texts(*HOSTILE).replace("SELECT ?text", "CONSTRUCT { <http://e/s> <http://e/p> ?text }")
    triples = constructed(query)
    made = jsonld(triples) if form == "jsonld" else "".join(turtle(f"{triple} .\n" for triple in triples))
    media = RdfFormat.JSON_LD if form == "jsonld" else RdfFormat.TURTLE
    assert {quad.object.value for quad in parse(made.encode(), format=media)} == set(HOSTILE)


def test_turtle_carries_blank_nodes() -> None:
    made = "".join(turtle((f"{triple} .\n" for triple in constructed()), DEFAULT_BASE))
    assert canonical(quad.triple for quad in parse(made.encode(), format=RdfFormat.TURTLE)) == canonical(
        constructed()
    )


def test_a_statement_about_a_statement_is_no_json_ld() -> None:
    with pytest.raises(UsageError, match="--format nt or ttl"):
        jsonld(constructed("CONSTRUCT { <http://e/s> <http://e/p> <<( <http://e/a> <http://e/b> 1 )>> } {}"))
