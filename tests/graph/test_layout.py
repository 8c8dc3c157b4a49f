"""The graph on disk: what lies where, and what is refused."""

from __future__ import annotations

import gzip
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph, GraphError
from awardgraph.importer.run import find_sources, import_sources
from tests.conftest import rows

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
    assert (manifest["format"], manifest["generation"]) == (2, 1)
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
        ('{"format": 1, "sources": []}', "is a graph of format 1"),
        ("{}", "cannot be read"),
    ],
)
def test_a_foreign_manifest_is_refused(location: Path, manifest: str, message: str) -> None:
    (location / "MANIFEST.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(GraphError, match=message):
        Graph.open(location)


def test_a_new_base_rebuilds_all(folder: Path, location: Path) -> None:
    (folder.parent / "more.csv").write_text("scheme_en,recipient_en\nEFQM,Nokia\n", encoding="utf-8")
    (folder / "awardgraph.toml").write_text('base = "https://example.org/id/"\n', encoding="utf-8")
    with pytest.raises(GraphError, match="read with another register, base or version"):
        import_sources([folder.parent / "more.csv"], location, data=folder)
    import_sources(find_sources(folder), location, data=folder, only_these=True)
    subjects = {line.split(">")[0] for line in Graph.open(location).lines()}
    assert not [iri for iri in subjects if iri.startswith("<https://w3id.org/awardgraph/id/")]


def test_a_users_own_folders_of_the_same_names_are_left_alone(folder: Path) -> None:
    mine = folder.parent / "project"
    for name in ("sources/thesis.docx", "generations/family/photo.jpg"):
        (mine / name).parent.mkdir(parents=True, exist_ok=True)
        (mine / name).write_text("mine", encoding="utf-8")
    with pytest.raises(GraphError, match="is no graph: it holds generations/family"):
        import_sources(find_sources(folder), mine, data=folder)
    assert (mine / "sources/thesis.docx").exists()
    assert (mine / "generations/family/photo.jpg").exists()
    assert not (mine / "MANIFEST.json").exists()


def test_what_a_file_browser_leaves_in_a_graph_does_no_harm(folder: Path, location: Path) -> None:
    (location / ".DS_Store").write_text("x", encoding="utf-8")
    (location / "sources" / "Thumbs.db").write_text("x", encoding="utf-8")
    (folder / "awards" / "few.csv").write_text("scheme_en,recipient_en\nEFQM,Nokia\n", encoding="utf-8")
    import_sources(find_sources(folder), location, data=folder)
    assert (location / "sources" / "Thumbs.db").exists()


@pytest.mark.parametrize("damage", ["generations", "manifest", "sources"])
def test_a_damaged_graph_is_mended_by_building_it_again(folder: Path, location: Path, damage: str) -> None:
    digest = Graph.open(location).manifest.digest
    if damage == "generations":
        shutil.rmtree(location / "generations")
    elif damage == "manifest":
        (location / "MANIFEST.json").write_text("{", encoding="utf-8")
    else:
        for path in (location / "sources").iterdir():
            path.unlink()
    import_sources(find_sources(folder), location, data=folder, only_these=True)
    graph = Graph.open(location)
    graph.verify()
    assert graph.manifest.digest == digest
    assert list(graph.lines())


def test_lines_that_are_gone_are_said_to_be(folder: Path, location: Path) -> None:
    graph = Graph.open(location)
    for year in (2565, 2566):
        text = f"scheme_th,year_be,recipient_th\nก,{year},ข\n"
        (folder / "awards" / "few.csv").write_text(text, encoding="utf-8")
        import_sources(find_sources(folder), location, data=folder)
    with pytest.raises(GraphError, match="Open or build it again"):
        list(graph.lines())


def test_another_register_is_refused_and_harms_nothing(folder: Path, location: Path) -> None:
    other = folder.parent / "other"
    (other / "register").mkdir(parents=True)
    (other / "register" / "agencies.csv").write_text("id,name_th\nx,ก\n", encoding="utf-8")
    more = folder.parent / "more.csv"
    more.write_text("scheme_en,recipient_en\nEFQM,Nokia\n", encoding="utf-8")
    before = (location / "MANIFEST.json").read_bytes()
    with pytest.raises(GraphError, match="Build it again"):
        import_sources([more], location, data=other)
    assert (location / "MANIFEST.json").read_bytes() == before
