"""RDF files given directly: asked like a graph of ours, or as the dataset that SPARQL means."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import RdfFormat, serialize

from awardgraph import GraphError, QueryError
from awardgraph.graph.dataset import open_files, open_parts
from tests.conftest import values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgraph import Graph
    from tests.conftest import Outcome

ALL: Final = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
NAMED: Final = "SELECT ?g ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?o"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a Turtle file, an N-Quads file and files of update."""
    (tmp_path / "a.ttl").write_text("<urn:a> <urn:p> 1, [ <urn:q> 2 ] .", encoding="utf-8")
    (tmp_path / "b.nq").write_text("<urn:b> <urn:p> <urn:c> <urn:g> .\n", encoding="utf-8")
    return tmp_path


def test_files_are_asked_as_a_graph_is(files: Path) -> None:
    graph = open_files([files / "a.ttl", files / "b.nq"])
    assert ("urn:b", "urn:p", "urn:c") in values(graph, ALL)
    assert values(graph, NAMED) == [("urn:g", "urn:c")]
    assert len(graph) == 4


def test_parts_are_where_they_were_put(files: Path) -> None:
    graph = open_parts([files / "a.ttl"], [("urn:h", files / "a.ttl"), ("urn:e", files / "b.nq")])
    assert len(values(graph, ALL)) == 3
    assert {row[0] for row in values(graph, NAMED)} == {"urn:h", "urn:g"}
    assert values(graph, "SELECT ?g { GRAPH ?g {} } ORDER BY ?g") == [("urn:e",), ("urn:g",), ("urn:h",)]


@pytest.mark.parametrize("syntax", ["nq", "turtle", "trig", "rdfxml", "jsonld"])
def test_an_exported_graph_answers_as_before(
    run: Callable[..., Outcome], shipped: Graph, tmp_path: Path, syntax: str
) -> None:
    endings = {"turtle": "ttl", "rdfxml": "rdf"}
    file = tmp_path / f"awards.{endings.get(syntax, syntax)}"
    assert run("export", "--format", syntax, "--graph", shipped.location, "-o", file).code == 0
    query = (
        "SELECT ?award ?name { ?award awg:recipient agency:depa ; rdfs:label ?name } ORDER BY ?award ?name"
    )
    here, there = (run("query", query, "--graph", graph) for graph in (shipped.location, file))
    assert there.code == 0, there.err
    assert here.out == there.out
    assert here.out.count("\n") > 4
    assert len(open_files([file])) == len(shipped)


def test_n_quads_lose_nothing(run: Callable[..., Outcome], shipped: Graph, tmp_path: Path) -> None:
    file = tmp_path / "awards.nq"
    run("export", "--format", "nq", "--graph", shipped.location, "-o", file)
    for syntax in ("nq", "turtle"):
        here, there = (run("export", "--format", syntax, "--graph", g) for g in (shipped.location, file))
        assert here.out == there.out
    told = [run("stats", "--lang", "en", "--graph", g).out for g in (shipped.location, file)]
    assert told[0].split("\n\n")[1] == told[1].split("\n\n")[1]


def test_a_picture_is_drawn_of_a_file(run: Callable[..., Outcome], shipped: Graph, tmp_path: Path) -> None:
    file = tmp_path / "awards.nq"
    run("export", "--format", "nq", "--graph", shipped.location, "-o", file)
    pages = [tmp_path / "here.html", tmp_path / "there.html"]
    for where, page in zip((shipped.location, file), pages, strict=True):
        assert run("view", "--focus", "ดีป้า", "--depth", "1", "--graph", where, "-o", page).code == 0
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_a_file_beside_a_graph(run: Callable[..., Outcome], shipped: Graph, files: Path) -> None:
    own = "<https://w3id.org/awardgraph/id/agency/depa> <https://example.org/mine> 'ของเรา'@th ."
    (files / "own.ttl").write_text(own, encoding="utf-8")
    query = "SELECT ?mine { agency:depa a org:Organization ; <https://example.org/mine> ?mine }"
    result = run("query", query, "-f", "csv", "--graph", shipped.location, "--graph", files / "own.ttl")
    assert (result.code, result.out.split()) == (0, ["mine", "ของเรา"])


