"""A real endpoint answers what the graph on disk answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from pyoxigraph import NamedNode

from awardgraph.graph.origins import open_graph
from awardgraph.graph.questions import ask

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyoxigraph import QuerySolutions

    from awardgraph import Graph
    from tests.conftest import Outcome


def test_the_base_is_found_in_the_data(shipped_endpoint: str, shipped: Graph) -> None:
    assert open_graph([shipped_endpoint]).manifest.base == shipped.manifest.base


@pytest.mark.parametrize("name", ["most-decorated", "kinds", "scheme-counts", "names", "first-time-winners"])
def test_named_questions_have_the_same_answers(shipped_endpoint: str, shipped: Graph, name: str) -> None:
    here, there = (
        sorted(str(sorted(row.items())) for row in ask(graph, name))
        for graph in (shipped, open_graph([shipped_endpoint]))
    )
    assert here == there
    assert here


def test_a_question_about_one_agency(shipped_endpoint: str, shipped: Graph) -> None:
    query = "SELECT ?agency ?award { ?award a awg:Conferral ; awg:recipient ?agency }"
    bound = {"agency": NamedNode(f"{shipped.manifest.base}agency/depa")}
    here, there = (
        sorted(str(row) for row in cast("QuerySolutions", graph.query(query, bound)))
        for graph in (shipped, open_graph([shipped_endpoint]))
    )
    assert here == there
    assert len(here) > 3


@pytest.mark.parametrize("syntax", ["nq", "turtle", "trig"])
def test_exports_are_the_same_bytes(
    run: Callable[..., Outcome], shipped_endpoint: str, shipped: Graph, syntax: str
) -> None:
    here = run("export", "--format", syntax, "--graph", shipped.location)
    there = run("export", "--format", syntax, "--graph", shipped_endpoint)
    assert there.code == 0, there.err
    assert here.out == there.out


def test_stats_are_the_same(run: Callable[..., Outcome], shipped_endpoint: str, shipped: Graph) -> None:
    here, there = (
        run("stats", "--lang", "th", "--graph", graph).out.splitlines()
        for graph in (shipped.location, shipped_endpoint)
    )
    # A graph knows the files it was made of; an endpoint knows the documents that state something.
    different = [line for line, told in zip(here, there, strict=True) if line != told]
    assert len(different) <= 1
    assert all(line.startswith("แหล่งข้อมูล") for line in different)


def test_a_picture_is_the_same(
    run: Callable[..., Outcome], shipped_endpoint: str, shipped: Graph, tmp_path: Path
) -> None:
    pages = [tmp_path / "here.html", tmp_path / "there.html"]
    for where, page in zip((shipped.location, shipped_endpoint), pages, strict=True):
        result = run("view", "--focus", "ดีป้า", "--depth", "1", "--graph", where, "-o", page)
        assert result.code == 0, result.err
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_what_is_said_about_one_thing_is_found(shipped_endpoint: str, shipped: Graph) -> None:
    about = f"{shipped.manifest.base}agency/depa"
    there = open_graph([shipped_endpoint])
    assert sorted(there.find_lines(about, None, None)) == sorted(shipped.find_lines(about, None, None))


def test_the_endpoints_own_words_about_a_mistake(run: Callable[..., Outcome], shipped_endpoint: str) -> None:
    result = run("query", "SELECT ?s WHERE {", "--graph", shipped_endpoint)
    assert result.code == 6
    assert result.err.startswith("awardgraph: query: the endpoint refuses it: ")


@pytest.mark.parametrize(
    ("query", "form", "first"),
    [
        ("ASK { agency:depa a org:Organization }", "csv", "true"),
        ("SELECT ?x { agency:depa a ?x }", "json", '{"head"'),
        ("CONSTRUCT WHERE { agency:depa a ?x }", "nt", "<https://w3id.org/awardgraph/id/agency/depa>"),
        ("DESCRIBE agency:depa", "ttl", "@prefix"),
    ],
)
def test_every_kind_of_answer(
    run: Callable[..., Outcome], shipped_endpoint: str, query: str, form: str, first: str
) -> None:
    result = run("query", query, "--format", form, "--graph", shipped_endpoint)
    assert result.code == 0, result.err
    assert result.out.startswith(first)


def test_an_endpoint_is_asked_alone(
    run: Callable[..., Outcome], shipped_endpoint: str, shipped: Graph
) -> None:
    result = run("query", "ASK {}", "--graph", shipped_endpoint, "--graph", shipped.location)
    assert result.code == 2
    assert "asked alone" in result.err


def test_functions_of_ours_are_refused_before_anything_is_sent(
    run: Callable[..., Outcome], shipped_endpoint: str
) -> None:
    result = run("query", "SELECT (awg:be(2023) AS ?year) {}", "--graph", shipped_endpoint)
    assert (result.code, result.out) == (6, "")
    assert "does not have awg:be" in result.err


def test_hints_counts_and_caps_of_an_endpoint(
    run: Callable[..., Outcome], shipped_endpoint: str, shipped: Graph
) -> None:
    for arguments in (
        ("SELECT ?e { ?e awg:editionYear 2566 }", "-f", "csv"),
        ("SELECT ?e { ?e awg:editionOf ?s ; awg:editionYear ?y }", "--explain"),
        ("SELECT ?c { ?c a awg:Conferral } ORDER BY ?c", "-f", "csv", "--max-rows", "3"),
    ):
        here, there = (
            run("query", *arguments, "--graph", graph) for graph in (shipped.location, shipped_endpoint)
        )
        assert (there.code, there.out, there.err) == (here.code, here.out, here.err)
        assert there.err
