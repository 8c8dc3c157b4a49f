"""Our functions in queries, and values that are bound."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from awardgraph import QueryError, UsageError
from awardgraph.graph.functions import FUNCTIONS, refuse_functions, uses_functions
from awardgraph.graph.query import run
from awardgraph.graph.questions import KINDS, Parameter
from awardgraph.model.names import fold
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.conftest import values

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions

    from awardgraph import Graph


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ('"2023"^^xsd:gYear', "2566"),
        ('"2023+07:00"^^xsd:gYear', "2566"),
        ("2023", "2566"),
        ('"2023-01-05"^^xsd:date', "2566"),
        ('"2023-09-07T09:00:00+07:00"^^xsd:dateTime', "2566"),
        # Until 2483 the year began in April.
        ('"1935-03-02"^^xsd:date', "2477"),
        ('"1932-06-24"^^xsd:date', "2475"),
        # 2566 is a Buddhist year already; the rest is no year.
        ("2566", ""),
        ('"2023"', ""),
        ('"2023"@th', ""),
        ("2023.5", ""),
        ("agency:depa", ""),
        ("?nothing", ""),
    ],
)
def test_the_buddhist_year(shipped: Graph, year: str, expected: str) -> None:
    assert values(shipped, f"SELECT (awg:be({year}) AS ?be) {{}}") == [(expected,)]


def test_every_edition_has_the_buddhist_year_that_the_function_gives(shipped: Graph) -> None:
    query = "SELECT ?be (awg:be(?year) AS ?same) { ?e awg:editionYear ?year ; awg:buddhistYear ?be }"
    years = values(shipped, query)
    assert len(years) > 100
    assert all(be == same for be, same in years)


def test_a_thai_name_is_found_however_its_marks_were_typed(shipped: Graph) -> None:
    # สํานักงาน with a nikhahit and a sara aa, as some keyboards give it.
    query = """SELECT DISTINCT ?a { ?a rdfs:label ?n ; skos:altLabel ?s
               FILTER(awg:fold(?n) = awg:fold("สํานักงานส่งเสริมเศรษฐกิจดิจิทัล")) }"""
    assert [row[0].rpartition("/")[2] for row in values(shipped, query)] == ["depa"]
    assert values(shipped, 'SELECT (awg:fold("ก.พ.ร.") AS ?f) {}') == [(fold("ก.พ.ร."),)]


@pytest.mark.parametrize(("language", "label"), [("th", "กรมอนามัย"), ("en", "Health"), ("fr", "Health")])
def test_a_label_in_a_language_else_in_another(language: str, label: str) -> None:
    store, name = Store(), NamedNode(ext.LABEL)
    for text, tag in (("กรมอนามัย", "th"), ("Health", "en")):
        store.add(Quad(NamedNode("a:b"), name, Literal(text, language=tag)))
    [row] = cast("QuerySolutions", run(store, f'SELECT (awg:label(<a:b>, "{language}") AS ?n) {{}}', {}))
    assert row["n"].value == label
    [row] = cast("QuerySolutions", run(store, 'SELECT (awg:label(<a:nothing>, "th") AS ?n) {}', {}))
    assert row["n"] is None


def test_functions_are_found_in_a_query_and_refused_for_an_endpoint() -> None:
    text = "SELECT (awg:label(?e,'th') AS ?n) { ?e awg:editionYear ?y FILTER(awg:be (?y) = 2566) } # awg:fold(?n)"
    assert uses_functions(text) == ["awg:label", "awg:be"]
    assert uses_functions("PREFIX x: <https://w3id.org/awardgraph/ns#> ASK { FILTER(x:fold(1)) }") == [
        "awg:fold"
    ]
    assert uses_functions("ASK { FILTER(<https://w3id.org/awardgraph/ns#be>(1)) }") == ["awg:be"]
    assert uses_functions('ASK { ?s rdfs:label "awg:be(?y)" ; awg:level ?l }') == []
    with pytest.raises(QueryError, match=r"https://example\.org/sparql does not have awg:label and awg:be"):
        refuse_functions(text, "https://example.org/sparql")
    refuse_functions("ASK { ?s ?p ?o }", "https://example.org/sparql")


def test_a_misspelt_function_is_told(shipped: Graph) -> None:
    assert list(FUNCTIONS) == ["be", "fold", "label"]
    with pytest.raises(QueryError, match=r"awg:lable is not a term\. awg:label is"):
        shipped.query('SELECT (awg:lable(?a, "th") AS ?n) { ?a a awg:Conferral }')


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="\"'\\{}<>#?$.;@^|&()\n\r\t\0 ัำ่ก", max_size=40),
    st.sampled_from(
        [
            '"} DROP ALL #',
            '" . } SERVICE <http://127.0.0.1/> { ?s ?p "',
            "?name",
            "$name",
            "agency:depa",
            "\\u0022",
        ]
    ),
)


#: Ten strings to a batch, a thousand batches.
BATCH = st.lists(HOSTILE, min_size=10, max_size=10, unique=True)


@settings(max_examples=1_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(BATCH)
@example(['"""', "\\", "", "\u0e01\u0e48", *map(str, range(6))])
def test_a_hostile_value_is_that_value(texts: list[str]) -> None:
    name = NamedNode(ext.LABEL)
    wanted = {text: NamedNode(f"a:{place}") for place, text in enumerate(texts)}
    store = Store()
    store.extend(Quad(node, name, Literal(text)) for text, node in wanted.items())
    parameter = Parameter("name", "text")
    for text, node in wanted.items():
        term = parameter.term(text, DEFAULT_BASE)
        answer = run(store, "SELECT ?s ?name { ?s rdfs:label ?name }", {"name": term})
        found = [(row["s"], row["name"]) for row in cast("QuerySolutions", answer)]
        assert found == [(node, Literal(text))]


@settings(max_examples=1_000, deadline=None)
@given(HOSTILE, st.sampled_from([kind for kind in KINDS if kind != "text"]))
def test_a_hostile_value_of_another_kind_is_a_term_or_refused(text: str, kind: str) -> None:
    try:
        term = Parameter("value", kind).term(text, DEFAULT_BASE)
    except UsageError:
        return
    store = Store()
    store.add(Quad(NamedNode("a:b"), NamedNode(ext.LABEL), term))
    answer = run(store, "SELECT ?s ?value { ?s rdfs:label ?value }", {"value": term})
    [row] = cast("QuerySolutions", answer)
    assert (row["s"], row["value"]) == (NamedNode("a:b"), term)