def test_the_base_is_found_in_the_data(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(
        "<https://example.org/x/scheme/a> a <https://w3id.org/awardgraph/ns#AwardScheme> .", encoding="utf-8"
    )
    assert open_files([file]).manifest.base == "https://example.org/x/"
    assert values(open_files([file]), "SELECT ?t { scheme:a a ?t }")
    assert open_files([file], base="urn:mine:").manifest.base == "urn:mine:"


def test_data_of_others_have_words_of_their_own(run: Callable[..., Outcome], files: Path) -> None:
    result = run("query", "ASK { ?s awg:notOurs ?o }", "-f", "csv", "--graph", files / "a.ttl")
    assert (result.code, result.out) == (0, "false\n")
    assert run("query", "ASK { ?s nobody:knows ?o }", "--graph", files / "a.ttl").code == 6
    assert run("query", "{" * 200, "--graph", files / "a.ttl").code == 6


@pytest.mark.parametrize("ending", ["ttl", "trig", "nt", "nq", "rdf", "owl", "jsonld", "n3"])
def test_every_syntax_is_read(files: Path, ending: str) -> None:
    triples = [quad.triple for quad in open_files([files / "a.ttl"])._store]
    syntax = RdfFormat.RDF_XML if ending == "owl" else RdfFormat.from_extension(ending)
    file = files / f"same.{ending}"
    file.write_bytes(serialize(triples, format=syntax) or b"")
    assert len(open_files([file])) == 3


@pytest.mark.parametrize("option", [("--graph",), ("--data",), ("--named", "urn:g=")])
def test_a_document_type_is_refused(
    run: Callable[..., Outcome], files: Path, option: tuple[str, ...]
) -> None:
    file = files / "bomb.rdf"
    file.write_text('<!DOCTYPE r [<!ENTITY a "aaaa">]><rdf:RDF/>', encoding="utf-8")
    name, *prefix = option
    result = run("query", "ASK {}", name, f"{''.join(prefix)}{file}")
    assert result.code == 4
    assert "document type (DTD)" in result.err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["ASK {}", "--graph", "none.ttl"], 4, "there is no such file"),
        (["ASK {}", "--data", "none.ttl"], 4, "there is no such file"),
        (["ASK {}", "--data", "a.csv"], 4, "is no RDF"),
        (["ASK {}", "--named", "a.ttl"], 2, "expected IRI=FILE"),
        (["ASK {}", "--named", "no iri=none.ttl"], 2, "is no IRI"),
        (["ASK {}", "--graph", "x", "--data", "a.ttl"], 2, "use one or the other"),
        (["ASK {}", "--query", "none.rq"], 2, "there are two questions"),
        (["ASK {}", "--update", "none.ru"], 2, "--update stands alone"),
        (["--query", "none.rq"], 2, "none.rq cannot be read"),
        (["--update", "none.ru"], 2, "none.ru cannot be read"),
        (["ASK {}", "--data", "a.ttl", "--base", "no iri"], 2, "--base 'no iri' is no IRI"),
    ],
)
def test_what_is_named_wrongly_is_said(
    run: Callable[..., Outcome], words: list[str], code: int, message: str
) -> None:
    result = run("query", *words)
    assert (result.code, message in result.err) == (code, True), result.err


def test_relative_iris(run: Callable[..., Outcome], files: Path) -> None:
    (files / "q.rq").write_text("SELECT ?x { BIND(<here> AS ?x) }", encoding="utf-8")
    asked = ["query", "--data", files / "a.ttl", "--query", files / "q.rq", "-f", "csv"]
    assert run(*asked).out.split() == ["x", (files / "here").as_uri()]
    assert run(*asked, "--base", "https://example.org/a/").out.split() == ["x", "https://example.org/a/here"]


def update(run: Callable[..., Outcome], files: Path, text: str, *words: object) -> Outcome:
    (files / "u.ru").write_text(text, encoding="utf-8")
    return run("query", "--update", files / "u.ru", *words)


