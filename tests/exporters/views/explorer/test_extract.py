"""The part of a graph that an answer speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.errors import UsageError
from awardgraph.exporters.views.explorer.extract import extract
from awardgraph.exporters.views.explorer.reading import read

if TYPE_CHECKING:
    from awardgraph import Graph
    from awardgraph.exporters.views.explorer.atlas import Atlas


def drawn(graph: Graph, query: str) -> tuple[Atlas, list[bytes]]:
    atlas = read(extract(graph, graph.query(query)))
    return atlas, [iri for iri, kind in zip(atlas.iris, atlas.kinds, strict=True) if kind == 0]


def test_awards_of_rows_come_with_what_they_lead_to(shipped: Graph) -> None:
    atlas, awards = drawn(shipped, "SELECT ?award { ?award awg:recipient agency:depa }")
    assert len(awards) == 8
    names = {en.decode() for _, en in atlas.labels}
    assert {"Digital Economy Promotion Agency", "Public Sector Excellence Awards"} <= names
    assert {"Ministry of Digital Economy and Society", "PMQA 4.0"} <= names, "what these lie in is named, too"
    assert atlas.passages, "the words of the sources come along"


def test_triples_are_drawn_alone_with_those_who_state_them(shipped: Graph) -> None:
    atlas, awards = drawn(
        shipped, "CONSTRUCT { ?a awg:recipient agency:depa } { ?a awg:recipient agency:depa }"
    )
    assert len(awards) == 8
    assert list(atlas.links) == ["recipient"]
    assert all(atlas.source_sets[said][0] for said in atlas.links["recipient"][2])


def test_triples_that_nobody_states_are_drawn_without_a_source(shipped: Graph) -> None:
    atlas, _ = drawn(
        shipped,
        "CONSTRUCT { ?p awg:owner ?o } { ?a awg:forProject ?p ; awg:recipient ?o FILTER NOT EXISTS { ?p awg:owner ?o } }",
    )
    assert len(atlas.links["owner"][0]) > 100
    assert {atlas.source_sets[said] for said in atlas.links["owner"][2]} == {((), 0)}


@pytest.mark.parametrize(
    ("query", "said"),
    [("ASK { ?s ?p ?o }", "yes or no"), ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "names nothing")],
)
def test_what_names_no_entity_is_refused(shipped: Graph, query: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        list(extract(shipped, shipped.query(query)))
