"""The graph as a network: who is linked with whom, and what the network says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.graph.networks import places
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg
from tests.conftest import values

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgraph import Graph
    from tests.conftest import Outcome


def test_every_statement_between_two_entities_is_an_edge(shipped: Graph) -> None:
    network = shipped.to_networkx()
    depa = f"{shipped.manifest.base}agency/depa"
    assert network.nodes[depa]["th"] == "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"
    assert awg.PUBLIC_AGENCY in network.nodes[depa]["types"]
    [(n,)] = values(
        shipped,
        f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o FILTER(isIRI(?o) && ?p != <{ext.TYPE}>) }}",
    )
    assert network.number_of_edges() == int(n)


def test_the_most_decorated_of_the_network_is_the_one_that_the_question_finds(shipped: Graph) -> None:
    found = places(shipped)
    best = max(found, key=lambda place: place.awards)
    [(agency, n)] = values(
        shipped,
        "SELECT ?a (COUNT(?w) AS ?n) { ?w a awg:Conferral ; awg:recipient ?a } GROUP BY ?a ORDER BY DESC(?n) LIMIT 1",
    )
    assert (best.iri, best.awards) == (agency, int(n))
    assert found == places(shipped), "the same graph has the same groups"


def test_who_stands_together_is_in_one_group_and_who_has_no_link_is_alone(shipped: Graph) -> None:
    by_iri = {place.iri: place for place in places(shipped)}
    base = shipped.manifest.base
    depa, ministry = by_iri[f"{base}agency/depa"], by_iri[f"{base}agency/mdes"]
    assert depa.community == ministry.community
    alone = [place for place in by_iri.values() if place.links == 0]
    assert len({place.community for place in alone}) == len(alone)


def test_stats_of_the_network_are_told_in_both_languages(run: Callable[..., Outcome], shipped: Graph) -> None:
    thai = run("stats", "--network", "--graph", shipped.location, "--lang", "th")
    english = run("stats", "--network", "--graph", shipped.location, "--lang", "en")
    assert (thai.code, english.code) == (0, 0)
    assert "กรมสรรพากร" in thai.out
    assert "The Revenue Department" in english.out or "Revenue Department" in english.out