def test_an_update_prints_what_would_be(run: Callable[..., Outcome], files: Path) -> None:
    before = (files / "b.nq").read_bytes()
    text = "INSERT { ?o <urn:back> ?s } WHERE { GRAPH ?g { ?s <urn:p> ?o } } ; DROP GRAPH <urn:g>"
    result = update(run, files, text, "--data", files / "b.nq")
    assert (result.code, result.out) == (0, "<urn:c> <urn:back> <urn:b> .\n")
    assert (files / "b.nq").read_bytes() == before


def test_a_graph_is_never_updated(run: Callable[..., Outcome], files: Path, shipped: Graph) -> None:
    for where in (shipped.location, files / "a.ttl", "https://example.org/sparql"):
        result = update(run, files, "DROP ALL", "--graph", where)
        assert (result.code, result.out) == (2, "")
        assert "stays as it is" in result.err
    shipped.verify()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("INSERT DATA { <urn:a> <urn:p> }", 6),
        ("SELECT * { ?s ?p ?o }", 6),
        ("CREATE GRAPH <urn:x> ; CREATE GRAPH <urn:x>", 5),
        ("INSERT { ?s ?p 1 } WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 6),
        ("INSERT { ?s ?p 1 } WHERE { SERVICESILENT <http://127.0.0.1:1/> { ?s ?p ?o } }", 6),
        ("LOAD <http://127.0.0.1:1/>", 5),
        ("INSERT DATA { <urn:a> <urn:p> 1 } ; LOAD <http://127.0.0.1:1/> INTO GRAPH <urn:g>", 5),
        ("LOAD SILENT <http://127.0.0.1:1/>", 0),
    ],
)
def test_an_update_that_fails_changes_nothing(
    run: Callable[..., Outcome], files: Path, text: str, code: int
) -> None:
    result = update(run, files, text)
    assert (result.code, result.out) == (code, "")


def test_load_fetches_nothing_however_it_is_written(files: Path) -> None:
    called: list[object] = []

    def answer(server: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, place = server.accept()
                called.append(place)
                connection.close()

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=answer, args=(server,), daemon=True).start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        dataset = open_files([files / "a.ttl"])
        for text in (
            f"LOAD <{address}>",
            f"LOADSILENT<{address}>",
            f"load silent # <x>\n <{address}>",
            f"PREFIX x: <{address}> LOAD x:a",
            f"BASE <{address}> LOAD <a>",
            f"CLEAR ALL;LOAD<{address}>INTO GRAPH<urn:g>",
            f"LOAD <{address}\\u0061>",
        ):
            with suppress(GraphError, QueryError):
                dataset.update(text)
        server.shutdown(socket.SHUT_RDWR)
    assert not called


@pytest.mark.parametrize("word", ["SERVICESILENT", "servicesilent", "true.SERVICE SILENT"])
def test_service_is_found_however_it_is_written(files: Path, word: str) -> None:
    with pytest.raises(QueryError, match="would call another server"):
        open_files([files / "a.ttl"]).query(f"SELECT * {{ {word}<http://127.0.0.1:1/> {{ ?s ?p ?o }} }}")


def test_files_have_functions_hints_counts_and_caps_too(run: Callable[..., Outcome], files: Path) -> None:
    file = files / "a.ttl"
    assert run("query", "SELECT (awg:be(2023) AS ?year) {}", "-f", "csv", "--graph", file).out == (
        "year\r\n2566\r\n"
    )
    hinted = run("query", "SELECT ?s { ?s <urn:nothing> ?o }", "--data", file)
    assert (hinted.code, hinted.err.count("<urn:nothing>")) == (0, 1)
    counted = run("query", "SELECT ?s { ?s <urn:p> ?o ; <urn:q> ?n }", "--explain", "--graph", file)
    assert [line.split()[0] for line in counted.out.splitlines()[2:]] == ["1", "2"]
    cut = run("query", ALL, "-f", "csv", "--max-rows", 2, "--graph", file)
    assert (cut.code, cut.out.count("\n")) == (0, 3)
    assert "2" in cut.err


def test_what_is_not_ours_is_pointed_at(run: Callable[..., Outcome], files: Path) -> None:
    refused = run("query", "SELECT ?s { ?s a SERVICE }", "--graph", files / "a.ttl")
    assert refused.code == 6
    assert refused.err.splitlines()[1:] == ["  SELECT ?s { ?s a SERVICE }", "                   ^"]
