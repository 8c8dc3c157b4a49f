r"""Terms travel to an endpoint as terms: no text, however hostile, becomes a part of the query."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Variable

from awardgraph import QueryError
from awardgraph.graph.origins import open_graph
from awardgraph.graph.remote.writing import with_bindings, with_prefixes, written

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions

#: Letters of everywhere, and many of those that end a string, a group or a query.
HOSTILE: Final = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("\"'\\\n\r{}<>#?;u0")), max_size=60
)

DATA: Final = b"<urn:a> <urn:p> 1, 2 ; <urn:q> 'x'@th . <urn:b> <urn:p> 2 . <urn:c> <urn:q> 'x'@th ."


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE)
@example('" } } ; DROP ALL #')
@example("\\u0022 } #")
@example("\\\\U00000022")
def test_hostile_texts_go_there_and_back(oxigraph: str, text: str) -> None:
    endpoint = open_graph([f"{oxigraph}/query"], base="urn:x:")
    [row] = cast("QuerySolutions", endpoint.query("SELECT ?x (STRLEN(?x) AS ?n) { }", {"x": Literal(text)}))
    assert row["x"] == Literal(text)
    assert row["n"] == Literal(len(text))


@settings(max_examples=1000, deadline=None)
@given(HOSTILE)
@example("\\u0022 } #")
@example("\\\\u0022")
def test_a_text_is_the_same_whenever_an_endpoint_reads_escapes(text: str) -> None:
    term = written(Literal(text))

    # The recommendation replaces \u before anything else is read; many engines do so inside strings only.
    early = re.sub(r"\\u([0-9A-F]{4})", lambda match: chr(int(match[1], 16)), term)
    for form in (term, early):
        [row] = cast("QuerySolutions", Store().query(f"SELECT ?x {{ VALUES ?x {{ {form} }} }}"))
        assert row["x"] == Literal(text)


QUERIES: Final = [
    "SELECT ?s ?x { ?s <urn:p> ?x }",
    "SELECT ?s ?x { ?s ?p ?o . FILTER(?o = ?x) }",
    "SELECT ?s ?x { { ?s <urn:p> ?o FILTER(?o = ?x) } UNION { ?s <urn:q> ?x } }",
    "SELECT ?s ?x { ?s <urn:q> ?t OPTIONAL { ?s <urn:p> ?x } }",
    "SELECT ?s ?x { ?s ?p ?x FILTER NOT EXISTS { ?s <urn:q> ?t } }",
    "SELECT ?x (COUNT(*) AS ?n) { ?s <urn:p> ?x } GROUP BY ?x",
    "SELECT ?x ?n { { SELECT ?x (COUNT(*) AS ?n) { ?s <urn:p> ?x } GROUP BY ?x } }",
    "SELECT ?s ?x { VALUES ?s { <urn:a> <urn:b> } ?s <urn:p> ?x }",
    "SELECT ?s ?x { VALUES (?s ?t) { (<urn:a> 1) } ?s <urn:p> ?x }",
    "SELECT ?s ?x { ?s <urn:p> ?x # } { SELECT\n FILTER(?x > 1) }",
    "SELECT ?s ?x { ?s <urn:p> ?x FILTER(STR(?x) != '{ ?x }') }",
]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("value", [Literal(2), Literal("x", language="th"), Literal("}"), NamedNode("urn:a")])
def test_values_mean_what_binding_means(query: str, value: Literal | NamedNode) -> None:
    store = Store()
    store.load(DATA, RdfFormat.TURTLE)
    bound = cast("QuerySolutions", store.query(query, substitutions={Variable("x"): value}))
    sent = cast("QuerySolutions", store.query(with_bindings(query, {"x": value})))
    assert sorted(map(str, bound)) == sorted(map(str, sent))


def test_other_forms_take_values_or_say_why_not() -> None:
    store = Store()
    store.load(DATA, RdfFormat.TURTLE)
    two = {"x": Literal(2)}
    built = with_bindings("CONSTRUCT { ?s <urn:r> ?x } WHERE { ?s <urn:p> ?x }", two)
    assert len(list(store.query(built))) == 2  # type: ignore[arg-type]
    assert store.query(with_bindings("ASK { ?s <urn:p> ?x }", two))
    assert not store.query(with_bindings("ASK { ?s <urn:q> ?x }", two))
    with pytest.raises(QueryError, match="no pattern in which"):
        with_bindings("CONSTRUCT WHERE { ?s <urn:p> ?x }", two)
    with pytest.raises(QueryError, match=r"no variable \?y"):
        with_bindings("ASK { ?s ?p ?x }", {"y": Literal(2)})


def test_prefixes_are_declared_where_they_are_used() -> None:
    query = "PREFIX wdt: <urn:w> SELECT * { ?s wdt:P1 wd:Q1 ; a agency:x, awg:Conferral }"
    awg = "https://w3id.org/awardgraph/ns#"
    assert with_prefixes(query, lambda: "urn:b/") == (
        f"PREFIX agency: <urn:b/agency/> PREFIX awg: <{awg}> {query}"
    )


def test_nobody_asks_for_the_base_in_vain() -> None:
    query = "ASK { ?s a 'agency:x', awg:Conferral } # agency:y"
    assert with_prefixes(query, lambda: pytest.fail("asked")).endswith(query)
