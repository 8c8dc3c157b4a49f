"""The graph on disk: what lies where, and what is refused."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph, GraphError
from awardgraph.graph.results import rows
from awardgraph.importer.run import find_sources, import_sources

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def location(folder: Path) -> Path:
    found = folder.parent / "awards.graph"
    import_sources(find_sources(folder), found, data=folder)
    return found


def test_the_manifest_says_what_was_imported(location: Path) -> None:
    manifest = json.loads((location / "MANIFEST.json").read_text(encoding="utf-8"))
    [source] = manifest["sources"]
    assert (manifest["format"], manifest["generation"]) == (1, 1)
    assert source["path"] == "awards/few.csv"
    assert source["iri"] == "https://w3id.org/awardgraph/id/source/awards-few"
    assert (source["reader"], source["rows"]) == ("table", 3)
    assert len(source["sha256"]) == 64
    lines = gzip.decompress((location / "sources" / source["file"]).read_bytes()).decode().splitlines()
    assert lines == sorted(set(lines))
    assert len(lines) == source["statements"] == manifest["quads"] - manifest["statements"]


def test_an_unchanged_import_makes_no_generation(folder: Path, location: Path) -> None:
    done = import_sources(find_sources(folder), location, data=folder)
    assert (done.converted, done.unchanged) == ((), ("awards/few.csv",))
    assert done.manifest.generation == 1


def test_two_sources_state_one_award(location: Path) -> None:
    graph = Graph.open(location)
    award = '?a a awg:Conferral ; awg:recipient/rdfs:label "กรมอนามัย"@th'
    sources = graph.query(
        f"SELECT ?s {{ GRAPH ?s {{ ?a a awg:Conferral ; awg:recipient ?r }} {award} }} ORDER BY ?s"
    )
    assert list(rows(sources)) == [["https://example.org/a"], ["https://example.org/b"]]
    assert list(rows(graph.query(f"SELECT (COUNT(?a) AS ?n) {{ {award} }}"))) == [["1"]]


def test_a_withdrawn_row_leaves_the_graph(folder: Path, location: Path) -> None:
    table = folder / "awards" / "few.csv"
    table.write_text(
        "".join(table.read_text(encoding="utf-8").splitlines(keepends=True)[:2]), encoding="utf-8"
    )
    import_sources(find_sources(folder), location, data=folder)
    assert not Graph.open(location).query('ASK { ?a rdfs:label "Ministry of Health"@en }')


def test_import_adds_and_build_forgets(folder: Path, location: Path) -> None:
    more = folder.parent / "more.csv"
    more.write_text("scheme_en,recipient_en\nEFQM,Nokia\n", encoding="utf-8")
    assert len(import_sources([more], location, data=folder).manifest.sources) == 2
    done = import_sources(find_sources(folder), location, data=folder, only_these=True)
    assert [source.path for source in done.manifest.sources] == ["awards/few.csv"]


def test_a_folder_that_is_no_graph_is_left_alone(folder: Path) -> None:
    mine = folder.parent / "mine"
    mine.mkdir()
    (mine / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(GraphError, match=r"is no graph: it holds notes\.txt"):
        import_sources(find_sources(folder), mine, data=folder)
    assert [path.name for path in mine.iterdir()] == ["notes.txt"]
    with pytest.raises(GraphError, match=r"it has no MANIFEST\.json"):
        Graph.open(mine)
    with pytest.raises(GraphError, match="is a file"):
        import_sources(find_sources(folder), mine / "notes.txt", data=folder)
    with pytest.raises(GraphError, match="is a file"):
        Graph.open(mine / "notes.txt")


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        ("{", "cannot be read"),
        ('{"format": 2, "sources": []}', "is a graph of format 2"),
        ("{}", "cannot be read"),
    ],
)
def test_a_foreign_manifest_is_refused(location: Path, manifest: str, message: str) -> None:
    (location / "MANIFEST.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(GraphError, match=message):
        Graph.open(location)


def test_a_new_base_rebuilds_all(folder: Path, location: Path) -> None:
    (folder / "awardgraph.toml").write_text('base = "https://example.org/id/"\n', encoding="utf-8")
    import_sources(find_sources(folder), location, data=folder)
    subjects = {line.split(">")[0] for line in Graph.open(location).lines()}
    assert not [iri for iri in subjects if iri.startswith("<https://w3id.org/awardgraph/id/")]
