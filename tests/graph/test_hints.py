"""Why an answer is empty, said only where it is certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.graph.hints import counts, hints
from awardgraph.graph.patterns import triple_patterns
from tests.conftest import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgraph import Graph
    from tests.conftest import Outcome


@pytest.mark.parametrize(
    ("query", "kind", "words"),
    [
        ("SELECT ?a { ?a awg:recipient agency:deppa }", "near", {"near": "agency:depa"}),
        ("SELECT ?a { ?a foaf:nick ?n }", "unused", {"term": "foaf:nick"}),
        ("SELECT ?a { ?a dct:sources ?n }", "near", {"near": "dct:source"}),
        ("SELECT ?a { ?a a awg:Editorial }", None, {}),
        ("SELECT ?l { ?l rdfs:label 'ดีเด่น' }", "form", {"found": '"ดีเด่น"@th'}),
        ("SELECT ?e { ?e awg:buddhistYear '2566' }", "form", {"found": '"2566"^^xsd:integer'}),
        ("SELECT ?e { ?e awg:editionYear 2566 }", "buddhist", {"common": "2023", "year": "2566"}),
        ("SELECT ?e { ?e awg:editionYear '2566'^^xsd:gYear }", "buddhist", {"common": "2023"}),
        ("SELECT ?e { ?e awg:editionYear ?y FILTER(?y = 2566) }", "buddhist", {"common": "2023"}),
        (
            "SELECT ?e { ?e awg:editionYear ?y FILTER(true && ?y >= '2566'^^xsd:gYear) }",
            "buddhist",
            {"year": "2566"},
        ),
        ("SELECT ?c { ?c awg:heldOn '2566-09-07'^^xsd:date }", "era", {"year": "2566", "common": "2023"}),
        ("SELECT ?a { ?a awg:recipient 'ดีป้า'@th }", "iri", {"property": "awg:recipient"}),
        (
            "SELECT ?e { agency:depa awg:editionYear ?y }",
            "alone",
            {"pattern": "agency:depa awg:editionYear ?y"},
        ),
        (
            "SELECT ?a { ?a awg:recipient agency:depa ; awg:inEdition edition:tqa-2023 ; a awg:Conferral }",
            "join",
            {"pattern": "?a awg:inEdition edition:tqa-2023"},
        ),
        ("SELECT (COUNT(*) AS ?n) { ?a awg:recipient agency:deppa }", "near", {"near": "agency:depa"}),
    ],
)
def test_the_reason_is_said(shipped: Graph, query: str, kind: str | None, words: dict[str, str]) -> None:
    if kind is None:
        with pytest.raises(Exception, match="is not a term"):
            shipped.query(query)
        return
    [hint] = hints(shipped, query)
    assert hint.kind == kind
    assert words.items() <= hint.words.items()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?a { ?a awg:recipient agency:depa }",
        "SELECT ?e { ?e awg:editionYear '2023'^^xsd:gYear }",
        "SELECT ?e { ?e awg:buddhistYear 2566 }",
        "SELECT ?e { ?e awg:editionYear ?y FILTER(awg:be(?y) = 2566) }",
        "SELECT ?e { ?e awg:editionYear ?y ; awg:buddhistYear ?be FILTER(?be = 2566 && ?y = 2566 - 543) }",
        "SELECT ?l { ?l rdfs:label 'ดีเด่น'@th }",
        "SELECT * { ?a awg:recipient ?r OPTIONAL { ?a foaf:nick ?n } }",
        "SELECT * { { ?a foaf:nick ?n } UNION { ?a awg:recipient agency:depa } }",
        "SELECT * { ?a awg:recipient agency:depa MINUS { ?a foaf:nick ?n } }",
        "SELECT * { ?a awg:recipient agency:depa FILTER NOT EXISTS { ?a foaf:nick ?n } }",
        "SELECT * { BIND(2566 AS ?y) ?e awg:buddhistYear ?y }",
        "SELECT * { GRAPH ?g { ?a foaf:nick ?n } }",
        "CONSTRUCT { ?a foaf:nick ?n } WHERE { ?a awg:recipient agency:depa ; rdfs:label ?n }",
        "SELECT * { agency:depa (foaf:nick|rdfs:label) ?n }",
        "SELECT * { agency:depa foaf:nick? ?n }",
        "SELECT * { agency:depa foaf:nick* ?n }",
        "SELECT * { ?a awg:recipient [ rdfs:label ?n ] }",
        "DESCRIBE agency:depa",
        "SELECT * { ?a awg:recipient agency:depa } LIMIT 0",
    ],
)
def test_no_false_hint(shipped: Graph, query: str) -> None:
    assert list(hints(shipped, query)) == []


def test_only_what_has_no_answer_gets_a_hint(shipped: Graph) -> None:
    from awardgraph.resources import ontology_root

    questions = sorted((ontology_root() / "questions").glob("*.rq"))
    hinted = [text for path in questions if list(hints(shipped, text := path.read_text(encoding="utf-8")))]
    assert hinted, "some questions ask for what no source tells yet"
    for text in hinted:
        assert not values(shipped, text), text


@pytest.mark.parametrize(
    ("query", "patterns"),
    [
        ("ASK { ?a a <a:b> ; x:y ?l , 'ดี'@th . }", ["?a a <a:b>", "?a x:y ?l", "?a x:y 'ดี'@th"]),
        ("SELECT * WHERE { ?a x:p/x:q -5 . ?b x:r '1'^^xsd:int }", ["?a x:p/x:q -5", "?b x:r '1'^^xsd:int"]),
        ("ASK { ?a x:p ?b FILTER(?b > 1) ?a x:q ?c }", ["?a x:p ?b", "?a x:q ?c"]),
        (
            "ASK { VALUES (?a ?b) { (1 2) } ?a x:p ?b. OPTIONAL { ?q x:q ?r } ?s x:s [] }",
            ["?a x:p ?b", "?s x:s []"],
        ),
        ("CONSTRUCT { ?x x:a ?y } WHERE { ?x x:b ?y }", ["?x x:b ?y"]),
        ("ASK { ?a x:p (1 2) . ?a x:q ?c }", ["?a x:q ?c"]),
        ("ASK { { SELECT * { ?a x:p ?b } } ?c x:q ?d }", ["?c x:q ?d"]),
        ("SELECT * FROM <a:b> { ?a x:p ?b }", []),
        ("ASK { ?a x:p ?b ~ x:q }", []),
        ("DESCRIBE <a:b>", []),
    ],
)
def test_patterns_are_read_where_they_are_certain(query: str, patterns: list[str]) -> None:
    assert list(map(str, triple_patterns(query, {}))) == patterns


def test_explain_counts_and_does_not_ask(run: Callable[..., Outcome], shipped: Graph) -> None:
    query = "SELECT * { ?a a awg:Conferral ; awg:recipient agency:depa . ?x ?y ?z . ?u ?v ?w }"
    found = counts(shipped, query)
    assert [str(pattern) for _, pattern in found][:2] == [
        "?a awg:recipient agency:depa",
        "?a a awg:Conferral",
    ]
    for number, pattern in found:
        assert values(shipped, f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}") == [(str(number),)]
    told = run("query", query, "--graph", shipped.location, "--explain", "--timeout", 20)
    assert told.code == 0
    assert f"{found[0][0]}" in told.out.splitlines()[2]
    assert run("query", "ASK { ?a awg:hasLevel 1 }", "--graph", shipped.location, "--explain").code == 6


def test_hints_go_to_stderr_in_the_readers_language(
    run: Callable[..., Outcome], shipped: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "SELECT ?e { ?e awg:editionYear 2566 }"
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for language, phrase in (("th_TH.UTF-8", "เป็นปี พ.ศ."), ("en_GB.UTF-8", "is a Buddhist year")):
        monkeypatch.setenv("LANG", language)
        told = run("query", query, "--graph", shipped.location, "-f", "csv")
        assert (told.code, told.out.split()) == (0, ["e"])
        assert phrase in told.err


@pytest.mark.parametrize(
    ("query", "hinted"),
    [
        ("SELECT ?a { ?a awg:recipient agency:depa }", False),
        ("SELECT ?a { ?a awg:recipient agency:deppa }", True),
        ("SELECT (COUNT(*) AS ?n) { ?a awg:recipient agency:deppa }", True),
        ("ASK { ?a awg:recipient agency:deppa }", True),
        ("SELECT ?e { ?e awg:editionYear ?y FILTER(?y < '2566'^^xsd:gYear) }", True),
        ("CONSTRUCT WHERE { ?a awg:recipient agency:depa }", False),
        ("CONSTRUCT WHERE { ?a awg:recipient agency:deppa }", True),
        ("DESCRIBE agency:depa ?a { ?a awg:recipient agency:deppa }", True),
    ],
)
def test_every_format_leaves_the_hints_as_they_are(
    run: Callable[..., Outcome], shipped: Graph, query: str, hinted: bool
) -> None:
    triples = query.startswith(("CONSTRUCT", "DESCRIBE"))
    for form in ("table", "md", "nt", "ttl") if triples else ("table", "md", "csv", "tsv", "json"):
        told = run("query", query, "--graph", shipped.location, "-f", form, "--lang", "en")
        assert (told.code, bool(told.err)) == (0, hinted), form
