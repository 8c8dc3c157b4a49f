"""Asking: known prefixes, and refusals that help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph import QueryError
from awardgraph.graph.query import DEEPEST, LONGEST
from tests.conftest import rows

if TYPE_CHECKING:
    from awardgraph import Graph


@pytest.mark.parametrize(
    ("query", "place", "message"),
    [
        ("SELECT ?s WHERE { ?s awg:hasLevel ?o }", (1, 22), "awg:hasLevel is not a term. awg:level is."),
        ("SELECT ?s WHERE {\n ?s awg:recipent ?o }", (2, 5), "awg:recipient is."),
        ("SELECT ?s { ?s foaff:name ?o }", (1, 16), "the prefix foaff: is not known. Did you mean foaf:?"),
        ("SELECT ?s { ?s zzzzzzz:name ?o }", (1, 16), "Known are agency, "),
        ("SELEKT ?s { ?s ?p ?o }", (1, 1), "'SELEKT' was not expected here. Did you mean SELECT?"),
        ("SELECT ?s {\n  ?s ?p }", (2, 9), "'}' was not expected here"),
        ("ผู้ชนะ", (1, 1), "'ผู้ชนะ' was not expected here"),
        ("SELECT ?s { ?s ?p ?o ", (1, 22), "the query ends too early here"),
        (
            "SELECT (COUNT(?x) AS ?n) ?y { ?x ?y ?z }",
            (1, 41),
            "the SELECT contains a variable that is unbound",
        ),
        (
            "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
            (1, 12),
            "SERVICE would call another server",
        ),
        ("INSERT DATA { <a:b> <a:c> 1 }", (1, 1), "INSERT would change the graph"),
        ("{" * 2000, (1, DEEPEST + 1), "nested more than"),
        ("(" * 2000, (1, DEEPEST + 1), "nested more than"),
        ("SELECT * { FILTER(" + "! " * 2000 + "1) }", None, "has more than 400 operators"),
        ("ASK { " + "?s a awg:Conferral . " * 1000 + "}", None, "has more than 150 patterns"),
        ("ASK { " + "{} UNION " * 5000 + "{} }", None, "has more than 400 operators"),
        ("# c\rSELECT * { # \rSERVICE <http://127.0.0.1/> { ?s ?p ?o } }", None, "SERVICE would call"),
        (
            'SELECT * { BIND("""\\""" # """ AS ?x) SERVICE <http://127.0.0.1/> { ?s ?p ?o } }',
            None,
            "SERVICE would",
        ),
        (
            "SELECT * { ?s agency:a\\#b ?o . SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
            None,
            "SERVICE would call",
        ),
        ("SELECT * {\n", (2, 1), "the query ends too early here"),
        ("#" * (LONGEST + 1), None, "characters; at most"),
    ],
)
def test_a_bad_query_is_explained(
    shipped: Graph, query: str, place: tuple[int, int] | None, message: str
) -> None:
    with pytest.raises(QueryError) as caught:
        shipped.query(query)
    assert message in str(caught.value)
    if place:
        assert (caught.value.line, caught.value.column) == place


@pytest.mark.parametrize(
    "query",
    [
        "PREFIX x: <http://x/> ASK { ?s x:y ?o }",
        "ASK { ?s rdfs:label 'awg:noTerm SERVICE {{{' }  # awg:noTerm (((",
        'ASK { ?s rdfs:label """a "quoted" awg:noTerm""" }',
        "ASK { <https://w3id.org/awardgraph/ns#noTerm> ?p ?o }",
        "PREFIX : <http://x/> ASK { ?s :y ?o }",
        "ASK { _:b a awg:Conferral . FILTER(1.5 > 2.5) }",
    ],
)
def test_what_only_looks_bad_is_asked(shipped: Graph, query: str) -> None:
    assert not shipped.query(query)


def test_a_variable_is_bound_as_a_term(shipped: Graph) -> None:
    from pyoxigraph import Literal

    hostile = Literal('"} DROP ALL #')
    assert list(rows(shipped.query("SELECT ?name { ?s rdfs:label ?name }", {"name": hostile}))) == []
    with pytest.raises(QueryError, match="the engine refused it"):
        shipped.query("SELECT ?s { ?s ?p ?o }", {"nowhere": hostile})
